"""By which rules something was made: the text of the package, and the libraries beneath it."""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

#: Libraries whose versions can change a figure or the bytes of a file.
_LIBRARIES: Final = (
    "geopandas", "grensgeo", "jinja2", "numba", "numpy", "pandas", "pyarrow", "pyproj", "scipy",
    "shapely",
)  # fmt: skip
#: What is no rule: modules and kernels as they are compiled, and the sample that a wheel brings.
_NO_TEXT: Final = (".pyc", ".so", ".nbi", ".nbc")
_NO_CODE: Final = ("sample",)


@cache
def code_sum(*, without: tuple[str, ...] = (), but: tuple[str, ...] = ()) -> str:
    """Return the checksum of the package's texts, the libraries' versions and the machine's kind.

    Parameters
    ----------
    without
        Rooms, or modules of them, that have no part in what is made, such as ``cli``.
    but
        Modules of these rooms that have.

    Returns
    -------
    str
        The same as long as the same is made of the same.
    """
    package = Path(__file__).parents[1]
    whole = hashlib.sha256()
    for path in texts(package):
        name = path.relative_to(package).as_posix()
        if _is_in(name, without) and not _is_in(name, but):
            continue
        whole.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    for name in _LIBRARIES:
        try:
            whole.update(f"{name} {version(name)} ".encode())
        except PackageNotFoundError:
            whole.update(f"{name} - ".encode())
    whole.update(f"{platform.machine()} {'.'.join(platform.python_version_tuple()[:2])}".encode())
    return whole.hexdigest()


def texts(package: Path) -> list[Path]:
    """Return the files of a package that say what is done, whatever was compiled beside them."""
    return [
        path
        for path in sorted(package.rglob("*"))
        if path.suffix not in _NO_TEXT
        and not _is_in(path.relative_to(package).as_posix(), _NO_CODE)
        and path.is_file()
    ]


def _is_in(name: str, rooms: tuple[str, ...]) -> bool:
    """Return whether a file is one of some rooms and modules."""
    return any(name == room or name.startswith(f"{room}/") for room in rooms)
