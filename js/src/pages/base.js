/* The ground of a map: land, outlines, roads, railways and waters, and the border. */

import { readAreas } from "../shared/areas.js";
import { baseMapLayer, openBaseMap } from "../shared/base_map.js";
import { line } from "../shared/geometry.js";

/** @typedef {import("../types.js").MapData} MapData */
/** @typedef {ReturnType<typeof drawBase>} DrawnBase */
/** @typedef {{base: import("../shared/base_map.js").BaseMap, layer: any}} Ground */

/** Panes from below, and whether the pointer goes through them.
 * @type {[string, number, boolean][]} */
const PANES = [["land", 200, false], ["figures", 300, false], ["bands", 350, false], ["base", 380, true],
               ["lines", 400, true],
               ["frontier", 420, true], ["points", 430, false], ["chosen", 440, true], ["names", 620, true]];
const DRAWN = PANES.map(([name]) => name).filter((name) => !["base", "names"].includes(name));
/** Land, and what lies outside what is shown. */
export const LAND = "var(--land)";
export const OUTLINE = "#7d7f86";
const FAINT = "var(--faint)";
export const FRONTIER = "var(--border)";
const SMOOTH = 0.4;
/** @type {[string, L.PolylineOptions][]} */
const LINES = [
  ["water", { color: "#9cc3d9", weight: 2 }],
  ["road", { color: "#8f8a80", weight: 0.9, opacity: 0.75 }],
  ["rail", { color: "#4a4a52", weight: 1.6, dashArray: "6 3" }],
];

/** @param {L.Map} map
 * @returns {Record<string, L.SVG>} */
function makePanes(map) {
  for (const [name, z, through] of PANES) {
    const pane = map.createPane(name);
    pane.style.zIndex = String(z);
    if (through) pane.style.pointerEvents = "none";
  }
  return Object.fromEntries(DRAWN.map((name) => [name, L.svg({ pane: name, padding: 0.4 })]));
}

/** Draws roads, railways and waters once they are unpacked.
 * @param {L.Map} map
 * @param {MapData} data
 * @returns {Promise<Ground | null>} */
export async function drawGround(map, data) {
  const base = await openBaseMap(data.base_map);
  if (!base) return null;
  const layer = baseMapLayer("base").addTo(map);
  layer.show(base);
  return { base, layer };
}

/** @param {L.Map} map
 * @param {MapData} data */
export function drawBase(map, data) {
  const renderers = makePanes(map);
  const areas = readAreas(data.base);
  /** Options of a shape that can be pointed at.
   * @param {string} pane
   * @param {L.PathOptions} style */
  const live = (pane, style) => ({ pane, renderer: renderers[pane], smoothFactor: SMOOTH, ...style });
  /** Options of a shape that only lies there.
   * @param {string} pane
   * @param {L.PathOptions} style */
  const flat = (pane, style) => live(pane, { interactive: false, ...style });
  for (const area of areas) {
    L.polygon(area.rings, flat("land", {
      stroke: true, color: LAND, weight: 0.8, fillColor: LAND, fillOpacity: data.land,
    })).addTo(map);
    const ring = area.part === "ring";
    L.polygon(area.rings, flat("lines", {
      fill: false, weight: ring ? 0.5 : 0.8, color: ring ? FAINT : OUTLINE,
    })).addTo(map);
  }
  for (const [kind, style] of LINES) {
    const shown = (data.lines[kind] || []).map(line);
    if (shown.length) L.polyline(shown, flat("lines", style)).addTo(map);
  }
  const frontier = data.base.border.map(line);
  L.polyline(frontier, flat("frontier", { color: "var(--halo)", weight: 5, opacity: 0.9 })).addTo(map);
  L.polyline(frontier, flat("frontier", { color: FRONTIER, weight: 2.6 })).addTo(map);
  L.control.scale({ imperial: false, position: "bottomright", maxWidth: 120 }).addTo(map);
  const [south, west, north, east] = data.base.bounds;
  return { areas, frontier, renderers, live, flat, bounds: L.latLngBounds([south, west], [north, east]) };
}
