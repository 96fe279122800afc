"""Every kind of page of text, on drawn regions."""

from feeds import feed_files, write_feed
from test_grenswerk_offers import NETWORK, REGION

import grensgeo as gg
from grensgeo.maps.feed_page import write_feed_page
from grensgeo.study.town_dossier import municipality_dossier

#: Pages without a map.
TEXTS = ["town", "feed"]


def write_texts(folder):
    """Write every kind of page of text into a folder."""
    trips = {"bicycle": gg.Trip("bicycle", max_min=60)}
    town = municipality_dossier(REGION, NETWORK, "GM0001", trips=trips, cutoffs_min=[30])
    (folder / "town.html").write_text(town.html(), encoding="utf-8")
    runs = {"a": "Enschede 8:00, Gronau 8:12", "b": "Gronau 9:00, Enschede 8:12"}
    report = gg.check_feed(write_feed(folder / "feed.zip", feed_files(runs)))
    assert report.findings
    write_feed_page(report, folder / "feed.html")
    return folder
