"""What the mean inhabitant of a municipality reaches, as arrays that travel inside the atlas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from grensgeo.arrays import Floats


#: Minutes from one figure to the next: every minute would make the page a third larger.
STEP_MIN = 5
#: A municipality lies at the edge of the data where more than this share of its inhabitants does,
#: as figures are called partial that leave out more than one inhabitant in twenty.
EDGE_SHARE = 0.05
#: Counts below this have two decimals, and one below ten times as much: enough for a share of a
#: tenth of a per cent.
_FEW = 100.0
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
    means: Mapping[tuple[str, str], Curves], *, homes: Mapping[str, str] | None = None
) -> tuple[dict[str, npt.NDArray[Any]], dict[str, Any]]:
    """Return the curves as arrays, and what the page must know of them.

    Parameters
    ----------
    means
        Curves by trip and scenario, all of the same municipalities and opportunities.
    homes
        Country of each municipality. What is reached at home and in all countries together is
        rounded as tables have it, and what is reached across is the difference.

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
        own = _layer(curves, homes or {})
        laid.append(own)
        for name, values in own.items():
            less = values if base is None else values - laid[base][name]
            arrays[f"mean/{number}/{name}"] = np.round(less, 2).ravel()
        longest = STEP_MIN * (own["edge"].shape[1] - 1)
        told["layers"].append(
            {"trip": trip, "scenario": scenario, "base": base, "longest_min": longest}
        )
    return arrays, told


def _layer(curves: Curves, homes: Mapping[str, str]) -> dict[str, Floats]:
    """Select every fifth minute, rounded as far as anybody can tell."""
    found: dict[str, Floats] = {}
    order = {country: place for place, country in enumerate(curves.countries)}
    home = np.array([order.get(homes.get(code, ""), -1) for code in curves.codes], dtype=int)
    for i, name in enumerate(curves.opportunities):
        parts = _adding_up(curves.reach[i, :, :, ::STEP_MIN], home)
        for j, country in enumerate(curves.countries):
            found[f"{name}/{country}"] = parts[j]
        found[f"{name}/unknown"] = curves.unknown[i, :, ::STEP_MIN]
        if curves.without_ride is not None:
            found[f"{name}/without"] = _rounded(curves.without_ride[i, :, ::STEP_MIN])
    found["edge"] = np.round(curves.edge_share[:, ::STEP_MIN], 2)
    return found


def _adding_up(reach: Floats, home: npt.NDArray[np.int_]) -> Floats:
    """Round what is reached by country so that the countries add up to the rounded total.

    ``home`` is the country of each municipality, of which the figure is rounded by itself, or
    -1; what is left over goes to the country across in which most is reached.
    """
    parts = _rounded(reach)
    there = np.arange(len(reach))[:, np.newaxis] == home
    across = np.where(there[:, :, np.newaxis], -1.0, np.nan_to_num(reach))
    most = across.argmax(axis=0)[np.newaxis]
    left = np.round(_rounded(reach.sum(axis=0)) - parts.sum(axis=0), 2)
    told = np.take_along_axis(parts, most, axis=0)
    value = np.round(told + left, 2)
    # nothing is taken from where nothing is reached, nor where a figure is not known
    fits = (np.take_along_axis(across, most, axis=0) > 0) & (value >= 0)
    np.put_along_axis(parts, most, np.where(fits, value, told), axis=0)
    return parts


def _rounded(values: Floats) -> Floats:
    """Round counts, small ones less."""
    digits = np.where(values < _FEW, 2, np.where(values < 10 * _FEW, 1, 0))
    factor = 10.0**digits
    return np.round(values * factor) / factor
