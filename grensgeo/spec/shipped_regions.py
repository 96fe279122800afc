"""Region's files that come with the package, by name."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from grensgeo.declared.option import nearest
from grensgeo.errors import FileError, InputError


def shipped_regions() -> dict[str, str]:
    """Return the text of each region's file that is shipped, by its name.

    Examples
    --------
    >>> "twente-muensterland" in shipped_regions()
    True
    """
    return {name: path.read_text(encoding="utf-8") for name, path in _shipped().items()}


def shipped_sample() -> Path:
    """Return the folder of the sample: within the package, or beside it in its repository.

    Raises
    ------
    FileError
        If this installation has none.
    """
    inside = Path(str(files("grensgeo"))) / "sample"
    for folder in (inside, inside.parents[1] / "data" / "sample"):
        if (folder / "study.toml").is_file():
            return folder
    raise FileError(
        "folder-missing", f"{inside}: this installation came without the sample; install a wheel"
    )


def region_path(region: str | Path) -> Path:
    """Return a region's file: one of one's own, or one that is shipped.

    Parameters
    ----------
    region
        A file, or the name of one that is shipped.

    Raises
    ------
    InputError
        If it is neither a TOML file nor such a name.

    Examples
    --------
    >>> region_path("region.toml").name, region_path("euregio").name
    ('region.toml', 'euregio.toml')
    """
    path = Path(region)
    if path.suffix == ".toml":
        return path
    known = _shipped()
    if str(region) not in known:
        raise InputError(
            "name-unknown",
            f"{region}: neither a region's file (.toml) nor one of {', '.join(known)}"
            f"{nearest(str(region), known)}",
        )
    return known[str(region)]


def raw_beside(region: str | Path) -> Path:
    """Return the folder of raw files of a region if none is named: beside its file.

    Parameters
    ----------
    region
        As :func:`region_path`; of a name it is here.
    """
    path = Path(region)
    return (path.parent if path.suffix == ".toml" else Path()) / "raw"


def _shipped() -> dict[str, Path]:
    """Return the files that are shipped, by name."""
    folder = Path(str(files("grensgeo.spec").joinpath("regions")))
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}
