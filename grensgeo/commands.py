"""What each command does; the parser of :mod:`grensgeo.cli` names these functions."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from grensgeo.errors import GrensgeoError, InputError, some
from grensgeo.files import (
    LAYERS,
    TABLES,
    need_ending,
    need_place,
    read_layer,
    read_table,
    write_table,
)
from grensgeo.inputs import note_of, places_of, provenance_of, reach_inputs, times_of
from grensgeo.matrix.manifest import summary
from grensgeo.provenance import Provenance, manifest_of, write_json
from grensgeo.schema import side_schema

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd

    from grensgeo.network import Network
    from grensgeo.region import Region
    from grensgeo.sources.gtfs import Feed, FeedReport
    from grensgeo.traveltimes import Trip

_COUNTS = ("cutoff_min", "reach_nl", "reach_de", "closed", "open", "border_effect")
_REACH = ("id", "country", "cutoff_min", "opportunity", "reach_nl", "reach_de", "closed", "open",
          "border_effect")  # fmt: skip
_BORDER = ("id", "country", "cutoff_min", "closed", "open", "border_effect")


def build(arguments: argparse.Namespace) -> int:
    """Build a network from OSM extracts."""
    from grensgeo.network import build_network
    from grensgeo.sources.gtfs import read_feed
    from grensgeo.sources.services import read_services

    need_place(arguments.output, folder=True)
    network = build_network(
        arguments.osm,
        countries=_countries(arguments.boundaries, arguments.layer)
        if arguments.boundaries
        else None,
        gtfs=[read_feed(path, repair=arguments.repair) for path in arguments.gtfs],
        services=read_services(arguments.services) if arguments.services else None,
        elevation=arguments.elevation,
        progress=_progress(),
    )
    network = _observe(network, arguments)
    network.save(arguments.output)
    print(f"{arguments.output}: {network}")
    return 0


def times(arguments: argparse.Namespace) -> int:
    """Compute travel times from origins to destinations."""
    from grensgeo.network import load_network
    from grensgeo.sources.points import read_points
    from grensgeo.traveltimes import travel_times

    _output(arguments.output, TABLES)
    if arguments.report:
        _output(arguments.report, TABLES)
    network = _observe(load_network(arguments.network), arguments)
    origins = read_points(arguments.origins, extent=network.extent, layer=arguments.layer)
    destinations = origins
    if arguments.destinations:
        destinations = read_points(
            arguments.destinations, extent=network.extent, layer=arguments.layer
        )
    trip = _read_trip(arguments, max_min=arguments.max_min, percentiles=arguments.percentiles)
    result = travel_times(network, origins, destinations, trip, progress=_progress())
    frame = result.to_frame()
    _write(frame, arguments.output, result.provenance, trip=trip, table=summary(frame))
    if arguments.report:
        _write(result.report, arguments.report, result.provenance)
    print(f"{arguments.output}: {result}")
    return 0


def journeys(arguments: argparse.Namespace) -> int:
    """Tell how the travel time of one pair comes about."""
    from grensgeo.network import load_network
    from grensgeo.sources.points import read_points
    from grensgeo.traveltimes import journeys as trace
    from grensgeo.traveltimes.timetables import uses_timetable

    _output(arguments.output, (*LAYERS, ".csv"))
    network = _observe(load_network(arguments.network), arguments)
    points = read_points(arguments.points, extent=network.extent, layer=arguments.layer)
    ends = []
    for place in (arguments.from_id, arguments.to_id):
        ends.append(points[points["id"] == place])
        if not len(ends[-1]):
            raise InputError(f"{arguments.points}: no place {place!r}; there are "
                             f"{some(points['id'])}")  # fmt: skip
    trip = _read_trip(arguments, max_min=arguments.max_min, percentiles=arguments.percentiles)
    result = trace(network, ends[0], ends[1], trip)
    notes = Provenance(
        notes=trip.notes(by_timetable=uses_timetable(network, trip), network=network)
    )
    _write(result, arguments.output, network.provenance | notes)
    if result.empty:
        _say("no journey: both are one place, or nothing leads there within the trip's limits")
    print(f"{arguments.output}: {result['percentile'].nunique()} journeys")
    return 0


def isochrones(arguments: argparse.Namespace) -> int:
    """Compute isochrones."""
    from grensgeo.isochrone import isochrones as polygons
    from grensgeo.network import load_network
    from grensgeo.sources.points import read_points
    from grensgeo.traveltimes.timetables import uses_timetable

    _output(arguments.output, LAYERS)
    network = _observe(load_network(arguments.network), arguments)
    origins = read_points(arguments.origins, extent=network.extent, layer=arguments.layer)
    trip = _read_trip(arguments)
    result = polygons(
        network,
        origins,
        trip,
        cutoffs_min=sorted(set(arguments.cutoffs)),
        resolution_m=arguments.resolution_m,
        progress=_progress(),
    )
    notes = trip.notes(by_timetable=uses_timetable(network, trip), network=network)
    _write(result, arguments.output, network.provenance | Provenance(notes=notes))
    print(f"{arguments.output}: {len(result)} isochrones")
    return 0


def reach(arguments: argparse.Namespace) -> int:
    """Compute opportunities within cutoffs, by country of destination."""
    from grensgeo.accessibility import reach as measure

    _output(arguments.output, TABLES)
    matrix, opportunities, countries, provenance = reach_inputs(arguments)
    if arguments.measure:
        result = _measured(arguments, matrix, opportunities)
    else:
        if not arguments.cutoffs:
            raise InputError("give --cutoffs, or a --measure that needs none")
        names = ("decay", "demand", "k", "n", "rate", "radius_km", "passive")
        alone = [f"--{name.replace('_', '-')}" for name in names if getattr(arguments, name)]
        if alone:
            raise InputError(f"{some(alone)}: belongs to a measure; give --measure NAME too")
        result = measure(
            matrix,
            opportunities,
            cutoffs_min=sorted(set(arguments.cutoffs)),
            countries=countries,
        )
    mode = arguments.mode or note_of(arguments.times).get("mode")
    if mode is not None:
        result["mode"] = mode
    _write(result, arguments.output, provenance)
    print(f"{arguments.output}: {len(result)} rows")
    return 0


def _measured(
    arguments: argparse.Namespace, matrix: pd.DataFrame, opportunities: dict[str, pd.Series]
) -> pd.DataFrame:
    """Compute the measure that is named, for every cutoff where it has several."""
    import pandas as pd

    from grensgeo.accessibility import by_name
    from grensgeo.decay import parse

    options: dict[str, Any] = {
        name: getattr(arguments, name)
        for name in ("k", "n", "rate", "radius_km")
        if getattr(arguments, name) is not None
    }
    if arguments.decay:
        options["decay"] = parse(arguments.decay)
    places = _measured_places(arguments)
    if arguments.demand:
        if arguments.demand not in places.columns:
            raise InputError(
                f"--demand {arguments.demand}: no such column; there are {some(places.columns)}"
            )
        options["demand"] = places[arguments.demand]
        opportunities = {k: v for k, v in opportunities.items() if k != arguments.demand}
    if arguments.measure == "transport_performance":
        options["places"] = places
    cutoffs = sorted(set(arguments.cutoffs or ()))
    runs: list[dict[str, Any]] = [{"cutoff_min": cutoff} for cutoff in cutoffs] or [{}]
    if arguments.measure == "cumulative_interval":
        if len(cutoffs) != 2:
            raise InputError("--measure cumulative_interval: give --cutoffs FIRST LAST")
        runs = [{"interval_min": (cutoffs[0], cutoffs[1])}]
    frames = [
        by_name(
            arguments.measure,
            matrix,
            opportunities,
            options=options | run,
            active=not arguments.passive,
        )
        for run in runs
    ]
    return pd.concat(frames, ignore_index=True)


def _measured_places(arguments: argparse.Namespace) -> pd.DataFrame:
    """Give what is known of origins and destinations, by id."""
    import pandas as pd

    if arguments.region:
        from grensgeo.region import load_region

        region = load_region(arguments.region)
        frames = [pd.DataFrame(table) for table in (region.cells, region.municipalities)]
        coordinates = region.places[["lon", "lat"]]
        frames[1] = frames[1].drop(columns=["lon", "lat"], errors="ignore").join(coordinates)
    else:
        frames = [places_of(arguments.opportunities)]
        if arguments.origins:
            frames.append(places_of(arguments.origins))
    places = pd.concat(frames)
    if len(frames) > 1:
        # A place that stands in both tables has what either says of it.
        places = places.groupby(level=0, sort=False).first()
    return places


def border(arguments: argparse.Namespace) -> int:
    """Compute reach with the border closed and open."""
    import pandas as pd

    from grensgeo.border import as_resistance, border_effect
    from grensgeo.decay import parse

    _output(arguments.output, TABLES)
    matrix, opportunities, countries, provenance = reach_inputs(arguments)
    closed: Any = "destinations"
    if arguments.closed_times:
        if note_of(arguments.closed_times).get("foreign_routing"):
            raise InputError(f"{arguments.closed_times}: computed without --domestic-routing")
        closed = times_of(arguments.closed_times)
        provenance = provenance | provenance_of(arguments.closed_times)
    if bool(arguments.cutoffs) == bool(arguments.decay):
        raise InputError("give either --cutoffs or --decay")
    runs: list[dict[str, Any]] = [{"cutoff_min": c} for c in sorted(set(arguments.cutoffs or ()))]
    if arguments.decay:
        runs = [{"decay": parse(arguments.decay)}]
    try:
        resistance: Any = float(arguments.resistance)
    except ValueError:
        resistance = arguments.resistance
    if arguments.both_ways:
        resistance = as_resistance(resistance).both_ways()
    frames = [
        border_effect(
            matrix,
            counts,
            countries=countries,
            closed=closed,
            resistance=resistance,
            matching=arguments.matching,
            **run,
        ).assign(opportunity=name)
        for name, counts in opportunities.items()
        for run in runs
    ]
    result = pd.concat(frames, ignore_index=True)
    _write(result, arguments.output, provenance)
    print(f"{arguments.output}: {len(result)} rows")
    return 0


def compare(arguments: argparse.Namespace) -> int:
    """Hold a scenario against the baseline."""
    from grensgeo.accessibility import compare as difference

    _output(arguments.output, TABLES)
    result = difference(_reach_table(arguments.baseline), _reach_table(arguments.scenario))
    provenance = provenance_of(arguments.baseline) | provenance_of(arguments.scenario)
    _write(result, arguments.output, provenance)
    print(f"{arguments.output}: {len(result)} rows")
    return 0


def map(arguments: argparse.Namespace) -> int:  # noqa: A001  the command's name
    """Draw a map."""
    from grensgeo import maps
    from grensgeo.maps.picture import ENDINGS
    from grensgeo.region import load_region
    from grensgeo.sources.areas import as_areas, need_near

    _output(arguments.output, (".html", *ENDINGS))
    choose = dict(arguments.choose)
    if choose and not arguments.png and arguments.output.suffix.lower() not in ENDINGS:
        raise InputError("--choose is for a picture; give --png too, or an output such as map.png")
    region = load_region(arguments.region)
    title = dict.fromkeys(("nl", "de", "en"), arguments.title) if arguments.title else None
    options = {
        "title": title,
        "language": arguments.language,
        "provenance": region.provenance | provenance_of(arguments.input),
    }
    if arguments.kind == "isochrones":
        layer = as_areas(read_layer(arguments.input), where=str(arguments.input))
        need_near(layer, region.municipalities.geometry, where=str(arguments.input))
        names = dict(region.municipalities["name"])
        drawing = maps.isochrone_map(region, layer, names=names, **options)
    elif arguments.kind == "reach":
        reach = _by_municipality(arguments.input, region)
        drawing = maps.reach_map(region, reach, **options)
    elif arguments.kind == "border-effect":
        reach = _by_municipality(arguments.input, region, needs=_BORDER)
        drawing = maps.border_effect_map(region, reach, **options)
    else:
        if not arguments.baseline:
            raise InputError("a scenario map needs --baseline FILE to compare with")
        before, after = (
            _by_municipality(path, region) for path in (arguments.baseline, arguments.input)
        )
        drawing = maps.scenario_map(region, before, after, **options)
    if arguments.png:  # first: a choice that is not there leaves nothing behind
        drawing.picture(arguments.output.with_suffix(".png"), choose=choose)
    if arguments.output.suffix.lower() in ENDINGS:
        drawing.picture(arguments.output, choose=choose)
    else:
        drawing.save(arguments.output)
    print(arguments.output)
    if arguments.png:
        print(arguments.output.with_suffix(".png"))
    return 0


def monitor(arguments: argparse.Namespace) -> int:
    """Write the feed for the region's data portal."""
    from grensgeo.monitor import period_faults, write_monitor
    from grensgeo.region import load_region

    faults = period_faults(arguments.period)
    if faults:
        raise InputError(f"--period: {faults[0]}")
    need_place(arguments.output, folder=True)
    region = load_region(arguments.region)
    frame = _reach_table(arguments.reach)
    if arguments.mode and set(frame.get("mode", ())) <= {arguments.mode}:
        frame["mode"] = arguments.mode
    elif arguments.mode:
        raise InputError(
            f"{arguments.reach}: is of mode {some(sorted(set(frame['mode'])))}; leave --mode out"
        )
    elif "mode" not in frame.columns:
        raise InputError(f"{arguments.reach}: does not say its mode; give --mode")
    write_monitor(
        _grouped(frame, arguments.reach, region),
        _grouped(frame, arguments.reach, region, level="nuts3"),
        arguments.output,
        region=region,
        provenance=region.provenance | provenance_of(arguments.reach),
        period=arguments.period,
    )
    print(arguments.output)
    return 0


def run(arguments: argparse.Namespace) -> int:
    """Run a study file end to end."""
    from grensgeo.study import read_study, run_study

    study = read_study(arguments.study)
    output = arguments.output or arguments.study.parent / "maps"
    need_place(output, folder=True)
    written = run_study(study, output, say=_say, progress=_progress())
    _say(f"{output}: {len(written)} files")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Say what is in each file and what is wrong with it; 2 if any has a fault."""
    if arguments.html and len(arguments.paths) > 1:
        raise InputError("--html writes one report; check one feed at a time")
    from grensgeo.describing import describe, is_feed

    faults = 0
    feeds: list[Feed] = []
    for path in arguments.paths:
        try:
            if is_feed(path):
                report = _check_feed(path, arguments)
                faults += bool(report.errors)
                feeds += [] if report.feed is None else [report.feed]
            elif arguments.html or arguments.date:
                raise InputError(f"{path}: no GTFS feed, and --date and --html are for feeds")
            else:
                print(f"{path}: {describe(path, layer=arguments.layer)}")
        except GrensgeoError as error:
            faults += 1
            text = " ".join(str(error).split())
            named = text if text.startswith(str(path)) else f"{path}: {text}"
            print(f"grensgeo: {named}", file=sys.stderr)
    if len(feeds) > 1:
        _check_together(feeds, arguments.date)
    return 2 if faults else 0


def _check_together(feeds: Sequence[Feed], on: date | None) -> None:
    """Print what several feeds have in common, where they have a day in common."""
    from grensgeo.sources.gtfs import check_feeds

    try:
        print(check_feeds(feeds, on=on).text())
    except InputError as error:
        print(f"the feeds together: {error}")


def _check_feed(path: Path, arguments: argparse.Namespace) -> FeedReport:
    """Print the report on a GTFS feed, write it where asked to, and return it."""
    from grensgeo.sources.gtfs import check_feed

    areas = _countries(arguments.boundaries, arguments.layer) if arguments.boundaries else None
    report = check_feed(path, areas=areas, on=arguments.date)
    print(f"{path}: {report.text()}")
    if arguments.html:
        from grensgeo.maps.feed_page import write_feed_page

        print(write_feed_page(report, arguments.html))
    return report


def _observe(network: Network, arguments: argparse.Namespace) -> Network:
    """Lay observed speeds over a network, where a file of them is given."""
    return network.with_observed_speeds(arguments.speeds) if arguments.speeds else network


def _read_trip(arguments: argparse.Namespace, **more: float | Sequence[int] | None) -> Trip:
    """Give the trip that the options describe; what is left out keeps the library's default."""
    from grensgeo.network import DelayTable
    from grensgeo.traveltimes import Trip

    names = ("max_snap_m", "park_min", "access", "egress", "max_access_min", "max_egress_min",
             "departure", "arrival", "window_min", "max_rides", "max_change_min", "seed",
             "period", "max_stress", "crossing_time_min", "delays")  # fmt: skip
    given: dict[str, Any] = {name: getattr(arguments, name) for name in names} | more
    options = {name: value for name, value in given.items() if value is not None}
    if isinstance(arguments.delays, str):
        options["delays"] = DelayTable.read(arguments.delays)
    return Trip(arguments.mode, foreign_routing=not arguments.domestic_routing, **options)


def _countries(path: Path, layer: str | None = None) -> gpd.GeoDataFrame:
    """Read polygons with a column country, from a file or from a region."""
    if path.is_dir():
        from grensgeo.region import load_region

        return load_region(path).country_areas()
    from grensgeo.sources.areas import as_areas

    areas = read_layer(path, layer=layer)
    alike = [name for name in areas.columns if str(name).lower() == "country"]
    if len(alike) == 1:
        areas = areas.rename(columns={alike[0]: "country"})
    if "country" not in areas.columns:
        raise InputError(f"{path}: no column country; give NL, DE … to each polygon")
    return as_areas(areas, where=str(path))


def _reach_table(path: Path, needs: tuple[str, ...] = _REACH) -> pd.DataFrame:
    """Read a table that ``grensgeo reach`` wrote, or one like it."""
    return read_table(path, needs=needs, what="a table of reach", numbers=_COUNTS)


def _by_municipality(
    path: Path, region: Region, *, needs: tuple[str, ...] = _REACH
) -> pd.DataFrame:
    """Read reach by municipality; that of cells is brought to theirs, weighted by population."""
    frame = _reach_table(path, needs)
    if set(frame["id"]) <= set(region.municipalities.index):
        return frame  # the map holds it against the region
    absent = sorted(set(_REACH) - set(frame.columns))
    if absent:
        raise InputError(
            f"{path}: rows of cells without {some(absent)}; draw what grensgeo reach writes"
        )
    return _grouped(frame, path, region)


def _grouped(
    frame: pd.DataFrame, path: Path, region: Region, *, level: str = "region_code"
) -> pd.DataFrame:
    """Bring reach of cells or municipalities to ``region_code`` or ``nuts3``, by population."""
    import pandas as pd

    from grensgeo.accessibility import combine

    places, cells = region.municipalities, region.cells
    ids = set(frame["id"])
    if ids <= set(places.index):
        groups, weights = places.index.to_series(), places["population"]
    else:
        groups, weights = cells["region_code"], cells["population"]
        unknown = sorted(str(name) for name in ids - set(cells.index))
        if unknown:
            lost = [name for name in unknown if f"0{name}" in places.index]
            hint = f"; {some(lost)} lost their leading zero: read ids as text" if lost else ""
            raise InputError(
                f"{path}: ids that are neither all municipalities nor all cells of the region: "
                f"{some(unknown)}{hint}"
            )
    if level == "nuts3":
        groups = groups.map(places["nuts3"])
    known = pd.concat(
        [region.countries, places.drop_duplicates("nuts3").set_index("nuts3")["country"]]
    )
    return combine(frame, weights=weights, groups=groups, countries=known)


def _output(path: Path, known: tuple[str, ...]) -> None:
    """Refuse a file that cannot be written, before any work is done."""
    need_ending(path, known)
    need_place(path)


def _write(
    frame: pd.DataFrame,
    path: Path,
    provenance: Provenance,
    *,
    trip: Trip | None = None,
    table: dict[str, Any] | None = None,
) -> None:
    """Write a table and the manifest beside it, which notes the trip and what the table holds."""
    write_table(frame, path)
    names = ("mode", "max_min", "foreign_routing")
    note: dict[str, Any] = {"trip": {name: getattr(trip, name) for name in names}} if trip else {}
    note |= {"table": table} if table else {}
    note |= {"path": path.name, "schema": side_schema(frame)}
    write_json(provenance.to_dict() | note, manifest_of(path))


def _say(text: str) -> None:
    """Print a line about progress at once; standard error is for what went wrong."""
    print(text, flush=True)


def _progress() -> bool:
    """Show progress bars to a person, not to a log."""
    return sys.stderr.isatty()
