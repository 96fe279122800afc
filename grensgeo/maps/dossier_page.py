"""A dossier to hand in: one page of text, charts and tables, for screen and paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grensgeo import words
from grensgeo.maps.credits import credit
from grensgeo.pages.document import write_page
from grensgeo.pages.page_section import PageSection, sections_body
from grensgeo.pages.text_page import text_page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
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
    """

    title: Text
    lead: Text
    sections: Mapping[Language, Sequence[PageSection]]
    provenance: Provenance = field(repr=False)
    language: Language

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
                    [*sections, *small_print(self.provenance, language)],
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


def small_print(provenance: Provenance, language: Language) -> list[PageSection]:
    """Return what a page of text rests on: its notes and its sources, each once.

    Parameters
    ----------
    provenance
        Sources and notes.
    language
        In which they are told.
    """
    said = words.texts("dossier.text")
    told = {
        "notes": [note.text(language) for note in provenance.told()],
        "sources": [credit(one)[language] for one in provenance.attributions()],
    }
    return [
        PageSection(said[name][language], items=list(dict.fromkeys(items)), small=True)
        for name, items in told.items()
        if items
    ]
