"""What is doubtful in columns of counts: totals among parts, mixed levels, sentinels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from grensgeo.errors import Fault, Faults, some
from grensgeo.notes import Note

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

#: What a total is called in a column of ids or names.
_TOTAL_WORDS = re.compile(
    r"(?:sub)?(?:totaal|total|totals|totale|insgesamt|summe|gesamt|sum|somme|ensemble|"
    r"eindtotaal|gesamtsumme|gesamtergebnis|grand total)",
    re.IGNORECASE,
)
#: What stands for "not known" in many files, and is hardly ever a count.
_SENTINELS = (99_999.0, 999_999.0, 9_999_999.0, 99_999_999.0, 999_999_999.0, 9_999_999_999.0,
              2.0**31 - 1, 2.0**31, 2.0**32 - 1)  # fmt: skip


def totals_among(counts: pd.Series, *, name: str) -> tuple[list[Fault], list[Note]]:
    """Find totals that stand among their parts.

    Parameters
    ----------
    counts
        Counts by id.
    name
        What they count.

    Returns
    -------
    tuple of list of Fault and list of Note
        A fault where an id is a word for a total; a note where a count is the sum of all others,
        of which there are three or more above zero, or of those whose codes begin with its own.

    Examples
    --------
    >>> import pandas as pd
    >>> faults, notes = totals_among(pd.Series([3, 5, 8, 16], index=list("abcd")), name="jobs")
    >>> faults, notes[0].code
    ([], 'doubts.total-among-parts')
    """
    import numpy as np

    ids = [str(value).strip() for value in counts.index]
    said = [one for one in ids if _TOTAL_WORDS.fullmatch(one)]
    faults = Faults()
    if said:
        faults.add(
            "totals-among-parts",
            f"{name}: a total stands among its parts ({some(said)}); leave it out",
        )
    values = counts.to_numpy(dtype=float, na_value=np.nan)
    known = np.isfinite(values) & (values > 0)
    whole = float(values[known].sum())
    notes: list[Note] = []
    if known.sum() > 3:
        near = known & (np.abs(2 * values - whole) <= 0.5 + 1e-9 * whole)
        notes = [
            Note(
                "doubts.total-among-parts",
                where=name,
                name=name,
                row=ids[k],
                total=float(values[k]),
            )
            for k in np.flatnonzero(near)
            if ids[k] not in said
        ]
    return faults, notes


def levels_among(codes: Iterable[object]) -> dict[str, int]:
    """Find codes of units beside codes of their parts.

    Parameters
    ----------
    codes
        Codes of regions, whose parts have codes that begin with theirs.

    Returns
    -------
    dict
        Codes of digits that others begin with, and how many do.

    Examples
    --------
    >>> levels_among(["05", "05554020", "05554", "GM0153", "7"])
    {'05': 2, '05554': 1}
    """
    digits = sorted({str(code).strip() for code in codes if str(code).strip().isdigit()})
    found: dict[str, int] = {}
    for place, code in enumerate(digits):
        if len(code) not in _LEVELS:
            continue
        parts = 0
        for other in digits[place + 1 :]:
            if not other.startswith(code):
                break
            parts += len(other) in _LEVELS
        if parts:
            found[code] = parts
    return found


#: Digits of the codes of Land, Regierungsbezirk, Kreis and Gemeinde. Source: Destatis, AGS.
_LEVELS = (2, 3, 5, 8)


def sentinels_among(counts: pd.Series, *, name: str, where: str) -> list[Note]:
    """Find counts that in many files stand for what is not known.

    Parameters
    ----------
    counts
        Counts by id.
    name, where
        What they count, and the file.

    Returns
    -------
    list of Note
        One for each such number that is larger than all others together.
    """
    notes = []
    others = float(counts[~counts.isin(_SENTINELS)].sum())
    for value in _SENTINELS:
        hit = counts.index[counts == value]
        if len(hit) and value > others:
            notes.append(
                Note("doubts.sentinel", where=where, name=name, value=f"{value:.0f}",
                     listed=some(hit))
            )  # fmt: skip
    return notes
