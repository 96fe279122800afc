"""The file of a scenario: what may stand in it, and how it is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo.declared import ANY_NAMES, FILE, TEXT, OneOf, Option, Record, titles
from grensgeo.errors import GrensgeoError, InputError
from grensgeo.files import read_record
from grensgeo.scenario.kinds import modification_kinds
from grensgeo.scenario.plan import Scenario, name_faults

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.scenario.modification import Modification

_HEAD = Record(
    "[scenario]",
    "what the scenario is called",
    (
        Option(
            "name", TEXT,
            "short name for files and tables, of small letters, digits and single hyphens",
        ),
        Option("title", titles("[scenario.title]"), "title by language"),
        Option(
            "extends", ANY_NAMES, "files of scenarios, beside this one, whose modifications come "
            "first", default=(), absent="none",
        ),
    ),
)  # fmt: skip


def scenario_record() -> Record:
    """Return the declaration of a scenario's file, with every kind of modification."""
    kinds = {word: kind.record() for word, kind in modification_kinds().items()}
    applied = "changes that are applied one after the other to a copy of the network"
    return Record(
        "the file",
        "a scenario: a name, titles in three languages, and modifications",
        (
            Option("scenario", _HEAD, "what the scenario is called"),
            Option(
                "modifications",
                OneOf("modification", kinds),
                applied,
                default=(),
                absent="with `extends` none",
            ),
        ),
    )


def read_scenario(path: str | Path) -> Scenario:
    """Read a scenario from a TOML file.

    Parameters
    ----------
    path
        A file with a table ``[scenario]`` and one ``[[modifications]]`` for each modification;
        docs/options.md lists the keys of every kind.

    Returns
    -------
    Scenario
        The scenario.

    Raises
    ------
    FileError
        If there is no such file, or none that it names, or one is not TOML.
    InputError
        With every fault of the file at once: unknown or missing keys, values of another
        type or out of bounds.

    Examples
    --------
    >>> scenario = read_scenario("data/sample/scenarios/rb64-half-hourly.toml")
    >>> scenario.name, scenario.modifications[0].describe()
    ('rb64-half-hourly', 'line RB64 every 30 min')
    """
    return _read(Path(path), ())


def _read(path: Path, within: tuple[Path, ...]) -> Scenario:
    """Read a scenario that others are read within, because they extend it."""
    if path.resolve() in within:
        chain = " > ".join(one.name for one in (*within, path))
        raise InputError("scenario-extends-itself", f"{path}: extends itself ({chain})")
    reader, data = read_record(path, scenario_record(), where="the file")
    kinds = modification_kinds()
    made: list[Modification] = []
    for name in data.get("scenario", {}).get("extends", ()):
        try:
            made += _read(path.parent / name, (*within, path.resolve())).modifications
        except GrensgeoError as error:
            reader.place(error.at("extends"), ("scenario", "extends"))
    for number, values in enumerate(data.get("modifications", [])):
        at, where = ("modifications", number), f"modification {number + 1}"
        if values and reader.hold(kinds[values["type"]].record(), values, at, where=where):
            try:
                made.append(_made(kinds, values, path.parent))
            except GrensgeoError as error:
                reader.place(error.at(where), at)
    head = data.get("scenario", {})
    if "name" in head:
        reader.place(name_faults(head["name"]), ("scenario", "name"))
    if not reader.faults:
        try:
            return Scenario(head["name"], tuple(made), title=head["title"])
        except InputError as error:
            reader.place(error.faults, ("scenario",))
    raise InputError.of(reader.faults, where=str(path))


def _made(
    kinds: Mapping[str, type[Modification]], values: Mapping[str, object], folder: Path
) -> Modification:
    """Return a modification of the values that were read; files lie beside the scenario."""
    kind = kinds[str(values["type"])]
    files = {item.name for item in kind.record().options if item.kind is FILE}
    return kind(
        **{
            name: folder / str(value) if name in files else value
            for name, value in values.items()
            if name != "type"
        }
    )
