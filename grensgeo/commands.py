"""What each command does; the parser of :mod:`grensgeo.cli` names these functions."""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.errors import FileError, GrensgeoError, InputError, some
from grensgeo.provenance import Provenance, read_json, write_json

if TYPE_CHECKING:
    import argparse

    import geopandas as gpd
    import pandas as pd

    from grensgeo.traveltimes import Trip

TABLES = (".parquet", ".csv")
LAYERS = (".gpkg", ".parquet", ".geojson")


def build(arguments: argparse.Namespace) -> int:
    """Build a network from OSM extracts."""
    from grensgeo.network import build_network
    from grensgeo.network.services import build_services
    from grensgeo.sources.services import read_services

    tables = read_services(arguments.services) if arguments.services else None
    network = build_network(
        arguments.osm,
        countries=_countries(arguments.boundaries) if arguments.boundaries else None,
        services=build_services(tables) if tables else None,
        progress=_progress(),
    )
    if tables:
        network = replace(network, provenance=network.provenance | tables.provenance)
    network.save(arguments.output)
    print(f"{arguments.output}: {network}")
    return 0


def times(arguments: argparse.Namespace) -> int:
    """Compute travel times from origins to destinations."""
    from grensgeo.network import load_network
    from grensgeo.sources.points import read_points
    from grensgeo.traveltimes import travel_times

    _suffix(arguments.output, TABLES)
    network = load_network(arguments.network)
    origins = read_points(arguments.origins, extent=network.extent)
    destinations = origins
    if arguments.destinations:
        destinations = read_points(arguments.destinations, extent=network.extent)
    trip = _read_trip(arguments, max_min=arguments.max_min)
    result = travel_times(network, origins, destinations, trip, progress=_progress())
    if arguments.report:
        _write(result.report, arguments.report, result.provenance)
    _write(result.to_frame(), arguments.output, result.provenance)
    print(f"{arguments.output}: {result}")
    return 0


def isochrones(arguments: argparse.Namespace) -> int:
    """Compute isochrones."""
    from grensgeo.isochrone import isochrones as polygons
    from grensgeo.network import load_network
    from grensgeo.sources.points import read_points

    _suffix(arguments.output, LAYERS)
    network = load_network(arguments.network)
    origins = read_points(arguments.origins, extent=network.extent)
    result = polygons(
        network,
        origins,
        _read_trip(arguments),
        cutoffs_min=sorted(set(arguments.cutoffs)),
        resolution_m=arguments.resolution_m,
        progress=_progress(),
    )
    _write(result, arguments.output, network.provenance)
    print(f"{arguments.output}: {len(result)} isochrones")
    return 0


def reach(arguments: argparse.Namespace) -> int:
    """Compute opportunities within cutoffs, by country of destination."""
    from grensgeo.accessibility import reach as measure

    _suffix(arguments.output, TABLES)
    matrix, opportunities, countries, provenance = _reach_inputs(arguments)
    result = measure(
        matrix,
        opportunities,
        cutoffs_min=sorted(set(arguments.cutoffs)),
        countries=countries,
    )
    _write(result, arguments.output, provenance)
    print(f"{arguments.output}: {len(result)} rows")
    return 0


def border(arguments: argparse.Namespace) -> int:
    """Compute reach with the border closed and open."""
    import pandas as pd

    from grensgeo.border import border_effect

    _suffix(arguments.output, TABLES)
    matrix, opportunities, countries, provenance = _reach_inputs(arguments)
    closed: Any = "destinations"
    if arguments.closed_times:
        closed = _table(arguments.closed_times)
        provenance = provenance | _manifest(arguments.closed_times)
    frames = [
        border_effect(
            matrix, counts, cutoff_min=cutoff, countries=countries, closed=closed
        ).assign(opportunity=name)
        for name, counts in opportunities.items()
        for cutoff in sorted(set(arguments.cutoffs))
    ]
    result = pd.concat(frames, ignore_index=True)
    _write(result, arguments.output, provenance)
    print(f"{arguments.output}: {len(result)} rows")
    return 0


def compare(arguments: argparse.Namespace) -> int:
    """Hold a scenario against the baseline."""
    from grensgeo.accessibility import compare as difference

    _suffix(arguments.output, TABLES)
    result = difference(_table(arguments.baseline), _table(arguments.scenario))
    provenance = _manifest(arguments.baseline) | _manifest(arguments.scenario)
    _write(result, arguments.output, provenance)
    print(f"{arguments.output}: {len(result)} rows")
    return 0


def map(arguments: argparse.Namespace) -> int:  # noqa: A001  the command's name
    """Draw a map."""
    from grensgeo import maps
    from grensgeo.region import load_region

    _suffix(arguments.output, (".html",))
    region = load_region(arguments.region)
    title = dict.fromkeys(("nl", "de", "en"), arguments.title) if arguments.title else None
    options = {
        "title": title,
        "language": arguments.language,
        "provenance": region.provenance | _manifest(arguments.input),
    }
    if arguments.kind == "isochrones":
        layer = _layer(arguments.input)
        names = dict(region.municipalities["name"])
        drawing = maps.isochrone_map(region, layer, names=names, **options)
    elif arguments.kind == "reach":
        drawing = maps.reach_map(region, _table(arguments.input), **options)
    elif arguments.kind == "border-effect":
        drawing = maps.border_effect_map(region, _table(arguments.input), **options)
    else:
        if not arguments.baseline:
            raise InputError("a scenario map needs --baseline FILE to compare with")
        before, after = _table(arguments.baseline), _table(arguments.input)
        drawing = maps.scenario_map(region, before, after, **options)
    drawing.save(arguments.output)
    print(arguments.output)
    return 0


def monitor(arguments: argparse.Namespace) -> int:
    """Write the feed for the region's data portal."""
    from grensgeo.accessibility import combine
    from grensgeo.monitor import write_monitor
    from grensgeo.region import load_region

    region = load_region(arguments.region)
    frame = _table(arguments.reach)
    provenance = region.provenance | _manifest(arguments.reach)
    places = region.municipalities
    if set(frame["id"]) <= set(places.index):
        regions, weights = places.index.to_series(), places["population"]
    else:
        regions, weights = region.cells["region_code"], region.cells["population"]
    write_monitor(
        combine(frame, weights=weights, groups=regions),
        combine(frame, weights=weights, groups=regions.map(places["nuts3"])),
        arguments.output,
        region=region,
        provenance=provenance,
        period=arguments.period,
    )
    print(arguments.output)
    return 0


def run(arguments: argparse.Namespace) -> int:
    """Run a study file end to end."""
    from grensgeo.study import read_study, run_study

    study = read_study(arguments.study)
    output = arguments.output or arguments.study.parent / "maps"
    written = run_study(study, output, say=_say, progress=_progress())
    _say(f"{output}: {len(written)} files")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Say what is in each file and what is wrong with it; 2 if any has a fault."""
    faults = 0
    for path in arguments.paths:
        try:
            print(f"{path}: {_describe(path)}")
        except GrensgeoError as error:
            faults += 1
            text = str(error)
            print(text if text.startswith(str(path)) else f"{path}: {text}", file=sys.stderr)
    return 2 if faults else 0


def _describe(path: Path) -> str:
    """Read a file or folder as what it is and sum it up in a line."""
    if not path.exists():
        raise FileError(f"{path}: no such file")
    if path.is_dir():
        if (path / "municipalities.parquet").exists():
            from grensgeo.region import load_region

            return repr(load_region(path))
        from grensgeo.network import load_network

        return repr(load_network(path))
    if path.suffix == ".toml":
        return _describe_toml(path)
    if {".pbf", ".osm", ".bz2"} & set(path.suffixes):
        from grensgeo.network import build_network

        return repr(build_network([path]))
    from grensgeo.sources.points import read_points

    return f"{len(read_points(path))} points"


def _describe_toml(path: Path) -> str:
    """Read a TOML file as the study, scenario or service file that its first keys make it."""
    import tomllib

    try:
        keys = set(tomllib.loads(path.read_text(encoding="utf-8")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FileError(f"{path}: not a TOML file ({error})") from None
    if "study" in keys:
        from grensgeo.study import read_study

        study = read_study(path)
        return (
            f"study {study.study_id}: {len(study.trips)} trips, {len(study.scenarios)} scenarios"
        )
    if "scenario" in keys or "modifications" in keys:
        from grensgeo.scenario import read_scenario

        scenario = read_scenario(path)
        return f"scenario {scenario.name}: {len(scenario.modifications)} modifications"
    from grensgeo.sources.services import read_services

    services = read_services(path)
    return f"services: {len(services.lines)} lines, {len(services.stops)} stops"


def _read_trip(arguments: argparse.Namespace, **more: float | None) -> Trip:
    """Give the trip that the options describe; what is left out keeps the library's default."""
    from grensgeo.traveltimes import Trip

    names = ("max_snap_m", "park_min", "access", "egress", "max_access_min", "max_egress_min",
             "departure", "window_min")  # fmt: skip
    given: dict[str, Any] = {name: getattr(arguments, name) for name in names} | more
    options = {name: value for name, value in given.items() if value is not None}
    return Trip(arguments.mode, foreign_routing=not arguments.domestic_routing, **options)


def _reach_inputs(
    arguments: argparse.Namespace,
) -> tuple[pd.DataFrame, dict[str, pd.Series], pd.Series, Provenance]:
    """Read travel times, opportunities by name and the country of every place."""
    import pandas as pd

    matrix = _table(arguments.times)
    provenance = _manifest(arguments.times)
    if arguments.region:
        from grensgeo.region import load_region

        region = load_region(arguments.region)
        return matrix, dict(region.opportunities), region.countries, provenance | region.provenance
    if not arguments.opportunities:
        raise InputError("give --opportunities CSV or --region DIR")
    table = _places(arguments.opportunities)
    names = [name for name in table.columns if name not in {"country", "name", "lon", "lat"}]
    if not names:
        raise InputError(f"{arguments.opportunities}: no column of counts beside id and country")
    wrong = [n for n in names if not pd.api.types.is_numeric_dtype(table[n])]
    if wrong:
        raise InputError(f"{arguments.opportunities}: columns {some(wrong)} hold text, not counts")
    countries = table["country"]
    if arguments.origins:
        others = _places(arguments.origins)["country"]
        countries = pd.concat([countries, others[~others.index.isin(countries.index)]])
    return matrix, {name: table[name] for name in names}, countries, provenance


def _places(path: Path) -> pd.DataFrame:
    """Read a CSV of places with id and country, indexed by id."""
    frame = _table(path)
    missing = {"id", "country"} - set(frame.columns)
    if missing:
        raise InputError(f"{path}: columns missing: {', '.join(sorted(missing))}")
    twice = frame["id"][frame["id"].duplicated()]
    if len(twice):
        raise InputError(f"{path}: duplicate id: {some(twice)}")
    return frame.set_index("id")


def _countries(path: Path) -> gpd.GeoDataFrame:
    """Read polygons with a column country, from a file or from a region."""
    if path.is_dir():
        from grensgeo.region import load_region

        return load_region(path).country_areas()
    areas = _layer(path)
    if "country" not in areas.columns:
        raise InputError(f"{path}: no column country; give NL, DE … to each polygon")
    return areas


def _table(path: Path) -> pd.DataFrame:
    """Read a table; ids and codes stay text."""
    import pandas as pd

    _suffix(path, TABLES)
    if not path.exists():
        raise FileError(f"{path}: no such file")
    try:
        if path.suffix == ".parquet":
            return pd.read_parquet(path)
        text = dict.fromkeys(("id", "from_id", "to_id", "region_code"), str)
        return pd.read_csv(path, dtype=text)
    except (OSError, ValueError) as error:
        raise FileError(f"{path}: cannot be read as {path.suffix[1:]} ({error})") from None


def _layer(path: Path) -> gpd.GeoDataFrame:
    """Read polygons."""
    import geopandas as gpd
    from pyogrio.errors import DataSourceError

    _suffix(path, LAYERS)
    if not path.exists():
        raise FileError(f"{path}: no such file")
    try:
        return gpd.read_parquet(path) if path.suffix == ".parquet" else gpd.read_file(path)
    except (DataSourceError, OSError, ValueError) as error:
        raise FileError(f"{path}: cannot be read as {path.suffix[1:]} ({error})") from None


def _manifest(path: Path) -> Provenance:
    """Read the manifest that stands beside an output; nothing is known of a file without one."""
    beside = path.with_name(path.name + ".manifest.json")
    return Provenance.from_dict(read_json(beside)) if beside.exists() else Provenance()


def _suffix(path: Path, known: tuple[str, ...]) -> None:
    """Refuse a file whose name has another ending, before any work is done."""
    if path.suffix not in known:
        raise InputError(f"{path}: give a name that ends in {' or '.join(known)}")


def _write(frame: pd.DataFrame, path: Path, provenance: Provenance) -> None:
    """Write a table and its manifest, whole or not at all."""
    import geopandas as gpd

    drivers = {".gpkg": "GPKG", ".geojson": "GeoJSON"}
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".grensgeo-") as folder:
        part = Path(folder) / path.name
        if isinstance(frame, gpd.GeoDataFrame) and path.suffix in drivers:
            frame.to_file(part, driver=drivers[path.suffix])
        elif path.suffix == ".parquet":
            frame.to_parquet(part, index=False)
        else:
            frame.to_csv(part, index=False)
        os.replace(part, path)  # noqa: PTH105  names the operation that is atomic
    write_json(provenance.to_dict(), path.with_name(path.name + ".manifest.json"))


def _say(text: str) -> None:
    """Print a line about progress where it does not disturb the output."""
    print(text, file=sys.stderr, flush=True)


def _progress() -> bool:
    """Show progress bars to a person, not to a log."""
    return sys.stderr.isatty()
