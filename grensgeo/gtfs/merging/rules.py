"""Rules of merging feeds (distances, tolerances, stands), and the record of each merge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from grensgeo.notes import Note


@dataclass(frozen=True)
class MergeRules:
    """How near, how alike and how punctual two things are to be one.

    Attributes
    ----------
    station_m
        Metres between stops of one station, straight.
    name_share
        Share of letters that two names have in common (``difflib``), 0 to 1.
    tolerance_s
        Seconds by which times of one train may differ between feeds.
    longest_stand_s
        Seconds that a train stands at most where one feed ends it and the other goes on, if
        number, or line and operator, are the same.
    short_stand_s
        The same where only line or operator are: the engine stays, the crew may change.
        Assumed.
    through_s
        Stands shorter than this, if only one feed gives a number and nothing speaks against it:
        two trains would not be timed so that nobody can change. Less than the time of a change
        (R5: 60 s).
    platform_m
        Metres between the stops of both at most, where there is no number: feeds put a train's
        stop anywhere along its platform. Half the longest one of the TSI infrastructure, 400 m
        (Commission Regulation (EU) No 1299/2014, table 2).
    most_turn_deg
        By how much a train changes its direction at most where neither its number nor line and
        operator together identify it: a train does not go back. Assumed.
    no_through
        Stations where tracks of the two countries end apart: no train is joined there. At
        Enschede the line from Gronau has had no connection to the Dutch tracks since 2001.
    """

    station_m: float = 500.0
    name_share: float = 0.85
    tolerance_s: int = 120
    longest_stand_s: int = 900
    short_stand_s: int = 300
    through_s: int = 60
    platform_m: float = 200.0
    most_turn_deg: float = 120.0
    no_through: tuple[str, ...] = ("Enschede",)


@dataclass(frozen=True)
class Merge:
    """One thing that two feeds have in common and that now counts once, or was kept apart.

    Attributes
    ----------
    kind
        ``station`` (stops made one station), ``duplicate`` (a train in both feeds, counted
        once), ``joined`` (a train cut at the border, made whole) or ``kept_apart`` (looks like
        one of these but is not; see the reason).
    kept, dropped
        What stays and what it took in: stops or trips as ``feed:id``.
    reason
        Why, with the figures that decided: metres, names, shared stops, seconds. A note, whose
        code and values can be read.
    """

    kind: str
    kept: str
    dropped: str
    reason: Note


class StopTable(Protocol):
    """Stops of all feeds in one table."""

    @property
    def ids(self) -> npt.NDArray[np.object_]:
        """Text ids."""

    @property
    def names(self) -> npt.NDArray[np.object_]:
        """Names."""

    @property
    def lon(self) -> npt.NDArray[np.float64]:
        """Degrees east."""

    @property
    def lat(self) -> npt.NDArray[np.float64]:
        """Degrees north."""

    @property
    def feed(self) -> npt.NDArray[np.int16]:
        """Feed of each stop."""

    @property
    def station(self) -> npt.NDArray[np.int32]:
        """Station of each stop, within its feed."""
