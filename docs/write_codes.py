"""Write docs/codes.md from the places where codes are raised, so that it cannot drift."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from grensgeo.explained import meanings
from grensgeo.notes import STATED, wordings

DOCS = Path(__file__).resolve().parent
PACKAGE = DOCS.parent / "grensgeo"
HEAD = """# Codes

Written by `make docs` from the places where they are raised, from `grensgeo/codes.toml` and from
`grensgeo/words/feed_findings.toml`; `grensgeo explain CODE` says one of them. A message says which
file or field, the first offending values, how many there are, and the remedy; its code says of
what kind it is, and stays when the words change. In Python:

```python
try:
    region = gg.load_region("somewhere")
except gg.GrensgeoError as error:
    error.code  # "folder-missing"
    error.codes  # of all that it says at once
    [(fault.code, fault.where, str(fault)) for fault in error.faults]
```

A `gg.GrensgeoWarning` has the same; a warning of what a result rests on has the code of its note.
"""
#: What is raised, by the class.
KINDS = {"InputError": "error", "FileError": "file error", "GrensgeoWarning": "warning"}
#: What lists of faults are called that take a code and a sentence.
COLLECTORS = ("faults", "said", "self")


class Site(NamedTuple):
    """One place in the source where something is said."""

    file: Path
    line: int
    kind: str
    #: None where the code is not written out, but handed on from another fault.
    code: str | None
    text: str

    @property
    def room(self) -> str:
        """The room of the package that it stands in."""
        return self.file.relative_to(PACKAGE).with_suffix("").parts[0]


def sites() -> list[Site]:
    """Return every place where an error, a warning, a fault of either or a finding is made."""
    files = sorted(PACKAGE.rglob("*.py"))
    return [site for file in files if file.name != "errors.py" for site in _sites(file)]


def codes() -> dict[str, str]:
    """Return what each code of errors and warnings means."""
    return meanings("codes")


def findings() -> dict[str, str]:
    """Return what each code of a finding in a timetable means."""
    return meanings("findings")


def _sites(file: Path) -> Iterator[Site]:
    for function, call in _calls(ast.parse(file.read_text(encoding="utf-8")), None):
        name = ast.unparse(call.func).rpartition(".")[2]
        said = [*call.args, *(None for _ in range(3 - len(call.args)))]
        first, second, third = (_literal(node) for node in said[:3])
        to = ["", *ast.unparse(call.func).split(".")]
        added = to[-1] == "add" and to[-2] in COLLECTORS and len(call.args) > 1
        if added or name in (*KINDS, "Fault", "GrensgeoError"):
            kind = KINDS.get(name) or _fault_kind(function, call)
            handed = ast.unparse(call.args[0]).endswith(".code") if call.args else False
            handed |= bool(call.args) and isinstance(call.args[0], ast.Starred)  # as it was kept
            handed |= getattr(function, "name", "") == "add" and not first
            yield Site(file, call.lineno, kind, None if handed else first, second)
        elif name == "Finding" or to[-2:] == ["findings", "add"]:
            yield Site(file, call.lineno, f"finding: {first or 'error'}", second or None, third)


def _calls(node: ast.AST, function: ast.FunctionDef | None) -> Iterator[tuple[ast.AST, ast.Call]]:
    """Go through all calls, with the function that each stands in."""
    for child in ast.iter_child_nodes(node):
        inside = child if isinstance(child, ast.FunctionDef) else function
        if isinstance(child, ast.Call):
            yield inside or child, child
        yield from _calls(child, inside)


def _literal(node: ast.expr | None) -> str:
    """Return a text as it is written, with dots for what is filled in."""
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr():
            return "".join(
                _literal(part) if isinstance(part, ast.Constant) else "…" for part in node.values
            )
        case ast.BinOp():
            return _literal(node.left) + _literal(node.right)
    return ""


def _fault_kind(function: ast.AST, call: ast.Call) -> str:
    """Tell whether a fault that is collected ends in an error or in a warning."""
    text = ast.unparse(function)
    if ast.unparse(call.func).endswith(".add") and "Error.of(" in text:
        return "error"
    returns = ast.unparse(getattr(function, "returns", None) or ast.Constant(None))
    name = getattr(function, "name", "")
    warns = "GrensgeoWarning" in text or "notes.warn(" in text
    return "warning" if warns or ("Fault | None" in returns and "fault" not in name) else "error"


def codes_text(said: list[Site]) -> str:
    """Return the list of all codes that are said somewhere as Markdown."""
    found: dict[str, list[Site]] = {}
    for site in said:
        if site.code:
            found.setdefault(site.code, []).append(site)
    told = {code: [x for x in at if "finding" not in x.kind] for code, at in found.items()}
    parts = [
        HEAD,
        "## Errors and warnings",
        "",
        "| code | is | means | said in |",
        "|---|---|---|---|",
    ]
    parts += [
        f"| `{code}` | {_listed(x.kind for x in told[code])} | {meaning} "
        f"| {_listed(x.room for x in told[code])} |"
        for code, meaning in sorted(codes().items())
        if told.get(code)
    ]
    parts += [
        "",
        "## Findings of timetables",
        "",
        (
            "What `grensgeo check` finds in a feed; the names are those of MobilityData's "
            "validator where it has one."
        ),
        "",
    ]
    parts += ["| code | is | means |", "|---|---|---|"]
    for code, meaning in sorted(findings().items()):
        own = [x for x in found.get(code, ()) if x.kind.startswith("finding: ")]
        kinds = _listed(x.kind.removeprefix("finding: ") for x in own) or "error"
        parts.append(f"| `{code}` | {kinds} | {meaning} |")
    parts += [
        "",
        "## Notes",
        "",
        (
            "Assumptions, limits and omissions of a result; their words stand in "
            "`grensgeo/words/notes/` in three languages."
        ),
        "",
    ]
    parts += ["| code | says |", "|---|---|"]
    parts += [
        f"| `{code}` | {_cell(wording.words['en'])} |"
        for code, wording in sorted(wordings().items())
        if code != STATED
    ]
    return "\n".join(parts) + "\n"


def _listed(words: Iterator[str], between: str = ", ") -> str:
    return _cell(between.join(sorted(set(words))))


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main() -> None:
    """Write the page."""
    (DOCS / "codes.md").write_text(codes_text(sites()), encoding="utf-8")


if __name__ == "__main__":
    main()
