"""Tables of Eurostat as JSON-stat 2.0, and employment by NUTS 3 region."""

from __future__ import annotations

import re
from itertools import product
from math import prod
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.countries import ISO_3166, country_written
from grensgeo.errors import FileError, InputError, some
from grensgeo.provenance import read_json
from grensgeo.schema import FACTS
from grensgeo.statistics.plausible import region_size_faults
from grensgeo.statistics.published import refuse

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

_NUTS3 = re.compile(r"[A-Z]{2}[0-9A-Z]{3}")
#: Persons that a figure of a unit stands for. Source: Eurostat, code list UNIT.
_UNITS = {"THS": 1000.0, "THS_PER": 1000.0, "PER": 1.0, "NR": 1.0}
#: The most cells that a table may have.
_MOST_CELLS = 20_000_000


def read_jsonstat(path: str | Path) -> pd.DataFrame:
    """Read a table of JSON-stat as rows: a column a dimension, the value and its flag.

    Parameters
    ----------
    path
        JSON file of one data set, version 2.0.

    Returns
    -------
    DataFrame
        A row for each cell of the table, those without a figure too: its codes by dimension,
        ``value`` (NaN where there is none: missing is not 0) and ``status`` (empty if there is no
        flag).

    Raises
    ------
    FileError
        If the file is missing, is not JSON or no data set.
    InputError
        If dimensions, sizes and values do not fit each other.
    """
    import numpy as np
    import pandas as pd

    file = Path(path)
    data = read_json(file)
    names, sizes = data.get("id"), data.get("size")
    if not isinstance(names, list) or not isinstance(sizes, list) or "value" not in data:
        said = data.get("error") or data.get("label") or sorted(data)
        raise FileError(
            "file-of-other-content", f"{file}: no data set of JSON-stat ({str(said)[:200]})"
        )
    codes = [_codes(data, str(name), file) for name in names]
    if [len(one) for one in codes] != sizes or prod(sizes) > _MOST_CELLS:
        raise InputError(
            "columns-not-as-published",
            f"{file}: dimensions {names} have {[len(one) for one in codes]} codes, and are said "
            f"to have {sizes}",
        )
    n = prod(sizes)
    values = np.full(n, np.nan)
    for at, value in _cells(data["value"], n, file):
        values[at] = np.nan if value is None else _number(value, at, file)
    status = np.full(n, "", dtype=object)
    flags = data.get("status") or {}  # one text alone is every cell's
    for at, flag in _cells([flags] * n if isinstance(flags, str) else flags, n, file):
        status[at] = str(flag or "")
    frame = pd.DataFrame(list(product(*codes)), columns=[str(name) for name in names])
    frame["value"], frame["status"] = values, status
    frame.attrs["updated"] = str(data.get("updated", ""))
    return frame


def _codes(data: Mapping[str, Any], name: str, file: Path) -> list[str]:
    """Return the codes of a dimension, in their order."""
    try:
        index = data["dimension"][name]["category"].get("index")
        if index is None:  # of one code the label alone may be given
            index = list(data["dimension"][name]["category"]["label"])
        if isinstance(index, dict):
            return sorted(index, key=lambda code: int(index[code]))
        return [str(code) for code in index]
    except (KeyError, TypeError, ValueError, AttributeError):
        raise FileError(
            "file-of-other-content", f"{file}: the codes of dimension {name} are missing"
        ) from None


def _cells(values: Any, n: int, file: Path) -> list[tuple[int, Any]]:  # noqa: ANN401 - JSON
    """Return positions and values, of a list or of a mapping that leaves out what is missing."""
    try:
        pairs = enumerate(values) if isinstance(values, list) else values.items()
        found = [(int(at), value) for at, value in pairs]
    except (AttributeError, TypeError, ValueError):
        found = [(-1, None)]
    if any(not 0 <= at < n for at, _ in found):
        raise InputError(
            "columns-not-as-published", f"{file}: values stand at places outside the {n} cells"
        )
    return found


def _number(value: Any, at: int, file: Path) -> float:  # noqa: ANN401 - JSON
    """Return a cell's figure."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InputError(
            "not-a-number", f"{file}: the value at place {at} is {value!r}, no number"
        )
    return float(value)


def read_eurostat_employment(
    path: str | Path,
    *,
    period: str | int | None = None,
    where: Mapping[str, str] | None = None,
    source_id: str = "eurostat-nama_10r_3empers",
) -> pd.DataFrame:
    """Read employment by NUTS 3 region (nama_10r_3empers).

    Parameters
    ----------
    path
        JSON-stat, as it was downloaded.
    period
        Year; it may be left out where there is one.
    where
        Code of each further dimension of which there are several.
    source_id
        Source in the catalogue.

    Returns
    -------
    DataFrame
        As :data:`grensgeo.schema.FACTS`, one row a region of NUTS 3 in order: persons employed at
        the place of work, employed or self-employed (``job_concept`` ``eurostat_employment``).
        Coarser regions are left out. A figure is rounded to the last digit that the file has; a
        region without one is there, with its flag or ``blank`` as ``marker``.

    Raises
    ------
    FileError
        If the file is missing or no data set of JSON-stat.
    InputError
        If there are several years or kinds and none is chosen, the unit is no number of persons,
        no region is of NUTS 3, or a figure is negative.
    """
    import numpy as np
    import pandas as pd

    file = Path(path)
    frame = read_jsonstat(file)
    for name in ("geo", "time"):
        if name not in frame:
            raise InputError("column-missing", f"{file}: no dimension {name}")
    wanted = dict(where or {}) | ({} if period is None else {"time": str(period)})
    rest = [name for name in frame.columns if name not in ("geo", "value", "status")]
    for name in rest:
        codes = list(dict.fromkeys(frame[name]))
        code = wanted.get(name) or (codes[0] if len(codes) == 1 else None)
        if code not in codes:
            there = f"{file}: {name} has {some(codes, most=12)}; choose one with"
            if name == "time":
                raise InputError("year-not-in-file", f"{there} period=")
            raise InputError("column-not-clear", f"{there} where={{{name!r}: ...}}")
        frame = frame[frame[name] == code]
    unit = str(frame["unit"].iloc[0]) if "unit" in frame and len(frame) else "THS"
    if unit not in _UNITS:
        raise InputError(
            "not-counts",
            f"{file}: unit is {unit}, no number of persons; take one of {some(_UNITS)}",
        )
    frame = frame[frame["geo"].str.fullmatch(_NUTS3)]
    if frame.empty:
        raise InputError("nothing-in-area", f"{file}: no region of NUTS 3; ask for geoLevel=nuts3")
    count = frame["value"].to_numpy(dtype="float64") * _UNITS[unit]
    if (count < 0).any():
        raise InputError(
            "negative-or-infinite", f"{file}: negative figures of {some(frame['geo'][count < 0])}"
        )
    named = frame.set_index("geo")
    refuse(file, region_size_faults(pd.Series(count, index=named.index.rename("region"))))
    strange = [c for c in named.index if country_written(c[:2]) not in ISO_3166]
    if strange:
        raise InputError(
            "code-malformed", f"{file}: regions of no country: {some(strange)}; fetch it again"
        )
    half = _UNITS[unit] * 10.0 ** -_decimals(frame["value"]) / 2 if unit.startswith("THS") else 0.0
    known = np.isfinite(count)
    table = frame[["geo"]].rename(columns={"geo": "region_code"})
    table["opportunity"] = "jobs"
    table["count"] = count
    table["lower"] = np.where(known, np.maximum(count - half, 0.0), 0.0)
    table["upper"] = count + half
    flags = frame["status"].where(frame["status"] != "", "blank")
    table["marker"] = flags.where(~known, None).to_numpy()
    table["job_concept"] = "eurostat_employment"
    table["reference_date"] = frame["time"].iloc[0]
    table["source_id"] = source_id
    table = table[[column.name for column in FACTS.columns]]
    return FACTS.check(table.sort_values("region_code", ignore_index=True), where=str(file))


def _decimals(values: pd.Series) -> int:
    """Return how many decimals the figures have; one at least, as a whole number tells nothing."""
    texts = [f"{value:.6f}".rstrip("0") for value in values.dropna()]
    return max([1, *(len(text.partition(".")[2]) for text in texts)])
