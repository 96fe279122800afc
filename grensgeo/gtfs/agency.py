"""``agency.txt``: the agency of each route and the time zone of its times."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from grensgeo.gtfs.findings import Findings
    from grensgeo.gtfs.reading.cells import Bad, Tables


def assign_agency(tables: Tables, bad: Bad, findings: Findings) -> Tables:
    """Assign routes without an agency to the only one that there is."""
    import pandas as pd

    agency, routes = tables["agency"], tables["routes"]
    tables = dict(tables)
    if "agency_id" not in agency:
        agency = agency.assign(agency_id=pd.Categorical([""] * len(agency)))
    elif len(agency) == 1:
        agency = agency.assign(agency_id=agency["agency_id"].astype("str").fillna(""))
        agency = agency.astype({"agency_id": "category"})
    zones = list(agency.loc[~bad["agency"], "agency_timezone"].dropna().unique())
    given = routes["agency_id"].astype("str") if "agency_id" in routes else None
    if given is None:
        given = pd.Series(None, index=routes.index, dtype="str")
    if len(agency) == 1:
        given = given.fillna(str(agency["agency_id"].iloc[0]))
    at = given.isna().to_numpy()
    if at.any():
        shared = len(zones) == 1
        bad["routes"] |= at & (not shared)
        findings.add(
            "warning" if shared else "error",
            "missing_required_value",
            "empty, though the feed has several agencies",
            file="routes.txt",
            field="agency_id",
            rows=routes.index[at],
            values=list(routes.loc[at, "route_id"]),
            remedy="name the agency"
            + (
                "; the zone of the times is that of all agencies"
                if shared
                else ": it decides in which zone the times are"
            ),
        )
    tables["agency"] = agency
    tables["routes"] = routes.assign(agency_id=given.astype("category"))
    if len(zones) > 1:
        findings.add(
            "warning",
            "inconsistent_agency_timezone",
            "agencies in several zones",
            file="agency.txt",
            field="agency_timezone",
            values=zones,
            remedy="the times of each agency were read in its own zone",
        )
    return tables


def share_one_zone(agency: pd.DataFrame | None) -> bool:
    """Return whether the times of all agencies are in one time zone."""
    return agency is not None and len(agency["agency_timezone"].dropna().unique()) == 1
