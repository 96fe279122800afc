"""What differs between two versions of a region, told in lines."""
# ruff: noqa: INP001 - scripts beside the data, not a package

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.region.region import Region


def differences(before: Region, after: Region) -> list[str]:
    """List what differs between two regions; nothing if they are the same.

    Parameters
    ----------
    before, after
        The two.
    """
    told = []
    for name, old, new in (
        ("municipalities", before.municipalities, after.municipalities),
        ("cells", before.cells, after.cells),
        (
            "opportunities",
            before.opportunity_table.set_index(["region_code", "opportunity"]),
            after.opportunity_table.set_index(["region_code", "opportunity"]),
        ),
    ):
        told += _tables(name, old, new)
    moved = _moved(before.cells["population"], after.cells["population"])
    if moved:
        told.append(f"cells: {moved:,.0f} inhabitants are in another cell")
    for name in sorted({*before.opportunities} & {*after.opportunities}):
        moved = _moved(before.opportunities[name], after.opportunities[name])
        if moved >= 0.5:
            told.append(f"{name}: {moved:,.0f} are in another cell, or more or fewer")
    if not before.border.geom_equals(after.border, align=False).all():
        told.append("border: another line")
    old, new = before.provenance, after.provenance
    told += [f"source gone: {one.source_id}" for one in old.sources if one not in new.sources]
    told += [f"source new: {one.source_id}" for one in new.sources if one not in old.sources]
    told += [f"note gone: {one}" for one in old.told() if one not in new.told()]
    told += [f"note new: {one}" for one in new.told() if one not in old.told()]
    return told


def _moved(before: pd.Series, after: pd.Series) -> float:
    """Count what is in another cell, or is more or fewer: half the differences, in all cells."""
    both = before.index.union(after.index)
    gap = before.reindex(both).fillna(0.0) - after.reindex(both).fillna(0.0)
    return float(gap.abs().sum() / 2)


def _tables(name: str, old: pd.DataFrame, new: pd.DataFrame) -> list[str]:
    """List rows and columns that differ."""
    told = []
    for what, rows in (("gone", old.index.difference(new.index)),
                       ("new", new.index.difference(old.index))):  # fmt: skip
        if len(rows):
            told.append(f"{name}: {len(rows)} rows {what}, such as {rows[0]}")
    common = old.index.intersection(new.index)
    for column in old.columns.union(new.columns):
        if column not in old or column not in new:
            told.append(f"{name}: column {column} only {'before' if column in old else 'now'}")
            continue
        one, other = old.loc[common, column], new.loc[common, column]
        if column == "geometry":
            apart = ~one.geom_equals_exact(other, 1e-9)
        else:
            apart = (one != other) & ~(one.isna() & other.isna())
        if apart.any():
            first = apart.idxmax()
            told.append(
                f"{name}: {column} differs in {int(apart.sum())} rows, such as {first}"
                + ("" if column == "geometry" else f": {one[first]} is {other[first]}")
            )
    return told
