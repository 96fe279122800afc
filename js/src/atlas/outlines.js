/* Outlines of cells on the whole world's pixels, and which cell each pixel of the map belongs to.
   Arrays in, arrays out. */

import { UNITS, startsOf, worldX, worldY } from "../shared/geometry.js";

/** Rings of shape i are first[i] up to first[i + 1], corners of ring r ringAt[r] up to ringAt[r + 1];
 * box holds west, north, east and south of each shape.
 * @typedef {{n: number, first: ArrayLike<number>, ringAt: ArrayLike<number>, x: ArrayLike<number>,
 *   y: ArrayLike<number>, box: Float64Array}} Shapes */
/** @typedef {{width: number, height: number, scale: number, left: number, top: number}} Frame */

/** Steps from the nearest cell: where there is no land, and where none is known yet. */
const OUTSIDE = 254;
const UNKNOWN = 255;

/** So many pixels side by side are written one by one. */
const SHORT_PX = 32;

/** Outlines from steps: the first corner of each ring is a step from the ring before
 * (grensgeo/maps/atlas_cells.py).
 * @param {Record<string, any>} packed
 * @returns {Shapes} */
export function shapes({ rings, corners, start_x: startX, start_y: startY, step_x: stepX, step_y: stepY }) {
  const first = startsOf(rings);
  const ringAt = startsOf(corners);
  const x = new Float64Array(ringAt[corners.length]);
  const y = new Float64Array(ringAt[corners.length]);
  let [baseX, baseY, step] = [0, 0, 0];
  for (let r = 0; r < corners.length; r++) {
    baseX += startX[r];
    baseY += startY[r];
    let [atX, atY] = [baseX, baseY];
    for (let k = ringAt[r]; k < ringAt[r + 1]; k++) {
      if (k > ringAt[r]) {
        atX += stepX[step];
        atY += stepY[step];
        step++;
      }
      x[k] = worldX(atX / UNITS);
      y[k] = worldY(atY / UNITS);
    }
  }
  return boxed({ n: rings.length, first, ringAt, x, y });
}

/** The same from rings of [latitude, longitude], one list of rings a shape.
 * @param {[number, number][][][]} list
 * @returns {Shapes} */
export function shapesOf(list) {
  const first = startsOf(list.map((rings) => rings.length));
  const ringAt = startsOf(list.flat().map((ring) => ring.length));
  const corners = list.flat(2);
  return boxed({ n: list.length, first, ringAt, x: corners.map(([, lon]) => worldX(lon)),
                 y: corners.map(([lat]) => worldY(lat)) });
}

/** @param {Omit<Shapes, "box">} found
 * @returns {Shapes} */
function boxed({ n, first, ringAt, x, y }) {
  const box = new Float64Array(4 * n);
  for (let i = 0; i < n; i++) {
    let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let k = ringAt[first[i]]; k < ringAt[first[i + 1]]; k++) {
      west = Math.min(west, x[k]);
      east = Math.max(east, x[k]);
      north = Math.min(north, y[k]);
      south = Math.max(south, y[k]);
    }
    box.set([west, north, east, south], 4 * i);
  }
  return { n, first, ringAt, x, y, box };
}

/** Where an outline crosses the middles of rows of pixels: a list for each row, from left to right.
 * What one names first is the number of its first crossing, 0 for none, and each names the next.
 * @typedef {{first: Int32Array, x: number[], next: number[]}} Crossings */

/** Adds what one stretch of an outline crosses; it goes along its rows only, so that what is flat
 * costs nothing.
 * @param {Crossings} lists
 * @param {number} xa
 * @param {number} ya
 * @param {number} xb
 * @param {number} yb */
function cross({ first, x, next }, xa, ya, xb, yb) {
  const last = Math.min(first.length, Math.ceil(Math.max(ya, yb) - 0.5));
  for (let row = Math.max(0, Math.ceil(Math.min(ya, yb) - 0.5)); row < last; row++) {
    const at = xa + ((row + 0.5 - ya) * (xb - xa)) / (yb - ya);
    let before = 0;
    let after = first[row];
    while (after && x[after] < at) {
      before = after;
      after = next[after];
    }
    if (before) next[before] = x.length;
    else first[row] = x.length;
    x.push(at);
    next.push(after);
  }
}

/** Writes the number of each cell, counted from 1, into the pixels whose middle lies in it.
 * @param {Shapes} cells
 * @param {Frame} frame
 * @param {Uint32Array} into */
export function rasterise(cells, frame, into) {
  const { width, height, scale, left, top } = frame;
  into.fill(0);
  /** @type {Crossings} */
  const lists = { first: new Int32Array(height), x: [], next: [] };
  for (let i = 0; i < cells.n; i++) {
    const west = cells.box[4 * i] * scale - left;
    const north = cells.box[4 * i + 1] * scale - top;
    const east = cells.box[4 * i + 2] * scale - left;
    const south = cells.box[4 * i + 3] * scale - top;
    if (east < 0 || south < 0 || west > width || north > height) continue;
    lists.x.length = lists.next.length = 1;
    for (let r = cells.first[i]; r < cells.first[i + 1]; r++) {
      const end = cells.ringAt[r + 1];
      let xb = cells.x[end - 1] * scale - left;
      let yb = cells.y[end - 1] * scale - top;
      for (let a = cells.ringAt[r]; a < end; a++) {
        const xa = cells.x[a] * scale - left;
        const ya = cells.y[a] * scale - top;
        cross(lists, xa, ya, xb, yb);
        [xb, yb] = [xa, ya];
      }
    }
    const last = Math.min(height - 1, Math.ceil(south - 0.5) - 1);
    for (let row = Math.max(0, Math.ceil(north - 0.5)); row <= last; row++) {
      for (let k = lists.first[row]; k; k = lists.next[lists.next[k]]) {
        const from = Math.max(0, Math.ceil(lists.x[k] - 0.5));
        const to = Math.min(width, Math.ceil(lists.x[lists.next[k]] - 0.5));
        // most are so short that a call would take longer
        if (to - from > SHORT_PX) into.fill(i + 1, row * width + from, row * width + to);
        else for (let p = row * width + from; p < row * width + to; p++) into[p] = i + 1;
      }
      lists.first[row] = 0;
    }
  }
}

/** Squares on land where nobody lives belong to the nearest cell, as far as the outline goes:
 * `near` comes with the land, and goes with the cells.
 * @param {Uint32Array} cell
 * @param {Frame} frame
 * @param {number} reach in pixels
 * @param {Uint32Array} near
 * @param {Uint8Array} distance */
export function fillGaps(cell, { width, height }, reach, near, distance) {
  for (let p = 0; p < cell.length; p++) {
    distance[p] = cell[p] ? 0 : near[p] ? UNKNOWN : OUTSIDE;
    near[p] = cell[p];
  }
  /** @param {number} p
   * @param {number} q a neighbour */
  const look = (p, q) => {
    const far = distance[q] + 1;
    if (far <= reach && far < distance[p]) {
      distance[p] = far;
      near[p] = near[q];
    }
  };
  for (let row = 0, p = 0; row < height; row++) {
    for (let column = 0; column < width; column++, p++) {
      if (!distance[p] || distance[p] === OUTSIDE) continue; // a cell, or no land: as most are
      if (column) look(p, p - 1);
      if (row) look(p, p - width);
    }
  }
  for (let row = height - 1, p = cell.length - 1; row >= 0; row--) {
    for (let column = width - 1; column >= 0; column--, p--) {
      if (!distance[p] || distance[p] === OUTSIDE) continue;
      if (column < width - 1) look(p, p + 1);
      if (row < height - 1) look(p, p + width);
    }
  }
}

/** Colours pixels by their cells, striped where a cell has two colours.
 * @param {Uint32Array} pixels
 * @param {Uint32Array} cell
 * @param {Frame} frame
 * @param {number} period of the stripes, in pixels
 * @param {{colour: Uint32Array, stripe: Uint32Array}} look */
export function colourIn(pixels, cell, { width, height }, period, { colour, stripe }) {
  if (colour.every((one, i) => one === stripe[i])) {
    for (let p = 0; p < cell.length; p++) pixels[p] = colour[cell[p]];
    return;
  }
  const half = period / 2;
  for (let row = 0, p = 0; row < height; row++) {
    let phase = row % period;
    for (let column = 0; column < width; column++, p++) {
      const i = cell[p];
      pixels[p] = phase < half ? colour[i] : stripe[i];
      if (++phase === period) phase = 0;
    }
  }
}

/** Draws a line around all that lies within.
 * @param {Uint32Array} pixels
 * @param {Uint32Array} near
 * @param {Frame} frame
 * @param {number} thick pixels of the line beyond the first
 * @param {{within: Uint8Array, line: number}} look */
export function outline(pixels, near, { width }, thick, { within, line }) {
  for (let p = 0; p < near.length - width; p++) {
    const own = near[p];
    if (!own) continue;
    const right = near[p + 1];
    const below = near[p + width];
    if (own === right && own === below) continue; // within one cell, as most pixels are
    const edge = (right && within[own] !== within[right] && (p + 1) % width)
      || (below && within[own] !== within[below]);
    if (!edge) continue;
    for (let k = 0; k <= thick; k++) {
      pixels[p + k] = line;
      if (p + k * width < pixels.length) pixels[p + k * width] = line;
    }
  }
}
