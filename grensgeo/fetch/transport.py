"""Talk to servers: politely, again where that helps, going on where a download was cut off.

Waiting and the time of day are parameters, so that a test waits for nothing. A proxy is taken from
the environment (``https_proxy``, ``no_proxy``), as everywhere.
"""

from __future__ import annotations

import http.client
import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

from grensgeo.errors import FileError, InputError

if TYPE_CHECKING:
    from pathlib import Path

_T = TypeVar("_T")
#: Told while a download goes on: bytes that are there, and how many there will be if known.
Progress = Callable[[int, int | None], None]

#: Answers after which asking again helps: too many requests, and troubles of the server.
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_MOVED = frozenset({301, 302, 303, 307, 308})
#: Headers that tell the version of a file.
_VERSIONS = ("etag", "last-modified")
_PARTIAL, _RANGE_WRONG, _NOT_ACCEPTABLE, _TOO_MANY = 206, 416, 406, 429
_MOST_MOVES = 5
#: In the words of a service of CBS that will never give so many rows, with status 500.
_TOO_MANY_ROWS = b"10000"
#: Longest wait that a server may ask for, s; beyond it is said and left to the person.
_LONGEST_WAIT_S = 600.0
#: Longest wait of our own, s.
_LONGEST_PAUSE_S = 60.0
_CHUNK = 1 << 16
#: How much of a server's refusal is repeated.
_SAID = 200
#: The most that an answer may hold that is not downloaded into a file.
_MOST_ANSWER = 400 << 20


def agent(contact: str = "") -> str:
    """Return how grensgeo names itself to servers.

    Parameters
    ----------
    contact
        Address of the one who fetches, which Overpass and others ask for; that of the environment
        (``GRENSGEO_CONTACT``) if left out.
    """
    from importlib.metadata import version

    said = contact or os.environ.get("GRENSGEO_CONTACT", "")
    return f"grensgeo/{version('grensgeo')} (accessibility across borders{said and '; '}{said})"


@dataclass(frozen=True)
class Answer:
    """What a server answered: address after all moves, status, headers in small letters, body."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:  # noqa: ANN401 - whatever the server says
        """Parse the body as JSON.

        Raises
        ------
        FileError
            If it is none.
        """
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError) as error:
            raise FileError(
                "download-incomplete",
                f"{self.url}: not JSON ({error}){page_said(self.body)}; try again later",
            ) from None


def page_said(data: bytes) -> str:
    """Return what a page says where data were expected, or nothing if it is no page.

    Examples
    --------
    >>> page_said(b"<!DOCTYPE html><title>Maintenance</title>")
    ", but a page that says 'Maintenance'"
    """
    head = data[:4000].lstrip().decode("utf-8", errors="replace")
    if not head[:15].lower().startswith(("<!doctype html", "<html", "<head")):
        return ""
    _, found, rest = head.partition("<title>")
    title = " ".join(rest.partition("</title>")[0].split()) if found else "nothing in its title"
    return f", but a page that says {title!r}"


class _Moves(HTTPRedirectHandler):
    """Follows no redirect by itself: where they may lead is looked at first."""

    def redirect_request(self, *_: object) -> None:
        """Return nothing, so that the redirect comes out as an answer."""


class _Asked(NamedTuple):
    """What is asked of an address: the most bytes of an answer, and which statuses are answers."""

    method: str
    data: bytes | None
    headers: dict[str, str]
    most: int
    also: tuple[int, ...]


class _CutOff(Exception):  # noqa: N818 - never raised to a caller
    """A download ended before its end."""


@dataclass(frozen=True)
class Transport:
    """The one door to the internet.

    Attributes
    ----------
    user_agent
        How it names itself.
    timeout_s
        How long a server may say nothing.
    tries
        How often it asks before it gives up.
    sleep, clock
        Waiting, and the time of day in seconds.
    say
        Told of waits that are longer than a moment.
    offline
        Whether to ask nothing at all.
    """

    user_agent: str = field(default_factory=agent)
    timeout_s: float = 60.0
    tries: int = 6
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.time
    say: Callable[[str], None] = lambda _: None
    offline: bool = False

    def ask(
        self,
        url: str,
        *,
        method: str = "GET",
        data: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        hosts: tuple[str, ...] = (),
        follow: bool = True,
        most_bytes: int = _MOST_ANSWER,
        also: tuple[int, ...] = (),
    ) -> Answer:
        """Fetch the whole answer of a server.

        Parameters
        ----------
        url, method, data, headers
            What is asked.
        hosts
            Hosts beside the address's own to which it may be moved.
        follow
            Whether to follow moves; otherwise the answer that names the new address is returned.
        most_bytes
            The most that the answer may hold.
        also
            Statuses that are answers too, such as 404.

        Raises
        ------
        FileError
            If the server cannot be reached, refuses, or moves the address elsewhere.
        """
        asked = _Asked(method, data, dict(headers or {}), most_bytes, (*also, *_MOVED))
        for _ in range(_MOST_MOVES + 1):
            answer = self._again(url, partial(self._once, url, asked))
            if answer.status not in _MOVED or not follow:
                return answer
            url = moved_to(url, answer.headers.get("location", ""), hosts)
        raise FileError("server-refuses", f"{url}: moved on and on; look at the address")

    def download(
        self,
        url: str,
        part: Path,
        *,
        hosts: tuple[str, ...] = (),
        most_bytes: int = 1 << 40,
        fixed: bool = False,
        progress: Progress | None = None,
    ) -> Mapping[str, str]:
        """Fetch into a file, going on where an earlier attempt of the same ended.

        Parameters
        ----------
        url
            What is downloaded.
        part
            File that holds what is there so far; beside it stands of what it is a part.
        hosts
            Hosts beside the address's own to which it may be moved.
        most_bytes
            The most that the file may hold.
        fixed
            Whether what the address holds never changes, as with a date in its name.
        progress
            Told how far it is.

        Returns
        -------
        mapping
            Headers of the answer, in small letters.

        Raises
        ------
        FileError
            If the server cannot be reached, refuses, moves the address elsewhere, or sends more
            than allowed.
        """
        job = _Download(self, url, part, hosts, most_bytes, fixed=fixed, progress=progress)
        return self._again(url, job.attempt, job.gained)

    def _again(
        self, url: str, attempt: Callable[[], _T], gained: Callable[[], bool] = lambda: False
    ) -> _T:
        """Repeat until it works, cannot work, or enough was tried since the last gain."""
        if self.offline:
            raise FileError("offline", f"{url}: is not here, and nothing is asked for offline")
        failed = 0
        while True:
            try:
                return attempt()
            except HTTPError as error:
                with error:
                    said = _body(error)
                wait = self._wait(error, url)
                last: FileError = refusal(url, error.code, said)
                if error.code not in _AGAIN or _TOO_MANY_ROWS in said:
                    raise last from None
            except (
                URLError, TimeoutError, http.client.HTTPException, _CutOff, OSError,
            ) as error:  # fmt: skip
                if isinstance(error, FileError):
                    raise
                wait, reason = None, getattr(error, "reason", error)
                last = FileError(
                    "server-not-reached",
                    f"{url}: cannot be reached ({reason or type(error).__name__}); try again "
                    "later",
                )
                if "CERTIFICATE_VERIFY_FAILED" in str(reason):
                    raise last from None
            failed = 1 if gained() else failed + 1
            if failed >= self.tries:
                raise last
            pause = min(2.0**failed, _LONGEST_PAUSE_S) if wait is None else wait
            if pause > 10:  # s; shorter ones are not worth a line
                self.say(f"{urlsplit(url).netloc}: waits {pause:.0f} s before asking again")
            self.sleep(pause)

    def _wait(self, error: HTTPError, url: str) -> float | None:
        """Return how long a server asks to wait, s."""
        said = (error.headers.get("Retry-After") or "").strip() if error.headers else ""
        if not said:
            # Overpass asks for half a minute where too many ask and it says nothing
            return 30.0 if error.code == _TOO_MANY else None
        try:
            wait = float(said)
        except ValueError:
            try:
                wait = parsedate_to_datetime(said).timestamp() - self.clock()
            except (TypeError, ValueError):
                return None
        if wait > _LONGEST_WAIT_S:
            raise FileError(
                "server-refuses", f"{url}: asks to come back in {wait / 60:.0f} min; do so"
            ) from None
        return max(wait, 0.0)

    def open(self, url: str, method: str, data: bytes | None, headers: dict[str, str]) -> Any:  # noqa: ANN401 - a response
        """Open an address once, as urllib does; moves come out as errors."""
        if urlsplit(url).scheme not in {"http", "https"}:
            raise InputError(
                "address-wrong", f"{url!r} is no address of the web; give one with https://"
            )
        said = {"User-Agent": self.user_agent, "Accept-Encoding": "identity", **headers}
        request = Request(url, data=data, headers=said, method=method)  # noqa: S310 - of the web
        return _opener().open(request, timeout=self.timeout_s)

    def _once(self, url: str, asked: _Asked) -> Answer:
        """Fetch an answer once."""
        try:
            response = self.open(url, asked.method, asked.data, asked.headers)
        except HTTPError as error:
            if error.code not in asked.also:
                raise
            with error:
                return Answer(url, error.code, _small(error.headers), _body(error, 1 << 20))
        with response:
            body: bytes = response.read(asked.most + 1)
            told = _small(response.headers)
            length = told.get("content-length", "")
            if len(body) > asked.most:
                raise too_large(url, asked.most)
            if asked.method != "HEAD" and length.isdigit() and len(body) < int(length):
                raise _CutOff(f"{len(body)} of {length} bytes")
            return Answer(url, response.status, told, body)


@dataclass
class _Download:
    """One download: what is there so far, and of which version.

    Attributes
    ----------
    there
        Bytes when the last attempt began.
    """

    transport: Transport
    url: str
    part: Path
    hosts: tuple[str, ...]
    most: int
    fixed: bool
    progress: Progress | None
    there: int = 0

    def gained(self) -> bool:
        """Return whether the last attempt brought anything."""
        size = self.part.stat().st_size if self.part.exists() else 0
        return size > self.there

    def attempt(self) -> Mapping[str, str]:
        """Fetch from where it ended to the end."""
        with _translated(self.part):
            self.part.parent.mkdir(parents=True, exist_ok=True)
        known = self._known()
        size = self.part.stat().st_size if self.part.exists() and known is not None else 0
        self.there = size
        headers = {"Range": f"bytes={size}-"} if size else {}
        if size and known and known.get("validator"):
            headers["If-Range"] = known["validator"]
        response = self._open(headers)
        if response is None:  # all of it was there, or what is there is of no use
            return self.attempt() if not self.part.exists() else self._headers(known)
        with response:
            told = _small(response.headers)
            start, total = _range(told, response.status)
            if response.status == _PARTIAL and start != size:
                self.part.unlink(missing_ok=True)
                raise _CutOff("another part than asked for")
            if response.status != _PARTIAL:
                start = 0
                self._keep(told)
            if total is not None and total > self.most:
                raise too_large(self.url, self.most)
            self._write(response, start, total)
        return told

    def _open(self, headers: dict[str, str]) -> Any:  # noqa: ANN401 - a response
        """Open the address after its moves; None where the range asked for is not there."""
        url = self.url
        for _ in range(_MOST_MOVES + 1):
            try:
                return self.transport.open(url, "GET", None, headers)
            except HTTPError as error:
                beyond = error.code == _RANGE_WRONG and "Range" in headers
                if error.code not in _MOVED and not beyond:
                    raise
                error.close()
                if beyond:
                    size, said = self.part.stat().st_size, error.headers.get("Content-Range", "")
                    if not said.endswith(f"/{size}"):
                        self.part.unlink()
                    return None
                url = moved_to(url, error.headers.get("Location") or "", self.hosts)
        raise FileError("server-refuses", f"{self.url}: moved on and on; look at the address")

    def _write(self, response: Any, start: int, total: int | None) -> None:  # noqa: ANN401 - a response
        """Write what comes, from a position on."""
        done = start
        with _translated(self.part), self.part.open("r+b" if start else "wb") as file:
            file.seek(start)
            file.truncate()
            while chunk := self._chunk(response):
                file.write(chunk)
                done += len(chunk)
                if done > self.most:
                    raise too_large(self.url, self.most)
                if self.progress is not None:
                    self.progress(done, total)
        if total is not None and done < total:
            raise _CutOff(f"{done} of {total} bytes")

    @staticmethod
    def _chunk(response: Any) -> bytes:  # noqa: ANN401 - a response
        """Read the next bytes; a trouble of the line is none of the disk."""
        try:
            return bytes(response.read(_CHUNK))
        except (OSError, http.client.HTTPException) as error:
            raise _CutOff(str(error) or type(error).__name__) from None

    def _known(self) -> dict[str, Any] | None:
        """Return of what the part is, or None if it is not of this address or cannot go on."""
        try:
            known = json.loads(self._note().read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            known = None
        sound = isinstance(known, dict) and known.get("url") == self.url
        if sound and (known.get("validator") or self.fixed):
            return dict(known)
        return None

    def _keep(self, told: Mapping[str, str]) -> None:
        """Write down of what the part will be."""
        etag = told.get("etag", "")
        validator = etag if etag and not etag.startswith("W/") else told.get("last-modified", "")
        kept = {name: told[name] for name in _VERSIONS if name in told}
        with _translated(self.part):
            self._note().write_text(
                json.dumps({"url": self.url, "validator": validator, "headers": kept}),
                encoding="utf-8",
            )

    @staticmethod
    def _headers(known: Mapping[str, Any] | None) -> Mapping[str, str]:
        """Return what was said of the version of a part when it was begun."""
        kept = (known or {}).get("headers")
        return kept if isinstance(kept, dict) else {}

    def _note(self) -> Path:
        """Return the file beside the part."""
        return self.part.with_name(f"{self.part.name}.json")


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Raise what the disk refuses as a fault of the file."""
    try:
        yield
    except FileError:
        raise
    except OSError as error:
        raise FileError(
            "file-not-writable",
            f"{path}: cannot be written ({error.strerror or error}); choose another place",
        ) from None


def forget(part: Path) -> None:
    """Remove a part and what stands beside it.

    Parameters
    ----------
    part
        As :meth:`Transport.download` took it.
    """
    for path in (part, part.with_name(f"{part.name}.json")):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def moved_to(url: str, location: str, hosts: tuple[str, ...]) -> str:
    """Return where an address was moved, if a source may be moved there.

    Parameters
    ----------
    url, location
        The address, and what the server says.
    hosts
        Hosts beside its own to which the source may be moved.

    Raises
    ------
    FileError
        If it leads to another host, or from https to http.

    Examples
    --------
    >>> moved_to("https://a.org/x", "/y", ())
    'https://a.org/y'
    """
    target = urljoin(url, location)
    old, new = urlsplit(url), urlsplit(target)
    weaker = old.scheme == "https" and new.scheme != "https"
    if not location or weaker or (new.netloc != old.netloc and new.netloc not in hosts):
        raise FileError(
            "redirect-elsewhere",
            f"{url}: was moved to {target}, where this source is not known to be; not followed. "
            "Look at both addresses, and name the host in a catalogue of your own if it is right",
        )
    return target


def refusal(url: str, status: int, said: bytes) -> FileError:
    """Return what is to be said where a server refuses.

    Parameters
    ----------
    url, status, said
        The address, the server's status and the begin of its words.
    """
    words = " ".join(said[:_SAID].decode("utf-8", errors="replace").split())
    remedies = {
        401: "it asks for a login",
        403: "it does not let us in; look at its terms",
        404: "nothing is there; look at table and filter, or at year and name",
        _NOT_ACCEPTABLE: "it wants to know who asks: give a contact (GRENSGEO_CONTACT, --contact)",
        _TOO_MANY: "too many ask; try again later",
    }
    remedy = remedies.get(status, "look at the address, or try again later")
    if _TOO_MANY_ROWS in said:
        remedy = "filter the table, or use the feed"
    return FileError("server-refuses", f"{url}: refused ({status} {words!r}); {remedy}")


def too_large(url: str, most: int) -> FileError:
    """Return what is to be said where a server sends more than a source is known to have."""
    return FileError(
        "download-too-large",
        f"{url}: is larger than the {most / 1e6:.0f} MB that the catalogue allows; look at it, "
        "and raise most_mb in a catalogue of your own if it is right",
    )


def _opener() -> OpenerDirector:
    """Return what opens addresses: proxies from the environment, no move followed."""
    return build_opener(_Moves())


def _small(headers: Any) -> dict[str, str]:  # noqa: ANN401 - a message
    """Return headers in small letters."""
    return {str(name).lower(): str(value) for name, value in (headers or {}).items()}


def _body(error: HTTPError, most: int = _SAID) -> bytes:
    """Return what stands in a refusal."""
    try:
        return error.read(most)
    except (OSError, http.client.HTTPException, ValueError):
        return b""


def _range(told: Mapping[str, str], status: int) -> tuple[int, int | None]:
    """Return where an answer begins, and how long the whole is if that is said."""
    if status == _PARTIAL:
        span, _, whole = told.get("content-range", "").removeprefix("bytes ").partition("/")
        begin = span.partition("-")[0]
        return int(begin) if begin.isdigit() else -1, int(whole) if whole.isdigit() else None
    length = told.get("content-length", "")
    return 0, int(length) if length.isdigit() else None
