"""What kind of area a code names, and of which country, by its shape."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from grensgeo.countries import all_countries, country_written, nuts_written

#: Levels of which a municipality's own code, or that of its NUTS 3 region, tells whether it lies
#: in the area: the longer code begins with the shorter one.
BY_BEGINNING = frozenset({"kreis", "regierungsbezirk", "land", "nuts1", "nuts2"})


@dataclass(frozen=True)
class AreaCode:
    """A code that names an area.

    Attributes
    ----------
    code
        As it was given, such as ``GM0153``, ``CR12``, ``05554``, ``DEA34`` or ``BE_63061``.
    level
        ``municipality``, ``lau``, ``nuts3``, ``nuts2``, ``nuts1``, or a country's own:
        ``corop``, ``province``, ``kreis``, ``regierungsbezirk``, ``land``.
    country
        Code of ISO 3166.
    national
        The code within the country; differs from ``code`` for ``lau``: ``63061``.
    """

    code: str
    level: str
    country: str
    national: str

    @property
    def municipal(self) -> bool:
        """Whether it names a single municipality."""
        return self.level in {"municipality", "lau"}


def area_code(code: str) -> AreaCode | None:
    """Return what a code names, or None for one of no known shape.

    Parameters
    ----------
    code
        Code of an area; case counts.

    Examples
    --------
    >>> [area_code(code).level for code in ("GM0153", "CR12", "05554", "05554020", "NL213")]
    ['municipality', 'corop', 'kreis', 'municipality', 'nuts3']
    >>> area_code("BE_63061").country, area_code("BE_63061").national, area_code("153")
    ('BE', '63061', None)
    """
    for pattern, level, country in _shapes():
        found = pattern.fullmatch(code)
        if found:
            parts = found.groupdict()
            said = country or parts["country"]
            return AreaCode(code, level, country_written(said), parts.get("national") or code)
    return None


def nuts_country(country: str) -> str:
    """Return how Eurostat calls a country.

    Examples
    --------
    >>> nuts_country("GR"), nuts_country("NL")
    ('EL', 'NL')
    """
    return nuts_written(country)


@cache
def _shapes() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Return codes by shape, with level and country: those of each country, then of all Europe."""
    data = tomllib.loads(files(__package__).joinpath("area_codes.toml").read_text("utf-8"))
    own = [
        (shape.pattern, shape.level, country.code)
        for country in all_countries()
        for shape in country.codes
        if shape.alone and shape.level != "municipality_key"
    ]
    return (*own, *((re.compile(item["pattern"]), item["level"], "") for item in data["code"]))
