"""What stands in a file is held against its declaration, and every fault has its place."""

import pytest

from grensgeo.declared import (
    ANY_NAMES,
    FILE,
    FLAG,
    MINUTES_RISING,
    NAMES,
    NUMBER,
    TEXT,
    TITLES,
    WHOLE,
    Each,
    OneOf,
    Option,
    Record,
    named,
    titles,
)
from grensgeo.declared.option import nearest
from grensgeo.declared.record_reader import RecordReader
from grensgeo.declared.toml_lines import toml_lines
from grensgeo.errors import InputError
from grensgeo.files import read_record

SHOP = Record(
    "[shop]",
    "a shop",
    (
        Option("name", TEXT, "its name"),
        Option("colour", TEXT, "its colour", default="red", choices=("red", "blue")),
        Option("area_m2", NUMBER, "its size", default=None, above=0, most=900),
        Option("floors", WHOLE, "how many", default=1, least=1),
        Option("open", FLAG, "whether it is open", default=True),
        Option("sells", NAMES, "what it sells", default=(), choices=("bread", "milk")),
        Option("staff", ANY_NAMES, "who works there", default=()),
        Option("at_min", MINUTES_RISING, "minutes", default=(5,)),
        Option("said", TITLES, "words", default=None),
    ),
)
NAMED = [item.name for item in SHOP.options]
TOWN = Record(
    "the file",
    "a town",
    (
        Option("shops", Each(SHOP), "its shops"),
        Option("maps", named(FILE), "its maps", default=None),
        Option("title", titles("[title]"), "what it is called", default=None),
        Option("works", OneOf("work", {"dig": SHOP, "build": SHOP}), "works", default=()),
    ),
)


def told(tmp_path, text):
    path = tmp_path / "town.toml"
    path.write_text(text, encoding="utf-8")
    reader, values = read_record(path, TOWN, where="the file")
    return reader.faults, values


def test_a_good_file_is_read(tmp_path):
    text = '[maps]\na = "b"\n[[shops]]\nname = "x"\nsells = ["milk"]\nat_min = [1, 2.5]\n'
    faults, values = told(tmp_path, text)
    assert faults == []
    assert values["shops"] == [{"name": "x", "sells": ["milk"], "at_min": [1, 2.5]}]
    assert values["maps"] == {"a": "b"}


@pytest.mark.parametrize(
    ("line", "fault", "code"),
    [
        ("nam = 1", f"unknown key nam; there are {', '.join(NAMED)}; nearest is name",
         "key-unknown"),
        ('colour = "rde"', "colour is 'rde'; choose red or blue; nearest is red", "out-of-range"),
        ("area_m2 = true", "area_m2 is True, not a number", "key-of-wrong-type"),
        ("area_m2 = nan", "area_m2 is nan, expected a number above 0 and at most 900",
         "out-of-range"),
        ("area_m2 = 901", "area_m2 is 901, expected a number above 0 and at most 900",
         "out-of-range"),
        ("floors = 1.0", "floors is 1.0, not a whole number", "key-of-wrong-type"),
        ("floors = 0", "floors is 0, expected a whole number of 1 or more", "out-of-range"),
        ("open = 1", "open is 1, not true or false", "key-of-wrong-type"),
        ("sells = []", "sells is empty; name at least one", "key-of-wrong-type"),
        ('sells = ["mlk"]', "unknown sells mlk; known are bread, milk; nearest is milk",
         "out-of-range"),
        ("staff = [1]", "staff is [1], not a list of names", "key-of-wrong-type"),
        ("at_min = [2, 2]", "at_min is [2, 2], not rising positive minutes", "key-of-wrong-type"),
        ("said = { fr = 'x' }", "said is {'fr': 'x'}; give texts for nl, de, en", "key-of-wrong-type"),
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_has_its_line_and_its_remedy(tmp_path, line, fault, code):
    (found,), values = told(tmp_path, f'[[shops]]\nname = "x"\n{line}\n')
    assert found == f"line 3, [shop]: {fault}"
    assert found.code == code
    assert values["shops"] == [{"name": "x"}]


def test_all_faults_of_a_file_are_told_at_once(tmp_path):
    text = """maps = { a = 1 }
title = { nl = "x", de = " " }
shops = [{ name = "y" },
  { colour = "red" }, 7]
[[works]]
type = "digg"
[[works]]
type = "build"
floors = "two"
"""
    faults, _ = told(tmp_path, text)
    assert (
        faults
        == [
            "line 4, [shop]: name is missing",
            "line 4, [shop]: is not a table",
            "line 1, the file: maps has a = 1, not the name of a file",
            "line 2, [title]: de is without words",
            "line 2, [title]: en is missing",
            "line 6, work 1: type 'digg'; choose from dig, build; nearest is dig",
            "line 7, work 2: name is missing",
            "line 9, work 2: floors is 'two', not a whole number",
        ]
        or faults[6] == "line 7, work 2: name is missing"
    )


def test_a_list_that_is_none_and_a_table_that_is_none(tmp_path):
    faults, values = told(tmp_path, "shops = 3\ntitle = 4\nworks = [5]\n")
    assert [fault.partition(", ")[2] for fault in faults] == [
        "the file: shops is 3, not a list of tables",
        "the file: title is 4, not a table",
        "work 1: is not a table",
    ]
    assert values == {"works": [{}]}


def test_references_are_told_once_each_with_the_nearest():
    reader = RecordReader(toml_lines('[a]\nuse = ["towm", "towm"]\n'))
    at = ("a", "use")
    reader.references([("towm", at), ("towm", at), ("village", at)], ["town", "village"], "places")
    known = "known are town, village; nearest is town"
    assert reader.faults == [f"line 2, unknown places towm; {known}"]
    with pytest.raises(InputError, match=r"^f.toml: line 2, unknown places towm"):
        reader.fail("f.toml")
    RecordReader().fail("nothing is wrong")


def test_what_is_like_nothing_has_no_nearest():
    assert nearest("zzz", ["town"]) == ""
    assert nearest(None, ["town"]) == ""
