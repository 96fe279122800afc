"""Every kind of page of text, and the page of offers, on drawn regions."""

import contextlib
import io

import pandas as pd
from feeds import feed_files, write_feed
from test_grenswerk_offers import NETWORK, REGION, exported, lon
from test_methods_named_readings import times
from test_study_dossier import crossing_page
from toyfeed import toy_cells, toy_towns, write_toy

import grensgeo as gg
from grensgeo.cli import main
from grensgeo.grenswerk.offer_places import placed_offers
from grensgeo.grenswerk.offer_portable import portable_offers
from grensgeo.maps.feed_page import write_feed_page
from grensgeo.maps.offer_page import OfferPage
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.study.town_dossier import municipality_dossier

TRIPS = {"bicycle": gg.Trip("bicycle", max_min=60)}


def write_town(path):
    municipality_dossier(REGION, NETWORK, "GM0001", trips=TRIPS, cutoffs_min=[30]).save(path)


def write_crossing(path):
    crossing_page().save(path)


def write_feed_report(path):
    runs = {"a": "Enschede 8:00, Gronau 8:12", "b": "Gronau 9:00, Enschede 8:12"}
    report = gg.check_feed(write_feed(path.with_name("feed.zip"), feed_files(runs)))
    assert report.findings
    write_feed_page(report, path)


def write_year(path):
    folder = path.with_name("year")
    NETWORK.save(folder / "net")
    at = f"id,lon,lat,country,part,students\nhome,{lon(100)},52.2,NL,Noord,7\n"
    (folder / "homes.csv").write_text(at, encoding="utf-8")
    at = f"id,lon,lat,country,part\nnear,{lon(2000)},52.2,DE,NW\nfar,{lon(5900)},52.2,DE,NW\n"
    (folder / "firms.csv").write_text(at, encoding="utf-8")
    command(
        "year", folder / "net", "--homes", folder / "homes.csv", "--places", folder / "firms.csv",
        "--since", "2026-05-11", "--until", "2026-05-29", "--modes", "walk", "bicycle",
        "--cutoff-min", "30", "--missed-changes", "--by-place", folder / "by.csv",
        "--html", path, "-o", folder / "days.csv",
    )  # fmt: skip


def write_quality(path):
    reach = toy_cells(toy_towns(), modes=("car",))
    bounds = {f"{s}_{end}": reach[s] * by for s in ("open", "closed")
              for end, by in (("lower", 0.9), ("upper", 1.1))}  # fmt: skip
    notes = Provenance(notes=(Note("extract-ends"), Note("schematic")))
    write_toy(path.with_name("monitor"), reach.assign(**bounds), provenance=notes)
    path.write_bytes((path.with_name("monitor") / "quality.html").read_bytes())


def write_methods(path):
    folder = path.with_name("methods")
    folder.mkdir()
    times().to_csv(folder / "times.csv", index=False)
    rows = (
        "id,country,name,jobs,people\nE,NL,Enschede,80,10\nH,NL,Hengelo,50,30\nG,DE,Gronau,20,5\n"
    )
    (folder / "jobs.csv").write_text(rows, "utf-8")
    ikob = pd.DataFrame(
        [("E", 10, 7.0), ("H", 5, 9.0), ("G", 5, 1.0)], columns=["id", "people", "reach"]
    )
    ikob.assign(motive="work", modes="car+transit+bicycle").to_csv(folder / "ikob.csv")
    command(
        "methods", folder / "times.csv", "--opportunities", folder / "jobs.csv", "--opportunity", "jobs",
        "--cutoff-min", "30", "--decay", "exponential:rate=0.05", "--centres", "H", "--mode", "transit",
        "--people", "people", "--ikob", folder / "ikob.csv", "--norm", "140", "--page", path,
        "-o", folder / "methods.csv",
    )  # fmt: skip


def write_offers(path):
    offers, notes = placed_offers(
        exported(
            {"town": "Grensdorp", "eqf_min": 3, "eqf_max": 4, "nace": "C F", "language": "nl", "company": "Alfa"},
            {"town": "Dorf", "eqf_min": 4, "eqf_max": 4, "nace": "Q", "address": "Hauptstr. 1"}, {"town": "Dorp"},
            {"town": "Westdorp", "eqf_min": 6, "eqf_max": 7},
        ),
        REGION,
    )  # fmt: skip
    trips = {name: gg.Trip(name, max_min=90) for name in ("walk", "bicycle")}
    home = (lon(0), 52.2, "NL")
    taken, points = portable_offers(NETWORK, offers, REGION.cells, trips, home=home)
    OfferPage(REGION, taken, offers, points, home=home[:2], eqf=4, notes=notes).save(path)


def command(*words):
    """Run a command that is to succeed."""
    with contextlib.redirect_stdout(io.StringIO()):
        assert main([str(word) for word in words]) == 0


#: Pages of text, and what writes each.
TEXTS = {
    "town": write_town,
    "crossing": write_crossing,
    "feed": write_feed_report,
    "year": write_year,
    "quality": write_quality,
    "methods": write_methods,
}
#: Beside them, the page of offers: a map and a list.
OFFERS = "offers"


class TextPages:
    """Pages in a folder, each written when it is first asked for."""

    def __init__(self, folder):
        self.folder = folder

    def __getitem__(self, name):
        path = self.folder / f"{name}.html"
        if not path.exists():
            (write_offers if name == OFFERS else TEXTS[name])(path)
        return path


def answered(page):
    """Wait until a page of offers has its first answer."""
    from browser import until

    until(page, "document.querySelectorAll('#list li').length > 0")
