"""Fitted figures: each with source, date and interval, and the same border in two readings."""

import csv
from importlib.resources import files

import numpy as np
import pytest

from grensgeo import InputError, border_effect
from grensgeo.border import MATCHINGS, RESISTANCES, BorderTerms, as_resistance
from grensgeo.border.fitted import fitted_by_name, fitted_terms
from grensgeo.border.matching import as_matching

NAME = "commuting-flows-2023"


def test_every_fitted_figure_has_source_date_and_interval():
    assert {term.way for term in fitted_terms() if term.name == NAME} == {
        ("NL", "DE"), ("DE", "NL")
    }  # fmt: skip
    for term in fitted_terms():
        assert term.source
        assert term.reference_date[:2] == "20"
        for middle, lower, upper in (term.weight, term.minutes):
            assert lower < middle < upper


def test_what_is_known_by_a_name_is_what_stands_in_the_file():
    fitted_terms.cache_clear()
    text = files("grensgeo.border").joinpath("fitted_terms.csv").read_text(encoding="utf-8")
    rows = [row for row in csv.DictReader(text.splitlines()) if row["name"] == NAME]
    terms = fitted_by_name()[NAME]
    assert len(terms) == len(rows) == 2
    assert terms[0] is fitted_terms()[0]  # read once
    resistance, matching = as_resistance(NAME), as_matching(NAME)
    for row, term in zip(rows, terms, strict=True):
        way = row["from_country"], row["to_country"]
        assert term.way == way
        ends = ("", "_lower", "_upper")
        for column, held in (("weight", term.weight), ("minutes", term.minutes)):
            assert held == tuple(float(row[column + end]) for end in ends)
        there = np.array([way[1]], dtype=object)
        assert resistance.between(way[0], there).tolist() == [float(row["minutes"])]
        assert resistance.intervals[way] == term.minutes[1:]
        assert matching.weight(*way, {}) == float(row["weight"])
        assert matching.intervals[way] == term.weight[1:]
        named = "purpose", "mode", "reference_date", "source"
        assert [getattr(resistance, name) for name in named] == [row[name] for name in named]
        assert (matching.source, matching.reference_date) == (row["source"], row["reference_date"])


@pytest.mark.parametrize("way", [("NL", "DE"), ("DE", "NL")])
def test_minutes_and_weights_are_known_by_the_same_name(way):
    resistance, matching = RESISTANCES[NAME], MATCHINGS[NAME]
    lower, upper = resistance.intervals[way]
    assert lower < resistance.minutes[way] < upper
    lower, upper = matching.intervals[way]
    assert lower < matching.weight(*way, {}) < upper
    assert resistance.source == matching.source
    assert resistance.reference_date == matching.reference_date == "2023-06-30"
    assert (resistance.purpose, resistance.mode) == ("commuting", "car")


def test_more_come_from_germany_than_go_there():
    resistance, matching = RESISTANCES[NAME], MATCHINGS[NAME]
    assert resistance.minutes["NL", "DE"] > resistance.minutes["DE", "NL"]
    assert matching.weight("NL", "DE", {}) < matching.weight("DE", "NL", {})


def test_one_border_is_not_counted_twice():
    with pytest.raises(InputError) as caught:
        BorderTerms(resistance=as_resistance(NAME), matching=MATCHINGS[NAME])
    assert caught.value.codes == ("border-counted-twice",)
    with pytest.raises(InputError) as caught:
        border_effect(None, None, cutoff_min=30, resistance=NAME, matching=NAME)
    assert caught.value.codes == ("border-counted-twice",)
    assert BorderTerms(resistance=as_resistance(NAME)).resistance.minutes["NL", "DE"] > 0


def test_resistances_of_others_say_when_they_are_of():
    for name, resistance in RESISTANCES.items():
        if name != "none":
            assert resistance.reference_date, name
