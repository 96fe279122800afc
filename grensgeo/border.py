"""What the border costs: reach with it closed and with it open.

"Closed" has two readings, which are kept apart and said in full in every result:

- foreign **destinations** dropped: the same travel times, but only what lies in the own country
  counts (PBL/CBS 2015);
- foreign **routing** forbidden: a second set of travel times, in which nobody uses a foreign road
  or line, not even to come back to the own country.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import numpy as np

from grensgeo import matrix as dense
from grensgeo.errors import GrensgeoWarning, InputError, some
from grensgeo.matrix import Matrix

if TYPE_CHECKING:
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.matrix import TimesLike

#: The two readings of "closed", as they stand in the result.
DESTINATIONS_DROPPED = "foreign destinations dropped"
ROUTING_FORBIDDEN = "foreign routing forbidden"

#: A way that avoids the foreign network may not be quicker than one that is free to use it. Two
#: runs differ by rounding (float32 minutes), hence this slack; a larger lead is an error.
_SLACK_MIN = 0.01


def border_effect(
    times: TimesLike | pd.DataFrame,
    opportunities: pd.Series,
    *,
    cutoff_min: float,
    countries: pd.Series | None = None,
    closed: str | TimesLike | pd.DataFrame = "destinations",
) -> pd.DataFrame:
    """Compare what each origin reaches with the border closed and with it open.

    Parameters
    ----------
    times
        Travel times with the border open: a ``TravelTimes``, or a table ``from_id, to_id,
        travel_time_min``.
    opportunities
        How many, by ``to_id``; NaN where the number is not known.
    cutoff_min
        Minutes, included.
    countries
        Country by id, of origins and destinations; needed where ``times`` does not carry them.
    closed
        ``"destinations"``: foreign destinations are dropped, ways may still lead through the
        other country. Or travel times of the same places with foreign routing forbidden
        (``Trip(..., foreign_routing=False)``): what these reach is the closed case.

    Returns
    -------
    DataFrame
        One row per origin: ``id``, ``country``, ``cutoff_min`` (min), ``closed`` and ``open``
        (opportunities), ``border_effect`` (``open / closed - 1``, a ratio; NaN, undefined, where
        closed is 0), ``difference`` (``open - closed``, opportunities), ``share_across`` (share
        of open in another country; NaN where open is 0), ``closed_means`` (the reading of closed,
        in full). Figures are NaN where the origin was not snapped or no figure is known.

    Raises
    ------
    InputError
        For ids that do not match or appear twice, times or counts that cannot be, missing
        countries, or closed times that are quicker than the open ones.

    Warns
    -----
    GrensgeoWarning
        Where unknown figures make a result a lower bound, or places were not snapped.

    Source
    ------
    PBL/CBS (2015), Arbeidsmarkt zonder grenzen, for the first reading.

    Examples
    --------
    >>> import pandas as pd
    >>> times = pd.DataFrame({
    ...     "from_id": ["Enschede", "Enschede"], "to_id": ["Enschede", "Gronau"],
    ...     "travel_time_min": [5.0, 15.0],
    ... })
    >>> table = border_effect(
    ...     times, pd.Series({"Enschede": 80_000, "Gronau": 20_000}), cutoff_min=30,
    ...     countries=pd.Series({"Enschede": "NL", "Gronau": "DE"}),
    ... )
    >>> table[["closed", "open", "border_effect", "difference", "share_across"]].iloc[0].tolist()
    [80000.0, 100000.0, 0.25, 20000.0, 0.2]
    """
    import pandas as pd

    cutoffs = dense.check_cutoffs([cutoff_min])
    matrix = dense.as_matrix(times, countries=countries)
    from_country, to_country = matrix.countries()
    name = str(getattr(opportunities, "name", None) or "opportunities")
    counts = dense.counts_at(opportunities, matrix.to_id, name=name)
    total, unknown = _by_country(matrix, counts, to_country, cutoff=cutoffs[0])
    own, across = _split(total, from_country)
    opened = own + across
    if isinstance(closed, str):
        if closed != "destinations":
            raise InputError(
                f"closed: {closed!r} is not known; use 'destinations', or give the travel times "
                "that were computed with foreign_routing=False"
            )
        inside, reading = own, DESTINATIONS_DROPPED
    else:
        other = _aligned(closed, matrix)
        within, touched = _by_country(other, counts, to_country, cutoff=cutoffs[0])
        # A country without figures hides nothing from an origin that no longer gets there.
        within = within.mask(within.isna() & (touched == 0), 0.0)
        own_within, across_within = _split(within, from_country)
        inside = np.where(np.isnan(own), np.nan, own_within + across_within)
        reading = ROUTING_FORBIDDEN
    _warn(matrix, counts, unknown, name=name)
    return pd.DataFrame(
        {
            "id": matrix.from_id,
            "country": from_country,
            "cutoff_min": cutoffs[0],
            "closed": inside,
            "open": opened,
            "border_effect": dense.effect(inside, opened),
            "difference": opened - inside,
            "share_across": dense.share(across, opened),
            "closed_means": reading,
        }
    )


def _by_country(
    matrix: Matrix,
    counts: npt.NDArray[np.float64],
    to_country: npt.NDArray[np.object_],
    *,
    cutoff: float,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give what is reached in each country, and how many of its figures are unknown."""
    import pandas as pd

    countries = sorted(set(to_country))
    members = to_country[:, None] == np.array(countries, dtype=object)
    repeated = np.repeat(counts[:, None], len(countries), axis=1)
    total, unknown = dense.reached(matrix, repeated, members, cutoffs=[cutoff])
    return pd.DataFrame(total[0], columns=countries), pd.DataFrame(unknown[0], columns=countries)


def _split(
    total: pd.DataFrame, from_country: npt.NDArray[np.object_]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Split what is reached into the own country of each origin and all others."""
    columns = np.array(total.columns, dtype=object)
    values = total.to_numpy(dtype=np.float64)
    home = from_country[:, None] == columns
    lost = np.isnan(values).all(axis=1)
    own = np.where(home, values, 0.0).sum(axis=1)
    across = np.where(home, 0.0, values).sum(axis=1)
    # An origin that was not snapped is unknown even if its country has no destination.
    own[lost] = np.nan
    across[lost] = np.nan
    return own, across


def _aligned(closed: TimesLike | pd.DataFrame, opened: Matrix) -> Matrix:
    """Read the closed times in the order of the open ones, and hold them against these."""
    import pandas as pd

    matrix = dense.as_matrix(closed, where="closed times")
    places = []
    faults = []
    for side in ("from_id", "to_id"):
        mine, theirs = pd.Index(getattr(matrix, side)), pd.Index(getattr(opened, side))
        only = [*theirs.difference(mine), *mine.difference(theirs)]
        if only:
            faults.append(f"{side} in one of the two only: {some(only)}")
        places.append(mine.get_indexer(theirs))
    if faults:
        raise InputError(
            "closed times: not the same places as the open times: "
            + "; ".join(faults)
            + "; compute both from the same origins and destinations"
        )
    rows, columns = places
    minutes = matrix.minutes[np.ix_(rows, columns)]
    lead = ~np.isnan(minutes) & ~(opened.minutes <= minutes + np.float32(_SLACK_MIN))
    if lead.any():
        pairs = [f"{opened.from_id[i]} to {opened.to_id[j]}" for i, j in np.argwhere(lead)]
        raise InputError(
            f"closed times: quicker than with the border open for {some(pairs)}; were the two "
            "swapped, or computed with other speeds?"
        )
    return Matrix(
        from_id=opened.from_id,
        to_id=opened.to_id,
        minutes=np.where(np.isnan(minutes), minutes, np.maximum(minutes, opened.minutes)),
        from_known=matrix.from_known[rows],
        to_known=matrix.to_known[columns],
    )


def _warn(
    matrix: Matrix, counts: npt.NDArray[np.float64], unknown: pd.DataFrame, *, name: str
) -> None:
    """Give one warning with all that the reader must know."""
    notes = []
    lost = ~matrix.from_known
    if lost.any():
        notes.append(
            f"{int(lost.sum())} of {len(lost)} origins have no result "
            f"({some(matrix.from_id[lost])}): not snapped to the network, or no time and no "
            "reason given"
        )
    missing = np.isnan(counts)
    touched = int((unknown.sum(axis=1) > 0).sum())
    if touched:
        notes.append(
            f"{name}: the figure of {int(missing.sum())} destinations is not known "
            f"({some(matrix.to_id[missing])}); closed and open of {touched} origins that have "
            "them within the cutoff are lower bounds or null"
        )
    notes.append(dense.unsnapped_warning(matrix, counts, name=name))
    told = [note for note in notes if note]
    if told:
        warnings.warn("; ".join(told), GrensgeoWarning, stacklevel=3)
