"""What a page needs to compute by itself how far offers are from any home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grensgeo.traveltimes.portable import Portable, portable

if TYPE_CHECKING:
    from collections.abc import Mapping

    import geopandas as gpd
    import pandas as pd

    from grensgeo.network import Network
    from grensgeo.traveltimes import Trip
    from grensgeo.traveltimes.router import Router

#: Id of the home that a page opens with.
HOME = "home"
#: Digits of a degree within which offers are at the same place: 1 m.
_DIGITS = 5


def portable_offers(
    network: Network | Router,
    offers: gpd.GeoDataFrame,
    cells: gpd.GeoDataFrame,
    trips: Mapping[str, Trip],
    *,
    home: tuple[float, float, str] | None = None,
) -> tuple[Portable, pd.Series]:
    """Export what leads from every cell to the places of offers.

    Parameters
    ----------
    network
        The network.
    offers
        :data:`grensgeo.schema.OFFERS`.
    cells
        Where a home may be (``region.cells``).
    trips
        Kinds of trips by name.
    home
        Longitude, latitude and country of a home of its own, which comes first.

    Returns
    -------
    tuple
        The portable network, whose cells are the places of the offers and whose places are the
        homes; and the number of its place by id of the offer.

    Raises
    ------
    InputError
        As :func:`grensgeo.portable`, as where a page would be too large to be sent.
    """
    import pandas as pd

    rounded = pd.DataFrame(
        {"lon": offers.geometry.x.round(_DIGITS), "lat": offers.geometry.y.round(_DIGITS),
         "country": offers["country"].to_numpy()}
    )  # fmt: skip
    number, found = pd.factorize(pd.MultiIndex.from_frame(rounded))
    targets = pd.DataFrame(list(found), columns=["lon", "lat", "country"])
    targets["id"] = [f"p{n}" for n in range(len(targets))]
    homes = pd.DataFrame(
        {name: cells[name].to_numpy() for name in ("cell_id", "lon", "lat", "country")}
    ).rename(columns={"cell_id": "id"})
    if home is not None:
        first = pd.DataFrame(
            {"id": [HOME], "lon": [home[0]], "lat": [home[1]], "country": [home[2]]}
        )
        homes = pd.concat([first, homes], ignore_index=True)
    taken = portable(network, targets, trips, places=homes)
    points = pd.Series(np.asarray(number), index=offers["id"].to_numpy(), name="point")
    return taken, points
