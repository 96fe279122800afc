"""Model spread: how far a measure moves when what it rests on is varied.

Three things are varied: counts that a publisher hides or rounds (between their bounds), the moment
of departure (percentiles of a window), and assumed speeds (factors drawn with a seed). What comes
out is the lowest and the highest of all runs. It is no confidence interval: nobody knows how
likely the assumptions are, and what is not varied does not show.
"""

from __future__ import annotations

import itertools
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.counts import hold_numbers
from grensgeo.errors import GrensgeoWarning, InputError, some
from grensgeo.network import HIGHWAYS, MODES, SpeedChange
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.traveltimes import TravelTimes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.network import Network

    Times = TravelTimes | pd.DataFrame
    Measure = Callable[[Times, pd.Series], pd.Series | float]

_BOUNDS = ("lower", "upper")


@dataclass(frozen=True, eq=False)
class ModelSpread:
    """What a measure comes to, and between what it moves.

    Attributes
    ----------
    table
        DataFrame by id (``all`` where the measure is one number): ``value`` (the central run),
        ``lower`` and ``upper`` (lowest and highest of all runs), and ``missing`` (runs that gave
        no value; the bounds are those of the others).
    runs
        How many times the measure was computed.
    provenance
        Sources, and what was varied how, with the seed.
    """

    table: pd.DataFrame
    runs: int
    provenance: Provenance


def model_spread(
    measure: Measure,
    times: Times | Sequence[Times],
    opportunities: pd.Series | pd.DataFrame,
    *,
    draws: int = 0,
    seed: int = 0,
    together: pd.Series | None = None,
) -> ModelSpread:
    """Compute a measure for all that it may rest on, and give its lowest and highest.

    Parameters
    ----------
    measure
        A function of travel times and opportunities (Series by ``to_id``) to a Series by id, or
        to one number.
    times
        Travel times, or several: the first are the central ones, others for instance those of
        :func:`draw_speeds`. Where they carry several percentiles, each is a run of its own.
    opportunities
        How many, by ``to_id``: a Series, or a table ``count, lower, upper``. All at their lower
        and all at their upper bound are runs of their own, which suffices for measures that rise
        with opportunities. Where the count is hidden, the central run takes the middle.
    draws
        Further runs with counts drawn evenly between their bounds, for measures that do not rise
        with opportunities (a border effect is a ratio).
    seed
        Seed of these draws; the same seed gives the same.
    together
        By ``to_id``, what is drawn together: cells of one municipality share its hidden count.

    Returns
    -------
    ModelSpread
        ``lower <= value <= upper``, over every set of times with every set of counts.

    Raises
    ------
    InputError
        For no times, bounds that cross, draws without bounds, and a measure that gives other ids
        in another run.

    Warns
    -----
    GrensgeoWarning
        If some runs give no value for an id, and once whatever the measure says in any run.

    Examples
    --------
    >>> import pandas as pd
    >>> import grensgeo as gg
    >>> times = pd.DataFrame(
    ...     {"from_id": ["a", "a"], "to_id": ["b", "c"], "travel_time_min": [15.0, 45.0]}
    ... )
    >>> jobs = pd.DataFrame(
    ...     {"count": [100.0, None], "lower": [100.0, 1.0], "upper": [100.0, 9.0]},
    ...     index=["b", "c"],
    ... )
    >>> found = model_spread(lambda t, o: gg.cumulative(t, o, cutoff_min=60), times, jobs)
    >>> found.table[["value", "lower", "upper"]].values.tolist()
    [[105.0, 101.0, 109.0]]
    """
    import pandas as pd

    given = [times] if isinstance(times, (TravelTimes, pd.DataFrame)) else list(times)
    if not given:
        raise InputError(
            "none-given", "times: none given; give travel times, the central ones first"
        )
    moments = [variant for one in given for variant in _by_percentile(one)]
    counts, how = _count_variants(opportunities, draws=draws, seed=seed, together=together)
    runs = list(itertools.product(moments, counts))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        results = [_as_series(measure(moment, count)) for moment, count in runs]
    for said in {str(one.message): one.message for one in caught}.values():
        ours = isinstance(said, GrensgeoWarning)
        warnings.warn(said if ours else GrensgeoWarning("measure-warns", str(said)), stacklevel=2)
    table = _table(results)
    _warn_missing(table, len(runs))
    told = (Note("spread.runs", n=len(runs)), *_said(given), *how, Note("model-spread"))
    provenance = Provenance(notes=told)
    for one in given:
        provenance = getattr(one, "provenance", Provenance()) | provenance
    return ModelSpread(table, len(runs), provenance)


def draw_speeds(
    network: Network,
    half_widths: Mapping[str, float | Mapping[str, float]],
    *,
    draws: int,
    seed: int,
) -> tuple[Network, ...]:
    """Return networks on which speeds are assumed otherwise.

    An assumption that is wrong for a class of streets is wrong on all of them, so that one factor
    is drawn for each mode and class, evenly between 1 - h and 1 + h.

    Parameters
    ----------
    network
        The network. Factors multiply all that it drives by: table, periods, observed speeds, and
        what a scenario changed.
    half_widths
        By mode, h above 0 and below 1: for all classes, or by street class
        (``{"car": {"motorway": 0.1, "residential": 0.2}}``; the others keep their speed).
    draws
        How many networks.
    seed
        The same seed gives the same factors, whichever other modes and classes are named.

    Returns
    -------
    tuple of Network
        One for each draw, with seed and draw among its notes; all share the streets of the
        network, so that only durations are laid anew.

    Raises
    ------
    InputError
        For unknown modes or classes, and widths, draws or a seed that cannot be.

    Examples
    --------
    >>> import networkx as nx
    >>> from grensgeo.network import Network
    >>> graph = nx.MultiDiGraph(crs="epsg:4326")
    >>> graph.add_nodes_from([(1, {"x": 6.89, "y": 52.22}), (2, {"x": 6.90, "y": 52.22})])
    >>> _ = graph.add_edge(1, 2, osmid=1, highway="residential", length=683.4, oneway=True)
    >>> network = Network.from_osmnx(graph)
    >>> usual = network.durations_s("car")[0][0]
    >>> drawn = draw_speeds(network, {"car": 0.1}, draws=3, seed=1)
    >>> [round(float(usual / other.durations_s("car")[0][0]), 3) for other in drawn]
    [1.008, 0.973, 1.059]
    """
    return tuple(speed_draws(network, half_widths, draws=draws, seed=seed))


def speed_draws(
    network: Network,
    half_widths: Mapping[str, float | Mapping[str, float]],
    *,
    draws: int,
    seed: int,
) -> Iterator[Network]:
    """Return the networks of :func:`draw_speeds`, made one after the other.

    Parameters
    ----------
    network, half_widths, draws, seed
        As there.

    Raises
    ------
    InputError
        As there, at once.
    """
    widths = _widths(half_widths)
    _check_whole(draws=draws, seed=seed)
    if draws < 1:
        raise InputError("out-of-range", f"draws={draws}; give 1 or more")
    rng = np.random.default_rng(seed)
    # drawn for everything, so that a factor does not depend on what else is asked for
    unit = rng.uniform(-1.0, 1.0, size=(draws, len(MODES), len(HIGHWAYS)))
    said = ", ".join(f"{mode} {_width_text(half_widths[mode])}" for mode in half_widths)

    def drawn(number: int) -> Network:
        """Return one network."""
        changes = dict(network.speed_changes)
        for mode, width in widths.items():
            factor = (1.0 + unit[number, MODES.index(mode)] * width)[network.streets.highway]
            before = changes.get(mode)
            kept = np.full(len(factor), np.nan) if before is None else before.speed_kmh
            changes[mode] = SpeedChange(kept, factor if before is None else factor * before.factor)
        note = Note("speeds-drawn", number=number + 1, draws=draws, seed=str(seed), widths=said)
        notes = network.provenance | Provenance(notes=(note,))
        return replace(network, speed_changes=changes, provenance=notes)

    return map(drawn, range(draws))


def _widths(
    half_widths: Mapping[str, float | Mapping[str, float]],
) -> dict[str, npt.NDArray[np.float64]]:
    """Return the half width of each class by mode; 0 where a class keeps its speed."""
    faults = [f"mode {mode!r}" for mode in half_widths if mode not in MODES]
    result = {}
    for mode, given in half_widths.items():
        by_class = given if isinstance(given, Mapping) else dict.fromkeys(HIGHWAYS, given)
        faults += [f"street class {name!r}" for name in by_class if name not in HIGHWAYS]
        faults += [f"{mode} {h!r}" for h in set(by_class.values()) if not 0 < h < 1]
        result[mode] = np.array([float(by_class.get(name, 0.0)) for name in HIGHWAYS])
    if faults or not half_widths:
        raise InputError(
            "out-of-range",
            f"half_widths: {some(faults) or 'none given'}; give modes ({', '.join(MODES)}) with a "
            "number above 0 and below 1, or such numbers by street class",
        )
    return result


def _width_text(given: float | Mapping[str, float]) -> str:
    """Write the half widths of a mode."""
    if not isinstance(given, Mapping):
        return f"{given:g}"
    return ", ".join(f"{name} {h:g}" for name, h in given.items())


def _check_whole(**values: int) -> None:
    """Raise on what is no whole number of at least 0."""
    for name, value in values.items():
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise InputError(
                "out-of-range", f"{name}={value!r}; give a whole number of at least 0"
            )


def _by_percentile(times: Times) -> list[Times]:
    """Return travel times themselves, and once for each other percentile that they carry."""
    if not isinstance(times, TravelTimes) or times.percentile_minutes is None:
        return [times]
    others = [
        replace(times, minutes=np.array(minutes))
        for number, minutes in zip(times.percentiles, times.percentile_minutes, strict=True)
        if number != 50 and len(times.percentiles) > 1
    ]
    return [times, *others]


def _count_variants(
    opportunities: pd.Series | pd.DataFrame,
    *,
    draws: int,
    seed: int,
    together: pd.Series | None,
) -> tuple[list[pd.Series], list[Note]]:
    """Return the counts of each run, the central ones first, and how they were made."""
    import pandas as pd

    _check_whole(draws=draws, seed=seed)
    if isinstance(opportunities, pd.Series):
        if draws:
            raise InputError(
                "column-missing",
                "draws: the opportunities have no bounds; give count, lower, upper",
            )
        return [opportunities], []
    missing = [name for name in ("count", *_BOUNDS) if name not in opportunities.columns]
    if missing:
        raise InputError("column-missing", f"opportunities: columns {some(missing)} are missing")
    for name in ("count", *_BOUNDS):
        hold_numbers(opportunities[name], name=f"opportunities: {name}")
    count, lower, upper = (
        opportunities[name].astype("float64") for name in ("count", "lower", "upper")
    )
    crossed = opportunities.index[(lower > upper) | (count < lower) | (count > upper)]
    if len(crossed):
        raise InputError("bounds-crossed", f"opportunities: bounds that cross at {some(crossed)}")
    middle = (lower + upper) / 2
    hidden = count.isna() & middle.notna()
    central = count.where(~hidden, middle)
    # a figure without both bounds is taken as it stands
    low, high = lower.where(middle.notna(), central), upper.where(middle.notna(), central)
    open_ = int(((high > low) | hidden).sum())
    if not open_:
        return [central], []
    rng = np.random.default_rng(seed)
    group = _groups(opportunities.index, together)
    unit = rng.random((draws, int(group.max(initial=-1)) + 1))
    drawn = [low + (high - low) * row[group] for row in unit]
    said = [Note("spread.bounds", n=open_, hidden=int(hidden.sum()))]
    if draws:
        said.append(Note("spread.draws", draws=draws, seed=str(seed)))
    return [series.rename("opportunities") for series in (central, low, high, *drawn)], said


def _groups(index: pd.Index, together: pd.Series | None) -> npt.NDArray[np.intp]:
    """Assign one number to what is drawn together."""
    import pandas as pd

    if together is None:
        return np.arange(len(index))
    names = together.reindex(index)
    if names.isna().any():
        raise InputError("case-missing", f"together: nothing for {some(index[names.isna()])}")
    return np.asarray(pd.factorize(names)[0])


def _as_series(value: pd.Series | float) -> pd.Series:
    """Return a result as a Series; one number stands by itself."""
    import pandas as pd

    if isinstance(value, pd.Series):
        return value.astype("float64")
    if not isinstance(value, (int, float, np.number)):
        raise InputError(
            "type-wrong",
            f"measure: gave {type(value).__name__}, expected a Series by id or a number; of a "
            "table choose one column, by its ids",
        )
    return pd.Series([float(value)], index=["all"])


def _table(results: list[pd.Series]) -> pd.DataFrame:
    """Return the central result with the lowest and the highest."""
    import pandas as pd

    first = results[0]
    if not first.index.is_unique:
        raise InputError(
            "id-twice", f"measure: duplicate ids {some(first.index[first.index.duplicated()])}"
        )
    for other in results[1:]:
        only = first.index.symmetric_difference(other.index)
        if len(only) or not other.index.is_unique:
            raise InputError("ids-differ", f"measure: gave other ids in another run: {some(only)}")
    values = np.stack([series.reindex(first.index).to_numpy() for series in results])
    none = np.isnan(values)
    low = np.where(none, np.inf, values).min(axis=0)
    high = np.where(none, -np.inf, values).max(axis=0)
    empty = none.all(axis=0)
    return pd.DataFrame(
        {
            "value": values[0],
            "lower": np.where(empty, np.nan, low),
            "upper": np.where(empty, np.nan, high),
            "missing": none.sum(axis=0),
        },
        index=first.index,
    )


def _warn_missing(table: pd.DataFrame, runs: int) -> None:
    """Report where some runs gave no value and others did."""
    partly = table.index[(table["missing"] > 0) & (table["missing"] < runs)]
    if len(partly):
        warnings.warn(
            GrensgeoWarning(
                "runs-without-value",
                f"in some runs there is no value for {some(partly)} (column missing says in how "
                f"many of {runs}); their bounds are those of the other runs",
            ),
            stacklevel=3,
        )


def _said(given: list[Times]) -> list[Note]:
    """Report which travel times were used, where not as given."""
    said = [Note("spread.times", n=len(given))] if len(given) > 1 else []
    percentiles = sorted({p for one in given for p in getattr(one, "percentiles", ())})
    if len(percentiles) > 1:
        said.append(Note("spread.percentiles", percentiles=", ".join(map(str, percentiles))))
    return said
