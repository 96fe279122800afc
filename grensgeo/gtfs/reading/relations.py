"""The files of GTFS, their columns, keys and references, declared as data.

Source: GTFS Schedule Reference, https://gtfs.org/documentation/schedule/reference/. Columns that
nothing here uses (colours, fares, addresses on the web) are not declared; they are let through
unread.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["id", "text", "time", "date", "whole", "number", "lat", "lon", "zone"]


@dataclass(frozen=True)
class Field:
    """One column.

    Attributes
    ----------
    name, kind
        Name, and what it holds. ``time`` is H:MM:SS past 24:00 too, ``date`` is YYYYMMDD,
        ``whole`` a number without fraction, ``zone`` an IANA zone.
    required
        The column must be there.
    filled
        No cell may be empty.
    references
        ``file.column`` that an id must stand in; empty for none.
    low, high
        Bounds of a number.
    default
        What an empty cell of a ``whole`` means; ``None`` leaves it empty.
    spare
        A cell that cannot be read is taken as empty: its row means the same without it.
    """

    name: str
    kind: Kind
    required: bool = False
    filled: bool = False
    references: str = ""
    low: float | None = None
    high: float | None = None
    default: int | None = None
    spare: bool = False


@dataclass(frozen=True)
class Relation:
    """One file.

    Attributes
    ----------
    name
        Name without ``.txt``.
    fields
        Columns that are read.
    key
        Columns that name a row uniquely; empty where rows may repeat.
    required
        The file must be there.
    decides
        Columns that must agree for two rows of one key to be duplicates; empty for all.
    aside
        No trip depends on its rows: faults in it are warnings, and its rows are left out.
    """

    name: str
    fields: tuple[Field, ...]
    key: tuple[str, ...] = ()
    required: bool = False
    aside: bool = False
    decides: tuple[str, ...] = ()

    @property
    def file(self) -> str:
        """Return the name of the file."""
        return f"{self.name}.txt"


def _must(name: str, kind: Kind, references: str = "") -> Field:
    """Declare a column that must be there with every cell filled."""
    return Field(name, kind, required=True, filled=True, references=references)


def _choice(name: str, high: int, *, default: int | None = 0, spare: bool = False) -> Field:
    """Declare a column of codes from 0."""
    return Field(name, "whole", low=0, high=high, default=default, spare=spare)


#: Whether one may board or alight between stops; 1 and empty: no.
_CONTINUOUS = (
    _choice("continuous_pickup", 3, default=1, spare=True),
    _choice("continuous_drop_off", 3, default=1, spare=True),
)


#: Columns of a call within an area or a span of time (GTFS-Flex).
FLEXIBLE = (
    "location_id",
    "location_group_id",
    "start_pickup_drop_off_window",
    "end_pickup_drop_off_window",
)

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

#: In the order in which they are read: what is referred to stands before what refers to it.
RELATIONS = (
    Relation(
        "feed_info",
        (
            Field("feed_publisher_name", "text"),
            Field("feed_start_date", "date", spare=True),
            Field("feed_end_date", "date", spare=True),
            Field("feed_version", "text"),
        ),
        aside=True,
    ),
    Relation(
        "agency",
        (
            Field("agency_id", "id"),
            Field("agency_name", "text"),
            _must("agency_timezone", "zone"),
        ),
        key=("agency_id",),
        decides=("agency_timezone",),
        required=True,
    ),
    Relation(
        "stops",
        (
            _must("stop_id", "id"),
            Field("stop_name", "text"),
            Field("stop_lat", "lat", required=True),
            Field("stop_lon", "lon", required=True),
            _choice("location_type", 4),
            Field("parent_station", "id", references="stops.stop_id"),
            Field("platform_code", "text"),
            _choice("wheelchair_boarding", 2, spare=True),
        ),
        key=("stop_id",),
        decides=("stop_lat", "stop_lon", "location_type", "parent_station"),
        required=True,
    ),
    Relation(
        "routes",
        (
            _must("route_id", "id"),
            Field("agency_id", "id", references="agency.agency_id"),
            Field("route_short_name", "text"),
            Field("route_long_name", "text"),
            Field("route_type", "whole", required=True, filled=True, low=0, high=1799),
            *_CONTINUOUS,
        ),
        key=("route_id",),
        decides=("agency_id", "route_type"),
        required=True,
    ),
    Relation(
        "calendar",
        (
            _must("service_id", "id"),
            *(Field(day, "whole", required=True, filled=True, low=0, high=1) for day in _DAYS),
            _must("start_date", "date"),
            _must("end_date", "date"),
        ),
        key=("service_id",),
    ),
    Relation(
        "calendar_dates",
        (
            _must("service_id", "id"),
            _must("date", "date"),
            Field("exception_type", "whole", required=True, filled=True, low=1, high=2),
        ),
        key=("service_id", "date"),
    ),
    Relation(
        "shapes",
        (
            _must("shape_id", "id"),
            Field("shape_pt_lat", "lat", required=True, filled=True),
            Field("shape_pt_lon", "lon", required=True, filled=True),
            Field("shape_pt_sequence", "whole", required=True, filled=True),
        ),
        key=("shape_id", "shape_pt_sequence"),
        aside=True,
    ),
    Relation(
        "trips",
        (
            _must("route_id", "id", "routes.route_id"),
            _must("service_id", "id"),
            _must("trip_id", "id"),
            Field("trip_headsign", "text"),
            Field("trip_short_name", "text"),
            Field("block_id", "id"),
            Field("shape_id", "id", references="shapes.shape_id"),
            _choice("bikes_allowed", 2, spare=True),
            _choice("wheelchair_accessible", 2, spare=True),
        ),
        key=("trip_id",),
        decides=("route_id", "service_id", "block_id"),
        required=True,
    ),
    Relation(
        "stop_times",
        (
            _must("trip_id", "id", "trips.trip_id"),
            Field("arrival_time", "time"),
            Field("departure_time", "time"),
            Field("stop_id", "id", references="stops.stop_id"),
            *(Field(name, "text") for name in FLEXIBLE),
            Field("stop_sequence", "whole", required=True, filled=True),
            _choice("pickup_type", 3),
            _choice("drop_off_type", 3),
            *_CONTINUOUS,
            Field("shape_dist_traveled", "number", low=0, spare=True),
        ),
        key=("trip_id", "stop_sequence"),
        required=True,
    ),
    Relation(
        "frequencies",
        (
            _must("trip_id", "id", "trips.trip_id"),
            _must("start_time", "time"),
            _must("end_time", "time"),
            Field("headway_secs", "whole", required=True, filled=True, low=1),
            _choice("exact_times", 1),
        ),
        key=("trip_id", "start_time", "end_time", "headway_secs"),
    ),
    Relation(
        "transfers",
        (
            Field("from_stop_id", "id", references="stops.stop_id"),
            Field("to_stop_id", "id", references="stops.stop_id"),
            Field("from_route_id", "id", references="routes.route_id"),
            Field("to_route_id", "id", references="routes.route_id"),
            Field("from_trip_id", "id", references="trips.trip_id"),
            Field("to_trip_id", "id", references="trips.trip_id"),
            _choice("transfer_type", 5),
            Field("min_transfer_time", "whole", low=0),
        ),
        aside=True,
    ),
    Relation(
        "pathways",
        (
            _must("pathway_id", "id"),
            _must("from_stop_id", "id", "stops.stop_id"),
            _must("to_stop_id", "id", "stops.stop_id"),
            Field("is_bidirectional", "whole", required=True, filled=True, low=0, high=1),
            Field("length", "number", low=0),
            Field("traversal_time", "whole", low=1),
        ),
        key=("pathway_id",),
        aside=True,
    ),
)

#: The areas of demand-responsive trips (GTFS-Flex), the one file of the standard that is no table.
AREAS = "locations.geojson"

#: Files of the standard that nothing here uses.
UNUSED = (
    "areas",
    "attributions",
    "booking_rules",
    "fare_attributes",
    "fare_leg_join_rules",
    "fare_leg_rules",
    "fare_media",
    "fare_products",
    "fare_rules",
    "fare_transfer_rules",
    "levels",
    "location_group_stops",
    "location_groups",
    "networks",
    "rider_categories",
    "route_networks",
    "stop_areas",
    "timeframes",
    "translations",
)
