"""The answer to a question: a map, a table and a sentence in three languages, with its limits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from grensgeo import words
from grensgeo.files import beside, need_place, write_table
from grensgeo.notes import stated
from grensgeo.provenance import Provenance, manifest_of, write_json
from grensgeo.questions.reach_change import BASELINE, changes_of
from grensgeo.questions.sentences import change_sentence, student_sentence
from grensgeo.schema import side_schema
from grensgeo.words import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pandas as pd

    from grensgeo.maps import Map
    from grensgeo.maps.trip_names import TripName
    from grensgeo.network import Network
    from grensgeo.questions.question_file import RegionQuestion, StudentAsked
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
    say: Callable[[str], None] = lambda _: None,
) -> RegionAnswer:
    """Compute the answer to a question.

    Parameters
    ----------
    question
        What is asked, from :func:`read_question`.
    region, network
        In place of those that it names.
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
    return _of_reach(question, region, network, say)


def _trip_names(question: RegionQuestion, region: Region, network: Network) -> dict[str, TripName]:
    """Return how the trips are called."""
    from grensgeo.maps.base import municipalities
    from grensgeo.maps.trip_names import common, served, trip_name
    from grensgeo.traveltimes.vehicles import vehicles

    names = {}
    for trip_id, trip in question.trips.items():
        found = vehicles(network, trip)
        stops = {} if found is None else served(municipalities(region), found)
        names[trip_id] = trip_name(trip, common(stops))
    return names


def _of_reach(
    question: RegionQuestion, region: Region, network: Network, say: Callable[[str], None]
) -> RegionAnswer:
    """Compute what scenarios do to reach."""
    import pandas as pd

    from grensgeo.maps import scenario_map

    found = changes_of(question, region, network, say)
    names = _trip_names(question, region, network)
    told = found.municipalities
    provenance = found.provenance
    sentences = tuple(change_sentence(question, x, names[x.trip_id]) for x in found.changes)
    drawn = {}
    for scenario in question.scenarios:
        changed = told[told["scenario"] == scenario.name]
        before = told[(told["scenario"] == BASELINE) & told["mode"].isin(set(changed["mode"]))]
        own = [
            sentence
            for sentence, change in zip(sentences, found.changes, strict=True)
            if change.scenario is scenario
        ]
        name = "map" if len(question.scenarios) == 1 else f"map-{scenario.name}"
        drawn[name] = scenario_map(
            region,
            before,
            changed,
            title=question.titled(scenario.title),
            provenance=provenance | Provenance(notes=tuple(map(stated, own))),
            trips=names,
        )
    table = pd.concat(
        [
            change.table.rename(columns={"scenario": "changed"}).assign(
                mode=change.trip_id, scenario=change.scenario.name, cutoff_min=question.cutoff_min
            )
            for change in found.changes
        ],
        ignore_index=True,
    )
    return RegionAnswer(question, sentences, table, drawn, provenance)


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
