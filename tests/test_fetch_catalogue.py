import pytest

from grensgeo.errors import FileError, InputError
from grensgeo.fetch.catalogue import checksum, read_catalogue, write_catalogue
from grensgeo.provenance import Source

A = Source("a", "First", "CC-BY-4.0", "A", "2022")
B = Source("b", "Second", "CC-BY-4.0", "B")


def test_round_trip_sorts_by_id(tmp_path):
    path = tmp_path / "catalogue.json"
    write_catalogue([B, A], path)
    assert read_catalogue(path) == {"a": A, "b": B}
    assert list(read_catalogue(path)) == ["a", "b"]


def test_checksum_is_sha256(tmp_path):
    (tmp_path / "x").write_bytes(b"abc")
    assert checksum(tmp_path / "x").startswith("ba7816bf8f01cfea")
    with pytest.raises(FileError, match="no such file"):
        checksum(tmp_path / "absent")
    with pytest.raises(FileError, match="is a folder"):
        checksum(tmp_path)


@pytest.mark.parametrize(
    ("text", "error", "message"),
    [
        ("{", FileError, "not a JSON file"),
        ("{}", InputError, "no list 'sources'"),
        ('{"sources": [{"source_id": "a"}]}', InputError, "missing fields"),
    ],
)
def test_damaged_catalogue_is_named(tmp_path, text, error, message):
    path = tmp_path / "catalogue.json"
    path.write_text(text)
    with pytest.raises(error, match=message) as caught:
        read_catalogue(path)
    assert "catalogue.json" in str(caught.value)


def test_same_id_twice(tmp_path):
    path = tmp_path / "catalogue.json"
    write_catalogue([A, Source("a", "Other", "x", "y")], path)
    with pytest.raises(InputError, match="come twice: a"):
        read_catalogue(path)
