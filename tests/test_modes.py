"""Street modes and their bits."""

import pytest

from grensgeo.errors import InputError
from grensgeo.modes import MODES, PUSHED, mode_bit


def test_each_mode_has_a_bit_of_its_own():
    bits = [mode_bit(mode) for mode in MODES]
    assert bits == [1, 2, 4, 8]
    assert PUSHED not in bits


def test_a_mode_that_is_no_street_mode():
    with pytest.raises(InputError, match="mode 'train' is not a street mode; choose one of car"):
        mode_bit("train")
