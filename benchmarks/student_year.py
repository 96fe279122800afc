"""A student's year: 2,000 places by 80 homes by a school year, and days held to ``journeys``.

The sample's timetables are of one day; a calendar of a year is drawn on them, with weekdays,
Saturdays, Sundays, school holidays and the public holidays of both countries.
``python -m benchmarks.student_year [places] [days held to journeys]`` prints seconds of processor
time and how many days differ.
"""

import sys
import time
import warnings
from dataclasses import replace

import numpy as np
import pandas as pd

import grensgeo as gg
from grensgeo.grenswerk.free_days import days_between
from grensgeo.gtfs.calendar import ServiceDays
from grensgeo.traveltimes.day_times import on_date

ASKED = gg.AskedDays("2025-09-01", "2026-07-03")
TRIPS = {
    "transit": gg.Trip("transit", max_min=90),
    "bicycle and transit": gg.Trip("transit", access="bicycle", max_min=90),
    "bicycle": gg.Trip("bicycle", max_min=60),
    "ebike": gg.Trip("ebike", max_min=60),
}


def with_a_year(network: gg.Network, rng: np.random.Generator) -> gg.Network:
    """Lay a calendar of a year on the feeds of a network."""
    free, days = gg.FreeDays.default(), days_between("2025-09-01", "2026-08-31")
    week = np.array([day.weekday() for day in days])
    closed, dutch = (
        np.array([name is not None for name in free.public(*area, days)])
        for area in (("DE", "NW"), ("NL", "Noord"))
    )
    school = np.array([bool(one) for one in free.school_days("DE", "NW", days)])
    work, saturday = (week < 5) & ~closed, (week == 5) & ~closed
    active = np.stack(
        [work, work | saturday, np.ones(len(days), dtype=bool), work & ~school,
         work & (week == 4), (week < 5) & ~dutch]
    )  # fmt: skip
    feeds = []
    for feed in network.feeds:
        services = rng.choice(6, len(feed.trips), p=[0.35, 0.25, 0.2, 0.1, 0.03, 0.07])
        trips = feed.trips.assign(service=services.astype(np.int64))
        calendar = ServiceDays(days[0], tuple("abcdef"), active.copy())
        feeds.append(replace(feed, trips=trips, days=calendar, usual=None))
    return replace(network, feeds=tuple(feeds))


def points(cells: pd.DataFrame, n: int, name: str, rng: np.random.Generator) -> pd.DataFrame:
    """Draw points among the inhabitants of cells."""
    people = np.nan_to_num(cells["population"].to_numpy(float))
    own = cells.iloc[rng.choice(len(cells), n, p=people / people.sum())]
    return pd.DataFrame(
        {
            "id": [f"{name}{i}" for i in range(n)],
            "lon": own["lon"].to_numpy() + rng.uniform(-0.004, 0.004, n),
            "lat": own["lat"].to_numpy() + rng.uniform(-0.003, 0.003, n),
            "country": own["country"].to_numpy(),
            "part": np.where(own["country"] == "NL", "Noord", "NW"),
        }
    )


def differing(
    network: gg.Network,
    ends: tuple[pd.DataFrame, pd.DataFrame],
    table: pd.DataFrame,
    n: int,
    *,
    rng: np.random.Generator,
) -> int:
    """Count the days of pairs on which ``journeys`` tell otherwise."""
    trip, (homes, places) = TRIPS["bicycle and transit"], ends
    own = table[(table["mode"] == "bicycle and transit") & (table["days_possible"] > 0)]
    every, wrong = ASKED.days(), 0
    for row in rng.integers(len(own), size=n):
        from_id, to_id = own["from_id"].iloc[row], own["to_id"].iloc[row]
        home, place = homes[homes["id"] == from_id], places[places["id"] == to_id]
        while True:  # a day off is none that is asked
            on = every[int(rng.integers(len(every)))]
            alone = replace(ASKED, since=on.isoformat(), until=on.isoformat())
            days = gg.days_of_pair(network, home, place, alone, trips={"t": trip})
            days = days[(days["mode"] == "t") & days["asked"]]
            if len(days):
                break
        outcome = days["outcome"].iloc[0]
        back = replace(trip, access="walk", egress="bicycle")
        there = gg.journeys(network, home, place, on_date(trip, on, ASKED.start, arrive=True))
        after = gg.journeys(network, place, home, on_date(back, on, ASKED.end, arrive=False))
        wrong += int((len(there) > 0 and len(after) > 0) != (outcome == "possible"))
    return wrong


def main() -> None:
    """Print the figures."""
    warnings.simplefilter("ignore")
    n_places = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    n_held = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    rng = np.random.default_rng(1)
    network = with_a_year(gg.load_network("data/sample/network"), rng)
    cells = gg.load_region("data/sample").cells
    homes, places = points(cells, 80, "home", rng), points(cells, n_places, "place", rng)
    begun, wall = time.process_time(), time.perf_counter()
    table = gg.possible_days(network, homes, places, ASKED, trips=TRIPS)
    spent, wall = time.process_time() - begun, time.perf_counter() - wall
    print(f"{n_places} places x 80 homes x {len(ASKED.days())} days, there and back, 4 trips:")
    print(f"  {spent:.1f} s of processor time, {wall:.1f} s by the clock")
    wrong = differing(network, (homes, places), table, n_held, rng=rng)
    print(f"  {n_held} days of pairs held to journeys: {wrong} differ")


if __name__ == "__main__":
    main()
