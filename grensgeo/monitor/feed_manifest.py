"""The manifest of a feed: of what, by what and how it was made, so that it can be made again."""

from __future__ import annotations

import hashlib
import platform
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from grensgeo.errors import InputError
from grensgeo.monitor.package import json_bytes
from grensgeo.provenance import read_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from grensgeo.monitor.monitor_feed import MonitorFeed

#: Packages by whose version a figure or a file may differ.
_PACKAGES = ("geopandas", "numpy", "openpyxl", "pandas", "pyarrow", "pyogrio", "scipy", "shapely")
NAME = "manifest.json"


def manifest_bytes(
    feed: MonitorFeed, folder: Path, names: list[str], *, recipe: Mapping[str, Any] | None
) -> bytes:
    """Return the manifest of a feed.

    Parameters
    ----------
    feed
        The feed.
    folder, names
        Where its files are, and which.
    recipe
        How it is made again: the id of a ``study``, or ``reach`` and ``region``, files relative
        to the manifest; None where nobody knows.

    Returns
    -------
    bytes
        Sources (checksum, licence, reference date), notes by code, parameters, runs, version,
        environment, and the checksum of every file.
    """
    told: dict[str, Any] = {
        "kind": "monitor feed",
        **feed.provenance.to_dict(),
        "parameters": dict(feed.parameters),
        "runs": feed.runs.astype(object).where(feed.runs.notna(), None).to_dict("records"),
        "environment": {
            "python": ".".join(platform.python_version_tuple()[:2]),
            **{name: version(name) for name in _PACKAGES},
        },
        "files": {
            name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names
        },
    }
    if recipe is not None:
        told["recipe"] = dict(recipe)
    return json_bytes(told)


def read_recipe(path: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """Read how a feed is made again, and the checksums of its files.

    Parameters
    ----------
    path
        Its ``manifest.json``.

    Returns
    -------
    recipe, files
        The id of a study, or files relative to the manifest; checksums by name.

    Raises
    ------
    FileError
        If it cannot be read.
    InputError
        If it is not the manifest of a feed, or does not say how it was made.
    """
    told = read_json(path)
    recipe, files = told.get("recipe"), told.get("files")
    if told.get("kind") != "monitor feed" or not isinstance(files, dict):
        raise InputError("file-of-other-content", f"{path}: is not the manifest of a feed")
    if not isinstance(recipe, dict) or not ({"study", "reach"} & set(recipe)):
        raise InputError(
            "file-of-other-content",
            f"{path}: does not say how the feed was made; write it with grensgeo run or monitor",
        )
    return recipe, {str(name): str(code) for name, code in files.items()}


def differing(files: Mapping[str, str], folder: Path) -> list[str]:
    """Return the files of a folder that are missing or differ from their checksums."""
    found = []
    for name, code in sorted(files.items()):
        path = folder / name
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != code:
            found.append(name)
    return found
