"""Observations and indicators: the figures of a reach, their status and what they are called."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from grensgeo import words
from grensgeo.errors import Fault, Faults, some
from grensgeo.measures.caveats import MIN_COVERED
from grensgeo.measures.combining import MARGINS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    import pandas as pd

STATUSES = ("measured", "modelled", "partial", "undefined", "missing")
LEVELS = ("municipality", "nuts3")

#: Counts rest on modelled travel times and rounded sources; more figures would be spurious.
_SIGNIFICANT = 4
_RATIO_DECIMALS = 3

#: What can stand in the id of an indicator, and is no formula to a spreadsheet.
_OPPORTUNITY = r"\w[\w -]*"
#: What tells one trip by a mode from another.
_MORE = r"[-_ ][\w -]+"
#: Measures that stand in the feed where the reach has them, for the modes that have them.
_SHARES = ("share_without_ride", "edge_share")
_WHERE_KNOWN = (*_SHARES, *MARGINS)
_RATIOS = ("border_effect", "share_across", *_SHARES)
#: Measures that are none where there is one country.
_OF_A_BORDER = ("closed", "closed_lower", "closed_upper", "border_effect", "share_across")
#: The measures of the feed, named in ``words/monitor.toml``, and how a region's are computed.
_MEASURES = {
    "closed": "population-weighted mean of the grid cells",
    "open": "population-weighted mean of the grid cells",
    "border_effect": "from the population-weighted means: open / closed - 1",
    "share_across": "from the population-weighted means: (open - closed) / open",
    "share_without_ride": "from the population-weighted means: without a ride / all that is known",
    "edge_share": "share of the population",
    **dict.fromkeys(MARGINS, "population-weighted mean of the grid cells"),
}


def reach_faults(
    table: pd.DataFrame, codes: set[str], level: str, *, trips: Collection[str]
) -> list[Fault]:
    """List what keeps a reach table from being published."""
    if "mode" not in table.columns:
        return [
            Fault(
                "column-missing",
                f"reach by {level}: column 'mode' is missing; each indicator names its mode",
            )
        ]
    faults = Faults()
    if table.empty:
        faults.add("table-empty", f"reach by {level}: there are no rows")
    modes = words.texts("terms.by")
    trip = re.compile(rf"({'|'.join(modes)})({_MORE})?")
    strange = sorted(
        {str(m) for m in table["mode"] if m not in trips and not trip.fullmatch(str(m))}
    )
    if strange:
        faults.add(
            "choice-unknown",
            f"reach by {level}: modes that are none: {some(map(repr, strange))}; write "
            f"{', '.join(modes)}, or one of these and what tells the trip, as transit-midday",
        )
    nameless = sorted(
        {str(name) for name in table["opportunity"] if not re.fullmatch(_OPPORTUNITY, str(name))}
    )
    if nameless:
        faults.add(
            "name-wrong",
            f"reach by {level}: opportunities of which no indicator can be named: "
            f"{some(map(repr, nameless))}; write letters, digits, '-' and '_'",
        )
    if "scenario" in table.columns:
        other = sorted(set(table["scenario"]) - {"baseline"})
        if other:
            faults.add(
                "scenarios-mixed",
                f"reach by {level}: holds {some(other)}; the feed takes the baseline alone",
            )
    unknown = sorted(set(table["id"]) - codes)
    if unknown:
        faults.add(
            "id-unknown", f"reach by {level}: codes that the region does not have: {some(unknown)}"
        )
    keys = ["id", "mode", "opportunity", "cutoff_min", "to_country"]
    twice = table.duplicated(keys)
    if twice.any():
        rows = [" ".join(map(str, row)) for row in table.loc[twice, keys].to_numpy()]
        faults.add("row-twice", f"reach by {level}: rows that stand twice: {some(rows)}")
    return faults


def _indicator(measure: str, row: Mapping[str, Any]) -> str:
    """Return the id of an indicator: ``jobs_open_car_45min``."""
    return f"{row['opportunity']}_{measure}_{row['mode']}_{row['cutoff_min']:g}min"


def observations(
    table: pd.DataFrame, level: str, period: str, *, countries: int
) -> list[list[str]]:
    """Return the rows of one level, without the source, sorted by their key."""
    rows = []
    told = _told(table, countries)
    for record in table.to_dict("records"):
        row = {str(name): value for name, value in record.items()}
        for measure in told[row["mode"]]:
            value, status = _figure(measure, row)
            unit = "ratio" if measure in _RATIOS else row["opportunity"]
            rows.append([_indicator(measure, row), row["id"], level, period, value, unit, status])
    return sorted(rows)


def _told(table: pd.DataFrame, countries: int) -> dict[str, list[str]]:
    """Return the measures by mode: of a border if there is one, some if the table has them."""
    return {
        str(mode): [
            name
            for name in _MEASURES
            if (countries > 1 or name not in _OF_A_BORDER)
            and (name not in _WHERE_KNOWN or (name in part and part[name].notna().any()))
        ]
        for mode, part in table.groupby("mode")
    }


def _figure(measure: str, row: Mapping[str, Any]) -> tuple[str, str]:
    """Write one figure and its status; an unknown one is empty, never 0."""
    share = row["share_across"] if "share_across" in row else _share_across(row)
    value = share if measure == "share_across" else row[measure]
    if math.isnan(value):
        base = {"border_effect": "closed", "share_across": "open"}.get(measure)
        undefined = base is not None and row[base] == 0
        return "", "undefined" if undefined else "missing"
    partial = _number(row.get("unknown_within")) > 0
    partial |= _number(row.get("population_covered")) < MIN_COVERED
    text = f"{value:.{_RATIO_DECIMALS}f}" if measure in _RATIOS else _rounded(value)
    return text, "partial" if partial else "modelled"


def _share_across(row: Mapping[str, Any]) -> float:
    """Return the share of open that lies across the border, NaN where undefined or unknown."""
    opened = float(row["open"])
    return (opened - float(row["closed"])) / opened if opened > 0 else math.nan


def _number(value: object) -> float:
    """Return a number, NaN (which no comparison holds for) where there is none."""
    return float(value) if isinstance(value, (int, float)) else math.nan


def _rounded(value: float) -> str:
    """Write a count with four significant figures.

    Examples
    --------
    >>> _rounded(123_456.7), _rounded(98.7), _rounded(0.2), _rounded(0.0)
    ('123500', '99', '0.2', '0')
    """
    if value == 0:
        return "0"
    if value < 1:  # a mean below one is not nothing
        return f"{max(value, 0.001):.1g}"
    places = _SIGNIFICANT - 1 - math.floor(math.log10(value))
    return f"{round(value, min(places, 0)):.0f}"


def indicators(
    tables: Iterable[pd.DataFrame], modes: Mapping[str, Mapping[str, str]], *, countries: int
) -> list[list[str]]:
    """Return the rows of ``indicators.csv``, sorted by id; in one country none of a border."""
    found = {}
    for table in tables:
        kinds = table[["opportunity", "mode", "cutoff_min"]].drop_duplicates()
        told = _told(table, countries)
        for row in kinds.to_dict("records"):
            for measure in told[row["mode"]]:
                named = _names(
                    measure, {str(k): v for k, v in row.items()}, modes, countries=countries
                )
                unit = "ratio" if measure in _RATIOS else row["opportunity"]
                key = _indicator(measure, {str(k): v for k, v in row.items()})
                found[key] = [key, *named, unit, _MEASURES[measure]]
    return [found[key] for key in sorted(found)]


def _names(
    measure: str,
    row: Mapping[str, Any],
    modes: Mapping[str, Mapping[str, str]],
    *,
    countries: int,
) -> list[str]:
    """Return the name of an indicator in each language; what has no words is named by its id."""
    opportunity, mode = str(row["opportunity"]), str(row["mode"])
    what = words.texts("terms.opportunity").get(opportunity) or opportunity
    how = {**words.texts("terms.by"), **modes}.get(mode) or mode
    values = {
        "opportunity": words.in_every_language(what),
        "mode": words.in_every_language(how),
        "measure": words.in_form(words.texts("monitor.measure"), countries)[measure],
        "minutes": words.in_every_language(f"{row['cutoff_min']:g}"),
    }
    return [
        words.capital(template.format_map({name: told[x] for name, told in values.items()}))
        for x, template in words.text("monitor.indicator").items()
    ]
