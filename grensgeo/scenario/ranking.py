"""What a ranking of links or of measures says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grensgeo.errors import InputError

if TYPE_CHECKING:
    from grensgeo import words


class Ranking:
    """A table in the order of what each row costs or brings, and a sentence on it.

    Attributes
    ----------
    told
        The sentence by language.
    """

    told: words.Text

    def sentence(self, language: str = "en") -> str:
        """Return what comes out in one sentence, in ``nl``, ``de`` or ``en``."""
        if language not in self.told:
            raise InputError(
                "choice-unknown", f"language {language!r}; choose from {', '.join(self.told)}"
            )
        return self.told[language]
