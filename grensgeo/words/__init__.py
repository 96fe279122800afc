"""Every word of pages, pictures, feeds and notes in Dutch, German and English: one loader.

The words stand in the TOML files beside this module, for translators to edit. An entry is a table
with one text a language:

.. code-block:: toml

    [text.head_flows]
    nl = "De grootste stromen {mode}"
    de = "Die größten Ströme {mode}"
    en = "The largest flows {mode}"

``{mode}`` is filled in where the words are used, and is the same in every language.
``{opportunity.jobs}`` is a term of ``terms.toml``, the one name of a thing, and
``{Opportunity.jobs}`` the same with a capital: these are filled in here.
"""

from __future__ import annotations

import datetime as dt
import re
import string
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Language = Literal["nl", "de", "en"]
#: The languages of every word, in the order of a page's switch.
LANGUAGES: tuple[Language, ...] = get_args(Language)
#: Endings of texts for one country and for more than two.
FORMS = ("_in_one", "_in_many")
#: Countries of which texts without such an ending speak.
TWO = 2
#: Thousands and decimals as each language writes them.
MARKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"nl": (".", ","), "de": (".", ","), "en": (",", ".")}
)
#: One text in every language.
Text = dict[str, str]
#: What is filled in where words are used.
Value = str | int | float

_TERM = re.compile(r"\{(\w+)\.(\w+)\}")


@dataclass(frozen=True)
class Entry:
    """The texts of one entry, in the order of :data:`LANGUAGES`, and the lists beside them."""

    texts: tuple[str, ...]
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def text(self) -> Text:
        """Return the texts by language."""
        return dict(zip(LANGUAGES, self.texts, strict=True))


@cache
def entries(file: str) -> Mapping[str, Entry]:
    """Return the entries of a file by their dotted keys, which nothing can change.

    Parameters
    ----------
    file
        Name without ``.toml``, such as ``"atlas"`` or ``"notes/streets"``.

    Raises
    ------
    KeyError
        If an entry lacks a language, holds anything else, names a term that is none, or is
        filled in otherwise in one language than in another.
    """
    path = files(__name__).joinpath(*f"{file}.toml".split("/"))
    terms = {} if file == "terms" else entries("terms")
    return read(path.read_text(encoding="utf-8"), where=f"{file}.toml", terms=terms)


def read(toml: str, *, where: str, terms: Mapping[str, Entry]) -> Mapping[str, Entry]:
    """Read and check entries; see :func:`entries`."""
    tables = _leaves(tomllib.loads(toml), where)
    return MappingProxyType({key: _entry(f"{where}: {key}", t, terms) for key, t in tables})


def names(*folders: str) -> list[str]:
    """Return the files of folders of words, as :func:`entries` takes them; "" is the top."""
    return sorted(
        f"{folder}/{file.name.removesuffix('.toml')}".removeprefix("/")
        for folder in folders
        for file in files(__name__).joinpath(folder).iterdir()
        if file.name.endswith(".toml")
    )


def text(path: str) -> Text:
    """Return one text in every language.

    Examples
    --------
    >>> text("terms.opportunity.jobs")["de"]
    'Arbeitsplätze'
    """
    file, _, key = path.partition(".")
    return entries(file)[key].text()


def texts(path: str) -> dict[str, Text]:
    """Return the texts of a section by the rest of their keys, in the order of the file.

    Examples
    --------
    >>> list(texts("atlas.period"))[:2]
    ['free_flow', 'morning_peak']
    """
    file, _, section = path.partition(".")
    start = f"{section}."
    return {
        key.removeprefix(start): entry.text()
        for key, entry in entries(file).items()
        if key.startswith(start)
    }


def in_form(found: Mapping[str, Text], countries: int) -> dict[str, Text]:
    """Return texts in the form for so many countries, by their keys without its ending.

    Parameters
    ----------
    found
        Texts by key, some of them with an ending of ``FORMS``.
    countries
        How many are shown.

    Examples
    --------
    >>> told = {"x": {"en": "both"}, "x_in_one": {"en": "it"}, "x_in_many": {"en": "all"}}
    >>> [in_form(told, n)["x"]["en"] for n in (1, 2, 3)]
    ['it', 'both', 'all']
    """
    plain = {key: text for key, text in found.items() if not key.endswith(FORMS)}
    form = FORMS[0] if countries == 1 else FORMS[1] if countries > TWO else None
    if form is None:
        return plain
    own = {key.removesuffix(form): text for key, text in found.items() if key.endswith(form)}
    return plain | own


def in_every_language(words: Mapping[str, str] | str) -> Text:
    """Return a user's words in every language, the first given standing in for a missing one.

    Parameters
    ----------
    words
        Words by language, or one string for all.

    Examples
    --------
    >>> in_every_language({"en": "Plan"})["nl"]
    'Plan'
    """
    if isinstance(words, str):
        return dict.fromkeys(LANGUAGES, words)
    spare = words.get("en") or next(iter(words.values()), "")
    return {language: words.get(language) or spare for language in LANGUAGES}


def fill(template: str, values: Mapping[str, Value], language: str) -> str:
    """Return a text with its values, numbers written as its language writes them.

    A day, as text (2026-11-30), is written out where the text says ``{name:date}``, its month
    where it says ``{name:month}``, and a moment (2026-11-30T07:30) where it says
    ``{name:moment}``.

    Examples
    --------
    >>> fill("{n} banen", {"n": 12500}, "nl"), fill("{share:.1f} %", {"share": 0.5}, "de")
    ('12.500 banen', '0,5 %')
    >>> fill("am {day:date}", {"day": "2027-03-01"}, "de")
    'am 1. März 2027'
    >>> fill("im {day:month}", {"day": "2027-03-01"}, "de")
    'im März 2027'
    >>> fill("ab {at:moment}", {"at": "2027-03-01T07:30"}, "de")
    'ab 1. März 2027, 07:30 Uhr'
    """
    return _Numbers(language).vformat(template, (), values)


def capital(words: str) -> str:
    """Return words with a capital at their beginning."""
    return words[:1].upper() + words[1:]


#: How a day is written, by what a text asks for behind its name.
_WRITTEN = {
    "date": "terms.date.written",
    "month": "terms.date.month_written",
    "moment": "terms.date.moment_written",
}


class _Numbers(string.Formatter):
    """Formats numbers with the marks of a language."""

    def __init__(self, language: str) -> None:
        self.language, self.marks = language, MARKS[language]

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 - as its base has it
        """Write a number with the language's marks, and anything else as it is."""
        if format_spec in _WRITTEN:
            return _written_date(str(value), self.language, as_=format_spec)
        if isinstance(value, bool) or not isinstance(value, int | float):
            return str(super().format_field(value, format_spec))
        written = format(value, format_spec or (",d" if isinstance(value, int) else ",.10g"))
        thousands, decimal = self.marks
        return written.translate({ord(","): thousands, ord("."): decimal})


def _written_date(day: str, language: str, *, as_: str) -> str:
    """Return a day, its month or a moment as a language writes it; what is none stays as it is."""
    try:
        at = dt.datetime.fromisoformat(day) if as_ == "moment" else _midnight(day)
    except ValueError:
        return day
    month = text("terms.date.months")[language].split()[at.month - 1]
    values: dict[str, Value] = {"day": at.day, "month": month, "year": str(at.year)}
    values["time"] = f"{at:%H:%M:%S}" if at.second else f"{at:%H:%M}"
    zone = "" if at.tzinfo is None else f" ({at.tzname()})"
    return fill(text(_WRITTEN[as_])[language], values, language) + zone


def _midnight(day: str) -> dt.datetime:
    """Return the begin of a day."""
    return dt.datetime.combine(dt.date.fromisoformat(day), dt.time())


def _leaves(
    tables: Mapping[str, Any], where: str, before: str = ""
) -> Iterator[tuple[str, dict[str, Any]]]:
    """List the tables that hold words, with their dotted keys, and those within them."""
    for name, table in tables.items():
        if isinstance(table, dict):
            if any(not isinstance(value, dict) for value in table.values()):
                yield f"{before}{name}", table
            yield from _leaves(table, where, f"{before}{name}.")
        elif not before:
            raise KeyError(f"{where}: {name} stands in no entry")


def _entry(where: str, table: Mapping[str, Any], terms: Mapping[str, Entry]) -> Entry:
    """Check the table of one entry and fill in its terms."""
    told = {name: value for name, value in table.items() if not isinstance(value, dict)}
    lists = {name: value for name, value in told.items() if isinstance(value, list)}
    if {*told} - {*lists} != {*LANGUAGES} or not all(told[x] for x in LANGUAGES):
        raise KeyError(f"{where}: has {', '.join(sorted(told))}; write {', '.join(LANGUAGES)}")
    found = tuple(_with_terms(where, told[x], terms, place) for place, x in enumerate(LANGUAGES))
    places = {frozenset(places_of(words)) for words in found}
    if len(places) > 1:
        raise KeyError(f"{where}: is filled in otherwise in one language than in another")
    return Entry(found, tuple((name, tuple(value)) for name, value in sorted(lists.items())))


def places_of(words: str) -> set[str]:
    """Return the names of what is filled in."""
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


def _with_terms(where: str, words: str, terms: Mapping[str, Entry], place: int) -> str:
    """Fill in terms; a section with a capital gives its term one."""

    def term(match: re.Match[str]) -> str:
        section, name = match[1], match[2]
        entry = terms.get(f"{section[:1].lower()}{section[1:]}.{name}")
        if entry is None:
            raise KeyError(f"{where}: {match[0]} is no term of terms.toml")
        return capital(entry.texts[place]) if section[:1].isupper() else entry.texts[place]

    return _TERM.sub(term, words)
