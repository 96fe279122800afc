"""Dataclasses of arrays as a few array files and a description in JSON; nothing is pickled.

All arrays of one type of number stand one after another in one file, which is opened by memory
map: what is not asked for is not read. Objects that are shared stay shared.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from tokenize import TokenError
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from grensgeo.errors import FileError, InputError, some
from grensgeo.files.places import beside
from grensgeo.notes import Note, read_note

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    import numpy.typing as npt

    Array = npt.NDArray[Any]

#: The description, beside the array files.
DESCRIPTION = "prepared.json"


@dataclass(eq=False)
class Packed:
    """A value as a description and arrays.

    Attributes
    ----------
    tree
        Fit for JSON; arrays stand in it by their number.
    table
        For each array its type, where it begins among those of its type, its shape, and whether
        columns come first in memory.
    arrays
        By type: arrays of one dimension, one after another.
    """

    tree: Any = None
    table: list[tuple[str, int, list[int], bool]] = field(default_factory=list)
    arrays: dict[str, list[Array]] = field(default_factory=dict)

    def digest(self) -> str:
        """Return what names the content: the same for equal values."""
        result = hashlib.sha256(json.dumps([self.tree, self.table]).encode())
        for kind in sorted(self.arrays):
            for array in self.arrays[kind]:
                result.update(array.data)
        return result.hexdigest()


def pack(value: object) -> Packed:
    """Split a value into arrays and a description of it.

    Parameters
    ----------
    value
        Dataclasses, tuples with names or without, lists, mappings, numbers, text, dates, notes and
        arrays of numbers or text.

    Returns
    -------
    Packed
        Arrays are not copied where they lie in one piece.

    Raises
    ------
    TypeError
        If something else is in it.

    Examples
    --------
    >>> packed = pack({"a": np.arange(3), "b": (1, None)})
    >>> unpack(packed, ())
    {'a': array([0, 1, 2]), 'b': (1, None)}
    """
    packer = _Packer()
    packer.packed.tree = packer.pack(value)
    return packer.packed


class _Packer:
    """Takes values apart, each object once."""

    def __init__(self) -> None:
        self.packed = Packed()
        self.ends: dict[str, int] = {}
        #: By identity, with the object itself, so that no other gets its number meanwhile.
        self.seen: dict[int, tuple[object, int]] = {}

    def pack(self, value: object) -> Any:  # noqa: ANN401 - as JSON
        if value is None or isinstance(value, bool | int | float) or type(value) is str:
            return value
        if isinstance(value, Note):
            return {"note": value.to_dict()}
        if type(value) is date:
            return {"date": value.isoformat()}
        if isinstance(value, list | tuple) and not hasattr(value, "_fields"):
            return {type(value).__name__: [self.pack(item) for item in value]}
        if isinstance(value, dict):
            return {"dict": [[self.pack(key), self.pack(item)] for key, item in value.items()]}
        return self._object(value)

    def _object(self, value: object) -> Any:  # noqa: ANN401 - as JSON
        if isinstance(value, np.generic):
            return value.item()
        if id(value) in self.seen:
            return {"same": self.seen[id(value)][1]}
        if isinstance(value, np.ndarray):
            parts = self._array(value)
        elif is_dataclass(value):
            values = {item.name: self.pack(getattr(value, item.name)) for item in fields(value)}
            parts = {"class": type(value).__name__, "fields": values}
        elif isinstance(value, tuple):
            names: tuple[str, ...] = getattr(value, "_fields", ())
            values = {name: self.pack(getattr(value, name)) for name in names}
            parts = {"class": type(value).__name__, "fields": values}
        else:
            raise TypeError(f"{type(value).__name__} is neither data nor arrays")
        number = len(self.seen)
        self.seen[id(value)] = value, number
        return {**parts, "number": number}

    def _array(self, array: Array) -> dict[str, Any]:
        if array.dtype == object:
            texts = [str(text).encode() for text in array.ravel().tolist()]
            length = np.array([len(text) for text in texts], dtype=np.int64)
            letters = np.frombuffer(b"".join(texts), dtype=np.uint8)
            return {"text": [self._numbers(letters), self._numbers(length)]}
        return {"array": self._numbers(array)}

    def _numbers(self, array: Array) -> int:
        kind = array.dtype.name
        columns_first = not array.flags.c_contiguous and array.flags.f_contiguous
        flat = np.ascontiguousarray(array.T if columns_first else array).reshape(-1)
        begin = self.ends.get(kind, 0)
        self.ends[kind] = begin + len(flat)
        self.packed.table.append((kind, begin, list(array.shape), columns_first))
        self.packed.arrays.setdefault(kind, []).append(flat)
        return len(self.packed.table) - 1


def unpack(
    packed: Packed,
    classes: Iterable[type],
    *,
    more: Callable[[], Iterable[type]] = tuple,
) -> Any:  # noqa: ANN401 - what was packed
    """Build a value again from its arrays and description.

    Parameters
    ----------
    packed
        What :func:`pack` gave.
    classes
        The dataclasses and named tuples that may be in it.
    more
        Returns others, which are asked for where one is met that is none of those.

    Returns
    -------
    object
        The same as was packed; arrays share the memory of the packed ones.

    Raises
    ------
    InputError
        If the parts do not go together, or a class is not one of those.
    """
    whole = {
        kind: parts[0] if len(parts) == 1 else np.concatenate(parts)
        for kind, parts in packed.arrays.items()
    }
    try:
        return _Unpacker(whole, packed.table, classes, more).unpack(packed.tree)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise InputError("prepared-damaged", f"its parts do not go together ({error})") from None


class _Unpacker:
    """Puts values together, each object once."""

    def __init__(
        self,
        arrays: Mapping[str, Array],
        table: Sequence[Sequence[Any]],
        classes: Iterable[type],
        more: Callable[[], Iterable[type]],
    ) -> None:
        self.arrays, self.table, self.more = arrays, table, more
        self.classes = {one.__name__: one for one in classes}
        self.seen: dict[int, object] = {}

    def unpack(self, tree: Any) -> Any:  # noqa: ANN401 - as JSON
        if not isinstance(tree, dict):
            return tree
        kind, inner = next(iter(tree.items()))
        match kind:
            case "same":
                result: Any = self.seen[inner]
            case "note":
                result = read_note(inner)
            case "date":
                result = date.fromisoformat(inner)
            case "tuple" | "list":
                items = map(self.unpack, inner)
                result = tuple(items) if kind == "tuple" else list(items)
            case "dict":
                result = {self.unpack(key): self.unpack(item) for key, item in inner}
            case _:
                result = self.seen[tree["number"]] = self._object(tree)
        return result

    def _object(self, tree: dict[str, Any]) -> object:
        if "array" in tree:
            return self._numbers(tree["array"])
        if "text" in tree:
            letters, length = (self._numbers(number) for number in tree["text"])
            ends = np.cumsum(length).tolist()
            whole = letters.tobytes()
            starts = [0, *ends[:-1]]
            texts = [whole[a:b].decode() for a, b in zip(starts, ends, strict=False)]
            return np.array(texts, dtype=object)
        values = {name: self.unpack(value) for name, value in tree["fields"].items()}
        name = tree["class"]
        if name not in self.classes:
            self.classes |= {one.__name__: one for one in self.more()}
        return self.classes[name](**values)

    def _numbers(self, number: int) -> Array:
        kind, begin, shape, columns_first = self.table[number]
        size = int(np.prod(shape, dtype=np.int64))
        if size == 0:
            return np.empty(shape, dtype=kind)
        flat = self.arrays[kind][begin : begin + size]
        return flat.reshape(shape[::-1]).T if columns_first else flat.reshape(shape)


def write_packed(packed: Packed, folder: Path, *, about: Mapping[str, Any]) -> None:
    """Write what was packed into a folder, whole or not at all.

    Parameters
    ----------
    packed
        From :func:`pack`.
    folder
        Folder to make; one that is there is replaced.
    about
        What stands beside it in the description, fit for JSON.

    Raises
    ------
    FileError
        If the disk does not take it.
    """
    with beside(folder) as scratch:
        fresh = scratch / "fresh"
        fresh.mkdir()
        files = {
            kind: [_write(kind, parts, fresh), sum(map(len, parts)), _check_sum(parts)]
            for kind, parts in sorted(packed.arrays.items())
        }
        described = {**about, "files": files, "table": packed.table, "tree": packed.tree}
        (fresh / DESCRIPTION).write_text(json.dumps(described), encoding="utf-8")
        if folder.exists():
            folder.rename(scratch / "old")
        fresh.rename(folder)


def _write(kind: str, parts: Iterable[Array], folder: Path) -> str:
    """Write arrays as one file that is named by its content."""
    digest = hashlib.sha256()
    parts = list(parts)
    with (folder / "part").open("wb") as file:
        header = {"descr": np.dtype(kind).str, "fortran_order": False}
        np.lib.format.write_array_header_1_0(file, {**header, "shape": (sum(map(len, parts)),)})
        for part in parts:
            file.write(part.data)
            digest.update(part.data)
    name = f"{kind}-{digest.hexdigest()[:16]}.npy"
    (folder / "part").rename(folder / name)
    return name


def read_packed(folder: Path, *, remedy: str) -> tuple[Packed, dict[str, Any]]:
    """Open what was written into a folder.

    Parameters
    ----------
    folder
        The folder.
    remedy
        What to do where it is not whole.

    Returns
    -------
    Packed
        Its arrays are memory maps: changes stay in memory, and never reach the files.
    dict
        What was told about it.

    Raises
    ------
    FileError
        If the description or an array file is missing, or does not hold what the description says.
    """
    path = folder / DESCRIPTION
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        files, table, tree = (told.pop(name) for name in ("files", "table", "tree"))
        named = [
            (str(kind), str(name), int(count), int(check))
            for kind, (name, count, check) in files.items()
        ]
    except OSError as error:
        reason = error.strerror or str(error)
        raise FileError(
            "file-unreadable", f"{path}: cannot be read ({reason}); {remedy}"
        ) from None
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError):
        raise FileError("prepared-damaged", f"{path}: is damaged; {remedy}") from None
    lost: list[str] = []
    arrays = dict(_open(folder, named, lost))
    if lost:
        raise FileError(
            "prepared-damaged", f"{folder}: missing or damaged: {some(lost)}; {remedy}"
        )
    return Packed(tree, table, arrays), told


def _open(
    folder: Path, named: Iterable[tuple[str, str, int, int]], lost: list[str]
) -> Iterator[tuple[str, list[Array]]]:
    for kind, name, count, check in named:
        try:
            # no mode in which numba would have to compile for arrays that are read only
            mapped = load_array(folder / name, mmap_mode="c" if count else None)
        except (EOFError, OSError, ValueError):
            lost.append(name)
            continue
        array = np.asarray(mapped)
        if array.shape != (count,) or array.dtype.name != kind or _check_sum([array]) != check:
            lost.append(name)
        else:
            yield kind, [array]


def load_array(path: Path, *, mmap_mode: Literal["c"] | None = None) -> npt.NDArray[Any]:
    """Read an array of one file, and never an object.

    Raises
    ------
    ValueError
        If the file is damaged; numpy says so in one of two ways.
    """
    try:
        array: npt.NDArray[Any] = np.load(path, mmap_mode=mmap_mode, allow_pickle=False)
    except TokenError as error:
        raise ValueError(str(error)) from None
    return array


def _check_sum(parts: Iterable[Array]) -> int:
    """Add up the bytes of arrays, eight by eight: it differs where a part of a file is lost.

    Half a gigabyte takes 30 ms; a cryptographic digest would take as long as what is prepared is
    to spare.
    """
    total, carried = 0, b""
    for part in parts:
        flat = part.reshape(-1).view(np.uint8)
        head = min(-len(carried) % 8, len(flat))
        carried += flat[:head].tobytes()
        if len(carried) == 8:
            total += int.from_bytes(carried, "little")
            carried = b""
        whole = head + (len(flat) - head) // 8 * 8
        if not carried:
            total += int(np.add.reduce(flat[head:whole].view("<u8"), dtype=np.uint64))
            carried = flat[whole:].tobytes()
    return (total + int.from_bytes(carried, "little")) % 2**64
