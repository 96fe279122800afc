"""Readings of reach that governments use, each from its source, over the same travel times."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.border import border_effect
from grensgeo.errors import Faults, InputError, some
from grensgeo.measures.decay import as_decay
from grensgeo.measures.matrix import as_matrix

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.measures.decay import Decay
    from grensgeo.measures.impedance import Curve
    from grensgeo.measures.matrix import TimesLike

#: Minutes within which a central place is to be reached: by car, and by public transport. Source:
#: FGSV, Richtlinien fuer integrierte Netzgestaltung (RIN 2008), from homes to the next place.
RIN_NORMS_MIN = MappingProxyType(
    {
        "basic": MappingProxyType({"car": 20.0, "transit": 30.0}),
        "middle": MappingProxyType({"car": 30.0, "transit": 45.0}),
        "high": MappingProxyType({"car": 60.0, "transit": 90.0}),
    }
)
#: No destination beyond it counts in the connectivity metric. Source: Department for Transport
#: (2025), Transport connectivity metric.
CONNECTIVITY_MOST_MIN = 60.0


def pbl_cbs_2015(
    times: TimesLike | pd.DataFrame,
    opportunities: pd.Series,
    *,
    cutoff_min: float | None = None,
    decay: Decay | Curve | None = None,
    countries: pd.Series | None = None,
) -> pd.DataFrame:
    """Compute reach with the border closed and open, as PBL and CBS read it.

    Parameters
    ----------
    times, opportunities, cutoff_min, decay, countries
        As :func:`grensgeo.border.border_effect` takes them.

    Returns
    -------
    DataFrame
        ``id``, ``country``, ``closed`` (foreign destinations dropped), ``open`` and
        ``border_effect``.

    Raises
    ------
    InputError
        As ``border_effect`` does.

    Source
    ------
    Weterings and van Gessel-Dabekaussen (2015), Arbeidsmarkt zonder grenzen, PBL and CBS.
    """
    table = border_effect(
        times, opportunities, cutoff_min=cutoff_min, decay=decay, countries=countries
    )
    return table[["id", "country", "closed", "open", "border_effect"]]


def connectivity(
    times: TimesLike | pd.DataFrame,
    destinations: pd.DataFrame,
    *,
    decay: Decay | Curve,
    diminishing: float | Mapping[str, float] = 0.5,
    weights: Mapping[str, float] | None = None,
) -> pd.DataFrame:
    """Rate how well connected places are, where each further destination of a kind is worth less.

    The nth best destination of a kind is worth ``n^-d`` of its weight ``f(t)``. Each kind is
    scaled so that the best origin has 100, and the score is their mean.

    Parameters
    ----------
    times
        Travel times: a ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    destinations
        How many of each kind, a column a kind, by ``to_id``.
    decay
        Willingness to travel; nothing beyond 60 minutes counts. The Department's own functions,
        fitted to the National Travel Survey, are of Great Britain: give one that holds here.
    diminishing
        The exponent d of each kind, or of all: 0 counts every destination in full.
    weights
        What each kind counts in the mean; all alike if left out.

    Returns
    -------
    DataFrame
        By ``from_id``: a column a kind and ``connectivity``, 0 to 100, relative to the best of
        these origins. NaN where an origin was not snapped, or a kind is reached by nobody.

    Raises
    ------
    InputError
        For kinds that are not known, negative exponents and counts, and ids without a row.

    Source
    ------
    Department for Transport (2025), Transport connectivity metric: 60 minutes, impedance,
    diminishing returns by kind, 0 to 100. The form n^-d is grensgeo's, and d the user's.
    """
    import pandas as pd

    matrix, kinds = as_matrix(times), [str(kind) for kind in destinations.columns]
    counts = destinations.reindex([str(one) for one in matrix.to_id]).to_numpy(float)
    share = dict.fromkeys(kinds, 1.0) if weights is None else dict(weights)
    if isinstance(diminishing, float | int):
        exponents = dict.fromkeys(kinds, float(diminishing))
    else:
        exponents = dict(diminishing)
    faults = Faults()
    for told in (share, exponents):
        if set(told) != set(kinds):
            faults.add("name-unknown", f"kinds are {some(kinds)}, told of {some(sorted(told))}")
        elif any(value < 0 for value in told.values()):
            faults.add("negative-or-infinite", "weights or exponents are negative")
    if np.isnan(counts).any() or (counts < 0).any():
        faults.add("value-missing", "destinations lack a count, or have a negative one; write 0")
    if faults:
        raise InputError.of(faults, where="connectivity")
    near = matrix.minutes <= CONNECTIVITY_MOST_MIN
    weigh = np.where(near, as_decay(decay)(np.where(near, matrix.minutes, 0.0)), 0.0)
    result = pd.DataFrame(index=pd.Index(matrix.from_id.astype(str), name="from_id"))
    for k, kind in enumerate(kinds):
        value = _diminished(weigh, counts[:, k], exponents[kind])
        value[~matrix.from_known] = np.nan
        best = np.nanmax(value, initial=0.0)
        result[kind] = 100 * value / best if best > 0 else np.nan
    total = sum(share.values())
    result["connectivity"] = sum(result[kind] * share[kind] for kind in kinds) / total
    return result


def _diminished(weigh: Floats, counts: Floats, exponent: float) -> Floats:
    """Add up destinations from the best on, the nth worth ``n^-exponent``; n counts each of many.

    Of a place with many of them the ranks run on: what they are worth together is the integral of
    ``n^-exponent`` over them, so that a place may hold parts of one.
    """
    order = np.argsort(-weigh, axis=1, kind="stable")
    sorted_counts = counts[order]
    upper = np.cumsum(sorted_counts, axis=1)
    lower = upper - sorted_counts

    def worth(n: Floats) -> Floats:
        # 1 each up to the first, so that one destination is worth its weight
        more = np.maximum(n, 1.0)
        grown = np.log(more) if exponent == 1 else (more ** (1 - exponent) - 1) / (1 - exponent)
        return np.minimum(n, 1.0) + grown

    taken = np.take_along_axis(weigh, order, axis=1)
    added: Floats = np.sum(taken * (worth(upper) - worth(lower)), axis=1)
    return added


def central_place_norm(
    times: TimesLike | pd.DataFrame,
    centres: Iterable[str],
    *,
    level: str = "middle",
    mode: str = "transit",
    norm_min: float | None = None,
) -> pd.DataFrame:
    """Compute minutes to the next central place, and whether they keep the norm.

    Parameters
    ----------
    times
        Travel times: a ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    centres
        Ids of the central places of that level, as the state's plan names them; those of the other
        country count too where they are named.
    level
        ``basic``, ``middle`` or ``high``: Grund-, Mittel- and Oberzentrum.
    mode
        ``car`` or ``transit``, of which the norm is.
    norm_min
        Another norm; 45 minutes to a Mittelzentrum by public transport if all are left out.

    Returns
    -------
    DataFrame
        By ``from_id``: ``nearest_id``, ``travel_time_min``, ``norm_min`` and ``kept``. A place
        that reaches none keeps no norm; one that was not snapped has no answer (null).

    Raises
    ------
    InputError
        For levels, modes and central places that are not known.

    Source
    ------
    FGSV, Richtlinien fuer integrierte Netzgestaltung (RIN 2008); § 2 (2) no. 2 and 3 ROG and the
    resolution "Zentrale Orte" of the MKRO (2016) leave the places to the states' plans.
    """
    import pandas as pd

    norms = RIN_NORMS_MIN.get(level)
    norm = norm_min if norms is None or norm_min is not None else norms.get(mode)
    if norm is None or norm <= 0:
        raise InputError(
            "choice-unknown",
            f"no norm of level {level!r} by {mode!r}; levels are {some(RIN_NORMS_MIN)}, modes "
            "car, transit; or give norm_min",
        )
    matrix = as_matrix(times)
    at = {str(one): k for k, one in enumerate(matrix.to_id)}
    named = list(dict.fromkeys(str(one) for one in centres))
    absent = [one for one in named if one not in at]
    if absent or not named:
        raise InputError("id-unknown", f"central places {some(absent)} are no destinations")
    minutes = matrix.minutes[:, [at[one] for one in named]].astype(float)
    filled = np.where(np.isnan(minutes), np.inf, minutes)
    least = filled.min(axis=1)
    reached = np.isfinite(least)
    kept = pd.array(least <= norm, dtype="boolean")
    kept[~matrix.from_known] = pd.NA
    return pd.DataFrame(
        {
            "nearest_id": np.where(reached, np.array(named, object)[filled.argmin(axis=1)], None),
            "travel_time_min": np.where(reached, least, np.nan),
            "norm_min": float(norm),
            "kept": kept,
        },
        index=pd.Index(matrix.from_id.astype(str), name="from_id"),
    )


def share_below_norm(
    figures: pd.Series,
    people: pd.Series,
    *,
    norm: float,
    by: pd.Series | None = None,
    higher_is_better: bool = True,
) -> pd.DataFrame:
    """Compute which share of the people lives where a norm is not kept.

    Parameters
    ----------
    figures
        Of each place, such as jobs in reach or minutes to a hospital. NaN is not known; of
        minutes, give ``numpy.inf`` where nothing is reached.
    people
        Who lives there, by the same ids.
    norm
        What is enough.
    by
        Region of each place; one row for all if left out.
    higher_is_better
        False of minutes, of which the norm is the most.

    Returns
    -------
    DataFrame
        By region: ``people``, ``below`` (people), ``share_below`` (0 to 1; NaN where nobody's
        figure is known) and ``unknown`` (people whose figure is not known, who are not counted).

    Raises
    ------
    InputError
        For people who are negative or not known, and ids without a row.

    Source
    ------
    Ministerie van Infrastructuur en Waterstaat, Bereikbaarheid op peil: the approach of a basic
    level for everybody (where is a norm not reached?). The norm is the user's.
    """
    import pandas as pd

    held = people.reindex(figures.index).to_numpy(float)
    if np.isnan(held).any() or (held < 0).any():
        raise InputError("value-missing", "people: a place has none, or fewer than 0; write 0")
    values = figures.to_numpy(float)
    known = ~np.isnan(values)
    missed = known & (values < norm if higher_is_better else values > norm)
    region = pd.Series("all", figures.index) if by is None else by.reindex(figures.index)
    if bool(region.isna().any()):
        raise InputError("row-missing", f"no region of {some(region.index[region.isna()])}")
    table = pd.DataFrame(
        {
            "people": held,
            "below": held * missed,
            "unknown": held * ~known,
            "region": region.to_numpy(),
        }
    )
    result = table.groupby("region", sort=True).sum()
    counted = result["people"] - result["unknown"]
    result["share_below"] = (result["below"] / counted).where(counted > 0)
    return result[["people", "below", "share_below", "unknown"]]


def rank_by_method(figures: pd.DataFrame, *, lower_is_better: Iterable[str] = ()) -> pd.DataFrame:
    """Rank places by each method, and show where a place changes rank.

    Parameters
    ----------
    figures
        A row a place, a column a method; NaN is not known and has no rank.
    lower_is_better
        Methods that give minutes or the like.

    Returns
    -------
    DataFrame
        The ranks (1 the best; places that are equal share the better one; missing where a method
        finds all places equal), and behind them
        ``best``, ``worst`` and ``moves``, the ranks between these two. Places that move most come
        first.

    Raises
    ------
    InputError
        For methods that are no columns.

    Examples
    --------
    >>> import pandas as pd
    >>> figures = pd.DataFrame({"open": [9, 5, 1], "closed": [2, 5, 1]}, index=["E", "H", "B"])
    >>> rank_by_method(figures)["moves"].to_dict()
    {'E': 1, 'H': 1, 'B': 0}
    """
    lower = set(lower_is_better)
    unknown = lower - set(figures.columns)
    if unknown:
        raise InputError("name-unknown", f"{some(sorted(unknown))}: no such methods")
    ranks = figures.apply(lambda one: one.rank(method="min", ascending=one.name in lower))
    # who is the same everywhere is neither first nor last
    tells = figures.nunique() > min(1, len(figures) - 1)
    ranks = ranks.astype("Int64").where(tells, axis=1)
    methods = list(ranks.columns)
    result = ranks.assign(best=ranks[methods].min(axis=1), worst=ranks[methods].max(axis=1))
    result["moves"] = result["worst"] - result["best"]
    ranked: pd.DataFrame = result.sort_values("moves", ascending=False, kind="stable")
    return ranked
