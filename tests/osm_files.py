"""OpenStreetMap files written by hand for tests."""

from xml.sax.saxutils import quoteattr

#: Degrees of longitude and latitude of about one metre at the origin of the drawn maps.
ORIGIN = (7.0, 52.2)
STEP = (1 / 68_500, 1 / 111_270)


def osm_xml(nodes, ways, *, relations=(), node_tags=None, version=1, bounds=None):
    """Give an .osm file: nodes id -> (x_m, y_m); ways (id, [node ids], tags) in turn.

    Relations are (id, [(role, "n" or "w", id)], tags).

    A version of None leaves versions out, as old tools do.
    """
    stamp = "" if version is None else f' version="{version}" timestamp="2025-01-01T00:00:00Z"'
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<osm version="0.6" generator="test">']
    if bounds:
        lines.append("<bounds minlon='{}' minlat='{}' maxlon='{}' maxlat='{}'/>".format(*bounds))
    for node, (x, y) in nodes.items():
        lon, lat = ORIGIN[0] + x * STEP[0], ORIGIN[1] + y * STEP[1]
        lines.append(f'<node id="{node}"{stamp} lat="{lat:.7f}" lon="{lon:.7f}">')
        lines += _tags((node_tags or {}).get(node, {}))
        lines.append("</node>")
    for way, refs, tags in ways:
        lines.append(f'<way id="{way}"{stamp}>')
        lines += [f'<nd ref="{ref}"/>' for ref in refs]
        lines += _tags(tags)
        lines.append("</way>")
    for relation, members, tags in relations:
        lines.append(f'<relation id="{relation}"{stamp}>')
        lines += [
            f'<member type="{ {"n": "node", "w": "way"}[kind] }" ref="{ref}" role="{role}"/>'
            for role, kind, ref in members
        ]
        lines += _tags(tags)
        lines.append("</relation>")
    return "\n".join([*lines, "</osm>"]) + "\n"


def _tags(tags):
    return [f"<tag k={quoteattr(k)} v={quoteattr(v)}/>" for k, v in tags.items()]


def minutes(network, mode, start, ends):
    """Give minutes from a node to others by the graph of a mode; NaN where there is no way."""
    import numpy as np
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    graph = network.graph(mode)
    shape = (graph.n_vertices, graph.n_vertices)
    tails = np.repeat(np.arange(graph.n_vertices), np.diff(graph.indptr))
    order = np.lexsort((graph.weights_s, graph.heads, tails))
    tails, heads, weights = tails[order], graph.heads[order], graph.weights_s[order]
    first = (np.diff(tails, prepend=-1) != 0) | (np.diff(heads, prepend=-1) != 0)
    # a weight of zero would be no arc
    matrix = csr_array((np.maximum(weights[first], 1e-9), (tails[first], heads[first])), shape)
    position = {node: row for row, node in enumerate(network.streets.vertex_id.tolist())}
    if start not in position:
        return [np.nan] * len(ends)
    reached = dijkstra(matrix, indices=position[start])
    times = [reached[position[end]] / 60 if end in position else np.inf for end in ends]
    return [np.nan if np.isinf(time) else time for time in times]


def halves(pbf, folder, *, complete_ways, seam=(6.08, 6.10)):
    """Cut an extract into a western and an eastern half that overlap between the two meridians.

    With complete ways, a half holds every node of the ways that touch it; without, only the
    nodes within it, though its ways name them all.
    """
    import osmium

    keys = {"highway", "railway", "waterway", "route", "public_transport", "man_made"}
    outlines = {
        member.ref
        for relation in osmium.FileProcessor(str(pbf), osmium.osm.RELATION)
        for member in relation.members
        if relation.tags.get("type") == "multipolygon"
    }
    both = osmium.osm.NODE | osmium.osm.WAY
    ways, lon = {}, {}
    for element in osmium.FileProcessor(str(pbf), both).with_locations("flex_mem"):
        if element.is_node():
            lon[element.id] = element.location.lon
        elif element.id in outlines or any(tag.k in keys for tag in element.tags):
            ways[element.id] = [node.ref for node in element.nodes]
            lon |= {node.ref: node.lon for node in element.nodes if node.location.valid()}
    files = []
    for name, inside in (("west", lambda x: x <= seam[1]), ("east", lambda x: x >= seam[0])):
        nodes = {node for node, x in lon.items() if inside(x)}
        touching = {way for way, refs in ways.items() if not nodes.isdisjoint(refs)}
        if complete_ways:
            nodes |= {node for way in touching for node in ways[way] if node in lon}
        file = folder / f"{name}-{complete_ways}.osm.pbf"
        with osmium.SimpleWriter(str(file)) as writer:
            for element in osmium.FileProcessor(str(pbf), both):
                if element.id in (nodes if element.is_node() else touching):
                    writer.add(element)
            for relation in osmium.FileProcessor(str(pbf), osmium.osm.RELATION):
                if any(
                    member.type == "w" and member.ref in touching for member in relation.members
                ):
                    writer.add(relation)
        files.append(file)
    return files
