/* Outlines as they travel: whole ten-thousandths of a degree, each a step from the one before
   (grensgeo/maps/base.py). */

/** @typedef {import("../types.js").Spot} Spot */

/** Steps in a degree, as in grensgeo/maps/base.py. */
export const UNITS = 10000;
/** Pixels of a side of the whole world at zoom 0. */
export const TILE = 256;
const EQUATOR_KM = 40075.017;
const MERCATOR = 85.0511287798;

/** Longitude to pixels of the whole world at zoom 0 (EPSG:3857).
 * @param {number} lon */
export const worldX = (lon) => (TILE * (lon + 180)) / 360;
/** Latitude to pixels of the whole world at zoom 0.
 * @param {number} lat */
export function worldY(lat) {
  const sin = Math.sin((Math.max(-MERCATOR, Math.min(MERCATOR, lat)) * Math.PI) / 180);
  return TILE * (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI));
}

/** Pixels of a kilometre at a latitude.
 * @param {number} scale pixels for one of the world at zoom 0
 * @param {number} lat */
export const kilometre = (scale, lat) => scale * (TILE / EQUATOR_KM) / Math.cos((lat * Math.PI) / 180);

/** Longitude and latitude of pixels of the whole world at zoom 0.
 * @param {number} x
 * @param {number} y
 * @returns {[number, number]} */
export const degreesAt = (x, y) => [(360 * x) / TILE - 180,
  (360 / Math.PI) * Math.atan(Math.exp(2 * Math.PI * (0.5 - y / TILE))) - 90];

/** Sums up to each of some numbers.
 * @param {ArrayLike<number>} counts */
export function startsOf(counts) {
  const result = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) result[i + 1] = result[i] + counts[i];
  return result;
}

/** Points of a line, latitude first.
 * @param {number[]} steps
 * @returns {Spot[]} */
export function line(steps) {
  /** @type {Spot[]} */
  const points = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    points.push([y / UNITS, x / UNITS]);
  }
  return points;
}

/** Rings of polygons.
 * @param {number[][][]} geometry
 * @returns {Spot[][][]} */
export const polygons = (geometry) => geometry.map((rings) => rings.map(line));

/** Digits to the base of 32, and the same where another follows, as in grensgeo/maps/shared_outlines.py. */
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const DIGIT_BITS = 5;

/** Whole numbers from letters: steps from one to the next, the sign of each in its last bit.
 * @param {string} text
 * @returns {number[]} */
export function stepsOf(text) {
  const found = [];
  let [value, code, shift] = [0, 0, 0];
  for (const letter of text) {
    const digit = LETTERS.indexOf(letter);
    code |= (digit & 31) << shift;
    shift += DIGIT_BITS;
    if (digit >> DIGIT_BITS) continue;
    value += (code >>> 1) ^ -(code & 1);
    found.push(value);
    [code, shift] = [0, 0];
  }
  return found;
}

/** Whether two boxes on the screen lie apart.
 * @param {readonly number[]} a left, top, right, bottom
 * @param {readonly number[]} b
 * @returns {boolean} */
export const apart = (a, b) => a[2] < b[0] || a[0] > b[2] || a[3] < b[1] || a[1] > b[3];
