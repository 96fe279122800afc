"""Nodes that stop traffic: signals and level crossings."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

#: What stops one, by code.
CONTROLS = ("traffic_signals", "level_crossing")
#: The key whose value each of them is.
CONTROL_KEYS = ("highway", "railway")


def is_control(tags: Mapping[str, str]) -> bool:
    """Return whether a node stops traffic.

    Examples
    --------
    >>> is_control({"railway": "level_crossing"}), is_control({"barrier": "gate"})
    (True, False)
    """
    return any(tags.get(key) == kind for key, kind in zip(CONTROL_KEYS, CONTROLS, strict=True))
