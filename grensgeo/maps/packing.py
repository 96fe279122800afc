"""Pack arrays into text that travels inside a page; ``js/src/engine/unpack.js`` opens it again.

Every number comes back as it was, bit by bit. Whole numbers are written as steps from one to the
next where that is shorter, in as few bytes as the largest needs, all first bytes before all second
bytes, and deflated. Decimal fractions are whole numbers of their last digit. The same arrays give
the same text.
"""

from __future__ import annotations

import base64
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import Faults, InputError, some

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    Codes = npt.NDArray[np.uint32]

#: Version of the coding, which the page checks.
FORMAT = 1

#: Types as JavaScript's typed arrays have them.
_TYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")
#: Decimal digits that are looked for in fractions; more do not fit into 32 bits with degrees.
_MOST_DIGITS = 7
_LEVEL = 9


@dataclass(frozen=True)
class PackedText:
    """Arrays as text.

    Attributes
    ----------
    manifest
        For JSON: ``format``, ``meta`` as it was given and ``parts``, what each chunk holds.
    chunks
        Deflated bytes in base64, one text an array.
    """

    manifest: Mapping[str, Any]
    chunks: tuple[str, ...]

    def sizes(self) -> dict[str, int]:
        """Return the length of each part's text, by name; it is what the part adds to a page."""
        names = [part["name"] for part in self.manifest["parts"]]
        return {name: len(chunk) for name, chunk in zip(names, self.chunks, strict=True)}


def pack(
    arrays: Mapping[str, npt.NDArray[Any] | Sequence[str]], *, meta: Mapping[str, Any]
) -> PackedText:
    """Pack arrays by name.

    Parameters
    ----------
    arrays
        One-dimensional arrays of numbers or flags, NaN among them or not, or lists of text. Whole
        numbers have 32 bits at most. Round what need not be exact before: digits take room.
    meta
        What the page must know beside, fit for JSON.

    Returns
    -------
    PackedText
        A chunk an array, in the order given.

    Raises
    ------
    InputError
        With every array that cannot be packed.

    Examples
    --------
    >>> packed = pack({"steps": np.array([5, 6, 7, 9])}, meta={})
    >>> packed.manifest["parts"][0]["type"], len(packed.chunks)
    ('int32', 1)
    """
    parts, chunks, faults = [], [], Faults()
    for name, values in arrays.items():
        try:
            coding, content = _text(values) if isinstance(values, (list, tuple)) else _any(values)
        except InputError as error:
            faults.extend(error.at(f"{name}"))
            continue
        parts.append({"name": name, **coding})
        chunks.append(base64.b64encode(content).decode("ascii"))
    if faults:
        raise InputError.of(faults, where="packing")
    return PackedText({"format": FORMAT, "meta": dict(meta), "parts": parts}, tuple(chunks))


def _text(values: Sequence[str]) -> tuple[dict[str, Any], bytes]:
    """Join texts one below the other."""
    broken = [value for value in values if not isinstance(value, str) or "\n" in value]
    if broken:
        raise InputError("name-wrong", f"{some(broken)} is no text of one line")
    coding = {"type": "text", "n": len(values)}
    return coding, zlib.compress("\n".join(values).encode("utf-8"), _LEVEL)


def _any(values: Any) -> tuple[dict[str, Any], bytes]:  # noqa: ANN401 - whatever is not an array is refused here
    """Choose a coding for numbers."""
    array = np.asarray(values)
    if array.ndim != 1 or array.dtype.kind not in "biuf":
        raise InputError(
            "shape-wrong", f"{array.dtype} of {array.ndim} dimensions; give one row of numbers"
        )
    if array.dtype.kind == "f":
        return _fractions(array)
    kind = "uint8" if array.dtype.kind == "b" else _whole_type(array)
    return _whole(array.astype(np.int64), {"type": kind, "n": len(array)})


def _whole_type(array: npt.NDArray[Any]) -> str:
    """Return the type that a page reads whole numbers as."""
    if array.dtype.name in _TYPES:
        return array.dtype.name
    low, high = (int(array.min()), int(array.max())) if len(array) else (0, 0)
    for kind in ("int32", "uint32"):
        if np.iinfo(kind).min <= low and high <= np.iinfo(kind).max:
            return kind
    raise InputError("too-large", f"whole numbers from {low} to {high} do not fit into 32 bits")


def _fractions(array: npt.NDArray[Any]) -> tuple[dict[str, Any], bytes]:
    """Write fractions as whole numbers of their last digit, or as they are in memory."""
    kind = array.dtype.name if array.dtype.name in _TYPES else "float64"
    array = array.astype(kind)
    if np.isinf(array).any():
        raise InputError("negative-or-infinite", "infinite numbers")
    coding: dict[str, Any] = {"type": kind, "n": len(array)}
    null = np.isnan(array)
    known = array[~null].astype(np.float64)
    for digits in range(_MOST_DIGITS + 1):
        codes = np.rint(known * 10.0**digits)
        if np.abs(codes).max(initial=0) >= 1 << 30:
            break
        same = (codes / 10.0**digits).astype(kind) == array[~null]
        if same.all() and not (np.signbit(known) & (known == 0)).any():
            whole = np.zeros(len(array), dtype=np.int64)
            whole[~null] = codes.astype(np.int64)
            if null.any():  # the number below all others stands for null
                whole[null] = coding["null"] = int(codes.min(initial=0)) - 1
            return _whole(whole, coding | {"digits": digits})
    little = array.astype(array.dtype.newbyteorder("<"))
    planes = little.view(np.uint8).reshape(len(array), array.itemsize).T
    return coding | {"width": array.itemsize}, zlib.compress(planes.tobytes(), _LEVEL)


def _whole(values: npt.NDArray[np.int64], coding: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Compare steps of no, first and second order, and keep what is shortest."""
    codes = values.astype(np.uint32)  # counted round 2 ** 32, as JavaScript does with |0
    best: tuple[dict[str, Any], bytes] | None = None
    for order in range(3):
        width, planes = _planes(codes)
        content = zlib.compress(planes, _LEVEL)
        if best is None or len(content) < len(best[1]):
            best = coding | {"steps": order, "width": width}, content
        codes = np.diff(codes, prepend=np.uint32(0))
    return best or (coding, b"")


def _planes(codes: Codes) -> tuple[int, bytes]:
    """Return the bytes of numbers near 0, below it or above: how many each takes, and all of them.

    The sign goes to the last bit, so that small steps back are small numbers too.
    """
    signed = codes.view(np.int32)
    zigzag = ((signed << 1) ^ (signed >> 31)).view(np.uint32)
    top = int(zigzag.max(initial=0))
    width = 1 if top < 1 << 8 else 2 if top < 1 << 16 else 4
    planes = zigzag.astype("<u4").view(np.uint8).reshape(-1, 4)[:, :width].T
    return width, planes.tobytes()
