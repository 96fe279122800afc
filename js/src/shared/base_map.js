/* The base map: roads, railways, waters, built-up land and nature beneath the names and above the
   figures, pale enough to leave those their colours (grensgeo/maps/base_map.py packs it). */

import { afterPaint } from "./after_paint.js";
import { canvasLayer, pixelRatio } from "./canvas_layer.js";
import { UNITS, degreesAt, startsOf, worldX, worldY } from "./geometry.js";
import { unpack } from "./unpack.js";

/** Part i has corners at[i] up to at[i + 1], in pixels of the whole world at zoom 0; corner k is
 * drawn from level[k] on.
 * @typedef {{n: number, layer: string[], rank: ArrayLike<number>, name: string[], people: ArrayLike<number>,
 *   at: Int32Array, x: Float64Array, y: Float64Array, level: ArrayLike<number>, box: Float64Array, looks: Looks}} BaseMap */
/** Pixels of the screen at pixels of the world: `scale`, less `left` and `top`.
 * @typedef {{width: number, height: number, scale: number, left: number, top: number}} Sight */
/** @typedef {Record<"road" | "casing" | "rail" | "sleeper" | "water" | "river" | "built_up" | "nature" | "station",
 *   string>} Colours */
/** From which zooms which level of detail and which rank of a layer is drawn, and in which colours.
 * @typedef {{layers: string[], levels_from: number[], shown_from: Record<string, number[]>,
 *   colours: Record<"light" | "dark", Colours>}} Looks */
/** @typedef {CanvasRenderingContext2D} Context */

const AREAS = ["nature", "built_up", "water"];
/** Widths of roads by rank, pixels at the widest zoom and at the closest. */
const ROADS = [[1.5, 4.5], [1.1, 3.4], [0.6, 2.6], [0.5, 2]];
/** Between these zooms lines grow. */
const GROWING = [8, 13];
const CASING_PX = 1.1;
const STATION_PX = 2.2;
/** How much stronger railways and stations are for who travels by them. */
const STRONG = 1.7;

/** @param {BaseMap} base
 * @param {number} zoom
 * @returns {number} */
export const levelAt = ({ looks }, zoom) => looks.levels_from.filter((from) => zoom >= from).length;

/** Whether what has a rank is drawn at a zoom.
 * @param {BaseMap} base
 * @param {string} layer
 * @param {number} rank
 * @param {number} zoom
 * @returns {boolean} */
export function shownAt({ looks }, layer, rank, zoom) {
  const from = looks.shown_from[layer];
  return zoom >= from[Math.min(rank, from.length) - 1];
}

/** @param {Record<string, any>} arrays as they were packed
 * @param {Looks} looks
 * @returns {BaseMap} */
export function baseMapOf(arrays, looks) {
  const { layers } = looks;
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
           people, at, x, y, level: arrays.level, box, looks };
}

/** Longitude and latitude of the first corner of a part.
 * @param {BaseMap} base
 * @param {number} i */
export const degreesOf = ({ at, x, y }, i) => degreesAt(x[at[i]], y[at[i]]);

/** Opens what the page holds.
 * @param {import("../types.js").Packed | null} packed
 * @returns {Promise<BaseMap | null>} */
export async function openBaseMap(packed) {
  if (!packed) return null;
  const { manifest, chunks } = packed;
  return baseMapOf(await unpack(manifest, chunks), /** @type {any} */ (manifest.meta));
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
 * @param {{zoom: number, ratio: number, colours: Colours, transit?: boolean}} how `ratio` pixels of the canvas for one
 *   of the screen; for who travels by public transport railways and stations are stronger */
export function drawBaseMap(context, base, sight, { zoom, ratio, colours, transit = false }) {
  const level = levelAt(base, zoom);
  const grown = Math.max(0, Math.min(1, (zoom - GROWING[0]) / (GROWING[1] - GROWING[0])));
  const how = { sight, level };
  context.lineJoin = "round";
  context.lineCap = "round";
  /** Draws the ranks of a layer, the greatest on top.
   * @param {keyof Looks["shown_from"]} layer
   * @param {(rank: number) => void} paint */
  function ranks(layer, paint) {
    for (let rank = base.looks.shown_from[layer].length; rank >= 1; rank--) {
      if (!shownAt(base, layer, rank, zoom)) continue;
      trace(context, base, layer, rank, how);
      paint(rank);
    }
  }
  for (const layer of /** @type {const} */ (["nature", "built_up", "water"])) {
    ranks(layer, () => {
      context.fillStyle = colours[layer];
      context.fill("nonzero");
    });
  }
  ranks("waterway", (rank) => stroke(context, colours.river, ratio * (1 + 1.4 * grown) / Math.sqrt(rank)));
  ranks("road", (rank) => {
    const [least, most] = ROADS[rank - 1];
    const width = ratio * (least + grown * (most - least));
    stroke(context, colours.casing, width + ratio * (rank < 3 ? CASING_PX : 0.7 * CASING_PX));
    stroke(context, colours.road, width);
  });
  context.lineCap = "butt";
  ranks("rail", (rank) => {
    const width = ratio * (rank === 1 ? 1.7 + grown : 1.3 + grown) * (transit ? STRONG : 1);
    if (transit) stroke(context, colours.casing, width + 2 * ratio);
    stroke(context, colours.rail, width);
    stroke(context, colours.sleeper, width * 0.5, [5 * ratio, 5 * ratio]);
  });
  context.setLineDash([]);
  if (!transit && !shownAt(base, "station", 1, zoom)) return;
  for (const i of inSight(base, "station", 1, sight)) {
    const [[x, y]] = cornersOf(base, i, level, sight);
    const half = ratio * STATION_PX * (transit ? STRONG : 1);
    context.fillStyle = colours.station;
    context.fillRect(x - half, y - half, 2 * half, 2 * half);
    context.strokeStyle = colours.rail;
    context.lineWidth = ratio;
    context.strokeRect(x - half, y - half, 2 * half, 2 * half);
  }
}

/** A layer that shows it. Where the map has moved it is drawn after what else has changed, once.
 * @param {string} pane
 * @returns {any} a kind of L.Renderer: `show(base)`, `dress(dark)`, `emphasise(transit)`, `late` (what waits to be drawn) */
export function baseMapLayer(pane) {
  const layer = canvasLayer(pane, "base-map", {
    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      if (this._bounds) this.late.ask();
      else this._now();
    },
    /* Until it is drawn anew the old picture stands where it belongs. */
    _reset() {
      this._update();
      this._updateTransform(this._map.getCenter(), this._map.getZoom());
    },
    _now() {
      if (!this._map || (this._map._animatingZoom && this._bounds)) return;
      /** @type {any} */ (L.Renderer.prototype)._update.call(this);
      this.draw();
    },
    show(/** @type {BaseMap} */ base) {
      this._base = base;
      this.draw();
    },
    emphasise(/** @type {boolean} */ transit) {
      this._transit = transit;
      this.late.ask();
    },
    dress(/** @type {boolean} */ dark) {
      this._dark = dark;
      this.draw();
    },
    draw() {
      if (!this._base || !this._bounds) return;
      const { frame, other } = this._lay(pixelRatio(false));
      if (!other) this._context.clearRect(0, 0, frame.width, frame.height);
      const colours = this._base.looks.colours[this._dark ? "dark" : "light"];
      drawBaseMap(this._context, this._base, frame, { zoom: this._map.getZoom(), ratio: frame.ratio, colours,
                                                     transit: this._transit });
    },
  });
  layer.late = afterPaint(() => layer._now());
  return layer;
}
