"""Speeds that somebody measured, by OSM way: read, checked and laid over the speed table.

A file names ways and gives either a speed (``way_id, speed_kmh``) or a share of the free-flow
speed (``way_id, factor``), and with a column ``direction`` (``forward`` or ``backward`` along the
way as OSM draws it, ``both``) for one direction only. The columns of r5r's congestion tables
(``osm_id, max_speed, speed_type`` with ``km/h`` or ``scale``) are read as they are.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from grensgeo.errors import Fault, GrensgeoWarning, InputError, some
from grensgeo.files import open_table
from grensgeo.files.spoilt import doubt
from grensgeo.modes import mode_bit
from grensgeo.notes import Note

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.arrays import Flags, Floats, Longs
    from grensgeo.network.contents import Streets


DIRECTIONS: Final = ("both", "forward", "backward")
#: Nothing that drives on roads is measured faster than this on the mean; nor is a share of the
#: free-flow speed above 2 one of a speed.
HIGHEST_KMH: Final = 250.0
HIGHEST_FACTOR: Final = 2.0


@dataclass(frozen=True, eq=False)
class ObservedSpeeds:
    """Measured speeds of cars on each edge, NaN where nothing was measured.

    Attributes
    ----------
    forward_kmh, backward_kmh
        float64 (n_edges,): speed driven tail to head and head to tail.
    forward_factor, backward_factor
        float64 (n_edges,): share of the free-flow speed, for edges without a speed.
    """

    forward_kmh: Floats
    backward_kmh: Floats
    forward_factor: Floats
    backward_factor: Floats

    def __post_init__(self) -> None:
        """Check that all are above zero, and freeze the arrays."""
        for item in fields(self):
            values = getattr(self, item.name)
            given = values[~np.isnan(values)]
            if not (np.isfinite(given) & (given > 0)).all():
                raise InputError(
                    "out-of-range", f"observed speeds: {item.name} is not above zero everywhere"
                )
            values.setflags(write=False)

    def applied(self, way: int, free_kmh: Floats, driven_kmh: Floats) -> Floats:
        """Return the speeds of one direction, the measured ones in the place of others.

        Parameters
        ----------
        way
            0 tail to head, 1 head to tail.
        free_kmh
            float64 (n_edges,): free-flow speeds.
        driven_kmh
            float64 (n_edges,): speeds where nothing was measured.

        Returns
        -------
        ndarray
            float64 (n_edges,): km/h.
        """
        speed, factor = (
            (self.forward_kmh, self.forward_factor),
            (self.backward_kmh, self.backward_factor),
        )[way]
        result = np.where(np.isnan(factor), driven_kmh, free_kmh * factor)
        return np.where(np.isnan(speed), result, speed)


def read_observed_speeds(path: str | Path) -> pd.DataFrame:
    """Read a file of observed speeds.

    Parameters
    ----------
    path
        CSV or Parquet with ``way_id`` and ``speed_kmh`` or ``factor``, optionally ``direction``;
        or with ``osm_id, max_speed, speed_type`` as r5r has them.

    Returns
    -------
    DataFrame
        ``way_id`` (int64), ``direction``, ``speed_kmh``, ``factor``: of the last two one is NaN.

    Raises
    ------
    FileError
        If the file is missing or is not what its name says.
    InputError
        With every row that cannot be true at once.
    """
    return check_observed_speeds(read_ways(path), where=str(path))


def read_ways(path: str | Path) -> pd.DataFrame:
    """Read a table of ways as it stands.

    Parameters
    ----------
    path
        CSV or Parquet.

    Returns
    -------
    DataFrame
        The file's columns.

    Raises
    ------
    FileError
        If the file is missing or is not what its name says.
    InputError
        If its name ends otherwise.
    """
    return open_table(Path(path))


def check_observed_speeds(frame: pd.DataFrame, *, where: str = "observed speeds") -> pd.DataFrame:
    """Check a table of observed speeds and bring it into one form.

    Parameters
    ----------
    frame
        As :func:`read_observed_speeds` reads it.
    where
        Name for error messages.

    Returns
    -------
    DataFrame
        As :func:`read_observed_speeds` gives it.

    Raises
    ------
    InputError
        With every row that cannot be true at once; rows are counted from 1.

    Examples
    --------
    >>> import pandas as pd
    >>> check_observed_speeds(pd.DataFrame({"way_id": [7], "speed_kmh": [31]}))
       way_id direction  speed_kmh  factor
    0       7      both       31.0     NaN
    """
    import pandas as pd

    table = _from_r5r(frame, where)
    values = [name for name in ("speed_kmh", "factor") if name in table.columns]
    if "way_id" not in table.columns or not values:
        raise InputError(
            "column-missing",
            f"{where}: needs the columns way_id and speed_kmh (or factor), has "
            f"{', '.join(map(str, frame.columns))}",
        )
    if table.empty:
        raise InputError("table-empty", f"{where}: holds no rows")
    row = np.arange(1, len(table) + 1)
    ids, odd_ids = ids_of_ways(table["way_id"])
    given = (
        table["direction"].astype(object).where(table["direction"].notna(), "both")
        if "direction" in table.columns
        else pd.Series("both", index=table.index)
    )
    told = f"way_id that is no whole number in rows {some(row[odd_ids])}"
    faults: list[tuple[Fault, np.bool | bool]] = [(Fault("id-not-whole", told), odd_ids.any())]
    odd = ~given.isin(DIRECTIONS).to_numpy()
    told = f"direction in rows {some(row[odd])} is none of {', '.join(DIRECTIONS)}"
    faults.append((Fault("choice-unknown", told), odd.any()))
    read = {}
    for name, most in (("speed_kmh", HIGHEST_KMH), ("factor", HIGHEST_FACTOR)):
        if name not in values:
            read[name] = np.full(len(table), np.nan)
            continue
        read[name] = pd.to_numeric(table[name], errors="coerce").to_numpy(dtype=np.float64)
        figure = read[name]
        empty = table[name].isna().to_numpy() & (len(values) > 1)
        bad = ~((figure > 0) & (figure <= most)) & ~empty
        told = f"{name} not above 0 and at most {most:g} in rows {some(row[bad])}"
        faults.append((Fault("out-of-range", told), bad.any()))
    count = (~np.isnan(read["speed_kmh"])).astype(int) + ~np.isnan(read["factor"])
    both = (count != 1) & (len(values) > 1)
    told = f"not one of speed_kmh and factor in rows {some(row[both])}"
    faults.append((Fault("give-exactly-one", told), both.any()))
    rounded = len(ids) >= _FEW_WAYS and bool((ids % _ROUND_WAYS == 0).all())
    told = f"way_id are all in ten thousands ({some(table['way_id'])}): rounded by a spreadsheet"
    faults.append((Fault("code-saved-as-number", told), rounded))
    said = [fault for fault, wrong in faults if wrong]
    if said:
        raise InputError.of(said, where=where)
    result = pd.DataFrame({"way_id": ids.astype(np.int64), "direction": given.to_numpy(), **read})
    _check_once(result, where)
    return result


def ids_of_ways(column: pd.Series) -> tuple[Floats, Flags]:
    """Read ids of ways, and find those that are none.

    Parameters
    ----------
    column
        As a file or a user gives them.

    Returns
    -------
    ids
        float64, NaN for what is no number.
    wrong
        Where they are no whole numbers, or too long to be told apart as numbers.
    """
    import pandas as pd

    ids = pd.to_numeric(column, errors="coerce").to_numpy(dtype=np.float64)
    # beyond 2**53 a float is no whole number any more, and an id would be another one
    return ids, ~(np.abs(ids) < 2**53) | (ids != np.floor(ids))


def _from_r5r(frame: pd.DataFrame, where: str) -> pd.DataFrame:
    """Rename what r5r calls otherwise."""
    if not {"osm_id", "max_speed", "speed_type"} <= set(frame.columns):
        return frame
    kind = frame["speed_type"]
    odd = kind[~kind.isin(("km/h", "scale"))]
    if len(odd):
        raise InputError(
            "choice-unknown", f"{where}: speed_type {some(odd.unique())}; expected km/h or scale"
        )
    return frame.assign(
        way_id=frame["osm_id"],
        speed_kmh=frame["max_speed"].where(kind == "km/h"),
        factor=frame["max_speed"].where(kind == "scale"),
    )


def _check_once(table: pd.DataFrame, where: str) -> None:
    """Raise if a way is given twice in one direction."""
    import pandas as pd

    one = table[table["direction"] == "both"]
    spread = pd.concat(
        [table[table["direction"] != "both"]]
        + [one.assign(direction=direction) for direction in DIRECTIONS[1:]]
    )
    twice = spread.loc[spread.duplicated(["way_id", "direction"]), "way_id"].drop_duplicates()
    if len(twice):
        raise InputError(
            "row-twice", f"{where}: ways that are given twice: {some(twice.sort_values())}"
        )


def lay_speeds(
    streets: Streets,
    speeds: pd.DataFrame | str | Path,
    *,
    before: ObservedSpeeds | None = None,
    name: str | None = None,
) -> tuple[ObservedSpeeds, Note]:
    """Read observed speeds of cars and match them to edges by way.

    They hold at every period of the day. Where a scenario changes speeds, it changes the
    observed ones. Ferries keep their duration.

    Parameters
    ----------
    streets
        The streets.
    speeds
        A table or file as :func:`read_observed_speeds` describes it.
    before
        Speeds that were laid over them before: they stay where the new ones say nothing.
    name
        What it is called in the provenance; the file's name if not given.

    Returns
    -------
    tuple
        The speeds by edge, and a note.

    Raises
    ------
    FileError
        If the file is missing or is not what its name says.
    InputError
        If a row cannot be true, or none of the ways is one that cars use in the network.

    Warns
    -----
    GrensgeoWarning
        If some of the ways are not in the network, or no car may go there.
    """
    if isinstance(speeds, str | Path):
        table, called = read_observed_speeds(speeds), name or Path(speeds).name
    else:
        called = name or "a table of speeds"
        table = check_observed_speeds(speeds, where=called)
    driven = ((streets.access_forward | streets.access_backward) & mode_bit("car")) > 0
    report_ways(table["way_id"].to_numpy(), streets, driven, where=called, who="cars")
    columns = {
        item.name: np.full(streets.n_edges, np.nan)
        if before is None
        else getattr(before, item.name).copy()
        for item in fields(ObservedSpeeds)
    }
    for direction in DIRECTIONS[1:]:
        rows = table[table["direction"].isin(("both", direction))].sort_values("way_id")
        if rows.empty:
            continue
        ids = rows["way_id"].to_numpy()
        place = np.minimum(np.searchsorted(ids, streets.way_id), len(ids) - 1)
        hit = ids[place] == streets.way_id
        for kind, column in (("kmh", "speed_kmh"), ("factor", "factor")):
            columns[f"{direction}_{kind}"][hit] = rows[column].to_numpy()[place[hit]]
    _doubt_unit(table, streets, driven, where=called)
    note = Note("observed-speeds", n=int(table["way_id"].nunique()), source=called)
    return ObservedSpeeds(**columns), note


def _doubt_unit(table: pd.DataFrame, streets: Streets, driven: Flags, *, where: str) -> None:
    """Warn where speeds lie so far from the limits that they seem to be in another unit."""
    import pandas as pd

    speeds = table.dropna(subset="speed_kmh").groupby("way_id")["speed_kmh"].mean()
    both = (streets.maxspeed_forward_kmh[driven], streets.maxspeed_backward_kmh[driven])
    limit = pd.Series(np.fmax(*both), index=streets.way_id[driven]).dropna()
    limit = limit[np.isfinite(limit)]
    share = (speeds / limit[limit > 0].groupby(level=0).mean()).dropna()
    if len(share) < _FEW_WAYS:
        return
    middle = float(share.median())
    if not _LEAST_SHARE <= middle <= _MOST_SHARE:
        doubt(
            [Note("doubts.speeds-unlike", where=where, percent=round(100 * middle))], stacklevel=5
        )


#: So many ways tell a unit, and no chance.
_FEW_WAYS = 5
#: Ids of ways that are all multiples of this were rounded.
_ROUND_WAYS = 10_000
#: Between these shares of the limit lies the middle of what cars drive: metres a second are 0.28
#: of it, and kilometres an hour written for miles 1.6.
_LEAST_SHARE, _MOST_SHARE = 0.35, 1.5


def report_ways(
    given: Longs,
    streets: Streets,
    usable: Flags,
    *,
    where: str,
    who: str,
) -> None:
    """Warn of ways that a table names and nobody uses.

    Parameters
    ----------
    given
        OSM way ids of the table.
    streets
        The streets.
    usable
        bool (n_edges,): edges that the table can speak of.
    where
        Name of the table.
    who
        Who may use them, in the plural.

    Raises
    ------
    InputError
        If none of the ways is usable.

    Warns
    -----
    GrensgeoWarning
        If some are not in the network, or not usable.
    """
    ways = np.unique(given)
    absent = ways[~np.isin(ways, streets.way_id)]
    closed = ways[~np.isin(ways, streets.way_id[usable]) & np.isin(ways, streets.way_id)]
    if len(absent) + len(closed) == len(ways):
        raise InputError(
            "nothing-in-common",
            f"{where}: none of its {len(ways)} ways is a street for {who} in the network "
            f"({some(ways)}); are they OSM way ids, of the same area?",
        )
    said = []
    if len(absent):
        said.append(f"{len(absent)} of {len(ways)} ways are not in the network ({some(absent)})")
    if len(closed):
        said.append(f"{who} may not go on {len(closed)} of {len(ways)} ways ({some(closed)})")
    if said:
        warnings.warn(
            GrensgeoWarning(
                "ways-left-out",
                f"{where}: {'; '.join(said)}; they are left out: check that the file and the "
                "network are of the same area and date",
            ),
            stacklevel=4,
        )
