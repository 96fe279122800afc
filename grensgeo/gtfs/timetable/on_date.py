"""Build the timetable of one or several feeds on a date."""

from __future__ import annotations

import warnings
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import numpy as np

from grensgeo.errors import Faults, GrensgeoWarning, InputError
from grensgeo.gtfs.feed import Feed
from grensgeo.gtfs.findings import notes_of
from grensgeo.gtfs.merging.rules import Merge, MergeRules
from grensgeo.gtfs.merging.stations import match_stations
from grensgeo.gtfs.merging.trains import merge_runs
from grensgeo.gtfs.runs import Headways, Runs, concatenate, empty_runs, repeat, select, shift
from grensgeo.gtfs.service import check_date
from grensgeo.gtfs.timetable.blocks import Links, ride_on
from grensgeo.gtfs.timetable.changes import Family, Ways
from grensgeo.gtfs.timetable.interlacing import interlace
from grensgeo.gtfs.timetable.patterns import gather
from grensgeo.gtfs.timetable.single_transfers import SplitCalls, add_single_transfers, split_calls
from grensgeo.gtfs.timetable.stop_table import stops_of
from grensgeo.gtfs.timetable.timetable import Timetable, local_midnight
from grensgeo.notes import Note

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs.timetable.stop_table import FeedStops

_DAY_S = 86_400

_OF_A_SPAN = ("start_s", "end_s", "headway_s", "drawn_as", "later_s")

#: Codes of notes on merges, by their kind.
_ACROSS = {
    "station": "across-feeds.station",
    "duplicate": "across-feeds.duplicate",
    "joined": "across-feeds.joined",
    "kept_apart": "across-feeds.kept_apart",
}

#: Time to change where a feed gives none. Source: R5, FastRaptorWorker, 60 s before boarding.
MIN_CHANGE_S = 60


def timetable_on(
    feeds: Feed | Sequence[Feed],
    on: date | Sequence[date],
    *,
    zone: str | None = None,
    since_h: float = 0,
    until_h: float = 30,
    min_change_s: int = MIN_CHANGE_S,
    rules: MergeRules | None = None,
    areas: gpd.GeoDataFrame | None = None,
    moved: bool = False,
) -> Timetable:
    """Build the timetable of feeds on one date.

    Trips of yesterday's service day that run past midnight are in it (and earlier ones down to
    ``since_h``), and those of tomorrow's that start before ``until_h``. GTFS times count from
    noon less twelve hours in the zone of the agency, so days on which the clock changes, and
    feeds in several zones, come out right.

    Parameters
    ----------
    feeds
        One feed, or several: then stops of different feeds that are near and alike in name
        become one station, and a train that is in two feeds, whole or cut at the border, runs
        once. All of it is listed in ``merges``.
    on
        The date; or one for each feed, where feeds have no day in common. Times of day then
        stand side by side, and the notes say so.
    zone
        Zone in which seconds count; that of most trips of the first feed if not given.
    since_h
        Trips that end earlier than this many hours after midnight are left out; below zero for
        trips of the evening before, where one has to be somewhere soon after midnight.
    until_h
        Trips that start later than this many hours after midnight are left out.
    min_change_s
        Time to change where a feed gives none.
    rules
        How near, how alike, how punctual; the defaults if not given.
    areas
        Polygons with a column ``country``; the date is then checked for each country apart.
    moved
        Vehicles will be given other times yet: then transfers of single trips are kept that
        change nothing at the times of the feed.

    Returns
    -------
    Timetable
        Frozen arrays.

    Raises
    ------
    InputError
        If a date is outside its feed, two feeds have one name, or nothing runs at all.

    Warns
    -----
    GrensgeoWarning
        If a feed, or one country in it, has less than a fifth of its median day's trips.

    Examples
    --------
    >>> from datetime import date
    >>> from grensgeo.network import load_network
    >>> feed = load_network("data/sample/network").feeds[1]
    >>> timetable_on(feed, date(2023, 10, 17))
    <Timetable 2023-10-17 Europe/Berlin: 988 stops, 154 patterns, 1,679 trips>
    """
    several = (feeds,) if isinstance(feeds, Feed) else tuple(feeds)
    dates = (on,) * len(several) if isinstance(on, date) else tuple(on)
    poor = _check(several, dates, areas)
    if poor:
        warnings.warn(GrensgeoWarning.of(poor), stacklevel=2)
    several = interlace(several)
    zone = zone or several[0].zones[0]
    span_s = round(since_h * 3600), round(until_h * 3600)
    stops = stops_of(several)
    names = tuple(feed.name for feed in several)
    rules = rules or MergeRules()
    station, merges = match_stations(stops, names, rules)
    stops = replace(stops, station=station)
    ways = _ways(several, stops, min_change_s)
    on_date = [
        _FeedOnDate(feed, i, day, zone=zone, span_s=span_s)
        for i, (feed, day) in enumerate(zip(several, dates, strict=True))
    ]
    parted = [one.part(stops.of_place[i], ways, moved=moved) for i, one in enumerate(on_date)]
    stops, original = stops.with_copies(parted)
    laid = [one.lay(stops.of_place[i]) for i, one in enumerate(on_date)]
    ways.copy_ways(original, *_times_at(laid, original, moved=moved))
    for i, one in enumerate(parted):
        add_single_transfers(one, stops.of_place[i], ways)
    fixed, found = _merged([runs for runs, _, _ in laid], dates, stops, rules=rules, feeds=names)
    merges += found
    headways = _together([each for _, each, _ in laid])
    if len(fixed) == 0 and len(headways) == 0:
        raise InputError(
            "no-service-on-day", f"{', '.join(names)}: nothing runs on {_written(dates)}"
        )
    return Timetable(
        service_date=dates[0],
        zone=zone,
        until_s=round(until_h * 3600),
        stop_ids=stops.ids,
        stop_names=stops.names,
        stop_lon=stops.lon,
        stop_lat=stops.lat,
        stop_station=stops.station,
        stop_feed=stops.feed,
        stop_original=original,
        **vars(ways.result()),
        **vars(gather(concatenate([fixed, *(seated for _, _, seated in laid)]))),
        headways=headways,
        feeds=names,
        merges=tuple(merges),
        notes=(
            *_notes(several, dates, poor),
            *_seated_notes(names, [s for _, _, s in laid]),
            *_merge_notes(merges, dates[0]),
        ),
    )


def _merged(
    laid: Sequence[Runs],
    dates: Sequence[date],
    stops: FeedStops,
    *,
    rules: MergeRules,
    feeds: tuple[str, ...],
) -> tuple[Runs, list[Merge]]:
    """Merge the runs of all feeds, each train of a date once."""
    whole, merges = [], []
    for day in dict.fromkeys(dates):
        own = [runs for runs, other in zip(laid, dates, strict=True) if other == day]
        runs = own[0]
        for more in own[1:]:
            runs, found = merge_runs(
                runs, more, stops.station, rules=rules, stops=stops, feeds=feeds
            )
            merges += found
        whole.append(runs)
    return concatenate(whole), merges


def _ways(feeds: tuple[Feed, ...], stops: FeedStops, min_change_s: int) -> Ways:
    """Build the ways to change, as the feeds give them for all their lines."""
    ways = Ways(stops.lon, stops.lat, general_s=min_change_s)
    ways.walk_within(stops.station)
    for feed, of_place in zip(feeds, stops.of_place, strict=True):
        ways.pathways(feed.pathways, of_place)
    for feed, of_place in zip(feeds, stops.of_place, strict=True):
        ways.transfers(feed.transfers, of_place, Family(feed.stops["parent"].to_numpy()))
    return ways


def _times_at(
    laid: Sequence[tuple[Runs, Headways, Runs]],
    original: npt.NDArray[np.int32],
    *,
    moved: bool,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Compute the first getting off and the last getting on at each copy of a stop.

    At any time at stops that are no copies, and where something runs at no fixed minute.
    """
    loose = (original == np.arange(len(original))) | moved
    for _, headways, _ in laid:
        loose[headways.runs.stop] = True
    first_s, last_s = np.where(loose, -np.inf, np.inf), np.where(loose, np.inf, -np.inf)
    for fixed, _, seated in laid:
        for runs in (fixed, seated):
            opens, closes = runs.start[:-1], runs.start[1:] - 1
            off, on = np.delete(runs.stop, opens), np.delete(runs.stop, closes)
            np.minimum.at(first_s, off, np.delete(runs.arrival_s, opens))
            np.maximum.at(last_s, on, np.delete(runs.departure_s, closes))
    return first_s, last_s


def _check(
    feeds: tuple[Feed, ...], dates: tuple[date, ...], areas: gpd.GeoDataFrame | None
) -> list[Note]:
    """Validate the dates against the feeds; raise every fault at once."""
    if not feeds:
        raise InputError("none-given", "no feed was given")
    if len(dates) != len(feeds):
        raise InputError(
            "lengths-differ",
            f"{len(dates)} dates for {len(feeds)} feeds; give one, or one for each",
        )
    names = [feed.name for feed in feeds]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise InputError(
            "name-twice", f"feeds of one name: {', '.join(twice)}; read each with its own name="
        )
    faults, poor = Faults(), list[Note]()
    for feed, day in zip(feeds, dates, strict=True):
        try:
            poor += check_date(feed, day, areas)
        except InputError as error:
            faults.extend(error.faults)
    if faults:
        raise InputError.of(faults)
    return poor


#: Codes of notes on the date that a timetable is of, by the day of the week.
_OF_DAY = (
    "timetables.of-monday",
    "timetables.of-tuesday",
    "timetables.of-wednesday",
    "timetables.of-thursday",
    "timetables.of-friday",
    "timetables.of-saturday",
    "timetables.of-sunday",
)


def _written(dates: Sequence[date]) -> str:
    """Write dates, each once."""
    return ", ".join(dict.fromkeys(f"{day} ({day:%A})" for day in dates))


def _notes(feeds: tuple[Feed, ...], dates: tuple[date, ...], poor: list[Note]) -> tuple[str, ...]:
    """Return the notes on the dates and on what the feeds leave out or assume."""
    notes: list[str] = [
        Note(_OF_DAY[day.weekday()], date=day.isoformat()) for day in dict.fromkeys(dates)
    ]
    if len(set(dates)) > 1:
        pairs = ", ".join(f"{f.name} {d}" for f, d in zip(feeds, dates, strict=True))
        notes.append(Note("feeds-of-different-dates", pairs=pairs))
    for feed in feeds:
        notes += notes_of(feed.name, feed.findings)
    return (*notes, *poor)


def _seated_notes(names: tuple[str, ...], laid: Sequence[Runs]) -> list[Note]:
    """Return the notes on passengers who stay in their vehicle from trip to trip."""
    return [
        Note("stay-seated", feed=name, n=len(seated))
        for name, seated in zip(names, laid, strict=True)
        if len(seated)
    ]


def _merge_notes(merges: Sequence[Merge], day: date) -> list[Note]:
    """Return notes that count what was merged across feeds, and what nearly was."""
    kinds: dict[str, list[Merge]] = {}
    for merge in merges:
        kinds.setdefault(merge.kind, []).append(merge)
    return [
        Note(
            _ACROSS[kind],
            date=day.isoformat(),
            n=len(found),
            one=found[0].kept,
            other=found[0].dropped,
        )
        for kind, found in kinds.items()
    ]


class _FeedOnDate:
    """One feed on its way to the runs of a date."""

    def __init__(
        self, feed: Feed, number: int, day: date, *, zone: str, span_s: tuple[int, int]
    ) -> None:
        self.feed, self.day, self.zone, self.span_s = feed, day, zone, span_s
        self.family = Family(feed.stops["parent"].to_numpy())
        trips, calls = feed.trips, feed.calls
        n = len(trips)
        none = np.full(n, "", dtype=object)
        self.runs = Runs(
            start=calls.start.copy(),
            stop=calls.stop.copy(),
            arrival_s=calls.arrival_s.copy(),
            departure_s=calls.departure_s.copy(),
            board_ok=calls.board_ok.copy(),
            alight_ok=calls.alight_ok.copy(),
            trip_id=np.array(trips.index, dtype=object),
            line=np.array(trips["line"], dtype=object),
            headsign=np.array(trips["headsign"], dtype=object),
            route_id=np.array(trips["route_id"], dtype=object),
            number=np.array(trips["number"], dtype=object),
            operator=np.array(trips.get("operator", none), dtype=object),
            feed=np.full(n, number, dtype=np.int16),
            route_type=np.array(trips["route_type"], dtype=np.int16),
        )
        self.block = np.array(trips["block"], dtype=object) if "block" in trips else none
        self.first = calls.departure_s[calls.start[:-1]].astype(np.int64)
        self.last = calls.arrival_s[calls.start[1:] - 1].astype(np.int64)

        latest = int(self.last.max())
        frame = feed.frequencies
        if len(frame):
            length = (self.last - self.first)[frame["trip"].to_numpy()]
            latest = max(latest, int((frame["end_s"].to_numpy() + length).max()))
        since_s, until_s = span_s
        #: Service days, counted from that of the date, of which trips may be under way
        self.offsets = range((since_s - latest) // _DAY_S - 1, until_s // _DAY_S + 2)
        self.of_copy = np.arange(len(feed.stops), dtype=np.int64)

    def _running(self, offset: int) -> npt.NDArray[np.bool_]:
        """Return which trips run on a service day."""
        running = self.feed.days.on(self.day + timedelta(days=offset))
        return np.asarray(running[self.feed.trips["service"].to_numpy()])

    def part(self, stop: npt.NDArray[np.int64], ways: Ways, *, moved: bool) -> SplitCalls:
        """Move the calls of trips with transfers of their own to copies of their stops."""
        running = np.zeros(len(self.feed.trips), dtype=bool)
        for offset in self.offsets:
            running |= self._running(offset)
        parted = split_calls(
            self.feed, running, stop=stop, family=self.family, ways=None if moved else ways
        )
        self.runs = replace(self.runs, stop=parted.stop.copy())
        self.of_copy = np.concatenate([self.of_copy, parted.original])
        return parted

    def lay(self, stop_of_place: npt.NDArray[np.int64]) -> tuple[Runs, Headways, Runs]:
        """Build the runs that are under way in the span of time.

        Those at no fixed minute come apart, and those in which one rides on from trip to trip.
        """
        feed, (since_s, until_s) = self.feed, self.span_s
        fixed = np.ones(len(feed.trips), dtype=bool)
        fixed[feed.frequencies["trip"].to_numpy()] = False
        pieces, spans = [empty_runs()], [_no_spans()]
        blocks, days = [self.block[:0]], [np.zeros(0, dtype=np.int64)]
        zones = np.array(feed.trips["zone"], dtype=object)
        # Each service day under way in the span, in each zone: seconds moved to those of the date
        for offset in self.offsets:
            day = self.day + timedelta(days=offset)
            running = self._running(offset)
            for zone in feed.zones if running.any() else ():
                active = running & (zones == zone)
                later = service_day_begins(day, zone, self.day, self.zone)
                under_way = (self.last + later >= since_s) & (self.first + later <= until_s)
                chosen = np.flatnonzero(active & fixed & under_way)
                pieces.append(shift(select(self.runs, chosen), np.full(len(chosen), later)))
                blocks.append(self.block[chosen])
                days.append(np.full(len(chosen), offset, dtype=np.int64))
                spans.append(self._spans(active, later))
        runs = concatenate(pieces)
        seated = ride_on(
            runs,
            np.concatenate(blocks),
            np.concatenate(days),
            links=Links.of(feed.transfers, self.family.top),
            station=self.family.top[self.of_copy],
        )
        headways = self._at_headways(np.concatenate(spans))
        exact = np.flatnonzero(np.concatenate(spans)[:, 4] == 1)
        others = np.flatnonzero(np.concatenate(spans)[:, 4] == 0)
        regular = repeat(_some(headways, exact), np.zeros(len(exact), dtype=np.int64))
        runs = concatenate([runs, regular])
        kept = np.flatnonzero(runs.arrival_s[runs.start[1:] - 1] >= since_s)
        loose = _some(headways, others)
        return (
            _at(stop_of_place, select(runs, kept)),
            replace(loose, runs=_at(stop_of_place, loose.runs)),
            _at(stop_of_place, seated),
        )

    def _spans(self, active: npt.NDArray[np.bool_], later: int) -> npt.NDArray[np.int64]:
        """Return the frequencies of one day: trip, start, end, headway, whether exact, and row."""
        frame = self.feed.frequencies
        if len(frame) == 0:
            return _no_spans()
        table = frame[["trip", "start_s", "end_s", "headway_s", "exact"]].to_numpy(np.int64)
        table = np.column_stack([table, np.arange(len(table))])
        table = table[active[table[:, 0]]].copy()
        table[:, 1:3] += later
        length = (self.last - self.first)[table[:, 0]]
        since_s, until_s = self.span_s
        return np.asarray(table[(table[:, 2] + length >= since_s) & (table[:, 1] <= until_s)])

    def _at_headways(self, spans: npt.NDArray[np.int64]) -> Headways:
        """Return trips at headways with times from their first departure."""
        trip = spans[:, 0]
        return Headways(
            runs=shift(select(self.runs, trip), -self.first[trip]),
            start_s=spans[:, 1].astype(np.int32),
            end_s=spans[:, 2].astype(np.int32),
            headway_s=spans[:, 3].astype(np.int32),
            **_draws(self.feed.frequencies, spans),
        )


def _at(stop_of_place: npt.NDArray[np.int64], runs: Runs) -> Runs:
    """Return runs whose stops are numbered as in the timetable."""
    return replace(runs, stop=stop_of_place[runs.stop].astype(np.int32))


def _no_spans() -> npt.NDArray[np.int64]:
    """Return no frequencies."""
    return np.zeros((0, 6), dtype=np.int64)


def service_day_begins(day: date, zone: str, origin: date, origin_zone: str) -> int:
    """Compute the second at which a service day starts, after midnight of the timetable's date.

    Source: GTFS reference, field type Time: "measured from noon minus 12h of the service day".
    """
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    start = noon - timedelta(hours=12)
    return int((start - local_midnight(origin, origin_zone)).total_seconds())


def _draws(frame: pd.DataFrame, spans: npt.NDArray[np.int64]) -> dict[str, npt.NDArray[Any]]:
    """Return of which draw each span's departures are, and how much later than that."""
    if not len(spans):
        return {"drawn_as": np.zeros(0, dtype=object), "later_s": np.zeros(0, dtype=np.int64)}
    rows = frame.iloc[spans[:, 5]]
    day_s = spans[:, 1] - rows["start_s"].to_numpy()
    first_s = rows["drawn_from_s"].to_numpy() + day_s
    names = zip(rows["drawn_as"].tolist(), first_s.tolist(), strict=True)
    return {
        "drawn_as": np.array([f"{name}|{first}" for name, first in names], dtype=object),
        "later_s": rows["later_s"].to_numpy(dtype=np.int64),
    }


def _some(headways: Headways, chosen: npt.NDArray[np.int64]) -> Headways:
    """Select some rows."""
    columns = {name: getattr(headways, name)[chosen] for name in _OF_A_SPAN}
    return Headways(runs=select(headways.runs, chosen), **columns)


def _together(pieces: Sequence[Headways]) -> Headways:
    """Concatenate the trips at headways of all feeds."""
    return Headways(
        runs=concatenate([piece.runs for piece in pieces]),
        **{name: np.concatenate([getattr(p, name) for p in pieces]) for name in _OF_A_SPAN},
    )
