"""Two maps on one page, beside each other or one wiped over the other."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo import words
from grensgeo.files import need_ending
from grensgeo.maps.choices import two_choices
from grensgeo.maps.legend import legend
from grensgeo.maps.notes_shown import MOST_NOTES, on_map
from grensgeo.maps.picture import map_alone
from grensgeo.maps.picture_words import written
from grensgeo.maps.sheet import Sheet, common_frame
from grensgeo.pages.credits import credit
from grensgeo.pages.document import asset, document, package_version, write_page
from grensgeo.pages.templating import fill_template, page_words, word_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from grensgeo.maps.canvas import Map
    from grensgeo.notes import Note
    from grensgeo.words import Language

_DPI = 120
#: Keys of the words of buttons.
_SWITCHES = ("theme_dark", "theme_light", "png", "print")


def pair_page(
    left: Map,
    right: Map,
    path: str | Path,
    *,
    choose: Sequence[Mapping[str, str]] = ({}, {}),
    title: Mapping[str, str] | str | None = None,
    language: Language = "nl",
) -> Path:
    """Write a page on which a reader wipes from one map to another, or sees them side by side.

    Parameters
    ----------
    left, right
        The maps; the first topic of each is shown. They may be one and the same.
    path
        Where to write the page.
    choose
        What is chosen on the left and on the right, by the names of the page's controls:
        ``({"cutoff": "30"}, {"cutoff": "45"})``.
    title
        Heading by language, or one for all; that of the left map if None.
    language
        Language in which the page opens.

    Returns
    -------
    Path
        The file, with everything inside.

    Raises
    ------
    InputError
        If a choice is not one that its map has, or the name does not end in ``.html``.
    FileError
        If the folder cannot be written to.
    """
    maps = (left, right)
    need_ending(Path(path), (".html", ".htm"))
    choices = two_choices(choose)
    sheets = {
        code: [Sheet.of(one, chosen, code) for one, chosen in zip(maps, choices, strict=True)]
        for code in words.LANGUAGES
    }
    frame = common_frame(sheets[language])
    heading = words.in_every_language(title) if title is not None else left.heading()
    texts = {"title": heading, "language": words.text("pages.text.language")}
    for key in (*_SWITCHES, "pair_way", "pair_swipe", "pair_beside", "pair_where"):
        texts[key] = words.text(f"pages.text.{key}")
    for place in (0, 1):
        texts[f"caption{place}"] = {
            code: _caption(sheets[code], place) for code in words.LANGUAGES
        }
    texts |= _small_print(maps)
    tables = {code: _table(sheets[code], code) for code in words.LANGUAGES}
    kept = ("csv", "xlsx") if tables[language] else ()
    texts |= {key: words.text(f"pages.text.{key}") for key in kept}
    body = fill_template(
        "pair",
        said=word_of(texts, language),
        kept=kept,
        images=[(place, _picture(sheets[language][place], frame)) for place in (0, 1)],
        sides=[
            {code: legend(sheets[code][place]) for code in words.LANGUAGES} for place in (0, 1)
        ],
        **page_words(language),
    )
    text = document(
        head_title=heading[language],
        language=language,
        styles=[asset("page.css"), asset("pair.css")],
        body=body,
        scripts=[asset("gallery.js"), asset("pair.js")],
        data={"language": language, "texts": texts, "tables": tables},
    )
    return write_page(text, path)


def _caption(sheets: Sequence[Sheet], place: int) -> str:
    """Return the heading of one of the two, or that of its legend where the headings are alike."""
    headings = [sheet.words.heading(sheet.layer) for sheet in sheets]
    return headings[place] if len({*headings}) > 1 else legend(sheets[place])[0].words


def _table(sheets: Sequence[Sheet], language: Language) -> list[list[str]]:
    """Return the figures of both maps by area, heads first; none where one has no areas."""
    if not all("ids" in sheet.words.view for sheet in sheets):
        return []
    told: list[dict[int, str]] = []
    for sheet in sheets:
        field, values, _ = sheet.field()
        told.append(
            {
                number: written(value, field["unit"], language)
                for number, value in zip(sheet.words.view["ids"], values, strict=True)
                if isinstance(value, int | float)
            }
        )
    missing = words.text("pages.text.missing")[language]
    areas = sheets[0].data["base"]["areas"]
    head = [words.text(f"pages.text.{name}")[language] for name in ("municipality", "country")]
    return [
        [*head, *(_caption(sheets, place) for place in (0, 1))],
        *(
            [name, country, *(one.get(number, missing) for one in told)]
            for number, (_, name, country, *_) in enumerate(areas)
            if any(number in one for one in told)
        ),
    ]


def _picture(sheet: Sheet, frame: tuple[float, float, float, float]) -> str:
    """Draw the map alone, as an image for a page."""
    file = io.BytesIO()
    map_alone(sheet, frame).savefig(file, dpi=_DPI, metadata={"Software": None})
    return "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()


def _small_print(maps: Sequence[Map]) -> dict[str, words.Text]:
    """Return notes, sources and version of both maps, each once."""
    notes: list[Note] = []
    sources: dict[str, None] = {}
    for one in maps:
        notes += one.notes()
        sources |= dict.fromkeys(one.attributions())
    made = words.text("pages.text.made_with")
    return {
        "notes": {
            code: " ".join(note.brief[code] for note in on_map(notes)[:MOST_NOTES])
            for code in words.LANGUAGES
        },
        "sources": {
            code: f"{text}: {' · '.join(credit(said)[code] for said in sources)}"
            for code, text in words.text("pages.text.source").items()
        },
        "made": {c: t.replace("{version}", package_version()) for c, t in made.items()},
    }
