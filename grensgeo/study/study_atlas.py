"""The atlas of a study: its network taken out of the library, for each trip and scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.errors import Fault, InputError
from grensgeo.study.study_situations import is_drawn

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from grensgeo.maps.atlas import Atlas
    from grensgeo.measures.curves import MeanCurves
    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.scenario import Scenario
    from grensgeo.study.study_file import Study


def page_faults(
    study: Study,
    region: Region,
    networks: Mapping[str, Network],
    *,
    changed: Mapping[tuple[Path, str], Network],
    names: Mapping[Path, str],
) -> list[Fault]:
    """List what the atlas would need and no page can carry, before anything is computed.

    Parameters
    ----------
    study, region, networks
        The study and what it names; networks that could not be read are left out.
    changed
        Networks with a scenario laid on them, by its path and the name of the network.
    names
        Names of the scenarios by path.

    Returns
    -------
    list of Fault
        Nothing, or what is too much, with a remedy.
    """
    from grensgeo.traveltimes.portable import portable_faults

    planned = study.atlas
    if planned is None or planned.network not in networks:
        return []
    variants = {
        names[path]: changed[path, planned.network]
        for path in planned.scenarios
        if (path, planned.network) in changed
    }
    network = networks[planned.network]
    n_points = len(region.cells) + len(region.places)
    faults = portable_faults(
        network, planned.trips, {"baseline": network, **variants}, n_points=n_points
    )
    return [fault.at("[atlas]") for fault in faults]


def draw_atlas(
    study: Study,
    region: Region,
    networks: Mapping[str, Network],
    scenarios: Mapping[Path, Scenario],
    *,
    changed: Mapping[tuple[Path, str], Network] | None = None,
    means: Mapping[tuple[str, str], MeanCurves] | None = None,
) -> Atlas | None:
    """Build the atlas of a study.

    Parameters
    ----------
    study
        The study.
    region
        Its region; every cell of it can be asked about.
    networks
        The networks by the names the study uses.
    scenarios
        The scenarios by the paths the study uses.
    changed
        Networks with a scenario laid on them, by its path and the name of the network, where they
        are there already.
    means
        What the mean inhabitant of each municipality reaches, by trip and scenario; the atlas
        tells of main places alone without it.

    Returns
    -------
    Atlas or None
        None where the study asks for none.

    Raises
    ------
    InputError
        If a page cannot carry what the atlas would need.
    """
    from grensgeo.maps.atlas import Atlas
    from grensgeo.maps.base import municipalities
    from grensgeo.maps.trip_names import common, lacking, trip_name
    from grensgeo.study.called_trips import stops_served
    from grensgeo.traveltimes import travel_times
    from grensgeo.traveltimes.portable import portable

    planned = study.atlas
    if planned is None:
        return None
    network = networks[planned.network]
    laid = changed or {}
    paths = [path for path in planned.scenarios if is_drawn(scenarios[path])]
    chosen = [scenarios[path] for path in paths]
    variants = {
        scenarios[path].name: laid[path, planned.network]
        if (path, planned.network) in laid
        else scenarios[path].apply(network)
        for path in paths
    }
    try:
        taken = portable(
            network,
            region.cells,
            planned.trips,
            places=region.places,
            scenarios=variants,
        )
    except InputError as error:
        raise InputError.of(error.faults, where="[atlas]") from None
    study_areas = region.municipalities["area"].isin(study.areas)
    place = planned.place or str(region.municipalities.index[study_areas][0])
    trip = planned.trip or next(iter(planned.trips))
    stops = {name: stops_served(region, network, one) for name, one in planned.trips.items()}
    opening = travel_times(network, region.places.loc[[place]], region.places, planned.trips[trip])
    return Atlas(
        region,
        taken,
        opportunities=planned.opportunities,
        areas=study.areas,
        place=place,
        trip=trip,
        cutoff_min=planned.cutoff_min,
        trip_titles=planned.titles,
        trip_names={
            name: trip_name(one, common(stops[name])) for name, one in planned.trips.items()
        },
        lacking={
            name: lacking(municipalities(region), there) for name, there in stops.items() if there
        },
        means=means or {},
        scenario_titles={scenario.name: scenario.title for scenario in chosen},
        scenario_trips={
            plan.name: tuple(
                name for name, one in planned.trips.items() if plan.modes & one.modes()
            )
            for plan in chosen
        },
        opening=dict(zip(opening.to_id.tolist(), opening.minutes[0].tolist(), strict=True)),
        provenance=opening.provenance,
        language=study.language,
    )
