"""Mutations of files: of their bytes, and of what stands in them; every one follows from a seed."""

import io
import json
import random
import re
import zipfile

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

#: What stands in files that no one expects there.
ODD = (
    "", " ", "NaN", "nan", "NULL", "None", "-1", "0", "1e309", "-1e-320", "9" * 30, "1,5", "1.234.5",
    "١٢", "½", "=1+1", "'", '"', "\u202e", "\ufeff", "\ufffd", "é" * 300, "true", "2026-02-30",
    "24:60", "../../etc/passwd", "<script>", "%s%n", "{0}", "\\", "01", "1_000", "0x1F", "∞", "-0.0",
    "POINT EMPTY", "[[[[", "2147483648", "9223372036854775808", "1970-01-01", "99999-01-01",
)  # fmt: skip
ODD_VALUES = (None, "", "x", -1, 0, 1, 2**31, 2**63, 1e300, float("nan"), float("inf"), True, [], {},
              [[]], {"a": None}, "2026-13-01", [1, 2], "٣", -1.5)  # fmt: skip
ODD_TOML = ("[]", "{}", '""', "-1", "1e400", "nan", "inf", "true", "1979-05-27", "07:32:00", '"x"',
            "[[1, 2], [3]]", "[" * 200 + "]" * 200, "0x7fffffffffffffffff", "{ a = {} }",
            '"\\u0000"', '"NL"', "99999999")  # fmt: skip


def mutate(rng: random.Random, data: bytes, name: str) -> bytes:
    """Change a file in one to three ways: half of them in its bytes, half in what it holds."""
    for _ in range(rng.randint(1, 3)):
        kind = rng.choice(KINDS.get(name.rpartition(".")[2].lower(), (of_bytes,)))
        try:
            data = kind(rng, data)
        except Exception:  # noqa: BLE001 -- what was changed before is no such file any more
            data = of_bytes(rng, data)
    return data


def of_bytes(rng, data):
    """Flip, cut, double, splice or insert bytes."""
    if not data:
        return rng.randbytes(rng.randint(0, 40))
    at, end = sorted(rng.randrange(len(data) + 1) for _ in range(2))
    end = min(end, at + rng.choice((1, 4, 64, 4096)))
    piece = data[at:end]
    flipped = bytearray(data)
    for _ in range(rng.choice((1, 1, 3, 20))):
        flipped[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return rng.choice(
        (
            bytes(flipped),
            data[:at],
            data[:end] + piece * rng.choice((1, 2, 50)) + data[end:],
            data[:at] + data[rng.randrange(len(data) + 1) :],
            data[:at] + rng.randbytes(rng.choice((1, 2, 16))) + data[at:],
            data[:at] + data[end:],
            data[:at] + rng.choice(ODD).encode() + data[end:],
        )
    )


def of_lines(rng, data):
    """Change the lines and fields of a text, or how it is encoded."""
    text = data.decode("utf-8-sig")
    lines = text.splitlines()
    separator = max(",;\t", key=(lines or [""])[0].count)
    kind = rng.randrange(12)
    row = rng.randrange(len(lines))
    fields = lines[row].split(separator)
    field = rng.randrange(len(fields))
    if kind <= 3:
        fields[field] = rng.choice(ODD)
        lines[row] = separator.join(fields)
    elif kind == 4:
        del lines[row]
    elif kind == 5:
        lines.insert(rng.randrange(len(lines) + 1), lines[row])
    elif kind == 6:
        rng.shuffle(fields)
        lines[row] = separator.join(fields)
    elif kind == 7:
        lines[row] = separator.join(fields[:field])
    elif kind == 8:
        lines[row] += separator * rng.choice((1, 3)) + rng.choice(ODD)
    elif kind == 9:
        text = rng.choice(("\r", "\r\n", "\n\n")).join(lines)
        return text.encode(rng.choice(("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252")))
    elif kind == 10:
        column = field
        for k, line in enumerate(lines[1:], 1):
            parts = line.split(separator)
            if column < len(parts):
                parts[column] = rng.choice(ODD)
                lines[k] = separator.join(parts)
    else:
        lines = [line.replace(separator, rng.choice(";,\t|")) for line in lines]
    return "\n".join(lines).encode()


def of_json(rng, data):
    """Replace, remove or double a value anywhere in JSON."""
    tree = json.loads(data)
    spots = []

    def walk(node):
        for key in list(node) if isinstance(node, dict) else range(len(node)):
            spots.append((node, key))
            if isinstance(node[key], dict | list):
                walk(node[key])

    walk(tree)
    node, key = rng.choice(spots)
    kind = rng.randrange(5)
    if kind <= 2:
        node[key] = rng.choice(ODD_VALUES)
    elif kind == 3:
        del node[key]
    elif isinstance(node, list):
        node.append(node[key])
    else:
        node[rng.choice(ODD)] = node[key]
    if rng.random() < 0.02:
        return b'{"a":' * 3000 + b"1"
    return json.dumps(tree).encode()


def of_toml(rng, data):
    """Replace a value, a key or a line of TOML."""
    lines = data.decode().splitlines()
    row = rng.randrange(len(lines))
    kind = rng.randrange(6)
    if kind <= 2:
        at = [k for k, line in enumerate(lines) if "=" in line] or [row]
        row = rng.choice(at)
        key, _, _ = lines[row].partition("=")
        lines[row] = f"{key}= {rng.choice(ODD_TOML)}"
    elif kind == 3:
        del lines[row]
    elif kind == 4:
        lines.insert(row, rng.choice(lines))
    else:
        lines[row] = re.sub(
            r"[-\w.]+", lambda found: rng.choice((found[0], rng.choice(ODD))), lines[row]
        )
    return "\n".join(lines).encode()


def of_archive(rng, data):
    """Change, remove, rename or double a member of a zip, such as a feed or a workbook."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = rng.choice(list(members))
    kind = rng.randrange(8)
    if kind == 0:
        del members[name]
    elif kind == 1:
        members[rng.choice(ODD) or "x"] = members.pop(name)
    elif kind == 2:
        members[name] = of_bytes(rng, members[name])
    else:
        change = of_lines if name.endswith((".txt", ".csv")) else of_markup
        members[name] = change(rng, members[name])
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in members.items():
            archive.writestr(path, content)
    return out.getvalue()


def of_markup(rng, data):
    """Change an attribute, a text or an element of XML."""
    text = data.decode()
    spots = list(re.finditer(r'"[^"]*"|>[^<]+<|<[^>]+>', text))
    spot = rng.choice(spots)
    found = spot[0]
    if found.startswith("<"):
        fresh = rng.choice(("", found * 2, "<x>", found.replace("/", "")))
    else:
        fresh = found[0] + rng.choice(ODD) + found[-1]
    return (text[: spot.start()] + fresh + text[spot.end() :]).encode()


def of_frame(rng, frame):
    """Change the columns, rows, geometry or CRS of a layer or table in memory."""
    frame = frame.copy()
    column = rng.choice([name for name in frame.columns if name != "geometry"])
    row = rng.randrange(len(frame)) if len(frame) else 0
    kind = rng.randrange(12)
    if kind == 0:
        frame = frame.drop(columns=column)
    elif kind <= 3:
        frame[column] = frame[column].astype(object)
        frame.iloc[row, list(frame.columns).index(column)] = rng.choice(ODD)
        frame[column] = frame[column].astype(str)
    elif kind == 4:
        values = (np.nan, -1.0, 1e300, np.inf, 0.5, 2.0**40)
        frame[column] = [rng.choice(values) for _ in range(len(frame))]
    elif kind == 5:
        frame = (
            frame.iloc[:0] if rng.random() < 0.3 else pd.concat([frame, frame.iloc[row : row + 1]])
        )
    elif kind == 6:
        frame = frame.rename(columns={column: rng.choice(ODD) or "x"})
    elif kind == 7:
        frame = frame.set_index(column)
    elif isinstance(frame, gpd.GeoDataFrame):
        shapes = frame.geometry.to_numpy().copy()
        shapes[row] = rng.choice(ODD_SHAPES)
        crs = rng.choice((frame.crs, frame.crs, None, 28992, 3857))
        frame = frame.set_geometry(gpd.GeoSeries(list(shapes), index=frame.index)).set_crs(
            crs, allow_override=True
        )
    return frame


ODD_SHAPES = (
    None, shapely.Point(), shapely.Point(1e9, 1e9), shapely.Point(52.2, 6.9), shapely.Polygon(),
    shapely.Point(6.9, 52.2), shapely.MultiPoint([(6.9, 52.2), (7, 52)]), shapely.box(0, 0, 1, 1),
    shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)]), shapely.LineString([(0, 0), (1, 1)]),
    shapely.GeometryCollection([shapely.Point(0, 0)]), shapely.Point(200, 95),
    shapely.Point(6.9, 52.2, 10.0), shapely.LineString([(6.9, 52), (6.9, 53)]),
)  # fmt: skip
KINDS = {
    **dict.fromkeys(("csv", "txt", "tsv"), (of_bytes, of_lines, of_lines)),
    **dict.fromkeys(("json", "geojson"), (of_bytes, of_json, of_json)),
    "toml": (of_bytes, of_toml, of_toml),
    **dict.fromkeys(("zip", "xlsx"), (of_bytes, of_archive, of_archive)),
    "osm": (of_bytes, of_markup, of_markup),
}
