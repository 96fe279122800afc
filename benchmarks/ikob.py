"""IKOB of 500 places beside the same method in plain loops, and CROW's own case of 12.

IKOB's package is on no index, so that its time is that of its method in plain Python loops over
pairs of places (``benchmarks.plain_ikob``: experienced times, weights, the best of modes, sums),
taken of few places in the same run and scaled by the number of pairs. That holds no reading and
writing of files, of which the program writes some 350 matrices besides.
``python -m benchmarks.ikob [places] [places of the loops]`` prints seconds of processor time.
"""

import statistics
import sys
import time
from collections.abc import Callable

import numpy as np

from benchmarks.figures import load_average, machine, plain
from benchmarks.plain_ikob import plain_ikob
from grensgeo.methods.crow import IkobInputs, Skims, group_shares, ikob


def drawn(n: int) -> IkobInputs:
    """Draw places in a square of 40 km, with people and jobs of all incomes."""
    rng = np.random.default_rng(21)
    places = rng.uniform(0, 40, (n, 2))
    km = 1.3 * np.hypot(*(places[:, None] - places).transpose(2, 0, 1))
    incomes = rng.dirichlet(np.ones(4), n)
    return IkobInputs(
        tuple(str(k) for k in range(n)),
        people=incomes * rng.integers(100, 3_000, n)[:, None],
        jobs=rng.integers(0, 900, (n, 4)).astype(float),
        shares=group_shares(incomes, rng.integers(1, 6, n).astype(float)),
        skims={"day": Skims(2 + 1.2 * km, km, 3.5 * km, 12 + 2 * km, km)},
        electric_shares=(0.05, 0.1, 0.15, 0.2),
        parking_min=rng.uniform(0, 5, (n, 2)),
    )


def seconds(work: Callable[[], object], times: int) -> float:
    """Return the median of the processor time that work takes."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def main(n: int = 500, few: int = 50) -> None:
    """Print both times and their ratio."""
    large, small = drawn(n), drawn(few)
    for variant in ("written", "coded"):
        found = ikob(small, variant=variant).figures["day"]
        expected = plain_ikob(small, "day", variant)
        apart = max(
            float(
                np.max(np.abs(getattr(found, name) / np.where(values, values, 1) - (values != 0)))
            )
            for name, values in expected.items()
        )
        ikob(large, variant=variant)
        own = seconds(lambda kind=variant: ikob(large, variant=kind), 7)
        loops = seconds(lambda kind=variant: plain_ikob(small, "day", kind), 1) * (n / few) ** 2
        print(
            f"{variant}: {n} places {plain(own)} s; plain loops {plain(loops)} s, of {few} places "
            f"scaled; {plain(loops / own)} times; figures differ by {apart:.1e} of themselves"
        )
    print(f"{machine()}; load {load_average()}")


if __name__ == "__main__":
    main(*(int(one) for one in sys.argv[1:]))
