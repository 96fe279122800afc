"""Travel times and reach written some origins at a time, here or by a cluster, and resumed."""

from __future__ import annotations

import os
import shutil
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from grensgeo.bulk.block_steps import (
    COUNTED,
    EDGE,
    PART,
    PLACES,
    BlockSource,
    BlockSteps,
    Counted,
    read_told,
)
from grensgeo.bulk.stored_times import EDGES, ENDS, FORMAT, MANIFEST, VERSION, trip_told
from grensgeo.errors import Faults, FileError, GrensgeoWarning, InputError, listening, some
from grensgeo.files import beside, need_place
from grensgeo.files.places import ending
from grensgeo.files.tables import write_table
from grensgeo.network.storage import files_of
from grensgeo.provenance import METADATA, write_json
from grensgeo.scenario.contents_key import network_key
from grensgeo.steps import StepRun, Store

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pandas as pd
    from distributed import Client

    from grensgeo.network import Network, SpeedTable
    from grensgeo.steps import Step
    from grensgeo.traveltimes import Router, Trip

_PART: Final = "part-{:05}.parquet"


def write_travel_times(
    network: Network | Router,
    origins: pd.DataFrame,
    destinations: pd.DataFrame,
    trip: Trip,
    *,
    path: str | Path,
    block: int | None = None,
    client: Client | None = None,
    speeds: SpeedTable | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Path:
    """Write the minutes from every origin to every destination, a block of origins at a time.

    What is done is kept in a folder beside ``path``, called like it with ``.unfinished`` behind:
    whoever asks the same again, after whatever ended the first try, goes on where it was.

    Parameters
    ----------
    network, origins, destinations, trip, speeds
        As for :func:`grensgeo.travel_times`.
    path
        A name that ends in ``.parquet`` for one file; any other for a folder of parts, such as
        ``part-00000.parquet``, which readers of Parquet take as one table, and
        :func:`grensgeo.open_travel_times` as travel times. It is written whole or not at all; a
        folder that holds anything but such parts is refused.
    block
        Origins in a part; some four million pairs if not given. The bytes of a part are the same
        however it was computed.
    client
        A client of ``dask.distributed``: the blocks are computed by its workers, each of which
        opens the network once by memory map. Workers see the folders of ``path`` and of the
        network under the same names; a network that lies in no folder is saved for them first.
    say
        Called with a line for each block.

    Returns
    -------
    Path
        What was written: the rows and columns of :meth:`TravelTimes.to_frame`. The metadata of
        each file hold under ``grensgeo`` the sources, notes and trip, as JSON.

    Raises
    ------
    FileError
        If nothing can be written there, or the cluster is lost.
    InputError
        As :func:`grensgeo.travel_times`.

    Warns
    -----
    GrensgeoWarning
        If places are not snapped or lie outside the network's data.

    Examples
    --------
    >>> import grensgeo as gg
    >>> network, region = gg.load_network("data/sample/network"), gg.load_region("data/sample")
    >>> write_travel_times(
    ...     network, region.places, region.cells, gg.Trip("car", max_min=60), path="times"
    ... )  # doctest: +SKIP
    """
    question = _BlockQuestion(network, origins, destinations, trip, speeds, None, block)
    return _write(question, Path(path), client, say)


def write_reach(  # noqa: PLR0913, PLR0917 - those of times and of reach
    network: Network | Router,
    origins: pd.DataFrame,
    destinations: pd.DataFrame,
    trip: Trip,
    opportunities: Mapping[str, pd.Series],
    *,
    cutoffs_min: Sequence[float],
    path: str | Path,
    countries: pd.Series | None = None,
    edge: pd.Series | None = None,
    bounds: Mapping[str, tuple[pd.Series, pd.Series]] | None = None,
    block: int | None = None,
    client: Client | None = None,
    speeds: SpeedTable | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Path:
    """Write what can be reached from every origin, a block of origins at a time.

    For as many places as there are: no table of times is held anywhere. Along streets the counts
    are made in the sweep, so that memory is that of the network and of one block of results. It is
    resumed like :func:`write_travel_times`.

    Parameters
    ----------
    network, origins, destinations, trip, speeds
        As for :func:`grensgeo.travel_times`.
    opportunities, cutoffs_min, countries, edge, bounds
        As for :func:`grensgeo.reach`.
    path, client, say
        As for :func:`write_travel_times`.
    block
        Origins in a part; 8192 along streets and 1000 by timetable if not given.

    Returns
    -------
    Path
        What was written: ``schema.REACH``, the same as :func:`grensgeo.reach` gives for all
        origins at once.

    Raises
    ------
    FileError
        If nothing can be written there, or the cluster is lost.
    InputError
        As :func:`grensgeo.travel_times` and :func:`grensgeo.reach`.

    Warns
    -----
    GrensgeoWarning
        As they do.

    Examples
    --------
    >>> import grensgeo as gg
    >>> network, region = gg.load_network("data/sample/network"), gg.load_region("data/sample")
    >>> write_reach(
    ...     network, region.cells, region.cells, gg.Trip("car", max_min=60),
    ...     {"jobs": region.opportunities["jobs"]}, cutoffs_min=[30, 45], path="reach.parquet",
    ... )  # doctest: +SKIP
    """
    from grensgeo.measures.matrix import check_cutoffs

    check_cutoffs(cutoffs_min)
    counted = Counted(
        dict(opportunities),
        tuple(float(one) for one in cutoffs_min),
        countries,
        edge,
        bounds or {},
    )
    question = _BlockQuestion(network, origins, destinations, trip, speeds, counted, block)
    return _write(question, Path(path), client, say)


class _BlockQuestion:
    """What is asked, as it was given."""

    def __init__(  # noqa: PLR0917 - what both writers are given
        self,
        network: Network | Router,
        origins: pd.DataFrame,
        destinations: pd.DataFrame,
        trip: Trip,
        speeds: SpeedTable | None,
        counted: Counted | None,
        block: int | None,
    ) -> None:
        from grensgeo.traveltimes.router import network_of

        if block is not None and block < 1:
            raise InputError("out-of-range", f"block is {block}, expected 1 or more origins")
        self.network, self.trip, self.speeds = network_of(network), trip, speeds
        self.counted, self.block = counted, block
        self.frames = origins, destinations

    def places(self) -> list[pd.DataFrame]:
        """Return the places of both ends, checked, as plain tables."""
        from grensgeo.traveltimes.legs import Places

        read, faults = [], Faults()
        for frame, where in zip(self.frames, ("origins", "destinations"), strict=True):
            try:
                read.append(Places.read(self.network, frame, where=where).to_frame())
            except InputError as error:
                faults.extend(error.faults)
        if faults:
            raise InputError.of(faults)
        return read


def _write(
    asked: _BlockQuestion, path: Path, client: Client | None, say: Callable[[str], None]
) -> Path:
    """Compute what is not done yet, and put it in place."""
    alone = ending(path) == ".parquet"
    need_place(path, folder=not alone)
    if not alone and path.exists():
        others = [item.name for item in path.iterdir() if not _is_own(item)]
        if others:
            raise FileError(
                "folder-not-overwritten",
                f"{path}: holds {some(sorted(others))} besides parts of travel times or reach; "
                "name another folder",
            )
    origins, destinations = asked.places()
    begun = path.with_name(f"{path.name}.unfinished")
    store = Store(begun)
    try:
        steps = BlockSteps(
            asked.network,
            network_key(asked.network),
            origins=origins,
            destinations=destinations,
            trip=asked.trip,
            speeds=asked.speeds,
            counted=asked.counted,
            block=asked.block,
        )
        run = StepRun(path.name, steps.steps, store, say)
        with listening() as told:
            spread = None if client is None else _spread(client, steps, begun)
            done = run.run(spread)
    except OSError as error:
        if isinstance(error, FileError):
            raise
        raise FileError(
            "file-not-writable",
            f"{begun}: cannot be written ({error.strerror or error}); what is done stays: make "
            "room, and ask the same again",
        ) from None
    finally:
        if not store.sizes():
            shutil.rmtree(begun, ignore_errors=True)
    for faults in {str(one): one.faults for one in told}.values():
        warnings.warn(GrensgeoWarning.of(faults), stacklevel=3)
    sums = [str(store.about(one.key)["files"][PART]) for one in steps.blocks]
    blocks = [done[one.name] for one in steps.blocks]
    _put_together(blocks, done[steps.places.name], path, steps, sums=sums)
    shutil.rmtree(begun, ignore_errors=True)
    return path


def _is_own(path: Path) -> bool:
    name = path.name
    part = name.startswith("part-") and name.endswith(".parquet")
    return path.is_file() and (part or name in {MANIFEST, ENDS, EDGES})


def _spread(
    client: Client, steps: BlockSteps, begun: Path
) -> Callable[[StepRun, list[Step]], None]:
    """Prepare what workers open, and return what has the blocks done by them."""
    from grensgeo.steps.cluster import on_cluster
    from grensgeo.traveltimes import Router

    network = steps.network
    # lays out the streets and the timetable, so that no worker need do it again
    StepRun(begun.name, [steps.places], Store(begun)).run()
    home = network.prepared.home
    place = None if home is None or home.files != files_of(home.folder) else home.folder
    if place is None or not (Router(network).keep(place) or _is_prepared(place)):
        place = begun / "network"
        shutil.rmtree(place, ignore_errors=True)
        _ = steps.begun  # where the places were put on the network by an earlier run
        Router(network).save(place)
    question = begun / "question"
    question.mkdir(exist_ok=True)
    write_table(steps.origins, question / "origins.parquet")
    write_table(steps.destinations, question / "destinations.parquet")
    counted = steps.counted
    if counted is not None:
        write_table(counted.to_frame(), question / COUNTED)
    source = BlockSource(
        steps.key, place.absolute(), steps.network_key, question.absolute(), steps.trip,
        steps.speeds, () if counted is None else counted.cutoffs_min, steps.block,
    )  # fmt: skip
    return on_cluster(client, source)


def _is_prepared(folder: Path) -> bool:
    """Return whether something is prepared for a network beside it."""
    return (folder / "router").is_dir()


def _put_together(
    blocks: list[Path], places: Path, path: Path, steps: BlockSteps, *, sums: list[str]
) -> None:
    """Write what the blocks gave to its place, whole."""
    alone = ending(path) == ".parquet"
    with beside(path) as scratch:
        whole = scratch / path.name
        if alone:
            _join([block / PART for block in blocks], whole)
        else:
            whole.mkdir()
            for number, block in enumerate(blocks):
                _link(block / PART, whole / _PART.format(number))
            _link(places / PLACES, whole / ENDS)
            if (blocks[0] / EDGE).is_file():
                np.save(whole / EDGES, np.concatenate([np.load(one / EDGE) for one in blocks]))
            _write_manifest(whole, read_told(places), steps, sums)
            if path.exists():
                path.replace(scratch / "before")
        whole.replace(path)


def _join(parts: list[Path], path: Path) -> None:
    """Write the tables of several files into one, a row group each."""
    import pyarrow.parquet as pq

    first = pq.ParquetFile(parts[0])
    about = first.metadata.metadata
    with pq.ParquetWriter(path, first.schema_arrow.remove_metadata(), store_schema=False) as file:
        file.add_key_value_metadata({METADATA: about[METADATA]})
        for part in parts:
            file.write_table(pq.ParquetFile(part).read().replace_schema_metadata(None))


def _link(file: Path, place: Path) -> None:
    """Link a file under another name, or copy it where the disk knows no such thing."""
    try:
        os.link(file, place)
    except OSError:
        shutil.copyfile(file, place)


def _write_manifest(
    folder: Path, told: dict[str, Any], steps: BlockSteps, sums: list[str]
) -> None:
    """Write what the parts are, and what they hold."""
    rows = [step.inputs["rows"] for step in steps.blocks]
    about = {
        "format": FORMAT,
        "version": VERSION,
        "holds": "travel_times" if steps.counted is None else "reach",
        "key": steps.key,
        "parts": [
            {"file": _PART.format(number), "sha256": digest, "origins": row}
            for number, (digest, row) in enumerate(zip(sums, rows, strict=True))
        ],
        **told,
        "trip": trip_told(steps.trip),
    }
    write_json(about, folder / MANIFEST)
