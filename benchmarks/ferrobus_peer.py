"""ferrobus, timed in a process of its own; the result is a line of JSON on stdout.

``python benchmarks/ferrobus_peer.py CASE`` runs in any environment that has numpy and ferrobus.
The case has origins, destinations and what is asked of them; see :mod:`benchmarks.transit`.
"""

# ruff: noqa: ANN401 - what the peer gives is its own
from __future__ import annotations

import json
import resource
import sys
import time
from datetime import date
from statistics import median
from typing import Any

import ferrobus
import numpy as np

#: Origins that are asked, one after the other, each at every departure.
ASKED = 10


def main() -> None:
    case = np.load(sys.argv[1])
    asked = json.loads(str(case["asked"]))
    model = ferrobus.create_transit_model(
        asked["streets"], [asked["feed"]], date.fromisoformat(asked["day"]), asked["way_s"]
    )

    def point(lonlat: Any) -> Any:
        try:
            return ferrobus.create_transit_point(
                float(lonlat[1]), float(lonlat[0]), model, asked["leg_s"], asked["stops"]
            )
        except (ValueError, RuntimeError):
            return None

    targets = list(filter(None, map(point, case["destinations"])))
    print(f"ferrobus: {len(targets)} destinations are on its streets", file=sys.stderr)
    spent, times = [], []
    number = np.random.default_rng(153).permutation(len(case["origins"]))
    for row in number:
        start = time.process_time()
        origin = point(case["origins"][row])
        if origin is None:
            continue
        seconds = [
            [
                np.inf if found is None else found["travel_time_seconds"]
                for found in ferrobus.find_routes_one_to_many(
                    model, origin, targets, int(moment), asked["rides"] - 1
                )
            ]
            for moment in asked["moments"]
        ]
        ordered = np.sort(seconds, axis=0)
        ranks = np.ceil(np.array(asked["percentiles"]) * len(ordered) / 100 - 1e-9).astype(int) - 1
        found_s = ordered[ranks]
        spent.append(1000 * (time.process_time() - start))
        times.append(found_s[len(ranks) // 2])
        if len(spent) == ASKED:
            break
    middle = np.concatenate(times)
    reached = middle[np.isfinite(middle)]
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    told = (
        f"{len(reached) / len(middle):.0%} reached, p50 of these {np.median(reached) / 60:.1f} min"
    )
    print(json.dumps({
        "engine": "ferrobus", "median_ms": median(spent), "peak_mb": round(peak_mb), "told": told,
    }))  # fmt: skip


if __name__ == "__main__":
    main()
