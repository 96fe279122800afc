"""What a file or folder is, and what it holds: every kind that grensgeo reads or writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from grensgeo import schema
from grensgeo.errors import Fault, Faults, FileError, InputError, some
from grensgeo.files import READ_LAYERS, READ_TABLES, ending, read_toml
from grensgeo.files.spoilt import doubt
from grensgeo.notes import Note
from grensgeo.provenance import Provenance, read_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pandas as pd

    from grensgeo.spec import RegionSpec

_RASTERS = (".tif", ".tiff", ".vrt", ".asc", ".img", ".hgt")
#: Declared tables, by columns that no other has together; the first that fits counts.
_SIGNS: tuple[tuple[schema.Table, frozenset[str]], ...] = (
    (schema.BASE_MAP, frozenset({"layer", "rank"})),
    (schema.OFFER_TIMES, frozenset({"company", "row", "across", "unsure", "travel_time_min"})),
    (schema.OFFERS, frozenset({"company", "row", "located", "municipality"})),
    (schema.EXPORTED_OFFERS, frozenset({"company", "row", "postcode", "title"})),
    (schema.PLACEMENTS, frozenset({"opp_type", "located", "travel_time_min"})),
    (schema.HUB_REACH, frozenset({"closed_means", "cutoff_min"})),
    (schema.HUB_TIMES, frozenset({"from_id", "to_id", "domestic_time_min"})),
    (schema.HUB_PAIRS, frozenset({"id_a", "id_b"})),
    (schema.POSSIBLE_DAYS, frozenset({"from_id", "to_id", "days_possible", "there_min"})),
    (schema.DAYS_BY_PLACE, frozenset({"to_id", "group", "homes_able"})),
    (schema.DAYS_OF_PAIR, frozenset({"date", "mode", "outcome"})),
    (schema.MISSED_CHANGES, frozenset({"date", "way", "change", "missed"})),
    (schema.SCHOOL_HOLIDAYS, frozenset({"country", "part", "first_day", "last_day"})),
    (schema.JOURNEYS, frozenset({"percentile", "leg", "mode"})),
    (schema.FARE_PIECES, frozenset({"group", "piece", "price_eur"})),
    (schema.TRIP_COSTS, frozenset({"group", "cost_eur", "tariffs"})),
    (schema.GENERALISED_COSTS, frozenset({"group", "cost_eur", "generalised_min"})),
    (schema.TRAVEL_TIMES, frozenset({"from_id", "to_id", "travel_time_min"})),
    (schema.SNAPPING, frozenset({"id", "status", "distance_m"})),
    (schema.OBSERVATIONS, frozenset({"indicator_id", "region_code", "period"})),
    (schema.INDICATORS, frozenset({"indicator_id", "aggregation"})),
    (schema.FEED_REGIONS, frozenset({"region_code", "region_level", "nuts_version"})),
    (schema.FEED_SOURCES, frozenset({"source_id", "licence", "attribution"})),
    (schema.FEED_RUNS, frozenset({"run_id", "revises"})),
    (schema.PROXIMITY, frozenset({"id", "radius_km", "nearest_country"})),
    (schema.IKOB_RESULTS, frozenset({"id", "part_of_day", "modes", "potential"})),
    (schema.REACH, frozenset({"id", "cutoff_min", "opportunity", "to_country", "reach"})),
    (schema.COMPARISON, frozenset({"level", "measure", "baseline", "scenario", "state"})),
    (schema.CRITICAL_LINKS, frozenset({"rank", "link", "loss"})),
    (schema.LINK_LOSSES, frozenset({"link", "country", "loss"})),
    (schema.BEST_MEASURES, frozenset({"order", "measure", "cumulative_gain"})),
    (schema.CELLS, frozenset({"cell_id", "grid_id", "region_code"})),
    (schema.MUNICIPALITIES, frozenset({"region_code", "nuts3", "population_date"})),
    (schema.OPPORTUNITIES, frozenset({"region_code", "opportunity", "conversion"})),
    (schema.CELL_OPPORTUNITIES, frozenset({"cell_id", "opportunity", "count"})),
    (schema.FACTS, frozenset({"region_code", "opportunity", "lower", "marker"})),
    (schema.FLOWS, frozenset({"from_id", "to_id", "lower", "marker"})),
    (schema.GRID_FACTS, frozenset({"grid_id", "measure", "lower"})),
)
#: Results that are not declared as tables: what they are called, and their columns.
_RESULTS: tuple[tuple[str, frozenset[str], tuple[str, ...]], ...] = (
    ("a scenario held against the baseline", frozenset({"baseline", "scenario", "difference"}),
     ("baseline", "scenario", "difference")),
    ("the effect of a border", frozenset({"id", "closed", "open", "border_effect"}),
     ("closed", "open", "border_effect")),
    ("a measure of accessibility", frozenset({"id", "measure", "value"}), ("value",)),
)  # fmt: skip
#: Publishers' own tables and workbooks, by columns or keys: what they are, and what reads them.
#: Which date, level or measure of theirs is meant has to be said, so that they are only named.
_PUBLISHED: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset({"WoonregioS", "WerkregioS"}), "a table of CBS: read_cbs_jobs, read_cbs_commuters"),
    (frozenset({"statistics_code", "value"}), "a flat file of GENESIS: read_genesis"),
    (frozenset({"Statistik_Code", "Zeit"}), "a flat file of GENESIS: read_genesis"),
    (frozenset({"GITTER_ID_100m"}), "a grid of the census: read_zensus_grid"),
    (frozenset({"GITTER_ID_1km"}), "a grid of the census: read_zensus_grid"),
    (frozenset({"GITTER_ID_10km"}), "a grid of the census: read_zensus_grid"),
    (frozenset({"Land", "Nordrhein-Westfalen"}), "commuters of the BA: read_ba_commuters"),
    (frozenset({"gemeentecode", "banen"}), "jobs of LISA: read_lisa"),
    (frozenset({"crs28992res100m"}), "squares of CBS: read_cbs_squares"),
    (frozenset({"crs28992res500m"}), "squares of CBS: read_cbs_squares"),
    (frozenset({"ergebnisliste"}), "an answer of Jobsuche: read_jobsuche"),
    (frozenset({"stellenangebote"}), "an answer of Jobsuche: read_jobsuche"),
    (frozenset({"items", "totalCount"}), "an answer of Stagemarkt: read_stagemarkt"),
    (frozenset({"odata.metadata", "value"}), "a table of CBS: read_cbs_jobs, read_cbs_commuters"),
)
_GEOJSON = {"FeatureCollection", "Feature", "Polygon", "MultiPolygon", "Point", "MultiPoint",
            "LineString", "MultiLineString", "GeometryCollection"}  # fmt: skip


def is_feed(path: Path) -> bool:
    """Detect a GTFS feed by its ending, or by the files in a folder.

    Parameters
    ----------
    path
        File or folder.

    Returns
    -------
    bool
        True for a zip, and for a folder that holds ``stop_times.txt``, also some folders down; not
        for a zip of layers.
    """
    if path.suffix.lower() == ".zip":
        return not _zipped_layer(path)
    from grensgeo.gtfs.reading.archive import holds_feed

    return path.is_dir() and holds_feed(path)


def _zipped_layer(path: Path) -> bool:
    """Detect a shapefile, or another layer, in a zip."""
    import zipfile

    try:
        with zipfile.ZipFile(path) as archive:
            names = [name.lower() for name in archive.namelist()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return False
    return any(name.endswith((".shp", ".gpkg", ".geojson")) for name in names)


def describe(path: Path, *, layer: str | None = None) -> str:
    """Read a file or folder as what it is and sum it up in a line.

    Parameters
    ----------
    path
        A network, a region, the feed of the monitor, a study, a scenario, a service file, an OSM
        extract, a raster of heights, a manifest, a catalogue, a layer, a table or points.
    layer
        Name of the layer or sheet, where a file has several.

    Returns
    -------
    str
        What it holds.

    Raises
    ------
    FileError
        If it is missing, damaged or not what its name says.
    InputError
        With what is wrong in it.
    """
    if not path.exists():
        raise FileError("file-missing", f"{path}: no such file")
    if path.is_dir():
        return _describe_folder(path)
    kind = ending(path)
    if kind == ".toml":
        return _describe_toml(path)
    if {".pbf", ".osm", ".bz2"} & {part.lower() for part in path.suffixes}:
        from grensgeo.network import build_network

        return repr(build_network([path]))
    if kind in _RASTERS:
        return _describe_raster(path)
    if told := _describe_known(path, kind):
        return told
    if kind in READ_LAYERS or kind in READ_TABLES:
        return _describe_frame(path, layer)
    raise InputError(
        "file-kind-unknown",
        f"{path}: {kind or 'a name without ending'} is not known; grensgeo reads extracts of OSM, "
        "GTFS feeds, .toml, .json, rasters, and layers and tables that end in "
        f"{', '.join(dict.fromkeys((*READ_LAYERS, *READ_TABLES)))}",
    )


def _describe_known(path: Path, kind: str) -> str | None:
    """Describe a file of a feed, a manifest or a catalogue; None for any other."""
    from grensgeo.monitor import describe_feed_file

    return describe_feed_file(path) or (_describe_json(path) if kind == ".json" else None)


def _describe_folder(path: Path) -> str:
    """Read a region, the feed of the monitor or a network."""
    from grensgeo.network import load_network
    from grensgeo.region.region import load_region

    if (path / "municipalities.parquet").exists():
        return repr(load_region(path))
    if (path / "datapackage.json").exists():
        return _describe_package(path / "datapackage.json")
    if (path / "manifest.json").exists() and "files" not in read_json(path / "manifest.json"):
        return _describe_manifest(path / "manifest.json", read_json(path / "manifest.json"))
    return repr(load_network(path))


def _describe_package(path: Path) -> str:
    """Read the tables that a data package names, and hold them to what they are."""
    resources = read_json(path).get("resources")
    names = [
        item.get("path")
        for item in (resources if isinstance(resources, list) else [])
        if isinstance(item, dict)
    ]
    tables = [name for name in names if isinstance(name, str)]
    if not tables or len(tables) != len(names):
        raise InputError(
            "file-of-other-content",
            f"{path}: names no tables; write the feed again with grensgeo monitor",
        )
    told = [f"{name}: {_describe_frame(path.parent / name, None)}" for name in tables]
    return f"data package: {'; '.join(told)}"


def _describe_json(path: Path) -> str | None:
    """Read a manifest, a catalogue or a data package; None for GeoJSON."""
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError, OSError):
        return None  # GDAL reads features line by line too, or says what is wrong
    if not isinstance(data, dict) or data.get("type") in _GEOJSON or "features" in data:
        return None
    if "resources" in data:
        return _describe_package(path)
    return _describe_manifest(path, data)


def _published(names: set[str]) -> str | None:
    """Name what a publisher's file is, by its columns or keys."""
    found = (what for signs, what in _PUBLISHED if signs <= names)
    return next((f"{what} in Python says what it holds" for what in found), None)


def _describe_manifest(path: Path, data: dict[str, Any]) -> str:
    """Read the sources and notes of a manifest."""
    published = _published(set(data))
    if published:
        return published
    if not {"sources", "notes", "files", "provenance"} & set(data):
        raise InputError(
            "file-of-other-content",
            f"{path}: neither GeoJSON nor a manifest of grensgeo; found {some(data, most=8)}",
        )
    told = data.get("provenance", data)
    if not isinstance(told, dict):
        raise InputError("provenance-unreadable", f"{path}: provenance is {told!r}, no record")
    known = Provenance.from_dict(told)
    return f"manifest: {len(known.sources)} sources, {len(known.notes)} notes"


def _describe_raster(path: Path) -> str:
    """Open a raster."""
    from rasterio.errors import RasterioError

    from grensgeo.geodata.rasters import open_raster

    try:
        with open_raster(path) as raster:
            if raster.crs is None:
                raise InputError(
                    "crs-missing", f"{path}: has no CRS: where it lies is not known; assign one"
                )
            bands = [raster.read(band) for band in range(1, raster.count + 1)]
            size, crs = f"{raster.width} x {raster.height} cells", raster.crs
    except RasterioError as error:
        raise FileError(
            "raster-unreadable", f"{path}: not a raster that can be read ({error})"
        ) from None
    return f"raster: {size}, {len(bands)} bands, {crs}"


def _describe_toml(path: Path) -> str:
    """Read a TOML file as what its first keys make it: a region, study, scenario or services."""
    keys = set(read_toml(path))
    if {"region", "areas"} <= set(keys):
        from grensgeo.spec import read_region_file

        spec = read_region_file(path)
        lacking = [one.name for one in _own_files(spec) if not one.exists()]
        if lacking:
            doubt([Note("doubts.file-not-there", where=path.name, listed=some(lacking))])
        named = ", ".join(area.area_id for area in spec.areas)
        return f"a region's file: {named} in {', '.join(spec.countries)}, {spec.year}"
    if "study" in keys:
        from grensgeo.study import check_study_file

        study = check_study_file(path)
        return (
            f"study {study.study_id}: {len(study.trips)} trips, {len(study.scenarios)} scenarios"
        )
    told = _describe_plan(path, keys)
    if told:
        return told
    from grensgeo.lines.services_file import are_new_lines, read_new_lines, read_services

    if are_new_lines(path):
        new = read_new_lines(path)
        stops = f"{len(new.own_stops)} new stops, {len(new.known_stops)} that the network has"
        return f"new lines of a scenario: {', '.join(new.headways)}; {stops}"
    services = read_services(path)
    return f"services: {len(services.lines)} lines, {len(services.stops)} stops"


def _own_files(spec: RegionSpec) -> list[Path]:
    """Return the files that a region's file names itself, each once."""
    one = [*(x.file for x in spec.tables), *(x.file for x in spec.timetables), spec.cells.file]
    one += [x.file for x in spec.sources]
    many = (*spec.streets.files, *(spec.heights.files if spec.heights else ()))
    return list(dict.fromkeys(x for x in (*one, *many) if x))


def _describe_plan(path: Path, keys: set[str]) -> str | None:
    """Read a scenario, what is asked of some, or what they cost; None for any other file."""
    if "question" in keys:
        from grensgeo.questions import read_question

        question = read_question(path)
        compared = len(question.scenarios)
        return f"question {question.name}: {len(question.trips)} trips, {compared} scenarios"
    if "candidates" in keys:
        from grensgeo.scenario.candidate_file import read_candidates

        candidates = read_candidates(path)
        return f"{len(candidates)} candidates that cost {sum(x.cost for x in candidates):g}"
    if "scenario" in keys or "modifications" in keys:
        from grensgeo.scenario import read_scenario

        scenario = read_scenario(path)
        return f"scenario {scenario.name}: {len(scenario.modifications)} modifications"
    return None


def _describe_frame(path: Path, layer: str | None) -> str:
    """Read a layer or a table as what its columns make it."""
    import geopandas as gpd

    frame = _open(path, layer)
    names = {str(name) for name in frame.columns}
    published = _published(names)
    if published:
        return published
    if isinstance(frame, gpd.GeoDataFrame) and frame.active_geometry_name is not None:
        told = _describe_layer(path, frame)
        if told:
            return told
    for table, signs in _SIGNS:
        if signs <= names:
            checked = table.check(_as_declared(path, frame, table), where=str(path))
            return f"{table.name}: {len(checked)} rows"
    for what, signs, numbers in _RESULTS:
        if signs <= names:
            _need_numbers(path, frame, numbers)
            return f"{what}: {len(frame)} rows"
    told = _describe_other_table(path, frame, names)
    if told:
        return told
    from grensgeo.geodata.points import read_points

    return f"{len(read_points(path, layer=layer))} points"


def _open(path: Path, layer: str | None) -> pd.DataFrame:
    """Read a file as a layer where it is one, else as a table."""
    from grensgeo.files import open_table, read_parquet, read_vector

    kind = ending(path)
    if kind in {".parquet", ".geoparquet"}:
        return read_parquet(path)
    return read_vector(path, layer=layer) if kind in READ_LAYERS else open_table(path, layer=layer)


def _as_declared(path: Path, frame: pd.DataFrame, table: schema.Table) -> pd.DataFrame:
    """Read a CSV again with the columns as text that are declared as text."""
    from grensgeo.files import read_csv

    if ending(path) not in READ_TABLES or ending(path) in {".parquet", ".geoparquet", ".xlsx"}:
        return frame
    text = [column.name for column in table.columns if column.kind == "string"]
    again = read_csv(path, text=text)
    told = [column.name for column in table.columns if column.kind == "string" and not column.null]
    empty = {name: again[name].fillna("") for name in told if name in again.columns}
    return again.assign(**empty)


def _describe_layer(path: Path, frame: pd.DataFrame) -> str | None:
    """Describe a layer that is not one of points: isochrones, a declared one, boundaries."""
    from grensgeo.geodata.areas import as_areas

    names = set(frame.columns)
    kinds = set(frame.geom_type.dropna())
    if {"from_id", "cutoff_min"} <= names:
        keyed = schema.ISOCHRONES if "mode" in names else _without_mode()
        return f"isochrones: {len(keyed.check(frame, where=str(path)))} polygons"
    if any(signs <= names for _, signs in _SIGNS):
        return None
    if kinds and kinds <= {"Polygon", "MultiPolygon"}:
        areas = as_areas(frame, where=str(path))
        if "country" in names:
            from grensgeo.geodata.territories import check_countries

            check_countries(areas)
            return f"boundaries: {len(areas)} polygons of {some(sorted(set(areas['country'])))}"
        if not {"lon", "lat"} <= names:
            return f"{len(areas)} polygons without a column country"
    if kinds and kinds <= {"LineString", "MultiLineString"}:
        return f"{len(frame)} lines"
    return None


def _without_mode() -> schema.Table:
    """Return the declaration of isochrones of one mode that the table does not name."""
    whole = schema.ISOCHRONES
    columns = tuple(column for column in whole.columns if column.name != "mode")
    return schema.Table(whole.name, columns, ("from_id", "cutoff_min"), whole.geometry)


def _describe_other_table(path: Path, frame: pd.DataFrame, names: set[str]) -> str | None:
    """Describe what a table is that grensgeo reads and does not write."""
    told = None
    if ("way_id" in names and {"speed_kmh", "factor"} & names) or {"osm_id", "max_speed"} <= names:
        from grensgeo.network.observed import read_observed_speeds

        told = f"observed speeds: {len(read_observed_speeds(path))} ways"
    elif {"way_id", "level"} <= names:
        _need_numbers(path, frame, ("way_id", "level"))
        told = f"levels of traffic stress: {len(frame)} ways"
    elif {"id", "opp_type"} <= names:
        from grensgeo.listings.plain import read_listings

        told = f"listings: {len(read_listings(path))} rows"
    elif {"from", "to", "road", "class", "detour_factor"} <= names:
        told = f"roads of a schematic network: {len(frame)} rows"
    elif {"name", "country", "lon", "lat", "kind", "source"} <= names and "id" not in names:
        told = f"points of a schematic network: {len(frame)} rows"
    elif {"id", "name", "country", "lon", "lat", "source"} <= names:
        from grensgeo.grenswerk.meetings import read_hubs

        told = f"{len(read_hubs(path))} hubs, which are points"
    elif not {"lon", "lat", "longitude", "latitude"} & {name.lower() for name in names}:
        told = _describe_settings(path, names) or _describe_counts(path, frame)
    return told


def _describe_counts(path: Path, frame: pd.DataFrame) -> str | None:
    """Describe a table of counts by place, as ``grensgeo reach`` and ``students`` read it."""
    import pandas as pd

    place = next((name for name in ("id", "cell_id") if name in frame.columns), None)
    others = [str(n) for n in frame.columns if n not in {place, "country", "name", "geometry"}]
    if place is None or not (others or "country" in frame.columns):
        return None
    counts = [name for name in others if pd.api.types.is_numeric_dtype(frame[name])]
    if others and not counts:
        _need_numbers(path, frame, others)
    _need_ids(path, frame, place)
    return f"counts by {place}: {some(counts) or 'none'} of {len(frame)} places"


def _describe_settings(path: Path, names: set[str]) -> str | None:
    """Describe a table of speeds, of traffic by the hour or of delays."""
    from grensgeo.network import DelayTable, HourTable, SpeedTable

    if {"mode", "highway", "speed_kmh"} <= names:
        SpeedTable.read(path)
        return "speeds by mode and class of street"
    if {"period", "highway", "factor"} <= names:
        HourTable.read(path)
        return "shares of free-flow speed by the hour"
    if {"control", "mode", "delay_s"} <= names:
        DelayTable.read(path)
        return "delays at signals and level crossings"
    return None


def _need_numbers(path: Path, frame: pd.DataFrame, columns: Iterable[str]) -> None:
    """Check that columns hold numbers."""
    import pandas as pd

    faults = Faults()
    for name in columns:
        read = pd.to_numeric(frame[name], errors="coerce")
        wrong = frame.loc[read.isna() & frame[name].notna(), name]
        if len(wrong):
            faults.add("not-a-number", f"{name} is not a number: {some(map(repr, wrong))}")
    if faults:
        raise InputError.of(faults, where=str(path))


def _need_ids(path: Path, frame: pd.DataFrame, column: str) -> None:
    """Check that ids are there and stand once."""
    ids = frame[column]
    twice = ids[ids.notna() & ids.duplicated()]
    faults = (
        [Fault("id-missing", f"empty {column} in {int(ids.isna().sum())} rows")]
        if ids.isna().any()
        else []
    )
    faults += (
        [Fault("id-twice", f"duplicate {column}: {some(dict.fromkeys(twice))}")]
        if len(twice)
        else []
    )
    if faults:
        raise InputError.of(faults, where=str(path))
