from datetime import date, timedelta

import pandas as pd
import pytest

from grensgeo.errors import InputError
from grensgeo.grenswerk.asked_days import OFF, AskedDays
from grensgeo.grenswerk.free_days import FreeDays, days_between, parts_of

FREE = FreeDays.default()


def table(*rows):
    names = ["country", "part", "name", "first_day", "last_day", "source"]
    return pd.DataFrame([(*row, "toy") for row in rows], columns=names)


@pytest.mark.parametrize(
    ("day", "here", "free"),
    [
        ("2026-04-27", ("NL", "Noord"), "Koningsdag"),
        ("2026-04-27", ("DE", "NW"), None),
        ("2026-06-04", ("DE", "NW"), "Fronleichnam"),  # Easter + 60, not in Niedersachsen
        ("2026-06-04", ("DE", "NI"), None),
        ("2025-10-31", ("DE", "NI"), "Reformationstag"),
        ("2025-10-31", ("DE", "NW"), None),
        ("2025-11-01", ("DE", "NW"), "Allerheiligen"),
        ("2026-06-04", ("DE", None), None),  # no part is known
        ("2026-05-14", ("DE", None), "Christi Himmelfahrt"),
        ("2026-05-14", ("NL", None), "Hemelvaartsdag"),
    ],
)
def test_public_holidays_are_those_of_the_part(day, here, free):
    assert FREE.public(*here, [date.fromisoformat(day)]) == [free]


@pytest.mark.parametrize(
    ("here", "first", "last"),
    [
        # as published: rijksoverheid.nl (2026/27), schulministerium.nrw, mk.niedersachsen.de
        (("NL", "Noord"), "2026-07-04", "2026-08-16"),
        (("NL", "Midden"), "2026-10-17", "2026-10-25"),
        (("NL", "Zuid"), "2026-12-19", "2027-01-03"),
        (("DE", "NW"), "2026-10-17", "2026-10-31"),
        (("DE", "NI"), "2026-07-02", "2026-08-12"),
    ],
)
def test_school_holidays_begin_and_end_as_published(here, first, last):
    first, last = date.fromisoformat(first), date.fromisoformat(last)
    around = [first - timedelta(1), first, last, last + timedelta(1)]
    assert FREE.school_days(*here, around) == [False, True, True, False]


def test_school_holidays_of_other_years_and_parts_are_not_known():
    far = [date(2035, 7, 1)]
    assert FREE.school_days("NL", "Noord", far) == [None]
    assert FREE.school_days("NL", None, [date(2026, 7, 7)]) == [None]
    assert FREE.school_days("BE", "VLG", [date(2026, 7, 7)]) == [None]


def test_school_holidays_of_ones_own(tmp_path):
    path = tmp_path / "own.csv"
    table(("BE", "VLG", "Zomer", "2026-07-01", "2026-08-31")).to_csv(path, index=False)
    own = FreeDays.read(path)
    assert own.school_days("BE", "VLG", [date(2026, 7, 1)]) == [True]
    assert own.school_days("DE", "NW", [date(2026, 7, 25)]) == [None]


def test_a_wrong_table_is_told_with_every_fault():
    wrong = table(
        ("XX", "A", "one", "2026-07-01", "2026-08-31"),
        ("NL", "Noord", "two", "2026-07-01", "2026-06-31"),
        ("NL", "Noord", "three", "2026-07-09", "2026-07-01"),
    )
    with pytest.raises(InputError) as error:
        FreeDays.from_table(wrong)
    assert {fault.code for fault in error.value.faults} == {"country-unknown", "date-wrong"}
    assert len(error.value.faults) == 3


def test_parts_by_municipality():
    codes = ["05515000", "03456006", "GM0153", "GM0050", "GM0037"]
    nuts3 = ["DEA33", "DE94B", "NL213", "NL230", "NL112"]
    found = parts_of(["DE", "DE", "NL", "NL", "NL"], codes, nuts3)
    assert list(found) == ["NW", "NI", "Noord", "Midden", "Noord"]
    assert list(parts_of(["NL", "AT"], ["GM0202", None], ["NL226", None])) == [None, None]


def test_asked_days_are_of_the_weekdays():
    asked = AskedDays("2026-06-01", "2026-06-14", weekdays=("wed", "sat"))
    assert [day.day for day in asked.days()] == [3, 6, 10, 13]
    assert len(days_between("2026-06-01", "2026-06-01")) == 1


def test_what_is_assumed_of_asked_days_has_its_code():
    asked = AskedDays("2026-06-01", "2026-06-14", off=OFF, runs_like="2026-06-02")
    codes = [note.code for note in asked.notes()]
    assert codes == ["year.asked", *(f"year.off-{name}" for name in OFF), "year.runs-like"]


def test_faults_of_asked_days_come_at_once():
    with pytest.raises(InputError) as error:
        AskedDays("2026-06-31", "x", start="8:30", weekdays=("funday",), off=("sundays",))
    codes = [fault.code for fault in error.value.faults]
    assert sorted(codes) == ["choice-unknown", "choice-unknown", "date-wrong", "date-wrong",
                             "moment-wrong"]  # fmt: skip
    with pytest.raises(InputError, match="before since"):
        AskedDays("2026-06-30", "2026-06-01")
