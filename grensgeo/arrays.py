"""Types of arrays by what their elements hold; a shape is said where an array is described."""

import numpy as np
import numpy.typing as npt

#: Quantities: seconds, metres, degrees, weights.
Floats = npt.NDArray[np.float64]
#: Times of large matrices, where single precision (7 digits) serves.
Singles = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
#: Positions in another array: of vertices, edges, stops.
Indices = npt.NDArray[np.int32]
#: Positions and counts beyond 2**31, such as where rows start in a table of arcs, and ids of OSM.
Longs = npt.NDArray[np.int64]
#: Any whole numbers.
Ints = npt.NDArray[np.integer]
#: Small numbers that stand for something: masks of bits, kinds, countries.
Codes = npt.NDArray[np.uint8]

#: Times in single precision are right within this share of themselves, sums of a few included: a
#: time that may lie beyond a limit by no more than that is let pass.
SINGLE_PRECISION = 4e-7
