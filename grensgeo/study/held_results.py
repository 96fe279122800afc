"""The gate between computing a study and writing it: which laws its figures are held to."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING, Protocol

from grensgeo.study.agreement import (
    law_of_curves,
    law_of_proximity,
    laws_of_tables,
    require,
)
from grensgeo.study.sampled_laws import Run, laws_of_samples

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from grensgeo.measures.curves import MeanCurves
    from grensgeo.region.region import Region
    from grensgeo.scenario import Situation
    from grensgeo.study.agreement import Law
    from grensgeo.study.study_file import Study, StudyTrip
    from grensgeo.study.study_isochrones import Polygons

#: Modes of which one is nowhere slower than the other, on the same trip.
QUICKER = (("ebike", "bicycle"),)


class Figures(Protocol):
    """What is read of :class:`grensgeo.study.study_run.Results`."""

    @property
    def cells(self) -> pd.DataFrame:
        """Reach of every cell."""

    @property
    def municipalities(self) -> pd.DataFrame:
        """Reach of municipalities."""

    @property
    def nuts3(self) -> pd.DataFrame:
        """Reach of larger regions."""

    @property
    def polygons(self) -> Polygons:
        """Isochrones."""


def hold_results(
    study: Study,
    results: Figures,
    *,
    runs: Sequence[tuple[StudyTrip, Situation, str]],
    regions: Mapping[str, Region],
    curves: Mapping[tuple[str, str], MeanCurves] | None = None,
    proximity: pd.DataFrame | None = None,
) -> tuple[Law, ...]:
    """Validate that the figures of a study agree with each other, and with its networks.

    Parameters
    ----------
    study
        The study.
    results
        What was computed.
    runs
        Every trip with its situation and the name of the scenario.
    regions
        The region by scenario.
    curves
        Curves of the mean inhabitants that the atlas shows, by trip and scenario.
    proximity
        How near facilities are (``schema.PROXIMITY``).

    Returns
    -------
    tuple of Law
        What they were held to.

    Raises
    ------
    InputError
        If a law does not hold: nothing may be written then.
    """
    asked = {name: len(region.select(area=study.areas).cells) for name, region in regions.items()}
    laws = laws_of_tables(
        results.cells,
        {"region_code": results.municipalities, "nuts3": results.nuts3},
        regions,
        expected={(item.trip_id, label): asked[label] for item, _, label in runs},
        quicker=_quicker(study.trips),
    )
    plain = [
        Run(item.trip_id, label, situation.network, situation.trips[item.trip_id], regions[label])
        for item, situation, label in runs
        if situation.network is not None and (situation.border is None or situation.border.plain)
    ]
    laws += [law_of_curves(curves or {}, results.municipalities), law_of_proximity(proximity)]
    laws += laws_of_samples(results.cells, results.polygons.table, plain, results.polygons.sets)
    return require(laws, where=f"study {study.study_id}")


def _quicker(trips: Sequence[StudyTrip]) -> list[tuple[str, str]]:
    """Return pairs of trips that differ in the mode alone, the quicker mode first."""
    return [
        (fast.trip_id, slow.trip_id)
        for fast, slow in permutations(trips, 2)
        if (fast.trip.mode, slow.trip.mode) in QUICKER
        and fast.network == slow.network
        and replace(fast.trip, mode=slow.trip.mode) == slow.trip
    ]
