"""Potential accessibility: opportunities that count for less the farther off they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.measures import caveats as notes
from grensgeo.measures import matrix as dense
from grensgeo.measures.decay import as_decay

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.measures.impedance import Curve, Decay
    from grensgeo.measures.matrix import TimesLike

#: What a figure that is not known does to a sum over all that is reached.
BOUND = "the result of {touched} {rows} that reach them is a lower bound or null"


def gravity(
    times: TimesLike | pd.DataFrame,
    opportunities: pd.Series,
    *,
    decay: Decay | Curve,
    active: bool = True,
) -> pd.Series:
    """Add up the opportunities, each weighed by a decay function of its travel time.

    Parameters
    ----------
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    opportunities
        How many, by ``to_id``. Every destination needs a row: 0 where there are none, NaN where
        the number is not known.
    decay
        Of ``grensgeo.measures.decay``, or a function of your own from minutes to weights.
    active
        False for passive accessibility: opportunities by ``from_id``, result by ``to_id``.

    Returns
    -------
    Series
        float64 by ``from_id``, in opportunities as if at 0 minutes. NaN where the origin was not
        snapped, or where figures are reached of which none is known.

    Raises
    ------
    InputError
        For ids that do not match or appear twice, times or counts that cannot be, and a decay
        that rises or is negative.

    Warns
    -----
    GrensgeoWarning
        Where unknown figures make a result a lower bound, or places were not snapped.

    Source
    ------
    Hansen (1959), How accessibility shapes land use: ``A_i = sum_j O_j f(t_ij)``.

    Examples
    --------
    >>> import pandas as pd
    >>> from grensgeo import decay
    >>> times = pd.DataFrame(
    ...     {"from_id": ["a", "a"], "to_id": ["b", "c"], "travel_time_min": [0.0, 10.0]}
    ... )
    >>> jobs = pd.Series({"b": 100, "c": 50})
    >>> gravity(times, jobs, decay=decay.exponential(0.1)).round(3).to_dict()
    {'a': 118.394}
    """
    weigh = as_decay(decay)
    matrix, counts, name = notes.prepared(times, opportunities, active=active)
    members = np.ones((len(counts), 1), dtype=bool)
    total, unknown = dense.weighed(matrix, counts[:, None], members, weigh=weigh)
    notes.warn(
        [
            dense.unsnapped_warning(matrix, counts, name=name),
            notes.unknown_rows(matrix),
            dense.cut_tail(matrix.max_min, weigh),
            notes.lower_bounds(unknown[:, 0], np.isnan(counts), matrix, name=name, told=BOUND),
        ]
    )
    return notes.series(matrix, total[:, 0], name=name)
