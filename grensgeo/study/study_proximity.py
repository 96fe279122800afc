"""How near facilities are to the cells of a study, by the trips of its feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.study.study_inputs import StudyInputs


def proximity_of_study(inputs: StudyInputs) -> tuple[pd.DataFrame, Provenance]:
    """Compute how near the facilities of a study are to the cells of its areas.

    Parameters
    ----------
    inputs
        What the study names.

    Returns
    -------
    DataFrame
        ``schema.PROXIMITY``, by the trips that go into the feed.
    Provenance
        Sources and assumptions.
    """
    import pandas as pd

    from grensgeo.proximity import nearest_facilities

    study = inputs.study
    homes = inputs.own_region().select(area=study.areas).cells
    frames, provenance = [], Provenance()
    for name in study.networks:
        trips = {
            item.trip_id: item.trip
            for item in study.trips
            if item.network == name and item.trip_id in study.monitor_trips
        }
        if trips:
            found = nearest_facilities(
                inputs.network(name), homes, inputs.facilities(), trips,
                radii_km=study.monitor_radii_km,
            )  # fmt: skip
            frames.append(found.table)
            provenance |= found.provenance
    return pd.concat(frames, ignore_index=True), provenance
