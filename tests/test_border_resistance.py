import numpy as np
import pytest

from grensgeo.border import RESISTANCES, Resistance, as_resistance
from grensgeo.errors import GrensgeoWarning, InputError

COUNTRIES = np.array(["NL", "DE", "BE"], dtype=object)


def test_the_figures_of_the_dutch_national_model():
    # Pieters, de Jong and van der Hoorn (2012), EJTIR 12(2), abstract: "equivalent to 35 (Belgium)
    # or 46 (Germany) minutes extra travel time".
    lms = RESISTANCES["commuting-car-lms"]
    assert lms.between("NL", COUNTRIES).tolist() == [0.0, 46.0, 35.0]
    assert (lms.purpose, lms.mode) == ("commuting", "car")
    assert "EJTIR 12(2)" in lms.source
    with pytest.raises(InputError, match="no minutes for DE to BE, DE to NL"):
        lms.between("DE", COUNTRIES)


def test_both_ways_is_an_assumption_that_is_written_down():
    both = RESISTANCES["commuting-car-lms"].both_ways()
    assert both.between("DE", np.array(["NL", "DE"], dtype=object)).tolist() == [46.0, 0.0]
    assert both.source.endswith("assumed the same in the other direction")
    own = Resistance({("NL", "DE"): 46.0, ("DE", "NL"): 12.0}).both_ways()
    assert own.minutes[("DE", "NL")] == 12.0
    assert own.source == "assumed the same in the other direction"


def test_none_knows_every_border():
    assert RESISTANCES["none"].source == "assumption: nobody minds the border"
    assert RESISTANCES["none"].between("LU", COUNTRIES).tolist() == [0.0, 0.0, 0.0]


def test_minutes_names_and_resistances_are_taken():
    assert as_resistance(15).between("NL", COUNTRIES).tolist() == [0.0, 15.0, 15.0]
    assert as_resistance("none") is RESISTANCES["none"]
    own = Resistance({("NL", "DE"): 1.0})
    assert as_resistance(own) is own
    with pytest.raises(InputError, match="resistance 'lms' is not known; choose none, commuting"):
        as_resistance("lms")


def test_it_says_itself_in_one_line():
    assert str(as_resistance(15)) == "resistance 15 min"
    named = Resistance({("NL", "DE"): 46.0}, source="LMS", elsewhere_min=5)
    assert str(named) == "resistance NL to DE 46, elsewhere 5 min (LMS)"


@pytest.mark.parametrize(
    "minutes",
    [{("NL", "DE"): -1.0}, {("NL", "DE"): float("nan")}, {("NL", "NL"): 5.0}],
)
def test_minutes_that_cannot_be_are_refused(minutes):
    with pytest.raises(InputError, match="minutes of at least 0 between two countries"):
        Resistance(minutes)
    with pytest.raises(InputError, match="at least 0"):
        as_resistance(-5)


def test_little_and_nothing_can_be_minutes_and_other_things_cannot():
    assert Resistance({("NL", "DE"): 0.0, ("DE", "NL"): 0.5}).minutes[("DE", "NL")] == 0.5
    assert as_resistance(0.5).elsewhere_min == 0.5
    for strange in (True, None, [5]):
        with pytest.raises(InputError, match="give minutes, a Resistance, or one of none, comm"):
            as_resistance(strange)
    with pytest.raises(InputError, match="resistance: country"):
        Resistance({("NL", "XX"): 5.0})


def test_more_than_anybody_found_is_told_and_a_closed_border_is_none():
    with pytest.warns(GrensgeoWarning, match="is so much that next to nothing") as told:
        as_resistance(240.5)
    assert told[0].message.codes == ("implausible.resistance",)
    assert as_resistance(240).elsewhere_min == 240
    assert as_resistance(np.inf).elsewhere_min == np.inf


def test_the_dictionary_of_the_caller_is_left_alone():
    minutes = {("NL", "DE"): 46}
    made = Resistance(minutes)
    minutes[("NL", "DE")] = 0
    assert made.minutes[("NL", "DE")] == 46.0
