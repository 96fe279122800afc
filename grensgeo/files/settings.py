"""Files of settings: studies, scenarios, services."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from grensgeo.errors import FileError
from grensgeo.files.places import need_file

if TYPE_CHECKING:
    from pathlib import Path


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
        raise FileError(f"{path}: not a TOML file (nested too deeply)") from None
    except ValueError as error:  # of tomllib, of decoding, and of numbers with too many digits
        raise FileError(f"{path}: not a TOML file ({error})") from None
    except OSError as error:
        raise FileError(f"{path}: cannot be read ({error.strerror or error})") from None
