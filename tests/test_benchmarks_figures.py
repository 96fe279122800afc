"""Figures of benchmarks, and the programs that are not run in tests. Nothing is timed here."""

import json

import numpy as np
import pytest
from towns import town

from benchmarks import doors, doors_beside, transit
from benchmarks.cases import write_case
from benchmarks.engines import Case, Grensgeo, Scipy
from benchmarks.figures import merge, plain


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"), (0.0372, "0.037"), (0.996, "1"), (0.122, "0.12"), (1.4, "1.4"), (9.96, "10"),
        (35.9, "36"), (99.7, "100"), (100.4, "100"), (575.2, "575"), (15_452, "15,500"),
        (-15.4, "-15"), (2_454_268, "2,450,000"), (float("nan"), "nan"),
    ],
)  # fmt: skip
def test_numbers_are_written_as_people_read_them(value, text):
    assert plain(value) == text


def test_what_is_measured_anew_takes_the_place_of_what_was(tmp_path):
    path = tmp_path / "figures.json"
    merge(path, [{"task": "a", "ms": 1}, {"task": "b", "ms": 2}], ("task",))
    rows = merge(path, [{"task": "b", "ms": 3}, {"task": "c", "ms": 4}], ("task",))
    assert [(row["task"], row["ms"]) for row in rows] == [("a", 1), ("b", 3), ("c", 4)]
    assert json.loads(path.read_text()) == rows


def test_engines_give_the_same_times(tmp_path):
    write_case(tmp_path, town(1).streets, "walk", every_node=False, extract=None)
    case = Case(str(tmp_path))
    answers = []
    for kind in (Grensgeo, Scipy):
        engine = kind(case)
        answers.append(engine.times(case.origins[:2], engine.aim(None)))
        engine.recustomise()
        answers.append(engine.times(case.origins[:2], engine.aim(case.targets)))
    np.testing.assert_allclose(answers[0], answers[2], rtol=1e-5, atol=1e-3)
    np.testing.assert_allclose(answers[1], answers[3], rtol=1e-5, atol=1e-3)


def test_a_limit_is_kept_or_not():
    rows = [
        {"figure": "first_whole", "value": 1.2, "said": "one core"},
        {"figure": "porto_ratio", "value": 12.0, "said": "one core"},
        {"figure": "porto_50", "value": 8.0, "said": "one core"},
    ]
    table = doors.as_table(rows).splitlines()[-3:]
    assert [line.rsplit("|", 3)[1:3] for line in table] == [
        [" 1.2 s ", " no "], [" 8 ms ", "  "], [" 12 x ", " yes "],
    ]  # fmt: skip


def test_of_two_versions_in_turn_the_ratio_counts():
    rows = [
        {"figure": "alone_60", "there": 3.0, "here": 2.7, "committed": 1.6, "said": "one core"},
        {"figure": "warm_1x10", "there": 5.0, "here": 9.0, "committed": 8.0, "said": "one core"},
        {
            "figure": "porto_ratio",
            "there": 9.0,
            "here": 12.0,
            "committed": 10.0,
            "said": "one core",
        },
        {
            "figure": "reach_mb",
            "there": 400.0,
            "here": 80.0,
            "committed": 400.0,
            "said": "one core",
        },
        {
            "figure": "sample_first",
            "there": 0.2,
            "here": 0.1,
            "committed": None,
            "said": "one core",
        },
    ]
    table = doors_beside.as_table(rows).splitlines()[-5:]
    assert [line.split(" | ", 2)[2] for line in table] == [
        "3 ms | 2.7 ms | 0.9 | 1.4 ms | yes |",
        "5 ms | 9 ms | 1.8 | 14 ms | no |",
        "9 x | 12 x |  |  | yes |",
        "400 MB | 80 MB |  |  | yes |",
        "0.2 s | 0.1 s |  |  |  |",
    ]


def test_a_table_says_of_each_figure_what_it_holds():
    row = {"network": "town", "peak_mb": 80.0, "said": "one core"}
    rows = [
        {**row, "engine": transit.OURS, "task": transit.TASK, "median_ms": 0.5},
        {**row, "engine": "ferrobus", "task": transit.TASK, "median_ms": 40.0},
    ]
    table = transit.as_table(rows)
    assert "| town | kernel alone | ferrobus | 40 | 80 x | 80 MB |" in table
