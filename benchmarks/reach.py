"""Reach and border effect of the sample: ``python -m benchmarks.reach``.

80 municipalities (the main places of Twente and the Münsterland) by car, bicycle, e-bike and
public transport to all cells, at three cutoffs: seconds from the loaded network to the table,
once in a fresh process and once more, on as many cores as there are. The target is ten seconds.
Processor seconds stand beside them, since they hardly change where others use the machine too.
"""

from __future__ import annotations

import json
import time
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.engines import peak_mb
from grensgeo.errors import GrensgeoWarning

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo import Network, Region

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent / "data" / "sample"
MODES = ("car", "bicycle", "ebike", "transit")
CUTOFFS_MIN = (30, 45, 60)
TARGET_S = 10


def table_of(region: Region, network: Network) -> tuple[pd.DataFrame, dict[str, float]]:
    """Give the table of reach, and the seconds that each mode took."""
    import pandas as pd

    import grensgeo as gg

    area = region.municipalities["area"].isin(["twente", "muensterland"])
    places = region.places[area]
    tables, seconds = [], {}
    for mode in MODES:
        start = time.perf_counter()
        times = gg.travel_times(network, places, region.cells, gg.Trip(mode, max_min=60))
        jobs = {"jobs": region.opportunities["jobs"]}
        tables.append(gg.reach(times, jobs, cutoffs_min=CUTOFFS_MIN))
        seconds[mode] = time.perf_counter() - start
    return pd.concat(tables, ignore_index=True), seconds


def main() -> None:
    """Measure twice and print."""
    import grensgeo as gg

    warnings.simplefilter("ignore", GrensgeoWarning)
    start = time.perf_counter()
    region, network = gg.load_region(SAMPLE), gg.load_network(SAMPLE / "network", store=False)
    found: dict[str, object] = {"load_s": round(time.perf_counter() - start, 2)}
    print(f"region and network loaded in {found['load_s']} s")
    print("| run | " + " | ".join(MODES) + " | all, s | processor, s |")
    print("|---" * (len(MODES) + 3) + "|")
    for run in ("first", "again"):
        before = time.process_time()
        table, seconds = table_of(region, network)
        busy = time.process_time() - before
        found[run] = {**seconds, "all": sum(seconds.values()), "processor": busy}
        cells = " | ".join(f"{value:.2f}" for value in seconds.values())
        print(f"| {run} | {cells} | {sum(seconds.values()):.2f} | {busy:.2f} |")
    found["rows"], found["peak_mb"] = len(table), peak_mb()
    print(f"{len(table)} rows, {peak_mb():,.0f} MB; target {TARGET_S} s")
    (HERE / "results" / "reach.json").write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
