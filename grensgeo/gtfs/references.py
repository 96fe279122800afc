"""Keys and references between the files of a feed; rows with errors are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np

from grensgeo.gtfs.agency import assign_agency, share_one_zone
from grensgeo.gtfs.reading.relations import RELATIONS
from grensgeo.gtfs.trips import check_service

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt
    import pandas as pd

    from grensgeo.gtfs.findings import Findings, Severity
    from grensgeo.gtfs.reading.cells import Bad, Tables
    from grensgeo.gtfs.reading.relations import Field, Relation


def prune(tables: Tables, bad: Bad, findings: Findings) -> Tables:
    """Check keys and references, and leave out rows with errors and what hangs on them.

    Parameters
    ----------
    tables
        Tables as read, by name.
    bad
        Rows with an error so far, by name.
    findings
        Collects duplicates, unknown references, and how much was left out.

    Returns
    -------
    dict of str to DataFrame
        The tables without those rows. A trip goes as a whole.
    """
    bad = {name: mask.copy() for name, mask in bad.items()}
    tables = assign_agency(tables, bad, findings)
    kept: Tables = {}
    # Parents stand before children in RELATIONS, so a row whose parent is gone goes too
    for relation in RELATIONS:
        if relation.name not in tables:
            continue
        frame, wrong = tables[relation.name], bad[relation.name]
        for field in relation.fields:
            if field.references and field.name in frame:
                wrong |= _check_reference(tables, kept, findings, relation=relation, field=field)
        if relation.name == "trips":
            wrong |= check_service(tables, kept, frame, findings)
        again, same = _check_key(frame, relation, wrong, findings)
        kept[relation.name] = frame[~(wrong | again)]
        if same.any():
            tables[relation.name] = frame[~same]
            wrong = wrong[~same]
            frame = tables[relation.name]
        if relation.name in {"stop_times", "frequencies"}:
            # A trip with one wrong call or headway goes as a whole, also from files read before
            broken = frame.loc[wrong, "trip_id"].dropna().unique()
            for name in kept if len(broken) else ():
                if "trip_id" in kept[name]:
                    kept[name] = kept[name][~kept[name]["trip_id"].isin(broken)]
    if findings.errors():
        findings.spare_unused(rows_needed(tables))
    _report_left_out(tables, kept, findings)
    return kept


def _report_left_out(tables: Tables, kept: Tables, findings: Findings) -> None:
    """Count the rows that are left out, by file, with the first of them."""
    refused = bool(findings.errors())
    for relation in RELATIONS:
        frame = tables.get(relation.name)
        if frame is None or len(kept[relation.name]) == len(frame):
            continue
        gone = ~frame.index.isin(kept[relation.name].index)
        n = int(gone.sum())
        name = relation.key[0] if relation.key and relation.key[0] in frame else ""
        findings.add(
            "warning",
            "left_out",
            f"{n:,} of {len(frame):,} rows have an error or belong to one that has",
            file=relation.file,
            rows=None if name else frame.index[gone],
            values=list(frame.loc[gone, name].dropna().unique()[:1000]) if name else (),
            remedy="they are left out" + (" where the feed is read with repair" * refused),
            count=n,
        )


def _check_key(
    frame: pd.DataFrame, relation: Relation, wrong: npt.NDArray[np.bool_], findings: Findings
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Find rows that stand twice, of which the first counts, and those that are harmless."""
    none = np.zeros(len(frame), dtype=bool)
    key = [name for name in relation.key if name in frame]
    if not key or len(key) < len(relation.key):
        return none, none
    sound = frame[~wrong] if wrong.any() else frame
    twice = sound.duplicated(key, keep="first").to_numpy()
    if not twice.any():
        return none, none
    decides = [name for name in relation.decides if name in frame]
    same = sound.duplicated(key + decides if decides else None, keep="first").to_numpy() & twice
    for rows, severity, remedy in (
        (twice & ~same, "error", "keep one row of each; with repair the first counts"),
        (same, "warning", "they say the same in what counts; the first of each counts"),
    ):
        if rows.any():
            findings.add(
                cast("Severity", severity),
                "duplicate_key",
                f"{' and '.join(key)} stand in it twice",
                file=relation.file,
                field=key[0],
                rows=sound.index[rows],
                values=list(sound.loc[rows, key[0]].head(1000)),
                remedy=remedy,
            )
    return frame.index.isin(sound.index[twice]), frame.index.isin(sound.index[same])


def _check_reference(
    tables: Tables, kept: Tables, findings: Findings, *, relation: Relation, field: Field
) -> npt.NDArray[np.bool_]:
    """Find ids that do not stand where they should; rows whose parent is gone go too."""
    import pandas as pd

    frame = tables[relation.name]
    column = frame[field.name]
    other, _, name = field.references.partition(".")
    names = column.cat.categories
    # An id that is in the file, but in a row with an error, is reported there and not here again.
    present = kept.get(other, tables.get(other))
    known = tables[other][name] if other in tables and name in tables[other] else None
    unknown = np.ones(len(names), dtype=bool)
    gone = unknown
    if known is not None and present is not None:
        gone = unknown = known.cat.categories.get_indexer(names) < 0
        if len(present) < len(tables[other]):
            gone = pd.Index(present[name].dropna().unique()).get_indexer(names) < 0
    codes = column.cat.codes.to_numpy()
    filled = codes >= 0
    lost = filled & np.append(unknown, False)[codes]
    optional = field.name in {"shape_id", "parent_station"} or (
        # An agency is asked for its zone only
        field.name == "agency_id" and share_one_zone(kept.get("agency"))
    )
    if lost.any():
        findings.add(
            "warning" if optional else "error",
            "foreign_key_violation",
            f"not in {other}.txt",
            file=relation.file,
            field=field.name,
            rows=frame.index[lost],
            values=list(names[unknown]),
            remedy="taken as empty" if optional else f"add them to {other}.txt or mend the ids",
        )
    if optional:
        return np.zeros(len(frame), dtype=bool)
    return np.asarray(filled & np.append(gone, False)[codes])


def rows_needed(tables: Mapping[str, pd.DataFrame]) -> dict[str, npt.NDArray[np.int64]]:
    """Return the rows that trips in use need.

    A trip is in use if it calls anywhere and its days stand in either calendar.

    Parameters
    ----------
    tables
        Tables as read, by name, rows with errors among them.

    Returns
    -------
    dict of str to ndarray
        int64: rows by name of the file (with ``.txt``).
    """
    trips, calls = tables["trips"], tables["stop_times"]
    days: set[str] = set()
    for name in ("calendar", "calendar_dates"):
        if name in tables:
            days |= _values(tables[name], "service_id")
    used = trips[trips["trip_id"].isin(_values(calls, "trip_id")) & trips["service_id"].isin(days)]
    ids = _values(used, "trip_id")
    # A call of no trip may be one of any
    called = calls[calls["trip_id"].isin(ids) | calls["trip_id"].isna()]
    routes = tables["routes"]
    routes = routes[routes["route_id"].isin(_values(used, "route_id"))]
    agency = tables["agency"]
    if "agency_id" in routes and "agency_id" in agency and routes["agency_id"].notna().all():
        agency = agency[agency["agency_id"].isin(_values(routes, "agency_id"))]
    stops = tables["stops"]
    needed = {
        "trips": used,
        "stop_times": called,
        "stops": stops[stops["stop_id"].isin(_values(called, "stop_id"))],
        "routes": routes,
        "agency": agency,
    }
    for name in ("calendar", "calendar_dates"):
        if name in tables:
            frame = tables[name]
            needed[name] = frame[frame["service_id"].isin(_values(used, "service_id"))]
    if "frequencies" in tables:
        frame = tables["frequencies"]
        needed["frequencies"] = frame[frame["trip_id"].isin(ids)]
    rows = {f"{name}.txt": frame.index.to_numpy(np.int64) for name, frame in needed.items()}
    none = np.zeros(0, dtype=np.int64)
    return rows | {relation.file: none for relation in RELATIONS if relation.aside}


def _values(frame: pd.DataFrame, name: str) -> set[str]:
    """Return the different values of a column; none where it is missing."""
    return set(frame[name].dropna().unique()) if name in frame else set()
