"""One street engine, timed in a process of its own; the results are lines of JSON on stdout.

``python benchmarks/engines.py ENGINE FOLDER [TASK ...]`` reads ``FOLDER/case.npz``, which
:mod:`benchmarks.streets` writes, and so runs in any environment that has numpy and the engine.
Every engine is asked the same questions on the same arcs, on one thread; OSRM and Valhalla read
the OSM extract itself and have their own speeds, so only their cost is compared.
"""

# ruff: noqa: ANN401 - what a peer takes and gives is its own
from __future__ import annotations

import contextlib
import functools
import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import numpy.typing as npt

    Array = npt.NDArray[Any]
    Arcs = tuple[Array, Array, Array]

#: The engine that the others are held against.
OURS = "grensgeo"
#: Lines of standard error that begin so are for whoever runs the benchmark.
SAID = "isochrones of "
#: A task is repeated until this many runs or seconds are spent, whichever is first.
MOST_RUNS = 7
MOST_S = 10.0
#: Origins that one call of ours holds. Times to everywhere fill 16 megabytes then; arrays of many
#: more are mapped anew by the system each time, which costs more than their contents.
TOGETHER = {"one_to_all": 16, "one_to_5000": 64}


class Case:
    """The questions: a graph, origins, targets, and the durations after a change of speeds."""

    def __init__(self, folder: str) -> None:
        self.folder = Path(folder)
        stored = np.load(self.folder / "case.npz")
        self.n = int(stored["n"])
        self.tail, self.head = stored["tail"], stored["head"]
        self.lon, self.lat = stored["lon"], stored["lat"]
        self.forward, self.backward = stored["forward_s"], stored["backward_s"]
        self.factor = stored["factor"]
        self.origins, self.targets = stored["origins"], stored["targets"]
        extract = self.folder / "extract.txt"
        self.extract = Path(extract.read_text()) if extract.exists() else None

    @functools.cache  # noqa: B019 - one case a process
    def arcs(self, *, slowed: bool = False) -> Arcs:
        """Directed arcs by tail; of parallel ones the least."""
        factor = self.factor if slowed else 1.0
        forward, backward = self.forward * factor, self.backward * factor
        ahead, back = ~np.isnan(forward), ~np.isnan(backward)
        tails = np.concatenate([self.tail[ahead], self.head[back]])
        heads = np.concatenate([self.head[ahead], self.tail[back]])
        seconds = np.concatenate([forward[ahead], backward[back]])
        by = np.lexsort((seconds, heads, tails))
        tails, heads, seconds = tails[by], heads[by], seconds[by]
        least = np.ones(len(tails), dtype=bool)
        least[1:] = (np.diff(tails) != 0) | (np.diff(heads) != 0)
        return tails[least], heads[least], seconds[least]


class Grensgeo:
    """This project: chains, hierarchy and sweeps."""

    tasks = ("one_to_all", "one_to_5000", "matrix_1000", "recustomise", "isochrone_30")

    def __init__(self, case: Case) -> None:
        from grensgeo.routing.streets import skeletons
        from grensgeo.routing.streets import times as streets
        from grensgeo.routing.streets.layout import Layout

        self.streets, self.lay_out, self.case = streets, Layout.of_edges, case
        self.customise = skeletons.customise_layout
        self.edge_at = np.full(case.n, -1)
        self.edge_at[case.head] = np.arange(len(case.tail))
        self.edge_at[case.tail] = np.arange(len(case.tail))
        self._load(skeletons.prepare_layout(self._layout(1.0)), 1.0)

    def _layout(self, factor: Any) -> Any:
        case = self.case
        ahead, back = case.forward * factor, case.backward * factor
        return self.lay_out(case.n, case.tail, case.head, forward_s=ahead, backward_s=back)

    def _load(self, skeleton: Any, factor: Any) -> None:
        self.timed = self.customise(skeleton, self._layout(factor))

    def at(self, vertices: Array) -> Any:
        """Stand at vertices: at the tail or the head of any edge there."""
        from grensgeo.routing.streets.ends import Ends

        case = self.case
        edge = self.edge_at[vertices]
        fraction = np.where(case.tail[edge] == vertices, 0.0, 1.0)
        nothing = np.zeros(len(vertices))
        ends = {"tail": case.tail, "head": case.head}
        seconds = {"forward_s": case.forward, "backward_s": case.backward}
        return Ends.on_edges(edge, fraction, nothing, **ends, **seconds)

    def aim(self, vertices: Array | None) -> Any:
        return self.streets.aim(self.timed, None if vertices is None else self.at(vertices))

    def times(self, origins: Array, aimed: Any) -> Array:
        return self.streets.many_to_many(self.timed, self.at(origins), destinations=aimed)

    def recustomise(self) -> None:
        self._load(self.timed.skeleton, self.case.factor)

    @functools.cached_property
    def network(self) -> Any:
        import grensgeo as gg

        return gg.load_network(self.case.folder / "network", store=False)

    def place(self, vertex: int) -> Any:
        import pandas as pd

        lon, lat = self.case.lon[vertex], self.case.lat[vertex]
        return pd.DataFrame({"id": ["origin"], "lon": [lon], "lat": [lat]})

    def isochrone(self, place: Any) -> Any:
        import grensgeo as gg

        trip = gg.Trip("car", max_min=30)
        return gg.isochrones(
            self.network, place, trip, cutoffs_min=[30], resolution_m=RESOLUTION_M
        )

    def polygons(self, area: Any) -> list[Any]:
        return [rings for shape in area.geometry for rings in rings_of(shape.__geo_interface__)]


class Scipy:
    """scipy.sparse.csgraph.dijkstra."""

    alone = True

    def __init__(self, case: Case) -> None:
        self.case = case
        self._load(slowed=False)

    def _load(self, *, slowed: bool) -> None:
        from scipy.sparse import csr_array

        tails, heads, seconds = self.case.arcs(slowed=slowed)
        self.graph = csr_array((seconds, (tails, heads)), shape=(self.case.n, self.case.n))

    def aim(self, vertices: Array | None) -> Any:
        return slice(None) if vertices is None else vertices

    def times(self, origins: Array, aimed: Any) -> Array:
        from scipy.sparse.csgraph import dijkstra

        return dijkstra(self.graph, indices=origins)[:, aimed]

    def recustomise(self) -> None:
        self._load(slowed=True)


class Networkx:
    """networkx.single_source_dijkstra_path_length."""

    alone = True
    matrix_rows = 0

    def __init__(self, case: Case) -> None:
        import networkx as nx

        self.nx, self.case = nx, case
        self.graph = nx.DiGraph()
        self.graph.add_nodes_from(range(case.n))
        self._load(slowed=False)

    def _load(self, *, slowed: bool) -> None:
        tails, heads, seconds = (values.tolist() for values in self.case.arcs(slowed=slowed))
        self.graph.add_weighted_edges_from(zip(tails, heads, seconds, strict=True))

    def aim(self, vertices: Array | None) -> Any:
        return range(self.case.n) if vertices is None else vertices.tolist()

    def times(self, origins: Array, aimed: Any) -> Array:
        rows = []
        for origin in origins.tolist():
            seconds = self.nx.single_source_dijkstra_path_length(
                self.graph, origin, weight="weight"
            )
            rows.append([seconds.get(vertex, np.nan) for vertex in aimed])
        return np.array(rows)

    def recustomise(self) -> None:
        self._load(slowed=True)


class Igraph:
    """igraph.Graph.distances."""

    alone = True

    def __init__(self, case: Case) -> None:
        import igraph

        self.case = case
        tails, heads, seconds = case.arcs()
        pairs = np.stack([tails, heads], axis=1).tolist()
        self.graph = igraph.Graph(n=case.n, edges=pairs, directed=True)
        self.seconds = seconds.tolist()

    def aim(self, vertices: Array | None) -> Any:
        return None if vertices is None else vertices.tolist()

    def times(self, origins: Array, aimed: Any) -> Array:
        return np.array(
            self.graph.distances(source=origins.tolist(), target=aimed, weights=self.seconds)
        )

    def recustomise(self) -> None:
        self.seconds = self.case.arcs(slowed=True)[2].tolist()


class Pandana:
    """pandana.Network.shortest_path_lengths, a contraction hierarchy; it has no one-to-all."""

    tasks = ("one_to_5000", "matrix_1000")

    def __init__(self, case: Case) -> None:
        import pandana
        import pandas as pd

        self.pd, self.case = pd, case
        tails, heads, seconds = case.arcs()
        self.network = pandana.Network(
            pd.Series(case.lon), pd.Series(case.lat), pd.Series(tails), pd.Series(heads),
            pd.DataFrame({"seconds": seconds}), twoway=False,
        )  # fmt: skip

    def aim(self, vertices: Array | None) -> Any:
        return vertices

    def times(self, origins: Array, aimed: Any) -> Array:
        lengths = self.network.shortest_path_lengths(
            np.repeat(origins, len(aimed)), np.tile(aimed, len(origins))
        )
        seconds = np.array(lengths).reshape(len(origins), len(aimed))
        return np.where(seconds > 4e6, np.nan, seconds)  # unreached is 2**32 thousandths


class RoutingkitCch:
    """routingkit-cch: customisable contraction hierarchies in C++, whole milliseconds."""

    alone = True

    def __init__(self, case: Case) -> None:
        import routingkit_cch as rk

        self.rk, self.case = rk, case
        tails, heads, seconds = case.arcs()
        tails, heads = tails.tolist(), heads.tolist()
        order = rk.compute_order_inertial(
            case.n, tails, heads, case.lat.tolist(), case.lon.tolist()
        )
        self.cch = rk.CCH(order, tails, heads, False)  # noqa: FBT003 - it takes no keyword
        self.metric = rk.CCHMetric(self.cch, self._whole(seconds))

    @staticmethod
    def _whole(seconds: Array) -> list[int]:
        return np.rint(seconds * 1000).astype(int).tolist()

    def aim(self, vertices: Array | None) -> Any:
        targets = range(self.case.n) if vertices is None else vertices.tolist()
        return self.rk.CCHOneToMany(self.metric, list(targets))

    def times(self, origins: Array, aimed: Any) -> Array:
        rows = [aimed.distances_from(origin) for origin in origins.tolist()]
        return np.array(rows, dtype=float) / 1000

    def recustomise(self) -> None:
        self.metric.reset(self._whole(self.case.arcs(slowed=True)[2]))


class Osrm:
    """osrm-bindings: the table service on OSRM's contraction hierarchy of the same extract.

    Each request snaps its 5,000 destinations and searches back from every one of them, 165
    microseconds each, however few the origins are; a further origin then takes 2 ms. So it is
    asked for as many origins at once as we are, and for one alone.
    """

    tasks = ("one_to_5000", "matrix_1000")
    own_speeds = True

    def __init__(self, case: Case) -> None:
        import osrm

        self.osrm, self.case = osrm, case
        here = Path(osrm.__file__).parent
        self.base = case.folder / "osrm" / "extract.osrm"
        self.base.parent.mkdir(exist_ok=True)
        link = self.base.with_suffix(".osm.pbf")
        link.unlink(missing_ok=True)
        link.symlink_to(case.extract)
        self.bin = here / "bin"
        self._run("osrm-extract", "-p", str(here / "share" / "profiles" / "car.lua"), str(link))
        self._run("osrm-contract", str(self.base))
        self.engine = osrm.OSRM(
            storage_config=str(self.base), use_shared_memory=False, algorithm="CH",
            max_locations_distance_table=100_000,
        )  # fmt: skip

    def _run(self, program: str, *arguments: str) -> None:
        call = [str(self.bin / program), "--threads", "1", *arguments]
        subprocess.run(call, check=True, stdout=subprocess.DEVNULL)

    def aim(self, vertices: Array | None) -> Any:
        return self._coordinates(vertices)

    def _coordinates(self, vertices: Array) -> list[tuple[float, float]]:
        return list(
            zip(self.case.lon[vertices].tolist(), self.case.lat[vertices].tolist(), strict=True)
        )

    def times(self, origins: Array, aimed: Any) -> Array:
        start = self._coordinates(origins)
        parameters = self.osrm.TableParameters(
            coordinates=start + aimed,
            sources=list(range(len(start))),
            destinations=list(range(len(start), len(start) + len(aimed))),
            annotations=["duration"],
        )
        return np.array(self.engine.Table(parameters)["durations"], dtype=float)


class Valhalla:
    """pyvalhalla: the matrix service on tiles of the same extract."""

    tasks = ("one_to_5000", "isochrone_30")
    own_speeds = True
    alone = True

    def __init__(self, case: Case) -> None:
        import valhalla

        self.case = case
        folder = case.folder / "valhalla"
        folder.mkdir(exist_ok=True)
        config = valhalla.get_config(tile_extract="", tile_dir=str(folder), verbose=False)
        config["mjolnir"]["concurrency"] = 1
        limits = config["service_limits"]["auto"]
        limits.update(max_locations=10_000, max_matrix_location_pairs=10_000_000)
        (folder / "config.json").write_text(json.dumps(config))
        program = Path(valhalla.__file__).parent / "bin" / "valhalla_build_tiles"
        call = [str(program), "-c", str(folder / "config.json"), str(case.extract)]
        subprocess.run(call, check=True, capture_output=True)
        self.actor = valhalla.Actor(config)

    def aim(self, vertices: Array | None) -> Any:
        return self._places(vertices)

    def _places(self, vertices: Array) -> list[dict[str, float]]:
        lonlat = zip(
            self.case.lon[vertices].tolist(), self.case.lat[vertices].tolist(), strict=True
        )
        return [{"lon": lon, "lat": lat} for lon, lat in lonlat]

    def times(self, origins: Array, aimed: Any) -> Array:
        answer = self.actor.matrix(
            {"sources": self._places(origins), "targets": aimed, "costing": "auto",
             "verbose": False}
        )  # fmt: skip
        return np.array(answer["sources_to_targets"]["durations"], dtype=float)

    def place(self, vertex: int) -> str:
        return json.dumps(
            {
                "locations": self._places(np.array([vertex])),
                "costing": "auto",
                "contours": [{"time": 30}],
                "polygons": True,
            }
        )

    def isochrone(self, place: str) -> Any:
        return self.actor.isochrone(place)  # of text it makes text, and saves itself a reading

    def polygons(self, area: str) -> list[Any]:
        features = json.loads(area)["features"]
        return [rings for feature in features for rings in rings_of(feature["geometry"])]


ENGINES = {
    "grensgeo": Grensgeo,
    "scipy": Scipy,
    "networkx": Networkx,
    "igraph": Igraph,
    "pandana": Pandana,
    "routingkit-cch": RoutingkitCch,
    "osrm": Osrm,
    "valhalla": Valhalla,
}
#: Of a many-to-many task, how many origins an engine without one is given; the rest is scaled.
MATRIX_ROWS = 50
#: Origins of isochrones, and the distance between nodes of our grid. Valhalla's grid is that of
#: 0.002 degrees for 30 minutes by car (thor/isochrone.cc: as far as 70 miles an hour bring one in
#: 40 minutes, over 300, rounded to 0.001): 222 m by 168 m in Porto, so ours is the finer one.
ISOCHRONES = 5
RESOLUTION_M = 165.0


def processor_s() -> float:
    """Seconds of processor time of this process and its children that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def timed(
    call: Callable[[], Any],
    *,
    per: int = 1,
    most_runs: int = MOST_RUNS,
    clock: Callable[[], float] = processor_s,
) -> tuple[float, Any]:
    """Median milliseconds of a call, over ``per``, and what it gave last.

    On one thread it is processor time that counts, so that whatever else the machine does takes
    no part; on all cores it is the clock on the wall.
    """
    runs, spent = [], 0.0
    while len(runs) < most_runs and (spent < MOST_S or not runs):
        start = clock()
        given = call()
        runs.append(clock() - start)
        spent += runs[-1]
    return median(runs) * 1000 / per, given


def peak_mb() -> float:
    """Most memory of this process and its children so far."""
    unit = 1024**2 if sys.platform == "darwin" else 1024
    who = resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN
    return max(resource.getrusage(one).ru_maxrss for one in who) / unit


def run(name: str, case: Case, only: list[str]) -> Iterator[tuple[str, float, Array | None]]:
    """Yield task, milliseconds and the answer for one origin, if the task has one."""
    kind: Any = ENGINES[name]
    tasks = getattr(kind, "tasks", ("one_to_all", "one_to_5000", "matrix_1000", "recustomise"))
    tasks = [task for task in tasks if not only or task in only]
    if name == OURS:
        warm_up(kind(case), case)  # compiled once, after installation, and kept on disk
    ms, engine = timed(lambda: kind(case), most_runs=1)
    yield "build", ms, None
    if "isochrone_30" in tasks and (case.folder / "network").exists():
        yield from isochrones(engine, case)
    yield from one_to_many(engine, case, tasks)
    thousand = case.origins[:1000]
    if "matrix_1000" in tasks and getattr(kind, "matrix_rows", MATRIX_ROWS):
        # A search an origin costs the same for each, so some of them are enough
        rows = MATRIX_ROWS if name in {"scipy", "igraph", "pandana"} else len(thousand)
        ms, seconds = timed(lambda: engine.times(thousand[:rows], engine.aim(thousand)))
        yield "matrix_1000", ms * len(thousand) / rows, seconds[:1]
    if "recustomise" in tasks:
        case.arcs(slowed=True)  # sorted before the clock runs
        ms, _ = timed(engine.recustomise)
        yield "recustomise", ms, None


def one_to_many(
    engine: Any, case: Case, tasks: list[str]
) -> Iterator[tuple[str, float, Array | None]]:
    """Ask for times to everywhere and to 5,000 targets, from origins together and alone."""
    for task, targets in (("one_to_all", None), ("one_to_5000", case.targets)):
        if task not in tasks:
            continue
        aimed = engine.aim(targets)
        together = 1 if getattr(engine, "alone", False) else TOGETHER[task]
        some = case.origins[:together]
        ms, seconds = timed(lambda a=aimed, o=some: engine.times(o, a), per=together)
        yield task, ms, seconds[:1]
        if together > 1:
            ms, _ = timed(lambda a=aimed, o=some[:1]: engine.times(o, a))
            yield f"{task}_alone", ms, None
        del aimed


def isochrones(engine: Any, case: Case) -> Iterator[tuple[str, float, None]]:
    """Draw what is within 30 minutes of some origins, asked one by one; say how much that is."""
    asked = [engine.place(int(vertex)) for vertex in case.origins[:ISOCHRONES]]
    engine.isochrone(asked[0])  # kernels are compiled, and tiles read, before the clock runs
    ms, found = timed(lambda: [engine.isochrone(place) for place in asked], per=ISOCHRONES)
    yield "isochrone_30", ms, None
    km2 = [sum(map(area_km2, engine.polygons(area))) for area in found]
    print(f"{SAID}{median(km2):,.0f} km2 in the median", file=sys.stderr)


def area_km2(polygon: list[list[list[float]]]) -> float:
    """Measure a polygon, given as rings of degrees, its holes left out."""
    areas = []
    for ring in polygon:
        lon, lat = np.array(ring).T
        east = (lon - lon[0]) * 111.3 * np.cos(np.radians(lat.mean()))
        north = (lat - lat[0]) * 111.2
        areas.append(abs(float(np.sum(east[:-1] * north[1:] - east[1:] * north[:-1]))) / 2)
    return areas[0] - sum(areas[1:])


def rings_of(geometry: Any) -> list[Any]:
    """Give the polygons of a GeoJSON geometry."""
    one = geometry["type"] == "Polygon"
    return [geometry["coordinates"]] if one else list(geometry["coordinates"])


def warm_up(engine: Any, case: Case) -> None:
    """Have every kernel compiled."""
    for origins in (case.origins[:1], case.origins[:64]):
        for targets in (None, case.targets):
            engine.times(origins, engine.aim(targets))


def main() -> None:
    name, folder, *only = sys.argv[1:]
    case = Case(folder)
    answers = {}
    for task, ms, seconds in run(name, case, only):
        row = {"task": task, "engine": name, "median_ms": ms, "peak_mb": peak_mb()}
        sys.stdout.write(json.dumps(row) + "\n")
        sys.stdout.flush()
        if seconds is not None and not getattr(ENGINES[name], "own_speeds", False):
            answers[task] = np.where(np.isinf(seconds), np.nan, seconds)
    np.savez(case.folder / f"answers-{name}.npz", **answers)


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        main()
