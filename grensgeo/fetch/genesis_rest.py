"""Tables of GENESIS by its web service: with a login, at once or as a job, and always of a year.

The newest day is what comes where no year is named, and for months it has figures for the Länder
and dashes below them.
"""

from __future__ import annotations

import csv
import io
import os
import re
import zipfile
import zlib
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from grensgeo.errors import FileError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grensgeo.fetch.entries import CatalogueEntry
    from grensgeo.fetch.transport import Answer, Transport

#: Codes of the service. Source: GENESIS-Webservices, Einführung; recorded answers of pystatis.
_TOO_LARGE, _JOB_MADE, _NOT_ENTITLED, _NOT_THERE = 98, 99, 15, 104
#: How often a job is asked for, and how long it is waited between, s.
_POLLS, _POLL_S = 120, 5.0
_JOB = re.compile(r"\b[\w-]+_\d+\b")
#: A dash and other signs that stand where there is no figure.
_NO_FIGURES = {"-", "...", ".", "", "\N{HORIZONTAL ELLIPSIS}"}
#: From so many digits on a code is below the Länder.
_BELOW_LAND = 3


def login_of(entry: CatalogueEntry) -> tuple[str, str]:
    """Return user and password of a source, from the environment.

    Parameters
    ----------
    entry
        Its ``login`` is part of the names: ``GRENSGEO_..._USER`` and ``GRENSGEO_..._PASSWORD``.

    Raises
    ------
    InputError
        If they are not there.
    """
    names = [f"GRENSGEO_{entry.login}_{part}" for part in ("USER", "PASSWORD")]
    user, password = (os.environ.get(name, "") for name in names)
    if not user:
        raise InputError(
            "login-needed", f"{entry.id} needs a login (free): set {names[0]} and {names[1]}"
        )
    return user, password


def fetch_genesis_table(
    transport: Transport, entry: CatalogueEntry, *, year: int, part: Path
) -> None:
    """Fetch a table of one year as flat file.

    Parameters
    ----------
    transport
        The door to the internet.
    entry
        Its source: ``url`` is the root of the service, ``table`` the name.
    year
        Year of the figures.
    part
        File to write.

    Raises
    ------
    FileError
        If the service refuses, is not ready in time, or has no figures of the year yet.
    InputError
        If there is no login.
    """
    service = _Service(transport, entry)
    text = service.table(year)
    _need_figures(text, entry, year)
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_text(text, encoding="utf-8")


class _Service:
    """The web service of one publisher."""

    def __init__(self, transport: Transport, entry: CatalogueEntry) -> None:
        """Keep who asks."""
        self.transport, self.entry = transport, entry
        user, password = login_of(entry)
        # as headers and never in the address, which is written down
        self.headers = {
            "username": user,
            "password": password,
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def post(self, method: str, **values: str) -> Answer:
        """Fetch the answer of a method of the service; 404 is an answer too."""
        return self.transport.ask(
            self.entry.url + method,
            method="POST",
            data=urlencode(values).encode(),
            headers=self.headers,
            hosts=self.entry.hosts,
            also=(404,),
        )

    def table(self, year: int) -> str:
        """Return a table as text, by a job if it is large."""
        asked = {
            "name": self.entry.table, "area": "all", "compress": "false", "format": "ffcsv",
            "language": "de", "startyear": str(year), "endyear": str(year),
        }  # fmt: skip
        answer = self.post("data/tablefile", **asked, job="false")
        code, said = _status(answer)
        if code == _TOO_LARGE:
            answer = self.post("data/tablefile", **asked, job="true")
            code, said = _status(answer)
        if code == _JOB_MADE:
            named = _JOB.search(said)
            if named is None:
                raise self.refused(answer, said)
            answer = self.result(named[0])
            code, said = _status(answer)
        if code is not None:
            raise self.refused(answer, said, code)
        return _unpacked(answer)

    def result(self, job: str) -> Answer:
        """Return what a job made, once it is ready."""
        for _ in range(_POLLS):
            listed = self.post("catalogue/results", selection=job, area="user", pagelength="1")
            code, _said = _status(listed)
            if code in {None, 0}:
                break
            if code != _NOT_THERE:
                raise self.refused(listed, _said, code)
            self.transport.sleep(_POLL_S)
        else:
            raise FileError(
                "server-refuses",
                f"{self.entry.url}: the table {job} is not ready after "
                f"{_POLLS * _POLL_S / 60:.0f} min; fetch again later",
            )
        return self.post("data/resultfile", name=job, area="user", compress="false",
                         format="ffcsv", language="de")  # fmt: skip

    def refused(self, answer: Answer, said: str, code: int | None = None) -> FileError:
        """Return what is to be said where the service refuses."""
        remedy = "look at the table's name and the year, or lay the file by hand"
        if code == _NOT_ENTITLED:
            remedy = "the login may not have this table: use an account of your own"
        return FileError(
            "server-refuses",
            f"{answer.url}: refused ({code}: {' '.join(said.split())[:200]!r}); {remedy}",
        )


def _status(answer: Answer) -> tuple[int | None, str]:
    """Return code and words of an answer in JSON; no code for a table."""
    if answer.body.lstrip()[:1] != b"{":
        return None, ""
    data = answer.json()
    status: Any = data.get("Status") if isinstance(data, dict) else None
    if not isinstance(status, dict):  # of a wrong login: {"Code": ..., "Content": ...}
        status = data if isinstance(data, dict) else {}
    code = status.get("Code")
    return (code if isinstance(code, int) else -1), str(status.get("Content", ""))


def _unpacked(answer: Answer) -> str:
    """Return the text of a table, packed or not."""
    data = answer.body
    if data[:2] == b"PK":
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                names = [name for name in archive.namelist() if name.lower().endswith(".csv")]
                data = archive.read(names[0]) if names else b""
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
            raise FileError(
                "download-incomplete", f"{answer.url}: not a whole archive ({error})"
            ) from None
    return data.decode("utf-8-sig", errors="replace")


def _need_figures(text: str, entry: CatalogueEntry, year: int) -> None:
    """Check that what lies below the Länder has figures where they have."""
    land, below = 0, 0
    other = False
    for code, time, value in _values(text):
        other |= bool(time) and not time.startswith(str(year))
        if value in _NO_FIGURES or not code.isdigit():
            continue
        if len(code) < _BELOW_LAND:
            land += value != "0"
        else:
            below += value != "0"
    if other:
        raise FileError(
            "year-not-published",
            f"{entry.id}: figures of another year came where {year} was asked for",
        )
    if not below:
        has = " though the Länder have some" if land else ""
        raise FileError(
            "year-not-published",
            f"{entry.id}: no Gemeinde and no Kreis has a figure of {year} yet{has}; ask for an "
            "earlier year (year = in the region's file)",
        )


def _values(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield code of the region, day and value of the rows of a flat file."""
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    for row in rows:
        yield (
            (row.get("1_variable_attribute_code") or row.get("1_Auspraegung_Code") or "").strip(),
            (row.get("time") or row.get("Zeit") or "").strip(),
            (row.get("value") or "").strip(),
        )
