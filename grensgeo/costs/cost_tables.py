"""Tables of costs: those that come with grensgeo, and those of one's own in their place."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from grensgeo.costs.cost_options import (
    DRIVEN_BY_OTHERS,
    KINDS,
    WEEKDAYS,
    Currency,
    Figure,
    KilometreCost,
    ParkingCost,
    Pass,
    PayingGroup,
    Tariff,
    Ticket,
    TimeValue,
    costs_record,
)
from grensgeo.costs.fares import FareOffer
from grensgeo.countries import ISO_3166
from grensgeo.countries.country_files import all_countries
from grensgeo.declared import Each, Record
from grensgeo.errors import InputError, some
from grensgeo.files import read_record
from grensgeo.modes import TRIP_MODES
from grensgeo.notes import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from grensgeo.declared.record_reader import RecordReader

_EURO = "EUR"


@dataclass(frozen=True, eq=False)
class CostTables:
    """Figures of costs, each with source and date, and groups of people.

    Attributes
    ----------
    figures
        By the name of their table in a file: ``kilometres``, ``parking``, ``values_of_time``,
        ``currencies``, ``tariffs``, ``tickets``, ``passes``, ``groups``.

    Examples
    --------
    >>> costs = CostTables.default().at("2025-06-01")
    >>> costs.kilometre("NL", "fossil").per_km
    0.16
    >>> [one.month for one in costs.passes if one.name == "Deutschlandticket"]
    [58.0]
    """

    figures: Mapping[str, tuple[Any, ...]]

    @classmethod
    @cache
    def default(cls) -> Self:
        """Return the figures that come with grensgeo, of all countries."""
        found: dict[str, list[Any]] = {name: [] for name in KINDS}
        text = (resources.files(__package__) / "any_country.toml").read_text("utf-8")
        sources = [("", dict(tomllib.loads(text)))]
        sources += [(one.code, dict(one.costs)) for one in all_countries() if one.costs]
        for country, told in sources:
            currency = told.pop("currency", _EURO)
            for name, rows in told.items():
                for row in rows:
                    common = {"country": country} if "country" not in row else {}
                    if name not in ("groups", "currencies"):
                        common["currency"] = currency
                    found[name].append(KINDS[name](**common, **row))
        return cls(MappingProxyType({name: tuple(rows) for name, rows in found.items()}))

    def replaced_by(self, path: str | Path) -> Self:
        """Return the tables with figures of a file in place of those of the same thing.

        Parameters
        ----------
        path
            A TOML file; see docs/costs.md. All figures of a tariff, vehicle and so on are
            replaced, of whatever date.

        Raises
        ------
        FileError
            If there is no such file, or it is not TOML.
        InputError
            With every fault of the file at once.
        """
        path = Path(path)
        reader, data = read_record(path, costs_record(), where="the file of costs")
        own = {name: self._read(reader, name, rows) for name, rows in data.items()}
        reader.fail(str(path))
        result = self.with_figures(**own)
        result.check(where=str(path))
        return result

    def with_figures(self, **own: Iterable[Any]) -> Self:
        """Return the tables with figures in place of those of the same thing.

        Parameters
        ----------
        own
            By the name of their table, as :attr:`figures` has them.
        """
        figures = dict(self.figures)
        for name, given in own.items():
            rows = tuple(given)
            keys = {one.key for one in rows}
            figures[name] = (*(one for one in figures[name] if one.key not in keys), *rows)
        return replace(self, figures=MappingProxyType(figures))

    @staticmethod
    def _read(reader: RecordReader, name: str, rows: Sequence[dict[str, Any]]) -> list[Any]:
        """Return the figures of one table of a file that are as declared."""
        (kind,) = (one.kind for one in costs_record().options if one.name == name)
        record = kind.record if isinstance(kind, Each) else Record("", "", ())
        found = []
        for number, row in enumerate(rows):
            at = (name, number)
            needed = {one.name for one in record.options if one.needed}
            if not reader.hold(record, row, at, where=record.where) or not needed <= set(row):
                continue
            for key in ("since", "date"):
                if key in row and not _is_day(row[key]):
                    text = f"{record.where}: {key} is {row[key]!r}; write a day as 2026-01-01"
                    reader.add("date-wrong", text, (*at, key))
            country = row.get("country", "")
            if country and country not in ISO_3166:
                text = f"{record.where}: country {country!r} is none of ISO 3166"
                reader.add("country-unknown", text, (*at, "country"))
            if name == "tariffs" and not row.get("levels") and "per_km" not in row:
                text = f"{record.where}: {row['name']} has neither per_km nor levels"
                reader.add("key-missing", text, at)
            found.append(KINDS[name](**row))
        return found

    def check(self, *, where: str = "costs") -> None:
        """Validate that what is named is there: currencies, passes, incomes, modes.

        Raises
        ------
        InputError
            With every fault at once.
        """
        passes = {one.name for one in self.figures["passes"]}
        incomes = {one.income for one in self.figures["values_of_time"]}
        currencies = {_EURO, *(one.code for one in self.figures["currencies"])}
        used = {
            one.currency
            for name, rows in self.figures.items()
            for one in rows
            if isinstance(one, Figure) and name != "currencies"
        }
        wrong = []
        unknown = [
            ("currencies", used - currencies, currencies),
            (
                "passes",
                {one for group in self.figures["groups"] for one in group.passes} - passes,
                passes,
            ),
            (
                "incomes",
                {g.income for g in self.figures["groups"] if g.value_of_time is None} - incomes,
                incomes,
            ),
            (
                "modes",
                {mode for group in self.figures["groups"] for mode in group.weights}
                - set(TRIP_MODES),
                set(TRIP_MODES),
            ),
        ]
        wrong = [
            f"unknown {what} {some(sorted(names))}; known are {', '.join(sorted(known))}"
            for what, names, known in unknown
            if names
        ]
        if wrong:
            raise InputError("name-unknown", f"{where}: {'; '.join(wrong)}")

    def at(self, day: str | None = None) -> CostsOfDay:
        """Return the figures of a day: of each the latest that holds by then.

        Parameters
        ----------
        day
            ISO 8601; the newest of all if not given.

        Raises
        ------
        InputError
            If it is no day.
        """
        if day is not None and not _is_day(day):
            raise InputError("date-wrong", f"costs: {day!r} is no day; write it as 2026-01-01")
        chosen: dict[str, tuple[Any, ...]] = {}
        for name, rows in self.figures.items():
            latest: dict[tuple[str, ...], Any] = {}
            for one in rows:
                since = one.since if isinstance(one, Figure) else ""
                before = latest.get(one.key)
                if (day is None or since <= day) and (
                    before is None or since >= getattr(before, "since", "")
                ):
                    latest[one.key] = one
            chosen[name] = tuple(latest.values())
        return CostsOfDay(MappingProxyType(chosen), day)


@dataclass(frozen=True, eq=False)
class CostsOfDay:
    """The figures of one day.

    Attributes
    ----------
    figures
        As in :class:`CostTables`, one for each thing.
    day
        The day, ISO 8601; None for the newest figures.
    """

    figures: Mapping[str, tuple[Any, ...]]
    day: str | None = None
    _eur: dict[str, float] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Keep what currencies are worth."""
        currencies: Sequence[Currency] = self.figures["currencies"]
        self._eur.update({_EURO: 1.0} | {one.code: one.eur for one in currencies})

    @property
    def tariffs(self) -> Sequence[Tariff]:
        """Tariffs of public transport."""
        return self.figures["tariffs"]

    @property
    def tickets(self) -> Sequence[Ticket]:
        """Tickets at one price."""
        return self.figures["tickets"]

    @property
    def passes(self) -> Sequence[Pass]:
        """Season tickets."""
        return self.figures["passes"]

    @property
    def groups(self) -> Sequence[PayingGroup]:
        """Groups of people."""
        return self.figures["groups"]

    def group(self, name: str) -> PayingGroup:
        """Return a group by its name.

        Raises
        ------
        InputError
            If there is none.
        """
        known = {one.name: one for one in self.groups}
        if name not in known:
            raise InputError("name-unknown", f"unknown group {name}; known are {', '.join(known)}")
        return known[name]

    def kilometre(self, country: str, vehicle: str) -> KilometreCost | None:
        """Return what a kilometre costs, or None where no figure is declared."""
        found: KilometreCost | None = self._of("kilometres", country, vehicle)
        return found

    def parking(self, country: str, urbanity: str) -> ParkingCost | None:
        """Return what parking costs, or None where no figure is declared."""
        found: ParkingCost | None = self._of("parking", country, urbanity)
        return found

    def per_h(self, group: PayingGroup) -> float:
        """Return the value of an hour of a group, euros.

        Raises
        ------
        InputError
            If no figure is declared for its income.
        """
        if group.value_of_time is not None:
            return group.value_of_time
        found: TimeValue | None = self._of("values_of_time", group.country, group.income)
        if found is None:
            raise InputError(
                "name-unknown",
                f"group {group.name}: no value of time is known for the income {group.income!r}",
            )
        return self.in_eur(found.per_h, found.currency)

    def in_eur(self, amount: float, currency: str) -> float:
        """Return an amount in euros."""
        return amount * self._eur[currency]

    def offer(self, group: PayingGroup) -> FareOffer:
        """Return what a group can travel by on this day."""
        weekday = None if self.day is None else date.fromisoformat(self.day).weekday()
        return FareOffer(
            self.tariffs,
            self.tickets,
            [one for one in self.passes if one.name in group.passes and _holds_on(one, weekday)],
            group.trips_per_month,
            self._eur,
        )

    def notes(self) -> list[Note]:
        """Return what is to be known of the figures: which nobody saw, and which are old."""
        rows = [
            (f"{one.country} {one.key[-1]}".strip(), one)
            for rows in self.figures.values()
            for one in rows
            if isinstance(one, Figure) and not (isinstance(one, Pass) and one.month is None)
        ]
        unseen = [name for name, one in rows if not one.confirmed]
        notes = []
        if unseen:
            notes.append(Note("costs.unconfirmed", n=len(unseen), names=", ".join(unseen)))
        if self.day is not None:
            old = [f"{name} ({one.since[:4]})" for name, one in rows
                   if one.since[:4] < self.day[:4]]  # fmt: skip
            if old:
                notes.append(Note("costs.older", day=self.day, names=", ".join(old)))
        return notes

    def _of(self, name: str, country: str, key: str) -> Any:  # noqa: ANN401 - of any kind
        known = {one.key: one for one in self.figures[name]}
        return known.get((country, key), known.get(("", key)))


def why_not_driven(group: PayingGroup) -> str | None:
    """Return why a group has no time by car, or None where it has."""
    if group.car == "none":
        return "no_car"
    if not group.licence and group.car not in DRIVEN_BY_OTHERS:
        return "no_licence"
    return None


def _holds_on(held: Pass, weekday: int | None) -> bool:
    return weekday is None or not held.weekdays or WEEKDAYS[weekday] in held.weekdays


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except (TypeError, ValueError):
        return False
