"""Run a study: travel times, reach, isochrones, scenarios, maps, tables and the monitor's feed."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.errors import GrensgeoWarning, InputError, some
from grensgeo.files import beside, need_place, write_table
from grensgeo.notes import Note
from grensgeo.provenance import Provenance, manifest_of, write_json
from grensgeo.schema import side_schema
from grensgeo.study.called_trips import call_trips
from grensgeo.study.held_results import hold_results
from grensgeo.study.mean_inhabitants import (
    by_municipality,
    departures_of_inhabitants,
    edge_cells,
    start_curves,
)
from grensgeo.study.study_atlas import draw_atlas, page_faults
from grensgeo.study.study_checks import hold_study
from grensgeo.study.study_feed import feed_trips, write_study_feed
from grensgeo.study.study_inputs import StudyInputs
from grensgeo.study.study_isochrones import draw_isochrones
from grensgeo.study.study_situations import drawn_networks, notes_of_undrawn, situations_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import pandas as pd

    from grensgeo.maps.atlas import Atlas
    from grensgeo.maps.trip_names import TripName
    from grensgeo.measures.curves import CurveBuilder, MeanCurves
    from grensgeo.monitor import FeedTrip
    from grensgeo.network import Network
    from grensgeo.region.region import Region
    from grensgeo.scenario import Scenario, Situation
    from grensgeo.study.agreement import Law
    from grensgeo.study.study_file import Study, StudyTrip
    from grensgeo.study.study_isochrones import Polygons

#: Codes of what the study itself says once, of all its opportunities.
_SAID_ONCE = {"figure-unknown", "no-figure-known"}


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
    feed_trips
        What the feed tells of the trips, by id.
    scenario_regions
        The region by scenario: people may live elsewhere.
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
    feed_trips: Mapping[str, FeedTrip] = field(default_factory=dict)
    scenario_regions: Mapping[str, Region] = field(default_factory=dict)


def run_study(
    study: Study,
    output: Path,
    *,
    say: Callable[[str], None] = lambda _: None,
    progress: bool = False,
    store: bool = False,
) -> list[Path]:
    """Run a study from inputs to maps.

    Parameters
    ----------
    study
        What to do, from :func:`read_study`.
    output
        Folder for maps, tables, the manifest and the feed of the monitor. It is written once
        everything is computed: a study that fails writes nothing.
    say
        Called with one line per stage.
    progress
        Show progress bars.
    store
        Keep what is prepared for the networks beside them, where that can be, and start with what
        is there.

    Returns
    -------
    list of Path
        The files that were written.

    Raises
    ------
    InputError
        If the study asks for areas, places, opportunities or lines that its inputs lack, or if
        its figures contradict each other.

    Examples
    --------
    >>> from grensgeo.study.study_file import read_study
    >>> study = read_study(Path("data/sample/study.toml"))
    >>> written = run_study(study, Path("maps"))  # doctest: +SKIP
    """
    output = Path(output)
    need_place(output, folder=True)
    inputs = StudyInputs(study, prepared=store)
    hold_study(inputs)
    region, networks, scenarios = inputs.region(), inputs.networks(), inputs.scenarios()
    for one in inputs.told:
        warnings.warn(GrensgeoWarning.of(one.faults), stacklevel=2)
    _warn_of_missing(study, region)
    results = compute(study, region, networks, scenarios, say=say, progress=progress)
    inputs.keep()
    with beside(output) as folder:
        say("maps, tables and the feed of the monitor")
        write(study, region, results, folder)
        return _move(folder, output)


def compute(
    study: Study,
    region: Region,
    networks: Mapping[str, Network],
    scenarios: Mapping[Path, Scenario],
    *,
    say: Callable[[str], None] = lambda _: None,
    progress: bool = False,
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
    say, progress
        As in :func:`run_study`.

    Returns
    -------
    Results
        Tables and polygons.
    """
    import pandas as pd

    from grensgeo.traveltimes.cut_edge import ends_somewhere

    frames: list[pd.DataFrame] = []
    provenance = region.provenance | notes_of_undrawn(study, scenarios)
    situations = situations_of(study, region, networks, scenarios)
    runs = [(item, _baseline(region, networks, item), "baseline") for item in study.trips]
    for planned in study.scenarios:
        label = scenarios[planned.path].name
        runs += [
            (item, situations[planned.path, item.network], label)
            for item in study.trips
            if item.trip_id in planned.trips
        ]
    changed = drawn_networks(situations, scenarios)
    names = {path: scenario.name for path, scenario in scenarios.items()}
    if too_much := page_faults(study, region, networks, changed=changed, names=names):
        raise InputError.of(too_much, where=f"study {study.study_id}")
    means: dict[tuple[str, str], MeanCurves] = {}
    marked = edge_cells(region)
    places: dict[str, Region] = {}
    for item, situation, label in runs:
        say(f"travel times and reach: {item.trip_id}, {label}")
        places[label] = situation.region or region
        drawn = label == "baseline" or any(names[path] == label for path, _ in changed)
        curves = start_curves(study, region, item, edge=marked) if drawn else None
        cells, used = _reach(study, situation, item, edge=marked, curves=curves, progress=progress)
        frames.append(cells.assign(mode=item.trip_id, scenario=label))
        provenance = provenance | used
        if curves is not None:
            means[item.trip_id, label] = by_municipality(curves, region)
    cells = pd.concat(frames, ignore_index=True)
    if any(
        ends_somewhere(networks[item.network], by_timetable=item.trip.mode == "transit")
        for item in study.trips
    ):
        touched = cells.loc[cells["edge"].fillna(value=False).astype(bool), "id"].nunique()
        counted = Note("network.cut-edge-places", n=touched, all=cells["id"].nunique())
        provenance = provenance | Provenance(notes=(counted,))
    called = call_trips(study, region, networks)
    results = Results(
        cells=cells,
        municipalities=_by_place(cells, places, "region_code"),
        nuts3=_by_place(cells, places, "nuts3"),
        polygons=draw_isochrones(study, region, networks, say=say, progress=progress),
        scenarios={scenario.name: scenario.title for scenario in scenarios.values()},
        provenance=provenance,
        trips=called,
        feed_trips=feed_trips(study, networks, called),
        scenario_regions=places,
        atlas=_atlas(study, region, networks, scenarios, changed=changed, means=means, say=say),
    )
    say("figures held against each other")
    return replace(results, laws=hold_results(study, results, runs=runs, regions=places))


def _atlas(
    study: Study,
    region: Region,
    networks: Mapping[str, Network],
    scenarios: Mapping[Path, Scenario],
    *,
    changed: Mapping[tuple[Path, str], Network],
    means: dict[tuple[str, str], MeanCurves],
    say: Callable[[str], None],
) -> Atlas | None:
    """Build the atlas, if the study has one."""
    if study.atlas is None:
        return None
    say("atlas")
    means |= departures_of_inhabitants(study, region, networks[study.atlas.network])
    return draw_atlas(study, region, networks, scenarios, changed=changed, means=means)


def _baseline(region: Region, networks: Mapping[str, Network], item: StudyTrip) -> Situation:
    """Return the situation of a trip without any scenario."""
    from grensgeo.scenario import Situation

    return Situation(region, networks[item.network], {item.trip_id: item.trip})


def _by_place(cells: pd.DataFrame, places: Mapping[str, Region], level: str) -> pd.DataFrame:
    """Combine reach of cells, in each scenario by the people who then live there."""
    import pandas as pd

    from grensgeo.measures.region_reach import reach_of_level

    of_region: dict[int, list[str]] = {}
    for label, region in places.items():
        of_region.setdefault(id(region), []).append(label)
    frames = [
        reach_of_level(cells[cells["scenario"].isin(labels)], places[labels[0]], level=level)
        for labels in of_region.values()
    ]
    return pd.concat(frames, ignore_index=True) if len(frames) > 1 else frames[0]


def _reach(
    study: Study,
    situation: Situation,
    item: StudyTrip,
    *,
    edge: pd.Series,
    curves: CurveBuilder | None,
    progress: bool,
) -> tuple[pd.DataFrame, Provenance]:
    """Return reach of every cell of the study's areas by one trip."""
    import pandas as pd

    from grensgeo.border.terms import BorderTerms, reach_on_terms
    from grensgeo.measures import reach
    from grensgeo.traveltimes import travel_time_blocks, travel_time_sums

    region, network = situation.region, situation.network
    if region is None or network is None:
        raise InputError("part-not-given", "a study needs a region and a network")
    trip, terms = situation.trips[item.trip_id], situation.border or BorderTerms()
    origins = region.select(area=study.areas).cells
    opportunities = {name: region.opportunities[name] for name in study.opportunities}
    told_of = {name: region.opportunities.bounds(name) for name in opportunities}
    bounds = {name: pair for name, pair in told_of.items() if pair is not None}
    bounds = bounds if terms.plain else {}
    frames, provenance = [], Provenance()
    with _said_once():
        if curves is None:  # nobody else looks at the times: they need not be held
            sums = travel_time_sums(network, origins, region.cells, trip, progress=progress)
            table = reach_on_terms(
                lambda cutoffs: reach(
                    sums, opportunities, cutoffs_min=cutoffs, edge=edge, bounds=bounds
                ),
                terms,
                cutoffs_min=study.cutoffs_min,
                countries=region.countries.unique().tolist(),
            )
            told = () if terms.plain else (Note("scenario.border-terms", terms=str(terms)),)
            used = region.provenance | Provenance(notes=told)
            return table, sums.provenance | used
        for times in travel_time_blocks(network, origins, region.cells, trip, progress=progress):
            frames.append(
                reach(
                    times, opportunities, cutoffs_min=study.cutoffs_min, edge=edge, bounds=bounds
                )
            )
            provenance = provenance | times.provenance
            curves.add(times)
    return pd.concat(frames, ignore_index=True), provenance


@contextmanager
def _said_once() -> Iterator[None]:
    """Drop from warnings what is said once for the study, instead of once a block."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", GrensgeoWarning)
        yield
    for one in caught:
        if not isinstance(one.message, GrensgeoWarning):
            warnings.warn_explicit(one.message, one.category, one.filename, one.lineno)
        elif rest := [fault for fault in one.message.faults if fault.code not in _SAID_ONCE]:
            warnings.warn(GrensgeoWarning.of(rest), stacklevel=3)


def _warn_of_missing(study: Study, region: Region) -> None:
    """Warn which figures are not known: reach that holds them is a lower bound or null."""
    for name in study.opportunities:
        cells = region.cells[region.opportunities[name].isna()]
        unknown = region.municipalities.loc[cells["region_code"].unique()]
        by_country = [
            f"{country}: {some(part['name'])}" for country, part in unknown.groupby("country")
        ]
        if by_country:
            text = (
                f"{name}: no figure is known in {'; '.join(by_country)}; reach that includes "
                "them is a lower bound, or null where nothing is known; missing is not zero"
            )
            warnings.warn(GrensgeoWarning("figure-unknown", text), stacklevel=3)


def write(study: Study, region: Region, results: Results, folder: Path) -> None:
    """Write maps, tables, the manifest and the feed of the monitor into a folder.

    Parameters
    ----------
    study, region, results
        The study, its region and what :func:`compute` gave.
    folder
        An existing folder.
    """
    _write_tables(results, folder / "tables")
    _write_maps(study, region, results, folder)
    write_study_feed(
        study,
        results.cells,
        folder / "monitor",
        region=region,
        provenance=results.provenance,
        trips=results.feed_trips,
        scenarios=results.scenarios,
        scenario_regions=results.scenario_regions,
    )
    provenance = results.provenance | results.polygons.provenance
    told = {"study": study.study_id, **provenance.to_dict()}
    told["laws"] = [law.to_dict() for law in results.laws]
    write_json(told, folder / "manifest.json")


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
        path = folder / name
        write_table(table, path)
        of_isochrones = path.stem == "isochrones"
        provenance = results.polygons.provenance if of_isochrones else results.provenance
        side = {"path": name, "schema": side_schema(table)}
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


def _move(folder: Path, output: Path) -> list[Path]:
    """Move finished files to where they belong, replacing older ones of the same name."""
    moves = {
        path: output / path.relative_to(folder)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    for target in moves.values():
        need_place(target)
    for path, target in moves.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)
    return list(moves.values())
