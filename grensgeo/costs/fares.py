"""The fare of a journey: the cheapest tickets that cover it, and which tariff holds where.

A journey is cut where one changes vehicles, and where a tariff, ticket or pass begins or ceases to
be valid: at the seam of two tariffs. Of all ways to cover the pieces the cheapest is taken; what
nothing covers has no price, and neither has the journey then.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, combinations
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from grensgeo.costs.rides import matches, stop_matches
from grensgeo.polylines import straight_m

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from grensgeo.costs.cost_options import Pass, Scope, Tariff, Ticket
    from grensgeo.costs.rides import Ride, RideStop

#: Why there is no price.
NO_TARIFF, NO_LEVEL, NO_ZONE = "no_tariff", "level_unknown", "zone_unknown"


class FarePiece(NamedTuple):
    """A piece of a journey under one tariff, ticket or pass.

    Attributes
    ----------
    name
        The tariff, ticket or pass; empty where none is valid.
    kind
        ``tariff``, ``ticket``, ``pass`` or ``none``.
    lines
        Lines ridden in it.
    first, last
        Stops at its ends.
    km
        Kilometres ridden.
    price_eur
        What is paid for it; None where it is not known.
    reason
        Why it is not known.
    """

    name: str
    kind: str
    lines: tuple[str, ...]
    first: RideStop
    last: RideStop
    km: float
    price_eur: float | None
    reason: str | None = None


@dataclass(frozen=True)
class Fare:
    """What a journey costs.

    Attributes
    ----------
    pieces
        In order; none where nothing is ridden.
    price_eur
        The sum; None where the price of a piece is not known.
    """

    pieces: tuple[FarePiece, ...]
    price_eur: float | None

    @property
    def reason(self) -> str | None:
        """Why there is no price: what is said of the first piece without one."""
        return next((one.reason for one in self.pieces if one.reason is not None), None)


@dataclass(frozen=True, eq=False)
class FareOffer:
    """What a person can travel by on a day.

    Attributes
    ----------
    tariffs, tickets
        All that are sold.
    passes
        Those that the person has.
    trips_per_month
        Over how many trips the price of a pass is spread; None where it is paid anyway.
    eur
        Euros for a unit of each currency.
    """

    tariffs: Sequence[Tariff]
    tickets: Sequence[Ticket]
    passes: Sequence[Pass] = ()
    trips_per_month: int | None = None
    eur: Mapping[str, float] | None = None

    def in_eur(self, amount: float, currency: str) -> float:
        """Return an amount in euros."""
        return amount if self.eur is None else amount * self.eur[currency]

    def share_eur(self, held: Pass) -> float:
        """Return what a trip bears of the price of a pass."""
        if held.month is None or self.trips_per_month is None:
            return 0.0
        return self.in_eur(held.month, held.currency) / self.trips_per_month


def fare_of(rides: Sequence[Ride], offer: FareOffer) -> Fare:
    """Return the cheapest fare of a journey.

    Parameters
    ----------
    rides
        Its rides in order, each of two stops at least.
    offer
        What the person can travel by.

    Returns
    -------
    Fare
        Of the ways to cover the journey that leave the fewest calls without a price, the
        cheapest, and of those the one with the fewest tickets. A pass whose price is spread is
        taken where it pays; so no pass ever raises a fare.
    """
    if not rides:
        return Fare((), 0.0)
    way = _Sections(rides)
    spread = [one for one in offer.passes if offer.share_eur(one) > 0]
    paid = [one for one in offer.passes if offer.share_eur(one) <= 0]
    best: _Label | None = None
    for bought in chain.from_iterable(combinations(spread, n) for n in range(len(spread) + 1)):
        found = _cheapest(way, offer, [*paid, *bought])
        share = sum(offer.share_eur(one) for one in bought)
        found = found._replace(price=found.price + share, pieces=_borne(found, bought, offer))
        if best is None or found[:2] < best[:2]:
            best = found
    pieces = () if best is None else best.pieces
    unknown = best is None or any(one.price_eur is None for one in pieces)
    return Fare(pieces, None if unknown or best is None else best.price)


def kilometre_price(tariff: Tariff, km: float) -> float:
    """Return what a tariff asks for so many kilometres, in its currency.

    Parameters
    ----------
    tariff
        A tariff by kilometres.
    km
        Kilometres of the ticket.

    Returns
    -------
    float
        It never falls with kilometres.

    Examples
    --------
    >>> from grensgeo.costs.cost_options import Tariff
    >>> bus = Tariff(
    ...     name="bus", start=1.08, per_km=0.187, source="-", date="2022-10-01", since="2023-01-01"
    ... )
    >>> round(kilometre_price(bus, 10.0), 2)
    2.95
    """
    km = float(ceil(km)) if tariff.whole_km else km
    price, begun = tariff.start, 0.0
    for band in tariff.bands:
        end = min(km, float(band["up_to_km"]))
        if end > begun:
            price += (end - begun) * float(band["per_km"])
            begun = end
    price += max(km - begun, 0.0) * (tariff.per_km or 0.0)
    price = max(price, tariff.least)
    return price if tariff.most is None else min(price, tariff.most)


class _Label(NamedTuple):
    """The best way to cover the first sections of a journey."""

    unknown: int
    price: float
    tickets: int
    pieces: tuple[FarePiece, ...]


class _Priced(NamedTuple):
    """What something asks for a stretch."""

    price: float | None
    name: str
    kind: str
    reason: str | None = None


class _Sections:
    """The sections of a journey, from call to call."""

    def __init__(self, rides: Sequence[Ride]) -> None:
        self.rides = rides
        self.sections = [
            (ride, call) for ride in range(len(rides)) for call in range(len(rides[ride].km) - 1)
        ]

    def __len__(self) -> int:
        return len(self.sections)

    def first(self, section: int) -> RideStop:
        ride, call = self.sections[section]
        return self.rides[ride].stops[call]

    def last(self, section: int) -> RideStop:
        ride, call = self.sections[section]
        return self.rides[ride].stops[call + 1]

    def km(self, begin: int, end: int) -> float:
        return sum(
            self.rides[ride].km[call + 1] - self.rides[ride].km[call]
            for ride, call in self.sections[begin:end]
        )

    def lines(self, begin: int, end: int) -> tuple[str, ...]:
        rides = dict.fromkeys(ride for ride, _ in self.sections[begin:end])
        return tuple(self.rides[ride].line for ride in rides)

    def covered(self, scope: Scope) -> list[bool]:
        """Return of each section whether a figure is valid on it."""
        on = [_rides_on(scope, ride) for ride in self.rides]
        return [
            on[ride]
            and _lies_in(scope, self.rides[ride], self.first(n))
            and _lies_in(scope, self.rides[ride], self.last(n))
            for n, (ride, _) in enumerate(self.sections)
        ]


def _rides_on(scope: Scope, ride: Ride) -> bool:
    return (
        (not scope.vehicles or ride.vehicle in scope.vehicles)
        and (not scope.lines or matches(ride.line, tuple(scope.lines)))
        and not (scope.except_lines and matches(ride.line, tuple(scope.except_lines)))
        and (not scope.operators or matches(ride.operator, tuple(scope.operators)))
    )


def _lies_in(scope: Scope, ride: Ride, stop: RideStop) -> bool:
    within = not scope.country or stop.country == scope.country
    if within and scope.municipalities:
        within = matches(stop.municipality, tuple(scope.municipalities))
    return within or any(
        stop_matches(stop, tuple(one["stops"]))
        and (not one.get("lines") or matches(ride.line, tuple(one["lines"])))
        for one in scope.beyond
    )


def _cheapest(way: _Sections, offer: FareOffer, passes: Sequence[Pass]) -> _Label:
    """Cover a journey from its start on, each stretch between two cuts by one thing."""
    scopes = [*offer.tariffs, *offer.tickets, *passes]
    covers = {id(one): way.covered(one) for one in scopes}
    cuts = _cuts(way, covers.values(), offer.tickets)
    labels: dict[int, _Label] = {0: _Label(0, 0.0, 0, ())}
    for place, end in enumerate(cuts[1:], start=1):
        for begin in cuts[:place]:
            for priced in _prices(way, (begin, end), offer, passes=passes, covers=covers):
                label = _add(way, labels[begin], (begin, end), priced)
                if end not in labels or label[:3] < labels[end][:3]:
                    labels[end] = label
            if begin == cuts[place - 1]:  # what nothing covers goes on from cut to cut
                nothing = _Priced(None, "", "none", NO_TARIFF)
                label = _add(way, labels[begin], (begin, end), nothing)
                if end not in labels or label[:3] < labels[end][:3]:
                    labels[end] = label
    return labels[len(way)]


def _cuts(way: _Sections, covers: Iterable[list[bool]], tickets: Sequence[Ticket]) -> list[int]:
    cuts = {0, len(way)}
    for n in range(1, len(way)):
        changed = way.sections[n][0] != way.sections[n - 1][0]
        seam = any(cover[n] != cover[n - 1] for cover in covers)
        ends = any(
            stop_matches(way.first(n), (*pair["one"], *pair["other"]))
            for ticket in tickets
            for pair in ticket.pairs
        )
        if changed or seam or ends:
            cuts.add(n)
    return sorted(cuts)


def _prices(
    way: _Sections,
    stretch: tuple[int, int],
    offer: FareOffer,
    *,
    passes: Sequence[Pass],
    covers: Mapping[int, list[bool]],
) -> list[_Priced]:
    """Return what all that is valid on a whole stretch asks for it."""

    def valid(scope: Scope) -> bool:
        return all(covers[id(scope)][slice(*stretch)])

    held = [one for one in passes if valid(one)]
    found = [_Priced(0.0, one.name, "pass") for one in held if one.pays <= 0]
    share = min((one.pays for one in held), default=1.0)
    for tariff in offer.tariffs:
        if valid(tariff):
            price, reason = _tariff_price(way, stretch, tariff)
            if price is not None:
                price = offer.in_eur(price, tariff.currency) * share
                if tariff.most_month is not None and offer.trips_per_month is not None:
                    most = offer.in_eur(tariff.most_month, tariff.currency)
                    price = min(price, most / offer.trips_per_month)
            found.append(_Priced(price, tariff.name, "tariff", reason))
    ends = way.first(stretch[0]), way.last(stretch[1] - 1)
    for ticket in offer.tickets:
        if valid(ticket) and _between(ticket, *ends):
            price = offer.in_eur(ticket.price, ticket.currency)
            found.append(_Priced(price, ticket.name, "ticket"))
    return found


def _between(ticket: Ticket, first: RideStop, last: RideStop) -> bool:
    """Return whether a ticket is valid between two stops, in either direction."""
    return not ticket.pairs or any(
        (stop_matches(first, tuple(pair["one"])) and stop_matches(last, tuple(pair["other"])))
        or (stop_matches(last, tuple(pair["one"])) and stop_matches(first, tuple(pair["other"])))
        for pair in ticket.pairs
    )


def _tariff_price(
    way: _Sections, stretch: tuple[int, int], tariff: Tariff
) -> tuple[float | None, str | None]:
    """Return the price of one ticket of a tariff, or why there is none."""
    first, last = way.first(stretch[0]), way.last(stretch[1] - 1)
    if tariff.levels:
        zones = [
            next((z["zone"] for z in tariff.zones if stop_matches(stop, tuple(z["stops"]))), None)
            for stop in (first, last)
        ]
        if None in zones:
            return None, NO_ZONE
        level = next(
            (one["level"] for one in tariff.relations if set(one["zones"]) == set(zones)), None
        )
        price = None if level is None else tariff.levels.get(level)
        return (None, NO_LEVEL) if price is None else (float(price), None)
    if tariff.straight:
        ends = [(one.lon, one.lat) for one in (first, last)]
        km = float(straight_m(*ends[0], *ends[1])) / 1000.0  # type: ignore[arg-type]
    else:
        km = way.km(*stretch)
    return kilometre_price(tariff, km), None


def _add(way: _Sections, label: _Label, stretch: tuple[int, int], priced: _Priced) -> _Label:
    """Append a stretch to what is covered; stretches of one pass, or of nothing, are one piece."""
    km, first = way.km(*stretch), way.first(stretch[0])
    lines, pieces = way.lines(*stretch), label.pieces
    unknown = 0 if priced.price is not None else stretch[1] - stretch[0]
    price = 0.0 if priced.price is None else priced.price
    tickets = label.tickets + 1
    if pieces and priced.kind in ("pass", "none") and pieces[-1][:2] == priced[1:3]:
        before = pieces[-1]
        first, pieces, tickets = before.first, pieces[:-1], label.tickets
        more = lines[1:] if lines[:1] == before.lines[-1:] else lines
        lines = (*before.lines, *more)
        km_all = before.km + km
    else:
        km_all = km
    piece = FarePiece(
        priced.name, priced.kind, lines, first, way.last(stretch[1] - 1), km_all, priced.price,
        priced.reason,
    )  # fmt: skip
    return _Label(label.unknown + unknown, label.price + price, tickets, (*pieces, piece))


def _borne(label: _Label, bought: Iterable[Pass], offer: FareOffer) -> tuple[FarePiece, ...]:
    """Return the pieces, the first of each pass with what the trip bears of its price."""
    pieces = list(label.pieces)
    for held in bought:
        at = next((n for n, one in enumerate(pieces) if one.name == held.name), None)
        if at is not None:
            pieces[at] = pieces[at]._replace(price_eur=offer.share_eur(held))
    return tuple(pieces)
