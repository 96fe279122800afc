"""Build a network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.cli.command import Command
from grensgeo.cli.options import SPEEDS, add_cut, add_layer, add_output, with_speeds
from grensgeo.cli.outputs import show_progress
from grensgeo.errors import InputError
from grensgeo.files import need_place, read_layer

if TYPE_CHECKING:
    import argparse

    import geopandas as gpd

    from grensgeo.network import Network


def _build_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``build``."""
    command.add_argument(
        "osm", nargs="+", metavar="OSM",
        help=".osm.pbf, .osm or .osm.bz2; or a region alone, by its file or name: its extracts, "
        "timetables and heights",
    )  # fmt: skip
    command.add_argument(
        "--raw", type=Path, metavar="FOLDER",
        help="of a region: what grensgeo fetch left (default: raw beside the region's file)",
    )  # fmt: skip
    command.add_argument(
        "--boundaries",
        type=Path,
        metavar="FILE",
        help="polygons with a column country, or the folder of a region",
    )
    command.add_argument(
        "--services",
        type=Path,
        metavar="TOML",
        help="public transport lines at headways, with their minutes or on OSM's tracks",
    )
    command.add_argument(
        "--gtfs",
        nargs="+",
        action="extend",
        default=[],
        type=Path,
        metavar="FEED",
        help="timetables: GTFS zips or folders; grensgeo check looks at them first",
    )
    command.add_argument(
        "--repair",
        action="store_true",
        help="leave out rows of timetables that have errors, instead of refusing the feed",
    )
    add_cut(command)
    command.add_argument(
        "--elevation",
        type=Path,
        metavar="RASTER",
        help="heights in metres: slopes slow walking and cycling",
    )
    command.add_argument("--speeds", type=Path, metavar="FILE", help=SPEEDS)
    add_layer(command)
    add_output(command, "folder of the network")


def build(arguments: argparse.Namespace) -> int:
    """Build a network from OSM extracts, or of what was fetched for a region."""
    need_place(arguments.output, folder=True)
    countries = (
        read_countries(arguments.boundaries, arguments.layer) if arguments.boundaries else None
    )
    if len(arguments.osm) == 1 and _is_region(arguments.osm[0]):
        network = _of_region(arguments, countries)
    else:
        network = _of_extracts(arguments, countries)
    network = with_speeds(network, arguments)
    network.save(arguments.output)
    print(f"{arguments.output}: {network}")
    return 0


def _is_region(name: str) -> bool:
    """Return whether what stands in place of extracts is a region, by its file or name."""
    from grensgeo.spec.shipped_regions import shipped_regions

    return name.endswith(".toml") or name in shipped_regions()


def _of_region(arguments: argparse.Namespace, countries: gpd.GeoDataFrame | None) -> Network:
    """Build the network of a region of what was fetched for it and its own files."""
    from grensgeo.fetch.lock import RawFolder
    from grensgeo.spec import read_region_file
    from grensgeo.spec.shipped_regions import raw_beside, region_path
    from grensgeo.study.region_network import build_region_network

    if arguments.gtfs or arguments.elevation or arguments.services:
        raise InputError(
            "option-unfit",
            "--gtfs, --elevation and --services are for extracts; a region's timetables and "
            "heights stand in its file ([[timetables]] file, [heights] files)",
        )
    if arguments.area or arguments.buffer_km is not None or arguments.dates:
        raise InputError(
            "option-unfit",
            "--area, --buffer-km and --dates are for extracts; a region's timetables are cut to "
            "its municipalities, margin_km around them, and to its date ([region] in its file)",
        )
    (name,) = arguments.osm
    raw = RawFolder.open(arguments.raw or raw_beside(name))
    spec = read_region_file(region_path(name))
    return build_region_network(
        spec, raw, countries=countries, area=_area_of(arguments), progress=show_progress()
    )


def _area_of(arguments: argparse.Namespace) -> gpd.GeoDataFrame | None:
    """Return the municipalities of the region's folder, where it was named for boundaries."""
    from grensgeo.region.region import load_region

    folder: Path | None = arguments.boundaries
    return load_region(folder).municipalities if folder and folder.is_dir() else None


def _of_extracts(arguments: argparse.Namespace, countries: gpd.GeoDataFrame | None) -> Network:
    """Build a network of extracts, timetables and heights that are named."""
    from grensgeo.gtfs import read_feed
    from grensgeo.lines.services_file import read_services
    from grensgeo.network import build_network

    cut = read_cut(arguments)
    return build_network(
        [Path(name) for name in arguments.osm],
        area=cut.get("area"),
        buffer_km=cut.get("buffer_km", 0.0),
        countries=countries,
        gtfs=[read_feed(path, repair=arguments.repair, **cut) for path in arguments.gtfs],
        services=read_services(arguments.services) if arguments.services else None,
        elevation=arguments.elevation,
        progress=show_progress(),
    )


def read_cut(arguments: argparse.Namespace) -> dict[str, Any]:
    """Read what feeds are cut to, as :func:`grensgeo.gtfs.read_feed` takes it."""
    if not arguments.gtfs and arguments.dates:
        raise InputError("option-unfit", "--dates are of timetables; give --gtfs")
    if arguments.buffer_km is not None and not arguments.area:
        raise InputError("option-unfit", "--buffer-km goes around --area; give that too")
    dates = arguments.dates or []
    if len(dates) > 2:
        raise InputError(
            "option-unfit", "--dates takes a day, or the first and the last of several"
        )
    cut: dict[str, Any] = {"dates": (dates[0], dates[-1]) if dates else None}
    if arguments.buffer_km is not None:
        cut["buffer_km"] = arguments.buffer_km
    if arguments.area:
        cut["area"] = _read_area(arguments.area, arguments.layer)
    return cut


def _read_area(path: Path, layer: str | None) -> gpd.GeoDataFrame:
    """Read polygons from a file, or the municipalities of a region."""
    if path.is_dir():
        from grensgeo.region.region import load_region

        return load_region(path).municipalities
    from grensgeo.geodata.areas import as_areas

    return as_areas(read_layer(path, layer=layer), where=str(path))


def read_countries(path: Path, layer: str | None = None) -> gpd.GeoDataFrame:
    """Read polygons with a column country, from a file or from a region."""
    if path.is_dir():
        from grensgeo.region.region import load_region

        return load_region(path).country_areas()
    from grensgeo.geodata.areas import as_areas

    areas = read_layer(path, layer=layer)
    alike = [name for name in areas.columns if str(name).lower() == "country"]
    if len(alike) == 1:
        areas = areas.rename(columns={alike[0]: "country"})
    if "country" not in areas.columns:
        raise InputError(
            "column-missing", f"{path}: no column country; give NL, DE … to each polygon"
        )
    return as_areas(areas, where=str(path))


COMMANDS = (
    Command(
        "build",
        "build a network from OSM extracts",
        "Read OSM extracts (overlaps count once) into a network folder.",
        _build_options,
        build,
    ),
)
