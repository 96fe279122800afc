"""Porto Alegre: two feeds of one town, and every pair that is not reached explained."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from grensgeo.network import with_feeds
from grensgeo.network.build import build_network
from grensgeo.traveltimes import Trip, journeys, travel_times

POA = Path(__file__).resolve().parents[1].parent / "shared/data/benchmark/porto_alegre_r5r"
AT = {"departure": "2019-05-14T14:00", "window_min": 60}

pytestmark = [
    pytest.mark.shared_data,
    pytest.mark.skipif(
        not POA.is_dir(), reason="shared/data is not here: it holds streets and feeds of the town"
    ),
    # 899 stops stand where the extract has no streets; the test on stops says so
    pytest.mark.filterwarnings("ignore:.*have no walk street within:UserWarning"),
]


@pytest.fixture(scope="module")
def network():
    streets = build_network(POA / "poa_osm.pbf")
    return with_feeds(streets, [POA / "poa_eptc.zip", POA / "poa_trensurb.zip"])


@pytest.fixture(scope="module")
def hexagons():
    return pd.read_csv(POA / "poa_hexgrid.csv")


@pytest.fixture(scope="module")
def times(network, hexagons):
    """Give times from every twentieth hexagon to all, within an hour and within four."""
    return {
        limit: travel_times(
            network, hexagons.iloc[::20], hexagons, Trip("transit", max_min=limit, **AT)
        )
        for limit in (60, 240)
    }


def test_both_feeds_load(network):
    assert [feed.name for feed in network.feeds] == ["poa_eptc", "poa_trensurb"]
    assert [len(feed.trips) for feed in network.feeds] == [2374, 1248]
    outside = [note for note in network.provenance.notes if "outside the network's data" in note]
    assert [note.split(":")[1].split(" stops")[0].strip() for note in outside] == [
        "619 of 3,986",
        "16 of 24",
    ]


@pytest.mark.long
def test_every_pair_that_is_not_reached_is_explained(times):
    hour, long = (times[limit].to_frame() for limit in (60, 240))
    assert len(hour) == 62 * 1227
    share = hour["reason"].value_counts() / len(hour)
    # docs/validation.md gives these figures
    assert hour["reason"].isna().mean() == pytest.approx(0.773, abs=0.005)
    assert share["unreached"] == pytest.approx(0.212, abs=0.005)
    assert share["not_snapped"] == pytest.approx(8 / 1227)
    assert share["no_service"] == pytest.approx(0.0085, abs=0.0005)
    assert set(share.index) == {"unreached", "not_snapped", "no_service"}
    # given time, all pairs that have streets and stops at both ends are reached
    late = hour["reason"] == "unreached"
    assert long.loc[late, "reason"].isna().all()
    assert (long.loc[late, "travel_time_min"] > 60).all()
    pd.testing.assert_series_equal(long.loc[~late, "reason"], hour.loc[~late, "reason"])
    same = hour["travel_time_min"].notna()
    np.testing.assert_allclose(
        long.loc[same, "travel_time_min"], hour.loc[same, "travel_time_min"], atol=1e-3
    )


def test_the_hexagons_without_streets_or_stops_are_few_people(times, hexagons):
    report = times[60].report
    lost = report[(report["end"] == "destination") & (report["status"] != "snapped")]
    off = hexagons[hexagons["id"].isin(lost["id"])]
    far = hexagons[~times[60].to_served & ~hexagons["id"].isin(lost["id"])]
    assert (len(off), len(far)) == (8, 11)
    everybody = hexagons["population"].sum()
    assert off["population"].sum() / everybody < 0.002
    assert far["population"].sum() / everybody < 0.0005
    # the islands of the delta lie west of the town, and north of its centre; two of them are far
    # enough from it to be networks of their own, without a stop
    assert ((off["lon"] < -51.22) | (off["lat"] > -30.0)).all()
    assert ((far["lon"] < -51.22) & (far["lat"] > -30.01)).sum() == 6


def test_a_journey_by_train(network):
    stops = network.feeds[1].stops.set_index("stop_name")
    points = stops.loc[["ESTACAO MERCADO", "ESTACAO FARRAPOS"], ["stop_lon", "stop_lat"]]
    points = points.set_axis(["lon", "lat"], axis=1).rename_axis("id").reset_index()
    legs = journeys(network, points[:1], points[1:], Trip("transit", max_min=90, **AT))
    rides = legs[legs["mode"] == "transit"]
    assert rides["from_stop"].tolist() == ["poa_trensurb:MR"]
    assert rides["to_stop"].tolist() == ["poa_trensurb:FR"]
    assert 5 <= rides["duration_min"].sum() <= 10  # 4.5 km of track
    assert legs["wait_min"].sum() + legs["duration_min"].sum() == pytest.approx(
        legs["travel_time_min"].iloc[0], abs=1e-3
    )
