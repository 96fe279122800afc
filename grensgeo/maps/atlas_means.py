"""What the mean inhabitant of a municipality reaches, as arrays that travel inside the atlas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from grensgeo.measures.combining import MARGINS
from grensgeo.measures.long_reach import totals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Floats


#: Minutes from one figure to the next: every minute would make the page a third larger.
STEP_MIN = 5
#: A municipality lies at the edge of the data where more than this share of its inhabitants does,
#: as figures are called partial that leave out more than one inhabitant in twenty.
EDGE_SHARE = 0.05
#: Counts below this have two decimals, and one below ten times as much: enough for a share of a
#: tenth of a per cent.
_FEW = 100.0
#: By this a whole number may be moved and is still told as it was.
_LESS_THAN_HALF = 0.45
_BASELINE = "baseline"


class Curves(Protocol):
    """What is read of :class:`grensgeo.measures.curves.MeanCurves`."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Municipalities."""

    @property
    def countries(self) -> tuple[str, ...]:
        """Countries of destinations."""

    @property
    def opportunities(self) -> tuple[str, ...]:
        """What is counted."""

    @property
    def reach(self) -> Floats:
        """By opportunity, country, municipality and minute."""

    @property
    def without_ride(self) -> Floats | None:
        """By opportunity, municipality and minute."""

    @property
    def edge_share(self) -> Floats:
        """By municipality and minute."""

    @property
    def unknown(self) -> Floats:
        """By opportunity, municipality and minute."""


def mean_arrays(
    means: Mapping[tuple[str, str], Curves],
) -> tuple[dict[str, npt.NDArray[Any]], dict[str, Any]]:
    """Return the curves as arrays, and what the page must know of them.

    Parameters
    ----------
    means
        Curves by trip and scenario, all of the same municipalities and opportunities.

    Returns
    -------
    arrays
        ``mean/NUMBER/OPPORTUNITY/COUNTRY`` and the like: a row of minutes a municipality, one
        after the other; those of a scenario as what they add to the baseline.
    told
        ``codes``, ``step_min``, ``edge_share``, ``opportunities`` and ``layers``, which have
        ``trip``, ``scenario``, ``base`` (the number of the baseline, or null) and ``longest_min``.
    """
    ordered = sorted(means.items(), key=lambda item: item[0][1] != _BASELINE)
    first = next(iter(means.values()), None)
    told: dict[str, Any] = {
        "codes": [] if first is None else list(first.codes),
        "opportunities": [] if first is None else list(first.opportunities),
        "step_min": STEP_MIN,
        "edge_share": EDGE_SHARE,
        "layers": [],
    }
    arrays: dict[str, npt.NDArray[Any]] = {}
    numbers = {key: number for number, (key, _) in enumerate(ordered)}
    laid: list[dict[str, Floats]] = []
    for number, ((trip, scenario), curves) in enumerate(ordered):
        base = numbers.get((trip, _BASELINE)) if scenario != _BASELINE else None
        own = _layer(curves)
        laid.append(own)
        for name, values in own.items():
            less = values if base is None else values - laid[base][name]
            arrays[f"mean/{number}/{name}"] = np.round(less, 2).ravel()
        longest = STEP_MIN * (own["edge"].shape[1] - 1)
        told["layers"].append(
            {"trip": trip, "scenario": scenario, "base": base, "longest_min": longest}
        )
    return arrays, told


def bound_arrays(
    reach: pd.DataFrame | None, codes: Sequence[str], trips: Sequence[str]
) -> tuple[dict[str, npt.NDArray[Any]], dict[str, Any]]:
    """Return between which bounds figures of modelled counts lie, where a table has them.

    Parameters
    ----------
    reach
        schema.REACH at municipalities, its modes trips; None without any.
    codes
        Municipalities in the order of the page.
    trips
        Trips of the page.

    Returns
    -------
    arrays
        ``mean/bounds/NUMBER/closed_lower`` and the like: a row of cutoffs a municipality.
    told
        ``cutoffs``, and ``layers``: trip and opportunity of each number.
    """
    told: dict[str, Any] = {"cutoffs": [], "layers": []}
    if reach is None or not {*MARGINS} <= {*reach.columns}:
        return {}, told
    rows = totals(reach)
    rows = rows[
        (rows["scenario"] == _BASELINE) & rows["mode"].isin(trips) & rows["id"].isin(codes)
    ]
    rows = rows[rows["open_upper"] - rows["open_lower"] >= 1]
    told["cutoffs"] = sorted(float(cutoff) for cutoff in set(rows["cutoff_min"]))
    arrays: dict[str, npt.NDArray[Any]] = {}
    shape = [*codes], told["cutoffs"]
    for number, ((trip, name), own) in enumerate(rows.groupby(["mode", "opportunity"], sort=True)):
        told["layers"].append([str(trip), str(name)])
        for column in MARGINS:
            table = own.pivot_table(index="id", columns="cutoff_min", values=column)
            values = table.reindex(index=shape[0], columns=shape[1]).to_numpy(float)
            arrays[f"mean/bounds/{number}/{column}"] = _rounded(values).ravel()
    return arrays, told


def _layer(curves: Curves) -> dict[str, Floats]:
    """Select every fifth minute, rounded as far as anybody can tell."""
    found: dict[str, Floats] = {}
    for i, name in enumerate(curves.opportunities):
        parts = _adding_up(curves.reach[i, :, :, ::STEP_MIN])
        for j, country in enumerate(curves.countries):
            found[f"{name}/{country}"] = parts[j]
        found[f"{name}/unknown"] = curves.unknown[i, :, ::STEP_MIN]
        if curves.without_ride is not None:
            found[f"{name}/without"] = _rounded(curves.without_ride[i, :, ::STEP_MIN])
    found["edge"] = np.round(curves.edge_share[:, ::STEP_MIN], 2)
    return found


def _adding_up(reach: Floats) -> Floats:
    """Round what is reached by country so that its sum is told as the total of the tables is.

    Whole numbers that add up to one too many or too few are moved by less than a half: each is
    told as before, and their sum as it is.
    """
    parts = _rounded(reach)
    off = np.floor(np.nansum(reach, axis=0) + 0.5) - np.floor(np.nansum(parts, axis=0) + 0.5)
    return np.where(parts >= 10 * _FEW, parts + _LESS_THAN_HALF * np.clip(off, -1, 1), parts)


def _rounded(values: Floats) -> Floats:
    """Round counts, small ones less."""
    digits = np.where(values < _FEW, 2, np.where(values < 10 * _FEW, 1, 0))
    factor = 10.0**digits
    return np.round(values * factor) / factor
