"""Findings: errors, warnings and notices on a feed, each with file, row, field and remedy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from grensgeo.errors import some
from grensgeo.notes import Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import numpy.typing as npt

#: Codes of findings that a reader of results must know, and the code of the note on each.
_NOTES = {
    "unusable_trip": "timetables.trips-without-calls",
    "unreadable_file": "timetables.file-left-out",
    "missing_trip_edge": "timetables.ends-without-time",
    "flex_trip": "timetables.flexible",
    "flex_deviation": "timetables.deviating",
    "blank_times": "timetables.blank-times",
    "border_point": "timetables.border-points",
    "on_demand": "timetables.on-demand",
    "ask_driver": "timetables.ask-driver",
    "continuous_pickup": "timetables.between-stops",
    "continuous_drop_off": "timetables.between-stops",
    "bikes_allowed": "timetables.bicycles",
    "wheelchair_accessible": "timetables.wheelchairs",
    "wheelchair_boarding": "timetables.wheelchairs",
    "stations_by_name": "timetables.stations-by-name",
    "overlapping_frequency": "timetables.overlapping-headways",
    "transfer_without_ends": "timetables.transfers-without-ends",
    "cut_to_area": "timetables.cut-to-area",
    "cut_to_dates": "timetables.cut-to-dates",
    "zone_elsewhere": "doubts.feed-zone",
    "stops_in_one_place": "doubts.feed-one-place",
    "no_afternoon": "doubts.feed-no-afternoon",
    "one_way_only": "doubts.feed-one-way",
    "short_headway": "doubts.feed-short-headway",
    "short_transfers": "doubts.feed-short-transfers",
    "transfer_of_single_trips": "timetables.single-transfers",  # of feeds read by older versions
}

#: Files of which no row bears on a result, or whose rows go with their trips.
_SILENT = {"feed_info.txt", "shapes.txt", "stop_times.txt"}

Severity = Literal["error", "warning", "notice"]


@dataclass(frozen=True)
class Finding:
    """One kind of fault in one field of one file.

    Attributes
    ----------
    severity
        ``error``: the feed cannot be used as it is. ``warning``: it can, but a result may be
        wrong. ``notice``: it was repaired, or is good to know.
    code
        Short name, that of MobilityData's validator where it has one.
    file
        File in the feed; empty for the feed as a whole.
    row
        First row with the fault, the header being row 1; ``None`` for the file as a whole.
    field
        Column; empty for the file as a whole.
    message
        What is wrong, with the first offending values and how many there are.
    remedy
        What to do about it, or what was done.
    count
        How many rows have it.
    example
        The first offending value; empty where there is none.
    """

    severity: Severity
    code: str
    file: str
    row: int | None
    field: str
    message: str
    remedy: str
    count: int = 1
    example: str = ""

    def __str__(self) -> str:
        """Write the finding on one line."""
        place = self.file
        if self.row is not None:
            place += f", row {self.row}"
        if self.field:
            place += f", {self.field}"
        text = f"{place}: {self.message}" if place else self.message
        return f"{text}; {self.remedy}" if self.remedy else text


class Findings:
    """Collects findings while a feed is read.

    A plain list with one convenience: rows of one fault become one finding.
    """

    def __init__(self) -> None:
        """Create an empty list."""
        self._found: list[Finding] = []
        self._rows: list[list[int]] = []

    def add(
        self,
        severity: Severity,
        code: str,
        message: str,
        *,
        file: str = "",
        field: str = "",
        rows: Iterable[int] | None = None,
        values: Iterable[object] = (),
        remedy: str = "",
        count: int | None = None,
    ) -> None:
        """Add a fault.

        Parameters
        ----------
        severity, code, message
            As in :class:`Finding`; the message is completed by the values.
        file, field, remedy
            As in :class:`Finding`.
        rows
            Rows in the file (the header is row 1) that have the fault.
        values
            Offending values in the order of the rows; each is written once.
        count
            How many there are, where they are not rows.
        """
        listed = [] if rows is None else [int(row) for row in rows]
        given = list(dict.fromkeys(values))
        shown = some(repr(value) for value in given)
        text = f"{message}: {shown}" if shown else message
        if len(listed) > 1:
            text += f" ({len(listed):,} rows)"
        self._found.append(
            Finding(
                severity,
                code,
                file,
                min(listed) if listed else None,
                field,
                text,
                remedy,
                max(len(listed), 1) if count is None else count,
                str(given[0]) if given else "",
            )
        )
        self._rows.append(listed)

    def rows_of(self, code: str) -> list[int]:
        """List the rows that have a fault."""
        found = zip(self._found, self._rows, strict=True)
        return [row for finding, rows in found if finding.code == code for row in rows]

    def extend(self, others: Findings) -> None:
        """Append what others collected."""
        self._found += others._found
        self._rows += others._rows

    def spare_unused(self, needed: Mapping[str, npt.NDArray[np.int64]]) -> None:
        """Downgrade errors in rows that no trip in use needs to warnings.

        Parameters
        ----------
        needed
            Rows of each file that trips in use need; errors in a file that is not named stay.
        """
        for i, (finding, rows) in enumerate(zip(self._found, self._rows, strict=True)):
            needs = needed.get(finding.file)
            if finding.severity != "error" or not rows or needs is None:
                continue
            if not np.isin(rows, needs).any():
                remedy = "left out, no trip in use needs " + ("it" if len(rows) == 1 else "them")
                self._found[i] = replace(finding, severity="warning", remedy=remedy)

    def errors(self) -> list[Finding]:
        """List the errors."""
        return [finding for finding in self._found if finding.severity == "error"]

    def sorted(self) -> tuple[Finding, ...]:
        """Return all findings, errors first, otherwise in the order in which they were added."""
        order = {"error": 0, "warning": 1, "notice": 2}
        return tuple(sorted(self._found, key=lambda finding: order[finding.severity]))


def notes_of(feed: str, findings: Iterable[Finding]) -> list[Note]:
    """Return what a reader of results must know of a feed.

    Parameters
    ----------
    feed
        Its name.
    findings
        What was found in it.

    Returns
    -------
    list of Note
        One of a kind, in the order of the findings.
    """
    told: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        code = _note_code(finding)
        kind = (code, finding.file if code == "timetables.rows-left-out" else "")
        if code:
            told.setdefault(kind, []).append(finding)
    return [
        Note(
            code,
            feed=feed,
            file=found[0].file,
            n=sum(finding.count for finding in found),
            example=found[0].example or f"{found[0].file}, {found[0].row or 1}",
        )
        for (code, _), found in told.items()
    ]


def _note_code(finding: Finding) -> str:
    """Return the code of the note on a finding; empty for none."""
    if finding.code == "left_out":
        if finding.file == "trips.txt":
            return "timetables.trips-left-out"
        return "" if finding.file in _SILENT else "timetables.rows-left-out"
    if finding.code == "stop_without_location":
        return "timetables.stops-placed" if finding.severity == "warning" else ""
    return _NOTES.get(finding.code, "")
