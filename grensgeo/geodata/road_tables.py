"""Read the tables of a schematic road network: points, and the roads between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grensgeo.countries import COUNTRIES
from grensgeo.errors import Fault, InputError, some
from grensgeo.files import read_csv
from grensgeo.schema import Column, Table

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

#: Classes of a road in the table; ``none``: two neighbours have no road between them.
ROAD_CLASSES = ("motorway", "trunk", "primary", "secondary", "tertiary", "none")
#: A point is a town (a road ends in its streets), a junction with local streets (an exit too), an
#: interchange (main roads meet there and nothing else) or where a road meets the border (its
#: sections are of the country at their other end).
POINT_KINDS = ("town", "junction", "interchange", "border")

_MOST_LON, _MOST_LAT = 180.0, 90.0

_POINTS = Table(
    "road points",
    (
        Column("name", "string", "Name, unique in the table"),
        Column("country", "string", "Code of ISO 3166, of a country that has a file"),
        Column("lon", "number", "Longitude", "degrees"),
        Column("lat", "number", "Latitude", "degrees"),
        Column("kind", "string", "town, junction, interchange or border"),
        Column("source", "string", "Where the position is from"),
    ),
    ("name",),
)
_ROADS = Table(
    "roads",
    (
        Column("from", "string", "Point"),
        Column("to", "string", "Point"),
        Column("road", "string", "Published number or name"),
        Column("class", "string", "Class, as OSM's highway; none for no road"),
        Column("built_up", "string", "yes where it runs through a built-up area all the way"),
        Column("detour_factor", "number", "Length over the line"),
        Column(
            "via",
            "string",
            "What the line passes between its ends: lon lat, lon lat",
            null="a straight line",
            required=False,
        ),
    ),
    ("from", "to"),
)


@dataclass(frozen=True, eq=False)
class RoadTables:
    """Points and the roads between them.

    Attributes
    ----------
    points
        DataFrame: ``name, country, lon, lat, kind, source``, index 0 up.
    roads
        DataFrame: ``from, to, road, class, built_up, detour_factor``; ``built_up`` is boolean.
        Where the road is drawn, ``via`` has the points between its ends (``lon lat, lon lat``),
        and whether a section is built up is told by the people along it.
    """

    points: pd.DataFrame
    roads: pd.DataFrame


def read_roads(roads: Path, points: Path) -> RoadTables:
    """Read the tables of a schematic road network.

    Parameters
    ----------
    roads
        CSV: ``from, to, road, class, built_up (yes or no), detour_factor``; both directions.
        ``via``, where there is such a column, has the points of the line between both ends.
    points
        CSV: ``name, country, lon, lat, kind (town, junction, interchange or border), source``.

    Returns
    -------
    RoadTables
        Both tables, checked.

    Raises
    ------
    FileError
        If a file is missing or is not CSV.
    InputError
        With every fault at once: columns, points that are not listed, roads listed twice,
        classes and kinds that are not known, detours below 1, coordinates out of range.
    """
    table = _check(read_csv(points), _POINTS, points)
    links = _check(read_csv(roads), _ROADS, roads)
    faults = [
        *_others(table["kind"], POINT_KINDS, "kind"),
        *_others(table["country"], COUNTRIES[1:], "country"),
        *_others(links["class"], ROAD_CLASSES, "class"),
        *_others(links["built_up"], ("yes", "no"), "built_up"),
    ]
    off = table[(table["lon"].abs() > 180) | (table["lat"].abs() > 90)]
    if len(off):
        faults.append(
            Fault("coordinates-not-degrees", f"coordinates out of range at {some(off['name'])}")
        )
    known = set(table["name"])
    ends = [*links["from"], *links["to"]]
    missing = [name for name in dict.fromkeys(ends) if name not in known]
    if missing:
        faults.append(
            Fault(
                "id-unknown",
                f"roads name points that {points.name} does not list: {some(missing)}",
            )
        )
    pairs = [" - ".join(sorted(pair)) for pair in zip(links["from"], links["to"], strict=True)]
    twice = sorted({pair for pair in pairs if pairs.count(pair) > 1})
    if twice:
        faults.append(Fault("row-twice", f"roads are listed twice: {some(twice)}"))
    short = links[links["detour_factor"] < 1]
    if len(short):
        faults.append(Fault("out-of-range", f"detour_factor is below 1 on {some(short['road'])}"))
    faults += _off_lines(links)
    loops = links[links["from"] == links["to"]]
    if len(loops):
        faults.append(
            Fault("road-to-itself", f"roads end where they start: {some(loops['from'])}")
        )
    if faults:
        raise InputError.of(faults, where=str(roads))
    links = links.assign(built_up=links["built_up"] == "yes")
    return RoadTables(points=table, roads=links)


def parse_via(text: object) -> tuple[tuple[float, float], ...]:
    """Parse the points of a line between its ends.

    Parameters
    ----------
    text
        ``lon lat, lon lat``; anything that is no text, or empty, is a straight line.

    Returns
    -------
    tuple
        Longitude and latitude of each point, degrees.

    Raises
    ------
    ValueError
        If a point is not two numbers of degrees.

    Examples
    --------
    >>> parse_via("6.9 52.2, 7 52.25")
    ((6.9, 52.2), (7.0, 52.25))
    """
    if not isinstance(text, str) or not text.strip():
        return ()
    points = []
    for part in text.split(","):
        lon, lat = (float(number) for number in part.split())
        if not (abs(lon) <= _MOST_LON and abs(lat) <= _MOST_LAT):
            raise ValueError(part)
        points.append((lon, lat))
    return tuple(points)


def _off_lines(links: pd.DataFrame) -> list[Fault]:
    """List roads whose line is not one of points in degrees."""
    off = []
    for name, text in zip(links["road"], links.get("via", ()), strict=False):
        try:
            parse_via(text)
        except ValueError:
            off.append(name)
    if not off:
        return []
    return [Fault("coordinates-not-degrees", f"via is not 'lon lat, lon lat' on {some(off)}")]


def _check(frame: pd.DataFrame, table: Table, path: Path) -> pd.DataFrame:
    """Validate a table against its declaration."""
    return table.check(frame, where=str(path))


def _others(values: pd.Series, known: tuple[str, ...], name: str) -> list[Fault]:
    """List values that are not known."""
    other = values[~values.isin(known)].drop_duplicates()
    if other.empty:
        return []
    return [Fault("choice-unknown", f"{name} is {some(other)}, expected {', '.join(known)}")]
