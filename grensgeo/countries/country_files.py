"""What is known of a country, one data file each: law, codes, names, extent, holidays.

A new country is a new file beside this module, ``XX.toml``, with the next free number. Nothing
else in the code knows a country by its code.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from grensgeo.countries.public_holidays import Holiday
from grensgeo.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date


@dataclass(frozen=True)
class CodeShape:
    """Codes of one level of areas in a country.

    Attributes
    ----------
    level
        ``municipality``, or a country's own, such as ``kreis``.
    pattern
        What such a code looks like, all of it.
    alone
        Whether the shape tells the country too.
    example
        One such code; empty where none is given.
    called
        What tables of several countries call the column of such codes; empty where they have none.
    """

    level: str
    pattern: re.Pattern[str]
    alone: bool
    example: str = ""
    called: str = ""


@dataclass(frozen=True)
class Damaged:
    """What a spreadsheet leaves of a municipality's code that it takes for a number.

    Attributes
    ----------
    pattern
        What is left, where the country is known.
    alone
        What can be nothing else, whatever the country; None where there is no such shape.
    written
        How to write it: ``a gemeente as GM0153``.
    """

    pattern: re.Pattern[str]
    alone: re.Pattern[str] | None
    written: str


@dataclass(frozen=True)
class Country:
    """A country, as its file has it.

    Attributes
    ----------
    code, alpha_3
        ISO 3166-1.
    number
        By which arrays and kernels know it.
    names
        In Dutch, German and English.
    own_name
        What it calls itself, as NUTS names its level 0: the name of its regions that have none.
    also
        What people write instead, in capitals.
    colour
        Of its part in a chart: on ``light`` and on ``dark`` ground.
    extent
        West, south, east and north of its places, degrees.
    codes
        Codes of its areas by their shape.
    damaged
        What is left of such a code that was taken for a number, or None.
    postcode
        A postcode that no other of these countries has, or None; its group ``area`` is the part
        that names an area where the whole names a street.
    limits_kmh
        Limits by law, by the words of OpenStreetMap after its code: ``urban``; ``VLG:urban`` where
        a part of the country has another. ``inf`` where there is none.
    built_up_most_kmh
        A limit of this or less tells that a road lies in a built-up area.
    access
        By class of streets, the modes that may use it where nothing is tagged.
    speeds
        Rows of the speed table: ``mode, highway, built_up, speed_kmh, share, max_kmh, source``.
    holidays
        Days off by law, of the whole country and of parts.
    time_zone
        Whose clock counts, by its name in the tz database.
    resistances
        Minutes that its residents perceive at borders: ``name, purpose, mode, source,
        reference_date`` and ``minutes`` by country.
    costs
        What trips cost, by the tables of a file of costs (docs/costs.md), and ``currency``.
    """

    code: str
    alpha_3: str
    number: int
    names: Mapping[str, str]
    own_name: str
    also: tuple[str, ...]
    colour: Mapping[str, str]
    extent: tuple[float, float, float, float]
    codes: tuple[CodeShape, ...]
    damaged: Damaged | None
    postcode: re.Pattern[str] | None
    limits_kmh: Mapping[str, float]
    built_up_most_kmh: float
    access: Mapping[str, tuple[str, ...]]
    speeds: tuple[Mapping[str, Any], ...]
    holidays: tuple[Holiday, ...]
    time_zone: str
    resistances: tuple[Mapping[str, Any], ...] = ()
    costs: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str, *, name: str) -> Country:
        """Read the text of a country's file.

        Parameters
        ----------
        text
            TOML.
        name
            What to call it in an error.

        Returns
        -------
        Country
            With everything that the file tells.

        Raises
        ------
        InputError
            If the file lacks something, or holds what is not known.
        """
        try:
            data = tomllib.loads(text)
            extent = data.pop("extent")
            limits = data.pop("limits")
            limits.pop("source")
            parts = limits.pop("parts", {})
            access = data.pop("access", {})
            access.pop("source", None)
            damaged = data.pop("damaged", None)
            postcode = data.pop("postcode", None)
            return cls(
                extent=(extent["west"], extent["south"], extent["east"], extent["north"]),
                names=MappingProxyType(data.pop("names")),
                also=tuple(data.pop("also")),
                colour=MappingProxyType(data.pop("colour")),
                codes=tuple(
                    CodeShape(
                        item["level"],
                        re.compile(item["pattern"]),
                        item["alone"],
                        item.get("example", ""),
                        item.get("called", ""),
                    )
                    for item in data.pop("codes")
                ),
                damaged=None if damaged is None else _damaged(damaged),
                postcode=None if postcode is None else re.compile(postcode["pattern"]),
                limits_kmh=MappingProxyType(
                    {word: float(kmh) for word, kmh in limits.items()}
                    | {
                        f"{part}:{word}": float(kmh)
                        for part, own in parts.items()
                        for word, kmh in own.items()
                    }
                ),
                built_up_most_kmh=float(data.pop("built_up")["most_kmh"]),
                access=MappingProxyType({kind: tuple(modes) for kind, modes in access.items()}),
                speeds=tuple(MappingProxyType(row) for row in data.pop("speeds", [])),
                holidays=tuple(Holiday.read(item) for item in data.pop("holidays")["days"]),
                resistances=tuple(MappingProxyType(item) for item in data.pop("resistances", [])),
                costs=MappingProxyType(data.pop("costs", {})),
                **data,
            )
        except (KeyError, TypeError, ValueError, AttributeError, re.error) as error:
            raise InputError(
                "country-file-wrong",
                f"{name}: is not the file of a country ({error!r}); write it as the others are",
            ) from None

    def holidays_on(self, day: date) -> tuple[Holiday, ...]:
        """Return its holidays that fall on a day.

        Parameters
        ----------
        day
            The day.

        Examples
        --------
        >>> from datetime import date
        >>> [one.name for one in by_code()["NL"].holidays_on(date(2026, 5, 14))]
        ['Hemelvaartsdag']
        """
        return tuple(one for one in self.holidays if one.falls_on(day))


def _damaged(data: Mapping[str, str]) -> Damaged:
    alone = data.get("alone")
    return Damaged(
        re.compile(data["pattern"]),
        None if alone is None else re.compile(alone),
        data["written"],
    )


def postcode_area(said: str) -> str:
    """Return the part of a postcode that names an area; the whole where it names no street.

    Parameters
    ----------
    said
        A postcode as it is written.

    Examples
    --------
    >>> postcode_area("7511 jh"), postcode_area("48599"), postcode_area(" ")
    ('7511', '48599', '')
    """
    code = " ".join(said.upper().split())
    for country in all_countries():
        found = country.postcode and country.postcode.fullmatch(code)
        if found and "area" in found.re.groupindex:
            return found["area"]
    return code


@cache
def all_countries() -> tuple[Country, ...]:
    """Read the files of all countries, by number.

    Returns
    -------
    tuple of Country
        The first has the number 1.

    Raises
    ------
    InputError
        If a file is wrong, or the numbers are not 1, 2, 3 and so on.

    Examples
    --------
    >>> all_countries()[0].code, all_countries()[0].names["de"]
    ('NL', 'Niederlande')
    """
    folder = resources.files(__package__)
    files = sorted(item.name for item in folder.iterdir() if item.name.endswith(".toml"))
    found = [Country.read((folder / name).read_text("utf-8"), name=name) for name in files]
    found.sort(key=lambda country: country.number)
    if [country.number for country in found] != list(range(1, len(found) + 1)):
        raise InputError("country-file-wrong", "countries: their numbers are not 1, 2, 3 …")
    return tuple(found)


@cache
def by_code() -> Mapping[str, Country]:
    """Return the countries that have a file by their code."""
    return MappingProxyType({country.code: country for country in all_countries()})


def countries_in_order(codes: Iterable[str]) -> list[str]:
    """Sort codes of countries, each once: those with a number first, then the others by letter.

    Examples
    --------
    >>> countries_in_order(["DE", "SE", "NL", "DE", "NO"])
    ['NL', 'DE', 'NO', 'SE']
    """
    known = by_code()
    return sorted(
        {str(code) for code in codes},
        key=lambda code: (known[code].number if code in known else len(known) + 1, code),
    )


#: Codes of the countries by number; 0 is outside all boundaries that were given.
COUNTRIES = ("", *(country.code for country in all_countries()))
