"""What is chosen of each of two maps that stand together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from grensgeo.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence


def two_choices(choose: Sequence[Mapping[str, str]]) -> tuple[Mapping[str, str], ...]:
    """Return what is chosen of each of two maps; an empty choice leaves both as they open.

    Raises
    ------
    InputError
        If it is not one for each.
    """
    if isinstance(choose, str) or not all(isinstance(one, Mapping) for one in choose):
        raise InputError(
            "pair-incomplete", "choose: give two, as ({'cutoff': '30'}, {'cutoff': '45'})"
        )
    if len(choose) not in (0, 2):
        raise InputError(
            "pair-incomplete",
            f"choose: {len(choose)} given for two maps; give one for each, or none",
        )
    return tuple(choose) or ({}, {})
