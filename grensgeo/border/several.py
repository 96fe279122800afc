"""The effect of a border on several kinds of opportunities and at several cutoffs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.border.effect import border_effect
from grensgeo.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from grensgeo.border.matching import Matching
    from grensgeo.border.resistance import Resistance
    from grensgeo.measures.decay import Decay
    from grensgeo.measures.matrix import TimesLike


def border_effects(
    times: TimesLike | pd.DataFrame,
    opportunities: Mapping[str, pd.Series],
    *,
    cutoffs_min: Sequence[float] = (),
    decay: Decay | None = None,
    countries: pd.Series | None = None,
    closed: str | TimesLike | pd.DataFrame = "destinations",
    resistance: Resistance | str | float = 0.0,
    matching: Matching | str | float = 1.0,
) -> pd.DataFrame:
    """Compare reach with the border closed, as it is, and open, for each kind of opportunity.

    Parameters
    ----------
    times, countries, closed, resistance, matching
        As in :func:`grensgeo.border.border_effect`.
    opportunities
        By name (``jobs``), how many by id.
    cutoffs_min, decay
        Cutoffs, or a decay function in their place.

    Returns
    -------
    DataFrame
        As ``border_effect`` gives it, with a column ``opportunity``: opportunities and their
        cutoffs one below the other.

    Raises
    ------
    InputError
        If neither or both of cutoffs and decay are given, and as ``border_effect`` does.
    """
    import pandas as pd

    cutoffs: list[float | None] = [*sorted(set(cutoffs_min))]
    if bool(cutoffs) == (decay is not None):
        raise InputError("give-exactly-one", "give either --cutoffs or --decay")
    frames = [
        border_effect(
            times,
            counts,
            cutoff_min=cutoff,
            decay=decay,
            countries=countries,
            closed=closed,
            resistance=resistance,
            matching=matching,
        ).assign(opportunity=name)
        for name, counts in opportunities.items()
        for cutoff in cutoffs or [None]
    ]
    return pd.concat(frames, ignore_index=True)
