"""Figures of every cell of a situation: reach on the border's terms, and travel times."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.border.terms import BorderTerms, reach_on_terms
from grensgeo.comparison.cell_figures import CellFigures, TimeKey
from grensgeo.errors import InputError
from grensgeo.measures import reach
from grensgeo.network.snapping import SNAPPED
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.traveltimes import travel_time_sums, travel_times

if TYPE_CHECKING:
    from collections.abc import Mapping

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Flags, Floats
    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.scenario import Situation
    from grensgeo.traveltimes import Trip

    _Times = tuple[tuple[TimeKey, ...], Floats, Flags]


@dataclass(frozen=True, eq=False)
class Asked:
    """What is asked of both situations.

    Attributes
    ----------
    cells
        Origins.
    to
        Destinations of travel times, by id.
    opportunities, cutoffs_min, trips
        What is counted, within which times, by which trips.
    """

    cells: npt.NDArray[np.object_]
    to: gpd.GeoDataFrame
    opportunities: tuple[str, ...]
    cutoffs_min: tuple[float, ...]
    trips: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Measured:
    """Figures of a situation.

    Attributes
    ----------
    figures
        By cell.
    reach
        The same reach as a table (``schema.REACH``, with ``mode``), by country of destination.
    provenance
        What they rest on.
    """

    figures: CellFigures
    reach: pd.DataFrame
    provenance: Provenance = field(default_factory=Provenance)


def parts_of(situation: Situation) -> tuple[Region, Network]:
    """Return region and network of a situation.

    Raises
    ------
    InputError
        If it lacks one of them, or has no trips.
    """
    missing = [name for name in ("region", "network", "trips") if name not in situation.given]
    if situation.region is None or situation.network is None or missing:
        raise InputError(
            "part-not-given",
            f"compare needs region, network and trips; the situation lacks {', '.join(missing)}",
        )
    return situation.region, situation.network


def measure(
    situation: Situation,
    asked: Asked,
    *,
    counts: Mapping[str, pd.Series] | None = None,
    reach_only: bool = False,
) -> Measured:
    """Compute the figures of a situation.

    Parameters
    ----------
    situation
        Region, network, trips and terms of the border.
    asked
        What is asked.
    counts
        Opportunities by name, each by cell; those of the region by default.
    reach_only
        Leave travel times to single destinations out.

    Raises
    ------
    InputError
        As :func:`grensgeo.travel_times` and :func:`grensgeo.reach`.
    """
    import pandas as pd

    region, network = parts_of(situation)
    origins = region.cells.loc[list(asked.cells)]
    held = counts or {name: region.opportunities[name] for name in asked.opportunities}
    frames, parts, provenance = [], [], region.provenance
    for name in asked.trips:
        trip = situation.trips[name]
        table, used = _reach(situation, origins, trip, held=held, cutoffs_min=asked.cutoffs_min)
        frames.append(table.assign(mode=name))
        provenance = provenance | used
        if len(asked.to) and not reach_only:
            parts.append(_times(network, origins, asked.to, (name, trip)))
    together = pd.concat(frames, ignore_index=True)
    times = _joined(parts) if parts else None
    figures = CellFigures.of(together, times, ids=asked.cells)
    return Measured(figures, together, provenance)


def _reach(
    situation: Situation,
    origins: gpd.GeoDataFrame,
    trip: Trip,
    *,
    held: Mapping[str, pd.Series],
    cutoffs_min: tuple[float, ...],
) -> tuple[pd.DataFrame, Provenance]:
    """Return reach by one trip on the terms of the border, and what it rests on."""
    region, network = parts_of(situation)
    terms = situation.border or BorderTerms()
    sums = travel_time_sums(network, origins, region.cells, trip)
    table = reach_on_terms(
        lambda cutoffs: reach(sums, held, cutoffs_min=cutoffs),
        terms,
        cutoffs_min=cutoffs_min,
        countries=region.countries.unique().tolist(),
    )
    told = () if terms.plain else (Note("scenario.border-terms", terms=str(terms)),)
    return table, sums.provenance | Provenance(notes=told)


def _times(
    network: Network, origins: gpd.GeoDataFrame, to: gpd.GeoDataFrame, named: tuple[str, Trip]
) -> _Times:
    """Return minutes to each destination by one trip, and which are lost."""
    name, trip = named
    found = travel_times(network, origins, to, trip)
    off = (found.from_status != SNAPPED)[:, None] | (found.to_status != SNAPPED)
    keys = tuple(TimeKey(name, str(one)) for one in found.to_id)
    return keys, found.minutes.astype(np.float64).T, np.ascontiguousarray(off.T)


def _joined(parts: list[_Times]) -> _Times:
    """Return the times of all trips."""
    return (
        tuple(key for keys, _, _ in parts for key in keys),
        np.concatenate([minutes for _, minutes, _ in parts]),
        np.concatenate([lost for _, _, lost in parts]),
    )
