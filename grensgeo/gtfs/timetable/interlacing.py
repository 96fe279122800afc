"""Lines at headways that share a section: which of them leave evenly between the others.

Two hourly lines over one section serve it every half hour, if whoever made their timetables saw to
it; a draw for each alone would let passengers of the section wait as if nobody had. So lines whose
headways together make a regular one are given one draw, and places in its turn.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.gtfs.merging.rules import MergeRules
from grensgeo.gtfs.merging.stations import match_stations
from grensgeo.gtfs.timetable.stop_table import stops_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from grensgeo.arrays import Longs
    from grensgeo.gtfs.feed import Feed

_DRAWN = ("drawn_as", "drawn_from_s", "later_s")

#: Of the longer of two spans: lines that run together for less are not made for each other.
_TOGETHER = 0.5

#: Trips of a section that are looked at together: a dozen hourly ones are one in five minutes, and
#: where more of them meet, in the middle of a town, nobody times them to one another (assumed).
_MOST = 12


def interlace(feeds: Sequence[Feed]) -> tuple[Feed, ...]:
    """Find of which draw each trip at no fixed minute is, and how much later it leaves.

    Lines go together on a section, two stations that both call at in this order, if they run on
    the same days at the same hours, the headway of one is that of the other or so many times as
    long, and neither is so slow that the next of the other overtakes it there. Those of a section
    that together make a regular headway (two hourly ones, or two hourly ones and a half-hourly
    one) get their turns evenly, the sections first on which most lines run together for longest;
    any other leaves in the middle of the longest gap that its partners leave, on one section; one
    without partners draws alone. What has a draw
    already keeps it: a line that a scenario adds never moves those that were there.

    Parameters
    ----------
    feeds
        Timetables; they are not changed.

    Returns
    -------
    tuple of Feed
        The same, where ``frequencies`` has ``drawn_as`` (name of the draw: feed and trip),
        ``drawn_from_s`` (the start of the span for which that is drawn) and ``later_s`` (seconds
        after it), for every row; those with exact minutes use none of it.
    """
    if all("drawn_as" in feed.frequencies or not len(feed.frequencies) for feed in feeds) and all(
        feed.frequencies["drawn_as"].ne("").all() for feed in feeds if len(feed.frequencies)
    ):
        return tuple(feeds)
    named = [_with_columns(feed) for feed in feeds]
    spans = _spans(named)
    shared = _sections(named, spans)
    for number in range(len(named)):
        _lay_along([s for s in spans if s.feed <= number], shared)
        for span in spans:
            if span.feed == number and not span.laid:
                _lay_between(span, shared.get(span.trip, ()))
                if not span.laid:
                    span.lead()
    return tuple(_with_draws(feed, i, spans) for i, feed in enumerate(named))


@dataclass(eq=False)
class _Span:
    """A row of frequencies at no fixed minute, while it is looked for its turn."""

    feed: int
    row: int
    trip: int  # counted through all feeds
    start_s: int
    end_s: int
    headway_s: int
    first_day: int
    days: bytes
    drawn_as: str
    drawn_from_s: int
    later_s: int
    own: tuple[str, int] = field(repr=False)

    @property
    def laid(self) -> bool:
        """Whether it has a draw."""
        return bool(self.drawn_as)

    @property
    def draw(self) -> tuple[str, int]:
        """Which draw it has."""
        return self.drawn_as, self.drawn_from_s

    def lead(self) -> None:
        """Draw for itself."""
        (self.drawn_as, self.drawn_from_s), self.later_s = self.own, 0


@dataclass(frozen=True)
class _Section:
    """Two stations that several trips call at, one after the other.

    Attributes
    ----------
    spans
        Rows of frequencies of these trips, in their order.
    run_s
        Trip to seconds from its first departure to that here.
    ride_s
        Trip to seconds from the one station to the other.
    weight
        Seconds for which the trips run together, here and elsewhere, times their number.
    """

    spans: tuple[_Span, ...]
    run_s: dict[int, int]
    ride_s: dict[int, int]
    weight: int

    def fits(self, one: _Span, other: _Span) -> bool:
        """Return whether two lines are one service on the section."""
        short, long = sorted((one.headway_s, other.headway_s))
        if one is other or long % short:
            return False
        if abs(self.ride_s[one.trip] - self.ride_s[other.trip]) >= short / 2:
            return False
        here = [
            (s.start_s + self.run_s[s.trip], s.end_s + self.run_s[s.trip]) for s in (one, other)
        ]
        overlap = min(end for _, end in here) - max(start for start, _ in here)
        longest = max(end - start for start, end in here)
        return overlap >= _TOGETHER * longest and _meet(one, other)

    def phase_s(self, span: _Span) -> int:
        """Return when a line that is laid leaves here, in seconds after its draw."""
        return span.start_s + self.run_s[span.trip] + span.later_s

    def lay(self, span: _Span, draw: tuple[str, int], phase_s: float) -> None:
        """Place a line so many seconds after a draw."""
        span.drawn_as, span.drawn_from_s = draw
        later = round(phase_s) - span.start_s - self.run_s[span.trip]
        span.later_s = later % span.headway_s


def _meet(one: _Span, other: _Span) -> bool:
    """Return whether two rows run on one day at least."""
    if (one.first_day, one.days) == (other.first_day, other.days):
        return True
    first = max(one.first_day, other.first_day)
    days = [np.frombuffer(s.days, dtype=bool)[first - s.first_day :] for s in (one, other)]
    n = min(map(len, days))
    return bool((days[0][:n] & days[1][:n]).any())


def _with_columns(feed: Feed) -> Feed:
    """Add empty columns for draws where a feed has none yet; exact rows need no draw."""
    frame = feed.frequencies
    if not len(frame):
        return feed
    if "drawn_as" not in frame:
        frame = frame.assign(drawn_as="", drawn_from_s=np.int64(0), later_s=np.int64(0))
    exact = (frame["exact"] == 1) & (frame["drawn_as"] == "")
    return replace(feed, frequencies=frame.assign(drawn_as=frame["drawn_as"].mask(exact, "exact")))


def _spans(feeds: Sequence[Feed]) -> list[_Span]:
    """List the rows at no fixed minute of all feeds."""
    spans = []
    trips = 0
    for number, feed in enumerate(feeds):
        frame = feed.frequencies
        first = feed.days.first.toordinal()
        service = feed.trips["service"].to_numpy()
        days = [row.tobytes() for row in feed.days.within]
        columns = ("trip", "start_s", "end_s", "headway_s", *_DRAWN, "exact")
        given = columns if len(frame) else ()
        rows = zip(*(frame[name].tolist() for name in given), strict=True)
        for row, (trip, start, end, headway, name, since, later, exact) in enumerate(rows):
            if exact != 1:
                own = (f"{feed.name}|{feed.trips.index[trip]}", start)
                days_of = days[service[trip]]
                spans.append(
                    _Span(
                        number, row, trips + trip, start, end, headway, first, days_of,
                        str(name), since, later, own,
                    )
                )  # fmt: skip
        trips += len(feed.trips)
    return spans


def _with_draws(feed: Feed, number: int, spans: Sequence[_Span]) -> Feed:
    """Return a feed whose frequencies have the draws of its rows."""
    own = [span for span in spans if span.feed == number]
    if not own:
        return feed
    frame = feed.frequencies.copy()
    rows = [span.row for span in own]
    for name in _DRAWN:
        values = frame[name].to_numpy(copy=True)
        values[rows] = [getattr(span, name) for span in own]
        frame[name] = values
    return replace(feed, frequencies=frame)


def _sections(feeds: Sequence[Feed], spans: Sequence[_Span]) -> dict[int, list[_Section]]:
    """Return the sections of each trip that others have too; of those of the same trips the first.

    A section lies between two stations that come one after the other in one trip at least.
    """
    ways = dict(_ways(feeds, {span.trip for span in spans}))
    if not ways:
        return {}
    n = 1 + max(int(stations.max()) for stations, _, _ in ways.values())
    nexts = np.unique(np.concatenate([s[:-1] * n + s[1:] for s, _, _ in ways.values()]))
    found: dict[int, dict[int, tuple[int, int]]] = {}
    for trip, (stations, _, _) in ways.items():
        board, alight = np.triu_indices(len(stations), 1)
        keys = stations[board] * n + stations[alight]
        chosen = np.flatnonzero(np.isin(keys, nexts))
        for key, a, b in zip(
            keys[chosen].tolist(), board[chosen].tolist(), alight[chosen].tolist(), strict=True
        ):
            found.setdefault(key, {}).setdefault(trip, (a, b))
    of_trip: dict[int, list[_Span]] = {}
    for span in spans:
        of_trip.setdefault(span.trip, []).append(span)
    together: Counter[tuple[int, int]] = Counter()
    kept: dict[tuple[int, ...], dict[int, tuple[int, int]]] = {}
    for pairs in found.values():  # along the first trip, then along the next
        n_spans = sum(len(of_trip[trip]) for trip in pairs)
        if n_spans < 2 or len(pairs) > _MOST:
            continue
        kept.setdefault(tuple(pairs), pairs)
        for one, other in combinations(pairs, 2):
            a, b = pairs[one]
            if b == a + 1:
                together[one, other] += int(ways[one][1][b] - ways[one][2][a])
    result: dict[int, list[_Section]] = {}
    for members, pairs in kept.items():
        shared = min((together[pair] for pair in combinations(members, 2)), default=0)
        section = _Section(
            tuple(sorted((s for t in members for s in of_trip[t]), key=_order)),
            {t: int(ways[t][2][a]) for t, (a, _) in pairs.items()},
            {t: int(ways[t][1][b] - ways[t][2][a]) for t, (a, b) in pairs.items()},
            shared * len(members),
        )
        for trip in members:
            result.setdefault(trip, []).append(section)
    return result


def _order(span: _Span) -> tuple[int, int]:
    return span.feed, span.row


def _ways(
    feeds: Sequence[Feed], trips: set[int]
) -> Iterator[tuple[int, tuple[Longs, Longs, Longs]]]:
    """Iterate over trips: stations, arrivals and departures after the first one."""
    stops = stops_of(feeds)
    station, _ = match_stations(stops, tuple(feed.name for feed in feeds), MergeRules())
    first = 0
    for feed, of_place in zip(feeds, stops.of_place, strict=True):
        calls = feed.calls
        for trip in range(len(feed.trips)):
            if first + trip not in trips:
                continue
            own = slice(calls.start[trip], calls.start[trip + 1])
            zero = int(calls.departure_s[own.start])
            yield (
                first + trip,
                (
                    station[of_place[calls.stop[own]]].astype(np.int64),
                    calls.arrival_s[own].astype(np.int64) - zero,
                    calls.departure_s[own].astype(np.int64) - zero,
                ),
            )
        first += len(feed.trips)


def _lay_along(spans: Sequence[_Span], shared: dict[int, list[_Section]]) -> None:
    """Arrange lines section by section, those first on which most lines run together longest."""
    sections = {id(s): s for span in spans for s in shared.get(span.trip, ())}
    known = {id(span) for span in spans}
    for section in sorted(sections.values(), key=lambda section: -section.weight):
        left = [s for s in section.spans if id(s) in known and not s.laid]
        while left:
            group: list[_Span] = []
            for span in left:
                if all(section.fits(one, span) for one in group):
                    group.append(span)
            left = [span for span in left if span not in group]
            if any(s.laid and section.fits(s, one) for one in group for s in section.spans):
                for span in group:
                    _lay_between(span, [section])
            elif len(group) > 1:
                _take_turns(section, group)


def _take_turns(section: _Section, group: Sequence[_Span]) -> None:
    """Arrange lines evenly, in turn, if their headways allow it; the first one draws."""
    longest = max(span.headway_s for span in group)
    times = [longest // span.headway_s for span in group]
    n = sum(times)
    if any(n % k or longest % span.headway_s for k, span in zip(times, group, strict=True)):
        return
    turns = np.full(n, -1)
    place = np.zeros(len(group), dtype=np.int64)
    for number in sorted(range(len(group)), key=lambda i: -times[i]):
        step = n // times[number]
        place[number] = next(k for k in range(step) if (turns[k::step] < 0).all())
        turns[place[number] :: step] = number
    lead = group[0]
    lead.lead()
    phase_s = section.phase_s(lead)
    for span, turn in zip(group[1:], place[1:].tolist(), strict=True):
        section.lay(span, lead.draw, phase_s + (turn - int(place[0])) * longest / n)


def _lay_between(span: _Span, sections: Sequence[_Section]) -> None:
    """Place a line in the middle of the longest gap of its partners, where it has any."""
    best: tuple[int, tuple[_Section, list[_Span]] | None] = 0, None
    for section in sections:
        partners = [s for s in section.spans if s.laid and section.fits(span, s)]
        draws = Counter(s.draw for s in partners)
        draw, count = draws.most_common(1)[0] if draws else (None, 0)
        if count > best[0]:
            best = count, (section, [s for s in partners if s.draw == draw])
    if best[1] is None:
        return
    section, partners = best[1]
    headway = span.headway_s
    phases = sorted(
        {
            (section.phase_s(s) + k * s.headway_s) % headway
            for s in partners
            for k in range(max(1, headway // s.headway_s))
        }
    )
    start, end = max(
        pairwise([*phases, phases[0] + headway]), key=lambda gap: (gap[1] - gap[0], -gap[0])
    )
    section.lay(span, partners[0].draw, start + (end - start) / 2)
