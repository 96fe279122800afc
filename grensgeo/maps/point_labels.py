"""The words of maps of points, in Dutch, German and English.

Beside :mod:`grensgeo.maps.labels`, whose terms it shares; here stands what only placements say.
``{name}`` is a place that the page fills in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grensgeo.maps.labels import Text


def _text(nl: str, de: str, en: str) -> Text:
    return {"nl": nl, "de": de, "en": en}


#: Kinds of listings.
OPP_TYPES: dict[str, Text] = {
    "job": _text("baan", "Arbeitsplatz", "job"),
    "internship": _text("stage", "Praktikum", "internship"),
    "apprenticeship": _text("leerwerkplek", "Ausbildungsplatz", "apprenticeship"),
    "graduation": _text("afstudeerplek", "Abschlussarbeit", "graduation project"),
    "startup": _text("start-up", "Start-up", "startup"),
}

#: Sections of NACE Rev. 2, shortened. Source: CBS, SBI 2008; Destatis, WZ 2008; Eurostat, NACE
#: Rev. 2.
SECTORS: dict[str, Text] = {
    "A": _text("landbouw", "Landwirtschaft", "agriculture"),
    "B": _text("delfstoffen", "Bergbau", "mining"),
    "C": _text("industrie", "Industrie", "manufacturing"),
    "D": _text("energie", "Energie", "energy"),
    "E": _text("water en afval", "Wasser und Abfall", "water and waste"),
    "F": _text("bouw", "Bau", "construction"),
    "G": _text("handel", "Handel", "trade"),
    "H": _text("vervoer en opslag", "Verkehr und Lagerei", "transport and storage"),
    "I": _text("horeca", "Gastgewerbe", "hotels and restaurants"),
    "J": _text("informatie en communicatie", "Information und Kommunikation",
               "information and communication"),
    "K": _text("financiële diensten", "Finanzdienstleistungen", "finance"),
    "L": _text("onroerend goed", "Immobilien", "real estate"),
    "M": _text("advies en onderzoek", "Beratung und Forschung", "professional and scientific"),
    "N": _text("overige zakelijke diensten", "sonstige wirtschaftliche Dienste",
               "business support"),
    "O": _text("openbaar bestuur", "öffentliche Verwaltung", "public administration"),
    "P": _text("onderwijs", "Bildung", "education"),
    "Q": _text("zorg en welzijn", "Gesundheit und Soziales", "health and social work"),
    "R": _text("cultuur, sport en recreatie", "Kultur, Sport und Freizeit", "arts and sport"),
    "S": _text("overige diensten", "sonstige Dienste", "other services"),
    "T": _text("huishoudens", "private Haushalte", "households"),
    "U": _text("internationale organisaties", "internationale Organisationen",
               "international organisations"),
}  # fmt: skip

TEXTS: dict[str, Text] = {
    "mode_any": _text("het snelste", "das schnellste", "the quickest"),
    "by_any": _text(
        "met het snelste vervoer", "mit dem schnellsten Verkehrsmittel", "by the quickest mode"
    ),
    "side": _text("Welk land", "Welches Land", "Which country"),
    "side_all": _text("beide landen", "beide Länder", "both countries"),
    "side_own": _text("eigen land", "eigenes Land", "own country"),
    "side_across": _text("over de grens", "über die Grenze", "across the border"),
    "placement_offers": _text(
        "Reistijd, deur tot deur (aantal stageplekken)",
        "Reisezeit, von Tür zu Tür (Zahl der Praktikumsplätze)",
        "Travel time, door to door (number of offers)",
    ),
    "placement_band": _text("{a} tot {b} min ({n})", "{a} bis {b} Min. ({n})",
                            "{a} to {b} min ({n})"),
    "placement_own": _text("rondje: in eigen land", "Kreis: im eigenen Land",
                           "circle: in the own country"),
    "placement_across": _text("ruit: over de grens", "Raute: jenseits der Grenze",
                              "diamond: across the border"),
    "placement_several": _text(
        "Groter: meer stageplekken op hetzelfde punt.",
        "Größer: mehrere Praktikumsplätze am selben Ort.",
        "Larger: several offers at the same place.",
    ),
    "placement_home": _text("vertrekpunt", "Startort", "start"),
    "placement_unsure": _text(
        "Niet alles waarop gezocht is staat vermeld bij {n}; die doen wel mee.",
        "Nicht alles, wonach gesucht wurde, ist angegeben bei {n}; sie zählen trotzdem mit.",
        "Not all that was asked for is told by {n}; they are kept.",
    ),
    "placement_main_place": _text(
        "Alleen de gemeente is bekend van {n}; gemeten is tot haar grootste plaats.",
        "Nur die Gemeinde ist bekannt von {n}; gemessen ist bis zu ihrem größten Ort.",
        "Only the municipality is known of {n}; measured is the way to its main place.",
    ),
    "placement_none": _text(
        "Binnen deze reistijd is er geen stageplek.",
        "Innerhalb dieser Reisezeit gibt es keinen Praktikumsplatz.",
        "There is no offer within this travel time.",
    ),
    "placement_time": _text("tijd", "Zeit", "time"),
    "placement_what": _text("wat", "was", "what"),
    "placement_sector": _text("sector", "Branche", "sector"),
    "placement_level": _text("niveau (EQF)", "Niveau (EQR)", "level (EQF)"),
    "placement_language": _text("taal", "Sprache", "language"),
    "placement_by": _text("vervoer", "Verkehrsmittel", "mode"),
    "placement_period": _text("begin", "Beginn", "beginning"),
    "placement_places": _text("plaatsen", "Plätze", "places"),
    "placement_not_told": _text("niet vermeld", "nicht angegeben", "not told"),
    "placement_id": _text("kenmerk", "Kennung", "reference"),
    "placement_unsure_what": _text("Niet vermeld: {what}.", "Nicht angegeben: {what}.",
                                   "Not told: {what}."),
    "placement_at_main_place": _text(
        "Alleen de gemeente is bekend.", "Nur die Gemeinde ist bekannt.",
        "Only the municipality is known.",
    ),
    "unsure_level": _text("niveau", "Niveau", "level"),
    "unsure_sector": _text("sector", "Branche", "sector"),
    "unsure_language": _text("taal", "Sprache", "language"),
    "unsure_dates": _text("data", "Termine", "dates"),
}  # fmt: skip
