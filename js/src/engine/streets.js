/* Travel times along the streets, swept down the hierarchy of the page's edges: from or to a point
   that stands at a vertex. Arrays in, arrays out; seconds. */

import { contract, customise } from "./hierarchy.js";
import { edgesByShortcut, shortestWay } from "./path.js";
import { sweep, workspace } from "./sweep.js";
import { endsOf, lengthsOf, metresOf, secondsOf } from "./weights.js";

/**
 * @typedef {{ snap: number, number: number, code: number, reverse: boolean, point: number,
 *   limit: number }} Ask
 * Numbers of a snapping and of a layer of durations, a country or 0 for all, whether journeys end at
 * the point, the point, and the longest journey in seconds.
 */

/* Metrics that are kept customised: those asked for last. */
const KEPT = 10;

/** A store that makes what is asked for first, and keeps it; the last `most` of them, if told so.
 * @template T
 * @param {(...key: any[]) => T} make
 * @returns {(...key: any[]) => T} */
export function store(make, most = Infinity) {
  const kept = new Map();
  return (...key) => {
    const name = key.join("/");
    const found = kept.has(name) ? kept.get(name) : make(...key);
    kept.delete(name);
    kept.set(name, found);
    if (kept.size > most) kept.delete(kept.keys().next().value);
    return found;
  };
}

/**
 * Where all points stand: status, the vertices that they are left and come to by (-1 for none),
   and the seconds off the network. What a country's own streets or a scenario's give is written
   beside what others give, as the difference.
 * @param {Record<string, any>} arrays
 * @param {{ beside: number | null }[]} told
 * @param {number} number of the snapping
 * @param {number} shape
 * @param {number} step
 */
function readStanding(arrays, told, number, shape, step) {
  /** @type {(name: string, snap?: number) => Int32Array} */
  const column = (name, snap = number) => {
    /** @type {Int32Array} */
    const own = arrays[`snap/${snap}/${name}`];
    const { beside } = told[snap];
    if (beside === null) return own;
    const other = column(name, beside);
    return own.map((v, i) => v + other[i]);
  };
  const leave = column(`${shape}/leave`);
  const gap = column(`${shape}/gap`);
  return { leave, enter: leave.map((v, i) => v + gap[i]),
    offset: Float64Array.from(column("offset"), (steps) => steps * step) };
}

/**
 * A shape's hierarchy, the place of each vertex in it, and room to sweep.
 * @param {Record<string, any>} arrays
 * @param {number} number
 */
function readShape(arrays, number) {
  /** @param {string} name */
  const column = (name) => arrays[`streets/${number}/${name}`];
  /** @type {Int32Array} */
  const count = column("count");
  const { tail, head } = endsOf(count, column("step"));
  /** @type {Int32Array | undefined} */
  const given = column("rank");
  const rank = given ?? count.map((_, v) => v);
  const by = (/** @type {Int32Array} */ ends) => (given ? ends.map((v) => rank[v]) : ends);
  const hierarchy = contract(count.length, by(tail), by(head));
  return { hierarchy, ends: { tail, head }, rank, work: workspace(count.length) };
}

/**
 * Degrees of the first point that stands at each vertex; NaN where none does.
 * @param {Record<string, any>} arrays
 * @param {Int32Array} leave
 * @param {number} nVertices
 */
function spotsOf(arrays, leave, nVertices) {
  const [lon, lat] = ["lon", "lat"].map((name) => {
    const all = ["cell", "place", "stop"].map((kind) => arrays[`${kind}/${name}`] ?? []);
    const at = new Float64Array(nVertices).fill(NaN);
    let point = leave.length;
    for (const part of all.toReversed()) {
      for (let i = part.length - 1; i >= 0; i--) if (leave[--point] >= 0) at[leave[point]] = part[i];
    }
    return at;
  });
  return { lon, lat };
}

/**
 * Roots of subtrees in which no point stands; points are given by level.
 * @param {import("./hierarchy.js").Hierarchy} hierarchy
 * @param {{ leave: Int32Array, enter: Int32Array }} standing
 */
function emptyOf({ n, parent }, { leave, enter }) {
  const empty = new Uint8Array(n).fill(1);
  for (let i = 0; i < leave.length; i++) {
    if (leave[i] >= 0) empty[leave[i]] = 0;
    if (enter[i] >= 0) empty[enter[i]] = 0;
  }
  for (let v = 0; v < n; v++) if (!empty[v] && parent[v] >= 0) empty[parent[v]] = 0;
  return empty;
}

/**
 * Points by the vertices they hang by: those of vertex `v` are `entry[start[v]]` up to
 * `entry[start[v + 1]]`.
 * @param {Int32Array} vertex of each point
 * @param {number} n vertices
 * @param {number} first
 * @param {number} last
 */
function hang(vertex, n, first, last) {
  const start = new Int32Array(n + 1);
  for (let i = first; i < last; i++) if (vertex[i] >= 0) start[vertex[i] + 1]++;
  for (let v = 0; v < n; v++) start[v + 1] += start[v];
  const entry = new Int32Array(start[n]);
  const next = start.slice();
  for (let i = first; i < last; i++) if (vertex[i] >= 0) entry[next[vertex[i]]++] = i;
  return { start, entry };
}

/**
 * What is made of a page's arrays when it is first asked for: shapes, where points stand in them,
 * and metrics.
 * @param {Record<string, any>} arrays
 * @param {{ streets: any }} meta
 */
function prepared(arrays, meta) {
  const { shapes, snappings, offset_step_s: offsetStep } = meta.streets;
  const shape = store((/** @type {number} */ number) => readShape(arrays, number));
  const standing = store((/** @type {number} */ snap, /** @type {number} */ number) => {
    const found = readStanding(arrays, snappings, snap, number, offsetStep);
    const { rank } = shape(number);
    const level = (/** @type {number} */ v) => (v < 0 ? -1 : rank[v]);
    return { ...found, leave: found.leave.map(level), enter: found.enter.map(level) };
  });
  const empty = store((/** @type {number} */ snap, /** @type {number} */ number) =>
    emptyOf(shape(number).hierarchy, standing(snap, number)));
  const lengths = store((/** @type {number} */ number) => {
    const { beeline, spots, unit_s: unit, n_vertices: n } = shapes[number];
    const { leave } = readStanding(arrays, snappings, spots, number, offsetStep);
    return lengthsOf(shape(number).ends, arrays[`streets/${number}/length`], beeline,
      spotsOf(arrays, leave, n)).map((steps) => steps * unit);
  });
  /* Factors of a metric, some of them written as the difference from those of another. */
  /** @type {(number: number, metric: number) => Uint8Array} */
  const factors = store((number, metric) => {
    /** @type {Uint8Array} */
    const own = arrays[`streets/${number}/${metric}/factor`];
    const { like } = shapes[number].metrics[metric];
    if (like < 0) return own;
    const other = factors(number, like);
    return own.map((code, i) => code + other[i]);
  }, KEPT);
  /** @type {(number: number, metric: number) => Float64Array} */
  const seconds = store((number, metric) => {
    const told = shapes[number].metrics[metric];
    const column = (/** @type {string} */ name) => arrays[`streets/${number}/${metric}/${name}`];
    return secondsOf(lengths(number), told.from < 0 ? null : seconds(number, told.from), told,
      { factor: factors(number, metric), rest: column("rest"), step: shapes[number].step_s });
  }, KEPT);
  const customised = store((/** @type {number} */ number, /** @type {number} */ metric) => {
    const both = seconds(number, metric);
    const half = both.length / 2;
    return customise(shape(number).hierarchy, both.subarray(0, half), both.subarray(half));
  }, KEPT);
  /* What only the way itself needs: an edge by shortcut, and of each how long it is. */
  const edges = store((/** @type {number} */ number) => edgesByShortcut(shape(number).hierarchy));
  const metres = store((/** @type {number} */ number) => {
    const { beeline, spots, unit_s: unit, n_vertices: n, metre_s: metre, base } = shapes[number];
    if (!metre) return null;
    const { leave } = readStanding(arrays, snappings, spots, number, offsetStep);
    return metresOf(shape(number).ends, { seconds: lengths(number), metre, factor: factors(number, base) },
      Math.max(1, (beeline * unit) / metre), spotsOf(arrays, leave, n));
  });
  return { shape, standing, empty, customised, seconds, edges, metres };
}

/**
 * Finds ways between points.
 * @param {Record<string, any>} arrays
 * @param {{ streets: any }} meta
 * @param {ReturnType<typeof prepared>} made
 */
function waysOf(arrays, meta, { shape, standing, customised, seconds, edges, metres }) {
  const { layers } = meta.streets;
  /**
   * The way from a point to another: seconds door to door, metres where streets tell them, and the
   * points that it passes as latitude and longitude; null where there is none.
   * @type {import("../types.js").Streets["way"]} */
  return ({ snap, number: layer, code }, from, to) => {
    const { shape: number, sets } = layers[layer];
    const { hierarchy } = shape(number);
    const { leave, enter, offset } = standing(snap, number);
    const found = shortestWay({ hierarchy, timed: customised(number, sets[code]),
      edges: { edgesOf: edges(number), seconds: seconds(number, sets[code]) } }, leave[from], enter[to]);
    if (!found) return null;
    const { lon, lat } = spotsOf(arrays, leave, hierarchy.n);
    const long = metres(number);
    const doors = ["lon", "lat"].map((name) => ["cell", "place", "stop"].flatMap((kind) => [...arrays[`${kind}/${name}`] ?? []]));
    const [start, end] = [from, to].map((point) => /** @type {[number, number]} */ ([doors[1][point], doors[0][point]]));
    const passed = found.vertices.map((v) => /** @type {[number, number]} */ ([lat[v], lon[v]]))
      .filter(([y]) => !Number.isNaN(y));
    return {
      seconds: offset[from] + found.seconds + offset[to],
      metres: long && found.edges.reduce((sum, e) => sum + (e < 0 ? 0 : long[e]), 0),
      spots: [start, ...passed, end],
    };
  };
}

/**
 * The streets of a page.
 * @param {Record<string, any>} arrays
 * @param {{ streets: any }} meta
 */
export function of(arrays, meta) {
  const { shapes, layers } = meta.streets;
  const made = prepared(arrays, meta);
  const { shape, standing, empty, customised } = made;
  const hung = store((snap, number, reverse, first, last) => {
    const { leave, enter } = standing(snap, number);
    return hang(reverse ? leave : enter, shapes[number].n_vertices, first, last);
  });
  const snapping = store((snap) => ({ status: arrays[`snap/${snap}/status`] }));

  /**
   * Sweeps from the point, or against the direction of travel; gives what its answer is read from.
   * @param {Ask} ask
   */
  function reach({ snap, number: layer, code, reverse, point, limit }) {
    const { shape: number, sets } = layers[layer];
    const { hierarchy, work } = shape(number);
    const { up, down } = customised(number, sets[code]);
    const { leave, enter, offset } = standing(snap, number);
    const how = { leave: reverse ? down : up, enter: reverse ? up : down, empty: empty(snap, number) };
    sweep(hierarchy, how, (reverse ? enter : leave)[point], offset[point], limit, work);
    return { number, work, onward: reverse ? leave : enter, offset };
  }

  /**
   * Seconds between the point and the points `first` up to `last`: written into `out`, Infinity
   * where beyond the limit.
   * @param {Ask} ask
   * @param {number} first
   * @param {number} last
   * @param {Float64Array} out
   */
  function toAll(ask, first, last, out) {
    const { work, onward, offset } = reach(ask);
    for (let i = first; i < last; i++) {
      const v = onward[i];
      const sum = v < 0 ? Infinity : work.best[v] + offset[i];
      out[i - first] = sum <= ask.limit ? sum : Infinity;
    }
  }

  /**
   * The same for short ways: visits those within the limit alone, each once, in no order.
   * @param {Ask} ask
   * @param {number} first
   * @param {number} last
   * @param {(point: number, seconds: number) => void} visit
   */
  function toNear(ask, first, last, visit) {
    const { number, work, offset } = reach(ask);
    const { start, entry } = hung(ask.snap, number, ask.reverse, first, last);
    for (let t = 0; t < work.count; t++) {
      const v = work.touched[t];
      for (let k = start[v]; k < start[v + 1]; k++) {
        const sum = work.best[v] + offset[entry[k]];
        if (sum <= ask.limit) visit(entry[k], sum);
      }
    }
  }

  return { snapping, toAll, toNear, way: waysOf(arrays, meta, made) };
}
