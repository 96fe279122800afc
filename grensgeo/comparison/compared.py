"""What comes of a comparison: a table, a map, and a sentence in three languages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.comparison.change_words import Spoken, told_of
from grensgeo.comparison.people_concerned import (
    CLASSES,
    Classes,
    classes_of_reach,
    classes_of_times,
)
from grensgeo.comparison.stating import state
from grensgeo.errors import InputError, some
from grensgeo.maps import scenario_map
from grensgeo.measures.region_reach import reach_of_level
from grensgeo.pages.templating import fill_template
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.comparison.cell_figures import ReachKey, TimeKey
    from grensgeo.comparison.change_tables import ChangeTables
    from grensgeo.comparison.measuring import Measured
    from grensgeo.comparison.places_compared import Level
    from grensgeo.comparison.scenario_parts import Apart
    from grensgeo.comparison.statements import Kind, Statement
    from grensgeo.maps import Map
    from grensgeo.provenance import Provenance
    from grensgeo.region.region import Region
    from grensgeo.words import Language

#: Rows of the table that a notebook shows.
_SHOWN = 5


@dataclass(frozen=True, eq=False)
class Comparison:
    """Two situations held against each other, as :func:`grensgeo.compare` gives them.

    Attributes
    ----------
    before, after
        What was measured of each.
    changes
        The changes by place.
    region
        The region of the baseline, if there is one.
    spoken
        How the change, trips and destinations are called.
    provenance
        What all of it rests on.
    apart
        The parts of the change, where several scenarios were given.
    """

    before: Measured
    after: Measured
    changes: ChangeTables
    region: Region | None
    spoken: Spoken
    provenance: Provenance
    apart: Apart | None = field(default=None, repr=False)
    _tables: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False)

    def table(self, level: str | None = None) -> pd.DataFrame:
        """Return the changes place by place.

        Parameters
        ----------
        level
            ``municipality``, ``nuts3``, ``country``, ``all`` or, of tables without a region,
            ``place``; all of them by default.

        Returns
        -------
        DataFrame
            ``schema.COMPARISON``: a row a place, trip, measure (reach, border effect, travel
            time), opportunity and cutoff, or destination.

        Raises
        ------
        InputError
            For a level that is not there.
        """
        if "all" not in self._tables:
            self._tables["all"] = self.changes.table()
        table = self._tables["all"]
        if level is None:
            return table.copy()
        return table[table["level"] == self._level(level).name].reset_index(drop=True)

    def cells(self) -> pd.DataFrame:
        """Return the changes cell by cell.

        Returns
        -------
        DataFrame
            ``id, people, mode, measure, opportunity, to_id, cutoff_min, baseline, scenario,
            difference`` and ``class``, which says whether those who live there gain or lose: gain,
            gain_much, lose, lose_much, same, below_noise, newly_reached, no_longer_reached,
            unreached or unknown.
        """
        import pandas as pd

        old, new, limits = self.before.figures, self.after.figures, self.changes.limits
        lost = old.lost | new.lost
        frames = []
        kinds: tuple[tuple[str, Sequence[ReachKey | TimeKey], Floats, Floats, Classes], ...] = (
            ("reach", old.reach_keys, old.opened, new.opened,
             classes_of_reach(old.opened, new.opened, limits)),
            ("travel_time", old.time_keys, old.minutes, new.minutes,
             classes_of_times(old.minutes, new.minutes, lost, limits)),
        )  # fmt: skip
        for measure, keys, one, two, found in kinds:
            for k, key in enumerate(keys):
                frame = pd.DataFrame({"id": old.ids, "people": self.changes.places.people})
                frame = frame.assign(mode=key.mode, measure=measure)
                for name in ("opportunity", "to_id", "cutoff_min"):
                    frame[name] = getattr(key, name, np.nan if name == "cutoff_min" else None)
                frame["baseline"], frame["scenario"] = one[k], two[k]
                frame["difference"] = two[k] - one[k]
                frame["class"] = np.array(CLASSES, dtype=object)[found[k]]
                frames.append(frame)
        return pd.concat(frames, ignore_index=True)

    def sentence(
        self,
        language: Language = "nl",
        *,
        mode: str | None = None,
        opportunity: str | None = None,
        cutoff_min: float | None = None,
    ) -> str:
        """Return what the comparison says, in a few sentences with figures.

        Parameters
        ----------
        language
            ``nl``, ``de`` or ``en``.
        mode, opportunity, cutoff_min
            Which trip, opportunity and cutoff are told of; by default the first trip that the
            change touches, the first opportunity and the middle cutoff.

        Raises
        ------
        InputError
            For a language, trip, opportunity or cutoff that is not there.
        """
        return told_of(self, language, mode=mode, opportunity=opportunity, cutoff_min=cutoff_min)

    def statement(
        self,
        kind: Kind,
        place: str,
        *,
        value: float | None = None,
        than: str | None = None,
        to: str | None = None,
        mode: str | None = None,
        opportunity: str | None = None,
        cutoff_min: float | None = None,
    ) -> Statement:
        """Count the draws in which a statement about the change holds.

        Parameters
        ----------
        kind
            ``gains_at_least`` (``value=``), ``gains_more`` (``than=``) or ``gains_most`` of what
            the mean inhabitant of a place reaches, or ``people_gain`` of how many people there
            gain (``value=``).
        place, than
            Places by code or name; ``all`` is the whole. Of two or more, all are of one level.
        value
            At least so many opportunities, minutes or people.
        to
            Ask about minutes sooner at this destination, by code or name, and not about reach.
        mode, opportunity, cutoff_min
            As in :meth:`sentence`.

        Returns
        -------
        Statement
            With the share of the draws in which it holds, and a sentence.

        Raises
        ------
        InputError
            Without draws, and for a place, destination or statement that is not there.
        """
        which = {"mode": mode, "opportunity": opportunity, "cutoff_min": cutoff_min}
        return state(self, kind, (place, than), value=value, to=to, which=which)

    def parts(self, level: str = "all") -> pd.DataFrame:
        """Compute what each of several scenarios contributes to the change of reach.

        Parameters
        ----------
        level
            As in :meth:`table`.

        Returns
        -------
        DataFrame
            A row a part, place, trip, opportunity and cutoff: ``part`` (name of the scenario),
            ``id``, ``mode``, ``opportunity``, ``cutoff_min``, and what
            :func:`grensgeo.scenario_shares` gives: ``first_in``, ``last_in``, ``share`` (the mean
            over all orders of up to four; shares add up to the difference), ``least``, ``most``.

        Raises
        ------
        InputError
            If the change has no parts, or there is no such level.
        """
        if self.apart is None:
            raise InputError(
                "part-not-given", "parts: give several scenarios, compare(before, [one, two])"
            )
        return self.apart.shares(self.changes.places, self._level(level))

    def _level(self, name: str) -> Level:
        """Return a level of places."""
        for level in self.changes.places.levels:
            if level.name == name:
                return level
        known = [one.name for one in self.changes.places.levels]
        raise InputError("choice-unknown", f"level {name!r}; there are {some(known)}")

    def map(self, *, language: Language = "nl") -> Map:
        """Return the map of what changes in reach, for the mean inhabitant of each municipality.

        Parameters
        ----------
        language
            Language in which it opens.

        Raises
        ------
        InputError
            Without a region, which a comparison of tables need not have.
        """
        if self.region is None:
            raise InputError("part-not-given", "map: give compare(..., region=) of the tables")
        tables = [
            reach_of_level(one.reach, self.region).assign(scenario=name)
            for one, name in ((self.before, "baseline"), (self.after, "scenario"))
        ]
        rows = self.table()
        drowned = rows[(rows["measure"] == "reach") & (rows["state"] == "below_noise")]
        keys = drowned[["id", "cutoff_min", "opportunity", "mode"]]
        return scenario_map(
            self.region,
            *tables,
            noise=self.changes.limits.noise_share,
            unsure=set(keys.itertuples(index=False, name=None)),
            title=self.spoken.title,
            provenance=self.provenance,
            language=language,
            trips=self.spoken.trips,
        )

    def resting_on(self, provenance: Provenance) -> Comparison:
        """Return the same with further sources and notes, such as those of its tables."""
        return replace(self, provenance=self.provenance | provenance)

    def _repr_html_(self) -> str:
        """Show the sentences and the places that change most in a notebook."""
        level = self.changes.places.levels[0].name
        rows = self.table(level)
        rows = rows[rows["measure"] == "reach"]
        for name in ("mode", "opportunity", "cutoff_min"):
            rows = rows[rows[name] == rows[name].iloc[0]] if len(rows) else rows
        order = rows["difference"].abs().sort_values(ascending=False, kind="stable").index
        columns = ["name", "country", "baseline", "scenario", "difference", "state", "people_gain"]
        shown = rows.loc[order[:_SHOWN], columns]
        return str(
            fill_template(
                "comparison",
                said=[self.sentence(x) for x in LANGUAGES],
                columns=columns,
                rows=[[_short(value) for value in row] for row in shown.to_numpy(dtype=object)],
            )
        )


def _short(value: object) -> str:
    """Return a value as a notebook shows it."""
    if isinstance(value, float):
        return "" if np.isnan(value) else f"{value:,.0f}"
    return "" if value is None else str(value)
