"""Clock faces of a services file: which vehicles they stand for, and what cannot be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box
from test_lines_service_hours import DAYS
from test_lines_services_file import HEAD, STOPS

from grensgeo.errors import InputError
from grensgeo.lines.clock_faces import hours_of
from grensgeo.lines.line_tables import clip_lines
from grensgeo.lines.services_file import are_new_lines, read_new_lines, read_services

LINE = """
[[lines]]
id = "L1"
name = "Line"
operator = "op"
source = "s"
stops = ["a", "b", "c", "d"]
"""
TIMED = LINE + "arrival_min = [0, 10, 20, 30]\ndeparture_min = [0, 12, 21, 30]\n"
TRACK = LINE + "track_km = [10, 5, 20]\nspeed_kmh = 60\n"
FACE = "[[lines.clock_faces]]\n"
ONCE = 'minutes = [8]\nhours = "6"\n'


@pytest.fixture
def read(tmp_path):
    def write_and_read(text):
        path = tmp_path / "lines.toml"
        path.write_text(DAYS + HEAD + STOPS + text, encoding="utf-8")
        return read_services(path)

    return write_and_read


def face(read, text, line=TIMED):
    (found,) = read(line + FACE + text).faces
    return found


def clock(found):
    return [f"{s // 3600}:{s % 3600 // 60:02d}" for s in found.clock_s]


def test_a_face_has_the_minutes_of_its_line_and_back_their_mirror_image(read):
    there = face(read, 'minutes = [8, 38]\nhours = "6-7, 24"\n')
    assert clock(there) == ["6:08", "6:38", "7:08", "7:38", "24:08", "24:38"]
    assert there.calls == (("a", 0, 0), ("b", 10, 12), ("c", 20, 21), ("d", 30, 30))
    assert not any(there.inferred)
    back = face(read, ONCE + 'from = "d"\nto = "a"\n')
    assert back.back
    assert back.calls == (("d", 0, 0), ("c", 9, 10), ("b", 18, 20), ("a", 30, 30))
    part = face(read, ONCE + 'from = "b"\nstop = "c"\nwithout = []\n')
    assert part.calls == (("b", -9, -9), ("c", -1, 0), ("d", 9, 9))
    past = face(read, ONCE + 'without = ["b"]\n')
    assert past.calls == (("a", 0, 0), ("c", 20, 21), ("d", 30, 30))


def test_published_minutes_are_kept_and_others_follow_the_track(read):
    """10, 5 and 20 km at 60 km/h, a minute at each stop."""
    found = face(read, ONCE + "published_min = { d = 74 }\n", TRACK)
    # 37 minutes stretched to twice as many
    assert found.calls == (("a", 0, 0), ("b", 20, 22), ("c", 32, 34), ("d", 74, 74))
    text = 'stop = "b"\npublished_min = { b = [-3, 0], c = [5, 7] }\n'
    found = face(read, ONCE + text, TRACK)
    # beyond what is known by the speed: 10 min before it, 20 after
    assert found.calls == (("a", -13, -13), ("b", -3, 0), ("c", 5, 7), ("d", 27, 27))
    text = 'from = "d"\nto = "b"\nwithout = ["c"]\nstop = "b"\npublished_min = {}\n'
    assert face(read, ONCE + text, TRACK).calls == (("d", -25, -25), ("b", 0, 0))


def test_hours_that_were_not_seen_are_inferred_and_told(read):
    text = 'minutes = [8, 38]\nhours = "6-9"\nseen = "7, 9"\n'
    tables = read(TIMED + FACE + text)
    assert tables.faces[0].inferred == (True, True, False, False) * 2
    (note,) = [n for n in tables.provenance.notes if n.code == "lines.departures-inferred"]
    assert "of 8 departures 4 are not published" in note
    assert all(face(read, ONCE + 'seen = ""\n').inferred)
    assert tables.lines["headway_min"].tolist() == [30]
    assert read(TIMED + FACE + ONCE).lines["headway_min"].tolist() == [1440]


@given(st.lists(st.integers(0, 29), min_size=1, max_size=8, unique=True).map(sorted))
def test_hours_are_read_as_they_are_written(hours):
    assert hours_of(", ".join(map(str, hours))) == hours
    first, last = hours[0], hours[-1]
    assert hours_of(f"{first}-{last}/2") == list(range(first, last + 1, 2))


@pytest.mark.parametrize(
    "text", ["8-6", "30", "6, 6", "7, 6", "6-8, 8", "six", "6-8/0", "-", None]
)
def test_hours_that_are_none(text):
    assert hours_of(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('hours = "6"\n', "minutes is not a list"),
        ('minutes = [60]\nhours = "6"\n', "from 0 to 59"),
        ('minutes = [true]\nhours = "6"\n', "from 0 to 59"),
        ('minutes = [8, 8]\nhours = "6"\n', "minutes is not a list"),
        ("minutes = [8]\n", "hours and seen are hours"),
        ('minutes = [8]\nhours = ""\n', "hours and seen are hours"),
        (ONCE + 'seen = "7"\n', "in which nothing leaves"),
        (ONCE + 'stop = "z"\n', "names z, not once"),
        (ONCE + 'from = "d"\n', "not stops that it calls at"),
        (ONCE + 'from = "c"\nstop = "a"\n', "not stops that it calls at"),
        (ONCE + 'without = ["a"]\n', "not stops that it calls at"),
        (ONCE + 'without = "b"\n', "are stop ids"),
        (ONCE + 'colour = "b"\n', "unknown fields colour"),
        (ONCE + 'published_min = { d = "x" }\n', "neither numbers"),
        (ONCE + 'to = "c"\npublished_min = { d = 9 }\n', "does not call"),
        (ONCE + "published_min = { a = 2 }\n", "leaves at 0"),
        (ONCE + "published_min = { b = 9, c = 8 }\n", "falls along"),
        (ONCE + "published_min = { b = 0 }\n", "falls along"),
        (ONCE + 'stop = "b"\npublished_min = { c = -1 }\n', "falls along"),
    ],
)
def test_faults_of_faces(text, words, read):
    with pytest.raises(InputError, match="clock face 1") as caught:
        read(TIMED + FACE + text)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("headway_min = 60\n", "has clock_faces and headway_min"),
        ('first = "5:30"\nlast = "23:30"\n', "has clock_faces and first, last"),
        ("clock_faces = []\n", "not a list of tables"),
        ("track_km = [1, 2, 3]\n", "has both"),
    ],
)
def test_faults_of_lines_with_faces(line, words, read):
    with pytest.raises(InputError) as caught:
        read(TIMED + line + ("" if "clock_faces" in line else FACE + ONCE))
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[10, 5, 20]", "[10, 5]", "track_km is not a list of 3"),
        ("[10, 5, 20]", "[10, 0, 20]", "track_km is not a list of 3"),
        ("speed_kmh", "detour_factor = 1.1\nspeed_kmh", "say one thing twice"),
    ],
)
def test_faults_of_tracks(old, new, words, read):
    with pytest.raises(InputError) as caught:
        read(TRACK.replace(old, new) + "headway_min = 60\n")
    assert words in str(caught.value)


def test_days_have_to_be_known_but_for_a_scenarios_line(tmp_path):
    path = tmp_path / "lines.toml"
    path.write_text(HEAD + STOPS + TIMED + FACE + ONCE, encoding="utf-8")
    with pytest.raises(InputError, match="give days"):
        read_services(path)
    assert are_new_lines(path)
    new = read_new_lines(path)
    assert new.headways == {"L1": 60}
    assert len(new.tables({}).faces) == 1


def test_faces_are_cut_with_their_line(read):
    short = FACE + 'minutes = [9]\nhours = "6"\nto = "b"\n'
    tables = clip_lines(
        read(TIMED + FACE + ONCE + 'stop = "c"\n' + short), box(7.05, 51, 7.35, 53)
    )
    (found,) = tables.faces
    assert found.calls == (("b", -11, -9), ("c", -1, 0), ("d", 9, 9))
    assert clock(found) == ["6:08"]
