"""What the cells of a study reach, as steps of some thousands of cells each.

A step that is stopped is done anew. Where a region has more cells than fit one step, each block
of them is a step of its own: it is kept as soon as it is done, and workers share them.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from grensgeo.errors import GrensgeoWarning, listening
from grensgeo.files.packed_arrays import pack, read_packed, unpack, write_packed
from grensgeo.steps import Step
from grensgeo.study.mean_inhabitants import by_municipality, edge_cells, start_curves
from grensgeo.study.step_values import (
    REMEDY,
    read_frame,
    read_sources,
    write_curves,
    write_frame,
    write_sources,
)
from grensgeo.study.study_memory import rows_of
from grensgeo.study.study_reach import (
    begin_reach,
    reach_of_cells,
    region_of,
    times_of_cells,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from grensgeo.measures.curves import CellCurves
    from grensgeo.provenance import Provenance
    from grensgeo.scenario import Scenario, Situation
    from grensgeo.study.study_inputs import StudyInputs
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.compute import Begun

#: Cells of the region in one step, the ring among them, from which nobody sets out.
BLOCK: Final = 32_768


@dataclass(frozen=True, eq=False)
class CellsAsked:
    """What is asked of cells.

    Attributes
    ----------
    trip_id, trip
        How one goes, and what it is called.
    situation
        Returns the region, the network, and the trip as it is made there.
    scenarios
        What is laid on them.
    reach
        Count what is reached within the study's cutoffs.
    curves
        Count at each minute too, for the atlas.
    """

    trip_id: str
    trip: Trip
    situation: Callable[[], Situation]
    scenarios: Sequence[Scenario] = ()
    reach: bool = True
    curves: bool = True


@dataclass(frozen=True, eq=False)
class CellsReach:
    """What some cells reach.

    Attributes
    ----------
    table, provenance
        ``schema.REACH`` and its sources; None where it is not asked for.
    curves
        The same at each minute; None where it is not asked for.
    """

    table: pd.DataFrame | None
    provenance: Provenance | None
    curves: CellCurves | None

    def write(self, folder: Path, scenarios: Sequence[Scenario]) -> None:
        """Write it into a folder."""
        if self.table is not None and self.provenance is not None:
            write_frame(self.table, folder / "cells.parquet")
            write_sources(self.provenance, folder / "sources.json", scenarios)
        if self.curves is not None:
            write_packed(pack(self.curves), folder / "curves", about={})

    @classmethod
    def read(cls, folder: Path, scenarios: Sequence[Scenario]) -> CellsReach:
        """Read what :meth:`write` wrote."""
        from grensgeo.measures.curves import CellCurves

        table, provenance, curves = None, None, None
        if (folder / "cells.parquet").is_file():
            table = read_frame(folder / "cells.parquet")
            provenance = read_sources(folder / "sources.json", scenarios)
        if (folder / "curves").is_dir():
            curves = unpack(read_packed(folder / "curves", remedy=REMEDY)[0], (CellCurves,))
        return cls(table, provenance, curves)


@dataclass(eq=False)
class CellSteps:
    """Makes steps of what the cells of a study reach.

    Attributes
    ----------
    inputs
        What the study names.
    block
        Cells of the region in one step.
    progress
        Show progress bars.
    """

    inputs: StudyInputs
    block: int = BLOCK
    progress: bool = False
    #: What the last question is computed by, laid out once for block after block.
    _laid: dict[str, _Laid] = field(default_factory=dict)

    def step(self, name: str, kind: str, inputs: Mapping[str, str], asked: CellsAsked) -> Step:
        """Return the step that answers a question, made of steps of some cells where they're many.

        Parameters
        ----------
        name, kind, inputs
            As for :class:`grensgeo.steps.Step`.
        asked
            The question.

        Returns
        -------
        Step
            It leaves ``cells.parquet`` and ``sources.json`` of all cells, and the means of
            municipalities in ``curves``, as far as they are asked for.
        """
        cuts = self._cuts(asked.trip)
        if len(cuts) == 1:

            def alone(folder: Path, _: Mapping[str, Path]) -> None:
                self._join([self._reach(name, cuts[0], asked)], folder, asked)

            return Step(name, kind, inputs, alone)
        parts = tuple(
            Step(
                f"{name}, cells {cut.start + 1} to {cut.stop or 'the last'}",
                f"{kind} of some cells",
                {**inputs, "cells": f"{cut.start}-{cut.stop or ''}"},
                partial(self._part, name, cut, asked),
                passing=True,
            )
            for cut in cuts
        )

        def join(folder: Path, done: Mapping[str, Path]) -> None:
            found = [CellsReach.read(done[one.name], asked.scenarios) for one in parts]
            self._join(found, folder, asked)

        return Step(name, kind, inputs, join, parts)

    def _cuts(self, trip: Trip) -> list[slice]:
        """Return blocks of cells by their position in the region; the last is open."""
        n = rows_of(self.inputs.study.region / "cells.parquet")
        if trip.arrival is not None:  # each block would search from all destinations again
            n = 0
        firsts = range(0, max(n, 1), self.block)
        return [slice(first, first + self.block) for first in firsts[:-1]] + [
            slice(firsts[-1], None)
        ]

    def _part(
        self, name: str, cut: slice, asked: CellsAsked, folder: Path, _: Mapping[str, Path]
    ) -> None:
        self._reach(name, cut, asked).write(folder, asked.scenarios)

    def _reach(self, name: str, cut: slice, asked: CellsAsked) -> CellsReach:
        """Compute what some cells reach."""
        study, known = self.inputs.study, self.inputs.region()
        laid, edge = self._lay_out(name, asked), edge_cells(known)
        rows = laid.origins_in(cut)
        curves = start_curves(study, known, asked.trip, edge=edge) if asked.curves else None
        if not asked.reach:
            assert curves is not None
            with listening():  # told of where the trip that it is like is computed
                for times in times_of_cells(laid.begun, rows, laid.trip, progress=self.progress):
                    curves.add(times)
            return CellsReach(None, None, curves.cells)
        for one in laid.told if cut.start == 0 else ():
            warnings.warn(GrensgeoWarning.of(one.faults), stacklevel=2)
        table, used = reach_of_cells(
            study, laid.situation, laid.begun, rows, trip=laid.trip, edge=edge, curves=curves,
            progress=self.progress,
        )  # fmt: skip
        return CellsReach(table, used, None if curves is None else curves.cells)

    def _lay_out(self, name: str, asked: CellsAsked) -> _Laid:
        """Return what a question is computed by."""
        if name not in self._laid:
            self._laid.clear()  # it holds arrays of the whole network
            situation = asked.situation()
            trip = situation.trips[asked.trip_id]
            with listening() as told:
                begun = begin_reach(self.inputs.study, situation, trip)
            self._laid[name] = _Laid(situation, trip, begun, tuple(told))
        return self._laid[name]

    def _join(self, parts: list[CellsReach], folder: Path, asked: CellsAsked) -> None:
        """Write what all cells reach, and the means of municipalities."""
        import pandas as pd

        self._laid.clear()
        known = self.inputs.region()
        tables = [one.table for one in parts if one.table is not None]
        used = [one.provenance for one in parts if one.provenance is not None]
        if tables:
            cells = pd.concat(tables, ignore_index=True)
            CellsReach(cells, used[0], None).write(folder, asked.scenarios)
        if asked.curves:
            gathered = start_curves(self.inputs.study, known, asked.trip, edge=edge_cells(known))
            for one in parts:
                if one.curves is not None:
                    gathered.add_cells(one.curves)
            write_curves(by_municipality(gathered, known), folder / "curves")


@dataclass(frozen=True, eq=False)
class _Laid:
    """What a question is computed by, and what was warned of when it was laid out."""

    situation: Situation
    trip: Trip
    begun: Begun
    told: tuple[GrensgeoWarning, ...]

    def origins_in(self, cut: slice) -> slice:
        """Return which of the origins are among some cells of the region."""
        ids = region_of(self.situation).cells["cell_id"]
        position = np.flatnonzero(ids.isin(self.begun.places[0].ids))
        last = len(ids) if cut.stop is None else cut.stop
        first, end = np.searchsorted(position, [cut.start, last])
        return slice(int(first), int(end))
