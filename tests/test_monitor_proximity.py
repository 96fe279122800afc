"""Proximity in the feed: from cells, with answers known by hand."""

import numpy as np
import pandas as pd
import pytest
from drawnstudy import STUDY, write_drawn_study
from toyfeed import OSM, toy_cells, toy_towns, write_toy

from grensgeo.cli import main
from grensgeo.errors import InputError
from grensgeo.monitor import FeedOptions
from grensgeo.provenance import Provenance, Source
from grensgeo.schema import PROXIMITY

POINTS = Source("points", "Schools", "CC0-1.0", "nobody")
KEY = ["indicator_id", "region_code"]
TEXT = {"region_code": str, "period": str}
#: Minutes to the nearest school of the own country and of both, by cell; people in brackets.
NEAR = {
    "c0-GM0034": (10, 10, "NL"),  # 300
    "c1-GM0034": (40, 20, "DE"),  # 100
    "c2-GM0034": (25, 25, "NL"),  # 200
    "c0-GM0995": (5, 5, "NL"),  # 50
    "c1-GM0995": (None, 50, "DE"),  # 40
    "c2-GM0995": (15, 15, "NL"),  # 10
}


def nearness(**change):
    rows = []
    for cell, (own, both, where) in (NEAR | change).items():
        country = "NL" if "GM" in cell else "DE"
        same = {"id": cell, "country": country, "opportunity": "schools", "mode": "car",
                "source_ids": "points", "reason": None}  # fmt: skip
        rows += [
            same | {"measure": "time", "own": own, "both": both, "nearest_country": where,
                    "radius_km": np.nan, "longest": 60.0},
            same | {"measure": "distance", "own": own and own / 2, "both": both / 2,
                    "nearest_country": where, "radius_km": np.nan, "longest": 50.0},
            same | {"measure": "count", "own": 1.0, "both": 3.0, "nearest_country": None,
                    "radius_km": 5.0, "longest": 5.0},
        ]  # fmt: skip
    return PROXIMITY.check(pd.DataFrame(rows))


def write(folder, table=None, *, norms=(), **change):
    region = toy_towns()
    return write_toy(
        folder, toy_cells(region, modes=("car",)), region=region,
        proximity=nearness() if table is None else table,
        provenance=Provenance((OSM, POINTS)), options=FeedOptions(norms=norms), **change,
    )  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("near") / "feed"
    write(folder, norms=({"opportunity": "schools", "cutoff_min": 20.0},))
    return folder


def rows(folder):
    return pd.read_csv(folder / "observations.csv", dtype=TEXT).set_index(KEY)


def test_means_are_of_people_and_medians_their_own(made):
    table, town = rows(made), "GM0034"
    value = table["value"]
    assert value["schools_nearest_min_car", town] == pytest.approx(
        (300 * 10 + 100 * 20 + 200 * 25) / 600
    )
    closed = (300 * 10 + 100 * 40 + 200 * 25) / 600
    assert value["schools_nearest_min_closed_car", town] == pytest.approx(closed)
    # 300 of 600 live within 10 minutes
    assert value["schools_median_min_car", town] == 10
    assert value["schools_nearest_km_closed_car", town] == pytest.approx(closed / 2)
    assert value["schools_within_car_5km", town] == 3
    assert value["schools_within_closed_car_5km", town] == 1
    row = table.loc[("schools_nearest_min_closed_car", town)]
    assert (row["unit"], row["status"], row["border"]) == ("min", "A", "closed_destinations")
    assert (row["n_origins"], row["population"], row["mode"]) == (3, 600, "car")
    assert row["source_ids"] == "bkg;cbs;osm;points"


def test_who_has_none_makes_the_mean_missing_and_is_beyond_every_norm(made):
    table, town = rows(made), "GM0995"
    assert table.loc[("schools_nearest_min_closed_car", town), "status"] == "M"
    # half of its 100 people have one within 5 minutes in their own country
    assert table.loc[("schools_median_min_closed_car", town), "value"] == 5
    beyond = table["value"]
    assert beyond["schools_people_below_1_car_20min", town] == 40
    assert beyond["schools_people_below_closed_1_car_20min", town] == 40
    assert beyond["schools_people_below_closed_1_car_20min", "GM0034"] == 300
    assert beyond["schools_share_below_1_car_20min", "GM0034"] == pytest.approx(200 / 600)
    assert beyond["schools_people_nearest_across_car", town] == 40
    assert beyond["schools_share_nearest_across_car", "GM0034"] == pytest.approx(100 / 600)


def test_a_region_of_which_cells_are_not_known_has_no_figure(made):
    # Zeewolde's 13 of 713 people are not there: within 5 %, and it says so
    row = rows(made).loc[("schools_nearest_min_car", "NL230")]
    assert row["status"] == "E"
    people = {"c0-GM0034": 300, "c1-GM0034": 100, "c2-GM0034": 200, "c0-GM0995": 50,
              "c1-GM0995": 40, "c2-GM0995": 10}  # fmt: skip
    whole = sum(NEAR[cell][1] * n for cell, n in people.items()) / 700
    assert row["value"] == pytest.approx(whole)
    # a median is not the mean of the medians of its municipalities
    assert rows(made).loc[("schools_median_min_car", "NL230"), "value"] == 10
    told = pd.read_csv(made / "indicators.csv").set_index("indicator_id")
    assert told.loc["schools_median_min_car", "aggregation"] == "weighted_median"
    assert not told.loc["schools_median_min_car", "summable"]
    assert told.loc["schools_people_nearest_across_car", "summable"]
    assert "CBS" in told.loc["schools_nearest_km_closed_car", "description_nl"]
    assert told.loc["schools_nearest_min_closed_car", "name_de"].startswith("Schulen: Reisezeit")


@pytest.mark.parametrize(
    ("norm", "said"),
    [({"opportunity": "schools", "cutoff_min": 90.0}, "were looked for within 60 min"),
     ({"opportunity": "schools", "cutoff_min": 20.0, "least": 2}, "leave least out"),
     ({"opportunity": "shops", "cutoff_min": 45.0}, "opportunity 'shops' is not in the reach")],
)  # fmt: skip
def test_norms_that_cannot_be_are_refused(tmp_path, norm, said):
    with pytest.raises(InputError, match=said):
        write(tmp_path, norms=(norm,))


def test_cells_and_trips_that_are_not_there_are_refused(tmp_path):
    with pytest.raises(InputError, match="no such cells in the region: c9-GM0034"):
        write(tmp_path, nearness(**{"c9-GM0034": (1, 1, "NL")}))
    with pytest.raises(InputError, match="trips that the reach does not have plane"):
        write(tmp_path, nearness().assign(mode="plane"))
    with pytest.raises(InputError, match="rows that stand twice: c0-GM0034"):
        write(tmp_path, pd.concat([nearness(), nearness().head(1)]))


@pytest.mark.long
def test_a_study_with_points_tells_how_near_they_are(tmp_path):
    path = write_drawn_study(tmp_path / "s", atlas=False)
    points = "id,lon,lat\nhome,6.92,52.05\nabroad,7.05,52.05\n"
    (path.parent / "schools.csv").write_text(points, encoding="utf-8")
    more = """radii_km = [5]
[[monitor.facilities]]
kind = "schools"
file = "schools.csv"
licence = "CC0-1.0"
attribution = "drawn by hand"
[[monitor.norms]]
opportunity = "schools"
cutoff_min = 15
"""
    text = STUDY[: STUDY.index("[atlas]")] + more
    path.write_text(text, encoding="utf-8")
    assert main(["check", str(path)]) == 0
    assert main(["run", str(path), "-o", str(tmp_path / "out"), "--no-store"]) == 0
    table = pd.read_parquet(tmp_path / "out" / "tables" / "proximity_cells.parquet")
    PROXIMITY.check(table)
    # the middle of the cell beside the border walks 12 minutes a kilometre
    time = table[table["measure"] == "time"].set_index("id")
    length = table[table["measure"] == "distance"].set_index("id")
    assert time["both"].to_numpy() == pytest.approx(12 * length["both"].to_numpy(), abs=0.01)
    found = rows(tmp_path / "out" / "monitor")
    assert "schools_people_below_1_walk_15min" in found.index.get_level_values(0)
    again = main(["monitor", str(tmp_path / "out"), "--region", str(path.parent / "region"),
                  "--period", "2023", "-o", str(tmp_path / "again")])  # fmt: skip
    assert again == 0
    twice = rows(tmp_path / "again")
    name = "schools_nearest_km_walk"
    assert twice.loc[name, "value"].equals(found.loc[name, "value"])
    (path.parent / "schools.csv").unlink()
    assert main(["check", str(path)]) == 2
