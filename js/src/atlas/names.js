/* Names on the atlas's map: the chosen place, then the greatest first, none over another. */

import { nameSize, namedAt } from "../shared/areas.js";
import { SHIELD_PX, namedSpots, shieldsOf } from "../shared/base_names.js";
import { make } from "../shared/elements.js";
import { beside, move, roomOf } from "../shared/room.js";

/** @typedef {import("../types.js").Area} Area */
/** @typedef {import("../types.js").Entry} Entry */
/** @typedef {import("../types.js").Box} Box */
/** @typedef {import("../shared/room.js").Room} Room */
/** @typedef {import("../types.js").Place & {latlng: L.LatLng}} Chosen */
/** @typedef {{size: number, bold: boolean, kind: string, number?: number, stop?: string}} Style */
/** @typedef {import("../shared/base_map.js").BaseMap} BaseMap */
/** @typedef {Style & {name: string, x: number, y: number, at: L.Point, dot: boolean, width?: number}} Written */
/** @typedef {{map: L.Map, places: [number, number, number][], areas: Area[], frontier: [number, number][][],
 *   edge: [number, number][][], transit: () => boolean, base: BaseMap | null, words: import("../shared/words.js").Words}} Ground */

/** Names of countries come after those of the cities and before those of the towns. */
const COUNTRY_AFTER = 60000;
/** Stops are named from this zoom on. */
const STOPS_ZOOM = 10.5;
/** And by public transport from this one on. */
const TRANSIT_STOPS_ZOOM = 9.5;
/** What stands above the map, so that no name hides beneath it. */
const ABOVE = ".leaflet-bar, .leaflet-control-scale, #warnings li, #map-tools button";
const LONGEST_PX = 220;
/** Every eighth corner of the edge, and every tenth of the border, is near enough to all of it. */
const EDGE_STEP = 8;
const BORDER_STEP = 10;
const BOLD_PX = 12;
/** Letters of places that are no municipality's main place, by rank. */
const VILLAGE_PX = [12.5, 11.5, 11, 10.5];

/** Boxes of what stands above the map.
 * @param {L.Map} map
 * @returns {Box[]} */
function above(map) {
  const corner = map.containerPointToLayerPoint([0, 0]);
  const frame = map.getContainer().getBoundingClientRect();
  const [x, y] = [corner.x - frame.left, corner.y - frame.top];
  return [...document.querySelectorAll(ABOVE)].map((node) => {
    const box = node.getBoundingClientRect();
    return [box.left + x, box.top + y, box.right + x, box.bottom + y];
  });
}

/** Places a name, beside its dot or about its point, where there is room.
 * @param {Room} room
 * @param {string} name
 * @param {L.Point} at
 * @param {Style} style
 * @param {boolean} dot
 * @returns {Written[]} one or none */
function placed(room, name, at, style, dot) {
  const height = style.size * 1.3;
  const width = Math.min(room.widthOf(name, style.size, style.bold), LONGEST_PX) + 4;
  /** @type {[number, number][]} */
  const spots = dot ? beside(at, width, height, 5) : [[at.x - width / 2, at.y - height / 2]];
  const spot = spots.find(([x, y]) => room.free([x, y, x + width, y + height]));
  if (!spot) return [];
  const [x, y] = spot;
  room.take([x, y, x + width, y + height], [at.x - 3, at.y - 3, at.x + 3, at.y + 3]);
  return [{ name, x, y, at, ...style, dot }];
}

/** The chosen place, beside its pin.
 * @param {Room} room
 * @param {Chosen} chosen */
function chosenName(room, chosen) {
  const at = room.point(chosen.latlng);
  room.take([at.x - 11, at.y - 31, at.x + 11, at.y + 2]);
  return placed(room, chosen.name, at.add([8, -14]), { size: 14, bold: true, kind: "here" }, true);
}

/** Names of the countries, each where its areas are nearest the middle and no border runs through.
 * @param {Room} room
 * @param {Ground} ground
 * @param {L.Point} middle of the screen */
function countryNames(room, { areas, frontier, words }, middle) {
  const border = frontier.flat().filter((_, i) => i % BORDER_STEP === 0).map(room.point);
  if (!border.some((at) => room.screen.contains(at))) return [];
  /** @param {L.Point} spot */
  const crossed = (spot) => border.some((at) => Math.abs(at.x - spot.x) < 100 && Math.abs(at.y - spot.y) < 26);
  return [...new Set(areas.map((area) => area.country))].flatMap((code) => {
    const name = words.t(code.toLowerCase()).toLocaleUpperCase();
    const spots = areas.filter((area) => area.country === code).map((area) => room.point(area.centre))
      .filter((at) => room.screen.contains(at) && !crossed(at))
      .sort((a, b) => a.distanceTo(middle) - b.distanceTo(middle));
    for (const spot of spots) {
      const found = placed(room, name, spot, { size: 13, bold: true, kind: "country" }, false);
      if (found.length) return found;
    }
    return [];
  });
}

/** Where the data end: at the lowest corner of their edge on the screen.
 * @param {Room} room
 * @param {Ground} ground */
function edgeName(room, { edge, words }) {
  const [low] = edge.flat().filter((_, i) => i % EDGE_STEP === 0).map(room.point)
    .filter((at) => room.screen.contains(at)).sort((a, b) => b.y - a.y);
  if (!low) return [];
  return placed(room, words.t("data_end"), low.add([0, 11]), { size: 11, bold: false, kind: "end" }, false);
}

/** Numbers of roads.
 * @param {Room} room
 * @param {Ground} ground
 * @param {number[]} ranks
 * @returns {Written[]} */
function roadNumbers(room, { map, base }, ranks) {
  if (!base) return [];
  return shieldsOf(map, base, room, ranks).map(({ text, rank, x, y, width }) => ({
    name: text, x, y, at: L.point(x, y), size: SHIELD_PX, bold: true, dot: false, width,
    kind: rank === 1 ? "shield motorway" : "shield",
  }));
}

/** Names of places that are no municipality's main place.
 * @param {Room} room
 * @param {Ground} ground
 * @param {number[]} ranks
 * @returns {Written[]} */
function villages(room, { map, base }, ranks) {
  if (!base) return [];
  return namedSpots(map, base, "place", ranks).filter(({ at }) => room.screen.contains(at)).flatMap(({ name, rank, at }) =>
    placed(room, name, at, { size: VILLAGE_PX[rank - 1], bold: false, kind: "village" }, true));
}

/** All names that have room.
 * @param {Ground} ground
 * @param {Chosen | null} chosen
 * @param {Entry[]} stops
 * @returns {Written[]} */
export function placeNames(ground, chosen, stops) {
  const { map, places, areas } = ground;
  const zoom = map.getZoom();
  const room = roomOf(map, above(map));
  const written = chosen ? chosenName(room, chosen) : [];
  written.push(...villages(room, ground, [1]));
  const middle = map.containerPointToLayerPoint(map.getSize().divideBy(2));
  let named = false;
  for (const [number, lon, lat] of places) {
    const area = areas[number];
    if (!named && area.population < COUNTRY_AFTER) {
      named = true;
      written.push(...countryNames(room, ground, middle));
    }
    if ((chosen && chosen.area === area && chosen.kind === "place") || !namedAt(area, zoom)) continue;
    const at = room.point([lat, lon]);
    if (!room.screen.contains(at)) continue;
    const size = nameSize(area.population);
    const kind = area.part === "ring" ? "ring" : "town";
    written.push(...placed(room, area.name, at, { size, bold: size > BOLD_PX, kind, number }, true));
  }
  written.push(...roadNumbers(room, ground, [1, 2]), ...villages(room, ground, [2, 3]),
    ...roadNumbers(room, ground, [3]));
  for (const stop of zoom >= (ground.transit() ? TRANSIT_STOPS_ZOOM : STOPS_ZOOM) ? stops : []) {
    const at = room.point([stop.lat, stop.lon]);
    if (!room.screen.contains(at)) continue;
    written.push(...placed(room, stop.name, at, { size: 10.5, bold: false, kind: "stop", stop: stop.key }, true));
  }
  written.push(...villages(room, ground, [4]), ...roadNumbers(room, ground, [4]));
  return [...written, ...edgeName(room, ground)];
}

/** Writes names into their pane.
 * @param {HTMLElement} pane
 * @param {Written[]} written */
export function writeNames(pane, written) {
  pane.replaceChildren(...written.flatMap((one) => {
    const label = make("span", { class: "place " + one.kind + (one.bold ? " big" : "") }, one.name);
    label.style.fontSize = one.size + "px";
    if (one.width) label.style.width = one.width + "px";
    move(label, one.x, one.y);
    if (!one.dot || one.kind === "here") return [label];
    return [move(make("i", { class: "dot " + one.kind }), one.at.x - 2.5, one.at.y - 2.5), label];
  }));
}
