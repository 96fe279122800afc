"""Travel times written while they are computed."""

import json

import pandas as pd
import pyarrow.parquet as pq
import pytest
from towns import DAY, buses, random_points, town

import grensgeo as gg
from grensgeo.errors import FileError, InputError
from grensgeo.measures.reach_inputs import read_reach_inputs
from grensgeo.network import with_feeds
from grensgeo.traveltimes import Trip, time_parts

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")


@pytest.fixture
def small(monkeypatch):
    """Parts of a few origins."""
    monkeypatch.setattr(time_parts, "_PAIRS", 100)


def same(path, times):
    found, expected = pd.read_parquet(path), times.to_frame()
    assert list(found) == list(expected)
    pd.testing.assert_frame_equal(found, expected, check_dtype=False, check_exact=True)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("name", ["times.parquet", "times"])
def test_what_is_written_is_the_table(tmp_path, name):
    network, people = town(4), random_points(7, 30, name="p")
    trip = Trip("walk", max_min=40)
    path = gg.write_travel_times(network, people, people, trip, path=tmp_path / name)
    same(path, gg.travel_times(network, people, people, trip))
    files = [path] if path.is_file() else sorted(path.iterdir())
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
    for part in [path] if path.is_file() else path.iterdir():
        part.write_bytes(part.read_bytes()[:-9])
    with pytest.raises(FileError, match="cannot be read as parquet"):
        read_reach_inputs(path, opportunities=jobs, cutoffs_min=[40])


@pytest.mark.usefixtures("small")
def test_percentiles_and_rides(tmp_path):
    network = with_feeds(town(4), [buses(tmp_path / "buses.zip", 5)])
    people = random_points(2, 12, name="p")
    trip = Trip(
        "transit", departure=f"{DAY}T08:00", window_min=10, percentiles=(25, 75), max_min=60
    )
    path = gg.write_travel_times(network, people, people, trip, path=tmp_path / "times")
    same(path, gg.travel_times(network, people, people, trip))


def test_nobody_and_nothing(tmp_path):
    network, people = town(4), random_points(7, 3, name="p")
    path = gg.write_travel_times(
        network, people[:0], people, Trip("car"), path=tmp_path / "a.parquet"
    )
    assert list(pd.read_parquet(path)) == ["from_id", "to_id", "travel_time_min", "reason"]


@pytest.mark.usefixtures("small")
def test_whole_or_not_at_all(tmp_path, monkeypatch):
    network, people = town(4), random_points(7, 30, name="p")
    other = tmp_path / "notes"
    other.mkdir()
    (other / "read.me").write_text("mine")
    with pytest.raises(FileError, match=r"read\.me besides parts"):
        gg.write_travel_times(network, people, people, Trip("car"), path=other)
    assert (other / "read.me").read_text() == "mine"
    path = gg.write_travel_times(network, people, people, Trip("car"), path=tmp_path / "times")
    before = {file.name: file.read_bytes() for file in path.iterdir()}
    table, calls = time_parts._table, []

    def fails(times):
        calls.append(times)
        if len(calls) == 3:
            raise OSError(28, "No space left on device")
        return table(times)

    monkeypatch.setattr(time_parts, "_table", fails)
    for place in (path, tmp_path / "new"):
        calls.clear()
        with pytest.raises(FileError, match="No space left"):
            gg.write_travel_times(network, people, people, Trip("walk"), path=place)
    assert {file.name: file.read_bytes() for file in path.iterdir()} == before
    assert sorted(item.name for item in tmp_path.iterdir()) == ["notes", "times"]
