"""What the pages in docs/ promise is so."""

import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = [
    ROOT / "CHANGELOG.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "data" / "README.md",
    *(ROOT / "docs").rglob("*.md"),
]


def test_the_reference_and_the_schemas_are_those_of_what_is_declared():
    """`make docs` writes them."""
    written = runpy.run_path(str(ROOT / "docs" / "write_options.py"))
    page = (ROOT / "docs" / "options.md").read_text(encoding="utf-8")
    assert page == written["options_text"]()
    folder = ROOT / "docs" / "schema"
    assert {path.stem for path in folder.iterdir()} == set(written["NAMES"])
    for path in folder.iterdir():
        assert path.read_text(encoding="utf-8") == written["schema_text"](path.stem)


def test_the_site_shows_every_page():
    """`make docs` builds it, strictly: a link or heading that is not there stops it."""
    contents = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:\n")[1]
    shown = set(re.findall(r"[\w/-]+\.md", contents))
    of_the_repository = {
        "readme.md",
        "sample.md",
        "contributing.md",
        "security.md",
        "changelog.md",
    }
    pages = {str(path.relative_to(ROOT / "docs")) for path in (ROOT / "docs").rglob("*.md")}
    assert shown == pages | of_the_repository


def test_the_data_statement_names_every_licence_of_the_sample():
    text = (ROOT / "docs" / "data-statement.md").read_text(encoding="utf-8")
    told = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "data" / "sample").rglob("*.json")
    )
    licences = {one.removesuffix(" (*)") for one in re.findall(r'"licence": "([^"]+)"', told)}
    assert len(licences) > 4
    assert [one for one in licences if one.partition(",")[0] not in text] == []


def test_who_cites_names_this_version():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (version,) = re.findall(r'^version = "(.+)"', project, flags=re.MULTILINE)
    assert f"\nversion: {version}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"grensgeo {version}" in (ROOT / "docs" / "data-statement.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_what_is_linked_or_named_is_there(page):
    text = page.read_text(encoding="utf-8")
    linked = re.findall(r"\]\((?!http)([^)#]+)(?:#[^)]*)?\)", text)
    assert [name for name in linked if not (page.parent / name).exists()] == []
    named = re.findall(r"`((?:tests|benchmarks|docs)/[\w/]+\.\w+)`", text)
    assert [name for name in named if not (ROOT / name).exists()] == []
