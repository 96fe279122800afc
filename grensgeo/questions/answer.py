"""The answer to a question: a map, a table and a sentence in three languages, with its limits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo import words
from grensgeo.comparison import compare
from grensgeo.errors import InputError, some
from grensgeo.files import beside, need_place, write_table
from grensgeo.notes import stated
from grensgeo.provenance import Provenance, manifest_of, write_json
from grensgeo.questions.sentences import student_sentence
from grensgeo.scenario import Scenario, Situation
from grensgeo.scenario.critical import critical_links
from grensgeo.schema import side_schema
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pandas as pd

    from grensgeo.comparison.compared import Comparison
    from grensgeo.maps import Map
    from grensgeo.network import Network
    from grensgeo.questions.question_file import (
        LinksAsked,
        ReachAsked,
        RegionQuestion,
        StudentAsked,
    )
    from grensgeo.region.region import Region
    from grensgeo.words import Text


@dataclass(frozen=True, eq=False)
class RegionAnswer:
    """The answer to a question.

    Attributes
    ----------
    question
        What was asked.
    sentences
        What was found, by language; a sentence a scenario and trip.
    table
        The figures behind them.
    maps
        Maps by name.
    provenance
        Sources and assumptions; what the data cannot answer is among its notes.
    """

    question: RegionQuestion
    sentences: tuple[Text, ...]
    table: pd.DataFrame
    maps: Mapping[str, Map]
    provenance: Provenance

    def text(self, language: str) -> str:
        """Return question, answer and limits in a language, as Markdown."""
        label = {name: text[language] for name, text in words.texts("questions.say").items()}
        title = self.question.titled(self.question.title)[language]
        lines = [f"# {title}", "", *(f"- {item[language]}" for item in self.sentences)]
        if self.question.limits:
            lines += ["", f"## {label['limits']}", ""]
            lines += [f"- {note.text(language)}" for note in self.question.limits]
        return "\n".join(lines) + "\n"

    def save(self, folder: str | Path) -> list[Path]:
        """Write maps, the table with its manifest, and the text in each language into a folder.

        Parameters
        ----------
        folder
            Is made if it is not there; files of the same names are replaced.

        Returns
        -------
        list of Path
            The files.

        Raises
        ------
        FileError
            If the folder cannot be written to.
        """
        folder = Path(folder)
        need_place(folder, folder=True)
        with beside(folder) as made:
            for name, drawn in self.maps.items():
                drawn.save(made / f"{name}.html")
            path = made / "table.csv"
            write_table(self.table, path)
            told = self.provenance.to_dict() | {"asked": self.question.name}
            told |= {"path": path.name, "schema": side_schema(self.table)}
            write_json(told, manifest_of(path))
            for language in LANGUAGES:
                text = self.text(language)
                (made / f"answer.{language}.md").write_text(text, encoding="utf-8")
            folder.mkdir(parents=True, exist_ok=True)
            return [one.replace(folder / one.name) for one in sorted(made.iterdir())]


def answer_question(
    question: RegionQuestion,
    *,
    region: Region | None = None,
    network: Network | None = None,
    areas: Sequence[str] | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> RegionAnswer:
    """Compute the answer to a question.

    Parameters
    ----------
    question
        What is asked, from :func:`read_question`.
    region, network
        In place of those that it names.
    areas
        Areas whose people are looked at, in place of those that it names.
    say
        Called with one line a step.

    Returns
    -------
    RegionAnswer
        To be written with ``.save(folder)``.

    Raises
    ------
    InputError
        If the region or the network lacks what is asked for.

    Examples
    --------
    See docs/questions.md.
    """
    from grensgeo.network import load_network
    from grensgeo.region.region import load_region

    region = load_region(question.region) if region is None else region
    network = load_network(question.network) if network is None else network
    if question.student is not None:
        return _of_student(question, question.student, region, network)
    if question.reach is None:
        raise InputError("part-not-given", f"question {question.name}: neither reach nor student")
    before = Situation(region, network, question.trips)
    asked = question.reach if areas is None else replace(question.reach, areas=tuple(areas))
    if question.links is not None:
        return _of_links(question, asked, question.links, before)
    return _of_reach(question, asked, before, say)


def _of_reach(
    question: RegionQuestion, asked: ReachAsked, before: Situation, say: Callable[[str], None]
) -> RegionAnswer:
    """Compute what scenarios do to reach, each compared with the baseline."""
    import pandas as pd

    provenance = Provenance(notes=question.limits)
    sentences: list[Text] = []
    tables, drawn = [], {}
    for scenario in question.scenarios:
        trips = _concerned(scenario, question)
        say(f"{scenario.name}: {', '.join(trips)}")
        own = replace(before, trips={name: before.trips[name] for name in trips})
        found = _compared(question, asked, (own, scenario), title=scenario.title)
        sentences += [_told(found, trip_id) for trip_id in trips]
        tables.append(found.table().assign(change=scenario.name))
        name = "map" if len(question.scenarios) == 1 else f"map-{scenario.name}"
        drawn[name] = found.map()
        provenance = provenance | found.provenance
    table = pd.concat(tables, ignore_index=True)
    return RegionAnswer(question, tuple(sentences), table, drawn, provenance)


def _told(found: Comparison, trip_id: str | None = None) -> Text:
    """Return what a comparison says of a trip, by language."""
    return {x: found.sentence(x, mode=trip_id) for x in LANGUAGES}


def _compared(
    question: RegionQuestion,
    asked: ReachAsked,
    sides: tuple[Situation, Scenario | Situation],
    *,
    title: Mapping[str, str],
) -> Comparison:
    """Compare the baseline with another situation, under a title with year and source."""
    found = compare(
        *sides,
        cutoffs_min=(question.cutoff_min,),
        opportunities=(asked.opportunity,),
        areas=asked.areas,
        to=(),
        title=question.titled(title),
    )
    return replace(found, provenance=found.provenance | Provenance(notes=question.limits))


def _concerned(scenario: Scenario, question: RegionQuestion) -> list[str]:
    """Return the trips for which a scenario can change anything."""
    found = [name for name, trip in question.trips.items() if scenario.concerns(trip)]
    if not found:
        raise InputError(
            "scenario-without-effect",
            f"question {question.name}: {scenario.name} changes nothing for "
            f"{some(question.trips)}, only for {some(sorted(scenario.modes))}",
        )
    return found


def _of_links(
    question: RegionQuestion, reach: ReachAsked, links: LinksAsked, before: Situation
) -> RegionAnswer:
    """Rank links by what their failure costs, and compare the baseline with the worst of them."""
    found = critical_links(
        before,
        reach.opportunity,
        cutoff_min=question.cutoff_min,
        kind=links.kind,
        refs=links.refs,
        lines=links.lines,
        areas=reach.areas,
    )
    worst, network = found.links[0], before.network
    text = words.text("questions.say.failed")
    title: Text = {x: words.fill(text[x], {"name": worst.name}, x) for x in LANGUAGES}
    after = before if network is None else replace(before, network=worst.closed(network))
    hit = _compared(question, reach, (before, after), title=title)
    ranked: Text = {x: found.sentence(x) for x in LANGUAGES}
    provenance = found.provenance | hit.provenance
    told = (ranked, _told(hit))
    return RegionAnswer(question, told, found.table, {"map": hit.map()}, provenance)


def _of_student(
    question: RegionQuestion, asked: StudentAsked, region: Region, network: Network
) -> RegionAnswer:
    """Find which placements a student reaches, and is home from in time."""
    import pandas as pd

    from grensgeo.grenswerk.placements import placements_for
    from grensgeo.listings.plain import read_listings
    from grensgeo.maps import placements_map

    listings = read_listings(asked.listings, municipalities=region.municipalities)
    there, found = (
        placements_for(
            network,
            asked.student,
            listings,
            trips=question.trips,
            cutoff_min=question.cutoff_min,
            places=region.places,
            home_trips=home,
        )
        for home in (None, question.trips_home or None)
    )
    sentence = student_sentence(question, found, there, listed=len(listings))
    notes = Provenance(notes=(*question.limits, stated(sentence)))
    provenance = region.provenance | network.provenance | notes
    drawn = placements_map(
        region,
        found,
        student=asked.student,
        cutoff_min=question.cutoff_min,
        provenance=provenance,
        title=question.titled(question.title),
    )
    table = pd.DataFrame(found.drop(columns="geometry"))
    return RegionAnswer(question, (sentence,), table, {"map": drawn}, provenance)
