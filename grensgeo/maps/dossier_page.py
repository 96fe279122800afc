"""A dossier to hand in: one page of text, charts and tables, for screen and paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grensgeo import words
from grensgeo.maps.notes_shown import MOST_NOTES, on_map
from grensgeo.pages.credits import credit
from grensgeo.pages.document import write_page
from grensgeo.pages.page_section import PageSection, sections_body
from grensgeo.pages.text_page import text_page

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from grensgeo.provenance import Provenance
    from grensgeo.words import Language, Text


@dataclass(frozen=True)
class Dossier:
    """What is handed in about a municipality, a line or a crossing.

    Attributes
    ----------
    title, lead
        What it is about, and the whole in one sentence, by language.
    sections
        Its parts, by language.
    provenance
        Sources and notes.
    language
        In which it opens.
    shown
        Modes and opportunities that it is about.
    own
        How the codes of notes begin that are of its question alone.
    """

    title: Text
    lead: Text
    sections: Mapping[Language, Sequence[PageSection]]
    provenance: Provenance = field(repr=False)
    language: Language
    shown: Collection[str] | None = None
    own: str = ""

    def html(self) -> str:
        """Return the whole file as text, the same for equal input.

        Returns
        -------
        str
            An HTML document.
        """
        return text_page(
            title=self.title,
            bodies={
                language: sections_body(
                    [
                        *sections,
                        *small_print(self.provenance, language, shown=self.shown, own=self.own),
                    ],
                    lead=self.lead[language],
                )
                for language, sections in self.sections.items()
            },
            language=self.language,
            tools=("csv", "xlsx", "print"),
        )

    def save(self, path: str | Path) -> Path:
        """Write the file; FileError if the folder cannot be written to."""
        return write_page(self.html(), path)


def small_print(
    provenance: Provenance,
    language: Language,
    *,
    shown: Collection[str] | None = None,
    own: str = "",
) -> list[PageSection]:
    """Return what a page of text rests on: a few notes, and folded all that is to be said.

    Parameters
    ----------
    provenance
        Sources and notes.
    language
        In which they are told.
    shown
        Modes and opportunities of the page: notes on others are folded away. ``None``: all.
    own
        How the codes of notes begin that are of this page's question alone: they stand first.

    Returns
    -------
    list of PageSection
        At most five notes that bear on what is shown; and beneath "source and
        method" the others, and those of which more can be said, with every source.
    """
    said = words.texts("dossier.text")
    notes = provenance.told()
    bearing = [note for note in notes if own and note.code.startswith(own)]
    about = on_map(notes, shown)
    bearing += [note for note in about if note.concerns and note not in bearing]
    bearing += [note for note in about if note not in bearing]
    first = list(dict.fromkeys(note.brief[language] for note in bearing))[:MOST_NOTES]
    rest = [text for text in (note.text(language) for note in notes) if text not in first]
    told = {
        "all_notes": rest,
        "sources": [credit(one)[language] for one in provenance.attributions()],
    }
    inside = [
        PageSection(said[name][language], items=list(dict.fromkeys(items)))
        for name, items in told.items()
        if items
    ]
    if not inside:
        return []
    return [
        PageSection(
            said["notes"][language] if first else "",
            items=first,
            inside=inside,
            fold=words.text("pages.text.method")[language],
            small=True,
        )
    ]
