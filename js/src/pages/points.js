/* Placements on a map: circles in the own country, diamonds across the border. */

import { byId, linkButton } from "../shared/elements.js";
import { diamond, markerOf, star } from "../shared/marks.js";
import { FRONTIER } from "./base.js";
import { key, remark, shapeKey } from "./keys.js";
import { offersOf } from "./offers.js";
import { nameCloseButton } from "./selecting.js";

/** @typedef {import("../types.js").Page} Page */
/** @typedef {import("./offers.js").Group} Group */

/** What a minute of rounding does not move into another band. */
const SLACK = 1.0001;
/** Width from which on the list is open at once, as in grensgeo.css. */
const WIDE_PX = 760;

/** The number of the band in which minutes lie.
 * @param {number} minutes
 * @param {[number, string][]} bands last minute and colour
 * @returns {number} */
export function bandOf(minutes, bands) {
  const found = bands.findIndex(([end]) => minutes <= end * SLACK);
  return found < 0 ? bands.length - 1 : found;
}

/** What opens and draws the places of placements.
 * @param {Page} page */
function placesOf(page) {
  const { map, words, choosing, base } = page;
  const { view, layer } = choosing;
  const offers = offersOf(page);
  const Diamond = markerOf(diamond);
  const Star = markerOf(star);

  /** @returns {Map<number, Group>} */
  function groups() {
    const found = new Map();
    for (const [number, time] of layer().rows) {
      const offer = view().offers[number];
      if (!found.has(offer.place)) found.set(offer.place, []);
      found.get(offer.place).push([offer, time]);
    }
    return found;
  }
  /** @param {Group} group */
  function open(group) {
    const [x, y] = view().places[group[0][0].place];
    const popup = L.popup({ maxWidth: 290, maxHeight: 320, autoPanPadding: [16, 16] })
      .setLatLng([y, x]).setContent(offers.card(group, group.length)).openOn(map);
    /* What scrolls has to be in reach of the keyboard. */
    const content = popup.getElement()?.querySelector(".leaflet-popup-content");
    if (content instanceof HTMLElement) content.tabIndex = 0;
    nameCloseButton(words.t("close"));
  }
  /** @param {number} number
   * @param {Group} group */
  function marker(number, group) {
    const [x, y, across] = view().places[number];
    const shape = new (across ? Diamond : L.CircleMarker)([y, x], {
      pane: "points", renderer: base.renderers.points, radius: Math.min(7 + 1.5 * Math.log2(group.length), 14),
      color: "#1d1f24", weight: 1.4, fillColor: view().bands[bandOf(group[0][1], view().bands)][1], fillOpacity: 1,
    });
    shape.bindTooltip(() => offers.card(group, 2), { opacity: 1, className: "hover" });
    shape.on("click", () => {
      shape.closeTooltip();
      open(group);
    });
    return shape;
  }
  /** @param {[number, number]} home longitude, latitude */
  const homeMarker = ([x, y]) => new Star([y, x], {
    pane: "points", renderer: base.renderers.points, interactive: false, radius: 13, color: "#ffffff",
    weight: 2, fillColor: FRONTIER, fillOpacity: 1,
  });
  return { offers, groups, open, marker, homeMarker };
}

/** @param {Page} page
 * @returns {import("../types.js").Topic} */
export function pointsOf(page) {
  const { map, words, choosing } = page;
  const { t, count } = words;
  const { view, layer } = choosing;
  const { offers, groups, open, marker, homeMarker } = placesOf(page);
  let opened = false;

  /** Where something stands: places and the home. */
  function spots() {
    const { places, home } = view();
    const found = [...groups().keys()].map((number) => L.latLng(places[number][1], places[number][0]));
    return home ? [...found, L.latLng(home[1], home[0])] : found;
  }
  /** Bands of minutes, with how many there are in each. */
  function bandKeys() {
    const { bands } = view();
    const found = layer().rows.map(([, time]) => bandOf(time, bands));
    return bands.map(([end, colour], i) => key(colour, t("placement_band", {
      a: count(i ? bands[i - 1][0] : 0), b: count(end), n: count(found.filter((band) => band === i).length),
    })));
  }
  return {
    draw(put) {
      // the far beneath the near
      for (const [number, group] of [...groups()].reverse()) put("point" + number, marker(number, group));
      const { home } = view();
      if (home) put("home", homeMarker(home));
      /* On a wide page the list is open from the beginning; a reader may close it. */
      if (!opened && window.innerWidth > WIDE_PX) byId("table-box").open = true;
      opened = true;
    },
    title: () => t("placement_offers"),
    legend() {
      const asides = Object.entries(layer().asides).filter(([, n]) => n).map(([name, n]) => t(name, { n: count(n) }));
      if (!layer().rows.length) asides.unshift(t("placement_none"));
      if ([...groups().values()].some((group) => group.length > 1)) asides.unshift(t("placement_several"));
      const side = view().controls.find((control) => control.id === "side");
      const shapes = side && side.options.length > 1
        ? [shapeKey("circle", t("placement_own")), shapeKey("diamond", t("placement_across"))] : [];
      return [...bandKeys(), ...shapes,
        ...(view().home ? [shapeKey("star", t("placement_home"))] : []), ...asides.map(remark)];
    },
    table() {
      const found = groups();
      return {
        head: offers.columns(),
        rows: layer().rows.map(([number, time]) => {
          const offer = view().offers[number];
          const button = linkButton(offers.minutes(time), () => {
            open(found.get(offer.place) ?? [[offer, time]]);
            if (window.innerWidth <= WIDE_PX) map.getContainer().scrollIntoView();
          }, String(number));
          return [button, offers.cells(offer)];
        }),
      };
    },
    values: () => Object.fromEntries(Object.entries(layer().said).map(([name, value]) => [name, count(value)])),
    box() {
      const bounds = L.latLngBounds(spots());
      return bounds.isValid() ? { bounds, options: { padding: [48, 48], maxZoom: 13 } } : null;
    },
    taken: () => spots().map((spot) => {
      const at = map.latLngToLayerPoint(spot);
      return [at.x - 6, at.y - 6, at.x + 6, at.y + 6];
    }),
  };
}
