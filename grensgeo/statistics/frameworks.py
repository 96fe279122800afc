"""Levels of education and sectors of both countries, in the European frameworks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grensgeo.errors import Faults, InputError, some

if TYPE_CHECKING:
    import pandas as pd

#: Lowest and highest level of the European framework by diploma, or by kind of education where
#: that is all that is told. Sources: Nuffic, Niveau van Nederlandse diploma's (NLQF and EQF of
#: each diploma; vwo is NLQF 4+, EQF 4); BMBF and KMK, Liste der zugeordneten Qualifikationen (DQR;
#: training for two years 3, for three or three and a half 4; Meister, Fachwirt and Techniker 6).
#: The levels of NLQF and DQR are those of the EQF (referencing reports of 2012 and 2013).
_EQF: dict[str, tuple[int, int]] = {
    "vmbo-bb": (1, 1),
    "vmbo-kb": (2, 2),
    "vmbo-gl": (2, 2),
    "vmbo-tl": (2, 2),
    "vmbo": (1, 2),
    "havo": (4, 4),
    "vwo": (4, 4),
    "mbo-1": (1, 1),
    "mbo-2": (2, 2),
    "mbo-3": (3, 3),
    "mbo-4": (4, 4),
    "mbo": (1, 4),
    "ad": (5, 5),
    "associate degree": (5, 5),
    "hbo-bachelor": (6, 6),
    "hbo-master": (7, 7),
    "hbo": (5, 7),
    "wo-bachelor": (6, 6),
    "wo-master": (7, 7),
    "wo": (6, 7),
    "bachelor": (6, 6),
    "master": (7, 7),
    "phd": (8, 8),
    "hauptschulabschluss": (2, 2),
    "mittlerer schulabschluss": (3, 3),
    "fachhochschulreife": (4, 4),
    "abitur": (4, 4),
    "duale ausbildung 2": (3, 3),
    "duale ausbildung 3": (4, 4),
    "duale ausbildung 3.5": (4, 4),
    "duale ausbildung": (3, 4),
    "servicetechniker": (5, 5),
    "meister": (6, 6),
    "techniker": (6, 6),
    "fachwirt": (6, 6),
    "geprüfter betriebswirt": (7, 7),
    "promotion": (8, 8),
}
_FRAMEWORK_LEVEL = re.compile(r"(?:eqf|nlqf|dqr|eqr)-([1-8])")

#: First and last division of each section of NACE Rev. 2. Source: Regulation (EC) No 1893/2006,
#: Annex I. Divisions 04, 34, 40, 44, 48, 54, 57, 67, 76, 83 and 89 are given to none. SBI 2008
#: (CBS) and WZ 2008 (Destatis) are built on it: their sections and divisions are the same, their
#: further digits are not looked at.
NACE_SECTIONS: dict[str, tuple[int, int]] = {
    "A": (1, 3),
    "B": (5, 9),
    "C": (10, 33),
    "D": (35, 35),
    "E": (36, 39),
    "F": (41, 43),
    "G": (45, 47),
    "H": (49, 53),
    "I": (55, 56),
    "J": (58, 63),
    "K": (64, 66),
    "L": (68, 68),
    "M": (69, 75),
    "N": (77, 82),
    "O": (84, 84),
    "P": (85, 85),
    "Q": (86, 88),
    "R": (90, 93),
    "S": (94, 96),
    "T": (97, 98),
    "U": (99, 99),
}
_SECTION = re.compile(r"(?:SBI08-|WZ08-)?([A-U])(?: .*)?")
_DIVISION = re.compile(r"(?:SBI08-|WZ08-)?(?:([A-U])-?)?(\d{2})(?:\.?\d{1,2}(?:\.?\d)?)?")


def eqf_range(level: str) -> tuple[int, int]:
    """Return the European level of a Dutch or German level of education.

    Parameters
    ----------
    level
        ``mbo-1`` to ``mbo-4``, ``ad``, ``hbo-bachelor``, ``wo-master``, ``dqr-1`` to ``dqr-8``,
        ``duale ausbildung 2`` (years), ``meister`` and so on; capitals do not matter. A kind of
        education without a level, such as ``hbo``, gives the range of its diplomas.

    Returns
    -------
    tuple of int
        Lowest and highest level of the European Qualifications Framework, 1 to 8.

    Raises
    ------
    InputError
        If the level is not known.

    Source
    ------
    Nuffic, Niveau van Nederlandse diploma's (NLQF, EQF). BMBF and KMK, Liste der zugeordneten
    Qualifikationen (DQR).

    Examples
    --------
    >>> eqf_range("mbo-4"), eqf_range("duale Ausbildung 3"), eqf_range("hbo")
    ((4, 4), (4, 4), (5, 7))
    """
    name = re.sub(r"[\s_]+", " ", level.strip().lower())
    name = re.sub(r"^(mbo|eqf|nlqf|dqr|eqr)[ -]?(?=\d$)", r"\1-", name)
    name = re.sub(r"^(vmbo|hbo|wo) (?=\w)", r"\1-", name)
    framework = _FRAMEWORK_LEVEL.fullmatch(name)
    if framework:
        return int(framework[1]), int(framework[1])
    if name not in _EQF:
        raise InputError(
            "level-unknown",
            f"level {level!r} is not known; write eqf-1 to eqf-8, dqr-1 to dqr-8 or one of "
            f"{', '.join(_EQF)}",
        )
    return _EQF[name]


def nace_section(code: str) -> str:
    """Return the section of NACE Rev. 2 of a code of SBI 2008, WZ 2008 or NACE itself.

    Parameters
    ----------
    code
        A section (``C``, ``C Industrie``), or a code that begins with its division of two digits
        (``10``, ``62.01``, ``6201``, ``01131``, ``WZ08-62``), as text.

    Returns
    -------
    str
        ``A`` to ``U``.

    Raises
    ------
    InputError
        If the code is a number, has lost its leading zero, is given to no section, or names
        several sections.

    Source
    ------
    Regulation (EC) No 1893/2006, Annex I (NACE Rev. 2); SBI 2008 and WZ 2008 share its sections
    and divisions.

    Examples
    --------
    >>> nace_section("6201"), nace_section("01.13"), nace_section("C Industrie")
    ('J', 'A', 'C')
    """
    if not isinstance(code, str):
        raise InputError(
            "code-saved-as-number",
            f"sector code {code!r} is a number: 01.11 and 11.1 cannot be told apart any more; "
            "read the codes as text",
        )
    text = code.strip()
    letter = _SECTION.fullmatch(text)
    if letter:
        return letter[1]
    digits = _DIVISION.fullmatch(text)
    if not digits:
        raise InputError(
            "sector-unknown",
            f"sector code {code!r} is of no section or division of NACE Rev. 2; give a section "
            "(A to U) or a code that begins with two digits, leading zero included; groups of "
            "sections such as B-F cannot be taken apart",
        )
    division = int(digits[2])
    for section, (first, last) in NACE_SECTIONS.items():
        if first <= division <= last and digits[1] in (None, section):
            return section
    raise InputError(
        "sector-contradicted",
        f"sector code {code!r}: division {digits[2]} is not of section {digits[1] or 'any'} of "
        "NACE Rev. 2; the code may have lost a leading zero",
    )


def nace_sections(codes: pd.Series) -> pd.Series:
    """Return the section of NACE Rev. 2 of each code; see :func:`nace_section`.

    Parameters
    ----------
    codes
        Codes as text; missing where a sector is not given.

    Returns
    -------
    Series
        ``A`` to ``U`` by the index of the codes; missing stays missing.

    Raises
    ------
    InputError
        With every code that is none, and the rows it stands in.

    Examples
    --------
    >>> import pandas as pd
    >>> nace_sections(pd.Series(["62.01", None, "C"])).tolist()
    ['J', None, 'C']
    """
    import pandas as pd

    told = codes[codes.notna()]
    sections: dict[object, str] = {}
    faults = Faults()
    for code in told.unique():
        try:
            sections[code] = nace_section(code)
        except InputError as error:
            faults.add(error.code, f"{error} (rows {some(told.index[told == code])})")
    if faults:
        raise InputError.of(faults)
    found = [sections.get(code) if isinstance(code, str) else None for code in codes]
    return pd.Series(found, index=codes.index, dtype=object, name=codes.name)
