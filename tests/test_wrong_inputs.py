"""Known wrong inputs: each is refused or told of, or stands on a short list of what can't be known.

``make test`` tries one of each of some sixty kinds, ``make check`` three of every kind of every
reader; ``WRONG_INPUTS=30`` asks for more.
"""

import os
import random

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from wrong_inputs import (
    place_tables,
    publisher_files,
    settings_files,
    street_files,
    timetable_files,
)
from wrong_inputs.kinds import judge, said

from grensgeo.errors import InputError
from grensgeo.files.delimited import read_csv
from grensgeo.geodata.points import as_points, read_points

MODULES = (place_tables, publisher_files, settings_files, street_files, timetable_files)
READERS = {reader.name: reader for module in MODULES for reader in module.READERS}
CASES = [(name, kind) for name, reader in READERS.items() for kind in reader.kinds]
MANY = int(os.environ.get("WRONG_INPUTS", "3"))
#: Kinds that no reader can know, with the reason.
UNKNOWABLE = {
    "suppressed as zero": "a zero is a count as any other",
    "hidden as zero": "a zero is a count as any other",
    "heights in feet": "hills three times as high are hills",
    "home and work swapped": "both ends are municipalities, and either may be home",
}


def judged(case, seed, folder):
    name, kind = case
    return judge(READERS[name], kind, seed, folder)


def is_heard(verdict):
    return verdict.outcome != "silent" or verdict.kind in UNKNOWABLE


def one_of_each_kind():
    """Choose a reader for each kind, another one with each kind that several have."""
    by_kind = {}
    for name, kind in CASES:
        if READERS[name] in street_files.READERS:
            continue  # of networks and files of GDAL: `make check` has them
        by_kind.setdefault(kind, []).append(name)
    quick = random.Random(19).sample(sorted(by_kind), 60)
    return [(random.Random(kind).choice(by_kind[kind]), kind) for kind in quick]


@pytest.mark.parametrize("case", one_of_each_kind(), ids=": ".join)
def test_one_of_each_kind_is_heard_of(case, tmp_path):
    verdict = judged(case, 0, tmp_path)
    assert is_heard(verdict), verdict


@pytest.mark.long
@pytest.mark.parametrize("name", READERS)
def test_every_wrong_input_is_heard_of(name, tmp_path):
    found = [
        judged((name, kind), seed, tmp_path / f"{kind} {seed}")
        for kind in READERS[name].kinds
        for seed in range(MANY)
    ]
    told = pd.Series([verdict.outcome for verdict in found]).value_counts().to_dict()
    print(f"{name}: {len(found)} wrong inputs: {told}")  # noqa: T201 - the figure, with pytest -s
    assert [str(verdict) for verdict in found if not is_heard(verdict)] == []


@pytest.mark.long
def test_there_are_enough_of_them():
    kinds = {kind for _, kind in CASES}
    assert len(kinds) >= 60
    assert len(CASES) * MANY >= 500
    assert len(UNKNOWABLE) <= 15
    assert set(UNKNOWABLE) <= kinds


# --- what looks like a mistake and is none


def quiet(read, path):
    error, told = said(read, path)
    assert error is None, error
    assert told == set()


def written(folder, text, name="f.csv"):
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.mark.parametrize(
    "text",
    [
        "id,lon,lat\na,0.2,0.4\nb,0.9,0.1\nc,0.5,0.5\n",  # a region at 0 to 1 degrees
        "id,lon,lat\na,0,0\nb,0.1,0.1\n",  # beside its neighbour
        "id,lon,lat\n5554020,7.0,52.2\n5554021,7.1,52.2\n",  # numbers that are ids
        "id,lon,lat\n1E5,7.0,52.2\n2E5,7.1,52.2\n",  # letters that are ids
        "id,country,lon,lat\na,NL,6.9,52.2\nb,ES,-3.7,40.4\nc,,12.5,41.9\n",
        "id,country,lon,lat\na,GB,-0.1,51.5\nb,US,-73.9,40.7\n",  # west is where they lie
        "id,name,lon,lat\na,SÃO PAULO,7.0,52.2\nb,Âge d'or,7.1,52.2\n",
        'id,name,lon,lat\na,"two\nlines, with a comma",7.0,52.2\nb,B,7.1,52.2\n',
        "id,lon,lat,remark\na,7.0,52.2,\nb,7.1,52.2,\n",  # the last column is empty
        "id,lon,lat\nid,7.0,52.2\ntotal,7.1,52.2\n",
        "id,lon,lat\na,45.0,45.0\nb,46.0,46.1\n",
    ],
)
def test_valid_points_are_read_without_a_word(text, tmp_path):
    quiet(read_points, written(tmp_path, text))


@pytest.mark.parametrize("ending", [".gpkg", ".geojson"])
def test_valid_layers_are_read_without_a_word(ending, tmp_path):
    frame = gpd.GeoDataFrame(
        {"id": ["a", "b"], "name": ["Münster", "Żary"], "country": ["DE", "PL"]},
        geometry=[shapely.Point(7.6, 51.96), shapely.Point(15.1, 51.6)], crs=4326,
    )  # fmt: skip
    frame.to_file(tmp_path / f"p{ending}")
    quiet(read_points, tmp_path / f"p{ending}")


def test_a_table_of_one_column_may_hold_the_name_of_it(tmp_path):
    assert len(read_csv(written(tmp_path, "id\na\nid\n"))) == 2


def test_rows_may_lack_their_empty_ends_and_are_told(tmp_path):
    error, told = said(read_csv, written(tmp_path, "id,a,b\nx,1\ny,1,2\nz,3\n"))
    assert error is None
    assert [one.partition(":")[0] for one in told] == ["doubts.short-rows"]


def test_counts_that_are_the_sum_of_others_by_chance_are_read_and_told(tmp_path):
    rows = {"GM0153": 30, "GM0168": 10, "GM0173": 15, "05554020": 5}
    text = "id,country,jobs\n" + "".join(
        f"{k},{'DE' if k[0] == '0' else 'NL'},{v}\n" for k, v in rows.items()
    )
    error, told = said(place_tables.COUNTS.read, written(tmp_path, text))
    assert error is None
    assert "doubts.total-among-parts" in {one.partition(":")[0] for one in told}


def test_a_place_abroad_is_read_and_told(tmp_path):
    text = "id,country,lon,lat\na,FR,55.45,-20.88\nb,FR,2.35,48.86\n"  # Réunion
    error, told = said(read_points, written(tmp_path, text))
    assert error is None
    assert [one.partition(":")[0] for one in told] == ["doubts.outside-country"]


def test_a_frame_in_memory_is_held_to_the_same_faults():
    frame = pd.DataFrame({"id": ["a"], "country": ["NL"], "lon": [52.2], "lat": [6.9]})
    with pytest.raises(InputError, match="swapped"):
        as_points(frame)
