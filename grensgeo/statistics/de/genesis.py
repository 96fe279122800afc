"""Flat files (ffcsv) of GENESIS: Destatis, the Regionaldatenbank and the database of the census.

Two layouts are in use. The older one has German names and a column for each measure
(``Statistik_Code;...;1_Merkmal_Code;...;1_Auspraegung_Code;...;ERW032__Label__Anzahl``), the newer
English names and a row for each (``statistics_code;...;1_variable_code;...;
1_variable_attribute_code;...;value;value_unit;value_variable_code;value_variable_label``).
"""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.errors import Fault, Faults, GrensgeoWarning, InputError, some
from grensgeo.files import need_columns
from grensgeo.notes import Note
from grensgeo.schema import FACTS
from grensgeo.statistics.plausible import region_size_faults
from grensgeo.statistics.published import (
    Marker,
    choose,
    code_faults,
    decode,
    duplicate_faults,
    levels_of,
    lines,
    mixture_faults,
    read_counts,
    refuse,
    rows_of,
    whole_faults,
    widen,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

#: Signs in place of figures. Source: Statistische Ämter des Bundes und der Länder,
#: "Zeichenerklärung": - nichts vorhanden (genau null); . Zahlenwert unbekannt oder geheim; x
#: Tabellenfach gesperrt, weil Aussage nicht sinnvoll; / keine Angabe, da Zahlenwert nicht sicher
#: genug; ... Angabe fällt später an.
MARKERS: Mapping[str, Marker] = {
    "-": Marker("exactly zero", lower=0.0, upper=0.0),
    ".": Marker("unknown or secret", lower=0.0),
    "x": Marker("makes no sense here"),
    "/": Marker("not reliable enough", lower=0.0),
    "...": Marker("comes later", lower=0.0),
    "\N{HORIZONTAL ELLIPSIS}": Marker("comes later", lower=0.0),
    "": Marker("left empty", lower=0.0),
}

_OLD = re.compile(r"(?P<n>\d)_(Merkmal|Auspraegung)_(Code|Label)")
_OLD_NAMES = {
    "Statistik_Code": "statistics_code",
    "Zeit": "time",
    "Merkmal_Code": "variable_code",
    "Merkmal_Label": "variable_label",
    "Auspraegung_Code": "variable_attribute_code",
    "Auspraegung_Label": "variable_attribute_label",
}
_NEEDS = ("statistics_code", "time", "value", "value_unit", "value_variable_code",
          "value_variable_label")  # fmt: skip
#: Variables whose attributes are regions, from the country to the Gemeinde.
_REGIONAL = re.compile(r"DINSG|DLAND|REGBEZ|KREISE?|GEMEIN\w*|GEO\w+|DG")
_TOTALS = ("", "INSGESAMT", "TOTAL")
#: Units in which a figure is a whole number of something, and those by the thousand.
_WHOLE = ("anzahl", "number", "personen", "persons")
_BY_THOUSAND = ("1000", "tsd.", "tsd", "in 1000")
#: By the thousand there is one decimal at most; which sign it has depends on the language.
_THOUSANDS = r"\d+([.,]\d)?"
_GERMAN_DAY = re.compile(r"(\d{2})\.(\d{2})\.(\d{4})")
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
#: Kreise that are one Gemeinde: GENESIS has no Gemeinde for them, and their AGS ends in 000.
_CITY = re.compile(r"kreisfrei|krfr|stadtkreis|,.*stadt\b", re.IGNORECASE)
_LEVELS = ("country", "land", "regierungsbezirk", "kreis", "gemeinde")
#: Part of a region's figure that its parts may leave to nobody (assumption): employees whose
#: Kreis is not known. In the answer of March 2026 (13111-01-03-4) the parts left all of it.
_UNPLACED = 0.01
#: What is counted at the place of work, by words in the label; see docs/sources.md.
_CONCEPTS = (
    (re.compile("sozialvers|social insurance|social security", re.IGNORECASE), "svb_workplace"),
    (re.compile("^erwerbstätige|^persons in employment", re.IGNORECASE),
     "de_all_employed_workplace"),
)  # fmt: skip


def read_genesis(
    path: str | Path,
    *,
    level: str | None = None,
    date: str | None = None,
    measure: str | None = None,
    opportunity: str | None = None,
    job_concept: str | None = None,
    breakdown: Mapping[str, str] | None = None,
    source_id: str | None = None,
) -> pd.DataFrame:
    r"""Read a flat file of GENESIS, such as 13111-01-03-5: insured employees by place of work.

    Parameters
    ----------
    path
        The file (ffcsv), in either layout.
    level
        ``gemeinde``, ``kreis``, ``regierungsbezirk``, ``land`` or ``country``; needed where the
        file holds several. For Gemeinden, a city that is a Kreis of its own (Münster, 05515) is
        taken from the Kreise, with its AGS (05515000).
    date
        Reference date as ``2023-06-30``; needed where the file holds several.
    measure
        Code of the measure (``ERW032``); needed where the file holds several.
    opportunity
        What is counted, such as ``jobs``; read from the label of the measure if left out.
    job_concept
        ``svb_workplace`` for insured employees by place of work, ``de_all_employed_workplace``
        for everybody who works there; read from the label too.
    breakdown
        Part to take of other variables, such as ``{"GES": "GESW"}``; the total if left out.
    source_id
        Source in the catalogue; by the number of the statistic if left out.

    Returns
    -------
    DataFrame
        As :data:`grensgeo.schema.FACTS`, one row a region in order of its code. ``-`` is exactly
        zero, unless the level above has what then nobody would have: such a region has no figure
        yet, and the level above bounds it. ``.``, ``/`` and ``...`` have no figure, and what the
        Kreis leaves to its Gemeinden is their ``upper`` where the file holds the Kreis too.

    Raises
    ------
    FileError
        If the file is missing or is no text.
    InputError
        If it is no flat file, holds several levels, dates or measures without a choice, parts
        without their total, codes that lost their zeros, rows that come twice, numbers in
        another notation, negative ones, a unit that is no count, or Gemeinden that
        add up to more than their Kreis.

    Warns
    -----
    GrensgeoWarning
        Where regions have no figure yet.

    Examples
    --------
    >>> import tempfile
    >>> head = "statistics_code;time;1_variable_code;1_variable_attribute_code;"
    >>> head += "1_variable_attribute_label;value;value_unit;value_variable_code;"
    >>> head += "value_variable_label"
    >>> label = "Sozialversicherungspflichtig Beschäftigte am Arbeitsort"
    >>> row = "13111;2023-06-30;KREISE;05515;Münster, kreisfreie Stadt;187609;Anzahl;ERW032;"
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = Path(folder) / "13111-01-03-5_de_flat.csv"
    ...     _ = file.write_text(f"{head}\n{row}{label}\n", encoding="utf-8")
    ...     read_genesis(file)[["region_code", "count", "job_concept"]].values.tolist()
    [['05515', 187609.0, 'svb_workplace']]
    """
    file = Path(path)
    frame = _read(file)
    number = _regional(frame, file)
    frame, faults = _one_table(frame, number, measure=measure, date=date, breakdown=breakdown)
    refuse(file, faults)
    codes = frame[f"{number}_variable_attribute_code"]
    codes = codes.where(~codes.str.fullmatch(r"\d{12}"), codes.str[:5] + codes.str[9:])
    faults = code_faults(codes, [*_LEVELS, "regionalschluessel"])
    rows = frame.assign(region_code=codes, label=frame[f"{number}_variable_attribute_label"])
    faults += duplicate_faults(rows, ["region_code"])
    concept, found = _concept(rows, opportunity, job_concept)
    figures, unread = _figures(rows)
    refuse(file, faults + found + unread)
    table = rows[["region_code", "label"]].join(figures)
    table["level"] = levels_of(table["region_code"])
    table = _without_figure_yet(table, jobs=concept[0] == "jobs")
    chosen, faults = _take_level(table, level)
    if set(chosen["level"]) <= {"gemeinde", "kreis"}:
        faults += region_size_faults(chosen["count"])
    refuse(file, faults)
    _tell(chosen)
    chosen["opportunity"], chosen["job_concept"] = concept
    chosen["reference_date"] = rows["time"].iloc[0]
    chosen["source_id"] = source_id or f"genesis-{rows['statistics_code'].iloc[0]}"
    names = [column.name for column in FACTS.columns]
    return FACTS.check(
        chosen[names].sort_values("region_code", ignore_index=True), where=str(file)
    )


def _read(file: Path) -> pd.DataFrame:
    """Read either layout, with the names of the new one and a row for each measure."""
    text = decode(file)
    # What the web pages append below the figures: a line, the licence and the time.
    body = re.split(r"\n_{3,}", text, maxsplit=1)[0]
    frame = rows_of(body, path=file, separator=";")
    if "Statistik_Code" in frame.columns:
        frame = _modern(frame, file)
    need_columns(frame, _NEEDS, path=file, what="a flat file (ffcsv) of GENESIS")
    day = frame["time"].str.replace(_GERMAN_DAY, r"\3-\2-\1", regex=True)
    wrong = frame.index[~day.str.fullmatch(_DAY)]
    if len(wrong):
        raise InputError(
            "date-wrong",
            f"{file}: {some(map(repr, frame.loc[wrong, 'time'].unique()))} is no date "
            f"({lines(wrong)}); expected such as 2023-06-30, 30.06.2023 or 2023",
        )
    return frame.assign(time=day)


def _modern(frame: pd.DataFrame, file: Path) -> pd.DataFrame:
    """Convert the older layout to the newer one."""
    import pandas as pd

    measures = [name for name in frame.columns if name.count("__") >= 2]
    if not measures:
        raise InputError(
            "column-missing",
            f"{file}: no column of a measure, named CODE__Label__Unit; found "
            f"{some(map(repr, frame.columns), most=12)}",
        )
    names = {
        name: f"{match['n']}_{_OLD_NAMES[name.partition('_')[2]]}" if match
        else _OLD_NAMES.get(name, name)
        for name in frame.columns
        for match in [_OLD.fullmatch(name)]
    }  # fmt: skip
    parts = []
    for name in measures:
        code, _, rest = name.partition("__")
        label, _, unit = rest.rpartition("__")
        part = frame.drop(columns=measures).rename(columns=names)
        parts.append(part.assign(
            value=frame[name], value_unit=unit, value_variable_code=code,
            value_variable_label=label.replace("_", " "),
        ))  # fmt: skip
    return pd.concat(parts)


def _regional(frame: pd.DataFrame, file: Path) -> int:
    """Find the variable whose attributes are regions; every variable must have attributes."""
    others = [
        f"{n}_variable_attribute_code" for n in range(1, 10) if f"{n}_variable_code" in frame
    ]
    need_columns(frame, others, path=file, what="a flat file (ffcsv) of GENESIS")
    for number in range(1, 10):
        name = f"{number}_variable_code"
        if name in frame.columns and frame[name].str.fullmatch(_REGIONAL).all():
            needs = [f"{number}_variable_attribute_{what}" for what in ("code", "label")]
            need_columns(frame, needs, path=file, what="a flat file (ffcsv) of GENESIS")
            return number
    raise InputError(
        "column-missing", f"{file}: none of its variables are regions (DLAND, KREISE, GEMEIN ...)"
    )


def _one_table(
    frame: pd.DataFrame,
    number: int,
    *,
    measure: str | None,
    date: str | None,
    breakdown: Mapping[str, str] | None,
) -> tuple[pd.DataFrame, list[Fault]]:
    """Select one measure, one date and one part of every other variable."""
    faults = Faults()
    for name, wanted, what, option in (
        ("value_variable_code", measure, "measure", "measure"),
        ("time", date, "reference date", "date"),
    ):
        value, found = choose(frame[name], wanted, what=what, option=option)
        faults += found
        frame = frame if value is None else frame[frame[name] == value]
    parts = dict(breakdown or {})
    for other in range(1, 10):
        code, attribute = f"{other}_variable_code", f"{other}_variable_attribute_code"
        if other == number or code not in frame.columns:
            continue
        name = max(frame[code])  # empty in rows of the total
        part = parts.pop(name, None)
        total = frame[attribute].str.upper().isin(_TOTALS)
        keep = total if part is None else frame[attribute] == part
        if keep.any():
            frame = frame[keep]
            continue
        faults.add(
            "name-unknown",
            f"variable {name}: no rows of {'the total' if part is None else repr(part)}, only of "
            f"{some(map(repr, frame[attribute].unique()))} ({lines(frame.index)}); choose with "
            f"breakdown={{{name!r}: ...}}",
        )
    if parts:
        faults.add("name-unknown", f"no variable {some(map(repr, parts))} to choose a part of")
    return frame, faults


def _concept(
    rows: pd.DataFrame, opportunity: str | None, job_concept: str | None
) -> tuple[tuple[str, str | None], list[Fault]]:
    """Return what is counted, by the label of the measure."""
    label = str(rows["value_variable_label"].iloc[0])
    if opportunity is not None:
        return (opportunity, job_concept), []
    if job_concept is not None:
        return ("jobs", job_concept), []
    at_work = re.search(r"arbeitsort|place of work", label, re.IGNORECASE) is not None
    told = [concept for shape, concept in _CONCEPTS if shape.search(label)]
    if at_work and told:
        return ("jobs", told[0]), []
    home = re.search(r"wohnort|place of residence", label, re.IGNORECASE)
    where = ": it counts them where they live, not where they work" if home else ""
    return ("", None), [
        Fault(
            "option-missing",
            f"what does {label!r} count{where}? Give opportunity=, and for jobs job_concept=",
        )
    ]


def _figures(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """Read the values, by one."""
    units = rows["value_unit"].unique()
    if len(units) == 1 and units[0].lower() in _WHOLE:
        figures, faults = read_counts(rows["value"], MARKERS)
        return figures, faults + whole_faults(rows["value"], what="counts")
    if len(units) > 1 or units[0].lower() not in _BY_THOUSAND:
        fault = Fault(
            "unit-wrong", f"the measure is in {some(map(repr, units))}, which is no count"
        )
        return read_counts(rows["value"], MARKERS)[0], [fault]
    text = rows["value"]
    decimal = text.str.fullmatch(_THOUSANDS)
    figures, faults = read_counts(
        text.where(~decimal, text.str.replace(",", ".", regex=False)), MARKERS
    )
    fine = text[text.str.fullmatch(r"\d+[.,]\d{2,}")]
    if len(fine):
        faults.append(
            Fault(
                "decimals-ambiguous",
                f"thousands with more than one decimal ({some(map(repr, fine))}, "
                f"{lines(fine.index)}): a sign between thousands? Fetch the file again",
            )
        )
    for column in ("count", "lower", "upper"):
        figures[column] = (figures[column] * 1000.0).round()
    half = 50.0 if text.str.contains(r"\d[.,]\d").any() else 500.0
    return widen(figures, half), faults


def _without_figure_yet(table: pd.DataFrame, *, jobs: bool) -> pd.DataFrame:
    """Replace the zero of a dash that the level above contradicts by unknown.

    For months the newest date has figures of the Länder, and a dash for every Kreis. From the top
    down, the figure of a region is compared with its parts: where none of them is hidden, and they
    leave more than a hundredth of it to nobody, their dashes are no zeros. The hundredth is for
    those who belong to no part.
    """
    table = table.copy()
    for number, level in enumerate(_LEVELS[1:], start=1):
        higher = table[table["level"].isin(_LEVELS[:number]) & table["count"].notna()]
        above: dict[str, tuple[float, float]] = {
            "" if name == "country" else code: (lower, upper)
            for name, code, lower, upper in zip(
                *(higher[column] for column in ("level", "region_code", "lower", "upper")),
                strict=True,
            )
        }
        here = table[table["level"] == level]
        parents = here["region_code"].map(lambda code, above=above: _parent(code, above))
        for parent in sorted(set(parents) & set(above)):
            parts = here[parents == parent]
            zeros = parts.index[parts["count"] == 0]
            hidden = (parts["upper"].isna() & parts["lower"].notna()).any()
            least, most = above[parent]
            left = least - parts["upper"].fillna(0.0).sum()
            if len(zeros) and not hidden and left > _UNPLACED * least:
                table.loc[zeros, "upper"] = most - parts["lower"].fillna(0.0).sum()
                _take_back(table, zeros)
    if jobs and len(table) > 1 and (table["marker"] == "-").all():
        table["upper"] = float("nan")
        _take_back(table, table.index)
    return table


def _parent(code: str, above: Mapping[str, object]) -> str:
    """Return the next higher region that has a figure; a word that is no code where none has."""
    return next((code[:k] for k in range(len(code) - 1, -1, -1) if code[:k] in above), "none")


def _take_back(table: pd.DataFrame, rows: pd.Index) -> None:
    """Set figures to unknown, with the mark that stood there."""
    table.loc[rows, "count"] = float("nan")
    table.loc[rows, "marker"] = table.loc[rows, "marker"].fillna("0")


def _tell(chosen: pd.DataFrame) -> None:
    """Report which of the regions that were asked for have no figure yet."""
    lost = chosen[chosen["marker"].isin(["-", "0"]) & chosen["count"].isna()]
    if len(lost):
        example = str(lost["region_code"].min())
        warnings.warn(
            GrensgeoWarning.of([Note("publishers.no-figure-yet", n=len(lost), example=example)]),
            stacklevel=3,
        )


def _take_level(table: pd.DataFrame, level: str | None) -> tuple[pd.DataFrame, list[Fault]]:
    """Select the regions of one level, checked against those above."""
    if level is None:
        faults = mixture_faults(table["level"], remedy="choose one with level=")
        return table.copy(), faults
    if level not in _LEVELS:
        return table, [Fault("choice-unknown", f"level {level!r} is none of {', '.join(_LEVELS)}")]
    here = table[table["level"] == level]
    faults = []
    if level == "gemeinde":
        cities, faults = _cities(table, here)
        here = _with_cities(here, cities)
        here, found = _within_kreis(here, table[table["level"] == "kreis"])
        faults += found
    if here.empty:
        levels = some(table["level"].dropna().unique())
        faults.append(
            Fault(
                "rows-of-level-missing", f"no region of level {level!r}; the file holds {levels}"
            )
        )
    return here.copy(), faults


def _cities(table: pd.DataFrame, here: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """Find the Kreise that are a city; one that is neither a city nor has Gemeinden is a fault."""
    kreise = table[table["level"] == "kreis"]
    alone = kreise[~kreise["region_code"].isin(here["region_code"].str[:5])]
    # Berlin and Hamburg are a Land, a Kreis and a Gemeinde in one: 11000, 02000.
    city = alone["label"].str.contains(_CITY) | alone["region_code"].str.endswith("000")
    country = alone["label"].str.contains("kreis|region", case=False) & ~city
    unclear = alone[~city & ~country]
    if unclear.empty:
        return alone[city], []
    fault = Fault(
        "level-not-clear",
        f"Kreise without Gemeinden of which the label does not tell whether they are a city "
        f"({some(unclear['label'])}, {lines(unclear.index)}); take level='kreis', or download "
        "their Gemeinden",
    )
    return alone[city], [fault]


def _with_cities(here: pd.DataFrame, cities: pd.DataFrame) -> pd.DataFrame:
    """Add the cities that are a Kreis to the Gemeinden, under their AGS."""
    import pandas as pd

    if cities.empty:
        return here
    return pd.concat([here, cities.assign(region_code=cities["region_code"] + "000")])


def _within_kreis(here: pd.DataFrame, kreise: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """Bound what is hidden by what the Kreis leaves, and find parts above their total."""
    if here.empty or kreise.empty:
        return here, []
    kreis = here["region_code"].str[:5]
    total = kreis.map(kreise.set_index("region_code")["count"])
    taken = here["lower"].fillna(0.0).groupby(kreis).transform("sum")
    over = kreis[(taken > total) & total.notna()]
    faults = Faults()
    if len(over):
        listed = f"{some(sorted(over.unique()))}; {lines(over.index)}"
        faults.add(
            "parts-exceed-total",
            f"Gemeinden add up to more than their Kreis ({listed}); rows stand twice under "
            "different codes, or one is a total",
        )
    left = total - taken + here["lower"].fillna(0.0)
    open_end = here["upper"].isna() & here["lower"].notna()
    return here.assign(upper=here["upper"].where(~open_end, left)), faults
