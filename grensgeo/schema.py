"""Every public table: columns, dtypes, units and what null means.

One declaration feeds validation, documentation and the side files of CSV output.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from grensgeo.errors import InputError, some

if TYPE_CHECKING:
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd

Kind = Literal["string", "integer", "number", "boolean"]


@dataclass(frozen=True)
class Column:
    """One column of a public table.

    Attributes
    ----------
    name
        Name, ending in its unit where it has one.
    kind
        ``string``, ``integer``, ``number`` or ``boolean``.
    meaning
        One sentence.
    unit
        Unit as written on maps, empty for counts and names.
    null
        What a missing value means; empty where none is allowed.
    required
        False where the column may be left out altogether.
    """

    name: str
    kind: Kind
    meaning: str
    unit: str = ""
    null: str = ""
    required: bool = True


@dataclass(frozen=True)
class Table:
    """One public table.

    Attributes
    ----------
    name
        Name in errors and documentation.
    columns
        The columns in order; other columns are let through untouched.
    key
        Columns that name a row uniquely.
    geometry
        Geometry types that are allowed; empty for a table without geometry.
    """

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    geometry: tuple[str, ...] = ()

    def check(self, frame: pd.DataFrame, *, where: str = "") -> pd.DataFrame:
        """Hold a frame against the declaration.

        Parameters
        ----------
        frame
            The table; it is not changed.
        where
            File or argument to name in the error.

        Returns
        -------
        DataFrame
            A copy whose columns have the declared dtypes (``str``, ``int64``, ``float64``,
            ``bool``; nullable ``Int64`` / ``boolean`` where null is allowed), in the same order
            of rows.

        Raises
        ------
        InputError
            With every fault at once: missing columns, nulls where none are allowed, values of
            another kind, duplicate keys, empty or invalid geometry, no CRS.
        """
        import pandas as pd

        faults: list[str] = []
        result = frame.copy()
        for column in self.columns:
            if column.name not in result.columns:
                if column.required:
                    faults.append(f"column {column.name!r} is missing")
                continue
            try:
                result[column.name] = _convert(result[column.name], column)
            except (ValueError, TypeError) as error:
                faults.append(str(error))
        if all(name in result.columns for name in self.key) and self.key:
            twice = result.duplicated(list(self.key), keep="first")
            if twice.any():
                rows = result.loc[twice, list(self.key)].itertuples(index=False)
                values = [" ".join(str(v) for v in row) for row in rows]
                faults.append(f"duplicate {'/'.join(self.key)}: {some(values)}")
        if self.geometry:
            faults.extend(_geometry_faults(result, self.geometry))
        if faults:
            prefix = f"{where}: " if where else ""
            raise InputError(f"{prefix}{self.name}: " + "; ".join(faults))
        if not self.geometry:
            return pd.DataFrame(result)
        return result

    def describe(self) -> str:
        """Give the declaration as a Markdown table."""
        lines = ["| column | kind | unit | meaning | missing |", "|---|---|---|---|---|"]
        lines += [
            f"| `{c.name}` | {c.kind} | {c.unit or '-'} | {c.meaning} | {c.null or 'never'} |"
            for c in self.columns
        ]
        return "\n".join(lines) + "\n"


def _convert(series: pd.Series, column: Column) -> pd.Series:
    """Give the series in its declared dtype, or say which values do not fit."""
    import pandas as pd

    missing = series.isna()
    if missing.any() and not column.null:
        rows = some(series.index[missing])
        raise ValueError(f"column {column.name!r} is empty in rows {rows}")
    if column.kind == "string":
        text = [v for v in series[~missing] if not isinstance(v, str)]
        if text:
            raise ValueError(
                f"column {column.name!r} holds {type(text[0]).__name__} values ({some(text)}); "
                "read it as text, so that 00 does not become 0"
            )
        return series
    if column.kind == "boolean":
        wrong = [v for v in series[~missing] if v not in (True, False)]
        if wrong:
            raise ValueError(f"column {column.name!r} holds {some(wrong)}, not true or false")
        return series.astype("boolean" if missing.any() else "bool")
    numbers = pd.to_numeric(series, errors="coerce")
    wrong = series[numbers.isna() & ~missing].tolist()
    if wrong:
        raise ValueError(f"column {column.name!r} holds {some(wrong)}, not numbers")
    infinite = numbers.abs() == float("inf")
    if infinite.any():
        raise ValueError(
            f"column {column.name!r} is infinite in rows {some(series.index[infinite])}"
        )
    if column.kind == "integer":
        parts = numbers[~missing]
        broken = parts[parts != parts.round()]
        if len(broken):
            raise ValueError(f"column {column.name!r} holds {some(broken)}, not whole numbers")
        return numbers.astype("Int64" if missing.any() else "int64")
    return numbers.astype("float64")


def _geometry_faults(frame: pd.DataFrame, allowed: tuple[str, ...]) -> list[str]:
    """List what is wrong with the geometry column."""
    import geopandas as gpd

    if not isinstance(frame, gpd.GeoDataFrame):
        return ["no geometry; give a GeoDataFrame"]
    geo: gpd.GeoDataFrame = frame
    faults = []
    if geo.crs is None:
        faults.append("no CRS; set one, for instance with .set_crs(4326)")
    empty = geo.geometry.isna() | geo.geometry.is_empty
    if empty.any():
        faults.append(f"empty geometry in rows {some(geo.index[empty])}")
    kinds = geo.geometry[~empty].geom_type
    other = kinds[~kinds.isin(allowed)]
    if len(other):
        faults.append(f"geometry {some(sorted(set(other)))}, expected {' or '.join(allowed)}")
    invalid = ~empty & ~geo.geometry.is_valid
    if invalid.any():
        faults.append(f"invalid geometry in rows {some(geo.index[invalid])}; use make_valid()")
    return faults


#: WGS84 in so many words: what PROJ writes for EPSG:4326 depends on which libraries a process has
#: loaded before, and files must not.
_WGS84 = {
    "type": "GeographicCRS",
    "name": "WGS 84",
    "datum": {
        "type": "GeodeticReferenceFrame",
        "name": "World Geodetic System 1984",
        "ellipsoid": {
            "name": "WGS 84",
            "semi_major_axis": 6378137,
            "inverse_flattening": 298.257223563,
        },
    },
    "coordinate_system": {
        "subtype": "ellipsoidal",
        "axis": [
            {
                "name": "Geodetic latitude",
                "abbreviation": "Lat",
                "direction": "north",
                "unit": "degree",
            },
            {
                "name": "Geodetic longitude",
                "abbreviation": "Lon",
                "direction": "east",
                "unit": "degree",
            },
        ],
    },
    "id": {"authority": "EPSG", "code": 4326},
}


def write_parquet(frame: pd.DataFrame, path: Path) -> None:
    """Write a table without its index, the same bytes each time.

    Parameters
    ----------
    frame
        A table, or a layer in EPSG:4326.
    path
        File to write.

    Raises
    ------
    InputError
        If a layer has another CRS.
    """
    import geopandas as gpd
    import pyproj

    plain = frame.reset_index(drop=True)
    if isinstance(plain, gpd.GeoDataFrame):
        if plain.crs is None or plain.crs != "EPSG:4326":
            raise InputError(f"{path}: the layer is not in EPSG:4326; use to_crs(4326)")
        crs = pyproj.CRS.from_json_dict(_WGS84)
        plain = plain.set_crs(crs, allow_override=True)
    plain.to_parquet(path, index=False, compression="zstd")


_AREA = ("Polygon", "MultiPolygon")
_COUNTRY = Column("country", "string", "Country of the place: NL or DE")
_ID = Column("id", "string", "Id of the place, as text")

#: Origins and destinations: GPKG, GeoParquet, GeoJSON or CSV with ``lon`` and ``lat``.
POINTS = Table("points", (_ID,), ("id",), ("Point",))

MUNICIPALITIES = Table(
    "municipalities",
    (
        Column("region_code", "string", "CBS gemeente code (GM0153) or AGS (05554020)"),
        Column("name", "string", "Official name"),
        _COUNTRY,
        Column("nuts3", "string", "NUTS3 code, version 2021"),
        Column("nuts3_name", "string", "Name of the NUTS3 region"),
        Column("area", "string", "twente, muensterland or ring"),
        Column("population", "integer", "Inhabitants on the reference date"),
        Column("population_date", "string", "Reference date of the population"),
        Column("place_lon", "number", "Longitude of the main place", "degrees"),
        Column("place_lat", "number", "Latitude of the main place", "degrees"),
    ),
    ("region_code",),
    _AREA,
)

CELLS = Table(
    "cells",
    (
        Column("cell_id", "string", "Grid cell and municipality: 1kmN3187E4103-GM0153"),
        Column("grid_id", "string", "Cell of the 1 km ETRS89-LAEA grid: 1kmN3187E4103"),
        Column("region_code", "string", "Municipality of this part of the cell"),
        _COUNTRY,
        Column("population", "integer", "Inhabitants; the municipality's total is kept"),
        Column("lon", "number", "Longitude of the part's representative point", "degrees"),
        Column("lat", "number", "Latitude of the part's representative point", "degrees"),
    ),
    ("cell_id",),
    _AREA,
)

OPPORTUNITIES = Table(
    "opportunities",
    (
        Column("region_code", "string", "Municipality, or district the figure is published for"),
        Column("opportunity", "string", "jobs, apprenticeships or students"),
        Column("count", "number", "How many", null="not published or not found"),
        Column("job_concept", "string", "What is counted, after conversion"),
        Column("published_count", "number", "Figure as published", null="none was found"),
        Column("published_concept", "string", "Concept as published", null="none was found"),
        Column("conversion", "string", "Named conversion to job_concept, or 'none'"),
        Column("reference_date", "string", "Date the figure speaks of"),
        Column("source_id", "string", "Source in the catalogue"),
        Column(
            "modelled",
            "boolean",
            "True where the count was converted or shared out, not published",
        ),
    ),
    ("region_code", "opportunity"),
)

_NO_FIGURE = "no figure; see lower, upper and marker"
_FIGURE = (
    Column("count", "number", "The figure as published", null=_NO_FIGURE),
    Column(
        "lower",
        "number",
        "The least that the true figure can be: `count` itself unless the publisher rounds or "
        "hides it",
        null="there is no figure to speak of",
    ),
    Column("upper", "number", "The most that it can be", null="no bound is known"),
    Column(
        "marker", "string", "The publisher's mark in place of a figure", null="there is a figure"
    ),
)
_CONCEPT = Column("job_concept", "string", "What is counted as a job", null="not about jobs")
_DATE = Column("reference_date", "string", "Date or period that the figure speaks of")
_SOURCE_ID = Column("source_id", "string", "Source in the catalogue")

#: Facts of a publisher by region, as read: nothing converted, nothing spread.
FACTS = Table(
    "facts",
    (
        Column("region_code", "string", "Gemeente, Gemeinde, Kreis or district of the figure"),
        Column("opportunity", "string", "What is counted: jobs, apprenticeships, people ..."),
        *_FIGURE,
        _CONCEPT,
        _DATE,
        _SOURCE_ID,
    ),
    ("region_code", "opportunity", "reference_date"),
)

#: Facts of a publisher by pair of regions: commuters from home to work.
FLOWS = Table(
    "flows",
    (
        Column("from_id", "string", "Region where they live"),
        Column("to_id", "string", "Region where they work"),
        *_FIGURE,
        _CONCEPT,
        _DATE,
        _SOURCE_ID,
    ),
    ("from_id", "to_id", "reference_date"),
)

_NOT_TOLD = "not told"
#: Columns of a listing that stand in a table of placements too.
_OF_A_PLACEMENT = ("id", "opp_type", "count", "country", "eqf_min", "eqf_max", "sector_nace",
                   "language", "valid_from", "valid_to", "source_id")  # fmt: skip

#: Opportunities listed one by one: vacancies, internships, startups, each at a point or in a
#: municipality.
LISTINGS = Table(
    "listings",
    (
        Column("id", "string", "Id of the listing at its publisher"),
        Column("opp_type", "string", "job, internship, apprenticeship, graduation or startup"),
        Column(
            "count",
            "number",
            "How many places; 1 for a listing that does not say",
            null="hidden; see lower and upper",
        ),
        Column("lower", "number", "The least that the count can be", null="not known"),
        Column("upper", "number", "The most that it can be", null="no bound is known"),
        Column("lon", "number", "Longitude", "degrees", "only the municipality is known"),
        Column("lat", "number", "Latitude", "degrees", "only the municipality is known"),
        Column(
            "region_code",
            "string",
            "CBS gemeente code (GM0153) or AGS (05554020)",
            null="not told; the point counts",
        ),
        _COUNTRY,
        Column(
            "eqf_min",
            "integer",
            "Lowest level asked for, European framework 1 to 8",
            null=_NOT_TOLD,
        ),
        Column("eqf_max", "integer", "Highest level it is meant for", null=_NOT_TOLD),
        Column("sector_nace", "string", "Section of NACE Rev. 2, A to U", null=_NOT_TOLD),
        Column("language", "string", "Working language, ISO 639-1 (nl, de, en)", null=_NOT_TOLD),
        Column(
            "valid_from", "string", "First day on which one can begin, ISO 8601", null=_NOT_TOLD
        ),
        Column("valid_to", "string", "Last day, ISO 8601", null="not told, or without end"),
        _SOURCE_ID,
        Column(
            "occupation",
            "string",
            "Occupation or training as the publisher classes it",
            null=_NOT_TOLD,
            required=False,
        ),
    ),
    ("id",),
)

#: Listings within reach of a student, the nearest first.
PLACEMENTS = Table(
    "placements",
    (
        *(column for column in LISTINGS.columns if column.name in _OF_A_PLACEMENT),
        Column("located", "string", "point, or main place of the municipality"),
        Column("across", "boolean", "Whether it lies across the border"),
        Column("unsure", "string", "What the listing does not tell and was asked for; or empty"),
        Column("travel_time_min", "number", "Door-to-door time of the quickest trip", "min"),
        Column("mode", "string", "That trip, by its name"),
    ),
    ("id",),
)

#: People within a meeting's travel of each hub, with the border closed and open.
HUB_REACH = Table(
    "reach of hubs",
    (
        Column("id", "string", "Hub"),
        Column("country", "string", "Country of the hub"),
        Column("mode", "string", "Trip by its name, or any for the quickest"),
        Column("cutoff_min", "number", "Cutoff", "min"),
        Column("closed_means", "string", "The reading of closed, in full"),
        Column("closed", "number", "People with the border closed", null="no figure known"),
        Column("open", "number", "People with the border open", null="no figure known"),
        Column("difference", "number", "open - closed", null="no figure known"),
        Column("border_effect", "number", "open / closed - 1", "ratio", "undefined: closed is 0"),
    ),
    ("id", "mode", "cutoff_min", "closed_means"),
)

#: From hub to hub, each way.
HUB_TIMES = Table(
    "times between hubs",
    (
        Column("from_id", "string", "Hub one leaves"),
        Column("to_id", "string", "Hub one goes to"),
        Column("across", "boolean", "Whether they lie in two countries"),
        Column("mode", "string", "Trip by its name"),
        Column("travel_time_min", "number", "Door-to-door time", "min", "not reached"),
        Column("domestic_time_min", "number", "Without any foreign street or line", "min",
               "not reached"),
    ),
    ("from_id", "to_id", "mode"),
)  # fmt: skip

#: Which hubs can meet: one of the two travels to the other.
HUB_PAIRS = Table(
    "pairs of hubs",
    (
        Column("id_a", "string", "The one hub"),
        Column("id_b", "string", "The other"),
        Column("across", "boolean", "Whether they lie in two countries"),
        Column("mode", "string", "Trip by its name, or any for the quickest"),
        Column("cutoff_min", "number", "Longest way of who travels", "min"),
        Column("travel_time_min", "number", "Quicker of the two ways", "min", "not reached"),
        Column("open", "boolean", "Can meet with the border open"),
        Column("closed_destinations", "boolean", "Can meet without going abroad"),
        Column("closed_routing", "boolean", "Can meet without any foreign street or line"),
    ),
    ("id_a", "id_b", "mode", "cutoff_min"),
)

#: Facts of a publisher by cell of its grid.
GRID_FACTS = Table(
    "facts on a grid",
    (
        Column("grid_id", "string", "Cell as the publisher names it"),
        Column("measure", "string", "What is counted, by the publisher's column"),
        *_FIGURE,
        Column("lon", "number", "Longitude of the cell's centre", "degrees"),
        Column("lat", "number", "Latitude of the cell's centre", "degrees"),
        Column("size_m", "integer", "Side of the cell in the publisher's grid", "m"),
        _DATE,
        _SOURCE_ID,
    ),
    ("grid_id", "measure", "reference_date"),
)

TRAVEL_TIMES = Table(
    "travel times",
    (
        Column("from_id", "string", "Origin"),
        Column("to_id", "string", "Destination"),
        Column("travel_time_min", "number", "Door-to-door time", "min", "not reached; see reason"),
        *(
            Column(
                f"travel_time_p{percentile}_min",
                "number",
                f"Percentile {percentile} of the window's times (timetables; others alike)",
                "min",
                "not reached at so many of its minutes",
                required=False,
            )
            for percentile in (25, 50, 75)
        ),
        Column(
            "rides",
            "integer",
            "Trains and buses ridden in (timetables)",
            null="not reached",
            required=False,
        ),
        Column(
            "reason",
            "string",
            "Why null: unreached, not_snapped, outside_data, no_service",
            null="reached",
            required=False,
        ),
    ),
    ("from_id", "to_id"),
)

#: Legs of the journeys of one pair, in order.
JOURNEYS = Table(
    "journeys",
    (
        Column("percentile", "integer", "Percentile of the window's times that this explains"),
        Column(
            "travel_time_min",
            "number",
            "Of the whole journey, first wait included, or the last before an arrival",
            "min",
        ),
        Column("leg", "integer", "Number of the leg, from 1"),
        Column(
            "mode",
            "string",
            "walk, bicycle, ebike, car, transit for a ride, or wait at the destination until the "
            "hour of arrival",
        ),
        Column("line", "string", "Line", null="not a ride"),
        Column("headsign", "string", "What the vehicle shows", null="not a ride"),
        Column("trip_id", "string", "Trip in the feed", null="not a ride"),
        Column("from_stop", "string", "Stop", null="the origin itself"),
        Column("from_name", "string", "Name of the stop, or id of the origin"),
        Column("to_stop", "string", "Stop", null="the destination itself"),
        Column("to_name", "string", "Name of the stop, or id of the destination"),
        Column("departure", "string", "Local time with its zone"),
        Column("arrival", "string", "Local time with its zone"),
        Column(
            "wait_min", "number", "Before getting on, changing at the same stop included", "min"
        ),
        Column("duration_min", "number", "From departure to arrival of the leg", "min"),
    ),
    ("percentile", "leg"),
)

SNAPPING = Table(
    "snapping",
    (
        _ID,
        Column("status", "string", "snapped, not_snapped or outside_data"),
        Column("edge", "integer", "Edge of the network", null="not snapped"),
        Column("distance_m", "number", "From the point to the edge", "m", "nothing in reach"),
        Column(
            "component", "integer", "Component of the edge; 0 is the main one", null="not snapped"
        ),
    ),
    ("id",),
)

ISOCHRONES = Table(
    "isochrones",
    (
        Column("from_id", "string", "Origin"),
        Column("cutoff_min", "number", "Everything within this time", "min"),
        Column("mode", "string", "Mode of the trip"),
    ),
    ("from_id", "cutoff_min"),
    _AREA,
)

_NO_REACH = "origin not snapped, or no figure known"

REACH = Table(
    "reach",
    (
        Column("id", "string", "Cell or municipality"),
        Column("country", "string", "Country of the origin"),
        Column("cutoff_min", "number", "Cutoff", "min"),
        Column("opportunity", "string", "What is counted"),
        Column("reach_nl", "number", "Reachable in the Netherlands", null=_NO_REACH),
        Column("reach_de", "number", "Reachable in Germany", null=_NO_REACH),
        Column("closed", "number", "Reachable in the own country", null=_NO_REACH),
        Column("open", "number", "Reachable on both sides", null=_NO_REACH),
        Column("border_effect", "number", "open / closed - 1", "ratio", "undefined: closed is 0"),
        Column(
            "share_across",
            "number",
            "Share of open that lies across the border",
            "ratio",
            "undefined: open is 0",
            required=False,
        ),
        Column(
            "unknown_within",
            "integer",
            "Destinations in reach without a known count; above 0, reach is a lower bound",
            null="origin not snapped",
            required=False,
        ),
        Column(
            "population_covered",
            "number",
            "Share of the population whose cells have a known reach",
            "ratio",
            "no population",
            required=False,
        ),
        Column("mode", "string", "Mode of the trip", required=False),
        Column("scenario", "string", "Scenario, or baseline", required=False),
    ),
)

OBSERVATIONS = Table(
    "observations",
    (
        Column("indicator", "string", "Indicator id, as in indicators.csv"),
        Column("region_code", "string", "Municipality or NUTS3 code"),
        Column("level", "string", "municipality or nuts3"),
        Column("period", "string", "Period the figure speaks of"),
        Column("value", "number", "The figure", null="see status"),
        Column("unit", "string", "Unit of the value"),
        Column(
            "status",
            "string",
            "measured, modelled, partial (some figures within reach are unknown, or part of the "
            "population is not covered), undefined (divided by 0) or missing",
        ),
        Column("source", "string", "Source ids, separated by semicolons"),
    ),
    ("indicator", "region_code", "level", "period"),
)

INDICATORS = Table(
    "indicators",
    (
        Column("indicator", "string", "Indicator id"),
        Column("name_nl", "string", "Name in Dutch"),
        Column("name_de", "string", "Name in German"),
        Column("name_en", "string", "Name in English"),
        Column("unit", "string", "Unit"),
        Column("aggregation", "string", "How municipalities are combined into NUTS3 regions"),
    ),
    ("indicator",),
)
