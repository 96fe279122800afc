"""Reach of the mean inhabitant of each municipality at every whole minute, for a page's slider.

The figures at a cutoff are those that :func:`grensgeo.measures.reach` and
:func:`grensgeo.measures.combine` give together; here they stand for all minutes at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_array

from grensgeo.kernels import kernel
from grensgeo.measures import matrix as dense

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.measures.matrix import Matrix, TimesLike


@dataclass(frozen=True, eq=False)
class MeanCurves:
    """What the mean inhabitant of each municipality reaches within each whole minute.

    Attributes
    ----------
    codes
        Municipalities.
    countries
        Countries of destinations, in the order of the second axis of :attr:`reach`.
    opportunities
        What is counted, in the order of the first axis.
    reach
        float64 (n_opportunities, n_countries, n_codes, longest_min + 1): mean over the
        inhabitants; NaN where nothing is known.
    without_ride
        float64 (n_opportunities, n_codes, longest_min + 1): how much of the known reach needs no
        ride; None for trips that are not by timetable.
    edge_share
        float64 (n_codes, longest_min + 1): share of the inhabitants whose reach touches the edge
        of the data, or of a network that was cut.
    unknown
        float64 (n_opportunities, n_codes, longest_min + 1): most destinations without a known
        count within reach of one inhabitant; above 0 reach is a lower bound.
    """

    codes: tuple[str, ...]
    countries: tuple[str, ...]
    opportunities: tuple[str, ...]
    reach: Floats
    without_ride: Floats | None
    edge_share: Floats
    unknown: Floats


@dataclass(eq=False)
class CurveBuilder:
    """Gathers the curves of cells block by block, and combines them in the end.

    Attributes
    ----------
    opportunities
        By name, how many by ``to_id``; NaN where not known.
    edge
        True by ``to_id`` where the data end at a destination.
    longest_min
        The last minute.
    """

    opportunities: Mapping[str, pd.Series]
    edge: pd.Series
    longest_min: int
    _blocks: list[CellCurves] = field(default_factory=list)

    def add(self, times: TimesLike | Matrix) -> None:
        """Add the cells of one block of travel times."""
        matrix = dense.as_matrix(times)
        _, to_country = matrix.countries()
        sides = tuple(sorted({str(code) for code in to_country}))
        counts = {
            name: dense.counts_at(series, matrix.to_id, name=name)
            for name, series in self.opportunities.items()
        }
        laid = _Columns.of(counts, to_country, sides, self.edge.reindex(matrix.to_id))
        self._blocks.append(laid.cells(matrix, sides, self.longest_min))

    def add_cells(self, cells: CellCurves) -> None:
        """Add cells of which the curves are known: :attr:`cells` of another builder."""
        self._blocks.append(cells)

    @property
    def cells(self) -> CellCurves:
        """The curves of all cells so far, in the order in which they came."""
        if len(self._blocks) == 1:
            return self._blocks[0]

        def joined(name: str, axis: int = 0) -> npt.NDArray[Any]:
            return np.concatenate([getattr(block, name) for block in self._blocks], axis=axis)

        return CellCurves(
            joined("ids"),
            self._blocks[-1].countries,
            joined("reach", 2),
            joined("unknown", 1),
            joined("without", 1),
            joined("edge"),
        )

    def combine(self, weights: pd.Series, groups: pd.Series) -> MeanCurves:
        """Combine cells into municipalities, weighted by their inhabitants.

        Parameters
        ----------
        weights
            Inhabitants by cell.
        groups
            Municipality by cell.

        Returns
        -------
        MeanCurves
            As :func:`grensgeo.measures.combine` gives at each minute.
        """
        cells = self.cells
        codes, row = np.unique(groups.reindex(cells.ids).astype(str), return_inverse=True)
        weight = np.asarray(weights.reindex(cells.ids), dtype=np.float64)
        at = (row, np.arange(len(row)))
        member = csr_array((np.ones(len(row)), at), shape=(len(codes), len(row)))
        means = [_mean(cells, i, member, weight) for i in range(len(self.opportunities))]
        snapped = ~np.isnan(cells.edge)
        with np.errstate(invalid="ignore"):
            edge = (member @ (weight[:, None] * np.nan_to_num(cells.edge))) / (
                member @ (weight[:, None] * snapped)
            )
        walked = [mean[2] for mean in means if mean[2] is not None]
        return MeanCurves(
            codes=tuple(codes.tolist()),
            countries=cells.countries,
            opportunities=tuple(self.opportunities),
            reach=np.stack([mean[0] for mean in means]),
            unknown=np.stack([mean[1] for mean in means]),
            without_ride=np.stack(walked) if walked else None,
            edge_share=edge,
        )


@dataclass(frozen=True, eq=False)
class CellCurves:
    """What single cells reach within each whole minute.

    Attributes
    ----------
    ids
        Text (n_cells,).
    countries
        Countries of destinations.
    reach, unknown, without, edge
        As in :class:`MeanCurves`, with cells for municipalities: opportunity, (country,) cell,
        minute. ``without`` has no cells for trips that are not by timetable.
    """

    ids: npt.NDArray[np.object_]
    countries: tuple[str, ...]
    reach: Floats
    unknown: Floats
    without: Floats
    edge: Floats


def _mean(
    cells: CellCurves, i: int, member: csr_array, weight: Floats
) -> tuple[Floats, Floats, Floats | None]:
    """Return the mean of one opportunity by country, its unknown counts, and without a ride.

    A country of which nothing is known in a municipality does not keep its cells out of the mean
    of the other country, as in :func:`grensgeo.measures.combine`.
    """
    row = member.tocsc().indices  # each cell is in one municipality
    told = ~np.isnan(cells.reach[i])
    usable = np.stack([member @ side > 0 for side in told.astype(np.float64)])
    counted = (told | ~usable[:, row]).all(axis=0) & usable[:, row].any(axis=0)
    part = weight[:, None] * counted
    total = member @ part
    total[total == 0] = np.nan
    reach = np.stack([member @ (part * np.nan_to_num(side)) for side in cells.reach[i]]) / total
    reach[~usable] = np.nan
    unknown = np.zeros_like(total)
    held = np.where(counted, cells.unknown[i], 0.0)
    np.maximum.at(unknown, row, held)
    if not cells.without.shape[1]:
        return reach, unknown, None
    return reach, unknown, (member @ (part * cells.without[i])) / total


@dataclass(frozen=True, eq=False)
class _Columns:
    """What is added up over destinations, a column each.

    By opportunity and country: known counts, flags of known ones and flags of unknown ones; then
    the edge; then, over destinations without a ride alone, known counts by opportunity.
    """

    values: Floats  # (n_to, n_columns)
    shape: tuple[int, int]  # opportunities, countries

    @classmethod
    def of(
        cls,
        counts: Mapping[str, Floats],
        to_country: npt.NDArray[np.object_],
        sides: Sequence[str],
        edge: pd.Series,
    ) -> _Columns:
        columns = []
        for values in counts.values():
            for side in sides:
                here, missing = to_country == side, np.isnan(values)
                known = here & ~missing
                columns += [np.where(known, values, 0.0), known, here & missing]
        columns.append(edge.to_numpy(dtype=np.float64))
        columns += [np.nan_to_num(values) for values in counts.values()]
        stacked = np.stack([column.astype(np.float64) for column in columns], axis=1)
        return cls(np.ascontiguousarray(stacked), (len(counts), len(sides)))

    def cells(self, matrix: Matrix, countries: tuple[str, ...], last: int) -> CellCurves:
        """Add up within each minute, cell by cell."""
        rides = matrix.rides
        n_opportunities, n_sides = self.shape
        limits = np.array([dense.last_within(minute) for minute in range(last + 1)], np.float32)
        ridden = np.zeros((0, 0), dtype=np.uint8) if rides is None else rides
        anyhow = self.values.shape[1] - n_opportunities
        minutes, taken = dense.frozen(matrix.minutes), dense.frozen(ridden)
        sums = _sums(minutes, taken, self.values, limits, anyhow)
        sums = np.moveaxis(np.cumsum(sums, axis=1), 2, 0)  # column, cell, minute
        by_side = sums[: 3 * n_opportunities * n_sides].reshape(
            n_opportunities, n_sides, 3, *sums.shape[1:]
        )
        total, found, unknown = by_side[:, :, 0].copy(), by_side[:, :, 1], by_side[:, :, 2]
        total[(unknown > 0) & (found == 0)] = np.nan
        columns = self.values[:, 1 : 3 * n_opportunities * n_sides : 3].any(axis=0)
        total[~columns.reshape(n_opportunities, n_sides)] = np.nan
        touched = sums[anyhow - 1] > 0
        if matrix.edge_min is not None:
            touched |= matrix.edge_min[:, None] <= np.arange(last + 1, dtype=np.float32)
        edge = touched.astype(np.float64)
        lost = ~matrix.from_known
        total[:, :, lost], edge[lost] = np.nan, np.nan
        without = sums[anyhow:] if rides is not None else sums[anyhow:, :0]
        ids = np.array([str(name) for name in matrix.from_id], dtype=object)
        return CellCurves(ids, countries, total, unknown.sum(axis=1), without.copy(), edge)


@kernel(nogil=True)
def _sums(  # noqa: PLR0917 - numba takes no keyword-only arguments
    minutes: npt.NDArray[Any],
    rides: npt.NDArray[Any],
    values: npt.NDArray[Any],
    limits: npt.NDArray[Any],
    anyhow: int,
) -> npt.NDArray[np.float64]:
    """Add values up by row, whole minute and column; from ``anyhow`` on only without a ride."""
    n, m = minutes.shape
    n_columns = values.shape[1]
    last = len(limits) - 1
    timed = rides.shape[0] > 0
    result = np.zeros((n, last + 1, n_columns))
    for row in range(n):
        for column in range(m):
            time = minutes[row, column]
            if not time <= limits[last]:  # NaN too
                continue
            minute = int(np.ceil(time))
            if minute > 0 and time <= limits[minute - 1]:
                minute -= 1
            for k in range(anyhow):
                result[row, minute, k] += values[column, k]
            if timed and rides[row, column] == 0:
                for k in range(anyhow, n_columns):
                    result[row, minute, k] += values[column, k]
    return result
