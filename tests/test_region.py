import geopandas as gpd
import pandas as pd
import pytest
import shapely

from grensgeo.errors import FileError, InputError
from grensgeo.provenance import Provenance, Source
from grensgeo.region.region import Region, load_region

LEFT, RIGHT = shapely.box(6.9, 52.0, 7.0, 52.1), shapely.box(7.0, 52.0, 7.1, 52.1)


def tables():
    municipalities = gpd.GeoDataFrame(
        {
            "region_code": ["05554020", "GM0153"],
            "name": ["Gronau", "Enschede"],
            "country": ["DE", "NL"],
            "nuts3": ["DEA34", "NL213"],
            "nuts3_name": ["Borken", "Twente"],
            "area": ["muensterland", "twente"],
            "population": [3, 10],
            "population_date": ["2022-05-15", "2021-01-01"],
            "place_lon": [7.05, 6.95],
            "place_lat": [52.05, 52.05],
        },
        geometry=[RIGHT, LEFT],
        crs=4326,
    )
    halves = [
        shapely.box(6.9, 52.0, 6.95, 52.1),
        shapely.box(6.95, 52.0, 7.0, 52.1),
        RIGHT,
    ]
    cells = gpd.GeoDataFrame(
        {
            "cell_id": ["a-GM0153", "b-GM0153", "b-05554020"],
            "grid_id": ["a", "b", "b"],
            "region_code": ["GM0153", "GM0153", "05554020"],
            "country": ["NL", "NL", "DE"],
            "population": [7, 3, 3],
            "lon": [6.92, 6.97, 7.05],
            "lat": [52.05, 52.05, 52.05],
        },
        geometry=halves,
        crs=4326,
    )
    row = {
        "job_concept": "all_jobs",
        "published_count": None,
        "published_concept": None,
        "conversion": "none",
        "reference_date": "2023",
        "source_id": "none",
        "modelled": False,
    }
    table = pd.DataFrame(
        [
            {"region_code": "GM0153", "opportunity": "jobs", "count": 100.0, **row},
            {"region_code": "05554020", "opportunity": "jobs", "count": 10.0, **row},
            {"region_code": "GM0153", "opportunity": "places", "count": None, **row},
            {"region_code": "05554020", "opportunity": "places", "count": 0.0, **row},
        ]
    )
    return municipalities, cells, table


def region():
    border = gpd.GeoSeries([shapely.LineString([(7.0, 52.0), (7.0, 52.1)])], crs=4326)
    provenance = Provenance((Source("a", "A", "CC0-1.0", "A"),), ("a note",))
    return Region(*tables(), border, provenance)


def test_counts_are_shared_by_inhabitants_and_missing_is_not_zero():
    opportunities = region().opportunities
    assert list(opportunities) == ["jobs", "places"]
    assert len(opportunities) == 2
    assert opportunities["jobs"].to_dict() == pytest.approx(
        {"a-GM0153": 70.0, "b-GM0153": 30.0, "b-05554020": 10.0}
    )
    assert opportunities["places"].isna().to_dict() == {
        "a-GM0153": True,
        "b-GM0153": True,
        "b-05554020": False,
    }
    assert opportunities.missing("places").sum() == 2
    assert opportunities["places"]["b-05554020"] == 0
    with pytest.raises(KeyError, match="shops; there are jobs, places"):
        opportunities["shops"]


def test_a_series_that_is_changed_does_not_change_the_region():
    here = region()
    series = here.opportunities["jobs"]
    series[:] = 0
    assert here.opportunities["jobs"].sum() == pytest.approx(110)


def test_views():
    here = region()
    assert here.places.loc["GM0153"].geometry.equals(shapely.Point(6.95, 52.05))
    assert here.countries["GM0153"] == "NL"
    assert here.countries["b-05554020"] == "DE"
    assert here.country_areas()["country"].tolist() == ["DE", "NL"]
    assert "2 municipalities" in repr(here)
    # a column and an index of one name would make pandas refuse this
    here.cells.merge(here.municipalities[["region_code", "name"]], on="region_code")


def test_select():
    here = region()
    assert here.select(area="twente").cells["population"].sum() == 10
    assert here.select(country="DE").municipalities["name"].tolist() == ["Gronau"]
    assert len(here.select(("GM0153", "05554020")).cells) == 3
    assert len(here.municipalities) == 2
    with pytest.raises(InputError, match="area drenthe is not in the region"):
        here.select(area=("twente", "drenthe"))
    with pytest.raises(InputError, match="no municipality meets"):
        here.select(area="twente", country="DE")


def test_save_and_load_give_the_same_and_the_same_bytes(tmp_path):
    here = region()
    here.save(tmp_path / "one")
    again = load_region(tmp_path / "one")
    pd.testing.assert_frame_equal(pd.DataFrame(here.cells), pd.DataFrame(again.cells))
    pd.testing.assert_frame_equal(
        pd.DataFrame(here.municipalities), pd.DataFrame(again.municipalities)
    )
    assert again.opportunities["places"].isna().sum() == 2
    assert again.opportunity_table["region_code"].tolist()[1] == "05554020"
    assert again.provenance == here.provenance
    again.save(tmp_path / "two")
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes(), file.name


@pytest.mark.parametrize("name", ["cells.parquet", "opportunities.csv", "catalogue.json"])
def test_damaged_files_are_named(tmp_path, name):
    region().save(tmp_path)
    file = tmp_path / name
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(FileError, match=name):
        load_region(tmp_path)
    file.unlink()
    with pytest.raises(FileError, match=name):
        load_region(tmp_path)


def test_a_region_is_not_saved_over_a_file(tmp_path):
    (tmp_path / "file").write_text("kept")
    with pytest.raises(FileError, match="is a file; name a folder"):
        region().save(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "kept"


def test_folder_and_manifest(tmp_path):
    with pytest.raises(FileError, match="no such folder"):
        load_region(tmp_path / "absent")
    with pytest.raises(FileError, match=r"is not a region: it has no manifest.json"):
        load_region(tmp_path)
    (tmp_path / "manifest.json").write_text('{"kind": "network", "format": 1}')
    with pytest.raises(FileError, match="kind 'network'"):
        load_region(tmp_path)
    (tmp_path / "manifest.json").write_text('{"kind": "region", "format": 1}')
    with pytest.raises(FileError, match="no 'files'"):
        load_region(tmp_path)


def test_contradictions_are_collected():
    municipalities, cells, table = tables()
    cells.loc[0, "population"] = -7
    cells.loc[2, "country"] = "NL"
    table.loc[0, "count"] = -1.0
    table.loc[1, "region_code"] = "05554099"
    border = gpd.GeoSeries([LEFT.boundary], crs=4326)
    with pytest.raises(InputError) as caught:
        Region(municipalities, cells, table, border, Provenance())
    text = str(caught.value)
    for part in (
        "fewer than no inhabitants: a-GM0153",
        "do not add up to the inhabitants of GM0153",
        "another country than their municipality: b-05554020",
        "counts below zero: GM0153",
        "opportunities of municipalities that are not there: 05554099",
    ):
        assert part in text


def test_other_coordinates_are_refused():
    municipalities, cells, table = tables()
    border = gpd.GeoSeries([LEFT.boundary], crs=4326)
    with pytest.raises(InputError, match="cells are in"):
        Region(municipalities, cells.to_crs(3035), table, border, Provenance())


def test_opportunities_need_somebody_who_lives_there():
    municipalities, cells, table = tables()
    municipalities.loc[0, "population"] = 0
    border = gpd.GeoSeries([LEFT.boundary], crs=4326)
    with pytest.raises(InputError, match="where nobody lives, so no cell can hold them: 05554020"):
        Region(municipalities, cells.iloc[:2], table, border, Provenance())


def changed(*, municipalities=None, cells=None, table=None, border=None):
    """Make the region anew with one of its tables changed by a function."""
    here = tables()
    parts = zip(here, (municipalities, cells, table), strict=True)
    line = gpd.GeoSeries([shapely.LineString([(7.0, 52.0), (7.0, 52.1)])], crs=4326)
    return Region(
        *(frame if change is None else change(frame) for frame, change in parts),
        line if border is None else border(line),
        Provenance((Source("a", "A", "CC0-1.0", "A"),)),
    )


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        (
            {"municipalities": lambda m: m.assign(place_lon=0.0, place_lat=[52.05, 0.0])},
            r"main places that lie outside their municipality: 05554020, GM0153, the first at \(0,",
        ),
        (
            {
                "municipalities": lambda m: m.assign(
                    place_lon=m["place_lat"], place_lat=m["place_lon"]
                )
            },
            "main places that lie outside their municipality: latitude and longitude are swapped",
        ),
        (
            {"cells": lambda c: c.assign(lon=c["lat"], lat=c["lon"])},
            "points of cells that lie outside the cell: latitude and longitude are swapped",
        ),
        (
            {"cells": lambda c: c.assign(lon=c["lon"] + 0.3)},
            "points of cells that lie outside the cell: a-GM0153",
        ),
        (
            {"cells": lambda c: c.set_geometry(c.translate(0.5, 0)).assign(lon=c["lon"] + 0.5)},
            "cells that lie outside their municipality, shifted or of another one: a-GM0153",
        ),
        (
            {"table": lambda t: t.assign(source_id="b")},
            "sources that the catalogue does not have: b",
        ),
        (
            {"border": lambda b: b.to_crs(28992)},
            "border is in Amersfoort / RD New, not in EPSG:4326",
        ),
        (
            {"border": lambda b: b.to_crs(28992).set_crs(4326, allow_override=True)},
            "are not degrees",
        ),
        ({"border": lambda b: b.set_crs(None, allow_override=True)}, "the border has no CRS"),
        ({"border": lambda b: b[:0]}, "no border, though municipalities lie in DE, NL"),
        ({"border": lambda b: b.buffer(0.1)}, "the border is Polygon, expected lines"),
        (
            {"border": lambda b: b.transform(lambda xy: xy[:, ::-1])},
            "elsewhere than the municipalities; latitude and longitude are swapped",
        ),
        ({"border": lambda b: b.translate(40, 0)}, "elsewhere .*; give the border of this region"),
        ({"border": lambda _: None}, "the border is a NoneType; give a GeoSeries"),
        (
            {
                "municipalities": lambda m: m.assign(region_code=["5554020", "GM0153"]),
                "cells": lambda c: c.assign(region_code=["GM0153", "GM0153", "5554020"]),
                "table": lambda t: t.assign(region_code=t["region_code"].str.lstrip("0")),
            },
            "took for numbers: 5554020",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore:Geometry is in a geographic CRS")
def test_what_lies_elsewhere_or_is_not_known_is_refused(changes, word):
    assert changed().border.geom_type.tolist() == ["LineString"]
    with pytest.raises(InputError, match=f"region: .*{word}"):
        changed(**changes)


def test_a_region_of_one_country_needs_no_border():
    municipalities, cells, table = tables()
    alone = Region(
        municipalities[1:],
        cells[:2],
        table[table["region_code"] == "GM0153"],
        gpd.GeoSeries([], crs=4326),
        Provenance((Source("none", "A", "CC0-1.0", "A"),)),
    )
    assert alone.border.empty


def test_what_a_frame_carries_along_does_not_hinder_saving(tmp_path):
    municipalities, cells, table = tables()
    municipalities.attrs["seam"] = object()
    border = gpd.GeoSeries([shapely.LineString([(7.0, 52.0), (7.0, 52.1)])], crs=4326)
    Region(municipalities, cells, table, border, Provenance()).save(tmp_path)
    assert len(load_region(tmp_path).cells) == 3
