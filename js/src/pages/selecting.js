/* The area that is chosen: its outline, its popup and the list of places. */

import { byId, make } from "../shared/elements.js";
import { cardsOf } from "./card.js";

/** @typedef {import("../types.js").Page} Page */
/** @typedef {import("../types.js").Area} Area */

/** @param {Page} page */
export function selectingOf(page) {
  const { map, data, words, choosing, base } = page;
  const { state, view } = choosing;
  const card = cardsOf(page);
  /** @type {L.Polygon | null} */
  let highlight = null;
  /** @type {L.Popup | null} */
  let popup = null;

  /** @param {number | null} number */
  function mark(number) {
    if (highlight) highlight.remove();
    highlight = number === null ? null : L.polygon(base.areas[number].rings, base.flat("chosen", {
      fill: false, color: "#111827", weight: 3,
    })).addTo(map);
  }
  /** @param {number} number
   * @returns {L.LatLngExpression} */
  function centre(number) {
    const place = data.base.places.find((one) => one[0] === number);
    return place ? [place[2], place[1]] : base.areas[number].centre;
  }
  /** Chooses an area, and shows all that is told of it at a point of the map.
   * @param {number} number
   * @param {L.LatLngExpression} [at] */
  function select(number, at) {
    const spot = at ?? (popup && state.area === number ? popup.getLatLng() : undefined) ?? centre(number);
    state.area = number;
    mark(number);
    byId("find").value = String(number);
    if (popup) popup.setLatLng(spot).setContent(card(number));
    else {
      popup = L.popup({ maxWidth: 290, autoPanPadding: [16, 16] })
        .setLatLng(spot).setContent(card(number)).openOn(map);
    }
    nameCloseButton(words.t("close"));
  }
  map.on("popupclose", () => {
    popup = null;
    state.area = null;
    mark(null);
    byId("find").value = "";
  });

  /** Lists the areas with figures, by the region they lie in. */
  function showList() {
    const { ids } = view();
    byId("find-box").hidden = !ids;
    if (!ids) return;
    /** @type {Map<string, Area[]>} */
    const groups = new Map();
    for (const number of ids) {
      const area = base.areas[number];
      groups.set(area.nuts3, [...groups.get(area.nuts3) ?? [], area]);
    }
    byId("find").replaceChildren(make("option", { value: "" }, words.t("find_none")),
      ...[...groups].map(([label, members]) => make("optgroup", { label }, ...members
        .sort((a, b) => words.sort(a.name, b.name))
        .map((area) => make("option", { value: String(area.number) }, area.name)))));
    byId("find").value = state.area === null ? "" : String(state.area);
  }
  byId("find").addEventListener("change", () => {
    if (byId("find").value !== "") select(Number(byId("find").value));
    else map.closePopup();
  });
  return { card, mark, select, showList };
}

/** Leaflet's button has no name of its own.
 * @param {string} name */
export function nameCloseButton(name) {
  const button = document.querySelector(".leaflet-popup-close-button");
  if (button) button.setAttribute("aria-label", name);
}
