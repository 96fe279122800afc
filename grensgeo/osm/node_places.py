"""Where the nodes of an extract lie, a block at a time: nobody holds those of a whole country.

Blocks of a ``.osm.pbf`` are decoded here, at the speed of unpacking them: libosmium gives nodes to
Python one by one, which takes minutes for a country, and holds the places of all of them.

Source: OpenStreetMap wiki, "PBF Format" (fileformat.proto and osmformat.proto).
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final, cast

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    import numpy.typing as npt
    from osmium.osm import Node

    from grensgeo.arrays import Indices, Longs
    from grensgeo.osm.extract_files import Extract

    #: Ids, and longitude and latitude in units of 1e-7 degree.
    NodePlaces = tuple[Longs, Indices, Indices]

#: Wire types of protocol buffers.
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
#: Nanodegrees in a unit of OpenStreetMap's coordinates.
_NANO: Final = 100
#: Coordinates of a block are this many nanodegrees each, unless it says otherwise.
_GRANULARITY: Final = 100
#: No place lies further out; deleted nodes may be said to.
_EAST, _NORTH = 1_800_000_000, 900_000_000
#: Nodes that are handed on together where they come one by one.
_TOGETHER: Final = 100_000
_MORE, _LOW = np.uint8(0x80), np.uint8(0x7F)


class _PlainNodes(Exception):  # noqa: N818 - not a fault: such a block is read another way
    """A block holds nodes that are not packed densely, or is packed in a rare way."""


def node_places(file: Extract) -> Iterator[NodePlaces]:
    """Read where all nodes lie.

    Parameters
    ----------
    file
        The extract.

    Yields
    ------
    tuple of ndarray
        int64 (n,): ids; int32 (n,) twice: longitude and latitude in units of 1e-7 degree. A node
        may come more than once.
    """
    if file.format == "pbf":
        try:
            for block in _blocks(file):
                yield from _dense(block)
        except _PlainNodes:
            pass  # from the beginning, the other way
        else:
            return
    yield from _one_by_one(file)


def _one_by_one(file: Extract) -> Iterator[NodePlaces]:
    import osmium

    rows: list[tuple[int, int, int]] = []
    for node in cast("Iterable[Node]", osmium.FileProcessor(file.file, osmium.osm.NODE)):
        if node.location.valid() and not file.is_gone(node):
            rows.append((node.id, node.location.x, node.location.y))
        if len(rows) == _TOGETHER:
            yield _columns(rows)
            rows = []
    yield _columns(rows)


def _columns(rows: list[tuple[int, int, int]]) -> NodePlaces:
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return table[:, 0].copy(), table[:, 1].astype(np.int32), table[:, 2].astype(np.int32)


def _blocks(file: Extract) -> Iterator[bytes]:
    """Return the unpacked blocks of data, one after the other."""
    with file.path.open("rb") as stream:
        while size := stream.read(4):
            header = dict(_fields(_exactly(stream, int.from_bytes(size, "big"))))
            blob = dict(_fields(_exactly(stream, _whole(header.get(3, 0)))))
            if header.get(1) != b"OSMData":
                continue
            if 1 in blob:
                yield _content(blob[1])
            elif 3 in blob:
                yield zlib.decompress(_content(blob[3]))
            else:
                raise _PlainNodes


def _exactly(stream: BinaryIO, n: int) -> bytes:
    data = stream.read(n)
    if len(data) < n:
        raise EOFError("the file ends within a block")
    return data


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Return the fields of a message: number, and what it holds."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        kind = key & 7
        if kind == _VARINT:
            value, at = _varint(data, at)
            yield key >> 3, value
            continue
        size, at = (
            _varint(data, at)
            if kind == _BYTES
            else ({_FIXED64: 8, _FIXED32: 4}.get(kind, len(data)), at)
        )
        yield key >> 3, data[at : at + size]
        at += size


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        if at >= len(data):
            raise EOFError("a block ends within a number")
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def _dense(block: bytes) -> Iterator[NodePlaces]:
    """Decode the nodes of a block."""
    granularity, lat_offset, lon_offset = _GRANULARITY, 0, 0
    groups = []
    for number, value in _fields(block):
        if number == 2:
            groups.append(_content(value))
        elif number == 17:
            granularity = _whole(value)
        elif number == 19:
            lat_offset = _signed(_whole(value))
        elif number == 20:
            lon_offset = _signed(_whole(value))
    for group in groups:
        for number, value in _fields(group):
            if number == 1:
                raise _PlainNodes
            if number != 2:
                continue
            packed = {key: item for key, item in _fields(_content(value)) if key in {1, 8, 9}}
            ids, lat, lon = (
                np.cumsum(_zigzag(_numbers(_content(packed.get(key, b""))))) for key in (1, 8, 9)
            )
            if not len(ids) == len(lat) == len(lon):
                raise EOFError("a block holds other numbers of ids than of places")
            x = _units(lon * granularity + lon_offset)
            y = _units(lat * granularity + lat_offset)
            there = (np.abs(x) <= _EAST) & (np.abs(y) <= _NORTH)
            yield ids[there], x[there], y[there]


def _content(value: int | bytes) -> bytes:
    """Return what a field holds that is no number."""
    if not isinstance(value, int):
        return value
    raise EOFError("a block holds a number in place of a list")


def _whole(value: int | bytes) -> int:
    """Return what a field holds that is a number."""
    if not isinstance(value, bytes):
        return value
    raise EOFError("a block holds a list in place of a number")


def _signed(value: int) -> int:
    """Return a number of 64 bits with its sign."""
    return value - (1 << 64) if value >= 1 << 63 else value


def _numbers(data: bytes) -> npt.NDArray[np.uint64]:
    """Decode packed numbers: seven bits a byte, the lowest first; the last byte's top bit is 0."""
    raw = np.frombuffer(data, dtype=np.uint8)
    last = np.flatnonzero(raw < _MORE)
    first = np.append(0, last[:-1] + 1) if len(last) else last
    length = last - first + 1
    values = np.zeros(len(last), dtype=np.uint64)
    for step in range(int(length.max(initial=0))):
        longer = np.flatnonzero(length > step)
        values[longer] |= (raw[first[longer] + step] & _LOW).astype(np.uint64) << np.uint64(
            7 * step
        )
    return values


def _zigzag(values: npt.NDArray[np.uint64]) -> Longs:
    """Return signed numbers, which are written as 0, 1, 2, 3 for 0, -1, 1, -2."""
    half = (values >> np.uint64(1)).astype(np.int64)
    return half ^ -(values & np.uint64(1)).astype(np.int64)


def _units(nano: Longs) -> Indices:
    """Return nanodegrees as units of 1e-7 degree, rounded towards zero as libosmium does."""
    units: Indices = (np.sign(nano) * (np.abs(nano) // _NANO)).astype(np.int32)
    return units
