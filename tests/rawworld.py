"""A made-up corner of three countries, as every publisher of the catalogue would serve it."""

import hashlib
import io
import json
import re
import zipfile
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote

import geopandas as gpd
import openpyxl
import shapely
from publishers import Page

#: Squares of a twentieth of a degree, by code: west and south.
NL = {"GM0981": (5.95, 50.75), "GM0994": (5.90, 50.80), "GM0935": (5.60, 50.80)}
DE = {"05334002": (6.00, 50.75), "05334032": (6.10, 50.80), "05358008": (6.40, 50.80)}
BE = {"63040": (5.95, 50.70), "63001": (5.60, 50.60)}
DAY = "211019"
GEOFABRIK = "/download.geofabrik.de"
EXTRACTS = {
    "europe/netherlands": (3.0, 50.70, 7.2, 53.6),
    "europe/netherlands/limburg": (5.50, 50.74, 6.02, 51.8),
    "europe/germany/koeln-regbez": (5.99, 50.30, 7.8, 51.3),
    "europe/belgium": (2.5, 49.4, 6.42, 50.76),
    "europe/germany": (5.8, 47.2, 15.1, 55.1),
}
PBF = b"\x00\x00\x00\x0d\x0a\x09OSMHeader\x18\x1a" + b"streets" * 2000
TIFF = b"II*\x00" + b"heights" * 50


def square(corner):
    west, south = corner
    return shapely.box(west, south, west + 0.05, south + 0.05)


def zipped(**members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name.replace("__", ".")), content)
    return data.getvalue()


def feed(agency):
    return zipped(
        agency__txt=f"agency_name\n{agency}\n", routes__txt="route_id\n", trips__txt="trip_id\n",
        stops__txt="stop_id\n", stop_times__txt="trip_id\n",
    )  # fmt: skip


def collection(rows):
    return {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": about, "geometry": shapely.geometry.mapping(shape)}
            for about, shape in rows
        ],
    }


def dutch(name, year):
    return {
        "statcode": name, "statnaam": f"Plaats {name}", "jrstatcode": f"{year}{name}",
        "jaarcode": int(year), "rubriek": "gemeente",
    }  # fmt: skip


@cache
def vg250():
    """The archive of VG250-EW, with a Gemeinde that has a row of water as well."""
    rows = [(code, 4, 1000, square(at)) for code, at in DE.items()]
    rows.append(("05334002", 1, 1000, shapely.box(6.05, 50.80, 6.06, 50.81)))
    frame = gpd.GeoDataFrame(
        {
            "AGS": [r[0] for r in rows], "GEN": [f"Ort {r[0]}" for r in rows],
            "GF": [r[1] for r in rows], "EWZ": [r[2] for r in rows],
            "NUTS": ["DEA2D" for _ in rows],
        },
        geometry=[r[3] for r in rows], crs=4326,
    ).to_crs(25832)  # fmt: skip
    with TemporaryDirectory() as folder:
        path = Path(folder) / "DE_VG250.gpkg"
        frame.to_file(path, layer="vg250_gem", engine="pyogrio")
        frame.to_file(path, layer="vg250_sta", engine="pyogrio")
        return zipped(**{"vg250/vg250-ew_ebenen/DE_VG250__gpkg": path.read_bytes()})


@cache
def gemband():
    """A workbook of the BA, as it is described (made up)."""
    book = openpyxl.Workbook()
    book.active.title = "Gemeindedaten"
    book.active["A1"] = "Gemeindedaten"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def catalogue(server, tmp_path, **changes):
    """The shipped catalogue with this server in place of the internet."""
    text = files("grensgeo.fetch").joinpath("sources.toml").read_text(encoding="utf-8")
    text = text.replace("https://", f"{server.root}/")
    text = re.sub(r"least = \d+", "least = 1", text)
    for old, new in changes.items():
        text = text.replace(old, new)
    path = tmp_path / "catalogue.toml"
    path.write_text(text, encoding="utf-8")
    return path


def features_page(server):
    """Answer as the OGC server of PDOK: ten where no limit is given, years mixed where none is."""

    def page(asked):
        known = {"f", "limit", "jaarcode", "cursor"}
        if set(asked.query) - known:
            return Page(b'{"title": "Bad Request"}', 400)
        year = asked.query.get("jaarcode")
        years = [year] if year else ["2020", "2021"]
        rows = [(dutch(name, y), square(at)) for y in years for name, at in NL.items()]
        limit = min(int(asked.query.get("limit", 1)), 2)  # a page holds two here
        start = int(asked.query.get("cursor", 0))
        body = collection(rows[start : start + limit]) | {"timeStamp": "2021-10-20T00:00:00Z"}
        here = f"{server.root}{asked.path}?f=json&limit={limit}"
        here += f"&jaarcode={year}" if year else ""
        body["links"] = [{"rel": "self", "href": here}]
        if start + limit < len(rows):
            body["links"].append({"rel": "next", "href": f"{here}&cursor={start + limit}"})
        return Page(json.dumps(body).encode())

    return page


def odata_page(server):
    """Answer as the feed of CBS: one row a page, the key padded with blanks."""
    rows = [
        {"WoonregioS": "NL00  ", "WerkregioS": f"{n}  ", "Perioden": "2021MM12",
         "BanenVanWerknemers_1": 2.5} for n in NL
    ]  # fmt: skip

    def page(asked):
        start = int(asked.query.get("$skip", 0))
        body = {"value": rows[start : start + 1]}
        if start + 1 < len(rows):
            body["odata.nextLink"] = (
                f"https://127.0.0.1:{server.server_port}{asked.path}?$skip={start + 1}"
            )
        assert start or "2021MM12" in unquote(asked.query["$filter"])
        return Page(json.dumps(body).encode())

    return page


def census_grid():
    rows = "GRD_ID,T,M,F,CNTR_ID\nCRS3035RES1000mN3069000E4030000,12,6,6,BE-NL\n"
    return zipped(
        **{"Eurostat_Census-GRID_2021_V3/ESTAT_Census_2021_V3__csv": rows,
           "Eurostat_Census-GRID_2021_V3/big__gpkg": bytes(3_000_000)}
    )  # fmt: skip


def serve(server):
    """Fill a server with the whole catalogue, everything in order."""
    pages = server.pages
    index = []
    for path, box in EXTRACTS.items():
        name = path.rpartition("/")[2]
        url = f"{server.root}{GEOFABRIK}/{path}-latest.osm.pbf"
        index.append(({"id": name, "urls": {"pbf": url}}, shapely.box(*box)))
        dated = f"{GEOFABRIK}/{path}-{DAY}.osm.pbf"
        pages[f"{GEOFABRIK}/{path}-latest.osm.pbf"] = Page(b"", 302, {"Location": dated})
        pages[dated] = Page(PBF + name.encode(), ranges=True)
        digest = hashlib.md5(PBF + name.encode()).hexdigest()
        pages[f"{dated}.md5"] = Page(f"{digest}  {name}-{DAY}.osm.pbf\n".encode())
    pages[f"{GEOFABRIK}/index-v1.json"] = Page(json.dumps(collection(index)).encode())

    ogc = "/api.pdok.nl/cbs/gebiedsindelingen/ogc/v1/collections"
    pages[f"{ogc}/gemeente_gegeneraliseerd/items"] = features_page(server)
    bkg = "/daten.gdz.bkg.bund.de/produkte/vg/vg250-ew_ebenen_1231/2021"
    pages[f"{bkg}/vg250-ew_12-31.utm32s.gpkg.ebenen.zip"] = Page(vg250(), ranges=True)
    gisco = "/gisco-services.ec.europa.eu"
    lau = [
        ({"GISCO_ID": f"BE_{c}", "LAU_NAME": c, "CNTR_CODE": "BE", "POP_2021": 9}, square(at))
        for c, at in BE.items()
    ]
    lau.append(
        ({"GISCO_ID": "FR_1", "LAU_NAME": "f", "CNTR_CODE": "FR", "POP_2021": 9}, square((5, 49)))
    )
    pages[f"{gisco}/distribution/v2/lau/geojson/LAU_RG_01M_2021_4326.geojson"] = Page(
        json.dumps(collection(lau)).encode()
    )
    nuts = [
        ("NL423", "NL", shapely.box(5.5, 50.75, 6.0, 51.5)),
        ("DEA2D", "DE", shapely.box(6.0, 50.5, 6.7, 51.5)),
        ("BE336", "BE", shapely.box(5.5, 50.3, 6.0, 50.75)),
    ]
    rows = [
        ({"NUTS_ID": c, "CNTR_CODE": cc, "NUTS_NAME": c, "NAME_LATN": c}, s) for c, cc, s in nuts
    ]
    pages[f"{gisco}/distribution/v2/nuts/geojson/NUTS_RG_01M_2021_4326_LEVL_3.geojson"] = Page(
        json.dumps(collection(rows)).encode()
    )
    pages[f"{gisco}/census/2021/Eurostat_Census-GRID_2021_V3.zip"] = Page(
        census_grid(), ranges=True
    )
    pages["/download.cbs.nl/vierkant/100/2024-cbs_vk100_2021_vol.zip"] = Page(
        zipped(vk100__gpkg=b"SQLite format 3\x00")
    )
    zensus = zipped(**{"Zensus2022_Bevoelkerungszahl_100m-Gitter__csv": "GITTER_ID_100m;x\n"})
    pages["/www.destatis.de/static/DE/zensus/gitterdaten/Zensus2022_Bevoelkerungszahl.zip"] = Page(
        zensus
    )
    pages["/opendata.cbs.nl/ODataFeed/odata/85481NED/TypedDataSet"] = odata_page(server)
    ba = "/statistik.arbeitsagentur.de/Statistikdaten/Detail/202306/iiia6"
    ba += "/beschaeftigung-sozbe-gemband/gemband-dlk-0-202306-xlsx.xlsx"
    pages[ba] = Page(gemband())
    jobs = {"value": {"0": 1.0}, "id": ["geo"], "size": [1], "dimension": {}, "version": "2.0"}
    pages["/ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/nama_10r_3empers"] = Page(
        json.dumps(jobs).encode()
    )
    pages["/gtfs.openov.nl/gtfs-rt/gtfs-openov-nl.zip"] = Page(feed("NS"))
    pages["/download.gtfs.de/germany/nv_free/latest.zip"] = Page(feed("ASEAG"))
    pages["/download.gtfs.de/germany/rv_free/latest.zip"] = Page(feed("DB"))
    pages["/sncb-opendata.hafas.de/gtfs/static/c21ac6758dd25af84cca5b707f3cb3de"] = Page(
        feed("SNCB")
    )
    tile = "Copernicus_DSM_COG_10_N50_00_E00{}_00_DEM"
    for east in (5, 6):
        name = tile.format(east)
        pages[f"/copernicus-dem-30m.s3.eu-central-1.amazonaws.com/{name}/{name}.tif"] = Page(TIFF)
    return server


REGION = """
[region]
id = "corner"
countries = ["NL", "DE", "BE"]
year = 2021
ring_km = 8
margin_km = 2
date = "2021-10-19"
[[areas]]
id = "vaals"
codes = ["GM0981"]
[[areas]]
id = "aachen"
codes = ["05334"]
[[areas]]
id = "kelmis"
codes = ["BE_63040"]
[[opportunities]]
id = "jobs"
country = "NL"
[[opportunities]]
id = "jobs"
country = "DE"
year = 2023
[[opportunities]]
id = "jobs"
country = "BE"
[heights]
"""
