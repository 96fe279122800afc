"""The border from flows, and realised reach, on the command line."""

import pandas as pd
import pytest
from flowworld import WEIGHTS, world

from grensgeo import cli


@pytest.fixture
def files(tmp_path):
    zones, times, expected = world()
    zones.rename_axis("id").to_csv(tmp_path / "zones.csv")
    times.to_csv(tmp_path / "times.csv", index=False)
    flows = times[["from_id", "to_id"]].assign(count=expected.ravel())
    flows[flows["from_id"] != flows["to_id"]].to_csv(tmp_path / "flows.csv", index=False)
    return tmp_path


def run(files, *more):
    arguments = ["border-fit", files / "flows.csv", "--times", files / "times.csv", "--zones",
                 files / "zones.csv", "--decay", "exponential", "-o", files / "terms.csv", *more]  # fmt: skip
    return cli.main([str(one) for one in arguments])


def test_terms_are_written(files, capsys):
    zones = pd.read_csv(files / "zones.csv").drop(columns="people")
    zones.to_csv(files / "zones.csv", index=False)
    assert run(files) == 0
    said = capsys.readouterr().out
    assert "decay DE: exponential" in said
    assert "both ways" in said
    terms = pd.read_csv(files / "terms.csv").set_index(["from_country", "to_country"])
    assert {way: terms.loc[way, "weight"] for way in WEIGHTS} == pytest.approx(WEIGHTS, rel=1e-2)


def test_a_period_belongs_to_a_table_of_grensdata(files, capsys):
    assert run(files, "--period", "2022JJ00") == 2
    assert "--grensdata" in capsys.readouterr().err


def test_realised_reach_by_municipality(tmp_path, capsys):
    from grensgeo.region.region import load_region

    region = load_region("data/sample")
    cells = region.cells.groupby("country").head(3)
    rows = [(a, b, 10.0) for a in cells["cell_id"] for b in cells["cell_id"]]
    times = tmp_path / "car.csv"
    pd.DataFrame(rows, columns=["from_id", "to_id", "travel_time_min"]).to_csv(times, index=False)
    arguments = ["realised", times, "--region", "data/sample", "--terms", "commuting-flows-2023",
                 "--cutoff", 30, "-o", tmp_path / "realised.csv"]  # fmt: skip
    assert cli.main([str(one) for one in arguments]) == 0
    table = pd.read_csv(tmp_path / "realised.csv")
    assert set(table["country"]) == {"NL", "DE"}
    assert set(table["mode"]) == {"car"}
    assert (table["closed"] <= table["today"]).all()
    assert (table["today"] <= table["halved"]).all()
    assert (table["halved"] <= table["open"]).all()
    assert (table["border_min"].notna() == (table["open"] > table["closed"])).all()
    assert cli.main([*map(str, arguments), "--opportunities", "horses"]) == 2
    assert "horses" in capsys.readouterr().err


def test_realised_reach_of_a_table_of_reach_is_that_of_its_times(tmp_path, capsys):
    from grensgeo.region.region import load_region

    cells = load_region("data/sample").cells.groupby("country").head(3)
    rows = [(a, b, 10.0) for a in cells["cell_id"] for b in cells["cell_id"]]
    times, told = tmp_path / "car.csv", tmp_path / "reach.csv"
    pd.DataFrame(rows, columns=["from_id", "to_id", "travel_time_min"]).to_csv(times, index=False)
    for arguments in (
        ("reach", times, "--region", "data/sample", "--cutoffs", 30, "--mode", "car", "-o", told),
        ("realised", times, *REGION, "--cutoff", 30, "-o", tmp_path / "one.csv"),
        ("realised", "--reach", told, *REGION, "-o", tmp_path / "two.csv"),
    ):
        assert cli.main([str(one) for one in arguments]) == 0
    one, two = (pd.read_csv(tmp_path / name) for name in ("one.csv", "two.csv"))
    pd.testing.assert_frame_equal(one, two, check_like=True, rtol=1e-4)
    for code, wrong in (
        ("--cutoff", ["--reach", told, "--cutoff", 45]),
        ("--decay", ["--reach", told, "--decay", "exponential:rate=0.05"]),
        ("either TIMES or --reach", [times, "--reach", told]),
    ):
        assert cli.main([str(one) for one in ("realised", *wrong, *REGION, "-o", told)]) == 2
        assert code in capsys.readouterr().err


REGION = ("--region", "data/sample", "--terms", "commuting-flows-2023")
