"""Tables written some origins at a time, resumed where they were left, and opened where they lie."""

import hashlib
import json

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest
from drawnstudy import write_drawn_study
from towns import DAY, buses, random_points, town

import grensgeo as gg
from grensgeo.bulk import block_steps
from grensgeo.cli import main
from grensgeo.errors import FileError, InputError
from grensgeo.measures.reach_inputs import read_reach_inputs
from grensgeo.network import with_feeds
from grensgeo.traveltimes import Trip

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")


@pytest.fixture
def small(monkeypatch):
    """Parts of a few origins."""
    monkeypatch.setattr(block_steps, "PAIRS", 100)


def same(path, times):
    found, expected = pd.read_parquet(path), times.to_frame()
    assert list(found) == list(expected)
    pd.testing.assert_frame_equal(found, expected, check_dtype=False, check_exact=True)


def parts_of(path):
    return [path] if path.is_file() else sorted(path.glob("*.parquet"))


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", ["times.parquet", "times"])
def test_what_is_written_is_the_table(tmp_path, name):
    network, people = town(4), random_points(7, 30, name="p")
    trip = Trip("walk", max_min=40)
    path = gg.write_travel_times(network, people, people, trip, path=tmp_path / name)
    same(path, gg.travel_times(network, people, people, trip))
    files = parts_of(path)
    assert sum(pq.read_metadata(file).num_row_groups for file in files) == 10
    told = json.loads(pq.read_schema(files[-1]).metadata[b"grensgeo"])
    assert told["trip"] == {"mode": "walk", "max_min": 40, "foreign_routing": True}
    assert told["notes"]
    # once more, over what stands there
    gg.write_travel_times(network, people.iloc[:5], people, trip, path=path)
    assert len(pd.read_parquet(path)) == 150
    assert [item.name for item in tmp_path.iterdir()] == [name]


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", ["times.parquet", "times"])
def test_measures_know_what_they_read(tmp_path, name):
    network, people = town(4), random_points(7, 30, name="p")
    trip = Trip("walk", max_min=40)
    path = gg.write_travel_times(network, people, people, trip, path=tmp_path / name)
    jobs = tmp_path / "jobs.csv"
    people[["id", "country"]].assign(jobs=2).to_csv(jobs, index=False)
    inputs = read_reach_inputs(path, opportunities=jobs, cutoffs_min=[40])
    assert len(inputs.times) == 900
    assert inputs.provenance == gg.travel_times(network, people, people, trip).provenance
    with pytest.raises(InputError, match="the times end at 40 min"):
        read_reach_inputs(path, opportunities=jobs, cutoffs_min=[41])
    for part in parts_of(path):
        part.write_bytes(part.read_bytes()[:-9])
    with pytest.raises(FileError, match="cannot be read as parquet"):
        read_reach_inputs(path, opportunities=jobs, cutoffs_min=[40])


@pytest.mark.usefixtures("small")
def test_times_by_timetable_are_opened_as_they_were(tmp_path):
    network = with_feeds(town(4), [buses(tmp_path / "buses.zip", 5)])
    people = random_points(2, 12, name="p")
    trip = Trip(
        "transit", departure=f"{DAY}T08:00", window_min=10, percentiles=(25, 75), max_min=60
    )
    path = gg.write_travel_times(network, people, people, trip, path=tmp_path / "times")
    times = gg.travel_times(network, people, people, trip)
    same(path, times)
    stored = gg.open_travel_times(path)
    assert stored.trip == trip
    assert len(stored.parts) == 2
    for part in json.loads((path / "_manifest.json").read_text())["parts"]:
        assert hashlib.sha256((path / part["file"]).read_bytes()).hexdigest() == part["sha256"]
    back = stored.rows(slice(3, 11))
    np.testing.assert_array_equal(back.minutes, times.minutes[3:11])
    np.testing.assert_array_equal(back.percentile_minutes, times.percentile_minutes[:, 3:11])
    np.testing.assert_array_equal(back.rides, times.rides[3:11])
    np.testing.assert_array_equal(back.reason_codes(), times.reason_codes()[3:11])


@pytest.mark.usefixtures("small")
def test_stored_times_stand_for_travel_times(tmp_path):
    network, people = town(4), random_points(7, 30, name="p")
    trip = Trip("bicycle", max_min=40, foreign_routing=False)
    path = gg.write_travel_times(network, people, people, trip, path=tmp_path / "times")
    times, stored = gg.travel_times(network, people, people, trip), gg.open_travel_times(path)
    assert stored.provenance == times.provenance
    jobs = {"jobs": pd.Series(np.arange(30.0), index=people["id"])}
    pd.testing.assert_frame_equal(
        gg.reach(stored, jobs, cutoffs_min=[10, 20]), gg.reach(times, jobs, cutoffs_min=[10, 20])
    )
    array = stored.to_xarray()
    assert array.chunks[0] == (3,) * 10
    np.testing.assert_array_equal(array.sel(from_id="p4").to_numpy(), times.minutes[4])
    (path / "part-00003.parquet").write_bytes(b"PAR1")  # nothing is read before it is asked for
    again = gg.open_travel_times(path)
    np.testing.assert_array_equal(again.to_xarray()[4].to_numpy(), times.minutes[4])
    with pytest.raises(FileError, match=r"part-00003\.parquet: damaged"):
        again.to_xarray()[9].compute()
    (path / "part-00003.parquet").unlink()
    with pytest.raises(FileError, match="1 parts are missing, part-00003"):
        gg.open_travel_times(path)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("library", ["duckdb", "polars"])
def test_other_programs_read_the_parts_as_one_table(tmp_path, library):
    network, people = town(4), random_points(7, 30, name="p")
    path = gg.write_travel_times(network, people, people, Trip("walk"), path=tmp_path / "times")
    program, parts = pytest.importorskip(library), f"{path}/*.parquet"
    if library == "duckdb":
        found = program.sql(f"SELECT * FROM '{parts}' ORDER BY from_id, to_id").df()
    else:
        found = program.scan_parquet(parts).sort("from_id", "to_id").collect().to_pandas()
    expected = gg.travel_times(network, people, people, Trip("walk")).to_frame()
    pd.testing.assert_frame_equal(
        found,
        expected.sort_values(["from_id", "to_id"], ignore_index=True),
        check_dtype=False,
        check_exact=True,
    )


@pytest.mark.parametrize("mode", ["car", "transit"])
def test_reach_of_blocks_is_reach_of_all(tmp_path, mode):
    network = with_feeds(town(4), [buses(tmp_path / "buses.zip", 5)])
    people = random_points(7, 30, name="p")
    trip = (
        Trip("car", max_min=40)
        if mode == "car"
        else Trip("transit", departure=f"{DAY}T08:00", window_min=10, max_min=40)
    )
    jobs = {"jobs": pd.Series([None, *np.arange(1.25, 30)], index=people["id"])}
    bounds = {"jobs": (jobs["jobs"] - 1, jobs["jobs"] + 1)}
    edge = pd.Series(np.arange(30) % 7 == 0, index=people["id"])
    told = {"cutoffs_min": [10, 20.5], "edge": edge, "bounds": bounds}
    path = gg.write_reach(
        network, people, people, trip, jobs, path=tmp_path / "reach.parquet", block=7, **told
    )
    expected = gg.reach(gg.travel_times(network, people, people, trip), jobs, **told)
    pd.testing.assert_frame_equal(
        pd.read_parquet(path, dtype_backend="pyarrow"),
        expected.convert_dtypes(dtype_backend="pyarrow"),
        check_dtype=False,
        rtol=1e-12,
    )
    with pytest.raises(FileError, match="no travel times in parts"):
        gg.open_travel_times(path)


def test_nobody_and_nothing(tmp_path):
    network, people = town(4), random_points(7, 3, name="p")
    path = gg.write_travel_times(
        network, people[:0], people, Trip("car"), path=tmp_path / "a.parquet"
    )
    assert list(pd.read_parquet(path)) == ["from_id", "to_id", "travel_time_min", "reason"]
    with pytest.raises(InputError, match="block is 0"):
        gg.write_travel_times(
            network, people, people, Trip("car"), path=tmp_path / "b.parquet", block=0
        )


@pytest.mark.usefixtures("small")
def test_what_was_left_is_gone_on_with(tmp_path, monkeypatch):
    network, people = town(4), random_points(7, 30, name="p")
    other = tmp_path / "notes"
    other.mkdir()
    (other / "read.me").write_text("mine")
    with pytest.raises(FileError, match=r"read\.me besides parts"):
        gg.write_travel_times(network, people, people, Trip("car"), path=other)
    assert (other / "read.me").read_text() == "mine"
    path = gg.write_travel_times(network, people, people, Trip("car"), path=tmp_path / "times")
    before = {file.name: file.read_bytes() for file in path.iterdir()}
    table, calls = block_steps.times_table, []

    def fails(times):
        calls.append(times.from_id[0])
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        return table(times)

    walks = gg.write_travel_times(network, people, people, Trip("walk"), path=tmp_path / "whole")
    monkeypatch.setattr(block_steps, "times_table", fails)
    with pytest.raises(FileError, match="No space left"):
        gg.write_travel_times(network, people, people, Trip("walk"), path=path)
    assert {file.name: file.read_bytes() for file in path.iterdir()} == before
    assert (tmp_path / "times.unfinished").is_dir()
    gg.write_travel_times(network, people, people, Trip("walk"), path=path)
    assert calls == ["p0", "p3", "p6", "p6", "p9", "p12", "p15", "p18", "p21", "p24", "p27"]
    for file in walks.iterdir():
        assert (path / file.name).read_bytes() == file.read_bytes()
    assert sorted(item.name for item in tmp_path.iterdir()) == ["notes", "times", "whole"]
    with pytest.raises(InputError, match="origins"):
        gg.write_travel_times(network, people.assign(lon=200), people, Trip("car"), path=path)
    assert not (tmp_path / "times.unfinished").exists()


def test_commands_write_parts_and_reach_of_cells(tmp_path, capsys):
    path = write_drawn_study(tmp_path / "study")
    study = gg.read_study(path)
    network, (region, *_) = next(iter(study.networks.values())), [study.region]
    cells = gg.load_region(region).cells
    cells[["cell_id", "lon", "lat", "country"]].to_csv(tmp_path / "cells.csv", index=False)
    told = [str(network), "--mode", "walk", "--max-min", "60"]
    times = ["times", *told, "--origins", str(tmp_path / "cells.csv")]
    assert main([*times, "--parts", "-o", str(tmp_path / "times")]) == 0
    assert f"{len(cells)} origins" in capsys.readouterr().out
    assert main([*times, "--cluster", "local:2", "-o", str(tmp_path / "a.csv")]) == 2
    assert "give --parts" in capsys.readouterr().err
    reach = ["cell-reach", *told, "--region", str(region), "--cutoffs", "20"]
    to = ["-o", str(tmp_path / "reach.parquet")]
    assert main([*reach, "--opportunities", "jbos", *to]) == 2
    assert "jbos" in capsys.readouterr().err
    assert main([*reach, "--opportunities", "jobs", "--block", "4", *to]) == 0
    assert set(pd.read_parquet(tmp_path / "reach.parquet")["id"]) == set(cells["cell_id"])
