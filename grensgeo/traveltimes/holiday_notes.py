"""What is said of a trip on a day off by law."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np

from grensgeo.countries import COUNTRIES
from grensgeo.countries.country_files import by_code
from grensgeo.notes import Note

if TYPE_CHECKING:
    from grensgeo.network import Network


def holiday_notes(network: Network, moment: str, *, drives: bool) -> list[Note]:
    """Return where in a network the day of a trip is one off by law.

    Parameters
    ----------
    network
        The network; its streets tell which countries it is of.
    moment
        Departure or arrival.
    drives
        Whether cars drive on the trip.

    Returns
    -------
    list of Note
        None on other days. Holidays of parts of a country are told and change no speed, since
        streets do not know their part.
    """
    day = datetime.fromisoformat(moment).date()
    there = [by_code()[code] for code in countries_of_streets(network)]
    whole, parts = [], []
    for country in there:
        found = country.holidays_on(day)
        whole += [f"{country.code} ({one.name})" for one in found if not one.parts][:1]
        parts += [
            f"{country.code}: {', '.join(one.parts)} ({one.name})" for one in found if one.parts
        ]
    notes = []
    if whole:
        code = "trip.holiday" if len(whole) == len(there) else "trip.holiday-some"
        notes.append(Note(code, day=day.isoformat(), where="; ".join(whole)))
        if drives and len(whole) < len(there):
            notes.append(Note("trip.holiday-cars"))
    if parts:
        notes.append(Note("trip.holiday-parts", day=day.isoformat(), where="; ".join(parts)))
    return notes


def countries_of_streets(network: Network) -> list[str]:
    """Return the codes of the countries in which a network has streets."""
    numbers = np.flatnonzero(np.bincount(network.streets.country, minlength=len(COUNTRIES)))
    return [COUNTRIES[number] for number in numbers.tolist() if number]
