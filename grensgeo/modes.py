"""Street modes, and the bits by which masks of access name them."""

from __future__ import annotations

from grensgeo.errors import InputError

#: Street modes in the order of the bits of ``access_forward`` and ``access_backward``.
MODES = ("car", "bicycle", "ebike", "walk")

#: Modes of a trip: those of the streets, and public transport.
TRIP_MODES = (*MODES, "transit")

#: Modes that ride where bicycles may, and mind traffic stress and slopes.
CYCLING = ("bicycle", "ebike")

#: Bit of an access mask where bicycles go, but are pushed at walking pace.
PUSHED = 1 << len(MODES)


def mode_bit(mode: str) -> int:
    """Return the bit of a street mode in an access mask.

    Raises
    ------
    InputError
        If the mode is not one of :data:`MODES`.

    Examples
    --------
    >>> mode_bit("walk")
    8
    """
    if mode not in MODES:
        msg = f"mode {mode!r} is not a street mode; choose one of {', '.join(MODES)}"
        raise InputError("choice-unknown", msg)
    return 1 << MODES.index(mode)
