"""A feed: the figures of a study as tables that explain each other, before they are written."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo import words
from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.monitor.feed_options import FeedOptions, FeedTrip, option_faults, period_faults
from grensgeo.monitor.indicators import BASELINE, IDENTITY, MEASURES, indicator_id, indicator_rows
from grensgeo.monitor.input_coverage import covered_inputs
from grensgeo.monitor.levels import (
    LEVELS,
    as_corop,
    geometry_of,
    levels_of,
    memberships,
    region_rows,
)
from grensgeo.monitor.observations import Known, level_figures
from grensgeo.monitor.proximity_figures import proximity_faults, proximity_figures
from grensgeo.monitor.rests_on import KnownSources
from grensgeo.monitor.suppressing import suppress
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.schema import FEED_RUNS, FEED_SOURCES, OBSERVATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import geopandas as gpd
    import pandas as pd

    from grensgeo.monitor.input_coverage import CoveredInput
    from grensgeo.monitor.levels import RegionLevel
    from grensgeo.region.region import Region
    from grensgeo.words import Text

#: Digits of a run's id: two runs in a million share one with a chance below 1 in 500.
_RUN = 12


@dataclass(frozen=True, eq=False)
class MonitorFeed:
    """The tables of a feed.

    Attributes
    ----------
    observations, indicators, regions, sources, runs
        ``schema.OBSERVATIONS``, ``INDICATORS``, ``FEED_REGIONS``, ``FEED_SOURCES``, ``FEED_RUNS``.
    revisions
        Observations that a later run replaced.
    geometry
        Outlines of the regions.
    provenance
        Sources and notes.
    options
        What was said of the feed.
    parameters
        What went into its last run, ready for JSON.
    coverage
        What each input covers on each side.
    """

    observations: pd.DataFrame
    indicators: pd.DataFrame
    regions: pd.DataFrame
    sources: pd.DataFrame
    runs: pd.DataFrame
    revisions: pd.DataFrame
    geometry: gpd.GeoDataFrame
    provenance: Provenance
    options: FeedOptions
    parameters: Mapping[str, Any]
    coverage: tuple[CoveredInput, ...] = ()

    @property
    def periods(self) -> list[str]:
        """Periods of which there are observations, in their order."""
        return sorted(set(self.observations["period"]))


@dataclass(frozen=True, eq=False)
class FeedInputs:
    """What a feed is computed from.

    Attributes
    ----------
    reach
        Reach of cells or municipalities, checked (``schema.REACH``, ``mode``, ``scenario``).
    region, provenance, period, trips, scenarios, scenario_regions, options
        As :func:`grensgeo.monitor.write_monitor` has them.
    """

    reach: pd.DataFrame
    region: Region
    provenance: Provenance
    period: str
    trips: Mapping[str, FeedTrip]
    scenarios: Mapping[str, Text]
    scenario_regions: Mapping[str, Region]
    options: FeedOptions
    proximity: pd.DataFrame | None = None

    @property
    def whole(self) -> Provenance:
        """Sources and notes of region and reach."""
        return self.region.provenance | self.provenance


def build_feed(given: FeedInputs) -> MonitorFeed:
    """Compute the tables of a feed of one period.

    Parameters
    ----------
    given
        Reach, and what is known of it.

    Returns
    -------
    MonitorFeed
        Not rounded; suppressed as the options ask.

    Raises
    ------
    InputError
        With every fault at once.
    """
    import pandas as pd

    reach, region, whole, options = given.reach, given.region, given.whole, given.options
    if faults := _faults(given):
        raise InputError.of(faults, where="monitor")
    norms = [{"least": 1, **norm} for norm in options.norms]
    of_reach = [norm for norm in norms if norm["opportunity"] in set(reach["opportunity"])]
    countries = {*region.municipalities["country"], *reach["to_country"]}
    frames: list[pd.DataFrame] = []
    levels: list[RegionLevel] = []
    notes: list[Note] = []
    for labels, home in _by_region(reach, region, given.scenario_regions):
        population = _population(reach, home)
        known = Known(population, _modelled(home), whole.schematic, of_reach, len(countries))
        part = reach[reach["scenario"].isin({*labels, BASELINE})]
        found, told = levels_of(home, set(part["id"]), population)
        if BASELINE in labels:
            levels, notes = found, told
        for level in found:
            if level.name == "corop":
                continue  # the same areas as those of NUTS 3
            figures = level_figures(part, level, known)
            here = [figures[figures["scenario_id"].isin(labels)]]
            if BASELINE in labels and given.proximity is not None:
                here.append(proximity_figures(given.proximity, level, replace(known, norms=norms)))
            frames += here
            if level.name == "nuts3":
                frames += [as_corop(one) for one in here if len(one)]
    figures = pd.concat(frames, ignore_index=True)
    figures, first, second = suppress(figures, memberships(region), below=options.suppress_below)
    if first:
        notes.append(Note("feed.suppressed", least=options.suppress_below, primary=first,
                          secondary=second))  # fmt: skip
    figures["indicator_id"] = _ids(figures)
    run = _run(given)
    regions = region_rows(region, levels)
    called = {name: _called(name, trip) for name, trip in given.trips.items()}
    observed = _observations(figures, given)
    observed = observed.assign(run_id=run["run_id"]).merge(
        regions[["region_code", "region_level", "nuts_version"]],
        on=["region_code", "region_level"],
        how="left",
        suffixes=("_", ""),
    )
    kinds = figures[["indicator_id", *IDENTITY]].drop_duplicates(ignore_index=True)
    used = {one for ids in observed["source_ids"].unique() for one in ids.split(";")}
    return MonitorFeed(
        observations=in_order(observed),
        indicators=indicator_rows(kinds, called, given.scenarios, countries=len(countries)),
        regions=regions,
        sources=_sources(whole, used),
        runs=pd.DataFrame([run["told"]], columns=[c.name for c in FEED_RUNS.columns]),
        revisions=in_order(observed).iloc[:0],
        geometry=geometry_of(region, levels),
        provenance=whole | Provenance(notes=tuple(notes)),
        options=options,
        parameters=run["parameters"],
        coverage=covered_inputs(region, given.trips),
    )


def in_order(observed: pd.DataFrame) -> pd.DataFrame:
    """Arrange observations: declared columns, rows by their key."""
    columns = [column.name for column in OBSERVATIONS.columns]
    rank = {name: number for number, name in enumerate(LEVELS)}
    ordered = observed.assign(_level=observed["region_level"].map(rank)).sort_values(
        ["period", "indicator_id", "_level", "region_code"], kind="stable", ignore_index=True
    )
    return ordered[columns]


def _faults(given: FeedInputs) -> Faults:
    """List what keeps a feed from being made."""
    reach = given.reach
    faults = option_faults(given.options)
    faults.extend(period_faults(given.period))
    if not given.whole.sources:
        faults.add("source-missing", "provenance: no sources; a feed must name them")
    if reach.empty:
        faults.add("table-empty", "reach: there are no rows")
    elif BASELINE not in set(reach["scenario"]):
        faults.add("scenario-missing", f"reach: no rows of the scenario {BASELINE!r}")
    keys = ["id", "mode", "opportunity", "cutoff_min", "scenario", "to_country"]
    twice = reach.duplicated(keys)
    if twice.any():
        rows = [" ".join(map(str, row)) for row in reach.loc[twice, keys].to_numpy()]
        faults.add("row-twice", f"reach: rows that stand twice: {some(rows)}")
    kinds: set[str] = set()
    if given.proximity is not None:
        kinds = set(given.proximity["opportunity"])
        faults.extend(proximity_faults(given.proximity, given.options.norms, given.trips))
        if both := sorted(kinds & set(reach["opportunity"])):
            faults.add("id-twice", f"proximity: kinds that the reach counts too: {some(both)}")
    for norm in given.options.norms:
        if norm["opportunity"] in kinds:
            continue
        for column, table in (("opportunity", "opportunity"), ("cutoff_min", "cutoff_min")):
            if len(reach) and norm[column] not in set(reach[table]):
                faults.append(
                    Fault(
                        "name-unknown",
                        f"[[monitor.norms]]: {column} {norm[column]!r} is not in the reach; "
                        f"there are {some(sorted(set(reach[table])))}",
                    )
                )
    return faults


def _by_region(
    reach: pd.DataFrame, region: Region, others: Mapping[str, Region]
) -> list[tuple[list[str], Region]]:
    """Group scenarios by the region in which their people live, the baseline's first."""
    grouped: dict[int, tuple[list[str], Region]] = {id(region): ([BASELINE], region)}
    for label in sorted(set(reach["scenario"]) - {BASELINE}):
        home = others.get(label, region)
        grouped.setdefault(id(home), ([], home))[0].append(label)
    return list(grouped.values())


def _population(reach: pd.DataFrame, region: Region) -> pd.Series[float]:
    """Return inhabitants by cell, or by municipality where the reach is theirs."""
    if set(reach["id"]) <= set(region.cells.index):
        people: pd.Series[float] = region.cells["population"].astype("float64")
        return people
    of_towns: pd.Series[float] = region.municipalities["population"].astype("float64")
    return of_towns


def _modelled(region: Region) -> frozenset[tuple[str, str]]:
    """Return the opportunities and countries of which some count is modelled."""
    table = region.opportunity_table
    country = region.municipalities.drop_duplicates("region_code").set_index("region_code")
    where = table["region_code"].map(country["country"])
    modelled = table["modelled"].astype(bool)
    return frozenset(zip(table.loc[modelled, "opportunity"], where[modelled], strict=True))


def _called(name: str, trip: FeedTrip) -> Text:
    """Return how a trip is called in a sentence: as it is told, or by its mode and name."""
    by = trip.by or words.texts("terms.by").get(trip.mode) or words.in_every_language(name)
    if trip.by or name == trip.mode:
        return by
    return {language: f"{text} ({name})" for language, text in by.items()}


def _ids(figures: pd.DataFrame) -> list[str]:
    """Return the id of the indicator of each row."""
    kinds = figures[list(IDENTITY)].drop_duplicates()
    found = {
        tuple(map(repr, row.values())): indicator_id({str(k): v for k, v in row.items()})
        for row in kinds.to_dict("records")
    }
    columns = [figures[name].tolist() for name in IDENTITY]
    return [found[tuple(map(repr, row))] for row in zip(*columns, strict=True)]


def _observations(figures: pd.DataFrame, given: FeedInputs) -> pd.DataFrame:
    """Return figures with the columns of observations, but for run and version of NUTS."""
    region, trips = given.region, given.trips
    counted = figures["measure"] == "population"
    measures = figures["measure"].map(MEASURES)
    unit = [m.unit or o for m, o in zip(measures, figures["opportunity"], strict=True)]
    table = region.opportunity_table
    concepts = {
        name: ";".join(sorted({*rows["job_concept"]} - {""}))
        for name, rows in table.groupby("opportunity")
    }
    sources = KnownSources(region, given.whole, trips, given.proximity)
    told = {name: trips.get(name, FeedTrip("")) for name in figures["trip"].unique()}

    def of_trip(field: str) -> pd.Series:
        return figures["trip"].map({name: getattr(trip, field) for name, trip in told.items()})

    result = figures.assign(
        region_code=figures["id"],
        period=given.period,
        unit=unit,
        border=[m.border for m in measures],
        mode=of_trip("mode").where(~counted),
        access=of_trip("access"),
        departure_window=of_trip("departure_window"),
        percentile=of_trip("percentile").astype("float64"),
        job_concept=figures["opportunity"].map(concepts),
        source_ids=sources.of(figures),
    )
    for name in ("mode", "access", "departure_window", "job_concept"):
        result[name] = result[name].replace("", None)
    for name in ("n_origins", "population"):
        result[name] = result[name].round().astype("Int64")
    return result


def _sources(whole: Provenance, used: Collection[str]) -> pd.DataFrame:
    """Return the sources that some figure names (``schema.FEED_SOURCES``)."""
    import pandas as pd

    names = [column.name for column in FEED_SOURCES.columns]
    rows = [asdict(source) for source in whole.sources if source.source_id in used]
    frame = pd.DataFrame(rows, columns=names).drop_duplicates("source_id")
    return frame.replace("", None).sort_values("source_id", ignore_index=True)


def _run(given: FeedInputs) -> dict[str, Any]:
    """Return a run's id, by the content of what went in, with what is told of it."""
    parameters = {
        "period": given.period,
        "trips": {name: asdict(trip) for name, trip in sorted(given.trips.items())},
        "scenarios": {name: dict(title) for name, title in sorted(given.scenarios.items())},
        "options": {k: v for k, v in asdict(given.options).items() if k != "recipe"},
        "version": version("grensgeo"),
        "region_sha256": _digest(given.region.cells.drop(columns="geometry"),
                                 given.region.municipalities.drop(columns="geometry"),
                                 given.region.opportunity_table),
        "reach_sha256": _digest(given.reach),
    }  # fmt: skip
    if given.proximity is not None:
        parameters["proximity_sha256"] = _digest(given.proximity)
    text = json.dumps(parameters, sort_keys=True, ensure_ascii=True)
    run_id = hashlib.sha256(text.encode()).hexdigest()[:_RUN]
    since = given.options.valid_from or None
    told = {"run_id": run_id, "period": given.period, "valid_from": since, "revises": None,
            "version": parameters["version"]}  # fmt: skip
    return {"run_id": run_id, "told": told, "parameters": parameters}


def _digest(*frames: pd.DataFrame) -> str:
    """Return a checksum of tables, whatever the order of their rows and the last digits."""
    import pandas as pd

    whole = hashlib.sha256()
    for frame in frames:
        plain = pd.DataFrame(
            {
                str(name): column.astype(np.float32) if column.dtype.kind == "f"
                else column.astype("float64") if column.dtype.kind in "iub"
                else column.astype(str)
                for name, column in frame.items()
            }
        )  # fmt: skip
        rows = pd.util.hash_pandas_object(plain, index=False).to_numpy()
        whole.update(",".join(plain.columns).encode())
        whole.update(np.sort(rows).tobytes())
    return whole.hexdigest()
