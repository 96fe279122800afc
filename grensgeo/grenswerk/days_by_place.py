"""The firm's mirror of a student's year: from which homes one can come, and on how many days."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.schema import DAYS_BY_PLACE, POSSIBLE_DAYS

if TYPE_CHECKING:
    import pandas as pd

#: Share of the days asked on which one has to be able to come: nine of ten, less than one day
#: missed a fortnight (assumption; say share= for another).
ABLE_SHARE = 0.9

#: The group of all homes.
ALL_HOMES = "all"


def days_by_place(
    days: pd.DataFrame,
    homes: pd.DataFrame,
    *,
    group: str | None = None,
    share: float = ABLE_SHARE,
) -> pd.DataFrame:
    """Count from which homes one can come to each place on enough days.

    Parameters
    ----------
    days
        :data:`grensgeo.schema.POSSIBLE_DAYS`.
    homes
        The homes with ``id``; ``students`` where the number of students who live there is known.
    group
        Column of ``homes`` that tells where they are, such as ``region_code``; without one all
        homes are one group.
    share
        Share of the days asked that has to be possible, above 0 up to 1.

    Returns
    -------
    DataFrame
        :data:`grensgeo.schema.DAYS_BY_PLACE`, a row per place, group and trip.

    Raises
    ------
    InputError
        If the share cannot be, a column is missing or a home is not among ``homes``.

    Examples
    --------
    See docs/year.md.
    """
    import pandas as pd

    table = POSSIBLE_DAYS.check(days, where="days")
    if not 0 < share <= 1:
        raise InputError("out-of-range", f"share is {share}; give a number above 0, up to 1")
    absent = [name for name in ("id", group) if name is not None and name not in homes.columns]
    if absent:
        raise InputError("column-missing", f"homes: columns {some(absent)} are missing")
    known = homes.assign(id=homes["id"].astype(str)).set_index("id")
    lost = sorted(set(table["from_id"]) - set(known.index))
    if lost:
        raise InputError("id-unknown", f"homes: {some(lost)} of the days are not among them")
    known = known.loc[table["from_id"]]
    possible = table["days_possible"].astype("float64").to_numpy()
    judged = ~np.isnan(possible)
    # as many days as are known: an unknown day is neither possible nor lost
    asked = (table["days_asked"] - table["days_unknown"]).astype("float64").to_numpy()
    able = judged & (asked > 0) & (possible >= share * asked - 1e-9)
    none = np.full(len(table), np.nan)
    people = known["students"].to_numpy(dtype=float) if "students" in known else none
    people = np.where(judged, people, 0.0)
    weight = np.where(judged, 1.0 if "students" not in known else people, 0.0)
    rows = pd.DataFrame(
        {
            "to_id": table["to_id"].to_numpy(),
            "group": ALL_HOMES if group is None else known[group].astype(str).to_numpy(),
            "mode": table["mode"].to_numpy(),
            "homes": judged.astype(np.int64),
            "homes_able": able.astype(np.int64),
            "students": people,
            "students_able": np.where(able, people, np.where(judged, 0.0 * people, 0.0)),
            "weight": weight,
            "days": weight * np.nan_to_num(possible),
        }
    )
    keys = ["to_id", "group", "mode"]
    summed = rows.groupby(keys, sort=False).sum(min_count=1).reset_index()
    unknown = rows.assign(unknown=np.isnan(people)).groupby(keys, sort=False)["unknown"].any()
    summed.loc[unknown.to_numpy(), ["students", "students_able"]] = np.nan
    weights = summed["weight"].to_numpy(dtype=float)
    mean = summed["days"].to_numpy(dtype=float) / np.where(weights > 0, weights, np.nan)
    summed = summed.assign(share=share, days_possible=mean).drop(columns=["weight", "days"])
    return DAYS_BY_PLACE.check(summed[[column.name for column in DAYS_BY_PLACE.columns]])
