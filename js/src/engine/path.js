/* The way itself between two vertices of a hierarchy: both climb to the root of the elimination
   tree, and the shortcuts of the shortest way over a common vertex are unpacked into edges. */

/** @typedef {import("./hierarchy.js").Hierarchy} Hierarchy */
/** @typedef {import("./hierarchy.js").Customised} Customised */
/** @typedef {{seconds: number, shortcut: number, from: number}} Label the shortcut by which a vertex was come to,
 *   and from where; -1 at the beginning */
/** @typedef {{edgesOf: Int32Array, seconds: Float64Array}} Edges an edge along each shortcut, -1 where there is none;
 *   seconds of all edges ahead, then back */
/** @typedef {{seconds: number, vertices: number[], edges: number[]}} Found vertices in the order of travel, and
 *   the edges between them */

/** The edge along each shortcut; -1 where none is.
 * @param {Hierarchy} hierarchy
 * @returns {Int32Array} */
export function edgesByShortcut({ high, edgeShortcut }) {
  const edges = new Int32Array(high.length).fill(-1);
  edgeShortcut.forEach((shortcut, e) => { edges[shortcut] = e; });
  return edges;
}

/** Seconds from a vertex to all above it.
 * @param {Hierarchy} hierarchy
 * @param {Float32Array} weights
 * @param {number} vertex
 * @returns {Map<number, Label>} */
function climbed({ start, high, parent }, weights, vertex) {
  const labels = new Map([[vertex, { seconds: 0, shortcut: -1, from: -1 }]]);
  for (let v = vertex; v >= 0; v = parent[v]) {
    const here = labels.get(v)?.seconds ?? Infinity;
    if (here === Infinity) continue;
    for (let s = start[v]; s < start[v + 1]; s++) {
      const seconds = here + weights[s];
      if (seconds < (labels.get(high[s])?.seconds ?? Infinity)) labels.set(high[s], { seconds, shortcut: s, from: v });
    }
  }
  return labels;
}

/** The shortcut up from a vertex to another; -1 where there is none.
 * @param {Hierarchy} hierarchy
 * @param {number} low
 * @param {number} to
 * @returns {number} */
function shortcutTo({ start, high }, low, to) {
  let [first, last] = [start[low], start[low + 1] - 1];
  while (first <= last) {
    const middle = (first + last) >> 1;
    if (high[middle] === to) return middle;
    if (high[middle] < to) first = middle + 1;
    else last = middle - 1;
  }
  return -1;
}

/** Unpacks a shortcut: appends to the way what it is made of.
 * @param {{hierarchy: Hierarchy, timed: Customised, edges: Edges}} streets
 * @param {number} shortcut
 * @param {number} low its lower end
 * @param {boolean} rises whether it is travelled upwards
 * @param {Found} way is changed */
function unpack(streets, shortcut, low, rises, way) {
  const { hierarchy, timed: { up, down }, edges: { edgesOf, seconds } } = streets;
  const { high, lowStart, lowShortcut, edgeRises } = hierarchy;
  const top = high[shortcut];
  let [best, via] = [Infinity, -1];
  for (let k = lowStart[low]; k < lowStart[low + 1]; k++) {
    const [first, second] = [lowShortcut[k], shortcutTo(hierarchy, hierarchy.low[k], top)];
    const sum = second < 0 ? Infinity : rises ? down[first] + up[second] : down[second] + up[first];
    if (sum < best) [best, via] = [sum, k];
  }
  const e = edgesOf[shortcut];
  const ahead = e >= 0 && Boolean(edgeRises[e]) === rises;
  const alone = e < 0 ? Infinity : seconds[ahead ? e : e + seconds.length / 2];
  if (via < 0 || Math.fround(alone) <= best) {
    way.edges.push(e);
    way.vertices.push(rises ? top : low);
    return;
  }
  const [first, below] = [lowShortcut[via], hierarchy.low[via]];
  const second = shortcutTo(hierarchy, below, top);
  unpack(streets, rises ? first : second, below, false, way);
  unpack(streets, rises ? second : first, below, true, way);
}

/** The shortest way from one vertex to another; null where there is none.
 * @param {{hierarchy: Hierarchy, timed: Customised, edges: Edges}} streets
 * @param {number} from
 * @param {number} to
 * @returns {Found | null} */
export function shortestWay(streets, from, to) {
  const { hierarchy, timed: { up, down } } = streets;
  if (from < 0 || to < 0) return null;
  const [leaving, coming] = [climbed(hierarchy, up, from), climbed(hierarchy, down, to)];
  let [least, middle] = [Infinity, -1];
  for (const [vertex, { seconds }] of leaving) {
    const sum = seconds + (coming.get(vertex)?.seconds ?? Infinity);
    if (sum < least) [least, middle] = [sum, vertex];
  }
  if (middle < 0) return null;
  /** @type {Found} */
  const way = { seconds: least, vertices: [from], edges: [] };
  /** @type {Label[]} */
  const rising = [];
  for (let label = leaving.get(middle); label && label.from >= 0; label = leaving.get(label.from)) rising.push(label);
  for (const { shortcut, from: low } of rising.reverse()) unpack(streets, shortcut, low, true, way);
  for (let label = coming.get(middle); label && label.from >= 0; label = coming.get(label.from)) {
    unpack(streets, label.shortcut, label.from, false, way);
  }
  return way;
}
