"""Results of steps in a folder: whole or not at all, held against their checksums, cleaned."""

import os
from multiprocessing import get_context

import pytest

from grensgeo.errors import FileError
from grensgeo.steps import Store, store

KEY, OTHER = "a" * 32, "b" * 32


def put(kept, key=KEY, text="1 2 3", **about):
    with kept.making(key) as fresh:
        (fresh / "part").mkdir()
        (fresh / "part" / "figures.txt").write_text(text)
        return kept.put(key, fresh, {"name": "figures", **about})


def test_what_is_put_is_got(tmp_path):
    kept = Store(tmp_path / "store")
    assert kept.get(KEY) is None
    put(kept, seconds=2.5)
    found = Store(tmp_path / "store").get(KEY)
    assert (found.folder / "part" / "figures.txt").read_text() == "1 2 3"
    assert found.about["seconds"] == 2.5
    assert list(found.files) == ["part/figures.txt"]
    assert list((tmp_path / "store" / "scratch").iterdir()) == []


@pytest.mark.parametrize("damage", ["bytes", "cut", "gone", "about", "other"])
def test_a_damaged_result_is_as_good_as_none_and_is_replaced(tmp_path, damage):
    kept = Store(tmp_path / "store")
    folder = put(kept).folder
    file, about = folder / "part" / "figures.txt", folder / "step.json"
    if damage == "gone":
        file.unlink()
    elif damage == "about":
        about.write_text("{")
    elif damage == "other":
        about.write_text(about.read_text().replace(KEY, OTHER))
    else:
        file.write_text("1 2 4" if damage == "bytes" else "1 2")
    assert kept.get(KEY) is None
    put(kept)
    assert kept.get(KEY) is not None


def test_a_step_that_fails_leaves_nothing(tmp_path):
    kept = Store(tmp_path / "store")

    def fail():
        with kept.making(KEY) as fresh:
            (fresh / "half.txt").write_text("1")
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail()
    assert kept.get(KEY) is None
    assert list((tmp_path / "store" / "scratch").iterdir()) == []


def _write_many(folder):
    kept = Store(folder)
    for number in range(12):
        key = f"{number:032d}"
        put(kept, key, text=f"{number}" * 1000)
        found = kept.get(key)
        assert found is not None
        assert (found.folder / "part" / "figures.txt").read_text() == f"{number}" * 1000


def test_several_processes_write_one_store(tmp_path):
    context = get_context("fork")
    workers = [context.Process(target=_write_many, args=(tmp_path / "store",)) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert [worker.exitcode for worker in workers] == [0] * 4
    kept = Store(tmp_path / "store")
    assert len(kept.sizes()) == 12
    assert all(kept.get(key) for key in kept.sizes())


def test_what_the_last_plans_want_stays(tmp_path):
    kept = Store(tmp_path / "store")
    for number in range(6):
        put(kept, f"{number:032d}", text="x" * 1000)
        kept.want("study", {"figures": {"key": f"{number:032d}"}})
    put(kept, KEY)
    assert kept.tidy() > 2000
    assert list(kept.sizes()) == [f"{number:032d}" for number in range(2, 6)]
    kept.want("study", {"figures": {"key": f"{2:032d}"}})  # changed back
    kept.tidy(plans=2)
    assert list(kept.sizes()) == [f"{number:032d}" for number in (2, 5)]
    kept.want("other", {"figures": {"key": f"{5:032d}"}})
    kept.tidy(most_bytes=2500)
    assert sum(kept.sizes().values()) <= 2500
    assert sorted(kept.runs()) == ["other", "study"]
    kept.tidy(plans=0)
    assert kept.sizes() == {}


def test_what_an_ended_process_left_is_swept_and_a_living_ones_is_not(tmp_path):
    kept = Store(tmp_path / "store")
    (tmp_path / "store" / "scratch" / "dead").mkdir()
    (tmp_path / "store" / "scratch" / "dead" / "half.txt").write_text("1")
    (tmp_path / "store" / "scratch" / "dead.lock").touch()
    with kept.making(KEY) as fresh:
        Store(tmp_path / "store").tidy()
        assert fresh.is_dir()
        assert not (tmp_path / "store" / "scratch" / "dead").exists()


def test_a_folder_of_other_things_is_left_alone(tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(FileError, match="is no store of results") as caught:
        Store(tmp_path)
    assert caught.value.code == "folder-not-overwritten"
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "store.json").write_text('{"format": "grensgeo-store", "version": 99}')
    with pytest.raises(FileError, match="another version of grensgeo made this store"):
        Store(tmp_path / "new")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_store_that_cannot_be_written_says_so(tmp_path):
    Store(tmp_path / "store")
    (tmp_path / "store" / "steps").chmod(0o500)
    with pytest.raises(FileError, match="cannot be written"):
        Store(tmp_path / "store")


def test_a_full_disk_loses_nothing(tmp_path, monkeypatch):
    kept = Store(tmp_path / "store")
    put(kept)

    def full(path):
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(store, "sync", full)
    with pytest.raises(FileError, match=r"store cannot be written \(No space left on device\)"):
        put(kept, OTHER)
    monkeypatch.undo()
    assert kept.get(KEY) is not None
    assert kept.get(OTHER) is None
    assert list((tmp_path / "store" / "scratch").iterdir()) == []
