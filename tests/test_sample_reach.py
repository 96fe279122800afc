"""Reach of the sample's 80 municipalities by four modes, and where the border costs most."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from reach_tables import by_columns

import grensgeo as gg
from grensgeo.study.mean_inhabitants import edge_cells

ROOT = Path(__file__).resolve().parents[1]
MODES = ("car", "bicycle", "ebike", "transit")
CUTOFFS = (30, 45, 60)
BANDS_KM = (0, 10, 20, 30, 40, 100)


@pytest.fixture(scope="module")
def region():
    return gg.load_region(ROOT / "data" / "sample")


@pytest.fixture(scope="module")
def towns(region):
    area = region.municipalities["area"]
    return region.municipalities[area.isin(["twente", "muensterland"])]


@pytest.fixture(scope="module")
def jobs(region):
    return region.opportunities["jobs"]


@pytest.fixture(scope="module")
def times(region, towns):
    network = gg.load_network(ROOT / "data" / "sample" / "network", store=False)
    places = region.places.loc[towns.index]
    return {
        mode: gg.travel_times(network, places, region.cells, gg.Trip(mode, max_min=60))
        for mode in MODES
    }


@pytest.fixture(scope="module")
def table(times, jobs):
    found = [gg.reach(one, {"jobs": jobs}, cutoffs_min=CUTOFFS) for one in times.values()]
    return by_columns(pd.concat(found, ignore_index=True))


@pytest.fixture(scope="module")
def border_km(region, towns):
    """Distance of each main place to the border, km."""
    line = region.border.to_crs(25832).union_all()
    return region.places.loc[towns.index].to_crs(25832).distance(line) / 1000


def effects(table, mode, cutoff):
    rows = table[(table["mode"] == mode) & (table["cutoff_min"] == cutoff)]
    return rows.set_index("id")["border_effect"]


def test_80_municipalities_by_four_modes_by_three_cutoffs(table):
    assert len(table) == 80 * 4 * 3
    assert not table.duplicated(["id", "mode", "cutoff_min"]).any()
    assert table[["closed", "open", "reach_nl", "reach_de"]].notna().all(axis=None)
    assert (table["closed"] <= table["open"]).all()
    own = np.where(table["country"] == "NL", table["reach_nl"], table["reach_de"])
    assert (table["closed"] == own).all()
    wide = table.pivot_table(index=["id", "mode"], columns="cutoff_min", values="open")
    assert (wide[30] <= wide[45]).all()
    assert (wide[45] <= wide[60]).all()
    fast = table.pivot_table(index=["id", "cutoff_min"], columns="mode", values="open")
    assert (fast["bicycle"] <= fast["ebike"]).all()


@pytest.mark.parametrize(
    "mode",
    [mode if mode == "transit" else pytest.param(mode, marks=pytest.mark.long) for mode in MODES],
)
def test_the_table_is_what_adding_up_gives(table, times, jobs, region, mode):
    pairs = times[mode].to_frame()
    pairs["jobs"] = pairs["to_id"].map(jobs)
    pairs["country"] = pairs["to_id"].map(region.countries)
    for cutoff in CUTOFFS:
        near = pairs[pairs["travel_time_min"] <= cutoff * (1 + 4e-7)]
        by_hand = near.pivot_table(
            index="from_id", columns="country", values="jobs", aggfunc="sum"
        )
        rows = table[(table["mode"] == mode) & (table["cutoff_min"] == cutoff)].set_index("id")
        by_hand = by_hand.reindex(index=rows.index, columns=["NL", "DE"]).fillna(0.0)
        np.testing.assert_allclose(rows["reach_nl"], by_hand["NL"], rtol=1e-9, atol=1e-6)
        np.testing.assert_allclose(rows["reach_de"], by_hand["DE"], rtol=1e-9, atol=1e-6)
        other = gg.border_effect(times[mode], jobs, cutoff_min=cutoff).set_index("id")
        for name in ("closed", "open", "border_effect"):
            np.testing.assert_allclose(rows[name], other[name], rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize(("cutoff", "most"), [(30, -0.7), (45, -0.85), (60, -0.85)])
def test_by_car_the_border_effect_falls_with_distance_to_the_border(
    table, border_km, cutoff, most
):
    effect = effects(table, "car", cutoff)
    assert effect.rank().corr(border_km[effect.index].rank()) < most
    bands = effect.groupby(pd.cut(border_km[effect.index], BANDS_KM)).mean()
    assert (bands.diff().dropna() <= 0).all()
    assert bands.iloc[0] > 5 * bands.iloc[3] >= 0


def test_by_car_the_border_effect_falls_where_no_cutoff_ties_it(region, towns, jobs, border_km):
    network = gg.load_network(ROOT / "data" / "sample" / "network", store=False)
    far = gg.Trip("car", max_min=120)
    times = gg.travel_times(network, region.places.loc[towns.index], region.cells, far)
    decay = gg.decay.log_logistic(-12.86, 4.15)
    effect = gg.border_effect(times, jobs, decay=decay).set_index("id")["border_effect"]
    assert effect.is_unique
    assert effect.rank().corr(border_km[effect.index].rank()) < -0.93


def test_by_car_within_30_minutes_most_pairs_of_places_fall_in_order(table, border_km):
    """Of pairs that differ (Goodman and Kruskal's gamma): 52 of the 80 places reach nothing."""
    effect = effects(table, "car", 30)
    assert (effect == 0).sum() == pytest.approx(52, abs=2)
    x, y = effect.to_numpy(), border_km[effect.index].to_numpy()
    order = np.sign(x[:, None] - x) * np.sign(y[:, None] - y)
    assert order.sum() / np.abs(order).sum() < -0.8


def test_by_car_the_largest_effects_lie_along_the_border(table, towns, border_km):
    effect = effects(table, "car", 45)
    top = effect.nlargest(10).index
    assert border_km[top].max() < 18
    names = towns.loc[top, "name"].tolist()
    assert names[:3] == ["Vreden", "Losser", "Gronau (Westf.)"]
    on_both_sides = towns.loc[top, "country"].value_counts()
    assert (on_both_sides >= 3).all()
    # between 0 and 10 km about half as much again, beyond 40 km nothing to speak of
    bands = effect.groupby(pd.cut(border_km[effect.index], BANDS_KM)).mean()
    assert bands.round(2).tolist() == pytest.approx([0.49, 0.22, 0.11, 0.03, 0.0], abs=0.02)


@pytest.mark.parametrize("mode", ["bicycle", "ebike"])
@pytest.mark.parametrize("cutoff", CUTOFFS)
def test_by_bicycle_there_is_an_effect_at_the_border_alone(table, border_km, mode, cutoff):
    effect = effects(table, mode, cutoff)
    distance = border_km[effect.index]
    crossed = effect > 0
    assert crossed.any()
    # nobody rides farther than 60 minutes, so the border is out of reach beyond 20 km: most
    # effects are 0, which is why the rank correlation over all 80 is weaker than by car
    assert distance[crossed].max() < 20
    assert (effect[distance > 20] == 0).all()
    assert effect.rank().corr(distance.rank()) < -0.2
    near = distance < 10
    assert effect[near].mean() > 10 * effect[~near].mean()


def test_by_public_transport_the_effect_follows_the_lines_across(table, towns):
    # walking to a stop, an hour suffices to come across on one line only (Enschede - Gronau);
    # how far a place lies from the border hardly matters, whether such a line stops there does
    effect = effects(table, "transit", 60)
    crossed = effect[effect > 0].index
    assert set(towns.loc[crossed, "name"]) == {"Gronau (Westf.)", "Enschede"}
    assert effect.idxmax() == "05554020"
    assert (effects(table, "transit", 30) == 0).all()


def test_totals_of_the_sample_are_those_published(region, jobs):
    """Against the figures that docs/validation.md names."""
    area = region.cells["region_code"].map(region.municipalities["area"])
    by_area = jobs.groupby(area).sum()
    assert by_area["twente"] == pytest.approx(336_730)  # BIRO, working persons, 2022
    one = jobs.groupby(region.cells["region_code"]).sum()
    assert one["GM1735"] == pytest.approx(16_670)  # BIRO, Hof van Twente, 2022
    assert one["05515000"] == pytest.approx(243_514)  # Pendlerrechnung, Münster, June 2023
    # of the Kreise only the insured employees are published: 703,409 (BA, September 2023)
    assert by_area["muensterland"] / 703_409 == pytest.approx(1.30, abs=0.01)


def test_by_car_within_half_an_hour_nobody_comes_to_the_edge_of_the_data(region, towns):
    """Within 45 minutes six municipalities do, all in the south of the Münsterland."""
    network = gg.load_network(ROOT / "data" / "sample" / "network", store=False)
    places = region.places.loc[towns.index]
    times = gg.travel_times(network, places, region.cells, gg.Trip("car", max_min=45))
    edge = edge_cells(region)[times.to_id].to_numpy()
    assert edge.sum() > 50
    first = np.nanmin(np.where(edge, times.minutes, np.inf), axis=1)
    assert first.min() > 30
    touched = set(towns.loc[times.from_id[first <= 45], "name"])
    assert touched <= {"Bocholt", "Heiden", "Isselburg", "Olfen", "Raesfeld", "Reken"}
