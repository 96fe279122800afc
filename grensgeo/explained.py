"""What a code says: of an error, a warning, a finding in a timetable or a note.

Sentences change with what they are about; codes stay. ``codes.toml`` beside this module says
what each means and what mends it, one line a code; ``words/feed_findings.toml`` of timetables.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from grensgeo import words
from grensgeo.errors import InputError
from grensgeo.notes import STATED, wordings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.words import Language

Kind = Literal["codes", "findings"]


@cache
def meanings(kind: Kind, *, language: Language = "en") -> Mapping[str, str]:
    """Return what each code means, and what mends it.

    Parameters
    ----------
    kind
        ``"codes"`` of errors and warnings, ``"findings"`` in timetables.
    language
        Language of findings; errors and warnings are in English.

    Returns
    -------
    Mapping
        A line by code.
    """
    if kind == "findings":
        told = words.texts("feed_findings.means")
        return MappingProxyType({code: text[language] for code, text in told.items()})
    text = files(__package__).joinpath(f"{kind}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


def explain(code: str, *, language: Language = "en") -> str:
    """Return what a code means.

    Parameters
    ----------
    code
        As an error, a warning, a finding or a note bears it.
    language
        Language of a note or a finding; errors and warnings are in English.

    Returns
    -------
    str
        What it is, what it means and what mends it.

    Raises
    ------
    InputError
        If there is no such code, with the nearest one.

    Examples
    --------
    >>> explain("folder-missing")
    'error or warning: There is no such folder. Check the path, or make it with the command named.'
    >>> explain("byte_order_mark")
    'finding in a timetable: A file starts with a byte order mark. It is passed over.'
    """
    if code in meanings("codes"):
        return f"error or warning: {meanings('codes')[code]}"
    if code in meanings("findings"):
        return f"finding in a timetable: {meanings('findings', language=language)[code]}"
    notes = wordings()
    if code in notes and code != STATED:
        return f"note on a result: {notes[code].words[language]}"
    from grensgeo.declared.option import nearest

    known = sorted({*meanings("codes"), *meanings("findings"), *notes} - {STATED})
    raise InputError("code-unknown", f"{code!r} is no code of grensgeo{nearest(code, known)}")
