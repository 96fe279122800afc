"""Text that was spoilt on its way: a page for a file, marks of a merge, letters that are lost."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING, Final

from grensgeo.errors import FileError, GrensgeoWarning, InputError, some
from grensgeo.notes import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

#: What a server sends, or git keeps, where a file was asked for.
_PAGE: Final = re.compile(r"\s*<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)
_POINTER: Final = "version https://git-lfs.github.com/spec/"
#: Lines that git leaves in a file that two people changed. Source: git-merge, "How conflicts are
#: presented".
_MERGE: Final = re.compile(r"^(?:<{7} |>{7} ).*$", re.MULTILINE)
#: A letter of UTF-8 that was read as Windows-1252 begins with one of these, and another follows.
_TWICE: Final = re.compile(
    "[\u00c2-\u00c5\u00e2][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc"
    "\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]{1,2}"
)
LOST: Final = "\N{REPLACEMENT CHARACTER}"


def hold_text(text: str, path: Path) -> None:
    """Raise on text that is something else than the file that was asked for.

    Parameters
    ----------
    text
        What a file holds.
    path
        The file, for errors.

    Raises
    ------
    FileError
        If it is a page of the web, or a pointer of git LFS.
    InputError
        If git left marks of a conflict in it.
    """
    start = text[:500].lstrip("\ufeff")
    if _PAGE.match(start):
        raise FileError(
            "file-of-other-content",
            f"{path}: is a page of the web, such as one that asks for a login; fetch it again",
        )
    if start.startswith(_POINTER):
        raise FileError(
            "file-of-other-content",
            f"{path}: is a pointer of git LFS, not the file; fetch it with git lfs pull",
        )
    hold_merged(text, path)


def hold_merged(text: str, path: Path) -> None:
    """Raise where git left marks of a conflict in a text; they may stand in what a reader skips.

    Raises
    ------
    InputError
        Naming the line of the first.
    """
    marks = _MERGE.search(text) if "<<<<<<< " in text or ">>>>>>> " in text else None
    if marks is not None:
        line = text.count("\n", 0, marks.start()) + 1
        raise InputError(
            "marks-of-merge",
            f"{path}: line {line} is a mark of a merge ({marks[0][:30]}); choose one of the two",
        )


def read_twice(text: str) -> str:
    """Return the first word whose letters were decoded wrongly; empty where none was.

    Parameters
    ----------
    text
        Any text.

    Returns
    -------
    str
        A word that becomes UTF-8 once its letters are written as Windows-1252 again.

    Examples
    --------
    >>> read_twice("M\u00c3\u00bcnster, Sch\u00f6ppingen"), read_twice("S\u00c3O PAULO, \u00c2ge")
    ('M\u00c3\u00bcnster', '')
    """
    if text.isascii():
        return ""
    for found in _TWICE.finditer(text):
        piece = found[0]
        for end in (2, 3):
            try:
                piece[:end].encode("cp1252").decode("utf-8")
            except UnicodeError:
                continue
            around = re.search(r"[^\s,;\t\"|]*$", text[: found.start()])
            after = re.match(r"[^\s,;\t\"|]*", text[found.start() :])
            return (around[0] if around else "") + (after[0] if after else "")
    return ""


def letter_notes(text: str, where: object) -> list[Note]:
    """List what is wrong with the letters of a text.

    Parameters
    ----------
    text
        The text of a file or a column.
    where
        What to call it.

    Returns
    -------
    list of Note
        Letters that were lost, and words that were decoded wrongly; empty where none were.
    """
    notes = []
    if LOST in text:
        line = next(line for line in text.split("\n") if LOST in line)
        notes.append(Note("doubts.letters-lost", where=str(where), n=text.count(LOST),
                          example=line.strip()[:60]))  # fmt: skip
    word = read_twice(text)
    if word:
        notes.append(Note("doubts.letters-read-twice", where=str(where), example=word))
    return notes


def doubt(notes: Iterable[Note], *, stacklevel: int = 3) -> None:
    """Warn of what is doubtful in an input, each doubt by itself.

    Parameters
    ----------
    notes
        What was found.
    stacklevel
        As of :func:`warnings.warn`.
    """
    for note in notes:
        warnings.warn(GrensgeoWarning.of([note]), stacklevel=stacklevel)


def hold_rows(rows: Sequence[Sequence[object]], names: Sequence[str], path: Path) -> None:
    """Raise on rows that are the header again: two files in one.

    Parameters
    ----------
    rows
        Fields of rows of which the first is the name of the first column.
    names
        The columns.
    path
        The file, for errors.

    Raises
    ------
    InputError
        If a row names all columns, of which there are two or more.
    """
    again = [k for k, row in enumerate(rows) if [str(v).strip() for v in row] == list(names)]
    if again and len(names) > 1:
        raise InputError(
            "files-joined",
            f"{path}: the header stands {some([len(again) + 1])} times: files were written "
            "one below the other; read each by itself, or leave the other headers out",
        )
