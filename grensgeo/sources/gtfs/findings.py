"""What is wrong, odd or was repaired in a feed: with file, row, field and remedy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from grensgeo.errors import some

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    """

    severity: Severity
    code: str
    file: str
    row: int | None
    field: str
    message: str
    remedy: str
    count: int = 1

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
        """Start without any."""
        self._found: list[Finding] = []

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
    ) -> None:
        """Note a fault.

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
        """
        listed = [] if rows is None else [int(row) for row in rows]
        shown = some(dict.fromkeys(repr(value) for value in values))
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
                max(len(listed), 1),
            )
        )

    def extend(self, more: Iterable[Finding]) -> None:
        """Take over findings made elsewhere."""
        self._found.extend(more)

    def errors(self) -> list[Finding]:
        """List the errors."""
        return [finding for finding in self._found if finding.severity == "error"]

    def sorted(self) -> tuple[Finding, ...]:
        """Give all findings, errors first, otherwise in the order in which they were made."""
        order = {"error": 0, "warning": 1, "notice": 2}
        return tuple(sorted(self._found, key=lambda finding: order[finding.severity]))
