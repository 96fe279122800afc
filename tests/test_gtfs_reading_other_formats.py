"""Archives and folders that hold a feed somewhere, or none and something else."""

import zipfile

import pytest
from feeds import feed_files, write_feed

from grensgeo.cli import main
from grensgeo.errors import FileError
from grensgeo.gtfs import read_feed

TRIPS = {"1": "Enschede 8:00, Gronau 8:11"}


@pytest.fixture
def files():
    return feed_files(TRIPS)


def refused(path):
    with pytest.raises(FileError) as caught:
        read_feed(path)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def raw_zip(path, members):
    with zipfile.ZipFile(path, "w") as bundle:
        for name, content in members.items():
            info = zipfile.ZipInfo("x")
            info.filename = name  # as a programme for Windows writes it, backslashes and all
            bundle.writestr(info, content)
    return path


@pytest.mark.parametrize("folder", ["gtfs\\", "a\\b\\", "a/b/c/"])
def test_names_with_backslashes_and_folders(tmp_path, files, folder):
    path = raw_zip(tmp_path / "a.zip", {folder + name: text for name, text in files.items()})
    assert len(read_feed(path).trips) == 1


@pytest.mark.parametrize("below", ["x", "x/y", "x/y/z"])
def test_a_folder_some_folders_down_reads_as_its_zip(tmp_path, files, below):
    place = tmp_path / "feed" / below
    place.mkdir(parents=True)
    for name, text in files.items():
        (place / name.upper()).write_text(text, encoding="utf-8")
    feed = read_feed(tmp_path / "feed")
    assert len(feed.trips) == 1
    assert f"the folder {below!r}" in str(feed.findings[0])
    assert main(["check", str(tmp_path / "feed")]) == 0


def test_zips_inside_are_named(tmp_path, files):
    inner = write_feed(tmp_path / "bus.zip", files).read_bytes()
    path = raw_zip(tmp_path / "a.zip", {"bus.zip": inner, "readme.txt": "x"})
    assert "it holds bus.zip, a zip inside it; unpack it and give that file" in refused(path)
    (tmp_path / "folder").mkdir()
    for name in ("1.zip", "2.ZIP"):
        (tmp_path / "folder" / name).write_bytes(inner)
    assert "it holds 1.zip, 2.ZIP, a zip inside it" in refused(tmp_path / "folder")


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"RET.xml": '<?xml version="1.0"?><PublicationDelivery version="1">'}, "it is NeTEx"),
        ({"sub/NeTEx_VRR.xml.gz": b"\x1f\x8b"}, "it is NeTEx"),
        ({"a.xml": "<TransXChange>"}, "it is TransXChange"),
        ({"a.xml": "<svg>", "b.csv": "x"}, "no GTFS feed"),
    ],
)
def test_other_standards_are_named(tmp_path, members, said):
    assert said in refused(raw_zip(tmp_path / "a.zip", members))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<!DOCTYPE html><html>", "it is a page of a website"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><PublicationDelivery>", "it is NeTEx"),
        (b"Rar!\x1a\x07", "packed with RAR"),
        (b"\x1f\x8b\x08", "packed with gzip"),
        (b"stop_id,stop_name\n", "one file of a feed; give the folder"),
        (b"PK\x03\x04 and no more", "it may be truncated"),
    ],
)
def test_files_that_are_no_zip(tmp_path, content, said):
    (tmp_path / "a.zip").write_bytes(content)
    assert said in refused(tmp_path / "a.zip")


def test_a_large_file_that_is_not_read_is_no_reason_to_refuse(tmp_path, files):
    path = write_feed(tmp_path / "a.zip", {**files, "notes.pdf": b"0" * 20_000_000})
    assert len(read_feed(path).trips) == 1
