"""Nothing is decided by the text of a note, a warning or an error: they have codes."""

import ast

import pytest
from sources import offenders, tree

#: Names and attributes under which sentences travel.
SAID = {"note", "notes", "warning", "warnings_", "error", "fault", "message", "remedy"}
MANY = {"notes", "faults", "findings", "caught", "warned", "messages"}
TESTS = {"startswith", "endswith", "find", "rfind", "index", "count", "partition", "rpartition"}
PATTERNS = {"match", "search", "fullmatch", "findall", "finditer", "split", "sub", "subn"}


def last(node):
    """Return the last name of ``a.b.c`` or of a call of it."""
    if isinstance(node, ast.Call):
        return last(node.func)
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def scopes(tree):
    """List the functions of a module, and what stands outside of them."""
    functions = [x for x in ast.walk(tree) if isinstance(x, ast.FunctionDef)]
    inside = {id(one) for function in functions for one in ast.walk(function)}
    yield [node for node in ast.walk(tree) if id(node) not in inside]
    for function in functions:
        yield list(ast.walk(function))


def sentences(nodes):
    """Find the names to which a sentence is bound."""
    found = set(SAID)
    for node in nodes:
        if isinstance(node, ast.ExceptHandler) and node.name:
            found.add(node.name)
        elif isinstance(node, ast.For | ast.comprehension) and last(node.iter) in MANY:
            found |= {name.id for name in ast.walk(node.target) if isinstance(name, ast.Name)}
    return found


def is_text(node, names):
    """Tell whether an expression is a sentence, or that in other letters."""
    if isinstance(node, ast.Name):
        return node.id in names
    if isinstance(node, ast.Attribute):
        return node.attr in {"message", "remedy", "args"}
    if isinstance(node, ast.Subscript):
        return isinstance(node.value, ast.Attribute) and node.value.attr == "args"
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id in {"str", "repr"} and node.args:
            return is_text(node.args[0], names)
        if isinstance(node.func, ast.Attribute):
            kept = {"lower", "upper", "casefold", "strip", "rstrip", "lstrip", "replace", "text"}
            return node.func.attr in kept and is_text(node.func.value, names)
    return False


def is_written(node):
    """Tell whether an expression is text that stands in the code."""
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return any(is_written(one) for one in node.elts)
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value != ""
    )


def compares(node, names):
    """Tell whether a comparison holds a sentence against text of the code."""
    sides = [node.left, *node.comparators]
    for left, op, right in zip(sides, node.ops, sides[1:], strict=False):
        texts = is_text(left, names), is_text(right, names)
        if isinstance(op, ast.In | ast.NotIn) and texts[1] and is_written(left):
            return True
        if any(texts) and is_written(right if texts[0] else left):
            return True
    return False


def asks(node, names):
    """Tell whether a call looks into a sentence, or is a filter by one."""
    on, name = node.func.value, node.func.attr
    if name == "filterwarnings":
        return len(node.args) > 1 or any(word.arg == "message" for word in node.keywords)
    if name in TESTS:
        return is_text(on, names)
    return (
        name in PATTERNS
        and not is_text(on, names)
        and any(is_text(arg, names) for arg in node.args)
    )


def decisions(module):
    """List the lines of a parsed module on which something is decided by the text of a sentence."""
    found = set()
    for nodes in scopes(module):
        names = sentences(nodes)
        for node in nodes:
            if isinstance(node, ast.Compare):
                found |= {node.lineno} if compares(node, names) else set()
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                found |= {node.lineno} if asks(node, names) else set()
    return sorted(found)


def test_no_text_is_parsed_for_its_meaning():
    assert offenders(lambda path: decisions(tree(path))) == {}


@pytest.mark.parametrize(
    "source",
    [
        "try:\n    f()\nexcept ValueError as e:\n    if 'no such' in str(e):\n        pass",
        "try:\n    f()\nexcept ValueError as e:\n    x = re.search('no (.*)', str(e))",
        "try:\n    f()\nexcept KeyError as e:\n    x = e.args[0] == 'missing'",
        "for said in provenance.notes:\n    if said.startswith('Streets are'):\n        pass",
        "kept = [x for x in caught if 'bound' in str(x.message).lower()]",
        "known = note == 'Roads are schematic.'",
        "known = note in {'Roads are schematic.', 'Jobs are modelled.'}",
        "x = PATTERN.fullmatch(note)",
        "warnings.filterwarnings('ignore', f'{name}: ', GrensgeoWarning)",
        "warnings.filterwarnings('ignore', message='jobs')",
    ],
)
def test_the_test_finds_decisions_by_text(source):
    assert len(decisions(ast.parse(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "try:\n    f()\nexcept ValueError as e:\n    faults.append(f'{path}: {e}')",
        "if note.code in {'schematic', 'headways'}:\n    pass",
        "kept = [note for note in notes if note not in self.notes]",
        "warnings.filterwarnings('ignore', category=UserWarning)",
        "if name.startswith('note'):\n    pass",
    ],
)
def test_the_test_lets_codes_and_whole_notes_pass(source):
    assert decisions(ast.parse(source)) == []
