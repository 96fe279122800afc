"""A student's year on the command line, and the page for an adviser."""

import json

import pandas as pd
import pytest
from drawing import DEGREE_M, draw

from grensgeo import cli
from grensgeo.maps.year_page import write_year_page
from grensgeo.provenance import Provenance
from grensgeo.schema import DAYS_BY_PLACE, POSSIBLE_DAYS


def lon(x):
    return round(7.0 + x / (DEGREE_M * 0.6129), 6)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A street of 6 km across the border, a home, and two firms."""
    folder = tmp_path_factory.mktemp("year")
    draw(
        {"A": (0, 0), "B": (1000, 0), "C": (6000, 0)},
        [{"ends": "AB"}, {"ends": "BC", "country": "DE"}],
    ).save(folder / "net")
    (folder / "homes.csv").write_text(
        f"id,lon,lat,country,part,students\nhome,{lon(100)},52.2,NL,Noord,7\n", encoding="utf-8"
    )
    (folder / "firms.csv").write_text(
        f"id,lon,lat,country,part\n<b>near,{lon(2000)},52.2,DE,NW\nfar,{lon(5900)},52.2,DE,NW\n",
        encoding="utf-8",
    )
    return folder


def run(files, *more):
    return cli.main(
        ["year", str(files / "net"), "--homes", str(files / "homes.csv"), "--places",
         str(files / "firms.csv"), "--since", "2026-05-11", "--until", "2026-05-29", "--modes",
         "walk", "bicycle", "--cutoff-min", "30", "-o", str(files / "days.csv"), *more]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", ("13 van 13", "Feestdagen van het werkland")),
        ("de", ("13 von 13", "Feiertage des Arbeitsorts")),
        ("en", ("13 of 13", "Public holidays where")),
    ],
)
def test_tables_and_a_page(files, language, said, capsys):
    mirror, page = files / "by.csv", files / "year.html"
    more = ["--by-place", str(mirror), "--html", str(page), "--language", language]
    assert run(files, *more) == 0
    assert "6 rows" in capsys.readouterr().out
    # of 15 weekdays Ascension and Whit Monday are holidays in Germany
    days = POSSIBLE_DAYS.check(pd.read_csv(files / "days.csv"))
    near = days[(days["to_id"] == "<b>near")].set_index("mode")["days_possible"]
    assert near.to_dict() == {"walk": 13, "bicycle": 13, "any": 13}
    assert days.set_index(["to_id", "mode"]).loc[("far", "walk"), "lost_too_long"] == 13
    by = DAYS_BY_PLACE.check(pd.read_csv(mirror)).set_index(["to_id", "mode"])
    assert by.loc[("far", "bicycle"), "students_able"] == 7
    assert by.loc[("far", "walk"), "students_able"] == 0
    text = page.read_text(encoding="utf-8")
    assert all(one in text for one in said)
    assert "&lt;b&gt;near" in text
    assert "<b>near" not in text
    manifest = json.loads(next(files.glob("days*manifest.json")).read_text(encoding="utf-8"))
    assert "2026-05-11" in json.dumps(manifest)


def test_groups_of_homes_are_called_by_their_names(files):
    mirror = files / "by.csv"
    assert run(files, "--by-place", str(mirror)) == 0
    by = pd.read_csv(mirror)
    asked = {"since": "2026-05-11", "until": "2026-05-29", "start": "08:30", "end": "17:00"}
    days = pd.read_csv(files / "days.csv")
    names = dict.fromkeys(by["group"], "Losser")
    page = write_year_page(
        days, files / "named.html", asked=asked, provenance=Provenance(), mirror=by, names=names
    )
    assert "<td>Losser</td>" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", ("Mist men een overstap", "op 13 van 13 dagen toch op tijd")),
        ("de", ("Wenn man einen Anschluss verpasst", "an 13 von 13 Tagen trotzdem pünktlich")),
        ("en", ("If a change is missed", "still in time on 13 of 13 days")),
    ],
)
def test_a_missed_change_has_columns_and_a_place_on_the_page(files, language, said):
    page = files / "missed.html"
    assert run(files, "--missed-changes", "--html", str(page), "--language", language) == 0
    days = POSSIBLE_DAYS.check(pd.read_csv(files / "days.csv"))
    assert days["days_despite_missed"].equals(days["days_possible"])  # on foot: none to miss
    assert all(one in page.read_text(encoding="utf-8") for one in said)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (["--share", "2"], "--share"),
        (["--weekdays", "someday"], "weekdays"),
        (["--start", "8:30"], "start"),
        (["--holidays", "none.csv"], "none.csv"),
    ],
)
def test_a_mistake_is_one_line(files, wrong, told, capsys):
    (files / "days.csv").unlink(missing_ok=True)
    assert run(files, *wrong) == 2
    assert told in capsys.readouterr().err
    assert not (files / "days.csv").exists()
