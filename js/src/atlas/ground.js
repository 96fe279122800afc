/* What lies around the cells on the map: land, outlines, the border, the edge of the data. */

import { line } from "../shared/geometry.js";

/** @typedef {import("../types.js").Area} Area */
/** @typedef {ReturnType<typeof drawGround>} Ground */

/** Panes from below; the pointer goes through all of them.
 * @type {[string, number][]} */
const PANES = [["land", 200], ["cells", 300], ["base", 350], ["lines", 400], ["way", 430], ["chosen", 440], ["names", 620]];
const SMOOTH = 0.6;

/** @param {L.Map} map
 * @param {import("../types.js").AtlasData} data
 * @param {Area[]} areas */
export function drawGround(map, data, areas) {
  for (const [name, z] of PANES) {
    const pane = map.createPane(name);
    pane.style.zIndex = String(z);
    pane.style.pointerEvents = "none";
  }
  /** @type {Record<string, any>} */
  const canvases = {};
  for (const name of ["land", "lines"]) canvases[name] = L.canvas({ pane: name, padding: 0.15 });
  /** @param {string} pane
   * @param {L.PathOptions} style */
  const flat = (pane, style) => ({
    pane, renderer: canvases[pane], interactive: false, smoothFactor: SMOOTH, ...style,
  });
  const frontier = data.base.border.map(line);
  const edge = data.edge.map(line);
  const land = areas.map((area) => L.polygon(area.rings, flat("land", { weight: 1 })).addTo(map));
  const outlines = areas.map((area) =>
    L.polygon(area.rings, flat("lines", { fill: false, weight: area.part === "ring" ? 0.5 : 0.9 })).addTo(map));
  const edgeLine = L.polyline(edge, flat("lines", { weight: 1.6, dashArray: "5 5" })).addTo(map);
  const halo = L.polyline(frontier, flat("lines", { weight: 5, opacity: 0.85 })).addTo(map);
  const border = L.polyline(frontier, flat("lines", { weight: 2.4 })).addTo(map);
  return {
    frontier, edge,
    /** Colours of the theme go to everything that is drawn rather than styled.
     * @param {import("../types.js").Theme} colours */
    dress(colours) {
      for (const shape of land) shape.setStyle({ color: colours.land, fillColor: colours.land, fillOpacity: 1 });
      outlines.forEach((shape, i) => shape.setStyle({ color: areas[i].part === "ring" ? colours.faint : colours.outline }));
      edgeLine.setStyle({ color: colours.edge });
      halo.setStyle({ color: colours.halo });
      border.setStyle({ color: colours.border });
    },
    /** Draw land and lines now: Leaflet itself waits for the next frame, which a printer has not. */
    flush() {
      for (const canvas of Object.values(canvases)) canvas._redraw();
    },
  };
}
