"""Small networks drawn by hand, with times that are known in advance."""

import numpy as np

from grensgeo.network import COUNTRIES, HIGHWAYS, MODES, Network, Streets, mode_bit

ALL = sum(mode_bit(mode) for mode in MODES)
#: Degrees of latitude per metre on the sphere that is used for hand-drawn maps.
DEGREE_M = 111_195.0


def draw(places, edges, *, origin=(7.0, 52.2), **network):
    """Draw a network.

    places: name -> (x_m, y_m) east and north of ``origin``; edges: dicts with ``ends`` ("AB") and
    optionally length_m (default: the straight line), highway, country, built_up, forward, backward
    (access masks), maxspeed_kmh, maxspeed_back_kmh, fixed_duration_s, surface, structure, climb_m,
    descent_m, stress, stress_back, line (points in metres between).
    Vertices keep the order of ``places``.
    """
    names = list(places)
    k = np.cos(np.radians(origin[1]))

    def degrees(x, y):
        return origin[0] + x / (DEGREE_M * k), origin[1] + y / DEGREE_M

    lonlat = np.array([degrees(*places[n]) for n in names], dtype=float).reshape(-1, 2)
    coords, start, rows = [], [0], []
    for number, edge in enumerate(edges):
        a, b = edge["ends"]
        line = [places[a], *edge.get("line", []), places[b]]
        steps = np.diff(np.array(line, dtype=float), axis=0)
        coords.extend(degrees(*p) for p in line)
        start.append(len(coords))
        rows.append(
            {
                "tail": names.index(a),
                "head": names.index(b),
                "length_m": edge.get("length_m", float(np.hypot(*steps.T).sum())),
                "way_id": edge.get("way_id", number + 1),
                "highway": HIGHWAYS.index(edge.get("highway", "residential")),
                "country": COUNTRIES.index(edge.get("country", "NL")),
                "built_up": edge.get("built_up", True),
                "access_forward": edge.get("forward", ALL),
                "access_backward": edge.get("backward", ALL),
                "maxspeed_forward_kmh": edge.get("maxspeed_kmh", np.nan),
                "maxspeed_backward_kmh": edge.get(
                    "maxspeed_back_kmh", edge.get("maxspeed_kmh", np.nan)
                ),
                "fixed_duration_s": edge.get("fixed_duration_s", np.nan),
                "surface": edge.get("surface", 0),
                "structure": edge.get("structure", 0),
                "climb_m": edge.get("climb_m", np.nan),
                "descent_m": edge.get("descent_m", np.nan),
                "stress_forward": edge.get("stress", 0),
                "stress_backward": edge.get("stress_back", edge.get("stress", 0)),
            }
        )
    kinds = {
        "tail": np.int32,
        "head": np.int32,
        "length_m": float,
        "way_id": np.int64,
        "highway": np.uint8,
        "country": np.uint8,
        "built_up": bool,
        "access_forward": np.uint8,
        "access_backward": np.uint8,
        "maxspeed_forward_kmh": np.float32,
        "maxspeed_backward_kmh": np.float32,
        "fixed_duration_s": np.float32,
        "surface": np.uint8,
        "structure": np.uint8,
        "climb_m": np.float32,
        "descent_m": np.float32,
        "stress_forward": np.uint8,
        "stress_backward": np.uint8,
    }
    columns = {
        name: np.array([row[name] for row in rows], dtype=kind) for name, kind in kinds.items()
    }
    country = np.zeros(len(names), dtype=np.uint8)
    for row in rows:
        country[[row["tail"], row["head"]]] = row["country"]
    streets = Streets(
        vertex_id=np.arange(1, len(names) + 1),
        lon=lonlat[:, 0].copy(),
        lat=lonlat[:, 1].copy(),
        vertex_country=country,
        coords_start=np.array(start, dtype=np.int64),
        coords=np.array(coords, dtype=float).reshape(-1, 2),
        **columns,
    )
    return Network(streets=streets, **network)
