"""The reference of records in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.declared.option import Each, Kind, OneOf, Option, Record

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEAD = "| key | what | value | if left out |\n|---|---|---|---|\n"


def reference(record: Record, *, head: str = "", skip: Iterable[Record] = ()) -> str:
    """Return a record as Markdown, and the records within it after it.

    Parameters
    ----------
    record
        What is described.
    head
        What the heading calls it; as a file does if empty.
    skip
        Records within it that stand elsewhere.
    """
    skip = tuple(skip)
    text = f"## {head or f'`{record.where}`'}\n\n{_sentence(record.meaning)}\n\n"
    rows = [item for item in record.options if not (_within(item) or isinstance(item.kind, OneOf))]
    if rows:
        text += _HEAD + "".join(_row(item) for item in rows) + "\n"
    for item in record.options:
        inner = _within(item)
        if inner is not None and inner not in skip:
            text += reference(inner, skip=skip)
        if isinstance(item.kind, OneOf):
            for word, one in item.kind.records.items():
                text += reference(one, head=f'`{one.where}` with `type = "{word}"`', skip=skip)
    return text


def _within(item: Option) -> Record | None:
    """Return the record that an option holds, or a list of."""
    if isinstance(item.kind, Each):
        return item.kind.record
    return item.kind if isinstance(item.kind, Record) else None


def _row(item: Option) -> str:
    """Return the row of an option."""
    more = f". {item.more}" if item.more else ""
    left_out = "needed" if item.needed else item.left_out or "-"
    return f"| `{item.name}` | {item.meaning}{more} | {_value(item)} | {left_out} |\n"


def _value(item: Option) -> str:
    """Return what a value may be."""
    if item.choices:
        return ", ".join(f"`{choice}`" for choice in item.choices)
    return f"{item.kind.said}{item.bounds()}" if isinstance(item.kind, Kind) else "a table"


def _sentence(text: str) -> str:
    """Return words with a capital letter and a full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
