"""What the pages' scripts are tested on: answers of the library, which `node --test` reads as JSON.

``python tests/js_fixtures.py`` writes them anew; tests/test_js.py holds the files to the library.
"""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
from test_maps_packing import NASTY
from test_routing_transit_raptor import MOMENTS, Call, Feed, patterns, plain_raptor, random_feed
from test_traveltimes_portable_streets import bank_points, bank_scenarios

import grensgeo as gg
from grensgeo.arrays import SINGLE_PRECISION
from grensgeo.maps import classes
from grensgeo.maps.atlas import LONGEST_MIN
from grensgeo.maps.base import UNITS_PER_DEGREE
from grensgeo.maps.packing import FORMAT, pack, pack_json
from grensgeo.maps.picture_words import Words
from grensgeo.measures.marks import WHOLE
from grensgeo.routing.transit.keys import RIDE_BITS, UNREACHED
from grensgeo.routing.transit.raptor import nearest_ranks
from grensgeo.routing.transit.schedule import MOST_TRIPS, ROUNDING_S

FOLDER = Path(__file__).resolve().parents[1] / "js" / "tests" / "fixtures"
PERCENTILES = (1, 25, 50, 75, 100)
SIZES = (0, 0.0004, 0.0005, 0.001, 0.04, 0.0945, 0.0951, 0.125, 0.4, 0.996, 1, 1.25, 8.96, 9.7, 9.96,
         10.5, 99.4, 1234.5, 90_000, 1_234_567.8)  # fmt: skip


def constants():
    """Return numbers that stand once in Python and once in the scripts."""
    return {
        "SINGLE": SINGLE_PRECISION,
        "WHOLE": WHOLE,
        "LONGEST": LONGEST_MIN,
        "UNITS": UNITS_PER_DEGREE,
        "FORMAT": FORMAT,
        "ROUNDING": ROUNDING_S,
        "RIDE_BITS": RIDE_BITS,
        "UNREACHED": int(UNREACHED),
        "MOST_TRIPS": MOST_TRIPS,
    }


def numbers():
    """Return numbers as they are written on paper, by unit and language."""
    told = []
    for unit in ("count", "percent", "change", "change_percent"):
        for value in [*SIZES, *[-size for size in SIZES[1:] if "change" in unit]]:
            row = {"value": value, "unit": unit}
            for language in ("nl", "de", "en"):
                row[language] = Words(language, {}, {}, texts={}, by_mode={}).number(value, unit)
            told.append(row)
    return told


def colours():
    """Return the colours of figures by palette and breaks."""
    figures = [0, 0.04, 1, 9.99, 10, 10.01, 25, 100, -0.04, -10, -25, 1e6]
    breaks = [[], [10], [10, 25], [1, 10, 25, 100, 1000], list(classes.EFFECT_BREAKS)]
    names = {"sequential": "SEQUENTIAL", "effect": "EFFECT", "diverging": "DIVERGING"}
    return {
        "palettes": {name: list(getattr(classes, constant)) for name, constant in names.items()},
        "rows": [
            [palette, cuts, [classes.colour(v, cuts, palette=palette) for v in figures]]
            for palette in names
            for cuts in (breaks if palette != "diverging" else breaks[:3])
        ],
        "figures": figures,
    }


def packed():
    """Return arrays as they are packed, and as text what each holds."""
    text = pack(NASTY, meta={"told": [1, "two"]})
    held = {
        name: values if isinstance(values, list) else [written(v) for v in values.tolist()]
        for name, values in NASTY.items()
    }
    head = pack_json(text.manifest)
    return {"manifest": text.manifest, "head": head, "chunks": list(text.chunks), "held": held}


def written(value):
    """Return a number as JavaScript writes it with all its digits, or a flag as a number."""
    number = float(value)
    if np.isnan(number):
        return "NaN"
    return "-0" if number == 0 and np.signbit(number) else number


def timetables():
    """Return small dense timetables, and the seconds of every departure and percentile."""
    return [timetable(seed) for seed in range(12)]


def timetable(seed):
    """Return one of them: as calls and runs, what is asked, and what is found."""
    feed, access, egress, max_rides, limit = random_feed(seed)
    table = patterns(feed)
    ends = [np.diff(table.pattern_stop_start), np.diff(table.pattern_trip_start)]
    return {
        "calls": ends[0].tolist(),
        "runs": ends[1].tolist(),
        "stop": table.pattern_stop.tolist(),
        "board": table.board_ok.tolist(),
        "alight": table.alight_ok.tolist(),
        "arrival": table.trip_arrival_s.tolist(),
        "departure": table.trip_departure_s.tolist(),
        "change_s": feed.change_s,
        "no_change": list(feed.no_change),
        "ways": feed.ways,
        "n_stops": feed.n_stops,
        "access": [sorted(legs.items()) for legs in access],
        "egress": [sorted(legs.items()) for legs in egress],
        "moments": MOMENTS,
        "limit": limit,
        "max_rides": max_rides,
        "percentiles": list(PERCENTILES),
        "seconds": [answers(feed, legs, egress, max_rides, limit) for legs in access],
    }


def answers(feed, access, egress, max_rides, limit):
    """Return seconds at the percentiles by destination, None unreached: one RAPTOR a departure."""
    found = [plain_raptor(feed, access, egress, moment, max_rides, limit) for moment in MOMENTS]
    every = np.array(
        [[np.inf if one is None else one[0] - moment for one in row]
         for moment, row in zip(MOMENTS, found, strict=True)]
    )  # fmt: skip
    ranked = np.sort(every, axis=0)[nearest_ranks(PERCENTILES, len(MOMENTS))].T
    return [[None if np.isinf(s) else int(s) for s in row] for row in ranked]


def again(told):
    """Return the answers of a stored timetable, computed from what is stored of it."""
    trips, at = [], 0
    first = 0
    for n, runs in zip(told["calls"], told["runs"], strict=True):
        for _ in range(runs):
            trips.append(
                [
                    Call(told["stop"][first + i], told["arrival"][at + i], told["departure"][at + i],
                         bool(told["board"][first + i]), bool(told["alight"][first + i]))
                    for i in range(n)
                ]
            )  # fmt: skip
            at += n
        first += n
    ways = [tuple(way) for way in told["ways"]]
    no_change = tuple(told["no_change"])
    feed = Feed(told["n_stops"], trips, change_s=told["change_s"], ways=ways, no_change=no_change)
    egress = [dict(legs) for legs in told["egress"]]
    return [
        answers(feed, dict(legs), egress, told["max_rides"], told["limit"])
        for legs in told["access"]
    ]


def scenarios():
    """Return the streets of a page with scenarios of other streets, and minutes between all cells."""
    network, variants = bank_scenarios()
    variants = {name: variants[name] for name in ("bridge", "closed", "junction")}
    cells = bank_points(9)
    trips = {"car": gg.Trip("car", max_min=20), "walk": gg.Trip("walk", max_min=45)}
    exported = gg.portable(network, cells, trips, scenarios=variants)
    text = pack(exported.arrays, meta=exported.meta)
    told = {"manifest": text.manifest, "chunks": list(text.chunks), "limits": {}, "minutes": []}
    for name, trip in trips.items():
        told["limits"][name] = trip.max_min
        for scenario, one in {"baseline": network, **variants}.items():
            for foreign in (True, False):
                rule = replace(trip, foreign_routing=foreign)
                times = gg.travel_times(one, cells, cells, rule)
                asked = {"trip": name, "scenario": scenario, "foreign_routing": foreign}
                rows = [[None if np.isnan(m) else round(float(m), 3) for m in row]
                        for row in times.minutes]  # fmt: skip
                told["minutes"].append({"asked": asked, "rows": rows})
    return told


FIXTURES = {
    "scenarios": scenarios,
    "constants": constants,
    "numbers": numbers,
    "colours": colours,
    "packed": packed,
    "timetables": timetables,
}


def stored(name):
    """Read a fixture."""
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))


def main():
    """Write all fixtures, a line an entry."""
    FOLDER.mkdir(exist_ok=True)
    for name, build in FIXTURES.items():
        content = build()
        entries = content if isinstance(content, list) else list(content.items())
        lines = [
            json.dumps(one, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
            for one in entries
        ]
        if isinstance(content, dict):
            lines = [f"{json.dumps(key)}:{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
                     for key, value in entries]  # fmt: skip
        ends = "[]" if isinstance(content, list) else "{}"
        text = ends[0] + "\n" + ",\n".join(lines) + "\n" + ends[1] + "\n"
        (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
