"""Suppression of small numbers, and of others by which they could be computed.

A region's figure is the sum (of people, or of people times their mean) over its municipalities.
Where one municipality of a region is suppressed and the others are told, it is the difference. So
more are suppressed until no suppressed figure follows from those that are told: none is fixed by
the equations *region = sum of its municipalities* of all levels together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

#: What tells the figures that are suppressed together: who knows one can compute another.
_FAMILY = ["opportunity", "trip"]
_EXACT = 1e-9


def suppress(
    figures: pd.DataFrame, members: pd.DataFrame, *, below: int
) -> tuple[pd.DataFrame, int, int]:
    """Mark as suppressed what rests on few people or counts few, and what would give it away.

    Parameters
    ----------
    figures
        What :func:`grensgeo.monitor.observations.level_figures` gave of all levels.
    members
        Code of the region of each level by municipality.
    below
        Fewer inhabitants are too few; 0 suppresses nothing.

    Returns
    -------
    figures, primary, secondary
        Figures that are suppressed have no value, no bounds and status Q. All of an opportunity
        and a trip are suppressed in a region together: one tells of another.
    """
    if below <= 0:
        return figures, 0, 0
    counts = figures["measure"].str.startswith("people_")
    few = figures["population"] < below
    few |= counts & (figures["value"] > 0) & (figures["value"] < below)
    # who are not below a norm are people too
    rest = figures["population"] - figures["value"]
    few |= counts & (rest > 0) & (rest < below)
    few &= figures["measure"] != "population"
    first = second = 0
    hidden = np.zeros(len(figures), dtype=bool)
    people = figures[figures["measure"] == "population"].set_index(["region_level", "id"])["value"]
    done: dict[frozenset[tuple[str, str]], frozenset[tuple[str, str]]] = {}
    for _, rows in figures[figures["measure"] != "population"].groupby(_FAMILY):
        small = frozenset(map(tuple, rows.loc[few[rows.index], ["region_level", "id"]].to_numpy()))
        if not small:
            continue
        if small not in done:
            done[small] = closed_set(small, members, dict(people))
        places = list(zip(rows["region_level"], rows["id"], strict=True))
        first += sum(place in small for place in places)
        second += sum(place in done[small] - small for place in places)
        hidden[figures.index.get_indexer(rows.index)] = [place in done[small] for place in places]
    result = figures.copy()
    result.loc[hidden, "status"] = "Q"
    told = ["value", "lower", "upper", "n_origins", "population", "edge_share",
            "share_without_ride"]  # fmt: skip
    result.loc[hidden, told] = np.nan
    return result, first, second


def closed_set(
    small: frozenset[tuple[str, str]],
    members: pd.DataFrame,
    people: Mapping[tuple[str, str], float],
) -> frozenset[tuple[str, str]]:
    """Return what has to be suppressed with a set, so that nothing of it can be computed.

    Parameters
    ----------
    small
        RegionLevel and code of the regions that are suppressed.
    members
        Code of the region of each level by municipality.
    people
        Inhabitants by level and code of every region that is told; the smallest are added first.

    Returns
    -------
    frozenset
        The set, and as few others as this order finds.
    """
    places = list(people)
    equations = _equations(members, places)
    column = {place: number for number, place in enumerate(places)}
    hidden = np.zeros(len(places), dtype=bool)
    hidden[[column[place] for place in small]] = True
    while True:
        open_to = exposed(equations, hidden)
        if not open_to.any():
            return frozenset(place for place in places if hidden[column[place]])
        first = int(np.flatnonzero(open_to)[0])
        beside = (equations[equations[:, first] != 0] != 0).any(axis=0) & ~hidden
        others = np.flatnonzero(beside)
        if not len(others):
            return frozenset(place for place in places if hidden[column[place]])
        smallest = min(others, key=lambda number: (people[places[number]], places[number]))
        hidden[smallest] = True


def exposed(
    equations: npt.NDArray[np.float64], hidden: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Find which hidden figures follow from equations and what is told.

    Parameters
    ----------
    equations
        A row for each equation, a column for each figure.
    hidden
        Which figures are not told.

    Returns
    -------
    array
        True for a hidden figure that is the same in every solution.
    """
    found = np.zeros(len(hidden), dtype=bool)
    columns = np.flatnonzero(hidden)
    if not len(columns):
        return found
    part = equations[:, columns]
    _, sizes, directions = np.linalg.svd(part, full_matrices=True)
    rank = int((sizes > _EXACT).sum())
    free = np.abs(directions[rank:]).max(axis=0, initial=0.0)
    found[columns] = free <= _EXACT
    # a figure that stands in no equation follows from nothing
    found[columns] &= (part != 0).any(axis=0)
    return found


def _equations(members: pd.DataFrame, places: list[tuple[str, str]]) -> npt.NDArray[np.float64]:
    """Return by row that a region of a level is the sum of its municipalities."""
    column = {place: number for number, place in enumerate(places)}
    rows = []
    for level, code in places:
        if level == "municipality":
            continue
        inside = members.index[members[level] == code]
        parts = [column.get(("municipality", town), -1) for town in inside]
        if not parts or min(parts) < 0:
            continue  # a municipality of which nothing is told: no difference can be taken
        row = np.zeros(len(places))
        row[parts] = 1.0
        row[column[level, code]] = -1.0
        rows.append(row)
    return np.array(rows).reshape(-1, len(places))
