"""Measures by their name, as the command line asks for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from grensgeo.errors import InputError, some
from grensgeo.measures.availability import spatial_availability
from grensgeo.measures.catchments import floating_catchment
from grensgeo.measures.closest import dual, nearest
from grensgeo.measures.cutoffs import cumulative, cumulative_interval
from grensgeo.measures.performance import transport_performance
from grensgeo.measures.potential import gravity
from grensgeo.measures.utility import logsum

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pandas as pd

    from grensgeo.measures.matrix import TimesLike
    from grensgeo.measures.reach_inputs import ReachInputs


@dataclass(frozen=True)
class Measure:
    """A measure and what it takes beside times and opportunities.

    Attributes
    ----------
    function
        What computes it.
    needs, takes
        Names of what it must be given, and of what it may be given too.
    """

    function: Callable[..., pd.Series]
    needs: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()


#: Every measure that gives one figure a place.
MEASURES: dict[str, Measure] = {
    "cumulative": Measure(cumulative, ("cutoff_min",)),
    "cumulative_interval": Measure(cumulative_interval, ("interval_min",)),
    "gravity": Measure(gravity, ("decay",)),
    "nearest": Measure(nearest, takes=("k",)),
    "dual": Measure(dual, ("n",)),
    "2sfca": Measure(partial(floating_catchment, method="2sfca"), ("demand", "decay")),
    "e2sfca": Measure(partial(floating_catchment, method="e2sfca"), ("demand",), ("decay",)),
    "3sfca": Measure(partial(floating_catchment, method="3sfca"), ("demand",), ("decay",)),
    "balanced": Measure(partial(floating_catchment, method="balanced"), ("demand", "decay")),
    "spatial_availability": Measure(spatial_availability, ("demand", "decay")),
    "transport_performance": Measure(
        transport_performance, ("places",), ("cutoff_min", "radius_km")
    ),
    "logsum": Measure(logsum, ("rate",)),
}


def by_name(
    measure: str,
    times: TimesLike | pd.DataFrame,
    opportunities: Mapping[str, pd.Series],
    *,
    options: Mapping[str, object],
    active: bool = True,
) -> pd.DataFrame:
    """Compute a measure for each kind of opportunity.

    Parameters
    ----------
    measure
        A name of ``MEASURES``.
    times
        A ``TravelTimes``, or a table ``from_id, to_id, travel_time_min``.
    opportunities
        By name (``jobs``), how many by id.
    options
        What the measure asks for, by the name of its argument.
    active
        False for passive accessibility.

    Returns
    -------
    DataFrame
        ``id, measure, opportunity, cutoff_min, decay, value``: a row per place and opportunity.
        ``cutoff_min`` and ``decay`` are null where none was given, ``value`` where it is not
        known.

    Raises
    ------
    InputError
        For a name that is not known, for an option that the measure needs or does not take, and
        as the measure does.

    Examples
    --------
    >>> import pandas as pd
    >>> times = pd.DataFrame({"from_id": ["a"], "to_id": ["b"], "travel_time_min": [15.0]})
    >>> table = by_name("dual", times, {"jobs": pd.Series({"b": 100})}, options={"n": 50})
    >>> table[["id", "measure", "value"]].values.tolist()
    [['a', 'dual', 15.0]]
    """
    import pandas as pd

    if measure not in MEASURES:
        raise InputError(
            "choice-unknown", f"measure {measure!r} is not known; choose {', '.join(MEASURES)}"
        )
    chosen = MEASURES[measure]
    missing = [name for name in chosen.needs if name not in options]
    strange = [name for name in options if name not in (*chosen.needs, *chosen.takes)]
    if missing:
        raise InputError("option-missing", f"measure {measure} needs {some(missing)}")
    if strange:
        raise InputError("option-unfit", f"measure {measure} does not take {some(strange)}")
    if not opportunities:
        raise InputError("none-given", "opportunities: none given; give at least one Series by id")
    frames = []
    for name, counts in opportunities.items():
        values = chosen.function(times, counts, **options, active=active)
        frames.append(
            pd.DataFrame(
                {
                    "id": values.index,
                    "measure": measure,
                    "opportunity": name,
                    "cutoff_min": options.get("cutoff_min"),
                    "decay": str(options["decay"]) if "decay" in options else None,
                    "value": values.to_numpy(),
                }
            )
        )
    return pd.concat(frames, ignore_index=True).astype({"cutoff_min": "float64"})


def by_name_at(
    measure: str,
    inputs: ReachInputs,
    *,
    cutoffs_min: Sequence[float],
    options: Mapping[str, object],
    demand: str | None = None,
    active: bool = True,
) -> pd.DataFrame:
    """Compute a measure for each kind of opportunity and each cutoff.

    Parameters
    ----------
    measure
        A name of ``MEASURES``.
    inputs
        Times, opportunities and what is known of places.
    cutoffs_min
        Cutoffs; of an interval the two.
    options
        What else the measure asks for, by the name of its argument.
    demand
        Who competes: a column of the places, which is then no opportunity.
    active
        False for passive accessibility.

    Returns
    -------
    DataFrame
        As :func:`by_name` gives it, the cutoffs one below the other.

    Raises
    ------
    InputError
        As :func:`by_name`, and if the column of demand is not there or an interval has not two
        cutoffs.
    """
    import pandas as pd

    given, opportunities = dict(options), dict(inputs.opportunities)
    if demand or measure == "transport_performance":
        places = inputs.places()
        if demand and demand not in places.columns:
            raise InputError(
                "column-missing",
                f"--demand {demand}: no such column; there are {some(places.columns)}",
            )
        if demand:
            given["demand"] = places[demand]
            opportunities.pop(demand, None)
        if measure == "transport_performance":
            given["places"] = places
    cutoffs = sorted(set(cutoffs_min))
    runs: list[dict[str, object]] = [{"cutoff_min": cutoff} for cutoff in cutoffs] or [{}]
    if measure == "cumulative_interval":
        if len(cutoffs) != 2:
            raise InputError(
                "option-missing", "--measure cumulative_interval: give --cutoffs FIRST LAST"
            )
        runs = [{"interval_min": (cutoffs[0], cutoffs[1])}]
    frames = [
        by_name(measure, inputs.times, opportunities, options=given | run, active=active)
        for run in runs
    ]
    return pd.concat(frames, ignore_index=True)
