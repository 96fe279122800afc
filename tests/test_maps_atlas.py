import json
import re
import zlib
from pathlib import Path

import geopandas as gpd
import numpy as np
import pytest
import shapely
from shapely import MultiPolygon, Polygon, box
from toyatlas import toy_atlas, toy_atlas_region, toy_cells
from toyregion import toy_region

import grensgeo as gg
from benchmarks.atlas import bytes_of
from grensgeo import maps, words
from grensgeo.errors import InputError
from grensgeo.maps import classes, page
from grensgeo.maps.atlas_cells import at_edge, data_edge, outlines
from grensgeo.notes import Note, stated
from grensgeo.provenance import Provenance, Source

SOURCES = Path(page.__file__).parents[2] / "js" / "src"
HOSTILE = "</script><img src=x onerror=alert(1)>'\"`${alert(2)}"


@pytest.fixture(scope="module")
def atlas():
    """An atlas of five squares."""
    return toy_atlas()[0]


def page_data(html):
    """Give what the scripts of a page read."""
    found = re.search(
        r'<script type="application/json" id="grensgeo-data">(.*?)</script>', html, re.DOTALL
    )
    return json.loads(found.group(1))


def rebuilt(found):
    """Put cells together again from what :func:`outlines` gave, as the page does."""
    starts = np.cumsum(np.column_stack([found["start_x"], found["start_y"]]), axis=0)
    steps = np.column_stack([found["step_x"], found["step_y"]])
    cells, ring, step = [], 0, 0
    for count in found["rings"]:
        shape = Polygon()
        for _ in range(count):
            n = int(found["corners"][ring])
            corners = np.cumsum(np.vstack([starts[ring], steps[step : step + n - 1]]), axis=0)
            shape = shape.symmetric_difference(Polygon(corners / 1e4))
            ring, step = ring + 1, step + n - 1
        cells.append(shape)
    return cells


def test_outlines_come_back_as_they_were():
    hole = box(7, 52, 7.1, 52.1).difference(box(7.02, 52.02, 7.04, 52.05))
    shapes = [
        box(6.9, 52, 6.95, 52.05),
        hole,
        MultiPolygon([box(7.2, 52, 7.21, 52.02), box(7.3, 52, 7.31, 52.02)]),
        box(7.5, 52.5, 7.500001, 52.500001),  # nothing on the grid of the page
    ]
    again = rebuilt(outlines(gpd.GeoDataFrame(geometry=shapes, crs=4326)))
    for one, other in zip(shapes[:3], again[:3], strict=True):
        assert one.symmetric_difference(other).area < 1e-9
    assert again[3].is_empty


def test_what_is_no_outline_is_refused():
    points = gpd.GeoDataFrame(geometry=[shapely.Point(7, 52)], index=["a"], crs=4326)
    with pytest.raises(InputError, match="cells a are no polygons"):
        outlines(points)
    with pytest.raises(InputError, match="no CRS"):
        outlines(gpd.GeoDataFrame(geometry=[box(7, 52, 8, 53)]))


def test_the_edge_of_the_data_is_where_no_municipality_follows():
    towns = toy_region().municipalities
    cells = toy_cells(towns)
    near = at_edge(cells, data_edge(towns))
    # squares of 3.4 by 5.6 km, four in each direction: those in the two middle rows of the towns
    # between the first and the last have only neighbours
    inner = {
        f"{code}-{i}{j}"
        for code in ("GM0002", "05000001", "05000002")
        for i in range(4)
        for j in (1, 2)
    }
    inner |= {f"GM0001-{i}{j}" for i in (1, 2, 3) for j in (1, 2)}
    inner |= {f"05000003-{i}{j}" for i in (0, 1, 2) for j in (1, 2)}
    assert set(cells.index[~near]) == inner


def test_the_page_holds_everything_and_names_no_server(atlas):
    text = atlas.html()
    assert text == atlas.html()
    assert "default-src 'none'" in text
    frame = text[text.index("<body>") : text.index("<script")]
    assert not re.search(r"https?:", frame)
    data = page_data(text)
    assert data["start"]["place"] == "place:GM0002"
    assert data["start"]["opportunity"] == "jobs"
    assert data["study"] == ["05000001", "05000002", "GM0001", "GM0002"]
    assert data["opportunities"] == ["apprenticeships", "jobs", "population"]
    manifest = json.loads(zlib.decompress(bytes_of(data["engine"]["head"])))
    names = [part["name"] for part in manifest["parts"]]
    assert {"shape/rings", "shape/edge", "opportunity/municipality/jobs"} <= set(names)
    assert [source["attribution"]["nl"] for source in data["sources"]] == [
        "© Nobody",
        "© Roadbuilders",
    ]
    assert [said["de"] for said in data["attributions"]] == [
        "© Nobody [CC0-1.0, 2022]",
        "© Roadbuilders [ODbL-1.0, 2026]",
    ]


def test_names_cannot_leave_the_data():
    names = {"GM0002": HOSTILE}
    atlas = toy_atlas(
        names=names,
        title=HOSTILE,
        provenance=Provenance(
            sources=(Source("x", HOSTILE, HOSTILE, HOSTILE, "2022", "javascript:alert(1)"),),
            notes=(HOSTILE,),
        ),
        trip_titles={"car": {"nl": HOSTILE}},
    )[0]
    text = atlas.html()
    assert HOSTILE not in text
    assert "<img src=x" not in text
    assert "javascript:alert" not in text.split("</head>")[1].split("<script")[0]
    data = page_data(text)
    assert next(row for row in data["base"]["areas"] if row[0] == "GM0002")[1] == HOSTILE
    assert [s["url"] for s in data["sources"] if s["title"] == HOSTILE] == [""]


def test_every_fault_is_said_at_once():
    atlas, region, network, trips = toy_atlas()
    taken = atlas.portable
    with pytest.raises(InputError) as caught:
        gg.Atlas(
            region,
            taken,
            opportunities=("jobs", "stages"),
            areas=("achterhoek",),
            place="GM9999",
            trip="plane",
            cutoff_min=200,
            language="fr",
        )
    for word in ("stages", "achterhoek", "GM9999", "plane", "200", "'fr'"):
        assert word in str(caught.value)
    half = gg.portable(network, region.cells.iloc[:8], trips, places=region.places)
    with pytest.raises(InputError, match="cells are not those of the region"):
        gg.Atlas(region, half)
    with pytest.raises(InputError, match="no places"):
        gg.Atlas(region, gg.portable(network, region.cells, trips))


def test_notes_that_differ_in_figures_alone_are_told_once():
    brief = {"nl": "Banen geschat", "de": "Stellen geschätzt", "en": "Jobs modelled"}
    one, other = (stated(text, brief=brief) for text in ("One thing.", "Another."))
    notes = (one, other, "Something else.", Note("schematic"))
    atlas = toy_atlas(provenance=Provenance(notes=notes))[0]
    data = page_data(atlas.html())
    jobs = [note["details"] for note in data["notes"] if note["text"] == brief]
    assert jobs == [[one.texts(), other.texts()]]
    assert [note["text"]["en"] for note in data["strip"]].count("Jobs modelled") == 1
    assert Note("schematic").short in [note["short"] for note in data["strip"]]


def test_the_gallery_shows_what_lies_within_the_cutoff(tmp_path):
    opening = {
        "GM0001": 12.0,
        "GM0002": 0.0,
        "05000001": 29.0,
        "05000002": 31.0,
        "05000003": np.nan,
    }
    atlas = toy_atlas(opening=opening)[0]
    fills = re.findall(r'fill="(#\w+)" stroke="#9a9ca3"', maps.preview(atlas))
    # in the order of codes: Grenzstadt, Hinterfeld, Ringdorf, Westerveld, Oosterveld
    land = "#f3f1ec"
    assert fills == [classes.BANDS[1], land, land, classes.BANDS[0], classes.BANDS[0]]
    path = maps.index_page({"atlas": atlas}, tmp_path / "index.html", language="en")
    assert words.text("atlas.sentence")["en"] in path.read_text(encoding="utf-8")


#: Ends of the keys of the sentence at the top.
HEADLINES = [
    "", "_same", "_same_edge", "_undefined", "_unknown", "_nothing", "_still", "_no_stop",
]  # fmt: skip


def test_every_text_that_the_scripts_ask_for_is_there():
    known = set(page.texts("atlas", countries=()))
    texts = "\n".join(file.read_text("utf-8") for file in SOURCES.glob("atlas/*.js"))
    asked = set(re.findall(r'\bt\("(\w+)"', texts)) | set(re.findall(r'words\.t\("(\w+)"', texts))
    stems = {
        "reading_",
        "border_",
        "shown_",
        "direction_",
        "whose_",
        "owner_",
        "rank_own_",
        "rank_left_",
        "bounds_",
    }
    assert asked - known - stems == set()
    for stem, ends in {
        "bounds_": ("lower", "upper"),
        "border_": ("closed", "realised", "open"),
        "shown_": ("closed", "realised", "open"),
        "reading_": ("destinations", "routing"),
        "direction_": ("from", "to"),
        "head_from": HEADLINES,
        "head_to": HEADLINES,
        "from_": ("mean", "place", "stop", "cell"),
        "to_": ("place", "stop", "cell"),
        "whose_": ("mean", "place"),
        "owner_": ("mean", "place", "stop", "cell"),
        "rank_own_": ("edge", "still"),
        "rank_left_": ("edge", "still", "unknown"),
        "head_": ("not_snapped", "outside_data", "realised", "scenario", "busy"),
    }.items():
        assert {stem + end for end in ends} <= known


def test_an_atlas_without_a_ring_or_counts_still_opens():
    region = toy_atlas_region()
    region.municipalities["area"] = "ring"
    atlas, _, network, trips = toy_atlas()
    taken = gg.portable(network, region.cells, trips, places=region.places)
    data = page_data(gg.Atlas(region, taken).html())
    assert len(data["study"]) == 5
    region.opportunity_table = region.opportunity_table.iloc[:0]
    data = page_data(gg.Atlas(region, taken).html())
    assert data["opportunities"] == ["population"]
    assert data["start"]["opportunity"] == "population"
    assert atlas.heading()["nl"] == words.text("atlas.title")["nl"]
