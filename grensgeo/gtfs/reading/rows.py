"""Split one CSV file of a feed into columns of text; odd rows and encodings are reported."""

from __future__ import annotations

import csv
import io
from array import array
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import FileError
from grensgeo.gtfs.reading.text_stream import FIRST_BYTES, TextStream

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import BinaryIO

    import numpy.typing as npt
    import pyarrow as pa

    from grensgeo.gtfs.findings import Findings
    from grensgeo.gtfs.reading.relations import Relation

#: What some programmes write between cells in the place of a comma.
_SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}

#: Rows of another form than the first that are held before those that are wanted are chosen.
_MOST_WAITING = 10_000


@dataclass(frozen=True, eq=False)
class ReadCells:
    """Some cells of one column, as text.

    Attributes
    ----------
    codes
        int32: place of each cell in ``texts``, -1 for an empty one.
    texts
        What cells hold, without spaces around it.
    """

    codes: npt.NDArray[np.int32]
    texts: list[str]

    @classmethod
    def of(cls, column: pa.Array) -> ReadCells:
        """Read the cells of a column of Arrow's."""
        texts = [cell.strip() for cell in column.dictionary.to_pylist()]
        codes = column.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
        empty = np.array([not text for text in texts] + [True])
        return cls(np.where(empty[codes], np.int32(-1), codes), texts)

    def test(self, holds: Callable[[str], bool], *, empty: bool) -> npt.NDArray[np.bool_]:
        """Test each different text once; ``empty`` is the answer of empty cells."""
        return np.array([holds(text) for text in self.texts] + [empty])[self.codes]


@dataclass(frozen=True, eq=False)
class RowChoice:
    """Which rows of a file are kept while it is read.

    Attributes
    ----------
    columns
        Columns by which they are chosen, where the file has them.
    choose
        Returns which rows are kept, of the cells of those columns in some rows.
    only
        Whether no other columns are read.
    """

    columns: tuple[str, ...]
    choose: Callable[[Mapping[str, ReadCells]], npt.NDArray[np.bool_]]
    only: bool = False


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
    count
        Rows that the file has, those that were not chosen among them.
    """

    columns: dict[str, pa.Array]
    row: npt.NDArray[np.int64]
    bad: npt.NDArray[np.bool_]
    headed: bool = True
    count: int = 0


def split(
    file: BinaryIO,
    relation: Relation,
    findings: Findings,
    *,
    where: str,
    choice: RowChoice | None = None,
) -> Rows:
    """Read the rows of a file.

    Cells that a row leaves off at its end are empty, empty cells too many at its end and rows
    without any are nothing, as R5, OpenTripPlanner and pandas read them too.

    Parameters
    ----------
    file
        The file, of which a block at a time is held.
    relation
        Its declaration.
    findings
        Collects what was odd about the file, or about rows that are kept.
    where
        Feed to name in errors.
    choice
        Which rows are kept; all if not given.

    Returns
    -------
    Rows
        In the order of the file.

    Raises
    ------
    FileError
        If the bytes are not UTF-8, or no CSV with commas.
    """
    text = TextStream(file, relation, findings, where=where)
    head, before = text.head()
    names = _header(head, relation, findings, where=where)
    if not names:
        return Rows({}, np.zeros(0, dtype=np.int64), np.zeros(0, dtype=bool), headed=False)
    declared = {field.name for field in relation.fields}
    wanted = {name: i for i, name in enumerate(names) if name in declared}
    return _read(_Place(relation, findings, where, before, len(names), wanted, choice), text)


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
    """Which file is read, of which columns which rows, and who takes what is odd about it."""

    relation: Relation
    findings: Findings
    where: str
    before: int
    n_names: int
    wanted: dict[str, int]
    choice: RowChoice | None


def _read(place: _Place, text: TextStream) -> Rows:
    """Read the rows by the number of cells of the first, and those of another form one by one."""
    import pyarrow as pa

    first = text.peek()
    if not first.strip() and len(first) < FIRST_BYTES:
        empty = pa.array([], type=pa.dictionary(pa.int32(), pa.string()))
        none = np.zeros(0, dtype=np.int64)
        return Rows(dict.fromkeys(place.wanted, empty), none, none.astype(bool))
    # Two columns at least: a line of one empty cell could not be distinguished from a blank line.
    width = max(_first_width(first), 2)
    read = _ArrowRows(place, width)
    read.all(text)
    columns = read.columns()
    row = read.numbers() + place.before
    filled, spilt = np.zeros(len(row), dtype=bool), np.zeros(len(row), dtype=bool)
    for i, column in columns.items():
        here = _filled(column)
        filled |= here
        if i >= place.n_names:
            spilt |= here
    odd, torn = (
        _Odd([(number + place.before, _cells(text)) for number, text in rows], place.n_names)
        for rows in (read.odd, read.torn)
    )
    odd.short += torn.short
    wide = sorted([*row[spilt].tolist(), *odd.wide])
    _report_blank([*row[~filled].tolist(), *odd.blank], place)
    last = int(row[filled].max(initial=0)) if place.choice is None else read.last + place.before
    _report_short(odd, width, last, place, ended=text.ended)
    padded = width > max(place.n_names, 2) and bool((filled & ~spilt).any())
    _report_wide(odd.extra, wide, place, padded=padded)
    numbers = np.concatenate([row, np.array([n for n, _ in odd.full], dtype=np.int64)])
    keep = np.concatenate([filled, np.ones(len(odd.full), dtype=bool)])
    order = np.argsort(numbers, kind="stable")
    order = order[keep[order]]
    # Odd rows that hold something go back to their place in the order of the file
    joined = {
        name: _joined(columns.get(i), len(row), [cells for _, cells in odd.full], i)
        for name, i in place.wanted.items()
    }
    if len(odd.full) or not filled.all():
        joined = {name: column.take(pa.array(order)) for name, column in joined.items()}
    numbers = numbers[order]
    bad = np.isin(numbers, np.array(wide, dtype=np.int64))
    return Rows(joined, numbers, bad, count=read.count)


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


def _report_short(odd: _Odd, width: int, last: int, place: _Place, *, ended: bool) -> None:
    """Report rows that leave cells off; one at the end may be all that is left of a file."""
    uniform = width < place.n_names
    if not odd.short and not uniform:
        return
    cut = not uniform and not ended and len(odd.short) == 1 and odd.short[0] > last
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


def _first_width(first: bytes) -> int:
    """Count the cells of the first row that has any."""
    text = first.decode("utf-8", errors="replace")
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        return next((len(cells) for cells in reader if any(c.strip() for c in cells)), 1)
    except csv.Error:
        return 1


class _ArrowRows:
    """Rows of one number of cells, read block by block by Arrow; the others come apart.

    Attributes
    ----------
    odd
        Rows of another form that are kept: number, from 1 for the first row, and text.
    torn
        What may be left of a row at the end of a file that was cut off, if it is not kept.
    count, last
        Rows of the file, and number of the last one of that number of cells.
    """

    def __init__(self, place: _Place, width: int) -> None:
        """Choose the columns that are read."""
        self._place, self._width = place, width
        self._kept: dict[int, list[pa.Array]] = {i: [] for i in self._places()}
        self._chosen: list[npt.NDArray[np.int64]] = []
        self._waiting: list[tuple[int, str]] = []
        self._odd_numbers = array("q")
        self.odd: list[tuple[int, str]] = []
        self.torn: list[tuple[int, str]] = []
        self.count = self.last = 0

    def _places(self) -> list[int]:
        """Return the places of the columns that are read."""
        choice, wanted = self._place.choice, self._place.wanted
        if choice is None or not choice.only:
            return list(range(self._width))
        named = [wanted[name] for name in choice.columns if name in wanted]
        # Arrow takes no columns for all of them
        return [i for i in named if i < self._width] or [0]

    def all(self, text: TextStream) -> None:
        """Read all rows, and keep those that are chosen."""
        import pyarrow as pa

        place, n = self._place, 0
        try:
            for batch in self._batches(text):
                self._take(batch, n)
                n += len(batch)
                if len(self._waiting) >= _MOST_WAITING:
                    self._choose_odd()
        except pa.ArrowInvalid as error:
            raise FileError(
                "table-unreadable",
                f"{place.where}: {place.relation.file}: no CSV ({error}); look for a quotation "
                "mark that is not closed, or fetch it again",
            ) from None
        ends = self._waiting[-1] if self._waiting else None
        self._choose_odd()
        self.count = n + len(self._odd_numbers)
        self.last = int(self._numbers_of(np.array([n - 1]))[0]) if n else 0
        if ends is not None and ends[0] > self.last and not text.ended and ends not in self.odd:
            self.torn = [ends]

    def _batches(self, text: TextStream) -> Iterator[pa.RecordBatch]:
        """Yield the rows, a block of bytes at a time; the others are kept waiting."""
        import pyarrow as pa
        from pyarrow import csv as arrow

        names = [str(i) for i in range(self._width)]
        read = [str(i) for i in self._kept]

        def skip(row: arrow.InvalidRow) -> str:
            self._odd_numbers.append(row.number or 0)
            self._waiting.append((row.number or 0, row.text))
            return "skip"

        with arrow.open_csv(
            pa.PythonFile(text, mode="r"),
            read_options=arrow.ReadOptions(column_names=names, use_threads=False),
            parse_options=arrow.ParseOptions(
                newlines_in_values=True, invalid_row_handler=skip, ignore_empty_lines=False
            ),
            convert_options=arrow.ConvertOptions(
                include_columns=read,
                column_types=dict.fromkeys(names, pa.dictionary(pa.int32(), pa.string())),
                null_values=[""],
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
                check_utf8=False,
            ),
        ) as reader:
            yield from reader

    def _take(self, batch: pa.RecordBatch, before: int) -> None:
        """Keep the rows of a batch that are kept."""
        choice, wanted = self._place.choice, self._place.wanted
        columns = dict(zip(self._kept, batch.columns, strict=True))
        if choice is None:
            for i, column in columns.items():
                self._kept[i].append(column)
            self._chosen.append(np.arange(before, before + len(batch)))
            return
        cells = {
            name: ReadCells.of(columns[wanted[name]])
            for name in choice.columns
            if wanted.get(name, self._width) < self._width
        }
        at = np.flatnonzero(_chosen(choice, cells, len(batch)))
        if len(at) == 0:
            return
        self._chosen.append(at + before)
        for i, column in columns.items():
            # Encoded anew, so that texts of the other rows are not held
            few = column.take(_positions(at)).dictionary_decode()
            self._kept[i].append(few.dictionary_encode())

    def _choose_odd(self) -> None:
        """Keep the rows of another form that are kept."""
        choice, waiting = self._place.choice, self._waiting
        self._waiting = []
        if choice is None or not waiting:
            self.odd += waiting
            return
        rows = [_cells(text) for _, text in waiting]
        cells = {
            name: ReadCells.of(_joined(None, 0, rows, self._place.wanted[name]))
            for name in choice.columns
            if name in self._place.wanted
        }
        kept = _chosen(choice, cells, len(rows))
        self.odd += [waiting[i] for i in np.flatnonzero(kept).tolist()]

    def columns(self) -> dict[int, pa.Array]:
        """Return the columns that were read, by their place."""
        import pyarrow as pa

        kind = pa.dictionary(pa.int32(), pa.string())
        columns = {}
        for i, parts in self._kept.items():
            columns[i] = _whole(pa.chunked_array(parts, type=kind).unify_dictionaries())
            parts.clear()
        return columns

    def numbers(self) -> npt.NDArray[np.int64]:
        """Return the number of each row that is kept, from 1 for the first row of the file."""
        none = np.zeros(0, dtype=np.int64)
        return self._numbers_of(np.concatenate([none, *self._chosen]))

    def _numbers_of(self, places: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return the numbers of rows by their place among those that Arrow read.

        Those of another width are missing among them.
        """
        odd = np.frombuffer(self._odd_numbers, dtype=np.int64)
        missing = np.searchsorted(odd - np.arange(len(odd)) - 1, places, side="right")
        return np.asarray(places + 1 + missing, dtype=np.int64)


def _chosen(choice: RowChoice, cells: Mapping[str, ReadCells], n: int) -> npt.NDArray[np.bool_]:
    """Return which of some rows are kept; none where the file has none of the columns."""
    return choice.choose(cells) if cells else np.zeros(n, dtype=bool)


def _positions(at: npt.NDArray[np.int64]) -> pa.Array:
    """Return positions as Arrow takes them."""
    import pyarrow as pa

    return pa.array(at)


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
