"""The side file of a table: for each column its type, unit and meaning, as a Table Schema.

CSV has no types: whoever opens ``05554020`` in a spreadsheet sees 5554020. The manifest beside a
file says what is text, in the words of the declaration.

Source: Frictionless Standards, Table Schema (fields, types, missingValues).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grensgeo.schema import feed_tables, inputs, results
from grensgeo.schema.table import Table

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.schema.table import Column

_TYPES = {"b": "boolean", "i": "integer", "u": "integer", "f": "number", "M": "datetime"}
_TABLES = tuple(
    value
    for room in (results, inputs, feed_tables)
    for value in vars(room).values()
    if isinstance(value, Table)
)


def side_schema(frame: pd.DataFrame) -> dict[str, Any]:
    """Describe the columns of a table that is written.

    Parameters
    ----------
    frame
        The table; its geometry is left out.

    Returns
    -------
    dict
        A Table Schema, ready for JSON: of each column the name and type, and where it is declared
        the unit and the meaning.

    Examples
    --------
    >>> import pandas as pd
    >>> side_schema(pd.DataFrame({"region_code": ["05554020"], "count": [3.0]}))["fields"][0]
    {'name': 'region_code', 'type': 'string'}
    """
    declared = {column.name: column for column in _declared(frame)}
    fields = []
    for label, dtype in zip(frame.columns, frame.dtypes, strict=True):
        name = str(label)
        if str(dtype) == "geometry":
            continue
        column = declared.get(name)
        told = _TYPES.get(dtype.kind, "string") if column is None else column.kind
        field: dict[str, Any] = {"name": name, "type": told}
        if column is not None:
            field["description"] = column.meaning
            if column.unit:
                field["unit"] = column.unit
        fields.append(field)
    return {"fields": fields, "missingValues": [""]}


def _declared(frame: pd.DataFrame) -> tuple[Column, ...]:
    """Return the columns of the declared table that a frame is, as far as its names tell."""
    names = set(map(str, frame.columns))
    fitting = [
        table
        for table in _TABLES
        if all(column.name in names for column in table.columns if column.required)
    ]
    best = max(fitting, key=lambda table: len(table.columns), default=None)
    return () if best is None else best.columns
