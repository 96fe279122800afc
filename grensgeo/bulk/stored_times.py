"""Travel times that lie in a folder of parts, opened without being read."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from grensgeo.errors import FileError, GrensgeoError, InputError
from grensgeo.extras import need_package
from grensgeo.files.packed_arrays import load_array
from grensgeo.provenance import Provenance, read_json
from grensgeo.traveltimes import Trip
from grensgeo.traveltimes.result import TravelTimes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy.typing as npt
    import xarray as xr

    from grensgeo.arrays import Codes, Floats, Singles

#: Beside the parts of a folder: names that readers of Parquet pass over.
MANIFEST: Final = "_manifest.json"
ENDS: Final = "_places.arrow"
EDGES: Final = "_edge.npy"
FORMAT: Final = "grensgeo-parts"
VERSION: Final = 1


@dataclass(frozen=True, eq=False)
class StoredTimes:
    """Minutes from every origin to every destination, in the parts of a folder.

    :func:`grensgeo.reach` and the measures that only add up take it as they take
    :class:`grensgeo.TravelTimes`; a part is read when it is asked for, and forgotten again.

    Attributes
    ----------
    folder
        Where the parts lie.
    parts
        Files by the origins whose times they hold, in order.
    from_id, to_id, from_status, to_status, from_country, to_country, trip, provenance
        As in :class:`grensgeo.TravelTimes`.
    from_served, to_served, percentiles, edge_min
        As there.
    """

    folder: Path
    parts: tuple[tuple[slice, str], ...]
    from_id: npt.NDArray[np.object_]
    to_id: npt.NDArray[np.object_]
    from_status: Codes
    to_status: Codes
    trip: Trip
    from_country: npt.NDArray[np.object_] | None
    to_country: npt.NDArray[np.object_] | None
    provenance: Provenance
    from_served: npt.NDArray[np.bool_] | None
    to_served: npt.NDArray[np.bool_] | None
    percentiles: tuple[int, ...]
    edge_min: Singles | None

    @property
    def in_sweep(self) -> bool:
        """Whether sums are made where times are computed: here they are read."""
        return False

    @property
    def by_timetable(self) -> bool:
        """Whether rides are known."""
        return bool(self.percentiles)

    def sums_within(self, limits_min: Singles, counts: Floats) -> Floats:  # noqa: ARG002
        """Return nothing: times are read here, and none are added up.

        Raises
        ------
        InputError
            Always.
        """
        raise InputError("times-not-held", "times of a folder: ask for minute_blocks")

    def minute_blocks(self) -> Iterator[tuple[slice, Singles, Codes | None]]:
        """Read the minutes, and the rides by timetable, of one part after the other.

        Yields
        ------
        rows
            Which origins.
        minutes
            float32 (n_rows, n_to), NaN where there is no time.
        rides
            uint8, the same shape; None but for trips by timetable.
        """
        for rows, _ in self.parts:
            yield rows, self._column(rows, "travel_time_min"), self._rides(rows)

    def blocks(self) -> Iterator[TravelTimes]:
        """Read one part after the other, with all that is known of it.

        Yields
        ------
        TravelTimes
            Those of some origins, in order.
        """
        for rows, _ in self.parts:
            yield self.rows(rows)

    def rows(self, rows: slice) -> TravelTimes:
        """Read the times of some origins.

        Parameters
        ----------
        rows
            Which, by position.

        Returns
        -------
        TravelTimes
            What :func:`grensgeo.travel_times` gives for these.
        """
        rows = slice(*rows.indices(len(self.from_id)))
        minutes, rides = self._column(rows, "travel_time_min"), self._rides(rows)
        apart = None
        if self.percentiles == (50,):
            apart = minutes[None]
        elif self.percentiles:
            names = [f"travel_time_p{number:02}_min" for number in self.percentiles]
            apart = np.stack([self._column(rows, name) for name in names])

        def own(values: npt.NDArray[Any] | None) -> npt.NDArray[Any] | None:
            return None if values is None else values[rows]

        return TravelTimes(
            from_id=self.from_id[rows],
            to_id=self.to_id,
            minutes=minutes,
            from_status=self.from_status[rows],
            to_status=self.to_status,
            trip=self.trip,
            from_country=own(self.from_country),
            to_country=self.to_country,
            provenance=self.provenance,
            from_served=own(self.from_served),
            to_served=self.to_served,
            percentiles=self.percentiles,
            percentile_minutes=apart,
            rides=rides,
            edge_min=own(self.edge_min),
        )

    def _rides(self, rows: slice) -> Codes | None:
        if not self.by_timetable:
            return None
        found = self._column(rows, "rides")
        rides: Codes = np.where(np.isnan(found), 0, found).astype(np.uint8)
        return rides

    def _column(self, rows: slice, name: str) -> Singles:
        """Read one column of some origins: float32 (n_rows, n_to)."""
        found = np.empty((max(rows.stop - rows.start, 0), len(self.to_id)), dtype=np.float32)
        for part, file in self.parts:
            first, last = max(part.start, rows.start), min(part.stop, rows.stop)
            if first < last:
                values = self._read(file, name)
                with _damage_told(self.folder / file):
                    here = values.reshape(part.stop - part.start, len(self.to_id))
                    if np.any(np.abs(here) > np.finfo(np.float32).max):
                        raise ValueError("minutes beyond all bounds")
                found[first - rows.start : last - rows.start] = here[
                    first - part.start : last - part.start
                ]
        return found

    def _read(self, file: str, name: str) -> Floats:
        """Read one column of a part."""
        import pyarrow.parquet as pq

        path = self.folder / file
        with _damage_told(path):
            column = pq.read_table(path, columns=[name], partitioning=None)[name]
            values: Floats = column.to_numpy().astype(np.float64)
        return values

    def to_xarray(self) -> xr.DataArray:
        """Return the minutes as an array with names that reads its parts when it is computed.

        Returns
        -------
        DataArray
            ``minutes`` (``from_id``, ``to_id``), float32, in chunks of Dask, one a part.

        Raises
        ------
        InputError
            If xarray or Dask is not installed.
        """
        for package in ("dask", "xarray"):
            need_package(package, "to_xarray")
        import dask.array as da
        import xarray as xr
        from dask.delayed import delayed

        n_to = len(self.to_id)
        chunks = [
            da.from_delayed(  # type: ignore[no-untyped-call]
                delayed(self._column)(rows, "travel_time_min"),
                (rows.stop - rows.start, n_to),
                dtype=np.float32,
            )
            for rows, _ in self.parts
        ]
        values = da.concatenate(chunks)  # type: ignore[no-untyped-call]
        named = {"from_id": self.from_id.astype(str), "to_id": self.to_id.astype(str)}
        about = {"units": "min", "mode": self.trip.mode}
        return xr.DataArray(
            values, dims=("from_id", "to_id"), coords=named, name="minutes", attrs=about
        )

    def __repr__(self) -> str:
        """Summarise the mode, the size and in how many parts it lies."""
        size = f"{len(self.from_id)} origins x {len(self.to_id)} destinations"
        return f"<StoredTimes: {self.trip.mode}, {size}, {len(self.parts)} parts>"


def open_travel_times(folder: str | Path) -> StoredTimes:
    """Open travel times that lie in a folder of parts, without reading them.

    Parameters
    ----------
    folder
        What :func:`grensgeo.write_travel_times` wrote. The parts are plain Parquet: DuckDB and
        Polars read them as ``folder/*.parquet``, pandas as the folder.

    Returns
    -------
    StoredTimes
        Places, trip, sources, and the times when they are asked for.

    Raises
    ------
    FileError
        If the folder holds no travel times, parts are missing or damaged, or another version wrote
        it.

    Examples
    --------
    >>> open_travel_times("data/sample")
    Traceback (most recent call last):
    ...
    grensgeo.errors.FileError: data/sample: holds no travel times in parts...
    """
    folder = Path(folder)
    if not (folder / MANIFEST).is_file():
        raise FileError(
            "not-travel-times",
            f"{folder}: holds no travel times in parts; name a folder that write_travel_times "
            "wrote",
        )
    told = read_json(folder / MANIFEST)
    if told.get("format") != FORMAT or told.get("holds") != "travel_times":
        raise FileError(
            "not-travel-times",
            f"{folder}: holds {told.get('holds', 'something else')}, no travel times",
        )
    if told.get("version") != VERSION:
        raise FileError(
            "format-version", f"{folder}: another version of grensgeo wrote this; write it again"
        )
    with _damage_told(folder):
        return _opened(folder, told)


def _opened(folder: Path, told: dict[str, Any]) -> StoredTimes:
    """Return what a manifest tells of."""
    from pyarrow import feather

    missing = [one["file"] for one in told["parts"] if not (folder / one["file"]).is_file()]
    if missing:
        raise FileError(
            "file-missing", f"{folder}: {len(missing)} parts are missing, {missing[0]} the first; "
            "write the travel times again",
        )  # fmt: skip
    ends = feather.read_table(folder / ENDS).to_pandas()
    known = {end: ends[ends["end"] == end] for end in ("origin", "destination")}

    def column(end: str, name: str) -> npt.NDArray[Any] | None:
        values = known[end][name]
        return None if values.isna().all() and len(values) else values.to_numpy()

    served = {
        end: None if (found := column(end, "served")) is None else found.astype(bool)
        for end in known
    }
    edges = folder / EDGES
    return StoredTimes(
        folder,
        tuple((_slice(one["origins"]), one["file"]) for one in told["parts"]),
        known["origin"]["id"].to_numpy(dtype=object),
        known["destination"]["id"].to_numpy(dtype=object),
        known["origin"]["status"].to_numpy(dtype=np.uint8),
        known["destination"]["status"].to_numpy(dtype=np.uint8),
        trip_of(told["trip"]),
        column("origin", "country"),
        column("destination", "country"),
        Provenance.from_dict(told),
        served["origin"],
        served["destination"],
        tuple(told["percentiles"]),
        load_array(edges) if edges.is_file() else None,
    )


@contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    """Translate what is said of a file that is damaged, or of other content."""
    try:
        yield
    except GrensgeoError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        said = (str(error) or type(error).__name__).splitlines()[0]
        raise FileError(
            "file-truncated", f"{path}: damaged ({said}); write the travel times again"
        ) from None


def _slice(text: str) -> slice:
    first, _, last = text.partition("-")
    return slice(int(first), int(last))


def trip_told(trip: Trip) -> dict[str, Any]:
    """Return what a trip says in plain values that is not left as it is, fit for JSON.

    Tables of one's own, of crossings and of delays, are told in the notes.
    """
    return {
        item.name: getattr(trip, item.name)
        for item in fields(trip)
        if (item.name == "mode" or getattr(trip, item.name) != item.default)
        and isinstance(getattr(trip, item.name), str | float | int | tuple)
    }


def trip_of(told: Mapping[str, Any]) -> Trip:
    """Return the trip that :func:`trip_told` told."""
    values: dict[str, Any] = {
        name: tuple(one) if isinstance(one, list) else one for name, one in told.items()
    }
    return Trip(**values)
