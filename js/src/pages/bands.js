/* Isochrones: one band a cutoff, the longest beneath. */

import { make } from "../shared/elements.js";
import { kilometre, polygons } from "../shared/geometry.js";
import { FRONTIER } from "./base.js";
import { key, row } from "./keys.js";

/** @typedef {import("../types.js").Page} Page */
/** @typedef {import("../types.js").Band} Band */

/** A band whose cutoff is not among the view's. */
const UNKNOWN = "#888888";
/** What is reached in none of the countries of the map. */
const OTHER = "other";
/** Less than this share of the map is easily overlooked. */
const OVERLOOKED = 1 / 200;

/** @param {Page} page
 * @returns {import("../types.js").Topic} */
export function bandsOf({ map, data, words, choosing, base }) {
  const { t, count } = words;
  const { view, layer } = choosing;

  const partsOf = () => [...view().parts, OTHER];
  /** @param {number} cutoff */
  function colour(cutoff) {
    const used = layer().bands.map((band) => band.cutoff).sort((a, b) => a - b);
    const rank = used.length > 1 ? used.indexOf(cutoff) / (used.length - 1) : 0;
    const { bands } = data.palettes;
    return view().cutoffs.includes(cutoff) ? bands[Math.round(rank * (bands.length - 2))] : UNKNOWN;
  }
  /** @param {Band} band
   * @param {string} part */
  const size = (band, part) => t("area_km2", { n: count(band.km2[part] || 0) });
  /** @param {Band} band */
  const within = (band) => t("within", { n: words.plain(band.cutoff) });
  /** @param {Band} band */
  function card(band) {
    const [origin, mode] = layer().key;
    const parts = partsOf().filter((part) => band.km2[part] > 0 || part !== OTHER);
    return make("div", { class: "card" }, make("strong", {}, view().names[origin] ?? origin),
      make("div", { class: "main" }, within(band)),
      make("div", { class: "small" }, words.named("by_mode", mode) ?? ""),
      ...parts.map((part) => row(t(part), size(band, part))));
  }
  /** How large a band is, and how much of it lies across the border of its origin.
   * @param {Band} band */
  function share(band) {
    const { all } = band.km2;
    const home = (data.home[layer().key[0]] ?? "").toLowerCase();
    const abroad = home ? view().parts.filter((part) => part !== home) : [];
    const across = abroad.reduce((sum, part) => sum + (band.km2[part] || 0), 0);
    return across && all ? t("area_share", { n: count(all), p: words.share(across / all) })
      : t("area_km2", { n: count(all) });
  }
  return {
    draw(put) {
      layer().bands.forEach((band, place) => {
        const shape = L.polygon(polygons(band.geometry), base.live("bands", {
          color: "#ffffff", weight: 1, fillColor: colour(band.cutoff), fillOpacity: 1,
        }));
        shape.bindTooltip(() => card(band), { sticky: true, opacity: 1, className: "hover" });
        shape.on("click", (event) => {
          shape.closeTooltip();
          L.popup({ maxWidth: 290 }).setLatLng(event.latlng).setContent(card(band)).openOn(map);
        });
        put("band" + place, shape);
      });
      const at = data.origins[layer().key[0]];
      if (!at) return;
      put("halo", L.circleMarker([at[1], at[0]], {
        ...base.flat("chosen", { color: "#ffffff", weight: 3, fillColor: FRONTIER, fillOpacity: 1 }), radius: 8,
      }));
    },
    title: () => t("travel_time"),
    legend: () => layer().bands.toReversed().map((band) => {
      const item = key(colour(band.cutoff), within(band));
      item.append(make("small", {}, share(band)));
      return item;
    }),
    table: () => ({
      head: [words.capital(t("cutoff")), ...partsOf().map((part) => t(part))],
      rows: layer().bands.toReversed().map((band) => [
        t("minutes", { n: words.plain(band.cutoff) }), partsOf().map((part) => size(band, part))]),
    }),
    unseen() {
      const most = Math.max(...layer().bands.map((band) => band.km2.all || 0));
      const { x, y } = map.getSize();
      const pixelsOfKm = kilometre(2 ** map.getZoom(), map.getCenter().lat);
      return most > 0 && most * pixelsOfKm ** 2 < OVERLOOKED * x * y;
    },
    box() {
      const bounds = L.latLngBounds([]);
      for (const band of layer().bands) bounds.extend(L.polyline(polygons(band.geometry).flat()).getBounds());
      return bounds.isValid() ? { bounds, options: { padding: [24, 24] } } : null;
    },
  };
}
