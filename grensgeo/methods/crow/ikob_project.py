"""A project of IKOB's own program: a JSON file, and CSV files in the folders that it names."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from grensgeo.errors import FileError, InputError, some
from grensgeo.files import decode, need_file
from grensgeo.methods.crow.group_shares import GroupTables, group_shares, owners_only
from grensgeo.methods.crow.ikob_inputs import Hubs, IkobInputs, Prices, Skims
from grensgeo.methods.crow.person_groups import INCOMES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from grensgeo.arrays import Floats

#: Classes of income, as the program calls them.
INCOMES_CALLED = MappingProxyType(
    {
        "low": "laag",
        "lower_middle": "middellaag",
        "upper_middle": "middelhoog",
        "high": "hoog",
    }
)
#: Motives as the program calls them, and who travels for them to what.
_MOTIVES = MappingProxyType(
    {
        "werk": ("work", "Beroepsbevolking", "Arbeidsplaatsen_inkomensklasse"),
        "sociaal-recreatief": ("social", "Inwoners", "Arbeidsplaatsen_inkomensklasse"),
        "winkeldagelijks": ("daily_shopping", "Inwoners", "Arbeidsplaatsen_inkomensklasse"),
        "onderwijs": ("education", "Leerlingen", "Leerlingenplaatsen"),
        "winkelnietdagelijksonderwijs": ("other_shopping", "Leerlingen", "Leerlingenplaatsen"),
    }
)
#: The program's lists of urbanity and income: parts of a table of the method.
_TABLES = MappingProxyType(
    {
        "with_car": "WelAuto",
        "without_car": "GeenAuto",
        "without_licence": "GeenRijbewijs",
        "preferences": "Voorkeuren",
        "preferences_without_car": "VoorkeurenGeenAuto",
    }
)


@dataclass(frozen=True, eq=False)
class IkobProject:
    """What a project of IKOB holds.

    Attributes
    ----------
    name, pricing, scenario
        What the program calls the project, its regime of prices and its scenario.
    inputs
        By motive, as the program calls it.
    incomes_shares
        (n, 4) parts of the people in each class of income, by motive.
    people_called
        What the program calls those who travel, by motive.
    owners_only
        Whether only people with a car were asked for.
    """

    name: str
    pricing: str
    scenario: str
    inputs: Mapping[str, IkobInputs]
    income_shares: Mapping[str, Floats]
    people_called: Mapping[str, str]
    owners_only: bool


def read_ikob(path: Path) -> IkobProject:
    """Read a project of IKOB's program.

    Parameters
    ----------
    path
        Its JSON file. Folders that it names are looked for beside it, and in the folders above.

    Returns
    -------
    IkobProject
        With the inputs of each motive. Places are numbered from 1, as in the program.

    Raises
    ------
    FileError
        For files that are missing.
    InputError
        For settings that are missing or not known, and tables that do not fit each other.

    Source
    ------
    Stichting CROW, IKOB at 2567106: the program's configuration and files.
    """
    return _ProjectReader(path).project()


class _ProjectReader:
    """Reads one project, and says which setting or file is wrong."""

    def __init__(self, path: Path) -> None:
        self.path = path
        need_file(path)
        try:
            self.told = json.loads(decode(path))
        except json.JSONDecodeError as error:
            raise FileError("syntax-wrong", f"{path}: no JSON ({error})") from None
        if not isinstance(self.told, dict):
            raise InputError("file-of-other-content", f"{path}: no project of IKOB")
        self.segs = self.found(str(self.setting("project", "paden", "segs_directory")))
        self.skims = self.found(str(self.setting("project", "paden", "skims_directory")))
        self.scenario = str(self.setting("project", "verstedelijkingsscenario"))

    def setting(self, *names: str) -> Any:  # noqa: ANN401 - of JSON
        """Return one setting."""
        value = self.told
        for name in names:
            if not isinstance(value, dict) or name not in value:
                raise InputError(
                    "option-missing",
                    f"{self.path}: no setting {' / '.join(names)}; see docs/methods.md",
                )
            value = value[name]
        return value

    def number(self, *names: str) -> float:
        """Return a setting that is a number."""
        value = self.setting(*names)
        if isinstance(value, bool) or not isinstance(value, int | float):
            where = f"{self.path}: {' / '.join(names)}"
            raise InputError("not-a-number", f"{where} is {value!r}; give a number")
        return float(value)

    def of_incomes(self, *names: str) -> tuple[float, ...]:
        """Return a setting by class of income."""
        return tuple(self.number(*names, INCOMES_CALLED[income]) for income in INCOMES)

    def found(self, name: str) -> Path:
        """Return the folder or file that a setting names."""
        for folder in self.path.resolve().parents:
            if (folder / name).exists():
                return folder / name
        raise FileError(
            "file-missing",
            f"{self.path}: {name} is neither beside it nor in a folder above; mend the path in it",
        )

    def optional(self, *names: str) -> Path | None:
        """Return the file of a setting that is used or not."""
        if not self.setting(*names, "gebruiken"):
            return None
        return self.found(str(self.setting(*names, "bestand")))

    def segs_table(self, name: str, *, scenario: bool = False) -> Floats:
        """Return a table of the places or of urbanity."""
        return read_numbers((self.segs / self.scenario if scenario else self.segs) / f"{name}.csv")

    def project(self) -> IkobProject:
        """Return the project."""
        motives = list(self.setting("project", "motieven"))
        unknown = [one for one in motives if one not in _MOTIVES]
        if unknown or not motives:
            raise InputError(
                "choice-unknown",
                f"{self.path}: motieven {some(unknown)}; known are {some(_MOTIVES)}",
            )
        groups = self.setting("geavanceerd", "welke_groepen")
        inputs, shares, called = {}, {}, {}
        for motive in motives:
            name, people, jobs = _MOTIVES[motive]
            pupils = people == "Leerlingen"
            counted = self.segs_table(
                people if pupils else f"{people}_inkomensklasse", scenario=True
            )
            shares[motive], called[motive] = _income_shares(counted), people
            inputs[motive] = self.inputs(
                name, counted, self.segs_table(jobs, scenario=True), shares[motive],
                owners=list(groups) == ["alleen autobezit"],
            )  # fmt: skip
        return IkobProject(
            self.path.stem, str(self.setting("project", "beprijzingsregime")), self.scenario,
            inputs, shares, called, list(groups) == ["alleen autobezit"],
        )  # fmt: skip

    def inputs(
        self, motive: str, people: Floats, jobs: Floats, income_shares: Floats, *, owners: bool
    ) -> IkobInputs:
        """Return the inputs of one motive."""
        n = len(people)
        whole = self.shares(income_shares)
        cycles = list(self.setting("project", "fiets of E-fiets"))
        cycle = "ebike" if cycles and "e" in cycles[0].lower()[:1] else "bicycle"
        parts = [str(part) for part in self.setting("skims", "dagsoort")]
        return IkobInputs(
            tuple(str(k + 1) for k in range(n)),
            people=people,
            jobs=jobs,
            shares=owners_only(whole) if owners else whole,
            skims={part: self.part(part, cycle) for part in parts},
            motive=motive,
            value_min_per_eur=self.of_incomes("TVOM", "werk" if motive == "work" else "overig"),
            prices=self.prices(),
            electric_shares=tuple(x / 100 for x in self.of_incomes("verdeling", "Percelektrisch")),
            parking_min=read_numbers(
                self.found(str(self.setting("skims", "parkeerzoektijden_bestand")))
            ),
            parking_eur=self.parking_eur(),
            cycle=cycle,
            hubs=self.hubs(),
        )

    def shares(self, income_shares: Floats) -> Floats:
        """Return the part of each class in each group."""
        tables = {name: self.segs_table(file) / 100 for name, file in _TABLES.items()}
        paid = np.full(len(tables["with_car"]), self.number("verdeling", "GratisOVpercentage"))
        cars = self.segs_table("CBS_autos_per_huishouden").ravel() / 100
        planned = self.optional("geavanceerd", "kunstmab")
        if planned is not None:
            cars = np.minimum(cars, read_numbers(planned).ravel() / 100)
        return group_shares(
            income_shares,
            self.segs_table("Stedelijkheidsgraad").ravel(),
            GroupTables(**tables, free_transit=paid),
            cars_per_household=np.where(cars > 0, cars, np.nan),
        )

    def prices(self) -> Prices:
        """Return the prices; the program writes some of them in cents."""
        fossil, electric = "Kosten auto fossiele brandstof", "Kosten elektrische auto"
        capped = bool(self.setting("skims", "pricecap", "gebruiken"))
        return Prices(
            fossil_per_km=self.number("skims", fossil, "variabele kosten") / 100,
            electric_per_km=self.number("skims", electric, "variabele kosten") / 100,
            levy_fossil_per_km=self.number("skims", fossil, "kmheffing") / 100,
            levy_electric_per_km=self.number("skims", electric, "kmheffing") / 100,
            shared_per_km=self.number("skims", "varkostenga", "GeenAuto"),
            shared_per_min=self.number("skims", "tijdkostenga", "GeenAuto"),
            taxi_per_km=self.number("skims", "varkostenga", "GeenRijbewijs"),
            taxi_per_min=self.number("skims", "tijdkostenga", "GeenRijbewijs"),
            transit_start=self.number("skims", "OV kosten", "starttarief") / 100,
            transit_per_km=self.number("skims", "OV kosten", "kmkosten") / 100,
            transit_cap=self.number("skims", "pricecap", "getal") if capped else None,
        )

    def part(self, part: str, cycle: str) -> Skims:
        """Return times and distances of a part of the day."""
        folder = self.skims / part
        cycled = "EFiets_Tijd" if cycle == "ebike" else "Fiets_Tijd"
        charged = self.optional("geavanceerd", "additionele_kosten")
        fares = bool(self.setting("skims", "OV kostenbestand", "gebruiken"))
        return Skims(
            car_min=read_numbers(folder / "Auto_Tijd.csv"),
            car_km=read_numbers(folder / "Auto_Afstand.csv"),
            bicycle_min=read_numbers(folder / f"{cycled}.csv"),
            transit_min=read_numbers(folder / "OV_Tijd.csv"),
            transit_km=None if fares else read_numbers(folder / "OV_Afstand.csv"),
            costs_eur={"transit": read_numbers(folder / "OV_Kosten.csv")} if fares else {},
            extra_car_eur=None if charged is None else read_numbers(charged) / 100,
        )

    def parking_eur(self) -> Floats | None:
        """Return what parking costs."""
        file = self.optional("geavanceerd", "parkeerkosten")
        return None if file is None else read_numbers(file).ravel() / 100

    def hubs(self) -> Hubs | None:
        """Return the hubs: place, cents, minutes to public transport and to a bicycle, paid."""
        if not self.setting("ketens", "chains", "gebruiken"):
            return None
        table = read_numbers(
            self.found(str(self.setting("ketens", "chains", "bestand"))), keep=True
        )
        columns = [tuple(float(x) for x in column) for column in table.T]
        return Hubs(
            tuple(int(x) - 1 for x in columns[0]),
            transit_change_min=columns[2],
            bicycle_change_min=columns[3],
            cost_eur=tuple(x / 100 for x in columns[1]),
            pays_transit=tuple(x > 0 for x in columns[4]),
        )


def _income_shares(counted: Floats) -> Floats:
    """Return the part of the people of each place in each class of income."""
    total = counted.sum(axis=1, keepdims=True)
    return np.where(total > 0, counted / np.where(total > 0, total, 1.0), np.nan)


def read_numbers(path: Path, *, keep: bool = False) -> Floats:
    """Read one of the program's files: numbers; names above them are passed over.

    Parameters
    ----------
    path
        CSV.
    keep
        Keep a first column that numbers the rows.

    Returns
    -------
    ndarray
        (rows, columns); a column of the places' numbers is left out.

    Raises
    ------
    InputError
        For text that is no table of numbers.
    """
    import pandas as pd

    text = decode(path)
    text = text.lstrip("\ufeff\r\n")
    first = text.partition("\n")[0]
    separator = ";" if ";" in first else ","
    names = [cell.strip() for cell in first.split(separator)]
    named = any(_is_text(cell) for cell in names)
    try:
        frame = pd.read_csv(
            io.StringIO(text), sep=separator, header=None, skiprows=1 if named else 0,
            decimal="," if separator == ";" else ".", dtype=float,
        )  # fmt: skip
    except (ValueError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise InputError("table-unreadable", f"{path}: no table of numbers ({error})") from None
    values: Floats = frame.to_numpy(dtype=float)
    if np.isnan(values).any():
        raise InputError("value-missing", f"{path}: empty cells; IKOB needs all")
    numbered = named and names[0].lower() == "zone"
    return values[:, 1:] if numbered and not keep else values


def _is_text(cell: str) -> bool:
    """Return whether a cell is no number."""
    try:
        float(cell.strip().replace(",", "."))
    except ValueError:
        return True
    return False
