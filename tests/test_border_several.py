"""The border's effect on several opportunities and cutoffs is that on each."""

import pandas as pd
import pytest

from grensgeo.border import border_effect
from grensgeo.border.several import border_effects
from grensgeo.errors import InputError
from grensgeo.measures.decay import linear

TIMES = pd.DataFrame({"from_id": ["E", "E"], "to_id": ["E", "G"], "travel_time_min": [5.0, 25.0]})
COUNTRIES = pd.Series({"E": "NL", "G": "DE"})
COUNTS = {"jobs": pd.Series({"E": 80, "G": 20}), "schools": pd.Series({"E": 1, "G": 3})}


def test_each_opportunity_and_cutoff_is_as_it_is_alone():
    table = border_effects(TIMES, COUNTS, cutoffs_min=(30, 10, 30), countries=COUNTRIES)
    assert table[["opportunity", "cutoff_min"]].to_numpy().tolist() == [
        ["jobs", 10], ["jobs", 30], ["schools", 10], ["schools", 30],
    ]  # fmt: skip
    assert table["open"].tolist() == [80, 100, 1, 4]
    alone = border_effect(TIMES, COUNTS["schools"], cutoff_min=30, countries=COUNTRIES)
    assert table.iloc[3].drop("opportunity").to_dict() == alone.iloc[0].to_dict()


def test_the_terms_and_the_closed_times_are_those_of_each():
    asked = {
        "countries": COUNTRIES, "closed": TIMES.assign(travel_time_min=[8.0, None]),
        "resistance": 4, "matching": 0.5,
    }  # fmt: skip
    table = border_effects(TIMES, COUNTS, decay=linear(50), **asked)
    assert table["opportunity"].tolist() == ["jobs", "schools"]
    assert table.index.tolist() == [0, 1]
    for number, counts in enumerate(COUNTS.values()):
        alone = border_effect(TIMES, counts, decay=linear(50), **asked).iloc[0]
        assert (
            table.iloc[number].drop(["opportunity", "cutoff_min"]).equals(alone.drop("cutoff_min"))
        )


def test_either_cutoffs_or_a_decay():
    with pytest.raises(InputError, match="give either --cutoffs or --decay"):
        border_effects(TIMES, COUNTS, countries=COUNTRIES)
