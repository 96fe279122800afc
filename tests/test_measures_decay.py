import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.errors import InputError
from grensgeo.measures import decay

ALL = [
    decay.step(30),
    decay.stepped([10, 20, 30], [0.75, 0.5, 0.0]),
    decay.stepped([10, 20, 30], [0.75, 0.5, 0.25], closed="right"),
    decay.linear(40),
    decay.exponential(0.1),
    decay.power(2),
    decay.gaussian(20),
    decay.logistic(30, 5),
    decay.log_logistic(-6.899, 2.326),
    decay.geurs_van_eck_2001(),
    decay.luo_qi_2009(),
    decay.custom(lambda minutes: 1 / (1 + minutes)),
]


# --- the published examples of the R package accessibility (1.4.0), read at
# ipeagit.github.io/accessibility/reference and in its tests/testthat/test-decay_*.R


def test_logistic_is_that_of_the_r_package():
    # decay_logistic(cutoff = 30, sd = 5) of c(0, 30, 45, 60), printed to 7 digits
    expected = [1.000000e00, 5.000094e-01, 4.314804e-03, 1.877853e-05]
    np.testing.assert_allclose(decay.logistic(30, 5)([0, 30, 45, 60]), expected, rtol=1e-6)
    # and the formula of Bauer and Groneberg (2016), to 1e-9
    by_hand = [
        (1 + np.exp(-30 * np.pi / (5 * 3**0.5))) / (1 + np.exp((t - 30) * np.pi / (5 * 3**0.5)))
        for t in (0, 30, 45, 60)
    ]
    np.testing.assert_allclose(decay.logistic(30, 5)([0, 30, 45, 60]), by_hand, rtol=1e-9)


@pytest.mark.parametrize(
    ("function", "minutes", "expected"),
    [
        (decay.exponential(0.1), [0, 10, 20, 60], [1, np.exp(-1), np.exp(-2), np.exp(-6)]),
        (decay.exponential(0.05), [20, 40, 120], [np.exp(-1), np.exp(-2), np.exp(-6)]),
        (decay.stepped([25, 50], [0.5, 0]), [5, 30, 55], [1, 0.5, 0]),
        (
            decay.stepped([10, 20, 30, 40], [0.75, 0.5, 0.25, 0]),
            [0, 10, 20, 30, 40],
            [1, 0.75, 0.5, 0.25, 0],
        ),
        (decay.linear(30), [20, 35], [1 / 3, 0]),
        (decay.linear(45), [20, 35], [1 - 20 / 45, 1 - 35 / 45]),
        (decay.power(0.1), [20, 35], [20**-0.1, 35**-0.1]),
        (decay.power(0.2), [0.5, 35], [1, 35**-0.2]),
        (decay.step(50), [0, 50, 50.1], [1, 1, 0]),
    ],
)
def test_values_of_the_r_package(function, minutes, expected):
    np.testing.assert_allclose(function(minutes), expected, rtol=1e-12)


def test_the_preset_of_geurs_and_van_eck():
    preset = decay.geurs_van_eck_2001()
    by_hand = [1 / (1 + np.exp(-6.899 + 2.326 * np.log(t))) for t in (5, 20, 45, 90)]
    np.testing.assert_allclose(preset([5, 20, 45, 90]), by_hand, rtol=1e-12)
    np.testing.assert_allclose(preset(np.exp(6.899 / 2.326)), 0.5, rtol=1e-12)


def test_zones_of_luo_and_qi_include_their_end():
    assert decay.luo_qi_2009()([10, 10.1, 20, 30, 30.1]).tolist() == [1, 0.68, 0.68, 0.22, 0]


def test_a_step_is_compared_as_a_32_bit_float():
    assert decay.step(0.1)(np.array([0.1], dtype=np.float32)).tolist() == [1.0]
    assert decay.step(45.3)([45.3, 45.301]).tolist() == [1.0, 0.0]


# --- laws


@pytest.mark.parametrize("function", ALL, ids=str)
@given(minutes=st.lists(st.floats(0, 1e6), min_size=2, max_size=20))
def test_law_a_decay_starts_at_one_never_rises_and_ends_at_nothing(function, minutes):
    weights = function(np.sort(minutes))
    assert (np.diff(weights) <= 0).all()
    assert ((weights >= 0) & (weights <= 1)).all()
    assert function(0.0) == 1.0
    assert function([np.nan, np.inf]).tolist() == [0.0, 0.0]


def test_arguments_are_not_changed():
    minutes = np.array([10.0, np.nan])
    decay.exponential(0.1)(minutes)
    assert minutes[0] == 10.0
    assert np.isnan(minutes[1])


def test_equal_functions_are_equal():
    assert decay.exponential(0.1) == decay.exponential(0.1)
    assert decay.exponential(0.1) != decay.exponential(0.2)


# --- text


@pytest.mark.parametrize("function", [f for f in ALL if f.name != "custom"], ids=str)
def test_what_is_written_can_be_read(function):
    if "," in function.name:  # closed on the right has no name on the command line
        return
    again = decay.parse(str(function))
    np.testing.assert_allclose(again([5, 20, 30, 60]), function([5, 20, 30, 60]), rtol=1e-5)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("exp:rate=1", "decay 'exp' is not known; choose step, stepped"),
        ("exponential", "give rate, as exponential:rate=1"),
        ("exponential:rate=fast", "'rate=fast' is not parameter=number"),
        ("exponential:speed=1", "exponential takes rate, once"),
        ("exponential:rate=1,rate=2", "exponential takes rate, once"),
        ("exponential:rate=1/2", "rate takes one number"),
        ("exponential:rate=-1", r"decay.exponential: rate=-1.0; give finite numbers above zero"),
        ("geurs_van_eck_2001:a=1", "takes none, once"),
    ],
)
def test_text_that_cannot_be_read_is_refused(text, message):
    with pytest.raises(InputError, match=message):
        decay.parse(text)


def test_limits_that_may_just_be():
    assert decay.step(0)([0, 0.5]).tolist() == [1.0, 0.0]
    assert decay.stepped([0.5, 9], [0.5, 0.5])([0, 0.5, 9]).tolist() == [1.0, 0.5, 0.5]
    assert decay.stepped([5], [1])([0, 5, np.inf]).tolist() == [1.0, 1.0, 0.0]
    flat = decay.custom(lambda minutes: minutes * 0.0)
    assert flat([0, 5]).tolist() == [0.0, 0.0]
    # a function is never asked for what is not reached
    assert decay.custom(lambda minutes: 1.0 / (1.0 + minutes))([np.inf, 1]).tolist() == [0.0, 0.5]


def test_a_step_lies_where_single_precision_has_it():
    third = decay.stepped([0.1, 0.3], [0.5, 0])
    assert third(np.array([0.1, 0.3], dtype=np.float32)).tolist() == [0.5, 0.0]
    ends = decay.stepped([0.1, 0.3], [0.5, 0], closed="right")
    assert ends(np.array([0.1, 0.3], dtype=np.float32)).tolist() == [1.0, 0.5]
    assert str(third).startswith("stepped:")
    assert str(ends).startswith("stepped, closed right:")
    assert str(decay.luo_qi_2009()) == "luo_qi_2009"


# --- what cannot be


def rising_late(minutes):
    return np.where(minutes < 600, 0.25, 0.5)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: decay.step(-1), "cutoff_min=-1; give minutes"),
        (lambda: decay.step(float("nan")), "cutoff_min=nan"),
        (lambda: decay.step(float("inf")), "cutoff_min=inf"),
        (lambda: decay.stepped([5, float("inf")], [0.5, 0]), "minutes above zero"),
        (lambda: decay.stepped([5, 5], [0.5, 0]), "^decay.stepped: steps_min must rise"),
        (lambda: decay.custom(lambda minutes: -1 - minutes), "negative"),
        (lambda: decay.custom(lambda minutes: minutes * 0 + np.inf), "infinite"),
        (lambda: decay.as_decay(rising_late), "decay rising_late: .* at 600 min"),
        (lambda: decay.as_decay(lambda minutes: minutes), "decay lambda: "),
        (lambda: decay.linear(0), "cutoff_min=0"),
        (lambda: decay.power(float("inf")), "exponent=inf"),
        (lambda: decay.logistic(30, 0), "sd_min=0"),
        (lambda: decay.log_logistic(float("nan"), 1), "a=nan"),
        (lambda: decay.log_logistic(1, -1), "b=-1"),
        (lambda: decay.stepped([5, 2], [0.5, 0]), "steps_min must rise"),
        (lambda: decay.stepped([20, 50], [1]), "2 steps and 1 weights"),
        (lambda: decay.stepped([20, 50], [1.5, 0]), "weights lie between 0 and 1"),
        (lambda: decay.stepped([20, 50], [0.5, float("nan")]), "weights lie between 0 and 1"),
        (lambda: decay.stepped([0, 50], [0.5, 0]), "minutes above zero"),
        (lambda: decay.stepped([10], [0], closed="both"), "choose left or right"),
        (lambda: decay.custom(lambda minutes: minutes, name="mine"), "decay mine: .* never rises"),
        (lambda: decay.custom(lambda minutes: minutes * np.nan), "not a number"),
        (lambda: decay.custom(lambda minutes: minutes[:3]), "give a weight for each"),
        (lambda: decay.as_decay("exponential"), "expected a decay function"),
    ],
)
def test_parameters_that_cannot_be_are_refused(make, message):
    with pytest.raises(InputError, match=message):
        make()
