/* What the base map says in words: numbers of roads on shields, names of villages and hamlets.
   Where there is room, and no more than a reader needs. */

import { cornersOf, inSight, levelAt, shownAt } from "./base_map.js";

/** @typedef {import("./base_map.js").BaseMap} BaseMap */
/** @typedef {import("./base_map.js").Sight} Sight */
/** @typedef {import("./room.js").Room} Room */
/** @typedef {{text: string, rank: number, x: number, y: number, width: number, height: number}} Shield left, top */
/** @typedef {{name: string, rank: number, people: number, at: L.Point}} NamedSpot */

/** Pixels of a shield's letters, and what is around them. */
export const SHIELD_PX = 10;
const AROUND_PX = 6;
const SHIELD_HEIGHT = 14;
/** Shields of one road are at least this far apart; a shorter piece bears none. */
const APART_PX = 300;
const SHORTEST_PX = 34;
/** A road that has no rank to be named at a zoom is drawn without its number. */
const NAMED_FROM = [0, 9, 9.75, 11.5];
/** Shields at a zoom: few where all of the region is in view. */
const most = (/** @type {number} */ zoom) => (zoom < 9.5 ? 26 : 60);
const MOST_NUMBERS = 2;

/** The part of the world that a map shows, in pixels from the map's origin.
 * @param {L.Map} map
 * @returns {Sight & {zoom: number, x: number, y: number}} */
export function sightOf(map) {
  const zoom = map.getZoom();
  const corner = map.containerPointToLayerPoint([0, 0]);
  const origin = map.getPixelOrigin();
  const size = map.getSize();
  return { width: size.x, height: size.y, scale: 2 ** zoom, zoom, x: corner.x, y: corner.y,
           left: origin.x + corner.x, top: origin.y + corner.y };
}

/** Places along a line, on the screen, at which a shield may stand: in the middle of what is seen
 * of it, then further and further away.
 * @param {[number, number][]} corners
 * @param {Sight} sight
 * @returns {[number, number][]} */
function spotsAlong(corners, { width, height }) {
  /** @type {[number, number][]} */
  const seen = [];
  for (let k = 1; k < corners.length; k++) {
    const [[x0, y0], [x1, y1]] = [corners[k - 1], corners[k]];
    const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / 12));
    for (let s = 0; s < steps; s++) {
      const x = x0 + ((s + 0.5) / steps) * (x1 - x0);
      const y = y0 + ((s + 0.5) / steps) * (y1 - y0);
      if (x > 0 && y > 0 && x < width && y < height) seen.push([x, y]);
    }
  }
  const middle = Math.floor(seen.length / 2);
  return seen.map((_, i) => seen[middle + (i % 2 ? -1 : 1) * Math.ceil(i / 2)]).filter(Boolean);
}

/** Pixels of a line.
 * @param {[number, number][]} corners */
const lengthOf = (corners) => corners.reduce((sum, [x, y], k) =>
  (k ? sum + Math.hypot(x - corners[k - 1][0], y - corners[k - 1][1]) : 0), 0);

/** Shields of the roads in sight that have room, the greatest roads first; they take it.
 * @param {L.Map} map
 * @param {BaseMap} base
 * @param {Room} room
 * @param {number[]} ranks
 * @returns {Shield[]} */
export function shieldsOf(map, base, room, ranks) {
  const sight = sightOf(map);
  const level = levelAt(base, sight.zoom);
  /** @type {Shield[]} */
  const found = [];
  /** @type {Map<string, [number, number][]>} */
  const standing = new Map();
  for (const rank of ranks) {
    if (!shownAt(base, "road", rank, sight.zoom) || sight.zoom < NAMED_FROM[rank - 1]) continue;
    const pieces = inSight(base, "road", rank, sight).filter((i) => base.name[i])
      .map((i) => ({ name: base.name[i], corners: cornersOf(base, i, level, sight) }))
      .map((piece) => ({ ...piece, long: lengthOf(piece.corners) }))
      .filter(({ long }) => long >= SHORTEST_PX).sort((a, b) => b.long - a.long);
    for (const { name, corners } of pieces) {
      if (found.length >= most(sight.zoom)) return found;
      const text = name.split("/").slice(0, MOST_NUMBERS).join("/");
      const width = room.widthOf(text, SHIELD_PX, true) + AROUND_PX;
      const others = name.split("/").flatMap((one) => standing.get(one) ?? []);
      for (const [x, y] of spotsAlong(corners, sight)) {
        if (others.some(([a, b]) => Math.hypot(a - x, b - y) < APART_PX)) continue;
        const [left, top] = [sight.x + x - width / 2, sight.y + y - SHIELD_HEIGHT / 2];
        if (!room.free([left - 2, top - 2, left + width + 2, top + SHIELD_HEIGHT + 2])) continue;
        room.take([left, top, left + width, top + SHIELD_HEIGHT]);
        found.push({ text, rank, x: left, y: top, width, height: SHIELD_HEIGHT });
        others.push([x, y]);
        for (const one of name.split("/")) standing.set(one, [...(standing.get(one) ?? []), [x, y]]);
      }
    }
  }
  return found;
}

/** Places or stations in sight, the greatest first.
 * @param {L.Map} map
 * @param {BaseMap} base
 * @param {string} layer
 * @param {number[]} ranks
 * @returns {NamedSpot[]} */
export function namedSpots(map, base, layer, ranks) {
  const sight = sightOf(map);
  return ranks.filter((rank) => shownAt(base, layer, rank, sight.zoom)).flatMap((rank) =>
    inSight(base, layer, rank, sight).map((i) => {
      const [[x, y]] = cornersOf(base, i, Infinity, sight);
      return { name: base.name[i], rank, people: base.people[i], at: L.point(sight.x + x, sight.y + y) };
    }).sort((a, b) => b.people - a.people));
}
