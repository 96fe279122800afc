import re
from pathlib import Path

import pytest

from grensgeo.maps import labels, point_labels

TABLES = ["MODES", "BY_MODE", "OPPORTUNITIES", "TITLES", "SENTENCES", "TEXTS"]
SCRIPT = Path(labels.__file__).with_name("assets") / "grensgeo.js"


@pytest.mark.parametrize("table", TABLES)
def test_every_text_stands_in_every_language_with_the_same_places(table):
    for key, text in getattr(labels, table).items():
        assert set(text) == set(labels.LANGUAGES), key
        assert all(words.strip() for words in text.values()), key
        places = {tuple(sorted(re.findall(r"\{(\w+)\}", words))) for words in text.values()}
        assert len(places) == 1, key


def test_every_text_that_the_page_asks_for_exists():
    asked = set(re.findall(r'\bt\("(\w+)"[,)]', SCRIPT.read_text(encoding="utf-8")))
    assert len(asked) > 20
    assert asked <= set(labels.TEXTS) | set(point_labels.TEXTS)


def test_every_mode_has_a_phrase_for_sentences():
    assert set(labels.MODES) == set(labels.BY_MODE)


def test_a_missing_language_takes_the_english_words():
    assert labels.in_every_language({"nl": "Plan"}) == {"nl": "Plan", "de": "Plan", "en": "Plan"}
    assert labels.in_every_language({"nl": "A", "en": "B"})["de"] == "B"
