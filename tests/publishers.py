"""A server on 127.0.0.1 that behaves like those of publishers, with every trouble they make.

What it serves is a mapping of paths to a ``Page``, or to a function of the request that returns
one; troubles are lists of pages, given one after the other, the last one for good. The host of the
publisher is the first part of the path: ``/download.geofabrik.de/...``.
"""

import hashlib
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from urllib.parse import parse_qs, urlsplit


@dataclass
class Page:
    """An answer."""

    body: bytes = b""
    status: int = 200
    headers: dict = field(default_factory=dict)
    ranges: bool = False  # whether pieces of it are given
    cut: int | None = None  # the line breaks after so many bytes of an answer
    etag: bool = True
    length: bool = True


@dataclass
class Asked:
    """A request."""

    method: str
    path: str
    query: dict
    headers: Message
    body: bytes

    @property
    def form(self):
        return {k: v[0] for k, v in parse_qs(self.body.decode(), keep_blank_values=True).items()}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 5

    def handle_any(self):
        url = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        asked = Asked(
            self.command, url.path, {k: v[0] for k, v in parse_qs(url.query).items()},
            self.headers, body,
        )  # fmt: skip
        with self.server.lock:
            self.server.asked.append(asked)
            found = self.server.pages.get(url.path, Page(b"nothing here", 404))
            if isinstance(found, list):
                found = found.pop(0) if len(found) > 1 else found[0]
        self.answer(found(asked) if callable(found) else found)

    do_GET = do_POST = do_HEAD = handle_any

    def answer(self, page):
        body, status, headers = page.body, page.status, dict(page.headers)
        etag = f'"{hashlib.sha256(page.body).hexdigest()[:16]}"'
        if status == 200 and page.etag:
            headers.setdefault("ETag", etag)
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        if page.ranges:
            headers["Accept-Ranges"] = "bytes"
            same = self.headers.get("If-Range") in (None, etag)
            if wanted and same:
                first, last = int(wanted[1]), int(wanted[2] or len(body) - 1)
                if first >= len(body):
                    status, headers["Content-Range"] = 416, f"bytes */{len(body)}"
                    body = b""
                else:
                    headers["Content-Range"] = f"bytes {first}-{last}/{len(body)}"
                    status, body = 206, body[first : last + 1]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if page.length:
            self.send_header("Content-Length", str(len(body)))
        else:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body if page.cut is None else body[: page.cut])
        if page.cut is not None or not page.length:
            self.close_connection = True
            self.wfile.flush()

    def log_message(self, *_):
        """Say nothing."""


class Publishers(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages, self.asked, self.lock = {}, [], Lock()

    @property
    def root(self):
        return f"http://127.0.0.1:{self.server_port}"

    def paths(self, method=None):
        return [one.path for one in self.asked if method in (None, one.method)]

    def handle_error(self, *_):
        """Say nothing of clients that went away."""


@contextmanager
def publishers():
    with Publishers() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.005})
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
