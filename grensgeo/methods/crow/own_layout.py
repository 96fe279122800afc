"""IKOB's results in the folders of its own program, and held against those of another run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.errors import FileError
from grensgeo.files import beside, read_sheets
from grensgeo.methods.crow.decay_parameters import LONGEST_MIN
from grensgeo.methods.crow.experienced_times import ExperiencedTimes
from grensgeo.methods.crow.group_shares import owners_only
from grensgeo.methods.crow.ikob_project import INCOMES_CALLED, read_numbers
from grensgeo.methods.crow.mixed_weights import mixed_weights
from grensgeo.methods.crow.person_groups import (
    GROUPS,
    INCOMES,
    MODE_SETS,
    PREFERENCES,
    PREFERENCES_WITHOUT_CAR,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.methods.crow.ikob_inputs import IkobInputs
    from grensgeo.methods.crow.ikob_method import IkobResult
    from grensgeo.methods.crow.ikob_project import IkobProject
    from grensgeo.methods.crow.mixed_weights import Way
    from grensgeo.methods.crow.person_groups import PersonGroup

#: What the program writes where there is no way.
_NO_WAY = {"no_car": 99_999.0, "no_licence": 99_999.0}
_NO_OTHER_WAY = 9_999.0
_PREFERS = {"car": "Auto", "neutral": "Neutraal", "bicycle": "Fiets", "transit": "OV"}
_CARS = {
    "car": "Auto",
    "no_car": "GeenAuto",
    "no_licence": "GeenRijbewijs",
    "free_car": "GratisAuto",
}
_FUELS = {"car_fossil": "fossiel", "car_electric": "elektrisch"}
#: Two figures are the same if they differ by no more than this, or by this part of what is more
#: than one (CROW's case holds 17 digits).
SAME = 1e-9


@dataclass(frozen=True, eq=False)
class LaidTable:
    """One table as the program has it: its file without ending, numbers, names of columns."""

    file: str
    numbers: Floats
    columns: tuple[str, ...] = ()


def laid_tables(result: IkobResult, project: IkobProject, motive: str) -> Iterator[LaidTable]:
    """Iterate over all intermediate and final tables of one motive, as the program lays them.

    Parameters
    ----------
    result
        Of that motive.
    project
        What was read.
    motive
        As the program calls it.
    """
    yield from _group_tables(result.inputs, project, motive)
    for part in result.inputs.skims:
        times = ExperiencedTimes(result.inputs, part, result.variant)
        yield from _times(times, project, motive)
        yield from _weights(times, project, motive)
        yield from _figures(result, project, motive, part)


def _group_tables(inputs: IkobInputs, project: IkobProject, motive: str) -> Iterator[LaidTable]:
    """Iterate over the parts of all people in each group."""
    of_income = np.nan_to_num(project.income_shares[motive])[:, :, None]
    people = project.people_called[motive]
    file = f"tussenresultaten/groepenverdeling/{project.scenario}/Verdeling_over_groepen_{people}"
    names = tuple(
        f"{_called(one)}_{INCOMES_CALLED[income]}" for income in INCOMES for one in GROUPS
    )
    n = len(inputs.ids)
    if not project.owners_only:
        yield LaidTable(file, (inputs.shares * of_income).reshape(n, -1), names)
    owning = owners_only(inputs.shares) * of_income
    yield LaidTable(f"{file}_alleen_autobezit", owning.reshape(n, -1), names)


def _called(group: PersonGroup) -> str:
    """Return what the program calls a group."""
    car = "WelAuto" if group.car == "car" else _CARS[group.car]
    transit = "_GratisOV" if group.free_transit else ""
    return f"{car}{transit}" + (f"_vk{_PREFERS[group.preference]}" if group.preference else "")


def _times(times: ExperiencedTimes, project: IkobProject, motive: str) -> Iterator[LaidTable]:
    """Iterate over experienced times."""
    folder = f"{project.pricing.lower()}/{motive}/ervarenreistijd/{times.part.lower()}"
    called = {"bicycle": _cycle(times.inputs), "free_transit": "GratisOV"}
    by_income = {"transit": "OV"} | {x: _CARS[x] for x in ("no_car", "no_licence", "free_car")}
    by_income |= {means: f"Auto_{fuel}" for means, fuel in _FUELS.items()}
    for means, name in (called | by_income).items():
        for i, income in enumerate(INCOMES):
            minutes = times.of(means, i)
            there = minutes < LONGEST_MIN if means == "bicycle" else ~np.isnan(minutes)
            told = np.where(there, minutes, _NO_WAY.get(means, _NO_OTHER_WAY))
            if means in called:
                yield LaidTable(f"{folder}/{name}", told)
                break
            yield LaidTable(f"{folder}/{name}_{INCOMES_CALLED[income]}", told)


def _cycle(inputs: IkobInputs) -> str:
    return "EFiets" if inputs.cycle == "ebike" else "Fiets"


def _way(part: str, preference: str, fuel: str) -> Way:
    """Return by which means a part of the program's name of a combination travels."""
    if part in {"Fiets", "EFiets"}:
        return "bicycle", "bicycle" if preference == "bicycle" else "neutral"
    fixed = {"GratisAuto": ("free_car", "car"), "GratisOV": ("free_transit", "transit")}
    if part in fixed:
        return fixed[part]
    plain = {"OV": "transit", "Auto": fuel, "GeenAuto": "no_car", "GeenRijbewijs": "no_licence"}
    return plain[part], preference


def _can_prefer(car: str, transit: str, preference: str) -> bool:
    """Return whether the program has people with this car, these fares and this preference."""
    if car in {"GeenAuto", "GeenRijbewijs"}:
        return preference in PREFERENCES_WITHOUT_CAR and (
            transit == "OV" or preference == "transit"
        )
    if car == "GratisAuto":
        return preference == ("neutral" if transit == "GratisOV" else "car")
    return transit == "OV" or preference == "transit"


def _weights(times: ExperiencedTimes, project: IkobProject, motive: str) -> Iterator[LaidTable]:
    """Iterate over weights of single means and of their combinations."""
    regime, day = project.pricing.lower(), times.part.lower()
    folders = (f"{regime}/{motive}/gewichten", f"{regime}/{motive}/gewichten/combinaties")
    cycle, everybody = _cycle(times.inputs), np.ones(len(times.inputs.ids))
    for i, income in enumerate(INCOMES):
        for preference in PREFERENCES:
            ending = f"_vk{_PREFERS[preference]}_{INCOMES_CALLED[income]}"
            asked: dict[str, tuple[Way, ...]] = {}
            for parts in _combinations(preference, cycle):
                folder = f"{folders[len(parts) > 1]}/{day}"
                for means, fuel in _FUELS.items() if "Auto" in parts else [("", "")]:
                    file = "/".join(x for x in (folder, fuel, "_".join(parts) + ending) if x)
                    asked[file] = tuple(_way(name, preference, means) for name in parts)
            if i == 0 and preference in {"neutral", "bicycle"}:
                file = f"{folders[0]}/{day}/{cycle}_vk{'Fiets' if preference == 'bicycle' else ''}"
                asked[file] = (_way(cycle, preference, ""),)
            found = mixed_weights(times, i, [{ways: everybody} for ways in asked.values()])
            for file, weights in zip(asked, found, strict=True):
                yield LaidTable(file, weights)


def _combinations(preference: str, cycle: str) -> Iterator[tuple[str, ...]]:
    """Iterate over the means and combinations that the program has for a preference."""
    cars, transits = list(_CARS.values()), ("OV", "GratisOV")
    for car in cars:
        if car == "GratisAuto":
            if preference in {"neutral", "car"}:
                yield (car,)
        elif _can_prefer(car, "OV", preference):
            yield (car,)
        if _can_prefer(car, "OV", preference):
            yield car, cycle
    for transit in transits:
        if transit == "OV" or preference in {"neutral", "transit"}:
            yield (transit,)
        if _can_prefer("Auto", transit, preference):
            yield transit, cycle
        for car in cars:
            if _can_prefer(car, transit, preference):
                yield car, transit
                yield car, transit, cycle


def _figures(
    result: IkobResult, project: IkobProject, motive: str, part: str
) -> Iterator[LaidTable]:
    """Iterate over the final tables."""
    inputs, figures = result.inputs, result.figures[part]
    who = "alleen autobezit" if project.owners_only else "alle groepen"
    ends = f"resultaten/{motive}/{who}"
    contest = f"resultaten/{motive}/concurrentie"
    kinds = (
        (f"{ends}/bestemmingen/{part.lower()}", "Ontpl_totaal", figures.reach, inputs.people),
        (f"{ends}/herkomsten/{part.lower()}", "Pot_totaal", figures.potential, inputs.jobs),
        (f"{contest}/arbeidsplaatsen/{part.lower()}", "Ontpl_conc",
         figures.competition_for_jobs, inputs.people),
        (f"{contest}/inwoners/{part.lower()}", "Ontpl_conc",
         figures.competition_for_people, inputs.people),
    )  # fmt: skip
    cycle = _cycle(inputs)
    names = {"car": "Auto", "transit": "OV", "bicycle": cycle}
    called = ["_".join(names[mode] for mode in modes) for modes in MODE_SETS]
    incomes = tuple(INCOMES_CALLED.values())
    for folder, name, values, counts in kinds:
        # the program rounds reach and potential to whole numbers, and the first times people too
        whole = name != "Ontpl_conc"
        shown = np.round(values) if whole else values
        for i, income in enumerate(incomes):
            for k, modes in enumerate(called):
                yield LaidTable(f"{folder}/Totaal_{modes}_{income}", values[i, k][None])
            yield LaidTable(f"{folder}/{name}_{income}", shown[i].T, tuple(called))
        for k, modes in enumerate(called):
            product = values[:, k].T * counts
            product = np.round(product) if name == "Ontpl_totaal" else product
            yield LaidTable(f"{folder}/{name}_{modes}", shown[:, k].T, incomes)
            yield LaidTable(f"{folder}/{name}product_{modes}", product, incomes)


def write_layout(tables: Iterable[LaidTable], folder: Path) -> int:
    """Write tables as CSV in the program's folders, whole or not at all.

    Parameters
    ----------
    tables
        Of :func:`laid_tables`.
    folder
        Where they go: a new folder, or an empty one.

    Returns
    -------
    int
        How many.

    Raises
    ------
    FileError
        If the folder holds anything.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileError(
            "folder-not-overwritten", f"{folder}: holds something else; name another folder"
        )
    n = 0
    with beside(folder) as made:
        whole = made / "tables"
        for table in tables:
            n += 1
            file = whole / f"{table.file}.csv"
            file.parent.mkdir(parents=True, exist_ok=True)
            names = ",".join(table.columns)
            np.savetxt(file, table.numbers, fmt="%.17g", delimiter=",", header=names, comments="")
        if folder.exists():
            folder.rmdir()
        whole.rename(folder)
    return n


def compare_layout(tables: Iterable[LaidTable], folder: Path) -> pd.DataFrame:
    """Compare tables with those of another run of IKOB.

    Parameters
    ----------
    tables
        Of :func:`laid_tables`.
    folder
        The other run's folder, with its CSV files and workbooks.

    Returns
    -------
    DataFrame
        A row for each of its files: ``file``, ``difference`` (the largest of any figure; NaN where
        the shapes differ or the table is not known here) and ``same`` (see ``SAME``).

    Raises
    ------
    FileError
        If the folder holds none.
    """
    import pandas as pd

    files = [file for ending in ("csv", "xlsx") for file in sorted(folder.rglob(f"*.{ending}"))]
    if not files:
        raise FileError("file-missing", f"{folder}: no results of IKOB in it; name their folder")
    own = {table.file: table.numbers for table in tables}
    rows = []
    for file in files:
        name = file.relative_to(folder).with_suffix("").as_posix()
        theirs = _sheet(file) if file.suffix == ".xlsx" else read_numbers(file)
        ours = own.get(name)
        fits = ours is not None and ours.shape == theirs.shape
        apart = np.abs(ours - theirs) if ours is not None and fits else np.array(np.nan)
        same = bool((apart <= SAME * np.maximum(1.0, np.abs(theirs))).all())
        rows.append((file.relative_to(folder).as_posix(), float(apart.max()), same))
    return pd.DataFrame(rows, columns=["file", "difference", "same"])


def _sheet(file: Path) -> Floats:
    """Return the numbers of a workbook of the program, without the column of places.

    Some of its headers name a column too many or too few; one without numbers is left out.
    """
    (frame,) = read_sheets(file, header=None).values()
    numbers: Floats = frame.iloc[1:, 1:].to_numpy(dtype=float)
    return numbers[:, ~np.isnan(numbers).all(axis=0)]
