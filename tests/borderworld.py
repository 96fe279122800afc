"""Towns on both sides of a border, as every publisher of the catalogue would serve them.

Outlines and streets are given, drawn or real; people, jobs and timetables are made up.
"""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from publishers import Page
from rawworld import GEOFABRIK, catalogue, collection, zipped
from test_statistics_de_ba_municipalities import book

YEAR, SERVICE_DAY, DAY = 2023, "20260310", "260301"
#: Seconds from stop to stop of the made-up lines, and between departures.
RIDE_S, HEADWAY_S = 240, 900


@dataclass(frozen=True)
class Town:
    code: str
    country: str
    name: str
    shape: shapely.Geometry
    people: int
    jobs: int
    nuts3: str

    def points(self, step_m=500):
        """Points inside it, a grid in metres (EPSG:3035)."""
        shape = gpd.GeoSeries([self.shape], crs=4326).to_crs(3035).iloc[0]
        west, south, east, north = shape.bounds
        x, y = np.meshgrid(np.arange(west, east, step_m), np.arange(south, north, step_m))
        points = gpd.GeoSeries(gpd.points_from_xy(x.ravel(), y.ravel()), crs=3035)
        inside = points[points.within(shape.buffer(-100))]
        return inside if len(inside) else gpd.GeoSeries([shape.representative_point()], crs=3035)


@dataclass(frozen=True)
class Border:
    """What is served: towns, extracts (name, path in Geofabrik's tree, box, bytes), units, lines.

    ``lines`` are (operator, feed, [(stop, lon, lat)]): the feeds are those of ``FEEDS``.
    """

    towns: tuple
    extracts: tuple
    units: tuple = ()
    lines: tuple = ()


FEEDS = {
    "nl": "/gtfs.openov.nl/gtfs-rt/gtfs-openov-nl.zip",
    "de": "/download.gtfs.de/germany/nv_free/latest.zip",
    "de-regional": "/download.gtfs.de/germany/rv_free/latest.zip",
    "be": "/sncb-opendata.hafas.de/gtfs/static/c21ac6758dd25af84cca5b707f3cb3de",
}


def feed(lines):
    """A feed whose lines run there and back all morning; without any, one that stands still."""
    agencies, routes, trips, stops, times = [], [], [], {}, []
    for number, (operator, calls) in enumerate(lines):
        agencies.append(f"{number},{operator},http://x.eu,Europe/Amsterdam")
        routes.append(f"{number},{number},{number},3")
        stops |= {name: f"{name},{name},{lat},{lon}" for name, lon, lat in calls}
        for way, along in enumerate((calls, calls[::-1])):
            for start in range(6 * 3600, 10 * 3600, HEADWAY_S):
                trip = f"{number}-{way}-{start}"
                trips.append(f"{number},D,{trip}")
                for n, (name, _, _) in enumerate(along):
                    clock = pd.Timestamp(0) + pd.Timedelta(seconds=start + n * RIDE_S)
                    times.append(f"{trip},{clock:%H:%M:%S},{clock:%H:%M:%S},{name},{n}")
    if not lines:
        agencies.append("0,Nobody,http://x.eu,Europe/Amsterdam")

    def table(head, rows):
        return "\n".join([head, *rows]) + "\n"

    return zipped(
        agency__txt=table("agency_id,agency_name,agency_url,agency_timezone", agencies),
        routes__txt=table("route_id,agency_id,route_short_name,route_type", routes),
        trips__txt=table("route_id,service_id,trip_id", trips),
        stops__txt=table("stop_id,stop_name,stop_lat,stop_lon", stops.values()),
        stop_times__txt=table("trip_id,arrival_time,departure_time,stop_id,stop_sequence", times),
        calendar_dates__txt=f"service_id,date,exception_type\nD,{SERVICE_DAY},1\n",
    )


def serve_border(server, border, folder):
    """Fill a server with all that the region needs and give the catalogue that names it."""
    by_country = {c: [t for t in border.towns if t.country == c] for c in ("NL", "DE", "BE")}
    streets(server, border.extracts)
    outlines(server, border, by_country)
    people(server, by_country, folder)
    jobs(server, by_country, border, folder)
    for name, path in FEEDS.items():
        server.pages[path] = Page(
            feed([(who, at) for who, where, at in border.lines if where == name])
        )
    return catalogue(server, folder)


def streets(server, extracts):
    index = []
    for name, path, box, data in extracts:
        url = f"{GEOFABRIK}/{path}"
        latest = {"id": name, "urls": {"pbf": f"{server.root}{url}-latest.osm.pbf"}}
        index.append((latest, shapely.box(*box)))
        dated = f"{url}-{DAY}.osm.pbf"
        server.pages[f"{url}-latest.osm.pbf"] = Page(b"", 302, {"Location": dated})
        server.pages[dated] = Page(data, ranges=True)
        digest = hashlib.md5(data).hexdigest()
        server.pages[f"{dated}.md5"] = Page(f"{digest}  {name}-{DAY}.osm.pbf\n".encode())
    server.pages[f"{GEOFABRIK}/index-v1.json"] = Page(json.dumps(collection(index)).encode())


def outlines(server, border, by_country):
    ogc = "/api.pdok.nl/cbs/gebiedsindelingen/ogc/v1/collections"
    dutch = [({"statcode": t.code, "statnaam": t.name, "jaarcode": YEAR}, t.shape)
             for t in by_country["NL"]]  # fmt: skip
    units = [({"statcode": code, "statnaam": name, "jaarcode": YEAR}, shape)
             for code, name, shape in border.units]  # fmt: skip
    for kind, rows in (("gemeente", dutch), ("coropgebied", units)):
        page = Page(json.dumps(collection(rows)).encode())
        server.pages[f"{ogc}/{kind}_gegeneraliseerd/items"] = page
    german = by_country["DE"]
    frame = gpd.GeoDataFrame(
        {"AGS": [t.code for t in german], "GEN": [t.name for t in german], "GF": 4,
         "EWZ": [t.people for t in german], "NUTS": [t.nuts3 for t in german]},
        geometry=[t.shape for t in german], crs=4326,
    ).to_crs(25832)  # fmt: skip
    with TemporaryDirectory() as place:
        path = Path(place) / "DE_VG250.gpkg"
        frame.to_file(path, layer="vg250_gem", engine="pyogrio")
        data = zipped(**{"vg250-ew_ebenen/DE_VG250__gpkg": path.read_bytes()})
    bkg = f"/daten.gdz.bkg.bund.de/produkte/vg/vg250-ew_ebenen_1231/{YEAR}"
    server.pages[f"{bkg}/vg250-ew_12-31.utm32s.gpkg.ebenen.zip"] = Page(data, ranges=True)
    gisco = "/gisco-services.ec.europa.eu/distribution/v2"
    lau = [({"GISCO_ID": t.code, "LAU_NAME": t.name, "CNTR_CODE": t.country,
             f"POP_{YEAR}": t.people}, t.shape) for t in by_country["BE"]]  # fmt: skip
    server.pages[f"{gisco}/lau/geojson/LAU_RG_01M_{YEAR}_4326.geojson"] = Page(
        json.dumps(collection(lau)).encode()
    )
    codes = {t.nuts3: t.country for t in border.towns}
    nuts = [
        ({"NUTS_ID": code, "CNTR_CODE": country, "NUTS_NAME": code, "NAME_LATN": code},
         shapely.union_all([t.shape for t in border.towns if t.nuts3 == code]))
        for code, country in codes.items()
    ]  # fmt: skip
    server.pages[f"{gisco}/nuts/geojson/NUTS_RG_01M_2021_4326_LEVL_3.geojson"] = Page(
        json.dumps(collection(nuts)).encode()
    )


def people(server, by_country, folder):
    """People stand on points of a grid in each town, as many on each."""
    ids, counts = [], []
    for town in by_country["NL"]:
        points = town.points().to_crs(28992)
        ids += [f"E{int(p.x // 100):04d}N{int(p.y // 100):04d}" for p in points]
        # CBS rounds to fives
        each = town.people // len(points) // 5 * 5
        counts += [each] * (len(points) - 1) + [town.people - each * (len(points) - 1)]
    frame = gpd.GeoDataFrame(
        {"crs28992res100m": ids, "aantal_inwoners": counts},
        geometry=[shapely.box(0, 0, 1, 1)] * len(ids), crs=28992,
    )  # fmt: skip
    path = folder / f"cbs_vk100_{YEAR}.gpkg"
    frame.to_file(path)
    squares = zipped(**{f"cbs_vk100_{YEAR}__gpkg": path.read_bytes()})
    server.pages[f"/download.cbs.nl/vierkant/100/2024-cbs_vk100_{YEAR}_v1.zip"] = Page(squares)
    lines = ["GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner"]
    for town in by_country["DE"]:
        for p in town.points():
            e, n = int(p.x // 100 * 100), int(p.y // 100 * 100)
            lines.append(f"CRS3035RES100mN{n}E{e};{e + 50};{n + 50};70")
    zensus = zipped(**{"Zensus2022_Bevoelkerungszahl_100m-Gitter__csv": "\n".join(lines)})
    server.pages[
        "/www.destatis.de/static/DE/zensus/gitterdaten/Zensus2022_Bevoelkerungszahl.zip"
    ] = Page(zensus)
    rows = ["GRD_ID,T,M,F,CNTR_ID"]
    for town in by_country["BE"]:
        squares = {(int(p.y // 1000) * 1000, int(p.x // 1000) * 1000) for p in town.points()}
        rows += [f"CRS3035RES1000mN{n}E{e},120,60,60,BE" for n, e in sorted(squares)]
    census = zipped(
        **{"Eurostat_Census-GRID_2021_V3/big__gpkg": bytes(3_000_000),
           "Eurostat_Census-GRID_2021_V3/ESTAT_Census_2021_V3__csv": "\n".join(rows) + "\n"}
    )  # fmt: skip
    server.pages["/gisco-services.ec.europa.eu/census/2021/Eurostat_Census-GRID_2021_V3.zip"] = (
        Page(census, ranges=True)
    )


def jobs(server, by_country, border, folder):
    rows = [
        {"WoonregioS": "NL00  ", "WerkregioS": f"{t.code}  ", "Perioden": f"{YEAR}MM12",
         "BanenVanWerknemers_1": t.jobs / 1000} for t in by_country["NL"]
    ]  # fmt: skip
    server.pages["/opendata.cbs.nl/ODataFeed/odata/85481NED/TypedDataSet"] = Page(
        json.dumps({"value": rows}).encode()
    )
    table = []
    for kreis in sorted({t.code[:5] for t in by_country["DE"]}):
        towns = [t for t in by_country["DE"] if t.code.startswith(kreis)]
        whole = sum(t.jobs for t in towns)
        table.append((kreis, whole, whole, whole, 0, 0))
        table += [(t.code, t.jobs, t.jobs, t.jobs, 0, 0) for t in towns]
    name = f"gemband-dlk-0-{YEAR}06-xlsx.xlsx"
    file = book(folder, table, name=name, stand=f"Stichtag: 30. Juni {YEAR}")
    ba = f"/statistik.arbeitsagentur.de/Statistikdaten/Detail/{YEAR}06/iiia6"
    server.pages[f"{ba}/beschaeftigung-sozbe-gemband/{name}"] = Page(file.read_bytes())
    thousands = {}
    for town in border.towns:
        thousands[town.nuts3] = thousands.get(town.nuts3, 0) + town.jobs / 1000
    data = {
        "version": "2.0", "class": "dataset", "id": ["unit", "geo", "time"],
        "size": [1, len(thousands), 1],
        "value": {str(n): value for n, value in enumerate(thousands.values())},
        "dimension": {
            "unit": {"category": {"index": ["THS"]}},
            "geo": {"category": {"index": list(thousands)}},
            "time": {"category": {"index": [str(YEAR)]}},
        },
    }  # fmt: skip
    server.pages[
        "/ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/nama_10r_3empers"
    ] = Page(json.dumps(data).encode())


def pbf(folder, text):
    """Write what is drawn as XML as an extract, and give its bytes."""
    import osmium

    drawn, path = folder / "drawn.osm", folder / "drawn.osm.pbf"
    drawn.write_text(text, encoding="utf-8")
    path.unlink(missing_ok=True)
    with osmium.SimpleWriter(str(path)) as writer:
        for element in osmium.FileProcessor(str(drawn)):
            writer.add(element)
    return path.read_bytes()
