"""Sums over a matrix of travel times: within cutoffs, or weighed by a decay function."""

from __future__ import annotations

import math
from collections.abc import Iterable
from numbers import Real
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import numpy as np

from grensgeo.arrays import SINGLE_PRECISION
from grensgeo.counts import kind_fault, read_numbers
from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.kernels import kernel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.measures.matrix.times_table import Matrix

    Weigh = Callable[[npt.NDArray[np.float32]], npt.NDArray[np.float64]]

#: Pairs whose weights are computed at a time: small enough to stay in the processor's cache.
_PAIRS = 2**18

#: A decay that is cut off at less than this weight loses nothing that anybody would see.
_MAX_CUT = 0.01


def check_cutoffs(cutoffs_min: Sequence[float] | float) -> tuple[float, ...]:
    """Return the cutoffs as floats; one number is one cutoff.

    Raises
    ------
    InputError
        If there are none, or one is not a finite number of at least zero, or stands there twice.

    Examples
    --------
    >>> check_cutoffs(15), check_cutoffs([15, 30])
    ((15.0,), (15.0, 30.0))
    """
    alone = not isinstance(cutoffs_min, Iterable) or isinstance(cutoffs_min, str)
    listed: list[Any] = [cutoffs_min] if alone else list(cast("Sequence[float]", cutoffs_min))
    strange = [value for value in listed if isinstance(value, bool) or not isinstance(value, Real)]
    if strange:
        raise InputError(
            "cutoffs-wrong",
            f"cutoffs_min is {cutoffs_min!r}; give a list of minutes, such as [15, 30], or one",
        )
    cutoffs = tuple(float(value) for value in listed)
    wrong = [value for value in cutoffs if not (math.isfinite(value) and value >= 0)]
    if wrong or not cutoffs or len(set(cutoffs)) != len(cutoffs):
        raise InputError(
            "cutoffs-wrong",
            f"cutoffs_min: {list(cutoffs)}; give one or more different minutes, "
            "finite and not negative",
        )
    return cutoffs


def counts_at(
    opportunities: pd.Series,
    to_id: npt.NDArray[np.object_],
    *,
    name: str,
    place: str = "destinations",
) -> npt.NDArray[np.float64]:
    """Arrange opportunities in the order of the destinations.

    Parameters
    ----------
    opportunities
        How many, by ``to_id``; NaN where the figure is not known. Ids that are no destination are
        let through: nobody asked for a time to them.
    to_id
        The destinations.
    name
        What to call the opportunities in an error.
    place
        What to call the places in an error.

    Returns
    -------
    array
        float64 (n_to,), NaN where not known.

    Raises
    ------
    InputError
        If a destination has no row, an id stands there twice, or a count is negative, infinite
        or not a number.
    """
    import pandas as pd

    index = "to_id" if place == "destinations" else "from_id"
    if not isinstance(opportunities, pd.Series):
        raise InputError(
            "type-wrong",
            f"{name}: expected a Series by {index}, found {type(opportunities).__name__}",
        )
    faults = Faults()
    if not opportunities.index.is_unique:
        twice = opportunities.index[opportunities.index.duplicated()]
        raise InputError("id-twice", f"{name}: duplicate ids {some(twice)}; add them up first")
    absent = to_id[opportunities.index.get_indexer(pd.Index(to_id)) < 0]
    if len(absent):
        faults.add(
            "row-missing",
            f"no row for the {place} {some(absent)}; write 0 where there are none and NaN "
            "where the number is not known",
        )
    kind = kind_fault(opportunities)
    if kind:
        raise InputError(
            "not-counts",
            f"{name}: {kind}, not counts ({some(opportunities.head(6))}); a spreadsheet may have "
            "changed them: give how many there are",
        )
    numbers, unclear = _as_numbers(opportunities, name)
    faults += unclear
    wrong = opportunities[(numbers.isna() & opportunities.notna()) | (numbers < 0)]
    wrong = pd.concat([wrong, opportunities[numbers == math.inf]])
    if len(wrong):
        rows = [f"{key}: {value}" for key, value in wrong.items()]
        faults.add("negative-or-infinite", f"negative, infinite or not a number ({some(rows)})")
    if faults:
        raise InputError.of(faults, where=name)
    return np.asarray(numbers.reindex(to_id), dtype=np.float64)


def _as_numbers(values: pd.Series, name: str) -> tuple[pd.Series, list[Fault]]:
    """Return counts as numbers; text is read where it is clear what it says."""
    import pandas as pd

    numbers = pd.to_numeric(values, errors="coerce")
    if values.dtype.kind in "iuf" or not any(isinstance(value, str) for value in values):
        return numbers, []
    text = values.map(lambda value: value if isinstance(value, str) else None)
    faults = read_numbers(text, name=name)[1]
    return numbers, [Fault(fault.code, fault.removeprefix(f"{name}: ")) for fault in faults]


def last_within(cutoff_min: float) -> float:
    """Return the longest time that counts as within a cutoff, minutes.

    Times in single precision are right within 4e-7 of themselves; as much is let pass, so that a
    time of exactly the cutoff lies within it however it was added up. It is such a time itself,
    so that no time lies within it for one who compares in single and beyond for one in double.

    Examples
    --------
    >>> last_within(45)
    45.00001907348633
    """
    return float(np.float32(cutoff_min * (1 + SINGLE_PRECISION)))


def sums_within(
    matrix: Matrix,
    counts: npt.NDArray[np.float64],
    cutoffs: Sequence[float],
    *,
    on_foot: npt.NDArray[np.float64] | None = None,
) -> npt.NDArray[np.float64]:
    """Add up what lies within each cutoff.

    A destination counts if ``minutes <= cutoff``, the cutoff included. Times are right within
    4e-7 of themselves, so that share of the cutoff (1 ms in 45 minutes) is let pass: a time of
    exactly 45 minutes lies within 45, whichever way its parts were added up.

    Parameters
    ----------
    matrix
        The travel times.
    counts
        float64 (n_to, n_columns), without NaN.
    cutoffs
        Minutes.
    on_foot
        float64 (n_to, n_more), without NaN: what is added up only where the way there takes no
        ride, for times by timetable.

    Returns
    -------
    array
        float64 (n_cutoffs, n_from, n_columns + n_more).

    Raises
    ------
    InputError
        If a cutoff lies beyond the longest trip that was computed: what lies between the two
        would be missing without a word.
    """
    longest = np.inf if matrix.max_min is None else matrix.max_min
    beyond = [cutoff for cutoff in cutoffs if cutoff > longest]
    if beyond:
        raise InputError(
            "cutoff-beyond-times",
            f"times: they end at max_min={longest:g}, so nothing can be said of the "
            f"cutoffs {some(f'{value:g}' for value in beyond)}; compute them with "
            f"max_min={max(beyond):g} or more",
        )
    order = np.argsort(np.asarray(cutoffs, dtype=np.float64), kind="stable")
    limits = np.array([last_within(cutoffs[i]) for i in order], dtype=np.float32)
    held = matrix.held
    if not isinstance(held, np.ndarray) and held.in_sweep:
        if on_foot is not None:  # along streets nobody rides
            counts = np.hstack([counts, on_foot])
        sums = held.sums_within(limits, np.asarray(counts, dtype=np.float64))
    else:
        every, walked = _sparse(counts), None if on_foot is None else _sparse(on_foot)
        parts = []
        for _, minutes, rides in minute_blocks(matrix, whole=True):
            parts.append([_sums_within(frozen(minutes), limits, *every)])
            if walked is not None:
                ridden = np.zeros(minutes.shape, np.uint8) if rides is None else rides
                on_way = np.where(ridden > 0, np.float32(np.nan), minutes)
                parts[-1].append(_sums_within(frozen(on_way), limits, *walked))
        sums = np.concatenate([np.concatenate(part, axis=2) for part in parts], axis=1)
    result: npt.NDArray[np.float64] = np.empty_like(sums)
    result[order] = sums
    return result


def _sparse(
    counts: npt.NDArray[np.float64],
) -> tuple[tuple[npt.NDArray[Any], npt.NDArray[Any], npt.NDArray[np.float64]], int]:
    """Return the counts that are not 0, by destination, and the number of columns."""
    row, column = np.nonzero(counts)
    start = np.searchsorted(row, np.arange(len(counts) + 1))
    values = np.asarray(counts[row, column], dtype=np.float64)
    return (start, np.ascontiguousarray(column), values), counts.shape[1]


def minute_blocks(
    matrix: Matrix, *, whole: bool = False
) -> Iterator[tuple[slice, npt.NDArray[np.float32], npt.NDArray[np.uint8] | None]]:
    """Yield the minutes of some rows after the other.

    Parameters
    ----------
    matrix
        The travel times.
    whole
        True to get all rows at once where they are held.

    Yields
    ------
    rows
        Which rows.
    minutes
        float32 (n_rows, n_to), NaN where not reached; the rows lie in line unless they are all.
    rides
        uint8, the same shape, where they are known; else None.
    """
    if not isinstance(matrix.held, np.ndarray):
        yield from matrix.held.minute_blocks()
        return
    n, columns = matrix.shape
    step = max(1, n if whole else _PAIRS // max(1, columns))
    for start in range(0, max(n, 1) if whole else n, step):
        part = slice(start, min(start + step, n))
        rides = None if matrix.rides is None else matrix.rides[part]
        # A turned matrix is read across its memory; a copy of the block puts its rows in line.
        minutes = matrix.held[part]
        yield part, minutes if whole else np.ascontiguousarray(minutes), rides


def frozen(values: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Return a table as a kernel takes it: to numba one that is frozen is of another type.

    Parameters
    ----------
    values
        Of any layout, frozen or not.

    Returns
    -------
    array
        The same, contiguous and frozen; a copy only where it has to be.
    """
    table = np.ascontiguousarray(values).view()
    table.flags.writeable = False
    return table


@kernel(nogil=True)
def _sums_within(
    minutes: npt.NDArray[np.float32],
    limits: npt.NDArray[Any],
    counts: tuple[npt.NDArray[Any], ...],
    n_columns: int,
) -> npt.NDArray[np.float64]:
    """Add counts up in one pass: each to the first cutoff that holds it, then on to the later.

    ``counts`` are those that are not 0, by destination: where each begins, their columns and
    values. ``limits`` rise.
    """
    start, column, value = counts
    n, m = minutes.shape
    last = len(limits) - 1
    result = np.zeros((len(limits), n, n_columns))
    if last < 0:
        return result
    for row in range(n):
        for to in range(m):
            time = minutes[row, to]
            if not time <= limits[last]:  # NaN too
                continue
            first = 0
            while time > limits[first]:
                first += 1
            for k in range(start[to], start[to + 1]):
                result[first, row, column[k]] += value[k]
    for later in range(1, last + 1):  # not by whole arrays: seconds of compilation for one sum
        for row in range(n):
            for k in range(n_columns):
                result[later, row, k] += result[later - 1, row, k]
    return result


class Reached(NamedTuple):
    """What lies within each cutoff of each origin.

    Attributes
    ----------
    total
        float64 (n_cutoffs, n_from, n_columns): the sum of the known figures. NaN where the
        origin was not snapped, where figures lie within the cutoff of which none is known, and
        throughout a column of which no figure is known at all.
    unknown
        float64, the same shape: how many destinations within the cutoff have no known figure;
        NaN where the origin was not snapped. The total is a lower bound where it is not zero.
    beside, on_foot
        float64 (n_cutoffs, n_from, n_more): what else was added up; 0 where the origin was not
        snapped.
    """

    total: npt.NDArray[np.float64]
    unknown: npt.NDArray[np.float64]
    beside: npt.NDArray[np.float64]
    on_foot: npt.NDArray[np.float64]


def reached(
    matrix: Matrix,
    counts: npt.NDArray[np.float64],
    members: npt.NDArray[np.bool_],
    *,
    cutoffs: Sequence[float],
    beside: npt.NDArray[np.float64] | None = None,
    on_foot: npt.NDArray[np.float64] | None = None,
) -> Reached:
    """Add up opportunities within each cutoff, and count the unknown figures among them.

    Missing is never zero: a sum is null where it would rest on unknown figures alone.

    Parameters
    ----------
    matrix
        The travel times.
    counts
        float64 (n_to, n_columns), NaN where a figure is not known.
    members
        bool (n_to, n_columns): the destinations that a column is about.
    cutoffs
        Minutes.
    beside, on_foot
        float64 (n_to, n_more), without NaN: what else is added up on the way, and what is where
        the way takes no ride. Times that are not held are computed once for all of it.

    Returns
    -------
    Reached
        The sums.
    """
    missing = np.isnan(counts)
    known = members & ~missing
    values = np.where(known, counts, 0.0)
    lacking = members & missing
    flags = [lacking, known] if lacking.any() else []  # how many are unknown, and how many known
    parts = [values, *flags, *([] if beside is None else [beside])]
    columns = np.hstack(parts).astype(np.float64)
    sums = sums_within(matrix, columns, cutoffs, on_foot=on_foot)
    ends = np.cumsum([counts.shape[1]] * (1 + len(flags)))
    total, *counted, more, walked = np.split(sums, [*ends, columns.shape[1]], axis=2)
    unknown = np.zeros_like(total)
    if flags:
        unknown, found = counted
        total[(unknown > 0) & (found == 0)] = np.nan
    total[:, :, members.any(axis=0) & ~known.any(axis=0)] = np.nan
    total[:, ~matrix.from_known] = np.nan
    unknown[:, ~matrix.from_known] = np.nan
    return Reached(total, unknown, more, walked)


def blocks(matrix: Matrix, weigh: Weigh) -> Iterator[tuple[slice, npt.NDArray[np.float64]]]:
    """Weigh the times of some rows after the other.

    Parameters
    ----------
    matrix
        The travel times.
    weigh
        A decay function: minutes (NaN where not reached) to weights (0 there).

    Yields
    ------
    rows
        Which rows.
    weights
        float64 (n_rows, n_to): their weights.
    """
    for part, minutes, _ in minute_blocks(matrix):
        step = max(1, _PAIRS // max(1, minutes.shape[1]))
        for start in range(0, len(minutes), step):
            rows = slice(part.start + start, min(part.start + start + step, part.stop))
            yield rows, weigh(minutes[start : start + step])


def cut_tail(max_min: float | None, weigh: Weigh) -> Fault | None:
    """Report that times end where a decay still weighs, so that what lies beyond is left out.

    Parameters
    ----------
    max_min
        Minutes at which the computation of the times stopped; None if it did not.
    weigh
        A decay function.

    Returns
    -------
    Fault or None
        One sentence, or none where no more than a hundredth of the weight is cut off.
    """
    if max_min is None:
        return None
    # Just beyond the end, so that a step at the end itself cuts nothing off.
    beyond = np.nextafter(np.float32(max_min), np.float32(np.inf))
    weight = float(weigh(np.array([beyond], dtype=np.float32))[0])
    if weight <= _MAX_CUT:
        return None
    return Fault(
        "times-cut-short",
        f"times end at max_min={max_min:g}, where the decay still weighs {weight:.2g}: what lies "
        "farther off is left out; compute times with a longer max_min",
    )


def finite_or_infinite(minutes: npt.NDArray[np.float32]) -> npt.NDArray[np.float64]:
    """Return minutes as float64, infinite where not reached, so that they can be sorted."""
    return np.fmin(minutes, np.inf).astype(np.float64)


def weighed(
    matrix: Matrix,
    counts: npt.NDArray[np.float64],
    members: npt.NDArray[np.bool_],
    *,
    weigh: Weigh,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Add up opportunities by the weight of their travel time, and count the unknown figures.

    Missing is never zero: a sum is null where it would rest on unknown figures alone.

    Parameters
    ----------
    matrix
        The travel times.
    counts
        float64 (n_to, n_columns), NaN where a figure is not known.
    members
        bool (n_to, n_columns): the destinations that a column is about.
    weigh
        A decay function.

    Returns
    -------
    total
        float64 (n_from, n_columns): the weighed sum of the known figures. NaN where the origin
        was not snapped, where figures have a weight of which none is known, and throughout a
        column of which no figure is known at all.
    unknown
        float64, the same shape: how many destinations of any weight have no known figure; NaN
        where the origin was not snapped. The total is a lower bound where it is not zero.
    """
    missing = members & np.isnan(counts)
    known = members & ~np.isnan(counts)
    values = np.where(known, counts, 0.0)
    flags = np.hstack([missing, known]).astype(np.float64)
    shape = (len(matrix.from_id), counts.shape[1])
    total, unknown, found = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    for rows, weights in blocks(matrix, weigh):
        total[rows] = weights @ values
        if missing.any():
            within = (weights > 0).astype(np.float64)
            unknown[rows], found[rows] = np.split(within @ flags, 2, axis=1)
    total[(unknown > 0) & (found == 0)] = np.nan
    total[:, members.any(axis=0) & ~known.any(axis=0)] = np.nan
    total[~matrix.from_known] = np.nan
    unknown[~matrix.from_known] = np.nan
    return total, unknown


def effect(
    closed: npt.NDArray[np.float64], opened: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Return ``open / closed - 1``, NaN (undefined) where closed is zero or either is unknown.

    Computed as ``(open - closed) / closed``, which loses no digits where the two are close.

    Source: PBL/CBS (2015), Arbeidsmarkt zonder grenzen, which compares the jobs within reach
    with those within reach in the own country.
    """
    return share(opened - closed, closed)


def share(
    across: npt.NDArray[np.float64], opened: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Return ``across / open``, NaN (undefined) where open is zero or either is unknown."""
    ratio = np.full(opened.shape, np.nan)
    with np.errstate(over="ignore"):  # a ratio too large for a float is undefined too
        np.divide(across, opened, out=ratio, where=opened > 0)
    ratio[np.isinf(ratio)] = np.nan
    return ratio


def unsnapped_warning(
    matrix: Matrix, counts: npt.NDArray[np.float64], *, name: str
) -> Fault | None:
    """Report which opportunities nobody can reach because their place is not on the network.

    Parameters
    ----------
    matrix
        The travel times.
    counts
        float64 (n_to,): the opportunities, NaN where not known.
    name
        What the opportunities are called.

    Returns
    -------
    Fault or None
        One sentence, or none where there is nothing to say.
    """
    lost = ~matrix.to_known & ~(counts == 0)
    if not lost.any():
        return None
    held = np.nansum(counts[lost])
    part = held / np.nansum(counts) if np.nansum(counts) > 0 else 0.0
    return Fault(
        "opportunities-off-network",
        f"{name}: {int(lost.sum())} of {len(counts)} {matrix.columns} were not snapped to the "
        f"network ({some(matrix.to_id[lost])}), so {held:.0f} ({part:.1%}) count as out of reach",
    )
