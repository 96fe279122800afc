"""How the results of a study's steps are written, and read again exactly as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grensgeo.errors import FileError
from grensgeo.files import read_parquet
from grensgeo.files.packed_arrays import pack, read_packed, unpack, write_packed
from grensgeo.provenance import Provenance, read_json, write_json
from grensgeo.schema import write_parquet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    import geopandas as gpd
    import pandas as pd

    from grensgeo.measures.curves import MeanCurves
    from grensgeo.scenario import Scenario
    from grensgeo.traveltimes.portable import Portable

#: Key of a note that stands for a scenario: its title is told anew each time.
_SCENARIO = "of_scenario"
#: What helps where a result cannot be read.
REMEDY = "run the study with --fresh"


def write_frame(frame: pd.DataFrame, path: Path) -> None:
    """Write a table or a layer."""
    write_parquet(frame, path)


def read_frame(path: Path) -> pd.DataFrame:
    """Read a table."""
    return read_parquet(path)


def read_shapes(path: Path) -> gpd.GeoDataFrame:
    """Read a layer in EPSG:4326.

    Raises
    ------
    FileError
        If it is missing, damaged, or no layer.
    """
    import geopandas as gpd

    frame = read_parquet(path)
    if not isinstance(frame, gpd.GeoDataFrame):
        raise FileError("file-unreadable", f"{path}: holds no shapes; {REMEDY}")
    return frame.set_crs("EPSG:4326", allow_override=True)


def write_sources(provenance: Provenance, path: Path, scenarios: Iterable[Scenario] = ()) -> None:
    """Write sources and notes; those of scenarios by what they change, not by their titles."""
    told = provenance.to_dict()
    known = [(scenario.note().to_dict(), scenario.key) for scenario in scenarios]
    for number, note in enumerate(told["notes"]):
        for one, key in known:
            if note == one:
                told["notes"][number] = {_SCENARIO: key}
    write_json(told, path)


def read_sources(path: Path, scenarios: Iterable[Scenario] = ()) -> Provenance:
    """Read sources and notes, with those of scenarios as they are titled now.

    Raises
    ------
    FileError
        If the file is missing, damaged, or holds no notes.
    """
    told = read_json(path)
    held = told.get("notes")
    notes = {scenario.key: scenario.note().to_dict() for scenario in scenarios}
    if not isinstance(held, list) or not all(
        isinstance(one, dict) and one.get(_SCENARIO) in {None, *notes} for one in held
    ):
        raise FileError("file-unreadable", f"{path}: holds no list of notes; {REMEDY}")
    told["notes"] = [notes[one[_SCENARIO]] if _SCENARIO in one else one for one in held]
    return Provenance.from_dict(told)


def write_curves(curves: MeanCurves, folder: Path) -> None:
    """Write what the mean inhabitant of each municipality reaches."""
    write_packed(pack(curves), folder, about={})


def read_curves(folder: Path) -> MeanCurves:
    """Read what the mean inhabitant of each municipality reaches."""
    from grensgeo.measures.curves import MeanCurves

    packed, _ = read_packed(folder, remedy=REMEDY)
    curves: MeanCurves = unpack(packed, (MeanCurves,))
    return curves


def write_portable(taken: Portable, folder: Path, scenarios: Iterable[Scenario]) -> None:
    """Write what a page carries of a network."""
    write_packed(pack({"arrays": dict(taken.arrays), "meta": dict(taken.meta)}), folder, about={})
    write_sources(taken.provenance, folder.with_name(f"{folder.name}.json"), scenarios)


def read_portable(folder: Path, scenarios: Iterable[Scenario]) -> Portable:
    """Read what a page carries of a network."""
    from grensgeo.traveltimes.portable import Portable

    packed, _ = read_packed(folder, remedy=REMEDY)
    parts: Mapping[str, Any] = unpack(packed, ())
    used = read_sources(folder.with_name(f"{folder.name}.json"), scenarios)
    return Portable(parts["arrays"], parts["meta"], used)
