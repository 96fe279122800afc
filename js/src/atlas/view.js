/* The map of the atlas: the cells, what lies around them, names, the pin, and what the pointer says. */

import { afterPaint } from "../shared/after_paint.js";
import { baseMapLayer } from "../shared/base_map.js";
import { draw, make } from "../shared/elements.js";
import { addHome, onNewWidth } from "../shared/page.js";
import { move } from "../shared/room.js";
import { cellLayer } from "./cells.js";
import { drawGround } from "./ground.js";
import { placeNames, writeNames } from "./names.js";
import { shapesOf } from "./outlines.js";

/** @typedef {import("./names.js").Chosen} Chosen */
/** @typedef {import("./names.js").Written} Written */
/** @typedef {import("../types.js").Entry} Entry */
/** @typedef {ReturnType<typeof viewOf>} View */

/** An answer is shown no closer than this. */
const CLOSEST = 12;
/** Room that the words beneath the pointer take. */
const HINT_PX = 240;
/** A finger's width. */
const NEAR_PX = 9;

/** @param {string} more class of the pin */
function makePin(more = "") {
  const pin = make("div", { class: "pin" + more, "aria-hidden": "true" });
  pin.append(draw("svg", { viewBox: "0 0 24 32" },
    draw("path", { d: "M12 31C12 31 2.5 18.6 2.5 11.4a9.5 9.5 0 0 1 19 0C21.5 18.6 12 31 12 31Z" }),
    draw("circle", { cx: 12, cy: 11.5, r: 3.6 })));
  return pin;
}

/** The cross in the middle is for those who point with keys.
 * @param {HTMLElement} container */
function addCross(container) {
  container.append(make("div", { class: "cross", "aria-hidden": "true" }));
  /** @param {boolean} on */
  const keyed = (on) => container.classList.toggle("keyed", on);
  container.addEventListener("keyup", (event) => keyed(event.target === container));
  container.addEventListener("pointerdown", () => keyed(false));
  container.addEventListener("blur", () => keyed(false));
}

/** Says what lies beneath the pointer.
 * @param {L.Map} map
 * @param {any} layer of the cells */
function hinting(map, layer) {
  const hint = make("div", { id: "hover", hidden: true, "aria-hidden": "true" });
  map.getContainer().append(hint);
  /** @type {L.LatLng | null} */
  let pointer = null;
  /** @type {(cell: number) => string} */
  let say = () => "";
  /* The words beneath the pointer, again: what they say may have changed under a pointer at rest. */
  function sayAgain() {
    if (!pointer) return;
    hint.textContent = say(layer.at(pointer, false));
    hint.hidden = !hint.textContent;
  }
  return {
    sayAgain,
    quiet() {
      hint.hidden = true;
    },
    /** @param {(cell: number) => string} said words for the cell under the pointer, or none */
    hover(said) {
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
    },
  };
}

/** Buttons and keys zoom about a spot, so that what is asked about stays in sight.
 * @param {L.Map} map
 * @param {() => L.LatLng | undefined} spot */
function zoomAbout(map, spot) {
  /** @param {number} step */
  function zoom(step) {
    const at = spot();
    const about = at && map.getBounds().contains(at) ? at : map.getCenter();
    return map.setZoomAround(about, map.getZoom() + step);
  }
  const { zoomDelta = 1 } = map.options;
  map.zoomIn = (step = zoomDelta) => zoom(step);
  map.zoomOut = (step = zoomDelta) => zoom(-step);
}

/** Shows all of an answer: the spots that are reached, and the place.
 * @param {L.Map} map
 * @returns {(spots: [number, number][]) => void} of spots as latitude and longitude */
const fitting = (map) => (spots) => {
  const all = L.latLngBounds(spots);
  if (all.isValid()) map.fitBounds(all, { padding: [24, 24], maxZoom: CLOSEST, animate: false });
};

/** The pin, the names and the ground about them: an answer is painted before these are.
 * @param {L.Map} map
 * @param {[HTMLElement, HTMLElement]} pins of the place and of a second one
 * @param {any} beneath the layer of the base map, or null
 * @param {(chosen: Chosen | null, stops: Entry[]) => Written[]} place names where there is room */
function sceneryOf(map, pins, beneath, place) {
  const pane = /** @type {HTMLElement} */ (map.getPane("names"));
  /** @type {{written: Written[], chosen: Chosen | null, second: {lat: number, lon: number} | null, stops: Entry[]}} */
  const now = { written: [], chosen: null, second: null, stops: [] };
  const names = afterPaint(() => {
    now.written = place(now.chosen, now.stops);
    writeNames(pane, now.written);
  });
  const late = [names, ...(beneath ? [beneath.late] : [])];
  function drawPin() {
    [now.chosen?.latlng, now.second && L.latLng(now.second.lat, now.second.lon)].forEach((spot, i) => {
      pins[i].hidden = !spot;
      if (!spot) return;
      const at = map.latLngToLayerPoint(spot);
      move(pins[i], at.x - 12, at.y - 31);
    });
  }
  map.on("moveend zoomend resize viewreset", () => {
    drawPin();
    names.ask();
  });
  map.on("zoomstart", () => {
    pane.replaceChildren();
    for (const pin of pins) pin.hidden = true;
  });
  return {
    /** The place of a second answer, or none.
     * @param {{lat: number, lon: number} | null} spot */
    chooseSecond(spot) {
      now.second = spot;
      drawPin();
    },
    /** @param {Chosen} chosen */
    choose(chosen) {
      now.chosen = chosen;
      drawPin();
      names.ask();
    },
    /** @param {Entry[]} list */
    showStops(list) {
      now.stops = list;
      names.ask();
    },
    rename: () => names.ask(),
    hold: () => late.forEach((one) => one.hold()),
    release: () => late.forEach((one) => one.release()),
    flush: () => late.forEach((one) => one.flush()),
    get written() {
      return now.written;
    },
    get chosen() {
      return now.chosen;
    },
  };
}

/** @param {L.Map} map
 * @param {import("../types.js").AtlasData} data
 * @param {{areas: import("../types.js").Area[], cells: import("./outlines.js").Shapes,
 *   base: import("../shared/base_map.js").BaseMap | null, words: import("../shared/words.js").Words}} shown */
export function viewOf(map, data, { areas, cells, base, words }) {
  const ground = drawGround(map, data, areas);
  const [south, west, north, east] = data.base.bounds;
  const layer = cellLayer(cells, shapesOf(areas.map((area) => area.rings.flat())), "cells", (south + north) / 2);
  const beneath = base ? baseMapLayer("base") : null;
  /** @type {[HTMLElement, HTMLElement]} */
  const pins = [makePin(), makePin(" second")];
  pins[1].hidden = true;
  map.getPane("chosen")?.append(...pins);
  addCross(map.getContainer());
  L.control.scale({ imperial: false, position: "bottomright", maxWidth: 110 }).addTo(map);
  const bounds = L.latLngBounds([south, west], [north, east]);
  const home = () => map.fitBounds(bounds, { padding: [2, 2], animate: false });
  map.setMaxBounds(bounds.pad(0.9));
  addHome(map, home);
  let byTransit = false;
  const scenery = sceneryOf(map, pins, beneath, (chosen, stops) =>
    placeNames({ map, places: data.base.places, areas, base, words, transit: () => byTransit, ...ground }, chosen, stops));
  zoomAbout(map, () => scenery.chosen?.latlng);
  /* A new width shows the whole again. */
  onNewWidth(map, () => {
    map.invalidateSize({ animate: false, pan: false });
    home();
  });
  return {
    layer, home, ...hinting(map, layer),
    /** Colours of the theme go to everything that is drawn rather than styled.
     * @param {import("../types.js").Theme} colours
     * @param {boolean} dark */
    dress(colours, dark) {
      ground.dress(colours);
      beneath?.dress(dark);
    },
    start() {
      home();
      layer.addTo(map);
      beneath?.addTo(map).show(base);
    },
    /** Railways, stations and the names of stops are stronger for who travels by them.
     * @param {boolean} transit */
    emphasise(transit) {
      if (transit === byTransit) return;
      byTransit = transit;
      beneath?.emphasise(transit);
      scenery.rename();
    },
    fit: fitting(map),
    choose: scenery.choose,
    chooseSecond: scenery.chooseSecond,
    showStops: scenery.showStops,
    /** Something else is asked: what can wait for the answer does. */
    expect() {
      layer.expect();
      scenery.hold();
    },
    answered: scenery.release,
    /** Draws now what waits for the next frames, which a printer has not. */
    flush() {
      ground.flush();
      scenery.flush();
    },
    /** The name of a town or a stop within a finger's width of a point.
     * @param {L.Point} point */
    nameAt(point) {
      const at = map.containerPointToLayerPoint(point);
      const [near] = scenery.written.filter((one) => (one.number !== undefined || one.stop) && one.dot)
        .map((one) => ({ far: one.at.distanceTo(at), one })).sort((a, b) => a.far - b.far);
      return near && near.far < NEAR_PX ? near.one : null;
    },
    get written() {
      return scenery.written;
    },
    get chosen() {
      return scenery.chosen;
    },
  };
}
