"""Results of steps in a folder, each under the key of what it was made of.

A result is a folder of files in their own formats and ``step.json`` with their checksums. It
appears whole or not at all, whatever ends a process; several processes may use one store at once.
What is read is held against its checksums: a damaged result is as good as none.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from grensgeo.errors import FileError
from grensgeo.files import need_place
from grensgeo.provenance import read_json, write_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FORMAT: Final = {"format": "grensgeo-store", "version": 1}
_ABOUT: Final = "store.json"
_STEP: Final = "step.json"
_STEPS, _RUNS, _LOCKS, _SCRATCH = "steps", "runs", "locks", "scratch"
#: What a disk says that is full, or takes nothing.
_FULL: Final = (errno.EDQUOT, errno.EFBIG, errno.ENOSPC, errno.EROFS)
#: Plans of a run that are kept: what was changed and changed back is found again.
PLANS: Final = 4


@dataclass(frozen=True)
class Stored:
    """One result in a store.

    Attributes
    ----------
    folder
        Where its files lie.
    about
        What was told of it: ``name``, ``seconds``, ``warnings``.
    files
        Checksum of each file.
    """

    folder: Path
    about: Mapping[str, Any]
    files: Mapping[str, str]


class Store:
    """A folder of results.

    Parameters
    ----------
    folder
        The folder; it is made where there is none.

    Raises
    ------
    FileError
        If it holds something else, cannot be written, or a newer grensgeo made it.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as place:
    ...     store = Store(Path(place) / "store")
    ...     with store.making("0123") as fresh:
    ...         _ = (fresh / "figures.txt").write_text("1 2 3")
    ...         stored = store.put("0123", fresh, {"name": "figures"})
    ...     list(stored.files), store.get("4567")
    (['figures.txt'], None)
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        need_place(folder, folder=True)
        about = folder / _ABOUT
        # looked at first: another process may make the same store at this moment
        strange = folder.is_dir() and any(
            one.name not in {_ABOUT, _STEPS, _RUNS, _LOCKS, _SCRATCH, ".gitignore"}
            and not one.name.startswith(".grensgeo-")
            for one in folder.iterdir()
        )
        if about.exists():
            told = read_json(about)
            if told.get("format") != _FORMAT["format"]:
                raise self._no_store()
            if told.get("version") != _FORMAT["version"]:
                raise FileError(
                    "format-version",
                    f"{folder}: another version of grensgeo made this store; name another folder, "
                    "or remove it",
                )
        elif strange:
            raise self._no_store()
        with self._writing():
            for name in (_STEPS, _RUNS, _LOCKS, _SCRATCH):
                (folder / name).mkdir(parents=True, exist_ok=True)
                if not os.access(folder / name, os.W_OK):
                    raise PermissionError(0, "no permission", str(folder))
            if not about.exists():
                self._write(folder / ".gitignore", "*\n")
                self._write(about, json.dumps(_FORMAT) + "\n")

    def _no_store(self) -> FileError:
        return FileError(
            "folder-not-overwritten",
            f"{self.folder}: exists and is no store of results; name another folder",
        )

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Translate what the disk says that does not take something."""
        try:
            yield
        except FileError:
            raise
        except OSError as error:
            raise self._unwritten(error) from None

    def _unwritten(self, error: OSError) -> FileError:
        return FileError(
            "file-not-writable",
            f"{self.folder}: the store cannot be written ({error.strerror or error}); what is in "
            "it stays: make room, or name another folder with --store",
        )

    def _write(self, path: Path, text: str) -> None:
        """Write a small file whole or not at all."""
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=".grensgeo-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def _place(self, key: str) -> Path:
        return self.folder / _STEPS / key

    def has(self, key: str) -> bool:
        """Return whether there is a result, without reading it."""
        return (self._place(key) / _STEP).is_file()

    def about(self, key: str) -> Mapping[str, Any]:
        """Return what was told of a result; nothing where there is none."""
        try:
            return read_json(self._place(key) / _STEP)
        except FileError:
            return {}

    def get(self, key: str) -> Stored | None:
        """Return a result, held against its checksums.

        Parameters
        ----------
        key
            What it was made of.

        Returns
        -------
        Stored or None
            None where there is none, or it is damaged.
        """
        folder = self._place(key)
        about = self.about(key)
        files = about.get("files")
        if about.get("key") != key or not isinstance(files, dict):
            return None
        try:
            sound = all(_sum(folder / name) == told for name, told in files.items())
        except OSError:
            return None
        return Stored(folder, about, files) if sound else None

    @contextmanager
    def making(self, key: str) -> Iterator[Path]:
        """Return an empty folder to make a result in, while no other process makes the same.

        Parameters
        ----------
        key
            What it is made of. Whoever else wants to make it waits, and finds it made.

        Yields
        ------
        Path
            The folder; it is removed afterwards with what is still in it.
        """
        with self._writing():
            held = (self.folder / _LOCKS / key).open("w", encoding="utf-8")
        with held:
            _lock(held.fileno())
            with self._scratch() as fresh:
                try:
                    yield fresh
                except OSError as error:
                    if error.errno not in _FULL:
                        raise
                    raise self._unwritten(error) from None

    @contextmanager
    def _scratch(self) -> Iterator[Path]:
        """Create a folder that others leave alone as long as this process lives."""
        with self._writing():
            fresh = Path(tempfile.mkdtemp(dir=self.folder / _SCRATCH))
            held = fresh.with_suffix(".lock").open("w", encoding="utf-8")
        with held:
            _lock(held.fileno())
            try:
                yield fresh
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
                with suppress(OSError):
                    fresh.with_suffix(".lock").unlink()

    def put(self, key: str, fresh: Path, about: Mapping[str, Any]) -> Stored:
        """Store a result, whole or not at all.

        Parameters
        ----------
        key
            What it was made of.
        fresh
            Folder of its files, from :meth:`making`.
        about
            What is told of it, fit for JSON.

        Returns
        -------
        Stored
            The result as it lies in the store.

        Raises
        ------
        FileError
            If the disk does not take it; nothing is left of it then.
        """
        with self._writing():
            paths = sorted(path for path in fresh.rglob("*") if path.is_file())
            files = {path.relative_to(fresh).as_posix(): _sum(path) for path in paths}
            write_json({**about, "key": key, "files": files}, fresh / _STEP)
            for path in (*paths, fresh / _STEP, fresh):
                sync(path)
            place = self._place(key)
            while True:
                found = self.get(key)
                if found is not None and found.files == files:
                    return found  # another process was quicker
                if place.exists():
                    with suppress(OSError):
                        place.rename(fresh.with_name(f"{fresh.name}-old"))
                    shutil.rmtree(fresh.with_name(f"{fresh.name}-old"), ignore_errors=True)
                with suppress(FileExistsError):
                    try:
                        fresh.rename(place)
                    except OSError as error:
                        if not place.exists():
                            raise
                        raise FileExistsError from error
                    sync(place.parent)
                    return Stored(place, {**about}, files)

    def drop(self, key: str) -> None:
        """Remove a result, where there is one."""
        shutil.rmtree(self._place(key), ignore_errors=True)
        with suppress(OSError):
            (self.folder / _LOCKS / key).unlink()

    def plans(self, run: str) -> list[dict[str, Any]]:
        """Return what the last runs of one name wanted, the newest first."""
        try:
            found = read_json(self._plan_file(run)).get("plans", [])
        except FileError:
            return []
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []

    def want(self, run: str, plan: Mapping[str, Any]) -> None:
        """Write what a run wants: it stays in the store as long as it is one of the last plans.

        Parameters
        ----------
        run
            Name of the run.
        plan
            By the name of each step its ``key`` and ``inputs``.
        """
        others = [one for one in self.plans(run) if one != plan]
        told = {"run": run, "plans": [dict(plan), *others][:PLANS]}
        with self._writing():
            self._write(self._plan_file(run), json.dumps(told, ensure_ascii=False, sort_keys=True))

    def _plan_file(self, run: str) -> Path:
        return self.folder / _RUNS / f"{hashlib.sha256(run.encode()).hexdigest()[:32]}.json"

    def runs(self) -> list[str]:
        """Return the names of the runs that want something."""
        told = []
        for path in sorted((self.folder / _RUNS).glob("*.json")):
            with suppress(FileError):
                told.append(str(read_json(path).get("run", "")))
        return told

    def sizes(self) -> dict[str, int]:
        """Return the bytes of each result by its key."""
        return {
            place.name: sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
            for place in sorted((self.folder / _STEPS).iterdir())
        }

    def tidy(self, *, plans: int = PLANS, most_bytes: int | None = None) -> int:
        """Remove what none of the last plans wants, and what ended processes left.

        Parameters
        ----------
        plans
            How many plans of each run count, the newest first.
        most_bytes
            How large the store may be: older plans are left out until it is.

        Returns
        -------
        int
            Bytes that were freed.
        """
        sizes, runs = self.sizes(), {run: self.plans(run) for run in self.runs()}
        while True:
            wanted = {
                step.get("key")
                for told in runs.values()
                for plan in told[:plans]
                for step in plan.values()
            }
            left = sum(size for key, size in sizes.items() if key in wanted)
            if plans == 0 or most_bytes is None or left <= most_bytes:
                break
            plans -= 1
        for key in sizes.keys() - wanted:
            self.drop(key)
        for run, told in runs.items():
            if len(told) > plans:
                text = json.dumps({"run": run, "plans": told[:plans]}, sort_keys=True)
                with self._writing():
                    self._write(self._plan_file(run), text)
        self._sweep()
        return sum(sizes.values()) - left

    def _sweep(self) -> None:
        """Remove the scratch folders of processes that are no more."""
        for lock in (self.folder / _SCRATCH).glob("*.lock"):
            with suppress(OSError), lock.open("r+", encoding="utf-8") as held:
                if _lock(held.fileno(), wait=False):
                    shutil.rmtree(lock.with_suffix(""), ignore_errors=True)
                    shutil.rmtree(lock.with_name(f"{lock.stem}-old"), ignore_errors=True)
                    lock.unlink()


def sync(path: Path) -> None:
    """Write a file, or the names in a folder, through to the disk."""
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sum(path: Path) -> str:
    """Return the checksum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _lock(handle: int, *, wait: bool = True) -> bool:
    """Keep an open file locked until it is closed or the process ends; return whether that went.

    Where the system or the disk knows no locks, nobody waits: the same is made twice.
    """
    try:
        import fcntl
    except ImportError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True
