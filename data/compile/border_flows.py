"""Fit what the border weighs to the flows that are published, and write the fitted defaults.

``python data/compile/border_flows.py --shared PATH [--check] [--minutes FILE]``

``--check`` prints what docs/flows.md and docs/validation.md tell: a held-out half within each
country, both published years, and shares that were not fitted. ``--minutes`` keeps the minutes
between municipalities in a file, as they take the longest. ``--decay power --out FILE`` fits the
family that was not taken.
"""
# ruff: noqa: INP001 - scripts beside the data, not a package

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

import grensgeo as gg
from grensgeo.flows import fit_border

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.flows import BorderFit

HERE = Path(__file__).resolve().parent
DATA = HERE.parent
OUT = DATA.parent / "grensgeo" / "border" / "fitted_terms.csv"
NAME = "commuting-flows-2023"
SOURCE = (
    "grensgeo, data/compile/border_flows.py: insured employees living in the Netherlands by Kreis "
    "of work (Statistik der Bundesagentur für Arbeit, June 2023) and published totals (IT.NRW, "
    "LSN, CBS: 45,000 from Germany in 2023, some 8,000 the other way in 2021)"
)
#: Employees as a part of all who work. Source: BA (September 2023) over Pendlerrechnung (2023) in
#: the Münsterland, 703,409 of 913,015; in the Netherlands as docs/validation.md converts (1.25).
EMPLOYEES = {"DE": 703_409 / 913_015, "NL": 1 / 1.25}
#: A pair of gemeenten with fewer trips does not stand in the file of CBS; its least is 14.98.
HIDDEN_NL = 14.0
#: Totals as published, by country of residence and of work, and to what they are rounded.
#: Source: IT.NRW, LSN and CBS (4 December 2020 for 2018, and as docs/validation.md for later).
TOTALS = {
    "2018": {("DE", "NL"): (42_710, 5), ("NL", "DE"): (9_240, 5)},
    "2021": {("DE", "NL"): (44_000, 500), ("NL", "DE"): (8_000, 500)},
    "2023": {("DE", "NL"): (45_000, 500), ("NL", "DE"): (8_000, 500)},
}
#: Shares that are not fitted. Employees of COROP regions who live in Germany, 2016 (CBS, IT.NRW,
#: LSN, 25 March 2019): from 1 to 2 %. Residents of 15 and more who work in the Netherlands, 2018
#: (CBS, 13 November 2020). Of all inhabitants 86 % are 15 or older (Zensus 2022).
SHARES_OF_JOBS = {"NL213": (0.01, 0.02), "NL225": (0.01, 0.02)}
SHARES_OF_PEOPLE = {"03456012": 0.141, "05154040": 0.136, "05154008": 0.093}
GROWN_UP = 0.86
#: Family of the decay functions. Of flows within Germany a power tells more, but it sends people
#: far beyond the border whom nobody sees there: of the 15 Kreise it leaves a spread of 1.5, this
#: of 0.35.
DECAY = "exponential"
#: Longer trips to work are left out, min.
LONGEST_MIN = 150.0
_KM_PER_DEGREE = 111.32


@dataclass(frozen=True)
class World:
    """Zones on both sides of the whole border, and the minutes between them."""

    zones: pd.DataFrame
    times: pd.DataFrame
    law: tuple[float, float, float]
    decay: str = DECAY


def mean_minutes(region: gg.Region, kept: Path | None) -> pd.DataFrame:
    """Compute mean minutes by car from each municipality's inhabitants to each main place."""
    if kept is not None and kept.exists():
        return pd.read_parquet(kept)
    network = gg.load_network(DATA / "sample" / "network")
    times = gg.travel_times(network, region.places, region.cells, gg.Trip("car", max_min=240))
    cells = region.cells
    cells = cells.set_index(cells["cell_id"].to_numpy()).loc[[str(i) for i in times.to_id]]
    people = cells["population"].to_numpy(dtype=np.float64)
    named, number = np.unique(cells["region_code"].astype(str), return_inverse=True)
    frames = []
    for place, minutes in zip(times.from_id, times.minutes, strict=True):
        known = np.isfinite(minutes) & (people > 0)
        weight = np.bincount(number[known], people[known], minlength=len(named))
        total = np.bincount(number[known], (people * minutes)[known], minlength=len(named))
        there = weight > 0
        mean = total[there] / weight[there]
        frames.append(
            pd.DataFrame({"from_id": named[there], "to_id": str(place), "travel_time_min": mean})
        )
    found = pd.concat(frames, ignore_index=True)
    if kept is not None:
        found.to_parquet(kept)
    return found


def world(region: gg.Region, kept: Path | None) -> World:
    """Build the zones: municipalities of the sample, and squares along the rest of the border."""
    towns = region.municipalities
    jobs = region.opportunity_table.query("opportunity == 'jobs'").set_index("region_code")[
        "count"
    ]
    inside = pd.DataFrame(
        {
            "country": towns["country"].astype(str),
            "lon": towns["place_lon"],
            "lat": towns["place_lat"],
            "people": towns["population"].astype(float),
            "jobs": jobs.reindex(towns.index).astype(float),
        }
    )
    # as many people work as there are jobs, in the sample's part of each country
    by_country = inside.groupby("country")[["people", "jobs"]].sum()
    working = by_country["jobs"] / by_country["people"]
    beyond = pd.read_csv(DATA / "region" / "beyond_border.csv").set_index("zone_id")
    beyond = beyond.rename(columns={"population": "people"}).astype({"people": float})
    beyond["jobs"] = beyond["people"] * beyond["country"].map(working)
    zones = pd.concat([inside, beyond])
    zones["people"] *= zones["country"].map(working) * zones["country"].map(EMPLOYEES)
    zones["jobs"] *= zones["country"].map(EMPLOYEES)
    times = mean_minutes(region, kept)
    km = distances(zones)
    known = times[times["from_id"] != times["to_id"]]
    at = zones.index.get_indexer(known["from_id"]), zones.index.get_indexer(known["to_id"])
    far = km[at]
    use = (far > 3) & (far < 120)
    power, level = np.polyfit(np.log(far[use]), np.log(known["travel_time_min"][use]), 1)
    off = np.log(known["travel_time_min"][use]) - level - power * np.log(far[use])
    within = times.loc[times["from_id"] == times["to_id"], "travel_time_min"].median()
    by_law = np.exp(level) * np.maximum(km, 1.0) ** power
    np.fill_diagonal(by_law, within)
    at = np.nonzero(by_law <= LONGEST_MIN)
    ids = zones.index.to_numpy()
    table = pd.DataFrame(
        {"from_id": ids[at[0]], "to_id": ids[at[1]], "travel_time_min": by_law[at]}
    )
    merged = table.merge(times, on=["from_id", "to_id"], how="left", suffixes=("", "_routed"))
    routed = merged["travel_time_min_routed"]
    merged["travel_time_min"] = routed.where(routed.notna(), merged["travel_time_min"])
    law = float(np.exp(level)), float(power), float(off.std())
    return World(zones, merged[["from_id", "to_id", "travel_time_min"]], law)


def distances(zones: pd.DataFrame) -> np.ndarray:
    """Return kilometres between zones, as the crow flies."""
    lon, lat = (np.radians(zones[name].to_numpy()) for name in ("lon", "lat"))
    middle = np.cos((lat[:, None] + lat) / 2)
    return np.hypot((lon[:, None] - lon) * middle, lat[:, None] - lat) * np.degrees(_KM_PER_DEGREE)


def german_flows(shared: Path, zones: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, list[str]]]:
    """Read commuters between 15 Kreise and from the Netherlands, and the zones of each Kreis."""
    table = pd.read_csv(shared / "boundaries" / "de_ba_pendler_kreise_2023.csv", dtype=str)
    kreise = sorted(table["rs_a"].unique())
    into = table[table["richtung"] == "Einpendler"].rename(
        columns={"rs_b": "from_id", "rs_a": "to_id"}
    )
    into = into[into["from_id"].isin([*kreise, "NL"]) & (into["from_id"] != into["to_id"])]
    pairs = pd.MultiIndex.from_product([[*kreise, "NL"], kreise], names=["from_id", "to_id"])
    flows = into.set_index(["from_id", "to_id"])["insgesamt"].astype(float).reindex(pairs)
    flows = flows.rename("count").reset_index()
    flows = flows[flows["from_id"] != flows["to_id"]]
    # rounded to ten; below ten a region has no row (the preamble of the commuter atlas)
    seen = flows["count"].notna()
    flows["lower"] = (flows["count"] - 5).clip(lower=10).where(seen, 0.0)
    flows["upper"] = (flows["count"] + 5).where(seen, 9.0)
    towns = zones.index[zones["country"] == "DE"]
    return flows, {kreis: [z for z in towns if z.startswith(kreis)] for kreis in kreise}


def dutch_flows(shared: Path, zones: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Read commuters from the gemeenten whose rows are whole, and how many leave each."""
    table = pd.read_csv(shared / "boundaries" / "nl_commuting_od_mode_2016.csv")
    totals = pd.read_csv(shared / "boundaries" / "nl_jobs_proxy_from_commuting.csv")
    totals = totals.set_index("statcode")["employed_residents"]
    seen = table.groupby(["muni_from", "muni_to"])["value"].sum()
    towns = [z for z in zones.index if z.startswith("GM")]
    pairs = pd.MultiIndex.from_product([totals.index, towns], names=["from_id", "to_id"])
    flows = seen.reindex(pairs).rename("count").reset_index()
    told = flows["count"].notna()
    flows["lower"] = flows["count"].where(told, 0.0)
    flows["upper"] = flows["count"].where(told, HIDDEN_NL)
    return flows, totals


def inside_country(
    made: World, flows: pd.DataFrame, regions: Mapping[str, list[str]], people: pd.Series
) -> BorderFit:
    """Fit decay to flows within one country, the totals of its zones held."""
    country = made.zones.loc[people.index[0], "country"]
    own = made.zones.index[made.zones["country"] == country]
    times = made.times
    times = times[times["from_id"].isin(people.index) & times["to_id"].isin(own)]
    zones = made.zones.assign(people=people.reindex(made.zones.index))
    return fit_border(
        times, flows, zones=zones, regions=regions, decay=made.decay, intrazonal=True
    )  # fmt: skip


def across(
    made: World,
    rows: pd.DataFrame,
    regions: dict[str, list[str]],
    *,
    totals: Mapping[tuple[str, str], tuple[int, int]],
    learnt: Mapping[str, BorderFit],
) -> BorderFit:
    """Fit both directions: Kreise of work and what is left of the total, and one total back."""
    kreise = set(rows["to_id"])
    towns = {zone for kreis in kreise for zone in regions[kreis]}
    german = made.zones.index[made.zones["country"] == "DE"]
    rest = [zone for zone in german if zone not in towns]
    count, half = totals["NL", "DE"]
    back, back_half = totals["DE", "NL"]
    taken = rows[["lower", "upper"]].sum() if len(rows) else {"lower": 0.0, "upper": 0.0}
    more = pd.DataFrame(
        [
            ("NL", "rest", np.nan, count - half - taken["upper"], count + half - taken["lower"]),
            ("DE", "NL", np.nan, back - back_half, back + back_half),
        ],
        columns=rows.columns,
    )
    return fit_border(
        made.times, pd.concat([rows, more]), zones=made.zones,
        regions=regions | {"rest": rest}, decay=made.decay, learnt=learnt, intrazonal=True,
    )  # fmt: skip


def told(fit: BorderFit) -> pd.DataFrame:
    """Return the terms in few columns."""
    return fit.terms.drop(columns="identified").round(4)


def main(arguments: list[str] | None = None) -> int:
    """Fit, write the defaults, and print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder shared/data")
    parser.add_argument("--minutes", type=Path, help="file that keeps minutes: .parquet")
    parser.add_argument("--check", action="store_true", help="print checks too")
    parser.add_argument("--decay", choices=("exponential", "power"), default=DECAY)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args(arguments)
    region = gg.load_region(DATA / "sample")
    made = replace(world(region, options.minutes), decay=options.decay)
    level, power, off = made.law
    say(
        f"beyond the sample: {level:.2f} min x km^{power:.3f} (factor {np.exp(off):.2f} at one sd)"
    )
    rows, regions = german_flows(options.shared, made.zones)
    home = rows[rows["from_id"] != "NL"]
    german = [zone for zones in regions.values() for zone in zones]
    dutch, totals = dutch_flows(options.shared, made.zones)
    learnt = {
        "DE": inside_country(made, home, regions, made.zones.loc[german, "people"]),
        "NL": inside_country(made, dutch, {}, totals),
    }
    for country, fit in learnt.items():
        say(f"{country}: {fit.explained:.1%} explained, spread {fit.spread:.2f}")
        say(fit.parameters.round(3).to_string(index=False))
    abroad = rows[rows["from_id"] == "NL"]
    fit = across(made, abroad, regions, totals=TOTALS["2023"], learnt=learnt)
    say(told(fit).to_string(index=False))
    say(f"spread {fit.spread:.2f}, {fit.rows} rows")
    write(fit, options.out)
    if options.check:
        check(made, fit, abroad, regions=regions, learnt=learnt)
        check_shares(made, fit, region)
        check_halves(made, "DE", home, regions)
        check_halves(made, "NL", dutch, {})
    return 0


def say(text: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def write(fit: BorderFit, path: Path) -> None:
    """Write the fitted defaults."""
    table = fit.terms.drop(columns="identified")
    numbers = table.columns[2:]
    table[numbers] = table[numbers].astype(float).round(4)
    table.insert(0, "name", NAME)
    table.assign(
        purpose="commuting", mode="car", reference_date="2023-06-30", source=SOURCE
    ).to_csv(path, index=False, lineterminator="\n")


def check(
    made: World,
    fit: BorderFit,
    abroad: pd.DataFrame,
    *,
    regions: dict[str, list[str]],
    learnt: Mapping[str, BorderFit],
) -> None:
    """Print how the fit does on what it was fitted to, and on shares that it was not."""
    ways = pd.DataFrame({"from_id": ["DE", "NL"], "to_id": ["NL", "DE"]})
    none = abroad.head(0)
    for year, totals in TOTALS.items():
        one = fit if year == "2023" else across(made, none, regions, totals=totals, learnt=learnt)
        found = one.predict(ways)["expected"]
        published = totals["DE", "NL"][0] / totals["NL", "DE"][0]
        ratio = found[0] / found[1]
        say(
            f"{year}: {found[0]:,.0f} and {found[1]:,.0f}, ratio {ratio:.2f}, published "
            f"{published:.2f}, apart by {max(ratio / published, published / ratio):.2f}"
        )
        say(told(one).to_string(index=False))
    seen = fit.predict(abroad).assign(published=abroad["count"].to_numpy())
    say(seen.round(0).to_string(index=False))


def check_shares(made: World, fit: BorderFit, region: gg.Region) -> None:
    """Print shares that were not fitted beside those that are published."""
    towns = region.municipalities
    for code, (least, most) in SHARES_OF_JOBS.items():
        members = towns.index[towns["nuts3"] == code]
        rows = pd.DataFrame({"from_id": "DE", "to_id": members})
        part = fit.predict(rows)["expected"].sum() / made.zones.loc[members, "jobs"].sum()
        say(f"{code}: {part:.2%} of employees live in Germany, published {least:.0%}-{most:.0%}")
    for code, share in SHARES_OF_PEOPLE.items():
        row = pd.DataFrame({"from_id": [code], "to_id": ["NL"]})
        part = fit.predict(row)["expected"][0] / (GROWN_UP * towns["population"][code])
        say(f"{towns['name'][code]}: {part:.1%} work in the Netherlands, published {share:.1%}")


def check_halves(made: World, country: str, flows: pd.DataFrame, regions: dict) -> None:
    """Print how a fit to half of the pairs within a country predicts the other half."""
    own = made.zones.index[made.zones["country"] == country]
    times = made.times[made.times["from_id"].isin(own) & made.times["to_id"].isin(own)]
    flows = flows[flows["from_id"] != flows["to_id"]].reset_index(drop=True)
    for seed in (1, 2, 3):
        out = np.random.default_rng(seed).random(len(flows)) < 0.5
        fit = fit_border(
            times, flows[~out], zones=made.zones, regions=regions, constraint="doubly",
            decay="power",
        )  # fmt: skip
        test = flows[out].reset_index(drop=True)
        found = fit.predict(test)
        known = found["expected"].notna()
        held = (test["upper"] >= found["lower"]) & (test["lower"] <= found["upper"])
        seen = known & test["count"].notna()
        say(
            f"{country}, half {seed}: {fit.explained:.1%} explained, of {known.sum()} held out "
            f"{fit.explained_of(test):.1%}; within their 90 % interval {held[seen].mean():.1%} of "
            f"{seen.sum()} with a figure, {held[known].mean():.1%} of all"
        )


if __name__ == "__main__":
    raise SystemExit(main())
