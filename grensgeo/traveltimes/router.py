"""A network with all that is prepared for it: held, saved beside it, sent to other processes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grensgeo.errors import FileError, InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy.typing as npt

    from grensgeo.files.packed_arrays import Packed
    from grensgeo.network import Network
    from grensgeo.network.prepared import Prepared

_FORMAT, _VERSION = "grensgeo-router", 1
#: Folder beside a network's files, with a folder for each network that something is prepared for.
_FOLDER = "router"
_REMEDY = "prepare it anew: ask once, and Router(network).save(folder)"

#: Rooms whose rules decide what is prepared: what another version of them made is not believed.
_ROOMS = ("countries", "modes.py", "osm", "network", "routing", "traveltimes")


@dataclass(frozen=True, eq=False)
class Router:
    """A network, and what is made from it once to answer every question.

    Whatever takes a network to compute times takes a router as well. Both hold the same: a network
    keeps what is prepared for it (``network.prepared``) as long as it lives, and a scenario made
    from it starts with the shapes that it shares. With a router it can be saved and sent.

    What is held: the order and hierarchy of each shape of the streets, durations laid on them by
    mode, country, hour and delays (eight; those asked for last stay), the edges to which points
    are snapped, the places that were snapped last, the nodes of isochrones, and the timetables of
    the days that were asked for last.

    Attributes
    ----------
    network
        The network.

    Examples
    --------
    >>> import networkx as nx
    >>> import pandas as pd
    >>> from grensgeo.network import Network
    >>> from grensgeo.traveltimes import Trip, travel_times
    >>> graph = nx.MultiDiGraph(crs="epsg:4326")
    >>> graph.add_nodes_from([(1, {"x": 6.89, "y": 52.22}), (2, {"x": 6.90, "y": 52.22})])
    >>> street = {"osmid": 1, "highway": "residential", "length": 683.4, "oneway": False}
    >>> _ = graph.add_edge(1, 2, **street), graph.add_edge(2, 1, **street)
    >>> router = Router(Network.from_osmnx(graph))
    >>> places = pd.DataFrame({"id": ["a", "b"], "lon": [6.89, 6.90], "lat": [52.22, 52.22]})
    >>> _ = travel_times(router, places, places, Trip("walk"))
    >>> router
    <Router: 2 vertices, 1 edges, no country; prepared: 1 shapes, 1 metrics>
    """

    network: Network

    def __post_init__(self) -> None:
        """Return the network of a router where one is given."""
        object.__setattr__(self, "network", network_of(self.network))

    @property
    def prepared(self) -> Prepared:
        """What is prepared."""
        return self.network.prepared

    def save(self, folder: str | Path) -> None:
        """Write what is prepared beside the network, whole or not at all.

        It stands under a name that is made from the network's content, so that several networks,
        such as scenarios, may lie side by side. Durations from a speed table of one's own and
        timetables are not saved; they are made anew on the shapes, which are.

        Parameters
        ----------
        folder
            The network's folder; the network is saved there first if there is no such folder.

        Raises
        ------
        FileError
            If the folder is not one of a network, or the disk does not take it.
        """
        from grensgeo.files.packed_arrays import write_packed

        folder = Path(folder)
        if not folder.exists():
            self.network.save(folder)
        elif not (folder / "manifest.json").is_file():
            raise FileError(
                "not-a-network",
                f"{folder}: is not the folder of a network; save the network there first "
                "(network.save), or name a folder that does not exist",
            )
        key = _content_key(self.network)
        about = {"format": _FORMAT, "version": _VERSION, "network": key, "made_by": _made_by()}
        write_packed(_packed(self.prepared, self.network), folder / _FOLDER / key, about=about)

    @classmethod
    def load(cls, network: Network, folder: str | Path) -> Router:
        """Open what was prepared for a network.

        Parameters
        ----------
        network
            The network; from now on it holds what was saved.
        folder
            The folder that :meth:`save` was given.

        Returns
        -------
        Router
            It answers the same to the last digit as the one that was saved. Its arrays are read
            when they are needed.

        Raises
        ------
        FileError
            If nothing was saved there for exactly this network by this version of grensgeo, or
            files are missing or damaged.
        """
        from grensgeo.files.packed_arrays import read_packed

        place, key = Path(folder) / _FOLDER, _content_key(network)
        if not place.is_dir():
            raise FileError(
                "folder-missing", f"{place}: no such folder, nothing was prepared; {_REMEDY}"
            )
        if not (place / key).is_dir():
            raise FileError(
                "prepared-for-other-streets",
                f"{place}: holds what was prepared for other networks, or for this one before it "
                f"changed; {_REMEDY}",
            )
        packed, told = read_packed(place / key, remedy=_REMEDY)
        if told.get("format") != _FORMAT or told.get("network") != key:
            raise FileError(
                "prepared-for-other-streets",
                f"{place / key}: was not prepared for this network; {_REMEDY}",
            )
        if told.get("version") != _VERSION or told.get("made_by") != _made_by():
            raise FileError(
                "format-version",
                f"{place / key}: was prepared by another version of grensgeo; {_REMEDY}",
            )
        try:
            return _restored(network, packed)
        except InputError as error:
            raise FileError(
                "prepared-damaged", f"{place / key}: is damaged: {error}; {_REMEDY}"
            ) from None

    def __reduce__(self) -> tuple[Callable[..., Router], tuple[Network, Packed]]:
        """Send the network and arrays, as they are saved."""
        return _restored, (self.network, _packed(self.prepared, self.network))

    def __repr__(self) -> str:
        from grensgeo.traveltimes.metrics import StreetMetrics

        part = self.prepared.part(StreetMetrics)
        told = f"{len(part.skeletons)} shapes, {len(part.metrics)} metrics"
        return f"<Router: {str(self.network)[len('<Network: ') : -1]}; prepared: {told}>"


def network_of(given: Network | Router) -> Network:
    """Return the network of a router, or a network itself."""
    return given.network if isinstance(given, Router) else given


def load_router(folder: str | Path) -> Router:
    """Read a network and open what was prepared for it.

    Parameters
    ----------
    folder
        The folder of a network, in which :meth:`Router.save` put what was prepared.

    Returns
    -------
    Router
        With the network.

    Raises
    ------
    FileError
        If there is no network, or nothing that was prepared for exactly it by this version of
        grensgeo; see :meth:`Router.load`.

    Examples
    --------
    >>> load_router("data/sample/network")
    Traceback (most recent call last):
    ...
    grensgeo.errors.FileError: data/sample/network/router: no such folder, nothing was ...
    """
    from grensgeo.network import load_network

    return Router.load(load_network(folder), folder)


def _made_by() -> str:
    """Return what names the rules by which things are prepared: the text of these rooms."""
    package = Path(__file__).parents[1]
    files = [file for room in _ROOMS for file in _texts(package / room)]
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(f"{file.relative_to(package).as_posix()} ".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _texts(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return [file for kind in ("*.py", "*.csv", "*.toml") for file in place.rglob(kind)]


def _content_key(network: Network) -> str:
    """Return what names the data that is prepared from; coordinates count as they are saved."""
    import numpy as np

    from grensgeo.files.packed_arrays import pack
    from grensgeo.polylines import UNITS_PER_DEGREE

    streets = {item.name: getattr(network.streets, item.name) for item in fields(network.streets)}
    for name in ("lon", "lat", "coords"):
        streets[name] = np.rint(streets[name] * UNITS_PER_DEGREE).astype(np.int32)
    data = {name: getattr(network, name) for name in ("turns", "controls", "observed_speeds")}
    data |= {name: _as_text(getattr(network, name)) for name in ("barriers", "borders")}
    changes = dict(network.speed_changes)
    return pack({"streets": streets, "speed_changes": changes, **data}).digest()[:32]


def _as_text(lines: Any) -> npt.NDArray[Any] | None:  # noqa: ANN401 - a GeoSeries, without importing it
    """Return lines as text, with their CRS."""
    import numpy as np

    if lines is None:
        return None
    return np.array([str(lines.crs), *lines.to_wkb(hex=True)], dtype=object)


def _packed(prepared: Prepared, network: Network) -> Packed:
    """Split what is prepared into arrays and a description."""
    from grensgeo.files.packed_arrays import pack
    from grensgeo.network.snapping import Edges, Pieces
    from grensgeo.network.whereabouts import Vertices
    from grensgeo.traveltimes.lattice import GridNodes
    from grensgeo.traveltimes.metrics import StreetMetrics

    return pack(
        {
            "pieces": prepared.part(Pieces).grid,
            "edges": prepared.part(Edges).saved(network),
            "vertices": prepared.part(Vertices).asked.found,
            "metrics": prepared.part(StreetMetrics).saved(),
            "nodes": prepared.part(GridNodes).snapped,
        }
    )


def _restored(network: Network, packed: Packed) -> Router:
    """Build again what was prepared, and hold it with the network.

    Raises
    ------
    InputError
        If the parts do not go together.
    """
    from grensgeo.files.packed_arrays import unpack
    from grensgeo.network.segment_grid import SegmentGrid
    from grensgeo.network.snapping import Edges, Pieces, Snapping
    from grensgeo.network.whereabouts import Vertices
    from grensgeo.traveltimes.lattice import GridNodes
    from grensgeo.traveltimes.metrics import PACKED_CLASSES, StreetMetrics

    saved = unpack(packed, (*PACKED_CLASSES, SegmentGrid, Snapping))
    try:
        network.prepared.hold(Pieces(saved["pieces"]))
        parts = (
            Edges.restored(saved["edges"], network),
            Vertices.restored(saved["vertices"]),
            StreetMetrics.restored(saved["metrics"], network),
            GridNodes.restored(saved["nodes"]),
        )
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        raise InputError("prepared-damaged", f"its parts do not go together ({error})") from None
    for part in parts:
        network.prepared.hold(part)
    return Router(network)
