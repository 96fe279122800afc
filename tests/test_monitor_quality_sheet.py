import re

import pypdfium2
import pytest
from toyfeed import toy_cells, toy_towns, write_toy

from grensgeo import words
from grensgeo.monitor import FeedOptions

SECTIONS = ("relevance", "accuracy", "timeliness", "comparability", "coherence", "coverage")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sheet")
    region = toy_towns(names={"GM0034": "<b>Almere</b>"})
    reach = toy_cells(region, modes=("car",))
    reach = reach.assign(open_lower=reach["open"] * 0.9, open_upper=reach["open"] * 1.1)
    write_toy(folder, reach, region=region, options=FeedOptions(suppress_below=20))
    return folder


def test_the_page_has_the_order_of_the_code_of_practice_in_three_languages(made):
    text = (made / "quality.html").read_text(encoding="utf-8")
    for language in words.LANGUAGES:
        part = text.partition(f'<main lang="{language}">')[2].partition("</main>")[0]
        titles = re.findall(r"<h2>(.*?)</h2>", part)
        assert titles == [words.texts("quality.section")[name][language] for name in SECTIONS]
    assert "Where bounds are known, they lie 10.0% from the figure at the median." in text
    assert "Netherlands: 3 municipalities with 713 inhabitants" in text
    assert "2 of" not in text


def test_coverage_counts_what_is_suppressed_as_not_known(made):
    text = (made / "quality.html").read_text(encoding="utf-8")
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
