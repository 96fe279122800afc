"""Tables of CBS and of LISA: jobs by municipality, and commuters between municipalities.

CBS gives a table of StatLine in four shapes, all of which are read here: the JSON of OData
version 3 (``TypedDataSet`` or ``UntypedDataSet``: one record a row, one field a measure) and of
version 4 (``Observations``: one record a figure), and the CSV of each (version 3: ``"ID";...``;
version 4: ``Observations.csv`` with ``MeasureCodes.csv`` beside it).
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.errors import Fault, FileError, InputError, some
from grensgeo.files import need_columns
from grensgeo.schema import FACTS, FLOWS
from grensgeo.statistics.published import (
    Marker,
    choose,
    code_faults,
    decode,
    duplicate_faults,
    levels_of,
    lines,
    read_counts,
    refuse,
    rows_of,
    whole_faults,
    widen,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from grensgeo.schema import Table

#: Signs in place of figures. Source: CBS, "Verklaring van tekens": blank, a figure cannot occur on
#: logical grounds; a dot, the figure is unknown, not reliable enough or secret. The words are the
#: ``ValueAttribute`` of OData 4 for the same.
MARKERS: Mapping[str, Marker] = {
    "": Marker("cannot occur on logical grounds, or not given"),
    ".": Marker("unknown, not reliable enough or secret", lower=0.0),
    "null": Marker("one of the above: TypedDataSet does not say which", lower=0.0),
    "Impossible": Marker("cannot occur on logical grounds"),
    "Confidential": Marker("secret", lower=0.0),
    "Unreliable": Marker("not reliable enough", lower=0.0),
    "NotAvailable": Marker("not known", lower=0.0),
    "Missing": Marker("not known", lower=0.0),
}

#: Everybody who works in a region, wherever they live. Source: CBS, table 85481NED, region
#: "Nederland, Buitenland, Niet in te delen".
EVERYWHERE = "NL00"
#: The Netherlands as a whole.
_WHOLE = "NL01"
#: "Niet in te delen": the municipality is not known.
_NOWHERE = "GM0000"

#: Levels that a column of regions of CBS may hold.
_LEVELS = (
    "gemeente", "corop", "provincie", "landsdeel", "country", "region", "total",
)  # fmt: skip

_HOME, _WORK, _PERIOD = "WoonregioS", "WerkregioS", "Perioden"
_JOBS = re.compile(r"Banen(_?Van_?Werknemers)?(_\d+)?", re.IGNORECASE)
#: Jobs are published by the thousand with one decimal. Source: CBS, table 85481NED, unit x 1 000.
_THOUSAND = 1000.0
_HALF_JOBS = 50.0
#: More than this many thousands no region has; the country had 8,941.8 in December 2022.
_MOST_THOUSANDS = 20_000.0
_MORE_DECIMALS = r"\d+\.\d{2,}"

#: A month in a period of CBS, such as 2022MM12.
_MONTH = re.compile(r"(\d{4})MM(\d{2})")
_YEAR = re.compile(r"(\d{4})(JJ00)?")

_LISA_JOBS = re.compile(
    r"(banen|werkzame_?personen|aantal_?banen|banen_?totaal|totaal_?banen)(_\d+)?", re.IGNORECASE
)
_LISA_REGION = re.compile(r"regios|gemeente_?code|gem_?code|gm_?code", re.IGNORECASE)
_LISA_PERIOD = re.compile(r"perioden|jaar|peiljaar", re.IGNORECASE)


def read_cbs_jobs(
    path: str | Path,
    *,
    period: str | None = None,
    residence: str = EVERYWHERE,
    where: Mapping[str, str] | None = None,
    source_id: str = "cbs-85481NED",
) -> pd.DataFrame:
    """Read employee jobs by municipality of work: table 85481NED of CBS, or one like it.

    Parameters
    ----------
    path
        JSON or CSV of the table, versions 3 and 4 of OData.
    period
        Period as CBS writes it (``2022MM12``); needed where the file holds several.
    residence
        Where those counted live: everywhere (``NL00``) if left out.
    where
        Choices in other dimensions, such as ``{"Geslacht": "T001038"}``; needed where one of them
        holds several.
    source_id
        Source in the catalogue.

    Returns
    -------
    DataFrame
        As :data:`grensgeo.schema.FACTS`, one row a gemeente in order: jobs of employees in
        December (``job_concept`` ``cbs_employee_jobs``). A published figure is rounded to a
        hundred, so ``lower`` and ``upper`` lie 50 around it. Jobs whose gemeente is not known
        are left out.

    Raises
    ------
    FileError
        If the file is missing or is no table.
    InputError
        If it is another table, lacks the residence asked for, holds several periods or several
        values of another dimension, codes that lost their zeros, rows that come twice, numbers
        in another notation, negative ones, or gemeenten that add up to more than the country.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> text = '''WoonregioS;WerkregioS;Perioden;BanenVanWerknemers_1
    ... NL00;GM0153;2022MM12;83.4
    ... NL00;GM0173;2022MM12;.
    ... '''
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "85481NED.csv"
    ...     _ = file.write_text(text, encoding="utf-8")
    ...     jobs = read_cbs_jobs(file)
    >>> jobs[["region_code", "count", "lower"]].values.tolist()
    [['GM0153', 83400.0, 83350.0], ['GM0173', nan, 0.0]]
    """
    file = Path(path)
    frame, faults = _pairs(file, period, where)
    if residence not in set(frame[_HOME]):
        known = some(sorted(frame[_HOME].unique()))
        faults.append(
            Fault(
                "total-missing",
                f"no rows of residence {residence!r} (found {known}); download those too: pairs "
                "are rounded and do not add up to the jobs of a gemeente",
            )
        )
        refuse(file, faults)
    frame = frame[frame[_HOME] == residence]
    faults += duplicate_faults(frame, [_WORK])
    figures, found = _jobs(frame)
    faults += found
    local = (levels_of(frame[_WORK]) == "gemeente") & (frame[_WORK] != _NOWHERE)
    if not faults:
        faults += _sum_faults(frame[_WORK], figures, local)
    if not local.any():
        faults.append(
            Fault(
                "rows-of-level-missing",
                "no rows of a gemeente (GM and four digits) in the column of work regions",
            )
        )
    refuse(file, faults)
    table = figures[local].assign(
        region_code=frame.loc[local, _WORK],
        opportunity="jobs",
        job_concept="cbs_employee_jobs",
        reference_date=_date(frame[_PERIOD].iloc[0]),
        source_id=source_id,
    )
    return _finish(table, ["region_code"], FACTS, file)


def read_cbs_commuters(
    path: str | Path,
    *,
    period: str | None = None,
    where: Mapping[str, str] | None = None,
    source_id: str = "cbs-85481NED",
) -> pd.DataFrame:
    """Read employee jobs by municipality of residence and of work: table 85481NED of CBS.

    Parameters
    ----------
    path
        JSON or CSV of the table, versions 3 and 4 of OData.
    period
        Period as CBS writes it (``2022MM12``); needed where the file holds several.
    where
        Choices in other dimensions; needed where one of them holds several.
    source_id
        Source in the catalogue.

    Returns
    -------
    DataFrame
        As :data:`grensgeo.schema.FLOWS`, one row a pair of gemeenten. A figure is rounded to a
        hundred: 0 is anything up to 50. CBS does not count residents who work abroad.

    Raises
    ------
    FileError
        If the file is missing or is no table.
    InputError
        As :func:`read_cbs_jobs`.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> text = '''WoonregioS;WerkregioS;Perioden;BanenVanWerknemers_1
    ... GM0153;GM0168;2022MM12;4.1
    ... GM0168;GM0153;2022MM12;.
    ... '''
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "85481NED.csv"
    ...     _ = file.write_text(text, encoding="utf-8")
    ...     flows = read_cbs_commuters(file)
    >>> flows[["from_id", "to_id", "count"]].values.tolist()
    [['GM0153', 'GM0168', 4100.0], ['GM0168', 'GM0153', nan]]
    """
    file = Path(path)
    frame, faults = _pairs(file, period, where)
    local = (levels_of(frame[_HOME]) == "gemeente") & (levels_of(frame[_WORK]) == "gemeente")
    frame = frame[local & (frame[_HOME] != _NOWHERE) & (frame[_WORK] != _NOWHERE)]
    if frame.empty:
        faults.append(Fault("rows-of-level-missing", "no pairs of gemeenten (GM and four digits)"))
    faults += duplicate_faults(frame, [_HOME, _WORK])
    figures, found = _jobs(frame)
    refuse(file, faults + found)
    table = figures.assign(
        from_id=frame[_HOME],
        to_id=frame[_WORK],
        job_concept="cbs_employee_jobs",
        reference_date=_date(frame[_PERIOD].iloc[0]),
        source_id=source_id,
    )
    return _finish(table, ["from_id", "to_id"], FLOWS, file)


def read_lisa(
    path: str | Path,
    *,
    measure: str | None = None,
    period: str | None = None,
    rounded_to: int = 10,
    source_id: str = "lisa",
) -> pd.DataFrame:
    """Read all jobs by municipality from a table of LISA, the register of establishments.

    Parameters
    ----------
    path
        A table by OData (``RegioS``, ``Perioden`` and a measure) or a delivery as CSV: a code of
        the gemeente (``gemeentecode``), the year (``jaar``) and the jobs (``banen`` or
        ``werkzame personen``).
    measure
        Column of the jobs; needed where several could be meant (small jobs, establishments).
    period
        Year (``2022``) or period; needed where the file holds several.
    rounded_to
        To what the delivery is rounded: 10 in what LISA publishes, 1 where it is not.
    source_id
        Source in the catalogue.

    Returns
    -------
    DataFrame
        As :data:`grensgeo.schema.FACTS`: everybody who works in the gemeente, employed or
        self-employed (``job_concept`` ``lisa_all_jobs``), on 1 April of the year.

    Raises
    ------
    FileError
        If the file is missing or is no table.
    InputError
        If it is another table, several columns could be the jobs, it holds several years, codes
        that lost their zeros, totals among the gemeenten (rows ``Totaal``), rows that come twice
        or numbers in another notation.

    Examples
    --------
    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> text = '''gemeentecode;jaar;banen
    ... GM0153;2022;88430
    ... GM0168;2022;6870
    ... '''
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "lisa.csv"
    ...     _ = file.write_text(text, encoding="utf-8")
    ...     jobs = read_lisa(file)
    >>> jobs[["region_code", "count", "lower", "upper"]].values.tolist()
    [['GM0153', 88430.0, 88425.5, 88434.5], ['GM0168', 6870.0, 6865.5, 6874.5]]
    """
    file = Path(path)
    frame = read_statline(file)
    region = _column(frame, _LISA_REGION, file, what="code of the gemeente")
    time = _column(frame, _LISA_PERIOD, file, what="year")
    count = measure or _column(frame, _LISA_JOBS, file, what="number of jobs", option="measure")
    need_columns(frame, [region, time, count], path=file, what="a table of LISA")
    names = frame[time].unique()
    years = dict(zip(names, [_YEAR.sub(r"\1", name) for name in names], strict=True))
    chosen, faults = choose(
        frame[time].map(years), period and _YEAR.sub(r"\1", period), what="year", option="period"
    )
    refuse(file, faults)
    frame = frame[frame[time].map(years) == chosen]
    codes = frame[region].where(~frame[region].str.fullmatch(r"\d{4}"), "GM" + frame[region])
    totals = codes.str.contains(r"totaal|nederland", case=False) | levels_of(codes).isin(
        [level for level in _LEVELS if level != "gemeente"]
    )
    if totals.any():
        faults.append(
            Fault(
                "totals-among-parts",
                f"totals stand among their parts ({some(frame.loc[totals, region].unique())}, "
                f"{lines(frame.index[totals])}); keep the rows of gemeenten only",
            )
        )
    faults += code_faults(codes[~totals], ["gemeente"])
    rows = frame.assign(region_code=codes)[~totals]
    faults += duplicate_faults(rows, ["region_code"])
    figures, found = read_counts(rows[count], MARKERS)
    # A whole number can come as 51200.0 in JSON.
    found += whole_faults(rows[count].str.removesuffix(".0"), what="jobs")
    refuse(file, faults + found)
    table = widen(figures, (rounded_to - 1) / 2 if rounded_to > 1 else 0.0).assign(
        region_code=rows["region_code"],
        opportunity="jobs",
        job_concept="lisa_all_jobs",
        reference_date=f"{chosen}-04-01",
        source_id=source_id,
    )
    return _finish(table, ["region_code"], FACTS, file)


def _finish(table: pd.DataFrame, key: list[str], schema: Table, file: Path) -> pd.DataFrame:
    """Sort rows and columns and validate them against the declaration."""
    names = [column.name for column in schema.columns]
    return schema.check(table[names].sort_values(key, ignore_index=True), where=str(file))


def _pairs(
    file: Path, period: str | None, where: Mapping[str, str] | None
) -> tuple[pd.DataFrame, list[Fault]]:
    """Read a table by residence and work: one period, one value of every other dimension."""
    frame = read_statline(file)
    need_columns(
        frame, [_HOME, _WORK, _PERIOD], path=file,
        what="a table of CBS by residence and work region; download it with codes, as "
        "'CSV (statistical data)' or by OData, not with labels",
    )  # fmt: skip
    _column(frame, _JOBS, file, what="number of jobs")
    chosen, faults = choose(frame[_PERIOD], period, what="period", option="period")
    refuse(file, faults)
    frame = frame[frame[_PERIOD] == chosen]
    for name in _dimensions(frame):
        value, found = choose(
            frame[name], (where or {}).get(name), what=name, option=f"where={{{name!r}: ...}}"
        )
        faults += [
            Fault("totals-among-parts", f"totals may stand among their parts: {fault}")
            for fault in found
        ]
        frame = frame if value is None else frame[frame[name] == value]
    unknown = sorted(set(where or {}) - set(_dimensions(frame)))
    if unknown:
        faults.append(
            Fault("name-unknown", f"no dimension {some(map(repr, unknown))} to choose in")
        )
    refuse(file, faults)
    for name in (_HOME, _WORK):
        faults += [fault.at(f"{name}") for fault in code_faults(frame[name], _LEVELS)]
    return frame, faults


def _dimensions(frame: pd.DataFrame) -> list[str]:
    """List the columns that are neither regions, periods, numbers of rows nor measures.

    The names of measures end in their number.
    """
    fixed = {_HOME, _WORK, _PERIOD, "ID", "Id"}
    return [
        str(name)
        for name in frame.columns
        if name not in fixed and not re.search(r"_\d+$", name)
    ]  # fmt: skip


def _jobs(frame: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """Read the jobs of rows, by one instead of by the thousand."""
    name = next(name for name in frame.columns if _JOBS.fullmatch(name.replace(" ", "_")))
    figures, faults = read_counts(frame[name], MARKERS)
    fine = frame[name].str.fullmatch(_MORE_DECIMALS)
    if fine.any():
        faults.append(
            Fault(
                "decimals-ambiguous",
                f"jobs by the thousand with more than one decimal ({some(frame.loc[fine, name])}, "
                f"{lines(frame.index[fine])}): a point between thousands? Fetch the file again",
            )
        )
    large = figures["count"] > _MOST_THOUSANDS
    if large.any():
        faults.append(
            Fault(
                "figures-implausible",
                f"more jobs than the country has ({some(frame.loc[large, name])} thousand, "
                f"{lines(frame.index[large])}): were they multiplied before? Fetch the file again",
            )
        )
    for column in ("count", "lower", "upper"):
        figures[column] = (figures[column] * _THOUSAND).round()
    return widen(figures, _HALF_JOBS), faults


def _sum_faults(codes: pd.Series, figures: pd.DataFrame, local: pd.Series) -> list[Fault]:
    """Find gemeenten that add up to more than the country can have."""
    whole = figures.loc[codes == _WHOLE, "upper"]
    if whole.empty or whole.isna().all():
        return []
    least = figures.loc[local, "lower"].sum()
    if local.sum() > 1 and (figures.loc[local, "count"] == 0).all() and whole.iloc[0] > _HALF_JOBS:
        fault = Fault(
            "no-figure-known",
            f"every gemeente has 0 jobs, the Netherlands ({_WHOLE}, {lines(whole.index)}) has "
            f"{whole.iloc[0]:.0f} at most: the gemeenten have no figures yet; take an earlier "
            "period",
        )
        return [fault]
    if least <= whole.iloc[0]:
        return []
    most = whole.iloc[0]
    fault = Fault(
        "parts-exceed-total",
        f"the gemeenten add up to at least {least:.0f} jobs, the Netherlands ({_WHOLE}, "
        f"{lines(whole.index)}) has {most:.0f} at most; totals stand among the parts, or two "
        "files were joined",
    )
    return [fault]


def _date(period: str) -> str:
    """Write a period of CBS as a date: ``2022MM12`` is ``2022-12``."""
    if not re.fullmatch(r"\d{4}(?:(?:JJ|KW|MM|HJ)\d{2}|-\d{2}(?:-\d{2})?)?", period):
        raise InputError(
            "period-wrong", f"{period!r} is no period of CBS, such as 2022JJ00 or 2022MM12"
        )
    return _YEAR.sub(r"\1", _MONTH.sub(r"\1-\2", period))


def _column(
    frame: pd.DataFrame, shape: re.Pattern[str], file: Path, *, what: str, option: str = ""
) -> str:
    """Find the only column of a meaning by its name."""
    found = [str(name) for name in frame.columns if shape.fullmatch(name.replace(" ", "_"))]
    if len(found) == 1:
        return found[0]
    remedy = f"; name it with {option}=" if option else ""
    known = some(map(repr, found or frame.columns), most=12)
    fault = "several columns could be" if found else "no column is"
    raise InputError("column-not-clear", f"{file}: {fault} the {what} ({known}){remedy}")


def read_statline(file: Path) -> pd.DataFrame:
    """Read a table in any of its four shapes, as text: a column a dimension and a measure."""
    text = decode(file)
    if text.lstrip()[:1] in "{[":
        frame = _records(text, file)
    else:
        header = text.split("\n", 1)[0]
        separator = ";" if header.count(";") >= header.count(",") else ","
        frame = rows_of(text, path=file, separator=separator)
        if "Measure" in frame.columns:
            need_columns(frame, ["Value"], path=file, what="Observations of OData 4")
            # The CSV of OData 4 writes decimals in the Dutch way, its JSON does not.
            frame["Value"] = frame["Value"].str.replace(",", ".", regex=False)
    return _wide(frame, file) if "Measure" in frame.columns else frame


def _records(text: str, file: Path) -> pd.DataFrame:
    """Read the records of a JSON answer; each is known by its number, from 1."""
    import pandas as pd

    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileError(
            "syntax-wrong", f"{file}: not JSON, or cut short ({error}); fetch it again"
        ) from None
    records = data.get("value") if isinstance(data, dict) else data
    if not isinstance(records, list) or not all(isinstance(row, dict) for row in records):
        raise InputError(
            "file-of-other-content",
            f"{file}: no list of records under 'value'; not an answer of OData",
        )
    if not records:
        raise InputError("table-empty", f"{file}: no records; look at the filter of the query")
    if isinstance(data, dict) and any("nextLink" in key for key in data):
        raise InputError(
            "download-incomplete",
            f"{file}: only one page of the answer (it names a nextLink); fetch all pages, for "
            "instance by grensgeo.fetch_cbs",
        )
    frame = pd.DataFrame([{k: _text(v) for k, v in row.items()} for row in records])
    if frame.isna().any(axis=None):
        ragged = frame.index[frame.isna().any(axis=1)] + 1
        raise InputError(
            "rows-ragged", f"{file}: records lack fields that others have: records {some(ragged)}"
        )
    frame.index = pd.RangeIndex(1, 1 + len(frame), name="record")
    return frame


def _text(value: object) -> str:
    """Write a value of JSON as text."""
    return "null" if value is None else str(value).strip()


def _wide(frame: pd.DataFrame, file: Path) -> pd.DataFrame:
    """Pivot observations to rows with one column a measure, named by its title."""
    import pandas as pd

    need_columns(
        frame, ["Measure", "Value", "ValueAttribute"], path=file, what="Observations of OData 4"
    )
    titles = _titles(file.with_name("MeasureCodes.csv"), set(frame["Measure"]), file)
    plain = ("Id", "Measure", "Value", "ValueAttribute", "StringValue")
    keys = [str(name) for name in frame.columns if name not in plain]
    refuse(file, duplicate_faults(frame, [*keys, "Measure"]))
    known = frame["ValueAttribute"].isin(["None", ""])
    values = frame.assign(
        text=frame["Value"].where(known, frame["ValueAttribute"]),
        title=frame["Measure"].map(titles),
        line=frame.index,
    )
    first = values.groupby(keys, sort=False)["line"].first()
    wide = values.groupby([*keys, "title"])["text"].first().unstack("title")  # noqa: PD010 -- text
    wide = wide.reindex(first.index)
    result = wide.fillna("").reset_index()
    result.index = pd.Index(first.to_numpy(), name=frame.index.name)
    return result


def _titles(codes: Path, measures: set[str], file: Path) -> dict[str, str]:
    """Read the titles of measures; check the unit against the one that a reader expects."""
    if not codes.exists():
        raise InputError(
            "measure-names-missing",
            f"{file}: measures are codes ({some(sorted(measures))}); put MeasureCodes.csv of the "
            "same download beside it, or take the table by OData 3",
        )
    frame = rows_of(decode(codes), path=codes, separator=";")
    need_columns(frame, ["Identifier", "Title", "Unit"], path=codes, what="measures of OData 4")
    lost = sorted(measures - set(frame["Identifier"]))
    jobs = frame["Title"].str.replace(" ", "_").str.fullmatch(_JOBS)
    other = frame[jobs & (frame["Unit"].str.replace(" ", "") != "x1000")]
    if lost or len(other):
        raise InputError(
            "measure-names-missing",
            f"{codes}: measures without a title: {some(lost) or 'none'}; jobs in another unit "
            f"than x 1 000: {some(other['Unit']) or 'none'}",
        )
    numbered = [f"{title}_{n}" for n, title in enumerate(frame["Title"], 1)]  # as OData 3 does
    return dict(zip(frame["Identifier"], numbered, strict=True))
