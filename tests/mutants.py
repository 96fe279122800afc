"""Mutants: the package changed in one place each, to see whether a test notices: ``make mutants``.

A room's tests are collected once and run once under coverage, each a context of its own. Then, for
each mutant, a fork of the warm process changes the one function, class or constant in place and runs
the tests that enter the changed line, the quickest first, until one fails. Kernels run as Python
(``NUMBA_DISABLE_JIT``), so that they are changed too: mutmut leaves out whatever has a decorator.

Changed are comparisons, sums, ``and``, ``or``, ``not``, numbers, true and false, conditions, what is
returned, named arguments (dropped), and calls made for what they do (dropped). Left alone are texts,
types, decorators, and the arguments ``strict`` and ``stacklevel``: guards of what cannot be, and the
line that a warning points to. ``ROOM=border MUTANTS=500 MUTANT_SEED=7`` ask for a room, so many of
it at random, and others; ``MUTANTS_AGAIN=FILE`` for those alone that an earlier report names;
``MUTANT_MODULES="raptor onward"`` for those of some files of the room, and
``MUTANT_TESTS="test_routing_transit_*.py"`` for some tests alone.
"""

import __future__

import ast
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import FunctionType

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = tuple(os.environ.get("ROOM", "border measures routing").split())
#: So many of a room at random; 0 is all. A whole run of `routing` takes hours.
WANTED = {"routing": 500}
#: Tests beside a room's own: the drawn worlds, whose sums are known in closed form.
BESIDE = {"routing": ("test_drawn_*.py", "test_grid_world.py")}
MUTANTS = os.environ.get("MUTANTS", "")
SEED = int(os.environ.get("MUTANT_SEED", "19"))
AGAIN = os.environ.get("MUTANTS_AGAIN", "")
MODULES = os.environ.get("MUTANT_MODULES", "").split()
TESTS = os.environ.get("MUTANT_TESTS", "").split()
#: CPU seconds of a mutant, memory of it, and seconds that all tests of one may take unchanged.
LIMIT_S, LIMIT_BYTES, TESTS_S = 30, 12 << 30, 15.0
HELD = {"strict", "stacklevel"}
SWAPPED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.MatMult: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.BitXor: ast.BitAnd, ast.LShift: ast.RShift,
    ast.RShift: ast.LShift, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip
TEXTS = (ast.JoinedStr, ast.Import, ast.ImportFrom, ast.expr_context)


@dataclass(frozen=True, eq=False)
class Mutant:
    """One change: what stands in a field of a node, and what in its place.

    ``first`` to ``last`` are the lines whose tests it concerns, ``top`` the statement of the module
    that is to be made anew.
    """

    module: str
    top: ast.stmt
    line: int
    column: int
    lines: range
    before: str
    after: str
    holder: ast.AST
    field: str
    index: int | None
    new: ast.AST

    def __str__(self):
        shown = [" ".join(text.split())[:90] for text in (self.before, self.after)]
        return f"{self.module.replace('.', '/')}.py:{self.line}:{self.column}: {shown[0]} -> {shown[1]}"

    def made(self):
        """Make the change, and give the code of the statement that it stands in."""
        if self.index is None:
            setattr(self.holder, self.field, self.new)
        else:
            getattr(self.holder, self.field)[self.index] = self.new
        whole = ast.fix_missing_locations(ast.Module([self.top], type_ignores=[]))
        flags = __future__.annotations.compiler_flag
        return compile(whole, f"{self.module}.py", "exec", flags=flags, dont_inherit=True)


def _text(node):
    return isinstance(node, ast.JoinedStr) or isinstance(getattr(node, "value", None), str)


def changed(node):
    """Give all that may stand in the place of a node."""
    match node:
        case ast.Compare():
            for k, op in enumerate(node.ops):
                ops = [*node.ops[:k], SWAPPED[type(op)](), *node.ops[k + 1 :]]
                yield ast.Compare(node.left, ops, node.comparators)
        case ast.BinOp() if not (_text(node.left) or _text(node.right)):
            yield ast.BinOp(node.left, SWAPPED[type(node.op)](), node.right)
        case ast.AugAssign() if not _text(node.value):
            yield ast.AugAssign(node.target, SWAPPED[type(node.op)](), node.value)
        case ast.BoolOp():
            yield ast.BoolOp(SWAPPED[type(node.op)](), node.values)
        case ast.UnaryOp() if not isinstance(node.op, ast.UAdd):
            yield node.operand
        case ast.Constant(value=bool()):
            yield ast.Constant(not node.value)
        case ast.Constant(value=int() | float()):
            yield ast.Constant(node.value + 1)
        case ast.Return() if ast.unparse(node) not in ("return", "return None"):
            yield ast.Return(ast.Constant(None))
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.Call():
            for keyword in node.keywords:
                if keyword.arg is not None and keyword.arg not in HELD:
                    others = [other for other in node.keywords if other is not keyword]
                    yield ast.Call(node.func, node.args, others)
        case ast.Expr(value=ast.Call()):
            yield ast.Pass()


def _told(old, new):
    """Say a change in few words."""
    if isinstance(old, ast.Call) and isinstance(new, ast.Call):
        gone = next(word for word in old.keywords if word not in new.keywords)
        return f"{ast.unparse(old.func)}({ast.unparse(gone)})", f"{ast.unparse(old.func)}()"
    return ast.unparse(old), ast.unparse(new)


class _Finder:
    """All mutants of a module."""

    def __init__(self, module, text):
        self.module, self.found = module, []
        for self.top in ast.parse(text).body:
            whole = range(1, text.count("\n") + 2)
            if isinstance(self.top, ast.FunctionDef | ast.ClassDef):
                whole = self._span(self.top)
            if isinstance(self.top, ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign):
                self._look(self.top, whole)

    @staticmethod
    def _span(node):
        return range(node.lineno, node.end_lineno + 1)

    def _add(self, node, new, *, at, lines):
        where = (node.lineno, node.col_offset + 1)
        told = _told(node, new)
        new = ast.copy_location(new, node)
        self.found.append(Mutant(self.module, self.top, *where, lines, *told, *at, new))

    def _look(self, node, lines):
        """Look through a node's fields; ``lines`` are those whose tests concern what is in it."""
        for field, value in ast.iter_fields(node):
            if field in {"annotation", "returns", "decorator_list", "bases", "type_comment"}:
                continue
            many = isinstance(value, list)
            for k, child in enumerate(value if many else [value]):
                at = (node, field, k if many else None)
                if not isinstance(child, ast.AST) or isinstance(child, TEXTS):
                    continue
                if isinstance(child, ast.keyword) and child.arg in HELD:
                    continue
                own = lines
                if isinstance(child, ast.FunctionDef | ast.ClassDef):
                    own = self._span(child)
                elif isinstance(child, ast.stmt) and not isinstance(node, ast.ClassDef):
                    last = max(child.lineno, getattr(child, "body", [child])[0].lineno - 1)
                    own = (
                        range(child.lineno, last + 1)
                        if hasattr(child, "body")
                        else self._span(child)
                    )
                if field in {"test", "ifs"} and not isinstance(
                    child, ast.Compare | ast.BoolOp | ast.UnaryOp | ast.Constant
                ):
                    self._add(child, ast.UnaryOp(ast.Not(), child), at=at, lines=own)
                for new in changed(child):
                    self._add(child, new, at=at, lines=own)
                self._look(child, own)


def mutants_of(module, text):
    """Give all mutants of a module, in the order of its lines."""
    return sorted(_Finder(module, text).found, key=lambda mutant: mutant.line)


def graft(mutant):
    """Make a mutant of the module that is loaded, in place, for all that hold parts of it."""
    module = import_module(mutant.module)
    own = dict(vars(module))
    exec(mutant.made(), own)
    top = mutant.top
    if isinstance(top, ast.FunctionDef | ast.ClassDef):
        _renew(getattr(module, top.name), own[top.name])
        return
    targets = top.targets if isinstance(top, ast.Assign) else [top.target]
    for name in (
        node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)
    ):
        old = getattr(module, name)
        for holder in list(sys.modules.values()):
            if vars(holder).get(name) is old:
                setattr(holder, name, own[name])


def _renew(old, new):
    """Put the code and the defaults of a function or class in the place of an older one's."""
    if isinstance(old, type):
        for name, value in vars(new).items():
            before = vars(old).get(name)
            if isinstance(value, int | float | bool | tuple) and value != before:
                setattr(old, name, value)
            elif before is not None:
                _renew(before, value)
    elif isinstance(old, FunctionType) and not hasattr(old, "__wrapped__"):
        old.__code__ = new.__code__
        old.__defaults__, old.__kwdefaults__ = new.__defaults__, new.__kwdefaults__
    elif isinstance(old, property):
        _renew(old.fget, new.fget)
    elif hasattr(old, "__wrapped__"):
        getattr(old, "cache_clear", bool)()
        _renew(old.__wrapped__, new.__wrapped__)
    elif isinstance(old, cached_property):
        _renew(old.func, new.func)


class Trial:
    """The plugin of pytest that runs a room's tests once, and then on each mutant."""

    def __init__(self, room, folder):
        self.room, self.folder = room, Path(folder)
        self.files = sorted((ROOT / "grensgeo" / room).rglob("*.py"))

    def pytest_configure(self):
        """Stop at the first example that fails: nobody reads the smallest; kernels are slow here."""
        from hypothesis import HealthCheck, Phase, settings

        phases = [Phase.explicit, Phase.generate]
        house, every = settings.get_profile("house"), list(HealthCheck)
        settings.register_profile("mutants", house, phases=phases, suppress_health_check=every)
        settings.load_profile("mutants")

    def pytest_runtestloop(self, session):
        """Run every test once, and then those that concern a mutant on each."""
        if session.testsfailed:
            sys.exit("the tests could not be collected")
        self.items = session.items
        self._forked(self._measure)
        kept = json.loads((self.folder / "tests.json").read_text())
        for name in kept["modules"]:
            import_module(name)
        print(f"{self.room}: {len(self.items)} tests, without {len(kept['failed'])} that fail "
              f"here unchanged ({', '.join(kept['failed'])})", flush=True)  # fmt: skip
        self.seconds = kept["seconds"]
        self.entered = {
            (file, int(line)): tests
            for file, at in kept["entered"].items()
            for line, tests in at.items()
        }
        self._report(self._wanted())
        return True

    def _measure(self):
        """Run all tests under coverage, and keep which enter which lines, and how long they take."""
        from coverage import Coverage

        cover = Coverage(
            data_file=None, include=[str(file) for file in self.files], config_file=False
        )
        seconds, failed = {}, []
        cover.start()
        for k, item in enumerate(self.items):
            cover.switch_context(str(k))
            began = time.process_time()
            if self._fails([k]):
                failed.append(item.nodeid)
            else:
                seconds[k] = time.process_time() - began
        cover.stop()
        entered = {}
        for file in map(str, self.files):
            at = cover.get_data().contexts_by_lineno(file)
            entered[file] = {
                line: [int(k) for k in contexts if k and int(k) in seconds]
                for line, contexts in at.items()
            }
        here = [name for name in sys.modules if name.split(".")[0] not in ("__main__", "coverage")]
        (self.folder / "tests.json").write_text(json.dumps({
            "seconds": seconds, "entered": entered, "failed": failed,
            "modules": [name for name in here if getattr(sys.modules[name], "__spec__", None)
                        and not name.startswith(("test_", "tests."))],
        }))  # fmt: skip
        return 0

    def _wanted(self):
        found = []
        for file in self.files:
            module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
            if file.stem != "__init__" and (not MODULES or file.stem in MODULES):
                found += mutants_of(module, file.read_text(encoding="utf-8"))
        if AGAIN:
            named = set(Path(AGAIN).read_text(encoding="utf-8").splitlines())
            return [mutant for mutant in found if str(mutant) in named]
        wanted = int(MUTANTS or WANTED.get(self.room, 0)) or len(found)
        some = random.Random(SEED).sample(range(len(found)), min(wanted, len(found)))
        return [found[k] for k in sorted(some)]

    def _concerned(self, mutant):
        """Give the tests that enter a mutant's lines, the quickest first, until they take too long."""
        file = str(ROOT / (mutant.module.replace(".", "/") + ".py"))
        tests = {k for line in mutant.lines for k in self.entered.get((file, line), ())}
        chosen, taken = [], 0.0
        for k in sorted(tests, key=lambda k: self.seconds[str(k)]):
            taken += self.seconds[str(k)]
            if chosen and taken > TESTS_S:
                break
            chosen.append(k)
        return chosen

    def _report(self, mutants):
        ended, others = defaultdict(int), [0, 0]
        for mutant in mutants:
            tests = self._concerned(mutant)
            status = self._forked(lambda m=mutant, t=tests: self._noticed(m, t)) if tests else 0
            if os.WIFSIGNALED(status):
                ended["out of time or memory"] += 1
            elif status:
                ended["noticed"] += 1
            else:
                ended["alive" if tests else "entered by no test"] += 1
                print(f"{mutant}{'' if tests else '  (no test)'}", flush=True)
            if not isinstance(mutant.new, ast.Call):  # where no argument was dropped
                others[0] += bool(status)
                others[1] += 1
        killed = ended["noticed"] + ended["out of time or memory"]
        print(f"{self.room}: {_share(killed, len(mutants))} mutants killed, seed {SEED}; "
              f"{', '.join(f'{n} {how}' for how, n in sorted(ended.items()))}; without those that "
              f"drop an argument {_share(*others)}", flush=True)  # fmt: skip

    def _noticed(self, mutant, tests):
        """Give 1 where a test fails, or where the package cannot even be loaded."""
        try:
            graft(mutant)
        except Exception:  # noqa: BLE001 - whatever a mutant does
            return 1
        return int(self._fails(tests))

    def _fails(self, tests):
        """Run tests one after the other until one fails."""
        self.failed = False
        for k, after in zip(tests, [*tests[1:], None], strict=True):
            item, following = self.items[k], None if after is None else self.items[after]
            # by the hook: what a test lets pass of warnings is laid around it there
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.failed:
                return True
        return False

    def pytest_runtest_logreport(self, report):
        """Keep that a test failed."""
        self.failed |= report.failed

    def _forked(self, work):
        """Do work in a process that loaded everything already; give how it ended."""
        number = os.fork()
        if number:
            return os.waitpid(number, 0)[1]
        ended = 1
        try:
            quiet = os.open(os.devnull, os.O_RDWR)
            for stream in range(3):
                os.dup2(quiet, stream)
            if work != self._measure:
                signal.setitimer(signal.ITIMER_PROF, LIMIT_S)
                signal.alarm(100 * LIMIT_S)  # of a machine that is busy
                resource.setrlimit(resource.RLIMIT_AS, (LIMIT_BYTES, LIMIT_BYTES))
            ended = work()
        finally:
            os._exit(ended)


def _share(some, whole):
    """Say how many of how many, and the share."""
    return f"{some} of {whole} ({100 * some / max(1, whole):.1f} %)"


def main():
    """Try the mutants of each room, in a process of its own."""
    if len(sys.argv) == 1:
        environment = os.environ | {"NUMBA_DISABLE_JIT": "1", "HYPOTHESIS_STORAGE_DIRECTORY": ""}
        for room in ROOMS:
            subprocess.run([sys.executable, __file__, room], env=environment, check=True)
        return
    room = sys.argv[1]
    names = TESTS or (f"test_{room}*.py", *BESIDE.get(room, ()))
    tests = [str(path) for name in names for path in sorted((ROOT / "tests").glob(name))]
    with tempfile.TemporaryDirectory() as folder:
        options = ["-q", "-s", "-p", "no:xdist", "-p", "no:cacheprovider", "-m", "not long"]
        own = [f"--rootdir={ROOT}", f"--basetemp={folder}/tests", str(ROOT / "grensgeo" / room)]
        sys.exit(pytest.main([*options, *own, *tests], plugins=[Trial(room, folder)]))


if __name__ == "__main__":
    main()
