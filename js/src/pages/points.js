/* Placements on a grensgeo map: circles in the own country, diamonds across the border. Names and
   all other words of the data are written with textContent only. */
export function pointsOf(page) {
  const { map, data, make, t, own, language, capital, count, view, layer, key, row, $ } = page;
  const Diamond = L.CircleMarker.extend({
    _updatePath() {
      const { x, y } = this._point;
      const r = this._radius * 1.3;
      this._renderer._setPath(this, `M${x - r} ${y}L${x} ${y - r}L${x + r} ${y}L${x} ${y + r}Z`);
    },
  });
  const Star = L.CircleMarker.extend({
    _updatePath() {
      const { x, y } = this._point;
      const corners = Array.from({ length: 10 }, (_, i) => {
        const r = this._radius * (i % 2 ? 0.45 : 1);
        return `${x + r * Math.sin(i * Math.PI / 5)} ${y - r * Math.cos(i * Math.PI / 5)}`;
      });
      this._renderer._setPath(this, `M${corners.join("L")}Z`);
    },
  });
  const minutes = (n) => t("minutes", { n: count(Math.round(n)) });
  const bandOf = (n) => {
    const found = view().bands.findIndex(([end]) => n <= end * 1.0001);
    return found < 0 ? view().bands.length - 1 : found;
  };
  const said = () => Object.fromEntries(
    Object.entries(layer().said).map(([name, value]) => [name, count(value)]));
  const known = (table, word) => (word === null ? null : own(table, word) ?? word);
  function tongue(code) {
    if (code === null || !/^[a-z]{2}$/.test(code)) return code;
    return new Intl.DisplayNames([language()], { type: "language" }).of(code);
  }
  const words = (offer) => ({
    what: capital(known(data.labels.opp_types, offer.type)),
    sector: known(data.labels.sectors, offer.sector),
    level: offer.level,
    language: tongue(offer.language),
    period: offer.from === null && offer.to === null ? null
      : [offer.from ?? "\u2026", offer.to ?? "\u2026"].join(" \u2013 "),
  });
  const trip = (offer) => {
    const name = layer().key[0] === "any" ? offer.mode : layer().key[0];
    return own(data.labels.modes, name) ?? name;
  };

  /* ---- what a place offers ---- */
  function lines(offer) {
    const told = words(offer);
    const box = make("div", { class: "offer" });
    box.append(make("strong", {}, told.what));
    if (offer.count !== null && offer.count !== 1) box.append(row(capital(t("placement_places")), count(offer.count)));
    for (const name of ["sector", "level", "language", "period"]) {
      if (name === "period" && told.period === null) continue;
      box.append(row(capital(t("placement_" + name)), told[name] ?? t("placement_not_told")));
    }
    box.append(row(capital(t("placement_id")), offer.id));
    if (offer.unsure.length) {
      const what = offer.unsure.map((name) => t("unsure_" + name)).join(", ");
      box.append(make("div", { class: "small warn" }, t("placement_unsure_what", { what })));
    }
    if (offer.main_place) box.append(make("div", { class: "small warn" }, t("placement_at_main_place")));
    return box;
  }
  function card(group, most) {
    const box = make("div", { class: "card" });
    const [offer, time] = group[0];
    const across = view().places[offer.place][2];
    box.append(make("div", { class: "main" }, minutes(time)), make("div", { class: "small" },
      trip(offer) + " \u00b7 " + t(offer.country.toLowerCase()) +
      (across ? " (" + t("side_across") + ")" : "")));
    for (const [one] of group.slice(0, most)) box.append(lines(one));
    if (group.length > most) box.append(make("div", { class: "small" }, "+ " + count(group.length - most)));
    return box;
  }
  function open(group) {
    const [x, y] = view().places[group[0][0].place];
    const popup = L.popup({ maxWidth: 290, maxHeight: 320, autoPanPadding: [16, 16] })
      .setLatLng([y, x]).setContent(card(group, group.length)).openOn(map);
    /* What scrolls has to be in reach of the keyboard. */
    popup.getElement().querySelector(".leaflet-popup-content").tabIndex = 0;
    const button = document.querySelector(".leaflet-popup-close-button");
    if (button) button.setAttribute("aria-label", t("close"));
  }
  function groups() {
    const found = new Map();
    for (const [number, time] of layer().rows) {
      const offer = view().offers[number];
      if (!found.has(offer.place)) found.set(offer.place, []);
      found.get(offer.place).push([offer, time]);
    }
    return found;
  }

  /* ---- the map: the far beneath the near ---- */
  let opened = false;
  function draw(renderer, put) {
    for (const [number, group] of [...groups()].reverse()) {
      const [x, y, across] = view().places[number];
      const shape = new (across ? Diamond : L.CircleMarker)([y, x], {
        pane: "points", renderer, radius: Math.min(7 + 1.5 * Math.log2(group.length), 14),
        color: "#1d1f24", weight: 1.4, fillColor: view().bands[bandOf(group[0][1])][1], fillOpacity: 1,
      });
      shape.bindTooltip(() => card(group, 2), { opacity: 1, className: "hover" });
      shape.on("click", () => {
        shape.closeTooltip();
        open(group);
      });
      put("point" + number, shape);
    }
    if (view().home) {
      put("home", new Star([view().home[1], view().home[0]], {
        pane: "points", renderer, interactive: false, radius: 13, color: "#ffffff", weight: 2,
        fillColor: "#c2185b", fillOpacity: 1,
      }));
    }
    /* On a wide page the list is open from the beginning; a reader may close it. */
    if (!opened && window.innerWidth > 760) $("table-box").open = true;
    opened = true;
  }
  /* What the names of places have to leave free. */
  function boxes() {
    const spots = [...groups().keys()].map((number) => view().places[number]);
    return [...spots, ...(view().home ? [view().home] : [])].map(([x, y]) => {
      const at = map.latLngToLayerPoint([y, x]);
      return [at.x - 6, at.y - 6, at.x + 6, at.y + 6];
    });
  }
  function box() {
    const spots = [...groups().keys()].map((number) => view().places[number]);
    if (view().home) spots.push(view().home);
    return L.latLngBounds(spots.map(([x, y]) => [y, x]));
  }

  /* ---- legend and list ---- */
  function legend() {
    const ends = view().bands;
    const counts = ends.map(() => 0);
    for (const [, time] of layer().rows) counts[bandOf(time)] += 1;
    const items = ends.map(([end, colour], i) => key(colour, t("placement_band", {
      a: count(i ? ends[i - 1][0] : 0), b: count(end), n: count(counts[i]),
    })));
    for (const [mark, text] of [["circle", "placement_own"], ["diamond", "placement_across"],
                                ["star", "placement_home"]]) {
      if (mark === "star" && !view().home) continue;
      const item = key("#ffffff", t(text));
      item.firstChild.className = "swatch " + mark;
      item.firstChild.style.cssText = "";
      items.push(item);
    }
    const told = Object.entries(layer().asides).filter(([, n]) => n)
      .map(([name, n]) => t(name, { n: count(n) }));
    if (!layer().rows.length) told.unshift(t("placement_none"));
    if ([...groups().values()].some((group) => group.length > 1)) told.unshift(t("placement_several"));
    return [...items, ...told.map((text) => make("li", { class: "said" }, text))];
  }
  function table(head, add) {
    for (const name of ["placement_time", "country", "placement_sector", "placement_by", "placement_what",
                        "placement_level", "placement_language", "placement_not_told"]) head(capital(t(name)));
    const found = groups();
    for (const [number, time] of layer().rows) {
      const offer = view().offers[number];
      const told = words(offer);
      const button = make("button", { type: "button", class: "link" }, minutes(time));
      button.addEventListener("click", () => {
        open(found.get(offer.place));
        if (window.innerWidth <= 760) map.getContainer().scrollIntoView();
      });
      const dash = (text) => (text === null ? "\u2013" : text);
      add(button, [offer.country + (view().places[offer.place][2] ? " \u25c6" : ""),
                   dash(told.sector), trip(offer), told.what, dash(told.level), dash(told.language),
                   offer.unsure.map((name) => t("unsure_" + name)).join(", ")]);
    }
  }
  return { draw, box, boxes, legend, table, said };
}
