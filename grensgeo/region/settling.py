"""Inhabitants of a country put on the parts of its cells: by grid, at points, or within areas."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from grensgeo.errors import InputError, some
from grensgeo.notes import Note
from grensgeo.region.people import PeopleFigures, match_codes, people_notes, put_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    import geopandas as gpd
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from grensgeo.arrays import Floats
    from grensgeo.region.built_up import BuiltUpByTown


@dataclass
class Settlers:
    """Inhabitants of one country as they are put on its land.

    Attributes
    ----------
    country
        Which one.
    towns
        Its municipalities in the region: ``region_code, country, name`` and outlines, EPSG:3035.
    parts
        Their parts by cell, EPSG:3035, in order.
    told
        Inhabitants by ``region_code``, where a table tells them.
    built_up
        Where within an area people live, where that is known.
    placed
        Inhabitants by part.
    notes
        What was assumed.
    """

    country: str
    towns: gpd.GeoDataFrame
    parts: gpd.GeoDataFrame
    told: pd.Series | None
    built_up: BuiltUpByTown | None
    placed: Floats
    notes: list[Note] = field(default_factory=list)

    def put(self, found: PeopleFigures, name: str, land: gpd.GeoSeries) -> None:
        """Place the inhabitants of a source.

        Parameters
        ----------
        found
            Figures with shapes.
        name
            What the source is called.
        land
            All land on which they can live, in the region or not, EPSG:3035.
        """
        if found.shapes is None:
            return
        self.notes += people_notes(found, name)
        points = bool((found.shapes.geom_type == "Point").all())
        if found.code is not None and not points:
            self._put_within(found, found.shapes, name)
            return
        share, _ = put_on(found.shapes, found.count, self.parts, land=land)
        self._add(share, found.without)

    def _add(self, share: Floats, without: Sequence[str]) -> None:
        """Add what a source tells, but for municipalities that it covers in part only."""
        import numpy as np

        codes = self.parts["region_code"].str.replace(r"^[A-Z]{2}_", "", regex=True)
        cut = codes.str.startswith(tuple(without)).to_numpy() if without else np.zeros(0)
        if not cut.any():
            self.placed += share
            return
        names = sorted(set(self.parts.loc[cut, "region_code"]))
        known = self.told.reindex(names) if self.told is not None else None
        if known is None or known.isna().any():
            raise InputError(
                "no-figure-known",
                f"[[population]] except: the inhabitants of {some(names)} have to be told by "
                "another table, by code",
            )
        self.placed += np.where(cut, 0.0, share)
        of = self.towns[self.towns["region_code"].isin(names)]
        self.placed += self._within(of.geometry.to_numpy(), known.to_numpy(), np.array(names))
        called = some(of["name"]) if "name" in of else some(names)
        self.notes.append(Note("region.people-in-part", names=called))

    def _put_within(self, found: PeopleFigures, shapes: gpd.GeoSeries, name: str) -> None:
        """Place the inhabitants of areas, each in its own municipality."""
        import geopandas as gpd
        import pandas as pd

        code = found.code if found.code is not None else pd.Series(dtype=str)
        town = match_codes(code, self.towns, self.country)
        if not town.notna().any():
            raise InputError(
                "nothing-in-area",
                f"{name}: none of its municipalities ({some(code)}) is of {self.country} in the "
                "region; name the column of codes",
            )
        held = (town.notna() & (found.count > 0)).to_numpy()
        areas = gpd.GeoDataFrame(
            {"town": town[held], "count": found.count[held]},
            geometry=shapes[held].make_valid(),
        )
        share = self._within(
            areas.geometry.to_numpy(), areas["count"].to_numpy(), areas["town"].to_numpy()
        )
        land, people, codes = self._left_over(areas)
        if len(land):
            share += self._within(land, people, codes)
        self._add(share, found.without)

    def _left_over(
        self, areas: gpd.GeoDataFrame
    ) -> tuple[npt.NDArray[np.object_], Floats, npt.NDArray[np.object_]]:
        """Return the land of each municipality that no area covers, with those who live there."""
        import numpy as np

        known = areas.groupby("town")["count"].sum()
        rows = self.towns.set_index("region_code")
        told = self.told if self.told is not None else known
        lacking = (told.reindex(known.index) - known).dropna()
        codes = lacking.index[lacking > 0]
        land = np.array(
            [
                rows.geometry[code].difference(areas.geometry[areas["town"] == code].union_all())
                for code in codes
            ],
            dtype=object,
        )
        there = np.array([not shape.is_empty for shape in land], dtype=bool)
        names = codes.to_numpy(dtype=object)
        return land[there], lacking[codes].to_numpy(dtype="float64")[there], names[there]

    def _within(
        self, shapes: npt.NDArray[np.object_], people: Floats, towns: npt.NDArray[np.object_]
    ) -> Floats:
        """Share the inhabitants of areas over the parts in them, each in its own municipality."""
        import numpy as np
        import shapely

        outlines = self.parts.geometry.to_numpy()
        part, area = shapely.STRtree(shapes).query(outlines, predicate="intersects")
        codes = self.parts["region_code"].to_numpy()
        own = codes[part] == towns[area]
        part, area = part[own], area[own]
        pieces = shapely.intersection(outlines[part], shapes[area])
        expected = shapely.area(pieces)
        if self.built_up is not None:
            expected = self.built_up.expected(pieces, codes[part])
        whole = np.bincount(area, weights=expected, minlength=len(shapes))
        # where nobody is expected to live and some do, they live anywhere in it
        empty = whole[area] <= 0
        expected[empty] = shapely.area(pieces[empty])
        whole = np.bincount(area, weights=expected, minlength=len(shapes))
        if not (whole > 0).all():
            raise InputError(
                "outside-municipality",
                "areas with inhabitants lie outside their municipality: "
                f"{some(towns[whole <= 0])}",
            )
        share = expected / whole[area] * people[area]
        return np.bincount(part, weights=share, minlength=len(outlines)).astype(np.float64)

    def put_rest(self) -> None:
        """Place the inhabitants of municipalities of which no source tells where they live.

        They live on built-up land, as far as that is known, and else anywhere.
        """
        import numpy as np
        import pandas as pd

        if self.told is None:
            return
        codes = self.parts["region_code"].to_numpy()
        there = pd.Series(self.placed).groupby(codes).sum().reindex(self.told.index).fillna(0.0)
        dark = self.told.index[(self.told > 0) & (there <= 0)]
        of = self.towns[self.towns["region_code"].isin(dark)]
        if of.empty:
            return
        names = of["region_code"].to_numpy()
        people = self.told[names].to_numpy(dtype=np.float64)
        self.placed += self._within(of.geometry.to_numpy(), people, names)
        called = some(of["name"]) if "name" in of else some(names)
        self.notes.append(Note("region.people-unplaced", names=called))

    def put_evenly(self) -> None:
        """Place the inhabitants of each municipality on its land, where no source tells more."""
        import numpy as np

        codes = self.towns["region_code"].to_numpy()
        if self.built_up is None:
            self.placed = self.parts.area.to_numpy(dtype=np.float64)
            self.notes.append(Note("region.people-even", country=self.country))
            return
        self.placed = self._within(self.towns.geometry.to_numpy(), np.ones(len(codes)), codes)
