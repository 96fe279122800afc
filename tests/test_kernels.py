"""What numba keeps of a kernel goes as soon as anything that it holds is written otherwise."""

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest
from sources import MODULES, PACKAGE, text, tree

from grensgeo import kernels

FILES = {
    "pairs.py": "from typing import NamedTuple\nclass Pair(NamedTuple):\n    a: int\n    b: int\n",
    "question.py": "from typing import NamedTuple\nfrom grensgeo.routing.pairs import Pair\n"
    "class Question(NamedTuple):\n    pair: Pair\n    n: int\n"
    "def ask(a, b, n): return Question(Pair(a, b), n)\n",
    "steps.py": "from grensgeo.kernels import kernel\n@kernel\ndef step(n):\n    return n + 1\n",
    "adding.py": "from typing import TYPE_CHECKING\nfrom grensgeo.kernels import kernel\n"
    "from grensgeo.routing import (\n    steps,\n    plain,\n)\n"
    "if TYPE_CHECKING:\n    from grensgeo.routing.question import Question\n"
    "@kernel\ndef add(question):\n"
    "    return 10 * question.pair.a + question.pair.b + steps.step(question.n)\n",
    "plain.py": "N = 1\n",
}
#: As if the drawn modules were in the package.
SCRIPT = """
import sys
from pathlib import Path
import grensgeo.routing
from grensgeo import kernels
kernels._PACKAGE = Path(sys.argv[1])
grensgeo.routing.__path__.append(str(kernels._PACKAGE / "routing"))
from grensgeo.routing import adding, question
print(adding.add(question.ask(1, 2, 100)), sum(adding.add.stats.cache_hits.values()))
print("numba.np.arraymath" in sys.modules)  # of what numba compiles with
"""


def write(folder, changes):
    (folder / "routing").mkdir(exist_ok=True)
    for name, source in changes.items():
        (folder / "routing" / name).write_text(source, encoding="utf-8")


@pytest.fixture
def drawn(tmp_path, monkeypatch):
    write(tmp_path, FILES)
    monkeypatch.setattr(kernels, "_PACKAGE", tmp_path)
    yield tmp_path
    kernels._text.cache_clear()


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("adding.py", True),
        ("steps.py", True),  # a kernel that it calls, imported with others over lines
        ("question.py", True),  # what it is given, imported for types alone
        ("pairs.py", True),  # what that is made of
        ("plain.py", True),
        ("another.py", False),
    ],
)
def test_a_kernel_rests_on_all_that_stands_behind_it(drawn, name, counts):
    source = drawn / "routing" / "adding.py"
    before = kernels.rests_on(source)
    assert kernels.rests_on(source) == before
    write(drawn, {name: FILES.get(name, "") + "# another\n"})
    kernels._text.cache_clear()
    assert (kernels.rests_on(source) != before) == counts


def names_of(source):
    """Return what a module imports from the package, and what its kernels name."""
    found, used = {}, set()
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("grensgeo"):
            found |= {name.asname or name.name: (node.module, name.name) for name in node.names}
        elif isinstance(node, ast.FunctionDef) and any(
            "kernel" in ast.unparse(one) for one in node.decorator_list
        ):
            body = [node.args, *node.body]
            used |= {
                one.id for part in body for one in ast.walk(part) if isinstance(one, ast.Name)
            }
    return found, used


def test_nothing_that_kernels_name_is_imported_from_elsewhere():
    """Whoever lets a kernel call or read something new says here that it stands behind it."""
    sources = [path for path in MODULES if "@kernel" in text(path) and path.name != "kernels.py"]
    assert len(sources) > 15
    for source in sources:
        found, used = names_of(source)
        behind = kernels._text(source)[1]
        for name in used & set(found):
            module, own = found[name]
            paths = [
                PACKAGE.parent.joinpath(*whole.split(".")).with_suffix(".py")
                for whole in (module, f"{module}.{own}")
            ]
            assert set(paths) & set(behind), f"{source}: {name}"


def test_no_kernel_is_declared_otherwise():
    for path in MODULES:
        if path.name != "kernels.py":
            said = text(path)
            assert "njit" not in said and "cache=True" not in said, path  # noqa: PT018


def test_names_of_kept_files_hold_what_they_rest_on():
    keys = importlib.import_module("grensgeo.routing.transit.keys")
    base = keys.since._cache._impl.filename_base
    assert base.endswith(f"-{kernels.rests_on(Path(keys.__file__))}")


@pytest.mark.long
def test_after_an_upgrade_in_place_nothing_stale_is_run_or_loaded(tmp_path):
    write(tmp_path, FILES)

    def run():
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(tmp_path)],
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout.split()

    assert run() == ["113", "0", "True"]
    assert run() == ["113", "1", "False"]  # what is kept needs nothing to compile with
    # a class behind another is called otherwise, then what is called adds otherwise, then columns
    # change places: the kernel's own file stays as it is
    question = FILES["question.py"].replace("Pair", "Couple")
    write(tmp_path, {"pairs.py": FILES["pairs.py"].replace("Pair", "Couple")})
    write(tmp_path, {"question.py": question})
    assert run()[:2] == ["113", "0"]
    write(tmp_path, {"steps.py": FILES["steps.py"].replace("+ 1", "+ 2")})
    assert run()[:2] == ["114", "0"]
    swapped = FILES["pairs.py"].replace("Pair", "Couple").replace("a: int", "c: int")
    swapped = swapped.replace("b: int", "a: int").replace("c: int", "b: int")
    write(tmp_path, {"pairs.py": swapped})
    assert run()[:2] == ["123", "0"]
    assert run()[:2] == ["123", "1"]
    # what is older is not left behind
    kept = list((tmp_path / "routing" / "__pycache__").glob("adding.add-*.nbi"))
    assert len(kept) == 1


def functions(source):
    """Return of each function of a module how it is declared as a kernel, and what it calls."""
    for node in ast.walk(tree(source)):
        if isinstance(node, ast.FunctionDef):
            declared = [ast.unparse(one) for one in node.decorator_list]
            calls = {ast.unparse(one.func) for one in ast.walk(node) if isinstance(one, ast.Call)}
            yield node.name, next((one for one in declared if "kernel" in one), ""), calls


def test_python_calls_no_kernel_that_is_for_other_kernels_alone():
    """Such a kernel has nothing that Python could call it by: the process would end.

    Only private ones are, so that none but their own module need be looked at.
    """
    n_inner = 0
    for source in MODULES:
        if source.name == "kernels.py" or "inner=True" not in text(source):
            continue
        found = list(functions(source))
        inner = {name for name, declared, _ in found if "inner=True" in declared}
        n_inner += len(inner)
        assert all(name.startswith("_") for name in inner), source
        for name, declared, calls in found:
            assert declared or not calls & inner, f"{source}: {name}"
    assert n_inner > 20
