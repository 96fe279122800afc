"""Where grensgeo is run: full and read-only disks, little memory, no home, no folder, no one who listens.

Each ends with one clear line or does its work, and nothing is lost. Disks of their own need the rights
of root, and a system that lets processes mount; elsewhere the tests of them are skipped.
"""

import contextlib
import os
import resource
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from drawing import draw
from drawnstudy import EDGES, PLACES

ROOT = Path(__file__).resolve().parents[1]
POINTS = "id,country,lon,lat\na,NL,6.9,52.2\nb,DE,7.0,52.2\n"


def command(*arguments, env=None, **options):
    """Run a command in a process of its own."""
    known = {name: value for name, value in os.environ.items() if name != "HOME"}
    return subprocess.run(
        [sys.executable, "-m", "grensgeo.cli", *map(str, arguments)], text=True, check=False,
        env=known | {"PYTHONPATH": str(ROOT), "HOME": str(ROOT)} | (env or {}),
        **({"capture_output": True} | options),
    )  # fmt: skip


def one_line(done, *, code=2):
    """Hold what a command said to one line without a traceback."""
    lines = done.stderr.splitlines()
    assert done.returncode == code, done.stderr
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("grensgeo: ")
    return lines[0]


@contextlib.contextmanager
def mounted(folder, options):
    """Have a small disk of memory at a folder."""
    folder.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)],
        check=False, capture_output=True,
    ) if os.geteuid() == 0 else None  # fmt: skip
    if done is None or done.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A drawn network and points."""
    folder = tmp_path_factory.mktemp("made")
    draw(PLACES, EDGES, origin=(7.0, 52.05)).save(folder / "net")
    (folder / "points.csv").write_text(POINTS, encoding="utf-8")
    lon = np.random.default_rng(3).uniform(6.93, 7.04, 600)
    many = pd.DataFrame({"id": [f"p{i}" for i in range(600)], "lon": lon, "lat": 52.05})
    many.to_parquet(folder / "many.parquet")
    return folder


def test_a_folder_that_is_gone_is_one_line(made):
    gone = made / "gone"
    gone.mkdir()
    done = command(
        "check", "points.csv", cwd=gone, preexec_fn=gone.rmdir
    )  # fmt: skip
    assert "points.csv" in one_line(done)


@pytest.mark.long
@pytest.mark.parametrize("closed", [(0,), (1,), (2,), (0, 1, 2)])
def test_streams_that_are_closed_keep_nothing_from_working(made, tmp_path, closed):
    out = tmp_path / "times.csv"

    def close():
        for number in closed:
            os.close(number)

    done = command(
        "times", made / "net", "--origins", made / "points.csv", "--mode", "walk", "-o", out,
        "--no-store", preexec_fn=close, capture_output=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert out.read_text(encoding="utf-8").startswith("from_id,to_id,travel_time_min")


@pytest.mark.long
def test_who_stops_listening_hears_no_traceback(made):
    read, write = os.pipe()
    os.close(read)
    done = command("explain", "folder-missing", stdout=write, stderr=subprocess.PIPE,
                   capture_output=False)  # fmt: skip
    os.close(write)
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 1


@pytest.mark.long
@pytest.mark.parametrize("home", ["", "/nowhere/at/all"])
def test_no_home_is_needed(made, tmp_path, home):
    out = tmp_path / "times.csv"
    env = {"HOME": home, "XDG_CACHE_HOME": "", "XDG_CONFIG_HOME": "", "XDG_DATA_HOME": ""}
    done = command("times", made / "net", "--origins", made / "points.csv", "--mode", "walk",
                   "-o", out, env=env)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert out.exists()


@pytest.mark.long
@pytest.mark.parametrize("ending", [".csv", ".parquet"])
def test_a_full_disk_is_one_line_and_loses_nothing(made, tmp_path, ending):
    with mounted(tmp_path / "small", "size=200k") as disk:
        out = disk / f"times{ending}"
        out.write_text("what was there before")
        (disk / "filled").write_bytes(b"0" * 150_000)
        done = command("times", made / "net", "--origins", made / "many.parquet", "--mode", "walk",
                       "--no-store", "-o", out)  # fmt: skip
        said = [line for line in done.stderr.splitlines() if "warning" not in line]
        assert done.returncode == 2, done.stderr
        assert len(said) == 1, done.stderr
        assert "cannot be written" in said[0]
        assert out.read_text() == "what was there before"
        assert sorted(one.name for one in disk.iterdir()) == sorted(["filled", out.name])


@pytest.mark.long
def test_a_folder_that_takes_nothing_is_one_line_and_may_hold_what_is_read(made, tmp_path):
    """Also of the network, beside which what is prepared would be kept."""
    with mounted(tmp_path / "locked", "size=4m") as disk:
        subprocess.run(["cp", "-r", str(made / "net"), str(disk / "net")], check=True)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        asked = ["times", disk / "net", "--origins", made / "points.csv", "--mode", "walk"]
        done = command(*asked, "-o", tmp_path / "times.csv")
        assert done.returncode == 0, done.stderr
        done = command(*asked, "-o", disk / "times.csv")
        assert "times.csv" in one_line(done)


@pytest.mark.long
def test_kernels_may_be_kept_nowhere(made, tmp_path):
    """The cache's folder is on a disk that takes nothing: they are compiled, and the work done."""
    with mounted(tmp_path / "cache", "size=1m,ro") as disk:
        done = command("explain", "folder-missing", env={"NUMBA_CACHE_DIR": str(disk)})
        assert done.returncode == 0, done.stderr
        done = command("doctor", env={"NUMBA_CACHE_DIR": str(disk)})
        assert "Traceback" not in done.stderr + done.stdout


@pytest.mark.long
@pytest.mark.parametrize("gb", [0.6, 1.5])
def test_little_memory_is_one_line_or_enough(made, tmp_path, gb):
    most = int(gb * 1e9)
    out = tmp_path / "times.csv"
    done = command(
        "times", made / "net", "--origins", made / "points.csv", "--mode", "walk", "-o", out,
        "--no-store", env={"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (most, most)),
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    if done.returncode:
        assert "memory" in one_line(done)
        assert not out.exists()
    else:
        assert out.exists()
