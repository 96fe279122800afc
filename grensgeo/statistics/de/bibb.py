"""The market of apprenticeships by Agenturbezirk: workbooks of the BIBB.

A workbook covers one Agenturbezirk: new contracts (``NAA``), applicants who found none
(``UVB``), places left over (``UBA``), supply (``Angebot``, contracts and places left over) and
demand, each for two years with the change between them, by main group of occupations (KldB 2010)
and for all occupations. Figures are rounded to multiples of three; a star hides a small figure,
or one from which a small one could be found out.
"""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.files import read_sheets
from grensgeo.schema import FACTS
from grensgeo.statistics.published import refuse

if TYPE_CHECKING:
    import pandas as pd

Measure = Literal["offered", "contracts", "left_over", "demanded", "demanded_extended"]

#: Columns that are published as they are, by the beginning of their heading.
_HEADINGS = {
    "contracts": "NAA",
    "seeking": "UVB ohne Alternative",
    "seeking_otherwise": "UVB mit Alternative",
    "left_over": "UBA",
    "offered": "Angebot",
    "demanded": "Nachfrage nach alter",
    "demanded_extended": "Nachfrage nach erweiterter",
}
#: What a measure is the sum of. Source: the legend of the workbook; BIBB, Datenreport, chapter A1:
#: supply is contracts and places left over, demand contracts and applicants without one.
_SUMS = {
    "contracts": ("contracts",),
    "left_over": ("left_over",),
    "offered": ("contracts", "left_over"),
    "demanded": ("contracts", "seeking"),
    "demanded_extended": ("contracts", "seeking", "seeking_otherwise"),
}
_TITLE = re.compile(r"Arbeitsagenturbezirk\s+(.+?)\s*")
_ALL = "alle Berufe"
_UNPLACED = "nil"
_GROUP = re.compile(r"\d{2}")

#: A figure is rounded to a multiple of three, so the true one lies one around it at most. Source:
#: the foot of the workbook ("jeweils auf ein Vielfaches von 3 gerundet").
_STEP, _HALF = 3, 1.0


def read_bibb_matching(
    path: str | Path,
    *,
    measure: Measure = "offered",
    year: int | None = None,
    by_occupation: bool = False,
    source_id: str = "bibb-ausbildungsmarkt",
) -> pd.DataFrame:
    """Read the apprenticeships of an Agenturbezirk.

    Parameters
    ----------
    path
        Workbook of the BIBB, as it is published.
    measure
        ``offered`` (supply), ``contracts``, ``left_over``, ``demanded`` (old definition) or
        ``demanded_extended``.
    year
        One of the two years of the workbook; the later one if left out.
    by_occupation
        A row for each main group of occupations instead of one for all; totals and parts never
        stand in one table.
    source_id
        Source in the catalogue.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.FACTS` for the 30th of September of the year: ``region_code`` is the
        name of the Agenturbezirk, ``opportunity`` ``apprenticeships_offered`` and so on, or
        ``apprenticeships_offered_kldb25`` with further columns ``kldb2`` and ``occupation``.
        ``lower`` and ``upper`` lie one around a figure. A hidden figure lies between what its
        known parts leave for it and what the total of the column leaves: stars hide figures of
        three and more as well, where a smaller one could be found out.

    Raises
    ------
    FileError
        If the file is missing or is no workbook.
    InputError
        If it is another workbook, is of another year, of two Agenturbezirke, has codes that
        lost their zeros, groups that come twice, figures that are no multiples of three or parts
        that are more than their total.
    """
    file = Path(path)
    if measure not in _SUMS:
        raise InputError("choice-unknown", f"measure={measure!r}; choose {', '.join(_SUMS)}")
    cells = _sheet(file)
    district = _district(cells, file)
    columns, chosen = _columns(cells, file, year)
    rows, total_row = _groups(cells, file)
    faults = Faults()
    figures = {
        name: _figures(cells, [*rows, total_row], columns[name], faults) for name in columns
    }
    for name in columns:
        faults += _total_faults(figures[name], _HEADINGS[name], total_row)
    faults += _sum_faults(measure, figures)
    refuse(file, faults)
    table = _bounded(measure, figures).loc[rows if by_occupation else [total_row]]
    name = f"apprenticeships_{measure}"
    table = table.assign(
        region_code=district,
        opportunity=name,
        job_concept=None,
        reference_date=f"{chosen}-09-30",
        source_id=source_id,
    )
    if by_occupation:
        table["kldb2"] = cells.loc[rows, 0].astype(str)
        table["occupation"] = cells.loc[rows, 1].astype(str)
        table["opportunity"] = name + "_kldb" + table["kldb2"]
    return FACTS.check(table.reset_index(drop=True), where=str(file))


def _sheet(path: Path) -> pd.DataFrame:
    """Read the cells of the only sheet with a table; rows count from 1, as in a spreadsheet."""
    import pandas as pd

    filled = read_sheets(path, header=None, dtype=object, na_filter=False)
    if len(filled) != 1:
        raise InputError(
            "layer-not-named",
            f"{path}: {len(filled)} sheets with a table ({some(filled) or 'none'}); keep one, the "
            "workbook of one Agenturbezirk",
        )
    cells = next(iter(filled.values()))
    cells.index = pd.RangeIndex(1, len(cells) + 1, name="row")
    return cells


def _district(cells: pd.DataFrame, path: Path) -> str:
    """Read the Agenturbezirk that the title names."""
    titles = [
        (row, found[1])
        for row, value in cells[0].items()
        if isinstance(value, str) and (found := re.search(_TITLE.pattern + "$", value))
    ]
    if len(titles) != 1:
        raise InputError(
            "file-of-other-content",
            f"{path}: not a workbook of the BIBB on one Agenturbezirk: titles in rows "
            f"{some(row for row, _ in titles) or 'none'}; read the workbook as it is published",
        )
    return str(titles[0][1])


def _columns(cells: pd.DataFrame, path: Path, year: int | None) -> tuple[dict[str, int], int]:
    """Find the column of each measure for a year."""
    rows = cells.to_numpy(dtype=object).tolist()
    heads = next((k for k, line in enumerate(rows) if _HEADINGS["contracts"] in line), None)
    starts = {
        name: [
            position
            for position, value in enumerate(rows[heads])
            if isinstance(value, str) and value.startswith(heading)
        ]
        for name, heading in _HEADINGS.items()
        if heads is not None
    }
    missing = [_HEADINGS[name] for name, at in starts.items() if len(at) != 1]
    if heads is None or missing:
        raise InputError(
            "columns-not-as-published",
            f"{path}: not a workbook of the BIBB on the market of apprenticeships: columns "
            f"{some(missing) or 'NAA'} are missing or come twice",
        )
    held = rows[heads + 1]
    found = {name: held[at[0] : at[0] + 2] for name, at in starts.items()}
    years = found["contracts"]
    apart = [_HEADINGS[name] for name, given in found.items() if given != years]
    if apart or not all(isinstance(value, int) for value in years) or years[0] >= years[1]:
        raise InputError(
            "columns-not-as-published",
            f"{path}: row {heads + 2} gives the years {some(map(repr, years))}, and others for "
            f"{some(apart) or 'none'}; read the workbook as it is published",
        )
    chosen = years[1] if year is None else year
    if chosen not in years:
        raise InputError(
            "year-not-in-file",
            f"{path}: year={year}; the workbook holds {years[0]} and {years[1]}",
        )
    return {name: at[0] + years.index(chosen) for name, at in starts.items()}, chosen


def _groups(cells: pd.DataFrame, path: Path) -> tuple[list[int], int]:
    """Find the rows of the groups of occupations and that of all occupations."""
    totals = [int(str(row)) for row in cells.index[cells[1] == _ALL]]
    body = cells.loc[: totals[0] - 1 if totals else None]
    faults = Faults()
    if len(totals) != 1:
        faults.add(
            "total-missing",
            f"{len(totals)} rows of {_ALL!r}; read the workbook as it is published",
        )
    named = body[body[1] != ""]
    codes = named[0]
    numbers = codes[[not isinstance(code, str) for code in codes]]
    if len(numbers):
        faults.add(
            "code-saved-as-number",
            f"codes saved as numbers, without their leading zero ({some(numbers)}, rows "
            f"{some(numbers.index)}); read the workbook as it is published",
        )
    text = codes.drop(numbers.index)
    wrong = text[~(text.str.fullmatch(_GROUP) | (text == _UNPLACED))]
    if len(wrong):
        faults.add(
            "code-malformed",
            f"no main groups of occupations, which have two digits ({some(map(repr, wrong))}, "
            f"rows {some(wrong.index)})",
        )
    twice = codes[codes.duplicated(keep=False)]
    if len(twice):
        faults.add(
            "row-twice", f"groups come twice ({some(twice.unique())}, rows {some(twice.index)})"
        )
    if named.empty:
        faults.add("table-empty", "no rows of groups of occupations")
    refuse(path, faults)
    return [int(str(row)) for row in named.index], totals[0]


def _figures(cells: pd.DataFrame, rows: list[int], column: int, faults: Faults) -> pd.DataFrame:
    """Read a column: ``count``, ``lower``, ``upper`` and ``marker`` by row."""
    import pandas as pd

    values = cells.loc[rows, column]
    hidden = values == "*"
    count = pd.to_numeric(values.where(~hidden), errors="coerce").astype("float64")
    wrong = ~hidden & (count.isna() | (count < 0) | (count % _STEP != 0))
    if wrong.any():
        faults.add(
            "figures-not-as-published",
            "figures that are no multiples of three, nor a star "
            f"({some(map(repr, values[wrong]))}, rows {some(values.index[wrong])}); read the "
            "workbook as it is published",
        )
    lower = (count - _HALF).clip(lower=0.0).where(~hidden, 0.0)
    upper = count + _HALF
    # What the total leaves for each of the hidden ones; the last row is the total itself.
    left = max(float(upper.iloc[-1]) - float(lower.iloc[:-1].sum()), 0.0)
    upper = upper.where(~hidden | (upper.index == rows[-1]), left)
    frame = pd.DataFrame({"count": count, "lower": lower, "upper": upper})
    frame["marker"] = values.where(hidden, None)
    return frame


def _total_faults(figures: pd.DataFrame, heading: str, total_row: int) -> list[Fault]:
    """Find parts that cannot add up to their total, rounding allowed for."""
    *parts, total = figures["count"].tolist()
    added = sum(count for count in parts if not math.isnan(count))
    room = _HALF * (len(parts) + 1)
    complete = not any(map(math.isnan, parts))
    if not (added > total + room or (complete and added < total - room)):
        return []
    fault = Fault(
        "parts-contradict-total",
        f"groups of {heading} add up to {added:g}, all occupations to {total:g} (row "
        f"{total_row}): rows are missing, or totals stand among the parts; read the workbook as "
        "it is published",
    )
    return [fault]


def _sum_faults(measure: str, figures: dict[str, pd.DataFrame]) -> list[Fault]:
    """Find rows where a measure is not the sum of its parts, rounding allowed for."""
    parts = _SUMS[measure]
    added = figures[parts[0]]["count"]
    for part in parts[1:]:
        added = added + figures[part]["count"]
    apart = (figures[measure]["count"] - added).abs() > _HALF * (len(parts) + 1)
    if not apart.any():
        return []
    sums = " and ".join(_HEADINGS[part] for part in parts)
    fault = Fault(
        "columns-not-as-published",
        f"{_HEADINGS[measure]} is not {sums} in rows {some(apart.index[apart])}: columns were "
        "moved or changed; read the workbook as it is published",
    )
    return [fault]


def _bounded(measure: str, figures: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Narrow the hidden figures of a measure by those it is the sum of."""
    import numpy as np

    table = figures[measure].copy()
    hidden = table["marker"].notna()
    parts = [figures[name] for name in _SUMS[measure]]
    lower = np.sum([part["lower"].to_numpy() for part in parts], axis=0)
    upper = np.sum([part["upper"].to_numpy() for part in parts], axis=0)
    table["lower"] = np.where(hidden, np.maximum(table["lower"], lower), table["lower"])
    table["upper"] = np.where(hidden, np.minimum(table["upper"], upper), table["upper"])
    return table
