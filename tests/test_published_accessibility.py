"""Published results of the R package accessibility on five cells of Belo Horizonte.

The package keeps its travel times in a file of R that could not be had as text. But the tests of
the package (tests/testthat of ipeaGIT/accessibility at 0928c8a, 9620c8d, 3045a20, cde927f and
8264123; versions 1.0 to 1.4) print results on five cells, its vignette prints some of the times,
and an early commit (29d193f) has the jobs and inhabitants as CSV. Together they settle between
the five cells all that the results rest on:

- printed: the row of cell A, the column of B (time to the only schools), 5.8 minutes within each;
- B to C and back lie within 30 minutes; B to D in the 41st, B to A in the 45th, C to D in the
  42nd, C to A in the 44th, D to A in the 43rd minute: no other minute gives the medians, means and
  sums printed for the cutoffs from 40 to 45;
- all other times are longer than 45 minutes, by how much no printed result tells.

Inhabitants changed between versions. Of the later ones the passive results settle A, D and E, and
the sum of B and C. How many of these live in B is the one number that was looked for by trying: of
all whole numbers 394 alone meets the eight printed figures that depend on it (spatial availability
of B and C, two Gini indices, four poverty figures).
"""

import numpy as np
import pandas as pd
import pytest

import grensgeo as gg
from grensgeo.errors import GrensgeoWarning

#: 89a88cdb57bffff, 89a88cdb597ffff, 89a88cdb5b3ffff, 89a88cdb5cfffff, 89a88cd909bffff
CELLS = list("ABCDE")
FAR = 60.0
MINUTES = [
    [5.8, 47.0, 48.0, 47.0, 64.0],
    [45.0, 5.8, 13.0, 41.0, FAR],
    [44.0, 13.0, 5.8, 42.0, FAR],
    [43.0, 43.0, FAR, 5.8, FAR],
    [FAR, 70.0, FAR, FAR, 5.8],
]
TIMES = pd.DataFrame(
    [(i, j, MINUTES[a][b]) for a, i in enumerate(CELLS) for b, j in enumerate(CELLS)],
    columns=["from_id", "to_id", "travel_time_min"],
)
JOBS = pd.Series([82, 308, 100, 109, 0], index=CELLS, name="jobs")
SCHOOLS = pd.Series([0, 2, 0, 0, 0], index=CELLS, name="schools")
EARLIER = pd.Series([606, 734, 1670, 1864, 29], index=CELLS)
LATER = pd.Series([852, 394, 1969, 2189, 0], index=CELLS)


def test_cumulative_cutoff():
    assert gg.cumulative(TIMES, JOBS, cutoff_min=30).tolist() == [82, 408, 408, 109, 0]
    passive = gg.cumulative(TIMES, LATER, cutoff_min=45, active=False)
    assert passive.tolist() == [5404, 4552, 2363, 4552, 0]


@pytest.mark.parametrize(
    ("interval", "summary", "expected"),
    [
        ((40, 45), "median", [82, 517, 517, 304, 0]),
        ((40, 50), "median", [82, 599, 599, 499, 0]),
        ((40, 45), "mean", [82, 512, 508, 304, 0]),
    ],
)
def test_cumulative_interval(interval, summary, expected):
    found = gg.cumulative_interval(TIMES, JOBS, interval_min=interval, summary=summary)
    assert np.floor(found).tolist() == expected  # the package cuts off the decimals


@pytest.mark.parametrize(
    ("interval", "expected"),
    [((40, 45), [1946, 3457, 2363, 4552, 0]), ((40, 50), [5404, 4552, 2363, 4552, 0])],
)
def test_passive_cumulative_interval(interval, expected):
    found = gg.cumulative_interval(TIMES, LATER, interval_min=interval, active=False)
    assert np.floor(found).tolist() == expected


def test_cost_to_closest():
    expected = [47, 5.8, 13, 43, 70]
    assert gg.measures.nearest(TIMES, SCHOOLS).tolist() == pytest.approx(expected)
    assert gg.dual(TIMES, SCHOOLS, n=1).tolist() == pytest.approx(expected)
    assert gg.dual(TIMES, SCHOOLS, n=2).tolist() == pytest.approx(expected)
    with pytest.warns(GrensgeoWarning, match="not 3 schools in reach"):  # the package: Inf
        assert gg.dual(TIMES, SCHOOLS, n=3).isna().all()
    passive = gg.measures.nearest(TIMES, EARLIER, active=False)
    assert passive.tolist() == pytest.approx([5.8] * 5)


def test_gravity_with_a_step_is_the_cutoff_and_with_ones_the_sum():
    step = gg.gravity(TIMES, JOBS, decay=gg.decay.step(30))
    assert step.tolist() == [82, 408, 408, 109, 0]
    assert gg.gravity(TIMES, JOBS, decay=gg.decay.custom(np.ones_like)).tolist() == [599] * 5


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("2sfca", [0.0168, 0.1561, 0.1561, 0.1145, 0]),
        ("balanced", [0.0112, 0.2081, 0.2081, 0.1249, 0]),
    ],
)
def test_floating_catchment_area(method, expected):
    found = gg.floating_catchment(
        TIMES, JOBS, demand=EARLIER, method=method, decay=gg.decay.step(45)
    )
    assert found.round(4).tolist() == expected


def test_floating_catchment_area_with_a_function_of_ones():
    found = gg.floating_catchment(
        TIMES, JOBS, demand=EARLIER, method="2sfca", decay=gg.decay.custom(np.ones_like)
    )
    assert found.round(4).tolist() == [0.1222] * 5


def test_spatial_availability_with_a_function_of_ones():
    found = gg.spatial_availability(TIMES, JOBS, demand=LATER, decay=gg.decay.custom(np.ones_like))
    assert found.round().tolist() == [94, 44, 218, 243, 0]


# --- equity: jobs of the whole city within 30 minutes, as the package's README prints them

REACHED = pd.Series([22239, 36567, 42372, 55571, 26774], index=CELLS)


def test_gini():
    assert round(gg.gini(REACHED, population=LATER), 4) == 0.1386
    assert round(gg.gini(REACHED.drop("D"), population=LATER.drop("D")), 4) == 0.1148


@pytest.mark.parametrize(
    ("left_out", "expected"), [([], (1, 0.5588, 0.3256)), (["D"], (1, 0.6367, 0.4129))]
)
def test_fgt_poverty(left_out, expected):
    access, people = REACHED.drop(left_out), LATER.drop(left_out)
    for order, printed in enumerate(expected):
        found = gg.fgt(access, population=people, line=100_000, order=order)
        assert round(found, 4) == printed
        assert gg.fgt(access, population=people, line=10_000, order=order) == 0


def test_one_whole_number_of_inhabitants_meets_all_eight_figures():
    def figures(of_b):
        people = LATER.replace({394: of_b, 1969: 2363 - of_b})
        shared = gg.spatial_availability(
            TIMES, JOBS, demand=people, decay=gg.decay.custom(np.ones_like)
        )
        found = [*shared[["B", "C"]].round().tolist()]
        for left_out in ([], ["D"]):
            access, here = REACHED.drop(left_out), people.drop(left_out)
            found.append(round(gg.gini(access, population=here), 4))
            found += [
                round(gg.fgt(access, population=here, line=100_000, order=order), 4)
                for order in (1, 2)
            ]
        return found

    printed = [44, 218, 0.1386, 0.5588, 0.3256, 0.1148, 0.6367, 0.4129]
    assert [of_b for of_b in range(380, 410) if figures(of_b) == printed] == [394]
