"""Steps that are done by the workers of a cluster of Dask, over a store that all of them see.

Dask decides which worker does what, does again what a lost worker was at, and tells how it goes.
What a step makes goes into the store and not through the scheduler: so nothing is lost with it,
and whoever runs the same again does only what is not there.
"""

from __future__ import annotations

import gc
import logging
import threading
import time
import uuid
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from grensgeo.errors import FileError, InputError, listening
from grensgeo.extras import need_package
from grensgeo.steps.step import Step, StepRun, gather
from grensgeo.steps.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from distributed import Client, Future

#: How often a step is tried again that failed: disks that several machines see stumble.
_TRIES: Final = 2
#: How long a scheduler may take to answer, and how often it is looked whether a step is done.
_PATIENCE_S: Final = 10.0
_PAUSE_S: Final = 0.02
_HELD: Final = "grensgeo_steps"
_LOCAL: Final = "local:"
_CHATTY: Final = ("client", "comm", "core", "nanny", "scheduler", "worker")


class StepSource(Protocol):
    """Makes the same steps in every process; small enough to be sent with each of them."""

    @property
    def key(self) -> str:
        """What names all that it opens."""

    def open(self) -> Sequence[Step]:
        """Open what the steps need, once in a process, and return them in order."""


@contextmanager
def cluster_of(address: str | None) -> Iterator[Client | None]:
    """Open a cluster: connect to one, or start it on this machine.

    Parameters
    ----------
    address
        ``tcp://HOST:8786`` of a scheduler, or ``local:N`` for N processes on this machine, which
        end with the block; None for none.

    Yields
    ------
    Client or None
        The client.

    Raises
    ------
    InputError
        If the address is none, nobody answers there, or Dask is not installed.

    Examples
    --------
    >>> with cluster_of(None) as client:
    ...     print(client)
    None
    """
    if address is None:
        yield None
        return
    with _quiet():
        yield from _connected(address)


@contextmanager
def _quiet() -> Iterator[None]:
    """Skip what Dask logs of connections that are lost: it is told in one line."""
    loggers = [logging.getLogger(f"distributed.{name}") for name in _CHATTY]
    levels = [one.level for one in loggers]
    for one in loggers:
        one.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for one, level in zip(loggers, levels, strict=True):
            one.setLevel(level)


def _connected(address: str) -> Iterator[Client]:
    """Yield a client of a scheduler, or of processes that are started for it."""
    local = address.removeprefix(_LOCAL)
    if address.startswith(_LOCAL) and not (local.isdigit() and 1 <= int(local) <= 1024):
        raise InputError(
            "cluster-unknown",
            f"cluster {address!r}: give local:N with N processes, such as local:4",
        )
    need_package("distributed", "a cluster")
    from distributed import Client, LocalCluster

    if address.startswith(_LOCAL):
        # kernels share work between threads of their own: one each, for as many as there are
        threads = dict.fromkeys(("NUMBA_NUM_THREADS", "OMP_NUM_THREADS"), "1")
        with (
            LocalCluster(  # type: ignore[no-untyped-call]
                n_workers=int(local),
                threads_per_worker=1,
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",
                env=threads,
            ) as cluster,
            Client(cluster) as client,  # type: ignore[no-untyped-call]
        ):
            yield client
        return
    try:
        connected = Client(address, timeout=_PATIENCE_S)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TypeError) as error:
        told = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise InputError(
            "cluster-unknown",
            f"cluster {address!r}: no scheduler answers ({told}); give tcp://HOST:8786 as dask "
            "scheduler says when it starts, or local:N",
        ) from None
    with connected:
        yield connected


def _has_dashboard() -> bool:
    """Return whether what draws the dashboard is installed."""
    from importlib.util import find_spec

    return find_spec("bokeh") is not None


def on_cluster(client: Client, source: StepSource) -> Callable[[StepRun, list[Step]], None]:
    """Return what does the steps of a run on a cluster.

    Parameters
    ----------
    client
        A client of ``dask.distributed``, however its cluster came about: processes on this
        machine, others by SSH, Kubernetes. The workers see the store, and the files that the
        steps name, under the same paths.
    source
        Makes the steps in each worker.

    Returns
    -------
    callable
        For :meth:`StepRun.run`. It raises ``FileError`` where the scheduler is lost or steps end
        their workers, and what a step raises; what was done by then is in the store.
    """

    def spread(run: StepRun, rest: list[Step]) -> None:
        dashboard = client.dashboard_link if _has_dashboard() else ""
        there = len(client.scheduler_info(n_workers=-1)["workers"])
        wait = "" if there else ": it begins when one comes"
        run.say(f"{there} workers{wait}{f', {dashboard}' if dashboard else ''}")
        run_id = uuid.uuid4().hex[:8]
        futures: dict[str, Future[tuple[str, bool]]] = {}
        for step in rest:
            before = [futures[one.key] for one in step.after if one.key in futures]
            futures[step.key] = client.submit(
                _do_step, source, str(run.store.folder.absolute()), step.name, step.key,
                fresh=run.fresh, before=before, key=f"{step.kind}-{run_id}-{step.key}",
                retries=_TRIES, pure=False,
            )  # fmt: skip
        waiting = {str(futures[step.key].key): (step.name, futures[step.key]) for step in rest}
        futures.clear()
        try:
            _collect(client, waiting, run.say)
        finally:
            if client.status == "running":
                rest_of_them = [future for _, future in waiting.values()]
                client.cancel(rest_of_them, force=True)  # type: ignore[no-untyped-call]
        run.say(_memory(client))

    return spread


def _collect(
    client: Client,
    waiting: dict[str, tuple[str, Future[tuple[str, bool]]]],
    say: Callable[[str], None],
) -> None:
    """Report each step as it is done, and raise what the first that fails raises.

    Steps by the key of their future, with their names. One that is done is taken out, so that
    Dask forgets it, and does not do it again when the worker is lost that did it.
    """
    from concurrent.futures import CancelledError

    from distributed import KilledWorker, as_completed

    address = client.scheduler.address if client.scheduler else ""
    coming = as_completed(  # type: ignore[no-untyped-call]
        [future for _, future in waiting.values()]
    )
    number, total, last = 0, len(waiting), time.monotonic()
    while not coming.is_empty():  # type: ignore[no-untyped-call]
        batch = coming.next_batch(block=False)  # type: ignore[no-untyped-call]
        if client.status == "running":
            last = time.monotonic()
        elif not batch and time.monotonic() - last > _PATIENCE_S:
            raise _lost(address)
        if not batch:
            time.sleep(_PAUSE_S)
        while batch:
            future = batch.pop(0)
            number += 1
            name, _ = waiting.pop(str(future.key))
            try:
                who, done = future.result(timeout=_PATIENCE_S)
            except KilledWorker as error:
                raise FileError(
                    "worker-ended",
                    f"step {name!r}: {error.allowed_failures + 1} workers ended while they did "
                    "it, for want of memory as a rule; give each more, or start fewer on a "
                    "machine",
                ) from None
            except FileError:
                raise
            except (CancelledError, TimeoutError, OSError):
                raise _lost(address) from None
            say(f"[{number}/{total}] {name} ({'done' if done else 'was there'}, {who})")


def _lost(address: str | None) -> FileError:
    return FileError(
        "cluster-lost",
        f"cluster {address}: its scheduler is gone, or gave up; what was done is kept: start it "
        "again and run the same once more",
    )


def _memory(client: Client) -> str:
    """Return in words how much memory the workers hold, and what they laid on disk."""
    known = client.scheduler_info(n_workers=-1)["workers"].values()
    held = [one["metrics"].get("memory", 0) for one in known if "metrics" in one]
    spilled = sum(
        sum(one["metrics"].get("spilled_bytes", {}).values()) for one in known if "metrics" in one
    )
    most = max(held, default=0)
    return f"at most {most / 1e9:.1f} GB held by a worker, {spilled / 1e9:.1f} GB laid on disk"


def _do_step(
    source: StepSource, folder: str, name: str, key: str, *, fresh: bool, before: object
) -> tuple[str, bool]:
    """Run one step in a worker; return who did it, and whether it was to be done."""
    del before  # results lie in the store: only that they are there counts
    from distributed import get_worker

    worker = get_worker()
    if not (Path(folder) / "store.json").is_file():
        raise InputError(
            "folder-not-shared",
            f"{folder}: the worker {worker.address} does not see this folder; keep results "
            "on a disk that all workers see under one path",
        )
    held = worker.__dict__.setdefault(_HELD, {"lock": threading.Lock()})
    with held["lock"]:  # threads of one worker would fill the same caches
        if held.get("key") != source.key:
            held.pop("steps", None)
            gc.collect()  # what the last steps opened holds itself in rings: gigabytes, until then
            every: dict[str, Step] = {}
            with listening():
                for step in source.open():
                    gather(step, every)
            held.update(key=source.key, steps=every)
        own = held["steps"].get(name)
        if own is None or own.key != key:
            raise InputError(
                "cluster-differs",
                f"step {name!r}: for the worker {worker.address} it is made of other things; "
                "install the same version of grensgeo and its libraries everywhere, and let all "
                "see the same files",
            )
        store, done = Store(Path(folder)), fresh
        if fresh or store.get(key) is None:
            with listening():  # told of by whoever reads the result
                StepRun(name, [own], store, fresh=fresh).do(own)
            done = True
    return str(worker.address), done
