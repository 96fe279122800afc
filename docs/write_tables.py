"""Write docs/tables.md from the declared tables, so that it cannot drift from the code."""

from pathlib import Path

from grensgeo import schema


def main() -> None:
    """Write every public table as Markdown."""
    tables = [value for value in vars(schema).values() if isinstance(value, schema.Table)]
    parts = ["# Tables\n", "Written by `make docs` from `grensgeo/schema/`.\n"]
    for table in tables:
        key = f"Key: {', '.join(table.key)}. " if table.key else ""
        shape = f"Geometry: {' or '.join(table.geometry)}." if table.geometry else ""
        parts.append(f"## {table.name}\n\n{key}{shape}\n\n{table.describe()}")
    Path(__file__).with_name("tables.md").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    main()
