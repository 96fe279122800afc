/* A contraction hierarchy over a page's edges, as grensgeo/routing/streets/hierarchy.py makes it:
   the shortcuts once a shape, their seconds once a metric. Vertices are numbered by the order in
   which they are contracted; every subtree of the elimination tree is a range of numbers. */

/**
 * @typedef {{ n: number, start: Int32Array, high: Int32Array, parent: Int32Array, size: Int32Array,
 *   lowStart: Int32Array, low: Int32Array, lowShortcut: Int32Array,
 *   edgeShortcut: Int32Array, edgeRises: Uint8Array }} Hierarchy
 * Shortcuts up from vertex `v` are `start[v]` to `start[v + 1]`, their upper ends `high` ascending;
 * those down from it are `lowStart[v]` to `lowStart[v + 1]` in `low` and `lowShortcut`. `size` counts
 * the subtree, `edgeShortcut` is the shortcut along each edge, `edgeRises` whether it leads up.
 * @typedef {{ up: Float32Array, down: Float32Array }} Customised
 */

/**
 * The edges of each vertex to those below it: their lower ends, and their numbers.
 * @param {number} n vertices
 * @param {Int32Array} tail
 * @param {Int32Array} head
 */
function rows(n, tail, head) {
  const start = new Int32Array(n + 1);
  for (let e = 0; e < head.length; e++) start[Math.max(tail[e], head[e]) + 1]++;
  for (let v = 0; v < n; v++) start[v + 1] += start[v];
  const next = start.slice();
  const ends = new Int32Array(head.length);
  const edge = new Int32Array(head.length);
  for (let e = 0; e < head.length; e++) {
    const place = next[Math.max(tail[e], head[e])]++;
    ends[place] = Math.min(tail[e], head[e]);
    edge[place] = e;
  }
  return { start, ends, edge };
}

/**
 * Each vertex's lowest neighbour above, shortcuts included.
 * @param {Int32Array} start
 * @param {Int32Array} ends
 */
function treeOf(start, ends) {
  const n = start.length - 1;
  const parent = new Int32Array(n).fill(-1);
  const ancestor = new Int32Array(n).fill(-1);
  for (let v = 0; v < n; v++) {
    for (let k = start[v]; k < start[v + 1]; k++) {
      let other = ends[k];
      while (ancestor[other] >= 0 && ancestor[other] !== v) {
        const next = ancestor[other];
        ancestor[other] = v;
        other = next;
      }
      if (ancestor[other] < 0) ancestor[other] = parent[other] = v;
    }
  }
  return parent;
}

/**
 * Counts the shortcuts up from each vertex and down from it; both begin at their places then.
 * @param {{ start: Int32Array, ends: Int32Array }} edges
 * @param {Int32Array} parent
 */
function counted({ start: first, ends }, parent) {
  const n = parent.length;
  const [start, lowStart] = [new Int32Array(n + 1), new Int32Array(n + 1)];
  const seen = new Int32Array(n).fill(-1);
  for (let v = 0; v < n; v++) {
    seen[v] = v;
    for (let k = first[v]; k < first[v + 1]; k++) {
      for (let other = ends[k]; seen[other] !== v; other = parent[other]) {
        seen[other] = v;
        start[other + 1]++;
        lowStart[v + 1]++;
      }
    }
  }
  for (let v = 0; v < n; v++) {
    start[v + 1] += start[v];
    lowStart[v + 1] += lowStart[v];
  }
  return { start, lowStart };
}

/**
 * The shortcuts that an order needs, whatever the seconds.
 * @param {number} n vertices
 * @param {Int32Array} tail ends of the edges, by the order of contraction
 * @param {Int32Array} head
 * @returns {Hierarchy}
 */
export function contract(n, tail, head) {
  const edges = rows(n, tail, head);
  const parent = treeOf(edges.start, edges.ends);
  const { start, lowStart } = counted(edges, parent);
  const high = new Int32Array(start[n]);
  const low = new Int32Array(start[n]);
  const lowShortcut = new Int32Array(start[n]);
  const edgeShortcut = new Int32Array(tail.length);
  const next = start.slice();
  const seen = new Int32Array(n).fill(-1);
  let count = 0;
  for (let v = 0; v < n; v++) { // as above: of each vertex from below, those that lead to it
    seen[v] = v;
    for (let k = edges.start[v]; k < edges.start[v + 1]; k++) {
      for (let other = edges.ends[k]; seen[other] !== v; other = parent[other]) {
        seen[other] = v;
        high[next[other]] = v;
        low[count] = other;
        lowShortcut[count++] = next[other]++;
      }
    }
    // the last shortcut so far of a lower end leads here
    for (let k = edges.start[v]; k < edges.start[v + 1]; k++) edgeShortcut[edges.edge[k]] = next[edges.ends[k]] - 1;
  }
  const size = new Int32Array(n).fill(1);
  for (let v = 0; v < n; v++) if (parent[v] >= 0) size[parent[v]] += size[v];
  const edgeRises = new Uint8Array(tail.length);
  for (let e = 0; e < tail.length; e++) edgeRises[e] = Number(tail[e] < head[e]);
  return { n, start, high, parent, size, lowStart, low, lowShortcut, edgeShortcut, edgeRises };
}

/**
 * Shortens the shortcuts up from a vertex by way of each lower neighbour.
 * @param {Hierarchy} hierarchy
 * @param {number} vertex
 * @param {Int32Array} place of the vertex's shortcuts by their upper ends
 * @param {Customised} seconds
 */
function shorten({ start, high, lowStart, low, lowShortcut }, vertex, place, { up, down }) {
  for (let s = start[vertex]; s < start[vertex + 1]; s++) place[high[s]] = s;
  for (let k = lowStart[vertex]; k < lowStart[vertex + 1]; k++) {
    const first = lowShortcut[k];
    const to = up[first];
    const from = down[first];
    const last = start[low[k] + 1];
    if (to === Infinity && from === Infinity) continue;
    for (let second = first + 1; second < last; second++) {
      const s = place[high[second]];
      const rising = from + up[second];
      if (rising < up[s]) up[s] = rising;
      const falling = down[second] + to;
      if (falling < down[s]) down[s] = falling;
    }
  }
}

/**
 * Gives each shortcut its seconds.
 * @param {Hierarchy} hierarchy
 * @param {Float64Array} ahead seconds along the edges, Infinity where closed
 * @param {Float64Array} back
 * @returns {Customised} seconds up from the lower ends, and down to them
 */
export function customise(hierarchy, ahead, back) {
  const { n, high, edgeShortcut, edgeRises } = hierarchy;
  const up = new Float32Array(high.length).fill(Infinity);
  const down = new Float32Array(high.length).fill(Infinity);
  for (let e = 0; e < edgeShortcut.length; e++) {
    const s = edgeShortcut[e];
    up[s] = Math.min(up[s], edgeRises[e] ? ahead[e] : back[e]);
    down[s] = Math.min(down[s], edgeRises[e] ? back[e] : ahead[e]);
  }
  const place = new Int32Array(n);
  for (let v = 0; v < n; v++) shorten(hierarchy, v, place, { up, down });
  return { up, down };
}
