"""The reference of records in Markdown."""

from __future__ import annotations

from grensgeo.declared.option import ANY_NAMES, NAMES, Each, Kind, OneOf, Option, Record

_HEAD = "| key | what | value | if left out |\n|---|---|---|---|\n"


def reference(record: Record, *, head: str = "") -> str:
    """Return a record as Markdown, and the records within it after it.

    Parameters
    ----------
    record
        What is described.
    head
        What the heading calls it; as a file does if empty.
    """
    text = f"## {head or f'`{record.where}`'}\n\n{_sentence(record.meaning)}\n\n"
    rows = [item for item in record.options if not (_within(item) or isinstance(item.kind, OneOf))]
    if rows:
        text += _HEAD + "".join(_row(item) for item in rows) + "\n"
    for item in record.options:
        inner = _within(item)
        if inner is not None:
            text += reference(inner)
        if isinstance(item.kind, OneOf):
            for word, one in item.kind.records.items():
                text += reference(one, head=f'`{one.where}` with `type = "{word}"`')
    return text


def _within(item: Option) -> Record | None:
    """Return the record that an option holds, or a list of."""
    inner = item.kind.record if isinstance(item.kind, Each) else item.kind
    return inner if isinstance(inner, Record) and not inner.said else None


def _row(item: Option) -> str:
    """Return the row of an option."""
    more = f". {item.more}" if item.more else ""
    left_out = "needed" if item.needed else item.left_out or "-"
    return f"| `{item.name}` | {item.meaning}{more} | {_value(item)} | {left_out} |\n"


def _value(item: Option) -> str:
    """Return what a value may be."""
    if item.choices:
        words = ", ".join(f"`{choice}`" for choice in item.choices)
        return f"a list of {words}" if item.kind in (NAMES, ANY_NAMES) else words
    return f"{item.kind.said}{item.bounds()}" if isinstance(item.kind, (Kind, Record)) else ""


def _sentence(text: str) -> str:
    """Return words with a capital letter and a full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
