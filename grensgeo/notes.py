"""Assumptions and limits of a result, each with a code, its values and words in three languages.

A note is made where something is assumed, left out or not known. It is a string, its English
sentence, so that it can be printed anywhere; what it means is its ``code`` and ``values``, which
pages and feeds read. Its words stand in ``words/notes/``, a file a room, for translators to edit:

.. code-block:: toml

    [streets.dead-ways]              # the code
    nl = "{n} wegen …, zoals {example}"
    de = "{n} Wege …, etwa {example}"
    en = "{n} ways …, such as {example}"
    concerns = ["car"]               # modes or opportunities; left out: everything
    brief = { nl = "…", de = "…", en = "…" }   # told on the map itself; left out: in its list only
    short = { nl = "…", de = "…", en = "…" }   # a few words, where there is no room for more

Notes that say more of one thing share their ``brief``: a page tells it once, with the sentences
below it.

Numbers among the values are written as each language writes them; years, dates and codes are given
as text, which stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from grensgeo import words
from grensgeo.errors import InputError
from grensgeo.words import LANGUAGES, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: How :func:`grensgeo.errors.some` ends a list that it cuts.
_IN_ALL = re.compile(r"\((\d+) in all\)$")
#: The value that names what is counted: an opportunity, mostly.
_COUNTED = "what"
#: The code of a note that a user wrote, in one language or in all, and no code stands for.
STATED = "stated"
#: What may stand beside the words of a note: what a map says of it, and the same in a few words.
_SIDES = ("brief", "short")


class Note(str):
    """One assumption, limit or omission: an English sentence that knows its code and values.

    Parameters
    ----------
    code
        A table of ``words/notes/*.toml``, such as ``"streets.speeds"``.
    values
        What stands in the braces of its words; numbers, and text for years, dates and codes.

    Raises
    ------
    KeyError
        If no words stand for the code, or a value that they name is not given.

    Examples
    --------
    >>> note = Note("extract-ends")
    >>> note.code, note.text("nl")[:32]
    ('extract-ends', 'De gegevens houden op aan de ran')
    """

    __slots__ = ("code", "values")
    code: str
    values: tuple[tuple[str, Value], ...]

    def __new__(cls, code: str, **values: Value) -> Self:
        """Write the English sentence and keep what it was written from."""
        result = super().__new__(cls, _written(code, values, "en"))
        result.code = code
        result.values = tuple(sorted(values.items()))
        return result

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Value]]:
        """Return what tells pickle and copy how to make it again."""
        return (self.code,), dict(self.values)

    def __repr__(self) -> str:
        return f"Note({self.code!r}, {str(self)!r})"

    def text(self, language: str) -> str:
        """Return the sentence in a language."""
        return _written(self.code, dict(self.values), language)

    def texts(self) -> dict[str, str]:
        """Return the sentence in every language."""
        return {language: self.text(language) for language in LANGUAGES}

    @property
    def brief(self) -> dict[str, str]:
        """What a map says of it, by language: the sentence where there is nothing shorter."""
        return self._wording().brief or self.texts()

    @property
    def short(self) -> dict[str, str]:
        """The same in a few words, by language."""
        return self._wording().short or self.brief

    @property
    def concerns(self) -> tuple[str, ...]:
        """The modes or opportunities that it is about; empty where it is about all."""
        return self._wording().concerns

    @property
    def on_map(self) -> bool:
        """Whether a map tells it beside its legend, and not only in its list of notes."""
        return self._wording().brief is not None

    def _wording(self) -> Wording:
        return _own(dict(self.values)) if self.code == STATED else wording(self.code)

    def to_dict(self) -> dict[str, Any]:
        """Return code, values and the English sentence, ready for JSON."""
        return {"code": self.code, "values": dict(self.values), "text": str(self)}


def stated(
    text: str | Mapping[str, str],
    *,
    brief: Mapping[str, str] | None = None,
    short: Mapping[str, str] | None = None,
    concerns: Iterable[str] = (),
) -> Note:
    """Return a note that no code stands for: a sentence of one's own, about one's own data.

    Parameters
    ----------
    text
        One sentence for every language, or sentences by language (``nl``, ``de``, ``en``).
    brief, short
        What the map itself says of it, and the same in a few words, by language; none: it is
        told in the map's list of notes only.
    concerns
        Modes or opportunities that it is about; none: all.

    Returns
    -------
    Note
        With the code ``"stated"``.

    Examples
    --------
    >>> stated({"nl": "Zonder veerponten.", "en": "Without ferries."}).text("de")
    'Without ferries.'
    """
    if isinstance(text, Note):
        return text
    values: dict[str, Value] = dict(words.in_every_language(text))
    for name, texts in (("brief", brief), ("short", short)):
        values |= {f"{name}_{language}": texts[language] for language in LANGUAGES if texts}
    if concerns:
        values["concerns"] = " ".join(concerns)
    return Note(STATED, **values)


def _own(values: Mapping[str, Value]) -> Wording:
    """Read what :func:`stated` laid beside its sentences."""
    told: dict[str, words.Text] = {
        name: {x: str(values[f"{name}_{x}"]) for x in LANGUAGES if f"{name}_{x}" in values}
        for name in ("brief", "short")
    }
    return Wording(
        {language: str(values[language]) for language in LANGUAGES},
        told["brief"] or None,
        told["short"] or None,
        tuple(str(values.get("concerns", "")).split()),
    )


def read_note(data: object) -> Note:
    """Return the note that :meth:`Note.to_dict` wrote, or that an older file holds as a sentence.

    Raises
    ------
    InputError
        If it is neither.
    """
    if isinstance(data, str):
        return stated(data)
    if not isinstance(data, dict) or not isinstance(data.get("values", {}), dict):
        raise InputError(
            "note-unreadable",
            f"note {data!r} is neither a sentence nor a record with code and values",
        )
    values = data.get("values", {})
    if data.get("code") == STATED and not all(isinstance(x, str) for x in values.values()):
        raise InputError("note-unreadable", f"note {data!r} holds a sentence that is no text")
    try:
        return Note(data["code"], **values)
    except (KeyError, TypeError, ValueError, AttributeError):
        # written by another version: its words are gone, its sentence is not
        if isinstance(data.get("text"), str):
            return stated(data["text"])
        raise InputError(
            "note-unreadable", f"note {data!r} has no code that is known, and no text"
        ) from None


@dataclass(frozen=True)
class Wording:
    """The words of one note as they stand in ``words/notes/``."""

    words: dict[str, str]
    brief: dict[str, str] | None = None
    short: dict[str, str] | None = None
    concerns: tuple[str, ...] = ()


def wording(code: str) -> Wording:
    """Return the words of a code.

    Raises
    ------
    KeyError
        If no words stand for it.
    """
    return wordings()[code]


@cache
def wordings() -> Mapping[str, Wording]:
    """Read the words of every note, by code.

    Raises
    ------
    KeyError
        If words for a code stand twice, or beside them stands what no note has.
    """
    found = {STATED: Wording({language: f"{{{language}}}" for language in LANGUAGES})}
    for file in words.names("notes"):
        told = words.entries(file)
        sides = {key for key in told if key.rpartition(".")[0] in told}
        strange = {key for key in sides if key.rpartition(".")[2] not in _SIDES}
        if strange:
            raise KeyError(f"{file}: {', '.join(sorted(strange))}; write {' or '.join(_SIDES)}")
        for code in (key for key in told if key not in sides):
            if code in found:
                raise KeyError(f"{file}: words for {code!r} stand twice")
            brief, short = (told.get(f"{code}.{side}") for side in _SIDES)
            lists = dict(told[code].lists)
            found[code] = Wording(
                told[code].text(),
                brief.text() if brief else None,
                short.text() if short else None,
                lists.pop("concerns", ()),
            )
            if lists:
                raise KeyError(f"{file}: {code} holds {', '.join(lists)}; a note has concerns")
    return MappingProxyType(found)


def _written(code: str, values: Mapping[str, Value], language: str) -> str:
    if code == STATED:
        return str(values[language])  # a user's own sentence: its braces are no places
    filled = {name: _said(name, value, language) for name, value in values.items()}
    return words.fill(wording(code).words[language], filled, language)


def _said(name: str, value: Value, language: str) -> Value:
    """Return a value in words: the term of what is counted, and how many a cut list has in all."""
    if not isinstance(value, str) or language == "en":
        return value
    if name == _COUNTED and value in (terms := words.texts("terms.opportunity")):
        return terms[value][language]
    in_all = words.text("pages.listed.in_all")[language]
    return _IN_ALL.sub(lambda found: in_all.replace("{n}", found[1]), value)
