"""IKOB of one's own tables: places, travel times, kilometres and costs, on any countries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import Faults, InputError, some
from grensgeo.measures.matrix import as_matrix
from grensgeo.methods.crow.group_shares import GroupTables, group_shares
from grensgeo.methods.crow.ikob_inputs import (
    VALUE_OF_OTHER_MIN_PER_EUR,
    VALUE_OF_WORK_MIN_PER_EUR,
    IkobInputs,
    Prices,
    Skims,
)
from grensgeo.methods.crow.person_groups import INCOMES, MEANS
from grensgeo.notes import Note
from grensgeo.provenance import Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.measures.matrix import TimesLike
    from grensgeo.methods.crow.ikob_inputs import Hubs

#: Minutes to find a place for the car on arriving, and to reach it on leaving, by degree of
#: urbanity (1 very urban to 5 rural). Source: IKOB, part D1, table 8.
PARKING_MIN = ((12.5, 5.0), (7.5, 2.5), (4.0, 2.0), (0.0, 0.0), (0.0, 0.0))


def ikob_inputs(
    places: pd.DataFrame,
    times: Mapping[str, TimesLike | pd.DataFrame],
    *,
    distances: Mapping[str, pd.DataFrame],
    costs: pd.DataFrame | None = None,
    groups: Mapping[str, GroupTables] | None = None,
    motive: str = "work",
    part_of_day: str = "day",
    prices: Prices | None = None,
    hubs: Hubs | None = None,
) -> IkobInputs:
    """Prepare IKOB's inputs from tables of one's own.

    Parameters
    ----------
    places
        A row a place: ``id``, ``country``, ``urbanity`` (1 very urban to 5 rural); people and
        jobs by class of income (``people_low``, ``people_lower_middle``, ... and ``jobs_low``,
        ...), or ``people`` and ``jobs`` alone, a quarter of which is then of each class;
        optionally ``cars_per_household``, ``parking_eur``, ``arriving_min`` and ``leaving_min``
        (to park and to reach the car; those of the method by urbanity if left out).
    times
        Travel times by ``car``, ``bicycle`` (or ``ebike``) and ``transit``: a ``TravelTimes``, or
        a table ``from_id, to_id, travel_time_min``.
    distances
        Kilometres by ``car``, and by ``transit`` unless its costs are given: tables
        ``from_id, to_id, distance_km``.
    costs
        A table ``from_id, to_id, mode, cost_eur``, in the place of what ``prices`` make of the
        kilometres, whoever computed it. A mode is ``car`` (a car of one's own), ``transit``, or
        one of IKOB's means: ``bicycle``, ``car_fossil``, ``car_electric``, ``free_car``,
        ``no_car`` (a shared one), ``no_licence`` (a taxi).
    groups
        What is known of each country's people, by country. Where one is left out, the tables of
        the method hold, which are of the Netherlands, and a note says so.
    motive, prices, hubs
        As :class:`IkobInputs` takes them.
    part_of_day
        What to call it.

    Returns
    -------
    IkobInputs
        For :func:`ikob`.

    Raises
    ------
    InputError
        For missing columns, figures, pairs or kilometres, and ids that do not match.
    """
    places = _held_places(places)
    ids = places["id"].astype(str).to_list()
    cycle = "ebike" if "ebike" in times else "bicycle"
    lacking = [mode for mode in ("car", cycle, "transit") if mode not in times]
    if lacking:
        raise InputError(
            "option-missing", f"times: none by {some(lacking)}; IKOB needs three modes"
        )
    minutes = {mode: _minutes(times[mode], ids, mode) for mode in ("car", cycle, "transit")}
    told = _costs(costs, ids)
    km = {mode: _pairs(table, ids, "distance_km", mode) for mode, table in distances.items()}
    _hold_km(km, minutes, told)
    people, jobs, even = _counts(places)
    shares, foreign = _shares(places, people, groups or {})
    notes = [Note("ikob.incomes-even")] if even else []
    notes += [Note("ikob.groups-elsewhere", countries=", ".join(foreign))] if foreign else []
    skims = Skims(
        minutes["car"], km["car"], minutes[cycle], minutes["transit"], km.get("transit"),
        bicycle_km=km.get(cycle), costs_eur=told,
    )  # fmt: skip
    return IkobInputs(
        tuple(ids),
        people=people,
        jobs=jobs,
        shares=shares,
        skims={part_of_day: skims},
        motive=motive,
        value_min_per_eur=(
            VALUE_OF_WORK_MIN_PER_EUR if motive == "work" else VALUE_OF_OTHER_MIN_PER_EUR
        ),
        prices=Prices() if prices is None else prices,
        parking_min=_parking(places),
        parking_eur=places["parking_eur"].to_numpy(float) if "parking_eur" in places else None,
        cycle=cycle,
        hubs=hubs,
        countries=tuple(places["country"].astype(str)),
        provenance=Provenance(notes=tuple(notes)),
    )


def _held_places(places: pd.DataFrame) -> pd.DataFrame:
    """Return the places, whose columns and ids can be."""
    faults = Faults()
    for name in ("id", "country", "urbanity"):
        if name not in places:
            faults.add("column-missing", f"column {name!r} is missing")
        elif bool(places[name].isna().any()):
            faults.add("value-missing", f"column {name!r} is empty in some rows")
    if not faults and bool(places["id"].duplicated().any()):
        faults.add("id-twice", f"duplicate id: {some(places['id'][places['id'].duplicated()])}")
    if faults:
        raise InputError.of(faults, where="places")
    return places.reset_index(drop=True)


def _counts(places: pd.DataFrame) -> tuple[Floats, Floats, bool]:
    """Return people and jobs by class of income, and whether either was divided evenly."""
    found, even, faults = [], False, Faults()
    for what in ("people", "jobs"):
        columns = [f"{what}_{income}" for income in INCOMES]
        if all(name in places for name in columns):
            found.append(places[columns].to_numpy(float))
        elif what in places:
            found.append(
                np.repeat(places[what].to_numpy(float)[:, None] / len(INCOMES), 4, axis=1)
            )
            even = True
        else:
            faults.add("column-missing", f"neither {what!r} nor {some(columns)} is there")
    if faults:
        raise InputError.of(faults, where="places")
    return found[0], found[1], even


def _shares(
    places: pd.DataFrame, people: Floats, groups: Mapping[str, GroupTables]
) -> tuple[Floats, list[str]]:
    """Return the part of each class in each group, and countries whose tables are not given."""
    total = people.sum(axis=1, keepdims=True)
    of_income = np.where(total > 0, people / np.where(total > 0, total, 1.0), np.nan)
    country = places["country"].astype(str).to_numpy()
    cars = "cars_per_household"
    held = places[cars].to_numpy(float) if cars in places else None
    result, foreign = None, []
    for code in dict.fromkeys(country):
        here = country == code
        if code not in groups:
            foreign.append(code)
        one = group_shares(
            of_income[here], places["urbanity"].to_numpy(float)[here], groups.get(code),
            cars_per_household=None if held is None else held[here],
        )  # fmt: skip
        if result is None:
            result = np.zeros((len(places), *one.shape[1:]))
        result[here] = one
    assert result is not None  # there is a place
    return result, foreign


def _parking(places: pd.DataFrame) -> Floats:
    """Return minutes on arriving and on leaving."""
    degree = places["urbanity"].to_numpy(int) - 1
    result: Floats = np.array(PARKING_MIN)[degree]
    for k, name in enumerate(("arriving_min", "leaving_min")):
        if name in places:
            result[:, k] = places[name].to_numpy(float)
    return result


def _minutes(times: TimesLike | pd.DataFrame, ids: list[str], mode: str) -> Floats:
    """Return the minutes of one mode in the order of the places."""
    matrix = as_matrix(times, where=f"times by {mode}")
    rows, columns = (
        _positions(own, ids, f"times by {mode}: {what}")
        for own, what in ((matrix.from_id, "from_id"), (matrix.to_id, "to_id"))
    )
    found: Floats = matrix.minutes[np.ix_(rows, columns)].astype(float)
    return found


def _positions(own: Any, ids: list[str], where: str) -> list[int]:  # noqa: ANN401 - an array of text
    """Return where each place stands."""
    at = {str(one): k for k, one in enumerate(own)}
    absent = [one for one in ids if one not in at]
    if absent:
        raise InputError("id-unknown", f"{where}: no times of {some(absent)}; give all places")
    return [at[one] for one in ids]


def _pairs(table: pd.DataFrame, ids: list[str], column: str, what: str) -> Floats:
    """Return a column of pairs as a matrix, NaN where the table has none."""
    lacking = [name for name in ("from_id", "to_id", column) if name not in table]
    if lacking:
        raise InputError(
            "column-missing", f"{column} by {what}: column {some(lacking)} is missing"
        )
    at = {one: k for k, one in enumerate(ids)}
    ends = [table[name].astype(str).map(at).to_numpy(float) for name in ("from_id", "to_id")]
    known = ~(np.isnan(ends[0]) | np.isnan(ends[1]))
    result = np.full((len(ids), len(ids)), np.nan)
    rows, columns = (end[known].astype(int) for end in ends)
    result[rows, columns] = table[column].to_numpy(float)[known]
    return result


def _costs(costs: pd.DataFrame | None, ids: list[str]) -> dict[str, Floats]:
    """Return costs in euros by means."""
    if costs is None:
        return {}
    if "mode" not in costs:
        raise InputError("column-missing", "costs: column 'mode' is missing")
    found: dict[str, Floats] = {}
    for mode, table in costs.groupby("mode"):
        means = ("car_fossil", "car_electric") if mode == "car" else (str(mode),)
        if means[0] not in MEANS:
            raise InputError(
                "choice-unknown",
                f"costs: mode {mode!r} is none of {some(('car', *MEANS), most=9)}",
            )
        found |= dict.fromkeys(means, _pairs(table, ids, "cost_eur", str(mode)))
    return found


def _hold_km(
    km: Mapping[str, Floats], minutes: Mapping[str, Floats], costs: Mapping[str, Floats]
) -> None:
    """Raise where a way that there is has neither kilometres nor a cost."""
    faults = Faults()
    for mode in ("car", "transit"):
        priced = costs.get(mode)
        if mode not in km and (mode == "car" or priced is None):
            faults.add(
                "option-missing", f"no distances by {mode}; give from_id, to_id, distance_km"
            )
            continue
        there = ~np.isnan(minutes[mode])
        known = km[mode] if priced is None else priced
        if bool((there & np.isnan(known)).any()):
            n = int((there & np.isnan(known)).sum())
            faults.add("value-missing", f"{n} ways by {mode} have neither kilometres nor a cost")
    if faults:
        raise InputError.of(faults, where="IKOB")
