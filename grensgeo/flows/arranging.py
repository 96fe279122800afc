"""Flow tables and travel times arranged as an interaction model and the counts it is fitted to.

A row of flows speaks of two regions: zones of the travel times, or any regions made of zones, down
to two whole countries. What one row tells, no other may tell again.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from grensgeo.counts import hold_numbers
from grensgeo.errors import Fault, Faults, GrensgeoWarning, InputError, some
from grensgeo.flows.count_likelihood import Counts
from grensgeo.flows.interaction import Interaction
from grensgeo.measures import matrix as dense

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy.typing as npt
    import pandas as pd
    import scipy.sparse as sp

    from grensgeo.arrays import Flags, Floats
    from grensgeo.flows.interaction import Positions
    from grensgeo.measures.matrix import Matrix, TimesLike

    Names = npt.NDArray[np.object_]

Constraint = Literal["production", "doubly"]
CONSTRAINTS = ("production", "doubly")


@dataclass(frozen=True, eq=False)
class Arranged:
    """A model, the counts that it is fitted to, and what its parts are called.

    Attributes
    ----------
    model, counts
        What is fitted to what.
    rows
        Rows of the flows that are fitted, in their order: ``from_id, to_id, count, lower, upper``.
    directions
        Countries of residence and of work of each border term.
    curves
        Country of residence of each decay function.
    position
        int (n_from, n_to): which pair of the model two zones are, -1 for none.
    from_regions, to_regions
        Zones of each region, by its name.
    """

    model: Interaction
    counts: Counts
    rows: pd.DataFrame
    directions: tuple[tuple[str, str], ...]
    curves: tuple[str, ...]
    position: Positions = field(repr=False)
    from_regions: Mapping[str, Positions] = field(repr=False)
    to_regions: Mapping[str, Positions] = field(repr=False)

    def members(self, rows: pd.DataFrame) -> sp.csr_matrix:
        """Return which pairs of the model each row of regions holds, as sparse ones."""
        return _members(rows, self.from_regions, self.to_regions, self.position)


def arrange(
    times: TimesLike | pd.DataFrame,
    flows: pd.DataFrame,
    *,
    zones: pd.DataFrame | None,
    regions: Mapping[str, Iterable[str]] | None,
    constraint: Constraint,
    decay: str,
    covariates: pd.DataFrame | None,
    intrazonal: bool,
) -> Arranged:
    """Arrange tables for a fit; :func:`grensgeo.flows.fit_border` says what it takes.

    Raises
    ------
    InputError
        For flows or zones that cannot be, and regions that are not made of zones of the times.

    Warns
    -----
    GrensgeoWarning
        Where rows of flows lie outside the times and are left out.
    """
    matrix = dense.as_matrix(times, countries=_column(zones, "country"))
    from_country, to_country = matrix.countries()
    use = np.isfinite(matrix.minutes)
    if not intrazonal:
        use &= matrix.from_id[:, None] != matrix.to_id[None, :]
    from_regions = _regions(matrix.from_id, from_country, regions)
    to_regions = _regions(matrix.to_id, to_country, regions)
    table = _read(flows)
    position = np.full(use.shape, -1, dtype=np.intp)
    position[use] = np.arange(use.sum())
    members = _members(table, from_regions, to_regions, position)
    inside = np.asarray(members.sum(axis=1)).ravel() > 0
    _tell_outside(table, inside)
    table, members = table[inside].reset_index(drop=True), members[inside]
    twice = np.asarray(members.sum(axis=0)).ravel() > 1
    if twice.any():
        rows = table[np.asarray((members @ twice.astype(float)) > 0).ravel()]
        raise InputError(
            "totals-among-parts",
            f"flows: rows that tell the same trips: {some(_names(rows))}; take the parts off the "
            "total, and leave each trip in one row",
        )
    people = _column(zones, "people") if constraint == "production" else None
    held = people is not None
    needed = use.copy()
    if not held:  # of a zone that no row speaks of, the factor of balancing is not told
        needed &= _spoken_of(table["from_id"], from_regions, len(matrix.from_id))[:, None]
    if constraint == "doubly":
        needed &= _spoken_of(table["to_id"], to_regions, len(matrix.to_id))[None, :]
    members = members[:, needed[use]]
    position[use] = np.where(needed[use], np.cumsum(needed[use]) - 1, -1)
    origin, destination = np.nonzero(needed)
    counts = Counts(table["lower"].to_numpy(), table["upper"].to_numpy())
    way = _ways(from_country[origin], to_country[destination], members)
    named = sorted(set(from_country[origin]))
    model = Interaction(
        minutes=matrix.minutes[needed].astype(np.float64),
        offset=_offset(zones, matrix, origin, destination, constraint=constraint),
        origin=_factor(table["from_id"], from_regions, origin),
        destination=_factor(table["to_id"], to_regions, destination),
        row=origin if held else np.empty(0, dtype=np.intp),
        total=_totals(people, matrix, needed),
        curve=np.searchsorted(named, from_country[origin].astype(str)),
        direction=_direction(from_country[origin], to_country[destination], way),
        covariates=_covariates(covariates, matrix, origin, destination),
        members=members,
        kind=decay,
        n_origins=0, n_destinations=0, n_curves=len(named), n_directions=len(way),
    )  # fmt: skip
    model = _balanced(model, held=held, doubly=constraint == "doubly")
    return Arranged(
        model, counts, table, tuple(way), tuple(named), position, from_regions, to_regions
    )


def _balanced(model: Interaction, *, held: bool, doubly: bool) -> Interaction:
    """Set which factors of balancing are free, numbered without gaps."""
    none = np.full(len(model.minutes), -1)
    origins, origin = (None, none) if held else np.unique(model.origin, return_inverse=True)
    ends, end = np.unique(model.destination, return_inverse=True) if doubly else (None, none)
    return replace(
        model,
        origin=origin,
        destination=end,
        n_origins=0 if origins is None else len(origins),
        n_destinations=0 if ends is None else len(ends),
    )


def _read(flows: pd.DataFrame) -> pd.DataFrame:
    """Return flows with the least and the most that each can be."""
    import pandas as pd

    missing = [name for name in ("from_id", "to_id", "count") if name not in flows.columns]
    if missing:
        raise InputError(
            "column-missing", f"flows: no column {some(missing)}; give from_id, to_id, count"
        )
    table = flows[["from_id", "to_id"]].astype(str)
    hold_numbers(flows["count"], name="flows: count")
    table["count"] = pd.to_numeric(flows["count"], errors="coerce").astype("float64")
    bounded = "lower" in flows.columns and "upper" in flows.columns
    for name in ("lower", "upper"):
        ends = flows[name].astype("float64") if bounded else table["count"]
        table[name] = ends.where(ends.notna(), table["count"])
    hidden = table["count"].isna() & table["lower"].notna()
    table["upper"] = table["upper"].mask(hidden & table["upper"].isna(), np.inf)
    faults = Faults()
    unknown = table["lower"].isna()
    table = table[~unknown]
    wrong = ~((table["lower"] >= 0) & (table["upper"] >= table["lower"]))
    if wrong.any():
        faults.add(
            "negative-or-infinite",
            f"count or its bounds are negative or turned round for {some(_names(table[wrong]))}",
        )
    twice = table.duplicated(["from_id", "to_id"])
    if twice.any():
        faults.add("row-twice", f"duplicate pairs {some(_names(table[twice]))}; add them up first")
    if faults:
        raise InputError.of(faults, where="flows")
    return table.reset_index(drop=True)


def _names(rows: pd.DataFrame) -> list[str]:
    return [f"{a} to {b}" for a, b in zip(rows["from_id"], rows["to_id"], strict=True)]


def _regions(
    ids: Iterable[str],
    countries: Iterable[str],
    regions: Mapping[str, Iterable[str]] | None,
) -> dict[str, Positions]:
    """Return the zones of each region: countries, zones themselves, and those that are given."""
    where = {str(name): number for number, name in enumerate(ids)}
    found: dict[str, list[int]] = {}
    for number, country in enumerate(countries):
        found.setdefault(str(country), []).append(number)
    found |= {name: [number] for name, number in where.items()}
    for name, parts in (regions or {}).items():
        found[str(name)] = [where[str(part)] for part in parts if str(part) in where]
    return {name: np.array(numbers, dtype=np.intp) for name, numbers in found.items()}


def _members(
    rows: pd.DataFrame,
    from_regions: Mapping[str, Positions],
    to_regions: Mapping[str, Positions],
    position: Positions,
) -> sp.csr_matrix:
    import scipy.sparse as sp

    none = np.empty(0, dtype=np.intp)
    found = []
    for home, work in zip(rows["from_id"], rows["to_id"], strict=True):
        pairs = position[np.ix_(from_regions.get(home, none), to_regions.get(work, none))].ravel()
        found.append(pairs[pairs >= 0])
    lengths = np.array([len(pairs) for pairs in found], dtype=np.intp)
    return sp.csr_matrix(
        (
            np.ones(lengths.sum()),
            np.concatenate([*found, none]),
            np.concatenate([[0], np.cumsum(lengths)]),
        ),
        shape=(len(rows), int(position.max()) + 1),
    )


def _tell_outside(table: pd.DataFrame, inside: Flags) -> None:
    """Warn of rows without any pair of the times; raise if none has one."""
    import warnings

    if not inside.any():
        raise InputError(
            "nothing-in-common",
            f"flows: none lies between the places of the times; flows are of "
            f"{some(table['from_id'].unique())}",
        )
    lost = table[~inside]
    if lost["upper"].sum() > 0:
        fault = Fault(
            "flows-left-out",
            f"flows: {len(lost)} of {len(table)} rows begin or end outside the places of the "
            f"times, or have no time, and are left out ({some(_names(lost))})",
        )
        warnings.warn(GrensgeoWarning.of([fault]), stacklevel=5)


def _ways(homes: Names, works: Names, members: sp.csr_matrix) -> list[tuple[str, str]]:
    """List the directions across a border that some observation holds."""
    seen = np.zeros(members.shape[1], dtype=bool)
    seen[members.indices] = True
    pairs = zip(homes[seen], works[seen], strict=True)
    return sorted({(str(a), str(b)) for a, b in pairs if a != b})


def _direction(homes: Names, abroad: Names, ways: list[tuple[str, str]]) -> Positions:
    """Return the border term of each pair, -1 within a country."""
    result = np.full(len(homes), -1, dtype=np.intp)
    for number, (home, work) in enumerate(ways):
        result[(homes == home) & (abroad == work)] = number
    return result


def _spoken_of(named: pd.Series, regions: Mapping[str, Positions], size: int) -> Flags:
    """Return which zones lie in a region of the flows."""
    result = np.zeros(size, dtype=bool)
    for name in named.unique():
        result[regions[name]] = True
    return result


def _factor(named: pd.Series, regions: Mapping[str, Positions], zone: Positions) -> Positions:
    """Return for each pair the smallest region of the flows that its zone lies in."""
    size = max((int(z.max()) for z in regions.values() if len(z)), default=0) + 1
    result = np.full(size, -1, dtype=np.intp)
    for number, name in sorted(
        enumerate(named.unique()), key=lambda item: -len(regions.get(item[1], ()))
    ):
        result[regions.get(name, np.empty(0, dtype=np.intp))] = number
    return np.asarray(result[zone], dtype=np.intp)


def _column(zones: pd.DataFrame | None, name: str) -> pd.Series | None:
    if zones is None or name not in zones.columns:
        return None
    return zones[name]


def _totals(people: pd.Series | None, matrix: Matrix, needed: Flags) -> Floats:
    """Return the logarithms of the totals of origins, where they are held."""
    if people is None:
        return np.empty(0)
    return _logs(people, "people", matrix.from_id, np.asarray(needed.any(axis=1)))


def _logs(column: pd.Series, name: str, ids: Names, needed: Flags) -> Floats:
    """Return logarithms of a column of zones; a zone without anybody has no pairs to speak of."""
    values = column.reindex([str(one) for one in ids]).to_numpy(dtype=np.float64)
    wrong = needed & ~((values >= 0) & np.isfinite(values))
    if wrong.any():
        raise InputError(
            "value-missing",
            f"zones: {name} missing, negative or infinite for {some(ids[wrong])}; give a number "
            "of each zone of the times",
        )
    logs = np.log(np.where(values > 0, values, 1.0))
    return np.where(values > 0, logs, -300.0)


def _offset(
    zones: pd.DataFrame | None,
    matrix: Matrix,
    origin: Positions,
    destination: Positions,
    *,
    constraint: Constraint,
) -> Floats:
    """Return the logarithms of people and jobs of each pair, where they are given."""
    result = np.zeros(len(origin))
    if constraint == "production" and (zones is None or "jobs" not in zones.columns):
        raise InputError(
            "column-missing",
            "zones: no column jobs; a production-constrained model needs them by zone (or take "
            "constraint='doubly')",
        )
    for name, ids, at in (("people", matrix.from_id, origin), ("jobs", matrix.to_id, destination)):
        column = _column(zones, name)
        if column is not None:
            needed = np.isin(np.arange(len(ids)), at)
            result += _logs(column, name, ids, needed)[at]
    return result


def _covariates(
    covariates: pd.DataFrame | None, matrix: Matrix, origin: Positions, destination: Positions
) -> Floats:
    """Return covariates by pair, each as a difference from its mean."""
    if covariates is None:
        return np.zeros((len(origin), 0))
    import pandas as pd

    names = [name for name in covariates.columns if name not in {"from_id", "to_id"}]
    pairs = pd.MultiIndex.from_arrays([matrix.from_id[origin], matrix.to_id[destination]])
    found = covariates.set_index(["from_id", "to_id"])[names].reindex(pairs)
    lost = found.isna().any(axis=1).to_numpy()
    if lost.any():
        raise InputError(
            "value-missing",
            f"covariates: none for {lost.sum()} of {len(lost)} pairs, such as "
            f"{some(f'{a} to {b}' for a, b in pairs[lost][:5])}; give a number for each pair of "
            "zones",
        )
    values = found.to_numpy(dtype=np.float64)
    return np.asarray(values - values.mean(axis=0), dtype=np.float64)
