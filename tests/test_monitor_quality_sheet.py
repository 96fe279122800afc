import re
import sys

import pypdfium2
import pytest
from toyfeed import toy_cells, toy_towns, write_toy

from grensgeo import words
from grensgeo.errors import FileError, InputError, listening
from grensgeo.monitor import FeedOptions, FeedTrip, read_errors

SECTIONS = ("relevance", "accuracy", "timeliness", "comparability", "coherence", "coverage")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sheet")
    region = toy_towns(names={"GM0034": "<b>Almere</b>"})
    reach = toy_cells(region, modes=("car",))
    for side in ("open", "closed"):
        reach = reach.assign(
            **{f"{side}_lower": reach[side] * 0.9, f"{side}_upper": reach[side] * 1.1}
        )
    errors = (
        {"mode": "car", "kind": "distance", "figures": 8, "ratio": 0.99, "error": 0.012},
        {"mode": "rail", "kind": "time", "figures": 11, "ratio": 1.0, "error": 0.0},
    )
    trips = {
        "car": FeedTrip("car", source_ids=("osm",), street_km={"NL": 1234.0, "DE": 56.0},
                        served=("GM0034", "05554020"))
    }  # fmt: skip
    write_toy(folder, reach, region=region, trips=trips,
              options=FeedOptions(suppress_below=20, errors=errors))  # fmt: skip
    return folder


def told(text, language):
    """Return what the page says in a language."""
    return text.partition(f'data-told="{language}"')[2].partition("\n</div>")[0]


def test_the_page_has_the_order_of_the_code_of_practice_in_three_languages(made):
    text = (made / "quality.html").read_text(encoding="utf-8")
    for language in words.LANGUAGES:
        part = told(text, language)
        titles = re.findall(r"<h2>(.*?)</h2>", part)
        assert titles == [words.texts("quality.section")[name][language] for name in SECTIONS]
    assert "Where bounds are known, they lie 10.0% from the figure at the median." in text
    assert "Netherlands: 3 municipalities with 713 inhabitants" in text
    assert "2 of" not in text


def test_coverage_counts_what_is_suppressed_as_not_known(made):
    text = (made / "quality.html").read_text(encoding="utf-8")
    assert "Regions: 5 municipalities, " in told(text, "en")
    assert "Gemeinden, " in told(text, "de")
    # 600 of 713 live in Almere; the two others are suppressed
    assert "for at least 84.2% of them every reach is known" in text
    assert "Germany: 2 municipalities with 280 inhabitants; for at least 100.0%" in text


def test_the_pdf_says_the_same_and_has_no_clock(made, tmp_path):
    content = (made / "quality.pdf").read_bytes()
    assert b"CreationDate" not in content
    book = pypdfium2.PdfDocument(content)
    text = "".join(page.get_textpage().get_text_range() for page in book)
    book.close()
    for name in SECTIONS:
        for language in words.LANGUAGES:
            assert words.texts("quality.section")[name][language] in text


def test_without_matplotlib_the_feed_has_no_pdf_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    region = toy_towns()
    with listening() as heard:
        paths = write_toy(tmp_path, toy_cells(region, modes=("car",)), region=region)
    assert [one.codes for one in heard] == [("feed.no-pdf",)]
    names = {path.name for path in paths}
    assert "quality.html" in names
    assert "quality.pdf" not in names


def test_errors_against_published_figures_are_told_in_accuracy(made):
    text = (made / "quality.html").read_text(encoding="utf-8")
    accuracy = told(text, "en").partition("<h2>Accuracy")[2].partition("<h2>")[0]
    assert (
        "Against 8 published figures (distances, car): computed over published is 0.99" in accuracy
    )
    assert "half of them are at most 1% off" in accuracy
    german = told(text, "de")
    assert "Gegen 11 veröffentlichte Angaben (Reisezeiten, Bahn)" in german


def test_each_input_is_told_on_both_sides(made):
    part = told((made / "quality.html").read_text(encoding="utf-8"), "en")
    coverage = part.partition("<h2>Coverage on both sides")[2]
    for line in (
        "Inhabitants, Netherlands: known for 3 of 3 municipalities, where 100.0%",
        "Jobs, Germany: known for 3 of 3 municipalities",
        "reference date 2022; modelled: 0.",
        "Travel by car, Netherlands: 1,234 km of streets.",
        # 600 of 713 live in Almere, 180 of 380 in Heek
        "1 of 3 municipalities are served, where 84.2% of the inhabitants live",
        "1 of 3 municipalities are served, where 47.4% of the inhabitants live",
    ):
        assert line in coverage, line


def test_files_of_errors_are_read_or_refused(tmp_path):
    path = tmp_path / "errors.csv"
    path.write_text("mode,kind,figures,ratio,error\ncar,time,3,0.88,0.12\n", encoding="utf-8")
    assert read_errors(path) == (
        {"mode": "car", "kind": "time", "figures": 3, "ratio": 0.88, "error": 0.12},
    )
    path.write_text("mode,kind,figures,ratio,error\ncar,speed,3,0.88,0.12\n", encoding="utf-8")
    with pytest.raises(InputError, match="kind is speed; write time or distance"):
        read_errors(path)
    path.write_text("mode,kind,figures,ratio,error\ncar,time,,0.88,0.12\n", encoding="utf-8")
    with pytest.raises(InputError, match="values are missing"):
        read_errors(path)
    with pytest.raises(FileError):
        read_errors(tmp_path / "none.csv")
