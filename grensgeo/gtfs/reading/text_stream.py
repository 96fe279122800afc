"""Read the bytes of one file of a feed once, checked on the way: UTF-8, without zero bytes."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING

from grensgeo.errors import FileError

if TYPE_CHECKING:
    from typing import BinaryIO

    from grensgeo.gtfs.findings import Findings
    from grensgeo.gtfs.reading.relations import Relation

_BOM = b"\xef\xbb\xbf"
_OTHER_BOMS = (b"\xff\xfe", b"\xfe\xff")

#: Bytes that are read at a time until the header and the first row are known.
FIRST_BYTES = 65_536

#: Bytes of a line that is not UTF-8 that are shown.
_SHOWN_BYTES = 80


class TextStream(io.RawIOBase):
    """The bytes of one file, of which never more than a block is held.

    Attributes
    ----------
    ended
        Whether what was read last is the end of a line.
    """

    def __init__(
        self, file: BinaryIO, relation: Relation, findings: Findings, *, where: str
    ) -> None:
        """Open the stream and take off the byte order mark.

        Parameters
        ----------
        file
            The file, which stays the caller's to close.
        relation
            Its declaration.
        findings
            Collects what was odd.
        where
            Feed to name in errors.

        Raises
        ------
        FileError
            If the first bytes are UTF-16.
        """
        super().__init__()
        self._file, self._about = file, f"{where}: {relation.file}"
        self.ended = True
        self._undecoded = b""  # bytes of a character whose others are in the next block
        self._line = b""  # what was read of a line whose end is in the next block
        self._lines = 0
        start = file.read(FIRST_BYTES)
        if start.startswith(_OTHER_BOMS):
            raise FileError(
                "file-encoding-wrong", f"{self._about} is UTF-16, not UTF-8; save it as UTF-8"
            )
        if start.startswith(_BOM):
            findings.add(
                "notice",
                "byte_order_mark",
                "the file starts with a byte order mark",
                file=relation.file,
                remedy="it was taken off",
            )
        # Old programmes end lines by a carriage return alone; Arrow reads rows of either kind
        self._end = b"\r" if b"\n" not in start and b"\r" in start else b"\n"
        self._ahead = b""
        self._take(start.removeprefix(_BOM), whole=start)

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def read(self, size: int = -1) -> bytes:
        """Read as many bytes as are asked for, unless the file ends."""
        if size < 0 or len(self._ahead) < size:
            self._take(self._file.read(-1 if size < 0 else size - len(self._ahead)))
        size = len(self._ahead) if size < 0 else size
        given, self._ahead = self._ahead[:size], self._ahead[size:]
        return given

    def head(self) -> tuple[str, int]:
        """Read up to the first line that is not blank.

        Returns
        -------
        str
            That line without its end; empty where the file holds none.
        int
            Lines up to there, that one counted.
        """
        before = 0
        while True:
            line = self._next_line()
            before += 1
            if line.strip() or not self.peek():
                return line.decode("utf-8"), before

    def peek(self) -> bytes:
        """Return the bytes that come next, without reading on: a block, or all that are left."""
        while len(self._ahead) < FIRST_BYTES:
            more = self._file.read(FIRST_BYTES)
            if not more:
                break
            self._take(more)
        return self._ahead

    def _next_line(self) -> bytes:
        """Read a line without its end."""
        while self._end not in self._ahead:
            more = self._file.read(FIRST_BYTES)
            if not more:
                break
            self._take(more)
        line, _, self._ahead = self._ahead.partition(self._end)
        return line

    def _take(self, block: bytes, *, whole: bytes | None = None) -> None:
        """Add a block to what can be read, checked; an empty one is the end of the file."""
        self._check(block, last=not (block if whole is None else whole))
        self._ahead += block
        if block:
            self.ended = block.endswith((b"\n", b"\r"))

    def _check(self, block: bytes, *, last: bool) -> None:
        """Raise on bytes that are not UTF-8."""
        if b"\0" in block:
            raise FileError(
                "file-encoding-wrong",
                f"{self._about} holds zero bytes, as UTF-16 does; save it as UTF-8, or "
                "fetch it again",
            )
        text = self._undecoded + block
        if self._undecoded or not block.isascii():
            try:
                _, read = codecs.utf_8_decode(text, "strict", last)
            except UnicodeDecodeError as error:
                raise self._not_utf8(text, error.start) from None
            self._undecoded = text[read:]
        self._lines += block.count(self._end)
        _, end, rest = block.rpartition(self._end)
        self._line = (rest if end else self._line + rest)[: 2 * _SHOWN_BYTES]

    def _not_utf8(self, text: bytes, start: int) -> FileError:
        """Describe where the file is not UTF-8, and what it may say there."""
        row = self._lines + text.count(self._end, 0, start) + 1
        since = text.rfind(self._end, 0, start) + 1
        # The line may have begun in the block before, and go on in the next
        begun = self._line.removesuffix(self._undecoded) if since == 0 else b""
        line = begun + text[since:] + self._file.read(_SHOWN_BYTES)
        shown = line.split(self._end)[0].strip()[:_SHOWN_BYTES]
        guess = shown.decode("cp1252", errors="replace")
        return FileError(
            "file-encoding-wrong",
            f"{self._about}, row {row}: not UTF-8 (byte 0x{text[start]:02x}; "
            f"read as Windows-1252 it says {guess!r}); save the file as UTF-8",
        )
