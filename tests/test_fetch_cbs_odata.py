"""Fetching from a service of OData that runs here, for the test alone."""

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from grensgeo.errors import FileError, InputError
from grensgeo.fetch.catalogue import checksum
from grensgeo.fetch.cbs_odata import fetch_cbs
from grensgeo.fetch.transport import Transport
from grensgeo.statistics.nl.cbs import read_cbs_jobs

ROWS = [
    {
        "ID": n, "WoonregioS": "NL00  ", "WerkregioS": f"GM{n:04}", "Perioden": "2022MM12",
        "BanenVanWerknemers_1": n / 10, "WoonWerkafstand_2": 10.0,
    }
    for n in range(1, 26)
]  # fmt: skip
PAGE = 10
QUICK = Transport(timeout_s=2, tries=2, sleep=lambda _: None)


class Service(BaseHTTPRequestHandler):
    """Ten rows a page, as the feed of CBS gives ten thousand; trouble by the table's name."""

    def do_GET(self):
        url = urlsplit(self.path)
        table, start = url.path.split("/")[-2], int(parse_qs(url.query).get("$skip", ["0"])[0])
        self.server.asked.append(parse_qs(url.query))
        here = f"http://127.0.0.1:{self.server.server_port}{url.path}?$format=json&$skip="
        body = {"odata.metadata": "x", "value": ROWS[start : start + PAGE]}
        if start + PAGE < len(ROWS):
            body["odata.nextLink"] = f"{here}{start + PAGE}"
        trouble = {
            "loop": {"value": [], "odata.nextLink": f"{here}10"},
            "away": {"value": [], "odata.nextLink": "https://example.org/2"},
            "empty": {"value": []},
            "list": [1],
        }
        text = json.dumps(trouble.get(table, body))
        code = {"refused": 500, "none": 404}.get(table, 200)
        text = {"refused": "more than 10000 records", "html": "<html>"}.get(table, text)
        self.send_response(code)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_):
        """Say nothing."""


@contextmanager
def service():
    with ThreadingHTTPServer(("127.0.0.1", 0), Service) as server:
        server.asked = []
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield server, f"http://127.0.0.1:{server.server_port}/ODataFeed/odata"
        finally:
            server.shutdown()
            thread.join()


def test_all_pages_go_into_one_file_that_the_reader_takes(tmp_path):
    file = tmp_path / "85481NED.json"
    with service() as (server, root):
        source = fetch_cbs("85481NED", file, root=root, filtered="Perioden eq '2022MM12'")
    assert len(server.asked) == 3
    assert server.asked[0]["$filter"] == ["Perioden eq '2022MM12'"]
    jobs = read_cbs_jobs(file)
    assert jobs["count"].tolist() == [n * 100 for n in range(1, 26)]
    assert source.source_id == "cbs-85481NED"
    assert source.licence == "CC-BY-4.0"
    assert source.sha256 == checksum(file)
    assert source.url.startswith(f"{root}/85481NED/TypedDataSet?$format=json&$filter=Perioden")


@pytest.mark.parametrize(
    ("table", "error", "fault"),
    [
        ("refused", FileError, r"refused \(500 'more than 10000 records'\); filter the table"),
        ("none", FileError, r"refused \(404 .*look at table and filter"),
        ("html", FileError, "not JSON"),
        ("list", FileError, "no list of records"),
        ("loop", FileError, "names itself as the next page"),
        ("away", FileError, r"lies elsewhere \(https://example\.org/2\); not followed"),
        ("empty", InputError, "no rows; look at the filter"),
    ],
)
def test_trouble_is_told_and_nothing_is_written(tmp_path, table, error, fault):
    with service() as (_, root), pytest.raises(error, match=fault):
        fetch_cbs(table, tmp_path / "a.json", root=root)
    assert list(Path(tmp_path).iterdir()) == []


def test_what_cannot_work_is_told_before_asking(tmp_path):
    with pytest.raises(InputError, match=r"ends in \.json"):
        fetch_cbs("85481NED", tmp_path / "a.csv", root="http://127.0.0.1:9")
    with pytest.raises(InputError, match="no address of the web"):
        fetch_cbs("85481NED", tmp_path / "a.json", root="file:///etc")
    with pytest.raises(FileError, match="cannot be reached"):
        fetch_cbs("85481NED", tmp_path / "a.json", root="http://127.0.0.1:9", transport=QUICK)
