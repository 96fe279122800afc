import pytest

from grensgeo.maps import page
from grensgeo.maps.picture_words import Words


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (0.04, "count", "0,04"),
        (0.125, "count", "0,13"),
        (0.996, "count", "1"),
        (0.4, "count", "0,4"),
        (0.0004, "count", "0"),
        (0, "count", "0"),
        (1.25, "count", "1,3"),
        (9.7, "count", "9,7"),
        (9.96, "count", "10"),
        (90_000, "count", "90.000"),
        (-0.04, "change", "\N{MINUS SIGN}0,04"),
        (0.004, "percent", "0,4%"),
        (-0.0001, "change_percent", "\N{MINUS SIGN}<0,1%"),
    ],
)
def test_numbers_are_written_as_on_the_page(value, unit, told):
    """More of them in three languages: js/tests/fixtures/numbers.json, which the page is held to."""
    texts = page.texts(countries=())
    assert Words("nl", {}, {}, texts=texts, by_mode={}).number(value, unit) == told
