"""A travel time is the same to the last digit, whatever else is asked or lies far away."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from drawing import draw
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from towns import random_points, town

import grensgeo as gg
from grensgeo.measures.matrix import last_within
from grensgeo.network import Turns, mode_bit
from grensgeo.traveltimes import Trip, travel_time_blocks, travel_times

pytestmark = pytest.mark.filterwarnings("ignore::grensgeo.errors.GrensgeoWarning")

TRIPS = [
    Trip("car"),
    Trip("walk", max_min=40),
    Trip("bicycle", foreign_routing=False),
    Trip("car", crossing_time_min=7, park_min=3, max_min=25),
    Trip("ebike", foreign_routing=False, max_snap_m=250, max_min=30),
]
PEOPLE = 150


@pytest.fixture(scope="module")
def whole():
    """Times of all, in one call: more origins than a sweep has lanes."""
    network = town(4)
    turns = Turns.of(
        (int(network.streets.head[e]), int(e), int(other), mode_bit("car"))
        for e in range(0, network.streets.n_edges, 3)
        for other in np.flatnonzero(network.streets.tail == network.streets.head[e])[:1]
    )
    network = replace(network, turns=turns)
    people = random_points(7, PEOPLE, name="p")
    return network, people, [travel_times(network, people, people, trip).minutes for trip in TRIPS]


@settings(max_examples=examples(20))
@given(
    st.lists(st.integers(0, PEOPLE - 1), min_size=1, max_size=90, unique=True),
    st.lists(st.integers(0, PEOPLE - 1), min_size=1, max_size=20, unique=True),
    st.sampled_from(range(len(TRIPS))),
)
def test_a_time_does_not_depend_on_company_or_order(whole, rows, columns, number):
    network, people, known = whole
    found = travel_times(network, people.iloc[rows], people.iloc[columns], TRIPS[number]).minutes
    expected = known[number][np.ix_(rows, columns)]
    np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize("number", range(len(TRIPS)))
def test_alone_and_in_blocks(whole, number):
    network, people, known = whole
    for row, column in ((3, 90), (90, 3), (149, 0), (12, 12), (75, 0)):
        alone = travel_times(
            network, people.iloc[[row]], people.iloc[[column]], TRIPS[number]
        ).minutes
        np.testing.assert_array_equal(alone, known[number][[row], [column]][:, None])
    blocks = travel_time_blocks(network, people, people, TRIPS[number], block=37)
    np.testing.assert_array_equal(np.concatenate([b.minutes for b in blocks]), known[number])


@settings(max_examples=examples(10))
@given(
    st.integers(0, 99),
    st.lists(st.integers(0, PEOPLE - 1), min_size=1, max_size=80, unique=True),
    st.sampled_from(range(len(TRIPS))),
    st.data(),
)
def test_reach_does_not_depend_on_company(whole, seed, rows, number, data):
    network, people, known = whole
    jobs = np.random.default_rng(seed).integers(0, 9, PEOPLE).astype(float)
    jobs = {"jobs": pd.Series(jobs, index=people["id"].to_numpy())}
    some = known[number][rows]
    # at cutoffs that are times, and one on whose last digits single and double part
    times = some[~np.isnan(some)].tolist() or [1.0]
    drawn = data.draw(st.lists(st.sampled_from(times), max_size=3, unique=True))
    cutoffs = sorted({*drawn, 22.5})
    for way in (gg.travel_times, gg.travel_time_sums):
        among, alone = (
            gg.reach(way(network, ends, people, TRIPS[number]), jobs, cutoffs_min=cutoffs)
            for ends in (people.iloc[rows], people.iloc[rows[:1]])
        )
        first = among[among["id"] == people["id"].iloc[rows[0]]].reset_index(drop=True)
        pd.testing.assert_frame_equal(first, alone, check_exact=True)
        told = alone.groupby("cutoff_min")["reach"].sum(min_count=1)
        if told.isna().all():  # on no street
            continue
        plain = [
            jobs["jobs"].to_numpy()[some[0].astype(float) <= last_within(cutoff)].sum()
            for cutoff in cutoffs
        ]
        assert told.loc[cutoffs].tolist() == plain


def grid(n, *, at, prefix, wall=()):
    """Draw a square of streets, 400 m apart, without some of them."""
    places = {f"{prefix}{i}_{j}": (at + 400 * i, 400 * j) for i in range(n) for j in range(n)}
    pairs = [
        (f"{prefix}{i}_{j}", f"{prefix}{i + a}_{j + b}")
        for i in range(n)
        for j in range(n)
        for a, b in ((1, 0), (0, 1))
        if i + a < n and j + b < n
    ]
    return places, [{"ends": pair} for k, pair in enumerate(pairs) if k not in wall]


@settings(max_examples=examples(8))
@given(
    st.integers(2, 5),
    st.sets(st.integers(0, 40), max_size=12),
    st.integers(2, 9),
    st.sampled_from(["car", "walk"]),
)
def test_a_part_far_away_changes_no_time(n, wall, far_n, mode):
    places, edges = grid(n, at=0, prefix="h", wall=wall)
    far, its_edges = grid(far_n, at=60_000, prefix="f")
    if not edges:
        return
    alone = draw(places, edges)
    streets = alone.streets
    here = pd.DataFrame(
        {
            "id": [f"p{k}" for k in range(streets.n_edges)],
            "lon": streets.lon[streets.tail] * 0.7 + streets.lon[streets.head] * 0.3,
            "lat": streets.lat[streets.tail] * 0.7 + streets.lat[streets.head] * 0.3 + 1e-4,
        }
    )
    known = travel_times(alone, here, here, Trip(mode))
    # whichever of the two is the larger, and whichever is drawn first
    for both in (draw(places | far, [*edges, *its_edges]), draw(far | places, its_edges + edges)):
        found = travel_times(both, here, here, Trip(mode))
        np.testing.assert_array_equal(found.from_status, known.from_status)
        np.testing.assert_allclose(found.minutes, known.minutes, rtol=0, atol=1e-6)
