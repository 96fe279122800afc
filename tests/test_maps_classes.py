import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from grensgeo.maps import classes

POSITIVE = st.floats(0.001, 1e9)


@given(
    st.lists(st.floats(0, 1e7).map(lambda v: v if v == 0 or v > 1e-6 else 1.0), max_size=60),
    st.integers(2, 5),
)
@example([10.0, 20.0, 30.0], 2)
@example([14.0, 15.0, 16.0], 2)
def test_breaks_rise_are_few_and_lie_among_the_figures(values, most):
    breaks = classes.round_breaks(values, most=most)
    assert list(breaks) == sorted(set(breaks))
    assert len(breaks) <= most
    assert bool(breaks) == any(v > 0 for v in values)
    assert all(b > 0 for b in breaks)


@given(POSITIVE)
def test_round_numbers_are_near(value):
    assert 0.8 <= classes.round_number(value) / value <= 1.34


def test_without_figures_there_are_no_breaks():
    assert classes.round_breaks([]) == ()
    assert classes.round_breaks([0, 0]) == ()
    assert classes.round_breaks([7, 7, 7]) == (6.0,)


@pytest.mark.parametrize("palette", ["sequential", "effect"])
def test_more_is_darker(palette):
    def light(colour):
        return sum(int(colour[i : i + 2], 16) for i in (1, 3, 5))

    shades = [light(classes.colour(v, (10, 20, 30), palette=palette)) for v in (0, 5, 10, 25, 30)]
    assert shades == sorted(shades, reverse=True)
    assert len(set(shades)) == 5


def test_gain_and_loss_differ_and_zero_is_white():
    gain = [classes.colour(v, (10, 20), palette="diverging") for v in (5, 10, 20)]
    loss = [classes.colour(-v, (10, 20), palette="diverging") for v in (5, 10, 20)]
    assert not set(gain) & set(loss)
    assert classes.colour(0, (10, 20), palette="diverging") == "#ffffff"
    assert loss[-1] == classes.DIVERGING[0]
    assert gain[-1] == classes.DIVERGING[-1]
