"""What a file or folder is, and what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.errors import FileError
from grensgeo.files import read_toml

if TYPE_CHECKING:
    from pathlib import Path


def is_feed(path: Path) -> bool:
    """Tell a GTFS feed by its ending, or by the files in a folder.

    Parameters
    ----------
    path
        File or folder.

    Returns
    -------
    bool
        True for a zip, and for a folder that holds ``stop_times.txt``.
    """
    return path.suffix == ".zip" or (path / "stop_times.txt").exists()


def describe(path: Path) -> str:
    """Read a file or folder as what it is and sum it up in a line.

    Parameters
    ----------
    path
        A network, a region, a study, a scenario, a service file, an OSM extract or points.

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
    keys = set(read_toml(path))
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
    from grensgeo.sources.services import are_new_lines, read_new_lines, read_services

    if are_new_lines(path):
        new = read_new_lines(path)
        stops = f"{len(new.own_stops)} new stops, {len(new.known_stops)} that the network has"
        return f"new lines of a scenario: {', '.join(new.headways)}; {stops}"
    services = read_services(path)
    return f"services: {len(services.lines)} lines, {len(services.stops)} stops"
