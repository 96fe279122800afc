"""Running times that are known in closed form."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.network.running_times import running_s

HALF = {"acceleration": 0.5, "braking": 0.5}


def test_trapezoid_and_triangle():
    # 20 s and 100 m up to 10 m/s and down again, 1,000 m at it
    assert running_s([(1200, 36)], **HALF) == pytest.approx(140)
    # 72 km/h would need 800 m: the top is 10 m/s after 100 of 200 m
    assert running_s([(200, 72)], **HALF) == pytest.approx(40)
    # Braking twice as hard: up over s, down over s / 2
    up = 2 / 3 * 300
    top = math.sqrt(up)
    assert running_s([(300, 999)], acceleration=0.5, braking=1.0) == pytest.approx(3 * top)


def test_limits_bind_from_end_to_end_of_their_stretches():
    # 20 m/s, then 10: brakes from 20 to 10 over 300 m before, goes 900 at 10, brakes over 100
    assert running_s([(1700, 72), (1000, 36)], **HALF) == pytest.approx(
        40 + (1700 - 400 - 300) / 20 + 20 + 900 / 10 + 20
    )
    # The same backwards
    assert running_s([(1000, 36), (1700, 72)], **HALF) == pytest.approx(
        running_s([(1700, 72), (1000, 36)], **HALF)
    )
    # 50 m at 36 km/h in the middle hold a train up on both sides
    slow = running_s([(2000, 72), (50, 36), (2000, 72)], **HALF)
    assert slow == pytest.approx(2 * (40 + (2000 - 400 - 300) / 20 + 20) + 5)


def test_short_stretches_of_a_high_limit_are_of_no_use():
    # 100 m at 1,000 km/h between slow ones: up from 10 m/s and down again
    top = math.sqrt(10**2 + 2 * 0.5 * 50)
    expected = 20 + 900 / 10 + 2 * (top - 10) / 0.5 + 900 / 10 + 20
    assert running_s([(1000, 36), (100, 1000), (1000, 36)], **HALF) == pytest.approx(expected)


stretch = st.tuples(st.floats(1, 5000), st.floats(20, 200))


@given(st.lists(stretch, min_size=1, max_size=8), st.data())
def test_laws(stretches, data):
    took = running_s(stretches)
    assert took >= sum(3.6 * metres / kmh for metres, kmh in stretches)
    # Cutting a stretch in two changes nothing
    place = data.draw(st.integers(0, len(stretches) - 1))
    metres, kmh = stretches[place]
    cut = [*stretches[:place], (0.3 * metres, kmh), (0.7 * metres, kmh), *stretches[place + 1 :]]
    assert running_s(cut) == pytest.approx(took, rel=1e-9)
    # A higher limit, or better brakes, cost nothing
    assert running_s([(m, 1.2 * v) for m, v in stretches]) <= took + 1e-9
    assert running_s(stretches, braking=1.0) <= took + 1e-9
    # Backwards with braking and acceleration exchanged
    back = running_s(stretches[::-1], acceleration=0.6, braking=0.5)
    assert back == pytest.approx(took, rel=1e-9)
