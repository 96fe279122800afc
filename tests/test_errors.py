import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.errors import FileError, GrensgeoError, GrensgeoWarning, InputError, some


def test_each_is_also_a_built_in():
    assert issubclass(InputError, ValueError)
    assert issubclass(FileError, OSError)
    assert issubclass(InputError, GrensgeoError)
    assert issubclass(FileError, GrensgeoError)
    assert issubclass(GrensgeoWarning, UserWarning)
    assert not issubclass(GrensgeoError, (ValueError, OSError))


@pytest.mark.parametrize("kind", [InputError, FileError])
def test_the_message_is_what_was_said(kind):
    assert str(kind("cells.csv: no such file")) == "cells.csv: no such file"


@pytest.mark.parametrize(
    ("values", "most", "text"),
    [
        ([], 5, ""),
        (["a"], 5, "a"),
        (range(5), 5, "0, 1, 2, 3, 4"),
        (range(6), 5, "0, 1, 2, 3, 4 … (6 in all)"),
        ((n for n in "abc"), 1, "a … (3 in all)"),
        ([None, 1.5], 5, "None, 1.5"),
    ],
)
def test_some_writes_the_first_and_how_many(values, most, text):
    assert some(values, most=most) == text


@given(st.lists(st.integers()), st.integers(1, 9))
def test_some_is_never_longer_than_asked(values, most):
    text = some(values, most=most)
    assert text.count(", ") < most
    assert ("in all" in text) == (len(values) > most)
