"""The file of candidates: scenarios that may be taken, each with what it costs."""

from __future__ import annotations

from pathlib import Path

from grensgeo.declared import FILE, NUMBER, Each, Option, Record
from grensgeo.errors import GrensgeoError, InputError
from grensgeo.files import read_record
from grensgeo.scenario.best import Candidate
from grensgeo.scenario.scenario_file import read_scenario


def candidates_record() -> Record:
    """Return the declaration of a file of candidates."""
    one = Record(
        "[[candidates]]",
        "a measure that may be taken",
        (
            Option("file", FILE, "file of the scenario, beside this one"),
            Option("cost", NUMBER, "what it costs, in the unit of the budget", least=0),
        ),
    )
    return Record(
        "the file of candidates",
        "measures of which the best are chosen for a budget",
        (Option("candidates", Each(one), "the measures, each of another name"),),
    )


def read_candidates(path: str | Path) -> list[Candidate]:
    """Read candidates from a TOML file.

    Parameters
    ----------
    path
        A file with one ``[[candidates]]`` for each: ``file`` and ``cost``.

    Returns
    -------
    list of Candidate
        In the order of the file.

    Raises
    ------
    FileError
        If there is no such file, or it is not TOML.
    InputError
        With every fault of it and of the scenarios at once.
    """
    path = Path(path)
    reader, data = read_record(path, candidates_record(), where="the file of candidates")
    found = []
    for number, values in enumerate(data.get("candidates", [])):
        if {"file", "cost"} <= set(values):
            try:
                scenario = read_scenario(path.parent / str(values["file"]))
                found.append(Candidate(scenario, float(values["cost"])))
            except GrensgeoError as error:
                where = f"candidate {number + 1}"
                reader.place(error.at(where), ("candidates", number, "file"))
    if reader.faults:
        raise InputError.of(reader.faults, where=str(path))
    return found
