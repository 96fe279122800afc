"""IKOB, the Integrale Kijk op Bereikbaarheid: reach, potential and competition by person group.

Source: Stichting CROW, IKOB (docs.crow.nl/ikob; github.com/Stichting-CROW/ikob, MPL-2.0), parts A
to E. Written anew from the formulas; nothing of the program stands here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import InputError, some
from grensgeo.methods.crow.decay_parameters import VARIANTS
from grensgeo.methods.crow.experienced_times import ExperiencedTimes
from grensgeo.methods.crow.mixed_weights import mixed_weights, parts_by_ways
from grensgeo.methods.crow.person_groups import INCOMES, MODE_SETS, mode_set_name
from grensgeo.notes import Note
from grensgeo.provenance import Provenance
from grensgeo.schema import IKOB_RESULTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.methods.crow.decay_parameters import Variant
    from grensgeo.methods.crow.ikob_inputs import IkobInputs


@dataclass(frozen=True, eq=False)
class IkobFigures:
    """Figures of one part of the day, (4, 7, n) by class of income and set of modes.

    Attributes
    ----------
    reach
        Jobs in reach of a mean person of the class, by origin (part D4).
    potential
        People of the class who can reach a destination (part D5).
    competition_for_jobs
        Jobs a person of the class can have, where all compete for them, by origin (part D6).
    competition_for_people
        People a job can have, where all employers compete for them (part D7).
    """

    reach: Floats
    potential: Floats
    competition_for_jobs: Floats
    competition_for_people: Floats


@dataclass(frozen=True, eq=False)
class IkobResult:
    """What IKOB gives.

    Attributes
    ----------
    inputs, variant
        What it was computed from, and how.
    figures
        By part of the day.
    notes
        What was assumed, and where the program and the text differ.
    """

    inputs: IkobInputs
    variant: Variant
    figures: Mapping[str, IkobFigures]
    notes: tuple[Note, ...]

    @property
    def provenance(self) -> Provenance:
        """Of the inputs, with what was assumed."""
        return self.inputs.provenance | Provenance(notes=self.notes)

    @property
    def table(self) -> pd.DataFrame:
        """``schema.IKOB_RESULTS``: a row a place, part of the day, class and set of modes."""
        import pandas as pd

        inputs = self.inputs
        n = len(inputs.ids)
        countries = inputs.countries or (None,) * n
        blocks = []
        for part, figures in self.figures.items():
            for i, income in enumerate(INCOMES):
                people, jobs = inputs.people[:, i], inputs.jobs[:, i]
                for k, modes in enumerate(MODE_SETS):
                    told: dict[str, Any] = {
                        "id": inputs.ids,
                        "country": countries,
                        "motive": inputs.motive,
                    }
                    told |= {"part_of_day": part, "income": income, "modes": mode_set_name(modes)}
                    told |= {"people": people, "jobs": jobs}
                    nobody, nothing = people == 0, jobs == 0
                    told["reach"] = np.where(nobody, np.nan, figures.reach[i, k])
                    told["potential"] = figures.potential[i, k]
                    told["competition_for_jobs"] = np.where(
                        nobody, np.nan, figures.competition_for_jobs[i, k]
                    )
                    told["competition_for_people"] = np.where(
                        nothing, np.nan, figures.competition_for_people[i, k]
                    )
                    blocks.append(pd.DataFrame(told | {"variant": self.variant}))
        return IKOB_RESULTS.check(pd.concat(blocks, ignore_index=True))


def ikob(inputs: IkobInputs, *, variant: Variant = "written") -> IkobResult:
    """Compute reach, potential and competition as IKOB does.

    Parameters
    ----------
    inputs
        The case, of :func:`read_ikob` or of one's own tables (:func:`ikob_inputs`).
    variant
        ``"written"``, as the method is published, or ``"coded"``, as CROW's program computes it;
        notes of the result say where the two differ.

    Returns
    -------
    IkobResult
        Its ``table`` has a row for each place, part of the day, class of income and set of modes.

    Raises
    ------
    InputError
        For a variant that is not known.

    Source
    ------
    Stichting CROW, IKOB, parts D1 to D7.

    Examples
    --------
    >>> import numpy as np
    >>> from grensgeo.methods.crow import IkobInputs, Skims, group_shares
    >>> one = np.array([[5.0]])
    >>> inputs = IkobInputs(
    ...     ("a",), people=np.full((1, 4), 10.0), jobs=np.full((1, 4), 20.0),
    ...     shares=group_shares(np.full((1, 4), 0.25), np.array([1.0])),
    ...     skims={"day": Skims(one, one, one, one, one)},
    ... )
    >>> found = ikob(inputs).table.set_index(["income", "modes"])["reach"]
    >>> float(found["high", "bicycle"].round(1))
    19.8
    """
    if variant not in VARIANTS:
        raise InputError("choice-unknown", f"variant {variant!r} is none of {some(VARIANTS)}")
    figures = {part: _figures(inputs, part, variant) for part in inputs.skims}
    return IkobResult(inputs, variant, figures, tuple(_notes(inputs, variant)))


def _figures(inputs: IkobInputs, part: str, variant: Variant) -> IkobFigures:
    """Return the figures of one part of the day."""
    shape = (len(INCOMES), len(MODE_SETS), len(inputs.ids))
    result = IkobFigures(*(np.zeros(shape) for _ in range(4)))
    times = ExperiencedTimes(inputs, part, variant)
    for i in range(len(INCOMES)):
        weights = mixed_weights(times, i, parts_by_ways(inputs, i))
        people, jobs = inputs.people[:, i], inputs.jobs[:, i]
        for k, weight in enumerate(weights):
            reach = weight @ jobs
            potential = people @ weight
            result.reach[i, k], result.potential[i, k] = reach, potential
            result.competition_for_jobs[i, k] = weight @ _shared(jobs, potential, variant)
            seekers = _shared(people, reach, variant)
            # the program sums over destinations where the text sums over origins
            result.competition_for_people[i, k] = (
                weight @ seekers if variant == "coded" else seekers @ weight
            )
    return result


def _shared(counts: Floats, among: Floats, variant: Variant) -> Floats:
    """Return what each of those who reach them has: 0 where nobody does.

    The program divides by one where nobody does.
    """
    nobody = among <= 0
    return np.where(nobody & (variant == "written"), 0.0, counts / np.where(nobody, 1.0, among))


def _notes(inputs: IkobInputs, variant: Variant) -> list[Note]:
    """List what was assumed, and where the program and the text differ."""
    if variant == "written":
        return [Note("ikob.as-written")]
    work = inputs.motive in {"work", "social"}
    notes = [Note("ikob.coded-commuting" if work else "ikob.coded-bicycle-parameters")]
    notes += [
        Note("ikob.coded-parking"),
        Note("ikob.coded-competition"),
        Note("ikob.coded-short-trips"),
    ]
    return [*notes, Note("ikob.coded-hubs")] if inputs.hubs is not None else notes
