"""What can be reached within cutoffs, by country of destination."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import countries_in_order
from grensgeo.errors import Fault, InputError
from grensgeo.measures import caveats as notes
from grensgeo.measures import marks
from grensgeo.measures import matrix as dense
from grensgeo.measures.long_reach import long_reach
from grensgeo.measures.margins import Margins
from grensgeo.schema import REACH

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.measures.matrix import Matrix, TimesLike


def reach(
    times: TimesLike | Matrix | pd.DataFrame,
    opportunities: Mapping[str, pd.Series],
    *,
    cutoffs_min: Sequence[float],
    countries: pd.Series | None = None,
    edge: pd.Series | None = None,
    bounds: Mapping[str, tuple[pd.Series, pd.Series]] | None = None,
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
        Country (ISO 3166) by id, of origins and destinations; needed where ``times`` does not
        carry them. Any number of them, or one.
    edge
        True by ``to_id`` where the data end at a destination; then the table says of each origin
        whether what it reaches touches that edge (column ``edge``). It says so without this too
        of a network that was cut to an outline (``times.edge_min``).
    bounds
        The least and the most that counts can be, by name of an opportunity, each by ``to_id``
        (``region.opportunities.bounds``); then the table has ``closed_lower``, ``closed_upper``,
        ``open_lower`` and ``open_upper``, as if all counts were at their least or their most.

    Returns
    -------
    DataFrame
        ``schema.REACH``: a row per origin, cutoff, opportunity and country of destination
        (``to_country``), in which ``reach`` is what is reached there. The other figures are of
        all countries, the same in each of these rows: ``closed`` counts the own country only
        (foreign destinations dropped), ``open`` all. A country without any known
        figure of an opportunity has a null reach, and so has ``open``: a missing figure is never
        counted as zero. ``unknown_within`` counts the destinations within the cutoff without a
        known figure; where it is not zero, the reach is a lower bound. Times by timetable give
        ``share_without_ride`` too: how much of it needs no train or bus at all.

    Raises
    ------
    InputError
        For ids that do not match or appear twice, for times or counts that cannot be, and for
        countries that are missing or none.

    Warns
    -----
    GrensgeoWarning
        Where unknown figures make reach a lower bound or null, where destinations were not
        snapped, and where no destination lies in a country of origins.

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
    >>> table[["to_country", "reach", "closed", "open", "border_effect"]].values.tolist()
    [['NL', 80000.0, 80000.0, 100000.0, 0.25], ['DE', 20000.0, 80000.0, 100000.0, 0.25]]
    """
    import pandas as pd

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
    from_country, to_country = matrix.countries()
    sides = countries_in_order([*to_country, *from_country])
    names = list(opportunities)
    counts = np.column_stack(
        [dense.counts_at(opportunities[name], matrix.to_id, name=name) for name in names]
    )
    told = [notes.unknown_rows(matrix), _empty_sides(from_country, to_country)]
    # one column an opportunity and side, all of them added up in one pass over the times
    here = np.repeat(np.stack([to_country == side for side in sides], axis=1), len(names), axis=1)
    tiled = np.tile(counts, len(sides))
    flags = None if edge is None else marks.edge_flags(matrix, edge)
    known = np.nan_to_num(counts, nan=0.0)
    timed = matrix.by_timetable
    margins = Margins.of(
        bounds or {}, names=names, counts=counts, matrix=matrix, here=here[:, :: len(names)]
    )
    found = dense.reached(
        matrix,
        tiled,
        here,
        cutoffs=cutoffs,
        beside=_beside(known if timed else None, margins.columns, flags),
        on_foot=known if timed else None,
    )
    nothing = here.any(axis=0) & ~(here & ~np.isnan(tiled)).any(axis=0)
    told += [
        Fault(
            "no-figure-known",
            f"{names[i % len(names)]}: no figure is known for any of the "
            f"{int(here[:, i].sum())} destinations in {sides[i // len(names)]}; reach there and "
            "open are null",
        )
        for i in np.flatnonzero(nothing)
    ]
    shape = (len(cutoffs), len(matrix.from_id), len(sides), len(names))
    totals, unknown = found.total.reshape(shape), found.unknown.reshape(shape).sum(axis=2)
    for i, name in enumerate(names):
        missing = np.isnan(counts[:, i])
        told.append(dense.unsnapped_warning(matrix, counts[:, i], name=name))
        told.append(notes.lower_bounds(unknown[-1, :, i], missing, matrix, name=name))
    notes.warn(told)
    table = _origins(matrix, from_country, cutoffs, names)
    table["unknown_within"] = np.moveaxis(unknown, 0, 1).reshape(-1)
    if timed:
        share = marks.share_without_ride(matrix, found.on_foot, found.beside[:, :, : len(names)])
        table["share_without_ride"] = np.moveaxis(share, 0, 1).reshape(-1)
    if flags is not None or matrix.edge_min is not None:
        within = None if flags is None else found.beside[:, :, -1]
        touched = marks.touches_edge(matrix, cutoffs, within)
        table["edge"] = np.repeat(touched.T.reshape(-1), len(names))
    if margins.columns is not None:
        first = len(names) if timed else 0
        own = np.array([sides.index(code) for code in from_country])
        table = table.assign(**margins.figures(found.beside[:, :, first:], totals, own))
    if matrix.mode is not None:
        table["mode"] = matrix.mode
    figures = np.moveaxis(totals, (1, 0, 3, 2), (0, 1, 2, 3)).reshape(-1, len(sides))
    return REACH.check(long_reach(table, pd.DataFrame(figures, columns=sides)))


def _origins(
    matrix: Matrix,
    from_country: npt.NDArray[np.object_],
    cutoffs: tuple[float, ...],
    names: list[str],
) -> pd.DataFrame:
    """Build a row per origin, cutoff and opportunity."""
    import pandas as pd

    each = len(cutoffs) * len(names)
    n = len(matrix.from_id)
    return pd.DataFrame(
        {
            "id": np.repeat(matrix.from_id, each),
            "country": np.repeat(from_country, each),
            "cutoff_min": np.tile(np.repeat(cutoffs, len(names)), n),
            "opportunity": np.tile(np.array(names, dtype=object), len(cutoffs) * n),
        }
    )


def _beside(*columns: npt.NDArray[np.float64] | None) -> npt.NDArray[np.float64] | None:
    """Return the columns that are there, side by side."""
    there = [column for column in columns if column is not None]
    return np.hstack(there) if there else None


def _empty_sides(
    from_country: npt.NDArray[np.object_], to_country: npt.NDArray[np.object_]
) -> Fault | None:
    """Report in which country of origins no destination lies."""
    empty = countries_in_order(set(from_country) - set(to_country))
    if not empty:
        return None
    return Fault(
        "country-without-destinations",
        f"no destination lies in {' or '.join(empty)}, so nothing is reached there; give the "
        "destinations of all countries",
    )
