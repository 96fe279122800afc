"""Dataclasses of arrays come back as they were, and what is damaged is refused."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from grensgeo.errors import FileError, InputError
from grensgeo.files import packed_arrays as module
from grensgeo.files.packed_arrays import DESCRIPTION, pack, read_packed, unpack, write_packed
from grensgeo.notes import Note


@dataclass(frozen=True, eq=False)
class Pair:
    first: np.ndarray
    second: object


KINDS = st.sampled_from([np.int32, np.float64, np.float32, bool, np.uint8])
ARRAYS = hnp.arrays(KINDS, hnp.array_shapes(max_dims=3, min_side=0, max_side=4))
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.text(max_size=5))


def same(one, two):
    if isinstance(one, np.ndarray):
        np.testing.assert_array_equal(one, two)
        assert one.dtype == two.dtype
    elif isinstance(one, dict):
        assert list(one) == list(two)
        same(list(one.values()), list(two.values()))
    elif isinstance(one, list | tuple):
        assert type(one) is type(two)
        assert len(one) == len(two)
        for a, b in zip(one, two, strict=True):
            same(a, b)
    else:
        assert one == two


@given(
    st.recursive(
        PLAIN | ARRAYS,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.lists(inner, max_size=3).map(tuple),
            st.dictionaries(st.text(max_size=3), inner, max_size=3),
        ),
    )
)
def test_anything_comes_back(value):
    packed = pack(value)
    same(unpack(packed, ()), value)
    assert packed.digest() == pack(value).digest()


def test_through_a_folder(tmp_path):
    shared = np.arange(12, dtype=np.int32)
    columns = np.asfortranarray(np.arange(6.0).reshape(2, 3))
    words = np.array(["a", "", "Münster"], dtype=object)
    note = Note("extract-ends")
    pair = Pair(shared, (shared, columns, words, note, np.float64(2.5)))
    write_packed(pack({"pair": pair, "again": pair}), tmp_path / "there", about={"of": "x"})
    packed, told = read_packed(tmp_path / "there", remedy="again")
    assert told == {"of": "x"}
    found = unpack(packed, [Pair])
    assert found["again"] is found["pair"]
    assert found["pair"].first is found["pair"].second[0]
    same(found["pair"].first, shared)
    assert found["pair"].second[1].flags.f_contiguous
    assert found["pair"].second[1].tolist() == columns.tolist()
    assert found["pair"].second[2].tolist() == ["a", "", "Münster"]
    assert found["pair"].second[3].code == "extract-ends"
    # an array that is written to stays as it is on the disk
    found["pair"].first[0] = 99
    assert unpack(read_packed(tmp_path / "there", remedy="again")[0], [Pair])["pair"].first[0] == 0
    write_packed(pack(1), tmp_path / "there", about={})
    assert [file.name for file in (tmp_path / "there").iterdir()] == [DESCRIPTION]


def test_what_is_damaged_is_refused(tmp_path):
    place = tmp_path / "there"
    write_packed(pack(Pair(np.arange(5), np.zeros(3, np.float32))), place, about={})
    with pytest.raises(InputError, match="'Pair'"):
        unpack(read_packed(place, remedy="make it anew")[0], ())
    (file,) = place.glob("int64-*.npy")
    whole = file.read_bytes()
    for wrong in (whole[:-8], b"", b"text", whole.replace(b"}", b" ", 1)):
        file.write_bytes(wrong)
        with pytest.raises(FileError, match=r"damaged: int64-\w+\.npy; make it anew"):
            read_packed(place, remedy="make it anew")
    for at in (-1, -9, -40):  # a byte of each value
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[len(whole) + at + 1 :])
        with pytest.raises(FileError, match=r"damaged: int64"):
            read_packed(place, remedy="make it anew")
    file.unlink()
    (other,) = place.glob("float32-*.npy")
    file.write_bytes(other.read_bytes())
    with pytest.raises(FileError, match="damaged: int64"):
        read_packed(place, remedy="make it anew")
    described = json.loads((place / DESCRIPTION).read_text())
    for wrong in ("[]", "{", '{"a":' * 100_000, json.dumps({**described, "files": 3})):
        (place / DESCRIPTION).write_text(wrong)
        with pytest.raises(FileError, match=r"prepared\.json: is damaged; make it anew"):
            read_packed(place, remedy="make it anew")
    (place / DESCRIPTION).unlink()
    with pytest.raises(FileError, match="cannot be read"):
        read_packed(place, remedy="make it anew")


@given(st.lists(st.integers(0, 21), max_size=5), st.data())
def test_the_check_does_not_depend_on_how_bytes_are_parted(lengths, data):
    bits = [np.frombuffer(data.draw(st.binary(min_size=n, max_size=n)), np.uint8) for n in lengths]
    whole = b"".join(part.tobytes() for part in bits)
    whole += bytes(-len(whole) % 8)
    known = sum(int.from_bytes(whole[k : k + 8], "little") for k in range(0, len(whole), 8))
    assert module._check_sum(bits) == known % 2**64


def test_what_is_no_data_is_no_data():
    with pytest.raises(TypeError, match="object is neither"):
        pack({"a": object()})


class Call(NamedTuple):
    """A tuple whose parts have names."""

    day: date
    seconds: np.ndarray


def test_dates_and_tuples_with_names():
    seconds = np.array([60, 120])
    value = {"calls": (Call(date(2026, 3, 10), seconds), Call(date(2024, 2, 29), seconds)), "n": 1}
    again = unpack(pack(value), (Call,))
    assert type(again["calls"]) is tuple
    assert [type(call) for call in again["calls"]] == [Call, Call]
    assert [call.day for call in again["calls"]] == [date(2026, 3, 10), date(2024, 2, 29)]
    assert again["calls"][0].seconds is again["calls"][1].seconds
    with pytest.raises(InputError, match="do not go together"):
        unpack(pack(value), ())  # as no other class than those that are named
    with pytest.raises(TypeError, match="datetime is neither data nor arrays"):
        pack({"moment": datetime(2026, 3, 10, 7, 30, tzinfo=UTC)})
