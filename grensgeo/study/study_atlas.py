"""The atlas of a study: its network taken out of the library, for each trip and scenario."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grensgeo.errors import Fault, InputError
from grensgeo.study.study_situations import is_drawn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from grensgeo.maps.atlas import Atlas
    from grensgeo.measures.curves import MeanCurves
    from grensgeo.network import Network
    from grensgeo.provenance import Provenance
    from grensgeo.region.region import Region
    from grensgeo.scenario import Scenario
    from grensgeo.study.study_file import Study, StudyAtlas
    from grensgeo.traveltimes.portable import Portable


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


@dataclass(frozen=True, eq=False)
class AtlasParts:
    """What the atlas of a study takes from networks, before anything is called or drawn.

    Attributes
    ----------
    taken
        What a page carries of the network and the scenarios.
    opening
        Minutes from the place with which it opens to each municipality's main place, by code.
    stops
        By trip and kind of vehicle, how many stops by municipality.
    provenance
        Sources and assumptions of ``opening``.
    """

    taken: Portable
    opening: Mapping[str, float]
    stops: Mapping[str, Mapping[str, Mapping[str, int]]]
    provenance: Provenance


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
    if study.atlas is None:
        return None
    parts = atlas_parts(
        study.atlas, region, networks, scenarios, changed=changed or {}, areas=study.areas
    )
    return atlas_of(study, region, parts, scenarios, means=means or {})


def opening_place(planned: StudyAtlas, areas: Sequence[str], region: Region) -> str:
    """Return the code of the municipality with which an atlas opens."""
    within = region.municipalities["area"].isin(areas)
    return planned.place or str(region.municipalities.index[within][0])


def atlas_parts(
    planned: StudyAtlas,
    region: Region,
    networks: Mapping[str, Network],
    scenarios: Mapping[Path, Scenario],
    *,
    changed: Mapping[tuple[Path, str], Network],
    areas: Sequence[str] = (),
) -> AtlasParts:
    """Compute what an atlas takes from networks.

    Parameters
    ----------
    planned
        What the atlas offers.
    region, networks, scenarios, changed
        As for :func:`draw_atlas`.
    areas
        Areas of the study.

    Returns
    -------
    AtlasParts
        Without any title.

    Raises
    ------
    InputError
        If a page cannot carry it.
    """
    from grensgeo.study.called_trips import stops_served
    from grensgeo.traveltimes import travel_times
    from grensgeo.traveltimes.portable import portable

    network = networks[planned.network]
    variants = {
        scenarios[path].name: changed[path, planned.network]
        if (path, planned.network) in changed
        else scenarios[path].apply(network)
        for path in planned.scenarios
        if is_drawn(scenarios[path])
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
    place = opening_place(planned, areas, region)
    trip = planned.trips[planned.trip or next(iter(planned.trips))]
    opening = travel_times(network, region.places.loc[[place]], region.places, trip)
    return AtlasParts(
        taken,
        dict(zip(opening.to_id.tolist(), opening.minutes[0].tolist(), strict=True)),
        {name: stops_served(region, network, one) for name, one in planned.trips.items()},
        opening.provenance,
    )


def atlas_of(
    study: Study,
    region: Region,
    parts: AtlasParts,
    scenarios: Mapping[Path, Scenario],
    *,
    means: Mapping[tuple[str, str], MeanCurves],
    reach: pd.DataFrame | None = None,
) -> Atlas | None:
    """Build the atlas of a study from what was taken from its networks.

    Parameters
    ----------
    study, region, scenarios, means
        As for :func:`draw_atlas`.
    parts
        From :func:`atlas_parts`.
    reach
        The study's reach at municipalities, for the bounds of its figures.

    Returns
    -------
    Atlas or None
        None where the study asks for none.
    """
    from grensgeo.maps.atlas import Atlas
    from grensgeo.maps.base import municipalities
    from grensgeo.maps.trip_names import common, lacking, trip_name

    planned = study.atlas
    if planned is None:
        return None
    chosen = [scenarios[path] for path in planned.scenarios if is_drawn(scenarios[path])]
    return Atlas(
        region,
        parts.taken,
        opportunities=planned.opportunities,
        areas=study.areas,
        place=opening_place(planned, study.areas, region),
        trip=planned.trip or next(iter(planned.trips)),
        cutoff_min=planned.cutoff_min,
        trip_titles=planned.titles,
        trip_names={
            name: trip_name(one, common(parts.stops[name])) for name, one in planned.trips.items()
        },
        lacking={
            name: lacking(municipalities(region), there)
            for name, there in parts.stops.items()
            if there
        },
        means=means,
        reach=reach,
        scenario_titles={scenario.name: scenario.title for scenario in chosen},
        scenario_trips={
            plan.name: tuple(name for name, one in planned.trips.items() if plan.concerns(one))
            for plan in chosen
        },
        opening=parts.opening,
        provenance=parts.provenance,
        language=study.language,
    )
