"""A feed held against the tables of its study, and years made up of it, with a merger and a revision."""

from dataclasses import replace

import geopandas as gpd
import numpy as np
import pandas as pd

from grensgeo.monitor import FeedOptions, compare_feeds, write_monitor
from grensgeo.monitor.series import read_feed

TEXT = {"region_code": str, "period": str, "id": str}
#: Figures that a table of reach has under the same name as the feed.
SHARED = ("closed", "open", "border_effect", "share_across", "share_without_ride")
#: Digits that are written differ in the twelfth.
EXACT = 1e-9


def hold_tables(folder):
    """Compare every figure that the feed of a study shares with its tables; give how many."""
    fed = pd.read_csv(folder / "monitor" / "observations.csv", dtype=TEXT)
    fed["trip"] = trips_of(folder / "monitor", fed)
    held = 0
    for level, name in (("municipality", "municipalities"), ("nuts3", "nuts3")):
        table = pd.read_csv(folder / "tables" / f"reach_{name}.csv", dtype=TEXT)
        keys = ["id", "mode", "cutoff_min", "opportunity", "scenario"]
        table = table.drop_duplicates(keys).set_index(keys).sort_index()
        here = fed[fed["region_level"] == level]
        for measure in SHARED:
            if measure not in table:
                continue
            rows = here[here["measure"] == measure]
            at = pd.MultiIndex.from_frame(
                rows[["region_code", "trip", "cutoff_min", "opportunity", "scenario_id"]]
            )
            told = table[measure].reindex(at).to_numpy(dtype=float)
            value = rows["value"].to_numpy(dtype=float)
            suppressed = (rows["status"] == "Q").to_numpy()
            same = np.isclose(told, value, rtol=EXACT, atol=1e-12, equal_nan=True) | suppressed
            assert same.all(), (
                level,
                measure,
                rows[~same].head(3).to_dict("records"),
                told[~same][:3],
            )
            held += len(rows)
        edge = here[here["measure"] == "open"]
        at = pd.MultiIndex.from_frame(
            edge[["region_code", "trip", "cutoff_min", "opportunity", "scenario_id"]]
        )
        told = table["edge_share"].reindex(at).to_numpy(dtype=float)
        assert np.allclose(told, edge["edge_share"], rtol=EXACT, atol=1e-12, equal_nan=True)
        held += len(edge)
    return held


def trips_of(folder, fed):
    """The trip of each row, which only the name of the indicator holds."""
    told = pd.read_csv(folder / "indicators.csv").set_index("indicator_id")
    trips = sorted(
        pd.read_csv(folder.parent / "tables" / "reach_municipalities.csv", dtype=TEXT)["mode"].unique(),
        key=len,
    )  # fmt: skip
    kinds = fed.drop_duplicates("indicator_id").set_index("indicator_id")
    by = {}
    for name, row in kinds.iterrows():
        assert name in told.index
        fits = [trip for trip in trips if (trip.split("-")[0], access_of(trip)) == (
            row["mode"], row["access"] if isinstance(row["access"], str) else "")]  # fmt: skip
        by[name] = fits[0] if fits else None
    return fed["indicator_id"].map(by)


def access_of(trip):
    return {"transit": "walk", "transit-bicycle": "bicycle"}.get(trip, "")


def merged(region, old, new, name):
    """Give a region in which municipalities are one."""
    towns, cells = region.municipalities, region.cells
    part = towns[towns["region_code"].isin(old)]
    one = part.iloc[[0]].assign(
        region_code=new, name=name, population=part["population"].sum(),
        geometry=[part.geometry.union_all()],
    )  # fmt: skip
    kept = pd.concat([towns[~towns["region_code"].isin(old)], one])
    kept = gpd.GeoDataFrame(kept, geometry="geometry", crs=towns.crs)
    kept.index = kept["region_code"].to_numpy()
    table = region.opportunity_table
    moved = table.assign(
        region_code=table["region_code"].where(~table["region_code"].isin(old), new)
    )
    moved = moved.drop_duplicates(["region_code", "opportunity"])
    cells = cells.assign(
        region_code=cells["region_code"].where(~cells["region_code"].isin(old), new)
    )
    return replace(region, municipalities=kept, cells=cells, opportunity_table=moved,
                   cell_opportunities=None)  # fmt: skip


def scaled(reach, factor):
    """Give reach in which all that is counted is so many times as much."""
    names = [
        n for n in reach if n in {"reach", "closed", "open"} or n.endswith(("_lower", "_upper"))
    ]
    names = [n for n in names if not n.startswith(("border_effect", "share"))]
    return reach.assign(**{name: reach[name] * factor for name in names})


def five_years(folder, reach, region, *, old, new, **given):
    """Write five years, of which the fourth has a merger, and revise the second; hold all of it.

    Give the folder of the last feed, and how many figures were compared.
    """
    after = merged(region, old, new, "United")
    before, written, held = None, {}, 0
    for number, year in enumerate(["2018", "2019", "2020", "2021", "2022"]):
        here = after if number >= 3 else region
        write_monitor(scaled(reach, 1 + number / 10), folder / year, region=here, period=year,
                      previous=before, **given)  # fmt: skip
        written[year] = lines(folder / year, year)
        if number:  # the old rows stay byte for byte
            for earlier in list(written)[:-1]:
                assert lines(folder / year, earlier) == written[earlier], (year, earlier)
        before = folder / year
    options = replace(given.pop("options", FeedOptions()), valid_from="2023-06-01")
    last = folder / "revised"
    write_monitor(scaled(reach, 3), last, region=region, period="2019", previous=before,
                  options=options, **given)  # fmt: skip
    for year, told in written.items():
        if year != "2019":
            assert lines(last, year) == told
            held += len(told)
    tables = read_feed(last)
    gone = (last / "revisions.csv").read_text("utf-8").splitlines()[1:]
    assert sorted(gone) == sorted(written["2019"])
    assert tables["runs"]["run_id"].is_unique
    assert list(tables["runs"]["period"]) == [*written, "2019"]
    assert tables["runs"].iloc[-1]["revises"] == tables["runs"].iloc[1]["run_id"]
    own = folder / "own.csv"
    rows = "".join(f"2021-01-01,{code},{new},whole\n" for code in old)
    own.write_text(f"date,old_code,new_code,moved\n{rows}", encoding="utf-8")
    # of means the change is that of the factor, for the united municipality too
    table = compare_feeds(folder / "2020", folder / "2021", changes=own)
    means = table[table["indicator_id"].str.contains("_open_") & table["old"].gt(0)]
    means = means[means["period"] == "2021"]
    assert np.allclose(means["relative"], 1.3 / 1.2 - 1, rtol=1e-9)
    assert new in set(means["region_code"])
    assert not set(old) & set(table.loc[table["period"] == "2021", "region_code"])
    return last, held


def lines(folder, year=None):
    """The rows of a feed's observations, of a year alone or all."""
    found = (folder / "observations.csv").read_text(encoding="utf-8").splitlines()[1:]
    return found if year is None else [x for x in found if x.split(",")[4] == year]
