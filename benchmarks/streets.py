"""Time street routing side by side with named peers: ``python -m benchmarks.streets``.

Every engine gets the same arcs, origins and destinations in the same run, in a process of its own
and on one thread, of which the processor time counts. Peers that are not among the project's own
requirements run in an environment that is made here, with whichever Python 3.12 or later is
found; without one they are reported as missing. A made-up region shows how cost grows
(:mod:`benchmarks.region`). The table goes to standard output and to a Markdown file, the figures
to ``results/streets.json``: a list of task, network, engine, median_ms, peak_mb and ratio, where
ratio is the engine's median over ours.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import region
from benchmarks.cases import write_case
from benchmarks.engines import OURS
from benchmarks.figures import RESULTS, Row, load_average, machine, merge, plain
from benchmarks.peers import compare, measure, peers_python

if TYPE_CHECKING:
    from grensgeo.network import Network

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared" / "data"
PORTO = Path("benchmark") / "porto_2015-06_r5-test.osm.pbf"
SAMPLE = HERE.parent / "data" / "sample" / "muenster"
AT_HAND = (OURS, "scipy", "networkx")
PEERS = ("igraph", "pandana", "routingkit-cch", "osrm", "valhalla")
FROM_EXTRACT = {"osrm", "valhalla"}
TASKS = {
    "build": "build, from arrays or the extract to ready",
    "one_to_all": "one to all, an origin of 16 asked together",
    "one_to_all_alone": "one to all, one origin asked alone",
    "one_to_5000": "one to 5,000, an origin of 64 asked together",
    "one_to_5000_alone": "one to 5,000, one origin asked alone",
    "matrix_1000": "1,000 x 1,000",
    "recustomise": "after a change of speeds",
    "isochrone_30": "an isochrone of 30 minutes with its polygons",
}


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
        choices=("nodes", "junctions", "both", "none"),
        default="both",
        help="every OSM node a vertex, or only junctions, as in a network that grensgeo saves; "
        "none to leave the city out",
    )
    parser.add_argument(
        "--region",
        nargs="*",
        type=int,
        choices=region.SIZES,
        default=list(region.SIZES),
        metavar="QUARTERS",
        help="quarters of the made-up region (default: 1 2 4; none to leave it out)",
    )
    parser.add_argument("--table", action="store_true", help="only write the tables anew")
    parser.add_argument("--results", type=Path, default=RESULTS)
    return parser.parse_args()


def load_place(shared: Path) -> tuple[str, Network, Path | None]:
    """Porto from its extract, or Münster from the sample."""
    from grensgeo.network import build_network, load_network

    extract = shared / PORTO
    if extract.exists():
        return "Porto", build_network([extract]), extract
    print(f"{extract} is not there: measuring on Münster, from the sample", file=sys.stderr)
    return "Münster", load_network(SAMPLE), None


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
        parts += [f"**{network}** ({size}), milliseconds of one processor:", ""]
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
                    line.append(plain(row["median_ms"]))
                else:
                    ratio = row["median_ms"] / own["median_ms"]
                    line.append(f"{plain(row['median_ms'])} ({plain(ratio)} x)")
            if any(line[1:]):
                parts.append("| " + " | ".join(line) + " |")
        parts.append("")
    return "\n".join(parts)


def measure_place(arguments: argparse.Namespace) -> tuple[list[Row], dict[str, str]]:
    """Measure every engine on a real city: rows, and how large each network is."""
    place, network, extract = load_place(arguments.shared)
    shapes = ("nodes", "junctions") if arguments.shape == "both" else (arguments.shape,)
    peers = peers_python() if set(arguments.engines) & set(PEERS) else None
    rows: list[Row] = []
    sizes: dict[str, str] = {}
    for shape in shapes:
        name = f"{place}, {arguments.mode}, {shape}"
        first = shape == shapes[0]  # what reads the extract itself is measured once
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            sizes[name] = write_case(
                folder,
                network.streets,
                arguments.mode,
                every_node=shape == "nodes",
                extract=extract,
            )
            if first:
                network.save(folder / "network")
            for engine in dict.fromkeys([OURS, *arguments.engines]):
                python = Path(sys.executable) if engine in AT_HAND else peers
                if python is None or (engine in FROM_EXTRACT and (extract is None or not first)):
                    continue
                print(f"{name}: {engine} …", file=sys.stderr, flush=True)
                rows += ({"network": name, **row} for row in measure(engine, folder, python))
                if said := compare(folder, engine):
                    print(said, file=sys.stderr)
    return rows, sizes


def main() -> None:
    """Measure, compare and write."""
    arguments = read_arguments()
    busy = load_average()
    rows: list[Row] = []
    if arguments.shape != "none" and not arguments.table:
        rows, sizes = measure_place(arguments)
        rows = [{**row, "size": sizes[row["network"]]} for row in rows]
    if arguments.region and (arguments.shared / PORTO).exists() and not arguments.table:
        of_region, sizes = region.measure_region(arguments.shared, arguments.region)
        rows += ({**row, "size": sizes[row["network"]]} for row in of_region)
    said = (
        f"{machine()}, load average {busy} before and {load_average()} after. Figures of one "
        "thread are processor time; ratios are of medians in one run."
    )
    for row in rows:
        row["said"] = said
    rows = merge(
        arguments.results / "streets.json", with_ratios(rows), ("network", "task", "engine")
    )
    table = as_page(rows)
    (arguments.results / "streets.md").write_text(table, encoding="utf-8")
    print(table)


def as_page(rows: list[Row]) -> str:
    """Write all tables, and on which machine each network was measured."""
    sizes = {row["network"]: row["size"] for row in rows}
    told = dict.fromkeys(row["said"] for row in rows)
    places = {name: size for name, size in sizes.items() if not name.startswith(region.NAME)}
    regions = {name: size for name, size in sizes.items() if name.startswith(region.NAME)}
    parts = ["# Street routing side by side with its peers", ""]
    parts += [f"Written by `python -m benchmarks.streets` on {one}" for one in told]
    parts += ["", as_markdown(rows, places)]
    if regions:
        of_region = [row for row in rows if row["network"] in regions]
        parts.append(region.as_markdown(of_region, regions))
    return "\n".join(parts).rstrip("\n") + "\n"


if __name__ == "__main__":
    main()
