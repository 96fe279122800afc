"""What statistical offices publish: readers by country, concepts, conversions and bounds."""

from grensgeo.statistics.concepts import (
    Conversion,
    add_up,
    bounds,
    conversion_at,
    convert,
    intervals,
)
from grensgeo.statistics.de.ba import Commuters, read_ba_commuters, unite_commuters
from grensgeo.statistics.de.ba_municipalities import read_ba_municipalities
from grensgeo.statistics.de.bibb import read_bibb_matching
from grensgeo.statistics.de.genesis import read_genesis
from grensgeo.statistics.de.nrw_schools import read_nrw_schools
from grensgeo.statistics.eu.census_grid import read_census_grid
from grensgeo.statistics.eu.grensdata import read_grensdata_commuters
from grensgeo.statistics.eu.jsonstat import read_eurostat_employment, read_jsonstat
from grensgeo.statistics.frameworks import eqf_range, nace_section, nace_sections
from grensgeo.statistics.grids import read_cbs_squares, read_zensus_grid
from grensgeo.statistics.nl.cbs import read_cbs_commuters, read_cbs_jobs, read_lisa
from grensgeo.statistics.nl.duo import read_duo_schools
from grensgeo.statistics.published_places import PublishedPlaces

__all__ = [
    "Commuters",
    "Conversion",
    "PublishedPlaces",
    "add_up",
    "bounds",
    "conversion_at",
    "convert",
    "eqf_range",
    "intervals",
    "nace_section",
    "nace_sections",
    "read_ba_commuters",
    "read_ba_municipalities",
    "read_bibb_matching",
    "read_cbs_commuters",
    "read_cbs_jobs",
    "read_cbs_squares",
    "read_census_grid",
    "read_duo_schools",
    "read_eurostat_employment",
    "read_genesis",
    "read_grensdata_commuters",
    "read_jsonstat",
    "read_lisa",
    "read_nrw_schools",
    "read_zensus_grid",
    "unite_commuters",
]
