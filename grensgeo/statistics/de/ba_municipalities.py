"""Jobs and commuters of every Gemeinde, from the Gemeindedaten of the Bundesagentur für Arbeit.

A workbook (``gemband-dlk-0-202406-xlsx.xlsx``) needs no login. Rows of Kreise and Länder stand
between those of their Gemeinden; a city that is a Kreis of its own has one row. What a column
holds is told by its head and held against what has to add up: who lives and works in a Gemeinde,
and who comes in, are those who work there.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.files import read_sheets
from grensgeo.schema import FACTS
from grensgeo.statistics.published import (
    Marker,
    code_faults,
    duplicate_faults,
    lines,
    read_counts,
    refuse,
    whole_faults,
)

if TYPE_CHECKING:
    import pandas as pd

#: What is read, each with the words in the head of its column and words that may not be there.
#: Source: Statistik der Bundesagentur für Arbeit, Gemeindedaten der sozialversicherungspflichtig
#: Beschäftigten nach Wohn- und Arbeitsort.
_COLUMNS = {
    "jobs": (r"arbeitsort", r"wohnort"),
    "employed_residents": (r"wohnort", r"arbeitsort"),
    "stayers": (r"wohnort.*arbeitsort", r"^$"),
    "commuters_in": (r"ein-?\s*pendler", r"^$"),
    "commuters_out": (r"aus-?\s*pendler", r"^$"),
}
#: Signs in place of figures. Source: Statistik der Bundesagentur für Arbeit, Zeichenerklärung.
_MARKERS = {
    "-": Marker("nothing", lower=0.0, upper=0.0),
    "*": Marker("fewer than 3, or hidden because one such could be found out", lower=1.0),
    ".": Marker("not known", lower=0.0),
    "X": Marker("not meaningful"),
    "x": Marker("not meaningful"),
    "": Marker("left empty", lower=0.0),
}
_MONTHS = (
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "dezember",
)  # fmt: skip
_DAY = re.compile(r"\b(\d{1,2})\.\s?(?:(\d{1,2})\.|(" + "|".join(_MONTHS) + r"))\s?(\d{4})\b")
_NAMED = re.compile(r"gemband-\w+-\d-(\d{4})(\d{2})")
#: Length of a code that a spreadsheet took the leading zero from, and of the code itself.
_LENGTHS = {1: 2, 4: 5, 7: 8}
_GEMEINDE, _KREIS = 8, 5
#: Share of rows that may not add up: figures of the BA are not rounded here.
_UNEVEN = 0.05
#: Least share of a Kreis that its Gemeinden have together, where none is hidden.
_LEAST_SHARE = 0.94


def read_ba_municipalities(
    path: str | Path, *, date: str | None = None, source_id: str = "ba-gemeindedaten"
) -> pd.DataFrame:
    """Read jobs, employed residents and commuters of every Gemeinde.

    Parameters
    ----------
    path
        Workbook of the Gemeindedaten, as it was downloaded.
    date
        Day of the figures, if neither the file's words nor its name tell it.
    source_id
        Source in the catalogue.

    Returns
    -------
    DataFrame
        As :data:`grensgeo.schema.FACTS`, in order of code: of each Gemeinde its ``jobs``
        (``svb_workplace``), ``employed_residents``, ``commuters_in`` and ``commuters_out``. A city
        that is a Kreis of its own has the code of its Gemeinde (``05515000``).

    Raises
    ------
    FileError
        If the file is missing or is no workbook.
    InputError
        If it is another table, its columns are not those that are known or do not add up, codes
        are damaged or come twice, or the Gemeinden are more or clearly less than their Kreis.

    Examples
    --------
    >>> read_ba_municipalities("gemband-dlk-0-202406-xlsx.xlsx")  # doctest: +SKIP
    """
    import pandas as pd

    file = Path(path)
    sheet = _sheet(file)
    top = _first_row(sheet, file)
    columns = _columns(sheet.iloc[:top], file)
    day = _day(sheet.iloc[:top], file, date)
    rows = sheet.iloc[top:]
    codes = rows[0].map(_code)
    rows = rows[codes.str.fullmatch(r"\d+")]
    codes = codes[rows.index]
    faults = Faults(code_faults(codes, ["land", "regierungsbezirk", "kreis", "gemeinde"]))
    faults += duplicate_faults(pd.DataFrame({"AGS": codes}), ["AGS"])
    figures: dict[str, pd.DataFrame] = {}
    for name, column in columns.items():
        text = rows[column].map(_text)
        figures[name], found = read_counts(text, _MARKERS)
        faults += found + whole_faults(text, what=name)
    if not faults:
        faults += _sum_faults(codes, figures)
    refuse(file, faults)
    keep = _own_codes(codes)
    parts = [
        table.loc[keep.index].assign(
            region_code=keep, opportunity=name,
            job_concept="svb_workplace", reference_date=day, source_id=source_id,
        )
        for name, table in figures.items()
        if name != "stayers"
    ]  # fmt: skip
    table = pd.concat(parts)[[column.name for column in FACTS.columns]]
    table = table.sort_values(["region_code", "opportunity"], ignore_index=True)
    return FACTS.check(table, where=str(file))


def _sheet(file: Path) -> pd.DataFrame:
    """Return the sheet with the table, as it stands; rows are known by their number."""
    sheets = read_sheets(file, header=None, dtype=object, keep_default_na=False)
    fit = [sheet for name, sheet in sheets.items() if "gemeindedaten" in name.lower()]
    if not fit:
        raise InputError(
            "layer-not-named",
            f"{file}: no sheet 'Gemeindedaten'; there are {some(sheets)}: not the Gemeindedaten",
        )
    sheet = fit[0]
    sheet.index += 1
    sheet.index.name = "row"
    return sheet


def _first_row(sheet: pd.DataFrame, file: Path) -> int:
    """Return the position of the first row of data: the first that begins with a code."""
    hit = sheet[0].map(_code).str.fullmatch(r"\d{2,8}")
    if not hit.any():
        raise InputError(
            "columns-not-as-published", f"{file}: no row begins with a code of a Gemeinde"
        )
    return int(hit.to_numpy().argmax())


def _columns(head: pd.DataFrame, file: Path) -> dict[str, int]:
    """Return the columns by what they hold, of the words above them."""
    said = {
        int(column): " ".join(_text(cell) for cell in head[column] if _text(cell)).lower()
        for column in head.columns[2:]
    }
    found: dict[str, int] = {}
    for name, (has, lacks) in _COLUMNS.items():
        fit = [
            c for c, text in said.items() if re.search(has, text) and not re.search(lacks, text)
        ]
        if fit:
            found[name] = fit[0]
    missing = [name for name in _COLUMNS if name not in found]
    if missing or len(set(found.values())) < len(found):
        heads = some([f"{column + 1}: {text}" for column, text in said.items() if text], most=15)
        raise InputError(
            "columns-not-as-published",
            f"{file}: no columns of {some(missing) or 'their own'} by their heads ({heads}); the "
            "publisher has changed the table",
        )
    return found


def _day(head: pd.DataFrame, file: Path, given: str | None) -> str:
    """Return the day of the figures, which words and name of the file agree on."""
    text = " ".join(_text(cell) for column in head for cell in head[column]).lower()
    days = {
        f"{year}-{int(number or _MONTHS.index(word) + 1):02}-{int(day):02}"
        for day, number, word, year in _DAY.findall(text)
    }
    named = _NAMED.search(file.name)
    month = f"{named[1]}-{named[2]}" if named else ""
    if given is not None:
        return given
    fit = sorted(day for day in days if day.startswith(month))
    if len(fit) == 1:
        return fit[0]
    if days and month and not fit:
        raise InputError(
            "date-wrong",
            f"{file}: is named {month}, and speaks of {some(sorted(days))}; give date=",
        )
    if month:  # always the last day of the month
        from calendar import monthrange

        return f"{month}-{monthrange(int(month[:4]), int(month[5:]))[1]}"
    raise InputError(
        "reference-date-missing", f"{file}: of which day is it? Give date='2024-06-30'"
    )


def _code(cell: object) -> str:
    """Return a code as text; a number gets the zero back that it cannot begin with."""
    text = _text(cell)
    if isinstance(cell, (int, float)) and text.isdigit():
        return text.zfill(_LENGTHS.get(len(text), len(text)))
    return text


def _text(cell: Any) -> str:  # noqa: ANN401 - of a workbook
    """Return a cell as text."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else " ".join(str(cell).split())


def _own_codes(codes: pd.Series) -> pd.Series:
    """Return the rows that are one Gemeinde, by its code."""
    gemeinde = codes.str.len() == _GEMEINDE
    within = set(codes[gemeinde].str[:_KREIS])
    city = (codes.str.len() == _KREIS) & ~codes.isin(within)
    return codes[gemeinde | city].str.ljust(_GEMEINDE, "0")


def _sum_faults(codes: pd.Series, figures: dict[str, pd.DataFrame]) -> list[Fault]:
    """Find columns that were moved, and Gemeinden that are not the parts of their Kreis."""
    count = {name: table["count"] for name, table in figures.items()}
    faults = Faults()
    for whole, move in (("jobs", "commuters_in"), ("employed_residents", "commuters_out")):
        known = count[whole].notna() & count["stayers"].notna() & count[move].notna()
        off = known & (count["stayers"] + count[move] != count[whole])
        if off.sum() > _UNEVEN * max(known.sum(), 1):
            faults.add(
                "parts-contradict-total",
                f"{whole} is not who stays and {move} ({lines(codes.index[off])}): columns were "
                "moved, or are others",
            )
    gemeinde = codes[codes.str.len() == _GEMEINDE]
    jobs = figures["jobs"].loc[gemeinde.index]
    sums = jobs.groupby(gemeinde.str[:_KREIS])[["count", "lower"]].sum()
    hidden = jobs["count"].isna().groupby(gemeinde.str[:_KREIS]).any()
    kreise = codes[codes.str.len() == _KREIS]
    for row, code in zip(kreise.index, kreise, strict=True):
        total = float(count["jobs"].loc[row])
        if code not in sums.index or not total > 0:
            continue
        least = sums.loc[code, "lower"]
        if least > total or (not hidden[code] and least < _LEAST_SHARE * total):
            faults.add(
                "parts-contradict-total",
                f"Gemeinden of {code} have {least:.0f} jobs together, the Kreis (row {row}) has "
                f"{total:.0f}: not filled yet, or a table of another layout",
            )
    return faults
