"""Pack arrays into text that travels inside a page; ``js/src/shared/unpack.js`` opens it again.

Every number comes back as it was, bit by bit. Whole numbers are written as steps from one to the
next where that is shorter, each in as few bytes as it needs, or all in as many as the largest
needs and all first bytes before all second bytes, and deflated. Decimal fractions are whole
numbers of their last digit. Names that differ in their numbers alone are these numbers. Bytes
become letters to the base of 85. The same arrays give the same text.
"""

from __future__ import annotations

import json
import re
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
FORMAT = 2

#: Digits to the base of 85, five for four bytes: letters that JSON and HTML write as they are.
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+-:;=?@^_`{|}~,."
#: Types as JavaScript's typed arrays have them.
_TYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64")
#: Decimal digits that are looked for in fractions; more do not fit into 32 bits with degrees.
_MOST_DIGITS = 7
_LEVEL = 9
#: The same where ways of writing are compared: what is shorter then is so at the highest, too.
_QUICK_LEVEL = 6
#: Seven bits of a number in each byte, and one that says whether another follows.
_BYTE_BITS = 7
_MOST_BYTES = 5
#: Forms in which names may be written, and digits of their numbers: so many fit into 32 bits.
_MOST_FORMS = 64
_NUMBER = re.compile("([0-9]{1,9})")


@dataclass(frozen=True)
class PackedText:
    """Arrays as text.

    Attributes
    ----------
    manifest
        For JSON: ``format``, ``meta`` as it was given and ``parts``, what each chunk holds.
    chunks
        Deflated bytes as :func:`letters` writes them, one text an array.
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
        chunks.append(letters(content))
    if faults:
        raise InputError.of(faults, where="packing")
    return PackedText({"format": FORMAT, "meta": dict(meta), "parts": parts}, tuple(chunks))


def pack_json(value: Any) -> str:  # noqa: ANN401 - whatever JSON holds
    """Write JSON as deflated letters.

    Parameters
    ----------
    value
        Fit for JSON.

    Examples
    --------
    >>> len(pack_json({"parts": [{"name": "streets", "width": 2}] * 50})) < 100
    True
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return letters(zlib.compress(text.encode("utf-8"), _LEVEL))


def letters(content: bytes) -> str:
    """Write bytes as digits to the base of 85, the highest first; the last group may be shorter.

    Parameters
    ----------
    content
        Any bytes.

    Examples
    --------
    >>> letters(bytes([0, 0, 0, 1, 255]))
    '00001}}'
    """
    short = -len(content) % 4
    left = np.frombuffer(content + bytes(short), dtype=">u4").astype(np.uint32)
    digits = np.empty((len(left), 5), dtype=np.uint8)
    for place in range(4, -1, -1):
        left, digits[:, place] = np.divmod(left, np.uint32(len(LETTERS)))
    written = np.frombuffer(LETTERS.encode("ascii"), dtype=np.uint8)[digits]
    return written.tobytes()[: digits.size - short].decode("ascii")


def _text(values: Sequence[str]) -> tuple[dict[str, Any], bytes]:
    """Join texts one below the other, or write their numbers where all else of them recurs."""
    broken = [value for value in values if not isinstance(value, str) or "\n" in value]
    if broken:
        raise InputError("name-wrong", f"{some(broken)} is no text of one line")
    coding: dict[str, Any] = {"type": "text", "n": len(values)}
    whole = zlib.compress("\n".join(values).encode("utf-8"), _LEVEL)
    split = _forms(values)
    if split is None:
        return coding, whole
    forms, numbers = split
    content = zlib.compress(_varying(numbers), _LEVEL)
    if len(content) + sum(len(str(form)) for form in forms) >= len(whole):
        return coding, whole
    return coding | {"forms": forms, "values": len(numbers)}, content


def _forms(values: Sequence[str]) -> tuple[list[list[str | int]], Codes] | None:
    """Split texts into forms and numbers; None where there are too many forms.

    Returns
    -------
    tuple
        Forms: text, width of a number (0 where it has no zeros before it), text, and so on; and
        the form of each text, then the first number of each that has one as a step from the one
        above, then all second ones, and so on.
    """
    forms: dict[tuple[str | int, ...], int] = {}
    rows: list[int] = []
    columns: list[list[int]] = []
    for value in values:
        form: list[str | int] = list(_NUMBER.split(value))
        for k in range(1, len(form), 2):
            number = str(form[k])
            form[k] = len(number) if number[0] == "0" and number != "0" else 0
            if len(columns) <= k // 2:
                columns.append([0])
            columns[k // 2].append(int(number))
        rows.append(forms.setdefault(tuple(form), len(forms)))
        if len(forms) > _MOST_FORMS:
            return None
    steps = [np.diff(np.array(column, dtype=np.int64)) for column in columns]
    codes = [np.array(rows, dtype=np.uint32), *(_signless(x.astype(np.int32)) for x in steps)]
    return [list(form) for form in forms], np.concatenate(codes)


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
            told = coding | {"digits": digits}
            either = [_whole(whole, told), *_split(whole, told)]
            return min(either, key=lambda one: len(one[1]))
    little = array.astype(array.dtype.newbyteorder("<"))
    planes = little.view(np.uint8).reshape(len(array), array.itemsize).T
    return coding | {"width": array.itemsize}, zlib.compress(planes.tobytes(), _LEVEL)


def _split(
    whole: npt.NDArray[np.int64], coding: dict[str, Any]
) -> list[tuple[dict[str, Any], bytes]]:
    """Write what is before the point apart from one or two digits behind it, most of them 0."""
    unit = 10 ** coding["digits"]
    if not 1 < unit <= 1 << 8:
        return []
    before, behind = np.divmod(whole, unit)
    told, content = _whole(before, coding)
    digits = behind.astype(np.uint8).tobytes()
    return [(told | {"split": 1}, zlib.compress(digits + zlib.decompress(content), _LEVEL))]


def _whole(values: npt.NDArray[np.int64], coding: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Compare steps of no, first and second order, written either way, and keep the shortest."""
    codes = values.astype(np.uint32)  # counted round 2 ** 32, as JavaScript does with |0
    best: tuple[int, dict[str, Any], bytes] | None = None
    for order in range(3):
        signed = codes.view(np.int32)
        some_below = bool((signed < 0).any())
        plain = _signless(signed) if some_below else codes
        for width, content in _either_way(plain):
            size = len(zlib.compress(content, _QUICK_LEVEL))
            if best is None or size < best[0]:
                told = {"steps": order, "width": width} | ({"signed": 1} if some_below else {})
                best = size, told, content
        codes = np.diff(codes, prepend=np.uint32(0))
    if best is None:
        return coding, b""
    return coding | best[1], zlib.compress(best[2], _LEVEL)


def _signless(signed: npt.NDArray[np.int32]) -> Codes:
    """Convert numbers to ones whose sign is the last bit, so that small steps back stay small."""
    return ((signed << 1) ^ (signed >> 31)).view(np.uint32)


def _either_way(codes: Codes) -> list[tuple[int, bytes]]:
    """Write numbers in as many bytes as the largest needs, or each in its own (width 0)."""
    top = int(codes.max(initial=0))
    width = 1 if top < 1 << 8 else 2 if top < 1 << 16 else 4
    planes = codes.astype("<u4").view(np.uint8).reshape(-1, 4)[:, :width].T
    found = [(width, planes.tobytes())]
    return found if width == 1 else [*found, (0, _varying(codes))]


def _varying(codes: Codes) -> bytes:
    """Write each number in as few bytes as it needs, its lowest bits first."""
    places = np.arange(_MOST_BYTES, dtype=np.uint64) * _BYTE_BITS
    left = codes.astype(np.uint64)[:, None] >> places
    follows = np.zeros(left.shape, dtype=np.uint64)
    follows[:, :-1] = left[:, 1:] > 0
    low = left & np.uint64((1 << _BYTE_BITS) - 1)
    written = (low | (follows << np.uint64(_BYTE_BITS))).astype(np.uint8)
    used = left > 0
    used[:, 0] = True
    return written[used].tobytes()
