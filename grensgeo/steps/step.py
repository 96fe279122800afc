"""Steps and their runs: what each is made of, which of them have to be done, and why."""

from __future__ import annotations

import hashlib
import json
import tempfile
import time
import warnings
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from grensgeo.errors import Fault, GrensgeoWarning, listening
from grensgeo.steps.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

#: Longest value that is shown when it has changed; of a longer one its name tells enough.
_SHOWN: Final = 40


@dataclass(frozen=True, eq=False)
class Step:
    """One piece of work with a result of its own.

    Attributes
    ----------
    name
        What it is called; each step of a run has another name.
    kind
        What is done; steps of one kind with the same inputs have the same result.
    inputs
        What it is made of, by name: checksums and values, as text.
    make
        Writes the result into an empty folder, given the folders of the results that it takes by
        the names of their steps.
    after
        Steps whose results it takes.
    passing
        Whether its result is removed once the step that takes it is done.
    """

    name: str
    kind: str
    inputs: Mapping[str, str]
    make: Callable[[Path, Mapping[str, Path]], None]
    after: tuple[Step, ...] = ()
    passing: bool = False

    @cached_property
    def key(self) -> str:
        """What names the result: the kind, the inputs and the keys of the steps before it."""
        told = [self.kind, sorted(self.inputs.items()), [one.key for one in self.after]]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Planned:
    """What is to happen with a step.

    Attributes
    ----------
    step
        The step.
    kept
        Whether its result is there already.
    why
        Why it is to be done, in words; empty where it is kept.
    """

    step: Step
    kept: bool
    why: str = ""


@dataclass(eq=False)
class StepRun:
    """A run of steps over a store.

    Attributes
    ----------
    name
        Name of the run, under which the store knows what it wanted the last time.
    steps
        Those whose results are wanted, in the order in which they are done; what they take is
        done before them, where it is not there.
    store
        Where results are kept.
    say
        Called with a line for each step that is done.
    fresh
        Do every step anew, whatever is in the store.
    """

    name: str
    steps: Sequence[Step]
    store: Store
    say: Callable[[str], None] = lambda _: None
    fresh: bool = False
    _found: dict[str, Path] = field(default_factory=dict)
    _times: dict[str, list[float]] = field(default_factory=dict)
    _rest: list[Step] = field(default_factory=list)
    _total: int = 0
    _before: Mapping[str, Any] = field(default_factory=dict)

    def plan(self) -> list[Planned]:
        """Return what is to be done, in order, and why; nothing is read but what names results.

        Returns
        -------
        list of Planned
            Every step that is wanted, and those that these need.
        """
        before = next(iter(self.store.plans(self.name)), {})
        planned: dict[str, Planned] = {}
        for step in self.steps:
            self._plan(step, before, planned)
        return list(planned.values())

    def _plan(self, step: Step, before: Mapping[str, Any], planned: dict[str, Planned]) -> None:
        """Add a step, after those that it needs."""
        if step.name in planned:
            return
        kept = not self.fresh and self.store.has(step.key)
        if not kept:
            for one in step.after:
                self._plan(one, before, planned)
        why = "" if kept else self._why(step, before)
        planned[step.name] = Planned(step, kept, why)

    def _why(self, step: Step, before: Mapping[str, Any]) -> str:
        """Return in words why a step has to be done."""
        if self.fresh:
            return "all is done anew"
        told = before.get(step.name)
        if not isinstance(told, dict):
            return "was not asked for before"
        if told.get("key") == step.key:
            return "is not in the store: the run was stopped, or the store was cleaned"
        old, new = told.get("inputs", {}), step.inputs
        changed = [
            _change(name, old.get(name), new.get(name))
            for name in dict.fromkeys((*new, *old))
            if old.get(name) != new.get(name)
        ]
        earlier = told.get("after", {})
        before_it = [one.name for one in step.after if earlier.get(one.name) != one.key]
        if before_it:
            first, more = before_it[0], len(before_it) - 1
            changed.append(f"what {first!r}{f' and {more} more' if more else ''} gives")
        return "changed: " + ", ".join(changed or ["what it takes of other steps"])

    def run(self, spread: Callable[[StepRun, list[Step]], None] | None = None) -> dict[str, Path]:
        """Run what has to be done.

        Parameters
        ----------
        spread
            Does steps elsewhere and puts their results into the store, such as
            :func:`grensgeo.steps.cluster.on_cluster`; what it leaves is done here.

        Returns
        -------
        dict
            Folder of the result by the name of each step that is wanted.

        Raises
        ------
        FileError
            If the store does not take a result. What was done before is kept.
        """
        planned = self.plan()
        self._rest = [one.step for one in planned if not one.kept]
        every: dict[str, Step] = {}
        for step in self.steps:
            gather(step, every)
        told = {
            name: {
                "key": step.key,
                "inputs": dict(step.inputs),
                "after": {one.name: one.key for one in step.after},
            }
            for name, step in every.items()
        }
        self._total = len(self._rest)
        self._before = next(iter(self.store.plans(self.name)), {})
        self.store.want(self.name, told)
        if spread is not None and self._rest:
            spread(self, list(self._rest))
            self.fresh = False  # all of it has been done anew
        return {step.name: self._result(step) for step in self.steps}

    def do(self, step: Step) -> None:
        """Run one step whose result is not there; those of the steps before it are taken as kept.

        Parameters
        ----------
        step
            The step.
        """
        if self.fresh:
            before = StepRun(self.name, step.after, self.store, self.say)
            self._found |= {one.key: before._result(one) for one in step.after}
        self._result(step)

    def _result(self, step: Step) -> Path:
        """Return the folder of a step's result; do it where it is not there, or damaged."""
        if step.key in self._found:
            return self._found[step.key]
        found = None if self.fresh else self.store.get(step.key)
        if found is None:
            taken = {one.name: self._result(one) for one in step.after}
            with self.store.making(step.key) as fresh:
                found = None if self.fresh else self.store.get(step.key)
                if found is None:
                    self._tell(step)
                    began = time.monotonic()
                    with listening() as said:
                        step.make(fresh, taken)
                    # as text, to tell it now and each time the result is taken
                    told = [[[x.code, str(x), x.where] for x in one.faults] for one in said]
                    seconds = time.monotonic() - began
                    about = {"name": step.name, "seconds": round(seconds, 3), "warnings": told}
                    found = self.store.put(step.key, fresh, about)
                    self._times.setdefault(step.kind, []).append(seconds)
                    for one in step.after:
                        if one.passing:
                            self.store.drop(one.key)
        _warn(found.about.get("warnings", []))
        self._rest = [one for one in self._rest if one.key != step.key]
        self._found[step.key] = found.folder
        return found.folder

    def _tell(self, step: Step) -> None:
        """Report what is done next, and about how long all that is left will take."""
        number = self._total - len(self._rest) + 1
        left = self._left()
        self.say(f"[{number}/{max(self._total, number)}] {step.name}{left and f' ({left})'}")

    def _left(self) -> str:
        """Return about how long the rest takes: as it took before, or as others of its kind."""
        seconds = 0.0
        for step in self._rest:
            told = self._before.get(step.name, {})
            known = self.store.about(str(told.get("key"))).get("seconds")
            own = self._times.get(step.kind, [])
            if known is None and not own:
                return ""
            seconds += float(known) if known is not None else sum(own) / len(own)
        if seconds < 60:
            return "less than a minute left"
        return f"about {seconds / 60:.0f} min left"


def gather(step: Step, every: dict[str, Step]) -> None:
    """Collect a step and all before it, by name."""
    for one in step.after:
        gather(one, every)
    every.setdefault(step.name, step)


def _change(name: str, old: str | None, new: str | None) -> str:
    """Return in words how an input has changed."""
    if new is None:
        return f"{name} is left out"
    if old is None:
        return f"{name} is new"
    shown = max(len(old), len(new)) <= _SHOWN and not _is_sum(new)
    return f"{name} ({old} -> {new})" if shown else name


def _is_sum(text: str) -> bool:
    """Return whether a text is a checksum, which tells nobody anything."""
    return len(text) >= 16 and set(text) <= set("0123456789abcdef")


def _warn(told: Sequence[Sequence[Sequence[str]]]) -> None:
    """Warn of what was warned of when a result was made."""
    for faults in told:
        warnings.warn(GrensgeoWarning.of([Fault(*x) for x in faults]), stacklevel=5)


@contextmanager
def opened_store(folder: Path | None) -> Iterator[Store]:
    """Return a store: in a folder, or for this once.

    Parameters
    ----------
    folder
        The folder; None for one that is removed afterwards.

    Yields
    ------
    Store
        The store.
    """
    if folder is not None:
        yield Store(folder)
        return
    with tempfile.TemporaryDirectory(prefix="grensgeo-") as place:
        yield Store(Path(place) / "store")
