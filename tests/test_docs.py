"""What the pages in docs/ promise is so."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "data" / "README.md",
    *(ROOT / "docs").glob("*.md"),
]


def test_every_key_of_a_study_file_is_described():
    """`take` is given the keys of a table as a dict; a question mark says that one may be left."""
    source = (ROOT / "grensgeo" / "study" / "study_file.py").read_text(encoding="utf-8")
    tables = [
        node.args[-1]
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "take"
    ]
    keys = {key.value.rstrip("?") for table in tables for key in table.keys}
    assert {"departures", "seed", "crossing_time_min"} <= keys
    page = (ROOT / "docs" / "study.md").read_text(encoding="utf-8")
    assert {key for key in keys if not re.search(rf"[`\[.]{key}[`\]]", page)} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_what_is_linked_or_named_is_there(page):
    text = page.read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!http)([^)#]+)(?:#[^)]*)?\)", text)
    assert [name for name in linked if not (page.parent / name).exists()] == []
    named = re.findall(r"`((?:tests|benchmarks|docs)/[\w/]+\.\w+)`", text)
    assert [name for name in named if not (ROOT / name).exists()] == []
