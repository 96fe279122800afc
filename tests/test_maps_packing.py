import base64
import json
import zlib

import numpy as np
import pytest
from browser import visit
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from markupsafe import Markup

from grensgeo.errors import InputError
from grensgeo.maps.packing import FORMAT, pack
from grensgeo.maps.page import asset, document


def unpack(packed):
    """Read what was packed in the plainest way; js/src/shared/unpack.js is held against numpy too."""
    result = {}
    for part, chunk in zip(packed.manifest["parts"], packed.chunks, strict=True):
        content = zlib.decompress(base64.b64decode(chunk))
        if part["type"] == "text":
            result[part["name"]] = content.decode().split("\n") if part["n"] else []
            continue
        planes = np.frombuffer(content, dtype=np.uint8).reshape(part["width"], part["n"])
        if "steps" not in part:
            result[part["name"]] = np.ascontiguousarray(planes.T).view(part["type"]).ravel()
            continue
        code = sum(plane.astype(np.int64) << (8 * k) for k, plane in enumerate(planes))
        values = (code >> 1) ^ -(code & 1)
        for _ in range(part["steps"]):
            values = np.cumsum(values)
        values = values.astype(np.uint32).astype(np.int32).astype(np.int64)
        if "digits" in part:
            whole = values
            values = values / 10.0 ** part["digits"]
            if "null" in part:
                values[whole == part["null"]] = np.nan
        result[part["name"]] = values.astype(np.int64).astype(part["type"]) if part[
            "type"
        ].startswith(("int", "uint")) else values.astype(part["type"])  # fmt: skip
    return result


NASTY = {
    "none": np.zeros(0, dtype=np.int32),
    "one": np.array([7], dtype=np.uint8),
    "flags": np.array([True, False, True]),
    "ends": np.array([-(2**31), 2**31 - 1, 0, -1, 2**31 - 1], dtype=np.int32),
    "unsigned": np.array([0, 2**32 - 1, 5], dtype=np.uint32),
    "long": np.arange(300_000, 300_900),
    "degrees": np.array([6.263761, 52.221111, -0.5]),
    "holes": np.array([np.nan, 0.1, np.nan, 2.5, -3.0]),
    "nothing known": np.array([np.nan, np.nan]),
    "thirds": np.array([1 / 3, np.nan, -0.0, 1e300, 5e-324]),
    "single": np.array([0.1, 1 / 3, np.nan], dtype=np.float32),
    "tenths": np.array([0.1, 0.2], dtype=np.float32),
    "short": np.array([-32768, 32767], dtype=np.int16),
    "small": np.array([-128, 127], dtype=np.int8),
    "words": ["Enschede", "Münster", "</script>", "", "Ünïcödé 🚲"],
    "no words": [],
}


def same(found, given_values):
    values = np.asarray(given_values)
    if values.dtype.kind == "f":
        return np.array_equal(
            np.asarray(found, dtype=values.dtype).view(f"u{values.itemsize}"),
            values.view(f"u{values.itemsize}"),
        ) or (
            np.array_equal(found, values, equal_nan=True)
            and np.array_equal(np.signbit(found), np.signbit(values) & ~np.isnan(values))
        )
    return np.array_equal(found, values)


@pytest.mark.parametrize("name", NASTY)
def test_every_number_comes_back(name):
    found = unpack(pack({name: NASTY[name]}, meta={}))[name]
    if isinstance(NASTY[name], list):
        assert found == NASTY[name]
    else:
        assert same(found, NASTY[name])


@given(arrays.arrays(np.int32, st.integers(0, 50)))
def test_whole_numbers_come_back(values):
    assert np.array_equal(unpack(pack({"a": values}, meta={}))["a"], values)


@given(arrays.arrays(np.float64, st.integers(0, 50), elements=st.floats(allow_infinity=False)))
def test_fractions_come_back(values):
    found = unpack(pack({"a": values}, meta={}))["a"]
    np.testing.assert_array_equal(found, values)
    known = ~np.isnan(values)
    assert np.array_equal(np.signbit(found[known]), np.signbit(values[known]))


def test_the_same_arrays_give_the_same_text():
    one, other = pack(NASTY, meta={"a": 1}), pack(NASTY, meta={"a": 1})
    assert one == other
    assert one.manifest["format"] == FORMAT
    assert json.loads(json.dumps(one.manifest)) == one.manifest
    assert one.sizes() == {n: len(c) for n, c in zip(NASTY, one.chunks, strict=True)}


def test_steps_make_what_rises_short():
    rises = np.arange(100_000) * 3
    assert sum(pack({"a": rises}, meta={}).sizes().values()) < 400


def test_what_cannot_be_packed_is_told_at_once():
    with pytest.raises(InputError) as told:
        pack(
            {
                "wide": np.array([2**40]),
                "square": np.zeros((2, 2)),
                "infinite": np.array([np.inf]),
                "lines": ["a\nb"],
                "objects": np.array([None], dtype=object),
                "fine": np.arange(3),
            },
            meta={},
        )
    message = str(told.value)
    for name in ("wide", "square", "infinite", "lines", "objects"):
        assert f"{name}: " in message
    assert "fine" not in message


@pytest.mark.browser
def test_a_page_opens_what_was_packed(browser, tmp_path):
    packed = pack(NASTY, meta={})
    page = document(
        head_title="packed",
        language="en",
        styles=["p{}"],
        body=Markup("<p></p>"),
        scripts=[asset("engine.js")],
        data={"manifest": packed.manifest, "chunks": packed.chunks},
    )
    (tmp_path / "packed.html").write_text(page, encoding="utf-8")
    with visit(browser, tmp_path / "packed.html") as seen:
        found = seen.page.evaluate(
            """async () => {
              const data = JSON.parse(document.getElementById("grensgeo-data").textContent);
              const arrays = await GrensgeoEngine.unpack(data.manifest, data.chunks);
              const shown = {};
              for (const [name, values] of Object.entries(arrays)) {
                shown[name] = [values.constructor.name, Array.from(values, (v) =>
                  typeof v === "string" ? v : Object.is(v, -0) ? "-0" : String(v))];
              }
              return shown;
            }"""
        )
        refused = seen.page.evaluate(
            """() => GrensgeoEngine.unpack({ format: 99, parts: [] }, [])
                 .then(() => "opened", (error) => error.message)"""
        )
        seen.quiet()
    assert "format 99" in refused
    for name, values in NASTY.items():
        kind, shown = found[name]
        if isinstance(values, list):
            assert shown == values
            continue
        array = np.array([float(text) for text in shown], dtype=np.float64)
        wanted = np.asarray(values).astype(np.float64)
        assert np.array_equal(array, wanted, equal_nan=True), name
        assert np.array_equal(np.signbit(array), np.signbit(wanted) & ~np.isnan(wanted)), name
        assert kind.lower().startswith(
            {"b": "uint8", "i": "int", "u": "uint", "f": "float"}[np.asarray(values).dtype.kind]
        )
