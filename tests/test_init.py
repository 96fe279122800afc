"""The public names: each is there, loaded when used, and old ones say where they went."""

import ast
import subprocess
import sys

import pytest
from sources import MODULES, PACKAGE, tree

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


def loaded_with(module, sources):
    """Name all modules that are loaded with one, by the imports that run as soon as it does."""
    seen, left = set(), [module]
    while left:
        here = left.pop()
        if here in seen or here not in sources:
            continue
        seen.add(here)
        left.append(here.rpartition(".")[0])  # a room's door is opened first
        for node in sources[here].body:
            if isinstance(node, ast.ImportFrom):
                left += [f"{node.module}.{name.name}" for name in node.names] + [node.module]
    return seen


def dotted(path):
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize(
    ("room", "is_loaded"),
    [("gtfs", False), ("fetch", False), ("lines", False), ("scenario", False), ("network", True)],
)
def test_who_travels_by_street_loads_what_streets_need(room, is_loaded):
    loaded = loaded_with("grensgeo.traveltimes.compute", {dotted(p): tree(p) for p in MODULES})
    rooms = {name.split(".")[1] for name in loaded if "." in name}
    assert (room in rooms) == is_loaded
    assert "grensgeo.routing.transit.raptor" not in loaded
