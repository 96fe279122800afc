"""Commuters between Kreise, from the commuter atlas of the Bundesagentur für Arbeit.

A file holds one direction: of the Kreise of one Land to all others (``Auspendler``), or from
all others to them (``Einpendler``). Eleven lines of preamble stand above the header; two columns
have the same name; each Kreis comes with a row of its total and rows of rest (``Übrige Kreise``,
codes such as ``053xx``). Figures are employees liable to social insurance on the last day of the
month, rounded to ten. Who lives in Germany and works abroad is not counted by the BA.
"""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from grensgeo.errors import Fault, Faults, InputError, some
from grensgeo.schema import FACTS, FLOWS
from grensgeo.statistics.published import (
    Marker,
    code_faults,
    decode,
    duplicate_faults,
    lines,
    read_counts,
    refuse,
    rows_of,
    widen,
)

if TYPE_CHECKING:
    import pandas as pd

Who = Literal["all", "men", "women", "german", "foreign", "apprentices"]

#: Column of each group of commuters.
_GROUPS: dict[str, str] = {
    "all": "Insgesamt",
    "men": "Männer",
    "women": "Frauen",
    "german": "Deutsche",
    "foreign": "Ausländer",
    "apprentices": "Auszubildende",
}
_CODE = "Regionalschlüssel"
_HOME, _WORK = "Wohnort", "Arbeitsort"
_TOPIC = re.compile(r"(Aus|Ein)pendler (\w+)")

#: Signs in place of figures. Source: Statistik der Bundesagentur für Arbeit, Zeichenerklärung: a
#: star, fewer than 3 or a figure from which one such could be found out; a dash, nothing; a dot,
#: not known; X, not meaningful.
_MARKERS = {
    "-": Marker("nothing", lower=0.0, upper=0.0),
    "*": Marker("fewer than 3, or hidden because one such could be found out", lower=1.0),
    ".": Marker("not known", lower=0.0),
    "X": Marker("not meaningful"),
    "x": Marker("not meaningful"),
}
#: Figures are rounded to ten. Regions with fewer than ten commuters in all are put together in
#: rows of rest. Source: the preamble of the file and the method page of the commuter atlas.
_HALF = 5.0
_LEAST = 10.0
#: Part of a total that may be missing from its rows beside rounding: commuters from countries and
#: rests below ten have no row. 3.7 % at most (Kreis Höxter) in the files of June 2023.
_NOT_SHOWN = 0.06

_REST = re.compile(r"\d{3}xx")
_PLATE = re.compile(r"[A-Z]{1,3}")
#: Countries by their distinguishing sign in road traffic, which the BA writes, to ISO 3166-1.
#: Source: United Nations, Distinguishing Signs of Vehicles in International Traffic.
_COUNTRIES = {
    "A": "AT", "AL": "AL", "B": "BE", "BG": "BG", "BIH": "BA", "CH": "CH", "CZ": "CZ", "DK": "DK",
    "E": "ES", "EST": "EE", "F": "FR", "FIN": "FI", "GB": "GB", "UK": "GB", "GR": "GR", "H": "HU",
    "HR": "HR", "I": "IT", "IRL": "IE", "L": "LU", "LT": "LT", "LV": "LV", "M": "MT", "MD": "MD",
    "MK": "MK", "MNE": "ME", "N": "NO", "NL": "NL", "NMK": "MK", "P": "PT", "PL": "PL", "RO": "RO",
    "S": "SE", "SK": "SK", "SLO": "SI", "SRB": "RS", "TR": "TR", "UA": "UA", "USA": "US",
}  # fmt: skip
_MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
    "November", "Dezember",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Commuters:
    """The content of one file of the commuter atlas.

    Attributes
    ----------
    direction
        ``out``, from the Kreise of the file to all others; or ``in``.
    flows
        :data:`grensgeo.schema.FLOWS`: from Kreis to Kreis; a country abroad stands by its letters
        (``NL``).
    rest
        The same where the other end is no region: ``053xx``, the further Kreise of a
        Regierungsbezirk, each with fewer than ten commuters.
    totals
        :data:`grensgeo.schema.FACTS`: ``commuters_out`` or ``commuters_in`` of each Kreis as
        published. A little more than its flows and rests: those below ten from abroad have no row.
    """

    direction: Literal["out", "in"]
    flows: pd.DataFrame
    rest: pd.DataFrame
    totals: pd.DataFrame


def read_ba_commuters(
    path: str | Path, *, who: Who = "all", source_id: str = "ba-pendler"
) -> Commuters:
    """Read the commuters between Kreise, in one direction.

    Parameters
    ----------
    path
        CSV of the commuter atlas, ``Auspendler Kreise`` or ``Einpendler Kreise`` of one Land.
    who
        ``all``, ``men``, ``women``, ``german``, ``foreign`` or ``apprentices``.
    source_id
        Source in the catalogue.

    Returns
    -------
    Commuters
        Flows, rests and totals, ``job_concept`` ``svb_workplace``. A figure is rounded to ten, so
        ``lower`` and ``upper`` lie five around it, and no flow of all commuters is below ten.

    Raises
    ------
    FileError
        If the file is missing or is no text.
    InputError
        If it is another table, holds codes that lost their zeros, two exports in one, a Kreis
        without its total or with two, rows that come twice, numbers in another notation, or rows
        that do not add up to their total.
    """
    file = Path(path)
    if who not in _GROUPS:
        raise InputError("choice-unknown", f"who={who!r}; choose {', '.join(_GROUPS)}")
    text = decode(file)
    header, direction, date = _preamble(text, file)
    frame = _rows(text, header, direction, file)
    is_total = frame["other"] == "0"
    is_rest = frame["other"].str.fullmatch(_REST)
    abroad = frame["other"].str.fullmatch(_PLATE)
    faults = code_faults(frame["own"], ["kreis"])
    faults += code_faults(frame["other"][~(is_total | is_rest | abroad)], ["kreis"])
    faults += duplicate_faults(frame, ["own", "other"])
    figures, found = _figures(frame[_GROUPS[who]], listed=~(is_total | is_rest) & (who == "all"))
    faults += found
    if not faults:
        faults = _total_faults(frame["own"], figures, is_total)
    refuse(file, faults)
    known = abroad & frame["other"].isin(list(_COUNTRIES))
    other = frame["other"].where(~known, frame["other"].map(_COUNTRIES))
    words = {"job_concept": "svb_workplace", "reference_date": date, "source_id": source_id}
    ends = ("from_id", "to_id") if direction == "out" else ("to_id", "from_id")
    pairs = figures.assign(**{ends[0]: frame["own"], ends[1]: other}, **words)
    rest = is_rest | (abroad & ~known)
    totals = figures[is_total].assign(
        region_code=frame["own"], opportunity=f"commuters_{direction}", **words
    )
    return Commuters(
        direction,
        flows=_ordered(pairs[~is_total & ~rest], file),
        rest=_ordered(pairs[rest], file),
        totals=FACTS.check(
            totals[[c.name for c in FACTS.columns]].sort_values("region_code", ignore_index=True),
            where=str(file),
        ),
    )


def unite_commuters(out: Commuters, into: Commuters) -> pd.DataFrame:
    """Merge both directions; flows between the Kreise of the files stand in both.

    Parameters
    ----------
    out, into
        What :func:`read_ba_commuters` gave for the two files, of the same group of commuters.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.FLOWS`, each pair once.

    Raises
    ------
    InputError
        If the directions are not out and in, or the two differ on a flow or on their date.
    """
    import pandas as pd

    if (out.direction, into.direction) != ("out", "in"):
        raise InputError(
            "files-exchanged",
            f"directions {out.direction} and {into.direction}; give first the file of Auspendler, "
            "then that of Einpendler",
        )
    dates = sorted({*out.flows["reference_date"], *into.flows["reference_date"]})
    if len(dates) > 1:
        raise InputError(
            "dates-differ", f"the two files speak of {some(dates)}; fetch both for one month"
        )
    key = ["from_id", "to_id"]
    both = out.flows.merge(into.flows, on=key, suffixes=("", "_in"))
    apart = both[both["count"].fillna(-1) != both["count_in"].fillna(-1)]
    if len(apart):
        listed = some(
            f"{row.from_id} to {row.to_id}: {row.count_out:g} and {row.count_in:g}"
            for row in apart.rename(columns={"count": "count_out"}).itertuples()
        )
        raise InputError(
            "files-contradict",
            f"the two files differ on {len(apart)} of {len(both)} flows that stand in both "
            f"({listed}); fetch both for one month and one group of commuters",
        )
    united = pd.concat([out.flows, into.flows], ignore_index=True)
    united = united.drop_duplicates(key).sort_values(key, ignore_index=True)
    return FLOWS.check(united)


def _preamble(text: str, path: Path) -> tuple[int, Literal["out", "in"], str]:
    """Read the line of the header, the direction and the date that the file names."""
    top = [next(csv.reader([line], delimiter=";"), []) for line in text.split("\n")[:20]]
    said = {row[0].rstrip(":").strip(): row[1] for row in top if len(row) == 2}
    topic = _TOPIC.fullmatch(said.get("Thema", "").strip())
    if not topic:
        raise InputError(
            "file-of-other-content",
            f"{path}: not a table of the commuter atlas of the BA: no line Thema with Auspendler "
            f"or Einpendler in its first {len(top)} lines; save it as the atlas gives it",
        )
    if topic[2] != "Kreise":
        raise InputError(
            "file-of-other-content",
            f"{path}: speaks of {topic[2]}; fetch the table at the level of Kreise (Regionale "
            "Ebene)",
        )
    month, _, year = said.get("Berichtsmonat", "").partition(" ")
    if month not in _MONTHS or not re.fullmatch(r"\d{4}", year):
        raise InputError(
            "date-wrong",
            f"{path}: Berichtsmonat {said.get('Berichtsmonat')!r} is no month; save the table "
            "with its preamble",
        )
    number = _MONTHS.index(month) + 1
    date = f"{year}-{number:02d}-{monthrange(int(year), number)[1]}"
    header = 2 + next(i for i, row in enumerate(top) if row and row[0].startswith("Thema"))
    return header, "out" if topic[1] == "Aus" else "in", date


def _rows(text: str, header: int, direction: str, path: Path) -> pd.DataFrame:
    """Read the rows between the header and the foot."""
    ends = [_HOME, _WORK] if direction == "out" else [_WORK, _HOME]
    expected = [ends[0], _CODE, ends[1], _CODE, *_GROUPS.values()]
    body = text.split("\n")
    found = next(csv.reader([body[header - 1]], delimiter=";"), [])
    if found != expected:
        raise InputError(
            "columns-not-as-published",
            f"{path}: the header (line {header}) is {some(map(repr, found), most=10)}; the table "
            f"of this direction has {', '.join(expected)}",
        )
    foot = next((i for i in range(header, len(body)) if body[i].strip() in ("", '""')), len(body))
    below = [i + 1 for i in range(foot, len(body)) if body[i].count(";") >= len(expected) - 1]
    if below:
        raise InputError(
            "files-joined",
            f"{path}: rows below the foot of the table ({lines(below)}): two exports were joined; "
            "read each file by itself",
        )
    names = ["own_name", "own", "other_name", "other", *_GROUPS.values()]
    return rows_of("\n".join(body[:foot]), path=path, separator=";", header=header, names=names)


def _figures(text: pd.Series, *, listed: pd.Series) -> tuple[pd.DataFrame, list[Fault]]:
    """Read the figures with the room that rounding leaves; a listed region has at least ten."""
    figures, faults = read_counts(text, _MARKERS, decimal=",", thousands=".")
    count = figures["count"]
    broken = count.notna() & (count % 1 != 0)
    if broken.any():
        faults.append(
            Fault(
                "decimals-ambiguous",
                f"commuters in parts ({some(map(repr, text[broken].unique()))}, "
                f"{lines(text.index[broken])}): thousands were saved as decimals; fetch the file "
                "again",
            )
        )
    if not (count.dropna() % 10 == 0).all():
        return figures, faults  # older files are not rounded
    wide = widen(figures, _HALF)
    least = listed & count.notna()
    wide.loc[least, "lower"] = wide.loc[least, "lower"].clip(lower=_LEAST)
    return wide, faults


def _total_faults(own: pd.Series, figures: pd.DataFrame, is_total: pd.Series) -> list[Fault]:
    """Find Kreise without a total or whose rows do not add up to it."""
    faults = Faults()
    without = sorted(set(own) - set(own[is_total]))
    if without:
        faults.add(
            "total-missing",
            f"no row of the total (code 0) for {some(without)}; take the file as the BA gives it",
        )
    parts = figures[~is_total].groupby(own[~is_total])["count"]
    total = figures[is_total].set_index(own[is_total])["count"]
    # a Kreis of which there is nothing but the total has no parts that add up to it
    added, number, known = (
        each.reindex(total.index, fill_value=0)
        for each in (parts.sum(), parts.size(), parts.count())
    )
    complete = known == number
    room = (number + 1) * _HALF
    short = (added < total - room - _NOT_SHOWN * total) & complete
    over = added > total + room
    for wrong, remedy in ((short, "rows are missing"), (over, "totals stand among the parts")):
        names = wrong.index[wrong]
        if len(names):
            name = names[0]
            faults.add(
                "parts-contradict-total",
                f"rows that do not add up to their total for {some(names)} (in {name} "
                f"{added[name]:g}, total {total[name]:g}): {remedy}; take the file as the BA "
                "gives it",
            )
    return faults


def _ordered(pairs: pd.DataFrame, path: Path) -> pd.DataFrame:
    """Validate flows against their table, in order."""
    columns = [column.name for column in FLOWS.columns if column.name in pairs.columns]
    return FLOWS.check(
        pairs[columns].sort_values(["from_id", "to_id"], ignore_index=True), where=str(path)
    )
