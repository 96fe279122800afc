"""The file of a question: what it says, checked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.errors import GrensgeoError, InputError
from grensgeo.files import read_record, read_toml
from grensgeo.files.spoilt import doubt
from grensgeo.grenswerk.placements import Student
from grensgeo.notes import stated
from grensgeo.pages.credits import credit
from grensgeo.questions.question_options import question_record
from grensgeo.scenario import read_scenario
from grensgeo.traveltimes import Trip
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from grensgeo.declared.record_reader import RecordReader
    from grensgeo.notes import Note
    from grensgeo.scenario import Scenario

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
#: Where what the data cannot answer is written, beside the questions.
LIMITS = "limits.toml"
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


@dataclass(frozen=True)
class ReachAsked:
    """What is counted, for whom.

    Attributes
    ----------
    areas
        Areas whose people are looked at.
    opportunity
        What is counted.
    """

    areas: tuple[str, ...]
    opportunity: str


@dataclass(frozen=True)
class LinksAsked:
    """Links that may fail.

    Attributes
    ----------
    kind
        What a link is.
    refs, lines
        Only roads of these numbers, and these lines.
    """

    kind: str
    refs: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class StudentAsked:
    """A student who looks for a placement.

    Attributes
    ----------
    student
        Who.
    place
        What the home is called.
    listings
        File of placements.
    """

    student: Student
    place: str
    listings: Path


@dataclass(frozen=True)
class RegionQuestion:
    """What the file of a question says, checked.

    Attributes
    ----------
    name
        Short name for files.
    title
        The question by language.
    year, source
        Of which year it speaks, and who says so.
    region, network
        Folders.
    cutoff_min
        Cutoff in minutes.
    trips, trips_home
        Trips by id; those home are of a student.
    scenarios
        What is compared with the baseline.
    limits
        What the data cannot answer.
    reach, student
        What is asked: one of the two.
    links
        Links of which is asked what their failure costs; None where scenarios are compared.
    """

    name: str
    title: Mapping[str, str]
    year: str
    source: str
    region: Path
    network: Path
    cutoff_min: float
    trips: Mapping[str, Trip]
    scenarios: tuple[Scenario, ...] = ()
    limits: tuple[Note, ...] = ()
    reach: ReachAsked | None = None
    student: StudentAsked | None = None
    links: LinksAsked | None = None
    trips_home: Mapping[str, Trip] = field(default_factory=dict)

    def titled(self, title: Mapping[str, str]) -> dict[str, str]:
        """Return a title with the year and the source behind it, by language."""
        return {x: f"{title[x]} ({self.year}; {said})" for x, said in credit(self.source).items()}


def read_question(path: str | Path) -> RegionQuestion:
    """Read the file of a question.

    Parameters
    ----------
    path
        TOML file; paths in it are relative to its folder. docs/options.md lists the keys.

    Returns
    -------
    RegionQuestion
        What the file says.

    Raises
    ------
    FileError
        If the file or one that it names is missing or is not TOML.
    InputError
        With every fault of the file at once.

    Examples
    --------
    >>> question = read_question("data/sample/questions/01-rb51-half-hourly.toml")
    >>> question.titled(question.scenarios[0].title)["de"]
    'RB51 alle 30 Minuten (2024; Deutsche Bahn)'
    """
    path = Path(path)
    reader, data = read_record(path, question_record(), where="the file of a question")
    found = _QuestionReader(reader, path.parent).question(data)
    reader.fail(str(path))
    trips = (*found.trips.values(), *found.trips_home.values())
    doubt(dict.fromkeys(note for trip in trips for note in trip.doubts()))
    return found


@dataclass
class _QuestionReader:
    """Build a question of what its file says, and collect what does not fit together.

    Attributes
    ----------
    faults
        Collects faults, each with its line.
    folder
        Paths of the file are relative to it.
    """

    faults: RecordReader
    folder: Path

    def question(self, data: dict[str, Any]) -> RegionQuestion:
        """Return the question; it holds only if there are no faults."""
        head, reach, student = (data.get(x) or {} for x in ("question", "reach", "student"))
        name = head.get("name", "")
        if "name" in head and not _NAME.fullmatch(name):
            text = f"name: {name!r}; use small letters, digits and single hyphens (rb64-hourly)"
            self.faults.add("name-wrong", text, ("question", "name"))
        if ("reach" in data) == ("student" in data):
            self.faults.add("give-exactly-one", "give one of [reach] and [student]")
        self.compared(data)
        if "year" in head and not _YEAR.search(head["year"]):
            text = f"year: {head['year']!r} holds no year of four digits; write it, as in 2031"
            self.faults.add("date-wrong", text, ("question", "year"))
        cutoff = float({**reach, **student}.get("cutoff_min", 0.0))
        return RegionQuestion(
            name=name,
            title=head.get("title", {}),
            year=head.get("year", ""),
            source=head.get("source", ""),
            region=self.folder / head.get("region", ""),
            network=self.folder / head.get("network", ""),
            cutoff_min=cutoff,
            trips=self.trips(data, "trips", cutoff),
            scenarios=self.scenarios(data),
            limits=self.limits(head.get("limits", ())),
            reach=self.reach(reach) if reach else None,
            student=self.student(student) if student else None,
            links=self.links(data["links"]) if data.get("links") is not None else None,
            trips_home=self.trips(data, "trips_home", cutoff),
        )

    def compared(self, data: dict[str, Any]) -> None:
        """Check that what is compared is of what is counted."""
        of_reach = [name for name in ("scenarios", "links") if data.get(name) is not None]
        if "reach" in data and len(of_reach) != 1:
            text = "[reach]: give one of [[scenarios]] and [links]"
            self.faults.add("give-exactly-one", text, ("reach",))
        strange = of_reach if "student" in data else ["trips_home"] * ("trips_home" in data)
        for name in strange:
            text = f"{name}: of {'[reach]' if 'student' in data else '[student]'} alone"
            self.faults.add("option-unfit", text, (name,))
        if "links" in data and len(data.get("trips", ())) > 1:
            self.faults.add("more-than-one", "[links] are of one trip; give one", ("trips",))

    def trips(self, data: dict[str, Any], table: str, cutoff: float) -> dict[str, Trip]:
        """Return the trips of a table that can be."""
        found: dict[str, Trip] = {}
        for number, values in enumerate(data.get(table, ())):
            options = {name: value for name, value in values.items() if name != "id"}
            at = (table, number)
            if values.get("id") in found:
                self.faults.add("id-twice", f"[[{table}]]: id twice: {values['id']}", (*at, "id"))
            if not {"id", "mode"} <= set(values):
                continue
            try:
                found[values["id"]] = Trip(**{"max_min": cutoff or None, **options})
            except InputError as error:
                self.faults.place(error.at(f"[[{table}]] {values['id']}"), at)
        return found

    def scenarios(self, data: dict[str, Any]) -> tuple[Scenario, ...]:
        """Return the scenarios that can be read."""
        found: dict[str, Scenario] = {}
        for number, values in enumerate(data.get("scenarios", ())):
            at = ("scenarios", number, "file")
            try:
                one = read_scenario(self.folder / values.get("file", ""))
            except GrensgeoError as error:
                self.faults.place(error.faults, at)
                continue
            if one.name in found:
                self.faults.add("name-twice", f"[[scenarios]]: {one.name} twice", at)
            found[one.name] = one
        return tuple(found.values())

    def limits(self, names: tuple[str, ...]) -> tuple[Note, ...]:
        """Return what the data cannot answer as notes."""
        if not names:
            return ()
        try:
            known = read_toml(self.folder / LIMITS)
        except GrensgeoError as error:
            self.faults.place(error.faults, ("question", "limits"))
            return ()
        self.faults.references([(x, ("question", "limits")) for x in names], known, LIMITS)
        told = [known[name] for name in names if name in known]
        wrong = [x for x in told if not isinstance(x, dict) or set(x) != set(LANGUAGES)]
        if wrong:
            text = f"{LIMITS}: {len(wrong)} tables without nl, de and en; write all three"
            self.faults.add("title-missing", text, ("question", "limits"))
            return ()
        return tuple(stated(item) for item in told)

    def reach(self, values: dict[str, Any]) -> ReachAsked:
        """Return what is counted."""
        return ReachAsked(tuple(values.get("areas", ())), values.get("opportunity", ""))

    def links(self, values: dict[str, Any]) -> LinksAsked:
        """Return the links that may fail."""
        kind = values.get("kind", "section")
        return LinksAsked(kind, tuple(values.get("refs", ())), tuple(values.get("lines", ())))

    def student(self, values: dict[str, Any]) -> StudentAsked | None:
        """Return the student, if it can be one."""
        if not {"lon", "lat", "country", "listings", "place"} <= set(values):
            return None
        try:
            student = Student(
                values["lon"],
                values["lat"],
                country=values["country"],
                eqf=values.get("eqf"),
                sectors=tuple(values.get("sectors", ())),
                languages=tuple(values.get("languages", ())),
            )
        except InputError as error:
            self.faults.place(error.at("[student]"), ("student",))
            return None
        return StudentAsked(student, values["place"], self.folder / values["listings"])
