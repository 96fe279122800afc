"""The situations of a study: its region, networks and trips with each scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.notes import Note
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.scenario import Scenario, Situation
    from grensgeo.study.study_file import Study


def situations_of(
    study: Study,
    region: Region | None,
    networks: Mapping[str, Network],
    scenarios: Mapping[Path, Scenario],
) -> dict[tuple[Path, str], Situation]:
    """Apply each scenario of a study to the networks of its trips, with these trips.

    Parameters
    ----------
    study, region, networks, scenarios
        The study and what it names; what could not be read is left out.

    Returns
    -------
    dict
        Situations by the path of the scenario and the name of the network.

    Raises
    ------
    InputError
        If a scenario does not fit.
    """
    from grensgeo.scenario import Situation

    result = {}
    for planned in study.scenarios:
        chosen = [item for item in study.trips if item.trip_id in planned.trips]
        for name in dict.fromkeys(item.network for item in chosen):
            if planned.path not in scenarios or name not in networks:
                continue
            trips = {item.trip_id: item.trip for item in chosen if item.network == name}
            before = Situation(region, networks[name], trips)
            result[planned.path, name] = scenarios[planned.path].apply(before)
    return result


def drawn_networks(
    situations: Mapping[tuple[Path, str], Situation], scenarios: Mapping[Path, Scenario]
) -> dict[tuple[Path, str], Network]:
    """Return the networks of those scenarios that a page can carry: they change nothing else."""
    return {
        (path, name): situation.network
        for (path, name), situation in situations.items()
        if situation.network is not None and is_drawn(scenarios[path])
    }


def is_drawn(scenario: Scenario) -> bool:
    """Return whether a page that computes by itself can carry a scenario."""
    return scenario.parts <= {"network"}


def notes_of_undrawn(study: Study, scenarios: Mapping[Path, Scenario]) -> Provenance:
    """Return a note for each scenario that the atlas is asked for and cannot carry."""
    asked = () if study.atlas is None else study.atlas.scenarios
    return Provenance(
        notes=tuple(
            Note("scenario.not-in-atlas", scenario=scenarios[path].name)
            for path in asked
            if not is_drawn(scenarios[path])
        )
    )
