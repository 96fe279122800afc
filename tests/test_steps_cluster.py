"""Steps done by a cluster: the same bytes, whoever falls out on the way."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import ClassVar

import pandas as pd
import pytest
from drawnstudy import files_in, write_drawn_study
from towns import random_points, town

import grensgeo as gg
from grensgeo.errors import FileError, InputError
from grensgeo.steps import Step, StepRun, Store
from grensgeo.steps.cluster import cluster_of, on_cluster
from grensgeo.traveltimes import Trip

dask = pytest.importorskip("dask")
distributed = pytest.importorskip("distributed")

pytestmark = [
    pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning"),
    pytest.mark.filterwarnings("ignore:.*event loop.*:DeprecationWarning"),
]


class Numbers:
    """A number, its square, and both in a file; made anew in every process."""

    def __init__(self, number="3", version="1"):
        self.number, self.version = number, version
        self.key = f"{number} {version}"

    def open(self):
        def write(text):
            def make(folder, taken):
                before = [(place / "n.txt").read_text() for place in taken.values()]
                (folder / "n.txt").write_text(text(*before))

            return make

        number = Step("number", "n", {"n": self.number}, write(lambda: self.number))
        squares = [
            Step(
                f"square {i}",
                "square",
                {"version": self.version, "i": str(i)},
                write(lambda n, i=i: str(int(n) ** 2 + i)),
                (number,),
            )
            for i in range(3)
        ]
        return [*squares, Step("sum", "sum", {}, write(lambda *n: " ".join(n)), tuple(squares))]


@pytest.fixture(scope="module")
def client():
    """Two workers in this process."""
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client


def test_steps_are_done_by_workers_and_kept(tmp_path, client):
    said = []
    run = StepRun("run", Numbers().open(), Store(tmp_path / "store"), said.append)
    done = run.run(on_cluster(client, Numbers()))
    assert (done["sum"] / "n.txt").read_text() == "9 10 11"
    assert said[0] == "2 workers"
    assert "[1/5] number (done, " in said[1]
    assert "held by a worker" in said[-1]
    said.clear()
    again = StepRun("run", Numbers(version="2").open(), Store(tmp_path / "store"), said.append)
    again.run(on_cluster(client, Numbers(version="2")))
    assert not any("number" in line for line in said)  # it is there
    assert sum("(done, " in line for line in said) == 4
    said.clear()
    StepRun("run", Numbers().open(), Store(tmp_path / "store"), said.append, fresh=True).run(
        on_cluster(client, Numbers())
    )
    assert sum("(done, " in line for line in said) == 5


@pytest.mark.long
def test_a_step_that_fails_is_tried_again_and_in_the_end_says_why(tmp_path, client):
    for number, fails in (("a", 2), ("b", 3)):
        Stumbling.left[number] = fails
        run = StepRun(number, Stumbling(number).open(), Store(tmp_path / number))
        if fails == 2:
            assert (run.run(on_cluster(client, Stumbling(number)))["n"] / "n.txt").is_file()
            continue
        with pytest.raises(FileError, match="the disk stumbled"):
            run.run(on_cluster(client, Stumbling(number)))


def test_a_step_that_ends_its_workers_says_so(tmp_path):
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(
            n_workers=1, threads_per_worker=1, processes=False, dashboard_address="127.0.0.1:0"
        ) as cluster,
        distributed.Client(cluster) as client,
    ):
        run = StepRun("run", Ending().open(), Store(tmp_path / "store"))
        spread = on_cluster(client, Ending())
        with pytest.raises(FileError, match="step 'n': 1 workers ended while") as error:
            run.run(spread)
    assert error.value.codes == ("worker-ended",)


class Ending:
    """A step during which its worker leaves the cluster, as one does that the system ends."""

    key = "ending"

    def open(self):
        def make(folder, taken):
            worker = distributed.get_worker()
            worker.loop.add_callback(worker.close, nanny=False, executor_wait=False)
            while worker.status.name != "closed":
                time.sleep(0.01)

        return [Step("n", "n", {}, make)]


class Stumbling:
    """A step that a disk does not take some times."""

    left: ClassVar = {}

    def __init__(self, key):
        self.key = key

    def open(self):
        def make(folder, taken):
            assert not taken
            self.left[self.key] -= 1
            if self.left[self.key] >= 0:
                raise FileError("file-not-writable", "the disk stumbled")
            (folder / "n.txt").write_text("1")

        return [Step("n", "n", {"key": self.key}, make)]


def test_workers_that_differ_or_see_nothing_say_so(tmp_path, client):
    with pytest.raises(InputError, match="made of other things"):
        StepRun("run", Numbers("4").open(), Store(tmp_path / "store")).run(
            on_cluster(client, Numbers("5"))
        )
    store = Store(tmp_path / "gone")
    (tmp_path / "gone" / "store.json").unlink()
    with pytest.raises(InputError, match="does not see this folder"):
        StepRun("run", Numbers().open(), store).run(on_cluster(client, Numbers()))
    with pytest.raises(InputError, match="local:N"):
        cluster_of("local:none").__enter__()
    with pytest.raises(InputError, match="no scheduler answers"):
        cluster_of("nowhere:here:1").__enter__()


def test_times_of_a_cluster_are_those_of_one_machine(tmp_path, client):
    town(4).save(tmp_path / "network")
    network, people = gg.load_network(tmp_path / "network"), random_points(7, 30, name="p")
    jobs = {"jobs": pd.Series(range(30), index=people["id"])}
    trip, counts = Trip("bicycle", max_min=40), {"cutoffs_min": [10], "block": 8}
    for name, how in (("one", {}), ("many", {"client": client})):
        gg.write_travel_times(network, people, people, trip, path=tmp_path / name, block=8, **how)
        path = tmp_path / f"{name}.parquet"
        gg.write_reach(network, people, people, trip, jobs, path=path, **counts, **how)
    for file in (tmp_path / "one").iterdir():
        assert (tmp_path / "many" / file.name).read_bytes() == file.read_bytes()
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "many.parquet").read_bytes()
    # a network that lies nowhere is laid down for the workers, its coordinates as they are saved
    gg.write_travel_times(town(4), people, people, trip, path=tmp_path / "new", client=client)
    pd.testing.assert_frame_equal(
        pd.read_parquet(tmp_path / "new"), pd.read_parquet(tmp_path / "one"), atol=1e-4
    )
    assert not list(tmp_path.glob("*.unfinished"))


@pytest.mark.long
def test_a_study_of_a_cluster_is_that_of_one_machine(tmp_path, client):
    path = write_drawn_study(tmp_path / "study")
    study, said = gg.read_study(path), []
    gg.run_study(study, tmp_path / "one")
    results = tmp_path / "store"
    gg.run_study(study, tmp_path / "many", results=results, client=client, say=said.append)
    assert files_in(tmp_path / "many") == files_in(tmp_path / "one")
    assert sum("(done, inproc" in line for line in said) > 8
    said.clear()
    gg.run_study(study, tmp_path / "many", results=results, client=client, say=said.append)
    assert "nothing has changed" in said[0]
    assert not any("workers" in line for line in said)


def ask_for_times(folder, client, **told):
    network = gg.load_network(folder / "network")
    people = random_points(7, 400, name="p")
    return gg.write_travel_times(
        network, people, people, Trip("walk", max_min=40), path=folder / "times", block=10,
        client=client, **told,
    )  # fmt: skip


@pytest.fixture
def asked(tmp_path):
    """Return a folder with a network, and the bytes that one machine writes."""
    town(4).save(tmp_path / "network")
    path = ask_for_times(tmp_path, None)
    expected = files_in(path)
    path.rename(tmp_path / "expected")
    return tmp_path, expected


def workers_of(client):
    return [one["pid"] for one in client.run(lambda: {"pid": os.getpid()}).values()]


@pytest.mark.long
def test_a_worker_that_is_killed_changes_no_byte(asked):
    folder, expected = asked
    killed = []

    def kill(line):
        if "[10/" in line and not killed:
            killed.append(workers_of(client)[0])
            os.kill(killed[0], signal.SIGKILL)

    with cluster_of("local:2") as client:
        path = ask_for_times(folder, client, say=kill)
    assert killed
    assert files_in(path) == expected


@pytest.mark.long
def test_a_scheduler_that_is_killed_is_started_again(asked):
    folder, expected = asked
    kept, said = killed_on_the_way(
        folder, 10, lambda client, say: ask_for_times(folder, client, say=say)
    )
    assert 10 <= len(kept) - 1 < 40
    assert sum("(done, " in line for line in said) == 40 - (len(kept) - 1)  # one is of the places
    assert files_in(folder / "times") == expected


@pytest.mark.long
def test_a_study_whose_scheduler_is_killed_is_gone_on_with_block_by_block(tmp_path):
    study = gg.read_study(write_drawn_study(tmp_path / "study"))
    gg.run_study(study, tmp_path / "one", block=1)

    def run(client, say):
        gg.run_study(
            study, tmp_path / "many", results=tmp_path / "store", block=1, client=client, say=say
        )

    kept, said = killed_on_the_way(tmp_path, 5, run)
    told = [line for line in said if "(done, " in line]
    blocks = [name for name in kept if ", cells " in name]
    assert blocks
    assert not [name for name in kept if any(f"] {name} (" in line for line in told)]
    assert sum(", cells " in line for line in told) <= 9 - len(blocks)
    assert files_in(tmp_path / "many") == files_in(tmp_path / "one")


def killed_on_the_way(folder, at, work):
    """Kill the scheduler at one of the steps, start it again, and give what was kept and said."""
    kept, said = [], []
    for attempt in range(2):
        said.clear()
        with scheduler(folder) as (address, process), cluster_of(address) as client:

            def say(line, process=process, attempt=attempt):
                said.append(line)
                if f"[{at}/" in line and "(" in line and attempt == 0:
                    process.send_signal(signal.SIGKILL)

            if attempt:
                work(client, say)
                continue
            with pytest.raises(FileError) as lost:
                work(client, say)
            assert lost.value.codes == ("cluster-lost",)
        # read when the worker has ended, which may have been at one
        kept = [json.loads(one.read_text())["name"] for one in folder.rglob("step.json")]
    return kept, said


@contextmanager
def scheduler(folder):
    """Start a scheduler and a worker as processes of their own, as a person would."""
    file = folder / "scheduler.json"
    file.unlink(missing_ok=True)
    dask = [sys.executable, "-m", "dask"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(
        [*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
         "--scheduler-file", str(file)], **quiet,
    ) as process:  # fmt: skip
        while not file.exists():
            time.sleep(0.05)
        with subprocess.Popen(
            [*dask, "worker", "--scheduler-file", str(file), "--nthreads", "1", "--no-dashboard",
             "--death-timeout", "60"], **quiet,
        ) as worker:  # fmt: skip
            try:
                address = json.loads(file.read_text())["address"]
                yield address, process
            finally:
                for one in (worker, process):
                    one.terminate()
                worker.wait(30)
