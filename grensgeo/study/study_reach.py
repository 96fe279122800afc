"""Reach of the cells of a study, by one trip in one situation, and of what they lie in."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

from grensgeo.errors import GrensgeoWarning, InputError, listening
from grensgeo.notes import Note
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from grensgeo.measures.curves import CurveBuilder
    from grensgeo.region.region import Region
    from grensgeo.scenario import Situation
    from grensgeo.study.study_file import Study, StudyTrip
    from grensgeo.study.study_inputs import StudyInputs

#: Codes of what the study itself says once, of all its opportunities.
_SAID_ONCE = {"figure-unknown", "no-figure-known"}


def reach_of_trip(
    study: Study,
    situation: Situation,
    item: StudyTrip,
    *,
    edge: pd.Series,
    curves: CurveBuilder | None,
    progress: bool,
) -> tuple[pd.DataFrame, Provenance]:
    """Return reach of every cell of the study's areas by one trip.

    Parameters
    ----------
    study, item
        The study and one of its trips.
    situation
        The region, network and terms on which the trip is made.
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
    from grensgeo.traveltimes import travel_time_blocks, travel_time_sums

    region, network = situation.region, situation.network
    if region is None or network is None:
        raise InputError("part-not-given", "a study needs a region and a network")
    trip, terms = situation.trips[item.trip_id], situation.border or BorderTerms()
    origins = region.select(area=study.areas).cells
    opportunities = {name: region.opportunities[name] for name in study.opportunities}
    told_of = {name: region.opportunities.bounds(name) for name in opportunities}
    bounds = {name: pair for name, pair in told_of.items() if pair is not None}
    bounds = bounds if terms.plain else {}
    frames, provenance = [], Provenance()
    with _said_once():
        if curves is None:  # nobody else looks at the times: they need not be held
            sums = travel_time_sums(network, origins, region.cells, trip, progress=progress)
            table = reach_on_terms(
                lambda cutoffs: reach(
                    sums, opportunities, cutoffs_min=cutoffs, edge=edge, bounds=bounds
                ),
                terms,
                cutoffs_min=study.cutoffs_min,
                countries=region.countries.unique().tolist(),
            )
            told = () if terms.plain else (Note("scenario.border-terms", terms=str(terms)),)
            used = region.provenance | Provenance(notes=told)
            return table, sums.provenance | used
        for times in travel_time_blocks(network, origins, region.cells, trip, progress=progress):
            matrix = as_matrix(times)  # checked once for both
            frames.append(
                reach(
                    matrix, opportunities, cutoffs_min=study.cutoffs_min, edge=edge, bounds=bounds
                )
            )
            provenance = provenance | times.provenance
            curves.add(matrix)
    return pd.concat(frames, ignore_index=True), provenance


@contextmanager
def _said_once() -> Iterator[None]:
    """Drop from warnings what is said once for the study, instead of once a block."""
    with listening() as told:
        yield
    for one in told:
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
