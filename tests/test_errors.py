import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grensgeo.errors import (
    Fault,
    Faults,
    FileError,
    GrensgeoError,
    GrensgeoWarning,
    InputError,
    some,
)
from grensgeo.notes import Note

KINDS = [InputError, FileError, GrensgeoWarning]
FAULTS = st.builds(Fault, st.sampled_from(["id-twice", "empty"]), st.text(min_size=1))


def test_each_is_also_a_built_in():
    assert issubclass(InputError, ValueError)
    assert issubclass(FileError, OSError)
    assert issubclass(InputError, GrensgeoError)
    assert issubclass(FileError, GrensgeoError)
    assert issubclass(GrensgeoWarning, UserWarning)
    assert not issubclass(GrensgeoError, (ValueError, OSError))


@pytest.mark.parametrize("kind", KINDS)
def test_the_message_is_what_was_said_and_the_code_of_what_kind_it_is(kind):
    error = kind("file-missing", "cells.csv: no such file")
    assert str(error) == "cells.csv: no such file"
    assert (error.code, error.codes, error.args) == (
        "file-missing",
        ("file-missing",),
        ("cells.csv: no such file",),
    )


def test_a_fault_is_its_sentence():
    fault = Fault("id-twice", "duplicate id: a")
    assert fault == "duplicate id: a"
    placed = fault.at("cells").at("region")
    assert (placed, placed.code, placed.where) == (
        "region: cells: duplicate id: a",
        "id-twice",
        "region: cells",
    )
    for again in (pickle.loads(pickle.dumps(placed)), copy.copy(placed)):
        assert (again, again.code, again.where) == (placed, placed.code, placed.where)


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_collected_is_said_at_once(kind):
    faults = [
        Fault("id-twice", "a twice"),
        Fault("empty", "b empty"),
        Fault("id-twice", "c twice"),
    ]
    error = kind.of(faults, where="cells", remedy="mend them")
    assert str(error) == "cells: a twice; b empty; c twice; mend them"
    assert (error.code, error.codes) == ("id-twice", ("id-twice", "empty"))
    assert [fault.where for fault in error.faults] == ["cells"] * 3
    assert str(kind.of(error.at("region"))) == f"region: {error}"


def test_faults_are_a_list_that_takes_codes():
    faults = Faults()
    faults.add("id-twice", "a twice")
    faults += [Fault("empty", "b empty")]
    assert isinstance(faults, Faults)
    assert [(fault.code, str(fault)) for fault in faults] == [
        ("id-twice", "a twice"),
        ("empty", "b empty"),
    ]


def test_a_note_lends_its_code():
    note = Note("extract-ends")
    warning = GrensgeoWarning.of([note], where="network")
    assert (str(warning), warning.code) == (f"network: {note}", "extract-ends")


@given(
    st.sampled_from(KINDS),
    st.lists(FAULTS, min_size=1),
    st.text(max_size=9),
    st.text(max_size=9),
)
def test_faults_and_message_say_the_same(kind, faults, where, remedy):
    error = kind.of(faults, where=where, remedy=remedy)
    assert "; ".join(error.faults) == str(error)
    assert [one.code for one in error.faults] == [one.code for one in faults]
    for again in (kind.of(error.faults), pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (str(again), again.faults, type(again)) == (str(error), error.faults, kind)
        assert [one.where for one in again.faults] == [one.where for one in error.faults]


@pytest.mark.parametrize(
    ("values", "most", "text"),
    [
        ([], 5, ""),
        (["a"], 5, "a"),
        (range(5), 5, "0, 1, 2, 3, 4"),
        (range(6), 5, "0, 1, 2, 3, 4 … (6 in all)"),
        ((n for n in "abc"), 1, "a … (3 in all)"),
        ([None, 1.5], 5, "None, 1.5"),
    ],
)
def test_some_writes_the_first_and_how_many(values, most, text):
    assert some(values, most=most) == text


@given(st.lists(st.integers()), st.integers(1, 9))
def test_some_is_never_longer_than_asked(values, most):
    text = some(values, most=most)
    assert text.count(", ") < most
    assert ("in all" in text) == (len(values) > most)
