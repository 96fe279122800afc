"""Archives of feeds: sound, damaged, too large, or with members that lead out."""

import struct
import warnings
import zipfile

import pytest
from feeds import (
    feed_files,
    finding_lines,
    refused,
    write_feed,
)

from grensgeo.errors import FileError
from grensgeo.gtfs import read_feed
from grensgeo.gtfs.reading import archive as archives

TRIPS = {
    "1": "Enschede 8:00, Gronau 8:11-8:12, Muenster 9:10",
    "2": "Enschede 9:00, Gronau 9:11-9:12, Muenster 10:10",
}


@pytest.fixture
def files():
    return feed_files(TRIPS)


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_a_truncated_zip(tmp_path, files, share):
    whole = write_feed(tmp_path / "a.zip", files).read_bytes()
    short = tmp_path / "short.zip"
    short.write_bytes(whole[: int(len(whole) * share)])
    assert "it may be truncated, fetch it again" in refused(short)


def test_damage_inside_a_zip(tmp_path, files):
    path = write_feed(tmp_path / "a.zip", files)
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as bundle:
        start = bundle.getinfo("stop_times.txt").header_offset
    at = start + 30 + len("stop_times.txt") + 20
    data[at : at + 8] = bytes(8)
    path.write_bytes(data)
    said = refused(path)
    assert "stop_times.txt cannot be unpacked" in said
    assert "damaged" in said


def test_a_bomb_is_not_unpacked(tmp_path, files, monkeypatch):
    files["shapes.txt"] = b"0" * 200_000_000
    path = write_feed(tmp_path / "bomb.zip", files)
    assert path.stat().st_size < 1_000_000
    monkeypatch.setattr(zipfile.ZipFile, "read", lambda *_: pytest.fail("was unpacked"))
    said = refused(path)
    assert "'shapes.txt' would unpack" in said
    assert "200,000,000" in said
    assert "nothing was unpacked" in said


def test_a_feed_beyond_all_sizes(tmp_path, files, monkeypatch):
    path = write_feed(tmp_path / "a.zip", files)
    monkeypatch.setattr(archives, "MAX_BYTES", 500)
    assert "bytes unpacked, more than 500" in refused(path)


@pytest.mark.parametrize("name", ["../evil.txt", "/etc/evil.txt", "..\\evil.txt", "C:\\evil.txt"])
def test_a_member_that_leads_out(tmp_path, files, name):
    path = write_feed(tmp_path / "a.zip", {**files, name: "x"})
    said = refused(path)
    assert "members lead out of the archive" in said
    assert not (tmp_path.parent / "evil.txt").exists()


def test_a_nested_folder_is_read_and_told(tmp_path, files):
    feed = read_feed(write_feed(tmp_path / "a.zip", files, folder="gtfs/"))
    (said,) = finding_lines(feed)
    assert said.startswith("warning: the files stand in the folder 'gtfs' of the archive; they")
    twice = {**files, **{f"old/{name}": text for name, text in files.items()}}
    path = write_feed(tmp_path / "b.zip", twice)
    assert "files of a feed in several folders: ., old" in refused(path)
    path = write_feed(tmp_path / "c.zip", {**files, "old/stops.txt": "stop_id\nx\n"})
    (said,) = finding_lines(read_feed(path))  # only one of them is whole
    assert said == (
        "warning: folders with some files of a feed, beside the whole one: 'old'; not read"
    )


def test_a_member_that_is_packed_in_a_way_that_is_not_known(tmp_path, files):
    path = write_feed(tmp_path / "a.zip", files)
    data = bytearray(path.read_bytes())
    central = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, central + 10, 9)  # Deflate64, as large files are packed
    path.write_bytes(data)
    with pytest.raises(FileError, match=r"agency.txt is packed in a way .*; unpack") as error:
        read_feed(path)
    assert error.value.codes == ("archive-packing-unknown",)


def test_an_empty_archive(tmp_path):
    (tmp_path / "none.zip").write_bytes(b"")
    assert "empty file, no feed" in refused(tmp_path / "none.zip")
    assert "no GTFS feed" in refused(write_feed(tmp_path / "other.zip", {"a.csv": "x"}))
    assert "no such file" in refused(tmp_path / "nowhere.zip")


def test_encrypted_and_doubled_members(tmp_path, files):
    path = write_feed(tmp_path / "a.zip", files)
    data = bytearray(path.read_bytes())
    central = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, central + 8, 1)
    path.write_bytes(data)
    assert "members are encrypted: 'agency.txt'" in refused(path)
    with warnings.catch_warnings(), zipfile.ZipFile(tmp_path / "b.zip", "w") as bundle:
        warnings.simplefilter("ignore")
        for name in (*files, "stops.txt"):
            bundle.writestr(name, files[name])
    assert "members stand in it twice: 'stops.txt'" in refused(tmp_path / "b.zip")
