"""Write the four rows of the README from the figures there are: ``python -m benchmarks.summary``.

Run it after the others. It writes ``results/summary.md`` and puts the same rows into the README.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from benchmarks.engines import OURS
from benchmarks.figures import RESULTS, Row, plain

README = Path(__file__).resolve().parent.parent / "README.md"
HEAD = ["| what | grensgeo, ms | beside it |", "|---|---|---|"]
#: File of figures, how its network and task begin, words, and the peers that are named.
ROWS = (
    (
        "streets", "Porto, car, nodes", "one_to_5000",
        "Porto by car, one to 5,000, an origin of 64 asked together",
        ("routingkit-cch", "osrm", "pandana", "scipy"),
    ),
    (
        "streets", "Porto, car, nodes", "matrix_1000",
        "Porto by car, 1,000 x 1,000",
        ("osrm", "routingkit-cch", "pandana", "scipy"),
    ),
    (
        "transit", "Porto Alegre", "from points to a table",
        "Porto Alegre by bus, 60 departures, an origin to 1,227 points, from points to a table",
        ("ferrobus",),
    ),
    (
        "streets", "Porto, car, nodes", "isochrone_30",
        "Porto by car, an isochrone of 30 minutes with its polygons",
        ("valhalla",),
    ),
)  # fmt: skip


def lines() -> list[str]:
    """Give the table: ours, and how many times as long the others take."""
    table = [*HEAD]
    for file, network, task, words, peers in ROWS:
        rows: list[Row] = json.loads((RESULTS / f"{file}.json").read_text(encoding="utf-8"))
        found = {
            row["engine"]: row["median_ms"]
            for row in rows
            if row["network"].startswith(network)
            and (row["task"] == task or (file == "transit" and row["task"].startswith(task)))
        }
        if OURS not in found:
            continue
        beside = [
            f"{peer} {plain(found[peer] / found[OURS])} x" for peer in peers if peer in found
        ]
        table.append(f"| {words} | {plain(found[OURS])} | {', '.join(beside)} |")
    return table


def main() -> None:
    """Write both files."""
    table = "\n".join(lines())
    (RESULTS / "summary.md").write_text(f"# In four rows\n\n{table}\n", encoding="utf-8")
    text = README.read_text(encoding="utf-8")
    old = re.compile(re.escape(HEAD[0]) + r"\n(?:\|.*\n)+")
    README.write_text(old.sub(lambda _: table + "\n", text), encoding="utf-8")


if __name__ == "__main__":
    main()
