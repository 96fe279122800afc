"""Reach of the cells of a study, by one trip in one situation, and of what they lie in."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from grensgeo.errors import GrensgeoWarning, InputError, listening
from grensgeo.extras import progress_bar
from grensgeo.notes import Note
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from grensgeo.measures.curves import CurveBuilder
    from grensgeo.measures.matrix import Matrix, TimesLike
    from grensgeo.region.region import Region
    from grensgeo.scenario import Situation
    from grensgeo.study.study_file import Study
    from grensgeo.study.study_inputs import StudyInputs
    from grensgeo.traveltimes import TravelTimes, Trip
    from grensgeo.traveltimes.compute import Begun

#: Cells whose times are held at once.
_HELD: Final = 1000
#: Codes of what the study itself says once, of all its opportunities.
_SAID_ONCE = {"figure-unknown", "no-figure-known"}


def reach_of_cells(
    study: Study,
    situation: Situation,
    begun: Begun,
    rows: slice,
    *,
    trip: Trip,
    edge: pd.Series,
    curves: CurveBuilder | None,
    progress: bool,
) -> tuple[pd.DataFrame, Provenance]:
    """Return reach of some of the cells of the study's areas by one trip.

    Parameters
    ----------
    study
        The study.
    situation
        The region, network and terms on which the trip is made.
    begun
        The times from cells of the study's areas to all cells, but for the minutes.
    rows
        Which of the origins.
    trip
        The trip.
    edge
        What :func:`grensgeo.study.mean_inhabitants.edge_cells` gives.
    curves
        What gathers the reach at every minute, if anything does.
    progress
        Show a progress bar.

    Returns
    -------
    DataFrame
        ``schema.REACH`` of cells.
    Provenance
        Sources and assumptions.
    """
    import pandas as pd

    from grensgeo.border.terms import BorderTerms, reach_on_terms
    from grensgeo.measures import reach
    from grensgeo.measures.matrix import as_matrix
    from grensgeo.traveltimes.time_sums import TravelTimeSums

    region, terms = region_of(situation), situation.border or BorderTerms()
    opportunities = {name: region.opportunities[name] for name in study.opportunities}
    told_of = {name: region.opportunities.bounds(name) for name in opportunities}
    bounds = {name: pair for name, pair in told_of.items() if pair is not None}
    note = () if terms.plain else (Note("scenario.border-terms", terms=str(terms)),)
    used = begun.provenance | region.provenance | Provenance(notes=note)

    def counted(times: TimesLike | Matrix) -> pd.DataFrame:
        return reach_on_terms(
            lambda cutoffs: reach(
                times, opportunities, cutoffs_min=cutoffs, edge=edge, bounds=bounds
            ),
            terms,
            cutoffs_min=study.cutoffs_min,
            countries=region.countries.unique().tolist(),
        )

    with _said_once():
        if curves is None and trip.mode != "transit":  # times need not be held
            return counted(TravelTimeSums(begun.part(rows), trip, progress=progress)), used
        frames = []
        for times in times_of_cells(begun, rows, trip, progress=progress):
            matrix = as_matrix(times)  # checked once for both
            frames.append(counted(matrix))
            if curves is not None:
                curves.add(matrix)
    return pd.concat(frames, ignore_index=True), used


def begin_reach(study: Study, situation: Situation, trip: Trip) -> Begun:
    """Return the times from the cells of a study's areas to all cells, but for the minutes.

    Parameters
    ----------
    study, situation, trip
        As for :func:`reach_of_cells`.
    """
    from grensgeo.traveltimes.compute import begin

    region = region_of(situation)
    if situation.network is None:
        raise InputError("part-not-given", "a study needs a network")
    origins = region.select(area=study.areas).cells
    return begin(situation.network, origins, region.cells, trip)


def times_of_cells(
    begun: Begun, rows: slice, trip: Trip, *, progress: bool
) -> Iterator[TravelTimes]:
    """Compute the times of some of the cells, a thousand at a time.

    Parameters
    ----------
    begun, rows, trip, progress
        As for :func:`reach_of_cells`.

    Yields
    ------
    TravelTimes
        One without origins where there are none.
    """
    n = rows.stop - rows.start
    with progress_bar(n, f"times by {trip.mode}", unit="origin", shown=progress) as bar:
        for first in range(rows.start, max(rows.stop, rows.start + 1), _HELD):
            yield begun.rows(slice(first, min(first + _HELD, rows.stop)), trip, bar=bar)


def region_of(situation: Situation) -> Region:
    """Return the region of a situation."""
    if situation.region is None:
        raise InputError("part-not-given", "a study needs a region")
    return situation.region


@contextmanager
def _said_once() -> Iterator[None]:
    """Drop from warnings what is said once for the study, instead of once a block."""
    with listening() as told:
        yield
    for one in {str(one): one for one in told}.values():
        if rest := [fault for fault in one.faults if fault.code not in _SAID_ONCE]:
            warnings.warn(GrensgeoWarning.of(rest), stacklevel=3)


def note_of_edge(cells: pd.DataFrame, inputs: StudyInputs) -> tuple[Note, ...]:
    """Return a note on the places whose reach touches the edge of a network that was cut.

    Parameters
    ----------
    cells
        Reach of cells.
    inputs
        What the study names.
    """
    from grensgeo.traveltimes.cut_edge import ends_somewhere

    if not any(
        ends_somewhere(inputs.network(item.network), by_timetable=item.trip.mode == "transit")
        for item in inputs.study.trips
    ):
        return ()
    touched = cells.loc[cells["edge"].fillna(value=False).astype(bool), "id"].nunique()
    return (Note("network.cut-edge-places", n=touched, all=cells["id"].nunique()),)


def reach_by_place(cells: pd.DataFrame, places: Mapping[str, Region], level: str) -> pd.DataFrame:
    """Combine reach of cells, in each scenario by the people who then live there.

    Parameters
    ----------
    cells
        Reach of cells with ``scenario``.
    places
        The region by scenario.
    level
        ``region_code`` or ``nuts3``.
    """
    import pandas as pd

    from grensgeo.measures.region_reach import reach_of_level

    of_region: dict[int, list[str]] = {}
    for label, region in places.items():
        of_region.setdefault(id(region), []).append(label)
    frames = [
        reach_of_level(cells[cells["scenario"].isin(labels)], places[labels[0]], level=level)
        for labels in of_region.values()
    ]
    return pd.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0]
