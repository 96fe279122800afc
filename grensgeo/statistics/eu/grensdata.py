"""Commuters across a border by region of residence and of work, in the form of Grensdata.

Grensdata is the portal of CBS, IT.NRW and LSN, and gives its tables as StatLine does. Where its
OData lies is in no public documentation that could be found; a table that was saved by hand is
read here.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.errors import Fault, InputError, some
from grensgeo.schema import FLOWS
from grensgeo.statistics.nl.cbs import MARKERS, read_statline
from grensgeo.statistics.published import (
    choose,
    duplicate_faults,
    read_counts,
    refuse,
    widen,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

#: What a column may be called, without the number and signs that StatLine puts to it.
_HOME = re.compile(r"(woon|wohn)(regio|region|ort|land)\w*|region_?of_?residence|residence")
_WORK = re.compile(r"(werk|arbeits)(regio|region|ort|land)\w*|region_?of_?work|work")
_PERIOD = re.compile(r"perioden?|period|jahr|jaar")
_COUNT = re.compile(r"(grens)?pendelaars|werknemers|(grenz)?pendler|commuters|employees")


def read_grensdata_commuters(
    path: str | Path,
    *,
    period: str | None = None,
    where: Mapping[str, str] | None = None,
    rounded_to: int = 10,
    source_id: str = "grensdata",
) -> pd.DataFrame:
    """Read a full table of commuters by region of residence and of work, both countries in one.

    Parameters
    ----------
    path
        CSV or JSON as StatLine gives it: a column for the region of residence (``WoonregioS``), of
        work (``WerkregioS``), ``Perioden``, other dimensions, and commuters
        (``Grenspendelaars_1``, ``Werknemers_1``).
    period
        Period as the table writes it; needed where it holds several.
    where
        Choices in other dimensions (nationality, sex, sector); needed where one holds several.
    rounded_to
        To what figures are rounded; 1 where they are not.
    source_id
        Source in the catalogue.

    Returns
    -------
    DataFrame
        As :data:`grensgeo.schema.FLOWS`: codes of regions as the table writes them (``GM0153``,
        ``CR12``, ``05554``). A figure that is hidden lies between 0 and an end that is not known.

    Raises
    ------
    FileError
        If the file is missing or is no table.
    InputError
        If a column cannot be told, several periods or kinds are there and none is chosen, pairs
        come twice, or numbers are written otherwise.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> text = '''WoonregioS;WerkregioS;Perioden;Grenspendelaars_1
    ... CR12;05554;2022JJ00;310
    ... 05554;CR12;2022JJ00;2150
    ... '''
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "made-up.csv"
    ...     _ = file.write_text(text, encoding="utf-8")
    ...     flows = read_grensdata_commuters(file)
    >>> flows[["from_id", "to_id", "lower", "upper"]].values.tolist()
    [['05554', 'CR12', 2145.0, 2155.0], ['CR12', '05554', 305.0, 315.0]]
    """
    file = Path(path)
    frame = read_statline(file)
    found = {
        what: _column(frame, pattern, file, what=what)
        for what, pattern in (
            ("region of residence", _HOME),
            ("region of work", _WORK),
            ("period", _PERIOD),
            ("commuters", _COUNT),
        )
    }
    home, work, time, count = found.values()
    chosen, faults = choose(frame[time], period, what="period", option="period")
    refuse(file, faults)
    frame = frame[frame[time] == chosen]
    dimensions = [
        str(name)
        for name in frame.columns
        if name not in {*found.values(), "ID", "Id"} and not re.search(r"_\d+$", str(name))
    ]
    unknown = sorted(set(where or {}) - set(dimensions))
    if unknown:
        faults.append(Fault("name-unknown", f"no dimension {some(map(repr, unknown))}"))
    for name in dimensions:
        value, told = choose(
            frame[name], (where or {}).get(name), what=name, option=f"where={{{name!r}: ...}}"
        )
        faults += told
        frame = frame if value is None else frame[frame[name] == value]
    frame = frame.assign(from_id=frame[home].str.strip(), to_id=frame[work].str.strip())
    faults += duplicate_faults(frame, ["from_id", "to_id"])
    figures, told = read_counts(frame[count], MARKERS)
    refuse(file, faults + told)
    names = [column.name for column in FLOWS.columns]
    table = widen(figures, rounded_to / 2 if rounded_to > 1 else 0.0).assign(
        from_id=frame["from_id"],
        to_id=frame["to_id"],
        job_concept="employees",
        reference_date=re.sub(r"(\d{4})JJ00", r"\1", str(chosen)),
        source_id=source_id,
    )
    return FLOWS.check(
        table[names].sort_values(["from_id", "to_id"], ignore_index=True), where=str(file)
    )


def _column(frame: pd.DataFrame, pattern: re.Pattern[str], file: Path, *, what: str) -> str:
    """Return the column that a pattern names."""
    found = [
        str(name)
        for name in frame.columns
        if pattern.fullmatch(re.sub(r"_\d+$", "", str(name)).lower().replace(" ", "_"))
    ]
    named = "name one as Grensdata does: WoonregioS, WerkregioS, Perioden, Grenspendelaars_1"
    if not found:
        raise InputError(
            "column-missing", f"{file}: no column for the {what} ({some(frame.columns)}); {named}"
        )
    if len(found) > 1:
        raise InputError(
            "more-than-one", f"{file}: several columns for the {what} ({some(found)}); {named}"
        )
    return found[0]
