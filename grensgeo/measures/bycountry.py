"""What can be reached within cutoffs, by country of destination."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import Fault, InputError, some
from grensgeo.measures import caveats as notes
from grensgeo.measures import marks
from grensgeo.measures import matrix as dense
from grensgeo.measures.contradictions import SIDES
from grensgeo.schema import REACH

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.measures.matrix import Matrix, TimesLike

#: The two sides of the border that the columns of the reach table are named after.
_SIDES = tuple(SIDES)


def reach(
    times: TimesLike | pd.DataFrame,
    opportunities: Mapping[str, pd.Series],
    *,
    cutoffs_min: Sequence[float],
    countries: pd.Series | None = None,
    edge: pd.Series | None = None,
) -> pd.DataFrame:
    """Count the opportunities within travel times of each origin, by country of destination.

    Parameters
    ----------
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    opportunities
        By name (``jobs``), how many by ``to_id``; NaN where the number is not known.
    cutoffs_min
        Minutes, included.
    countries
        ``NL`` or ``DE`` by id, of origins and destinations; needed where ``times`` does not
        carry them.
    edge
        True by ``to_id`` where the data end at a destination; then the table says of each origin
        whether what it reaches touches that edge.

    Returns
    -------
    DataFrame
        ``schema.REACH``: a row per origin, cutoff and opportunity. ``closed`` counts the own
        country only (foreign destinations dropped), ``open`` both. A country without any known
        figure of an opportunity has a null reach, and so has ``open``: a missing figure is never
        counted as zero. ``unknown_within`` counts the destinations within the cutoff without a
        known figure; where it is not zero, the reach is a lower bound. Times by timetable give
        ``share_without_ride`` too: how much of it needs no train or bus at all.

    Raises
    ------
    InputError
        For ids that do not match or appear twice, for times or counts that cannot be, and for
        countries that are missing or neither NL nor DE.

    Warns
    -----
    GrensgeoWarning
        Where unknown figures make reach a lower bound or null, where destinations were not
        snapped, and where no destination lies in one of the countries.

    Source
    ------
    PBL/CBS (2015), Arbeidsmarkt zonder grenzen: jobs within reach with and without those
    across the border.

    Examples
    --------
    >>> import pandas as pd
    >>> times = pd.DataFrame({
    ...     "from_id": ["Enschede", "Enschede"], "to_id": ["Enschede", "Gronau"],
    ...     "travel_time_min": [5.0, 15.0],
    ... })
    >>> table = reach(
    ...     times, {"jobs": pd.Series({"Enschede": 80_000, "Gronau": 20_000})},
    ...     cutoffs_min=[15], countries=pd.Series({"Enschede": "NL", "Gronau": "DE"}),
    ... )
    >>> table[["closed", "open", "border_effect"]].iloc[0].to_dict()
    {'closed': 80000.0, 'open': 100000.0, 'border_effect': 0.25}
    """
    cutoffs = dense.check_cutoffs(cutoffs_min)
    if not isinstance(opportunities, Mapping):
        raise InputError(
            "type-wrong",
            f"opportunities is a {type(opportunities).__name__}; give each a name, such as "
            "{'jobs': jobs}",
        )
    if not opportunities:
        raise InputError(
            "none-given", "opportunities: none given; give at least one Series by to_id"
        )
    matrix = dense.as_matrix(times, countries=countries)
    from_country, to_country = _sides(matrix)
    names = list(opportunities)
    counts = np.column_stack(
        [dense.counts_at(opportunities[name], matrix.to_id, name=name) for name in names]
    )
    told = [notes.unknown_rows(matrix), _empty_sides(to_country)]
    # one column an opportunity and side, all of them added up in one pass over the times
    here = np.repeat(np.stack([to_country == side for side in _SIDES], axis=1), len(names), axis=1)
    tiled = np.tile(counts, len(_SIDES))
    flags = None if edge is None else marks.edge_flags(matrix, edge)
    known = np.nan_to_num(counts, nan=0.0)
    timed = matrix.by_timetable
    found = dense.reached(
        matrix,
        tiled,
        here,
        cutoffs=cutoffs,
        beside=_beside(known if timed else None, flags),
        on_foot=known if timed else None,
    )
    nothing = here.any(axis=0) & ~(here & ~np.isnan(tiled)).any(axis=0)
    told += [
        Fault(
            "no-figure-known",
            f"{names[i % len(names)]}: no figure is known for any of the "
            f"{int(here[:, i].sum())} destinations in {_SIDES[i // len(names)]}; "
            f"reach_{_SIDES[i // len(names)].lower()} and open are null",
        )
        for i in np.flatnonzero(nothing)
    ]
    shape = (len(cutoffs), len(matrix.from_id), len(_SIDES), len(names))
    totals, unknown = found.total.reshape(shape), found.unknown.reshape(shape).sum(axis=2)
    for i, name in enumerate(names):
        missing = np.isnan(counts[:, i])
        told.append(dense.unsnapped_warning(matrix, counts[:, i], name=name))
        told.append(notes.lower_bounds(unknown[-1, :, i], missing, matrix, name=name))
    notes.warn(told)
    table = _reach_table(
        matrix,
        from_country,
        (totals[:, :, 0], totals[:, :, 1], unknown),
        labels=(cutoffs, names),
    )
    if timed:
        share = marks.share_without_ride(matrix, found.on_foot, found.beside[:, :, : len(names)])
        table["share_without_ride"] = np.moveaxis(share, 0, 1).reshape(-1)
    if flags is not None:
        touched = marks.touches_edge(matrix, found.beside[:, :, -1])
        table["edge"] = np.repeat(touched.T.reshape(-1), len(names))
    if matrix.mode is not None:
        table["mode"] = matrix.mode
    return REACH.check(table)


def _reach_table(
    matrix: Matrix,
    from_country: npt.NDArray[np.object_],
    figures: tuple[npt.NDArray[np.float64], ...],
    *,
    labels: tuple[tuple[float, ...], list[str]],
) -> pd.DataFrame:
    """Build a row per origin, cutoff and opportunity from (n_cutoffs, n_from, n_opportunities)."""
    import pandas as pd

    cutoffs, names = labels
    nl, de, unknown = (np.moveaxis(figure, 0, 1).reshape(-1) for figure in figures)
    each = len(cutoffs) * len(names)
    country = np.repeat(from_country, each)
    table = pd.DataFrame(
        {
            "id": np.repeat(matrix.from_id, each),
            "country": country,
            "cutoff_min": np.tile(np.repeat(cutoffs, len(names)), len(matrix.from_id)),
            "opportunity": np.tile(
                np.array(names, dtype=object), len(cutoffs) * len(matrix.from_id)
            ),
            "reach_nl": nl,
            "reach_de": de,
        }
    )
    table = with_measures(table)
    table["unknown_within"] = unknown
    return table


def _beside(*columns: npt.NDArray[np.float64] | None) -> npt.NDArray[np.float64] | None:
    """Return the columns that are there, side by side."""
    there = [column for column in columns if column is not None]
    return np.hstack(there) if there else None


def _sides(matrix: Matrix) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.object_]]:
    """Return the countries, all of them NL or DE."""
    from_country, to_country = matrix.countries()
    others: list[str] = []
    for ids, found in ((matrix.from_id, from_country), (matrix.to_id, to_country)):
        other = ~np.isin(found, _SIDES)
        if other.any():
            others += [f"{ids[i]} ({found[i]})" for i in np.flatnonzero(other)]
    if others:
        raise InputError(
            "country-not-in-reach",
            f"countries: the reach table knows NL and DE, not {some(others)}; leave these places "
            "out, or use border_effect, which knows any countries",
        )
    return from_country, to_country


def _empty_sides(to_country: npt.NDArray[np.object_]) -> Fault | None:
    """Report in which country no destination lies."""
    empty = [side for side in _SIDES if not (to_country == side).any()]
    if not empty:
        return None
    return Fault(
        "country-without-destinations",
        f"no destination lies in {' or '.join(empty)}, so nothing is reached there; give the "
        "destinations of both countries",
    )


def with_measures(table: pd.DataFrame) -> pd.DataFrame:
    """Add what follows from the reach in each country."""
    sides = {country: table[name].to_numpy(dtype=np.float64) for country, name in SIDES.items()}
    opened = np.sum(list(sides.values()), axis=0)
    closed, across = np.full(len(table), np.nan), np.full(len(table), np.nan)
    for country, values in sides.items():
        own = (table["country"] == country).to_numpy()
        others = [counts for other, counts in sides.items() if other != country]
        closed[own] = values[own]
        across[own] = np.sum(others, axis=0)[own]
    return table.assign(
        closed=closed,
        open=opened,
        border_effect=dense.effect(closed, opened),
        share_across=dense.share(across, opened),
    )
