"""Time street routing side by side with named peers: ``python -m benchmarks.streets``.

Every engine gets the same arcs, origins and destinations in the same run, in a process of its own
and on one thread. Peers that are not among the project's own requirements run in an environment
that is made here, with whichever Python 3.12 or later is found; without one they are reported as
missing. The table goes to standard output and to a Markdown file, the figures to
``results/streets.json``: a list of task, network, engine, median_ms, peak_mb and ratio, where
ratio is the engine's median over ours.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from grensgeo.network import Streets

    Array = npt.NDArray[Any]

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared" / "data"
PORTO = Path("benchmark") / "porto_2015-06_r5-test.osm.pbf"
SAMPLE = HERE.parent / "data" / "sample" / "muenster"
OURS = "grensgeo"
AT_HAND = (OURS, "scipy", "networkx")
PEERS = ("igraph", "pandana", "routingkit-cch", "osrm", "valhalla")
FROM_EXTRACT = {"osrm", "valhalla"}
#: OSRM and Valhalla have wheels for these only.
PYTHONS = ("python3.13", "python3.12", "python3.14")
#: No engine is waited for any longer.
PATIENCE_S = 300
TASKS = {
    "build": "build, from arrays or the extract to ready",
    "one_to_all": "one to all, an origin of 16 asked together",
    "one_to_all_alone": "one to all, one origin asked alone",
    "one_to_5000": "one to 5,000, an origin of 64 asked together",
    "one_to_5000_alone": "one to 5,000, one origin asked alone",
    "matrix_1000": "1,000 x 1,000",
    "recustomise": "after a change of speeds",
}
Row = dict[str, Any]


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument(
        "--shared",
        type=Path,
        default=Path(os.environ.get("GRENSGEO_SHARED", SHARED)),
        help="folder with benchmark/porto_*.osm.pbf; or set GRENSGEO_SHARED",
    )
    parser.add_argument("--mode", default="car", help="street mode (default: car)")
    parser.add_argument("--engines", nargs="+", default=[*AT_HAND, *PEERS], metavar="ENGINE")
    parser.add_argument(
        "--shape",
        choices=("nodes", "junctions", "both"),
        default="both",
        help="every OSM node a vertex, or only junctions, as in a network that grensgeo saves",
    )
    parser.add_argument("--results", type=Path, default=HERE / "results")
    return parser.parse_args()


def load_streets(shared: Path) -> tuple[str, Streets, Path | None]:
    """Porto from its extract, or Münster from the sample."""
    from grensgeo.network import build_network, load_network

    extract = shared / PORTO
    if extract.exists():
        return "Porto", build_network([extract]).streets, extract
    print(f"{extract} is not there: measuring on Münster, from the sample", file=sys.stderr)
    return "Münster", load_network(SAMPLE).streets, None


def write_case(
    folder: Path, streets: Streets, mode: str, *, every_node: bool, extract: Path | None
) -> str:
    """Write the questions and say how large the graph is."""
    from grensgeo.network.modes import durations_s

    forward, backward = durations_s(streets, mode)
    used = np.flatnonzero(~np.isnan(forward) | ~np.isnan(backward))
    tail, head = streets.tail[used], streets.head[used]
    forward, backward = forward[used], backward[used]
    lon, lat = streets.lon, streets.lat
    if every_node:
        tail, head, forward, backward, lon, lat = split_at_nodes(
            streets, used, seconds=(forward, backward)
        )
    vertices, ends = np.unique(np.concatenate([tail, head]), return_inverse=True)
    tail, head = ends[: len(tail)].astype(np.int32), ends[len(tail) :].astype(np.int32)
    rng = np.random.default_rng(153)
    inside = largest_component(len(vertices), tail, head, seconds=(forward, backward))
    np.savez(
        folder / "case.npz",
        n=len(vertices),
        tail=tail,
        head=head,
        forward_s=forward,
        backward_s=backward,
        lon=lon[vertices],
        lat=lat[vertices],
        factor=rng.choice([1.0, 1.25, 1.5], len(tail)),
        origins=rng.choice(inside, 1000, replace=False),
        targets=rng.choice(inside, 5000, replace=False),
    )
    if extract is not None:
        (folder / "extract.txt").write_text(str(extract.resolve()))
    return f"{len(vertices):,} vertices, {len(tail):,} edges"


def split_at_nodes(
    streets: Streets, used: Array, *, seconds: tuple[Array, Array]
) -> tuple[Array, ...]:
    """Make a vertex of every point along the lines; seconds go by length."""
    start = streets.coords_start
    first, last = start[used], start[used + 1] - 1
    steps = last - first
    edge = np.repeat(np.arange(len(used)), steps)
    number = np.arange(steps.sum()) - np.repeat(np.cumsum(steps) - steps, steps)
    here = first[edge] + number
    lon, lat = streets.coords.T
    east = (lon[here + 1] - lon[here]) * np.cos(np.radians(lat[here]))
    length = np.hypot(east, lat[here + 1] - lat[here])
    whole = np.bincount(edge, length, minlength=len(used))
    share = np.where(whole[edge] > 0, length / np.maximum(whole[edge], 1e-300), 1 / steps[edge])
    # A point within a line gets the number of its coordinate, after those of the vertices
    n = len(streets.lon)
    tail = np.where(number == 0, streets.tail[used][edge], n + here)
    head = np.where(number + 1 == steps[edge], streets.head[used][edge], n + here + 1)
    forward, backward = (values[edge] * share for values in seconds)
    return (
        tail,
        head,
        forward,
        backward,
        np.concatenate([streets.lon, lon]),
        np.concatenate([streets.lat, lat]),
    )


def largest_component(n: int, tail: Array, head: Array, *, seconds: tuple[Array, Array]) -> Array:
    """Vertices from which every other of them can be reached."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    ahead, back = (~np.isnan(values) for values in seconds)
    ends = (
        np.concatenate([tail[ahead], head[back]]),
        np.concatenate([head[ahead], tail[back]]),
    )
    graph = csr_array((np.ones(len(ends[0])), ends), shape=(n, n))
    _, label = connected_components(graph, directed=True, connection="strong")
    return np.flatnonzero(label == np.bincount(label).argmax())


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


def measure(engine: str, folder: Path, python: Path) -> list[Row]:
    """Run one engine in a process of its own, on one thread."""
    one = {f"{name}_NUM_THREADS": "1" for name in ("NUMBA", "OMP", "OPENBLAS", "MKL")}
    environment = {**os.environ, **one, "PYTHONPATH": str(HERE.parent)}
    if python != Path(sys.executable):
        environment.pop("PYTHONPATH")
    call = [str(python), str(HERE / "engines.py"), engine, str(folder)]
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
        if code:
            lines = err.read().strip().splitlines() or [f"ended with {code}"]
            print(f"{engine} failed: {lines[-1]}", file=sys.stderr)
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


def with_ratios(rows: list[Row]) -> list[Row]:
    """Add each engine's median over ours; asked alone, a peer costs what it costs in company."""
    ours = {(row["network"], row["task"]): row for row in rows if row["engine"] == OURS}
    for row in rows:
        own = ours.get((row["network"], row["task"]))
        row["ratio"] = None if own is None else row["median_ms"] / own["median_ms"]
    return rows


def as_markdown(rows: list[Row], sizes: dict[str, str]) -> str:
    """Write a table a network: milliseconds, and the ratio to ours."""
    parts = []
    engines = list(dict.fromkeys(row["engine"] for row in rows))
    for network, size in sizes.items():
        cells = {(row["task"], row["engine"]): row for row in rows if row["network"] == network}
        parts += [f"**{network}** ({size}), milliseconds on one thread:", ""]
        parts += ["| task | " + " | ".join(engines) + " |", "|---" * (len(engines) + 1) + "|"]
        for task, words in TASKS.items():
            line = [words]
            for engine in engines:
                row = cells.get((task, engine))
                if row is None and task.endswith("_alone"):
                    row = cells.get((task.removesuffix("_alone"), engine))
                own = cells.get((task, OURS))
                if row is None:
                    line.append("")
                elif engine == OURS or own is None:
                    line.append(f"{row['median_ms']:,.3g}")
                else:
                    ratio = row["median_ms"] / own["median_ms"]
                    line.append(f"{row['median_ms']:,.3g} ({ratio:,.3g} x)")
            if any(line[1:]):
                parts.append("| " + " | ".join(line) + " |")
        parts.append("")
    return "\n".join(parts)


def main() -> None:
    """Measure, compare and write."""
    arguments = read_arguments()
    place, streets, extract = load_streets(arguments.shared)
    shapes = ("nodes", "junctions") if arguments.shape == "both" else (arguments.shape,)
    peers = peers_python() if set(arguments.engines) & set(PEERS) else None
    rows: list[Row] = []
    sizes: dict[str, str] = {}
    for shape in shapes:
        network = f"{place}, {arguments.mode}, {shape}"
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            every_node = shape == "nodes"
            sizes[network] = write_case(
                folder, streets, arguments.mode, every_node=every_node, extract=extract
            )
            for engine in dict.fromkeys([OURS, *arguments.engines]):
                python = Path(sys.executable) if engine in AT_HAND else peers
                own = engine in FROM_EXTRACT and (extract is None or shape != shapes[0])
                if python is None or own:  # what reads the extract itself is measured once
                    continue
                print(f"{network}: {engine} …", file=sys.stderr, flush=True)
                rows += ({"network": network, **row} for row in measure(engine, folder, python))
                if said := compare(folder, engine):
                    print(said, file=sys.stderr)
    table = as_markdown(rows, sizes)
    arguments.results.mkdir(exist_ok=True)
    (arguments.results / "streets.json").write_text(json.dumps(with_ratios(rows), indent=1) + "\n")
    (arguments.results / "streets.md").write_text(table)
    print(table)


if __name__ == "__main__":
    main()
