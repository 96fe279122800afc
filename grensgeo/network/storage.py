"""Keep a network in a folder, and read it again.

A folder holds Parquet files and ``manifest.json`` with their checksums, the sources and the
format's version. Coordinates are whole units of 1e-7 degree (about a centimetre): a network built
from OpenStreetMap comes back exactly as it was; of another one, coordinates are rounded to them.
The same network gives the same bytes with the same versions of pyarrow and geopandas.
"""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import FileError, GrensgeoError, some
from grensgeo.files import read_layer, read_parquet
from grensgeo.modes import MODES
from grensgeo.network.contents import Rail, SpeedChange, Streets
from grensgeo.network.controls import Controls
from grensgeo.network.data import NetworkData
from grensgeo.network.observed import ObservedSpeeds
from grensgeo.network.road_refs import RoadRefs
from grensgeo.network.turns import Passages, Turns
from grensgeo.polylines import UNITS_PER_DEGREE
from grensgeo.provenance import Provenance, read_json, write_json
from grensgeo.schema import write_parquet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import geopandas as gpd
    import numpy.typing as npt
    import pandas as pd
    import pyarrow as pa

    from grensgeo.arrays import Floats, Indices
    from grensgeo.gtfs import Feed

_FORMAT = "grensgeo-network"
_VERSION = 2
_MANIFEST = "manifest.json"

#: Columns of ``edges.parquet``; tail, head and the number of coordinates stand there too.
_EDGE_COLUMNS = (
    "tail", "head", "length_m", "way_id", "highway", "country", "built_up", "access_forward",
    "access_backward", "maxspeed_forward_kmh", "maxspeed_backward_kmh", "fixed_duration_s",
    "surface", "structure", "climb_m", "descent_m", "stress_forward", "stress_backward", "shared",
)  # fmt: skip
#: Columns that are there only where something is in them.
_MORE_COLUMNS = ("shared",)
_OBSERVED = ("forward_kmh", "backward_kmh", "forward_factor", "backward_factor")
_SERVICES = ("stops", "lines", "calls", "transfers")
#: Parts of the network that stand in files of their own, with their columns.
_JUNCTIONS = {
    "turns": ("via", "from_edge", "to_edge", "modes"),
    "controls": ("edge", "forward", "kind"),
}
#: Columns of the rows of edges that may not be driven one after the other: a row an edge.
_PASSAGES = ("row", "edge", "forward", "modes")
#: Parts of a network that are arrays.
KEPT = ("streets", "speed_changes", "observed_speeds", "turns", "controls")
_REMEDY = "build the network anew (grensgeo build) or copy its whole folder again"


def write_network(network: NetworkData, path: str | Path) -> None:
    """Write a network into a folder.

    The folder appears whole or not at all; one that holds a network already is replaced.

    Parameters
    ----------
    network
        The network.
    path
        Folder to make.

    Raises
    ------
    FileError
        If the path holds something else, or cannot be written.
    """
    path = Path(path)
    if path.exists() and not _is_ours(path):
        raise FileError(
            "folder-not-overwritten",
            f"{path}: exists and is not a network folder; it is left alone: name another folder",
        )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".grensgeo-") as scratch:
            fresh = Path(scratch) / "network"
            fresh.mkdir()
            _write(network, fresh)
            old = Path(scratch) / "old"
            if path.exists():
                path.rename(old)
            try:
                fresh.rename(path)
            except OSError:
                if old.exists():
                    old.rename(path)
                raise
    except OSError as error:
        raise FileError(
            "file-not-writable", f"{path}: cannot be written ({error.strerror or error})"
        ) from None


def read_network(
    path: str | Path,
    *,
    known: Callable[[Mapping[str, str]], Mapping[str, Any] | None] | None = None,
) -> NetworkData:
    """Read a network that :meth:`grensgeo.network.Network.save` wrote.

    Parameters
    ----------
    path
        The folder.
    known
        Returns by the checksums of the network's files what has been read from them before, of
        :data:`KEPT`, if anything; else it is read now.

    Returns
    -------
    NetworkData
        As it was saved.

    Raises
    ------
    FileError
        If there is no such folder, it is not a network, a file of it is missing or damaged, or
        a newer grensgeo wrote it.
    """
    path = Path(path)
    if not path.is_dir():
        raise FileError(
            "folder-missing", f"{path}: no such folder; make a network with grensgeo build"
        )
    manifest = _manifest(path)
    files: Mapping[str, str] = manifest["files"]
    damaged = [
        name
        for name, digest in sorted(files.items())
        if not (path / name).is_file() or _digest(path / name) != digest
    ]
    if damaged:
        raise FileError(
            "network-damaged", f"{path}: missing or damaged: {some(damaged)}; {_REMEDY}"
        )
    try:
        return _assembled(path, manifest, None if known is None else known(files))
    except GrensgeoError:
        raise
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # files that are what the manifest says, and yet do not go together
        reason = f"{type(error).__name__}: {error}"
        raise FileError(
            "network-damaged", f"{path}: its files contradict each other ({reason}); {_REMEDY}"
        ) from None


def files_of(path: Path) -> Mapping[str, str]:
    """Return the checksums of a network's files by name, as its folder tells them.

    Raises
    ------
    FileError
        If the folder holds no network.
    """
    files: Mapping[str, str] = _manifest(path)["files"]
    return files


def network_files(path: Path) -> list[Path]:
    """Return the files of a network in its folder; none where there is no network.

    Parameters
    ----------
    path
        The folder.
    """
    try:
        names = list(_manifest(path)["files"])
    except FileError:
        names = []
    return [path / name for name in (_MANIFEST, *names)]


def _assembled(
    path: Path, manifest: Mapping[str, Any], known: Mapping[str, Any] | None
) -> NetworkData:
    """Build the data of a network from its files."""
    files: Mapping[str, str] = manifest["files"]
    feeds: tuple[Feed, ...] = ()
    provenance = Provenance.from_dict(manifest["provenance"])
    if any(name.startswith("feed_") for name in files):
        from grensgeo.network.feeds import read_feeds  # timetables are much to load for streets

        feeds = read_feeds(path, files)
    if "services_stops.parquet" in files:  # lines had no timetable until 2026
        from grensgeo.network.line_feeds import with_lines_of_old

        tables = {name: _read_frame(path / f"services_{name}.parquet") for name in _SERVICES}
        feeds, notes = with_lines_of_old(feeds, tables)
        provenance |= Provenance(notes=notes)
    rail = None
    if "rail_tracks.parquet" in files:
        rail = Rail(
            tracks=_read_geometry(path / "rail_tracks.parquet"),
            stations=_read_geometry(path / "rail_stations.parquet"),
        )
    kept = known or {
        "streets": _read_streets(path),
        "speed_changes": _read_changes(path) if "speed_changes.parquet" in files else {},
        "observed_speeds": _read_observed(path) if "observed_speeds.parquet" in files else None,
        **_read_junctions(path, files),
    }
    return NetworkData(
        **kept,
        rail=rail,
        barriers=_read_series(path / "barriers.parquet") if "barriers.parquet" in files else None,
        borders=_read_series(path / "borders.parquet") if "borders.parquet" in files else None,
        extent=_read_series(path / "extent.parquet") if "extent.parquet" in files else None,
        outline=_read_series(path / "outline.parquet") if "outline.parquet" in files else None,
        provenance=provenance,
        feeds=feeds,
        refs=_read_refs(path) if "refs.parquet" in files else RoadRefs.of(()),
        usual_departure=manifest.get("usual_departure"),
    )


def _is_ours(path: Path) -> bool:
    """Return whether a folder may be replaced: it is empty, or holds a network."""
    if not path.is_dir():
        return False
    if not any(path.iterdir()):
        return True
    try:
        return read_json(path / _MANIFEST).get("format") == _FORMAT
    except FileError:
        return False


def _manifest(path: Path) -> dict[str, Any]:
    if not (path / _MANIFEST).is_file():
        raise FileError(
            "not-a-network", f"{path}: is not a network (it has no {_MANIFEST}); {_REMEDY}"
        )
    manifest = read_json(path / _MANIFEST)
    if manifest.get("format") != _FORMAT:
        raise FileError(
            "not-a-network", f"{path}: is not a network but {manifest.get('format')!r}; {_REMEDY}"
        )
    if manifest.get("version") != _VERSION:
        raise FileError(
            "format-version",
            f"{path}: written in version {manifest.get('version')} of the format, this grensgeo "
            f"reads version {_VERSION}; update grensgeo or {_REMEDY}",
        )
    if not isinstance(manifest.get("files"), dict) or "provenance" not in manifest:
        raise FileError(
            "network-damaged", f"{path / _MANIFEST}: names no files or no sources; {_REMEDY}"
        )
    expected = {"vertices.parquet", "edges.parquet", "coords.parquet"}
    absent = sorted(expected - set(manifest["files"]))
    if absent:
        raise FileError(
            "network-damaged", f"{path / _MANIFEST}: does not name {some(absent)}; {_REMEDY}"
        )
    return manifest


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write(network: NetworkData, folder: Path) -> None:
    streets = network.streets
    _write_arrays(
        {
            "vertex_id": streets.vertex_id,
            "x": _units(streets.lon),
            "y": _units(streets.lat),
            "country": streets.vertex_country,
        },
        folder / "vertices.parquet",
    )
    edges = {
        name: getattr(streets, name)
        for name in _EDGE_COLUMNS
        if name not in _MORE_COLUMNS or getattr(streets, name).any()
    }
    edges["n_coords"] = np.diff(streets.coords_start).astype(np.int32)
    _write_arrays(edges, folder / "edges.parquet")
    x, y = _units(streets.coords[:, 0]), _units(streets.coords[:, 1])
    _write_arrays({"x": x, "y": y}, folder / "coords.parquet")
    if network.speed_changes:
        _write_arrays(
            {
                f"{mode}_{name}": getattr(network.speed_changes[mode], name)
                for mode in sorted(network.speed_changes)
                for name in ("speed_kmh", "factor")
            },
            folder / "speed_changes.parquet",
        )
    for part, array_names in _JUNCTIONS.items():
        rows = getattr(network, part)
        arrays = {name: getattr(rows, name) for name in array_names}
        if len(arrays[array_names[0]]):
            _write_arrays(arrays, folder / f"{part}.parquet")
    passages = network.turns.passages
    if len(passages):
        row = np.repeat(np.arange(len(passages), dtype=np.int32), np.diff(passages.start))
        columns = (row, passages.edge, passages.forward, passages.modes[row])
        arrays = dict(zip(_PASSAGES, columns, strict=True))
        _write_arrays(arrays, folder / "passages.parquet")
    if len(network.refs):
        signed = {"way_id": network.refs.way_id, "ref": network.refs.ref}
        _write_arrays(signed, folder / "refs.parquet")
    if network.observed_speeds is not None:
        observed = {name: getattr(network.observed_speeds, name) for name in _OBSERVED}
        _write_arrays(observed, folder / "observed_speeds.parquet")
    if network.rail is not None:
        write_parquet(network.rail.tracks, folder / "rail_tracks.parquet")
        write_parquet(network.rail.stations, folder / "rail_stations.parquet")
    if network.feeds:
        from grensgeo.network.feeds import write_feeds

        write_feeds(network.feeds, folder)
    for name in ("barriers", "borders", "extent", "outline"):
        series = getattr(network, name)
        if series is not None:
            write_parquet(series.rename("geometry").to_frame(), folder / f"{name}.parquet")
    manifest = {
        "format": _FORMAT,
        "version": _VERSION,
        "n_vertices": streets.n_vertices,
        "n_edges": streets.n_edges,
        "coordinate_unit_degrees": 1 / UNITS_PER_DEGREE,
        "files": {file.name: _digest(file) for file in sorted(folder.iterdir())},
        "provenance": network.provenance.to_dict(),
    }
    if network.usual_departure is not None:
        manifest["usual_departure"] = network.usual_departure
    write_json(manifest, folder / _MANIFEST)


def _units(degrees: Floats) -> Indices:
    return np.rint(degrees * UNITS_PER_DEGREE).astype(np.int32)


def _write_arrays(arrays: Mapping[str, npt.NDArray[Any]], path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.table({name: pa.array(array) for name, array in arrays.items()})
    wide = [name for name in table.column_names if table[name].type in (pa.int32(), pa.int64())]
    pq.write_table(
        table,
        path,
        compression="zstd",
        compression_level=9,
        use_dictionary=[name for name in table.column_names if name not in wide],
        # Ids rise and neighbours on a line lie close: differences take a few bits each.
        column_encoding=dict.fromkeys(wide, "DELTA_BINARY_PACKED"),
        write_statistics=False,
    )


def _read_arrays(path: Path) -> dict[str, npt.NDArray[Any]]:
    table = _translated(path)
    return {name: table[name].to_numpy() for name in table.column_names}


def _read_streets(path: Path) -> Streets:
    vertices = _read_arrays(path / "vertices.parquet")
    edges = _read_arrays(path / "edges.parquet")
    coords = _read_arrays(path / "coords.parquet")
    absent = sorted({*_EDGE_COLUMNS, "n_coords"} - {*_MORE_COLUMNS} - set(edges))
    absent += sorted({"vertex_id", "x", "y", "country"} - set(vertices))
    absent += sorted({"x", "y"} - set(coords))
    if absent:
        raise FileError("network-damaged", f"{path}: lacks the columns {some(absent)}; {_REMEDY}")
    start = np.zeros(len(edges["n_coords"]) + 1, dtype=np.int64)
    np.cumsum(edges["n_coords"], out=start[1:])
    return Streets(
        vertex_id=vertices["vertex_id"],
        lon=vertices["x"] / UNITS_PER_DEGREE,
        lat=vertices["y"] / UNITS_PER_DEGREE,
        vertex_country=vertices["country"],
        coords_start=start,
        coords=np.stack([coords["x"], coords["y"]], axis=1) / UNITS_PER_DEGREE,
        **{name: edges[name] for name in _EDGE_COLUMNS if name in edges},
    )


def _read_observed(path: Path) -> ObservedSpeeds:
    arrays = _read_arrays(path / "observed_speeds.parquet")
    absent = sorted(set(_OBSERVED) - set(arrays))
    if absent:
        raise FileError(
            "network-damaged",
            f"{path / 'observed_speeds.parquet'}: lacks {some(absent)}; {_REMEDY}",
        )
    return ObservedSpeeds(**{name: arrays[name] for name in _OBSERVED})


def _read_refs(path: Path) -> RoadRefs:
    arrays = _read_arrays(path / "refs.parquet")
    absent = sorted({"way_id", "ref"} - set(arrays))
    if absent:
        raise FileError(
            "network-damaged", f"{path / 'refs.parquet'}: lacks {some(absent)}; {_REMEDY}"
        )
    return RoadRefs(arrays["way_id"].copy(), arrays["ref"].astype(object))


def _read_changes(path: Path) -> dict[str, SpeedChange]:
    arrays = _read_arrays(path / "speed_changes.parquet")
    return {
        mode: SpeedChange(arrays[f"{mode}_speed_kmh"], arrays[f"{mode}_factor"])
        for mode in MODES
        if f"{mode}_factor" in arrays
    }


def _read_junctions(path: Path, files: Mapping[str, str]) -> dict[str, Any]:
    """Read forbidden turns and controls; the files are there where the network has any."""
    kinds = {"turns": Turns, "controls": Controls}
    result: dict[str, Any] = {}
    for part, array_names in _JUNCTIONS.items():
        file = path / f"{part}.parquet"
        if file.name in files:
            arrays = _read_arrays(file)
            absent = sorted(set(array_names) - set(arrays))
            if absent:
                raise FileError(
                    "network-damaged", f"{file}: lacks the columns {some(absent)}; {_REMEDY}"
                )
            result[part] = kinds[part](**{name: arrays[name] for name in array_names})
    file = path / "passages.parquet"
    if file.name in files:
        arrays = _read_arrays(file)
        absent = sorted(set(_PASSAGES) - set(arrays))
        if absent:
            raise FileError(
                "network-damaged", f"{file}: lacks the columns {some(absent)}; {_REMEDY}"
            )
        first = np.flatnonzero(np.diff(arrays["row"], prepend=-1))
        start = np.append(first, len(arrays["row"])).astype(np.int64)
        passages = Passages(start, arrays["edge"], arrays["forward"], arrays["modes"][first])
        result["turns"] = replace(result.get("turns", Turns.of(())), passages=passages)
    return result


def _translated(path: Path) -> pa.Table:
    """Read a Parquet file as Arrow has it, or say that it is damaged."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return pq.read_table(path)
    except (pa.ArrowException, OSError, ValueError, LookupError) as error:
        raise FileError(
            "network-damaged", f"{path}: cannot be read as parquet ({error}); {_REMEDY}"
        ) from None


def _read_frame(path: Path) -> pd.DataFrame:
    return read_parquet(path)


def _read_geometry(path: Path) -> gpd.GeoDataFrame:
    return read_layer(path)


def _read_series(path: Path) -> gpd.GeoSeries:
    return _read_geometry(path).geometry
