"""Nothing at module level changes after import: what is prepared is held by networks."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

#: What is read from files of the package once: words of notes and pages, countries, options.
DECLARED = {
    "grensgeo.notes",
    "grensgeo.words",
    "grensgeo.countries.country_files",
    "grensgeo.traveltimes.trip_options",
}

SCRIPT = """
import importlib, pkgutil, sys, warnings
from collections.abc import Mapping
from weakref import WeakKeyDictionary, WeakSet, WeakValueDictionary
import grensgeo as gg

BOXES = (dict, list, set, WeakKeyDictionary, WeakSet, WeakValueDictionary)
for found in pkgutil.walk_packages(gg.__path__, "grensgeo."):
    if not found.name.endswith("__main__"):
        importlib.import_module(found.name)
for name in gg.__all__:
    getattr(gg, name)


def fingerprint(value):
    if hasattr(value, "cache_info"):
        return value.cache_info().currsize
    if not isinstance(value, BOXES):
        return id(value)
    items = list(value.items()) if hasattr(value, "items") else list(value)
    return id(value), [tuple(map(id, i)) if isinstance(i, tuple) else id(i) for i in items]


def state():
    result = {}
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] != "grensgeo":
            continue
        for own, value in list(vars(module).items()):
            home = value.__module__ if hasattr(value, "cache_info") else name  # not who imports it
            if own != "__builtins__":
                result[home, own] = fingerprint(value)
            if isinstance(value, type) and value.__module__ == name:
                for inner, held in list(vars(value).items()):
                    if isinstance(held, BOXES) or hasattr(held, "cache_info"):
                        result[name, f"{own}.{inner}"] = fingerprint(held)
    return result


warnings.simplefilter("ignore")
region, network = gg.load_region("data/sample"), gg.load_network("data/sample/network", store=False)
places = region.places.loc[["GM0153", "05554020"]]
before = state()
departing = gg.Trip("transit", departure="2023-10-17T08:00", window_min=5, max_min=45)
for trip in (gg.Trip("car"), gg.Trip("walk", foreign_routing=False), gg.Trip("transit"), departing):
    gg.travel_times(network, places, places, trip)
gg.journeys(network, places[:1], places[1:], departing)
gg.isochrones(network, places[:1], gg.Trip("walk"), cutoffs_min=5)
after = state()
assert before.keys() <= after.keys()
for name in sorted(name for name in after if before.get(name) != after[name]):
    print(*name)
print("done")
"""


def test_nothing_at_module_level_changes_after_import():
    told = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert told.returncode == 0, told.stderr
    *changed, done = told.stdout.splitlines()
    assert done == "done"
    assert [line for line in changed if line.split()[0] not in DECLARED] == []
