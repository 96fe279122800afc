/* Names on a map: the greatest first, none over another. */

import { nameSize, namedAt } from "../shared/areas.js";
import { SHIELD_PX, namedSpots, shieldsOf } from "../shared/base_names.js";
import { make } from "../shared/elements.js";
import { beside, move, roomOf } from "../shared/room.js";

/** @typedef {import("../types.js").Page} Page */
/** @typedef {import("../types.js").Box} Box */
/** @typedef {import("../shared/room.js").Room} Room */

const COUNTRY_PX = 13;
const COUNTRY_HEIGHT = 18;
const ORIGIN_PX = 14;
/** Letters from this size on are bold. */
const BOLD_PX = 12;
/** Letters of places that are no municipality's main place, by rank, and of stations. */
const VILLAGE_PX = [12, 11.5, 11, 10.5];
const STOP_PX = 10.5;
/** Room that the buttons of the map take. */
const BUTTONS = [58, 170];

/** The origin of isochrones, where it is no municipality.
 * @param {Page} page
 * @param {Room} room
 * @returns {HTMLElement[]} */
function originName({ data, choosing, base }, room) {
  const start = choosing.view().kind === "isochrones" ? choosing.layer().key[0] : null;
  if (start === null || !data.origins[start] || base.areas.some((area) => area.code === start)) return [];
  const [lon, lat] = data.origins[start];
  const at = room.point([lat, lon]);
  const name = choosing.view().names[start];
  room.take([at.x - 10, at.y - 10, at.x + 20 + room.widthOf(name, ORIGIN_PX, true), at.y + 10]);
  const label = make("span", { class: "place big" }, name);
  label.style.fontSize = ORIGIN_PX + "px";
  return [move(label, at.x + 13, at.y - 9)];
}

/** A dot and its name, where there is room.
 * @param {string} name
 * @param {L.Point} at
 * @param {Room} room
 * @param {number} size of its letters
 * @param {string} kind
 * @returns {HTMLElement[]} */
function dottedName(name, at, room, size, kind) {
  const big = size > BOLD_PX;
  const width = room.widthOf(name, size, big) + 8;
  const height = size * 1.3;
  const spot = beside(at, width, height, 4).find(([x, y]) => room.free([x, y, x + width, y + height]));
  if (!spot) return [];
  const [x, y] = spot;
  room.take([x, y, x + width, y + height], [at.x - 3, at.y - 3, at.x + 3, at.y + 3]);
  const label = make("span", { class: "place " + kind + (big ? " big" : "") }, name);
  label.style.fontSize = size + "px";
  return [move(make("i", { class: "dot " + kind }), at.x - 2.5, at.y - 2.5), move(label, x + 4, y)];
}

/** Names of places or stations of the base map.
 * @param {L.Map} map
 * @param {import("../shared/base_map.js").BaseMap} ground
 * @param {Room} room
 * @param {"place" | "station"} layer
 * @param {number[]} ranks
 * @param {Set<string>} [named] names that stand there already
 * @returns {HTMLElement[]} */
function spotNames(map, ground, room, layer, ranks, named = new Set()) {
  return namedSpots(map, ground, layer, ranks)
    .filter(({ name, at }) => room.screen.contains(at) && !named.has(name.split(" (")[0]))
    .flatMap(({ name, rank, at }) => dottedName(name, at, room,
      layer === "station" ? STOP_PX : VILLAGE_PX[rank - 1], layer === "station" ? "stop" : "village"));
}

/** Numbers of roads, villages and stations.
 * @param {L.Map} map
 * @param {import("../shared/base_map.js").BaseMap} ground
 * @param {Room} room
 * @param {Set<string>} named what bears its name already: a town's station needs none
 * @returns {HTMLElement[]} */
function groundNames(map, ground, room, named) {
  /** @param {number[]} ranks */
  const shields = (ranks) => shieldsOf(map, ground, room, ranks).map(({ text, rank, x, y, width }) => {
    const label = make("span", { class: rank === 1 ? "place shield motorway" : "place shield" }, text);
    label.style.fontSize = SHIELD_PX + "px";
    label.style.width = width + "px";
    return move(label, x, y);
  });
  return [...shields([1, 2]), ...spotNames(map, ground, room, "place", [2, 3]), ...shields([3]),
    ...spotNames(map, ground, room, "station", [1], named), ...spotNames(map, ground, room, "place", [4]),
    ...shields([4])];
}

/** The name of a country, near the middle of the border, which does not run through it.
 * @param {string} name
 * @param {L.Point[]} spots where its areas are
 * @param {L.Point[][]} border
 * @param {Room} room
 * @returns {HTMLElement[]} */
function countryName(name, spots, border, room) {
  const width = room.widthOf(name.toLocaleUpperCase(), COUNTRY_PX, true) + name.length * 2.4 + 8;
  /** @param {number} x
   * @param {number} y */
  function crossed(x, y) {
    const box = L.bounds([x - 6, y - 4], [x + width + 6, y + 22]);
    return border.some((part) => part.some((at) => box.contains(at)));
  }
  const spot = spots.map((at) => [at.x - width / 2, at.y - COUNTRY_HEIGHT / 2])
    .find(([x, y]) => !crossed(x, y) && room.free([x, y, x + width, y + COUNTRY_HEIGHT]));
  if (!spot) return [];
  room.take([spot[0], spot[1], spot[0] + width, spot[1] + COUNTRY_HEIGHT]);
  return [move(make("span", { class: "country" }, name), spot[0], spot[1])];
}

/** Draws all names anew.
 * @param {Page} page
 * @param {import("../shared/base_map.js").BaseMap | null} ground
 * @param {Box[]} more boxes that have to stay free */
export function drawNames(page, ground, more) {
  const { map, data, words, base } = page;
  const { x: left, y: top } = map.containerPointToLayerPoint([0, 0]);
  const room = roomOf(map, [[left, top, left + BUTTONS[0], top + BUTTONS[1]], ...more]);
  const nodes = originName(page, room);
  if (ground) nodes.push(...spotNames(map, ground, room, "place", [1]));
  for (const [number, lon, lat] of data.base.places) {
    const area = base.areas[number];
    const at = room.point([lat, lon]);
    if (!namedAt(area, map.getZoom()) || !room.screen.contains(at)) continue;
    nodes.push(...dottedName(area.name, at, room, nameSize(area.population), area.part === "ring" ? "ring" : "town"));
  }
  const border = base.frontier.map((part) => part.map(room.point));
  if (border.flat().some((at) => room.screen.contains(at))) {
    const middle = room.point(L.latLngBounds(base.frontier.flat()).getCenter());
    for (const code of new Set(base.areas.map((area) => area.country))) {
      const spots = base.areas.filter((area) => area.country === code).map((area) => room.point(area.centre))
        .sort((a, b) => a.distanceTo(middle) - b.distanceTo(middle));
      nodes.push(...countryName(words.t(code.toLowerCase()), spots, border, room));
    }
  }
  if (ground) {
    const named = new Set(nodes.map((node) => String(node.textContent).split(" (")[0]));
    nodes.push(...groundNames(map, ground, room, named));
  }
  map.getPane("names")?.replaceChildren(...nodes);
}
