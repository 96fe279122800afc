"""Engines in processes of their own, and the environment of those that the project lacks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.engines import OURS, SAID

Row = dict[str, Any]

HERE = Path(__file__).resolve().parent
#: OSRM and Valhalla have wheels for these only.
PYTHONS = ("python3.13", "python3.12", "python3.14")
#: No engine is waited for any longer.
PATIENCE_S = 600


def peers_python() -> Path | None:
    """Make the peers' environment, once; None where there is no Python for it."""
    folder = HERE / ".peers"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = (HERE / "peers.txt").read_text()
    made = folder / "peers.txt"
    if python.exists() and made.exists() and made.read_text() == wanted:
        return python
    found = next(filter(None, map(find_python, PYTHONS)), None)
    if found is None:
        print(f"no {' or '.join(PYTHONS)} was found: no peers are measured", file=sys.stderr)
        return None
    print(f"making {folder} with {found}", file=sys.stderr)
    subprocess.run([found, "-m", "venv", "--clear", str(folder)], check=True)
    for line in wanted.splitlines():
        if line and not line.startswith("#"):  # one by one: a peer without a wheel is left out
            call = [str(python), "-m", "pip", "install", "--quiet", "--only-binary=:all:", line]
            if subprocess.run(call, check=False).returncode:
                print(f"{line} cannot be installed here", file=sys.stderr)
    made.write_text(wanted)
    return python


def find_python(name: str) -> str | None:
    """Find a Python that runs: on the path, or among pyenv's versions."""
    version = name.removeprefix("python")
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    kept = sorted(str(path) for path in root.glob(f"{version}*/bin/python"))
    for path in (shutil.which(name), *kept):
        if path is None:
            continue
        call = [path, "-c", "import sys, venv, ensurepip; print(sys.version_info[:2])"]
        run = subprocess.run(call, check=False, capture_output=True, text=True)
        if run.returncode == 0 and run.stdout.split() == [f"({version[0]},", f"{version[2:]})"]:
            return path
    return None


def measure(engine: str, folder: Path, python: Path, *, tasks: tuple[str, ...] = ()) -> list[Row]:
    """Run one engine in a process of its own, on one thread; all of its tasks, or some."""
    one = {f"{name}_NUM_THREADS": "1" for name in ("NUMBA", "OMP", "OPENBLAS", "MKL")}
    environment = {**os.environ, **one, "PYTHONPATH": str(HERE.parent)}
    if python != Path(sys.executable):
        environment.pop("PYTHONPATH")
    call = [str(python), str(HERE / "engines.py"), engine, str(folder), *tasks]
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        try:
            code = subprocess.run(
                call, check=False, stdout=out, stderr=err, env=environment, timeout=PATIENCE_S
            ).returncode
        except subprocess.TimeoutExpired:
            print(f"{engine} took more than {PATIENCE_S} s and was stopped", file=sys.stderr)
            code = 0
        out.seek(0)
        err.seek(0)
        lines = err.read().strip().splitlines()
        if code:
            last = lines[-1] if lines else f"ended with {code}"
            print(f"{engine} failed: {last}", file=sys.stderr)
        for line in lines:
            if line.startswith(SAID):
                print(f"{engine}: {line}", file=sys.stderr)
        return [json.loads(line) for line in out if line.startswith("{")]


def compare(folder: Path, engine: str) -> str:
    """Say how far an engine's times are from ours."""
    ours, theirs = folder / f"answers-{OURS}.npz", folder / f"answers-{engine}.npz"
    if engine == OURS or not (ours.exists() and theirs.exists()):
        return ""
    parts = []
    with np.load(ours) as a, np.load(theirs) as b:
        for task in sorted(set(a.files) & set(b.files)):
            if not np.array_equal(np.isnan(a[task]), np.isnan(b[task])):
                parts.append(f"{task}: not the same are reached")
            else:
                parts.append(f"{task}: within {np.nanmax(np.abs(a[task] - b[task])):.4f} s")
    return f"{engine} against {OURS}: " + ", ".join(parts) if parts else ""
