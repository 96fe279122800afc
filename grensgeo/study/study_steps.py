"""The steps of a study: what each is made of, and how it is made."""

from __future__ import annotations

import json
import math
import warnings
from dataclasses import fields
from typing import TYPE_CHECKING, Final

from grensgeo.errors import GrensgeoWarning
from grensgeo.maps.atlas import LONGEST_MIN
from grensgeo.provenance import Provenance, read_json, write_json
from grensgeo.steps import Step, code_sum
from grensgeo.study.step_values import (
    read_curves,
    read_frame,
    read_portable,
    read_sources,
    write_frame,
    write_portable,
    write_sources,
)
from grensgeo.study.study_cells import BLOCK, CellsAsked, CellSteps
from grensgeo.study.study_isochrones import isochrone_works
from grensgeo.study.study_situations import is_drawn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from grensgeo.measures.curves import MeanCurves
    from grensgeo.region.region import Region
    from grensgeo.scenario import Scenario, Situation
    from grensgeo.study.study_atlas import AtlasParts
    from grensgeo.study.study_file import IsochroneSet, StudyScenario, StudyTrip
    from grensgeo.study.study_inputs import StudyInputs
    from grensgeo.study.study_isochrones import IsochroneWork
    from grensgeo.traveltimes import Trip

#: Rooms without a part in figures.
_NO_FIGURES: Final = (
    "cli", "codes.toml", "explained.py", "fetch", "grenswerk", "listings", "maps", "monitor",
    "pages", "statistics", "study/new_study.py", "study/study_pages.py", "study/whole_way.py",
    "words",
)  # fmt: skip
#: What figures take from them: where the data end, and in which municipality a stop lies.
_OF_FIGURES: Final = (
    "maps/atlas_cells.py", "maps/base.py", "maps/coverage.py", "maps/trip_names.py",
)  # fmt: skip
BASELINE: Final = "baseline"


class StudySteps:
    """The steps of a study.

    Parameters
    ----------
    inputs
        What the study names.
    block
        Cells of the region in one step of reach.
    progress
        Show progress bars.

    Attributes
    ----------
    cells
        Makes the steps of reach.
    check
        Opens everything and holds it against what the study asks for.
    reach
        Reach of cells by trip and scenario (``""`` for none), in the order of the tables.
    isochrones
        Isochrones of each mode of each set.
    lines
        Streets beneath them by network.
    figures
        Reach of cells, municipalities and larger regions, all in one.
    stops
        Which vehicles call where, by trip.
    proximity
        How near facilities are, where the feed tells it.
    atlas, departures
        What the atlas takes from networks, and reach at its further times of day.
    """

    def __init__(
        self, inputs: StudyInputs, *, block: int | None = None, progress: bool = False
    ) -> None:
        self.inputs, self.progress, study = inputs, progress, inputs.study
        self.cells = CellSteps(inputs, block=block or BLOCK, progress=progress)
        self.code = code_sum(without=_NO_FIGURES, but=_OF_FIGURES)
        self.check = self._check_step()
        runs: list[tuple[StudyTrip, StudyScenario | None]] = [(item, None) for item in study.trips]
        runs += [
            (item, planned)
            for planned in study.scenarios
            for item in study.trips
            if item.trip_id in planned.trips
        ]
        self.runs = runs
        self.reach = [self._reach_step(item, planned) for item, planned in runs]
        self.isochrones = [
            self._isochrone_step(number, work)
            for number, work in enumerate(isochrone_works(study))
        ]
        used = sorted({group.network for group in study.isochrones})
        self.lines = [self._lines_step(name) for name in used]
        self.figures = self._figures_step()
        self.stops = self._stops_step()
        self.atlas = None if study.atlas is None else self._atlas_step()
        told = study.monitor_facilities and study.monitor_trips
        self.proximity = [self._proximity_step()] if told else []
        self.departures = self._departure_steps()

    def label(self, planned: StudyScenario | None) -> str:
        """Return what tables call a scenario."""
        return BASELINE if planned is None else self.inputs.scenario(planned.path).name

    def situation(self, item: StudyTrip, planned: StudyScenario | None) -> Situation:
        """Return the situation in which a trip is made."""
        from grensgeo.scenario import Situation

        if planned is not None:
            return self.inputs.situation(planned.path, item.network)
        network = self.inputs.network(item.network)
        return Situation(self.inputs.region(), network, {item.trip_id: item.trip})

    def drawn(self, planned: StudyScenario | None) -> bool:
        """Return whether the atlas could carry a scenario."""
        return planned is None or is_drawn(self.inputs.scenario(planned.path))

    def made_on(self, *networks: str) -> dict[str, str]:
        """Return the inputs that most figures have: code, region and networks."""
        return {
            "code": self.code,
            "region": self.inputs.region_sum(),
            **{f"network {name}": self.inputs.network_sum(name) for name in networks},
        }

    def all_networks(self) -> dict[str, str]:
        """Return the inputs of what may look at every network."""
        return self.made_on(*self.inputs.study.networks)

    def _check_step(self) -> Step:
        """Return the step that opens everything."""
        study = self.inputs.study
        told = {
            "areas": _text(study.areas),
            "cutoffs_min": _text(study.cutoffs_min),
            "opportunities": _text(study.opportunities),
            "isochrones": _text(
                [(one.network, one.modes, one.cutoffs_min, _spots(one), one.places)
                 for one in study.isochrones]
            ),
            "trips": _text([repr(one) for one in study.trips]),
            "scenarios": _text(
                [(self._scenario(one).key, self._scenario(one).name, one.trips)
                 for one in study.scenarios]
            ),
            "atlas": "" if study.atlas is None else _text(
                [study.atlas.network, study.atlas.place, *study.atlas.opportunities,
                 *(self.inputs.scenario(path).key for path in study.atlas.scenarios),
                 *(f"{name} {trip!r}" for name, trip in study.atlas.trips.items())]
            ),
        }  # fmt: skip

        def make(folder: Path, _: Mapping[str, Path]) -> None:
            from grensgeo.study.study_checks import hold_study, warn_of_missing

            hold_study(self.inputs)
            for one in self.inputs.told:
                warnings.warn(GrensgeoWarning.of(one.faults), stacklevel=2)
            warn_of_missing(study, self.inputs.own_region())
            write_json({"study": study.study_id}, folder / "checked.json")

        return Step("what the study names", "check", self.all_networks() | told, make)

    def _scenario(self, planned: StudyScenario) -> Scenario:
        return self.inputs.scenario(planned.path)

    def _reach_step(self, item: StudyTrip, planned: StudyScenario | None) -> Step:
        """Return the step of one trip in one scenario."""
        study, label = self.inputs.study, self.label(planned)
        atlas = study.atlas if self.drawn(planned) else None
        curves = atlas is not None and item.trip_id in atlas.trips
        told = {
            **_told(item.trip),
            "areas": _text(study.areas),
            "cutoffs_min": _text(study.cutoffs_min),
            "opportunities": _text(study.opportunities),
            "scenario": "" if planned is None else self._scenario(planned).key,
            "curves": _text([*atlas.opportunities, LONGEST_MIN]) if atlas and curves else "",
        }

        asked = CellsAsked(
            item.trip_id,
            item.trip,
            lambda: self.situation(item, planned),
            () if planned is None else (self._scenario(planned),),
            curves=curves,
        )
        name = f"travel times and reach: {item.trip_id}, {label}"
        return self.cells.step(name, "reach", self.made_on(item.network) | told, asked)

    def _isochrone_step(self, number: int, work: IsochroneWork) -> Step:
        """Return the step of one mode of one set of isochrones."""
        group, trip = work.group, work.trip
        told = {
            **_told(trip),
            "cutoffs_min": _text(group.cutoffs_min),
            "origins": _text(_spots(group)),
            "places": _text(group.places),
        }

        def make(folder: Path, _: Mapping[str, Path]) -> None:
            from grensgeo.study.study_isochrones import isochrone_origins
            from grensgeo.traveltimes.assumptions import trip_provenance
            from grensgeo.traveltimes.isochrones import isochrones

            network = self.inputs.network(group.network)
            points = isochrone_origins(group, self.inputs.own_region())
            table = isochrones(
                network, points, trip, cutoffs_min=group.cutoffs_min, progress=self.progress
            )
            write_frame(table, folder / "isochrones.parquet")
            write_sources(trip_provenance(network, trip), folder / "sources.json")

        said = [*(name for name, *_ in group.origins), *group.places]
        name = f"isochrones {number + 1}: {work.mode} from {', '.join(said)}"
        inputs = self.made_on(group.network)
        if not group.places:
            del inputs["region"]
        return Step(name, "isochrones", inputs | told, make)

    def _lines_step(self, name: str) -> Step:
        """Return the step of the streets beneath isochrones."""

        def make(folder: Path, _: Mapping[str, Path]) -> None:
            from grensgeo.study.study_isochrones import map_lines

            write_frame(map_lines(self.inputs.network(name)), folder / "lines.parquet")

        inputs = self.made_on(name)
        del inputs["region"]
        return Step(f"streets beneath isochrones: {name}", "lines", inputs, make)

    def _figures_step(self) -> Step:
        """Return the step that combines the reach of all trips."""
        labels = [self.label(planned) for _, planned in self.runs]
        told = self.made_on() | {
            "labels": _text([(item.trip_id, label)
                             for (item, _), label in zip(self.runs, labels, strict=True)]),
            "scenarios": _text([self._scenario(one).key for one in self.inputs.study.scenarios]),
        }  # fmt: skip
        for item in self.inputs.study.trips:
            told[f"network {item.network}"] = self.inputs.network_sum(item.network)

        def make(folder: Path, done: Mapping[str, Path]) -> None:
            import pandas as pd

            from grensgeo.study.study_reach import note_of_edge, reach_by_place

            frames = [
                read_frame(done[step.name] / "cells.parquet").assign(
                    mode=item.trip_id, scenario=label
                )
                for step, (item, _), label in zip(self.reach, self.runs, labels, strict=True)
            ]
            cells = pd.concat(frames, ignore_index=True)
            places = self.places()
            noted = note_of_edge(cells, self.inputs)
            write_sources(Provenance(notes=noted), folder / "sources.json")
            write_frame(cells, folder / "cells.parquet")
            for level in ("region_code", "nuts3"):
                write_frame(reach_by_place(cells, places, level), folder / f"{level}.parquet")

        return Step("figures of municipalities", "figures", told, make, tuple(self.reach))

    def places(self) -> dict[str, Region]:
        """Return the region by the name of each scenario: one may move people."""
        region = self.inputs.region()
        found = {}
        for item, planned in self.runs:
            label = self.label(planned)
            if planned is None or not self._scenario(planned).parts & {"region", "border"}:
                found[label] = region
            else:
                found[label] = self.situation(item, planned).region or region
        return found

    def _stops_step(self) -> Step:
        """Return the step that counts which vehicles call where."""
        study = self.inputs.study
        told = {item.trip_id: _text(_told(item.trip)) for item in study.trips}
        used = {item.network for item in study.trips}

        def make(folder: Path, _: Mapping[str, Path]) -> None:
            from grensgeo.study.called_trips import stops_served

            region = self.inputs.own_region()
            found = {
                item.trip_id: stops_served(region, self.inputs.network(item.network), item.trip)
                for item in study.trips
            }
            (folder / "stops.json").write_text(json.dumps(found), encoding="utf-8")

        inputs = self.made_on(*sorted(used)) | told
        return Step("stops of each municipality", "stops", inputs, make)

    def _atlas_step(self) -> Step:
        """Return the step of what the atlas takes from networks."""
        study, planned = self.inputs.study, self.inputs.study.atlas
        assert planned is not None
        drawn = [path for path in planned.scenarios if is_drawn(self.inputs.scenario(path))]
        told = {
            **{f"trip {name}": _text(_told(trip)) for name, trip in planned.trips.items()},
            "areas": _text(study.areas),
            "opening": _text([planned.place, planned.trip]),
            "scenarios": _text(
                [(self.inputs.scenario(path).key, self.inputs.scenario(path).name)
                 for path in drawn]
            ),
        }  # fmt: skip

        def make(folder: Path, _: Mapping[str, Path]) -> None:
            from grensgeo.study.study_atlas import atlas_parts

            scenarios = self.inputs.scenarios()
            changed = {}
            for path in drawn:
                network = self.inputs.situation(path, planned.network).network
                if network is not None:
                    changed[path, planned.network] = network
            networks = {planned.network: self.inputs.network(planned.network)}
            parts = atlas_parts(
                planned, self.inputs.region(), networks, scenarios, changed=changed,
                areas=study.areas,
            )  # fmt: skip
            chosen = [scenarios[path] for path in drawn]
            write_portable(parts.taken, folder / "network", chosen)
            write_sources(parts.provenance, folder / "sources.json", chosen)
            # of a place that is not reached there is no time: null in JSON, which has no NaN
            times = {code: None if x != x else x for code, x in parts.opening.items()}  # noqa: PLR0124
            write_json({"opening": times, "stops": parts.stops}, folder / "parts.json")

        return Step("atlas", "atlas", self.made_on(planned.network) | told, make)

    def _proximity_step(self) -> Step:
        """Return the step of how near facilities are."""
        study = self.inputs.study
        used = [item for item in study.trips if item.trip_id in study.monitor_trips]
        told = {
            **{f"trip {item.trip_id}": _text(_told(item.trip)) for item in used},
            "areas": _text(study.areas),
            "radii_km": _text(study.monitor_radii_km),
            "facilities": _text(
                [(one.kind, one.licence, one.attribution, one.reference_date, one.url)
                 for one in study.monitor_facilities]
            ),
            "files of facilities": self.inputs.facilities_sum(),
        }  # fmt: skip

        def make(folder: Path, _: Mapping[str, Path]) -> None:
            from grensgeo.study.study_proximity import proximity_of_study

            table, used = proximity_of_study(self.inputs)
            write_frame(table, folder / "proximity.parquet")
            write_sources(used, folder / "sources.json")

        inputs = self.made_on(*sorted({item.network for item in used})) | told
        return Step("proximity of facilities", "proximity", inputs, make)

    def _departure_steps(self) -> dict[str, Step]:
        """Return by trip the steps of the atlas's further times of day."""
        study, planned = self.inputs.study, self.inputs.study.atlas
        if planned is None:
            return {}
        own = {item.trip_id for item in study.trips}

        def step_of(name: str, trip: Trip) -> Step:
            told = {
                **_told(trip),
                "areas": _text(study.areas),
                "curves": _text([*planned.opportunities, LONGEST_MIN]),
            }

            def situation() -> Situation:
                from grensgeo.scenario import Situation

                network = self.inputs.network(planned.network)
                return Situation(self.inputs.region(), network, {name: trip})

            inputs = self.made_on(planned.network) | told
            asked = CellsAsked(name, trip, situation, reach=False)
            return self.cells.step(f"reach at another time: {name}", "departure", inputs, asked)

        return {n: step_of(n, trip) for n, trip in planned.trips.items() if n not in own}

    def means(self, done: Mapping[str, Path]) -> dict[tuple[str, str], MeanCurves]:
        """Read what the mean inhabitants reach, by trip and scenario."""
        found = self.means_of_runs(done)
        for name, step in self.departures.items():
            found[name, BASELINE] = read_curves(done[step.name] / "curves")
        return found

    def means_of_runs(self, done: Mapping[str, Path]) -> dict[tuple[str, str], MeanCurves]:
        """Read them of the trips that the tables are of."""
        return {
            (item.trip_id, self.label(planned)): read_curves(done[step.name] / "curves")
            for step, (item, planned) in zip(self.reach, self.runs, strict=True)
            if (done[step.name] / "curves").is_dir()
        }

    def atlas_read(self, done: Mapping[str, Path]) -> AtlasParts | None:
        """Read what the atlas takes from networks."""
        from grensgeo.study.study_atlas import AtlasParts

        if self.atlas is None:
            return None
        folder, scenarios = done[self.atlas.name], self.inputs.scenarios().values()
        told = read_json(folder / "parts.json")
        return AtlasParts(
            read_portable(folder / "network", scenarios),
            {code: math.nan if x is None else x for code, x in told["opening"].items()},
            told["stops"],
            read_sources(folder / "sources.json", scenarios),
        )

    def sources(self, steps: Sequence[Step], done: Mapping[str, Path]) -> Provenance:
        """Read the sources and notes of some steps, united."""
        found, scenarios = Provenance(), tuple(self.inputs.scenarios().values())
        for step in steps:
            found |= read_sources(done[step.name] / "sources.json", scenarios)
        return found


def _spots(group: IsochroneSet) -> list[tuple[str, float, float]]:
    """Return the points of a set without their names."""
    return [(name, lon, lat) for name, _, lon, lat in group.origins]


def _text(value: object) -> str:
    """Return a value as text, the same for the same."""
    return json.dumps(value, ensure_ascii=False)


def _told(trip: Trip) -> dict[str, str]:
    """Return what a trip says, field by field, where it is not left as it is."""
    return {
        f"trip {item.name}": str(getattr(trip, item.name))
        for item in fields(trip)
        if getattr(trip, item.name) != item.default
    }
