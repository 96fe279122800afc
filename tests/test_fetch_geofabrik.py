"""Extracts chosen by outline."""

import pytest
import shapely

from grensgeo.errors import FileError, InputError
from grensgeo.fetch.geofabrik import ExtractOutline, choose_extracts, md5_said


def index(**boxes):
    return [
        ExtractOutline(name, f"{name}-latest.osm.pbf", shapely.box(*b))
        for name, b in boxes.items()
    ]


LAND = index(land=(0, 0, 10, 10), west=(0, 0, 5, 10), east=(4.99, 0, 10, 10), town=(1, 1, 2, 2))


@pytest.mark.parametrize(
    ("box", "chosen"),
    [
        ((1.2, 1.2, 1.8, 1.8), ["town"]),
        ((1.5, 1.5, 3, 3), ["west"]),  # the town would be left out again
        ((4, 1, 6, 2), ["east", "west"]),
        ((4.992, 1, 6, 2), ["east"]),
        ((9, 9, 12, 12), ["east"]),  # beyond is sea
    ],
)
def test_the_smallest_that_cover_it_are_chosen(box, chosen):
    assert sorted(e.extract_id for e in choose_extracts(LAND, shapely.box(*box))) == chosen


def test_a_gap_between_neighbours_is_no_reason_for_the_whole_land():
    parts = index(land=(0, 0, 10, 10), west=(0, 0, 4.998, 10), east=(5, 0, 10, 10))
    found = choose_extracts(parts, shapely.box(4, 1, 6, 2))
    assert sorted(e.extract_id for e in found) == ["east", "west"]


def test_beyond_all_extracts_it_is_told():
    with pytest.raises(InputError, match=r"no extract covers 20\.00, 20\.00 to"):
        choose_extracts(LAND, shapely.box(20, 20, 21, 21))


def test_a_checksum_is_that_of_the_file_it_names():
    digest = "0123456789abcdef" * 2
    assert md5_said(f"{digest}  ./a-211019.osm.pbf\n", of="a-211019.osm.pbf", where="x") == digest
    assert md5_said(digest.upper(), of="a", where="x") == digest
    for text, said in ((f"{digest}  b.pbf", "checksum of b.pbf"), ("<html>", "no checksum")):
        with pytest.raises(FileError, match=said):
            md5_said(text, of="a.pbf", where="x")
