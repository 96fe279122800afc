"""Clock faces of a services file: vehicles that leave at known minutes of some hours.

A face is one way of a line, or a part of it, at the same minutes of several hours. It says where
the clock is read, what of the line it calls at, and which of its departures were seen; the others
are inferred, and are marked so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from grensgeo.errors import Fault, Faults, some

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

#: Fields of a face.
_FIELDS = {
    "from", "to", "stop", "minutes", "hours", "seen", "without", "published_min", "note",
}  # fmt: skip
_PART = re.compile(r"(\d{1,2})(?:-(\d{1,2})(?:/([1-9]))?)?")
#: Hours of a service day: beyond midnight it goes on to six in the morning.
_LAST_HOUR = 29
#: A headway of lines that leave once.
_DAY_MIN = 1440.0


@dataclass(frozen=True)
class ClockFace:
    """Vehicles of one line that leave at the same minutes of several hours.

    Attributes
    ----------
    line_id
        Its line.
    back
        Whether they run against the order of the line's stops.
    calls
        Stop, arrival and departure, in minutes after the clock that :attr:`clock_s` tells.
    clock_s
        Seconds after midnight at which they leave the stop where the clock is read, ascending.
    inferred
        For each whether it is inferred: others of the face were seen.
    """

    line_id: str
    back: bool
    calls: tuple[tuple[str, float, float], ...]
    clock_s: tuple[int, ...]
    inferred: tuple[bool, ...]


@dataclass(frozen=True)
class _Course:
    """What a line's vehicles do between its ends: stops, minutes of running and standing."""

    stops: list[str]
    times: list[tuple[float, float]]
    runs: list[float]
    dwell: float


def hours_of(text: object) -> list[int] | None:
    """Parse hours of the day, such as ``6-8, 15-18`` or every other one: ``7-21/2``.

    Parameters
    ----------
    text
        What stands in the file.

    Returns
    -------
    list of int
        Hours, ascending; None where the text cannot be read. Beyond midnight the hours of a day go
        on to 29.

    Examples
    --------
    >>> hours_of("6-8, 15")
    [6, 7, 8, 15]
    >>> hours_of("7-13/2")
    [7, 9, 11, 13]
    >>> hours_of("")
    []
    """
    if not isinstance(text, str):
        return None
    hours: list[int] = []
    for part in text.split(",") if text.strip() else []:
        found = _PART.fullmatch(part.strip())
        if not found:
            return None
        first, last = int(found[1]), int(found[2] or found[1])
        own = range(first, last + 1, int(found[3] or 1))
        if not own or last > _LAST_HOUR or (hours and first <= hours[-1]):
            return None
        hours += own
    return hours


def face_faults(line: dict[str, Any], where: str) -> list[Fault]:
    """List what is wrong with the clock faces of a line.

    Parameters
    ----------
    line
        A row of a services file whose stops are a list of ids.
    where
        What to call it.

    Returns
    -------
    list of Fault
        Faults.
    """
    faces = line["clock_faces"]
    if not isinstance(faces, list) or not faces or not all(isinstance(f, dict) for f in faces):
        return [
            Fault(
                "key-of-wrong-type",
                f"{where}: clock_faces is not a list of tables; write [[lines.clock_faces]]",
            )
        ]
    both = [name for name in ("first", "last", "headway_min", "by_hour") if name in line]
    faults = Faults()
    if both:
        faults.add(
            "give-exactly-one",
            f"{where}: has clock_faces and {some(both)}; faces say when it leaves",
        )
    for number, face in enumerate(faces, start=1):
        faults += _one_face(line["stops"], face, f"{where}, clock face {number}")
    return faults


def _one_face(stops: list[str], face: dict[str, Any], where: str) -> list[Fault]:
    """List what is wrong with one face."""
    faults = Faults()
    unknown = sorted(set(face) - _FIELDS)
    if unknown:
        faults.add("key-unknown", f"{where}: unknown fields {some(unknown)}")
    hours, seen = hours_of(face.get("hours")), hours_of(face.get("seen", ""))
    if not hours or seen is None:
        faults.add(
            "time-of-day-wrong",
            f'{where}: hours and seen are hours of the day, such as "6-8, 15-18" or "7-21/2"',
        )
    elif not set(seen) <= set(hours):
        faults.add("time-of-day-wrong", f"{where}: seen has hours in which nothing leaves")
    minutes = face.get("minutes")
    if (
        not isinstance(minutes, list)
        or not minutes
        or not all(type(m) in {int, float} and 0 <= m < 60 for m in minutes)
        or len(set(minutes)) < len(minutes)
    ):
        faults.add("out-of-range", f"{where}: minutes is not a list of minutes from 0 to 59")
    ends = [face.get("from", stops[0]), face.get("to", stops[-1])]
    without = face.get("without", [])
    named = [*ends, face.get("stop", ends[0])]
    if not isinstance(without, list) or not all(
        isinstance(stop, str) for stop in [*named, *without]
    ):
        faults.add(
            "key-of-wrong-type", f"{where}: from, to and stop are stop ids, without a list of them"
        )
        return faults
    other = [stop for stop in dict.fromkeys([*named, *without]) if stops.count(stop) != 1]
    if other:
        faults.add("id-unknown", f"{where}: names {some(other)}, not once a stop of the line")
        return faults
    called = _called(stops, face)
    if ends[0] == ends[1] or not set(named) <= set(called):
        faults.add(
            "option-unfit", f"{where}: from, to and stop are not stops that it calls at, in turn"
        )
        return faults
    return [*faults, *_pin_faults(called, face, where)]


def _pin_faults(called: list[str], face: dict[str, Any], where: str) -> list[Fault]:
    """List published minutes that cannot be."""
    published = face.get("published_min", {})
    if not isinstance(published, dict) or not all(
        _number(v) or (isinstance(v, list) and len(v) == 2 and all(_number(m) for m in v))
        for v in published.values()
    ):
        return [
            Fault(
                "key-of-wrong-type",
                f"{where}: published_min holds neither numbers nor [arrival, departure]",
            )
        ]
    other = sorted(set(published) - set(called))
    if other:
        return [
            Fault(
                "published-minutes-wrong",
                f"{where}: published_min names {some(other)}, where it does not call",
            )
        ]
    pins = _pins(called, face, 0.0)
    at = called.index(face.get("stop", called[0]))
    if pins[at][int(at < len(called) - 1)] != 0:
        return [
            Fault(
                "published-minutes-wrong",
                f"{where}: published_min counts from the clock at {called[at]}, which leaves at 0",
            )
        ]
    order = [pins[k] for k in sorted(pins)]
    falls = any(a > d for a, d in order) or any(
        later[0] <= one[1] for one, later in pairwise(order)
    )
    return (
        [Fault("times-run-backwards", f"{where}: published_min falls along the way")]
        if falls
        else []
    )


def _number(value: object) -> bool:
    return type(value) in {int, float} and abs(float(str(value))) < float("inf")


def faces_of(
    line: dict[str, Any], times: Sequence[tuple[float, float]], runs: Sequence[float], dwell: float
) -> list[ClockFace]:
    """Build the clock faces of a line.

    Parameters
    ----------
    line
        A sound row of a services file.
    times
        Arrival and departure at each of its stops, in minutes from the first.
    runs
        Minutes of running from each of its stops to the next, by distance and speed or as they
        are stated.
    dwell
        Minutes at a stop where none are published.

    Returns
    -------
    list of ClockFace
        One for each. A face with published minutes has these, and between them the minutes of
        running stretched to fit; one without has those of the line, on the way back their mirror
        image.
    """
    course = _Course(line["stops"], list(times), list(runs), dwell)
    return [_face(line["id"], course, face) for face in line.get("clock_faces", [])]


def mean_headway_min(faces: Sequence[ClockFace]) -> float:
    """Return the mean minutes between the vehicles of the face that has most of them."""
    clock_s = max((face.clock_s for face in faces), key=len)
    n = len(clock_s)
    return (clock_s[-1] - clock_s[0]) / 60 / (n - 1) if n > 1 else _DAY_MIN


def cut_face(face: ClockFace, inside: Collection[str]) -> ClockFace | None:
    """Cut a face to the part from its first to its last call at some stops, if it has two."""
    hits = [k for k, (stop, _, _) in enumerate(face.calls) if stop in inside]
    if len(hits) < 2:
        return None
    calls = face.calls[hits[0] : hits[-1] + 1]
    return ClockFace(face.line_id, face.back, calls, face.clock_s, face.inferred)


def _face(line_id: str, course: _Course, face: dict[str, Any]) -> ClockFace:
    """Build one face."""
    called = _called(course.stops, face)
    back = course.stops.index(called[0]) > course.stops.index(called[-1])
    at = called.index(face.get("stop", called[0]))
    if "published_min" in face:
        times = _between(_pins(called, face, course.dwell), _runs(course, called), course.dwell)
    else:
        times = _as_the_line(course, called, back=back)
        zero = times[at][0 if at == len(called) - 1 else 1]
        times = [(a - zero, d - zero) for a, d in times]
    times[0], times[-1] = (times[0][1],) * 2, (times[-1][0],) * 2
    seen = hours_of(face.get("seen", "")) if "seen" in face else hours_of(face["hours"])
    leaves = sorted((h, m) for h in hours_of(face["hours"]) or [] for m in face["minutes"])
    return ClockFace(
        line_id,
        back,
        tuple((s, round(a, 1), round(d, 1)) for s, (a, d) in zip(called, times, strict=True)),
        tuple(round(3600 * hour + 60 * minute) for hour, minute in leaves),
        tuple(hour not in (seen or []) for hour, _ in leaves),
    )


def _called(stops: list[str], face: dict[str, Any]) -> list[str]:
    """Return the stops that a face calls at, in its order."""
    start, end = (stops.index(face.get(name, stops[at])) for name, at in (("from", 0), ("to", -1)))
    step = 1 if start < end else -1
    way = stops[start : end + 1] if step == 1 else stops[end : start + 1][::-1]
    return [stop for stop in way if stop not in face.get("without", [])]


def _runs(course: _Course, called: list[str]) -> list[float]:
    """Return minutes of running from call to call, past stops that are not called at."""
    order = [course.stops.index(stop) for stop in called]
    return [sum(course.runs[min(a, b) : max(a, b)])
            for a, b in pairwise(order)]  # fmt: skip


def _as_the_line(course: _Course, called: list[str], *, back: bool) -> list[tuple[float, float]]:
    """Return the minutes of the line itself; on the way back their mirror image."""
    times = [course.times[course.stops.index(stop)] for stop in called]
    return [(-d, -a) for a, d in times] if back else times


def _pins(called: list[str], face: dict[str, Any], dwell: float) -> dict[int, tuple[float, float]]:
    """Return published arrivals and departures by place, with those where the clock is read."""
    last = len(called) - 1
    at = called.index(face.get("stop", called[0]))
    pins = {at: (0.0 if at in {0, last} else -dwell, 0.0)}
    for stop, value in face.get("published_min", {}).items():
        k = called.index(stop)
        if isinstance(value, list):
            pins[k] = float(value[0]), float(value[1])
        else:
            pins[k] = float(value), float(value) + (dwell if 0 < k < last else 0.0)
    return pins


def _between(
    pins: dict[int, tuple[float, float]], runs: list[float], dwell: float
) -> list[tuple[float, float]]:
    """Arrange the calls between those that are known, by minutes of running that are stretched."""
    fixed = sorted(pins)
    times = dict(pins)
    for start, end in pairwise(fixed):
        raw = sum(runs[start:end]) + dwell * (end - start - 1)
        stretch = (pins[end][0] - pins[start][1]) / raw
        clock = pins[start][1]
        for k in range(start + 1, end):
            arrival = clock + runs[k - 1] * stretch
            clock = arrival + dwell * stretch
            times[k] = arrival, clock
    for k in range(fixed[-1] + 1, len(runs) + 1):
        arrival = times[k - 1][1] + runs[k - 1]
        times[k] = arrival, arrival + (dwell if k < len(runs) else 0.0)
    for k in range(fixed[0] - 1, -1, -1):
        departure = times[k + 1][0] - runs[k]
        times[k] = departure - (dwell if k else 0.0), departure
    return [times[k] for k in range(len(runs) + 1)]
