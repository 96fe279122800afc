"""What a question about scenarios is answered from: reach without and with each, by trip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.border.terms import BorderTerms, reach_on_terms
from grensgeo.errors import InputError, some
from grensgeo.maps.reach_views import NOISE
from grensgeo.measures import combining, reach
from grensgeo.measures.region_reach import reach_of_level
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.scenario import Situation
from grensgeo.traveltimes import travel_time_sums

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from grensgeo.network import Network
    from grensgeo.questions.question_file import RegionQuestion
    from grensgeo.region.region import Region
    from grensgeo.scenario import Scenario
    from grensgeo.traveltimes import Trip

BASELINE = "baseline"


@dataclass(frozen=True, eq=False)
class ReachChange:
    """What one scenario does to reach by one trip.

    Attributes
    ----------
    scenario, trip_id
        Which.
    mean, mean_after
        What the mean inhabitant reaches without and with it.
    better, worse
        How many people live where reach is larger, or smaller, by more than the noise.
    table
        By municipality: ``region_code, name, country, population, baseline, scenario, difference,
        relative``.
    """

    scenario: Scenario
    trip_id: str
    mean: float
    mean_after: float
    better: float
    worse: float
    table: pd.DataFrame


@dataclass(frozen=True, eq=False)
class ReachChanges:
    """All changes of a question.

    Attributes
    ----------
    changes
        In the order of scenarios and trips.
    municipalities
        Reach by municipality, with ``mode`` and ``scenario``, for maps.
    provenance
        Sources and assumptions.
    """

    changes: tuple[ReachChange, ...]
    municipalities: pd.DataFrame
    provenance: Provenance


def changes_of(
    question: RegionQuestion, region: Region, network: Network, say: Callable[[str], None]
) -> ReachChanges:
    """Compute reach without and with each scenario of a question, by the trips that it concerns.

    Parameters
    ----------
    question
        What is asked.
    region, network
        The region and the network.
    say
        Called with one line a step.

    Returns
    -------
    ReachChanges
        The changes.

    Raises
    ------
    InputError
        If the region lacks what is asked for, or a scenario changes nothing for any trip.
    """
    import pandas as pd

    _check(question, region)
    before = Situation(region, network, question.trips)
    cells: dict[tuple[str, str], pd.DataFrame] = {}
    provenance = region.provenance | Provenance(notes=question.limits)
    changes, tables = [], []
    for scenario in question.scenarios:
        after = scenario.apply(before)
        for trip_id in _concerned(scenario, question):
            for label, situation in ((BASELINE, before), (scenario.name, after)):
                if (label, trip_id) in cells:
                    continue
                say(f"{trip_id}, {label}")
                cells[label, trip_id], used = _reach(question, situation, trip_id)
                provenance = provenance | used
                table = reach_of_level(cells[label, trip_id], situation.region or region)
                tables.append(table.assign(mode=trip_id, scenario=label))
            own = cells[BASELINE, trip_id], cells[scenario.name, trip_id]
            changes.append(_change(scenario, trip_id, own, region=region))
    return ReachChanges(tuple(changes), pd.concat(tables, ignore_index=True), provenance)


def _check(question: RegionQuestion, region: Region) -> None:
    """Raise where the region lacks areas, municipalities or opportunities."""
    asked = question.reach
    if asked is None:
        return
    known = {
        "areas": (asked.areas, set(region.municipalities["area"])),
        "places": (asked.places, set(region.municipalities.index)),
        "opportunity": ((asked.opportunity,), set(region.opportunities)),
    }
    for name, (wanted, there) in known.items():
        lost = [word for word in wanted if word not in there]
        if lost:
            raise InputError(
                "name-unknown",
                f"question {question.name}: {name} {some(lost)} are not in the region; it has "
                f"{some(sorted(there))}",
            )


def _concerned(scenario: Scenario, question: RegionQuestion) -> list[str]:
    """Return the trips for which a scenario can change anything."""
    found = [
        name
        for name, trip in question.trips.items()
        if scenario.parts - {"network"} or scenario.modes & _modes_of(trip)
    ]
    if not found:
        raise InputError(
            "scenario-without-effect",
            f"question {question.name}: {scenario.name} changes nothing for "
            f"{some(question.trips)}, only for {some(sorted(scenario.modes))}",
        )
    return found


def _modes_of(trip: Trip) -> set[str]:
    """Return the modes that a trip is made of."""
    legs = {trip.access, trip.egress} if trip.mode == "transit" else set()
    return {trip.mode, *legs}


def _reach(
    question: RegionQuestion, situation: Situation, trip_id: str
) -> tuple[pd.DataFrame, Provenance]:
    """Return reach of every cell that is looked at by one trip."""
    asked, region, network = question.reach, situation.region, situation.network
    if asked is None or region is None or network is None:
        raise InputError("part-not-given", "reach needs a region and a network")
    terms = situation.border or BorderTerms()
    chosen = region.select(area=asked.areas) if asked.areas else region.select(asked.places)
    counted = {asked.opportunity: region.opportunities[asked.opportunity]}
    sums = travel_time_sums(network, chosen.cells, region.cells, situation.trips[trip_id])

    def measure(cutoffs: Sequence[float]) -> pd.DataFrame:
        return reach(sums, counted, cutoffs_min=cutoffs)

    table = reach_on_terms(
        measure,
        terms,
        cutoffs_min=(question.cutoff_min,),
        countries=region.countries.unique().tolist(),
    )
    told = () if terms.plain else (Note("scenario.border-terms", terms=str(terms)),)
    return table, sums.provenance | Provenance(notes=told)


def _change(
    scenario: Scenario,
    trip_id: str,
    reached: tuple[pd.DataFrame, pd.DataFrame],
    *,
    region: Region,
) -> ReachChange:
    """Return what a scenario does, from the reach of cells without and with it."""
    before, after = reached
    one, other = (x.drop_duplicates("id").set_index("id")["open"] for x in (before, after))
    people = region.cells["population"].reindex(one.index).astype("float64")
    both = (one.notna() & other.reindex(one.index).notna()).to_numpy()
    weight = people.to_numpy()[both]
    old, new = (np.asarray(x, dtype=np.float64)[both] for x in (one, other.reindex(one.index)))
    least = NOISE * np.maximum(old, 1.0)
    table = combining.compare(reach_of_level(before, region), reach_of_level(after, region))
    known = region.municipalities.loc[table["id"]]
    table = table.assign(name=known["name"].to_numpy(), population=known["population"].to_numpy())
    columns = ["id", "name", "country", "population", "baseline", "scenario"]
    return ReachChange(
        scenario,
        trip_id,
        float(np.average(old, weights=weight)),
        float(np.average(new, weights=weight)),
        float(weight[new - old > least].sum()),
        float(weight[old - new > least].sum()),
        table[[*columns, "difference", "relative"]].rename(columns={"id": "region_code"}),
    )
