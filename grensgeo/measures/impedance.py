"""The weight of an opportunity by the time that it takes to get there, as a value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    Curve = Callable[[npt.NDArray[np.float64]], npt.NDArray[np.float64]]


@dataclass(frozen=True)
class Decay:
    """A weight by travel time, from 1 where one is down to 0 out of reach.

    Attributes
    ----------
    name
        Name of the family, such as ``exponential``.
    parameters
        Names and values.
    curve
        The formula: float64 minutes (infinite where not reached), which it may overwrite, to
        float64 weights.
    """

    name: str
    parameters: tuple[tuple[str, float | tuple[float, ...]], ...]
    curve: Curve = field(repr=False, compare=False)

    def __call__(self, minutes: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """Return the weights of travel times.

        Parameters
        ----------
        minutes
            Travel times, min; NaN where not reached.

        Returns
        -------
        array
            float64 of the same shape; 0 where not reached.
        """
        # fmin lets a number win over NaN, so what is not reached lies infinitely far off.
        reached = np.asarray(np.fmin(np.asarray(minutes), np.inf), dtype=np.float64)
        with np.errstate(over="ignore", under="ignore", divide="ignore"):
            return self.curve(reached)

    def __str__(self) -> str:
        """Return the name and the parameters, as ``parse`` reads them."""
        if not self.parameters:
            return self.name
        values = [
            f"{name}={'/'.join(f'{v:g}' for v in value)}"
            if isinstance(value, tuple)
            else f"{name}={value:g}"
            for name, value in self.parameters
        ]
        return f"{self.name}:{','.join(values)}"
