"""When the lines of a services file run."""

import pytest
from test_lines_services_file import HEAD, STOPS, TIMED

from grensgeo.errors import InputError
from grensgeo.lines.service_hours import Hours
from grensgeo.lines.services_file import are_new_lines, read_services

DAYS = 'days = [2026-01-01, 2026-12-31]\nzone = "Europe/Berlin"\n'
SPAN = 'first = "05:30"\nlast = "24:30"\n'
OTHER = TIMED.replace("L1", "L2")


@pytest.fixture
def read(tmp_path):
    def write_and_read(text):
        path = tmp_path / "lines.toml"
        path.write_text(text, encoding="utf-8")
        return read_services(path)

    return write_and_read


def test_hours_of_lines(read, tmp_path):
    tables = read(DAYS + HEAD + STOPS + TIMED + SPAN + OTHER + SPAN)
    hours = tables.hours
    assert hours.spans == {"L1": (19800, 88200), "L2": (19800, 88200)}
    assert list(map(str, hours.days)) == ["2026-01-01", "2026-12-31"]
    assert hours.zone == "Europe/Berlin"
    assert not are_new_lines(tmp_path / "lines.toml")
    assert read(HEAD + STOPS + TIMED).hours == Hours()
    # some lines may have hours and others not, and days hold for all
    assert read(DAYS + HEAD + STOPS + TIMED + SPAN + OTHER).hours.spans == {"L1": (19800, 88200)}
    assert read(DAYS + HEAD + STOPS + TIMED).hours == Hours({}, hours.days, "Europe/Berlin")


@pytest.mark.parametrize(
    ("head", "tail", "message"),
    [
        ('days = ["2026"]\n', "", r"^[^:]*: give days = \[first, last\], dates"),
        ('zone = "Berlin"\n', "", "^[^:]*: give a zone"),
        ("", SPAN, r"give days = \[first, last\].*give a zone"),
        (DAYS.replace("2026-12-31", "2025-12-31"), SPAN, "give days"),
        (DAYS.replace("2026-12-31", "2026-12-31T00:00:00"), SPAN, "give days"),
        (DAYS.replace("Europe/Berlin", "Berlin"), SPAN, 'give a zone such as "Europe/Berlin"'),
        (DAYS, 'first = "05:30"\n', "first alone"),
        (DAYS, 'first = "5.30"\nlast = "6:30"\n', "expected a time such as 05:30"),
        (DAYS, 'first = "05:30"\nlast = "04:30"\n', "last 04:30 is before first 05:30"),
        (DAYS, 'first = "05:30"\nlast = "29:30"\n', "is a day or more"),
    ],
)
def test_faults_of_hours(head, tail, message, read):
    with pytest.raises(InputError, match=message):
        read(head + HEAD + STOPS + TIMED + tail)
