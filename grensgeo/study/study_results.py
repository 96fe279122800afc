"""Everything that a study computes, gathered from its steps."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from grensgeo.provenance import Provenance, read_json
from grensgeo.steps import Step, StepRun
from grensgeo.steps.step import opened_store
from grensgeo.study.agreement import Law
from grensgeo.study.step_values import read_frame, read_shapes
from grensgeo.study.study_atlas import atlas_of
from grensgeo.study.study_inputs import StudyInputs
from grensgeo.study.study_isochrones import join_isochrones
from grensgeo.study.study_situations import notes_of_undrawn
from grensgeo.study.study_steps import StudySteps

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import pandas as pd

    from grensgeo.maps.atlas import Atlas
    from grensgeo.maps.trip_names import TripName
    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.scenario import Scenario
    from grensgeo.study.study_file import Study
    from grensgeo.study.study_isochrones import Polygons

#: The step before anything is written.
GATE: Final = "figures held against each other"


@dataclass(frozen=True, eq=False)
class Results:
    """Everything that a study computes, before it is written.

    Attributes
    ----------
    cells
        Reach of every cell (``schema.REACH``), with mode and scenario.
    municipalities, nuts3
        The same for municipalities and NUTS3 regions, weighted by population.
    polygons
        Isochrones of all sets, with what a map of them shows beneath.
    scenarios
        Titles of the scenarios by name.
    provenance
        Sources and assumptions of reach.
    trips
        How the trips are called, by id.
    atlas
        The atlas, where the study asks for one.
    laws
        What its figures were held to before they are written, and how many were compared.
    """

    cells: pd.DataFrame
    municipalities: pd.DataFrame
    nuts3: pd.DataFrame
    polygons: Polygons
    scenarios: Mapping[str, Mapping[str, str]]
    provenance: Provenance
    trips: Mapping[str, TripName] = field(default_factory=dict)
    atlas: Atlas | None = None
    laws: tuple[Law, ...] = ()


def compute(
    study: Study,
    region: Region,
    networks: Mapping[str, Network],
    scenarios: Mapping[Path, Scenario],
    *,
    say: Callable[[str], None] = lambda _: None,
) -> Results:
    """Compute everything that a study asks for; write nothing.

    Parameters
    ----------
    study
        What to do.
    region
        The region.
    networks
        The networks by the names the study uses.
    scenarios
        The scenarios by the paths the study uses.
    say
        As in :func:`grensgeo.run_study`.

    Returns
    -------
    Results
        Tables and polygons.

    Raises
    ------
    InputError
        As :func:`grensgeo.run_study`.
    """
    steps = StudySteps(StudyInputs.of(study, region, networks, scenarios))
    with opened_store(None) as store:
        wanted = [steps.check, *needed(steps, atlas=True), gate_step(steps)]
        done = StepRun(study.study_id, wanted, store, say).run()
        return gather_results(steps, done, networks=networks)


def gate_step(steps: StudySteps) -> Step:
    """Return the step that holds the figures of a study against each other and its networks.

    Parameters
    ----------
    steps
        The steps of the study.
    """

    def make(folder: Path, done: Mapping[str, Path]) -> None:
        from grensgeo.study.held_results import hold_results

        runs = [
            (item, steps.situation(item, planned), steps.label(planned))
            for item, planned in steps.runs
        ]
        results = gather_figures(steps, done, networks=steps.inputs.networks())
        near = [read_frame(done[one.name] / "proximity.parquet") for one in steps.proximity]
        laws = hold_results(
            steps.inputs.study, results, runs=runs, regions=steps.places(),
            curves=steps.means_of_runs(done), proximity=near[0] if near else None,
        )  # fmt: skip
        told = [[law.name, law.compared, law.widest] for law in laws]
        (folder / "laws.json").write_text(json.dumps({"laws": told}), encoding="utf-8")

    after = (steps.figures, *steps.reach, *steps.isochrones, *steps.lines, *steps.proximity)
    return Step(GATE, "gate", steps.all_networks(), make, after)


def needed(steps: StudySteps, *, atlas: bool) -> list[Step]:
    """Return the steps whose results pages take.

    Parameters
    ----------
    steps
        The steps of a study.
    atlas
        With those of its atlas.
    """
    found = [steps.figures, *steps.reach, *steps.isochrones, *steps.lines, steps.stops]
    if atlas and steps.atlas is not None:
        found += [*steps.departures.values(), steps.atlas]
    return found


def gather_figures(
    steps: StudySteps,
    done: Mapping[str, Path],
    *,
    networks: Mapping[str, Network] | None = None,
    sources: bool = False,
) -> Results:
    """Read the tables of a study.

    Parameters
    ----------
    steps
        Its steps.
    done
        Folders of their results.
    networks
        Networks by name, where figures are to be held against them.
    sources
        Read where they come from too.

    Returns
    -------
    Results
        Without an atlas and names of trips.
    """
    study, region = steps.inputs.study, steps.inputs.region()
    folder = done[steps.figures.name]
    tables = [read_shapes(done[one.name] / "isochrones.parquet") for one in steps.isochrones]
    lines = [read_shapes(done[one.name] / "lines.parquet") for one in steps.lines]
    provenance = drawn = region.provenance
    if sources:
        provenance |= notes_of_undrawn(study, steps.inputs.scenarios())
        provenance |= steps.sources([*steps.reach, steps.figures], done)
        drawn |= steps.sources(steps.isochrones, done)
    return Results(
        cells=read_frame(folder / "cells.parquet"),
        municipalities=read_frame(folder / "region_code.parquet"),
        nuts3=read_frame(folder / "nuts3.parquet"),
        polygons=join_isochrones(
            study, region, tables, lines, provenance=drawn, networks=networks
        ),
        scenarios={one.name: one.title for one in steps.inputs.scenarios().values()},
        provenance=provenance,
    )


def gather_results(
    steps: StudySteps, done: Mapping[str, Path], *, networks: Mapping[str, Network] | None = None
) -> Results:
    """Read all that a study computed.

    Parameters
    ----------
    steps, done, networks
        As for :func:`gather_figures`.

    Returns
    -------
    Results
        With names of trips, laws, and the atlas if the study has one.
    """
    from grensgeo.study.called_trips import call_trips

    study, region = steps.inputs.study, steps.inputs.region()
    results = gather_figures(steps, done, networks=networks, sources=True)
    parts = steps.atlas_read(done)
    return replace(
        results,
        trips=call_trips(study, read_json(done[steps.stops.name] / "stops.json")),
        laws=read_laws(done[GATE]),
        atlas=None
        if parts is None
        else atlas_of(
            study,
            region,
            parts,
            steps.inputs.scenarios(),
            means=steps.means(done),
            reach=results.municipalities,
        ),
    )


def read_laws(folder: Path) -> tuple[Law, ...]:
    """Read what the figures of a study were held to."""
    told = read_json(folder / "laws.json")["laws"]
    return tuple(Law(name, compared, widest) for name, compared, widest in told)
