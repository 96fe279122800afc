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

Where the length of track from stop to stop is known, ``track_km = [9.1, 55.3]`` stands beside
``speed_kmh`` instead of straight lines.

Lines make a timetable. One that says when its first and last vehicles leave either end has known
minutes, and the file then says on which days, and by which clock; the minutes of others are drawn,
from 5 to 24 o'clock and, where the file says no days, on any day:

.. code-block:: toml

    days = [2026-01-01, 2026-12-31]    # the first and the last, at the top
    zone = "Europe/Berlin"

    first = "05:30"                    # in a line
    last = "23:30"                     # beyond midnight as 24:30
    by_hour = { "6-8, 15-18" = 30 }    # in hours that it leaves more often; with or without first

A line whose minutes are known has no ``headway_min`` but clock faces, each one way of it or part:

.. code-block:: toml

    [[lines.clock_faces]]
    from = "munster"                   # the line's first stop if left out
    to = "enschede"                    # the line's last stop if left out; the way back too
    minutes = [8, 38]                  # at which it leaves `stop` in each of its hours
    hours = "5-22"                     # or every other one: "7-21/2"; beyond midnight as 24
    stop = "gronau"                    # where the clock is read, else `from`; at `to` arrivals
    seen = "7, 12"                     # hours that are published; others are said to be inferred
    without = ["glanerbrug"]           # stops of the line that it passes
    published_min = { gronau = [-4, 0], enschede = 11 }  # after the clock; else as the line

The new lines of a scenario (:func:`read_new_lines`) are written alike. Their stops may be ids
alone, of stops that are there already; sources, ``source`` and ``operator`` may be left out; and
where the network has timetables lines run on the days of these.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import some
from grensgeo.files import read_toml
from grensgeo.files.spoilt import doubt
from grensgeo.lines.clock_faces import ClockFace, faces_of, mean_headway_min
from grensgeo.lines.doubtful_lines import line_doubts
from grensgeo.lines.line_checks import MINUTES, read_checked
from grensgeo.lines.service_hours import CALENDAR, SPAN, Hours, by_hour_of, spans_of
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


@dataclass(frozen=True, eq=False)
class ServiceTables:
    """The content of a services file, as tables.

    Attributes
    ----------
    stops, lines, calls, transfers
        ``stops``: ``stop_id, name, lon, lat, country``; a stop is a station, platforms are one
        unless a change between them has to be made. ``lines``: ``line_id, name, operator,
        headway_min, modelled, source_id``, both directions run; ``calls``: ``line_id, sequence,
        stop_id, arrival_min, departure_min`` from the first stop, the way back is the mirror
        image; ``transfers``: ``from_stop_id, to_stop_id, transfer_min``, of symmetric pairs both.
        ``lines`` and ``stops`` have a ``note`` too. Each stop has a transfer to itself: the
        minutes that a change there takes.
    provenance
        The file's sources, and a note on lines whose minutes are modelled.
    on_track
        Line to km/h of its trains, for lines that have to be run on tracks before their minutes
        are known: until then these are NaN.
    hours
        First and last departures, days and clock, as far as the file has them.
    faces
        Clock faces of the lines that have them; their ``headway_min`` is the mean of the face
        with most vehicles.
    """

    stops: pd.DataFrame
    lines: pd.DataFrame
    calls: pd.DataFrame
    transfers: pd.DataFrame
    provenance: Provenance
    on_track: Mapping[str, float] = field(default_factory=dict)
    hours: Hours = field(default_factory=Hours)
    faces: tuple[ClockFace, ...] = ()
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
    data, provenance = read_checked(path, new=False)
    days = tuple(data["days"]) if "days" in data else None
    _doubt_minutes(data)
    doubt(line_doubts(data, where=path.name))
    hours = Hours(spans_of(data["lines"]), days, data.get("zone"), by_hour_of(data["lines"]))
    return replace(_tables(data, provenance, path.name), hours=hours)


#: Minutes that no headway, and no change, is likely to be longer than: a day, and two hours.
_LONGEST_MIN = {"headway_min": 1440.0, "change_min": 120.0}


def _doubt_minutes(data: dict[str, Any]) -> None:
    """Warn of headways and changes that are so long that they seem to be seconds."""
    for record in (data, *data["lines"]):
        for name, most in _LONGEST_MIN.items():
            value = record.get(name)
            if isinstance(value, int | float) and value > most:
                note = Note("implausible.minutes", name=name, minutes=float(value))
                doubt([note], stacklevel=4)


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
        Line to minutes between vehicles; of clock faces in an hour of the fullest.
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
        tables = _tables(self._data | {"stops": stops}, self.provenance, self.name)
        return replace(tables, hours=Hours(self.spans, by_hour=by_hour_of(self._data["lines"])))


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
    timed = SPAN | {"clock_faces"}
    return not CALENDAR & set(data) and any(timed & set(row) for row in rows)


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
    data, provenance = read_checked(path, new=True)
    lines, stops = data["lines"], data["stops"]
    return NewLines(
        name=path.name,
        provenance=provenance,
        spans=spans_of(lines),
        headways={line["id"]: _usual_headway_min(line) for line in lines},
        known_stops=tuple(row["id"] for row in stops if "lon" not in row),
        own_stops=tuple(row["id"] for row in stops if "lon" in row),
        _data=data,
    )


def _usual_headway_min(line: dict[str, Any]) -> float:
    """Return minutes between vehicles, of clock faces those in an hour of the fullest."""
    if "clock_faces" in line:
        return 60.0 / max(len(face["minutes"]) for face in line["clock_faces"])
    return float(line["headway_min"])


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
    lines, calls, faces = [], [], []
    for line in data["lines"]:
        modelled = not MINUTES & set(line)
        if line["id"] in on_track:
            unknown = [np.nan] * (len(line["stops"]) - 1)
            runs = (runs_min or {}).get(line["id"], unknown)
            times = _model_minutes(line, runs)
        elif modelled:
            runs = _straight_runs(line, [places[stop] for stop in line["stops"]])
            times = [(round(a, 1), round(d, 1)) for a, d in _model_minutes(line, runs)]
        else:
            times = list(zip(line["arrival_min"], line["departure_min"], strict=True))
            runs = [b[0] - a[1] for a, b in itertools.pairwise(times)]
        own = faces_of(line, times, runs, float(line.get("dwell_min", DWELL_MIN)))
        faces += own
        lines.append(
            {
                "line_id": line["id"],
                "name": line["name"],
                "operator": line["operator"],
                "headway_min": mean_headway_min(own) if own else float(line["headway_min"]),
                "modelled": modelled or bool(line.get("modelled", False)),
                "source_id": line["source"],
                "note": line.get("note", ""),
            }
        )
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
    notes = []
    if guessed:
        notes.append(Note("rail-minutes-modelled", source=name, lines=some(guessed, most=30)))
    known = [one for face in faces for one in face.inferred]
    if any(known):
        notes.append(Note("lines.departures-inferred", source=name, n=sum(known), all=len(known)))
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
        provenance=provenance | Provenance(notes=tuple(notes)),
        on_track={} if runs_min is not None else on_track,
        faces=tuple(faces),
        _data=data,
        _name=name,
    )


def _straight_runs(line: dict[str, Any], places: list[tuple[float, float]]) -> list[float]:
    """Compute minutes from stop to stop by length of track, or distance, and speed."""
    if "track_km" in line:
        return [float(km) / float(line["speed_kmh"]) * 60.0 for km in line["track_km"]]
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
