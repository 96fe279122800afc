"""One answer to one question: what the atlas, the map, the table and the feed of a study say."""

import csv
import json
import math
import re

import pandas as pd
from browser import ready, visit
from reach_tables import by_columns

#: Counts in the page have at least this many right digits; those of the feed are not rounded.
PAGE, FEED = 2e-3, 1e-9
COUNTS = ("closed", "open", "reach_nl", "reach_de")
ASK = """async ([trips, codes, cutoffs, what, resistance]) => {
  const found = [];
  for (const trip of trips) for (const code of codes) for (const cutoff of cutoffs)
    for (const border of ["closed", "realised", "open"]) {
      await window.grensgeoAtlas.set({ place: "place:" + code, trip, cutoff, border, opportunity: what,
        whose: "mean", direction: "from", resistance, percentile: 50, reading: "destinations" });
      const f = window.grensgeoAtlas.figures;
      found.push([trip, code, cutoff, border, f.mean === true, f.closed, f.open, f.realised, f.by[0], f.by[1],
        f.shown, f.edgeShare, f.shareWithout, document.getElementById("split-value").textContent]
        .map((v) => (Number.isNaN(v) ? null : v)));
    }
  return found;
}"""


def near(one, other, rel, least=0.006):
    if other is None or math.isnan(other):
        return one is None or math.isnan(one)
    return abs(one - other) <= max(rel * abs(other), least)


def table_of(folder):
    table = pd.read_csv(folder / "tables" / "reach_municipalities.csv", dtype={"id": str})
    table = table[table["scenario"] == "baseline"]
    table = table if "reach_nl" in table else by_columns(table)
    return table.set_index(["mode", "id", "cutoff_min", "opportunity"]).sort_index()


def page_data(path):
    """Read what a map's page carries."""
    text = path.read_text(encoding="utf-8")
    found = re.search(r'<script[^>]*id="grensgeo-data"[^>]*>(.*?)</script>', text, re.DOTALL)
    return json.loads(found.group(1))


def map_values(path):
    """Give the figures of a reach map by mode, code, cutoff and opportunity."""
    data = page_data(path)
    (view,) = data["views"]
    codes = [data["base"]["areas"][number][0] for number in view["ids"]]
    found = {}
    for layer in view["layers"]:
        mode, cutoff, what, scenario = layer["key"]
        if scenario != "baseline":
            continue
        for slot, code in enumerate(codes):
            key = mode, code, float(cutoff), what
            found[key] = {name: values[slot] for name, values in layer["values"].items()}
    return found


def feed_values(folder):
    with (folder / "monitor" / "observations.csv").open(encoding="utf-8", newline="") as file:
        return {
            (row["indicator_id"], row["region_code"]): row["value"] for row in csv.DictReader(file)
        }


def hold(browser, folder, *, trips, cutoffs, what="jobs", feed=(), resistance=0):
    """Compare all places by trips, cutoffs and states of the border; give how many were held."""
    table, values, told = table_of(folder), map_values(folder / "reach.html"), feed_values(folder)
    codes = sorted({code for _, code, _, _ in table.index})
    with visit(browser, folder / "atlas.html", fragment="#lang=en") as seen:
        ready(seen.page)
        found = seen.page.evaluate(ASK, [trips, codes, cutoffs, what, resistance])
        seen.quiet()
    for trip, code, cutoff, border, mean, closed, opened, realised, *rest in found:
        nl, de, shown, edge, without, said = rest
        where = trip, code, cutoff, border
        row, one = (
            table.loc[trip, code, float(cutoff), what],
            values[trip, code, float(cutoff), what],
        )
        assert mean, where
        for name, value in zip(COUNTS, (closed, opened, nl, de), strict=True):
            assert near(value, row[name], PAGE), (where, name, value, row[name])
        assert shown == {"closed": closed, "open": opened, "realised": realised}[border], where
        assert near(float(re.sub(r"[^\d.]", "", said)), row["open" if border != "closed" else "closed"],
                    PAGE + 0.5 / max(shown or 1, 1)) or border == "realised", (where, said)  # fmt: skip
        for name, column in (
            ("open", "open"),
            ("closed", "closed"),
            ("nl", "reach_nl"),
            ("de", "reach_de"),
        ):
            assert near(one[name], row[column], PAGE, 0.51), (where, name, one[name], row[column])
        assert near(edge, row["edge_share"], 0.01 / max(row["edge_share"], 1e-9)), where
        if not math.isnan(row.get("share_without_ride", math.nan)):
            assert abs(without - row["share_without_ride"]) < PAGE, where
        if cutoff in feed:
            for measure in ("closed", "open"):
                name = f"{what}_{measure}_{trip.replace('-', '_')}_{cutoff:g}min"
                if (fed := told.get((name, code))) is not None:
                    assert near(float(fed), row[measure], FEED), (where, fed)
    return len(found)
