"""Which column of an export holds what: said by a map of columns, or told by its name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from grensgeo.declared.option import nearest
from grensgeo.errors import Faults, InputError, some
from grensgeo.files import read_toml
from grensgeo.listings.offer_words import OfferWords, offer_words, plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

#: What a column of an export can hold.
FIELDS = (
    "id", "title", "company", "address", "postcode", "town", "country", "level", "sector",
    "language", "count", "kind", "begins", "ends", "lon", "lat",
)  # fmt: skip
#: Joins columns in a map of columns: a street and a number.
_AND = "+"


@dataclass(frozen=True)
class OfferColumns:
    """How the columns of an export are read.

    Attributes
    ----------
    fields
        Names of columns by what they hold; several are joined by blanks.
    personal
        Columns of persons, which are not read.
    unread
        Columns that nothing is read from.
    """

    fields: Mapping[str, tuple[str, ...]]
    personal: tuple[str, ...]
    unread: tuple[str, ...]


@dataclass(frozen=True)
class OfferReading:
    """How exports of one school or agency are read: a file of TOML, or no more than a default.

    Attributes
    ----------
    columns
        Names of columns by what they hold.
    words
        What is written in them.
    """

    columns: Mapping[str, object]
    words: OfferWords

    def over(self, columns: Mapping[str, object]) -> OfferReading:
        """Return the same with other columns over its own."""
        return replace(self, columns={**self.columns, **columns})


def read_offer_reading(path: Path | None = None) -> OfferReading:
    """Read how exports are read.

    Parameters
    ----------
    path
        TOML with ``[columns]`` (``title = "Stage"``, ``address = ["Straat", "Nr"]``),
        ``[sectors]`` (``"Groene sector" = ["A"]``) and ``[levels]`` (``Basis = 2``,
        ``"Leerjaar 3" = "mbo-3"``), each of which may be left out; nothing of one's own if None.

    Returns
    -------
    OfferReading
        With the words that come with grensgeo beneath.

    Raises
    ------
    FileError
        If the file is missing or is no TOML.
    InputError
        With every table that is not known, and every field, section or level that is none.
    """
    words = offer_words()
    if path is None:
        return OfferReading({}, words)
    data = read_toml(path)
    faults = Faults()
    known = ("columns", "sectors", "levels")
    for name, table in data.items():
        if name not in known:
            faults.add(
                "key-unknown",
                f"[{name}] is not known; write {', '.join(f'[{k}]' for k in known)}"
                f"{nearest(name, known)}",
            )
        elif not isinstance(table, dict):
            faults.add("key-of-wrong-type", f"{name} is not a table; write [{name}]")
    if faults:
        raise InputError.of(faults, where=str(path))
    columns = data.get("columns", {})
    faults += _field_faults(columns)
    for table, add in (("sectors", OfferWords.with_sectors), ("levels", OfferWords.with_levels)):
        try:
            words = add(words, data.get(table, {}))
        except InputError as error:
            faults.extend(error.at(f"[{table}]"))
    if faults:
        raise InputError.of(faults, where=str(path))
    return OfferReading(columns, words)


def _field_faults(columns: Mapping[str, object]) -> Faults:
    """List fields that are not known, and columns that are no names."""
    faults = Faults()
    for field, given in columns.items():
        if field not in FIELDS:
            faults.add(
                "key-unknown",
                f"columns: {field!r} is not known; a column can hold {', '.join(FIELDS)}"
                f"{nearest(field, FIELDS)}",
            )
        elif not _names(given):
            faults.add(
                "key-of-wrong-type",
                f"columns: {field} is {given!r}; give the name of a column, or a list of several",
            )
    return faults


def _names(given: object) -> tuple[str, ...]:
    """Return the columns that one field is read from; none where they are no names."""
    if isinstance(given, str):
        return (given.strip(),) if given.strip() else ()
    if isinstance(given, (list, tuple)) and given and all(isinstance(one, str) for one in given):
        return tuple(one.strip() for one in given)
    return ()


def match_columns(found: Sequence[str], reading: OfferReading, *, where: str) -> OfferColumns:
    """Match the columns of an export with what they hold.

    Parameters
    ----------
    found
        Names of its columns.
    reading
        How it is read; what that does not name is told by the names of columns.
    where
        The file, for errors.

    Returns
    -------
    OfferColumns
        Whatever is of persons is left out.

    Raises
    ------
    InputError
        With every fault at once: fields that are not known, columns that are not there or are of
        persons; nothing that says what the offer is, or where.
    """
    faults = _field_faults(reading.columns)
    if faults:
        raise InputError.of(faults, where=where)
    personal = tuple(name for name in found if _personal(name, reading.words))
    fields: dict[str, tuple[str, ...]] = {}
    for field, given in reading.columns.items():
        fields[field] = _there(field, _names(given), found, faults, personal=personal)
    taken = {name for names in fields.values() for name in names} | {*personal}
    for field in FIELDS:
        if field in fields:
            continue
        alike = [name for name in found if name not in taken]
        order = reading.words.columns[field]
        ranked = [(order.index(plain(n)), n) for n in alike if plain(n) in order]
        if ranked:
            fields[field] = (min(ranked)[1],)
            taken.add(min(ranked)[1])
    if not faults:
        faults += _lacking(fields, found)
    if faults:
        raise InputError.of(faults, where=where)
    unread = tuple(name for name in found if name not in taken)
    return OfferColumns(fields, personal, unread)


def _there(
    field: str,
    names: Sequence[str],
    found: Sequence[str],
    faults: Faults,
    *,
    personal: Sequence[str],
) -> tuple[str, ...]:
    """Return the columns of a field as the file spells them."""
    spelt = {plain(name): name for name in found}
    whole = [name for name in names if name not in found and plain(name) not in spelt]
    pieces = [
        piece.strip()
        for name in names
        for piece in (name.split(_AND) if name in whole and _AND in name else [name])
    ]
    columns = []
    for piece in pieces:
        name = piece if piece in found else spelt.get(plain(piece))
        if name is None:
            faults.add(
                "column-missing",
                f"no column {piece!r}, from which {field} is to be read; found "
                f"{some(map(repr, found), most=15)}{nearest(piece, found)}",
            )
        elif name in personal:
            faults.add(
                "column-personal",
                f"column {name!r} is of a person and is not read ({field}); name another, or "
                "rename it where it holds nothing personal",
            )
        else:
            columns.append(name)
    return tuple(columns)


def _personal(name: str, words: OfferWords) -> bool:
    """Return whether a column is of a person by its name."""
    bare = plain(name)
    if bare.split(" ")[0] in words.unless:
        return False
    return any(f" {word} " in f" {bare} " for word in words.personal)


def _lacking(fields: Mapping[str, object], found: Sequence[str]) -> Faults:
    """List what no export can do without."""
    faults = Faults()
    there = f"found {some(map(repr, found), most=15)}"
    if not {"title", "company"} & {*fields}:
        faults.add(
            "column-missing",
            f"no column tells what is offered, or by whom; {there}; say which does, as "
            "--columns title=Stage company=Bedrijf",
        )
    if not ({"town", "postcode"} & {*fields} or {"lon", "lat"} <= {*fields}):
        faults.add(
            "column-missing",
            f"no column tells where it is; {there}; say which does, as --columns town=Plaats "
            "postcode=PC",
        )
    return faults
