"""The border's effect on several opportunities and cutoffs is that on each."""

import numpy as np
import pandas as pd
import pytest
from matrices import times

from grensgeo.border import Resistance, border_effect
from grensgeo.border.effect import closed_and_open
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


THREE = {"from_id": "abcd", "from_country": "NDBN", "to_id": "uvw", "to_country": "NDB"}
MINUTES = [[5, 15, 25], [15, 5, 35], [25, 35, 5], [35, 10, 55]]
HELD = pd.Series([100.0, 40.0, 7.0], index=list("uvw"))


def test_what_three_countries_mind_is_added_up_row_by_row():
    minds = Resistance({("NL", "DE"): 10.0, ("DE", "NL"): 20.0}, elsewhere_min=5.0)
    table = border_effect(
        times(MINUTES, **THREE), HELD, cutoff_min=30, resistance=minds, matching=0.5
    )
    # with what is minded, only what lies within 20 to 25 minutes abroad is still in reach
    assert table["realised"].tolist() == [100 + 20 + 3.5, 40.0, 7 + 50.0, 20.0]
    assert table["open"].tolist() == [147.0, 140.0, 107.0, 40.0]
    assert table["closed"].tolist() == [100.0, 40.0, 7.0, 0.0]
    assert table["share_across"].tolist()[:3] == [47 / 147, 100 / 140, 100 / 107]


def test_closed_and_open_tell_what_of_it_lies_in_each_country():
    table, sides = closed_and_open(times(MINUTES, **THREE), HELD, cutoff_min=30)
    assert table.columns.tolist() == ["id", "country", "cutoff_min", "closed", "open"]
    assert table["closed"].tolist() == [100.0, 40.0, 7.0, 0.0]
    assert table["open"].tolist() == [147.0, 140.0, 107.0, 40.0]
    assert table["cutoff_min"].tolist() == [30.0] * 4
    assert sides[["NL", "DE", "BE"]].to_numpy().tolist() == [
        [100, 40, 7], [100, 40, 0], [100, 0, 7], [0, 40, 0],
    ]  # fmt: skip
    _, decayed = closed_and_open(times(MINUTES, **THREE), HELD, decay=linear(50))
    assert decayed.loc[3].tolist() == pytest.approx(
        [{"NL": 30.0, "DE": 32.0, "BE": 0.0}[side] for side in decayed.columns]
    )


def test_a_country_without_figures_hides_nothing_from_whom_it_is_too_far():
    with pytest.warns(match="not known"):
        _, sides = closed_and_open(
            times(MINUTES, **THREE), HELD.replace(7.0, np.nan), cutoff_min=20
        )
    assert sides["BE"].isna().tolist() == [False, False, True, False]
    assert sides["BE"].tolist()[0] == 0.0


def test_countries_may_be_told_beside_the_times():
    table, _ = closed_and_open(TIMES, COUNTS["jobs"], cutoff_min=30, countries=COUNTRIES)
    assert table[["closed", "open"]].to_numpy().tolist() == [[80, 100]]
