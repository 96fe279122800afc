"""Seconds that are lost at signals, junctions and the border, beside the time of driving.

The delays come from a table that the user may replace (``delays.csv`` beside this module is the
one used otherwise; every figure names its source). They count only where a trip asks for them: the
default speeds by car are a share of the limit that is lower than one drives, because it holds the
stops of a journey already (see ``speeds.csv``). Both together would count them twice and are
refused; speeds between stops (:func:`grensgeo.network.running_speeds`) go with them.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.files import plain_lines
from grensgeo.modes import MODES, mode_bit
from grensgeo.network.crossings import CrossingTable
from grensgeo.network.junctions import unsignalled
from grensgeo.osm.signals import CONTROLS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grensgeo.arrays import Codes, Floats
    from grensgeo.network.contents import Streets
    from grensgeo.network.data import NetworkData

_COLUMNS = ("control", "mode", "delay_s", "source")
_ANY = "*"

#: Junctions without signals, which no node tells: where one gives way to a street of a higher
#: class, and where streets of one class meet.
JUNCTIONS = ("give_way", "equal_junction")
_KINDS = (*CONTROLS, *JUNCTIONS)
#: Seconds of a kind that a table leaves out.
_MISSING = dict.fromkeys(CONTROLS) | dict.fromkeys(JUNCTIONS, 0.0)


@dataclass(frozen=True)
class DelayTable:
    """Mean seconds lost at a control, by kind and mode.

    Attributes
    ----------
    delay_s
        Seconds for each of :data:`grensgeo.network.controls.CONTROLS` and for junctions without
        signals, ``give_way`` and ``equal_junction`` (0 where left out), and in it for each of
        :data:`grensgeo.network.MODES`.
    sources
        Sources of the figures, each once, in the order of the table.
    name
        File that the table was read from.

    Examples
    --------
    >>> DelayTable.default().name
    'delays.csv'
    """

    delay_s: tuple[tuple[float, ...], ...]
    sources: tuple[str, ...] = ()
    name: str = "delays.csv"

    def __post_init__(self) -> None:
        """Assume that junctions which are left out take no time."""
        nothing = ((0.0,) * len(MODES),) * (len(_KINDS) - len(self.delay_s))
        object.__setattr__(self, "delay_s", (*self.delay_s, *nothing))

    @classmethod
    def default(cls) -> DelayTable:
        """Read the table that comes with grensgeo.

        Returns
        -------
        DelayTable
            Delays in seconds.

        Examples
        --------
        >>> DelayTable.default().delay("traffic_signals", "car")
        4.0
        """
        text = resources.files("grensgeo.network").joinpath("delays.csv")
        return cls._from_lines(text.read_text(encoding="utf-8").splitlines(), "delays.csv")

    @classmethod
    def read(cls, path: str | Path) -> DelayTable:
        """Read a table of one's own.

        Parameters
        ----------
        path
            CSV with ``control`` (``traffic_signals``, ``level_crossing``, ``give_way``,
            ``equal_junction``; the last two may be left out), ``mode`` (``*`` fits every mode that
            no other row names), ``delay_s`` (0 or more) and ``source``.

        Returns
        -------
        DelayTable
            Delays in seconds.

        Raises
        ------
        FileError
            If the file is missing or not UTF-8 text.
        InputError
            With every fault at once: columns, values, rows that stand twice, and modes without a
            delay.
        """
        return cls._from_lines(plain_lines(Path(path)), str(path))

    @classmethod
    def _from_lines(cls, lines: Iterable[str], name: str) -> DelayTable:
        reader = csv.DictReader(lines)
        absent = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
        if absent:
            raise InputError("column-missing", f"{name}: missing columns {', '.join(absent)}")
        found: dict[tuple[str, str], float] = {}
        odd, sources = [], []
        for number, record in enumerate(reader, start=2):
            value = {column: (record[column] or "").strip() for column in _COLUMNS}
            key = value["control"], value["mode"]
            seconds = _seconds(value["delay_s"])
            bad = [
                text
                for text, wrong in (
                    (f"control {key[0]!r}", key[0] not in _KINDS),
                    (f"mode {key[1]!r}", key[1] not in (*MODES, _ANY)),
                    (f"delay_s {value['delay_s']!r}", seconds is None),
                    ("source is empty", not value["source"]),
                    ("the same control and mode as an earlier row", key in found),
                )
                if wrong
            ]
            odd += [f"row {number}: {text}" for text in bad]
            if seconds is not None:
                found[key] = seconds
            sources.append(value["source"])
        rows = [
            [found.get((kind, mode), found.get((kind, _ANY), missing)) for mode in MODES]
            for kind, missing in _MISSING.items()
        ]
        if not odd:
            odd = [
                f"no delay for {control} {mode}"
                for control, row in zip(_KINDS, rows, strict=True)
                for mode, seconds in zip(MODES, row, strict=True)
                if seconds is None
            ]
        if odd:
            raise InputError(
                "rows-wrong", f"{name}: {some(odd)}; see DelayTable.read for the columns"
            )
        delay_s = tuple(tuple(seconds or 0.0 for seconds in row) for row in rows)
        return cls(delay_s, tuple(dict.fromkeys(sources)), name)

    def delay(self, control: str, mode: str) -> float:
        """Return the delay at a control.

        Parameters
        ----------
        control
            ``traffic_signals``, ``level_crossing``, ``give_way`` or ``equal_junction``.
        mode
            A street mode.

        Returns
        -------
        float
            Seconds.

        Raises
        ------
        InputError
            If the control or the mode is unknown.
        """
        if control not in _KINDS:
            raise InputError(
                "choice-unknown", f"control {control!r} is unknown; choose {' or '.join(_KINDS)}"
            )
        mode_bit(mode)
        return self.delay_s[_KINDS.index(control)][MODES.index(mode)]

    def waits(self, mode: str) -> tuple[float, ...]:
        """Return what a mode loses, by kind.

        Parameters
        ----------
        mode
            A street mode.

        Returns
        -------
        tuple of float
            Seconds.

        Examples
        --------
        >>> DelayTable.default().waits("walk")
        (27.0, 5.0, 0.0, 0.0)
        """
        return tuple(row[MODES.index(mode)] for row in self.delay_s)

    def slowed(self, mode: str, factor: float) -> DelayTable:
        """Return the same delays, longer for one mode.

        Parameters
        ----------
        mode
            A street mode.
        factor
            What its seconds are multiplied by.

        Returns
        -------
        DelayTable
            Delays in seconds.

        Examples
        --------
        >>> DelayTable.default().slowed("car", 2.0).delay("traffic_signals", "car")
        8.0
        """
        at = MODES.index(mode)
        rows = tuple((*row[:at], row[at] * factor, *row[at + 1 :]) for row in self.delay_s)
        return replace(self, delay_s=rows)


def _seconds(text: str) -> float | None:
    """Read seconds, 0 or more; None where they are not that."""
    try:
        seconds = float(text)
    except ValueError:
        return None
    return seconds if 0 <= seconds < np.inf else None


@dataclass(frozen=True, eq=False)
class Delays:
    """Seconds lost on each edge, beside the time of driving along it.

    Attributes
    ----------
    begin_s
        float64 (n_edges, 2): between the vertex that an edge is entered from and its middle, tail
        to head and head to tail.
    end_s
        float64 (n_edges, 2): between its middle and the vertex that it leads to, that vertex's
        control included.
    """

    begin_s: Floats
    end_s: Floats

    def __post_init__(self) -> None:
        """Validate that all are seconds, naming the edge, and freeze the arrays."""
        for name in ("begin_s", "end_s"):
            values = getattr(self, name)
            bad = np.flatnonzero(~(np.isfinite(values) & (values >= 0)).all(axis=1))
            if len(bad):
                raise InputError(
                    "negative-or-infinite",
                    f"delays: {name} is {some(values[bad].ravel())} at edges {some(bad)}; delays "
                    "are finite seconds, 0 or more",
                )
            values.setflags(write=False)


def measure_delays(
    network: NetworkData,
    mode: str,
    *,
    table: DelayTable | None = None,
    crossing_s: float | CrossingTable = 0.0,
) -> Delays | None:
    """Compute the delays on the edges of a network.

    Parameters
    ----------
    network
        The network.
    mode
        A street mode.
    table
        Delays of signals, level crossings and junctions; none are counted if not given.
    crossing_s
        Seconds lost each time the national border is crossed; or what each crossing takes.

    Returns
    -------
    Delays or None
        Seconds by edge and direction; None where nothing is lost anywhere. One crosses a border
        where an edge and its end are of different countries (:mod:`grensgeo.osm.bordering`
        cuts edges there, and lets nothing within the border's tolerance count); in networks that
        were not cut, an edge is of the country of its middle.

    Raises
    ------
    InputError
        If the mode is unknown, the seconds cannot be true, or the border is wanted of a network
        that does not know its countries.
    """
    mode_bit(mode)
    table_of = crossing_s if isinstance(crossing_s, CrossingTable) else None
    if isinstance(crossing_s, CrossingTable):
        crossing_s = max([crossing_s.minutes, *(rule.minutes for rule in crossing_s.rules)])
    if not (np.isfinite(crossing_s) and crossing_s >= 0):
        raise InputError(
            "out-of-range", f"crossing_s is {crossing_s}, expected seconds, 0 or more"
        )
    streets, controls = network.streets, network.controls
    begin, end = np.zeros((2, streets.n_edges, 2))
    if crossing_s > 0:
        tail, middle, head = _countries(streets)
        crossings = table_of or CrossingTable(minutes=crossing_s / 60.0)
        begin[:, 0] += crossings.seconds(streets, streets.tail, tail, middle)
        begin[:, 1] += crossings.seconds(streets, streets.head, head, middle)
        end[:, 0] += crossings.seconds(streets, streets.head, middle, head)
        end[:, 1] += crossings.seconds(streets, streets.tail, middle, tail)
    if table is not None and len(controls):
        seconds = np.array(table.delay_s)[controls.kind, MODES.index(mode)]
        np.add.at(end, (controls.edge, np.where(controls.forward, 0, 1)), seconds)
    if table is not None:
        waits = [table.delay(kind, mode) for kind in JUNCTIONS]
        if any(waits):
            for seconds_s, comes in zip(waits, unsignalled(streets, controls, mode), strict=True):
                end += np.where(comes, seconds_s, 0.0)
    return Delays(begin, end) if begin.any() or end.any() else None


def _countries(
    streets: Streets,
) -> tuple[Codes, Codes, Codes]:
    """Return the country of each edge's tail, middle and head.

    What no polygon covers (a seam between two layers, the sea) takes the country of the nearest
    vertex that has one: the border is crossed once and not lost in the seam.
    """
    from scipy.spatial import KDTree

    vertex = streets.vertex_country.copy()
    known = np.flatnonzero(vertex)
    if not len(known):
        raise InputError(
            "country-missing",
            "a time for crossing the border is asked for, but this network does not know its "
            "countries; build it with countries= (grensgeo build --boundaries)",
        )
    unknown = np.flatnonzero(vertex == 0)
    if len(unknown):
        place = np.stack([streets.lon * np.cos(np.radians(streets.lat.mean())), streets.lat], 1)
        _, nearest = KDTree(place[known]).query(place[unknown])
        vertex[unknown] = vertex[known[nearest]]
    tail, head = vertex[streets.tail], vertex[streets.head]
    return tail, np.where(streets.country == 0, tail, streets.country), head
