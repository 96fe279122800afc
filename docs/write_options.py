"""Write docs/options.md and docs/schema/ from what is declared, so that they cannot drift."""

from pathlib import Path

from grensgeo.cli.schema_command import NAMES, declared_records, schema_text
from grensgeo.declared.reference import reference

HEAD = """# Options

Written by `make docs` from where each is declared: the same declarations make the readers of files
and the options of commands. Other keys are faults, and every fault of a file is told at once.

An editor with a language server for TOML (Taplo, Even Better TOML) completes and checks a file
whose first line names its schema: `#:schema study.json`, the path of what
`grensgeo schema study > study.json` wrote. [schema/](schema) holds them all.

A key of a trip (`[[trips]]`) is an option of the commands too, with hyphens: `max_snap_m` is
`--max-snap-m`. `foreign_routing = false` is `--domestic-routing`, and `--delays` may name a table
of your own.
"""


def options_text() -> str:
    """Return the reference of all options as Markdown."""
    records = declared_records()
    heads = {
        "region": "Region",
        "study": "Study",
        "scenario": "Scenario",
        "question": "Question",
        "candidates": "Candidates",
        "catalogue": "Sources of a data set",
        "sources": "Catalogue of sources to fetch",
        "costs": "Costs",
    }
    parts = [reference(records[name], head=head) for name, head in heads.items()]
    return HEAD + "\n" + "".join(parts).rstrip() + "\n"


def main() -> None:
    """Write the reference and the schemas."""
    docs = Path(__file__).parent
    (docs / "options.md").write_text(options_text(), encoding="utf-8")
    (docs / "schema").mkdir(exist_ok=True)
    for name in NAMES:
        (docs / "schema" / f"{name}.json").write_text(schema_text(name), encoding="utf-8")


if __name__ == "__main__":
    main()
