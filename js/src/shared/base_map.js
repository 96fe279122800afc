/* The base map: roads, railways, waters, built-up land and nature beneath the names and above the
   figures, pale enough to leave those their colours (grensgeo/maps/base_map.py packs it). */

import { UNITS, startsOf, worldX, worldY } from "./geometry.js";
import { unpack } from "./unpack.js";

/** Part i has corners at[i] up to at[i + 1], in pixels of the whole world at zoom 0; corner k is
 * drawn from level[k] on.
 * @typedef {{n: number, layer: string[], rank: ArrayLike<number>, name: string[], people: ArrayLike<number>,
 *   at: Int32Array, x: Float64Array, y: Float64Array, level: ArrayLike<number>, box: Float64Array}} BaseMap */
/** Pixels of the screen at pixels of the world: `scale`, less `left` and `top`.
 * @typedef {{width: number, height: number, scale: number, left: number, top: number}} Sight */
/** @typedef {{road: string, casing: string, rail: string, sleeper: string, water: string, river: string,
 *   built: string, nature: string, station: string}} Colours */
/** @typedef {CanvasRenderingContext2D} Context */

/** Zooms from which the second and the third level of detail are drawn. */
const LEVELS = [9.75, 11.5];
/** Zooms from which what has a rank is drawn, first of rank 1.
 * @type {Record<string, number[]>} */
const SHOWN = {
  nature: [0], built_up: [0], water: [0, 10], waterway: [0, 9.5, 11.5], rail: [0, 9.5],
  road: [0, 0, 8.75, 11], station: [10], place: [0, 8.75, 10, 11.75],
};
const AREAS = ["nature", "built_up", "water"];
/** Widths of roads by rank, pixels at the widest zoom and at the closest. */
const ROADS = [[1.5, 4.5], [1.1, 3.4], [0.6, 2.6], [0.5, 2]];
/** Between these zooms lines grow. */
const GROWING = [8, 13];
const CASING_PX = 1.1;
const STATION_PX = 2.2;

/** @type {Record<"light" | "dark", Colours>} */
export const baseColours = {
  light: { road: "rgba(255,255,255,0.92)", casing: "rgba(70,72,80,0.38)", rail: "rgba(52,54,62,0.62)",
           sleeper: "rgba(255,255,255,0.85)", water: "rgba(150,196,222,0.9)", river: "rgba(74,144,190,0.8)",
           built: "rgba(60,52,44,0.13)", nature: "rgba(70,140,70,0.16)", station: "#ffffff" },
  dark: { road: "rgba(236,240,246,0.42)", casing: "rgba(12,14,18,0.6)", rail: "rgba(10,12,16,0.75)",
          sleeper: "rgba(220,226,236,0.6)", water: "rgba(46,86,116,0.9)", river: "rgba(88,150,196,0.75)",
          built: "rgba(255,255,255,0.1)", nature: "rgba(90,170,100,0.16)", station: "#14171d" },
};

/** @param {number} zoom
 * @returns {number} */
export const levelAt = (zoom) => LEVELS.filter((from) => zoom >= from).length;

/** Whether something is shown at a zoom.
 * @param {string} layer
 * @param {number} rank
 * @param {number} zoom
 * @returns {boolean} */
export function shownAt(layer, rank, zoom) {
  const from = SHOWN[layer];
  return zoom >= from[Math.min(rank, from.length) - 1];
}

/** @param {Record<string, any>} arrays as they were packed
 * @param {string[]} layers
 * @returns {BaseMap} */
export function baseMapOf(arrays, layers) {
  const { names, layer, rank, name, corners, start_x: startX, start_y: startY, step_x: stepX, step_y: stepY } = arrays;
  const at = startsOf(corners);
  const n = corners.length;
  const x = new Float64Array(at[n]);
  const y = new Float64Array(at[n]);
  const box = new Float64Array(4 * n);
  const people = new Int32Array(n);
  let [baseX, baseY, step, place] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    baseX += startX[i];
    baseY += startY[i];
    let [atX, atY] = [baseX, baseY];
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let k = at[i]; k < at[i + 1]; k++) {
      if (k > at[i]) {
        atX += stepX[step];
        atY += stepY[step];
        step++;
      }
      x[k] = worldX(atX / UNITS);
      y[k] = worldY(atY / UNITS);
      west = Math.min(west, x[k]);
      east = Math.max(east, x[k]);
      north = Math.min(north, y[k]);
      south = Math.max(south, y[k]);
    }
    box.set([west, north, east, south], 4 * i);
    if (layers[layer[i]] === "place") people[i] = arrays.people[place++];
  }
  return { n, layer: Array.from(layer, (one) => layers[one]), rank, name: Array.from(name, (one) => names[one]),
           people, at, x, y, level: arrays.level, box };
}

/** Opens what the page holds.
 * @param {import("../types.js").Packed | null} packed
 * @returns {Promise<BaseMap | null>} */
export async function openBaseMap(packed) {
  if (!packed) return null;
  const { manifest, chunks } = packed;
  const { layers } = /** @type {any} */ (manifest.meta);
  return baseMapOf(await unpack(manifest, chunks), layers);
}

/** The parts of a layer and rank that lie in sight.
 * @param {BaseMap} base
 * @param {string} layer
 * @param {number} rank
 * @param {Sight} sight
 * @returns {number[]} */
export function inSight({ n, layer: layers, rank: ranks, box }, layer, rank, { width, height, scale, left, top }) {
  const found = [];
  for (let i = 0; i < n; i++) {
    if (layers[i] !== layer || ranks[i] !== rank) continue;
    const apart = box[4 * i] * scale - left > width || box[4 * i + 2] * scale - left < 0
      || box[4 * i + 1] * scale - top > height || box[4 * i + 3] * scale - top < 0;
    if (!apart) found.push(i);
  }
  return found;
}

/** The corners of a part at a level, on the screen.
 * @param {BaseMap} base
 * @param {number} i
 * @param {number} level
 * @param {Sight} sight
 * @returns {[number, number][]} */
export function cornersOf({ at, x, y, level: levels }, i, level, { scale, left, top }) {
  /** @type {[number, number][]} */
  const found = [];
  for (let k = at[i]; k < at[i + 1]; k++) {
    if (levels[k] <= level) found.push([x[k] * scale - left, y[k] * scale - top]);
  }
  return found;
}

/** @param {Context} context
 * @param {BaseMap} base
 * @param {string} layer
 * @param {number} rank
 * @param {{sight: Sight, level: number}} how */
function trace(context, base, layer, rank, { sight, level }) {
  const area = AREAS.includes(layer);
  context.beginPath();
  for (const i of inSight(base, layer, rank, sight)) {
    const corners = cornersOf(base, i, level, sight);
    if (corners.length < (area ? 3 : 2)) continue;
    corners.forEach(([x, y], k) => (k ? context.lineTo(x, y) : context.moveTo(x, y)));
    if (area) context.closePath();
  }
}

/** @param {Context} context
 * @param {string} colour
 * @param {number} width
 * @param {number[]} [dash] */
function stroke(context, colour, width, dash = []) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.stroke();
}

/** Draws all of it.
 * @param {Context} context
 * @param {BaseMap} base
 * @param {Sight} sight
 * @param {{zoom: number, ratio: number, colours: Colours}} how `ratio` pixels of the canvas for one of the screen */
export function drawBaseMap(context, base, sight, { zoom, ratio, colours }) {
  const level = levelAt(zoom);
  const grown = Math.max(0, Math.min(1, (zoom - GROWING[0]) / (GROWING[1] - GROWING[0])));
  const how = { sight, level };
  context.lineJoin = "round";
  context.lineCap = "round";
  for (const [layer, colour] of [["nature", colours.nature], ["built_up", colours.built], ["water", colours.water]]) {
    for (let rank = SHOWN[layer].length; rank >= 1; rank--) {
      if (!shownAt(layer, rank, zoom)) continue;
      trace(context, base, layer, rank, how);
      context.fillStyle = colour;
      context.fill("nonzero");
    }
  }
  for (const rank of [3, 2, 1]) {
    if (!shownAt("waterway", rank, zoom)) continue;
    trace(context, base, "waterway", rank, how);
    stroke(context, colours.river, ratio * (1 + 1.4 * grown) / Math.sqrt(rank));
  }
  for (let rank = ROADS.length; rank >= 1; rank--) {
    if (!shownAt("road", rank, zoom)) continue;
    const [least, most] = ROADS[rank - 1];
    const width = ratio * (least + grown * (most - least));
    trace(context, base, "road", rank, how);
    stroke(context, colours.casing, width + ratio * (rank < 3 ? CASING_PX : CASING_PX * 0.7));
    stroke(context, colours.road, width);
  }
  for (const rank of [2, 1]) {
    if (!shownAt("rail", rank, zoom)) continue;
    const width = ratio * (rank === 1 ? 1.7 + grown : 1.3 + grown);
    context.lineCap = "butt";
    trace(context, base, "rail", rank, how);
    stroke(context, colours.rail, width);
    stroke(context, colours.sleeper, width * 0.5, [5 * ratio, 5 * ratio]);
  }
  context.setLineDash([]);
  if (!shownAt("station", 1, zoom)) return;
  for (const i of inSight(base, "station", 1, sight)) {
    const [[x, y]] = cornersOf(base, i, level, sight);
    const half = ratio * STATION_PX;
    context.fillStyle = colours.station;
    context.fillRect(x - half, y - half, 2 * half, 2 * half);
    context.strokeStyle = colours.rail;
    context.lineWidth = ratio;
    context.strokeRect(x - half, y - half, 2 * half, 2 * half);
  }
}

/** A layer that shows it.
 * @param {string} pane
 * @returns {any} a kind of L.Renderer: `show(base)`, `dress(colours)` */
export function baseMapLayer(pane) {
  /** @type {any} */
  const methods = {
    options: { padding: 0.15 },
    _initContainer() {
      this._container = L.DomUtil.create("canvas", "base-map");
      this._container.setAttribute("aria-hidden", "true");
      this._context = this._container.getContext("2d");
    },
    _destroyContainer() {
      L.DomUtil.remove(this._container);
    },
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      /** @type {any} */ (L.Renderer.prototype)._update.call(this);
      this.draw();
    },
    show(/** @type {BaseMap} */ base) {
      this._base = base;
      this.draw();
    },
    dress(/** @type {Colours} */ colours) {
      this._colours = colours;
      this.draw();
    },
    draw() {
      if (!this._base || !this._colours || !this._bounds) return;
      const ratio = Math.min(2, Math.max(1, window.devicePixelRatio || 1));
      const size = this._bounds.getSize();
      const canvas = this._container;
      L.DomUtil.setPosition(canvas, this._bounds.min);
      canvas.style.width = size.x + "px";
      canvas.style.height = size.y + "px";
      canvas.width = Math.max(1, Math.round(size.x * ratio));
      canvas.height = Math.max(1, Math.round(size.y * ratio));
      const zoom = this._map.getZoom();
      const corner = this._map.getPixelOrigin().add(this._bounds.min);
      const sight = { width: canvas.width, height: canvas.height, scale: ratio * 2 ** zoom,
                      left: corner.x * ratio, top: corner.y * ratio };
      drawBaseMap(this._context, this._base, sight, { zoom, ratio, colours: this._colours });
    },
  };
  const Layer = /** @type {any} */ (L.Renderer.extend(methods));
  return new Layer({ pane });
}
