"""Print the JSON Schema of a file that a person writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from grensgeo.cli.command import Command

if TYPE_CHECKING:
    import argparse

    from grensgeo.declared import Record

#: What has a schema.
NAMES = (
    "region", "study", "scenario", "question", "candidates", "trip", "monitor", "catalogue",
    "sources", "costs",
)  # fmt: skip


def declared_records() -> dict[str, Record]:
    """Return every record that has a schema and a reference, by name."""
    from grensgeo.costs.cost_options import costs_record
    from grensgeo.fetch.catalogue import CATALOGUE
    from grensgeo.fetch.entries import source_record
    from grensgeo.questions.question_options import question_record
    from grensgeo.scenario.candidate_file import candidates_record
    from grensgeo.scenario.scenario_file import scenario_record
    from grensgeo.spec.region_options import region_record
    from grensgeo.study.study_options import MONITOR, study_record
    from grensgeo.traveltimes.trip_options import trip_record

    records = (
        region_record(), study_record(), scenario_record(), question_record(),
        candidates_record(), trip_record(), MONITOR, CATALOGUE, source_record(),
        costs_record(),
    )  # fmt: skip
    return dict(zip(NAMES, records, strict=True))


def schema_text(name: str) -> str:
    """Return the JSON Schema of a record as text.

    Parameters
    ----------
    name
        One of :data:`NAMES`.
    """
    from grensgeo.declared.json_schema import json_schema

    found = json_schema(declared_records()[name], f"grensgeo: {name}")
    return json.dumps(found, indent=1, ensure_ascii=False) + "\n"


def _schema_options(command: argparse.ArgumentParser) -> None:
    """Add the options of ``schema``."""
    command.add_argument("name", choices=NAMES, metavar="NAME", help=", ".join(NAMES))


def schema(arguments: argparse.Namespace) -> int:
    """Print a schema."""
    print(schema_text(arguments.name), end="")
    return 0


COMMANDS = (
    Command(
        "schema",
        "the JSON Schema of a file, for an editor",
        "Print the JSON Schema by which an editor completes and checks a file as it is written; "
        "docs/schema/ holds them too.",
        _schema_options,
        schema,
    ),
)
