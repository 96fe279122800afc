"""Golden results: what moved is shown and accepted by name."""

import geopandas as gpd
import goldens
import numpy as np
import pandas as pd
import pytest
from shapely import box


def write_tables(folder, factor=1.0):
    """Write tables as a run of a study leaves them: two places, two trips."""
    rows = [
        {"mode": mode, "scenario": "baseline", "opportunity": "jobs", "cutoff_min": 45, "id": code,
         "to_country": country, "closed": 12345.6, "open": 23456.7 * (factor if mode == "walk" else 1),
         "share_without_ride": np.nan, "edge_share": 0.1234}
        for mode in ("car", "walk")
        for code in ("05554020", "GM0153")
        for country in ("NL", "DE")
    ]  # fmt: skip
    (folder / "tables").mkdir(parents=True)
    pd.DataFrame(rows).to_csv(folder / "tables" / "reach_municipalities.csv", index=False)
    ring = {"from_id": ["x"], "mode": ["walk"], "cutoff_min": [10.0]}
    shape = gpd.GeoDataFrame(ring, geometry=[box(7.0, 52.0, 7.01, 52.01)], crs=4326)
    shape.to_parquet(folder / "tables" / "isochrones.parquet")
    return folder


def test_what_moved_is_shown_and_accepted_by_name(tmp_path, capsys):
    before, after = write_tables(tmp_path / "a"), write_tables(tmp_path / "b", factor=1.1)
    golden = tmp_path / "golden.csv"
    assert goldens.main([str(before), "--golden", str(golden), "--accept", "*"]) == 0
    text = golden.read_text(encoding="utf-8").splitlines()
    assert text[0] == "series,05554020,GM0153,x"
    assert text[1:3] == [
        "car/baseline/jobs/45/closed,12350,12350,",
        "car/baseline/jobs/45/edge_share,0.12,0.12,",
    ]
    assert text[-1].startswith("walk/isochrone/10/km2,,,0.8")
    capsys.readouterr()
    assert goldens.main([str(before), "--golden", str(golden)]) == 0
    assert capsys.readouterr().out == "no figure moved\n"
    assert goldens.main([str(after), "--golden", str(golden)]) == 1
    told = capsys.readouterr().out
    assert told.startswith("2 figures of 1 series moved\n")
    assert "walk/baseline/jobs/45/open" in told
    assert "23460      25800   +10.0%" in told
    # a name that did not move accepts nothing of what did
    assert goldens.main([str(after), "--golden", str(golden), "--accept", "car/*"]) == 1
    assert "accepted; 2 figures are still others" in capsys.readouterr().out
    assert goldens.main([str(after), "--golden", str(golden), "--accept", "walk/*/open"]) == 0
    assert goldens.main([str(after), "--golden", str(golden)]) == 0


@pytest.mark.parametrize(
    ("series", "value", "kept"),
    [("a/open", 123456.0, "123500"), ("a/open", 92.987, "92.99"), ("a/open", 0.0, "0.00"),
     ("a/open", 0.126, "0.13"), ("a/open", 111.46, "111"), ("a/edge_share", 0.12345, "0.12"), ("a/km2", 10090.6, "10090"),
     ("a/km2", 0.44, "0.4"), ("a/open", np.nan, "")],
)  # fmt: skip
def test_figures_are_kept_to_their_own_precision(series, value, kept):
    assert goldens.written(series, value) == kept


def test_what_is_no_longer_known_and_what_is_new_has_moved():
    golden = pd.DataFrame({"x": [1.0, 2.0]}, index=["a/open", "b/open"])
    now = pd.DataFrame({"x": [np.nan, 2.0], "y": [np.nan, 5.0]}, index=["a/open", "b/open"])
    table = goldens.moved(golden, now)
    assert list(zip(table["series"], table["place"], strict=True)) == [
        ("a/open", "x"),
        ("b/open", "y"),
    ]
    assert "none" in goldens.told(table)


def test_the_golden_results_of_the_sample_have_every_trip_and_scenario():
    golden = goldens.read_golden()
    kinds = {tuple(name.split("/")[:2]) for name in golden.index}
    trips = {"car", "transit", "transit-bicycle", "ebike", "bicycle", "walk"}
    assert {(trip, "baseline") for trip in trips} <= kinds
    assert {scenario for _, scenario in kinds} == {
        "baseline", "rb64-half-hourly", "f35-cycle-highway", "rb64-and-f35", "isochrone"
    }  # fmt: skip
    assert goldens.SAMPLE.stat().st_size < 200_000
