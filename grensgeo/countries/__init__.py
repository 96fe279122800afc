"""Countries: what is known of each in a data file, and labels held against it.

What a table says of a place's country decides what counts as "across the border", so a wrong label
turns a border effect round. Every door at which such a label comes in holds it to the same rules,
which stand here; where a place lies by its coordinates is told by ``network/whereabouts``.
"""

from grensgeo.countries.country_files import (
    COUNTRIES,
    Country,
    all_countries,
    by_code,
    countries_in_order,
    postcode_area,
)
from grensgeo.countries.labels import (
    ISO_3166,
    country_called,
    country_faults,
    country_of_code,
    country_written,
    hold_countries,
    nuts_written,
)

__all__ = [
    "COUNTRIES",
    "ISO_3166",
    "Country",
    "all_countries",
    "by_code",
    "countries_in_order",
    "country_called",
    "country_faults",
    "country_of_code",
    "country_written",
    "hold_countries",
    "nuts_written",
    "postcode_area",
]
