"""Running times of lines over OpenStreetMap's tracks, for lines that no timetable is known of.

Trains run over tracks of ``railway=rail`` and ``light_rail`` that passenger trains use: no yards,
sidings, spurs, nor industrial, military, heritage or test lines. Tracks meet where they share a
node. A train may not turn back there: it goes on by less than 90 degrees. At its stops it may. It
leaves a stop on the track on which it came, so that a line whose tracks are not connected at a
station is refused. Of all ways the one of the shortest time at the limits is taken. Which of two
tracks is for which direction, signals, single track, and crossings of tracks without points are
not looked at.
"""

from __future__ import annotations

import heapq
import warnings
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from grensgeo import polylines
from grensgeo.errors import Fault, Faults, GrensgeoWarning, InputError, some
from grensgeo.network.running_times import ACCELERATION, BRAKING, running_s
from grensgeo.notes import Note

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt
    import shapely

    from grensgeo.arrays import Floats, Longs
    from grensgeo.lines.services_file import ServiceTables
    from grensgeo.network.contents import Rail
    from grensgeo.words import Value


#: A stop is on all tracks within so many metres: stations in OpenStreetMap and in timetables are
#: points amid their tracks or at their buildings, and the widest have tracks 150 m off these.
MOST_SNAP_M = 300.0
#: Among tracks near a stop one is preferred as if it took the train so many metres of offset a
#: second to come there: slower than any train, so that a track's nearest point is taken and not
#: where it comes near.
_OFFSET_M_PER_S = 5.0
#: What trains take longer than they could: timetables hold margins of 3 to 7 %, for delays (UIC
#: leaflet 451-1 asks for some; the figure is an assumption).
MARGIN = 1.05
#: km/h where no limit is tagged. Main: an assumption (tagged ones around Aachen: 40 to 160, half
#: of their length above 80). Others: branch lines in Germany, section 40 (2) EBO. Crossovers: what
#: small points allow, and most of those around Aachen are tagged with. Light rail: section 50
#: BOStrab, among road traffic.
_UNTAGGED_KMH = {"main": 100.0, "other": 80.0, "crossover": 40.0, "light_rail": 70.0}
_NOT_BY_SERVICE = ("yard", "siding", "spur")
_NOT_BY_USAGE = ("industrial", "military", "tourism", "test")
#: Cosine of the sharpest turn.
_TURN_COS = 1e-9
#: More than this share of a line's length without a limit is worth a warning.
_MUCH = 0.2


class Place(NamedTuple):
    """A point of an edge, metres from its tail, and metres off."""

    edge: int
    at_m: float
    off_m: float


class _Found(NamedTuple):
    """How a point is come to: seconds, where from, and the directed edges, last one first."""

    seconds: float
    start: int
    states: tuple[int, ...]


#: Edges that are run over, with metres of each.
Way = list[tuple[int, float]]


@dataclass(frozen=True, eq=False)
class Tracks:
    """Tracks from node to node.

    Attributes
    ----------
    lines
        LineStrings in degrees (n_edges,).
    tail, head
        int64 (n_edges,): nodes.
    length_m
        float64 (n_edges,).
    limit_kmh
        float64 (n_edges,): NaN where none is tagged.
    kind
        (n_edges,): ``main``, ``other``, ``crossover`` or ``light_rail``.
    leaving, arriving
        float64 (n_edges, 2, 2): direction in which an edge is begun and ended, run over from tail
        to head (0) or back (1), as a unit vector.
    """

    lines: npt.NDArray[np.object_]
    tail: Longs
    head: Longs
    length_m: Floats
    limit_kmh: Floats
    kind: npt.NDArray[np.object_]
    leaving: Floats
    arriving: Floats

    @classmethod
    def of(cls, rail: Rail) -> Tracks:
        """Cut the tracks of passenger trains at the nodes that they share.

        Parameters
        ----------
        rail
            Of a network.

        Returns
        -------
        Tracks
            In the order of the ways, none if there are none.

        Raises
        ------
        InputError
            If the network was built before tracks had the tags that are needed.
        """
        import shapely

        frame = rail.tracks
        missing = [name for name in ("service", "usage") if name not in frame]
        if missing:
            raise InputError(
                "column-missing",
                f"rail: tracks have no {some(missing)}; build the network again from its extracts",
            )
        used = ~frame["service"].isin(_NOT_BY_SERVICE) & ~frame["usage"].isin(_NOT_BY_USAGE)
        frame = frame[used.to_numpy()]
        shapes = shapely.remove_repeated_points(frame.geometry.to_numpy())
        coords, line = shapely.get_coordinates(shapes, return_index=True)
        units = np.rint(coords * polylines.UNITS_PER_DEGREE).astype(np.int64)
        _, node, uses = np.unique(
            units[:, 0] * (1 << 32) + units[:, 1], return_inverse=True, return_counts=True
        )
        opens, closes = np.diff(line, prepend=-1) != 0, np.diff(line, append=-1) != 0
        cut = np.flatnonzero(opens | closes | (uses[node] > 1))
        begin, end = cut[:-1][~closes[cut[:-1]]], cut[1:][~opens[cut[1:]]]
        start = np.zeros(len(begin) + 1, dtype=np.int64)
        np.cumsum(end - begin + 1, out=start[1:])
        owner = np.repeat(np.arange(len(begin)), end - begin + 1)
        pieces = coords[np.arange(start[-1]) + (begin - start[:-1])[owner]]
        into = _unit(coords[begin + 1] - coords[begin], coords[begin, 1])
        out = _unit(coords[end] - coords[end - 1], coords[end, 1])
        rows = frame.iloc[line[begin]]
        kinds = zip(rows["railway"], rows["service"], rows["usage"], strict=True)
        return cls(
            lines=np.asarray(shapely.linestrings(pieces, indices=owner), dtype=object),
            tail=node[begin],
            head=node[end],
            length_m=polylines.line_lengths_m(start, polylines.segment_lengths_m(start, pieces)),
            limit_kmh=rows["maxspeed_kmh"].to_numpy(dtype=np.float64),
            kind=np.array([_kind(*tags) for tags in kinds], dtype=object),
            leaving=np.stack([into, -out], axis=1),
            arriving=np.stack([out, -into], axis=1),
        )

    @cached_property
    def _leads(self) -> Mapping[int, list[int]]:
        """Return the directed edges that begin at each node: twice the edge, 1 more for back."""
        leads = defaultdict(list)
        for edge, ends in enumerate(zip(self.tail.tolist(), self.head.tolist(), strict=True)):
            for back, node in enumerate(ends):
                leads[node].append(2 * edge + back)
        return leads

    @cached_property
    def _tree(self) -> shapely.STRtree:
        import shapely

        return shapely.STRtree(self.lines)

    def speeds_kmh(self, max_kmh: float = np.inf) -> Floats:
        """Return the speed that trains go at on each edge.

        Parameters
        ----------
        max_kmh
            Top speed of the trains.

        Returns
        -------
        ndarray
            float64 (n_edges,): the limit, or what is taken where none is tagged.
        """
        untagged = np.array([_UNTAGGED_KMH[kind] for kind in self.kind], dtype=np.float64)
        limit = np.where(np.isnan(self.limit_kmh), untagged, self.limit_kmh)
        return np.minimum(limit, max_kmh)

    def near(self, lon: float, lat: float, *, most_m: float = MOST_SNAP_M) -> list[Place]:
        """Find the tracks near a point.

        Parameters
        ----------
        lon, lat
            Degrees.
        most_m
            How far off tracks may be.

        Returns
        -------
        list of Place
            The nearest point of each edge, in the order of the edges.
        """
        import shapely

        per_degree = _metres_per_degree(lat)
        box = shapely.box(*([lon, lat] - most_m / per_degree), *([lon, lat] + most_m / per_degree))
        found = []
        for edge in np.sort(self._tree.query(box)).tolist():
            coords = shapely.get_coordinates(self.lines[edge])
            line = shapely.LineString((coords - [lon, lat]) * per_degree)
            off_m = float(line.distance(shapely.Point(0, 0)))
            if off_m <= most_m:
                part = float(line.project(shapely.Point(0, 0))) / float(line.length)
                found.append(Place(edge, part * float(self.length_m[edge]), off_m))
        return found

    def nearest_m(self, lon: float, lat: float) -> float:
        """Measure from a point to the nearest track, of at least one."""
        import shapely

        nearest = self._tree.query_nearest(shapely.Point(lon, lat), all_matches=False)
        coords = shapely.get_coordinates(self.lines[nearest[0]])
        line = shapely.LineString((coords - [lon, lat]) * _metres_per_degree(lat))
        return float(line.distance(shapely.Point(0, 0)))

    def route(self, calls: Sequence[Sequence[Place]], speeds_kmh: Floats) -> list[Way]:
        """Find the way of a train that calls at stops one after the other.

        Parameters
        ----------
        calls
            Points of tracks near each stop, of which the train stands at one.
        speeds_kmh
            Speed on each edge.

        Returns
        -------
        list of Way
            From each stop to the next; as many as are connected in this order.
        """
        seconds = (self.length_m / speeds_kmh * 3.6).tolist()
        costs = [place.off_m / _OFFSET_M_PER_S for place in calls[0]]
        legs: list[list[_Found | None]] = []
        for here, there in pairwise(calls):
            found = self._search(list(zip(here, costs, strict=True)), there, seconds)
            if not any(found):
                break
            legs.append(found)
            costs = [
                np.inf if one is None else one.seconds + place.off_m / _OFFSET_M_PER_S
                for one, place in zip(found, there, strict=True)
            ]
        ways: list[Way] = []
        end = int(np.argmin(costs))
        for number in reversed(range(len(legs))):
            leg = legs[number][end]
            if leg is None:
                break
            ways.append(self._way(leg, calls[number][leg.start], calls[number + 1][end]))
            end = leg.start
        return ways[::-1]

    def _search(
        self,
        starts: Sequence[tuple[Place, float]],
        goals: Sequence[Place],
        seconds: Sequence[float],
    ) -> list[_Found | None]:
        """Find the fastest way to each goal from any start that has cost so much already."""
        goals_on = defaultdict(list)
        for number, goal in enumerate(goals):
            goals_on[goal.edge].append(number)
        best: list[tuple[float, int, int]] = [(np.inf, -1, -1)] * len(goals)
        queue: list[tuple[float, int, int]] = []
        for number, (place, cost) in enumerate(starts):
            if not np.isfinite(cost):
                continue
            length, whole = float(self.length_m[place.edge]), seconds[place.edge]
            for at in goals_on.get(place.edge, ()):
                back = int(goals[at].at_m < place.at_m)
                took = abs(goals[at].at_m - place.at_m) / length * whole
                best[at] = min(best[at], (cost + took, 2 * place.edge + back, -1 - number))
            for back, rest in enumerate((length - place.at_m, place.at_m)):
                heapq.heappush(
                    queue, (cost + rest / length * whole, 2 * place.edge + back, -1 - number)
                )
        before: dict[int, int] = {}
        while queue and queue[0][0] < max(best)[0]:
            cost, state, parent = heapq.heappop(queue)
            if state in before:
                continue
            before[state] = parent
            node = int((self.tail if state % 2 else self.head)[state // 2])
            heading = self.arriving[state // 2, state % 2]
            for following in self._leads[node]:
                edge, back = divmod(following, 2)
                # Not back by 90 degrees or more
                if following in before or heading @ self.leaving[edge, back] <= _TURN_COS:
                    continue
                length = float(self.length_m[edge])
                for at in goals_on.get(edge, ()):
                    run = length - goals[at].at_m if back else goals[at].at_m
                    took = cost + run / length * seconds[edge]
                    best[at] = min(best[at], (took, following, state))
                heapq.heappush(queue, (cost + seconds[edge], following, state))
        return [_found(*one, before) for one in best]

    def _way(self, leg: _Found, start: Place, goal: Place) -> Way:
        """Return the edges of a leg, with the metres run over."""
        if len(leg.states) == 1:
            return [(start.edge, abs(goal.at_m - start.at_m))]
        way = [(state // 2, float(self.length_m[state // 2])) for state in leg.states[::-1]]
        first, last = leg.states[-1], leg.states[0]
        rest = start.at_m if first % 2 else way[0][1] - start.at_m
        run = way[-1][1] - goal.at_m if last % 2 else goal.at_m
        return [(start.edge, rest), *way[1:-1], (goal.edge, run)]


def _found(seconds: float, last: int, parent: int, before: Mapping[int, int]) -> _Found | None:
    """Return the way back to its start."""
    if last < 0:
        return None
    states = [last]
    while parent >= 0:
        states.append(parent)
        parent = before[parent]
    return _Found(seconds, -1 - parent, tuple(states))


def _kind(railway: str, service: str, usage: str) -> str:
    """Return the kind of a track whose limit is not tagged."""
    if railway == "light_rail":
        return railway
    if service == "crossover":
        return service
    return usage if usage == "main" else "other"


def _metres_per_degree(lat: float) -> Floats:
    """Return metres per degree of longitude and latitude, right within 0.5 %."""
    return np.array([111_320.0 * np.cos(np.radians(lat)), 111_320.0])


def _unit(steps: Floats, lat: Floats) -> Floats:
    """Return the directions of steps in degrees."""
    metric = steps * np.column_stack([np.cos(np.radians(lat)), np.ones(len(lat))])
    result: Floats = metric / np.hypot(metric[:, 0], metric[:, 1])[:, None]
    return result


def run_on_tracks(tables: ServiceTables, rail: Rail | None) -> ServiceTables:
    """Compute the minutes of lines that run on tracks.

    Parameters
    ----------
    tables
        Lines; those of ``tables.on_track`` have no minutes yet.
    rail
        Tracks of a network.

    Returns
    -------
    ServiceTables
        With minutes from limits, from how trains speed up and brake (``running_times``), a
        :data:`MARGIN` and time at stops; not rounded.

    Raises
    ------
    InputError
        With every fault at once: no tracks at all, stops further than :data:`MOST_SNAP_M` from
        any, or stops that no track connects without turning back between them.

    Warns
    -----
    GrensgeoWarning
        If more than a fifth of the way of all lines has no limit tagged.
    """
    if not tables.on_track:
        return tables
    tracks = None if rail is None else Tracks.of(rail)
    if tracks is None or not len(tracks.tail):
        raise InputError(
            "tracks-missing",
            f"services: lines {some(list(tables.on_track))} give max_kmh and run on tracks, and "
            "the network has none that passenger trains use; build it from an extract with "
            "railways, or give arrival_min and departure_min, or speed_kmh",
        )
    stops = tables.stops.set_index("stop_id")
    runs, faults, ridden = {}, Faults(), []
    for line, max_kmh in tables.on_track.items():
        ids = tables.calls.loc[tables.calls["line_id"] == line, "stop_id"].tolist()
        names = [f"{stop} ({stops['name'][stop]})" for stop in ids]
        places = list(zip(stops["lon"][ids], stops["lat"][ids], strict=True))
        calls = [tracks.near(*place) for place in places]
        far = [
            f"{name} is {tracks.nearest_m(*place):,.0f} m off"
            for name, place, near in zip(names, places, calls, strict=True)
            if not near
        ]
        if far:
            faults.add(
                "track-not-near",
                f"line {line}: no track within {MOST_SNAP_M:g} m of its stops: "
                f"{some(list(dict.fromkeys(far)))}; move the stop to its platforms, or build "
                "from an extract that reaches there",
            )
            continue
        speeds = tracks.speeds_kmh(max_kmh)
        ways = tracks.route(calls, speeds)
        if len(ways) + 1 < len(ids):
            faults.append(_gap(tracks, names, calls, len(ways)).at(f"line {line}"))
            continue
        runs[line] = [
            MARGIN * running_s([(metres, speeds[edge]) for edge, metres in way if metres]) / 60.0
            for way in ways
        ]
        ridden += [part for way in ways for part in way]
    if faults:
        raise InputError.of(faults, where="services")
    return tables.with_runs(runs, _notes(tracks, list(runs), ridden))


def _gap(
    tracks: Tracks, names: Sequence[str], calls: Sequence[Sequence[Place]], number: int
) -> Fault:
    """Return where a line cannot go on."""
    remedy = (
        "end the line there and let another begin, with [[transfers]] between them, or give "
        "arrival_min and departure_min"
    )
    alone = tracks.route(calls[number : number + 2], tracks.speeds_kmh())
    if alone:
        return Fault(
            "tracks-not-joined",
            f"at {names[number]} the tracks from {names[number - 1]} are not connected with those "
            f"to {names[number + 1]}; {remedy}",
        )
    return Fault(
        "tracks-not-joined",
        f"no tracks lead from {names[number]} to {names[number + 1]} without turning back between "
        f"stops; {remedy}, or build from an extract that holds all of the way",
    )


def _notes(tracks: Tracks, lines: list[str], ridden: Sequence[tuple[int, float]]) -> list[Note]:
    """Return notes on what minutes rest on, and how much of the way has no limit."""
    edge = np.array([part[0] for part in ridden], dtype=np.int64)
    km = np.array([part[1] for part in ridden], dtype=np.float64) / 1000.0
    untagged = np.isnan(tracks.limit_kmh[edge])
    dark, whole = round(float(km[untagged].sum()), 1), round(float(km.sum()), 1)
    assumed = [
        Note("rail-limits-assumed", kind=kind, kmh=kmh, km=round(float(km[rows].sum()), 1))
        for kind, kmh in _UNTAGGED_KMH.items()
        if (rows := untagged & (tracks.kind[edge] == kind)).any()
    ]
    if km[untagged].sum() > _MUCH * km.sum():
        text = f"{dark:.1f} of {whole:.1f} km have no limit tagged. {' '.join(assumed)}"
        told = f"services: of the tracks of {some(lines)} {text}"
        warnings.warn(GrensgeoWarning("rail-limits-missing", told), stacklevel=3)
    values: dict[str, Value] = {"up": ACCELERATION, "down": BRAKING, "km": whole}
    values |= {"margin": round(100 * (MARGIN - 1)), "untagged_km": dark}
    return [Note("rail-minutes-on-tracks", lines=", ".join(lines), **values), *assumed]
