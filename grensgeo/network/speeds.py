"""What each street mode does on an edge: how fast it goes, and how long that takes.

Speeds come from a table that the user may replace. The one that is used otherwise is
``speeds.csv`` beside this module, with the rows of :mod:`grensgeo.countries`; every figure names
its source. Where a limit is tagged, a car travels at the table's share of it; where none is, at
the table's speed. Bicycles and people on foot go at their own speed, and a bicycle never faster
than a tagged limit. They are speeds in
free flow: what a car drives that no other holds up. Periods of the day
(:mod:`grensgeo.network.hours`) take a share of them, slopes (:mod:`grensgeo.network.elevation`)
change them on foot and by bicycle.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field, replace
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES, all_countries
from grensgeo.errors import InputError, some
from grensgeo.files import plain_lines
from grensgeo.modes import CYCLING, MODES, PUSHED, mode_bit
from grensgeo.network.elevation import edge_factors
from grensgeo.network.hours import FREE_FLOW, HourTable
from grensgeo.osm.highways import HIGHWAYS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy.typing as npt

    from grensgeo.arrays import Flags, Floats, Ints
    from grensgeo.network.contents import SpeedChange, Streets
    from grensgeo.network.data import NetworkData
    from grensgeo.network.observed import ObservedSpeeds

#: Minutes of a car trip spent outside the moving car: walking to it, and parking and walking on.
#: An assumption, stated in every result: one minute to reach a car that stands at home, two to
#: park and walk at the other end. Accessibility studies that time these legs find 1 to 5 minutes
#: outside city centres (Salonen and Toivonen 2013, doi:10.1016/j.jtrangeo.2013.06.011, count
#: them door to door in Helsinki); a trip may set its own.
PARKING_MIN: Mapping[str, float] = {"access": 1.0, "egress": 2.0}

#: Share of its speed that a bicycle keeps on an unpaved surface: Valhalla's bicycle costing
#: keeps 0.8 on dirt and compacted ground with a city bicycle, less on loose gravel
#: (``kRoadSurfaceSpeedFactors`` and ``kHybridSurfaceSpeedFactors``, sif/bicyclecost.cc).
UNPAVED_FACTOR: Mapping[str, float] = {"car": 1.0, "bicycle": 0.8, "ebike": 0.8, "walk": 1.0}

_COLUMNS = ("mode", "country", "highway", "built_up", "speed_kmh", "share", "max_kmh", "source")
_BUILT_UP = ("no", "yes")
_ANY = "*"


def _national_lines() -> list[str]:
    """Return the rows of the table that the files of the countries hold, as lines of it."""
    text = io.StringIO()
    writer = csv.DictWriter(text, _COLUMNS, lineterminator="\n")
    for country in all_countries():
        writer.writerows({**row, "country": country.code} for row in country.speeds)
    return text.getvalue().splitlines()


@dataclass(frozen=True, eq=False)
class SpeedTable:
    """Speeds by mode, country, built-up area and street class.

    Attributes
    ----------
    speed_kmh
        float64 (modes, countries, 2, highways): travelling speed where no limit is tagged.
    share
        The same shape: travelling speed as a share of a tagged limit; NaN for the modes that
        have a speed of their own.
    max_kmh
        The same shape: limit that holds by day whatever is tagged; ``inf`` where there is none.
    sources
        Sources of the figures, each once, in the order of the table.
    name
        File that the table was read from, for error messages.
    hours
        Shares of these speeds by period of the day; those that come with grensgeo if None.

    Examples
    --------
    >>> SpeedTable.default().name
    'speeds.csv'
    """

    speed_kmh: Floats
    share: Floats
    max_kmh: Floats
    sources: tuple[str, ...] = ()
    name: str = field(default="speeds.csv")
    hours: HourTable | None = None

    def __post_init__(self) -> None:
        """Freeze the arrays."""
        for array in (self.speed_kmh, self.share, self.max_kmh):
            array.setflags(write=False)

    @classmethod
    def default(cls) -> SpeedTable:
        """Read the table that comes with grensgeo.

        Returns
        -------
        SpeedTable
            Speeds in km/h.

        Examples
        --------
        >>> table = SpeedTable.default()
        >>> table.speed("walk", country="NL", highway="footway")
        5.0
        """
        text = resources.files("grensgeo.network").joinpath("speeds.csv")
        lines = text.read_text(encoding="utf-8").splitlines()
        return cls._from_lines([*lines, *_national_lines()], "speeds.csv")

    @classmethod
    def read(cls, path: str | Path) -> SpeedTable:
        """Read a table of one's own.

        Parameters
        ----------
        path
            CSV with ``mode, country, highway, built_up, speed_kmh, share, max_kmh, source``.
            ``*`` fits every country, class or ``built_up`` (``yes``, ``no``). Of several rows
            that fit, the one that names the class wins, then the one that names the country,
            then the one that names ``built_up``. ``speed_kmh`` is driven
            where no limit is tagged, ``share`` of a tagged limit where one is (empty for modes
            with a speed of their own); ``max_kmh`` is a limit that holds by day whatever is
            tagged (empty where there is none).

        Returns
        -------
        SpeedTable
            Speeds in km/h.

        Raises
        ------
        FileError
            If the file is missing or not UTF-8 text.
        InputError
            If a column is missing, a value is unknown or not positive, a row stands twice, or a
            mode has no speed for some class.
        """
        return cls._from_lines(plain_lines(Path(path)), str(path))

    @classmethod
    def _from_lines(cls, lines: Iterable[str], name: str) -> SpeedTable:
        rows, odd = _parse_rows(lines, name)
        if odd:
            raise InputError(
                "rows-wrong", f"{name}: {some(odd)}; see SpeedTable.read for the columns"
            )
        shape = (len(MODES), len(COUNTRIES), 2, len(HIGHWAYS))
        speed, share = np.full(shape, np.nan), np.full(shape, np.nan)
        maximum = np.full(shape, np.inf)
        for row in sorted(rows, key=lambda row: row.rank):
            speed[row.where] = row.speed_kmh
            share[row.where] = row.share
            maximum[row.where] = row.max_kmh
        missing = [
            f"{MODES[m]} {COUNTRIES[c] or 'elsewhere'} {HIGHWAYS[h]} built_up={_BUILT_UP[b]}"
            for m, c, b, h in np.argwhere(np.isnan(speed))
        ]
        if missing:
            raise InputError(
                "case-missing",
                f"{name}: no speed for {some(missing)}; add a row with * for each mode, "
                "country and class that is not named",
            )
        sources = tuple(dict.fromkeys(row.source for row in rows))
        return cls(speed, share, maximum, sources=sources, name=name)

    def speed(
        self,
        mode: str,
        *,
        country: str,
        highway: str,
        built_up: bool = True,
        maxspeed_kmh: float = np.nan,
    ) -> float:
        """Return one travelling speed.

        Parameters
        ----------
        mode
            A street mode.
        country
            Country code, or ``""`` outside all boundaries.
        highway
            Street class, one of :data:`grensgeo.network.HIGHWAYS`.
        built_up
            Inside a built-up area.
        maxspeed_kmh
            Tagged limit: NaN where there is none, ``inf`` for no limit at all.

        Returns
        -------
        float
            Speed in km/h.

        Raises
        ------
        InputError
            If the mode, the country or the class is unknown.

        Examples
        --------
        >>> table = SpeedTable.default()
        >>> round(table.speed("car", country="DE", highway="secondary", maxspeed_kmh=50))
        40
        """
        for value, known, what in (
            (mode, MODES, "mode"), (country, COUNTRIES, "country"), (highway, HIGHWAYS, "highway"),
        ):  # fmt: skip
            if value not in known:
                raise InputError(
                    "choice-unknown",
                    f"{what} {value!r} is unknown; choose one of {', '.join(known)}",
                )
        where = (
            np.array([COUNTRIES.index(country)]),
            np.array([int(built_up)]),
            np.array([HIGHWAYS.index(highway)]),
        )
        return float(self._speeds(MODES.index(mode), where, np.array([maxspeed_kmh]))[0])

    def with_hours(self, hours: HourTable) -> SpeedTable:
        """Return the same speeds with other periods of the day.

        Parameters
        ----------
        hours
            Shares of the free-flow speed by period.

        Returns
        -------
        SpeedTable
            Speeds in km/h.
        """
        return replace(self, hours=hours)

    def _speeds(
        self,
        mode: int,
        where: tuple[Ints, ...],
        maxspeed_kmh: npt.NDArray[np.floating],
    ) -> Floats:
        own: Floats = self.speed_kmh[mode][where]
        share: Floats = self.share[mode][where]
        limit = np.minimum(maxspeed_kmh.astype(np.float64), self.max_kmh[mode][where])
        driven = np.where(np.isnan(share), np.fmin(own, limit), limit * share)
        if MODES[mode] == "walk":  # limits bind vehicles
            return own
        # NaN: nothing is tagged; inf: tagged that nothing binds, so the table's speed is driven.
        result: Floats = np.where(np.isfinite(limit), driven, own)
        return result

    def edge_speeds_kmh(self, streets: Streets, mode: str) -> tuple[Floats, Floats]:
        """Compute the free-flow speed of a mode on each edge, whether or not it may go there.

        Slopes count where they are known; a bicycle keeps to a tagged limit downhill too.

        Parameters
        ----------
        streets
            The streets.
        mode
            A street mode.

        Returns
        -------
        tuple
            float64 (n_edges,) tail to head and head to tail, km/h.

        Raises
        ------
        InputError
            If the mode is unknown.
        """
        mode_bit(mode)
        number = MODES.index(mode)
        where = (streets.country, streets.built_up.astype(np.intp), streets.highway)
        factor = np.where(streets.surface == 1, UNPAVED_FACTOR[mode], 1.0)
        result = []
        for limit, slope in zip(
            (streets.maxspeed_forward_kmh, streets.maxspeed_backward_kmh),
            edge_factors(streets, mode),
            strict=True,
        ):
            speed = self._speeds(number, where, limit) * factor * slope
            if mode in CYCLING:
                speed = np.fmin(speed, limit)
            result.append(speed)
        return result[0], result[1]


@dataclass(frozen=True)
class _Row:
    """One row of a speed table, with the part of the arrays that it fills."""

    where: tuple[int | slice, ...]
    rank: tuple[bool, bool, bool]
    speed_kmh: float
    share: float
    max_kmh: float
    source: str


def _parse_rows(lines: Iterable[str], name: str) -> tuple[list[_Row], list[str]]:
    reader = csv.DictReader(lines)
    absent = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
    if absent:
        raise InputError("column-missing", f"{name}: missing columns {', '.join(absent)}")
    axes: tuple[tuple[str, tuple[str, ...]], ...] = (
        ("mode", MODES),
        ("country", COUNTRIES[1:]),
        ("built_up", _BUILT_UP),
        ("highway", HIGHWAYS),
    )
    rows: list[_Row] = []
    odd: list[str] = []
    seen: set[tuple[str, ...]] = set()
    for number, record in enumerate(reader, start=2):
        value = {column: (record[column] or "").strip() for column in _COLUMNS}
        key = tuple(value[column] for column, _ in axes)
        bad = [
            f"row {number}: {column} {value[column]!r}"
            for column, known in axes
            if value[column] not in known and (column == "mode" or value[column] != _ANY)
        ]
        figures = {column: _figure(value[column]) for column in _COLUMNS[4:7]}
        bad += [f"row {number}: {column}" for column, figure in figures.items() if figure is None]
        if not value["speed_kmh"]:
            bad.append(f"row {number}: speed_kmh is empty")
        if not value["source"]:
            bad.append(f"row {number}: source is empty")
        if key in seen:
            bad.append(f"row {number}: the same place in the table as an earlier row")
        seen.add(key)
        odd += bad
        if not bad:
            rows.append(_row(value, figures))
    return rows, odd


def _row(value: Mapping[str, str], figures: Mapping[str, float | None]) -> _Row:
    def index(column: str, known: tuple[str, ...]) -> int | slice:
        return slice(None) if value[column] == _ANY else known.index(value[column])

    maximum = figures["max_kmh"] or np.nan
    return _Row(
        where=(
            index("mode", MODES),
            index("country", COUNTRIES),
            index("built_up", _BUILT_UP),
            index("highway", HIGHWAYS),
        ),
        rank=(value["highway"] != _ANY, value["country"] != _ANY, value["built_up"] != _ANY),
        speed_kmh=figures["speed_kmh"] or np.nan,
        share=figures["share"] or np.nan,
        max_kmh=np.inf if np.isnan(maximum) else maximum,
        source=value["source"],
    )


def _figure(text: str) -> float | None:
    """Read a positive figure; NaN where the field is empty, None where it is not a figure."""
    if not text:
        return np.nan
    try:
        figure = float(text)
    except ValueError:
        return None
    return figure if 0 < figure < np.inf else None


def durations_s(
    streets: Streets,
    mode: str,
    *,
    speeds: SpeedTable | None = None,
    change: SpeedChange | None = None,
    observed: ObservedSpeeds | None = None,
    period: str = FREE_FLOW,
    max_stress: int | None = None,
) -> tuple[Floats, Floats]:
    """Compute how long a mode takes on each edge.

    Parameters
    ----------
    streets
        The streets.
    mode
        A street mode.
    speeds
        Speed table; the one that comes with grensgeo if not given.
    change
        What a scenario made of the mode's speeds; ferries keep their duration. A speed that it
        sets is driven at every period.
    observed
        Measured speeds of the mode; they hold at every period.
    period
        Period of the day, of ``speeds.hours``: slows cars, nobody else.
    max_stress
        Highest level of traffic stress, 1 to 4: bicycles use no edge above it.

    Returns
    -------
    tuple
        float64 (n_edges,) tail to head and head to tail, seconds; NaN where the mode may not go.

    Raises
    ------
    InputError
        If the mode or the period is unknown, or ``max_stress`` is given for another mode than
        bicycles or for streets that have no levels of stress.
    """
    driven = driven_kmh(streets, mode, speeds=speeds, observed=observed, period=period)
    return lay_speeds(streets, mode, driven, change=change, max_stress=max_stress)


def driven_kmh(
    streets: Streets,
    mode: str,
    *,
    speeds: SpeedTable | None = None,
    observed: ObservedSpeeds | None = None,
    period: str = FREE_FLOW,
) -> tuple[Floats, Floats]:
    """Compute how fast a mode goes on each edge, before a scenario and whether or not it may.

    Parameters
    ----------
    streets, mode, speeds, observed, period
        As for :func:`durations_s`.

    Returns
    -------
    tuple
        float64 (n_edges,) tail to head and head to tail, km/h.

    Raises
    ------
    InputError
        If the mode or the period is unknown.
    """
    mode_bit(mode)
    table = SpeedTable.default() if speeds is None else speeds
    share = _period_shares(table, streets, mode, period)
    walked = table.edge_speeds_kmh(streets, "walk") if mode in CYCLING else ()
    result = []
    for way, ridden in enumerate(table.edge_speeds_kmh(streets, mode)):
        access = (streets.access_forward, streets.access_backward)[way]
        kmh = ridden
        if mode in CYCLING:
            # pushed at walking pace
            kmh = np.where((access & PUSHED) > 0, np.fmin(ridden, walked[way]), ridden)
        driven = kmh * share
        if mode == "car" and (share > 1).any():  # higher limits at night, never than is tagged
            limit = (streets.maxspeed_forward_kmh, streets.maxspeed_backward_kmh)[way]
            driven = np.where(share > 1, np.fmax(kmh, np.fmin(driven, limit)), driven)
        if observed is not None:
            driven = observed.applied(way, kmh, driven)
        result.append(driven)
    return result[0], result[1]


def lay_speeds(
    streets: Streets,
    mode: str,
    driven: tuple[Floats, Floats],
    *,
    change: SpeedChange | None = None,
    max_stress: int | None = None,
    edges: Ints | None = None,
) -> tuple[Floats, Floats]:
    """Compute how long a mode takes at the speeds that it drives.

    Parameters
    ----------
    streets, mode, change, max_stress
        As for :func:`durations_s`.
    driven
        From :func:`driven_kmh`.
    edges
        Only these edges; all if not given.

    Returns
    -------
    tuple
        float64, an element an edge, tail to head and head to tail, seconds; NaN where the mode
        may not go.

    Raises
    ------
    InputError
        As :func:`durations_s`.
    """
    bit = mode_bit(mode)
    at = slice(None) if edges is None else edges
    length, fixed = streets.length_m[at], streets.fixed_duration_s[at]
    lasts = np.flatnonzero(~np.isnan(fixed))
    result = []
    for kmh, access, calm in zip(
        driven,
        (streets.access_forward, streets.access_backward),
        _calm(streets, mode, max_stress),
        strict=True,
    ):
        speed = kmh[at]
        if change is not None:
            told, factor = change.speed_kmh[at], change.factor[at]
            speed = np.where(np.isnan(told), speed, told) * factor
        taken: Floats = speed / 3.6
        np.divide(length, taken, out=taken)
        taken[lasts] = fixed[lasts]
        taken[((access[at] & bit) == 0) | ~calm[at]] = np.nan
        result.append(taken)
    return result[0], result[1]


def durations_of(
    network: NetworkData,
    mode: str,
    *,
    speeds: SpeedTable | None = None,
    period: str = FREE_FLOW,
    max_stress: int | None = None,
) -> tuple[Floats, Floats]:
    """Compute how long a mode takes on each edge of a network, with all that is laid on it.

    Parameters
    ----------
    network
        Streets, what a scenario made of their speeds, and speeds that were measured.
    mode, speeds, period, max_stress
        As for :func:`durations_s`.

    Returns
    -------
    tuple
        As :func:`durations_s` returns them.
    """
    return durations_s(
        network.streets,
        mode,
        speeds=speeds,
        change=network.speed_changes.get(mode),
        observed=network.observed_speeds if mode == "car" else None,
        period=period,
        max_stress=max_stress,
    )


def _period_shares(table: SpeedTable, streets: Streets, mode: str, period: str) -> Floats:
    """Return the share of its free-flow speed that a mode keeps in a period."""
    if period == FREE_FLOW and table.hours is None:
        return np.ones(streets.n_edges)
    hours = HourTable.default() if table.hours is None else table.hours
    shares = hours.edge_factors(streets, period)  # an unknown period is told in every mode
    return shares if mode == "car" else np.ones(streets.n_edges)


def _calm(streets: Streets, mode: str, max_stress: int | None) -> tuple[Flags, Flags]:
    """Return which edges are no more stressful than one takes, in both directions."""
    levels = streets.stress_forward, streets.stress_backward
    if max_stress is None:
        return np.ones(streets.n_edges, dtype=bool), np.ones(streets.n_edges, dtype=bool)
    if mode not in CYCLING:
        raise InputError("option-unfit", f"max_stress is for bicycle and ebike, not for {mode}")
    if isinstance(max_stress, bool) or max_stress not in (1, 2, 3, 4):
        raise InputError("out-of-range", f"max_stress is {max_stress!r}, expected 1, 2, 3 or 4")
    if streets.n_edges and not (levels[0].any() or levels[1].any()):
        raise InputError(
            "stress-missing",
            "max_stress: the network has no levels of traffic stress, as one that was not built "
            "from OpenStreetMap; build one with build_network, or leave max_stress out",
        )
    ahead, back = ((level > 0) & (level <= max_stress) for level in levels)
    return ahead, back
