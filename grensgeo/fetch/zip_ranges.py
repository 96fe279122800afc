"""One member of a large archive on a server, without the rest of it."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, Any

from grensgeo.errors import FileError, some
from grensgeo.fetch.formats import member_of

if TYPE_CHECKING:
    from pathlib import Path

    from grensgeo.fetch.entries import CatalogueEntry
    from grensgeo.fetch.transport import Answer, Progress, Transport

#: Status of an answer that is a piece.
_PARTIAL = 206


class RangedFile(io.RawIOBase):
    """A file on a server, of which pieces are read where they are wanted.

    Attributes
    ----------
    size
        Bytes of the whole.
    version
        What the server says of its version.
    trouble
        What went wrong while it was read: ``zipfile`` takes it for the end of an archive.
    """

    def __init__(self, transport: Transport, url: str, hosts: tuple[str, ...] = ()) -> None:
        """Keep where it is."""
        self._transport, self._url, self._hosts = transport, url, hosts
        self._position = 0
        self.size = 0
        self.version = ""
        self.trouble: FileError | None = None

    def find_size(self) -> bool:
        """Return whether the server gives pieces, and find out how long the file is."""
        answer = self._transport.ask(self._url, method="HEAD", hosts=self._hosts)
        length = answer.headers.get("content-length", "")
        self.version = _version(answer)
        if answer.headers.get("accept-ranges", "").lower() != "bytes" or not length.isdigit():
            return False
        self.size = int(length)
        return True

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def seekable(self) -> bool:
        """Return that one can go to any place."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Move to a place."""
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self.size}[whence]
        self._position = max(0, start + offset)
        return self._position

    def tell(self) -> int:
        """Return the place."""
        return self._position

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - any buffer
        """Read a piece into a buffer."""
        last = min(self._position + len(buffer), self.size) - 1
        if last < self._position:
            return 0
        headers = {"Range": f"bytes={self._position}-{last}"}
        answer = self._transport.ask(
            self._url, headers=headers, hosts=self._hosts, most_bytes=last - self._position + 1
        )
        whole = answer.headers.get("content-range", "").rpartition("/")[2]
        sound = answer.status == _PARTIAL and len(answer.body) == last - self._position + 1
        if not sound or _version(answer) != self.version or whole != str(self.size):
            self.trouble = FileError(
                "download-incomplete",
                f"{self._url}: changed while it was read, or sends other pieces than asked for; "
                "try again later",
            )
            raise self.trouble
        buffer[: len(answer.body)] = answer.body
        self._position = last + 1
        return len(answer.body)


def _version(answer: Answer) -> str:
    """Return what a server says of a file's version."""
    return answer.headers.get("etag") or answer.headers.get("last-modified", "")


def unpack_member(
    file: IO[bytes] | io.BufferedReader,
    entry: CatalogueEntry,
    part: Path,
    progress: Progress | None = None,
) -> None:
    """Write the member of an archive that a source means.

    Parameters
    ----------
    file
        The archive, here or on a server.
    entry
        Its source; ``member`` is the pattern of the member's name.
    part
        File to write.
    progress
        Told how far it is.

    Raises
    ------
    FileError
        If it is no whole archive, lacks the member, or the member is too large.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            name = member_of(archive.namelist(), entry.member)
            if name is None:
                raise FileError(
                    "file-of-other-content",
                    f"{entry.url}: the archive lacks {entry.member}, it holds "
                    f"{some(archive.namelist())}; nothing was replaced{entry.doubt}",
                )
            size = archive.getinfo(name).file_size
            if size > entry.most_mb * 1e6:
                raise FileError(
                    "download-too-large", f"{entry.url}: {name} holds {size / 1e6:.0f} MB"
                )
            part.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(name) as source, part.open("wb") as target:
                done = 0
                while chunk := source.read(1 << 20):
                    done += target.write(chunk)
                    if progress is not None:
                        progress(done, size)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise FileError(
            "download-incomplete",
            f"{entry.url}: not a whole archive ({error}); nothing was replaced{entry.doubt}",
        ) from None
