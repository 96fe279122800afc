"""What is wrong with a value or a table of a scenario, in words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import some

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORDS = {str: "text", float: "a number", list: "a list", Mapping: "a table"}


def key_faults(
    where: str,
    found: Mapping[str, object],
    keys: Mapping[str, type],
    *,
    optional: Sequence[str] = (),
) -> list[str]:
    """List keys that are unknown, missing or of another type."""
    faults = []
    unknown = [key for key in found if key not in keys]
    if unknown:
        faults.append(f"{where}: unknown key {some(unknown)}; there are {', '.join(keys)}")
    for key, kind in keys.items():
        if key not in found:
            if key not in optional:
                faults.append(f"{where}: {key} is missing")
            continue
        value = found[key]
        fits = isinstance(value, (int, float)) if kind is float else isinstance(value, kind)
        if not fits or (isinstance(value, bool) and kind is not bool):
            faults.append(f"{where}: {key} is {value!r}, not {_WORDS[kind]}")
    return faults


def number_faults(name: str, value: object, *, most: float) -> list[str]:
    """Say what is wrong with a number that must lie above zero."""
    if isinstance(value, bool) or not isinstance(value, (int, float, np.number)):
        return [f"{name}: {value!r} is not a number"]
    if not (math.isfinite(value) and 0 < value <= most):
        return [f"{name}: {value} is not above 0 and at most {most:g}"]
    return []
