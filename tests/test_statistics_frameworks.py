"""Levels and sectors in the European frameworks."""

import pandas as pd
import pytest

from grensgeo.errors import InputError
from grensgeo.statistics.frameworks import NACE_SECTIONS, eqf_range, nace_section, nace_sections


@pytest.mark.parametrize(
    ("level", "eqf"),
    [
        # Nuffic, Niveau van Nederlandse diploma's
        ("vmbo-bb", (1, 1)),
        ("vmbo-tl", (2, 2)),
        ("mbo-1", (1, 1)),
        ("mbo-2", (2, 2)),
        ("mbo-3", (3, 3)),
        ("mbo-4", (4, 4)),
        ("havo", (4, 4)),
        ("vwo", (4, 4)),
        ("ad", (5, 5)),
        ("hbo-bachelor", (6, 6)),
        ("wo-bachelor", (6, 6)),
        ("wo-master", (7, 7)),
        ("phd", (8, 8)),
        # BMBF and KMK, Liste der zugeordneten Qualifikationen
        ("duale Ausbildung 2", (3, 3)),
        ("duale Ausbildung 3", (4, 4)),
        ("duale Ausbildung 3.5", (4, 4)),
        ("Meister", (6, 6)),
        ("Techniker", (6, 6)),
        ("Abitur", (4, 4)),
        ("Promotion", (8, 8)),
        # a kind of education without a level
        ("mbo", (1, 4)),
        ("hbo", (5, 7)),
        ("duale Ausbildung", (3, 4)),
        # other ways of writing
        ("MBO 4", (4, 4)),
        ("mbo4", (4, 4)),
        ("HBO bachelor", (6, 6)),
        (" Associate  Degree ", (5, 5)),
    ],
)
def test_levels_by_diploma(level, eqf):
    assert eqf_range(level) == eqf


@pytest.mark.parametrize("framework", ["eqf", "nlqf", "dqr", "DQR", "EQR"])
def test_the_levels_of_the_frameworks_are_the_same(framework):
    assert [eqf_range(f"{framework}-{n}") for n in range(1, 9)] == [(n, n) for n in range(1, 9)]
    assert eqf_range(f"{framework} 4") == (4, 4)


@pytest.mark.parametrize("level", ["", "mbo-5", "dqr-9", "4", "lbo", "hbo-4"])
def test_unknown_levels_are_refused(level):
    with pytest.raises(InputError, match="is not known; write eqf-1 to eqf-8"):
        eqf_range(level)


def test_every_division_is_of_the_section_that_the_regulation_gives_it():
    given = {d: s for s, (first, last) in NACE_SECTIONS.items() for d in range(first, last + 1)}
    assert len(given) == 88  # Regulation (EC) 1893/2006: 88 divisions in 21 sections
    assert len(NACE_SECTIONS) == 21
    for division in range(100):
        code = f"{division:02d}"
        if division in given:
            assert nace_section(code) == given[division]
        else:
            with pytest.raises(InputError, match=f"division {code} is not of section any"):
                nace_section(code)


@pytest.mark.parametrize(
    ("code", "section"),
    [
        ("A", "A"), ("C Industrie", "C"), ("01", "A"), ("0111", "A"), ("01131", "A"),
        ("01.11.0", "A"), ("11.1", "C"), ("6201", "J"), ("62.01", "J"), ("62010", "J"),
        ("WZ08-62", "J"), ("WZ08-J", "J"), ("C10", "C"), ("C-10", "C"), (" 85 ", "P"),
    ],
)  # fmt: skip
def test_sections_of_sbi_and_wz_codes(code, section):
    assert nace_section(code) == section


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (111, "is a number: 01.11 and 11.1 cannot be told apart"),
        (1.11, "is a number"),
        ("1", "two digits, leading zero included"),
        ("B-F", "groups of sections such as B-F"),
        ("Z", "of no section"),
        ("C62", "division 62 is not of section C"),
        ("Industrie", "of no section"),
        ("620101", "of no section"),
    ],
)
def test_codes_of_no_section_are_refused(code, said):
    with pytest.raises(InputError, match=said):
        nace_section(code)


def test_a_column_of_codes_names_the_rows():
    codes = pd.Series(["62", None, "01.1", "9", "B-F", "9"], index=[2, 3, 4, 5, 6, 7])
    with pytest.raises(InputError, match=r"'9'.*\(rows 5, 7\).*'B-F'.*\(rows 6\)"):
        nace_sections(codes)
    found = nace_sections(codes[:3])
    assert found.tolist() == ["J", None, "A"]
    assert found.index.tolist() == [2, 3, 4]
