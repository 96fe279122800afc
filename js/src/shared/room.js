/* Room for names on a map: none stands over another, nor over what the map shows above. */

import { apart } from "./geometry.js";

/** @typedef {import("../types.js").Box} Box */
/** @typedef {ReturnType<typeof roomOf>} Room */

/** @param {L.Map} map
 * @param {Box[]} taken boxes that have to stay free; those of names come to them */
export function roomOf(map, taken) {
  const measure = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const family = getComputedStyle(document.body).fontFamily;
  const corner = map.containerPointToLayerPoint([0, 0]);
  const screen = L.bounds(corner, map.containerPointToLayerPoint(map.getSize()));
  const [low, high] = [/** @type {L.Point} */ (screen.min), /** @type {L.Point} */ (screen.max)];
  return {
    screen,
    /** @param {L.LatLngExpression} at */
    point: (at) => map.latLngToLayerPoint(at),
    /** Whether a box lies on the screen, and over nothing else.
     * @param {Box} box */
    free: (box) => box[0] >= low.x && box[2] <= high.x && box[1] >= low.y && box[3] <= high.y
      && taken.every((one) => apart(one, box)),
    /** @param {Box[]} boxes */
    take: (...boxes) => { taken.push(...boxes); },
    /** Pixels that a text takes.
     * @param {string} text
     * @param {number} size of its letters
     * @param {boolean} bold */
    widthOf(text, size, bold) {
      measure.font = `${bold ? 600 : 400} ${size}px ${family}`;
      return measure.measureText(text).width;
    },
  };
}

/** Where a name may stand beside its dot: right, left, above, below.
 * @param {{x: number, y: number}} at
 * @param {number} width
 * @param {number} height
 * @param {number} gap
 * @returns {[number, number][]} */
export const beside = ({ x, y }, width, height, gap) => [
  [x + gap, y - height / 2], [x - gap - width, y - height / 2],
  [x - width / 2, y - height - 4], [x - width / 2, y + 4]];

/** Moves an element of the map to a point.
 * @template {HTMLElement} T
 * @param {T} node
 * @param {number} x
 * @param {number} y
 * @returns {T} */
export function move(node, x, y) {
  node.style.transform = `translate(${x}px,${y}px)`;
  return node;
}
