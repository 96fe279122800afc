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

SCHULDATEN = "/www.schulministerium.nrw.de/BiPo/OpenData/Schuldaten/schuldaten.csv"


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


def register(server):
    """Serve three tables of DUO, each newer than the one before; all names hold those of others."""
    tables = {
        "onderwijslocaties": "ONDERWIJSLOCATIECODE,GPS_LATITUDE,GPS_LONGITUDE\n"
        "L1,50.77,5.97\nL2,50.78,5.98\nL3,50.76,5.96\nL4,,\n",
        "vestigingserkenningen": "VESTIGINGSCODE,WET,EINDDATUM\nA,WPO,\nB,WEB,\nC,WPO,2020-01-01\n",
        "relaties_vestigingserkenningen_onderwijslocaties":
        "ONDERWIJSLOCATIECODE,VESTIGINGSCODE,EINDDATUM\nL1,A,\nL2,A,\nL2,B,\nL3,C,\nL4,B,\n",
    }  # fmt: skip
    listed = []
    for month, (name, text) in enumerate(tables.items(), 1):
        where = f"/onderwijsdata.duo.nl/dataset/{name}.csv"
        server.pages[where] = Page(text.encode())
        listed.append({"name": name, "url": server.root + where, "format": "CSV",
                       "last_modified": f"2023-0{month}-01"})  # fmt: skip
    body = json.dumps({"result": {"resources": listed}}).encode()
    server.pages["/onderwijsdata.duo.nl/api/3/action/package_show"] = Page(body)


def schuldaten():
    """Give schools in both towns; one has no coordinates, and one is closed."""
    head = "sep=;\nSchulnummer;Schulform;Telefon;Gemeindeschluessel;Schulbetriebsschluessel;"
    lines = [head + "EPSG;UTMRechtswert;UTMHochwert;"]
    for number, (code, state) in enumerate([("05334002", 1), ("05334002", 6), ("05334032", 1)], 1):
        point = gpd.GeoSeries([square(DE[code]).centroid], crs=4326).to_crs(25832).iloc[0]
        lines.append(f'"{number}";"02";"1";"{code}";"{state}";"null";"{point.x}";"{point.y}"')
    lines.append('"4";"20";"1";"05334002";"1";"null";"";""')
    return "\n".join(lines).encode()


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
        text += '[[opportunities]]\nid = "schools"\ncountry = "NL"\n'
        text += '[[opportunities]]\nid = "schools"\ncountry = "DE"\n'
        text += '[[opportunities]]\nid = "mbo"\nsource = "duo-rio"\nkind = "WEB"\n'
        register(server)
        server.pages[SCHULDATEN] = Page(schuldaten())
        path.write_text(REGION + text, encoding="utf-8")
        own = catalogue(server, folder, **{'within = ["05"]': 'within = ["05334002"]'})
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
    table = region.opportunity_table
    rows = table[table["opportunity"] == "jobs"].set_index("region_code")
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


def test_a_region_can_do_without_a_base_map(built):
    """Its extracts of OpenStreetMap are none: the network says so, the region does without."""
    region, _ = built
    assert region.base_map is None
    assert "region.no-base-map" in [note.code for note in region.provenance.told()]


def test_schools_stand_where_their_registers_say(built):
    """A register of a part of a country says nothing of the rest, which is not zero."""
    region, _ = built
    table = region.opportunity_table
    rows = table[table["opportunity"] == "schools"].set_index("region_code")
    known = rows["count"].dropna()
    assert known.to_dict() == {"GM0981": 3, "05334002": 1}
    assert set(rows.index) == {"GM0981", "05334002", "05334032", "BE_63040"}
    assert rows.loc["GM0981", "job_concept"] == "duo_schools"
    assert rows.loc["GM0981", "reference_date"] == "2023-11-14"
    assert rows.loc["05334002", "source_id"] == "nrw-schulen"
    cells = region.opportunities["schools"]
    assert cells.sum() == 4
    town = region.cells["region_code"]
    assert cells[town == "05334032"].isna().all()
    mbo = table[table["opportunity"] == "mbo"].set_index("region_code")["count"]
    assert mbo.dropna().to_dict() == {"GM0981": 1}
    told = {note.code: dict(note.values) for note in region.provenance.told()}
    assert told["region.places-not-covered"]["names"] == "05334032"
    assert told["places.closed"]["n"] == 1
    assert told["places.no-school-there"]["example"] == "L3"
    notes = [(note.code, dict(note.values)) for note in region.provenance.told()]
    lost = [values for code, values in notes if code == "region.places-without-coordinates"]
    assert [(one["what"], one["example"]) for one in lost] == [
        ("schools", "L4-B"), ("schools", "4"), ("mbo", "L4-B"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            'id = "mbo"\nsource = "duo-rio"\nkind = "MBO"',
            "mbo: duo-rio has no kind 'MBO'; there are WEB, WPO",
        ),
        ('id = "jobs"\nsource = "cbs-85481NED"\nkind = "a"', "cbs-85481NED has no kinds"),
    ],
)
def test_a_kind_that_a_source_does_not_have_is_told(built, table, said):
    _, folder = built
    path = folder / "other.toml"
    path.write_text(f'{REGION}[[opportunities]]\ncountry = "NL"\n{table}\n', encoding="utf-8")
    with pytest.raises(gg.InputError, match=said):
        gg.build_region(path, folder / "raw", catalogue=folder / "catalogue.toml")
