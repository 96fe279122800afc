"""What is written in exports of schools and agencies: columns, kinds, levels and sectors."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

from grensgeo.declared.option import like
from grensgeo.errors import Faults, InputError
from grensgeo.statistics.frameworks import NACE_SECTIONS, eqf_range, nace_section

if TYPE_CHECKING:
    from collections.abc import Mapping

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
#: What stands between several levels or sectors in one field.
_BETWEEN = re.compile(r"\s*(?:[/,;|+&]|\ben\b|\bund\b|\band\b|\bof\b|\boder\b|\bor\b)\s*")
#: A level of vocational training by its number alone, as Dutch schools write it: 1 to 4 are those
#: of mbo and of the framework alike (Nuffic; NLQF), higher ones are of the framework.
_NUMBERS = re.compile(r"(?:mbo|bol|bbl|niveau|niv|n|level|stufe|eqf|eqr|dqr|nlqf|\s)*([1-8])")
#: After a number they say how long it takes, and no level.
_YEARS = frozenset({"jaar", "jahr", "jahre", "year", "years", "maanden", "monate", "months"})
#: Beside these a number is a level.
_SAYS_LEVEL = frozenset({"mbo", "niveau", "level", "eqf", "eqr", "dqr", "nlqf", "bol", "bbl"})
#: Kinds of education that are levels by themselves.
_KINDS = frozenset({"hbo", "wo", "bachelor", "master"})
_SPAN = re.compile(r"(\d)\s*(?:-|tot en met|t/m|tot|bis|to)\s*(\d)")


def plain(text: str) -> str:
    """Return a text in small letters without accents and marks, umlauts as two letters.

    Examples
    --------
    >>> plain("Straße / Hausnr."), plain("Pflege- & Gesundheit"), plain("Büro")
    ('strasse hausnr', 'pflege gesundheit', 'buero')
    """
    small = unicodedata.normalize("NFC", text).lower().translate(_UMLAUTS)
    bare = "".join(c for c in unicodedata.normalize("NFD", small) if not unicodedata.combining(c))
    return " ".join(re.sub(r"[^0-9a-z]+", " ", bare).split())


@dataclass(frozen=True)
class OfferWords:
    """Words by what they stand for.

    Attributes
    ----------
    columns
        Names of columns in plain letters, by field.
    personal
        Words of columns of persons.
    unless
        Words with which a column begins that is of nobody.
    kinds
        Kind of an offer by a word in it.
    levels
        Lowest and highest level of the European framework by a word.
    sectors
        Sections of NACE Rev. 2 by a word.
    """

    columns: Mapping[str, tuple[str, ...]]
    personal: tuple[str, ...]
    unless: tuple[str, ...]
    kinds: Mapping[str, str]
    levels: Mapping[str, tuple[int, int]]
    sectors: Mapping[str, tuple[str, ...]]

    def with_sectors(self, sectors: Mapping[str, object]) -> OfferWords:
        """Add sectors of one's own, over those that are known.

        Parameters
        ----------
        sectors
            One or more sections of NACE Rev. 2 by a word.

        Raises
        ------
        InputError
            If a section is none.
        """
        own: dict[str, tuple[str, ...]] = {}
        faults = Faults()
        for word, given in sectors.items():
            sections = [given] if isinstance(given, str) else given
            if not isinstance(sections, (list, tuple)) or any(
                one not in NACE_SECTIONS for one in sections
            ):
                faults.add(
                    "choice-unknown",
                    f"sector {word!r} is {given!r}; give sections of NACE Rev. 2, as "
                    '["C", "F"] (A to U)',
                )
                continue
            own[plain(word)] = tuple(sections)
        if faults:
            raise InputError.of(faults)
        return _with(self, levels=self.levels, sectors={**self.sectors, **own})

    def with_levels(self, levels: Mapping[str, object]) -> OfferWords:
        """Add levels of one's own, over those that are known.

        Parameters
        ----------
        levels
            A level by a word: a number from 1 to 8, or what :func:`grensgeo.eqf_range` knows.

        Raises
        ------
        InputError
            If a level is none.
        """
        own: dict[str, tuple[int, int]] = {}
        faults = Faults()
        for word, given in levels.items():
            try:
                own[plain(word)] = eqf_range(
                    f"eqf-{given}" if isinstance(given, int) else str(given)
                )
            except InputError as error:
                faults.extend(error.at(f"level {word!r}"))
        if faults:
            raise InputError.of(faults)
        return _with(self, levels={**self.levels, **own}, sectors=self.sectors)

    def level_of(self, text: str) -> tuple[int, int] | None:
        """Return the lowest and the highest level that a text names, None where it names none.

        Examples
        --------
        >>> words = offer_words()
        >>> [words.level_of(text) for text in ("MBO niveau 4", "3/4", "Ausbildung", "hbo", "?")]
        [(4, 4), (3, 4), (3, 4), (5, 7), None]
        """
        span = _SPAN.search(text.lower())
        if span:
            return _between(int(span[1]), int(span[2]))
        found = [self._level(piece) for piece in _BETWEEN.split(text.lower().strip()) if piece]
        told = [one for one in found if one is not None]
        if not told or len(told) < len(found):
            return None
        return min(low for low, _ in told), max(high for _, high in told)

    def _level(self, text: str) -> tuple[int, int] | None:
        """Return the levels of one word or number."""
        bare = plain(text)
        number = _NUMBERS.fullmatch(bare)
        if bare in self.levels:
            return self.levels[bare]
        if number:
            return int(number[1]), int(number[1])
        for known in (text.strip(), bare):
            with suppress(InputError):
                return eqf_range(known)
        return self._level_within(bare.split())

    def _level_within(self, words: list[str]) -> tuple[int, int] | None:
        """Return the levels that some of several words name, if those agree."""
        digits = [word for word in words if re.fullmatch(r"[1-8]", word)]
        first = words[:1] == digits[:1] and not {*words} & _YEARS
        if len(digits) == 1 and (first or {*words} & _SAYS_LEVEL):
            return int(digits[0]), int(digits[0])
        held = {self.levels[word] for word in words if word in self.levels}
        held |= {eqf_range(word) for word in words if word in _KINDS}
        return held.pop() if len(held) == 1 else None

    def sections_of(self, text: str) -> tuple[str, ...]:
        """Return the sections of NACE Rev. 2 that a text names, none where it names none.

        Examples
        --------
        >>> words = offer_words()
        >>> [words.sections_of(text) for text in ("Metall", "Zorg & Welzijn", "62.01", "Voodoo")]
        [('C',), ('Q',), ('J',), ()]
        """
        bare = plain(text)
        if bare in self.sectors:
            return self.sectors[bare]
        try:
            return (nace_section(text.strip()),)
        except InputError:
            pass
        found: dict[str, None] = {}
        for piece in _BETWEEN.split(text.lower()):
            found |= dict.fromkeys(self._sections(plain(piece)))
        return tuple(sorted(found))

    def _sections(self, bare: str) -> tuple[str, ...]:
        """Return the sections of the longest known words in a text."""
        if bare in self.sectors:
            return self.sectors[bare]
        inside = [word for word in self.sectors if f" {word} " in f" {bare} "]
        return self.sectors[max(inside, key=len)] if inside else ()

    def like_sector(self, text: str) -> str:
        """Return the known word that is most like a text, empty where none is."""
        return like(plain(text), list(self.sectors)) or ""

    def like_level(self, text: str) -> str:
        """Return the known word that is most like a text, empty where none is."""
        return like(plain(text), list(self.levels)) or ""

    def kind_of(self, text: str) -> str | None:
        """Return the kind of an offer by the words in a text, None where none tells it."""
        bare = plain(text)
        found = {kind for word, kind in self.kinds.items() if word in bare.split()}
        found |= {kind for word, kind in self.kinds.items() if len(word) > 4 and word in bare}
        for kind in ("graduation", "apprenticeship", "internship", "job"):  # the narrower first
            if kind in found:
                return kind
        return None


def _between(one: int, other: int) -> tuple[int, int] | None:
    """Return two levels in order, None where one is no level."""
    low, high = sorted((one, other))
    return (low, high) if low >= 1 and high <= 8 else None


def _with(
    words: OfferWords,
    *,
    levels: Mapping[str, tuple[int, int]],
    sectors: Mapping[str, tuple[str, ...]],
) -> OfferWords:
    """Return the words with other levels and sectors."""
    return OfferWords(
        words.columns, words.personal, words.unless, words.kinds,
        MappingProxyType(dict(levels)), MappingProxyType(dict(sectors)),
    )  # fmt: skip


@cache
def offer_words() -> OfferWords:
    """Return the words that come with grensgeo (``offer_words.toml``)."""
    text = (resources.files("grensgeo.listings") / "offer_words.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return OfferWords(
        MappingProxyType({field: tuple(names) for field, names in data["columns"].items()}),
        tuple(data["personal"]["words"]),
        tuple(data["personal"]["unless"]),
        MappingProxyType({word: kind for kind, words in data["kinds"].items() for word in words}),
        MappingProxyType({word: eqf_range(level) for word, level in data["levels"].items()}),
        MappingProxyType(
            {word: tuple(one["nace"]) for one in data["sectors"] for word in one["words"]}
        ),
    )
