"""Words, numbers and shared parts of dossiers, in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from grensgeo import words
from grensgeo.errors import InputError
from grensgeo.maps.dossier_page import Dossier
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from grensgeo.network import Network
    from grensgeo.pages.page_section import PageSection
    from grensgeo.provenance import Provenance
    from grensgeo.region.region import Region
    from grensgeo.scenario.links import Link
    from grensgeo.words import Language

#: What stands where there is no figure.
_NONE = "–"  # noqa: RUF001


class DossierText(NamedTuple):
    """A dossier in one language."""

    title: str
    lead: str
    sections: Sequence[PageSection]


class DossierWords:
    """Words and numbers of a dossier in a language.

    Parameters
    ----------
    language
        The language.
    """

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, /, **values: str | float) -> str:
        """Return a text with its values filled in."""
        text = words.text(f"dossier.text.{key}")[self.language]
        return words.fill(text, values, self.language)

    def n(self, value: float) -> str:
        """Return a count, or a dash where there is none."""
        if np.isnan(value):
            return _NONE
        return words.fill("{n}", {"n": round(value)}, self.language)

    def share(self, value: float) -> str:
        """Return a share of one in per cent, as the language writes it."""
        if np.isnan(value):
            return _NONE
        number = 100 * value
        digits = 1 if 0.05 <= abs(number) < 1 else 0
        sign = "+" if round(number, digits) else ""
        # less than can be written is none, and has no sign
        said = words.fill(
            f"{{n:{sign}.{digits}f}}", {"n": round(number, digits) + 0.0}, self.language
        )
        return self("percent", n=said)

    def mode(self, name: str) -> str:
        """Return what a mode is called."""
        known = words.texts("terms.mode")
        return known[name][self.language] if name in known else name

    def by(self, name: str) -> str:
        """Return a mode as a sentence has it: by car."""
        known = words.texts("terms.by")
        return known[name][self.language] if name in known else name

    def counted(self, name: str) -> str:
        """Return what an opportunity is called."""
        known = words.texts("terms.opportunity")
        return known[name][self.language] if name in known else name

    def country(self, code: str) -> str:
        """Return the name of a country."""
        known = words.texts("terms.country")
        return known[code][self.language] if code in known else code


def dossier_of(
    tell: Callable[[DossierWords], DossierText],
    provenance: Provenance,
    language: Language,
    *,
    shown: Collection[str],
    own: str = "",
) -> Dossier:
    """Return a dossier in every language.

    Parameters
    ----------
    tell
        Writes it with the words of one language.
    provenance
        Sources and notes.
    language
        In which it opens.
    shown
        Modes and opportunities that it is about.
    own
        How the codes of notes begin that are of its question alone.
    """
    told = {code: tell(DossierWords(code)) for code in LANGUAGES}
    return Dossier(
        {code: one.title for code, one in told.items()},
        {code: one.lead for code, one in told.items()},
        {code: one.sections for code, one in told.items()},
        provenance,
        language,
        shown,
        own,
    )


def need_counted(region: Region, opportunity: str) -> None:
    """Raise unless the region counts something of a name."""
    known = list(region.opportunities)
    if opportunity not in known:
        raise InputError(
            "name-unknown", f"opportunity {opportunity}: the region has {', '.join(known)}"
        )


def crossings(network: Network, mode: str, region: Region) -> list[Link]:
    """Return the crossings of borders that a mode may use, none where there are none.

    Parameters
    ----------
    network
        The network.
    mode
        A street mode.
    region
        After whose main places crossings are called.
    """
    from grensgeo.scenario.links import LinkChoice, find_links

    try:
        return find_links(network, LinkChoice("crossing"), mode=mode, region=region)
    except InputError:
        return []
