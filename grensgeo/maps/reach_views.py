"""Views of figures by municipality: reach, the border effect, and what a scenario changes."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from grensgeo import schema
from grensgeo.countries import country_faults
from grensgeo.errors import InputError, some
from grensgeo.maps import classes
from grensgeo.maps.atlas_means import EDGE_SHARE
from grensgeo.maps.views import BELOW_NOISE, UNDEFINED, Figure, View, order, rounded
from grensgeo.measures.contradictions import below_zero, check_reach, effect_faults
from grensgeo.measures.long_reach import REACHED, WHERE, by_destination, sides_of_old, totals

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence

    import pandas as pd

#: Changes below this part of today's reach are called noise (assumption): trains whose minutes are
#: drawn, and streets that stand for many, move reach by about as much from draw to draw.
NOISE = 0.005
_BASELINE = "baseline"
#: The country of destinations of a table that does not tell them apart.
_ANYWHERE = ""
#: Words for the two readings of "closed", by what ``border_effect()`` writes.
_CLOSED = {
    "foreign destinations dropped": "closed_destinations",
    "foreign routing forbidden": "closed_routing",
}


def _count(value: float) -> Figure:
    return None if math.isnan(value) else rounded(value)


def _ratio(part: float, whole: float) -> Figure:
    """Return ``part / whole``; missing stays missing, a ratio to zero is undefined."""
    if math.isnan(part) or math.isnan(whole):
        return None
    return UNDEFINED if whole == 0 else round(part / whole, 4)


def _numbers(figures: Sequence[Figure]) -> list[float]:
    return [figure for figure in figures if isinstance(figure, int | float)]


def _checked(
    frame: pd.DataFrame,
    codes: Sequence[str],
    *,
    where: str,
    countries: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Validate a reach table against its declaration, itself and the region's municipalities."""
    if WHERE in frame.columns and len(frame) and frame[WHERE].eq(_ANYWHERE).all():
        # a border effect of any countries, without the reach in each
        frame = schema.REACH.check(frame, where=where)
        faults = country_faults(frame["id"], frame["country"], known=countries)
        faults += below_zero(frame, ["cutoff_min", "closed", "open"]) or effect_faults(frame)
        if faults:
            raise InputError.of(faults, where=where)
    else:
        frame = check_reach(frame, where=where, known=countries)
    if frame.empty:
        raise InputError(
            "table-empty", f"{where}: the table is empty, so there is nothing to draw"
        )
    foreign = sorted(set(frame["id"]) - set(codes))
    if foreign:
        raise InputError(
            "id-unknown",
            f"{where}: ids that are no municipality of the region: {some(foreign)}; "
            "combine cells into municipalities first, weighted by population",
        )
    if "mode" not in frame.columns:
        frame["mode"] = "all"
    if "scenario" not in frame.columns:
        frame["scenario"] = _BASELINE
    key = ["id", "cutoff_min", "opportunity", "mode", "scenario"]
    twice = frame.duplicated([*key, WHERE])
    if twice.any():
        rows = [" ".join(map(str, row)) for row in frame.loc[twice, key].itertuples(index=False)]
        raise InputError(
            "row-twice", f"{where}: more than one row for the same {'/'.join(key)}: {some(rows)}"
        )
    return frame


def _apart(frame: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, pd.Series]]:
    """Return a row for each figure, and what is reached by country, in small letters."""
    sides = by_destination(frame)
    return totals(frame), {str(code).lower(): sides[code] for code in sides.columns if code}


def _minutes(cutoff: float) -> str:
    """Write a cutoff as an option: ``45`` or ``7.5``."""
    return f"{cutoff:g}"


def _layer_controls(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the choices that pick a layer: mode, cutoff, opportunity, scenario."""
    from grensgeo.words import texts

    options = {
        "mode": order(list(frame["mode"]), list(texts("terms.mode"))),
        "cutoff": [_minutes(v) for v in sorted(set(frame["cutoff_min"]))],
        "opportunity": order(list(frame["opportunity"]), list(texts("terms.opportunity"))),
        "scenario": order(list(frame["scenario"]), [_BASELINE]),
    }
    start = options["cutoff"]
    middle = "45" if "45" in start else start[len(start) // 2]
    return [
        {"id": name, "options": values, "start": middle if name == "cutoff" else values[0]}
        for name, values in options.items()
    ]


def _field(label: str, unit: str, palette: str, group: str) -> dict[str, str]:
    return {"label": label, "unit": unit, "palette": palette, "group": group}


def _choropleth(
    frame: pd.DataFrame,
    codes: Sequence[str],
    *,
    columns: Mapping[str, pd.Series],
    fields: Mapping[str, dict[str, str]],
    breaks: Mapping[str, tuple[float, ...]],
) -> dict[str, Any]:
    """Arrange figures out by layer, with the breaks of each group of fields.

    ``columns`` holds a figure per row of ``frame`` for each field and for whatever the page
    shows beside it; ``breaks`` holds those groups whose breaks do not depend on the figures.
    """
    position = {code: number for number, code in enumerate(codes)}
    shown = sorted({position[code] for code in frame["id"]})
    slot = {number: place for place, number in enumerate(shown)}
    places = [slot[position[code]] for code in frame["id"]]
    layers: dict[tuple[Hashable, ...], dict[str, Any]] = {}
    keys = zip(
        frame["mode"],
        frame["cutoff_min"].map(_minutes),
        frame["opportunity"],
        frame["scenario"],
        strict=True,
    )
    for row, key in enumerate(keys):
        layer = layers.setdefault(
            key, {"key": list(key), "values": {n: [None] * len(shown) for n in columns}}
        )
        for name, figures in columns.items():
            layer["values"][name][places[row]] = figures.iloc[row]
    for layer in layers.values():
        layer["breaks"] = {}
        for group, palette in {f["group"]: f["palette"] for f in fields.values()}.items():
            members = [name for name, field in fields.items() if field["group"] == group]
            numbers = [n for name in members for n in _numbers(layer["values"][name])]
            choose = classes.change_breaks if palette == "diverging" else classes.round_breaks
            layer["breaks"][group] = list(breaks[group] if group in breaks else choose(numbers))
    return {
        "ids": shown,
        "fields": dict(fields),
        "layers": [layers[key] for key in sorted(layers, key=str)],
    }


def _figures(values: Sequence[Figure], index: pd.Index) -> pd.Series:
    """Keep figures as they are: an integer must not become a float, nor None a NaN."""
    import pandas as pd

    return pd.Series(list(values), index=index, dtype=object)


def _counts(series: pd.Series) -> pd.Series:
    return _figures([_count(float(v)) for v in series], series.index)


def _closed(frame: pd.DataFrame) -> str:
    """Return the key of the words that say what "closed" means in a table."""
    if "closed_means" not in frame.columns:
        return _CLOSED["foreign destinations dropped"]
    readings = sorted({str(reading) for reading in frame["closed_means"]})
    if len(readings) != 1 or readings[0] not in _CLOSED:
        raise InputError(
            "closed-meanings-mixed",
            f"closed_means: {some(readings)}; a map shows one reading of closed, which is "
            f"{' or '.join(_CLOSED)}",
        )
    return _CLOSED[readings[0]]


#: Columns that say of a figure that it ends with the data, or needs no ride, by their name here.
_MARKS = {"edge": "edge_share", "without": "share_without_ride"}


def _marked(columns: dict[str, pd.Series], frame: pd.DataFrame) -> dict[str, pd.Series]:
    """Add what a figure must say beside itself, where the table has it."""
    found = dict(columns)
    for name, column in _MARKS.items():
        if column in frame.columns and frame[column].notna().any():
            shares = [None if math.isnan(v) else _share(float(v)) for v in frame[column]]
            found[name] = _figures(shares, frame.index)
    return found


def _share(value: float) -> float:
    """Round a share, but not so that some become none or all."""
    return value if value in {0.0, 1.0} else min(max(round(value, 3), 0.001), 0.999)


def _with_unknown(columns: dict[str, pd.Series], frame: pd.DataFrame) -> dict[str, pd.Series]:
    """Add the number of destinations without a figure, which make a reach a lower bound."""
    if "unknown_within" in frame.columns and (frame["unknown_within"] > 0).any():
        return {**columns, "unknown": _counts(frame["unknown_within"].astype(float))}
    return columns


def _with_bounds(
    columns: dict[str, pd.Series], frame: pd.DataFrame
) -> tuple[dict[str, pd.Series], list[str]]:
    """Add between which bounds figures lie that rest on modelled counts, and name these."""
    names = [
        name
        for name in ("closed", "open")
        if {f"{name}_lower", f"{name}_upper"} <= {*frame.columns}
        and (frame[f"{name}_upper"] - frame[f"{name}_lower"] >= 1).any()
    ]
    more = [f"{name}_{end}" for name in names for end in ("lower", "upper")]
    return columns | {name: _counts(frame[name].astype(float)) for name in more}, names


def _effects(frame: pd.DataFrame) -> pd.Series:
    """Return the border effect as the table has it; null over a closed of zero is undefined."""
    found: list[Figure] = []
    for effect, closed in zip(frame["border_effect"], frame["closed"], strict=True):
        if not math.isnan(effect):
            found.append(round(float(effect), 4))
        else:
            found.append(UNDEFINED if closed == 0 else None)
    return _figures(found, frame.index)


def _whose(frame: pd.DataFrame) -> dict[str, Any]:
    """Report whether figures are the mean inhabitant's, and which share lies at the edge."""
    return {"mean": "population_covered" in frame.columns, "edge_share": EDGE_SHARE}


def _bordered(countries: Mapping[str, str] | None, sides: Iterable[str]) -> bool:
    """Return whether there is a border: places or destinations in more than one country."""
    told = {code.lower() for code in (countries or {}).values()} | {*sides}
    return len(told) != 1


def reach_view(
    frame: pd.DataFrame, codes: Sequence[str], *, countries: Mapping[str, str] | None = None
) -> View:
    """Build the view of a reach table: who reaches how much, and in which country.

    Parameters
    ----------
    frame
        schema.REACH at municipality ids.
    codes
        The region's municipalities in the order of the page.
    countries
        The country of each; what the table says is held against it.

    Returns
    -------
    View
        With choices of mode, cutoff, opportunity, scenario and country of destination; the last
        is none where there is one country.

    Raises
    ------
    InputError
        If the table is empty, does not fit its declaration, holds a row twice, or ids that are
        no municipality of the region.
    """
    frame, sides = _apart(_checked(frame, codes, where="reach", countries=countries))
    columns = {
        "open": _counts(frame["open"]),
        **{name: _counts(values) for name, values in sides.items()},
        "closed": _counts(frame["closed"]),
        "effect": _effects(frame),
    }
    columns, bounded = _with_bounds(columns, frame)
    bordered = _bordered(countries, sides)
    wheres = ["open", *sides, "closed"] if bordered else ["open"]
    content = _choropleth(
        frame,
        codes,
        columns=_marked(_with_unknown(columns, frame), frame),
        fields={w: _field(f"field_{w}", "count", "sequential", "reach") for w in wheres},
        breaks={},
    )
    content["controls"] = [
        *_layer_controls(frame),
        {"id": "destination", "options": wheres, "start": "open", "field": True},
    ]
    content |= _whose(frame)
    if bordered:
        content["closed"] = _closed(frame)
    content["bar"] = [*sides]
    content["bounds"] = bounded
    told = [
        ["row_open", "open", "count"],
        ["row_closed", "closed", "count"],
        ["row_effect", "effect", "percent"],
    ]
    content["rows"] = told if bordered else []
    return View("reach", content)


def border_effect_view(
    frame: pd.DataFrame, codes: Sequence[str], *, countries: Mapping[str, str] | None = None
) -> View:
    """Build the view of the border effect: open / closed - 1, and open - closed.

    Parameters
    ----------
    frame
        schema.REACH at municipality ids.
    codes
        The region's municipalities in the order of the page.
    countries
        The country of each; what the table says is held against it.

    Returns
    -------
    View
        With choices of mode, cutoff, opportunity, scenario and measure. Where nothing can be
        reached in the own country the effect is undefined, which is not zero.

    Raises
    ------
    InputError
        As :func:`reach_view`.
    """
    bare = not ({REACHED} <= {*frame.columns} or sides_of_old(frame))
    if bare:
        frame = _as_reach(frame)
    frame, sides = _apart(_checked(frame, codes, where="border effect", countries=countries))
    columns = {
        "effect": _effects(frame),
        "gain": _counts(frame["open"] - frame["closed"]),
        "open": _counts(frame["open"]),
        "closed": _counts(frame["closed"]),
    }
    if not bare:
        columns |= {name: _counts(values) for name, values in sides.items()}
    columns, bounded = _with_bounds(columns, frame)
    content = _choropleth(
        frame,
        codes,
        columns=_marked(_with_unknown(columns, frame), frame),
        fields={
            "effect": _field("field_effect", "percent", "effect", "effect"),
            "gain": _field("field_gain", "count", "effect", "gain"),
        },
        breaks={"effect": classes.EFFECT_BREAKS},
    )
    content["controls"] = [
        *_layer_controls(frame),
        {"id": "measure", "options": ["effect", "gain"], "start": "effect", "field": True},
    ]
    content |= _whose(frame)
    content["closed"] = _closed(frame)
    content["bar"] = [] if bare else [*sides]
    content["bounds"] = bounded
    content["rows"] = [
        ["row_closed", "closed", "count"],
        ["row_open", "open", "count"],
        ["row_gain", "gain", "count"],
        ["row_effect", "effect", "percent"],
    ]
    content["undefined"] = "class_undefined"
    return View("border_effect", content)


def _as_reach(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the table of ``border_effect()`` the columns of a reach table that it lacks."""
    import pandas as pd

    missing = pd.Series(math.nan, index=frame.index)
    frame = frame.copy()
    frame[WHERE], frame[REACHED] = _ANYWHERE, missing
    return frame if "opportunity" in frame.columns else frame.assign(opportunity="opportunities")


def scenario_view(
    baseline: pd.DataFrame,
    scenario: pd.DataFrame,
    codes: Sequence[str],
    *,
    noise: float = NOISE,
    unsure: Collection[tuple[str, float, str, str]] = (),
    countries: Mapping[str, str] | None = None,
) -> View:
    """Build the view of a scenario: what changes against the baseline.

    Parameters
    ----------
    baseline
        schema.REACH at municipality ids, today.
    scenario
        The same with the scenario.
    codes
        The region's municipalities in the order of the page.
    noise
        A change smaller than this part of today's figure is below noise, which is neither a gain
        or loss nor "no change".
    unsure
        Municipality, cutoff, opportunity and mode of further changes of what is reached in all
        countries that are below noise.
    countries
        The country of each municipality; what the tables say is held against it.

    Returns
    -------
    View
        With choices of mode, cutoff, opportunity, country of destination and measure. A row that
        only one of the tables has is missing, never "no change".

    Raises
    ------
    InputError
        As :func:`reach_view`, and if the tables have no mode, cutoff and opportunity in common.
    """
    if not 0 <= noise < 1:
        raise InputError(
            "out-of-range",
            f"noise is {noise}; give a part of today's reach, from 0 to less than 1",
        )
    before, old_sides = _apart(
        _checked(baseline, codes, where="baseline reach", countries=countries)
    )
    after, new_sides = _apart(
        _checked(scenario, codes, where="scenario reach", countries=countries)
    )
    named = [name for name in old_sides if name in new_sides]
    for name in named:
        before[name], after[name] = old_sides[name], new_sides[name]
    for frame, where in ((before, "baseline reach"), (after, "scenario reach")):
        if len(set(frame["scenario"])) > 1:
            raise InputError(
                "scenarios-mixed",
                f"{where}: several scenarios {some(sorted(set(frame['scenario'])))}; "
                "give the rows of one",
            )
    key = ["id", "cutoff_min", "opportunity", "mode"]
    figures = [*named, "open"]
    choice = ["cutoff_min", "opportunity", "mode"]
    common = before[choice].drop_duplicates().merge(after[choice].drop_duplicates())
    if common.empty:
        raise InputError(
            "nothing-in-common",
            "baseline and scenario reach have no mode, cutoff and opportunity in common; "
            "compute both with the same trips and cutoffs",
        )
    both = before[key + figures].merge(
        after[key + figures], on=key, how="outer", suffixes=("_before", "_after"), sort=True
    )
    both = both.merge(common)
    told = [column for column in _MARKS.values() if column in after.columns]
    both = both.merge(after[key + told], on=key, how="left")
    both["scenario"] = _BASELINE
    columns: dict[str, pd.Series] = _marked({}, both)
    wheres = ["open", *named] if _bordered(countries, named) else ["open"]
    for where in wheres:
        old, new = both[f"{where}_before"], both[f"{where}_after"]
        columns[f"{where}_before"] = _counts(old)
        columns[f"{where}_after"] = _counts(new)
        changes = [_change(a, b, noise) for a, b in zip(old, new, strict=True)]
        if unsure and where == "open":
            rows = zip(changes, both[key].itertuples(index=False, name=None), strict=True)
            drowned = (BELOW_NOISE, BELOW_NOISE)
            changes = [drowned if change[0] and row in unsure else change for change, row in rows]
        columns[f"{where}_abs"] = _figures([change[0] for change in changes], both.index)
        columns[f"{where}_pct"] = _figures([change[1] for change in changes], both.index)
    fields = {f"{w}_abs": _field("field_abs", "count", "diverging", "abs") for w in wheres} | {
        f"{w}_pct": _field("field_pct", "percent", "diverging", "pct") for w in wheres
    }
    content = _choropleth(
        both, codes, columns=columns, fields=fields, breaks={"pct": classes.CHANGE_BREAKS}
    )
    content["controls"] = [
        *[control for control in _layer_controls(both) if control["id"] != "scenario"],
        {"id": "destination", "options": wheres, "start": "open", "field": True},
        {"id": "measure", "options": ["abs", "pct"], "start": "abs", "field": True},
    ]
    changed = {
        layer["key"][0]
        for layer in content["layers"]
        if any(_numbers(layer["values"]["open_abs"]))
    }
    for layer in content["layers"]:
        layer["key"] = layer["key"][:3]
    # Open with a mode that the scenario touches: a map without colours says nothing.
    mode = content["controls"][0]
    mode["start"] = next((m for m in mode["options"] if m in changed), mode["start"])
    content |= _whose(before)
    content["rows"] = [
        ["row_before", "before", "count"],
        ["row_after", "after", "count"],
        ["row_abs", "abs", "change"],
        ["row_pct", "pct", "change_percent"],
    ]
    content["undefined"] = "class_undefined_pct"
    content["noise"] = noise
    return View("scenario", content)


def _change(before: float, after: float, noise: float) -> tuple[Figure, Figure]:
    """Return the change as a count and as a ratio; less than half a unit is no change."""
    if math.isnan(before) or math.isnan(after):
        return None, None
    change = round(after - before)
    if change == 0:
        return 0, 0
    if abs(after - before) < noise * before:
        return BELOW_NOISE, BELOW_NOISE
    return change, _ratio(after - before, before)
