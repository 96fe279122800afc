"""Days off by law fall where calendars have them."""

from datetime import date, timedelta

import pytest

from grensgeo.countries import all_countries
from grensgeo.countries.country_files import by_code
from grensgeo.countries.public_holidays import Holiday, easter

#: Days of 2026 on weekdays that the whole country has off, as printed calendars have them.
IN_2026 = {
    "NL": "0101 0406 0427 0514 0525 1225",
    "DE": "0101 0403 0406 0501 0514 0525 1225",
    "BE": "0101 0406 0501 0514 0525 0721 1111 1225",
    "LU": "0101 0406 0501 0514 0525 0623 1225",
    "FR": "0101 0406 0501 0508 0514 0525 0714 1111 1225",
    "AT": "0101 0106 0406 0501 0514 0525 0604 1026 1208 1225",
    "CH": "0101 0514 1225",
    "DK": "0101 0402 0403 0406 0514 0525 1225",
    "PL": "0101 0106 0406 0501 0604 1111 1224 1225",
    "CZ": "0101 0403 0406 0501 0508 0706 0928 1028 1117 1224 1225",
}


def whole(country, day):
    return [one.name for one in country.holidays_on(day) if not one.parts]


@pytest.mark.parametrize("country", all_countries(), ids=lambda one: one.code)
def test_a_year_of_each_country(country):
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    free = [f"{day:%m%d}" for day in days if day.weekday() < 5 and whole(country, day)]
    assert " ".join(free) == IN_2026[country.code]
    assert all(country.holidays_on(day)[0].name for day in days if country.holidays_on(day))


def test_easter_of_known_years():
    # the earliest and the latest there can be, and two that simple rules get wrong
    days = {1818: (3, 22), 2038: (4, 25), 1954: (4, 18), 1981: (4, 19), 2000: (4, 23)}
    assert {year: easter(year) for year in days} == {y: date(y, *d) for y, d in days.items()}


def test_days_that_move_and_that_not_every_year_or_part_has():
    dutch, german = by_code()["NL"], by_code()["DE"]
    # 27 April 2025 is a Sunday; 5 May is free in 2025 and 2030
    assert whole(dutch, date(2025, 4, 26)) == ["Koningsdag"]
    assert not dutch.holidays_on(date(2025, 4, 27))
    assert [bool(dutch.holidays_on(date(y, 5, 5))) for y in (2025, 2026, 2030)] == [
        True,
        False,
        True,
    ]
    parts = {part for one in german.holidays_on(date(2026, 10, 31)) for part in one.parts}
    assert {"NI", "SN"} <= parts
    assert "NW" not in parts
    assert {p for one in german.holidays_on(date(2017, 11, 1)) for p in one.parts} >= {"NW"}
    (corpus,) = german.holidays_on(date(2026, 6, 4))
    assert "NW" in corpus.parts
    assert "NI" not in corpus.parts
    danish, polish = by_code()["DK"], by_code()["PL"]
    assert whole(danish, date(2023, 5, 5))
    assert not whole(danish, date(2024, 4, 26))
    assert [bool(polish.holidays_on(date(y, 12, 24))) for y in (2024, 2025)] == [False, True]


@pytest.mark.parametrize(
    "wrong", [{"on": "13-01"}, {"on": "easter"}, {"on": "02-30"}, {"day": "x"}]
)
def test_a_day_that_is_none_is_told(wrong):
    with pytest.raises((ValueError, TypeError)):
        Holiday.read({"name": "n", **wrong})


#: What the package calls a holiday and no law makes a day off: the Dutch Good Friday, on which
#: periods do not end but most work; and Sundays, which are not listed.
ONLY_THERE = {("NL", -2)}
_LAENDER = ("BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV",
            "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH")  # fmt: skip
_PARTS = [("NL", None), *(("DE", land) for land in _LAENDER)]


@pytest.mark.long
@pytest.mark.parametrize(("code", "part"), _PARTS)
def test_the_same_days_as_the_package_of_holidays(code, part):
    published = pytest.importorskip("holidays")
    years = range(2023, 2028)
    theirs = {
        day
        for day in published.country_holidays(code, subdiv=part, years=years)
        if day.weekday() != 6 and (code, (day - easter(day.year)).days) not in ONLY_THERE
    }
    days = [date(2023, 1, 1) + timedelta(days=n) for n in range(5 * 366 - 3)]
    ours = {
        day
        for day in days
        if day.year in years
        and day.weekday() != 6
        and any(not one.parts or part in one.parts for one in by_code()[code].holidays_on(day))
    }
    assert ours == theirs
