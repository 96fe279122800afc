"""Read a services file: public transport lines that run at a headway, written in TOML.

The file names its sources, its stops and its lines. A line gives its minutes; or the top speed of
its trains, and runs on OpenStreetMap's tracks; or a speed from stop to stop. What minutes were
published may stand beside the latter two:

.. code-block:: toml

    change_min = 5

    [[sources]]
    source_id = "operator-2026"
    title = "Timetable 2026"
    licence = "CC-BY-4.0"
    attribution = "© operator"

    [[stops]]
    id = "gronau"
    name = "Gronau"
    lon = 7.022
    lat = 52.215
    country = "DE"

    [[lines]]
    id = "RB64"
    name = "RB64 Enschede-Münster"
    operator = "DB Regio"
    headway_min = 60
    source = "operator-2026"
    stops = ["enschede", "gronau", "munster"]
    arrival_min = [0, 12, 74.5]    # or max_kmh = 120, or speed_kmh = 70, with, for instance,
    departure_min = [0, 20, 74.5]  # published_min = { gronau = [12, 20], munster = 74.5 }

    [[transfers]]
    from = "enschede"
    to = "enschede-west"
    minutes = 5

Where all lines say when their first and last vehicles leave either end they also make a timetable,
for trips with a departure; the file then says on which days, and by which clock:

.. code-block:: toml

    days = [2026-01-01, 2026-12-31]    # the first and the last, at the top
    zone = "Europe/Berlin"

    first = "05:30"                    # in each line
    last = "23:30"                     # beyond midnight as 24:30

The new lines of a scenario (:func:`read_new_lines`) are written alike. Their stops may be ids
alone, of stops that are there already; sources, ``source`` and ``operator`` may be left out; and
where the network has timetables lines have first and last, and run on the days of these.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.files import read_toml
from grensgeo.lines.service_hours import (
    CALENDAR,
    SPAN,
    Hours,
    calendar_faults,
    span_faults,
    spans_of,
)
from grensgeo.notes import Note
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pandas as pd

#: Track over the straight lines from station to station. Published lengths of nine lines of the
#: Münsterland (de.wikipedia.org, line articles) over the same from coordinates: 1.00 to 1.12,
#: mean 1.04.
DETOUR_FACTOR = 1.04
#: Minutes at a stop where none are published: between departures, the RB64 and RB51 of the rail
#: series of 2026 stand 0 to 1 minute at small stations and 1 to 2 at larger ones.
DWELL_MIN = 1.0

_STOP = {"id": str, "name": str, "lon": float, "lat": float, "country": str}
_LINE = {"id": str, "name": str, "operator": str, "headway_min": float, "source": str}
_TRANSFER = {"from": str, "to": str, "minutes": float}
_MINUTES = {"arrival_min", "departure_min"}
_MODEL = {"max_kmh", "speed_kmh", "detour_factor", "dwell_min", "published_min"}
_TOP = {"change_min", "sources", "stops", "lines", "transfers"}
#: What a new line may leave out, with what counts instead.
_NOT_STATED = {"operator": "not stated", "source": "not stated"}


@dataclass(frozen=True, eq=False)
class ServiceTables:
    """The content of a services file, as tables.

    Attributes
    ----------
    stops, lines, calls, transfers
        Frames as :class:`grensgeo.network.Services` describes them; ``lines`` and ``stops`` have
        a ``note`` too. Each stop has a transfer to itself: the minutes that a change there takes.
    provenance
        The file's sources, and a note on lines whose minutes are modelled.
    on_track
        Line to km/h of its trains, for lines that have to be run on tracks before their minutes
        are known: until then these are NaN.
    hours
        First and last departures, if the file has them.
    """

    stops: pd.DataFrame
    lines: pd.DataFrame
    calls: pd.DataFrame
    transfers: pd.DataFrame
    provenance: Provenance
    on_track: Mapping[str, float] = field(default_factory=dict)
    hours: Hours | None = None
    _data: dict[str, Any] = field(default_factory=dict, repr=False)
    _name: str = field(default="", repr=False)

    def with_runs(
        self, runs_min: Mapping[str, list[float]], notes: Sequence[Note]
    ) -> ServiceTables:
        """Fill in the minutes of lines that run on tracks.

        Parameters
        ----------
        runs_min
            Line of :attr:`on_track` to minutes of running from each of its stops to the next.
        notes
            What they rest on.

        Returns
        -------
        ServiceTables
            With :data:`DWELL_MIN`, or the line's own, at each stop between its ends, and
            stretched to what was published.
        """
        known = Provenance(sources=self.provenance.sources, notes=tuple(notes))
        return replace(_tables(self._data, known, self._name, runs_min), hours=self.hours)


def read_services(path: Path) -> ServiceTables:
    """Read a services file.

    Parameters
    ----------
    path
        TOML file; the head of this module shows one.

    Returns
    -------
    ServiceTables
        Stops, lines, calls (minutes from the first stop) and transfers (minutes). Lines with
        ``max_kmh`` await :func:`grensgeo.network.tracks.run_on_tracks`.

    Raises
    ------
    FileError
        If the file is missing or is not TOML.
    InputError
        With every fault at once: fields that are missing, unknown or of another kind; lines that
        name stops or sources that are not there; minutes that do not fit their stops.

    Source
    ------
    Modelled minutes: straight lines between stops times :data:`DETOUR_FACTOR` over the line's
    ``speed_kmh``, plus :data:`DWELL_MIN` at each stop; between two published calls they are
    stretched to the published minutes.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from pathlib import Path
    >>> text = '''
    ... change_min = 5
    ... [[sources]]
    ... source_id = "operator"
    ... title = "Timetable"
    ... licence = "CC-BY-4.0"
    ... attribution = "operator"
    ... [[stops]]
    ... id = "a"
    ... name = "A"
    ... lon = 6.89
    ... lat = 52.22
    ... country = "NL"
    ... [[stops]]
    ... id = "b"
    ... name = "B"
    ... lon = 7.02
    ... lat = 52.21
    ... country = "DE"
    ... [[lines]]
    ... id = "RB64"
    ... name = "RB64"
    ... operator = "operator"
    ... headway_min = 60
    ... source = "operator"
    ... stops = ["a", "b"]
    ... arrival_min = [0, 12]
    ... departure_min = [0, 12]
    ... '''
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "lines.toml"
    ...     _ = file.write_text(text, encoding="utf-8")
    ...     tables = read_services(file)
    >>> tables.calls[["stop_id", "arrival_min"]].values.tolist()
    [['a', 0.0], ['b', 12.0]]
    """
    data, provenance = _checked(path, new=False)
    tables = _tables(data, provenance, path.name)
    if "days" not in data:
        return tables
    first_day, last_day = data["days"]
    hours = Hours(spans_of(data["lines"]), first_day, last_day, data["zone"])
    return replace(tables, hours=hours)


@dataclass(frozen=True, eq=False)
class NewLines:
    """Lines of a scenario, before the stops that are there already are looked up.

    Attributes
    ----------
    name
        Name of the file.
    provenance
        The file's sources.
    spans
        Line to seconds after midnight at which the first and the last vehicle leave either end;
        without the lines that have none.
    headways
        Line to minutes between vehicles.
    known_stops
        Ids of stops that are there already.
    own_stops
        Ids of stops that are new.
    """

    name: str
    provenance: Provenance
    spans: Mapping[str, tuple[int, int]]
    headways: Mapping[str, float]
    known_stops: tuple[str, ...]
    own_stops: tuple[str, ...]
    _data: dict[str, Any] = field(repr=False)

    def tables(self, known: Mapping[str, Mapping[str, object]]) -> ServiceTables:
        """Build the tables of the lines.

        Parameters
        ----------
        known
            ``name``, ``lon``, ``lat`` and ``country`` of each of the :attr:`known_stops`.

        Returns
        -------
        ServiceTables
            As :func:`read_services` gives them.
        """
        stops = [row if "lon" in row else row | known[row["id"]] for row in self._data["stops"]]
        return _tables(self._data | {"stops": stops}, self.provenance, self.name)


def are_new_lines(path: Path) -> bool:
    """Return whether a services file is one of a scenario's new lines, whatever else is wrong.

    Parameters
    ----------
    path
        TOML file.

    Returns
    -------
    bool
        True if it has stops that are ids alone, or lines with a first or last departure and no
        days of its own.

    Raises
    ------
    FileError
        If the file is missing or is not TOML.
    """
    data = read_toml(path)
    stops, lines = (data.get(name) for name in ("stops", "lines"))
    rows = [row for row in stops if isinstance(row, dict)] if isinstance(stops, list) else []
    if any(set(row) == {"id"} for row in rows):
        return True
    rows = [row for row in lines if isinstance(row, dict)] if isinstance(lines, list) else []
    return not CALENDAR & set(data) and any(SPAN & set(row) for row in rows)


def read_new_lines(path: Path) -> NewLines:
    """Read the services file of a scenario's new lines.

    Parameters
    ----------
    path
        TOML file; see the head of this module for how it differs from others.

    Returns
    -------
    NewLines
        Checked but for the stops that the network has to know.

    Raises
    ------
    FileError
        If the file is missing or is not TOML.
    InputError
        With every fault at once, as for :func:`read_services`; and for times of day that are
        none, or a last one before the first.
    """
    data, provenance = _checked(path, new=True)
    lines, stops = data["lines"], data["stops"]
    return NewLines(
        name=path.name,
        provenance=provenance,
        spans=spans_of(lines),
        headways={line["id"]: float(line["headway_min"]) for line in lines},
        known_stops=tuple(row["id"] for row in stops if "lon" not in row),
        own_stops=tuple(row["id"] for row in stops if "lon" in row),
        _data=data,
    )


def _checked(path: Path, *, new: bool) -> tuple[dict[str, Any], Provenance]:
    """Read a file and hold it to account; give its content and its sources."""
    data = read_toml(path)
    lines = data.get("lines")
    if new and isinstance(lines, list):
        data["lines"] = [_NOT_STATED | row if isinstance(row, dict) else row for row in lines]
    more = {"note", "stops", "modelled"} | _MINUTES | _MODEL | SPAN
    top = _TOP if new else _TOP | CALENDAR
    faults = [Fault("key-unknown", f"unknown field {name!r}") for name in sorted(set(data) - top)]
    faults += _row_faults(data, "stops", _STOP, {"note"}, by_id=new)
    faults += _row_faults(data, "lines", _LINE, more)
    faults += _row_faults(data, "transfers", _TRANSFER, set())
    if not _is(data.get("change_min"), float) or data["change_min"] < 0:
        faults.append(
            Fault(
                "out-of-range", "change_min (minutes that a change takes) is missing or below zero"
            )
        )
    try:
        provenance = Provenance.from_dict({"sources": data.get("sources", [])})
    except InputError as error:
        faults += error.faults
        provenance = Provenance()
    except TypeError as error:
        faults.append(Fault("provenance-unreadable", str(error)))
        provenance = Provenance()
    if not faults:
        stated = {source.source_id for source in provenance.sources}
        faults = _reference_faults(data, stated | (set(_NOT_STATED.values()) if new else set()))
        faults += [] if new else calendar_faults(data)
    if faults:
        raise InputError.of(faults, where=str(path))
    return data, provenance


def _is(value: object, kind: type) -> bool:
    """Return whether a TOML value is text, or a finite number."""
    if kind is str:
        return isinstance(value, str) and bool(value)
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and abs(value) < float("inf")
    )


def _row_faults(
    data: dict[str, Any],
    table: str,
    kinds: dict[str, type],
    optional: set[str],
    *,
    by_id: bool = False,
) -> list[Fault]:
    """List rows that lack a field, have one of another kind or one that is not known.

    With ``by_id`` a row may be an id alone.
    """
    rows = data.get(table, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return [Fault("key-of-wrong-type", f"{table} is not a list of tables; write [[{table}]]")]
    if not rows and table != "transfers":
        return [Fault("key-missing", f"no {table}; write them as [[{table}]]")]
    faults = Faults()
    for number, row in enumerate(rows, start=1):
        where = f"{table} {row.get('id', number)}"
        wanted = {"id": str} if by_id and set(row) == {"id"} else kinds
        wrong = [name for name, kind in wanted.items() if not _is(row.get(name), kind)]
        if wrong:
            faults.add("key-of-wrong-type", f"{where}: missing or of another kind: {some(wrong)}")
        unknown = sorted(set(row) - set(kinds) - optional)
        if unknown:
            faults.add("key-unknown", f"{where}: unknown fields {some(unknown)}")
        if table == "lines":
            faults += [*span_faults(row, where), *_line_faults(row, where)]
    return faults


def _line_faults(line: dict[str, Any], where: str) -> list[Fault]:
    """List what is wrong with a line's stops and minutes."""
    stops = line.get("stops")
    if not isinstance(stops, list) or len(stops) < 2 or not all(_is(s, str) for s in stops):
        return [
            Fault("key-of-wrong-type", f"{where}: stops is not a list of at least two stop ids")
        ]
    given, modelled = _MINUTES & set(line), _MODEL & set(line)
    if given and modelled:
        return [
            Fault(
                "give-exactly-one",
                f"{where}: has both {some(sorted(given))} and {some(sorted(modelled))}",
            )
        ]
    if given:
        return [
            Fault(
                "key-of-wrong-type",
                f"{where}: {name} is not a list of {len(stops)} numbers, one a stop",
            )
            for name in sorted(_MINUTES)
            if not _numbers(line.get(name), len(stops))
        ]
    faults = Faults()
    speeds = [name for name in ("max_kmh", "speed_kmh") if name in line]
    if len(speeds) != 1 or not _is(line[speeds[0]], float) or line[speeds[0]] <= 0:
        faults.add(
            "give-exactly-one",
            f"{where}: give arrival_min and departure_min, or one speed above zero to model them: "
            "max_kmh of its trains on OpenStreetMap's tracks, or speed_kmh from stop to stop",
        )
    if "max_kmh" in line and "detour_factor" in line:
        faults.add(
            "option-unfit",
            f"{where}: detour_factor goes with speed_kmh; tracks have their own length",
        )
    for name, least in (("detour_factor", 1.0), ("dwell_min", 0.0)):
        if name in line and (not _is(line[name], float) or line[name] < least):
            faults.add(
                "out-of-range", f"{where}: {name} is {line[name]!r}, expected at least {least:g}"
            )
    published = line.get("published_min", {})
    if not isinstance(published, dict) or not all(
        _is(value, float) or _numbers(value, 2) for value in published.values()
    ):
        faults.add(
            "key-of-wrong-type",
            f"{where}: published_min holds neither numbers nor [arrival, departure]",
        )
    else:
        faults += _published_faults(stops, published, where)
    return faults


def _numbers(value: object, count: int) -> bool:
    """Return whether a value is a list of so many numbers."""
    return isinstance(value, list) and len(value) == count and all(_is(v, float) for v in value)


def _published_faults(stops: list[str], published: dict[str, Any], where: str) -> list[Fault]:
    """List published minutes of stops that the line does not have, or has twice, or that fall."""
    other = [stop for stop in published if stops.count(stop) != 1]
    if other:
        return [
            Fault(
                "published-minutes-wrong",
                f"{where}: published_min names {some(other)}, not once a stop of the line",
            )
        ]
    times = [0.0]
    for stop in sorted(published, key=stops.index):
        value = published[stop]
        times += value if isinstance(value, list) else [value]
    if times != sorted(times):
        return [Fault("times-run-backwards", f"{where}: published_min falls along the line")]
    return []


def _reference_faults(data: dict[str, Any], sources: set[str]) -> list[Fault]:
    """List ids that stand twice, and references to stops and sources that are not there."""
    faults = Faults()
    for table in ("stops", "lines"):
        ids = [row["id"] for row in data[table]]
        twice = sorted({name for name in ids if ids.count(name) > 1})
        if twice:
            faults.add("id-twice", f"duplicate ids of {table}: {some(twice)}")
    stops = {row["id"] for row in data["stops"]}
    for line in data["lines"]:
        missing = [stop for stop in line["stops"] if stop not in stops]
        if missing:
            faults.add(
                "id-unknown",
                f"line {line['id']} calls at stops that are not listed: {some(missing)}",
            )
        if line["source"] not in sources:
            faults.add(
                "source-unknown", f"line {line['id']} names an unknown source {line['source']!r}"
            )
    ends = [row[end] for row in data.get("transfers", []) for end in ("from", "to")]
    missing = [stop for stop in ends if stop not in stops]
    if missing:
        faults.add("id-unknown", f"transfers name stops that are not listed: {some(missing)}")
    return faults


def _tables(
    data: dict[str, Any],
    provenance: Provenance,
    name: str,
    runs_min: Mapping[str, list[float]] | None = None,
) -> ServiceTables:
    """Build the tables of the file."""
    import pandas as pd

    on_track = {row["id"]: float(row["max_kmh"]) for row in data["lines"] if "max_kmh" in row}
    places = {row["id"]: (float(row["lon"]), float(row["lat"])) for row in data["stops"]}
    lines, calls = [], []
    for line in data["lines"]:
        modelled = not _MINUTES & set(line)
        lines.append(
            {
                "line_id": line["id"],
                "name": line["name"],
                "operator": line["operator"],
                "headway_min": float(line["headway_min"]),
                "modelled": modelled or bool(line.get("modelled", False)),
                "source_id": line["source"],
                "note": line.get("note", ""),
            }
        )
        if line["id"] in on_track:
            unknown = [np.nan] * (len(line["stops"]) - 1)
            times = _model_minutes(line, (runs_min or {}).get(line["id"], unknown))
        elif modelled:
            straight = _straight_runs(line, [places[stop] for stop in line["stops"]])
            times = [(round(a, 1), round(d, 1)) for a, d in _model_minutes(line, straight)]
        else:
            times = list(zip(line["arrival_min"], line["departure_min"], strict=True))
        calls += [
            (line["id"], sequence, stop, float(arrival), float(departure))
            for sequence, (stop, (arrival, departure)) in enumerate(
                zip(line["stops"], times, strict=True), start=1
            )
        ]
    change = float(data["change_min"])
    given = [(row["from"], row["to"], float(row["minutes"])) for row in data.get("transfers", [])]
    walks = {(a, b): m for a, b, m in [*[(s, s, change) for s in places], *given]}
    # a walk is as long on the way back
    walks = {(b, a): m for (a, b), m in walks.items()} | walks
    guessed = [
        line["line_id"] for line in lines if line["modelled"] and line["line_id"] not in on_track
    ]
    note = Note("rail-minutes-modelled", source=name, lines=some(guessed, most=30))
    stops = pd.DataFrame(
        [
            {"stop_id": r["id"], **{k: r[k] for k in ("name", "lon", "lat", "country")}}
            | {"note": r.get("note", "")}
            for r in data["stops"]
        ]
    ).astype({"lon": "float64", "lat": "float64"})
    return ServiceTables(
        stops=stops,
        lines=pd.DataFrame(lines),
        calls=pd.DataFrame(
            calls, columns=["line_id", "sequence", "stop_id", "arrival_min", "departure_min"]
        ),
        transfers=pd.DataFrame(
            [(a, b, m) for (a, b), m in sorted(walks.items())],
            columns=["from_stop_id", "to_stop_id", "transfer_min"],
        ),
        provenance=provenance | Provenance(notes=(note,) if guessed else ()),
        on_track={} if runs_min is not None else on_track,
        _data=data,
        _name=name,
    )


def _straight_runs(line: dict[str, Any], places: list[tuple[float, float]]) -> list[float]:
    """Compute minutes from stop to stop by distance and speed."""
    from pyproj import Geod

    geod = Geod(ellps="WGS84")
    factor = float(line.get("detour_factor", DETOUR_FACTOR))
    metres = [factor * geod.inv(*a, *b)[2] for a, b in itertools.pairwise(places)]
    return [m / 1000.0 / float(line["speed_kmh"]) * 60.0 for m in metres]


def _model_minutes(line: dict[str, Any], runs: list[float]) -> list[tuple[float, float]]:
    """Model arrival and departure at each stop, through the published minutes."""
    dwell = float(line.get("dwell_min", DWELL_MIN))
    last = len(runs)
    published: dict[int, tuple[float, float]] = {0: (0.0, 0.0)}
    for stop, value in line.get("published_min", {}).items():
        position = line["stops"].index(stop)
        if isinstance(value, list):
            published[position] = (float(value[0]), float(value[1]))
        else:
            published[position] = (float(value), float(value) + (dwell if position < last else 0))
    times: list[tuple[float, float]] = []
    fixed = sorted(published)
    for start, end in zip(fixed, [*fixed[1:], None], strict=True):
        times.append(published[start])
        clock = published[start][1]
        stop_at = last if end is None else end
        raw = sum(runs[start:stop_at]) + dwell * (stop_at - start - 1)
        stretch = 1.0 if end is None else (published[end][0] - clock) / raw
        for position in range(start + 1, stop_at + (end is None)):
            arrival = clock + runs[position - 1] * stretch
            clock = arrival + (dwell * stretch if position < last else 0.0)
            times.append((arrival, clock))
    return times
