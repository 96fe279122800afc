"""Scenarios of R5 and Conveyal Analysis, read as far as their modifications have a match here.

R5 counts in seconds, names routes and stops as ``feed:id``, and applies modifications in an order
of its own (``getSortOrder``), whatever their order in the file. Each reader below says what is the
same; what R5 does besides is told in a warning, and what has no match is told all together.

Source
------
Conveyal, R5, ``com.conveyal.r5.analyst.scenario``: a class a modification, whose public fields are
the keys.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from grensgeo.errors import Fault, Faults, GrensgeoWarning, InputError, some
from grensgeo.provenance import read_json
from grensgeo.scenario.modifications.adjust_dwell import AdjustDwell
from grensgeo.scenario.modifications.adjust_frequency import AdjustFrequency
from grensgeo.scenario.modifications.adjust_speed import AdjustSpeed
from grensgeo.scenario.modifications.modify_streets import ModifyStreets
from grensgeo.scenario.modifications.remove_line import RemoveLine
from grensgeo.scenario.modifications.remove_stop import RemoveStop
from grensgeo.scenario.modifications.reroute import Reroute
from grensgeo.scenario.plan import Scenario
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from grensgeo.scenario.modification import Modification

#: In which order R5 applies its modifications (``getSortOrder`` of each class).
_ORDER: Mapping[str, int] = MappingProxyType(
    {"adjust-speed": 0, "modify-streets": 5, "adjust-dwell-time": 10, "remove-stops": 30,
     "reroute": 40, "adjust-frequency": 50, "remove-trips": 60}
)  # fmt: skip
#: Why the others have no match, and what to do instead.
_WITHOUT: Mapping[str, str] = MappingProxyType(
    {
        "add-trips": "write the line as a services file and take add-line",
        "add-streets": "write the lines as GeoJSON and take add-streets",
        "road-congestion": "its polygons are another file; take modify-streets with each",
        "pickup-delay": "there is no waiting for a vehicle that is called",
        "set-fare-calculator": "fares are not counted",
    }
)
#: R5's modes of streets, and those here.
_MODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"CAR": ("car",), "BICYCLE": ("bicycle", "ebike"), "WALK": ("walk",)}
)


class _NoMatchError(Exception):
    """A modification that has no match, and why."""


@dataclass
class _R5Reader:
    """Convert modifications one by one.

    Attributes
    ----------
    feeds
        Names of feeds by R5's ids; None where they are the same.
    otherwise
        What R5 does besides.
    """

    feeds: Mapping[str, str] | None
    otherwise: list[str] = field(default_factory=list)

    def own_id(self, scoped: object) -> str:
        """Return the id of a route or stop with its feed before it, as it is named here."""
        feed, colon, own = str(scoped).partition(":")
        if not colon or not own:
            raise _NoMatchError(f"{scoped!r} has no feed before it, as feed:id")
        if self.feeds is None:
            return f"{feed}:{own}"
        if feed not in self.feeds:
            raise _NoMatchError(f"feed {feed!r} is not among those given, {some(self.feeds)}")
        return f"{self.feeds[feed]}:{own}"

    def lines(self, values: Mapping[str, Any]) -> list[str]:
        """Return the lines that are meant: R5's routes."""
        for key in ("patterns", "trips"):
            if values.get(key):
                raise _NoMatchError(f"is for {key}, and here a line is meant; name routes")
        routes = _list(values, "routes")
        if not routes:
            raise _NoMatchError("names no routes")
        return [self.own_id(route) for route in routes]

    def adjust_speed(self, values: Mapping[str, Any]) -> list[Modification]:
        """Return other running times: ``scale`` multiplies speeds, and dwells stay."""
        if values.get("scaleDwells"):
            raise _NoMatchError("scaleDwells: how long vehicles stand is not scaled here")
        scale = _number(values, "scale")
        pairs = [tuple(self.own_id(stop) for stop in hop) for hop in _list(values, "hops")]
        if any(len(pair) != 2 for pair in pairs):
            raise _NoMatchError("hops: each is two stops")
        lone = [pair for pair in pairs if pair[::-1] not in pairs]
        if lone:
            raise _NoMatchError(
                f"hops: {' to '.join(lone[0])} without its way back, and here a section is both"
            )
        sections: list[tuple[str | None, ...]] = [
            pair for n, pair in enumerate(pairs) if pair[::-1] not in pairs[:n]
        ]
        return [
            AdjustSpeed(line, speed_factor=scale, from_stop=start, to_stop=end)
            for line in self.lines(values)
            for start, end in sections or [(None, None)]
        ]

    def adjust_dwell(self, values: Mapping[str, Any]) -> list[Modification]:
        """Return other dwells: ``dwellSecs`` seconds at ``stops``, or at all."""
        if values.get("scale", -1) >= 0:
            raise _NoMatchError("scale: dwells are set here, not scaled")
        minutes = _number(values, "dwellSecs") / 60
        stops: list[str | None] = [self.own_id(stop) for stop in _list(values, "stops")]
        if not stops:
            self.otherwise.append("adjust-dwell-time: R5 lets vehicles stand at their ends too")
        return [
            AdjustDwell(line, minutes, stop=stop)
            for line in self.lines(values)
            for stop in stops or [None]
        ]

    def adjust_frequency(self, values: Mapping[str, Any]) -> list[Modification]:
        """Return another headway: that of all entries, ``headwaySecs`` seconds."""
        entries = _list(values, "entries")
        if not entries or any(entry.get("firstDepartures") for entry in entries):
            raise _NoMatchError("entries: without one headway; departures are no headway")
        headways = {_number(entry, "headwaySecs") for entry in entries}
        if len(headways) > 1:
            raise _NoMatchError(
                f"entries: headways of {some(sorted(headways))} s, and here a line has one"
            )
        if any(entry.get("phaseFromTimetable") for entry in entries):
            self.otherwise.append("adjust-frequency: R5 phases it with another line")
        self.otherwise.append(
            "adjust-frequency: R5 draws its departures, in the hours and on the days of the "
            "entries, for the trips that they name alone; here all of the line follows, in the "
            "hours and on the days that it has"
        )
        return [AdjustFrequency(self.own_id(values.get("route")), headways.pop() / 60)]

    def remove_stops(self, values: Mapping[str, Any]) -> list[Modification]:
        """Return lines without stops, sooner by ``secondsSavedAtEachStop`` seconds."""
        stops = [self.own_id(stop) for stop in _list(values, "stops")]
        if not stops:
            raise _NoMatchError("names no stops")
        self.otherwise.append(
            "remove-stops: R5 takes out how long vehicles stand at the stop too; here they are "
            "sooner by secondsSavedAtEachStop alone"
        )
        saved_min = _number(values, "secondsSavedAtEachStop", otherwise=0) / 60
        return [RemoveStop(line, stop, saved_min) for line in self.lines(values) for stop in stops]

    def remove_trips(self, values: Mapping[str, Any]) -> list[Modification]:
        """Return lines that are removed."""
        return [RemoveLine(line) for line in self.lines(values)]

    def reroute(self, values: Mapping[str, Any]) -> list[Modification]:
        """Return another way: hops and dwells in seconds, a dwell before and behind each hop."""
        if not values.get("fromStop") or not values.get("toStop"):
            raise _NoMatchError("has one end; here a way has fromStop and toStop")
        new = [stop for stop in _list(values, "stops") if not stop.get("id")]
        if new:
            raise _NoMatchError(f"{len(new)} of its stops are new; here they have to be there")
        via = [self.own_id(stop["id"]) for stop in _list(values, "stops")]
        hops, dwells = _list(values, "hopTimes"), _list(values, "dwellTimes")
        if len(hops) != len(via) + 1 or len(dwells) != len(via) + 2:
            raise _NoMatchError("hopTimes and dwellTimes do not fit its stops")
        if dwells[0] or dwells[-1]:
            self.otherwise.append("reroute: R5 sets how long vehicles stand at both ends of it")
        self.otherwise.append("reroute: R5 changes one direction; here both go the new way")
        minutes, clock = [], 0.0
        for hop, dwell in zip(hops, dwells[1:], strict=True):
            minutes.append((clock + hop) / 60)
            clock += hop + dwell
        ends = self.own_id(values["fromStop"]), self.own_id(values["toStop"])
        return [
            Reroute(line, *ends, minutes=tuple(minutes), via=via) for line in self.lines(values)
        ]

    def modify_streets(self, values: Mapping[str, Any]) -> list[Modification]:
        """Return other streets within polygons of lon, lat: km/h, and factors of time inverted."""
        import shapely

        rings = _list(values, "polygons")
        if not rings:
            raise _NoMatchError("names no polygons")
        area = shapely.unary_union([shapely.Polygon(ring) for ring in rings])
        made: list[Modification] = []
        if values.get("carSpeedKph") is not None:
            speed = _number(values, "carSpeedKph")
            made.append(ModifyStreets(polygon=area, modes=("car",), speed_kmh=speed))
        if values.get("carSpeedFactor") is not None:
            factor = _number(values, "carSpeedFactor")
            made.append(ModifyStreets(polygon=area, modes=("car",), speed_factor=factor))
        for key, mode in (("walkTimeFactor", "WALK"), ("bikeTimeFactor", "BICYCLE")):
            slower = _number(values, key, otherwise=1)
            if slower != 1:
                made.append(
                    ModifyStreets(polygon=area, modes=_MODES[mode], speed_factor=1 / slower)
                )
        if values.get("bikeLts"):
            made.append(ModifyStreets(polygon=area, stress=int(values["bikeLts"])))
        allowed = values.get("allowedModes")
        if allowed is not None:
            shut = [m for mode, own in _MODES.items() if mode not in allowed for m in own]
            if shut:
                made.append(ModifyStreets(polygon=area, modes=tuple(shut), closed=True))
            self.otherwise.append(
                "modify-streets: R5 opens streets to allowedModes that may not use them now"
            )
        self.otherwise.append(
            "modify-streets: R5 takes streets that touch a polygon, here the middle decides"
        )
        if not made:
            raise _NoMatchError("changes nothing")
        return made

    def made(self, values: Mapping[str, Any]) -> list[Modification]:
        """Return the modifications here that are one of R5."""
        readers: dict[str, Callable[[Mapping[str, Any]], list[Modification]]] = {
            "adjust-speed": self.adjust_speed,
            "adjust-dwell-time": self.adjust_dwell,
            "adjust-frequency": self.adjust_frequency,
            "remove-stops": self.remove_stops,
            "remove-trips": self.remove_trips,
            "reroute": self.reroute,
            "modify-streets": self.modify_streets,
        }
        if values.get("activeInVariants") is not None:
            raise _NoMatchError("is of a variant; leave activeInVariants out where it counts")
        kind = _type(values)
        if kind not in readers:
            raise _NoMatchError(_WITHOUT.get(kind, "is not known"))
        return readers[kind](values)


def _list(values: Mapping[str, Any], key: str) -> list[Any]:
    """Return a list; empty where it is left out."""
    found = values.get(key)
    if found is not None and not isinstance(found, list):
        raise _NoMatchError(f"{key}: {found!r} is not a list")
    return found or []


def _number(values: Mapping[str, Any], key: str, *, otherwise: float | None = None) -> float:
    """Return a number above 0, or of 0 or more where there is another to fall back on."""
    found = values.get(key, otherwise)
    sound = isinstance(found, int | float) and not isinstance(found, bool)
    if found is None and otherwise is not None:
        return otherwise
    if not sound or found is None or not 0 <= found < float("inf"):
        raise _NoMatchError(f"{key}: {found!r} is not a number of 0 or more")
    return float(found)


def read_r5_scenario(
    path: str | Path,
    *,
    name: str | None = None,
    feeds: Mapping[str, str] | None = None,
    partly: bool = False,
) -> Scenario:
    """Read a scenario of R5 or Conveyal Analysis from its JSON.

    Parameters
    ----------
    path
        JSON with ``modifications``, each with a ``type``.
    name
        Short name; that of the file by default.
    feeds
        Names of the network's feeds by R5's ids of them, which stand before the ids of routes and
        stops; left out where they are the same.
    partly
        Leave out what has no match, with a warning, instead of raising.

    Returns
    -------
    Scenario
        What matches, in the order in which R5 applies it; titled by ``description``.

    Raises
    ------
    FileError
        If the file is missing or no JSON.
    InputError
        If a modification has no match, with the names of all and what to take instead.

    Warns
    -----
    GrensgeoWarning
        Of what R5 does besides; with ``partly`` also of what is left out.

    Examples
    --------
    See docs/study.md.
    """
    path = Path(path)
    data = _content(path)
    reader, faults, made = _R5Reader(feeds), Faults(), []
    numbered = list(enumerate(data["modifications"], start=1))
    for number, values in sorted(numbered, key=lambda one: _ORDER.get(_type(one[1]), 99)):
        kind = _type(values)
        called = f"modification {number} ({kind}" + (
            f", {values['comment']})" if values.get("comment") else ")"
        )
        try:
            made += reader.made(values)
        except _NoMatchError as error:
            faults.add("r5-without-match", f"{called}: {error}")
        except InputError as error:
            faults += [fault.at(called) for fault in error.faults]
    if faults and not partly:
        raise InputError.of(faults, where=str(path))
    told = [*faults, *(Fault("r5-otherwise", x) for x in dict.fromkeys(reader.otherwise))]
    if told:
        warnings.warn(GrensgeoWarning.of(told), stacklevel=2)
    title = str(data.get("description") or data.get("name") or path.stem)
    short = name or re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")
    return Scenario(short, tuple(made), title=dict.fromkeys(LANGUAGES, title))


def _type(values: Mapping[str, Any]) -> str:
    """Return the type of a modification."""
    return str(values.get("type", ""))


def _content(path: Path) -> dict[str, Any]:
    """Return the content of the file, with a list of modifications."""
    data = read_json(path)
    found = data.get("modifications")
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise InputError(
            "file-of-other-content",
            f"{path}: no list of modifications; give the JSON of a scenario of R5",
        )
    return dict(data)
