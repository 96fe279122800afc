"""The feed for the region's data portal: observations, indicators, and what they mean."""

from grensgeo.monitor.indicators import LEVELS, STATUSES
from grensgeo.monitor.writers import period_faults, write_monitor

__all__ = ["LEVELS", "STATUSES", "period_faults", "write_monitor"]
