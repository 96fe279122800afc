"""The public names: each is there, loaded when used, and old ones say where they went."""

import subprocess
import sys

import pytest

import grensgeo as gg


def test_every_public_name_is_there():
    assert [name for name in gg.__all__ if getattr(gg, name) is None] == []
    assert set(gg.__all__) <= set(dir(gg))


@pytest.mark.parametrize("name", sorted(gg._MOVED))
def test_a_name_that_moved_says_where_it_is_now(name):
    room = gg._MOVED[name]
    with pytest.warns(DeprecationWarning, match=rf"gg\.{name} is gg\.{room}\.{name} now"):
        old = getattr(gg, name)
    assert old is getattr(getattr(gg, room), name)
    assert name not in dir(gg)


def test_what_is_no_name_is_no_attribute():
    with pytest.raises(AttributeError, match="no_such_name"):
        gg.no_such_name  # noqa: B018 - asked for, not used


def test_importing_loads_nothing_heavy():
    code = "import sys, grensgeo; print([m for m in ('pandas', 'numpy', 'numba') if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
