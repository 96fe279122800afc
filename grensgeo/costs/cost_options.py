"""What can be said of costs, declared once: figures with source and date, and groups of people.

Of these dataclasses come the reader of a file, its JSON Schema and the reference in the docs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from grensgeo.declared import (
    ANY_NAMES,
    FLAG,
    NAMES,
    NUMBER,
    TEXT,
    WHOLE,
    WORDS,
    Each,
    Option,
    Record,
    documented,
    named,
    option,
    record_of,
)
from grensgeo.modes import TRIP_MODES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Kinds of vehicle, as :func:`grensgeo.traveltimes.vehicles.kind_of` names them.
VEHICLES = ("rail", "bus", "tram", "metro", "ferry", "other")
#: What a group drives. ``allowance`` is a car at what the tax office counts for a kilometre, fixed
#: costs included, and not what one more costs; ``free`` is a car that costs its driver
#: nothing, as one of the firm does; ``none`` means that the group has no time by car.
CARS = ("fossil", "electric", "allowance", "shared", "taxi", "free", "none")
#: Cars that one need not drive oneself.
DRIVEN_BY_OTHERS = ("taxi",)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@documented
@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure that somebody published.

    Attributes
    ----------
    {options}
    """

    source: str = field(metadata=option(WORDS, "who says so, and where"))
    date: str = field(metadata=option(WORDS, "day of the source, ISO 8601"))
    since: str = field(metadata=option(WORDS, "first day on which the figure holds, ISO 8601"))
    confirmed: bool = field(
        default=True, metadata=option(FLAG, "false where the source could not be seen")
    )
    country: str = field(
        default="", metadata=option(WORDS, "country, ISO 3166", absent="any country")
    )
    currency: str = field(default="EUR", metadata=option(WORDS, "currency, ISO 4217"))

    @property
    def key(self) -> tuple[str, ...]:
        """What it is a figure of: a later one of the same key takes its place."""
        raise NotImplementedError


@documented
@dataclass(frozen=True, kw_only=True)
class KilometreCost(Figure):
    """What a kilometre with a vehicle of one's own costs.

    Attributes
    ----------
    {options}
    """

    vehicle: str = field(
        metadata=option(
            TEXT, "what is driven",
            choices=("fossil", "electric", "allowance", "shared", "taxi", "bicycle", "ebike"),
            more="An allowance is what the tax office counts for a kilometre by car.",
        )
    )  # fmt: skip
    per_km: float = field(metadata=option(NUMBER, "cost of a kilometre", least=0))

    @property
    def key(self) -> tuple[str, ...]:
        """Country and vehicle."""
        return self.country, self.vehicle


@documented
@dataclass(frozen=True, kw_only=True)
class ParkingCost(Figure):
    """What it costs to park where a trip by car ends.

    Attributes
    ----------
    {options}
    """

    urbanity: str = field(
        metadata=option(WORDS, "degree of urbanity, as the table of destinations calls it")
    )
    per_stay: float = field(metadata=option(NUMBER, "cost of one stay", least=0))

    @property
    def key(self) -> tuple[str, ...]:
        """Country and degree of urbanity."""
        return self.country, self.urbanity


@documented
@dataclass(frozen=True, kw_only=True)
class TimeValue(Figure):
    """What an hour of travel is worth to people of an income.

    Attributes
    ----------
    {options}
    """

    income: str = field(metadata=option(WORDS, "income, as groups call it"))
    per_h: float = field(metadata=option(NUMBER, "value of an hour", above=0))

    @property
    def key(self) -> tuple[str, ...]:
        """Country and income."""
        return self.country, self.income


@documented
@dataclass(frozen=True, kw_only=True)
class Currency(Figure):
    """What a unit of a currency is worth.

    Attributes
    ----------
    {options}
    """

    code: str = field(metadata=option(WORDS, "currency, ISO 4217"))
    eur: float = field(metadata=option(NUMBER, "euros for one unit", above=0))

    @property
    def key(self) -> tuple[str, ...]:
        """The currency."""
        return (self.code,)


_BEYOND = Record(
    "[[beyond]]",
    "stops abroad, or outside its municipalities, at which it is valid too",
    (
        Option("stops", NAMES, "names or ids of stops; * stands for anything"),
        Option("lines", ANY_NAMES, "lines on which it is", (), "all lines"),
    ),
)


@documented
@dataclass(frozen=True, kw_only=True)
class Scope(Figure):
    """A figure of public transport, and where it is valid: between stops of its country.

    Attributes
    ----------
    {options}
    """

    name: str = field(metadata=option(WORDS, "what it is called"))
    vehicles: Sequence[str] = field(
        default=(),
        metadata=option(
            ANY_NAMES, "kinds of vehicle", choices=VEHICLES, absent="all kinds of vehicle"
        ),
    )
    lines: Sequence[str] = field(
        default=(),
        metadata=option(ANY_NAMES, "lines; * stands for anything", absent="all lines"),
    )
    except_lines: Sequence[str] = field(
        default=(), metadata=option(ANY_NAMES, "lines on which it is not valid", absent="none")
    )
    operators: Sequence[str] = field(
        default=(),
        metadata=option(ANY_NAMES, "operators; * stands for anything", absent="all operators"),
    )
    municipalities: Sequence[str] = field(
        default=(),
        metadata=option(
            ANY_NAMES, "codes of the municipalities in which it is valid; * stands for anything",
            absent="the whole country",
        ),
    )  # fmt: skip
    beyond: Sequence[Mapping[str, Any]] = field(
        default=(), metadata=option(Each(_BEYOND), "stops elsewhere at which it is valid too")
    )

    @property
    def key(self) -> tuple[str, ...]:
        """The name."""
        return (self.name,)


_BANDS = Record(
    "[[tariffs.bands]]",
    "what a kilometre costs up to so many kilometres, where that is not the same for all",
    (
        Option("up_to_km", NUMBER, "end of the band, km from the start", above=0),
        Option("per_km", NUMBER, "cost of a kilometre in it", least=0),
    ),
)
_ZONES = Record(
    "[[tariffs.zones]]",
    "a zone of a tariff by levels",
    (
        Option("zone", WORDS, "the zone"),
        Option("stops", NAMES, "names or ids of its stops; * stands for anything"),
    ),
)
_RELATIONS = Record(
    "[[tariffs.relations]]",
    "the level of two zones, in either direction",
    (
        Option("zones", NAMES, "two zones, or one for trips within it"),
        Option("level", WORDS, "level of price"),
    ),
)


@documented
@dataclass(frozen=True, kw_only=True)
class Tariff(Scope):
    """A tariff of public transport: by kilometres, or by levels between zones.

    Attributes
    ----------
    {options}
    """

    start: float = field(default=0.0, metadata=option(NUMBER, "paid once a ticket", least=0))
    per_km: float | None = field(
        default=None, metadata=option(NUMBER, "cost of a kilometre", absent="by levels", least=0)
    )
    bands: Sequence[Mapping[str, Any]] = field(
        default=(), metadata=option(Each(_BANDS), "bands of kilometres; per_km holds after them")
    )
    straight: bool = field(
        default=False,
        metadata=option(FLAG, "kilometres are those of the straight line of a whole ticket"),
    )
    whole_km: bool = field(
        default=False, metadata=option(FLAG, "a kilometre begun is a whole one")
    )
    least: float = field(default=0.0, metadata=option(NUMBER, "cheapest ticket", least=0))
    most: float | None = field(
        default=None, metadata=option(NUMBER, "dearest ticket", absent="no cap", least=0)
    )
    most_month: float | None = field(
        default=None,
        metadata=option(
            NUMBER, "most that is paid in a month", absent="no cap", least=0,
            more="It counts for groups that say how many trips they make a month.",
        ),
    )  # fmt: skip
    levels: Mapping[str, float] = field(
        default_factory=dict, metadata=option(named(NUMBER), "price by level", absent="none")
    )
    zones: Sequence[Mapping[str, Any]] = field(
        default=(), metadata=option(Each(_ZONES), "zones of a tariff by levels")
    )
    relations: Sequence[Mapping[str, Any]] = field(
        default=(), metadata=option(Each(_RELATIONS), "levels between zones")
    )


_PAIRS = Record(
    "[[tickets.pairs]]",
    "two ends between which a ticket is valid, in either direction",
    (
        Option("one", NAMES, "names or ids of stops at the one end; * stands for anything"),
        Option("other", NAMES, "names or ids of stops at the other end"),
    ),
)


@documented
@dataclass(frozen=True, kw_only=True)
class Ticket(Scope):
    """A ticket at one price, such as one across a border: on lines, between pairs of stops.

    Attributes
    ----------
    {options}
    """

    price: float = field(metadata=option(NUMBER, "price of a single trip", least=0))
    pairs: Sequence[Mapping[str, Any]] = field(
        default=(), metadata=option(Each(_PAIRS), "ends between which it is valid")
    )


@documented
@dataclass(frozen=True, kw_only=True)
class Pass(Scope):
    """A season ticket or a student's travel product.

    Attributes
    ----------
    {options}
    """

    month: float | None = field(
        default=None,
        metadata=option(NUMBER, "price of a month", absent="paid by others", least=0),
    )
    pays: float = field(
        default=0.0,
        metadata=option(NUMBER, "share of fares that is still paid", least=0, most=1),
    )
    weekdays: Sequence[str] = field(
        default=(),
        metadata=option(ANY_NAMES, "days on which it holds", choices=WEEKDAYS, absent="all"),
    )


@documented
@dataclass(frozen=True, kw_only=True)
class PayingGroup:
    """People who pay and value time alike.

    Attributes
    ----------
    {options}
    """

    name: str = field(metadata=option(WORDS, "what the group is called"))
    income: str = field(metadata=option(WORDS, "income, by which the value of time is known"))
    value_of_time: float | None = field(
        default=None,
        metadata=option(
            NUMBER, "value of an hour, EUR", absent="that of its income", above=0
        ),
    )  # fmt: skip
    car: str = field(default="none", metadata=option(TEXT, "what is driven", choices=CARS))
    licence: bool = field(default=True, metadata=option(FLAG, "whether one may drive"))
    passes: Sequence[str] = field(
        default=(), metadata=option(ANY_NAMES, "season tickets and products that are held")
    )
    trips_per_month: int | None = field(
        default=None,
        metadata=option(
            WHOLE, "trips over which the price of a pass is spread", absent="not spread", least=1,
            more="Who has a pass anyway pays nothing for one trip more.",
        ),
    )  # fmt: skip
    parks_free: bool = field(default=False, metadata=option(FLAG, "whether parking is free"))
    weights: Mapping[str, float] = field(
        default_factory=dict,
        metadata=option(
            named(NUMBER), "preference: what a minute counts, by mode", absent="1 for each mode",
            more=f"Modes are {', '.join(TRIP_MODES)}.",
        ),
    )  # fmt: skip
    source: str = field(default="", metadata=option(WORDS, "who describes the group", absent="-"))
    country: str = field(
        default="", metadata=option(WORDS, "country, ISO 3166", absent="any country")
    )

    @property
    def key(self) -> tuple[str, ...]:
        """The name."""
        return (self.name,)


#: What a file of costs holds, by the name of its tables.
KINDS: dict[str, type] = {
    "kilometres": KilometreCost,
    "parking": ParkingCost,
    "values_of_time": TimeValue,
    "currencies": Currency,
    "tariffs": Tariff,
    "tickets": Ticket,
    "passes": Pass,
    "groups": PayingGroup,
}
_MEANINGS = {
    "kilometres": "what a kilometre with one's own vehicle costs",
    "parking": "what parking costs by degree of urbanity",
    "values_of_time": "what an hour is worth by income",
    "currencies": "what other currencies are worth",
    "tariffs": "tariffs of public transport",
    "tickets": "tickets at one price, such as those across a border",
    "passes": "season tickets and students' travel products",
    "groups": "groups of people",
}


@cache
def costs_record() -> Record:
    """Return the declaration of a file of costs."""
    return Record(
        "the file of costs",
        "figures that take the place of those that come with grensgeo, and more",
        tuple(
            Option(
                name,
                Each(record_of(kind, f"[[{name}]]", _MEANINGS[name])),
                _MEANINGS[name],
                (),
                "those that come with grensgeo",
            )
            for name, kind in KINDS.items()
        ),
    )
