"""The words of the atlas, in Dutch, German and English.

Beside :mod:`grensgeo.maps.labels`, whose terms it shares; here stand the sentences that only the
atlas says. ``{name}`` is a place that the page fills in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grensgeo.maps.labels import Text


def _text(nl: str, de: str, en: str) -> Text:
    return {"nl": nl, "de": de, "en": en}


#: Isochrone bands on a dark page, near to far: the near ones shine. ColorBrewer YlGnBu without its
#: darkest. Source: Harrower and Brewer (2003), doi:10.1179/000870403235002042.
DARK_BANDS = ("#ffffd9", "#c7e9b4", "#7fcdbb", "#41b6c4", "#1d91c0", "#2a63ab")

TITLE = _text(
    "Atlas: wat bereik je over de grens?",
    "Atlas: Was erreicht man über die Grenze?",
    "Atlas: what can be reached across the border?",
)
SENTENCE = _text(
    "Kies een plaats, een reistijd en een grens: de kaart rekent het meteen uit, ook zonder "
    "internet.",
    "Ort, Reisezeit und Grenze wählen: Die Karte rechnet sofort, auch ohne Internet.",
    "Choose a place, a time and a border: the map works it out at once, without internet too.",
)

#: Opportunities that labels.py does not name.
OPPORTUNITIES: dict[str, Text] = {
    "internships": _text("stageplaatsen", "Praktikumsplätze", "internships"),
    "startups": _text("start-ups", "Start-ups", "startups"),
}

PERIODS: dict[str, Text] = {
    "free_flow": _text("zonder verkeer", "freie Fahrt", "free flow"),
    "morning_peak": _text("ochtendspits", "Morgenspitze", "morning peak"),
    "off_peak": _text("buiten de spits", "außerhalb der Spitze", "off-peak"),
    "evening_peak": _text("avondspits", "Abendspitze", "evening peak"),
}

TEXTS: dict[str, Text] = {
    # Tools of the page.
    "tools": _text("Delen en bewaren", "Teilen und sichern", "Share and keep"),
    "theme_dark": _text("Donker", "Dunkel", "Dark"),
    "theme_light": _text("Licht", "Hell", "Light"),
    "copy_link": _text("Link", "Link", "Link"),
    "copy_link_long": _text(
        "Link naar wat nu te zien is", "Link zu dem, was zu sehen ist", "Link to what is shown"
    ),
    "copied": _text("Link gekopieerd.", "Link kopiert.", "Link copied."),
    "not_copied": _text(
        "De link staat in de adresbalk.",
        "Der Link steht in der Adresszeile.",
        "The link is in the address bar.",
    ),
    "print": _text("Print", "Druck", "Print"),
    "png": _text("PNG", "PNG", "PNG"),
    "png_long": _text("Kaart als plaatje", "Karte als Bild", "Map as a picture"),
    "csv": _text("CSV", "CSV", "CSV"),
    "csv_long": _text(
        "Cijfers van elke cel als tabel",
        "Zahlen jeder Zelle als Tabelle",
        "Figures of each cell as a table",
    ),
    # The question.
    "question": _text("De vraag", "Die Frage", "The question"),
    "answer": _text("Het antwoord", "Die Antwort", "The answer"),
    "place": _text("Plaats", "Ort", "Place"),
    "place_hint": _text(
        "Gemeente of station, of klik op de kaart",
        "Gemeinde oder Haltestelle, oder Klick auf die Karte",
        "Municipality or station, or click on the map",
    ),
    "place_none": _text("Niets gevonden", "Nichts gefunden", "Nothing found"),
    "place_found": _text("{n} gevonden", "{n} gefunden", "{n} found"),
    "kind_place": _text("gemeente", "Gemeinde", "municipality"),
    "kind_stop": _text("halte of station", "Haltestelle", "stop or station"),
    "kind_cell": _text("kilometervak", "Kilometerzelle", "kilometre cell"),
    "cell_of": _text("een plek in {name}", "einer Stelle in {name}", "a spot in {name}"),
    "direction": _text("Richting", "Richtung", "Direction"),
    "direction_from": _text("hiervandaan", "von hier", "from here"),
    "direction_to": _text("hierheen", "hierher", "to here"),
    "departure": _text("Vertrek", "Abfahrt", "Departure"),
    "arrival": _text("Aankomst", "Ankunft", "Arrival"),
    "percentile": _text(
        "Lukt bij dit deel van de vertrekken",
        "Gelingt bei diesem Anteil der Abfahrten",
        "Works for this share of departures",
    ),
    "border": _text("Grens", "Grenze", "Border"),
    "border_closed": _text("dicht", "zu", "closed"),
    "border_realised": _text("drempel", "Hürde", "hurdle"),
    "border_open": _text("open", "offen", "open"),
    "resistance": _text(
        "Drempel: gevoelde extra minuten",
        "Hürde: gefühlte Zusatzminuten",
        "Hurdle: felt extra minutes",
    ),
    "reading": _text(
        "Wat een dichte grens betekent",
        "Was eine geschlossene Grenze heißt",
        "What a closed border means",
    ),
    "reading_destinations": _text(
        "bestemmingen over de grens tellen niet",
        "Ziele jenseits zählen nicht",
        "destinations across do not count",
    ),
    "reading_routing": _text(
        "ook wegen over de grens zijn dicht",
        "auch Wege jenseits sind zu",
        "ways across are shut as well",
    ),
    "scenario_none": _text("vandaag", "heute", "today"),
    "compare": _text(
        "Toon het verschil met vandaag",
        "Unterschied zu heute zeigen",
        "Show the difference from today",
    ),
    # The answer in one sentence; the page puts the figures in bold. Whose it is stands in "from"
    # (where one starts) and "reaches" (who gets how far).
    "from_mean": _text("Vanuit {name}", "Von {name} aus", "From {name}"),
    "from_place": _text(
        "Vanuit de hoofdplaats van {name}",
        "Vom Hauptort der Gemeinde {name} aus",
        "From the main place of {name}",
    ),
    "from_stop": _text("Vanaf {name}", "Ab {name}", "From {name}"),
    "from_cell": _text("Vanuit {name}", "Von {name} aus", "From {name}"),
    "to_place": _text(
        "naar de hoofdplaats van {name}",
        "zum Hauptort der Gemeinde {name}",
        "to the main place of {name}",
    ),
    "to_stop": _text("naar {name}", "nach {name}", "to {name}"),
    "to_cell": _text("naar {name}", "zu {name}", "to {name}"),
    "reaches_mean": _text(
        "bereikt de gemiddelde inwoner",
        "erreichen die Einwohner im Mittel",
        "the mean inhabitant reaches",
    ),
    "reaches_one": _text("bereik je", "erreicht man", "one reaches"),
    "head_from": _text(
        "{from} {reaches} {mode} binnen {cutoff} minuten {closed} {opportunity} in eigen land; "
        "met open grens {open} ({effect}).",
        "{from} {reaches} {mode} innerhalb von {cutoff} Minuten {closed} {opportunity} im eigenen "
        "Land; bei offener Grenze {open} ({effect}).",
        "{from} {reaches} {closed} {opportunity} in the own country within {cutoff} minutes "
        "{mode}; with the border open {open} ({effect}).",
    ),
    "head_from_same": _text(
        "{from} {reaches} {mode} binnen {cutoff} minuten {open} {opportunity}; de grens maakt "
        "hier geen verschil.",
        "{from} {reaches} {mode} innerhalb von {cutoff} Minuten {open} {opportunity}; die Grenze "
        "macht hier keinen Unterschied.",
        "{from} {reaches} {open} {opportunity} within {cutoff} minutes {mode}; the border makes "
        "no difference here.",
    ),
    "head_from_undefined": _text(
        "{from} {reaches} {mode} binnen {cutoff} minuten in eigen land geen {opportunity}; met "
        "open grens {open}.",
        "{from} {reaches} {mode} innerhalb von {cutoff} Minuten im eigenen Land keine "
        "{opportunity}; bei offener Grenze {open}.",
        "{from} {reaches} no {opportunity} in the own country within {cutoff} minutes {mode}; "
        "with the border open {open}.",
    ),
    "head_from_unknown": _text(
        "{from} {reaches} {mode} binnen {cutoff} minuten {open} {opportunity} \u2013 {lacking}.",
        "{from} {reaches} {mode} innerhalb von {cutoff} Minuten {open} {opportunity} \u2013 "
        "{lacking}.",
        "{from} {reaches} {open} {opportunity} within {cutoff} minutes {mode} \u2013 {lacking}.",
    ),
    "head_from_nothing": _text(
        "{from}, {mode}, binnen {cutoff} minuten: van {opportunity} zijn er geen gegevens.",
        "{from}, {mode}, innerhalb von {cutoff} Minuten: Für {opportunity} gibt es keine Daten.",
        "{from}, {mode}, within {cutoff} minutes: there are no data on {opportunity}.",
    ),
    "head_from_still": _text(
        "{from} brengt {none} iemand binnen {cutoff} minuten verder; {without} {reaches} {open} "
        "{opportunity}.",
        "{from} bringt innerhalb von {cutoff} Minuten {none} weiter; {without} {reaches} {open} "
        "{opportunity}.",
        "{from} {none} takes anyone farther within {cutoff} minutes; {without} {reaches} {open} "
        "{opportunity}.",
    ),
    "head_from_no_stop": _text(
        "{from} is binnen {cutoff} minuten {none} te halen; {without} {reaches} {open} "
        "{opportunity}.",
        "{from} ist innerhalb von {cutoff} Minuten {none} zu erreichen; {without} {reaches} "
        "{open} {opportunity}.",
        "{from} {none} can be caught within {cutoff} minutes; {without} {reaches} {open} "
        "{opportunity}.",
    ),
    "head_to": _text(
        "Binnen {cutoff} minuten {mode} {to}: {closed} {opportunity} in eigen land; met open "
        "grens {open} ({effect}).",
        "Innerhalb von {cutoff} Minuten {mode} {to}: {closed} {opportunity} im eigenen Land; bei "
        "offener Grenze {open} ({effect}).",
        "Within {cutoff} minutes {mode} {to}: {closed} {opportunity} in the own country; with "
        "the border open {open} ({effect}).",
    ),
    "head_to_same": _text(
        "Binnen {cutoff} minuten {mode} {to}: {open} {opportunity}; de grens maakt hier geen "
        "verschil.",
        "Innerhalb von {cutoff} Minuten {mode} {to}: {open} {opportunity}; die Grenze macht hier "
        "keinen Unterschied.",
        "Within {cutoff} minutes {mode} {to}: {open} {opportunity}; the border makes no "
        "difference here.",
    ),
    "head_to_undefined": _text(
        "Binnen {cutoff} minuten {mode} {to}: in eigen land geen {opportunity}; met open grens "
        "{open}.",
        "Innerhalb von {cutoff} Minuten {mode} {to}: im eigenen Land keine {opportunity}; bei "
        "offener Grenze {open}.",
        "Within {cutoff} minutes {mode} {to}: no {opportunity} in the own country; with the "
        "border open {open}.",
    ),
    "head_to_unknown": _text(
        "Binnen {cutoff} minuten {mode} {to}: {open} {opportunity} \u2013 {lacking}.",
        "Innerhalb von {cutoff} Minuten {mode} {to}: {open} {opportunity} \u2013 {lacking}.",
        "Within {cutoff} minutes {mode} {to}: {open} {opportunity} \u2013 {lacking}.",
    ),
    "head_to_nothing": _text(
        "Binnen {cutoff} minuten {mode} {to}: van {opportunity} zijn er geen gegevens.",
        "Innerhalb von {cutoff} Minuten {mode} {to}: Für {opportunity} gibt es keine Daten.",
        "Within {cutoff} minutes {mode} {to}: there are no data on {opportunity}.",
    ),
    "head_to_still": _text(
        "Binnen {cutoff} minuten brengt {none} iemand {to}; {without}: {open} {opportunity}.",
        "Innerhalb von {cutoff} Minuten bringt {none} jemanden {to}; {without}: {open} "
        "{opportunity}.",
        "Within {cutoff} minutes {none} takes anyone {to}; {without}: {open} {opportunity}.",
    ),
    "head_to_no_stop": _text(
        "Binnen {cutoff} minuten brengt {none} iemand {to}; {without}: {open} {opportunity}.",
        "Innerhalb von {cutoff} Minuten bringt {none} jemanden {to}; {without}: {open} "
        "{opportunity}.",
        "Within {cutoff} minutes {none} takes anyone {to}; {without}: {open} {opportunity}.",
    ),
    "head_share": _text(
        "Daarvan is {share} ook zonder {vehicle} te bereiken.",
        "Davon sind {share} auch ohne {vehicle} erreichbar.",
        "Of that, {share} can be reached without any {vehicle}.",
    ),
    "head_realised": _text(
        "Met {resistance} minuten drempel aan de grens zijn het er {realised}.",
        "Mit {resistance} gefühlten Minuten Hürde an der Grenze sind es {realised}.",
        "With a hurdle of {resistance} felt minutes at the border, {realised}.",
    ),
    "scenario_idle": _text(
        "Verandert niets aan deze reis: {scenario}.",
        "Ändert an dieser Reise nichts: {scenario}.",
        "Changes nothing on this trip: {scenario}.",
    ),
    "head_scenario": _text(
        "Met „{scenario}” {after}, vandaag {before} ({change}).",
        "Mit „{scenario}“ {after}, heute {before} ({change}).",
        "With “{scenario}” {after}, today {before} ({change}).",
    ),
    "head_busy": _text("Even rekenen …", "Wird berechnet …", "Working it out …"),
    "head_not_snapped": _text(
        "{place} ligt te ver van de wegen van dit net ({mode}): er is geen reistijd.",
        "{place} liegt zu weit von den Wegen dieses Netzes ({mode}): Es gibt keine Reisezeit.",
        "{place} lies too far from the ways of this network ({mode}): there is no travel time.",
    ),
    "head_outside_data": _text(
        "{place} ligt buiten de gegevens ({mode}): er is geen reistijd.",
        "{place} liegt außerhalb der Daten ({mode}): Es gibt keine Reisezeit.",
        "{place} lies outside the data ({mode}): there is no travel time.",
    ),
    "failed": _text(
        "De atlas kan hier niet rekenen: {reason}. Open het bestand in een actuele browser "
        "(Chrome, Edge, Firefox of Safari vanaf 2023).",
        "Der Atlas kann hier nicht rechnen: {reason}. Bitte in einem aktuellen Browser öffnen "
        "(Chrome, Edge, Firefox oder Safari ab 2023).",
        "The atlas cannot compute here: {reason}. Open the file in a current browser (Chrome, "
        "Edge, Firefox or Safari of 2023 or later).",
    ),
    # The answer in figures.
    "reachable": _text(
        "{opportunity} binnen {cutoff} min",
        "{opportunity} innerhalb von {cutoff} Min.",
        "{opportunity} within {cutoff} min",
    ),
    "shown_closed": _text("grens dicht", "Grenze zu", "border closed"),
    "shown_realised": _text(
        "met {n} minuten drempel", "mit {n} Minuten Hürde", "with a hurdle of {n} min"
    ),
    "shown_open": _text("grens open", "Grenze offen", "border open"),
    "effect": _text("Grenseffect", "Grenzeffekt", "Border effect"),
    "effect_said": _text(
        "{relative} ({absolute}) als de grens opengaat",
        "{relative} ({absolute}), wenn die Grenze offen ist",
        "{relative} ({absolute}) when the border opens",
    ),
    "effect_undefined": _text(
        "niet te bepalen: in eigen land is niets bereikbaar",
        "nicht bestimmbar: im eigenen Land ist nichts erreichbar",
        "undefined: nothing can be reached in the own country",
    ),
    "effect_missing": _text(
        "niet te bepalen: cijfers van een land ontbreken",
        "nicht bestimmbar: Zahlen eines Landes fehlen",
        "undefined: figures of one country are missing",
    ),
    "rank": _text("Plaats op de ranglijst", "Rang", "Rank"),
    "rank_said": _text("{n} van {all}", "{n} von {all}", "{n} of {all}"),
    "rank_mean": _text(
        "onder {all} gemeenten, naar de gemiddelde inwoner",
        "unter {all} Gemeinden, nach dem Mittel der Einwohner",
        "among {all} municipalities, by the mean inhabitant",
    ),
    "rank_shared": _text("{n} van {all}, gedeeld", "{n} von {all}, geteilt", "{n} of {all}, tied"),
    "rank_none": _text("geen rang", "kein Rang", "no rank"),
    "rank_own_edge": _text(
        "Hier reikt het bereik tot de rand van de gegevens: in werkelijkheid is het groter.",
        "Hier reicht die Erreichbarkeit bis zum Rand der Daten: In Wirklichkeit ist sie größer.",
        "What is reached from here touches the edge of the data: in reality it is more.",
    ),
    "rank_own_still": _text(
        "Hier brengt {none} iemand verder.",
        "Hier bringt {none} weiter.",
        "Here {none} takes anyone farther.",
    ),
    "rank_left_out": _text(
        "Niet gerangschikt: {parts}.", "Ohne Rang: {parts}.", "Not ranked: {parts}."
    ),
    "rank_left_edge": _text(
        "{n} aan de rand van de gegevens", "{n} am Rand der Daten", "{n} at the edge of the data"
    ),
    "rank_left_still": _text(
        "{n} waar {none} iemand verder brengt",
        "{n}, wo {none} weiterbringt",
        "{n} where {none} takes anyone farther",
    ),
    "rank_left_unknown": _text("{n} zonder gegevens", "{n} ohne Daten", "{n} without data"),
    "rank_partial": _text(
        "Geteld is wat bekend is; {countries}.",
        "Gezählt ist, was bekannt ist; {countries}.",
        "Counted is what is known; {countries}.",
    ),
    "whose": _text("Voor wie", "Für wen", "For whom"),
    "whose_mean": _text("gemiddelde inwoner", "Einwohner im Mittel", "mean inhabitant"),
    "whose_place": _text("hoofdplaats", "Hauptort", "main place"),
    # The same with its name, beside figures.
    "owner_mean": _text(
        "gemiddelde inwoner van {name}",
        "Einwohner von {name} im Mittel",
        "mean inhabitant of {name}",
    ),
    "owner_place": _text("hoofdplaats van {name}", "Hauptort von {name}", "main place of {name}"),
    "owner_stop": _text("halte {name}", "Haltestelle {name}", "stop {name}"),
    "owner_cell": _text("{name}", "{name}", "{name}"),
    "parking": _text(
        "met {n} minuten buiten de auto",
        "mit {n} Minuten außerhalb des Autos",
        "with {n} minutes outside the car",
    ),
    "without_ride": _text(
        "zonder {vehicle} bereikt", "ohne {vehicle} erreicht", "reached without any {vehicle}"
    ),
    "outside_click": _text(
        "Hier zijn geen gegevens. Kies een bewoonde plek binnen de stippellijn.",
        "Hier gibt es keine Daten. Bitte einen bewohnten Ort innerhalb der Strichlinie wählen.",
        "There are no data here. Pick an inhabited spot within the dashed line.",
    ),
    "place_none_still": _text(
        "Niets gevonden. De cijfers zijn van {name}.",
        "Nichts gefunden. Die Zahlen gelten für {name}.",
        "Nothing found. The figures are those of {name}.",
    ),
    "copied_local": _text(
        "Link gekopieerd. Hij werkt alleen op dit apparaat: wie hem krijgt, heeft ook het bestand "
        "nodig.",
        "Link kopiert. Er geht nur auf diesem Gerät: Wer ihn bekommt, braucht auch die Datei.",
        "Link copied. It works on this device alone: whoever gets it needs the file too.",
    ),
    "rank_among": _text(
        "onder de hoofdplaatsen van {all} gemeenten",
        "unter den Hauptorten von {all} Gemeinden",
        "among the main places of {all} municipalities",
    ),
    "rank_beside": _text(
        "als deze plek meedeed met de {all} hoofdplaatsen",
        "stünde dieser Ort neben den {all} Hauptorten",
        "if this spot stood among the {all} main places",
    ),
    "rank_busy": _text(
        "{n} van {all} berekend …", "{n} von {all} berechnet …", "{n} of {all} computed …"
    ),
    "rank_list": _text("Hele ranglijst", "Ganze Rangliste", "Whole ranking"),
    "chart": _text(
        "Bereik naar reistijd", "Erreichbarkeit nach Reisezeit", "Reach by travel time"
    ),
    "chart_said": _text(
        "{opportunity}: {a} binnen {x} minuten, {b} binnen {y} minuten.",
        "{opportunity}: {a} innerhalb von {x} Minuten, {b} innerhalb von {y} Minuten.",
        "{opportunity}: {a} within {x} minutes, {b} within {y} minutes.",
    ),
    "axis_minutes": _text("minuten", "Minuten", "minutes"),
    "bands": _text(
        "Bereikbare inwoners per tijdsband",
        "Erreichbare Einwohner je Zeitband",
        "Inhabitants within reach by time band",
    ),
    "band": _text("Minuten", "Minuten", "Minutes"),
    "band_range": _text("{a}\u2013{b}", "{a}\u2013{b}", "{a}\u2013{b}"),
    "total": _text("samen", "zusammen", "together"),
    "own_country": _text("eigen land", "eigenes Land", "own country"),
    "across": _text("over de grens", "jenseits der Grenze", "across the border"),
    "plan": _text("Plan tegenover vandaag", "Vorhaben und heute", "Plan against today"),
    "edge": _text(
        "Dit gebied raakt de rand van de gegevens: in werkelijkheid is meer bereikbaar.",
        "Dieses Gebiet berührt den Rand der Daten: In Wirklichkeit ist mehr erreichbar.",
        "This area touches the edge of the data: in reality more can be reached.",
    ),
    "unknown_country": _text(
        "{country}: geen cijfers bekend; ontbrekend is niet nul.",
        "{country}: keine Zahlen bekannt; fehlend ist nicht null.",
        "{country}: no figures known; missing is not zero.",
    ),
    "no_service": _text(
        "Geen halte of station in de buurt: alleen wat zonder trein en bus bereikbaar is.",
        "Keine Haltestelle in der Nähe: nur was ohne Bus und Bahn erreichbar ist.",
        "No stop or station nearby: only what can be reached without train and bus.",
    ),
    "unknown_some": _text(
        "Ondergrens: van {n} bereikte kilometervakken is geen cijfer bekend.",
        "Untergrenze: Für {n} erreichte Kilometerzellen ist keine Zahl bekannt.",
        "Lower bound: no figure is known for {n} kilometre cells within reach.",
    ),
    "data_end": _text("gegevens houden hier op", "Daten enden hier", "data end here"),
    # The map and its legend.
    "map_region": _text(
        "Kaart van reistijden; pijltjestoetsen verschuiven, plus en min zoomen, Enter kiest het "
        "midden",
        "Karte der Reisezeiten; Pfeiltasten verschieben, Plus und Minus zoomen, Enter wählt die "
        "Mitte",
        "Map of travel times; arrow keys move it, plus and minus zoom, Enter picks the middle",
    ),
    "legend_time": _text(
        "Reistijd {from}, minuten", "Reisezeit {from}, Minuten", "Travel time {from}, minutes"
    ),
    "legend_change": _text(
        "Reistijd {from}, verschil met vandaag, minuten",
        "Reisezeit {from}, Unterschied zu heute, Minuten",
        "Travel time {from}, difference from today, minutes",
    ),
    "beyond": _text("later dan {n}", "über {n}", "beyond {n}"),
    "not_counted": _text("telt niet mee: grens", "zählt nicht: Grenze", "not counted: border"),
    "unreached": _text("niet bereikbaar", "nicht erreichbar", "not reached"),
    "nobody": _text("niemand woont hier", "unbewohnt", "nobody lives here"),
    "isochrone": _text("isochroon {n} min", "Isochrone {n} Min.", "isochrone {n} min"),
    "faster": _text("{a} sneller", "{a} schneller", "{a} faster"),
    "slower": _text("{a} langzamer", "{a} langsamer", "{a} slower"),
    "same": _text("minder dan 1 verschil", "unter 1 Unterschied", "changes by less than 1"),
    "gained": _text("nu bereikbaar", "jetzt erreichbar", "now reached"),
    "lost": _text("niet meer bereikbaar", "nicht mehr erreichbar", "no longer reached"),
    "minutes_long": _text("{n} minuten", "{n} Minuten", "{n} minutes"),
    "chosen_here": _text("hier", "hier", "here"),
    # The table.
    "table_caption": _text(
        "Reistijd per gemeente, kortste eerst",
        "Reisezeit je Gemeinde, kürzeste zuerst",
        "Travel time by municipality, shortest first",
    ),
    "table_median": _text(
        "Reistijd van de middelste inwoner, min",
        "Reisezeit des mittleren Einwohners, Min.",
        "Travel time of the median inhabitant, min",
    ),
    "table_share": _text(
        "Inwoners binnen de reistijd",
        "Einwohner in der Reisezeit",
        "Inhabitants within the time",
    ),
    "value": _text("Bereik", "Erreichbar", "Reach"),
    "notes_all": _text("Aannames en grenzen", "Annahmen und Grenzen", "Assumptions and limits"),
    "licence": _text("licentie {name}", "Lizenz {name}", "licence {name}"),
}
