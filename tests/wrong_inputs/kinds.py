"""What a kind of mistake is, and how it is found out whether a reader said anything of it."""

import random
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grensgeo.errors import GrensgeoError, GrensgeoWarning, listening
from grensgeo.notes import Note

TEXTS = {".csv", ".txt", ".toml", ".json", ".geojson", ".osm", ".tsv"}


@dataclass
class Reader:
    """A reader, how a right file for it is made, and what people do wrong with that.

    ``right`` gives files by name, text or bytes, or a callable that writes one; the first of them
    is what is read.
    """

    name: str
    read: Callable[[Path], Any]
    right: Callable[[random.Random], dict[str, Any]]
    kinds: dict[str, Callable[[random.Random, dict[str, Any]], dict[str, Any]]] = field(
        default_factory=dict
    )

    def wrong(self, function):
        """Add a kind, by the name of its function."""
        self.kinds[function.__name__.strip("_").replace("_", " ")] = function
        return function


def text_kind(change: Callable[[random.Random, str], str]):
    """Make a kind that changes the text of the first file."""

    def kind(rng, files):
        name = next(iter(files))
        return {**files, name: change(rng, files[name])}

    kind.__name__ = change.__name__
    return kind


def replaced(*pairs: tuple[str, str]):
    """Make a kind that puts one text for another in any file that has it."""

    def kind(rng, files):
        changed, hits = dict(files), 0
        for old, new in pairs:
            for name, content in changed.items():
                if isinstance(content, str) and old in content:
                    changed[name] = content.replace(old, new)
                    hits += 1
                    break
        assert hits == len(pairs), f"nothing to replace: {pairs}"
        return changed

    return kind


def lay(files: dict[str, Any], folder: Path) -> Path:
    """Write files; give the first, or the folder that the name of the first one ends in."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if callable(content):
            content(path)
        elif isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding="utf-8")
    return folder / next(iter(files))


def said(read: Callable[[Path], Any], path: Path) -> tuple[str | None, set[str]]:
    """Give the words of an error, or none, and the codes of what a reader told."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        warnings.simplefilter("always", GrensgeoWarning)
        with listening() as told:
            try:
                result = read(path)
            except GrensgeoError as error:
                return str(error), set(error.codes)
    warned = {f"{one.code}: {_placeless(str(one), path)}" for one in told}
    return None, warned | codes_of(result)


def _placeless(text: str, path: Path) -> str:
    """Give a text without the folder of its file."""
    return text.replace(str(path.parent), "")


def codes_of(result: Any) -> set[str]:
    """Give the codes of notes and findings that a result carries."""
    found: set[str] = set()
    provenance = getattr(result, "provenance", None)
    for holder in (provenance, result):
        notes = getattr(holder, "notes", None) or ()
        found |= {n.code for n in notes if isinstance(n, Note)} if not callable(notes) else set()
    if hasattr(provenance, "told"):
        found |= {note.code for note in provenance.told()}
    for finding in getattr(result, "findings", None) or ():
        found.add(f"{finding.severity}: {finding.code}")
    return found


@dataclass(frozen=True)
class Verdict:
    """What came of one wrong file: refused, told or silent."""

    reader: str
    kind: str
    seed: int
    outcome: str
    told: str

    def __str__(self) -> str:
        return f"{self.reader}: {self.kind} ({self.seed}): {self.outcome} {self.told}"


def judge(reader: Reader, kind: str, seed: int, folder: Path) -> Verdict:
    """Make a right file and a wrong one of it, and read both."""
    rng = random.Random(f"{reader.name} {kind} {seed}")
    files = reader.right(rng)
    right = lay(files, folder / "right")
    error, usual = said(reader.read, right)
    assert error is None, f"{reader.name}: the right file is refused: {error}"
    wrong = lay(reader.kinds[kind](rng, files), folder / "wrong")
    error, codes = said(reader.read, wrong)
    if error is not None:
        assert error.strip()
        return Verdict(reader.name, kind, seed, "refused", error.replace(str(folder), ""))
    fresh = sorted(codes - usual)
    return Verdict(reader.name, kind, seed, "told" if fresh else "silent", ", ".join(fresh))
