"""Talking to servers: every trouble ends with the right file or one clear line."""

import pytest
from publishers import Page, publishers

from grensgeo.errors import FileError, InputError
from grensgeo.fetch.transport import Transport, agent, moved_to

BODY = bytes(range(256)) * 1000
PATH = "/x/a.bin"


@pytest.fixture
def server():
    with publishers() as running:
        yield running


class Waits(list):
    """Writes down what would be waited for."""

    def __call__(self, seconds):
        self.append(seconds)


@pytest.fixture
def waits():
    return Waits()


@pytest.fixture
def door(waits):
    return Transport(timeout_s=5, tries=4, sleep=waits, clock=lambda: 1_700_000_000.0)


def fetch(door, server, tmp_path, **more):
    part = tmp_path / "a.part"
    door.download(server.root + PATH, part, **more)
    return part.read_bytes()


@pytest.mark.parametrize(
    ("troubles", "waited"),
    [
        ([], []),
        ([Page(b"", 429, {"Retry-After": "7"})], [7.0]),
        ([Page(b"", 429, {"Retry-After": "Tue, 14 Nov 2023 22:13:29 GMT"})], [9.0]),
        ([Page(b"", 429)], [30.0]),
        ([Page(b"", 500), Page(b"", 503)], [2.0, 4.0]),
        ([Page(BODY, cut=1000, etag=False)], [2.0]),
    ],
)
def test_what_passes_is_waited_for(server, tmp_path, door, waits, troubles, waited):
    server.pages[PATH] = [*troubles, Page(BODY)]
    assert fetch(door, server, tmp_path) == BODY
    assert waits == waited


def test_a_download_goes_on_where_it_was_cut(server, tmp_path, door):
    server.pages[PATH] = [Page(BODY, ranges=True, cut=100_000), Page(BODY, ranges=True)]
    assert fetch(door, server, tmp_path) == BODY
    second = server.asked[1].headers
    assert 0 < int(second["Range"].removeprefix("bytes=").removesuffix("-")) <= 100_000
    assert second["If-Range"].startswith('"')


def test_a_download_of_an_earlier_day_goes_on(server, tmp_path, door):
    server.pages[PATH] = Page(BODY, ranges=True, cut=70_000)
    with pytest.raises(FileError, match="cannot be reached"):
        fetch(Transport(tries=1, sleep=lambda _: None), server, tmp_path)
    assert (tmp_path / "a.part").stat().st_size >= 65_536
    server.pages[PATH] = Page(BODY, ranges=True)
    assert fetch(door, server, tmp_path) == BODY
    assert "Range" in server.asked[-1].headers


def test_a_file_that_changed_meanwhile_is_fetched_anew(server, tmp_path, door):
    other = BODY[::-1]
    server.pages[PATH] = [Page(BODY, ranges=True, cut=70_000), Page(other, ranges=True)]
    assert fetch(door, server, tmp_path) == other


def test_a_part_that_is_whole_is_not_fetched_again(server, tmp_path, door):
    server.pages[PATH] = Page(BODY, ranges=True)
    assert fetch(door, server, tmp_path) == BODY
    assert fetch(door, server, tmp_path) == BODY
    assert server.asked[-1].headers["Range"] == f"bytes={len(BODY)}-"


def test_the_version_of_a_part_that_is_whole_is_known(server, tmp_path, door):
    """A process may end between the last byte and what it writes down of the file."""
    server.pages[PATH] = Page(BODY, ranges=True)
    first, again = (door.download(server.root + PATH, tmp_path / "a.part") for _ in range(2))
    assert again["etag"] == first["etag"]


def test_a_server_without_pieces_or_length_is_read_whole(server, tmp_path, door):
    server.pages[PATH] = [Page(BODY, cut=70_000), Page(BODY, length=False)]
    assert fetch(door, server, tmp_path) == BODY


@pytest.mark.parametrize(
    ("page", "code", "said"),
    [
        (Page(b"no", 404), "server-refuses", "refused \\(404 'no'\\)"),
        (Page(b"who", 406), "server-refuses", "give a contact"),
        (Page(b"", 500), "server-refuses", "refused \\(500"),
        (Page(b"", 429, {"Retry-After": "7200"}), "server-refuses", "come back in 120 min"),
        (
            Page(b"", 302, {"Location": "http://localhost:1/a"}), "redirect-elsewhere",
            "moved to http://localhost:1/a",
        ),
        (Page(b"", 302, {"Location": PATH}), "server-refuses", "moved on and on"),
        (Page(BODY, cut=10), "server-not-reached", "10 of 256000 bytes"),
    ],
)  # fmt: skip
def test_what_does_not_pass_is_one_line(server, tmp_path, door, page, code, said):
    server.pages[PATH] = page
    with pytest.raises(FileError, match=said) as caught:
        fetch(door, server, tmp_path)
    assert caught.value.code == code
    assert "\n" not in str(caught.value)


def test_a_move_within_the_source_is_followed(server, tmp_path, door):
    server.pages[PATH] = Page(b"", 302, {"Location": "/y/b.bin"})
    server.pages["/y/b.bin"] = Page(BODY)
    assert fetch(door, server, tmp_path) == BODY
    host = f"localhost:{server.server_port}"
    server.pages["/y/b.bin"] = Page(b"", 301, {"Location": f"http://{host}/z"})
    server.pages["/z"] = Page(b"there")
    answer = door.ask(f"{server.root}{PATH}", hosts=(host,))
    assert (answer.body, answer.url) == (b"there", f"http://{host}/z")
    assert door.ask(server.root + PATH, follow=False).headers["location"] == "/y/b.bin"


def test_what_is_larger_than_the_catalogue_says_is_left(server, tmp_path, door):
    for page in (Page(BODY), Page(BODY, length=False)):
        server.pages[PATH] = page
        with pytest.raises(FileError, match="larger than the 0 MB") as caught:
            fetch(door, server, tmp_path, most_bytes=1000)
        assert caught.value.code == "download-too-large"
        with pytest.raises(FileError, match="larger"):
            door.ask(server.root + PATH, most_bytes=1000)


def test_who_asks_says_so(server, tmp_path, monkeypatch):
    monkeypatch.setenv("GRENSGEO_CONTACT", "me@example.org")
    server.pages[PATH] = Page(BODY)
    fetch(Transport(), server, tmp_path)
    assert server.asked[0].headers["User-Agent"] == agent()
    assert "me@example.org" in agent()
    assert "you@example.org" in agent("you@example.org")


def test_offline_asks_nobody(tmp_path):
    with pytest.raises(FileError, match="nothing is asked for offline") as caught:
        Transport(offline=True).ask("http://127.0.0.1:9/a")
    assert caught.value.code == "offline"


def test_a_page_instead_of_data_is_named(server, door):
    server.pages[PATH] = Page(b"<!DOCTYPE html><html><title>Storing</title>")
    with pytest.raises(FileError, match="but a page that says 'Storing'"):
        door.ask(server.root + PATH).json()


def test_progress_is_told_and_addresses_are_of_the_web(server, tmp_path, door):
    server.pages[PATH] = Page(BODY)
    told = []
    fetch(door, server, tmp_path, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (len(BODY), len(BODY))
    with pytest.raises(InputError, match="no address of the web"):
        door.ask("file:///etc/passwd")


def test_a_proxy_of_the_environment_is_used(server, tmp_path, door, monkeypatch):
    monkeypatch.setenv("http_proxy", server.root)
    monkeypatch.setenv("no_proxy", "")
    server.pages["/a.bin"] = Page(BODY)
    door.download("http://publisher.example/a.bin", tmp_path / "a.part")
    assert server.asked[0].headers["Host"] == "publisher.example"


@pytest.mark.parametrize("place", ["http://a.org/x", "https://b.org/x", ""])
def test_no_move_leads_from_https_or_the_host(place):
    with pytest.raises(FileError, match="not followed"):
        moved_to("https://a.org/x", place, ())
