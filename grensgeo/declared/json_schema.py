"""JSON Schemas of records, by which an editor completes and checks a file as it is written."""

from __future__ import annotations

from typing import Any

from grensgeo.declared.option import (
    ANY_NAMES,
    NAMES,
    NUMBER,
    TEXT,
    WHOLE,
    Each,
    OneOf,
    Option,
    Record,
)

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(record: Record, title: str) -> dict[str, Any]:
    """Return the JSON Schema of a file.

    Parameters
    ----------
    record
        What stands in the file.
    title
        What the file is.

    Returns
    -------
    dict
        For draft 2020-12, which Taplo and the extensions of editors for TOML read.
    """
    return {"$schema": _DRAFT, "title": title, **_of_record(record)}


def _of_record(record: Record, extra: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the schema of a table; keys that are not declared are none."""
    properties = dict(extra or {})
    properties |= {item.name: _of_option(item) for item in record.options}
    needed = [*(extra or ()), *(item.name for item in record.options if item.needed)]
    schema = {"type": "object", "description": record.meaning, "properties": properties}
    if needed:
        schema["required"] = needed
    return {**schema, "additionalProperties": False}


def _of_option(item: Option) -> dict[str, Any]:
    """Return the schema of one value."""
    left_out = f" (if left out: {item.left_out})" if item.left_out else ""
    said = {"description": f"{item.meaning}{left_out}"}
    kind = item.kind
    if isinstance(kind, Record):
        return {**_of_record(kind), **said}
    if isinstance(kind, Each):
        return {"type": "array", "items": _of_record(kind.record), **said}
    if isinstance(kind, OneOf):
        kinds = [_of_record(one, {"type": {"const": word}}) for word, one in kind.records.items()]
        return {"type": "array", "items": {"oneOf": kinds}, "minItems": 1, **said}
    schema = {**kind.schema, **said}
    if item.choices and kind in (NAMES, ANY_NAMES):
        schema["items"] = {"enum": list(item.choices)}
    elif item.choices and kind in (TEXT, WHOLE):
        schema["enum"] = list(item.choices)
    if kind in (NUMBER, WHOLE):
        bounds = {
            "exclusiveMinimum": item.above, "minimum": item.least, "maximum": item.most,
        }  # fmt: skip
        schema |= {name: value for name, value in bounds.items() if value is not None}
    if isinstance(item.default, (bool, int, float, str)):
        schema["default"] = item.default
    return schema
