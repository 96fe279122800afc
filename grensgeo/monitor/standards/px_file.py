"""The feed as a PX file in three languages.

Source: Statistics Sweden, PX file format, version 2013 (keywords, their order, missing values as
dots: ".." is not available, "..." is confidential).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grensgeo.monitor.monitor_feed import MonitorFeed
    from grensgeo.monitor.standards.cube import Cube

_MISSING, _SUPPRESSED = '".."', '"..."'
#: The language of keywords that name none.
_MAIN = "en"
#: Lists are written a few to a line: no line of a PX file may be longer than 256 signs.
_SEPARATOR = ",\n"


def px_text(feed: MonitorFeed, cube: Cube) -> bytes:
    """Return a feed as a PX file, figures rounded to the decimals of their indicators.

    Parameters
    ----------
    feed, cube
        The feed, and its figures by indicator, region and period.

    Returns
    -------
    bytes
        UTF-8.
    """
    axis = words.texts("monitor.axis")
    main = {name: text[_MAIN] for name, text in axis.items()}
    others = [language for language in words.LANGUAGES if language != _MAIN]
    indicators, regions = cube.indicators, cube.regions
    lines = [
        _line("CHARSET", "ANSI"),
        _line("AXIS-VERSION", "2013"),
        _line("CODEPAGE", "utf-8"),
        _line("LANGUAGE", _MAIN),
        _line("LANGUAGES", _MAIN, *others),
        _line("MATRIX", "GRENSGEO"),
        'SUBJECT-CODE="GG";',
        "DECIMALS=6;",
        "SHOWDECIMALS=3;",
    ]
    for language in (_MAIN, *others):
        mark = "" if language == _MAIN else f"[{language}]"
        called = {name: text[language] for name, text in axis.items()}
        lines += [
            _line(f"SUBJECT-AREA{mark}", words.text("monitor.title")[language]),
            _line(f"TITLE{mark}", words.text("monitor.title")[language]),
            _line(f"CONTENTS{mark}", words.text("monitor.title")[language]),
            _line(f"UNITS{mark}", words.text("monitor.by_indicator")[language]),
            _line(f"STUB{mark}", called["indicator"], called["region"]),
            _line(f"HEADING{mark}", called["period"]),
            _values("VALUES", mark, called["indicator"],
                    _unique(indicators[f"name_{language}"], indicators.index)),
            _values("VALUES", mark, called["region"],
                    _unique(regions[f"name_{language}"], regions.index)),
            _values("VALUES", mark, called["period"], cube.periods),
            _values("CODES", mark, called["indicator"], indicators.index),
            _values("CODES", mark, called["region"], regions.index),
            _values("CODES", mark, called["period"], cube.periods),
            _line(f"SOURCE{mark}", _cut("; ".join(feed.provenance.attributions()), 250)),
        ]  # fmt: skip
    for key, name, decimals in zip(
        indicators.index, _unique(indicators[f"name_{_MAIN}"], indicators.index),
        indicators["decimals"], strict=True,
    ):  # fmt: skip
        if decimals and key:
            lines.append(f'PRECISION("{main["indicator"]}","{_plain(name)}")={int(decimals)};')
    lines.append("DATA=")
    return ("\n".join(lines) + "\n" + _data(cube) + ";\n").encode("utf-8")


def _data(cube: Cube) -> str:
    """Return the figures, a line for each indicator and region."""
    _, _, periods = cube.shape
    size = cube.shape[0] * cube.shape[1] * periods
    cells = [_MISSING] * size
    told = zip(
        cube.places().tolist(), cube.rounded(), cube.rows["status"].tolist(),
        cube.rows["indicator_id"].map(cube.indicators["decimals"]).tolist(), strict=True,
    )  # fmt: skip
    for place, value, status, decimals in told:
        if value is not None:
            cells[place] = f"{value:.{int(decimals)}f}"
        elif status == "Q":
            cells[place] = _SUPPRESSED
    return "\n".join(" ".join(cells[at : at + periods]) for at in range(0, size, periods))


def _line(keyword: str, *values: str) -> str:
    """Return a keyword with quoted values."""
    return f"{keyword}=" + ",".join(f'"{_plain(value)}"' for value in values) + ";"


def _values(keyword: str, mark: str, variable: str, values: Iterable[str]) -> str:
    """Return a keyword of a variable with a list of quoted values."""
    listed = _SEPARATOR.join(f'"{_plain(value)}"' for value in values)
    return f'{keyword}{mark}("{variable}")={listed};'


def _plain(text: str) -> str:
    """Return a text without what ends a text in a PX file."""
    return str(text).replace('"', "'").replace("\n", " ").replace(";", ",")


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _unique(names: Iterable[str], keys: Iterable[str]) -> list[str]:
    """Return names of which none stands twice: one that does has its code behind it."""
    listed = [str(name) for name in names]
    count = {name: listed.count(name) for name in set(listed)}
    return [
        name if count[name] == 1 else f"{name} ({key})"
        for name, key in zip(listed, keys, strict=True)
    ]
