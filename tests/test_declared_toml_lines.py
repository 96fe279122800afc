"""Every key and entry of a TOML file has its line."""

import tomllib

from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from grensgeo.declared.toml_lines import toml_lines

TEXT = '''# [not] = "a table"
title = "a = [1, # no key" # comment
long = """
[x]
y = 1 \\""" still
"""
raw = '[z]'
a.b."c d" = 1
when = 2026-03-10T07:30:00

[one]
list = [ # here
  { id = "p", at = [1,
      2] },
  "]",

  { id = 'q' },
]
empty = []
none = {}

[[many]]
k = 1

[[many]]
[many.within]
deep = true
[[many.rows]]
r = 1
[[many.rows]]
r = 2
'''


def test_lines_of_tables_keys_and_entries():
    lines = toml_lines(TEXT)
    numbered = dict(enumerate(TEXT.splitlines(), 1))
    assert lines["title",] == 2
    assert lines["long",] == 3
    assert numbered[lines["raw",]] == "raw = '[z]'"
    assert lines["a", "b", "c d"] == lines["a", "b"] == lines["raw",] + 1
    assert numbered[lines["one", "list", 0, "id"]].startswith('  { id = "p"')
    assert numbered[lines["one", "list", 0, "at", 1]] == "      2] },"
    assert numbered[lines["one", "list", 2, "id"]] == "  { id = 'q' },"
    assert numbered[lines["many", 1, "within", "deep"]] == "deep = true"
    assert numbered[lines["many", 1, "rows", 1, "r"]] == "r = 2"
    assert lines["many",] < lines["many", 1]


KEYS = st.sampled_from(["a", "b-1", "c_2", '"d e"', "'f.g'", '"h=["'])
PLAIN = st.sampled_from(["1", "-2.5e3", "true", "2026-03-10", '"]"', '"# , }"', "'{['",
                         '"""\n[[x]]\n\\""""', "'''\n''='''", '"\\""'])  # fmt: skip
GAPS = st.sampled_from(["", " ", "\n", " # ]\n  "])


def within(values):
    pairs = st.dictionaries(KEYS, values, max_size=3)
    lists = st.tuples(st.lists(values, max_size=3), GAPS).map(
        lambda v: "[" + v[1] + f"{v[1]},{v[1]}".join(v[0]) + v[1] + "]"
    )
    tables = pairs.map(lambda v: "{" + ", ".join(f"{k} = {x}" for k, x in v.items()) + "}")
    return lists | tables


PAIRS = st.dictionaries(KEYS, st.recursive(PLAIN, within, max_leaves=6), min_size=1, max_size=4)


def paths(data, path=()):
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield (*path, key)
        if isinstance(value, (dict, list)):
            yield from paths(value, (*path, key))


@settings(max_examples=examples(60))
@given(st.lists(PAIRS, min_size=1, max_size=3), PAIRS)
def test_nothing_that_is_read_is_without_a_line(tables, top):
    body = "\n".join(f"{key} = {value}" for key, value in top.items())
    for pairs in tables:
        body += "\n\n[[t]]\n" + "\n".join(f"{key} = {value}" for key, value in pairs.items())
    data = tomllib.loads(body)
    lines, text = toml_lines(body), body.splitlines()
    for path in paths(data):
        assert path in lines, (path, body)
        if isinstance(path[-1], str):
            assert path[-1] in text[lines[path] - 1]
