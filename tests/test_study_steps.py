"""A study over a store: done once, gone on with, redrawn where a label has changed, ended alike."""

import contextlib
import json
import os
import random
import resource
import shutil
import signal
import sys
import time
from multiprocessing import get_context

import pandas as pd
import pytest
from drawnstudy import files_in, write_drawn_study
from examples import NEW

import grensgeo as gg
from grensgeo.cli import main
from grensgeo.errors import FileError, InputError
from grensgeo.steps import Store
from grensgeo.study import plan_study, study_cells, study_memory, study_run
from grensgeo.study.step_values import read_shapes, read_sources

#: What a child process loads once, before it is asked for anything.
PRELOADED = ["grensgeo.cli", "grensgeo.study.study_run", "grensgeo.maps", "geopandas", "numba"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Run the study once: what all runs end with, and the store that is left."""
    folder = tmp_path_factory.mktemp("whole")
    path = write_drawn_study(folder / "study")
    gg.run_study(gg.read_study(path), folder / "out", results=folder / "store")
    return path, files_in(folder / "out")


@pytest.fixture
def run(whole, tmp_path):
    """Run a copy of the study over a copy of the store, elsewhere, and give the steps done."""
    for name in ("study", "store", "out"):
        shutil.copytree(whole[0].parents[1] / name, tmp_path / name)

    def call(*swaps, file="study.toml", **options):
        path = tmp_path / "study" / file
        text = path.read_text(encoding="utf-8")
        for old, new in swaps:
            assert old in text
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        said = []
        options = {"results": tmp_path / "store"} | options
        study = gg.read_study(tmp_path / "study" / "study.toml")
        gg.run_study(study, tmp_path / "out", say=said.append, **options)
        return [line.partition("] ")[2].partition(" (")[0] for line in said if "] " in line]

    return call


def lose(folder, *names):
    """Remove the results of steps from a store, as if the run had been stopped before them."""
    lost = set()
    for about in folder.glob("steps/*/step.json"):
        name = json.loads(about.read_text(encoding="utf-8"))["name"]
        if name in names or not names:
            shutil.rmtree(about.parent)
            lost.add(name)
    assert not names or lost == set(names)


MATRICES = [
    "travel times and reach: walk, baseline",
    "travel times and reach: bicycle, baseline",
    "travel times and reach: walk, faster",
]


def test_a_second_run_does_no_work_wherever_it_lies_and_ends_alike(run, whole, tmp_path):
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")}
    assert run() == []
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")} == before
    shutil.rmtree(tmp_path / "out")
    assert run() == []
    assert files_in(tmp_path / "out") == whole[1]


@pytest.mark.long
@pytest.mark.parametrize("options", [{"fresh": True}, {"results": None}])
def test_all_anew_ends_alike(run, whole, tmp_path, options):
    shutil.rmtree(tmp_path / "out")
    assert len(run(**options)) == 13
    assert files_in(tmp_path / "out") == whole[1]


def test_labels_compute_no_matrix(run, tmp_path):
    before = files_in(tmp_path / "out")
    assert run(('"Small"', '"Tiny"')) == ["maps"]
    assert run(('"Crossing"', '"Corner"')) == ["maps"]
    assert run(('en = "Faster"', 'en = "Quicker"'), file="faster.toml") == [
        "tables", "feed of the monitor", "maps",
    ]  # fmt: skip
    after = files_in(tmp_path / "out")
    assert b"Quicker" in after["scenario.html"]
    assert b"Faster" not in after["scenario.html"]
    assert after["tables/reach_cells.parquet"] == before["tables/reach_cells.parquet"]


@pytest.mark.long
def test_an_option_computes_only_the_matrices_that_it_touches(run):
    done = run(("speed_factor = 1.5", "speed_factor = 1.2"), file="faster.toml")
    assert [name for name in done if "travel times" in name] == MATRICES[2:]
    done = run(('mode = "bicycle"', 'mode = "bicycle"\ncrossing_time_min = 2'))
    assert [name for name in done if "travel times" in name] == MATRICES[1:2]


def test_a_dry_run_says_what_would_be_done_and_why_and_writes_nothing(
    run, whole, tmp_path, capsys
):
    path = tmp_path / "study" / "study.toml"
    plan = plan_study(gg.read_study(path), results=tmp_path / "none")
    assert {one.why for one in plan.steps} == {"was not asked for before"}
    assert not (tmp_path / "none").exists()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("[30, 60]", "[20, 60]"), encoding="utf-8")
    arguments = ["run", str(path), "-o", str(tmp_path / "out"), "--store", str(tmp_path / "store")]
    assert main([*arguments, "--dry-run"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert f"run   {MATRICES[0]}: changed: cutoffs_min ([30.0, 60.0] -> [20.0, 60.0])" in told
    assert "kept  isochrones 1: walk from x" in told
    assert "of memory needed" in told[-1]
    assert files_in(tmp_path / "out") == whole[1]
    path.write_text(text, encoding="utf-8")
    assert main([*arguments, "--dry-run"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("nothing has changed: 13 of 13")
    assert main(["store", str(tmp_path / "store"), "--keep-runs", "0"]) == 0
    assert "0 results, 0.0 MB; studies: drawn" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lost", "stopped_at"),
    [
        (MATRICES[2:], 1),
        pytest.param((), 2, marks=pytest.mark.long),
        pytest.param((), 12, marks=pytest.mark.long),
    ],
)
def test_an_interrupted_run_goes_on_where_it_was(
    run, whole, tmp_path, monkeypatch, lost, stopped_at
):
    shutil.rmtree(tmp_path / "out")
    lose(tmp_path / "store", *lost)
    count, put = [], Store.put

    def stop(*args):
        count.append(1)
        if len(count) == stopped_at:
            raise KeyboardInterrupt
        return put(*args)

    monkeypatch.setattr(Store, "put", stop)
    with pytest.raises(KeyboardInterrupt):
        run()
    monkeypatch.undo()
    assert not (tmp_path / "out").exists()
    assert len(run()) == (len(lost) or 13) - (stopped_at - 1)
    assert files_in(tmp_path / "out") == whole[1]


def test_many_cells_are_done_in_blocks_and_a_run_goes_on_between_them(
    run, whole, tmp_path, monkeypatch
):
    shutil.rmtree(tmp_path / "out")
    lose(tmp_path / "store")
    reach, calls = study_cells.reach_of_cells, []

    def stop(*args, **options):
        calls.append(options["trip"].mode)
        if len(calls) == 6:
            raise KeyboardInterrupt
        return reach(*args, **options)

    monkeypatch.setattr(study_cells, "reach_of_cells", stop)
    with pytest.raises(KeyboardInterrupt):
        run(block=1)
    done = run(block=1)
    assert calls == ["walk"] * 3 + ["bicycle"] * 4 + ["walk"] * 3  # none of them twice but one
    assert done[:2] == [f"{MATRICES[1]}, cells 3 to the last", MATRICES[1]]
    assert files_in(tmp_path / "out") == whole[1]
    names = [json.loads(one.read_text("utf-8"))["name"]
             for one in (tmp_path / "store").glob("steps/*/step.json")]  # fmt: skip
    assert len(names) == 13  # blocks are gone, what is made of them stands
    assert run(block=1) == []
    with pytest.raises(InputError, match="block is 0"):
        run(block=0)


def test_results_are_put_in_place_whole_or_not_at_all(run, whole, tmp_path, monkeypatch):
    shutil.rmtree(tmp_path / "out")
    copied, copy = [], shutil.copyfile

    def full(source, target):
        if len(copied) == 3:
            raise OSError(28, "No space left on device")
        copied.append(target)
        return copy(source, target)

    monkeypatch.setattr(study_run.shutil, "copyfile", full)
    with pytest.raises(gg.GrensgeoError, match=r"cannot be written \(No space left on device\)"):
        run()
    monkeypatch.undo()
    assert not (tmp_path / "out").exists()
    assert run() == []
    assert files_in(tmp_path / "out") == whole[1]


def test_a_study_that_does_not_fit_into_memory_is_refused_before_it_starts(
    run, tmp_path, monkeypatch
):
    shutil.rmtree(tmp_path / "out")
    lose(tmp_path / "store", MATRICES[0])
    monkeypatch.setattr(study_run, "available_bytes", lambda: 600_000_000)
    with pytest.raises(
        InputError, match=r"needs about 1\.\d GB of memory, and 0\.6 GB are free"
    ) as told:
        run()
    assert told.value.code == "memory-short"
    assert not (tmp_path / "out").exists()
    monkeypatch.undo()
    assert study_memory.needed_bytes(gg.read_study(tmp_path / "study" / "study.toml")) > 1e9


def _child(arguments, *, most_bytes=None):
    """Run a command in a process of its own, with what it says in a file."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.stderr = sys.stdout = open(arguments[3] + ".log", "w", buffering=1)  # noqa: PTH123, SIM115
    if most_bytes is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
    sys.exit(main(list(arguments)))


def processes():
    context = get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context


@pytest.fixture
def asked(whole, tmp_path):
    return ["run", str(whole[0]), "-o", str(tmp_path / "out"), "--store", str(tmp_path / "store")]


@pytest.mark.long
def test_killed_at_any_moment_it_ends_alike(asked, whole, tmp_path):
    """Killed with no warning at 20 random moments of a run, and run again."""
    seed = random.SystemRandom().randrange(10**6) if NEW else 16
    sys.stdout.write(f"seed {seed}\n")
    draw = random.Random(seed)
    began = time.monotonic()
    first = processes().Process(target=_child, args=(asked,))
    first.start()
    first.join()
    lasts = time.monotonic() - began
    assert files_in(tmp_path / "out") == whole[1]
    ended = 0
    for _ in range(20):
        shutil.rmtree(tmp_path / "out", ignore_errors=True)
        shutil.rmtree(tmp_path / "store", ignore_errors=True)
        child = processes().Process(target=_child, args=(asked,))
        child.start()
        time.sleep(draw.uniform(0, lasts))
        with contextlib.suppress(ProcessLookupError):  # it may have ended, and be gone
            os.kill(child.pid, signal.SIGKILL)
        child.join()
        ended += child.exitcode == 0
        left = files_in(tmp_path / "out") if (tmp_path / "out").exists() else {}
        assert {name: whole[1][name] for name in left} == left  # whole, or not there
        assert main(asked) == 0
        assert files_in(tmp_path / "out") == whole[1]
    sys.stdout.write(f"{20 - ended} of 20 were killed before their end, of {lasts:.1f} s\n")
    assert ended < 15


@pytest.mark.long
def test_eight_processes_on_one_store_end_alike(asked, whole, tmp_path):
    for _ in range(3):
        shutil.rmtree(tmp_path / "store", ignore_errors=True)
        each = [[*asked[:3], str(tmp_path / f"out{n}"), *asked[4:]] for n in range(8)]
        children = [processes().Process(target=_child, args=(one,)) for one in each]
        for child in children:
            child.start()
        for child in children:
            child.join()
        assert [child.exitcode for child in children] == [0] * 8
        for one in each:
            assert files_in(tmp_path / one[3].rsplit("/", maxsplit=1)[-1]) == whole[1]


@pytest.mark.long
def test_a_full_disk_and_an_interrupt_say_one_line_and_lose_nothing(asked, whole, tmp_path):
    child = processes().Process(target=_child, args=(asked,), kwargs={"most_bytes": 30_000})
    child.start()
    child.join()
    told = (tmp_path / "out.log").read_text(encoding="utf-8")
    assert child.exitcode == 2, told
    assert [line for line in told.splitlines() if "grensgeo:" in line] == [told.splitlines()[-1]]
    assert "cannot be written" in told.splitlines()[-1]
    assert not (tmp_path / "out").exists()
    assert main(asked) == 0
    assert files_in(tmp_path / "out") == whole[1]
    shutil.rmtree(tmp_path / "store")
    (tmp_path / "out.log").write_text("")
    child = processes().Process(target=_child, args=(asked,))
    child.start()
    while "[3/" not in (tmp_path / "out.log").read_text(encoding="utf-8"):
        time.sleep(0.01)
    os.kill(child.pid, signal.SIGINT)
    child.join()
    told = (tmp_path / "out.log").read_text(encoding="utf-8")
    assert child.exitcode == 130
    assert told.splitlines()[-1] == "grensgeo: stopped; nothing was written"
    assert main(asked) == 0
    assert files_in(tmp_path / "out") == whole[1]


def test_a_store_that_is_none_is_refused(asked, tmp_path, capsys):
    (tmp_path / "store").write_text("a letter")
    assert main(asked) == 2
    assert capsys.readouterr().err == f"grensgeo: {tmp_path / 'store'}: is a file; name a folder\n"
    assert main([*asked[:4], "--store", str(tmp_path / "s"), "--no-store"]) == 2
    assert "not both" in capsys.readouterr().err


def test_damaged_parts_of_a_store_are_refused_in_words(tmp_path):
    told = tmp_path / "sources.json"
    for damaged in (
        {"sources": []},
        {"notes": "none"},
        {"notes": [1]},
        {"notes": [{"of_scenario": "x"}]},
    ):
        told.write_text(json.dumps(damaged))
        with pytest.raises(FileError, match="holds no list of notes; run the study with --fresh"):
            read_sources(told)
    path = tmp_path / "cells.parquet"
    pd.DataFrame({"a": [1]}).to_parquet(path)
    with pytest.raises(FileError, match="holds no shapes; run the study with --fresh"):
        read_shapes(path)
    path.write_bytes(b"PAR1")
    with pytest.raises(FileError, match="cannot be read"):
        read_shapes(path)
