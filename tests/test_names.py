"""One name for one thing: classes, modules, and the verbs that docstrings begin with."""

import ast
import re
from collections import defaultdict

from sources import MODULES, ROOT, offenders, text, tree

#: Modules that have one name because they are one idea, in two rooms: the public one first.
SAME_THING = {
    "region": "region/region.py is the door of its room",
    "timetable": "gtfs/timetable/timetable.py is what its room makes",
}
#: DESIGN allows no more: a module past this has a second idea in it.
LONGEST_MODULE = 600


def functions(path):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree(path)) if isinstance(node, kinds)]


def is_property(node):
    names = {getattr(d, "id", getattr(d, "attr", "")) for d in node.decorator_list}
    return bool(names & {"property", "cached_property"})


def repeated(places):
    return {name: sorted(found) for name, found in places.items() if len(found) > 1}


def classes_by_name(paths):
    places = defaultdict(set)
    for path in paths:
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef):
                places[node.name].add(f"{path}:{node.lineno}")
    return places


def verbs():
    """Read the verbs that CONTRIBUTING lists."""
    said = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (listed,) = re.findall(r"reads the list:\n\n(.*?)\.\n", said, flags=re.DOTALL)
    return set(re.split(r",\s+", listed))


def first_word_faults(path, allowed):
    """List the functions of a module whose docstring begins with another word."""
    return [
        f"{path.name}:{node.lineno} {node.name}: {said.splitlines()[0]}"
        for node in functions(path)
        if (said := ast.get_docstring(node)) and not is_property(node)
        if said.split()[0] not in allowed
    ]


def test_no_class_name_stands_twice():
    assert repeated(classes_by_name(MODULES)) == {}


def test_no_module_name_stands_for_two_things():
    places = defaultdict(set)
    for path in MODULES:
        name = path.parent.name if path.stem == "__init__" else path.stem
        places[name].add(str(path.relative_to(ROOT)))
    assert set(repeated(places)) - set(SAME_THING) == set()


def test_docstrings_begin_with_the_verbs_of_the_field():
    allowed = verbs()
    assert offenders(lambda path: first_word_faults(path, allowed)) == {}


def test_a_module_holds_one_idea():
    lines = offenders(lambda path: len(text(path).splitlines()))
    assert {name: n for name, n in lines.items() if n > LONGEST_MODULE} == {}


# --- the tests themselves are held to account


def test_a_repeated_class_is_seen(tmp_path):
    one, two = tmp_path / "one.py", tmp_path / "two.py"
    one.write_text("class Stops: ...")
    two.write_text("if True:\n    class Stops: ...\nclass Other: ...")
    assert list(repeated(classes_by_name([one, two]))) == ["Stops"]


def test_another_first_word_is_seen(tmp_path):
    path = tmp_path / "a.py"
    path.write_text('def f():\n    """Give it."""\n\ndef g():\n    """Return it."""\n')
    assert first_word_faults(path, verbs()) == ["a.py:1 f: Give it."]
    assert {"Give", "Tell", "Lay", "Refuse"} & verbs() == set()
