"""Labels of countries, held against ISO 3166, against codes of regions, and against what is known.

What a table says of a place's country decides what counts as "across the border", so a wrong label
turns a border effect round. Every door at which such a label comes in holds it to the same rules,
which stand here; where a place lies by its coordinates is told by ``network/whereabouts``.
"""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from grensgeo.countries.country_files import all_countries
from grensgeo.errors import Fault, Faults, InputError, some

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Officially assigned codes of two letters. Source: ISO 3166-1, alpha-2.
_ALPHA_2 = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
ISO_3166 = frozenset(_ALPHA_2.split())

#: A region of NUTS 3: the country, and three signs of which one of the last two is a digit.
#: Source: Regulation (EC) No 1059/2003, annex I.
_NUTS_3 = re.compile(r"([A-Z]{2})[0-9A-Z](?:\d[0-9A-Z]|[0-9A-Z]\d)")
#: A local administrative unit as GISCO writes it: the country, a low line and the national code.
_LAU = re.compile(r"([A-Z]{2})_[0-9A-Z][0-9A-Za-z.\- ]*")
#: Codes that are widely written for countries that have others by ISO 3166, as NUTS does.
_WRITTEN = {"EL": "GR", "UK": "GB"}


@cache
def _municipalities() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return codes of municipalities by their shape, where it tells the country."""
    return tuple(
        (shape.pattern, country.code)
        for country in all_countries()
        for shape in country.codes
        if shape.alone and shape.level.startswith("municipality")
    )


def country_of_code(code: str) -> str | None:
    """Return the country of a municipality, a cell of one, or a region of NUTS 3 by its code.

    Parameters
    ----------
    code
        Such as ``GM0153``, ``05554020``, ``1kmN3187E4103-GM0153``, ``DEA34`` or ``BE_63061``.

    Returns
    -------
    str or None
        Code of ISO 3166; None for an id that is no such code.

    Examples
    --------
    >>> [country_of_code(code) for code in ("GM0153", "05554020", "1kmN3187E4103-GM0153", "home")]
    ['NL', 'DE', 'NL', None]
    """
    last = code.rpartition("-")[2]
    for pattern, country in _municipalities():
        if pattern.fullmatch(last):
            return country
    nuts = _NUTS_3.fullmatch(code) or _LAU.fullmatch(last)
    if nuts is None:
        return None
    found = country_written(nuts[1])
    return found if found in ISO_3166 else None


def country_faults(
    ids: Iterable[object],
    said: Iterable[object],
    *,
    known: Mapping[str, str] | None = None,
    empty: bool = False,
) -> list[Fault]:
    """List labels of countries that are none, or that contradict what is known of a place.

    Parameters
    ----------
    ids
        Ids of the places.
    said
        Label of each.
    known
        Country by id, for instance ``region.countries``; it counts more than the shape of an id.
    empty
        True where a label may be missing.

    Returns
    -------
    list of str
        Nothing, or sentences that name places, what is said and what is known.

    Examples
    --------
    >>> country_faults(["GM0168", "a"], ["DE", "nl"])
    ["no code of ISO 3166: a says 'nl' (write NL)", 'GM0168 says DE and is of NL by its code']
    """
    words: dict[str, None] = {}
    wrong: list[str] = []
    missing: list[str] = []
    for name, label in _told_apart(ids, said):
        if not isinstance(label, str) or label == "":
            if not empty:
                missing.append(name)
        elif label not in ISO_3166:
            words[f"{name} says {label!r}{_remedy(label)}"] = None
        else:
            sure = None if known is None else known.get(name)
            told = sure or country_of_code(name)
            if told is not None and told != label:
                how = f"lies in {told}" if sure else f"is of {told} by its code"
                wrong.append(f"{name} says {label} and {how}")
    faults = Faults()
    if missing:
        faults.add("country-missing", f"no country for {some(dict.fromkeys(missing))}")
    if words:
        faults.add("country-unknown", f"no code of ISO 3166: {some(words)}")
    if wrong:
        faults.add("country-contradicts-id", some(dict.fromkeys(wrong)))
    return faults


def _told_apart(ids: Iterable[object], said: Iterable[object]) -> list[tuple[str, object]]:
    """Return places with their labels, each pair once: tables of reach repeat them a lot."""
    pairs = list(zip(ids, said, strict=True))
    with suppress(TypeError):  # a list as a label can be no key, and is no country
        pairs = list(dict.fromkeys(pairs))
    return [(str(place), label) for place, label in pairs]


def _remedy(label: str) -> str:
    """Report which code was meant, where that is plain."""
    plain = label.strip().upper()
    meant = plain if plain in ISO_3166 else country_called(plain)
    return f" (write {meant})" if meant else ""


def country_written(code: str) -> str:
    """Return the code of ISO 3166 for one that NUTS and GISCO write otherwise.

    Examples
    --------
    >>> country_written("EL"), country_written("BE")
    ('GR', 'BE')
    """
    return _WRITTEN.get(code, code)


def nuts_written(country: str) -> str:
    """Return how NUTS and GISCO write a code of ISO 3166.

    Examples
    --------
    >>> nuts_written("GR"), nuts_written("BE")
    ('EL', 'BE')
    """
    return next((own for own, iso in _WRITTEN.items() if iso == country), country)


def country_called(name: str) -> str | None:
    """Return the country that goes by a name, by whatever people write for it.

    Parameters
    ----------
    name
        Its name in one of the three languages, or what else is written, as in
        ``countries/XX.toml``; capitals do not count.

    Returns
    -------
    str or None
        Code of ISO 3166; None where no country is called so.

    Examples
    --------
    >>> country_called("Niederlande"), country_called("BEL"), country_called("Utopia")
    ('NL', 'BE', None)
    """
    plain = name.strip().upper()
    for country in all_countries():
        if plain in {country.alpha_3, *country.also, *(n.upper() for n in country.names.values())}:
            return country.code
    return _WRITTEN.get(plain)


def hold_countries(
    ids: Iterable[object],
    said: Iterable[object],
    *,
    where: str,
    known: Mapping[str, str] | None = None,
    empty: bool = False,
) -> None:
    """Raise on labels of countries that are none, or that contradict what is known of a place.

    Parameters
    ----------
    ids, said, known, empty
        As for :func:`country_faults`.
    where
        File or argument to name in the error.

    Raises
    ------
    InputError
        With every fault at once.

    Examples
    --------
    >>> hold_countries(["GM0168"], ["DE"], where="jobs.csv")
    Traceback (most recent call last):
    ...
    grensgeo.errors.InputError: jobs.csv: country: GM0168 says DE and is of NL by its code; ...
    """
    faults = country_faults(ids, said, known=known, empty=empty)
    if faults:
        raise InputError.of(
            faults,
            where=f"{where}: country",
            remedy="mend the label, or give an id that is not the code of another place",
        )
