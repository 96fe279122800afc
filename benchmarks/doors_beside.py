"""Doors of two versions in turn: ``python -m benchmarks.doors_beside CHECKOUT [--rounds N]``.

Limits in seconds hold for the machine that they were set on. On another one, or a busy one, what
can be told is whether this version takes longer than one whose figures are committed with the
machine's: each step of :mod:`benchmarks.doors` is run in the other checkout and here, in turn, and
the medians of both stand side by side. What the other one's figures say, times the ratio, is what
this version would take there. Ratios to a peer and memory are as they are here.

The table goes to ``results/doors_beside.md`` beside its JSON; ``--steps`` measures some and keeps
the others.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median

from benchmarks.doors import FIGURES, HERE, STEPS, copy_region, held, run_step
from benchmarks.figures import RESULTS, Row, load_average, machine, merge, plain

#: Units of what is compared: others do not depend on how fast a machine is, nor does a peer, which
#: is the same program in both.
_OF_TIME = {"s", "ms"}
_PEER = "porto_valhalla"


def _rounds(
    steps: list[str],
    checkouts: dict[str, Path],
    *,
    network: Path | None,
    rounds: int,
    scratch: Path,
) -> dict[str, dict[str, list[float]]]:
    """Run steps in turn; the values of each figure by checkout."""
    found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for name, root in checkouts.items():
        region = scratch / name / "region"
        region.mkdir(parents=True)
        if any(STEPS[step][1] for step in steps):
            copy_region(network, region)
            run_step("prepare", region, root=root)
    for step in steps:
        for number in range(rounds):
            for name, root in checkouts.items():
                folder = scratch / name / ("region" if STEPS[step][1] else f"{step}-{number}")
                folder.mkdir(exist_ok=True)
                for row in run_step(step, folder, root=root):
                    found[row["figure"]][name].append(row["value"])
    return found


def as_table(rows: list[Row]) -> str:
    """Write the figures of both beside the limits."""
    found = {row["figure"]: row for row in rows}
    lines = []
    for figure, (words, unit, limit) in FIGURES.items():
        if figure not in found:
            continue
        row = found[figure]
        cells = [f"{plain(row[name])} {unit}" for name in ("there", "here")]
        value, told = row["here"], ["", ""]
        if unit in _OF_TIME and row["committed"] is not None and figure != _PEER:
            value = row["committed"] * row["here"] / row["there"]
            told = [plain(row["here"] / row["there"]), f"{plain(value)} {unit}"]
        allowed, kept = held(value, unit, limit)
        lines.append("| " + " | ".join([words, allowed, *cells, *told, kept]) + " |")
    said = dict.fromkeys(row["said"] for row in rows)
    return "\n".join([
        "# What a user waits for, beside an earlier version",
        "",
        "Both in turn on one machine. What this version takes where the earlier figures were",
        "measured is the ratio times these.",
        "",
        *(f"Written by `python -m benchmarks.doors_beside` on {one}." for one in said),
        "",
        "| what | limit | earlier | now | ratio | where it was measured | kept |",
        "|---|---|---|---|---|---|---|",
        *lines,
        "",
    ])  # fmt: skip


def main() -> None:
    """Run the steps in turn, and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("checkout", type=Path, help="an earlier version, with its results")
    parser.add_argument("--network", type=Path, help="the made-up region as a saved network")
    parser.add_argument("--steps", nargs="+", default=list(STEPS), choices=list(STEPS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--results", type=Path, default=RESULTS)
    arguments = parser.parse_args()
    there = arguments.checkout.resolve()
    told = (there / "benchmarks" / "results" / "doors.json").read_text(encoding="utf-8")
    committed = {row["figure"]: row["value"] for row in json.loads(told)}
    call = ["git", "-C", str(there), "log", "-1", "--format=%h"]
    version = subprocess.run(call, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    said = f"{machine()}, load average {load_average()} before, beside {version}"
    with tempfile.TemporaryDirectory() as scratch:
        checkouts = {"there": there, "here": HERE.parent}
        found = _rounds(
            arguments.steps,
            checkouts,
            network=arguments.network,
            rounds=arguments.rounds,
            scratch=Path(scratch),
        )
    rows: list[Row] = [
        {
            "figure": figure,
            **{name: median(values) for name, values in both.items()},
            "committed": committed.get(figure),
            "said": said,
        }
        for figure, both in found.items()
        if len(both) == len(checkouts)
    ]
    rows = merge(arguments.results / "doors_beside.json", rows, ("figure",))
    table = as_table(rows)
    (arguments.results / "doors_beside.md").write_text(table, encoding="utf-8")
    print(table)


if __name__ == "__main__":
    main()
