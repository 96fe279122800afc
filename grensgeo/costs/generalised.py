"""Time and cost as one: minutes, and for the money more of them by the value of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.costs.trip_costs import TripCosts
from grensgeo.errors import InputError, some
from grensgeo.schema import GENERALISED_COSTS, TRIP_COSTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from grensgeo.costs.cost_options import PayingGroup
    from grensgeo.costs.cost_tables import CostsOfDay
    from grensgeo.traveltimes import TravelTimes


def generalised_cost(
    times: TravelTimes | pd.DataFrame,
    costs: TripCosts | pd.DataFrame,
    *,
    tables: CostsOfDay | None = None,
    groups: Sequence[PayingGroup] = (),
) -> pd.DataFrame:
    """Add up minutes and money: weight times minutes, plus cost by the value of time.

    Parameters
    ----------
    times
        Travel times, or a table ``from_id, to_id, travel_time_min``, of one mode.
    costs
        What the trips cost, of :func:`trip_costs`, or a table of one's own:
        ``from_id, to_id, mode, group, cost_eur``.
    tables
        Figures that tell the value of time; those of ``costs`` if not given.
    groups
        Groups that the tables do not know.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.GENERALISED_COSTS`: a row for each row of costs. Where a trip costs
        nothing and a minute counts once, it is the minutes to the last digit.

    Raises
    ------
    InputError
        If a pair of the costs is not among the times, or a group or its value of time is not
        known.

    Source
    ------
    CROW, IKOB: experienced travel time is time + cost x (minutes a euro). de D. Ortúzar and
    Willumsen (2011), Modelling Transport, 4th ed., section 5.4: generalised cost in units of time.

    Examples
    --------
    >>> import pandas as pd
    >>> import grensgeo as gg
    >>> pair = {"from_id": ["a"], "to_id": ["b"]}
    >>> times = pd.DataFrame({**pair, "travel_time_min": [30.0]})
    >>> costs = pd.DataFrame({**pair, "mode": "car", "group": "car", "cost_eur": [2.0]})
    >>> table = gg.generalised_cost(times, costs, tables=gg.CostTables.default().at())
    >>> float(table["generalised_min"].iloc[0])
    42.0
    """
    told = costs.table if isinstance(costs, TripCosts) else _own(costs)
    if tables is None:
        if not isinstance(costs, TripCosts):
            raise InputError(
                "option-missing",
                "generalised cost: give tables=, such as CostTables.default().at(), for the "
                "value of time",
            )
        tables = costs.tables
    known = {one.name: one for one in (*tables.groups, *groups)}
    unknown = sorted(set(told["group"]) - set(known))
    if unknown:
        raise InputError(
            "name-unknown", f"unknown groups {some(unknown)}; known are {', '.join(known)}"
        )
    frame = _with_times(times, told)
    return GENERALISED_COSTS.check(_added_up(frame, known, tables))


def impedance(table: pd.DataFrame, *, group: str, mode: str) -> pd.DataFrame:
    """Return generalised minutes in the form of travel times, for measures.

    Parameters
    ----------
    table
        :data:`grensgeo.schema.GENERALISED_COSTS`.
    group, mode
        Whose, and of which trips.

    Returns
    -------
    DataFrame
        ``from_id, to_id, travel_time_min``: generalised minutes, NaN where time or cost is not
        known, so that the destination does not count. Every measure takes it in place of times.

    Raises
    ------
    InputError
        If there are no such rows.
    """
    own = table[(table["group"] == group) & (table["mode"] == mode)]
    if own.empty:
        raise InputError(
            "none-given", f"generalised costs: no rows of group {group!r} and mode {mode!r}"
        )
    named = own.rename(columns={"generalised_min": "travel_time_min"})
    return named[["from_id", "to_id", "travel_time_min"]].reset_index(drop=True)


def _own(costs: pd.DataFrame) -> pd.DataFrame:
    """Validate a table of costs of one's own."""
    frame = costs.copy()
    for name in ("distance_km", "tariffs", "reason"):
        if name not in frame.columns:
            frame[name] = None
    return TRIP_COSTS.check(frame)


def _with_times(times: TravelTimes | pd.DataFrame, told: pd.DataFrame) -> pd.DataFrame:
    """Join the times of each pair to its costs."""
    import pandas as pd

    table = times if isinstance(times, pd.DataFrame) else times.to_frame()
    absent = [name for name in ("from_id", "to_id", "travel_time_min") if name not in table]
    if absent:
        raise InputError("column-missing", f"times: columns {some(absent)} are missing")
    names = ["from_id", "to_id", "travel_time_min", *(["reason"] if "reason" in table else [])]
    own = table[names].rename(columns={"travel_time_min": "time_min", "reason": "no_time"})
    if "no_time" not in own:
        unreached = pd.Series("unreached", index=own.index, dtype=object)
        own = own.assign(no_time=unreached.where(own["time_min"].isna(), None))
    frame = told.merge(own, how="left", on=["from_id", "to_id"], indicator="found")
    lost = frame.loc[frame["found"] != "both", ["from_id", "to_id"]].drop_duplicates()
    if len(lost):
        pairs = [" to ".join(row) for row in lost.itertuples(index=False)]
        raise InputError(
            "name-unknown", f"costs of pairs that have no row in times: {some(pairs)}"
        )
    return frame


def _added_up(
    frame: pd.DataFrame, known: Mapping[str, PayingGroup], tables: CostsOfDay
) -> pd.DataFrame:
    """Return the table with generalised minutes."""
    per_h = {name: tables.per_h(known[name]) for name in dict.fromkeys(frame["group"])}
    value = frame["group"].map(per_h).to_numpy(dtype=np.float64)
    weight = np.array(
        [
            known[group].weights.get(mode, 1.0)
            for group, mode in zip(frame["group"], frame["mode"], strict=True)
        ],
        dtype=np.float64,
    )
    minutes = frame["time_min"].to_numpy(dtype=np.float64)
    cost = frame["cost_eur"].to_numpy(dtype=np.float64)
    late = frame["no_time"].notna()
    return frame.assign(
        generalised_min=weight * minutes + 60.0 * cost / value,
        reason=frame["no_time"].where(late, frame["reason"]),
    )[[column.name for column in GENERALISED_COSTS.columns]]
