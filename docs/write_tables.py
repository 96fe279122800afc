"""Write docs/tables.md from the declared tables, so that it cannot drift from the code."""

from pathlib import Path

from grensgeo import schema

CSV = """In CSV files an empty field is missing. A text that a spreadsheet would run as a formula
(it begins with `=`, `+`, `-`, `@` or a tab, and is no number) has an apostrophe before it, which
the readers here take away again. The manifest beside a table (`NAME.manifest.json`) describes its
columns under `schema`, as a Table Schema of Frictionless: `05554020` is text there, no number.
"""


def main() -> None:
    """Write every public table as Markdown."""
    tables = [value for value in vars(schema).values() if isinstance(value, schema.Table)]
    parts = ["# Tables\n", "Written by `make docs` from `grensgeo/schema/`.\n", CSV]
    for table in tables:
        key = f"Key: {', '.join(table.key)}. " if table.key else ""
        shape = f"Geometry: {' or '.join(table.geometry)}." if table.geometry else ""
        parts.append(f"## {table.name}\n\n{key}{shape}\n\n{table.describe()}")
    Path(__file__).with_name("tables.md").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
