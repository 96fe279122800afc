"""The border as flows of commuters tell it: interaction models fitted to counts."""

from grensgeo.flows.border_fit import BorderFit, fit_border
from grensgeo.flows.realised import realised_from_reach, realised_reach, terms_named

__all__ = ["BorderFit", "fit_border", "realised_from_reach", "realised_reach", "terms_named"]
