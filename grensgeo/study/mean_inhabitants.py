"""What the mean inhabitant reaches at every minute: curves that the atlas of a study carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.maps.atlas import LONGEST_MIN, POPULATION
from grensgeo.maps.atlas_cells import at_edge, data_edge
from grensgeo.maps.base import municipalities

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.measures.curves import CurveBuilder, MeanCurves
    from grensgeo.region.region import Region
    from grensgeo.study.study_file import Study
    from grensgeo.traveltimes import Trip


def edge_cells(region: Region) -> pd.Series:
    """Return by cell whether the data end there.

    Parameters
    ----------
    region
        The region; its data end at the outer outline of its municipalities.

    Returns
    -------
    Series
        bool by ``cell_id``.
    """
    import pandas as pd

    edge = data_edge(municipalities(region))
    return pd.Series(at_edge(region.cells, edge), index=region.cells["cell_id"].to_numpy())


def start_curves(study: Study, region: Region, trip: Trip, *, edge: pd.Series) -> CurveBuilder:
    """Return what gathers the curves of a trip for the atlas of a study.

    Parameters
    ----------
    study, region
        The study and its region.
    trip
        The trip.
    edge
        What :func:`edge_cells` gives.

    Returns
    -------
    CurveBuilder
        Without any cells yet.
    """
    from grensgeo.measures.curves import CurveBuilder

    counted = () if study.atlas is None else study.atlas.opportunities
    opportunities = {name: region.opportunities[name] for name in counted}
    people = region.cells["population"].astype("float64")
    people.index = region.cells["cell_id"].to_numpy()
    longest = min(LONGEST_MIN, int(trip.max_min or LONGEST_MIN))
    return CurveBuilder({**opportunities, POPULATION: people}, edge, longest)


def by_municipality(curves: CurveBuilder, region: Region) -> MeanCurves:
    """Return the curves of the mean inhabitant of each municipality.

    Parameters
    ----------
    curves
        Those of the cells.
    region
        The region, which knows inhabitants and municipalities.

    Returns
    -------
    MeanCurves
        The means.
    """
    return curves.combine(region.cells["population"], region.cells["region_code"])
