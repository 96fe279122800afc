"""What a study writes: tables, the feed of the monitor, maps, and the steps that make them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.files import write_table
from grensgeo.monitor import FeedOptions
from grensgeo.provenance import manifest_of, read_json, write_json
from grensgeo.schema import side_schema
from grensgeo.steps import Step, code_sum
from grensgeo.study.called_trips import call_trips
from grensgeo.study.step_values import read_frame
from grensgeo.study.study_feed import feed_trips, write_study_feed
from grensgeo.study.study_results import (
    GATE,
    gather_figures,
    gather_results,
    needed,
    read_laws,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from grensgeo.provenance import Provenance
    from grensgeo.region.region import Region
    from grensgeo.study.study_file import Study
    from grensgeo.study.study_results import Results
    from grensgeo.study.study_steps import StudySteps


def output_steps(steps: StudySteps, gate: Step) -> list[Step]:
    """Return the steps whose results are the files that a study writes.

    Parameters
    ----------
    steps
        The steps of the study.
    gate
        The step that holds its figures against each other.

    Returns
    -------
    list of Step
        Tables with the manifest, the feed if the study has one, and pages; the folder of each
        holds files as they lie among the results.
    """
    study = steps.inputs.study
    feed = [_feed_step(steps, gate)] if study.monitor_trips else []
    packed = [_geopackage_step(steps, gate)] if study.geopackage else []
    return [_tables_step(steps, gate), *feed, *packed, _pages_step(steps, gate)]


def _inputs(steps: StudySteps) -> dict[str, str]:
    """Return what all that is written is made of: region, networks, and the words of notes."""
    scenarios = steps.inputs.scenarios().values()
    return steps.all_networks() | {
        "code": code_sum(without=("cli",)),
        "titles of scenarios": json.dumps(
            [[one.key, one.name, one.title] for one in scenarios], ensure_ascii=False
        ),
        "atlas": "" if steps.inputs.study.atlas is None else "as asked",
    }


def _tables_step(steps: StudySteps, gate: Step) -> Step:
    """Return the step of tables and the manifest."""
    study = steps.inputs.study

    def make(folder: Path, done: Mapping[str, Path]) -> None:
        results = gather_figures(steps, done, sources=True)
        _write_tables(results, folder / "tables")
        provenance = results.provenance | results.polygons.provenance
        for one in steps.proximity:
            used = steps.sources([one], done)
            table = read_frame(done[one.name] / "proximity.parquet")
            _write_told(table, folder / "tables" / "proximity_cells.parquet", used)
            provenance |= used
        told = {"study": study.study_id, **provenance.to_dict()}
        told["laws"] = [law.to_dict() for law in read_laws(done[GATE])]
        write_json(told, folder / "manifest.json")

    after = (*needed(steps, atlas=False), *steps.proximity, gate)
    drawn = () if study.atlas is None else study.atlas.scenarios
    told = {
        "study": study.study_id,
        "scenarios of the atlas": json.dumps([steps.inputs.scenario(path).key for path in drawn]),
    }
    return Step("tables", "tables", _inputs(steps) | told, make, after)


def _feed_step(steps: StudySteps, gate: Step) -> Step:
    """Return the step of the feed of the monitor."""
    study = steps.inputs.study

    def make(folder: Path, done: Mapping[str, Path]) -> None:
        results = gather_figures(steps, done, sources=True)
        stops = read_json(done[steps.stops.name] / "stops.json")
        called = call_trips(study, stops)
        near = [read_frame(done[one.name] / "proximity.parquet") for one in steps.proximity]
        write_study_feed(
            study,
            results.cells,
            folder / "monitor",
            region=steps.inputs.region(),
            provenance=results.provenance | steps.sources(steps.proximity, done),
            proximity=near[0] if near else None,
            errors=steps.inputs.errors(),
            trips=feed_trips(study, steps.inputs.networks(), called, stops),
            scenarios=results.scenarios,
            scenario_regions=steps.places(),
        )

    told = {
        "period": study.period,
        "trips of the feed": json.dumps(study.monitor_trips),
        "cutoff_min": str(study.monitor_cutoff_min),
        "trips": json.dumps([repr(item) for item in study.trips]),
        "options of the feed": repr(study.monitor_options),
        "errors": repr(steps.inputs.errors()),
        "study": study.study_id,
    }
    after = (*needed(steps, atlas=False), *steps.proximity, gate)
    return Step("feed of the monitor", "feed", _inputs(steps) | told, make, after)


def _geopackage_step(steps: StudySteps, gate: Step) -> Step:
    """Return the step of the layers for QGIS."""
    study = steps.inputs.study

    def make(folder: Path, done: Mapping[str, Path]) -> None:
        from grensgeo.study.study_geopackage import write_study_geopackage

        results = gather_figures(steps, done, sources=True)
        path = folder / f"{study.study_id}.gpkg"
        inputs = steps.inputs
        write_study_geopackage(study, inputs.region(), results, inputs.networks(), path=path)
        provenance = results.provenance | results.polygons.provenance
        write_json(provenance.to_dict() | {"path": path.name}, manifest_of(path))

    told = {
        "language": study.language,
        "study": repr(_without_places(study)),
    }
    return Step(
        "geopackage",
        "geopackage",
        _inputs(steps) | told,
        make,
        (*needed(steps, atlas=False), gate),
    )


def _pages_step(steps: StudySteps, gate: Step) -> Step:
    """Return the step of the maps and the gallery."""
    study = steps.inputs.study

    def make(folder: Path, done: Mapping[str, Path]) -> None:
        results = gather_results(steps, done)
        _write_maps(study, steps.inputs.region(), results, folder)

    titles = [study.title, {} if study.atlas is None else study.atlas.titles]
    told = {
        "titles": json.dumps(titles, ensure_ascii=False),
        "language": study.language,
        "study": repr(_without_places(study)),
    }
    return Step("maps", "maps", _inputs(steps) | told, make, (*needed(steps, atlas=True), gate))


def _without_places(study: Study) -> Study:
    """Return a study as if its files lay elsewhere: titles and the feed are told apart."""
    atlas = study.atlas
    if atlas is not None:
        named = {Path(path.name): trips for path, trips in atlas.scenarios.items()}
        atlas = replace(atlas, titles={}, scenarios=named)
    return replace(
        study,
        title={},
        geopackage=False,
        region=Path(),
        networks=dict.fromkeys(study.networks, Path()),
        scenarios=tuple(replace(one, path=Path(one.path.name)) for one in study.scenarios),
        atlas=atlas,
        monitor_trips=(),
        monitor_cutoff_min=0.0,
        monitor_options=FeedOptions(),
        monitor_facilities=(),
        monitor_radii_km=(),
        monitor_errors=None,
    )


def _write_tables(results: Results, folder: Path) -> None:
    """Write the tables, each with the manifest by which `grensgeo map` knows its sources."""
    folder.mkdir()
    tables = {
        "reach_cells.parquet": results.cells,
        "reach_municipalities.csv": results.municipalities,
        "reach_nuts3.csv": results.nuts3,
        "isochrones.parquet": results.polygons.table,
    }
    for name, table in tables.items():
        of_isochrones = name.startswith("isochrones")
        provenance = results.polygons.provenance if of_isochrones else results.provenance
        _write_told(table, folder / name, provenance)


def _write_told(table: pd.DataFrame, path: Path, provenance: Provenance) -> None:
    """Write a table with its manifest."""
    write_table(table, path)
    side = {"path": path.name, "schema": side_schema(table)}
    write_json(provenance.to_dict() | side, manifest_of(path))


def _write_maps(study: Study, region: Region, results: Results, folder: Path) -> None:
    """Write the maps and the gallery that names them."""
    from grensgeo import maps

    reach = results.municipalities
    baseline = reach[reach["scenario"] == "baseline"]
    language, used, trips = study.language, results.provenance, results.trips
    drawn: dict[str, maps.Map | maps.Atlas] = {}
    if results.atlas is not None:
        drawn["atlas"] = results.atlas
    by_country = maps.reach_map(region, baseline, provenance=used, language=language, trips=trips)
    drawn["reach"] = by_country
    if len(by_country.shown_countries()) > 1:
        drawn["border-effect"] = maps.border_effect_map(
            region, baseline, provenance=used, language=language, trips=trips
        )
    polygons = results.polygons
    if len(polygons.table):
        drawn["isochrones"] = maps.isochrone_map(
            region,
            polygons.table,
            names=dict(zip(polygons.origins["id"], polygons.origins["name"], strict=True)),
            origins=polygons.origins,
            lines=polygons.lines,
            provenance=polygons.provenance,
            language=language,
            trips={called.mode: called for called in reversed(list(trips.values()))},
        )
    for number, (name, title) in enumerate(results.scenarios.items()):
        changed = reach[reach["scenario"] == name]
        concerned = changed["mode"].unique()
        drawn["scenario" if number == 0 else f"scenario-{name}"] = maps.scenario_map(
            region,
            baseline[baseline["mode"].isin(concerned)],
            changed,
            title=title,
            provenance=used,
            language=language,
            trips=trips,
        )
    for name, drawing in drawn.items():
        drawing.save(folder / f"{name}.html")
    found = maps.region_findings(
        region, reach, results.nuts3, trips=trips, scenarios=results.scenarios
    )
    index = folder / "index.html"
    maps.index_page(drawn, index, title=study.title, language=language, findings=found)
