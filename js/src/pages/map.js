import { pointsOf } from "./points.js";

/* The page of a grensgeo map. Everything shown comes from the JSON in the page; names are written
   with textContent only, never as HTML. No request is made. */
function page(map) {
  const data = JSON.parse(document.getElementById("grensgeo-data").textContent);
  const locales = { nl: "nl-NL", de: "de-DE", en: "en-GB" };
  const hash = location.hash.slice(1);
  /* The first language of the browser that the page speaks; else the page's own. */
  const spoken = (navigator.languages || []).map((name) => name.slice(0, 2).toLowerCase())
    .find((name) => Object.hasOwn(locales, name));
  const state = {
    language: Object.hasOwn(locales, hash) ? hash : spoken ?? data.language,
    view: 0,
    choices: {},
    area: null,
  };
  const $ = (id) => document.getElementById(id);

  /* ---- words and numbers ---- */
  const fill = (text, values) =>
    text.replace(/\{(\w+)\}/g, (all, name) => (Object.hasOwn(values, name) ? values[name] : all));
  const own = (table, key) => (Object.hasOwn(table, key) ? table[key][state.language] : null);
  const t = (key, values) => fill(own(data.labels.texts, key) ?? key, values || {});
  const format = (value, options) =>
    new Intl.NumberFormat(locales[state.language], options).format(value);
  /* What is small is not nothing: two digits of it are told, as 0.04. */
  const digits = (size) => (size >= 0.001 && size < 1 ? { maximumSignificantDigits: 2 }
    : { maximumFractionDigits: size < 10 ? 1 : 0 });
  const count = (v) => format(v, digits(Math.abs(v)));
  const percent = (v) =>
    format(v, { style: "percent", maximumFractionDigits: v !== 0 && Math.abs(v) < 0.095 ? 1 : 0 });
  const signed = (text, v) => (v > 0 ? "+" + text : text.replace("-", "\u2212"));
  const units = {
    count,
    percent,
    change: (v) => signed(count(v), v),
    change_percent: (v) => signed(percent(v), v),
  };
  const figure = (v, unit) =>
    v === null || v === undefined ? t("missing") : v === "u" ? t("undefined")
      : v === "n" ? t("class_noise", { noise: percent(view().noise) }) : units[unit](v);

  /* What one country lacks does not hide what the other has. */
  function figureAt(name, slot, unit) {
    const { values } = layer();
    const read = (field) => (Object.hasOwn(values, field) ? values[field][slot] : undefined);
    const sides = view().bar && view().bar.length ? view().bar.map((side) => [side, read(side)]) : [];
    const told = sides.filter(([, v]) => typeof v === "number");
    if (name === "open" && (read(name) === null || read(name) === undefined) && told.length === 1 && told[0][1] > 0) {
      const [lost] = sides.find(([, v]) => typeof v !== "number");
      return t("at_least", { n: count(told[0][1]) }) + " \u2013 " + t("no_data_of", { country: t(lost) });
    }
    const text = figure(read(name), unit);
    const bound = unit === "count" && typeof read(name) === "number" && read("unknown") > 0;
    return bound ? t("at_least", { n: text }) : text;
  }
  /* Figures that say less than they seem to: where the data end, and where no ride helps. */
  const marks = (slot) => {
    const { values } = layer();
    const read = (field) => (Object.hasOwn(values, field) ? values[field][slot] : null);
    return { edge: read("edge") > (view().edge_share ?? 1), still: read("without") === 1 };
  };

  function make(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.filter((child) => child !== null));
    return node;
  }

  /* ---- geometry: whole ten-thousandths of a degree, each a step from the one before ---- */
  function line(steps) {
    const points = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      points.push([y / 10000, x / 10000]);
    }
    return points;
  }
  const polygons = (list) => list.map((rings) => rings.map(line));

  /* ---- the base ---- */
  for (const [name, z] of [["land", 200], ["figures", 300], ["bands", 350], ["lines", 400],
                           ["frontier", 420], ["points", 430], ["chosen", 440], ["names", 620]]) {
    const pane = map.createPane(name);
    pane.style.zIndex = z;
    if (name === "lines" || name === "frontier" || name === "chosen" || name === "names") {
      pane.style.pointerEvents = "none";
    }
  }
  const renderers = {};
  for (const name of ["land", "figures", "bands", "lines", "frontier", "points", "chosen"]) {
    renderers[name] = L.svg({ pane: name, padding: 0.4 });
  }
  const areas = data.base.areas.map((row, number) => ({
    number, code: row[0], name: row[1], country: row[2], nuts3: row[3], part: row[4],
    population: row[5], rings: polygons(row[6]),
  }));
  for (const area of areas) area.centre = L.latLngBounds(area.rings.flat(2)).getCenter();
  const flat = (pane, style) => ({
    pane, renderer: renderers[pane], interactive: false, smoothFactor: 0.4, ...style,
  });
  for (const area of areas) {
    L.polygon(area.rings, flat("land", {
      stroke: true, color: "#f3f1ec", weight: 0.8, fillColor: "#f3f1ec", fillOpacity: data.land,
    })).addTo(map);
    L.polygon(area.rings, flat("lines", {
      fill: false, weight: area.part === "ring" ? 0.5 : 0.8,
      color: area.part === "ring" ? "#c9c5bb" : "#7d7f86",
    })).addTo(map);
  }
  const lineStyles = {
    water: { color: "#9cc3d9", weight: 2 },
    road: { color: "#8f8a80", weight: 0.9, opacity: 0.75 },
    rail: { color: "#4a4a52", weight: 1.6, dashArray: "6 3" },
  };
  for (const kind of ["water", "road", "rail"]) {
    const shown = (data.lines[kind] || []).map(line);
    if (shown.length) L.polyline(shown, flat("lines", lineStyles[kind])).addTo(map);
  }
  const frontier = data.base.border.map(line);
  L.polyline(frontier, flat("frontier", { color: "#ffffff", weight: 5, opacity: 0.9 })).addTo(map);
  L.polyline(frontier, flat("frontier", {
    color: "#c2185b", weight: 2.6,
  })).addTo(map);
  L.control.scale({ imperial: false, position: "bottomright", maxWidth: 120 }).addTo(map);
  const frontierCentre = frontier.length
    ? L.latLngBounds(frontier.flat()).getCenter() : L.latLngBounds(areas.map((a) => a.centre)).getCenter();
  const bounds = L.latLngBounds(data.base.bounds.slice(0, 2), data.base.bounds.slice(2));
  function home() {
    const view = data.views[state.view];
    if (view.kind === "isochrones") {
      const box = L.latLngBounds([]);
      for (const band of layer().bands) box.extend(L.polyline(polygons(band.geometry).flat()).getBounds());
      if (box.isValid()) return map.fitBounds(box, { padding: [24, 24], animate: false });
    }
    if (view.kind === "placements" && points.box().isValid()) {
      return map.fitBounds(points.box(), { padding: [48, 48], maxZoom: 13, animate: false });
    }
    return map.fitBounds(bounds, { padding: [4, 4], animate: false });
  }
  map.setMaxBounds(bounds.pad(1.2));

  /* ---- names of places: the greatest first, none over another ---- */
  const measure = document.createElement("canvas").getContext("2d");
  const font = getComputedStyle(document.body).fontFamily;
  const namesPane = map.getPane("names");
  function drawNames() {
    const zoom = map.getZoom();
    const corner = map.containerPointToLayerPoint([0, 0]);
    const taken = [[corner.x, corner.y, corner.x + 48, corner.y + 126]];
    if (view().kind === "placements") taken.push(...points.boxes());
    const nodes = [];
    const screen = L.bounds(map.containerPointToLayerPoint([0, 0]),
                            map.containerPointToLayerPoint(map.getSize()));
    const start = view().kind === "isochrones" ? layer().key[0] : null;
    const spot = start !== null && Object.hasOwn(data.origins, start) ? data.origins[start] : null;
    if (spot && !areas.some((area) => area.code === start)) {
      const at = map.latLngToLayerPoint([spot[1], spot[0]]);
      const label = make("span", { class: "place big" });
      label.textContent = view().names[start];
      label.style.fontSize = "14px";
      label.style.transform = `translate(${at.x + 13}px,${at.y - 9}px)`;
      measure.font = "600 14px " + font;
      taken.push([at.x - 10, at.y - 10, at.x + 20 + measure.measureText(label.textContent).width, at.y + 10]);
      nodes.push(label);
    }
    for (const [number, lon, lat] of data.base.places) {
      const area = areas[number];
      const ring = area.part === "ring";
      if (ring && area.population < (zoom < 9 ? 150000 : zoom < 10 ? 50000 : 0)) continue;
      const at = map.latLngToLayerPoint([lat, lon]);
      if (!screen.contains(at)) continue;
      const size = area.population > 200000 ? 15 : area.population > 60000 ? 13 : 11.5;
      measure.font = (size > 12 ? "600 " : "400 ") + size + "px " + font;
      const width = measure.measureText(area.name).width + 8;
      const boxes = [[at.x + 4, at.y - size * 0.65], [at.x - width - 4, at.y - size * 0.65],
                     [at.x - width / 2, at.y - size - 7], [at.x - width / 2, at.y + 5]];
      const inside = ([x, y]) => x >= screen.min.x && x + width <= screen.max.x && y >= screen.min.y;
      const free = ([x, y]) => taken.every((b) =>
        x + width < b[0] || x > b[2] || y + size * 1.3 < b[1] || y > b[3]);
      const box = boxes.find((candidate) => inside(candidate) && free(candidate));
      if (!box) continue;
      taken.push([box[0], box[1], box[0] + width, box[1] + size * 1.3],
                 [at.x - 3, at.y - 3, at.x + 3, at.y + 3]);
      const dot = make("i", { class: "dot" });
      dot.style.transform = `translate(${at.x - 2.5}px,${at.y - 2.5}px)`;
      const label = make("span", { class: "place" + (ring ? " ring" : "") + (size > 12 ? " big" : "") });
      label.textContent = area.name;
      label.style.fontSize = size + "px";
      label.style.transform = `translate(${box[0] + 4}px,${box[1]}px)`;
      nodes.push(dot, label);
    }
    const bordered = frontier.some((part) =>
      part.some((at) => screen.contains(map.latLngToLayerPoint(at))));
    for (const country of bordered ? ["NL", "DE"] : []) {
      const text = t(country.toLowerCase());
      measure.font = "600 13px " + font;
      const width = measure.measureText(text.toLocaleUpperCase()).width + text.length * 2.4 + 8;
      const middle = map.latLngToLayerPoint(frontierCentre);
      const spots = areas.filter((area) => area.country === country)
        .map((area) => map.latLngToLayerPoint(area.centre))
        .sort((a, b) => a.distanceTo(middle) - b.distanceTo(middle))
        .map((at) => [at.x - width / 2, at.y - 9]);
      const spot = spots.find(([x, y]) =>
        x >= screen.min.x && y >= screen.min.y && x + width <= screen.max.x &&
        y + 18 <= screen.max.y && !crossed(x, y, width) &&
        taken.every((b) => x + width < b[0] || x > b[2] || y + 18 < b[1] || y > b[3]));
      if (!spot) continue;
      const label = make("span", { class: "country" }, text);
      label.style.transform = `translate(${spot[0]}px,${spot[1]}px)`;
      nodes.push(label);
    }
    namesPane.replaceChildren(...nodes);
  }
  /* The national border may not run through the name of a country. */
  function crossed(x, y, width) {
    const box = L.bounds([x - 6, y - 4], [x + width + 6, y + 22]);
    return frontier.some((part) => part.some((at) => box.contains(map.latLngToLayerPoint(at))));
  }
  map.on("moveend zoomend resize viewreset", drawNames);
  map.on("zoomstart", () => namesPane.replaceChildren());

  /* ---- choices ---- */
  const view = () => data.views[state.view];
  const chosen = (control) => {
    const value = state.choices[control.id];
    if (control.options.includes(value)) return value;
    return control.id === "destination" && view().kind === "reach" ? withFigures(control) : control.start;
  };
  /* Where one country's figures are missing, the map opens on the one that has them. */
  function withFigures(control) {
    const { values } = layer();
    const has = (name) => Object.hasOwn(values, name) && values[name].some((v) => typeof v === "number");
    return [control.start, ...control.options].find(has) ?? control.start;
  }
  const layerControls = () => view().controls.filter((control) => !control.field);
  function layer() {
    const wanted = layerControls().map(chosen);
    const found = view().layers.find((one) => one.key.every((v, i) => v === wanted[i]));
    return found || view().layers[0];
  }
  function choose(control, value) {
    state.choices[control.id] = value;
    const controls = layerControls();
    const wanted = controls.map(chosen);
    const place = controls.indexOf(control);
    const common = (one) => one.key.filter((v, i) => v === wanted[i]).length;
    const fits = place < 0 ? [layer()] : view().layers.filter((one) => one.key[place] === value);
    const best = fits.reduce((a, b) => (common(b) > common(a) ? b : a));
    controls.forEach((c, i) => { state.choices[c.id] = best.key[i]; });
    if (control.id === "origin") refit = true;
    update();
  }
  const fieldName = () =>
    view().controls.filter((control) => control.field).map(chosen).join("_");
  function optionLabel(control, value) {
    if (control === "mode") return own(data.labels.modes, value) ?? (value === "any" ? t("mode_any") : value);
    if (control === "opportunity") return own(data.labels.opportunities, value) ?? value;
    if (control === "cutoff") return t("minutes", { n: format(Number(value), {}) });
    if (control === "origin") return view().names[value] ?? value;
    if (control === "scenario") return value === "baseline" ? t("baseline") : value;
    return t(control + "_" + value);
  }
  function words() {
    const values = {};
    for (const control of layerControls()) {
      const value = chosen(control);
      values[control.id] = control.id === "mode" ? own(data.labels.by_mode, value) ?? (value === "all" ? "" : value === "any" ? t("by_any") : value)
        : control.id === "cutoff" ? format(Number(value), {}) : optionLabel(control.id, value);
    }
    return values;
  }

  function drawControls() {
    const groups = [];
    const focus = document.activeElement && document.activeElement.dataset
      ? document.activeElement.dataset.key : null;
    const all = view().controls.slice();
    if (data.views.length > 1) {
      all.unshift({ id: "view", options: data.views.map((v, i) => String(i)) });
    }
    for (const control of all) {
      if (control.options.length < 2) continue;
      const current = control.id === "view" ? String(state.view) : chosen(control);
      const label = (value) => control.id === "view"
        ? t("view_" + data.views[Number(value)].kind) : optionLabel(control.id, value);
      const pick = (value) => {
        if (control.id === "view") {
          state.view = Number(value);
          refit = true;
          update();
        } else choose(control, value);
      };
      const name = t(control.id);
      if (control.options.length > 6 || (control.id === "origin" && control.options.length > 4)) {
        const select = make("select", { id: "c-" + control.id, "data-key": control.id });
        for (const value of control.options) {
          const option = make("option", { value });
          option.textContent = label(value);
          option.selected = value === current;
          select.append(option);
        }
        select.addEventListener("change", () => pick(select.value));
        groups.push(make("div", { class: "choice" },
          make("label", { for: "c-" + control.id, class: "legend" }, name), select));
        continue;
      }
      const set = make("fieldset", { class: "choice" }, make("legend", { class: "legend" }, name));
      const row = make("div", { class: "pills" });
      for (const value of control.options) {
        const input = make("input", {
          type: "radio", name: control.id, value, checked: value === current,
          "data-key": control.id + "=" + value,
        });
        input.addEventListener("change", () => pick(value));
        row.append(make("label", { class: "pill" }, input, make("span", {}, label(value))));
      }
      set.append(row);
      groups.push(set);
    }
    $("controls").replaceChildren(...groups);
    if (focus) {
      const again = [...$("controls").querySelectorAll("[data-key]")].find((n) => n.dataset.key === focus);
      if (again) again.focus();
    }
  }

  /* ---- classes ---- */
  function classOf(value, field, breaks) {
    if (value === null || value === undefined) return { kind: "missing" };
    if (value === "u") return { kind: "undefined" };
    if (value === "n") return { kind: "noise" };
    if (value === 0) return { kind: "zero" };
    const size = Math.abs(value);
    const step = breaks.filter((cut) => size >= cut).length;
    return { kind: "step", step, negative: value < 0 };
  }
  function colour(found, field, breaks) {
    if (found.kind === "missing") return "url(#hatch-missing)";
    if (found.kind === "undefined") return "url(#hatch-undefined)";
    if (found.kind === "zero") return "#ffffff";
    if (found.kind === "noise") return data.palettes.noise;
    const palette = data.palettes[field.palette];
    if (field.palette === "diverging") {
      const half = palette.length / 2;
      const rank = breaks.length < 2 ? Math.min(found.step + 1, half - 1) : found.step;
      return found.negative ? palette[half - 1 - rank] : palette[half + rank];
    }
    const spread = breaks.length ? found.step * (palette.length - 1) / breaks.length : palette.length - 1;
    return palette[Math.round(spread)];
  }
  const changeUnit = (field) =>
    field.palette === "diverging" ? (field.unit === "percent" ? "change_percent" : "change") : field.unit;

  /* ---- the figures on the map ---- */
  let shapes = new Map();
  let drawnView = null;
  let refit = true;
  let highlight = null;
  const bandsPane = map.getPane("bands");
  function clear() {
    for (const shape of shapes.values()) shape.remove();
    shapes = new Map();
    map.closePopup();
    mark(null);
  }
  function mark(number) {
    if (highlight) highlight.remove();
    highlight = number === null ? null : L.polygon(areas[number].rings, flat("chosen", {
      fill: false, color: "#111827", weight: 3,
    })).addTo(map);
  }
  function row(name, value) {
    return make("div", { class: "row" }, make("span", {}, name), make("b", {}, value));
  }
  function card(number, brief) {
    const slot = view().ids.indexOf(number);
    const area = areas[number];
    const box = make("div", { class: "card" });
    const title = make("strong", {});
    title.textContent = area.name;
    const place = make("div", { class: "small" });
    place.textContent = t(area.country.toLowerCase()) + " \u00b7 " + area.nuts3 + " \u00b7 " +
      t("population", { n: format(area.population, {}) });
    box.append(title, place);
    const values = layer().values;
    const read = (name) => (Object.hasOwn(values, name) ? values[name][slot] : undefined);
    const field = view().fields[fieldName()];
    const main = make("div", { class: "main" });
    main.textContent = figureAt(fieldName(), slot, changeUnit(field));
    box.append(main, make("div", { class: "small" }, capital(t(field.label, words())) + suffix()
      + (view().mean ? t("of_mean_here") : "")));
    if (view().bar && view().bar.length) {
      const parts = view().bar.map((name) => [name, read(name)]);
      const sum = parts.reduce((all, part) => all + (typeof part[1] === "number" ? part[1] : 0), 0);
      if (parts.every((part) => typeof part[1] === "number") && sum > 0) {
        const bar = make("div", { class: "bar", "aria-hidden": "true" });
        for (const [name, value] of parts) {
          const piece = make("i", { class: "part-" + name });
          piece.style.width = (100 * value) / sum + "%";
          bar.append(piece);
        }
        box.append(bar);
      }
      for (const [name] of parts) {
        const line = row(t(name), figureAt(name, slot, "count"));
        line.firstChild.prepend(make("i", { class: "key part-" + name }));
        box.append(line);
      }
    }
    const where = view().kind === "scenario" ? fieldName().split("_")[0] + "_" : "";
    for (const [label, name, unit] of brief ? [] : view().rows) {
      box.append(row(capital(t(label)), figureAt(where + name, slot, unit)));
    }
    const told = marks(slot);
    const without = read("without");
    if (typeof without === "number" && !brief) box.append(row(t("row_without"), percent(without)));
    if (told.still) box.append(make("div", { class: "small warn" }, t("mark_still")));
    if (read("edge") > 0) {
      box.append(make("div", { class: "small warn" }, t("edge_mean", { share: percent(read("edge")) })));
    }
    const unknown = read("unknown");
    if (typeof unknown === "number" && unknown > 0) {
      box.append(make("div", { class: "small warn" }, t("lower_bound", { n: count(unknown) })));
    }
    return box;
  }
  const capital = (text) => text.charAt(0).toLocaleUpperCase(locales[state.language]) + text.slice(1);
  const suffix = () => view().kind === "scenario"
    ? ", " + t("destination_" + fieldName().split("_")[0]) : "";
  let popup = null;
  function select(number, at) {
    const place = at || (popup && state.area === number ? popup.getLatLng() : centre(number));
    state.area = number;
    mark(number);
    $("find").value = String(number);
    if (popup) popup.setLatLng(place).setContent(card(number));
    else {
      popup = L.popup({ maxWidth: 290, autoPanPadding: [16, 16] })
        .setLatLng(place).setContent(card(number)).openOn(map);
    }
    const button = document.querySelector(".leaflet-popup-close-button");
    if (button) button.setAttribute("aria-label", t("close"));
  }
  function centre(number) {
    const place = data.base.places.find((one) => one[0] === number);
    return place ? [place[2], place[1]] : areas[number].centre;
  }
  map.on("popupclose", () => {
    popup = null;
    state.area = null;
    mark(null);
    $("find").value = "";
  });

  function drawFigures() {
    const name = fieldName();
    const field = view().fields[name];
    const now = layer();
    const breaks = now.breaks[field.group];
    const values = now.values[name];
    view().ids.forEach((number, slot) => {
      const fillColor = colour(classOf(values[slot], field, breaks), field, breaks);
      let shape = shapes.get(number);
      if (!shape) {
        shape = L.polygon(areas[number].rings, {
          pane: "figures", renderer: renderers.figures, smoothFactor: 0.4,
          color: "#7d7f86", weight: 0.6, fillColor, fillOpacity: 1,
        }).addTo(map);
        shape.bindTooltip(() => card(number, true), { sticky: true, opacity: 1, className: "hover" });
        shape.on("mouseover", () => mark(number));
        shape.on("mouseout", () => mark(state.area));
        shape.on("click", (event) => {
          shape.closeTooltip();
          select(number, event.latlng);
        });
        shapes.set(number, shape);
      }
      shape.setStyle({ fillColor });
      const told = marks(slot);
      const pattern = told.edge ? "url(#hatch-edge)" : told.still ? "url(#hatch-still)" : null;
      const over = shapes.get("over" + number);
      if (over) over.remove();
      shapes.delete("over" + number);
      if (pattern) {
        shapes.set("over" + number, L.polygon(areas[number].rings, flat("lines", {
          stroke: false, fillColor: pattern, fillOpacity: 1,
        })).addTo(map));
      }
    });
    for (const area of areas) {
      if (area.part !== "ring" && !shapes.has(area.number)) {
        shapes.set(area.number, L.polygon(area.rings, flat("figures", {
          color: "#7d7f86", weight: 0.6, fillColor: "url(#hatch-missing)", fillOpacity: 1,
        })).addTo(map));
      }
    }
  }

  const bandColour = (cutoff) => {
    const place = view().cutoffs.indexOf(cutoff);
    const used = layer().bands.map((b) => b.cutoff).sort((a, b) => a - b);
    const rank = used.length > 1 ? used.indexOf(cutoff) / (used.length - 1) : 0;
    return place < 0 ? "#888888" : data.palettes.bands[Math.round(rank * (data.palettes.bands.length - 2)) ];
  };
  function bandCard(band) {
    const box = make("div", { class: "card" });
    const title = make("strong", {});
    title.textContent = view().names[layer().key[0]] ?? layer().key[0];
    box.append(title, make("div", { class: "main" }, t("within", { n: format(band.cutoff, {}) })),
               make("div", { class: "small" }, own(data.labels.by_mode, layer().key[1]) ?? ""));
    for (const part of ["nl", "de", "other"]) {
      if (band.km2[part] > 0 || part !== "other") {
        box.append(row(t(part), t("area_km2", { n: count(band.km2[part] || 0) })));
      }
    }
    return box;
  }
  function drawBands() {
    layer().bands.forEach((band, place) => {
      const shape = L.polygon(polygons(band.geometry), {
        pane: "bands", renderer: renderers.bands, smoothFactor: 0.4, color: "#ffffff", weight: 1,
        fillColor: bandColour(band.cutoff), fillOpacity: 1,
      }).addTo(map);
      shape.bindTooltip(() => bandCard(band), { sticky: true, opacity: 1, className: "hover" });
      shape.on("click", (event) => {
        shape.closeTooltip();
        L.popup({ maxWidth: 290 }).setLatLng(event.latlng).setContent(bandCard(band)).openOn(map);
      });
      shapes.set("band" + place, shape);
    });
    const at = data.origins[layer().key[0]];
    if (at) {
      shapes.set("halo", L.circleMarker([at[1], at[0]], flat("chosen", {
        radius: 8, color: "#ffffff", weight: 3, fillColor: "#c2185b", fillOpacity: 1,
      })).addTo(map));
    }
  }

  /* ---- flows: bows from place to place, those to the right of one another ---- */
  const place = (number) => data.base.places.find((one) => one[0] === number);
  const flowColour = ([from, to]) => data.palettes.flows[areas[from].country === areas[to].country ? 0 : 1];
  const flowWidth = (size) => {
    const step = layer().breaks.filter((cut) => size >= cut).length;
    return data.widths[Math.round(step * (data.widths.length - 1) / Math.max(layer().breaks.length, 1))];
  };
  function bow(from, to) {
    const [, x0, y0] = place(from);
    const [, x1, y1] = place(to);
    const squeeze = Math.cos((y0 + y1) / 2 * Math.PI / 180);
    const side = [(x0 + x1) / 2 + 0.12 * (y1 - y0) / squeeze, (y0 + y1) / 2 - 0.12 * (x1 - x0) * squeeze];
    return Array.from({ length: 17 }, (_, i) => {
      const u = i / 16;
      return [(1 - u) ** 2 * y0 + 2 * u * (1 - u) * side[1] + u * u * y1,
              (1 - u) ** 2 * x0 + 2 * u * (1 - u) * side[0] + u * u * x1];
    });
  }
  function flowCard([from, to, size]) {
    const title = make("strong", {});
    title.textContent = areas[from].name + " \u2192 " + areas[to].name;
    return make("div", { class: "card" }, title, make("div", { class: "main" }, count(size)));
  }
  function drawFlows() {
    layer().flows.slice().reverse().forEach((flow, number) => {
      const shape = L.polyline(bow(flow[0], flow[1]), {
        pane: "bands", renderer: renderers.bands, color: flowColour(flow), weight: flowWidth(flow[2]),
        opacity: 1, lineCap: "butt",
      }).addTo(map);
      shape.bindTooltip(() => flowCard(flow), { sticky: true, opacity: 1, className: "hover" });
      shapes.set("flow" + number, shape);
    });
  }
  function flowLegend() {
    const breaks = layer().breaks;
    const line = (colour, weight, text) => {
      const item = key("#ffffff", text);
      item.firstChild.className = "swatch line";
      item.firstChild.style.cssText = "";
      item.firstChild.style.borderTopColor = colour;
      item.firstChild.style.borderTopWidth = weight + "px";
      return item;
    };
    const items = breaks.map((cut, i) => [cut, i]).reverse().map(([cut, i]) => line("#3c3f46", flowWidth(cut),
      i + 1 === breaks.length ? t("class_above", { a: count(cut) })
        : t("class_between", { a: count(cut), b: count(breaks[i + 1]) })));
    if (breaks.length) items.push(line("#3c3f46", flowWidth(0), t("class_below", { a: count(breaks[0]) })));
    items.push(line(data.palettes.flows[0], 4, t("flow_within")), line(data.palettes.flows[1], 4, t("flow_across")));
    const left = layer();
    if (left.left_out) items.push(make("li", { class: "said" }, t("flow_left_out", { n: count(left.left_out), p: count(left.people_left_out) })));
    if (left.outside) items.push(make("li", { class: "said" }, t("flow_outside", { n: count(left.outside) })));
    if (left.missing) items.push(make("li", { class: "said" }, t("flow_missing", { n: count(left.missing) })));
    return items;
  }

  /* ---- placements, whose drawing has a file of its own ---- */
  const points = pointsOf({
    map, data, make, t, own, capital, count, view, layer, key, row, $, language: () => state.language,
  });

  /* ---- legend, extremes, table ---- */
  function key(fillColor, text) {
    const swatch = make("i", { class: "swatch", "aria-hidden": "true" });
    if (fillColor.startsWith("url(#")) swatch.classList.add(fillColor.slice(5, -1));
    else swatch.style.backgroundColor = fillColor;
    const item = make("li", {}, swatch);
    item.append(text);
    return item;
  }
  function drawLegend() {
    const items = [];
    let title;
    if (view().kind === "isochrones") {
      title = t("travel_time");
      for (const band of layer().bands.slice().reverse()) {
        const all = band.km2.all;
        const home = data.home[layer().key[0]];
        const across = home === "NL" ? band.km2.de : home === "DE" ? band.km2.nl : null;
        const size = across === null || across === undefined || across === 0 || all === 0
          ? t("area_km2", { n: count(all) })
          : t("area_share", { n: count(all), p: percent(across / all) });
        const item = key(bandColour(band.cutoff), t("within", { n: format(band.cutoff, {}) }));
        item.append(make("small", {}, size));
        items.push(item);
      }
    } else if (view().kind === "flows") {
      title = capital(t("field_flows"));
      items.push(...flowLegend());
    } else if (view().kind === "placements") {
      title = t("placement_offers");
      items.push(...points.legend());
    } else {
      const name = fieldName();
      const field = view().fields[name];
      const breaks = layer().breaks[field.group];
      const values = layer().values[name];
      const show = units[field.unit];
      title = capital(t(field.label, words())) + suffix();
      const text = (step) =>
        step === 0 ? t("class_below", { a: show(breaks[0]) })
          : step === breaks.length ? t("class_above", { a: show(breaks[step - 1]) })
            : t("class_between", { a: show(breaks[step - 1]), b: show(breaks[step]) });
      const steps = breaks.length ? breaks.map((cut, i) => i).concat(breaks.length) : [];
      if (field.palette === "diverging") {
        const side = (negative) => steps.map((step) => key(
          colour({ kind: "step", step, negative }, field, breaks),
          (negative ? "\u2212 " : "+ ") + text(step)));
        items.push(...side(false).reverse(), key("#ffffff", t("class_same")), ...side(true));
      } else {
        for (const step of steps.slice().reverse()) {
          items.push(key(colour({ kind: "step", step }, field, breaks), text(step)));
        }
        if (values.includes(0)) {
          items.push(key("#ffffff", t(field.palette === "effect" ? "class_zero_effect" : "class_zero")));
        }
      }
      if (values.includes("n")) {
        items.push(key(data.palettes.noise, t("class_noise", { noise: percent(view().noise) })));
      }
      if (values.includes("u")) items.push(key("url(#hatch-undefined)", t(view().undefined || "undefined")));
      const lacking = areas.some((a) => a.part !== "ring" && !view().ids.includes(a.number));
      if (values.includes(null) || lacking) items.push(key("url(#hatch-missing)", t("class_missing")));
      const marked = view().ids.map((number, slot) => marks(slot));
      if (marked.some((mark) => mark.edge)) items.push(key("url(#hatch-edge)", t(field.palette === "sequential" ? "class_edge" : "class_edge_other")));
      if (marked.some((mark) => mark.still && !mark.edge)) items.push(key("url(#hatch-still)", t("class_still")));
      const least = (layer().values.unknown || []).filter((n) => n > 0).length;
      if (least) items.push(make("li", { class: "said" }, t("bounds", { n: count(least) })));
      if (areas.some((a) => a.part === "ring" && !view().ids.includes(a.number))) {
        items.push(key("#f3f1ec", t("class_outside")));
      }
    }
    const frontierKey = make("li", {}, make("i", { class: "swatch frontier", "aria-hidden": "true" }));
    frontierKey.append(t("border_line"));
    items.push(frontierKey);
    if (view().closed) items.push(make("li", { class: "said" }, t(view().closed)));
    $("legend-title").textContent = title;
    $("legend").replaceChildren(...items);
  }
  function drawExtremes() {
    const place = $("extremes");
    place.replaceChildren();
    if (!view().ids) return;
    const name = fieldName();
    const unit = changeUnit(view().fields[name]);
    const all = view().ids.map((number, slot) => [number, layer().values[name][slot], marks(slot)])
      .filter((one) => typeof one[1] === "number");
    const known = all.filter(([, , mark]) => !mark.edge && !mark.still).sort((a, b) => b[1] - a[1]);
    const left = ["edge", "still"].map((why) => [why, all.filter(([, , mark]) => mark[why] && (why === "edge" || !mark.edge)).length])
      .filter(([, n]) => n > 0).map(([why, n]) => t("left_" + why, { n: count(n) }));
    const told = left.length ? make("div", { class: "small" }, t("left_out", { parts: left.join(", ") })) : null;
    if (known.length < 2 || known[0][1] === known[known.length - 1][1]) return told && place.append(told);
    for (const [label, value] of [["highest", known[0][1]], ["lowest", known[known.length - 1][1]]]) {
      const written = (v) => units[unit](v) + (unit === "count" || unit === "change" ? " " + words().opportunity : "");
      const shown = written(value);
      const same = known.filter((one) => written(one[1]) === shown);
      if (same.length > 1) {
        place.append(make("div", {}, t(label) + ": ", t("tied", { n: count(same.length) }), " ", make("b", {}, shown)));
        continue;
      }
      const button = make("button", { type: "button", class: "link" });
      button.textContent = areas[same[0][0]].name;
      button.addEventListener("click", () => select(same[0][0]));
      place.append(make("div", {}, t(label) + ": ", button, " ", make("b", {}, shown)));
    }
    if (told) place.append(told);
  }
  function drawTable() {
    const place = $("table");
    if (!$("table-box").open) return place.replaceChildren();
    const header = make("tr", {});
    const body = make("tbody", {});
    const head = (text) => header.append(make("th", { scope: "col" }, text));
    const add = (first, cells) => {
      const line = make("tr", {}, make("th", { scope: "row" }, first));
      for (const cell of cells) line.append(make("td", {}, cell));
      body.append(line);
    };
    if (view().kind === "isochrones") {
      head(capital(t("cutoff")));
      for (const part of ["nl", "de", "other"]) head(t(part));
      for (const band of layer().bands.slice().reverse()) {
        add(t("minutes", { n: format(band.cutoff, {}) }),
            ["nl", "de", "other"].map((part) => t("area_km2", { n: count(band.km2[part] || 0) })));
      }
    } else if (view().kind === "flows") {
      for (const name of ["flow_from", "flow_to", "flow_count"]) head(capital(t(name)));
      for (const [from, to, size] of layer().flows) add(areas[from].name, [areas[to].name, count(size)]);
    } else if (view().kind === "placements") {
      points.table(head, add);
    } else {
      const name = fieldName();
      const values = layer().values;
      const where = view().kind === "scenario" ? name.split("_")[0] + "_" : "";
      const columns = view().rows.map(([label, field, unit]) => [t(label), where + field, unit]);
      for (const part of view().bar || []) columns.push([t(part), part, "count"]);
      head(t("municipality"));
      head(t("country"));
      for (const column of columns) head(capital(column[0]));
      const order = view().ids.map((number, slot) => [number, slot])
        .sort((a, b) => areas[a[0]].name.localeCompare(areas[b[0]].name, state.language));
      for (const [number, slot] of order) {
        add(areas[number].name, [areas[number].country,
          ...columns.map((column) => figureAt(column[1], slot, column[2]))]);
      }
    }
    const caption = make("caption", {}, $("headline").textContent);
    place.replaceChildren(make("table", { class: view().kind }, caption, make("thead", {}, header), body));
  }
  $("table-box").addEventListener("toggle", drawTable);

  function drawFind() {
    const select = $("find");
    const box = $("find-box");
    box.hidden = !view().ids;
    if (box.hidden) return;
    const groups = new Map();
    for (const number of view().ids) {
      const name = areas[number].nuts3;
      if (!groups.has(name)) groups.set(name, []);
      groups.get(name).push(areas[number]);
    }
    const nodes = [make("option", { value: "" }, t("find_none"))];
    for (const [name, members] of groups) {
      const group = make("optgroup", { label: name });
      members.sort((a, b) => a.name.localeCompare(b.name, state.language));
      for (const area of members) group.append(make("option", { value: String(area.number) }, area.name));
      nodes.push(group);
    }
    select.replaceChildren(...nodes);
    select.value = state.area === null ? "" : String(state.area);
  }
  $("find").addEventListener("change", () => {
    if ($("find").value !== "") select(Number($("find").value));
    else map.closePopup();
  });

  /* ---- language, notes, sources ---- */
  function drawWords() {
    const language = state.language;
    document.documentElement.lang = language;
    document.title = data.title[language];
    $("title").textContent = data.title[language];
    for (const node of document.querySelectorAll("[data-text]")) {
      node.textContent = t(node.dataset.text, { version: data.version });
    }
    for (const node of document.querySelectorAll("[data-label]")) {
      node.setAttribute("aria-label", t(node.dataset.label));
    }
    for (const [selector, name] of [[".leaflet-control-zoom-in", "zoom_in"],
                                    [".leaflet-control-zoom-out", "zoom_out"],
                                    [".home", "home"]]) {
      const node = document.querySelector(selector);
      if (node) {
        node.title = t(name);
        node.setAttribute("aria-label", t(name));
      }
    }
    map.getContainer().setAttribute("role", "region");
    map.getContainer().setAttribute("aria-label", t("map_region"));
    for (const button of document.querySelectorAll("[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
    $("notes").replaceChildren(...data.notes.map((note) => {
      const item = make("li", {}, note.text[language]);
      item.append(...note.details.map((one) => make("div", { class: "small" }, one[language])));
      return item;
    }));
    $("notes-box").hidden = data.notes.length === 0;
    /* On the map stands what concerns what it shows now; the rest is in the list. */
    const modes = data.labels.mode_of_trip || {};
    const shown = layerControls().map(chosen).map((name) => (Object.hasOwn(modes, name) ? modes[name] : name));
    const told = data.strip.filter((note) =>
      !note.concerns.length || note.concerns.some((what) => shown.includes(what)));
    $("strip-notes").textContent = told.map((note) => note.text[language]).join(" ");
    if (data.notes.length > told.length) {
      const button = make("button", { type: "button", class: "link" },
        t("more_notes", { n: format(data.notes.length, {}) }));
      button.addEventListener("click", () => {
        $("notes-box").open = true;
        $("notes-box").scrollIntoView();
        $("notes-box").querySelector("summary").focus();
      });
      $("strip-notes").append(" ", button);
    }
    $("strip-sources").textContent = data.attributions.length
      ? t("source") + ": " + data.attributions.join(" \u00b7 ") : "";
    $("sources").replaceChildren(...data.sources.map((source) => {
      const item = make("li", {});
      const name = source.url ? make("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" })
        : make("span", {});
      name.textContent = source.title;
      item.append(name, ". " + [source.attribution, source.licence,
        source.reference_date ? t("reference_date", { date: source.reference_date }) : ""]
        .filter((text) => text).join(" \u00b7 "));
      return item;
    }));
  }
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => {
      state.language = button.dataset.language;
      update();
    });
  }
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

  function update() {
    const area = state.area;
    if (drawnView !== state.view || !view().ids) clear();
    drawnView = state.view;
    bandsPane.style.opacity = "0.8";
    drawWords();
    drawControls();
    const told = view().kind === "placements" ? points.said() : {};
    $("headline").textContent = t("head_" + view().kind, { ...words(), ...told }).trim()
      + (view().ids ? t(view().mean ? "of_mean" : "of_each") : "");
    if (view().kind === "isochrones") drawBands();
    else if (view().kind === "flows") drawFlows();
    else if (view().kind === "placements") points.draw(renderers.points, (name, shape) => shapes.set(name, shape.addTo(map)));
    else drawFigures();
    map.invalidateSize({ animate: false, pan: false });
    if (refit) {
      refit = false;
      home();
    }
    drawLegend();
    drawExtremes();
    drawFind();
    drawTable();
    drawNames();
    if (view().ids && area !== null && view().ids.includes(area)) select(area);
  }
  /* A new width or a sheet of paper shows the whole again; a phone's address bar does not. */
  function again() {
    map.invalidateSize({ animate: false, pan: false });
    home();
  }
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth === width) return map.invalidateSize({ animate: false });
    width = window.innerWidth;
    return again();
  });
  window.addEventListener("beforeprint", again);
  window.matchMedia("print").addEventListener("change", again);
  update();
}

/* The page's last script calls it, once there is a map. */
globalThis.grensgeoPage = page;
