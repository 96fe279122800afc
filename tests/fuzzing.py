"""Thousands of mutated inputs over all readers, in processes of their own: ``make fuzz``.

Half of them are mutated files of ``test_fuzz``, half known wrong inputs that were mutated further.
A process that dies, by a signal, of memory or because one input took too long, is a fault with the
input that it was at; the next one goes on behind it. ``FUZZ=20000 FUZZ_SEED=7`` ask for more.
"""

import contextlib
import os
import resource
import signal
import subprocess
import sys
import tempfile
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

MANY = int(os.environ.get("FUZZ", "10000"))
#: Processes at once.
JOBS = int(os.environ.get("FUZZ_JOBS", "2"))
#: Inputs in one process; a new one begins without what the last left in memory.
BATCH = int(os.environ.get("FUZZ_BATCH", "500"))
#: Longest that one input may take, and the most memory of a process, in seconds of work and GB.
LONGEST_S, MOST_GB = float(os.environ.get("FUZZ_LONGEST_S", "30")), 2.0


def known_readers():
    """Give the readers of known wrong inputs, by name."""
    from wrong_inputs import place_tables, publisher_files, settings_files, timetable_files

    modules = (place_tables, publisher_files, settings_files, timetable_files)
    return {reader.name: reader for module in modules for reader in module.READERS}


def subjects_of_kinds():
    """Give subjects of which each mutation is another wrong input, mutated further."""
    from test_fuzz import Subject

    return {
        f"kinds of {name}": Subject(reader.read, reader)
        for name, reader in known_readers().items()
    }


def laid(rng, reader, folder):
    """Write a wrong input of one or two kinds, half of the time with its bytes mutated too."""
    import mutating
    from wrong_inputs.kinds import lay

    files = reader.right(rng)
    for kind in rng.sample(sorted(reader.kinds), min(len(reader.kinds), rng.choice((1, 1, 2)))):
        with contextlib.suppress(Exception):  # what another kind spoilt may be no such file
            files = reader.kinds[kind](rng, files)
    path = lay(files, folder)
    if rng.random() < 0.5 and path.is_file():
        path.write_bytes(mutating.mutate(rng, path.read_bytes(), path.name))
    return path


def work(first, last, progress):
    """Try the inputs of a batch; print a line a fault, and the most memory at the end."""
    sys.path[:0] = ["tests", "."]
    import test_fuzz

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "seeds").mkdir()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            known = test_fuzz.subjects(folder / "seeds")
        known |= subjects_of_kinds()
        names = sorted(known)
        for number in range(first, last):
            name = names[number % len(names)]
            Path(progress).write_text(f"{number} {name}")
            _limit(LONGEST_S)
            fault = test_fuzz.one(name, number, known[name], folder)
            _limit(0.0)
            if fault:
                print(f"fault {fault}", flush=True)
    most_gb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"memory {most_gb:.2f}", flush=True)


def _limit(seconds):
    """End the process if it works for longer from now on, or waits for ten times as long."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, 10 * seconds)


def run(many, *, batch=BATCH, say=print):
    """Try many inputs; give the faults and the most memory that a process took, GB."""
    found = []
    with ThreadPoolExecutor(JOBS) as pool:
        starts = range(0, many, batch)
        ended = pool.map(lambda at: _batch(at, min(many, at + batch)), starts)
        for done, (faults, most) in enumerate(ended, start=1):
            found.append((faults, most))
            for fault in faults:
                say(fault)
            n = sum(len(one) for one, _ in found)
            most_gb = max(one for _, one in found)
            say(
                f"{min(many, done * batch)} of {many} inputs, {n} faults, {most_gb:.2f} GB at most"
            )
    faults = [fault for one, _ in found for fault in one]
    most = max((one for _, one in found), default=0.0)
    if most > MOST_GB:
        faults.append(f"{most:.2f} GB of memory, more than {MOST_GB}")
        say(faults[-1])
    return faults, most


def _batch(at, end):
    """Try the inputs of a batch, in a new process behind each that dies."""
    faults, most = [], 0.0
    with tempfile.TemporaryDirectory() as folder:
        progress = Path(folder) / "progress"
        while at < end:
            done = subprocess.run(
                [sys.executable, str(Path(__file__)), str(at), str(end), str(progress)],
                capture_output=True, text=True, check=False,
            )  # fmt: skip
            lines = done.stdout.splitlines()
            faults += [line.removeprefix("fault ") for line in lines if line.startswith("fault ")]
            most = max([most, *(float(x.split()[1]) for x in lines if x.startswith("memory "))])
            if not done.returncode:
                break
            where = progress.read_text() if progress.exists() else f"{at} before the first"
            faults.append(f"{where}: ended with {done.returncode}: {done.stderr[-600:]}")
            at = max(at, int(where.split()[0])) + 1
    return faults, most


def main():
    """Run ``FUZZ`` inputs, or a batch where arguments name it."""
    if len(sys.argv) == 4:
        work(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
        return 0
    seed = os.environ.get("FUZZ_SEED", "20261128")
    faults, _ = run(MANY)
    print(f"{MANY} inputs, seed {seed}: {len(faults)} faults")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
