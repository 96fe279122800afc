/* The question: search box, sliders and choices. They only say what is wanted; `ask(patch)` does it. */

import * as State from "./state.js";
import { make, plain } from "./words.js";

const MOST_FOUND = 12;

/* A row of choices; it is built anew only where the choices themselves have changed. */
function choices(id, pick) {
  const set = make("fieldset", { class: "choice", id: "c-" + id });
  let built = "";
  return {
    node: set,
    /* Each option is [value, label, idle]; idle ones cannot be chosen, and `why` says why. */
    show(legend, options, value, why = "") {
      set.hidden = options.length < 2;
      const signature = JSON.stringify([legend, options, why]);
      if (signature !== built) {
        built = signature;
        const held = set.contains(document.activeElement) ? document.activeElement.value : null;
        const row = make("div", { class: "pills" });
        for (const [option, label, idle] of options) {
          const input = make("input", { type: "radio", name: id, value: option, disabled: Boolean(idle) });
          input.addEventListener("change", () => pick(option));
          row.append(make("label", { class: "pill" }, input, make("span", {}, label)));
        }
        set.replaceChildren(make("legend", { class: "legend" }, legend), row,
          ...(why ? [make("p", { class: "small why" }, why)] : []));
        const again = [...set.querySelectorAll("input")].find((input) => input.value === held);
        if (again) again.focus();
      }
      for (const input of set.querySelectorAll("input")) input.checked = input.value === String(value);
    },
  };
}

function slider(id, pick) {
  const input = make("input", { type: "range", id: "c-" + id, name: id, step: 1 });
  const label = make("label", { class: "legend", for: "c-" + id });
  const output = make("output", { for: "c-" + id, class: "reading" });
  const node = make("div", { class: "choice slide" }, label, output, input);
  input.addEventListener("input", () => pick(Number(input.value)));
  return {
    node,
    show(legend, low, high, value, said, step) {
      label.textContent = legend;
      input.step = String(step || 1);
      input.min = String(low);
      input.max = String(high);
      if (input.value !== String(value)) input.value = String(value);
      input.style.setProperty("--part", (100 * (value - low)) / (high - low) + "%");
      output.textContent = said;
      input.setAttribute("aria-valuetext", said);
    },
  };
}

/* A combobox after the ARIA pattern: type, arrows, Enter, Escape. */
function search(words, entries, pick) {
  const label = make("label", { class: "legend", for: "place" });
  const input = make("input", {
    id: "place", type: "text", role: "combobox", autocomplete: "off", spellcheck: "false",
    "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "place-list",
    "aria-describedby": "place-hint",
  });
  const hint = make("span", { id: "place-hint", class: "small" });
  const list = make("ul", { id: "place-list", role: "listbox", hidden: true });
  const said = make("span", { class: "hidden", role: "status" });
  const node = make("div", { class: "choice search" }, label, make("div", { class: "box" }, input, list), hint, said);
  let found = [];
  let active = -1;
  let shown = "";

  function look(text) {
    const wanted = plain(text);
    if (!wanted) return [];
    const rank = (name) => ((name + " ").startsWith(wanted + " ") ? 0 : name.startsWith(wanted) ? 1
      : name.includes(" " + wanted) ? 2 : name.includes(wanted) ? 3 : 4);
    return entries.map((entry) => [rank(entry.plain), entry])
      .filter(([place]) => place < 4)
      .sort((a, b) => a[0] - b[0] || b[1].weight - a[1].weight)
      .slice(0, MOST_FOUND).map(([, entry]) => entry);
  }
  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  /* Whose figures stand there while the box holds a name that nothing bears. */
  function lost(none) {
    hint.textContent = none ? words.t("place_none_still", { name: shown }) : words.t("place_hint");
    hint.classList.toggle("warn", none);
    input.setAttribute("aria-invalid", String(none));
  }
  function choose(entry) {
    close();
    lost(false);
    pick(entry.key);
    input.select();
  }
  function mark(place) {
    active = place;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active)));
    const item = list.children[active];
    if (!item) return input.removeAttribute("aria-activedescendant");
    item.scrollIntoView({ block: "nearest" });
    return input.setAttribute("aria-activedescendant", item.id);
  }
  function open() {
    found = look(input.value);
    list.replaceChildren(...found.map((entry, i) => {
      const item = make("li", { role: "option", id: "place-" + i, "aria-selected": "false" },
        make("span", { class: "name" }, entry.name), make("span", { class: "small" }, entry.note()));
      item.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        choose(entry);
      });
      return item;
    }));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    const none = !found.length && plain(input.value) !== "";
    said.textContent = found.length ? words.t("place_found", { n: words.count(found.length) })
      : none ? words.t("place_none") : "";
    lost(none);
    mark(found.length ? 0 : -1);
  }
  input.addEventListener("input", open);
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", () => {
    close();
    lost(false);
    said.textContent = "";
    input.value = shown;
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) open();
      else mark((active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    } else if (event.key === "Enter") {
      if (!list.hidden && found[active]) choose(found[active]);
      else if (!found.length && plain(input.value)) {
        input.value = shown;
        input.select();
      }
    } else if (event.key === "Escape") {
      close();
      lost(false);
      input.value = shown;
    } else return;
    event.preventDefault();
  });
  return {
    node,
    show(name) {
      label.textContent = words.t("place");
      lost(false);
      list.setAttribute("aria-label", words.t("place"));
      shown = name;
      if (document.activeElement !== input || list.hidden) input.value = name;
    },
  };
}

export function controls(box, { words, known, entries, ask }) {
  const pill = (name) => choices(name, (value) => ask({ [name]: value }));
  const place = search(words, entries, (key) => ask({ place: key }));
  const cutoff = slider("cutoff", (value) => ask({ cutoff: value }));
  const resistance = slider("resistance", (value) => ask({ resistance: value }));
  const border = pill("border");
  const reading = pill("reading");
  const mode = choices("mode", (value) => ask({ trip: known.trips.find((one) => known.kindOf(one.id) === value).id }));
  const whose = pill("whose");
  const trip = pill("trip");
  const percentile = choices("percentile", (value) => ask({ percentile: Number(value) }));
  const direction = pill("direction");
  const opportunity = pill("opportunity");
  const scenario = pill("scenario");
  const compareBox = make("input", { type: "checkbox", id: "c-compare", name: "compare" });
  const compareText = make("span", {});
  const compare = make("label", { class: "choice check" }, compareBox, compareText);
  compareBox.addEventListener("change", () => ask({ compare: compareBox.checked }));
  box.replaceChildren(place.node, whose.node, cutoff.node, border.node, resistance.node, mode.node, trip.node,
    percentile.node, opportunity.node, direction.node, scenario.node, compare, reading.node);
  box.addEventListener("submit", (event) => event.preventDefault());
  const kinds = new Map();
  for (const one of known.trips) if (!kinds.has(known.kindOf(one.id))) kinds.set(known.kindOf(one.id), one.id);

  return {
    show(state, placeName) {
      const { t } = words;
      place.show(placeName);
      const high = State.longest(known, state.trip);
      const ofInhabitants = known.ofInhabitants(state);
      const step = ofInhabitants ? known.mean.step : 1;
      whose.show(t("whose"), known.couldBeOfInhabitants(state)
        ? State.WHOSE.map((v) => [v, t("whose_" + v)]) : [], state.whose);
      cutoff.show(t("cutoff"), State.SHORTEST, high, state.cutoff,
        t("minutes_long", { n: words.minutes(state.cutoff) }), step);
      border.show(t("border"), State.BORDERS.map((v) => [v, t("border_" + v)]), state.border);
      resistance.node.hidden = state.border !== "realised";
      resistance.show(t("resistance"), 0, State.MOST_RESISTANCE, state.resistance,
        t("minutes_long", { n: words.minutes(state.resistance) }), step);
      reading.show(t("reading"), State.READINGS.map((v) => [v, t("reading_" + v)]), state.reading);
      const now = known.trips.find((one) => one.id === state.trip);
      const kind = known.kindOf(now.id);
      mode.show(t("mode"), [...kinds].map(([v, id]) => [v, known.nameOf(id)]), kind);
      const same = known.trips.filter((one) => known.kindOf(one.id) === kind);
      trip.show(t(now.mode === "transit" && state.direction === "to" ? "arrival" : "departure"), same.map((one) => [one.id, known.tripName(one)]), state.trip);
      percentile.show(t("percentile"), (now.percentiles || []).map((v) => [
        String(v), words.share(v / 100)]), state.percentile);
      direction.show(t("direction"), State.DIRECTIONS.map((v) => [v, t("direction_" + v)]), state.direction);
      opportunity.show(t("opportunity"), known.opportunities.map((v) => [v, words.opportunity(v)]), state.opportunity);
      const useful = known.scenariosOf(state.trip);
      const idle = known.scenarios.filter((v) => !useful.includes(v)).map(known.scenarioName);
      scenario.show(t("scenario"), known.scenarios.map((v) => [v, known.scenarioName(v), !useful.includes(v)]),
        state.scenario, idle.length ? t("scenario_idle", { scenario: idle.join("; ") }) : "");
      compare.hidden = state.scenario === known.scenarios[0];
      compareBox.checked = state.compare;
      compareText.textContent = t("compare");
    },
  };
}
