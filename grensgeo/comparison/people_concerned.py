"""Who gains and who loses: every cell's change put in one of several classes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from grensgeo.declared import NUMBER, option, record_of, value_faults
from grensgeo.errors import Faults, InputError
from grensgeo.maps.reach_views import NOISE

if TYPE_CHECKING:
    from grensgeo.arrays import Flags, Floats

#: Numbers of classes, of every figure and cell.
Classes = npt.NDArray[np.int8]
#: The classes in which people are counted; each is in one of them.
CLASSES = (
    "gain_much",
    "gain",
    "below_noise",
    "same",
    "lose",
    "lose_much",
    "newly_reached",
    "no_longer_reached",
    "unreached",
    "unknown",
)
_AT = {name: number for number, name in enumerate(CLASSES)}
#: Travel times are 32-bit floats and sums are added up in another order: a relative difference
#: below this is none.
_ROUNDING = 1e-6


@dataclass(frozen=True)
class ChangeLimits:
    """From which change on one counts.

    Attributes
    ----------
    much_min
        Minutes sooner or later that are much.
    much_share
        Part of the baseline's reach that is much.
    noise_min
        Minutes below which a change is smaller than the model can tell (assumption: times are
        told in whole minutes).
    noise_share
        Part of the baseline's reach below which it is, as on the maps of scenarios.

    Raises
    ------
    InputError
        With every fault at once.
    """

    much_min: float = field(
        default=10.0,
        metadata=option(NUMBER, "minutes sooner or later that are much", unit="MIN", above=0),
    )
    much_share: float = field(
        default=0.1,
        metadata=option(
            NUMBER, "part of the baseline's reach that is much to gain or lose",
            unit="PART", above=0,
        ),
    )  # fmt: skip
    noise_min: float = field(
        default=0.5,
        metadata=option(
            NUMBER, "minutes below which a change of time is noise", unit="MIN", least=0
        ),
    )
    noise_share: float = field(
        default=NOISE,
        metadata=option(
            NUMBER, "part of the baseline's reach below which a change is noise",
            unit="PART", least=0,
        ),
    )  # fmt: skip

    def __post_init__(self) -> None:
        """Check the limits."""
        told = {name: getattr(self, name) for name in self.__dataclass_fields__}
        faults = Faults()
        faults += value_faults(record_of(type(self)), told)
        if faults:
            raise InputError.of(faults, where="comparison")


def classes_of_reach(before: Floats, after: Floats, limits: ChangeLimits) -> Classes:
    """Classify the change of reach of every cell.

    Parameters
    ----------
    before, after
        float64 (n, n_cells): reach; NaN where it is not known.
    limits
        What is much, and what noise.

    Returns
    -------
    ndarray
        int8 (n, n_cells): number in :data:`CLASSES`.
    """
    change = np.where(_same(before, after), 0.0, after - before)
    unknown = np.isnan(change)
    return _classes(
        np.nan_to_num(change),
        noise=limits.noise_share * np.nan_to_num(before),
        much=limits.much_share * np.nan_to_num(before),
        unknown=unknown,
    )


def classes_of_times(before: Floats, after: Floats, lost: Flags, limits: ChangeLimits) -> Classes:
    """Classify the change of travel time of every cell.

    Parameters
    ----------
    before, after
        float64 (n, n_cells): minutes; NaN where there is no time.
    lost
        bool (n, n_cells): whether it is not known if there is one, before or after.
    limits
        What is much, and what noise.

    Returns
    -------
    ndarray
        int8 (n, n_cells): number in :data:`CLASSES`.
    """
    sooner = np.where(_same(before, after), 0.0, before - after)
    found = _classes(
        np.nan_to_num(sooner),
        noise=np.full(sooner.shape, limits.noise_min),
        much=np.full(sooner.shape, limits.much_min),
        unknown=lost,
    )
    never, later = np.isnan(before), np.isnan(after)
    found[~lost & never & ~later] = _AT["newly_reached"]
    found[~lost & ~never & later] = _AT["no_longer_reached"]
    found[~lost & never & later] = _AT["unreached"]
    return found


def _same(before: Floats, after: Floats) -> Flags:
    """Return where two figures differ by rounding at most."""
    return np.abs(after - before) <= _ROUNDING * np.abs(before)


def _classes(better: Floats, *, noise: Floats, much: Floats, unknown: Flags) -> Classes:
    """Classify changes of which more is better."""
    size = np.abs(better)
    up = better > 0
    found = np.full(better.shape, _AT["same"], dtype=np.int8)
    found[(better != 0) & (size < noise)] = _AT["below_noise"]
    told = (better != 0) & (size >= noise)
    # exactly so much is much, however the difference was rounded
    large = size >= much * (1 - _ROUNDING)
    for name, which in (
        ("gain", up & ~large),
        ("lose", ~up & ~large),
        ("gain_much", up & large),
        ("lose_much", ~up & large),
    ):
        found[told & which] = _AT[name]
    found[unknown] = _AT["unknown"]
    return found
