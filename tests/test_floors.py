"""Imports run downward by floor only, and never in a circle; docs/architecture.md has the floors."""

import ast
import re
from collections import Counter

import pytest
from sources import MODULES, PACKAGE, ROOT, text, tree

#: The public names: whoever imports one of them stands on the roof.
TOP = "7c"


def read_floors(text):
    """Read the table of floors: component -> floor, such as "3" or "0b"."""
    rows = re.findall(r"^\| (\d[a-z]?) \| ([^|]+) \|", text, flags=re.MULTILINE)
    return {name: floor for floor, names in rows for name in re.findall(r"`(\w+)/?`", names)}


def imports(parsed, *, package):
    """List every grensgeo module that a parsed source imports, wherever the import stands."""
    found = []
    for node in ast.walk(parsed):
        if isinstance(node, ast.Import):
            found += [(node.lineno, name.name) for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                up = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*up, base]).rstrip(".")
            # what is named may be a module of its own or stand in one: see module_of
            found += [(node.lineno, f"{base}.{name.name}") for name in node.names]
    return [(line, name) for line, name in found if name.split(".")[0] == "grensgeo"]


def component(module):
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def faults(module, parsed, floors, *, is_package=False):
    """List the imports of a module that do not lead down."""
    own = component(module)
    if own not in floors:
        return [f"{module}: component {own!r} has no floor in docs/architecture.md"]
    package = module if is_package else module.rpartition(".")[0]
    wrong = []
    for line, target in imports(parsed, package=package):
        other = component(target)
        if other == own and own != "__init__":
            continue
        floor = floors.get(other, TOP)  # no component, hence a public name
        if floor >= floors[own]:
            wrong.append(f"{module}:{line} (floor {floors[own]}) imports {target} (floor {floor})")
    return wrong


def module_of(target, modules):
    """Find the module that an import of a name loads: the name's own, or the one it stands in."""
    while target not in modules:
        target = target.rpartition(".")[0]
    return target


def graph_of(parsed, packages=()):
    """List by module what it imports, wherever the import stands: lazily and for types too.

    That an import of `a.b` runs `a` first is left out, as a room's door imports all in it.
    """
    graph = {}
    for module, one in parsed.items():
        package = module if module in packages else module.rpartition(".")[0]
        named = [target for _, target in imports(one, package=package)]
        graph[module] = {module_of(target, parsed) for target in named} - {module}
    return graph


def reached(graph, start):
    """Collect all that a module leads to by one import or more."""
    seen, rest = set(), [start]
    while rest:
        fresh = graph[rest.pop()] - seen
        seen |= fresh
        rest += fresh
    return seen


def circles(graph):
    """List groups of modules that all lead to each other."""
    leads = {module: reached(graph, module) for module in graph}
    groups = {
        tuple(sorted(other for other in leads[module] if module in leads[other]))
        for module in graph
        if module in leads[module]
    }
    return sorted(groups)


FLOORS = read_floors((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))


def name_of(path):
    """Name the module that a file holds: a package by its folder."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


PATHS = {name_of(path): path for path in MODULES}
PACKAGES = {name_of(path) for path in MODULES if path.name == "__init__.py"}
#: No room holds more of the package's lines than this.
LARGEST_ROOM = 0.18


def test_no_circle_of_imports():
    parsed = {module: tree(path) for module, path in PATHS.items()}
    assert circles(graph_of(parsed, PACKAGES)) == []


def test_no_room_is_too_large():
    lines = Counter()
    for module, path in PATHS.items():
        lines[component(module)] += len(text(path).splitlines())
    room, most = lines.most_common(1)[0]
    assert most / lines.total() <= LARGEST_ROOM, room


def test_every_component_has_a_floor():
    components = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES}
    assert components - set(FLOORS) == set()
    assert FLOORS["errors"] == min(FLOORS.values()) == "0a"
    assert FLOORS["__init__"] == max(FLOORS.values()) == TOP


def test_imports_run_downward_only():
    wrong = [
        fault
        for module, path in PATHS.items()
        for fault in faults(module, tree(path), FLOORS, is_package=module in PACKAGES)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["measures", "border", "maps", "monitor"])
def test_measures_and_maps_never_see_a_network(name):
    for path in MODULES:
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        if parts[0] == name:
            seen = {component(m) for _, m in imports(tree(path), package="")}
            assert "network" not in seen, path


# --- the test itself is held to account

TOY = read_floors(
    """
| 0a | `errors` | exceptions |
| 2 | `network/`, `region` | the network |
| 5 | `accessibility`, `border` | measures |
| 7c | `cli` | the command line |
| 7d | `__init__` | public names |
"""
)


@pytest.mark.parametrize(
    ("module", "source", "wrong"),
    [
        ("grensgeo.border", "from grensgeo.errors import InputError", 0),
        ("grensgeo.border", "from grensgeo.measures import reach", 1),
        ("grensgeo.border", "from grensgeo import accessibility", 1),
        ("grensgeo.border", "import grensgeo.measures as a", 1),
        ("grensgeo.border", "import numpy, grensgeo.cli", 1),
        ("grensgeo.border", "def f():\n    from grensgeo.cli import main", 1),
        ("grensgeo.border", "if TYPE_CHECKING:\n    from grensgeo.cli import main", 1),
        ("grensgeo.border", "from grensgeo import travel_times", 1),
        ("grensgeo.border", "from .accessibility import reach", 1),
        ("grensgeo.border", "from . import cli", 1),
        ("grensgeo.border", "import grensgeo", 1),
        ("grensgeo.network.graph", "from grensgeo.network.model import Network", 0),
        ("grensgeo.network.graph", "from .model import Network", 0),
        ("grensgeo.network.graph", "from ..region import Region", 1),
        ("grensgeo.network.graph", "from grensgeo.region.region import Region", 1),
        ("grensgeo.cli", "from grensgeo import reach\nfrom grensgeo.border import x", 1),
        ("grensgeo.attic", "import os", 1),
    ],
)
def test_the_test_sees_every_kind_of_import(module, source, wrong):
    assert len(faults(module, ast.parse(source), TOY)) == wrong


def test_the_test_reads_packages_too():
    source = "from .model import Network\nfrom ..border import x"
    assert len(faults("grensgeo.network", ast.parse(source), TOY, is_package=True)) == 1


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        ({"a": "from grensgeo.b import x", "b": "from grensgeo.c import y", "c": ""}, []),
        ({"a": "from grensgeo.b import x", "b": "import grensgeo.a"}, [("a", "b")]),
        (
            {"a": "from grensgeo import b", "b": "def f():\n    from grensgeo.a import x"},
            [("a", "b")],
        ),
        ({"a": "from . import b", "b": "if TYPE_CHECKING:\n    from .a import x"}, [("a", "b")]),
        (
            {
                "a": "from .b import x",
                "b": "from .c import x",
                "c": "from .a import x",
                "d": "import grensgeo.a",
            },
            [("a", "b", "c")],
        ),
        ({"n": "from grensgeo.n.m import N", "n.m": "from grensgeo.n.s import s", "n.s": ""}, []),
        (
            {"n": "", "n.m": "from grensgeo.n.s import s", "n.s": "from grensgeo.n import m"},
            [("n.m", "n.s")],
        ),
        # a module that takes a name from the door of its own room
        ({"n": "from .m import N", "n.m": "from grensgeo.n import N"}, [("n", "n.m")]),
    ],
)
def test_the_test_sees_every_circle(sources, found):
    named = {"grensgeo": "", **{f"grensgeo.{name}": text for name, text in sources.items()}}
    parsed = {name: ast.parse(source) for name, source in named.items()}
    graph = graph_of(parsed, packages={"grensgeo", "grensgeo.n"})
    short = [tuple(name.removeprefix("grensgeo.") for name in group) for group in circles(graph)]
    assert short == found
