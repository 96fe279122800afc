"""Imports run downward by floor only; the floors stand in docs/architecture.md."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "grensgeo"
#: The public names: whoever imports one of them stands on the roof.
TOP = "7c"


def read_floors(text):
    """Read the table of floors: component -> floor, such as "3" or "0b"."""
    rows = re.findall(r"^\| (\d[a-z]?) \| ([^|]+) \|", text, flags=re.MULTILINE)
    return {name: floor for floor, names in rows for name in re.findall(r"`(\w+)/?`", names)}


def imports(source, *, package):
    """List every grensgeo module that a source file imports, wherever the import stands."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found += [(node.lineno, name.name) for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                up = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*up, base]).rstrip(".")
            # `from grensgeo import maps` names a component, or a public name of the top floor.
            found += [
                (node.lineno, f"grensgeo.{name.name}" if base == "grensgeo" else base)
                for name in node.names
            ]
    return [(line, name) for line, name in found if name.split(".")[0] == "grensgeo"]


def component(module):
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def faults(module, source, floors, *, is_package=False):
    """List the imports of a module that do not lead down."""
    own = component(module)
    if own not in floors:
        return [f"{module}: component {own!r} has no floor in docs/architecture.md"]
    package = module if is_package else module.rpartition(".")[0]
    wrong = []
    for line, target in imports(source, package=package):
        other = component(target)
        if other == own and own != "__init__":
            continue
        floor = floors.get(other, TOP)  # no component, hence a public name
        if floor >= floors[own]:
            wrong.append(f"{module}:{line} (floor {floors[own]}) imports {target} (floor {floor})")
    return wrong


FLOORS = read_floors((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))
MODULES = sorted(PACKAGE.rglob("*.py"))


def test_every_component_has_a_floor():
    components = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in MODULES}
    assert components - set(FLOORS) == set()
    assert FLOORS["errors"] == min(FLOORS.values()) == "0a"
    assert FLOORS["__init__"] == max(FLOORS.values()) == TOP


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_run_downward_only(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    is_package = parts[-1] == "__init__"
    module = ".".join(parts[:-1] if is_package else parts)
    source = path.read_text(encoding="utf-8")
    assert faults(module, source, FLOORS, is_package=is_package) == []


@pytest.mark.parametrize("name", ["measures", "border", "maps", "monitor"])
def test_measures_and_maps_never_see_a_network(name):
    for path in MODULES:
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        if parts[0] == name:
            seen = {component(m) for _, m in imports(path.read_text(encoding="utf-8"), package="")}
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
    assert len(faults(module, source, TOY)) == wrong


def test_the_test_reads_packages_too():
    source = "from .model import Network\nfrom ..border import x"
    assert len(faults("grensgeo.network", source, TOY, is_package=True)) == 1
