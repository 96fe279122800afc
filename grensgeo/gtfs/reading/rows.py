"""Split one CSV file of a feed into columns of text; odd rows and encodings are reported."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import FileError

if TYPE_CHECKING:
    import numpy.typing as npt
    import pyarrow as pa

    from grensgeo.gtfs.findings import Findings
    from grensgeo.gtfs.reading.relations import Relation

_BOM = b"\xef\xbb\xbf"
_OTHER_BOMS = (b"\xff\xfe", b"\xfe\xff")

#: What some programmes write between cells in the place of a comma.
_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}

#: Bytes that the first row is looked for in.
_FIRST_BYTES = 65_536


@dataclass(frozen=True, eq=False)
class Rows:
    """The rows of a file.

    Attributes
    ----------
    columns
        Cells of each declared column that is there, a dictionary of its few different values.
    row
        int64: row in the file, the header being row 1.
    bad
        bool: rows with more cells than the header, so that which is which is not known.
    headed
        Whether the file has a header at all.
    """

    columns: dict[str, pa.Array]
    row: npt.NDArray[np.int64]
    bad: npt.NDArray[np.bool_]
    headed: bool = True


def split(data: bytes, relation: Relation, findings: Findings, *, where: str) -> Rows:
    """Read the rows of a file.

    Cells that a row leaves off at its end are empty, empty cells too many at its end and rows
    without any are nothing, as R5, OpenTripPlanner and pandas read them too.

    Parameters
    ----------
    data
        The file's bytes.
    relation
        Its declaration.
    findings
        Collects what was odd.
    where
        Feed to name in errors.

    Returns
    -------
    Rows
        In the order of the file.

    Raises
    ------
    FileError
        If the bytes are not UTF-8, or no CSV with commas.
    """
    body, names, before = _open(data, relation, findings, where=where)
    if not names:
        return Rows({}, np.zeros(0, dtype=np.int64), np.zeros(0, dtype=bool), headed=False)
    declared = {field.name for field in relation.fields}
    wanted = {name: i for i, name in enumerate(names) if name in declared}
    ended = body.endswith((b"\n", b"\r"))
    return _read(body, wanted, _Place(relation, findings, where, before, len(names), ended))


def _text(data: bytes, relation: Relation, findings: Findings, *, where: str) -> bytes:
    """Remove the byte order mark, write line ends in one way, and check that it is UTF-8."""
    if data.startswith(_OTHER_BOMS):
        raise FileError(
            "file-encoding-wrong",
            f"{where}: {relation.file} is UTF-16, not UTF-8; save it as UTF-8",
        )
    if b"\0" in data:
        raise FileError(
            "file-encoding-wrong",
            f"{where}: {relation.file} holds zero bytes, as UTF-16 does; save it as UTF-8, or "
            "fetch it again",
        )
    if data.startswith(_BOM):
        findings.add(
            "notice",
            "byte_order_mark",
            "the file starts with a byte order mark",
            file=relation.file,
            remedy="it was taken off",
        )
        data = data[len(_BOM) :]
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        line = data.split(b"\n")[row - 1].strip()[:80]
        guess = line.decode("cp1252", errors="replace")
        raise FileError(
            "file-encoding-wrong",
            f"{where}: {relation.file}, row {row}: not UTF-8 (byte 0x{data[error.start]:02x}; "
            f"read as Windows-1252 it says {guess!r}); save the file as UTF-8",
        ) from None
    return data


def _open(
    data: bytes, relation: Relation, findings: Findings, *, where: str
) -> tuple[bytes, list[str], int]:
    """Split the header from the rest: bytes of the rows, names, rows in the file before them."""
    text = _text(data, relation, findings, where=where)
    before = 1
    head, _, body = text.partition(b"\n")
    while not head.strip() and body:
        before += 1
        head, _, body = body.partition(b"\n")
    return body, _header(head.decode("utf-8"), relation, findings, where=where), before


def _header(head: str, relation: Relation, findings: Findings, *, where: str) -> list[str]:
    """Read the names of the columns; none where the file is empty."""
    head = head.strip("\r\n")
    header = _cells(head)
    names = [name.strip() for name in header]
    while names and not names[-1]:
        names.pop()
    if not names:
        findings.add(
            "error" if relation.required else "warning",
            "empty_file",
            "the file is empty, it has not even a header",
            file=relation.file,
            remedy="fetch the feed again, or leave the file out if it is optional",
        )
        return []
    declared = {field.name for field in relation.fields}
    for mark, word in _SEPARATORS.items():
        parted = {cell.strip(' "') for cell in head.split(mark)}
        if len(parted & declared) > len(set(names) & declared):
            raise FileError(
                "separator-wrong",
                f"{where}: {relation.file}: its cells are parted by {word} ({mark!r}); GTFS asks "
                "for commas (and decimal points), save it as CSV with commas",
            )
    small = [name.lower() if name.lower() in declared else name for name in names]
    if small != header[: len(small)]:
        findings.add(
            "notice",
            "leading_or_trailing_whitespaces",
            "spaces around names of columns",
            file=relation.file,
            rows=[1],
            values=[old for old, new in zip(header, small, strict=False) if old != new],
            remedy="they were taken off",
        )
    count = Counter(small)
    twice = sorted(name for name in declared if count[name] > 1)
    if twice:
        raise FileError(
            "column-twice",
            f"{where}: {relation.file}, row 1: columns stand in it twice: {', '.join(twice)}; "
            "keep one of each",
        )
    return small


def _cells(text: str) -> list[str]:
    """Split one row into cells; what is no CSV at all is one cell."""
    try:
        return next(csv.reader(io.StringIO(text, newline="")), [])
    except csv.Error:
        return [text]


@dataclass(frozen=True, eq=False)
class _Place:
    """Which file is read, and who takes what is odd about it."""

    relation: Relation
    findings: Findings
    where: str
    before: int
    n_names: int
    ended: bool


def _read(body: bytes, wanted: dict[str, int], place: _Place) -> Rows:
    """Read the rows by the number of cells of the first, and those of another form one by one."""
    import pyarrow as pa

    if not body.strip():
        empty = pa.array([], type=pa.dictionary(pa.int32(), pa.string()))
        none = np.zeros(0, dtype=np.int64)
        return Rows(dict.fromkeys(wanted, empty), none, none.astype(bool))
    # Two columns at least: a line of one empty cell could not be distinguished from a blank line.
    width = max(_first_width(body), 2)
    columns, others = _arrow(body, width, place)
    n = len(columns[0])
    # Row in the file of each row that Arrow read: those of another width are missing among them
    row = np.delete(np.arange(1, n + len(others) + 1), [number - 1 for number, _ in others])
    row += place.before
    filled, spilt = np.zeros(n, dtype=bool), np.zeros(n, dtype=bool)
    for i, column in enumerate(columns):
        here = _filled(column)
        filled |= here
        if i >= place.n_names:
            spilt |= here
    odd = _Odd([(number + place.before, _cells(text)) for number, text in others], place.n_names)
    wide = sorted([*row[spilt].tolist(), *odd.wide])
    _report_blank([*row[~filled].tolist(), *odd.blank], place)
    _report_short(odd, width, int(row[filled].max(initial=0)), place)
    padded = width > max(place.n_names, 2) and bool((filled & ~spilt).any())
    _report_wide(odd.extra, wide, place, padded=padded)
    numbers = np.concatenate([row, np.array([n for n, _ in odd.full], dtype=np.int64)])
    keep = np.concatenate([filled, np.ones(len(odd.full), dtype=bool)])
    order = np.argsort(numbers, kind="stable")
    order = order[keep[order]]
    # Odd rows that hold something go back to their place in the order of the file
    joined = {
        name: _joined(columns[i] if i < width else None, n, [cells for _, cells in odd.full], i)
        for name, i in wanted.items()
    }
    if len(odd.full) or not filled.all():
        joined = {name: column.take(pa.array(order)) for name, column in joined.items()}
    numbers = numbers[order]
    return Rows(joined, numbers, np.isin(numbers, np.array(wide, dtype=np.int64)))


class _Odd:
    """Rows that have not as many cells as the first."""

    def __init__(self, rows: list[tuple[int, list[str]]], n_names: int) -> None:
        """Sort the rows: blank, short, with cells too many that are empty or are not."""
        self.full: list[tuple[int, list[str]]] = []
        self.blank: list[int] = []
        self.short: list[int] = []
        self.extra: list[int] = []
        self.wide: list[int] = []
        for number, padded in rows:
            cells = [cell.strip() for cell in padded]
            if not any(cells):
                self.blank.append(number)
                continue
            self.full.append((number, cells))
            if any(cells[n_names:]):
                self.wide.append(number)
            elif len(cells) > n_names:
                self.extra.append(number)
            elif len(cells) < n_names:
                self.short.append(number)


def _filled(column: pa.Array) -> npt.NDArray[np.bool_]:
    """Return which cells hold more than spaces."""
    blank = np.array([not cell.strip() for cell in column.dictionary.to_pylist()] + [True])
    return np.asarray(~blank[column.indices.fill_null(-1).to_numpy(zero_copy_only=False)])


def _report_blank(rows: list[int], place: _Place) -> None:
    """Report rows without anything in them."""
    if rows:
        place.findings.add(
            "notice",
            "empty_row",
            "rows without anything in them",
            file=place.relation.file,
            rows=sorted(rows),
            remedy="passed over",
        )


def _report_short(odd: _Odd, width: int, last: int, place: _Place) -> None:
    """Report rows that leave cells off; one at the end may be all that is left of a file."""
    uniform = width < place.n_names
    if not odd.short and not uniform:
        return
    cut = not uniform and not place.ended and len(odd.short) == 1 and odd.short[0] > last
    place.findings.add(
        "warning" if cut else "notice",
        "missing_cells",
        f"rows with fewer cells than the {place.n_names} of the header",
        file=place.relation.file,
        rows=None if uniform else odd.short,
        remedy="those missing at their ends are empty"
        + ("; the file ends there without a line end: see that it is not cut off" if cut else ""),
    )


def _report_wide(extra: list[int], wide: list[int], place: _Place, *, padded: bool) -> None:
    """Report rows with cells too many; all of them where the file is padded."""
    if extra or padded:
        place.findings.add(
            "notice",
            "extra_cells",
            f"rows with more cells than the {place.n_names} of the header, empty ones",
            file=place.relation.file,
            rows=None if padded else extra,
            remedy="they say nothing",
        )
    if wide:
        place.findings.add(
            "error",
            "invalid_row_length",
            f"rows with more cells than the {place.n_names} of the header",
            file=place.relation.file,
            rows=wide,
            remedy="put cells with a comma in quotation marks; decimals take a point",
        )


def _first_width(body: bytes) -> int:
    """Count the cells of the first row that has any."""
    text = body[:_FIRST_BYTES].decode("utf-8", errors="replace")
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        return next((len(cells) for cells in reader if any(c.strip() for c in cells)), 1)
    except csv.Error:
        return 1


def _arrow(body: bytes, width: int, place: _Place) -> tuple[list[pa.Array], list[tuple[int, str]]]:
    """Read rows of a number of cells; the others come apart, with their numbers from 1."""
    import pyarrow as pa
    from pyarrow import csv as arrow

    names = [str(i) for i in range(width)]
    odd: list[tuple[int, str]] = []

    def skip(row: arrow.InvalidRow) -> str:
        odd.append((row.number or 0, row.text))
        return "skip"

    try:
        table = arrow.read_csv(
            io.BytesIO(body),
            read_options=arrow.ReadOptions(column_names=names, use_threads=False),
            parse_options=arrow.ParseOptions(
                newlines_in_values=b'"' in body,
                invalid_row_handler=skip,
                ignore_empty_lines=False,
            ),
            convert_options=arrow.ConvertOptions(
                column_types=dict.fromkeys(names, pa.dictionary(pa.int32(), pa.string())),
                null_values=[""],
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
                check_utf8=False,
            ),
        ).unify_dictionaries()
    except pa.ArrowInvalid as error:
        raise FileError(
            "table-unreadable",
            f"{place.where}: {place.relation.file}: no CSV ({error}); look for a quotation mark "
            "that is not closed, or fetch it again",
        ) from None
    return [_whole(table[name]) for name in names], odd


def _whole(column: pa.ChunkedArray) -> pa.Array:
    """Return a column as one array."""
    import pyarrow as pa

    if column.num_chunks == 0:
        return pa.array([], type=column.type)
    return column.combine_chunks() if column.num_chunks > 1 else column.chunk(0)


def _joined(column: pa.Array | None, n: int, odd: list[list[str]], place: int) -> pa.Array:
    """Append the cells of odd rows to those of a column."""
    import pyarrow as pa

    kind = pa.dictionary(pa.int32(), pa.string())
    if column is None:
        column = pa.nulls(n, pa.string()).dictionary_encode().cast(kind)
    if not odd:
        return column
    cells = [(row[place] or None) if place < len(row) else None for row in odd]
    more = pa.array(cells, type=pa.string()).dictionary_encode().cast(kind)
    return _whole(pa.chunked_array([column, more]).unify_dictionaries())
