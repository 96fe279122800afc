"""A dossier to hand in: one page of text and tables, in one language, for screen and paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grensgeo import words
from grensgeo.maps import page
from grensgeo.maps.canvas import write_page
from grensgeo.maps.credits import credit
from grensgeo.maps.templating import fill_template

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from grensgeo.provenance import Provenance
    from grensgeo.words import Language


@dataclass(frozen=True)
class DossierSection:
    """A part of a dossier.

    Attributes
    ----------
    heading
        What it is about.
    texts
        Sentences.
    head, rows
        A table; none without rows.
    blank
        Whether room is left for whoever hands it in.
    """

    heading: str
    texts: Sequence[str] = ()
    head: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    blank: bool = False


@dataclass(frozen=True)
class Dossier:
    """What is handed in about a municipality, a line or a crossing.

    Attributes
    ----------
    title, lead
        What it is about, and the whole in one sentence.
    sections
        Its parts.
    provenance
        Sources and notes.
    language
        In which it is written.
    """

    title: str
    lead: str
    sections: Sequence[DossierSection]
    provenance: Provenance = field(repr=False)
    language: Language

    def html(self) -> str:
        """Return the whole file as text, the same for equal input.

        Returns
        -------
        str
            An HTML document without scripts.
        """
        said = words.texts("dossier.text")
        body = fill_template(
            "dossier",
            title=self.title,
            lead=self.lead,
            sections=self.sections,
            notes_name=said["notes"][self.language],
            notes=[note.text(self.language) for note in self.provenance.told()],
            sources_name=said["sources"][self.language],
            sources=list(
                dict.fromkeys(credit(one)[self.language] for one in self.provenance.attributions())
            ),
        )
        return page.document(
            head_title=self.title,
            language=self.language,
            styles=[page.asset("dossier.css")],
            body=body,
            scripts=[],
        )

    def save(self, path: str | Path) -> Path:
        """Write the file; FileError if the folder cannot be written to."""
        return write_page(self.html(), path)
