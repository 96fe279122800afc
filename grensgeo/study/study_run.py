"""Run a study: travel times, reach, isochrones, scenarios, maps, tables and the monitor's feed."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.errors import InputError, listening
from grensgeo.files import beside, need_place
from grensgeo.steps import StepRun, available_bytes
from grensgeo.steps.step import opened_store
from grensgeo.steps.store import sync
from grensgeo.study.study_inputs import StudyInputs
from grensgeo.study.study_memory import needed_bytes
from grensgeo.study.study_pages import output_steps
from grensgeo.study.study_results import gate_step, needed
from grensgeo.study.study_steps import StudySteps

if TYPE_CHECKING:
    from collections.abc import Callable

    from distributed import Client

    from grensgeo.steps import Planned, Step
    from grensgeo.study.study_file import Study

#: The file that is put in place last.
_LAST = "manifest.json"


def run_study(
    study: Study,
    output: str | Path,
    *,
    say: Callable[[str], None] = lambda _: None,
    progress: bool = False,
    store: bool = False,
    results: str | Path | None = None,
    fresh: bool = False,
    block: int | None = None,
    client: Client | None = None,
) -> list[Path]:
    """Run a study from inputs to maps.

    Parameters
    ----------
    study
        What to do, from :func:`read_study`.
    output
        Folder for maps, tables, the manifest and the feed of the monitor. It is written once
        everything is computed: a study that fails writes nothing.
    say
        Called with one line per step.
    progress
        Show progress bars.
    store
        Keep what is prepared for the networks beside them, where that can be, and start with what
        is there.
    results
        Folder in which the result of each step is kept: a step of which nothing has changed is
        not done again, and a run that was stopped goes on where it was. Without it nothing is
        kept.
    fresh
        Do every step anew.
    block
        Cells in one step of reach: what is lost of the work where a run is stopped, and what
        workers share; 32,768 if not given. The files are the same whatever it is.
    client
        A client of ``dask.distributed``: the steps are done by its workers, which see the study,
        what it names and the folder of results under the same paths. What is prepared for the
        networks is opened by each of them by memory map (``store``).

    Returns
    -------
    list of Path
        The files that were written, or are there already as they are.

    Raises
    ------
    FileError
        If the folder or the store cannot be written, or the cluster is lost.
    InputError
        If the study asks for areas, places, opportunities or lines that its inputs lack, if its
        figures contradict each other, or if it needs more memory than there is.

    Examples
    --------
    >>> from grensgeo.study.study_file import read_study
    >>> study = read_study(Path("data/sample/study.toml"))
    >>> written = run_study(study, Path("maps"))  # doctest: +SKIP
    """
    if block is not None and block < 1:
        raise InputError("out-of-range", f"block is {block}, expected 1 or more cells")
    output, results = Path(output), None if results is None else Path(results)
    need_place(output, folder=True)
    inputs = StudyInputs(study, prepared=store)
    steps = StudySteps(inputs, block=block, progress=progress)
    wanted, outputs = _wanted(steps)
    with opened_store(results) as kept:
        run = StepRun(study.study_id, wanted, kept, say, fresh=fresh)
        planned = run.plan()
        work = [one for one in planned if not one.kept]
        if results is not None:
            kept_there = len(planned) - len(work)
            what = "nothing has changed" if not work else f"{len(work)} of them to do"
            say(f"{kept_there} of {len(planned)} steps are in the store {results}; {what}")
        if work:
            _need_memory(study)
        done = run.run(None if client is None else _spread(client, inputs, steps, run))
        inputs.keep()
        written = _put_in_place([done[one.name] for one in outputs], output)
        if results is not None:
            kept.tidy()
    return written


@dataclass(frozen=True)
class StudySource:
    """What a worker makes the steps of a study from.

    Attributes
    ----------
    key
        What names all of them.
    path
        The study file, under the path that every worker sees.
    prepared
        Open what was prepared for the networks beside them.
    block
        Cells in one step of reach.
    """

    key: str
    path: Path
    prepared: bool
    block: int

    def open(self) -> list[Step]:
        """Read the study, and what it names when a step asks for it."""
        from grensgeo.study.study_file import read_study

        inputs = StudyInputs(read_study(self.path), prepared=self.prepared)
        return _wanted(StudySteps(inputs, block=self.block))[0]


def _spread(
    client: Client, inputs: StudyInputs, steps: StudySteps, run: StepRun
) -> Callable[[StepRun, list[Step]], None]:
    """Check the study and prepare its networks, and return what has its steps done by workers."""
    from grensgeo.steps.cluster import on_cluster

    study = inputs.study
    if study.path is None:
        raise InputError(
            "part-not-given", "a cluster runs the study that lies in a file: read it with "
            "read_study",
        )  # fmt: skip
    StepRun(run.name, [steps.check], run.store, run.say).run()
    if inputs.prepared and any(not one.kept for one in run.plan()):
        _prepare(inputs)
    digest = hashlib.sha256("".join(one.key for one in run.steps).encode()).hexdigest()
    source = StudySource(
        digest, study.path.absolute(), prepared=inputs.prepared, block=steps.cells.block
    )
    return on_cluster(client, source)


def _prepare(inputs: StudyInputs) -> None:
    """Prepare streets and timetables of all trips and keep them, so that no worker has to."""
    from grensgeo.traveltimes.compute import begin

    place = inputs.own_region().places.iloc[:1]
    for item in inputs.study.trips:
        with listening():  # who computes says it
            begin(inputs.network(item.network), place, place, item.trip)
    inputs.keep()


@dataclass(frozen=True)
class StudyPlan:
    """What a run of a study would do.

    Attributes
    ----------
    steps
        Each step that is wanted, whether its result is there, and why not.
    needed_bytes
        About how much memory it needs; 0 where nothing is to be done.
    available_bytes
        How much there is; None where that is not known.
    """

    steps: tuple[Planned, ...]
    needed_bytes: int
    available_bytes: int | None

    def lines(self) -> list[str]:
        """Return it in words, a line a step."""
        told = [
            f"kept  {one.step.name}" if one.kept else f"run   {one.step.name}: {one.why}"
            for one in self.steps
        ]
        work = sum(not one.kept for one in self.steps)
        if not work:
            return [*told, f"nothing has changed: {len(told)} of {len(told)} steps are kept"]
        free = self.available_bytes
        there = "" if free is None else f", {_size(free)} are free"
        need = f"about {_size(self.needed_bytes)} of memory needed{there}"
        return [*told, f"{work} of {len(told)} steps to do; {need}"]


def plan_study(
    study: Study,
    *,
    results: str | Path | None = None,
    fresh: bool = False,
    block: int | None = None,
) -> StudyPlan:
    """Return what a run of a study would do, and why; nothing is computed or written.

    Parameters
    ----------
    study, results, fresh, block
        As for :func:`run_study`.

    Returns
    -------
    StudyPlan
        Step by step.

    Raises
    ------
    FileError, InputError
        If a scenario cannot be read.
    """
    wanted, _ = _wanted(StudySteps(StudyInputs(study), block=block))
    there = Path(results) if results is not None and Path(results).is_dir() else None
    with opened_store(there) as kept:
        planned = StepRun(study.study_id, wanted, kept, fresh=fresh).plan()
    work = any(not one.kept for one in planned)
    return StudyPlan(tuple(planned), needed_bytes(study) if work else 0, available_bytes())


def _wanted(steps: StudySteps) -> tuple[list[Step], list[Step]]:
    """Return all steps of a study, in the order in which they are done, and those of its files."""
    gate = gate_step(steps)
    outputs = output_steps(steps, gate)
    return [steps.check, *needed(steps, atlas=True), gate, *outputs], outputs


def _need_memory(study: Study) -> None:
    """Raise on a study that needs more memory than there is, before it starts."""
    there, need = available_bytes(), needed_bytes(study)
    if there is not None and need > there:
        raise InputError(
            "memory-short",
            f"study {study.study_id}: needs about {_size(need)} of memory, and {_size(there)} are "
            "free; close other programs, take a machine with more, or cut the region or network "
            "(grensgeo build --area)",
        )


def _size(n_bytes: float) -> str:
    """Return a number of bytes in words."""
    return f"{n_bytes / 1e9:.1f} GB" if n_bytes >= 1e8 else f"{n_bytes / 1e6:.0f} MB"


def _put_in_place(folders: list[Path], output: Path) -> list[Path]:
    """Copy finished files to where they belong, each whole, the manifest last.

    What lies there with the same bytes is left as it is.
    """
    found = {
        path.relative_to(folder): path
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path != folder / "step.json"
    }
    names = sorted(found, key=lambda name: (str(name) == _LAST, name))
    for name in names:
        need_place(output / name)
    changed = [name for name in names if not _same(found[name], output / name)]
    if changed:
        with beside(output) as scratch:
            for name in changed:
                (scratch / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(found[name], scratch / name)
                sync(scratch / name)
            for name in changed:
                (output / name).parent.mkdir(parents=True, exist_ok=True)
                (scratch / name).replace(output / name)
            for place in {(output / name).parent for name in changed}:
                sync(place)
    return [output / name for name in names]


def _same(one: Path, other: Path) -> bool:
    """Return whether two files hold the same."""
    try:
        return (
            one.stat().st_size == other.stat().st_size and one.read_bytes() == other.read_bytes()
        )
    except OSError:
        return False
