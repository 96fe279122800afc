/* The map around the cells: land, outlines, border, names, the chosen place, and its colours. */

import * as Cells from "./cells.js";
import { make, draw } from "./words.js";

const UNITS = 10000;
/* Names of countries come after those of the cities and before those of the towns. */
const COUNTRY_AFTER = 60000;
/* What stands above the map, so that no name hides beneath it. */
const HINT_PX = 240;
const ABOVE = ".leaflet-bar, .leaflet-control-scale, #warnings li";

/* Whole ten-thousandths of a degree, each a step from the one before. */
function line(steps) {
  const points = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    points.push([y / UNITS, x / UNITS]);
  }
  return points;
}

export function readAreas(rows) {
  return rows.map(([code, name, country, nuts3, part, population, geometry], number) => {
    const rings = geometry.map((polygon) => polygon.map(line));
    return { number, code, name, country, nuts3, part, population, rings,
             centre: L.latLngBounds(rings.flat(2)).getCenter() };
  });
}

export function view(map, data, { areas, cells, words }) {
  for (const [name, z] of [["land", 200], ["cells", 300], ["lines", 400], ["chosen", 440], ["names", 620]]) {
    const pane = map.createPane(name);
    pane.style.zIndex = z;
    pane.style.pointerEvents = "none";
  }
  const canvases = {};
  for (const name of ["land", "lines"]) canvases[name] = L.canvas({ pane: name, padding: 0.15 });
  const flat = (pane, style) => ({
    pane, renderer: canvases[pane], interactive: false, smoothFactor: 0.6, ...style,
  });
  const land = areas.map((area) => L.polygon(area.rings, flat("land", { weight: 1 })).addTo(map));
  const ground = Cells.shapesOf(areas.map((area) => area.rings.flat()));
  const layer = new Cells.Layer(cells, ground, { pane: "cells" });
  const outlines = areas.map((area) =>
    L.polygon(area.rings, flat("lines", { fill: false, weight: area.part === "ring" ? 0.5 : 0.9 })).addTo(map));
  const frontier = data.base.border.map(line);
  const edge = data.edge.map(line);
  const edgeLine = L.polyline(edge, flat("lines", { weight: 1.6, dashArray: "5 5" })).addTo(map);
  const halo = L.polyline(frontier, flat("lines", { weight: 5, opacity: 0.85 })).addTo(map);
  const border = L.polyline(frontier, flat("lines", { weight: 2.4 })).addTo(map);
  const pin = make("div", { class: "pin", "aria-hidden": "true" });
  pin.append(draw("svg", { viewBox: "0 0 24 32" },
    draw("path", { d: "M12 31C12 31 2.5 18.6 2.5 11.4a9.5 9.5 0 0 1 19 0C21.5 18.6 12 31 12 31Z" }),
    draw("circle", { cx: 12, cy: 11.5, r: 3.6 })));
  map.getPane("chosen").append(pin);
  const cross = make("div", { class: "cross", "aria-hidden": "true" });
  map.getContainer().append(cross);
  /* The cross is for those who point with keys. */
  const keyed = (on) => map.getContainer().classList.toggle("keyed", on);
  map.getContainer().addEventListener("keyup", (event) => keyed(event.target === map.getContainer()));
  map.getContainer().addEventListener("pointerdown", () => keyed(false));
  map.getContainer().addEventListener("blur", () => keyed(false));
  const hint = make("div", { id: "hover", hidden: true, "aria-hidden": "true" });
  map.getContainer().append(hint);
  L.control.scale({ imperial: false, position: "bottomright", maxWidth: 110 }).addTo(map);
  const bounds = L.latLngBounds(data.base.bounds.slice(0, 2), data.base.bounds.slice(2));
  const home = () => map.fitBounds(bounds, { padding: [2, 2], animate: false });
  map.setMaxBounds(bounds.pad(0.9));
  const Home = L.Control.extend({
    onAdd() {
      const box = L.DomUtil.create("div", "leaflet-bar");
      const link = L.DomUtil.create("a", "home", box);
      link.href = "#";
      link.setAttribute("role", "button");
      link.textContent = "\u2302";
      L.DomEvent.on(link, "click", (event) => {
        L.DomEvent.stop(event);
        home();
      });
      return box;
    },
  });
  new Home({ position: "topleft" }).addTo(map);

  /* ---- names: the greatest first, none over another ---- */
  const measure = document.createElement("canvas").getContext("2d");
  const font = getComputedStyle(document.body).fontFamily;
  const pane = map.getPane("names");
  let written = [];
  let chosen = null;
  let shownStops = [];
  function drawNames() {
    const zoom = map.getZoom();
    const corner = map.containerPointToLayerPoint([0, 0]);
    const size = map.getSize();
    const screen = L.bounds(corner, corner.add(size));
    const taken = [];
    const frame = map.getContainer().getBoundingClientRect();
    for (const node of document.querySelectorAll(ABOVE)) {
      const box = node.getBoundingClientRect();
      const [x, y] = [corner.x - frame.left, corner.y - frame.top];
      taken.push([box.left + x, box.top + y, box.right + x, box.bottom + y]);
    }
    written = [];
    const free = (box) => taken.every((b) => box[2] < b[0] || box[0] > b[2] || box[3] < b[1] || box[1] > b[3]);
    function place(name, at, style, dot) {
      const height = style.size * 1.3;
      measure.font = `${style.bold ? 600 : 400} ${style.size}px ${font}`;
      const width = Math.min(measure.measureText(name).width, 220) + 4;
      const gap = dot ? 5 : -width / 2;
      const spots = dot ? [[at.x + gap, at.y - height / 2], [at.x - gap - width, at.y - height / 2],
                           [at.x - width / 2, at.y - height - 4], [at.x - width / 2, at.y + 4]]
        : [[at.x - width / 2, at.y - height / 2]];
      const spot = spots.find(([x, y]) => x >= screen.min.x && x + width <= screen.max.x
        && y >= screen.min.y && y + height <= screen.max.y && free([x, y, x + width, y + height]));
      if (!spot) return;
      taken.push([spot[0], spot[1], spot[0] + width, spot[1] + height], [at.x - 3, at.y - 3, at.x + 3, at.y + 3]);
      written.push({ name, x: spot[0], y: spot[1], at, ...style, dot });
    }
    if (chosen) {
      const at = map.latLngToLayerPoint(chosen.latlng);
      taken.push([at.x - 11, at.y - 31, at.x + 11, at.y + 2]);
      place(chosen.name, at.add([8, -14]), { size: 14, bold: true, kind: "here" }, true);
    }
    let named = false;
    for (const [number, lon, lat] of data.base.places) {
      const area = areas[number];
      if (!named && area.population < COUNTRY_AFTER) {
        named = true;
        countries(screen, place);
      }
      if (chosen && chosen.area === area && chosen.kind === "place") continue;
      const ring = area.part === "ring";
      if (ring && area.population < (zoom < 9 ? 150000 : zoom < 10 ? 50000 : 0)) continue;
      const at = map.latLngToLayerPoint([lat, lon]);
      if (!screen.contains(at)) continue;
      const font = area.population > 200000 ? 15 : area.population > 60000 ? 13 : 11.5;
      place(area.name, at, { size: font, bold: font > 12, kind: ring ? "ring" : "town", number }, true);
    }
    for (const stop of zoom >= 10.5 ? shownStops : []) {
      const at = map.latLngToLayerPoint([stop.lat, stop.lon]);
      if (screen.contains(at)) place(stop.name, at, { size: 10.5, bold: false, kind: "stop", stop: stop.key }, true);
    }
    const far = edge.flat().filter((_, i) => i % 8 === 0)
      .map((at) => map.latLngToLayerPoint(at)).filter((at) => screen.contains(at));
    const low = far.sort((a, b) => b.y - a.y)[0];
    if (low) place(words.t("data_end"), low.add([0, 11]), { size: 11, bold: false, kind: "end" }, false);
    write();
  }
  function countries(screen, place) {
    for (const [code, key] of [["NL", "nl"], ["DE", "de"]]) {
      const spots = areas.filter((area) => area.country === code)
        .map((area) => map.latLngToLayerPoint(area.centre)).filter((at) => screen.contains(at));
      const middle = screen.getCenter();
      const border = frontier.flat().filter((_, i) => i % 10 === 0).map((at) => map.latLngToLayerPoint(at));
      if (!border.some((at) => screen.contains(at))) continue;
      spots.sort((a, b) => a.distanceTo(middle) - b.distanceTo(middle));
      const name = words.t(key).toLocaleUpperCase();
      const before = written.length;
      for (const spot of spots) {
        if (border.some((at) => Math.abs(at.x - spot.x) < 100 && Math.abs(at.y - spot.y) < 26)) continue;
        place(name, spot, { size: 13, bold: true, kind: "country" }, false);
        if (written.length > before) break;
      }
    }
  }
  function write() {
    const nodes = [];
    for (const one of written) {
      if (one.dot && one.kind !== "here") {
        const dot = make("i", { class: "dot " + one.kind });
        dot.style.transform = `translate(${one.at.x - 2.5}px,${one.at.y - 2.5}px)`;
        nodes.push(dot);
      }
      const label = make("span", { class: "place " + one.kind + (one.bold ? " big" : "") });
      label.textContent = one.name;
      label.style.fontSize = one.size + "px";
      label.style.transform = `translate(${one.x}px,${one.y}px)`;
      nodes.push(label);
    }
    pane.replaceChildren(...nodes);
    if (chosen) {
      const at = map.latLngToLayerPoint(chosen.latlng);
      pin.style.transform = `translate(${at.x - 12}px,${at.y - 31}px)`;
    }
    pin.hidden = !chosen;
  }
  map.on("moveend zoomend resize viewreset", drawNames);
  map.on("zoomstart", () => {
    pane.replaceChildren();
    pin.hidden = true;
  });

  /* Colours of the theme go to everything that is drawn rather than styled. */
  function dress(colours) {
    for (const shape of land) shape.setStyle({ color: colours.land, fillColor: colours.land, fillOpacity: 1 });
    outlines.forEach((shape, i) => shape.setStyle({ color: areas[i].part === "ring" ? colours.faint : colours.outline }));
    edgeLine.setStyle({ color: colours.edge });
    halo.setStyle({ color: colours.halo });
    border.setStyle({ color: colours.border });
  }

  /* `said(cell)` gives the words for the cell under the pointer, or none. */
  let pointer = null;
  let say = () => "";
  /* The words beneath the pointer, again: what they say may have changed under a pointer at rest. */
  function sayAgain() {
    if (!pointer) return;
    hint.textContent = say(layer.at(pointer, false));
    hint.hidden = !hint.textContent;
  }
  function hover(said) {
    if (!window.matchMedia("(hover: hover)").matches) return;
    say = said;
    map.on("mousemove", ({ latlng, containerPoint: at }) => {
      pointer = latlng;
      sayAgain();
      const left = at.x > map.getSize().x - HINT_PX;
      hint.style.transform = `translate(${at.x + (left ? -12 : 14)}px,${at.y + 14}px)`
        + (left ? " translateX(-100%)" : "");
    });
    map.on("mouseout zoomstart movestart", () => {
      pointer = null;
      hint.hidden = true;
    });
  }

  /* A new width shows the whole again; a phone's address bar does not. */
  let width = window.innerWidth;
  function fit() {
    map.invalidateSize({ animate: false, pan: false });
    home();
  }
  window.addEventListener("resize", () => {
    if (window.innerWidth === width) return map.invalidateSize({ animate: false });
    width = window.innerWidth;
    return fit();
  });

  return {
    layer, home, hover, sayAgain, dress,
    quiet: () => { hint.hidden = true; },
    /* Draw land and lines now: Leaflet itself waits for the next frame, which a printer has not. */
    flush: () => { for (const canvas of Object.values(canvases)) canvas._redraw(); },
    start: () => {
      home();
      layer.addTo(map);
    },
    choose(place) {
      chosen = place;
      drawNames();
    },
    stops(list) {
      shownStops = list;
      drawNames();
    },
    /* The name of a town or a stop within a finger's width of a point. */
    nameAt(point) {
      const at = map.containerPointToLayerPoint(point);
      const near = written.filter((one) => (one.number !== undefined || one.stop) && one.dot)
        .map((one) => [one.at.distanceTo(at), one]).sort((a, b) => a[0] - b[0])[0];
      return near && near[0] < 9 ? near[1] : null;
    },
    get written() {
      return written;
    },
    get chosen() {
      return chosen;
    },
  };
}
