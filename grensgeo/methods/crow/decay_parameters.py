"""How much less a destination weighs the longer the way is experienced: IKOB's decay function.

The parameters stand twice: as the method is written, and as IKOB's program has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from grensgeo.errors import InputError, some

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The method as it is written, or as the program computes it.
Variant = Literal["written", "coded"]
VARIANTS: tuple[Variant, ...] = ("written", "coded")
#: What people travel for.
MOTIVES = ("work", "social", "daily_shopping", "care", "other_shopping", "education")
#: No way that is experienced as this long weighs anything (IKOB, ``single_weights``).
LONGEST_MIN = 180.0
#: The program drops weights below this, the text does not.
LEAST_WEIGHT = 0.001


@dataclass(frozen=True)
class DecayParameters:
    """Parameters of one decay function.

    Attributes
    ----------
    steepness_per_min
        The text's alpha.
    turning_min
        The text's omega: at so many experienced minutes a destination weighs half.
    scaling
        The text's w: the most that a destination can weigh.
    """

    steepness_per_min: float
    turning_min: float
    scaling: float


def _table(
    *rows: tuple[str, str, float, float, float],
) -> Mapping[tuple[str, str], DecayParameters]:
    return MappingProxyType({(one, mode): DecayParameters(*rest) for one, mode, *rest in rows})


#: Source: Stichting CROW, IKOB, part D2, table 9 (commuting): preference, mode, alpha, omega, w.
_WORK = _table(
    ("car", "car", 0.125, 50, 1),
    ("car", "transit", 0.125, 30, 0.95),
    ("car", "bicycle", 0.225, 25, 1),
    ("car", "ebike", 0.175, 35, 1),
    ("neutral", "car", 0.125, 45, 1),
    ("neutral", "transit", 0.125, 45, 1),
    ("neutral", "bicycle", 0.225, 25, 1),
    ("neutral", "ebike", 0.175, 35, 1),
    ("transit", "car", 0.125, 45, 0.95),
    ("transit", "transit", 0.125, 60, 1),
    ("transit", "bicycle", 0.225, 25, 1),
    ("transit", "ebike", 0.175, 35, 1),
    ("bicycle", "car", 0.125, 45, 0.75),
    ("bicycle", "transit", 0.125, 45, 1),
    ("bicycle", "bicycle", 0.175, 35, 1),
    ("bicycle", "ebike", 0.125, 50, 1),
)
#: Source: the same, table 10 (daily shopping, care).
_DAILY = _table(
    ("car", "car", 0.225, 10, 1),
    ("car", "transit", 0.225, 10, 0.95),
    ("car", "bicycle", 0.225, 10, 1),
    ("car", "ebike", 0.225, 12, 1),
    ("neutral", "car", 0.225, 10, 1),
    ("neutral", "transit", 0.225, 10, 1),
    ("neutral", "bicycle", 0.225, 10, 1),
    ("neutral", "ebike", 0.225, 12, 1),
    ("transit", "car", 0.225, 10, 0.95),
    ("transit", "transit", 0.175, 10, 1),
    ("transit", "bicycle", 0.225, 10, 1),
    ("transit", "ebike", 0.225, 12, 1),
    ("bicycle", "car", 0.225, 10, 0.75),
    ("bicycle", "transit", 0.225, 10, 1),
    ("bicycle", "bicycle", 0.225, 10, 1),
    ("bicycle", "ebike", 0.225, 15, 1),
)
#: Source: the same, table 11 (other shopping, education).
_OTHER = _table(
    ("car", "car", 0.225, 20, 1),
    ("car", "transit", 0.225, 20, 0.95),
    ("car", "bicycle", 0.225, 15, 1),
    ("car", "ebike", 0.225, 20, 1),
    ("neutral", "car", 0.225, 20, 1),
    ("neutral", "transit", 0.225, 20, 1),
    ("neutral", "bicycle", 0.225, 15, 1),
    ("neutral", "ebike", 0.225, 20, 1),
    ("transit", "car", 0.225, 20, 0.95),
    ("transit", "transit", 0.175, 20, 1),
    ("transit", "bicycle", 0.225, 15, 1),
    ("transit", "ebike", 0.225, 20, 1),
    ("bicycle", "car", 0.225, 20, 0.75),
    ("bicycle", "transit", 0.225, 20, 1),
    ("bicycle", "bicycle", 0.225, 20, 1),
    ("bicycle", "ebike", 0.225, 25, 1),
)
#: The text has no table for social trips; the program takes that of commuting.
_WRITTEN = MappingProxyType(
    {
        "work": _WORK,
        "social": _WORK,
        "daily_shopping": _DAILY,
        "care": _DAILY,
        "other_shopping": _OTHER,
        "education": _OTHER,
    }
)
#: Where the program's numbers of commuting are others than table 9 (IKOB, ``constants``).
_CODED_WORK = dict(_WORK) | {
    ("transit", "car"): DecayParameters(0.125, 45, 0.96),
    ("transit", "transit"): DecayParameters(0.12, 60, 1),
    ("bicycle", "ebike"): DecayParameters(0.125, 55, 1),
}
#: Turning points (min) of the program's shopping and education. A condition that is always true
#: gives every mode those of the bicycle: the first, and the second for who prefers the bicycle.
#: Education has those of daily shopping, not those of table 11.
_CODED_TURNING = MappingProxyType(
    {
        "daily_shopping": (10.0, 12.5),
        "care": (10.0, 12.5),
        "education": (10.0, 12.5),
        "other_shopping": (15.0, 20.0),
    }
)


def decay_parameters(
    mode: str, preference: str, motive: str = "work", *, variant: Variant = "written"
) -> DecayParameters:
    """Return the parameters of IKOB's decay function.

    Parameters
    ----------
    mode
        ``car``, ``transit``, ``bicycle`` or ``ebike``.
    preference
        What the people prefer: ``car``, ``neutral``, ``bicycle`` or ``transit``.
    motive
        One of ``MOTIVES``.
    variant
        As the method is written, or as IKOB's program computes it.

    Returns
    -------
    DecayParameters
        Steepness (per minute), turning point (min) and scaling.

    Raises
    ------
    InputError
        For a motive or variant that is not known.

    Source
    ------
    Stichting CROW, IKOB, part D2, tables 9 to 11; the program at 2567106, ``constants``.

    Examples
    --------
    >>> decay_parameters("transit", "transit", "education")
    DecayParameters(steepness_per_min=0.175, turning_min=20, scaling=1)
    >>> decay_parameters("transit", "transit", "education", variant="coded")
    DecayParameters(steepness_per_min=0.175, turning_min=10.0, scaling=1.0)
    """
    if motive not in _WRITTEN:
        raise InputError("choice-unknown", f"motive {motive!r} is none of {some(MOTIVES)}")
    if variant not in VARIANTS:
        raise InputError("choice-unknown", f"variant {variant!r} is none of {some(VARIANTS)}")
    if variant == "written":
        return _WRITTEN[motive][preference, mode]
    if motive in {"work", "social"}:
        return _CODED_WORK[preference, mode]
    plain, preferred = _CODED_TURNING[motive]
    return DecayParameters(
        0.175 if mode == preference == "transit" else 0.225,
        preferred if preference == "bicycle" else plain,
        0.75 if mode == "car" and preference == "bicycle" else 1.0,
    )
