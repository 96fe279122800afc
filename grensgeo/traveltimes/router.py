"""A network with all that is prepared for it: held, saved beside it, sent to other processes."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, fields
from html import escape
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Any

from grensgeo.errors import FileError, InputError
from grensgeo.network.prepared import Home
from grensgeo.provenance import read_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import numpy.typing as npt

    from grensgeo.files.packed_arrays import Packed
    from grensgeo.network import Network
    from grensgeo.network.prepared import Prepared

    #: What was prepared, and where that stands.
    _Found = tuple[dict[str, Any], Path]

_FORMAT, _VERSION = "grensgeo-router", 3
#: Folder beside a network's files, with a folder for each network that something is prepared for.
_FOLDER = "router"
_REMEDY = "prepare it anew: ask once, and Router(network).save(folder)"

#: Rooms whose rules decide what is prepared: what another version of them made is not believed.
_ROOMS = ("countries", "gtfs", "modes.py", "osm", "network", "routing", "traveltimes")


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
        such as scenarios, may lie side by side. Durations from a speed table of one's own are not
        saved; they are made anew on the shapes, which are. With the network that was read from the
        folder its streets are written too, so that :func:`load_router` opens them instead of
        reading files, and the timetables of its feeds.

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
        from grensgeo.network.storage import files_of

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
        about: dict[str, Any] = {
            "format": _FORMAT,
            "version": _VERSION,
            "network": key,
            "made_by": _made_by(),
        }
        home = self.prepared.home
        if home is not None and home.folder == folder and home.files == files_of(folder):
            there, files, same = self.network, home.files, True  # as it was read
        else:
            there, files = _stored(folder)
            same = _content_key(there) == key
        # whoever loads it from there need not read those files
        packed = _packed(
            self.prepared,
            self.network,
            there if same else None,
            with_timetables=there is self.network,
        )
        about |= {"made_by": _made_by(), "network_files": files if same else {}}
        write_packed(packed, folder / _FOLDER / key, about=about)
        if same:
            _forget(folder, files)

    def keep(self, folder: str | Path) -> bool:
        """Save what is prepared if more was contracted than is saved there, where that can be.

        Parameters
        ----------
        folder
            The network's folder.

        Returns
        -------
        bool
            Whether it was saved; a folder that cannot be written is no error.
        """
        from grensgeo.traveltimes.metrics import StreetMetrics

        news = _news(self.network)
        if not news:
            return False
        try:
            self.save(folder)
        except FileError:
            return False
        part = self.prepared.part(StreetMetrics)
        part.known |= news
        return True

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
            It answers the same to the last digit as the one that was saved. Its arrays are memory
            maps, held to a check of what was written.

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
        # the key is of the streets: the feeds may be others
        saved = _unpacked(packed, place / key) | {"timetables": None}
        return _restored(network, saved, place / key)

    def __reduce__(self) -> tuple[Callable[..., Router], tuple[Network, Packed]]:
        """Send the network and arrays, as they are saved."""
        return _sent, (self.network, _packed(self.prepared, self.network))

    def __repr__(self) -> str:
        from grensgeo.traveltimes.metrics import StreetMetrics

        part = self.prepared.part(StreetMetrics)
        told = f"{len(part.skeletons)} shapes, {len(part.metrics)} metrics"
        return f"<Router: {str(self.network)[len('<Network: ') : -1]}; prepared: {told}>"

    def _repr_html_(self) -> str:
        """Show the network and what is prepared for it in a notebook."""
        return f"{self.network._repr_html_()}<p>{escape(repr(self).rpartition('; ')[2][:-1])}</p>"


def network_of(given: Network | Router) -> Network:
    """Return the network of a router, or a network itself."""
    return given.network if isinstance(given, Router) else given


def load_network(path: str | Path, *, store: bool = True) -> Network:
    """Read a network that :meth:`grensgeo.Network.save` wrote, with what was prepared for it.

    A first answer prepares the streets of its mode, which takes longer than all answers after it.
    That is kept in the folder ``router`` beside the network's files, and the next process that
    loads the network opens it by memory map. What was prepared for other streets, or by another
    version of grensgeo, is left alone. A folder that cannot be written serves as well, but each
    process prepares the streets anew.

    Parameters
    ----------
    path
        The folder.
    store
        Open what was prepared, and keep what will be. Without it the network's own files are
        read, and nothing is written.

    Returns
    -------
    Network
        As it was saved.

    Raises
    ------
    FileError
        As :func:`grensgeo.network.load_network`.

    Examples
    --------
    >>> load_network("data/sample/network", store=False).provenance.schematic
    True
    """
    folder = Path(path)
    if not store:
        return _read(folder, lambda _: None)[0]
    network = open_router(folder).network
    if network.prepared.home is not None:
        network.prepared.home = network.prepared.home._replace(keeps=True)
    return network


def keep_at_home(network: Network) -> None:
    """Save what was prepared in the folder that a network was loaded from, if that is wanted.

    Parameters
    ----------
    network
        The network. A folder that cannot be written is not tried again.
    """
    home = network.prepared.home
    if home is None or not home.keeps or not _news(network):
        return
    if not Router(network).keep(home.folder):
        network.prepared.home = home._replace(keeps=False)


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
    >>> load_router("data/sample/scenarios")
    Traceback (most recent call last):
    ...
    grensgeo.errors.FileError: data/sample/scenarios: is not a network (it has no manifest.json)...
    """
    folder = Path(folder)
    network, found = _read(folder, lambda files: next(_of_files(folder, files), None))
    return Router.load(network, folder) if found is None else _restored(network, *found)


def open_router(folder: str | Path, *, store: bool = True) -> Router:
    """Read a network, and open what was prepared for it if anything was.

    Parameters
    ----------
    folder
        The folder of a network.
    store
        Without it nothing that was prepared is opened.

    Returns
    -------
    Router
        With what :meth:`Router.save` put there for exactly this network by this version of
        grensgeo; empty where there is none, or it is damaged.

    Raises
    ------
    FileError
        If there is no network.

    Examples
    --------
    >>> open_router("data/sample/muenster").network.provenance.schematic
    False
    """
    folder = Path(folder)
    if not store:
        from grensgeo.network import load_network as read_network

        return Router(read_network(folder))

    def sound(files: Mapping[str, str]) -> _Found | None:
        try:
            return next(_of_files(folder, files), None)
        except FileError:
            return None

    network, found = _read(folder, sound)
    try:
        return Router(network) if found is None else _restored(network, *found)
    except FileError:
        return Router(_read(folder, lambda _: None)[0])


def _read(
    folder: Path, find: Callable[[Mapping[str, str]], _Found | None]
) -> tuple[Network, _Found | None]:
    """Read a network, the streets from what was prepared for its files if that is found."""
    from grensgeo.network import Network
    from grensgeo.network.storage import read_network

    found: list[_Found | None] = []
    homes: list[Home] = []

    def known(files: Mapping[str, str]) -> Mapping[str, Any] | None:
        homes.append(Home(folder, files, keeps=False))
        found.append(find(files))
        return None if found[0] is None else found[0][0]["data"]

    network = Network.of(read_network(folder, known=known))
    network.prepared.home = homes[0]
    return network, found[0]


def _of_files(folder: Path, files: Mapping[str, str]) -> Iterator[_Found]:
    """Yield what was prepared for exactly the network in a folder, by this version of grensgeo."""
    from grensgeo.files.packed_arrays import DESCRIPTION, read_packed

    made_by = _made_by()
    for file in sorted((folder / _FOLDER).glob(f"*/{DESCRIPTION}")):
        about = read_json(file)
        told = about.get("version"), about.get("made_by"), about.get("network_files")
        if told == (_VERSION, made_by, files):
            packed, _ = read_packed(file.parent, remedy=_REMEDY)
            yield _unpacked(packed, file.parent), file.parent


def _forget(folder: Path, files: Mapping[str, str]) -> None:
    """Remove what was prepared for the network that stood in a folder before it was written anew.

    Nobody can open it any more, and it is as large as what takes its place. What is prepared for
    scenarios, or by another version, stays.
    """
    from grensgeo.files.packed_arrays import DESCRIPTION

    for file in (folder / _FOLDER).glob(f"*/{DESCRIPTION}"):
        with suppress(FileError):
            if read_json(file).get("network_files") not in ({}, None, files):
                rmtree(file.parent, ignore_errors=True)


def _news(network: Network) -> frozenset[str]:
    """Return the names of the streets that are prepared and not saved.

    Those of another mode or country count, but not those of another hour, which are made soon. A
    first timetable counts too.
    """
    from grensgeo.traveltimes.metrics import StreetMetrics

    part = network.prepared.part(StreetMetrics)
    names = part.names()
    if network.feeds:
        from grensgeo.traveltimes.departures import Timetables

        if network.prepared.part(Timetables).schedules.held:
            names |= {"timetables"}
    return names - part.known


def _stored(folder: Path) -> tuple[Network, Mapping[str, str]]:
    """Return the network in a folder, and the checksums of its files."""
    from grensgeo.network import Network
    from grensgeo.network.storage import read_network

    told: dict[str, str] = {}
    network = read_network(folder, known=told.update)
    return Network.of(network), told


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


def _packed(
    prepared: Prepared,
    network: Network,
    there: Network | None = None,
    *,
    with_timetables: bool = True,
) -> Packed:
    """Split what is prepared into arrays and a description, with the data of a network."""
    from grensgeo.files.packed_arrays import pack
    from grensgeo.network.snapping import Edges, Pieces
    from grensgeo.network.storage import KEPT
    from grensgeo.network.whereabouts import Vertices
    from grensgeo.traveltimes.lattice import GridNodes
    from grensgeo.traveltimes.metrics import StreetMetrics

    timetables = None
    if with_timetables and network.feeds:
        from grensgeo.traveltimes.stored_timetables import saved_timetables

        timetables = saved_timetables(prepared, network)
    return pack(
        {
            "data": None if there is None else {name: getattr(there, name) for name in KEPT},
            "pieces": prepared.part(Pieces).grid,
            "edges": prepared.part(Edges).saved(network),
            "vertices": prepared.part(Vertices).asked.found,
            "metrics": prepared.part(StreetMetrics).saved(),
            "nodes": prepared.part(GridNodes).saved(network),
            "timetables": timetables,
        }
    )


def _sent(network: Network, packed: Packed) -> Router:
    """Build again what was sent with a network."""
    return _restored(network, _unpacked(packed))


def _unpacked(packed: Packed, place: Path | None = None) -> dict[str, Any]:
    """Assemble what was prepared again.

    Raises
    ------
    FileError
        If the parts do not go together.
    """
    from grensgeo.files.packed_arrays import unpack
    from grensgeo.network.contents import SpeedChange, Streets
    from grensgeo.network.controls import Controls
    from grensgeo.network.observed import ObservedSpeeds
    from grensgeo.network.segment_grid import SegmentGrid
    from grensgeo.network.snapping import Snapping
    from grensgeo.network.turns import Passages, Turns
    from grensgeo.traveltimes.metrics import PACKED_CLASSES
    from grensgeo.traveltimes.node_pool import NodePool

    def timetable_classes() -> tuple[type, ...]:
        from grensgeo.traveltimes.stored_timetables import TIMETABLE_CLASSES

        return TIMETABLE_CLASSES  # read where there are any: with them comes all of gtfs

    data = SpeedChange, Streets, Controls, ObservedSpeeds, Passages, Turns
    known = *PACKED_CLASSES, NodePool, SegmentGrid, Snapping, *data
    try:
        saved: dict[str, Any] = unpack(packed, known, more=timetable_classes)
    except InputError as error:
        raise _damaged(place, str(error)) from None
    return saved


def _damaged(place: Path | None, reason: str) -> FileError:
    where = "router" if place is None else str(place)
    return FileError("prepared-damaged", f"{where}: is damaged: {reason}; {_REMEDY}")


def _restored(network: Network, saved: Mapping[str, Any], place: Path | None = None) -> Router:
    """Store what was prepared with the network.

    Raises
    ------
    FileError
        If the parts do not go together.
    """
    from grensgeo.network.snapping import Edges, Pieces
    from grensgeo.network.whereabouts import Vertices
    from grensgeo.traveltimes.lattice import GridNodes
    from grensgeo.traveltimes.metrics import StreetMetrics

    try:
        network.prepared.hold(Pieces(saved["pieces"]))
        streets = StreetMetrics.restored(saved["metrics"], network)
        parts = [
            Edges.restored(saved["edges"], network),
            Vertices.restored(saved["vertices"]),
            streets,
            GridNodes.restored(saved["nodes"], network),
        ]
        if saved["timetables"] is not None:
            from grensgeo.traveltimes.stored_timetables import restored_timetables

            parts += restored_timetables(saved["timetables"], network, streets)
    except (AttributeError, InputError, LookupError, TypeError, ValueError) as error:
        reason = f"its parts do not go together ({error})"
        raise _damaged(place, reason) from None
    for part in parts:
        network.prepared.hold(part)
    streets.known |= _news(network)  # it is saved
    return Router(network)
