"""What is doubtful in a table of times, each rule just beyond where it begins and just before."""

import numpy as np
import pandas as pd
import pytest
from matrices import frame

from grensgeo.measures.matrix.doubtful_times import time_doubts


def table(sizes, minutes=20.0):
    """So many pairs of each origin, all of them to other places."""
    return frame([(f"o{k}", f"d{j}", minutes) for k, n in enumerate(sizes) for j in range(n)])


def at_home(minutes, others):
    return frame([("a", "a", minutes), *(("a", f"d{k}", m) for k, m in enumerate(others))])


def doubts(times):
    return [note.code.removeprefix("doubts.times-") for note in time_doubts(times, where="t.csv")]


MIXED = [100.0] * 3 + [400.0] * 4


@pytest.mark.parametrize(
    ("times", "doubtful"),
    [
        (table([3, 3], 301.0), ["long"]),
        (table([3, 3], 300.0), []),
        (table([3, 2], 301.0), []),  # so few tell nothing
        (table([7]).assign(travel_time_min=MIXED), ["long"]),
        (table([7]).assign(travel_time_min=[*MIXED[::-1][1:], np.nan]), []),
        (table([3, 3], 2.9), ["short"]),
        (table([3, 3], 3.0), []),
        (table([6]).assign(travel_time_min=[1.0] * 5 + [90.0]), []),
        (at_home(30.0, [10.0, 20.0, 40.0]), ["at-home"]),
        (at_home(20.0, [10.0, 20.0, 40.0]), []),
        (at_home(30.0, [10.0, 20.0]), []),
        (at_home(np.nan, [10.0, 20.0, 40.0]), []),
        (table([3, 3, 2]), ["cut-short"]),
        (table([3, 3, 3]), []),
        (table([3, 3, 4]), []),
        (table([3, 2]), []),  # of two, nobody knows which is the usual one
        (table([3, 4, 2]), []),
        (table([2, 2, 2, 1]), []),
        (pd.concat([table([3, 3]), table([2])]), []),  # not in the order of origins
    ],
)
def test_what_is_doubtful_in_a_table_of_times(times, doubtful):
    assert doubts(times) == doubtful


def test_doubts_say_where_and_what():
    long, cut = time_doubts(table([3, 3, 2], 301.0), where="t.csv")
    assert long.startswith("t.csv: half of the travel times are longer than 5 hours.")
    assert cut.startswith("t.csv: all origins have 3 destinations, the last (o2) has 2.")
    (home,) = time_doubts(at_home(30.0, [10.0, 20.0, 40.0]), where="t.csv")
    assert home.startswith("t.csv: from these places")
    assert home.endswith(": a.")
    (short,) = time_doubts(table([3, 3], 2.9), where="t.csv")
    assert short.startswith("t.csv: no trip between two places takes longer than 3 minutes.")
