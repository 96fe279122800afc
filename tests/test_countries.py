import ast
import re

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sources import MODULES, ROOT, named, tree

from grensgeo.border import Match, Resistance, border_effect
from grensgeo.countries import (
    ISO_3166,
    all_countries,
    country_faults,
    country_of_code,
    hold_countries,
)
from grensgeo.errors import InputError
from grensgeo.measures import combine, reach


def test_there_are_as_many_codes_as_the_standard_has():
    assert len(ISO_3166) == 249


@pytest.mark.parametrize(
    ("code", "country"),
    [
        ("GM0153", "NL"),
        ("05554020", "DE"),
        ("055540020020", "DE"),
        ("1kmN3187E4103-GM0153", "NL"),
        ("1kmN3187E4103-05554020", "DE"),
        ("NL213", "NL"),
        ("DEA34", "DE"),
        ("EL301", "GR"),
        ("UKD33", "GB"),
        ("1kmN3187E4103", None),
        ("home", None),
        ("DEPOT", None),
        ("20240101", None),  # no Land has the number 20
        ("01234567", None),  # Schleswig-Holstein has no Regierungsbezirke
        ("08123456", "DE"),
        ("5554020", None),
        ("XX123", None),
    ],
)
def test_a_country_is_told_from_the_code_of_a_region(code, country):
    assert country_of_code(code) == country


def test_labels_are_held_against_the_standard_codes_and_what_is_known():
    ids = ["a", "b", "c", "GM0168", "05554020", "x"]
    said = ["nl", "Deutschland", "D", "DE", "NL", "FR"]
    words, wrong = country_faults(ids, said, known={"x": "BE"})
    assert words == (
        "no code of ISO 3166: a says 'nl' (write NL), b says 'Deutschland' (write DE), "
        "c says 'D' (write DE)"
    )
    assert wrong == (
        "GM0168 says DE and is of NL by its code, 05554020 says NL and is of DE by its code, "
        "x says FR and lies in BE"
    )


def test_what_is_known_counts_more_than_the_shape_of_an_id():
    assert country_faults(["06411000"], ["NL"]) != []  # a German Gemeinde, it seems
    assert country_faults(["06411000"], ["NL"], known={"06411000": "NL"}) == []  # a firm's number


def test_a_missing_label_is_a_fault_only_where_it_may_not_be_missing():
    assert country_faults(["a", "b"], [None, ""], empty=True) == []
    assert country_faults(["a", "b"], [None, ""]) == ["no country for a, b"]
    with pytest.raises(InputError, match=r"jobs\.csv: country: .*'EN'"):
        hold_countries(["a"], ["EN"], where="jobs.csv")


@given(st.sampled_from(sorted(ISO_3166)), st.text(min_size=1, max_size=3))
def test_law_a_label_stands_if_and_only_if_it_is_a_code(code, other):
    assert country_faults(["home"], [code]) == []
    assert (country_faults(["home"], [other]) == []) == (other in ISO_3166)


TIMES = pd.DataFrame({"from_id": ["E", "E"], "to_id": ["E", "G"], "travel_time_min": [5.0, 15.0]})
JOBS = pd.Series({"E": 80.0, "G": 20.0})


@pytest.mark.parametrize("label", ["nl", "Nl ", "NLD", "Netherlands", "XX", ""])
def test_no_measure_takes_a_label_that_is_none(label):
    countries = {"E": label, "G": "DE"}
    for ask in (
        lambda: reach(TIMES, {"jobs": JOBS}, cutoffs_min=[20], countries=countries),
        lambda: border_effect(TIMES, JOBS, cutoff_min=20, countries=countries),
    ):
        with pytest.raises(InputError, match="E"):
            ask()


def test_codes_of_places_are_held_against_what_countries_say():
    times = TIMES.replace({"E": "GM0153", "G": "05554020"})
    jobs = JOBS.rename({"E": "GM0153", "G": "05554020"})
    right = {"GM0153": "NL", "05554020": "DE"}
    table = border_effect(times, jobs, cutoff_min=20, countries=right)
    assert table["border_effect"].tolist() == [0.25]
    with pytest.raises(InputError, match="05554020 says NL and is of DE by its code"):
        border_effect(times, jobs, cutoff_min=20, countries=right | {"05554020": "NL"})


def test_groups_know_better_than_their_cells():
    cells = reach(TIMES, {"jobs": JOBS}, cutoffs_min=[20], countries={"E": "NL", "G": "DE"})
    people, groups = pd.Series({"E": 10}), pd.Series({"E": "05554020"})
    with pytest.raises(InputError, match="05554020 says NL and is of DE"):
        combine(cells, weights=people, groups=groups)
    known = pd.Series({"E": "DE"})
    with pytest.raises(InputError, match="E says NL and lies in DE"):
        combine(cells, weights=people, groups=groups, countries=known)


def test_resistance_and_matching_name_countries_by_their_codes():
    with pytest.raises(InputError, match=r"'nl' .write NL"):
        Resistance({("nl", "DE"): 46.0})
    with pytest.raises(InputError, match=r"to_country says 'Germany' .write DE"):
        Match(0.5, to_country="Germany")


#: Where a code may be named: the countries' own files, and readers of what a publisher of a country
#: or of the European Union writes.
NATIONAL = ("countries/", "statistics/nl/", "statistics/de/", "statistics/eu/")
#: Codes of two letters and of three.
CODES = {code for country in all_countries() for code in (country.code, country.alpha_3)}


def test_no_country_is_known_by_its_code_in_the_code():
    found = []
    for path in MODULES:
        name = named(path)
        if name.startswith(NATIONAL):
            continue
        found += [
            f"{name}:{node.lineno} {node.value}"
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Constant) and node.value in CODES
        ]
    assert found == []


#: A text in a script, and a comment, which may name a country as an example.
SCRIPT_TEXT = re.compile(
    r"""(?P<comment>/\*.*?\*/|//[^\n]*)|"([^"\n]*)"|'([^'\n]*)'|`([^`]*)`""", re.DOTALL
)


def codes_in_script(text):
    """Give the codes of countries that stand alone in the texts of a script."""
    found = [one.group(0)[1:-1] for one in SCRIPT_TEXT.finditer(text) if not one["comment"]]
    return [one for one in found if one in CODES]


def test_no_country_is_known_by_its_code_in_the_scripts_of_pages():
    scripts = sorted((ROOT / "js" / "src").rglob("*.js"))
    assert len(scripts) > 20
    assert {path.name: codes_in_script(path.read_text("utf-8")) for path in scripts} == {
        path.name: [] for path in scripts
    }


def test_a_code_in_a_script_is_seen():
    assert codes_in_script("/* \"NL\" */ const a = 'PL'; // 'DE'\n f(`CHE`, \"nl\")") == [
        "PL",
        "CHE",
    ]
