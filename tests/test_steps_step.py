"""Steps are done once: what has not changed is kept, what has changed is told."""

import warnings

import pytest

from grensgeo.errors import GrensgeoWarning
from grensgeo.steps import Step, StepRun, Store, code_sum
from grensgeo.steps.step import _change


class Work:
    """Two steps: a number, and its double."""

    def __init__(self, store):
        self.store, self.done, self.said = store, [], []

    def steps(self, *, number="4", label="a"):
        def make_number(folder, _):
            self.done.append("number")
            (folder / "number.txt").write_text(number)
            warnings.warn(GrensgeoWarning("figure-unknown", "a guess"), stacklevel=2)

        def make_double(folder, taken):
            self.done.append("double")
            value = int((taken["number"] / "number.txt").read_text())
            (folder / "double.txt").write_text(f"{label}{2 * value}")

        one = Step("number", "number", {"number": number, "code": "0"}, make_number)
        return [one, Step("double", "double", {"label": label}, make_double, (one,))]

    def run(self, *, fresh=False, **values):
        self.done.clear()
        run = StepRun("toy", self.steps(**values), self.store, self.said.append, fresh=fresh)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            found = run.run()
        self.warned = [str(one.message) for one in caught]
        return (found["double"] / "double.txt").read_text()

    def why(self, **values):
        planned = StepRun("toy", self.steps(**values), self.store).plan()
        return {one.step.name: one.why for one in planned}


@pytest.fixture
def work(tmp_path):
    return Work(Store(tmp_path / "store"))


def test_a_second_run_does_no_work_and_warns_again(work):
    assert work.why() == {
        "number": "was not asked for before",
        "double": "was not asked for before",
    }
    assert work.run() == "a8"
    assert (work.done, work.warned) == (["number", "double"], ["a guess"])
    assert work.said == ["[1/2] number", "[2/2] double"]
    assert work.why() == {"number": "", "double": ""}
    assert work.run() == "a8"
    assert (work.done, work.warned) == ([], ["a guess"])


def test_a_label_redraws_what_shows_it(work):
    work.run()
    assert work.why(label="b") == {"number": "", "double": "changed: label (a -> b)"}
    assert work.run(label="b") == "b8"
    assert work.done == ["double"]
    assert work.run() == "a8"  # changed back
    assert work.done == []


def test_what_goes_in_is_done_anew_with_what_follows(work):
    work.run()
    told = work.why(number="5")
    assert told["number"] == "changed: number (4 -> 5)"
    assert told["double"] == "changed: what 'number' gives"
    assert work.run(number="5") == "a10"
    assert work.run(number="5", fresh=True) == "a10"
    assert work.done == ["number", "double"]


def test_a_stopped_run_goes_on_where_it_was(work, monkeypatch):
    monkeypatch.setattr(Store, "put", _stopping(Store.put, after=1))
    with pytest.raises(KeyboardInterrupt):
        work.run()
    monkeypatch.undo()
    assert work.why()["double"].startswith("is not in the store: the run was stopped")
    assert work.run() == "a8"
    assert work.done == ["double"]


def _stopping(put, *, after):
    count = []

    def stop(*args):
        count.append(1)
        if len(count) > after:
            raise KeyboardInterrupt
        return put(*args)

    return stop


def test_a_damaged_result_is_done_again(work):
    work.run()
    for path in work.store.folder.rglob("double.txt"):
        path.write_text("a9")
    assert work.run() == "a8"
    assert work.done == ["double"]


def test_a_change_is_said_in_few_words():
    assert _change("cutoff", "30", "45") == "cutoff (30 -> 45)"
    assert _change("region", "a" * 64, "b" * 64) == "region"
    assert _change("speed", None, "4") == "speed is new"
    assert _change("speed", "4", None) == "speed is left out"


def test_the_code_counts_but_for_what_is_left_out():
    assert len({code_sum(), code_sum(without=("cli",)), code_sum(without=("cli", "maps"))}) == 3
    assert code_sum(without=("maps",), but=("maps",)) == code_sum()
