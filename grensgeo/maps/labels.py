"""Every word that a map shows, in Dutch, German and English: the one table.

Maps look texts up here by key and never hold words of their own. ``{name}`` is a place that the
page fills in. The rules of the house: the national terms are those of the field (*isochroon*,
*Isochrone*, *isochrone*), and a missing translation is an error of the tests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

Language = Literal["nl", "de", "en"]
#: The languages of a map, in the order of the switch.
LANGUAGES: tuple[Language, ...] = get_args(Language)

#: One text in every language.
Text = dict[str, str]


def _text(nl: str, de: str, en: str) -> Text:
    return {"nl": nl, "de": de, "en": en}


MODES: dict[str, Text] = {
    "car": _text("auto", "Auto", "car"),
    "bicycle": _text("fiets", "Fahrrad", "bicycle"),
    "ebike": _text("e-bike", "E-Bike", "e-bike"),
    "walk": _text("lopen", "zu Fuß", "walking"),
    "transit": _text("openbaar vervoer", "Bus und Bahn", "public transport"),
}

#: How a mode reads inside a sentence: "within 45 minutes by car".
BY_MODE: dict[str, Text] = {
    "car": _text("met de auto", "mit dem Auto", "by car"),
    "bicycle": _text("met de fiets", "mit dem Fahrrad", "by bicycle"),
    "ebike": _text("met de e-bike", "mit dem E-Bike", "by e-bike"),
    "walk": _text("te voet", "zu Fuß", "on foot"),
    "transit": _text("met het openbaar vervoer", "mit Bus und Bahn", "by public transport"),
}

OPPORTUNITIES: dict[str, Text] = {
    "jobs": _text("banen", "Arbeitsplätze", "jobs"),
    "apprenticeships": _text("leerwerkplekken", "Ausbildungsplätze", "apprenticeships"),
    "students": _text("studieplaatsen", "Studienplätze", "student places"),
    "opportunities": _text("bestemmingen", "Ziele", "opportunities"),
    "population": _text("inwoners", "Einwohner", "inhabitants"),
}

#: Title and one sentence of each of the standard maps.
TITLES: dict[str, Text] = {
    "reach": _text(
        "Wat is bereikbaar aan beide kanten van de grens?",
        "Was ist beiderseits der Grenze erreichbar?",
        "What can be reached on both sides of the border?",
    ),
    "border_effect": _text(
        "Wat kost de grens?",
        "Was kostet die Grenze?",
        "What does the border cost?",
    ),
    "isochrones": _text(
        "Hoe ver kom je binnen de tijd?",
        "Wie weit kommt man innerhalb der Zeit?",
        "How far do you get in the time?",
    ),
    "scenario": _text(
        "Wat verandert er met het plan?",
        "Was ändert sich mit dem Vorhaben?",
        "What does the plan change?",
    ),
    "flows": _text(
        "Wie werkt waar?",
        "Wer arbeitet wo?",
        "Who works where?",
    ),
    "placements": _text(
        "Waar kun je stage lopen?",
        "Wo kann man ein Praktikum machen?",
        "Where can one do an internship?",
    ),
    "map": _text(
        "Bereikbaarheid over de grens",
        "Erreichbarkeit über die Grenze",
        "Accessibility across the border",
    ),
    "gallery": _text(
        "Twente en Münsterland: bereikbaarheid over de grens",
        "Twente und Münsterland: Erreichbarkeit über die Grenze",
        "Twente and Münsterland: accessibility across the border",
    ),
}

SENTENCES: dict[str, Text] = {
    "reach": _text(
        "Hoeveel banen en opleidingsplaatsen de inwoners van elke gemeente bereiken, in Nederland "
        "en in Duitsland.",
        "Wie viele Arbeits- und Ausbildungsplätze die Menschen jeder Gemeinde erreichen, in den "
        "Niederlanden und in Deutschland.",
        "How many jobs and places to learn the people of each municipality reach, in the "
        "Netherlands and in Germany.",
    ),
    "border_effect": _text(
        "Hoeveel meer er bereikbaar is als ook het buurland meetelt.",
        "Wie viel mehr erreichbar ist, wenn auch das Nachbarland zählt.",
        "How much more can be reached when the neighbouring country counts too.",
    ),
    "isochrones": _text(
        "Het gebied dat je vanuit een plaats binnen een aantal minuten bereikt.",
        "Das Gebiet, das man von einem Ort aus innerhalb von so vielen Minuten erreicht.",
        "The area within a number of minutes of a place.",
    ),
    "scenario": _text(
        "Het verschil tussen vandaag en het scenario, per gemeente.",
        "Der Unterschied zwischen heute und dem Szenario, je Gemeinde.",
        "The difference between today and the scenario, by municipality.",
    ),
    "flows": _text(
        "De grootste stromen van woonplaats naar werkplek.",
        "Die größten Ströme vom Wohnort zum Arbeitsort.",
        "The largest flows from where people live to where they work.",
    ),
    "placements": _text(
        "De stageplekken die een student zonder auto bereikt, in beide landen.",
        "Die Praktikumsplätze, die ohne Auto erreichbar sind, in beiden Ländern.",
        "The internships that a student without a car reaches, in both countries.",
    ),
}

TEXTS: dict[str, Text] = {
    # The frame of the page.
    "language": _text("Taal", "Sprache", "Language"),
    "language_name": _text("Nederlands", "Deutsch", "English"),
    "controls": _text("Kies wat de kaart toont", "Kartenauswahl", "Choose what the map shows"),
    "map_region": _text(
        "Kaart; pijltjestoetsen verschuiven, plus en min zoomen",
        "Karte; Pfeiltasten verschieben, Plus und Minus zoomen",
        "Map; arrow keys move it, plus and minus zoom",
    ),
    "zoom_in": _text("Inzoomen", "Vergrößern", "Zoom in"),
    "zoom_out": _text("Uitzoomen", "Verkleinern", "Zoom out"),
    "close": _text("Sluiten", "Schließen", "Close"),
    "home": _text("Hele regio", "Ganze Region", "Whole region"),
    "skip": _text("Naar de tabel", "Zur Tabelle", "Go to the table"),
    "noscript": _text(
        "Deze kaart heeft JavaScript nodig. De cijfers staan ook in de tabellen die grensgeo "
        "naast de kaart schrijft.",
        "Diese Karte braucht JavaScript. Die Zahlen stehen auch in den Tabellen, die grensgeo "
        "neben die Karte schreibt.",
        "This map needs JavaScript. The figures are also in the tables that grensgeo writes "
        "beside the map.",
    ),
    "made_with": _text(
        "Gemaakt met grensgeo {version}",
        "Erstellt mit grensgeo {version}",
        "Made with grensgeo {version}",
    ),
    # Controls.
    "view": _text("Onderwerp", "Thema", "Topic"),
    "mode": _text("Vervoer", "Verkehrsmittel", "Mode"),
    "cutoff": _text("Reistijd tot", "Reisezeit bis", "Travel time up to"),
    "opportunity": _text("Wat", "Was", "What"),
    "destination": _text("Waar", "Wo", "Where"),
    "measure": _text("Maat", "Maß", "Measure"),
    "scenario": _text("Scenario", "Szenario", "Scenario"),
    "baseline": _text("vandaag", "heute", "today"),
    "origin": _text("Vertrekpunt", "Startort", "Origin"),
    "find": _text("Zoek een gemeente", "Gemeinde suchen", "Find a municipality"),
    "find_none": _text("kies …", "wählen …", "choose …"),
    "minutes": _text("{n} min", "{n} Min.", "{n} min"),
    "destination_open": _text("beide landen", "beide Länder", "both countries"),
    "destination_nl": _text("alleen Nederland", "nur Niederlande", "Netherlands only"),
    "destination_de": _text("alleen Duitsland", "nur Deutschland", "Germany only"),
    "destination_closed": _text(
        "eigen land (grens dicht)", "eigenes Land (Grenze zu)", "own country (border closed)"
    ),
    "measure_effect": _text("in procent", "in Prozent", "per cent"),
    "measure_gain": _text("in aantal", "in Zahlen", "in numbers"),
    "measure_abs": _text("in aantal", "in Zahlen", "in numbers"),
    "measure_pct": _text("in procent", "in Prozent", "per cent"),
    "view_reach": _text("bereik", "Reichweite", "reach"),
    "view_border_effect": _text("grenseffect", "Grenzeffekt", "border effect"),
    "view_isochrones": _text("isochronen", "Isochronen", "isochrones"),
    "view_flows": _text("stromen", "Ströme", "flows"),
    "view_placements": _text("stages", "Praktika", "internships"),
    "view_scenario": _text("scenario", "Szenario", "scenario"),
    # What the map shows, in one line.
    "head_reach": _text(
        "Bereikbare {opportunity} binnen {cutoff} minuten {mode}",
        "Erreichbare {opportunity} innerhalb von {cutoff} Minuten {mode}",
        "Reachable {opportunity} within {cutoff} minutes {mode}",
    ),
    "head_border_effect": _text(
        "Zoveel meer {opportunity} binnen {cutoff} minuten {mode} als ook het buurland meetelt",
        "So viel mehr {opportunity} innerhalb von {cutoff} Minuten {mode}, wenn auch das "
        "Nachbarland zählt",
        "How many more {opportunity} within {cutoff} minutes {mode} when the neighbouring "
        "country counts too",
    ),
    "head_isochrones": _text(
        "Vanuit {origin}, {mode}", "Ab {origin}, {mode}", "From {origin}, {mode}"
    ),
    "head_flows": _text(
        "De grootste stromen van woonplaats naar werkplek {mode}",
        "Die größten Ströme vom Wohnort zum Arbeitsort {mode}",
        "The largest flows from home to work {mode}",
    ),
    "head_placements": _text(
        "Stageplekken binnen {cutoff} minuten {mode}: {n} ({across} over de grens)",
        "Praktikumsplätze innerhalb von {cutoff} Minuten {mode}: {n} ({across} jenseits der "
        "Grenze)",
        "Internships within {cutoff} minutes {mode}: {n} ({across} across the border)",
    ),
    "head_scenario": _text(
        "Verschil in bereikbare {opportunity} binnen {cutoff} minuten {mode}",
        "Unterschied der erreichbaren {opportunity} innerhalb von {cutoff} Minuten {mode}",
        "Change in reachable {opportunity} within {cutoff} minutes {mode}",
    ),
    "pair_way": _text("Vergelijken", "Vergleichen", "Compare"),
    "pair_swipe": _text("vegen", "wischen", "wipe"),
    "pair_beside": _text("naast elkaar", "nebeneinander", "side by side"),
    "pair_where": _text("Schuif de grens", "Trennlinie schieben", "Move the edge"),
    # Quantities.
    "field_open": _text(
        "bereikbare {opportunity}, beide landen",
        "erreichbare {opportunity}, beide Länder",
        "reachable {opportunity}, both countries",
    ),
    "field_nl": _text(
        "bereikbare {opportunity} in Nederland",
        "erreichbare {opportunity} in den Niederlanden",
        "reachable {opportunity} in the Netherlands",
    ),
    "field_de": _text(
        "bereikbare {opportunity} in Duitsland",
        "erreichbare {opportunity} in Deutschland",
        "reachable {opportunity} in Germany",
    ),
    "field_closed": _text(
        "bereikbare {opportunity} in eigen land (grens dicht)",
        "erreichbare {opportunity} im eigenen Land (Grenze zu)",
        "reachable {opportunity} in the own country (border closed)",
    ),
    "field_effect": _text(
        "grenseffect: extra {opportunity} over de grens, in % van eigen land",
        "Grenzeffekt: zusätzliche {opportunity} jenseits der Grenze, in % des eigenen Landes",
        "border effect: extra {opportunity} across the border, in % of the own country's",
    ),
    "field_gain": _text(
        "extra {opportunity} als de grens open is",
        "zusätzliche {opportunity} bei offener Grenze",
        "extra {opportunity} with the border open",
    ),
    "field_abs": _text(
        "verschil in bereikbare {opportunity}",
        "Unterschied der erreichbaren {opportunity}",
        "change in reachable {opportunity}",
    ),
    "field_pct": _text(
        "verschil in bereikbare {opportunity}, in %",
        "Unterschied der erreichbaren {opportunity}, in %",
        "change in reachable {opportunity}, in %",
    ),
    "field_flows": _text("mensen per stroom", "Menschen je Strom", "people in each flow"),
    "crossing": _text("Welke stromen", "Welche Ströme", "Which flows"),
    "crossing_all": _text("alle", "alle", "all"),
    "crossing_across": _text("over de grens", "über die Grenze", "across the border"),
    "flow_within": _text("binnen een land", "innerhalb eines Landes", "within a country"),
    "flow_across": _text("over de grens", "über die Grenze", "across the border"),
    "flow_from": _text("woonplaats", "Wohnort", "home"),
    "flow_to": _text("werkplek", "Arbeitsort", "work"),
    "flow_count": _text("aantal", "Anzahl", "number"),
    "flow_left_out": _text(
        "Niet getekend: {n} kleinere stromen met samen {p} mensen.",
        "Nicht gezeichnet: {n} kleinere Ströme mit zusammen {p} Menschen.",
        "Not drawn: {n} smaller flows of {p} people together.",
    ),
    "flow_outside": _text(
        "Niet getekend: {n} stromen van of naar buiten het gebied.",
        "Nicht gezeichnet: {n} Ströme von oder nach außerhalb des Gebiets.",
        "Not drawn: {n} flows to or from outside the area.",
    ),
    "flow_missing": _text(
        "Van {n} stromen is het aantal niet bekend; dat is niet nul.",
        "Von {n} Strömen ist die Zahl nicht bekannt; das heißt nicht null.",
        "The number in {n} flows is not known, which is not zero.",
    ),
    "row_open": _text("grens open", "Grenze offen", "border open"),
    "row_closed": _text("grens dicht", "Grenze zu", "border closed"),
    "row_effect": _text("grenseffect", "Grenzeffekt", "border effect"),
    "row_gain": _text("extra over de grens", "zusätzlich jenseits", "extra across"),
    "row_before": _text("vandaag", "heute", "today"),
    "row_after": _text("met het plan", "mit dem Vorhaben", "with the plan"),
    "row_abs": _text("verschil", "Unterschied", "change"),
    "row_pct": _text("verschil in %", "Unterschied in %", "change in %"),
    "nl": _text("Nederland", "Niederlande", "Netherlands"),
    "de": _text("Duitsland", "Deutschland", "Germany"),
    "other": _text("elders", "anderswo", "elsewhere"),
    "population": _text("{n} inwoners", "{n} Einwohner", "{n} inhabitants"),
    # Legend.
    "legend": _text("Legenda", "Legende", "Legend"),
    "class_zero": _text("geen", "keine", "none"),
    "class_zero_effect": _text("geen effect", "kein Effekt", "no effect"),
    "class_same": _text("geen verandering", "keine Änderung", "no change"),
    "class_noise": _text(
        "kleiner dan het model kan zien (minder dan {noise})",
        "kleiner, als das Modell erkennen kann (unter {noise})",
        "smaller than the model can tell (less than {noise})",
    ),
    "class_below": _text("minder dan {a}", "unter {a}", "less than {a}"),
    "class_between": _text("{a} tot {b}", "{a} bis {b}", "{a} to {b}"),
    "class_above": _text("{a} of meer", "{a} und mehr", "{a} and more"),
    "class_missing": _text("geen gegevens", "keine Daten", "no data"),
    "class_undefined": _text(
        "niet te bepalen: in eigen land is niets bereikbaar",
        "nicht bestimmbar: im eigenen Land ist nichts erreichbar",
        "undefined: nothing can be reached in the own country",
    ),
    "class_undefined_pct": _text(
        "niet te bepalen: vandaag is niets bereikbaar",
        "nicht bestimmbar: heute ist nichts erreichbar",
        "undefined: nothing can be reached today",
    ),
    "class_outside": _text(
        "omliggend gebied (telt mee als bestemming)",
        "Umland (zählt als Ziel mit)",
        "surroundings (counted as destinations)",
    ),
    "closed_destinations": _text(
        "Grens dicht: alleen bestemmingen in het eigen land tellen mee.",
        "Grenze zu: Nur Ziele im eigenen Land zählen.",
        "Border closed: only destinations in the own country count.",
    ),
    "closed_routing": _text(
        "Grens dicht: niemand gebruikt wegen of lijnen van het buurland.",
        "Grenze zu: Niemand nutzt Straßen oder Linien des Nachbarlandes.",
        "Border closed: nobody uses roads or lines of the neighbouring country.",
    ),
    "border_line": _text("landsgrens", "Staatsgrenze", "national border"),
    "at_least": _text("ten minste {n}", "mindestens {n}", "at least {n}"),
    "no_data_of": _text(
        "{country}: geen gegevens", "{country}: keine Daten", "{country}: no data"
    ),
    "of_mean": _text(
        ", gemiddelde inwoner van elke gemeente",
        ", im Mittel der Einwohner jeder Gemeinde",
        ", mean inhabitant of each municipality",
    ),
    "of_mean_here": _text(
        ", gemiddelde inwoner", ", im Mittel der Einwohner", ", mean inhabitant"
    ),
    "of_each": _text(", per gemeente", ", je Gemeinde", ", by municipality"),
    "class_edge": _text(
        "raakt de rand van de gegevens: in werkelijkheid meer",
        "berührt den Rand der Daten: in Wirklichkeit mehr",
        "touches the edge of the data: more in reality",
    ),
    "class_edge_other": _text(
        "bereik raakt de rand van de gegevens: in werkelijkheid anders",
        "Erreichbarkeit berührt den Rand der Daten: in Wirklichkeit anders",
        "reach touches the edge of the data: different in reality",
    ),
    "class_still": _text(
        "geen rit brengt iemand binnen de tijd verder",
        "keine Fahrt bringt innerhalb der Zeit weiter",
        "no ride takes anyone farther within the time",
    ),
    "mark_still": _text(
        "Hier brengt geen rit iemand binnen de tijd verder: alles is zonder trein of bus bereikt.",
        "Hier bringt keine Fahrt innerhalb der Zeit weiter: Alles ist ohne Bus und Bahn erreicht.",
        "No ride takes anyone farther within the time here: all is reached without train or bus.",
    ),
    "edge_mean": _text(
        "Voor {share} van de inwoners raakt dit gebied de rand van de gegevens: in werkelijkheid "
        "is meer bereikbaar.",
        "Für {share} der Einwohner berührt dieses Gebiet den Rand der Daten: In Wirklichkeit ist "
        "mehr erreichbar.",
        "For {share} of the inhabitants this area touches the edge of the data: in reality more "
        "can be reached.",
    ),
    "row_without": _text(
        "zonder trein of bus bereikt", "ohne Bus und Bahn erreicht", "without train or bus"
    ),
    "tied": _text("{n} gemeenten", "{n} Gemeinden", "{n} municipalities"),
    "left_out": _text(
        "Niet vergeleken: {parts}.", "Nicht verglichen: {parts}.", "Not compared: {parts}."
    ),
    "left_edge": _text(
        "{n} aan de rand van de gegevens", "{n} am Rand der Daten", "{n} at the edge of the data"
    ),
    "left_still": _text(
        "{n} waar geen rit iemand verder brengt",
        "{n}, wo keine Fahrt weiterbringt",
        "{n} where no ride takes anyone farther",
    ),
    "highest": _text("Hoogste", "Höchster Wert", "Highest"),
    "lowest": _text("Laagste", "Niedrigster Wert", "Lowest"),
    "within": _text("binnen {n} minuten", "innerhalb von {n} Minuten", "within {n} minutes"),
    "area_km2": _text("{n} km²", "{n} km²", "{n} km²"),
    "area_share": _text(
        "{n} km², waarvan {p} over de grens",
        "{n} km², davon {p} jenseits der Grenze",
        "{n} km², of which {p} across the border",
    ),
    "travel_time": _text(
        "Reistijd in minuten, deur tot deur",
        "Reisezeit in Minuten, von Tür zu Tür",
        "Travel time in minutes, door to door",
    ),
    # Notes, sources, table.
    "more_notes": _text("Alle {n} toelichtingen", "Alle {n} Hinweise", "All {n} notes"),
    "notes": _text("Let op", "Hinweise", "Please note"),
    "sources": _text("Bronnen en licenties", "Quellen und Lizenzen", "Sources and licences"),
    "source": _text("Bronnen", "Quellen", "Sources"),
    "reference_date": _text("peildatum {date}", "Stand {date}", "as of {date}"),
    "table": _text("Cijfers als tabel", "Zahlen als Tabelle", "Figures as a table"),
    "municipality": _text("Gemeente", "Gemeinde", "Municipality"),
    "country": _text("Land", "Land", "Country"),
    "missing": _text("geen gegevens", "keine Daten", "no data"),
    "lower_bound": _text(
        "Ondergrens: van {n} bestemmingen is geen cijfer bekend.",
        "Untergrenze: Für {n} Ziele ist keine Zahl bekannt.",
        "Lower bound: no figure is known for {n} destinations.",
    ),
    "bounds": _text(
        "Gemeenten waarvan het cijfer een ondergrens is („ten minste”), omdat niet van elke "
        "bestemming een cijfer bekend is: {n}.",
        "Gemeinden, deren Zahl eine Untergrenze ist („mindestens“), weil nicht für jedes Ziel "
        "eine Zahl bekannt ist: {n}.",
        "Municipalities whose figure is a lower bound (“at least”), as not every destination has "
        "a figure: {n}.",
    ),
    "undefined": _text("niet te bepalen", "nicht bestimmbar", "undefined"),
}


def in_every_language(text: Mapping[str, str] | str) -> Text:
    """Give a text in every language, the first one given standing in for a missing one.

    Parameters
    ----------
    text
        Words by language, or one string for all.

    Returns
    -------
    dict
        Text by language.

    Examples
    --------
    >>> in_every_language({"en": "Plan"})["nl"]
    'Plan'
    """
    if isinstance(text, str):
        return dict.fromkeys(LANGUAGES, text)
    spare = text.get("en") or next(iter(text.values()), "")
    return {language: text.get(language) or spare for language in LANGUAGES}
