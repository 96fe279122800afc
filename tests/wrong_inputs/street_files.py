"""OpenStreetMap, boundaries, heights: what is wrong in the ground that a network stands on."""

import re

import geopandas as gpd
import numpy as np
import osm_files
import pandas as pd
import rasterio
import shapely
from drawing import draw

from grensgeo.files import read_layer
from grensgeo.geodata.areas import as_areas
from grensgeo.geodata.published_outlines import read_published_outlines
from grensgeo.network import build_network
from grensgeo.traveltimes import Trip, travel_times
from wrong_inputs import spoiling
from wrong_inputs.kinds import Reader, replaced, text_kind
from wrong_inputs.place_tables import of_frame, written

LAND = gpd.GeoDataFrame(
    {"country": ["DE"]}, geometry=[shapely.box(6.0, 51.0, 30.0, 54.0)], crs=4326
)


def town(rng, *, ways=None, nodes=None, relations=(), tags=None):
    """Draw a lattice of streets of 100 m, 4 x 4."""
    places = {k: (100.0 * (k % 4), 100.0 * (k // 4)) for k in range(1, 17)}
    lines = [
        (100 + k, [k, k + 1], {"highway": "residential", "maxspeed": "30"})
        for k in range(1, 16)
        if k % 4
    ]
    lines += [(200 + k, [k, k + 4], {"highway": "tertiary"}) for k in range(1, 13)]
    return osm_files.osm_xml(
        {**places, **(nodes or {})}, [*lines, *(ways or [])], relations=relations, node_tags=tags
    )


def streets(rng):
    return {"town.osm": town(rng)}


def driven(path):
    """Build streets, and drive along them."""
    network = build_network(path, countries=LAND)
    ends = np.array([0, len(network.streets.lon) // 2])
    places = pd.DataFrame(
        {"id": ["a", "b"], "lon": network.streets.lon[ends], "lat": network.streets.lat[ends]}
    )
    return travel_times(network, places, places, Trip("car", max_min=60))


OSM = Reader("streets", driven, streets)
for kind in (*spoiling.FILES, spoiling.marks_of_a_merge):
    OSM.wrong(text_kind(kind))


def drawn(reader):
    def added(function):
        reader.kinds[function.__name__.replace("_", " ")] = lambda rng, files: {
            "town.osm": function(rng)
        }
        return function

    return added


@drawn(OSM)
def one_way_reversed(rng):
    """A street that nobody can leave again."""
    nodes = {50: (500.0, 0.0), 51: (600.0, 0.0)}
    way = (300, [1, 50, 51], {"highway": "residential", "oneway": rng.choice(("yes", "-1"))})
    return town(rng, nodes=nodes, ways=[way])


@drawn(OSM)
def limits_in_miles_without_their_unit(rng):
    return town(
        rng,
        ways=[
            (
                300,
                [1, 6],
                {"highway": "residential", "maxspeed": rng.choice(("20 mp/h", "thirty", "mph"))},
            )
        ],
    )


@drawn(OSM)
def limits_that_cannot_be(rng):
    return town(
        rng,
        ways=[
            (
                300,
                [1, 6],
                {"highway": "primary", "maxspeed": rng.choice(("5000", "-30", "0", "NaN"))},
            )
        ],
    )


@drawn(OSM)
def tags_of_another_spelling(rng):
    return town(
        rng,
        ways=[
            (300, [1, 6], {"highway": "residential", "oneway": rng.choice(("Yes", "ja", "tue"))})
        ],
    )


@drawn(OSM)
def access_of_no_kind(rng):
    return town(
        rng,
        ways=[
            (
                300,
                [1, 6],
                {"highway": "residential", "access": rng.choice(("nö", "verboten", "privat"))},
            )
        ],
    )


@drawn(OSM)
def a_node_elsewhere(rng):
    """One point of a street lies in another land: a typing error in its longitude."""
    return town(
        rng, nodes={50: (900_000.0, 0.0)}, ways=[(300, [1, 50, 2], {"highway": "residential"})]
    )


@drawn(OSM)
def streets_apart(rng):
    """Streets that cross without a common node: nothing connects the two halves."""
    far = {60 + k: (100.0 * k + 3000, 50.0) for k in range(6)}
    return town(rng, nodes=far, ways=[(300, list(far), {"highway": "residential"})])


@drawn(OSM)
def ways_without_their_nodes(rng):
    return town(rng, ways=[(300, [1, 999], {"highway": "residential"})])


@drawn(OSM)
def a_ban_that_leads_nowhere(rng):
    members = [("from", "w", 101), ("via", "n", 16), ("to", "w", 201)]
    return town(
        rng, relations=[(1, members, {"type": "restriction", "restriction": "no_left_turn"})]
    )


@drawn(OSM)
def a_ban_without_its_kind(rng):
    members = [("from", "w", 101), ("via", "n", 2), ("to", "w", 102)]
    return town(
        rng,
        relations=[
            (
                1,
                members,
                {"type": "restriction", "restriction": rng.choice(("no_turnleft", "nein"))},
            )
        ],
    )


@drawn(OSM)
def a_ferry_of_many_days(rng):
    return town(
        rng,
        nodes={50: (500.0, 0.0)},
        ways=[
            (300, [1, 50], {"route": "ferry", "duration": rng.choice(("90:00:00", "xx", "-5"))})
        ],
    )


@drawn(OSM)
def no_streets(rng):
    return osm_files.osm_xml({1: (0, 0), 2: (50, 0)}, [(1, [1, 2], {"building": "yes"})])


OSM.kinds |= {
    "axes swapped": lambda rng, files: {"town.osm": files["town.osm"].replace(' lat="', ' x="').replace(
        ' lon="', ' lat="').replace(' x="', ' lon="')},
    "coordinates in metres": replaced(('lat="52.2000000"', 'lat="471234.5"')),
    "coordinates that are no number": replaced(('lat="52.2000000"', 'lat="NaN"')),
    "a node twice": replaced(('<node id="2" ', '<node id="1" ')),
    "cut in the middle": lambda rng, files: {"town.osm": files["town.osm"][: len(files["town.osm"]) * 2 // 3]},
    "history": replaced(('<node id="2" version="1"', '<node id="2" visible="false" version="1"')),
    "changes": replaced(("<osm ", "<osmChange "), ("</osm>", "</osmChange>")),
    "all in one point": lambda rng, files: {"town.osm": re.sub(
        r'lat="[^"]*" lon="[^"]*"', 'lat="52.2" lon="7.0"', files["town.osm"])},
}  # fmt: skip

# --- the same streets cut by boundaries

LON = np.array([6.85, 6.95, 7.05, 7.15])
LAT = np.full(4, 52.2)


def areas_frame():
    return gpd.GeoDataFrame(
        {"country": ["NL", "NL", "DE", "DE"], "id": ["GM0153", "GM0168", "05554020", "05554048"]},
        geometry=[shapely.box(x - 0.05, 52.1, x + 0.05, 52.3) for x in LON], crs=4326,
    )  # fmt: skip


def areas(rng):
    return {f"areas{rng.choice(('.gpkg', '.geojson', '.parquet'))}": written(areas_frame())}


def bounded(path):
    """Build streets on both sides of 7 degrees with the boundaries."""
    streets = path.parent / "both.osm"
    xml = town(None).replace('lon="7.003', 'lon="6.998').replace('lon="7.004', 'lon="6.998')
    streets.write_text(xml.replace('lon="7.002', 'lon="6.999'))
    return build_network(streets, countries=read_layer(path))


AREAS = Reader("boundaries", bounded, areas)


@of_frame(AREAS)
def boundaries_turned(rng, frame):
    return frame.set_geometry(
        shapely.transform(frame.geometry.to_numpy(), lambda xy: xy[:, ::-1]), crs=4326
    )


@of_frame(AREAS)
def boundaries_in_metres_said_to_be_degrees(rng, frame):
    return frame.to_crs(28992).set_crs(4326, allow_override=True)


@of_frame(AREAS)
def boundaries_of_another_crs(rng, frame):
    return frame.to_crs(28992).set_crs(25832, allow_override=True)


@AREAS.wrong
def boundaries_without_crs(rng, files):
    """Of a GeoPackage: GeoJSON is always in degrees, and has none (RFC 7946)."""
    frame = areas_frame().set_crs(None, allow_override=True)
    return {f"areas{rng.choice(('.gpkg', '.parquet'))}": written(frame)}


@of_frame(AREAS)
def countries_exchanged(rng, frame):
    return frame.assign(country=frame["country"].map({"NL": "DE", "DE": "NL"}))


@of_frame(AREAS)
def one_country_exchanged(rng, frame):
    return frame.assign(country=["NL", "DE", "DE", "DE"])


@of_frame(AREAS)
def countries_of_three_letters(rng, frame):
    return frame.assign(country=frame["country"].map({"NL": "NLD", "DE": "DEU"}))


@of_frame(AREAS)
def half_the_boundaries(rng, frame):
    """One side of the border is missing."""
    return frame[frame["country"] == rng.choice(("NL", "DE"))]


@of_frame(AREAS)
def boundaries_that_overlap(rng, frame):
    shapes = frame.geometry.to_numpy().copy()
    shapes[1] = shapely.box(6.9, 52.1, 7.08, 52.3)
    return frame.set_geometry(shapes, crs=4326)


@of_frame(AREAS)
def boundaries_that_cross_themselves(rng, frame):
    shapes = frame.geometry.to_numpy().copy()
    shapes[0] = shapely.Polygon([(6.8, 52.1), (6.9, 52.3), (6.9, 52.1), (6.8, 52.3)])
    return frame.set_geometry(shapes, crs=4326)


@of_frame(AREAS)
def boundaries_as_lines(rng, frame):
    return frame.set_geometry(frame.geometry.boundary)


@of_frame(AREAS)
def boundaries_missing_in_a_row(rng, frame):
    shapes = frame.geometry.to_numpy().copy()
    shapes[rng.randrange(4)] = None
    return frame.set_geometry(shapes, crs=4326)


@of_frame(AREAS)
def boundaries_twice(rng, frame):
    import pandas as pd

    return pd.concat([frame, frame.iloc[2:3].assign(country="NL")], ignore_index=True)


@of_frame(AREAS)
def boundaries_of_another_land(rng, frame):
    return frame.set_geometry(frame.geometry.translate(9.0, -3.0))


# --- outlines as published


def outlines(rng):
    frame = gpd.GeoDataFrame(
        {"statcode": [f"GM{n:04d}" for n in (153, 168, 173, 164)],
         "statnaam": ["Enschede", "Losser", "Oldenzaal", "'s-Gravenpolder"], "inwoners": [160_000, 23_000, 32_000, 82_000]},
        geometry=[shapely.box(6.5 + k / 10, 52.1, 6.6 + k / 10, 52.2) for k in range(4)], crs=4326,
    )  # fmt: skip
    return {f"outlines{rng.choice(('.gpkg', '.geojson'))}": written(frame)}


OUTLINES = Reader("outlines", lambda path: read_published_outlines(
    path, {"code": "statcode", "name": "statnaam", "population": "inwoners"}, country="NL"), outlines)  # fmt: skip


@of_frame(OUTLINES)
def outlines_turned(rng, frame):
    return frame.set_geometry(
        shapely.transform(frame.geometry.to_numpy(), lambda xy: xy[:, ::-1]), crs=4326
    )


@of_frame(OUTLINES)
def outlines_in_metres_said_to_be_degrees(rng, frame):
    return frame.to_crs(28992).set_crs(4326, allow_override=True)


@of_frame(OUTLINES)
def outlines_of_another_land(rng, frame):
    return frame.set_geometry(frame.geometry.translate(9.0, -3.0))


@of_frame(OUTLINES)
def outlines_as_points(rng, frame):
    return frame.set_geometry(frame.geometry.representative_point())


@of_frame(OUTLINES)
def outlines_with_codes_as_numbers(rng, frame):
    return frame.assign(statcode=[153, 168, 173, 164])


@of_frame(OUTLINES)
def outlines_without_a_code(rng, frame):
    return frame.assign(statcode=["GM0153", None, "GM0173", "GM0164"])


@of_frame(OUTLINES)
def outlines_without_people(rng, frame):
    return frame.assign(inwoners=[160_000, rng.choice((-99997, -1, 999999999)), 32_000, 82_000])


@of_frame(OUTLINES)
def outlines_with_letters_read_twice(rng, frame):
    return frame.assign(statnaam=["Enschede", "Losser", "SÃºdwest-FryslÃ¢n", "B"])


@of_frame(OUTLINES)
def outlines_that_overlap(rng, frame):
    shapes = frame.geometry.to_numpy().copy()
    shapes[1] = shapes[0]
    return frame.set_geometry(shapes, crs=4326)


@of_frame(OUTLINES)
def one_outline_of_two_codes(rng, frame):
    return frame.assign(statcode=["GM0153", "GM0153", "GM0173", "GM0164"])


# --- heights

GROUND = draw(
    {"a": (-5000.0, 0.0), "b": (-2000.0, 300.0), "c": (3000.0, 0.0)},
    [{"ends": "ab"}, {"ends": "bc"}],
)


def heights(rng, *, change=lambda a: a, **other):
    values = np.round(30 + 20 * np.random.default_rng(rng.randrange(99)).random((8, 8)), 1)

    def write(path):
        profile = {"driver": "GTiff", "width": 8, "height": 8, "count": 1, "dtype": "float32", "crs": "EPSG:4326",
                   "transform": rasterio.Affine(0.05, 0, 6.8, 0, -0.05, 52.4)} | other  # fmt: skip
        with rasterio.open(path, "w", **profile) as raster:
            raster.write(change(values).astype("float32")[None])

    return {"heights.tif": write}


HEIGHTS = Reader("heights", GROUND.with_elevation, heights)
HEIGHTS.kinds |= {
    "no data not declared": lambda rng, _: heights(rng, change=lambda a: np.full_like(a, rng.choice((-9999, -32768)))),
    "heights that are no number": lambda rng, _: heights(rng, change=lambda a: a * np.nan),
    "heights of another land": lambda rng, _: heights(rng, transform=rasterio.Affine(0.05, 0, 16.8, 0, -0.05, 52.4)),
    "heights turned": lambda rng, _: heights(rng, transform=rasterio.Affine(0.03, 0.04, 6.8, 0.04, -0.03, 52.4)),
    "heights without a CRS": lambda rng, _: heights(rng, crs=None),
    "heights of another CRS": lambda rng, _: heights(rng, crs="EPSG:25832"),
    "heights in millimetres": lambda rng, _: heights(rng, change=lambda a: a * 1000),
    "heights in centimetres": lambda rng, _: heights(rng, change=lambda a: a * 100),
    "heights in feet": lambda rng, _: heights(rng, change=lambda a: a * 3.28),
    "a map for heights": lambda rng, _: heights(rng, change=lambda a: a * 0 + 255),
}  # fmt: skip
assert as_areas
READERS = (OSM, AREAS, OUTLINES, HEIGHTS)
