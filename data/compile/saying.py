"""What the sample's networks assume and lack, from the words in notes.toml."""
# ruff: noqa: INP001 - scripts beside the data, not a package

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from grensgeo.notes import Note, stated
from grensgeo.words import LANGUAGES, Value, fill


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("notes.toml").read_text(encoding="utf-8"))


def say(name: str, *, like: str = "", concerns: tuple[str, ...] = (), **values: Value) -> Note:
    """Return a note on the sample, with its figures as each language writes them.

    Parameters
    ----------
    name
        A table of notes.toml.
    like
        The table whose words stand on a map, where several notes share them; its own if empty.
    concerns
        Modes or opportunities that it is about.
    values
        Its figures.
    """
    words, told = _words()[name], _words()[like or name]
    return stated(
        {language: fill(words[language], values, language) for language in LANGUAGES},
        brief=told.get("brief"),
        short=told.get("short"),
        concerns=concerns,
    )
