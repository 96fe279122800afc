"""What is wrong with a number of a modification, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.declared import NUMBER
from grensgeo.errors import Fault, Faults

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.declared import Record


def number_faults(record: Record, values: Mapping[str, object]) -> list[Fault]:
    """Return a sentence for each number that is none, or outside its declared bounds.

    Parameters
    ----------
    record
        Where the bounds are declared.
    values
        Values by name; None is no number and is not checked where that is the default.
    """
    faults = Faults()
    for item in record.options:
        if item.kind is not NUMBER or item.name not in values:
            continue
        value = values[item.name]
        if value is None and item.default is None:
            continue
        if isinstance(value, bool) or not isinstance(value, (int, float, np.number)):
            faults.add("not-a-number", f"{item.name}: {value!r} is not a number")
        elif item.outside(float(value)):
            faults.add("out-of-range", f"{item.name}: {value} is not{item.bounds()}")
    return faults
