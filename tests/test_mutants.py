"""What is changed in the package, and that a change reaches all who hold what was changed."""

import ast
import os
import re
import subprocess
import sys
from types import ModuleType

import pytest
from mutants import ROOT, graft, mutants_of

TEXT = '''"""A module."""
from dataclasses import dataclass
from functools import cache

LIMIT = 10


def near(minutes: int, *, slack: int = 2) -> bool:
    """Return whether it is near."""
    if minutes < 0:
        raise ValueError(f"{minutes + 1} is less than nothing")
    return minutes <= LIMIT + slack


@dataclass(frozen=True)
class Trip:
    minutes: int
    waits: bool = True

    @property
    def whole(self) -> int:
        return self.minutes + self.waits


@cache
def once() -> int:
    return 7
'''


@pytest.fixture
def drawn(monkeypatch):
    """The module, and another that holds its names."""
    module, other = ModuleType("drawn_module"), ModuleType("drawn_other")
    for one in (module, other):
        monkeypatch.setitem(sys.modules, one.__name__, one)
    exec(TEXT, vars(module))
    for name in ("LIMIT", "near", "Trip", "once"):
        setattr(other, name, getattr(module, name))
    return other


def mutant(words):
    return next(m for m in mutants_of("drawn_module", TEXT) if str(m).endswith(words))


def test_changed_is_what_is_done_and_no_text_type_or_decorator():
    told = [str(one).partition(":")[2] for one in mutants_of("drawn_module", TEXT)]
    assert told == [
        "5:9: 10 -> 11",
        "8:40: 2 -> 3",
        "10:8: minutes < 0 -> minutes <= 0",
        "10:18: 0 -> 1",
        "12:5: return minutes <= LIMIT + slack -> return None",
        "12:12: minutes <= LIMIT + slack -> minutes < LIMIT + slack",
        "12:23: LIMIT + slack -> LIMIT - slack",
        "18:19: True -> False",
        "22:9: return self.minutes + self.waits -> return None",
        "22:16: self.minutes + self.waits -> self.minutes - self.waits",
        "27:5: return 7 -> return None",
        "27:12: 7 -> 8",
    ]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("a if b() else c", {"a if not b() else c"}),
        ("a and not b", {"a or not b", "a and b"}),
        ("sort(a, by=b, strict=True)", {"sort(a, strict=True)"}),
        ("a in b != c", {"a not in b != c", "a in b == c"}),
        ("'text' + a", set()),
        ("f'{a + 1}'", set()),
        ("-a // 2", {"a // 2", "-a * 2", "-a // 3"}),
    ],
)
def test_each_kind_of_change(text, changes):
    made = set()
    for k in range(len(mutants_of("m", f"x = {text}"))):
        one = mutants_of("m", f"x = {text}")[k]  # each of a tree of its own, for it changes it
        one.made()
        made.add(ast.unparse(one.top.value))
    assert made == {ast.unparse(ast.parse(text)) for text in changes}


@pytest.mark.parametrize(
    ("words", "asked", "before", "after"),
    [
        ("10 -> 11", lambda o: (o.LIMIT, o.near(13)), (10, False), (11, True)),
        ("2 -> 3", lambda o: o.near(13), False, True),
        ("LIMIT - slack", lambda o: o.near(9), True, False),
        ("True -> False", lambda o: o.Trip(5).whole, 6, 5),
        ("self.minutes - self.waits", lambda o: o.Trip(5).whole, 6, 4),
        ("7 -> 8", lambda o: o.once(), 7, 8),
    ],
)
def test_a_change_reaches_all_who_hold_it(drawn, words, asked, before, after):
    assert asked(drawn) == before
    graft(mutant(words))
    assert asked(drawn) == after


@pytest.mark.long
def test_most_of_a_dozen_mutants_of_the_border_are_noticed():
    asked = {"MUTANTS": "12", "MUTANT_SEED": "4", "MUTANTS_AGAIN": "", "ROOM": "border"}
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "mutants.py")], env=os.environ | asked, cwd=ROOT,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    killed = re.search(r"border: (\d+) of 12 \(.*\) mutants killed", done.stdout)
    assert killed, done.stdout
    assert int(killed[1]) >= 9
