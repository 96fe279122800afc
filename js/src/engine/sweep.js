/* Seconds from a vertex to all others, swept down a hierarchy: up to the root of the elimination
   tree first, then down from it, as grensgeo/routing/streets/sweep.py. Subtrees that lie beyond the
   limit, or in which no point stands, are jumped over. */

/** @typedef {import("./hierarchy.js").Hierarchy} Hierarchy */
/** @typedef {{ best: Float64Array, path: Uint8Array, touched: Int32Array, count: number }} Workspace */

/**
 * What sweeps need again and again.
 * @param {number} n vertices
 * @returns {Workspace}
 */
export function workspace(n) {
  return {
    best: new Float64Array(n).fill(Infinity), path: new Uint8Array(n),
    touched: new Int32Array(n), count: 0,
  };
}

/**
 * Forgets the last sweep.
 * @param {Workspace} work
 */
export function clear(work) {
  for (let k = 0; k < work.count; k++) work.best[work.touched[k]] = Infinity;
  work.count = 0;
}

/**
 * Follows every shortcut that leads up from a vertex; the path to the root is marked.
 * @param {Hierarchy} hierarchy
 * @param {Float32Array} leave
 * @param {number} vertex
 * @param {number} limit
 * @param {Workspace} work
 */
function climb({ start, high, parent }, leave, vertex, limit, { best, path }) {
  for (let v = vertex; v >= 0; v = parent[v]) {
    path[v] = 1;
    const here = best[v];
    if (here > limit) continue;
    for (let s = start[v]; s < start[v + 1]; s++) {
      const seconds = here + leave[s];
      if (seconds < best[high[s]]) best[high[s]] = seconds;
    }
  }
}

/**
 * Fills `work.best`, and lists in `work.touched` the vertices within the limit.
 * @param {Hierarchy} hierarchy
 * @param {{ leave: Float32Array, enter: Float32Array, empty: Uint8Array }} how seconds of the
 *   shortcuts up and down, as one goes, and roots of subtrees without points
 * @param {number} vertex
 * @param {number} seconds from the point to the vertex
 * @param {number} limit
 * @param {Workspace} work
 */
export function sweep(hierarchy, { leave, enter, empty }, vertex, seconds, limit, work) {
  clear(work);
  if (vertex < 0 || !(seconds <= limit)) return;
  const { n, start, high, size } = hierarchy;
  const { best, path, touched } = work;
  best[vertex] = seconds;
  climb(hierarchy, leave, vertex, limit, work);
  let count = 0;
  for (let v = n - 1; v >= 0;) {
    if (empty[v] && !path[v]) {
      v -= size[v];
      continue;
    }
    let least = path[v] ? best[v] : Infinity;
    let near = path[v];
    for (let s = start[v]; s < start[v + 1]; s++) {
      const above = best[high[s]];
      if (above === Infinity) continue;
      near = 1;
      const sum = above + enter[s];
      if (sum < least) least = sum;
    }
    path[v] = 0;
    if (least <= limit) {
      best[v] = least;
      touched[count++] = v;
    } else {
      best[v] = Infinity;
    }
    v -= near ? 1 : size[v];
  }
  work.count = count;
}
