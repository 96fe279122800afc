"""An export of internships or vacancies of any school or agency, read as offers.

What the offer is, whose, and where is kept as it stands, so that an adviser knows it again; what
is of persons is not read, and taken out of what is.
"""

from __future__ import annotations

import re
import warnings
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.countries import ISO_3166, all_countries, country_called
from grensgeo.errors import GrensgeoWarning, InputError
from grensgeo.files import need_ending, need_file, read_csv, read_sheet
from grensgeo.listings.offer_columns import OfferReading, match_columns, read_offer_reading
from grensgeo.listings.offer_words import plain
from grensgeo.notes import Note
from grensgeo.schema import EXPORTED_OFFERS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

    from grensgeo.listings.offer_columns import OfferColumns
    from grensgeo.listings.offer_words import OfferWords

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx")
#: What is kept as it stands, but for persons.
_KEPT = ("title", "company", "address", "town")
_EMAIL = re.compile(r"(?:\be-?mail\b|\bmail\b)?\s*:?\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
#: Nine digits or more with nothing but marks of telephone numbers between them.
_PHONE = re.compile(
    r"(?:\b(?:tel(?:efoon|efon)?|mob(?:iel|il)?|handy|phone)\b\.?)?\s*:?\s*"
    r"(?<![\w])(?:\+|\(?0)(?:[\s()/.-]*\d){8,}"
)
#: Whoever is named behind one of these is a person.
_NAMED = re.compile(
    r"[\s,;(\u2013-]*\b(?:contact(?:persoon)?|kontakt(?:person)?|ansprechpartner(?:in)?|"
    r"t\.?\s?a\.?\s?v|t\.?\s?n\.?\s?v|z\.\s?hd|z\.\s?h|c/o)\b\.?\s*:?.*$",
    flags=re.IGNORECASE,
)
_DUTCH_DAY = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})")
_LANGUAGES = {
    "nl": ("nl", "nederlands", "niederlaendisch", "dutch", "hollands"),
    "de": ("de", "duits", "deutsch", "german"),
    "en": ("en", "engels", "englisch", "english"),
}
#: Codes of what is said of words that are not known.
_UNKNOWN = {
    "level": "offers.level-unknown",
    "sector": "offers.sector-unknown",
    "language": "offers.language-unknown",
    "country": "offers.country-unknown",
    "count": "offers.count-unknown",
    "date": "offers.date-unknown",
    "coordinate": "offers.coordinate-unknown",
}
#: So many words that are not known are listed with what is like them.
_LISTED = 5


@dataclass
class _ExportTold:
    """What was met on the way, counted."""

    scrubbed: int = 0
    unknown: dict[str, Counter[str]] = field(default_factory=dict)

    def miss(self, what: str, text: str) -> None:
        """Count a word that is not known."""
        self.unknown.setdefault(what, Counter())[" ".join(text.split())] += 1


def read_offers(
    path: str | Path,
    *,
    columns: Mapping[str, object] | None = None,
    reading: OfferReading | None = None,
    layer: str | None = None,
) -> pd.DataFrame:
    r"""Read an export of internships or vacancies, whatever its columns are called.

    Parameters
    ----------
    path
        CSV separated by commas, semicolons or tabs, in UTF-8 or Windows-1252, or a workbook; its
        first row names the columns.
    columns
        Names of columns by what they hold, such as ``{"title": "Stage", "company": "Bedrijf"}``;
        a list of several is joined. What is not named is told by the names of the columns, in
        Dutch, German and English.
    reading
        Columns, sectors and levels of one's own (:func:`read_offer_reading`).
    layer
        Sheet of a workbook that has several.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.EXPORTED_OFFERS`, in the order of the file. Nothing personal is in
        it: columns of persons are not read, and addresses of mail, telephone numbers and names
        behind "contact" are taken out of texts.

    Raises
    ------
    FileError
        If the file is missing or unreadable.
    InputError
        If a column is not there, or nothing says what is offered or where.

    Warns
    -----
    GrensgeoWarning
        With what is not read, and words for levels and sectors that are not known, each with what
        is most like it; an offer with such a word is kept.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "export.csv"
    ...     _ = file.write_text("Stage;Bedrijf;Plaats;Niveau\nLasser;Staal BV;Losser;MBO 3/4\n")
    ...     offers = read_offers(file)
    >>> offers.loc[0, ["title", "company", "town"]].tolist(), offers[["eqf_min", "eqf_max"]].values
    (['Lasser', 'Staal BV', 'Losser'], array([[3, 4]]))
    """
    reading = reading or read_offer_reading()
    table, notes = read_export(Path(path), reading.over(columns or {}), layer=layer)
    if notes:
        warnings.warn(GrensgeoWarning.of(notes), stacklevel=2)
    return table


def read_export(
    path: Path, reading: OfferReading, *, layer: str | None = None
) -> tuple[pd.DataFrame, list[Note]]:
    """Read an export and what is to be said of it; see :func:`read_offers`.

    Parameters
    ----------
    path, layer
        As for :func:`read_offers`.
    reading
        Columns, and the words in them.

    Returns
    -------
    tuple
        The offers, and notes on what is not read or not known.
    """
    frame = _texts(path, layer)
    matched = match_columns(list(frame.columns), reading, where=str(path))
    told = _ExportTold()
    table = _offers(frame, matched, reading.words, told)
    said = frame[list(matched.fields["title" if "title" in matched.fields else "company"])] != ""
    empty = ~said.any(axis=1).to_numpy()
    table = table[~empty].reset_index(drop=True)
    if table.empty:
        raise InputError("table-empty", f"{path}: no offers; give an export with rows")
    likes = {"sector": reading.words.like_sector, "level": reading.words.like_level}
    notes = _notes(matched, told, likes, n_empty=int(empty.sum()))
    return EXPORTED_OFFERS.check(table, where=str(path)), notes


def _texts(path: Path, layer: str | None) -> pd.DataFrame:
    """Read a table as text; the index is the row of the file, from 2."""
    need_ending(path, ENDINGS)
    need_file(path)
    frame = read_sheet(path, layer=layer) if path.suffix.lower() == ".xlsx" else read_csv(path)
    frame = frame.set_axis([str(name).strip() for name in frame.columns], axis=1)
    for name in frame.columns:
        frame[name] = [_text(value) for value in frame[name]]
    return frame.set_axis(range(2, len(frame) + 2), axis=0)


def _text(value: object) -> str:
    """Return what stands in a field as a line of text; nothing where it is empty."""
    if value is None or value != value:  # noqa: PLR0124  NaN
        return ""
    if isinstance(value, (date, datetime)):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def _offers(
    frame: pd.DataFrame, matched: OfferColumns, words: OfferWords, told: _ExportTold
) -> pd.DataFrame:
    """Return the offers of rows of text."""
    import pandas as pd

    def column(name: str) -> list[str]:
        names = list(matched.fields.get(name, ()))
        rows = frame[names].to_numpy().tolist() if names else [[]] * len(frame)
        return [" ".join(piece for piece in row if piece) for row in rows]

    def each(name: str, read: Callable[[str], object]) -> list[object]:
        return [read(value) if value else None for value in column(name)]

    def known(what: str, read: Callable[[str], object]) -> Callable[[str], object]:
        def one(value: str) -> object:
            found = read(value)
            if not found:
                told.miss(what, value)
            return found or None

        return one

    kept = {name: [_without_persons(value, told) for value in column(name)] for name in _KEPT}
    levels = [one if isinstance(one, tuple) else (None, None)
              for one in each("level", known("level", words.level_of))]  # fmt: skip
    titles = zip(column("kind"), kept["title"], strict=True)
    return pd.DataFrame(
        {
            "id": _ids(column("id"), frame.index.tolist()),
            **{name: [value or None for value in values] for name, values in kept.items()},
            "postcode": [value.upper() or None for value in column("postcode")],
            "country": _countries(column("country"), column("postcode"), told),
            "opp_type": [
                words.kind_of(kind) or words.kind_of(title) or "internship"
                for kind, title in titles
            ],
            "count": each("count", known("count", _count)),
            "level": [value or None for value in column("level")],
            "eqf_min": [low for low, _ in levels],
            "eqf_max": [high for _, high in levels],
            "sector": [value or None for value in column("sector")],
            "nace": each("sector", known("sector", lambda v: " ".join(words.sections_of(v)))),
            "language": each("language", known("language", _language)),
            "valid_from": each("begins", known("date", _day)),
            "valid_to": each("ends", known("date", _day)),
            "lon": each("lon", known("coordinate", _degrees)),
            "lat": each("lat", known("coordinate", _degrees)),
            "row": frame.index.tolist(),
        }
    )  # fmt: skip


def _ids(said: list[str], rows: list[int]) -> list[str]:
    """Return ids: those of the file where each is there once, and else with the row."""
    often = Counter(said)
    return [
        one if one and often[one] == 1 else f"{one}{'/' if one else ''}{row}"
        for one, row in zip(said, rows, strict=True)
    ]


def _without_persons(text: str, told: _ExportTold) -> str:
    """Return a text without addresses of mail, telephone numbers and persons who are named."""
    found = text
    for pattern in (_NAMED, _EMAIL, _PHONE):
        found = pattern.sub("", found)
    if found != text:
        told.scrubbed += 1
        found = re.sub(r"[\s,;:(\u2013-]+$", "", re.sub(r"\(\s*\)", "", found)).strip()
    return found


def _countries(said: list[str], postcodes: list[str], told: _ExportTold) -> list[str | None]:
    """Return the country of each offer by its name or code, or by its postcode."""
    found: list[str | None] = []
    for name, postcode in zip(said, postcodes, strict=True):
        code = name.upper() if name.upper() in ISO_3166 else country_called(name)
        code = code or _lettered(name.upper())
        if name and code is None:
            told.miss("country", name)
        found.append(code or _of_postcode(postcode))
    return found


def _of_postcode(postcode: str) -> str | None:
    """Return the country that alone has a postcode of this shape, None where several do."""
    text = postcode.strip().upper()
    lead = re.fullmatch(r"([A-Z]{1,3})[ -]+.+", text)
    if lead and (code := _lettered(lead[1])):
        return code
    told = [one.code for one in all_countries() if one.postcode and one.postcode.fullmatch(text)]
    return told[0] if len(told) == 1 else None


def _lettered(letters: str) -> str | None:
    """Return the country of letters as on a car, and before a postcode: ``D`` or ``DE``."""
    return next((x.code for x in all_countries() if letters in {x.code, *x.also}), None)


def _count(text: str) -> float | None:
    """Return a whole number of places."""
    number = re.match(r"\d{1,4}(?![\d.,]*\d)", text)
    return float(number[0]) if number else None


def _language(text: str) -> str | None:
    """Return the first language of a text that is known."""
    for word in plain(text).split():
        for code, names in _LANGUAGES.items():
            if word in names:
                return code
    return None


def _day(text: str) -> str | None:
    """Return a day as ISO 8601 has it; days come before months in both countries."""
    dutch = _DUTCH_DAY.match(text)
    try:
        if dutch:
            return date(int(dutch[3]), int(dutch[2]), int(dutch[1])).isoformat()
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return None


def _degrees(text: str) -> float | None:
    """Return degrees with a decimal point or comma; 0, written for want of any, is none."""
    number = re.fullmatch(r"[-+]?\d{1,3}(?:[.,]\d+)?", text)
    return (float(text.replace(",", ".")) or None) if number else None


def _notes(
    matched: OfferColumns,
    told: _ExportTold,
    likes: Mapping[str, Callable[[str], str]],
    *,
    n_empty: int,
) -> list[Note]:
    """Return what is to be said of an export."""
    notes = []
    if matched.personal:
        notes.append(
            Note(
                "offers.personal-columns", n=len(matched.personal), names=_quoted(matched.personal)
            )
        )
    if told.scrubbed:
        notes.append(Note("offers.personal-texts", n=told.scrubbed))
    if matched.unread:
        notes.append(
            Note("offers.columns-unread", n=len(matched.unread), names=_quoted(matched.unread))
        )
    if n_empty:
        notes.append(Note("offers.rows-empty", n=n_empty))
    for what, words in told.unknown.items():
        said = _quoted([*words], likes.get(what))
        notes.append(Note(_UNKNOWN[what], n=words.total(), words=said))
    return notes


def _quoted(names: tuple[str, ...] | list[str], likes: Callable[[str], str] | None = None) -> str:
    """Return the first of some names, with what is most like each, and how many more there are."""
    more = len(names) - _LISTED
    near = {name: likes(name) if likes else "" for name in names[:_LISTED]}
    said = ", ".join(f"'{name}'" + (f" ({one}?)" if one else "") for name, one in near.items())
    return said + (f" … (+{more})" if more > 0 else "")
