"""Commands killed with no warning at random moments, and begun again: ``make kill``.

After each kill nothing unfinished may bear a final name, and the command, asked again, must end with
the bytes of one that nobody disturbed. ``KILLS=500 KILL_SEED=7 KILL_ONLY=build`` ask for more, for
others, and for one job alone. Then eight processes do one list of steps over one store, 50 times.
"""

import contextlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import warnings
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

KILLS = int(os.environ.get("KILLS", "200"))
ROUNDS, TOGETHER = int(os.environ.get("KILL_ROUNDS", "50")), 8
SEED = int(os.environ.get("KILL_SEED", "19"))
#: What a child process loads once, before it is asked for anything.
PRELOADED = ["grensgeo.cli", "grensgeo.study.study_run", "grensgeo.maps", "geopandas", "numba"]
#: Beside a final name: what is being written, what is kept to go on with, what was prepared.
_OWN = (".grensgeo-", ".unfinished", ".parts", "router", "store")


@dataclass(frozen=True)
class Job:
    """A command, and how often it is killed of a hundred times.

    ``asked`` gives the arguments, of a folder whose parts are all that the command writes; files
    of ``growing`` may hold less than at the end while they are whole.
    """

    name: str
    share: int
    asked: Any
    prepare: Any = lambda folder: None
    growing: tuple[str, ...] = ()


def processes():
    """Give what starts processes that have loaded everything already."""
    context = get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context


def child(arguments, log):
    """Run a command in a process of its own, with what it says in a file."""
    from grensgeo.cli import main

    warnings.simplefilter("ignore")
    sys.stderr = sys.stdout = open(log, "w", buffering=1)  # noqa: PTH123, SIM115
    sys.exit(main(list(arguments)))


def files_in(folder):
    """Give the bytes of all that bears a final name, by its name."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not any(mark in name for mark in _OWN):
            found[name] = path.read_bytes()
    return found


def begun(job, folder):
    """Start a command, and give its process."""
    process = processes().Process(target=child, args=(job.asked(folder), str(folder) + ".log"))
    process.start()
    return process


def undisturbed(job, folder):
    """Run a command to its end; give its files and how long it took, of two runs the shorter."""
    lasted = []
    for number in range(2):
        place = folder / f"whole{number}"
        place.mkdir()
        job.prepare(place)
        at = time.monotonic()
        process = begun(job, place)
        process.join()
        lasted.append(time.monotonic() - at)
        if process.exitcode:
            raise RuntimeError(f"{job.name}: {Path(str(place) + '.log').read_text()}")
    whole, again = (files_in(folder / f"whole{number}") for number in range(2))
    return (
        whole,
        min(lasted),
        [f"{job.name}: two runs differ in {name}" for name in differing(whole, again)],
    )


def differing(one, other):
    """Give the names of files that differ, or that one alone has."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def kill_once(job, folder, whole, draw, lasts):
    """Kill a command at a random moment and ask again; give whether it was killed, and faults."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    job.prepare(folder)
    moment = draw.uniform(0, lasts)
    process = begun(job, folder)
    time.sleep(moment)
    with contextlib.suppress(ProcessLookupError):  # it may have ended, and be gone
        os.kill(process.pid, signal.SIGKILL)
    process.join()
    where = f"{job.name}, killed after {moment:.2f} s"
    left = files_in(folder)
    faults = [
        f"{where}: {name} is unfinished"
        for name, data in left.items()
        if whole.get(name) != data and name.rpartition("/")[2] not in job.growing
    ]
    again = begun(job, folder)
    again.join()
    if again.exitcode:
        told = Path(str(folder) + ".log").read_text(encoding="utf-8")
        return True, [
            *faults,
            f"{where}: asked again it ends with {again.exitcode}: {told[-300:]}",
        ]
    faults += [
        f"{where}: asked again {name} differs" for name in differing(whole, files_in(folder))
    ]
    return process.exitcode == -signal.SIGKILL, faults


def kill(job, many, folder, draw, say=print):
    """Kill a command so many times before its end; give the faults."""
    folder.mkdir()
    whole, lasts, faults = undisturbed(job, folder)
    killed = ended = 0
    while killed < many and ended < 5 * many:
        was_killed, wrong = kill_once(job, folder / "killed", whole, draw, lasts)
        killed, ended = killed + was_killed, ended + (not was_killed)
        faults += wrong
    say(
        f"{job.name}: killed {killed} times before its end ({ended} times too late) of {lasts:.1f} s; "
        f"{len(whole)} files, {len(faults)} faults"
    )
    return faults


# --- the commands


def jobs(folder):
    """Lay what the commands need into a folder, and give them by name."""
    from drawnstudy import write_drawn_study
    from towns import buses, random_points
    from towns import town as drawn_town

    import grensgeo as gg
    from grensgeo.network import with_feeds

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        study = write_drawn_study(folder / "study")
        gg.run_study(gg.read_study(study), folder / "results", results=None)
        with_feeds(drawn_town(4), [buses(folder / "buses.zip", 5)]).save(folder / "net")
        random_points(7, 40, name="p").to_parquet(folder / "points.parquet")
    extract = osm_of(folder / "town.osm")
    points, net = str(folder / "points.parquet"), folder / "net"

    def copied(place):
        shutil.copytree(net, place / "router-net")

    def on_net(command, *more, out):
        return lambda place: [command, str(place / "router-net"), "--origins", points, *more,
                              "-o", str(place / out)]  # fmt: skip

    region = str(folder / "study" / "region")
    return [
        Job("build", 20, lambda place: [
            "build", str(extract), "--gtfs", str(folder / "buses.zip"), "-o", str(place / "net")]),
        Job("times", 15, on_net("times", "--mode", "bicycle", "--max-min", "60", out="times.parquet"), copied),
        Job("times in parts", 10, on_net(
            "times", "--mode", "walk", "--max-min", "60", "--parts", out="parts"), copied),
        Job("isochrones", 15, on_net(
            "isochrones", "--mode", "walk", "--cutoffs", "5", "10", out="isochrones.gpkg"), copied),
        Job("run", 15, lambda place: [
            "run", str(study), "-o", str(place / "out"), "--store", str(place / "store")]),
        Job("monitor", 15, lambda place: [
            "monitor", str(folder / "results"), "--region", region, "--period", "2023",
            "-o", str(place / "feed")]),
    ]  # fmt: skip


def jobs_of_a_region(folder, server):
    """Give ``fetch`` and ``region`` of a drawn border, asking a server for the internet."""
    from borderworld import serve_border
    from test_whole_way_commands import drawn_border

    from grensgeo.cli import main

    served = folder / "served"
    served.mkdir()
    own = str(serve_border(server, drawn_border(served), served))
    name, raw = "twente-muensterland", str(folder / "raw")

    def fetch(place):
        return ["fetch", name, "-o", str(place / "raw"), "--catalogue", own]

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if main(["fetch", name, "-o", raw, "--catalogue", own]):
            raise RuntimeError("nothing could be fetched")
    return [
        Job("fetch", 5, fetch, growing=("sources.lock",)),
        Job("region", 5, lambda place: [
            "region", name, "--raw", raw, "--catalogue", own, "-o", str(place / "region")]),
    ]  # fmt: skip


def osm_of(path):
    """Write a lattice of streets that takes a moment to read."""
    import osm_files

    nodes = {k: (80.0 * (k % 40), 80.0 * (k // 40)) for k in range(1, 1600)}
    ways = [(k, [k, k + 1], {"highway": "residential"}) for k in range(1, 1599) if (k + 1) % 40]
    ways += [(5000 + k, [k, k + 40], {"highway": "tertiary"}) for k in range(1, 1559)]
    path.write_text(osm_files.osm_xml(nodes, ways), encoding="utf-8")
    return path


# --- a store that several use at once


def steps_of(seed):
    """Give a list of steps that need each other."""
    from grensgeo.steps import Step

    def make(number, others):
        def write(fresh, done):
            told = b"".join(sorted((done[one.name] / "part").read_bytes() for one in others))
            draw = random.Random(f"{seed} {number}")
            (fresh / "part").write_bytes(told[:2000] + draw.randbytes(draw.randrange(1, 20_000)))

        return write

    found = []
    for number in range(6):
        others = tuple(found[-2:])
        found.append(
            Step(
                f"step {number}", "kind", {"seed": seed, "n": number}, make(number, others), others
            )
        )
    return found


def together(seed, folder, out):
    """Do the steps over a store, and write what they gave."""
    from grensgeo.steps import StepRun, Store

    done = StepRun("shared", steps_of(seed), Store(Path(folder))).run()
    result = b"".join((done[name] / "part").read_bytes() for name in sorted(done))
    Path(out).write_bytes(result)


def _results(folder):
    """Give what a store holds, but for what tells how long it took."""
    found = files_in(folder / "steps")
    return {name: data for name, data in found.items() if not name.endswith("/step.json")}


def share(rounds, folder, say=print):
    """Have eight processes do one list of steps over one store at once; give the faults."""
    faults = []
    for number in range(rounds):
        place = folder / f"round{number}"
        place.mkdir(parents=True)
        together(number, place / "alone", place / "alone.out")
        names = [place / f"out{k}" for k in range(TOGETHER)]
        each = [
            processes().Process(target=together, args=(number, str(place / "store"), str(name)))
            for name in names
        ]
        for one in each:
            one.start()
        for one in each:
            one.join()
        whole = (place / "alone.out").read_bytes()
        same = [name.exists() and name.read_bytes() == whole for name in names]
        if [one.exitcode for one in each] != [0] * TOGETHER or not all(same):
            faults.append(f"round {number}: {[one.exitcode for one in each]}, identical: {same}")
        if differing(_results(place / "alone"), _results(place / "store")):
            faults.append(f"round {number}: the stores differ")
        shutil.rmtree(place)
    say(f"{TOGETHER} processes on one store: {rounds} rounds, {len(faults)} faults")
    return faults


def main():
    """Kill every command, share a store, and print the figures."""
    sys.path[:0] = ["tests", "."]
    from publishers import publishers

    os.environ["PYTHONPATH"] = os.pathsep.join(["tests", "."])
    draw, only = random.Random(SEED), os.environ.get("KILL_ONLY", "")
    with tempfile.TemporaryDirectory() as name, publishers() as server:
        folder = Path(name)
        known = [*jobs(folder), *jobs_of_a_region(folder, server)]
        chosen = [one for one in known if only in ("", one.name)]
        faults = []
        for number, job in enumerate(chosen):
            many = max(1, round(KILLS * job.share / sum(one.share for one in chosen)))
            faults += kill(job, many, folder / f"job{number}", draw)
        faults += share(ROUNDS, folder / "shared") if not only else []
    print(f"seed {SEED}: {len(faults)} faults")
    print("\n".join(faults))
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
