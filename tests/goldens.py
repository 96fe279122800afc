"""Golden results: what the sample's study says, held to what it said before.

``make goldens`` compares and shows what moved; ``make goldens ACCEPT='transit/*'`` accepts, by name,
the series that are meant to have moved. Border effects, shares across and means of larger regions
follow from what is here, and the gate of a study holds them to it.
"""

import argparse
import csv
import sys
from fnmatch import fnmatchcase
from pathlib import Path

import numpy as np
import pandas as pd

from grensgeo.files import read_layer

SAMPLE = Path(__file__).parent / "golden" / "sample.csv"
COUNTS = ("closed", "open")
SHARES = ("share_without_ride", "edge_share")
#: Counts and areas keep four digits, as pages show them, from a hundred on whole ones alone.
DIGITS, WHOLE = 4, 100
#: The last decimal that is kept at all: of shares, square kilometres and counts.
LEAST = {"share_without_ride": 0.01, "edge_share": 0.01, "km2": 0.1}
LEAST_COUNT = 0.01
#: So much of the last digit is no move; what a page rounded before may be off by more than half.
NO_MOVE = 0.6
EQUAL_AREA = 3035
SHOWN = 30


def figures_of(folder):
    """Give the figures of a study that was run: a row a series, a column a place."""
    table = pd.read_csv(folder / "tables" / "reach_municipalities.csv", dtype={"id": str})
    parts = {}
    keys = ["mode", "scenario", "opportunity", "cutoff_min"]
    once = table.drop_duplicates([*keys, "id"])
    for (mode, scenario, what, cutoff), part in once.groupby(keys, sort=True):
        rows = part.set_index("id")
        for name in (*COUNTS, *SHARES):
            if name in rows and rows[name].notna().any():
                parts[f"{mode}/{scenario}/{what}/{cutoff:g}/{name}"] = rows[name]
    rings = read_layer(folder / "tables" / "isochrones.parquet")
    km2 = rings.to_crs(EQUAL_AREA).area / 1e6
    for (mode, cutoff), rows in km2.groupby([rings["mode"], rings["cutoff_min"]], sort=True):
        parts[f"{mode}/isochrone/{cutoff:g}/km2"] = rows.set_axis(rings.loc[rows.index, "from_id"])
    found = pd.DataFrame(parts).T
    return found.reindex(sorted(found.columns), axis=1).sort_index()


def step_of(series, value):
    """Give the last digit that is kept of a value."""
    kind = series.rpartition("/")[2]
    least = LEAST.get(kind, LEAST_COUNT)
    if not value:
        return least
    if kind in COUNTS and abs(value) >= WHOLE:
        least = 1.0
    return max(least, 10.0 ** (np.floor(np.log10(abs(value))) - DIGITS + 1))


def written(series, value):
    """Give a value as it is kept; empty where it is not known."""
    if np.isnan(value):
        return ""
    step = step_of(series, value)
    rounded = round(value / step) * step
    return f"{rounded:.{max(0, -int(np.floor(np.log10(step))))}f}"


def read_golden(path=SAMPLE):
    return pd.read_csv(path, index_col="series", dtype={"series": str})


def write_golden(figures, path=SAMPLE):
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["series", *figures.columns])
        for series, values in figures.iterrows():
            rows.writerow([series, *(written(series, value) for value in values)])


def moved(golden, figures):
    """Give what moved by more than the last digit that is kept, a row a figure."""
    index = golden.index.union(figures.index)
    places = golden.columns.union(figures.columns)
    before, after = (
        table.reindex(index=index, columns=places).to_numpy(dtype=float)
        for table in (golden, figures)
    )
    rows = []
    for row, series in enumerate(index):
        for column, place in enumerate(places):
            old, new = before[row, column], after[row, column]
            if np.isnan(old) and np.isnan(new):
                continue
            if abs(new - old) <= NO_MOVE * step_of(series, old):  # false where one is not known
                continue
            rows.append((series, place, old, new))
    table = pd.DataFrame(rows, columns=["series", "place", "before", "after"])
    table["by"] = table["after"] - table["before"]
    table["relative"] = table["by"] / table["before"].abs().where(table["before"] != 0)
    return table


def told(table):
    """Give what moved, a line a series: how many places, and where most, before and after."""
    if table.empty:
        return "no figure moved"
    lines = [f"{len(table)} figures of {table['series'].nunique()} series moved"]
    size = table["relative"].abs().fillna(np.inf)
    order = size.groupby(table["series"]).max().sort_values(ascending=False, kind="stable").index
    lines.append(
        f"{'series':<52} {'places':>6} {'most at':<12} {'before':>10} {'after':>10} {'by':>8}"
    )
    for series in order[:SHOWN]:
        rows = table[table["series"] == series]
        most = rows.loc[size[rows.index].idxmax()]
        share = most["relative"]
        by = "" if np.isnan(share) else f"{share:+.1%}"
        lines.append(
            f"{series:<52} {len(rows):>6} {most['place']:<12} "
            f"{written(series, most['before']) or 'none':>10} "
            f"{written(series, most['after']) or 'none':>10} {by:>8}"
        )
    if len(order) > SHOWN:
        lines.append(f"… and {len(order) - SHOWN} series more")
    return "\n".join(lines)


def accept(golden, figures, patterns):
    """Give the golden figures in which series of some names are as they are now."""
    index = golden.index.union(figures.index)
    chosen = [name for name in index if any(fnmatchcase(name, one) for one in patterns)]
    kept = golden[~golden.index.isin(chosen)]
    result = pd.concat([kept, figures[figures.index.isin(chosen)]]).sort_index()
    return result.reindex(sorted(result.columns), axis=1).dropna(axis=1, how="all")


def main(arguments=None):
    parser = argparse.ArgumentParser(
        description="Compare a run of the sample's study with golden results."
    )
    parser.add_argument("folder", type=Path, help="folder that the study was written to")
    parser.add_argument("--accept", nargs="*", default=[], metavar="NAME",
                        help="series whose change is meant, * for any part of a name")  # fmt: skip
    parser.add_argument("--golden", type=Path, default=SAMPLE)
    options = parser.parse_args(arguments)
    figures = figures_of(options.folder)
    golden = read_golden(options.golden) if options.golden.exists() else figures.iloc[:0]
    table = moved(golden, figures)
    sys.stdout.write(f"{told(table)}\n")
    if options.accept:
        golden = accept(golden, figures, options.accept)
        write_golden(golden, options.golden)
        table = moved(golden, figures)
        sys.stdout.write(f"accepted; {len(table)} figures are still others than before\n")
    return int(len(table) > 0)


if __name__ == "__main__":
    sys.exit(main())
