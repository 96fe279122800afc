"""Which notes of a provenance a page tells, and where: on the map, or in its list."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from grensgeo.notes import Note

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from grensgeo.provenance import Provenance
    from grensgeo.words import Text

#: Notes that stand on a page unfolded: no more than a reader reads.
MOST_NOTES = 5


def on_map(notes: Iterable[Note], shown: Collection[str] | None = None) -> list[Note]:
    """Return the notes that stand beside the legend, one for each thing that is said.

    Parameters
    ----------
    notes
        Those of a provenance.
    shown
        Modes and opportunities of the map; those of others are left out. ``None``: all.

    Returns
    -------
    list of Note
        In the order given; notes with the same brief words count once, and so does what is said
        of a thing and again of a part of it: "Trains within the Netherlands: …", "Trains: …".
    """
    found: list[Note] = []
    for note in notes:
        about = not note.concerns or shown is None or bool({*note.concerns} & {*shown})
        if note.on_map and about and not any(_repeats(note, one) for one in found):
            found.append(note)
    return found


def _repeats(note: Note, earlier: Note) -> bool:
    """Return whether a note says what an earlier one has said, of the same or a part of it."""
    (thing, _, claim), (other, _, same) = (
        one.brief["en"].partition(": ") for one in (note, earlier)
    )
    return claim == same and (thing == other or (bool(claim) and _nested(thing, other)))


def _nested(thing: str, other: str) -> bool:
    return f"{thing} ".startswith(f"{other} ") or f"{other} ".startswith(f"{thing} ")


def strip(notes: Iterable[Note]) -> list[dict[str, Any]]:
    """Return what a page's script needs of them: words, a few words, what they concern."""
    return [
        {"text": note.brief, "short": note.short, "concerns": list(note.concerns)}
        for note in notes
    ]


def listed(notes: Iterable[Note]) -> list[dict[str, Any]]:
    """Return every note for the list: what is said, once, and the sentences that say more."""
    told: dict[str, tuple[Text, list[Text]]] = {}
    for note in notes:
        text, details = told.setdefault(note.brief["en"], (note.brief, []))
        if note.texts() != text:
            details.append(note.texts())
    return [{"text": text, "details": details} for text, details in told.values()]


def saying_schematic(provenance: Provenance) -> Provenance:
    """Add a note on schematic streets first, where they are and no note says so."""
    codes = {note.code for note in provenance.told()}
    if not provenance.schematic or codes & {"schematic", "schematic-drawn", "schematic-times"}:
        return provenance
    return replace(provenance, notes=(Note("schematic-times"), *provenance.notes))
