"""Pages of the documentation's site that are not files of `docs/`, for mkdocs' hooks.

The README and its like stay where a repository has them, notebooks are read with their outputs,
and the reference is written of the public names. Links between them lead to their pages.
"""

from __future__ import annotations

import html
import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING

import nbformat
from mkdocs.structure.files import File

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[1]
# Files of the repository and their pages.
OUTSIDE = {
    "README.md": "readme.md",
    "data/README.md": "sample.md",
    "CONTRIBUTING.md": "contributing.md",
    "SECURITY.md": "security.md",
    "CHANGELOG.md": "changelog.md",
    **{
        f"benchmarks/results/{path.name}": f"benchmarks/{path.name}"
        for path in sorted((ROOT / "benchmarks" / "results").glob("*.md"))
    },
}
NOTEBOOKS = {
    f"notebooks/{path.name}": f"notebooks/{path.stem}.md"
    for path in sorted((ROOT / "notebooks").glob("*.ipynb"))
}
_PAGES = {**OUTSIDE, **NOTEBOOKS}
_FRAME = "width:100%;height:32em;border:0"
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<words>[^\]]*)\]\((?!\w+:)(?P<to>[^)#\s]*)(?P<part>#[^)]*)?\)"
)


def public_names() -> dict[str, list[str]]:
    """Return the public names of `grensgeo/__init__.pyi` by the room that holds them."""
    text = (ROOT / "grensgeo" / "__init__.pyi").read_text(encoding="utf-8")
    rooms: dict[str, list[str]] = {}
    for path, names in re.findall(r"from \.(\w[\w.]*) import \(?\s*(\w+) as", text):
        rooms.setdefault(path.split(".")[0], []).append(names)
    return dict(sorted(rooms.items()))


def notebook_text(path: Path) -> str:
    """Write a notebook with its outputs as Markdown: maps in frames of their own."""
    parts = []
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
            continue
        if cell.cell_type != "code":
            continue
        parts.append(f"```python\n{cell.source}\n```")
        parts.extend(_shown(output) for output in cell.outputs)
    return "\n\n".join(parts) + "\n"


def _shown(output: nbformat.NotebookNode) -> str:
    """Write one output of a cell: a picture, a map or table in HTML, else its text."""
    data = output.get("data", {})
    if "image/png" in data:
        return f'<img alt="" src="data:image/png;base64,{data["image/png"].strip()}">'
    if "text/html" in data:
        page = html.escape(data["text/html"], quote=True)
        if "<table" in data["text/html"] and "<script" not in data["text/html"]:
            lines = data["text/html"].splitlines()
            return '<div class="output">' + " ".join(line.strip() for line in lines) + "</div>"
        return f'<iframe title="output" style="{_FRAME}" srcdoc="{page}"></iframe>'
    text = output.get("text") or data.get("text/plain", "")
    return f"```text\n{text.rstrip()}\n```" if text.strip() else ""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add notebooks and rooms of the reference to the site's contents."""
    for entry in config.nav or []:
        if isinstance(entry, dict) and "Notebooks" in entry:
            entry["Notebooks"] = list(NOTEBOOKS.values())
        if isinstance(entry, dict) and "Reference" in entry:
            entry["Reference"] += [f"reference/{room}.md" for room in public_names()]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the repository's own pages, the notebooks and the reference to the site's files."""
    for source, page in OUTSIDE.items():
        files.append(File.generated(config, page, abs_src_path=str(ROOT / source)))
    for source, page in NOTEBOOKS.items():
        files.append(File.generated(config, page, content=notebook_text(ROOT / source)))
    for room, names in public_names().items():
        text = "\n\n".join(f"::: grensgeo.{name}" for name in names)
        files.append(
            File.generated(config, f"reference/{room}.md", content=f"# {room}\n\n{text}\n")
        )
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001 - mkdocs passes all
    """Turn links to files of the repository into links to their pages."""
    uri = page.file.src_uri
    sources = {there: here for here, there in _PAGES.items()}
    folder = posixpath.dirname(sources.get(uri, f"docs/{uri}"))

    def turned(link: re.Match[str]) -> str:
        if not link["to"]:
            return link[0]
        path = posixpath.normpath(posixpath.join(folder, link["to"]))
        there = _PAGES.get(path)
        if there is None and path.startswith("docs/"):
            there = path.removeprefix("docs/")
        if there is None or (ROOT / path).is_dir():
            return link["words"]  # a folder, a licence: no page of the site
        to = posixpath.relpath(there, posixpath.dirname(uri) or ".")
        return f"{link['image']}[{link['words']}]({to}{link['part'] or ''})"

    return _LINK.sub(turned, markdown)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG001 - mkdocs passes all
    """Load the worker for pages opened as files from the site itself, not from the internet."""
    to = posixpath.relpath("file_worker.js", posixpath.dirname(page.file.dest_uri) or ".")
    return output.replace("https://unpkg.com/iframe-worker/shim", to)
