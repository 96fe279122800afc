"""Files of settings: studies, scenarios, services."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from grensgeo.declared.record_reader import RecordReader
from grensgeo.declared.toml_lines import toml_lines
from grensgeo.errors import FileError
from grensgeo.files.places import need_file

if TYPE_CHECKING:
    from pathlib import Path

    from grensgeo.declared import Record


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file.

    Parameters
    ----------
    path
        The file, in UTF-8.

    Returns
    -------
    dict
        What it says.

    Raises
    ------
    FileError
        If it is missing, cannot be read or is not TOML.
    """
    need_file(path)
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except RecursionError:
        raise FileError("syntax-wrong", f"{path}: not a TOML file (nested too deeply)") from None
    except ValueError as error:  # of tomllib, of decoding, and of numbers with too many digits
        raise FileError("syntax-wrong", f"{path}: not a TOML file ({error})") from None
    except OSError as error:
        raise FileError(
            "file-unreadable", f"{path}: cannot be read ({error.strerror or error})"
        ) from None


def read_record(path: Path, record: Record, *, where: str) -> tuple[RecordReader, dict[str, Any]]:
    """Read a TOML file that is declared as a record.

    Parameters
    ----------
    path
        The file, in UTF-8.
    record
        What may stand in it.
    where
        What faults call its top.

    Returns
    -------
    RecordReader
        What is wrong with it, so that more can be added before it is raised.
    dict
        The values that are as declared.

    Raises
    ------
    FileError
        If it is missing, cannot be read or is not TOML.
    """
    data = read_toml(path)
    reader = RecordReader(toml_lines(path.read_text(encoding="utf-8-sig")))
    return reader, reader.take(record, data, where=where)
