"""Attributions and licences in the language of a page, apart from the names in them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from grensgeo import words

if TYPE_CHECKING:
    from grensgeo.words import Text


def credit(said: str) -> Text:
    """Return an attribution or a licence in every language.

    Parameters
    ----------
    said
        As a source has it; the English phrases of ``words/credits.toml`` are translated.

    Examples
    --------
    >>> credit("© OpenStreetMap contributors")["de"], credit("CBS, CC BY 4.0")["nl"]
    ('© OpenStreetMap-Mitwirkende', 'CBS, CC BY 4.0')
    """
    pattern, phrases = _phrases()
    return {
        code: pattern.sub(lambda found, code=code: phrases[found[0]][code], said)  # type: ignore[misc]
        for code in words.LANGUAGES
    }


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, Text]]:
    """Return the phrases by what they are in English, and what finds them."""
    phrases = {text["en"]: text for text in words.texts("credits.phrase").values()}
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b"), phrases
