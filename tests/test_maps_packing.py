import json
import zlib

import numpy as np
import pytest
from browser import visit
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from markupsafe import Markup

from benchmarks.atlas import bytes_of
from grensgeo.errors import InputError
from grensgeo.maps.packing import FORMAT, LETTERS, letters, pack
from grensgeo.maps.page import asset, document
from grensgeo.pages.escape import json_script


def varying(content):
    """Read numbers of as many bytes as they need."""
    found, code, shift = [], 0, 0
    for byte in content:
        code |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            found.append(code)
            code, shift = 0, 0
    return np.array(found, dtype=np.int64)


def named(codes, part):
    """Read names from forms and numbers."""
    forms = [part["forms"][code] for code in codes[: part["n"]]]
    names = [form[0] for form in forms]
    left = iter(((codes >> 1) ^ -(codes & 1)).tolist()[part["n"] :])
    for k in range(1, max(map(len, forms), default=0), 2):
        number = 0
        for i, form in enumerate(forms):
            if k < len(form):
                number += next(left)
                names[i] += str(number).zfill(form[k]) + form[k + 1]
    return names


def unpack(packed):
    """Read what was packed in the plainest way; js/src/shared/unpack.js is held against numpy too."""
    result = {}
    for part, chunk in zip(packed.manifest["parts"], packed.chunks, strict=True):
        content = zlib.decompress(bytes_of(chunk))
        if part["type"] == "text":
            lines = content.decode().split("\n") if "forms" not in part and part["n"] else []
            result[part["name"]] = named(varying(content), part) if "forms" in part else lines
            continue
        width = part["width"]
        if "split" in part:
            behind, content = np.frombuffer(content[: part["n"]], np.uint8), content[part["n"] :]
        planes = np.frombuffer(content, dtype=np.uint8)[: width * part["n"]]
        planes = planes.reshape(width, part["n"])
        if "steps" not in part:
            result[part["name"]] = np.ascontiguousarray(planes.T).view(part["type"]).ravel()
            continue
        code = sum((plane.astype(np.int64) << (8 * k) for k, plane in enumerate(planes)), 0)
        code = code if width else varying(content)
        values = (code >> 1) ^ -(code & 1) if "signed" in part else code
        for _ in range(part["steps"]):
            values = np.cumsum(values)
        values = values.astype(np.uint32).astype(np.int32).astype(np.int64)
        if "split" in part:
            values = values * 10 ** part["digits"] + behind
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
    "counts": np.array([0.25, 3.5, 812.5, np.nan, -7.25, 12_345, 6_789, 99_999.45] * 9),
    "far apart": np.array([3, 70_000, 2, 90_000, 1, -5] * 40, dtype=np.int32),
    "numbered": [f"1kmN{3140 + k // 9}E0{400 + k * k % 97}-GM0{k % 7}" for k in range(200)],
    "two forms": ["a7", "0", "007", "x12-b", "a123456789012"] * 30,
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


@given(st.binary(max_size=40))
def test_bytes_come_back_from_letters_that_nothing_writes_otherwise(content):
    text = letters(content)
    assert bytes_of(text) == content
    assert json_script(text) == f'"{text}"'
    assert len(set(LETTERS)) == 85


@given(st.lists(st.text(st.sampled_from("09a\u00e9 -"), max_size=14), max_size=20))
def test_texts_come_back(values):
    assert unpack(pack({"a": values * 9}, meta={}))["a"] == values * 9


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
