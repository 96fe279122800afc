"""A region of three countries built from what was fetched from servers like those of publishers."""

import json

import geopandas as gpd
import pytest
import shapely
from publishers import Page, publishers
from rawworld import BE, DE, NL, catalogue, serve, square, zipped

import grensgeo as gg
from grensgeo.fetch.transport import Transport

REGION = """
[region]
id = "corner"
countries = ["NL", "DE", "BE"]
year = 2021
[[areas]]
id = "vaals"
codes = ["GM0981"]
[[areas]]
id = "aachen"
codes = ["05334"]
[[areas]]
id = "kelmis"
codes = ["BE_63040"]
"""
EUROPE = "/ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/nama_10r_3empers"
VK100 = "/download.cbs.nl/vierkant/100/2024-cbs_vk100_2021_vol.zip"
ZENSUS = "/www.destatis.de/static/DE/zensus/gitterdaten/Zensus2022_Bevoelkerungszahl.zip"
CENSUS = "/gisco-services.ec.europa.eu/census/2021/Eurostat_Census-GRID_2021_V3.zip"


def corner(code, places, crs, size):
    """Give the corner of the square of a grid in the middle of a municipality."""
    middle = gpd.GeoSeries([square(places[code]).centroid], crs=4326).to_crs(crs)
    return (int(middle.x.iloc[0] // size * size), int(middle.y.iloc[0] // size * size))


def cbs_squares(folder):
    x, y = corner("GM0981", NL, 28992, 100)
    ids = [f"E{(x + k * 100) // 100:04d}N{y // 100:04d}" for k in range(3)]
    frame = gpd.GeoDataFrame(
        {"crs28992res100m": ids, "aantal_inwoners": [40, 60, -99997]},
        geometry=[shapely.box(0, 0, 1, 1)] * 3, crs=28992,
    )  # fmt: skip
    path = folder / "cbs_vk100_2021.gpkg"
    frame.to_file(path)
    return zipped(cbs_vk100_2021__gpkg=path.read_bytes())


def zensus():
    x, y = corner("05334002", DE, 3035, 100)
    x2, y2 = corner("05334032", DE, 3035, 100)
    lines = ["GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner"]
    lines += [
        f"CRS3035RES100mN{north}E{east};{east + 50};{north + 50};7"
        for east, north in ((x, y), (x2, y2))
    ]
    return zipped(**{"Zensus2022_Bevoelkerungszahl_100m-Gitter__csv": "\n".join(lines)})


def census():
    x, y = corner("63040", BE, 3035, 1000)
    rows = f"GRD_ID,T,M,F,CNTR_ID\nCRS3035RES1000mN{y}E{x},12,6,6,BE\n"
    rows += "CRS3035RES1000mN4000000E4030000,8,4,4,DE\n"
    big = {"Eurostat_Census-GRID_2021_V3/big__gpkg": bytes(3_000_000)}
    return zipped(**{"Eurostat_Census-GRID_2021_V3/ESTAT_Census_2021_V3__csv": rows} | big)


def employment():
    data = {
        "version": "2.0", "class": "dataset", "id": ["unit", "geo", "time"], "size": [1, 2, 1],
        "value": {"0": 10.0, "1": 20.0},
        "dimension": {
            "unit": {"category": {"index": ["THS"]}},
            "geo": {"category": {"index": ["BE336", "DEA2D"]}},
            "time": {"category": {"index": ["2021"]}},
        },
    }  # fmt: skip
    return json.dumps(data).encode()


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The region, fetched and built once."""
    folder = tmp_path_factory.mktemp("fetched")
    with publishers() as server:
        serve(server)
        server.pages[EUROPE] = Page(employment())
        server.pages[VK100] = Page(cbs_squares(folder))
        server.pages[ZENSUS] = Page(zensus())
        server.pages[CENSUS] = Page(census(), ranges=True)
        path = folder / "region.toml"
        text = '[[opportunities]]\nid = "jobs"\ncountry = "NL"\n'
        text += '[[opportunities]]\nid = "jobs"\ncountry = "DE"\n'
        text += 'source = "eurostat-nama_10r_3empers"\n'
        text += '[[opportunities]]\nid = "jobs"\ncountry = "BE"\n'
        path.write_text(REGION + text, encoding="utf-8")
        own = catalogue(server, folder)
        door = Transport(timeout_s=5, tries=2, sleep=lambda _: None, clock=lambda: 1_700_000_000.0)
        gg.fetch_region(path, folder / "raw", catalogue=own, transport=door)
        yield gg.build_region(path, folder / "raw", catalogue=own), folder


def test_people_are_those_of_grids_and_boundaries(built):
    """CBS has no totals: the squares are; VG250-EW and LAU have them."""
    region, _ = built
    assert region.municipalities["population"].to_dict() == {
        "05334002": 1000, "05334032": 1000, "BE_63040": 9, "GM0981": 100,
    }  # fmt: skip
    assert set(region.municipalities["nuts3"]) == {"NL423", "DEA2D", "BE336"}
    codes = {note.code for note in region.provenance.told()}
    assert {"region.people-hidden", "region.people-by-boundaries"} <= codes


def test_jobs_of_a_nuts_region_are_shared_by_who_lives_in_it(built):
    """Three towns share the 20,000 of theirs, and one of those is not in our region."""
    region, _ = built
    rows = region.opportunity_table.set_index("region_code")
    assert rows["count"].to_dict() == pytest.approx(
        {"GM0981": 2500, "05334002": 20_000 / 3, "05334032": 20_000 / 3, "BE_63040": 5_000}
    )
    assert rows["modelled"].to_dict()["GM0981"] is False
    assert rows.loc["BE_63040", "source_id"] == "eurostat-nama_10r_3empers-2021"


def test_sources_travel_with_their_licences(built):
    region, folder = built
    region.save(folder / "region")
    known = {one.source_id: one for one in gg.load_region(folder / "region").provenance.sources}
    assert known["cbs-vierkant-100m-2021"].licence == "CC-BY-4.0"
    assert {"gisco-lau-2021", "bkg-vg250ew-2021", "zensus2022-gitter-2022"} <= set(known)
    assert all(one.sha256 for one in known.values())
