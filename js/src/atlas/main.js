/* The atlas: what is asked (state), what the engine answers, and everything that shows it. */
import * as Answer from "./answer.js";
import * as Cells from "./cells.js";
import * as Colours from "./colours.js";
import * as Controls from "./controls.js";
import { openEngine } from "./engine.js";
import * as Exports from "./exports.js";
import * as Figures from "./figures.js";
import * as Mean from "./mean.js";
import * as Places from "./places.js";
import * as Ranking from "./ranking.js";
import * as State from "./state.js";
import * as View from "./view.js";
import { WHOLE } from "../shared/precision.js";
import * as Words from "./words.js";
import { make, plain } from "./words.js";

function page(map) {
  const data = JSON.parse(document.getElementById("grensgeo-data").textContent);
  const words = Words.words(data);
  words.language = data.start.language = Words.preferred(data.language, words.languages);
  const { t } = words;
  const $ = (id) => document.getElementById(id);
  const REDRAWS_KEPT = 200;
  const TOAST_MS = 2500;
  /* Until there is an answer, a language can be chosen already. */
  const early = {};
  let choose = (wanted) => {
    Object.assign(early, wanted);
    words.language = wanted.language;
    fillWords();
  };
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => choose({ language: button.dataset.language }));
  }

  /* For tests and for those who put the atlas into a page of their own. */
  const handle = { redrawMs: [] };
  window.grensgeoAtlas = handle;
  handle.ready = start().catch((error) => {
    $("headline").textContent = t("failed", { reason: error && error.message ? error.message : String(error) });
    throw error;
  });

  async function start() {
    fillWords();
    const engine = await openEngine(data.engine, document.getElementById("grensgeo-engine").textContent);
    const areas = View.readAreas(data.base.areas);
    const part = (name) => engine.arrays["shape/" + name];
    const cells = Cells.shapes({
      rings: part("rings"), corners: part("corners"), start_x: part("start_x"), start_y: part("start_y"),
      step_x: part("step_x"), step_y: part("step_y"),
    });
    const view = View.view(map, data, { areas, cells, words });
    await run({ engine, areas, view, edge: part("edge") });
    return handle;
  }

  /* Texts that do not depend on the question. */
  function fillWords() {
    document.documentElement.lang = words.language;
    document.title = words.in(data.title);
    $("title").textContent = words.in(data.title);
    for (const node of document.querySelectorAll("[data-text]")) {
      node.textContent = t(node.dataset.text, { version: data.version });
    }
    for (const node of document.querySelectorAll("[data-said]")) node.title = t(node.dataset.said);
    for (const node of document.querySelectorAll("[data-label]")) {
      node.setAttribute("aria-label", t(node.dataset.label));
    }
    for (const button of document.querySelectorAll("[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === words.language));
    }
    map.getContainer().setAttribute("aria-label", t("map_region"));
    map.getContainer().setAttribute("role", "application");
    for (const [name, key] of [[".leaflet-control-zoom-in", "zoom_in"],
                               [".leaflet-control-zoom-out", "zoom_out"], ["a.home", "home"]]) {
      const link = document.querySelector(name);
      if (!link) continue;
      link.title = t(key);
      link.setAttribute("aria-label", t(key));
    }
  }

  function run({ engine, areas, view, edge }) {
    const baseline = engine.scenarios[0];
    const weights = { ...engine.opportunities, population: engine.cells.population };
    const places = Places.places(engine, areas, words);
    const mean = Mean.of(engine.arrays, data.mean);
    const known = Places.known(engine, data, words, places, mean);
    const look = Colours.canvasOf(engine.cells.n);
    const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
    const members = data.study.map((code) => places.get("place:" + code)).filter((place) => place)
      .map((place) => ({ key: place.key, name: place.name, place: place.ask, country: place.country, area: place.area }));
    const ranking = Ranking.ranking(engine, members, edge, showRank);
    /* What was counted when the other direction was last looked at. */
    const countedBefore = { to: "population", from: data.start.opportunity };
    let state = State.checked(
      { ...State.read(location.hash, known), ...early }, data.start, known);
    let asked = "";
    let times = null;
    let shown = null;
    let onPaper = false;

    const here = () => places.get(state.place);
    const longest = () => State.longest(known, state.trip);
    const dark = () => !onPaper && (state.theme === "dark" || (state.theme === "auto" && prefersDark.matches));
    const theme = () => Colours.themes[dark() ? "dark" : "light"];
    const palettes = () => ({
      times: dark() ? data.palettes.dark : data.palettes.light, diverging: data.palettes.diverging,
    });
    const comparing = () => Boolean(state.compare && shown && shown.before);

    /* ---- asking ---- */
    /* Give false where something else has been asked meanwhile. */
    async function compute() {
      const wanted = Figures.requests(state, here(), baseline);
      const key = JSON.stringify(wanted);
      if (key === asked) return true;
      asked = key;
      const found = {};
      for (const [name, question] of Object.entries(wanted)) {
        found[name] = await engine.times(question);
        if (asked !== key) return false;
      }
      times = found;
      return true;
    }
    function ask(patch) {
      const before = state;
      const after = State.checked(patch, before, known);
      if (after.direction !== before.direction && !patch.opportunity) {
        countedBefore[before.direction] = before.opportunity;
        after.opportunity = countedBefore[after.direction];
      }
      state = after;
      if (after.language !== before.language) speak();
      if (after.theme !== before.theme) dress();
      return show(before);
    }
    async function show(before) {
      const started = performance.now();
      controls.show(state, here().name);
      if (state.place !== before.place) showPlace(true);
      $("headline").setAttribute("aria-busy", "true");
      view.quiet();
      const old = times;
      if (!(await compute())) return;
      draw();
      tableLater();
      linkLater();
      if (old !== times) return;
      handle.redrawMs.push(performance.now() - started);
      if (handle.redrawMs.length > REDRAWS_KEPT) handle.redrawMs.shift();
    }
    /* Everything that shows the times that are known; at once, so that a printer can wait for it. */
    function draw() {
      shown = Figures.figures({
        engine, weights: weights[state.opportunity], edge, palette: palettes().times, longest: longest(),
        mean: known.ofInhabitants(state) ? mean : null, code: here().area ? here().area.code : "", baseline,
      }, state, here().country, times);
      paint();
      view.sayAgain();
      showAnswer();
      showLegend();
      showNotes();
    }

    /* ---- the map ---- */
    function legendQuestion() {
      return { cutoff: state.cutoff, width: Colours.widthOf(longest()), border: state.border,
               before: comparing(), walked: Boolean(shown && shown.walked), vehicle: known.ofTrip(state.trip, "vehicle") };
    }
    function paint() {
      const minutes = shown.status ? times.open.minutes : shown.minutes;
      if (comparing()) {
        Colours.changes(look, theme(), palettes().diverging,
          { minutes, before: shown.before.minutes, cutoff: state.cutoff });
      } else {
        Colours.times(look, theme(), palettes().times, {
          ...legendQuestion(), minutes, walked: shown.walked, countries: engine.cells.country,
          counts: Figures.counts(state, here().country),
        });
      }
      view.layer.paint(look);
    }
    function showLegend() {
      $("legend-title").textContent = t(comparing() ? "legend_change" : "legend_time", { from: pointWords() });
      const entries = Colours.legend(words, theme(), palettes(), legendQuestion());
      $("legend").replaceChildren(...entries.map((entry) => {
        const swatch = make("i", { class: "swatch" + (entry.line ? " line" : ""), "aria-hidden": "true" });
        swatch.style.background = entry.line || (entry.stripe
          ? `repeating-linear-gradient(-45deg, ${entry.colour} 0 3px, ${entry.stripe} 3px 6px)` : entry.colour);
        return make("li", {}, swatch, entry.said);
      }));
      return entries;
    }
    function showPlace(follow) {
      const place = here();
      const latlng = L.latLng(place.lat, place.lon);
      if (follow && !map.getBounds().pad(-0.08).contains(latlng)) map.panTo(latlng, { animate: false });
      view.choose({ ...place, latlng });
    }

    /* ---- the answer ---- */
    const lowered = (text) => text.charAt(0).toLocaleLowerCase() + text.slice(1);
    const spoken = (what) => t(what + "_" + here().kind, { name: here().name });
    /* From which point, or to which, the times on the map are. */
    const pointWords = () => (state.direction === "to" ? spoken("to") : lowered(spoken("from")));
    function names() {
      const ofInhabitants = known.ofInhabitants(state);
      const park = known.parkOf(state.trip);
      return {
        place: here().name, mode: known.byTrip(state.trip, here().country),
        from: ofInhabitants ? t("from_mean", { name: here().name }) : spoken("from"), to: spoken("to"),
        reaches: t(ofInhabitants ? "reaches_mean" : "reaches_one"),
        whose: t("owner_" + (ofInhabitants ? "mean" : here().kind), { name: here().name }),
        vehicle: known.ofTrip(state.trip, "vehicle"), none: known.ofTrip(state.trip, "no_vehicle"),
        without: known.ofTrip(state.trip, "without"),
        parking: park > 0 ? t("parking", { n: words.minutes(park) }) : "",
        opportunity: words.opportunity(state.opportunity), scenario: known.scenarioName(state.scenario),
      };
    }
    function showAnswer() {
      const told = names();
      const box = $("headline");
      box.replaceChildren(...Answer.headline(words, state, told, shown));
      box.removeAttribute("aria-busy");
      sayLater();
      $("answer-box").hidden = Boolean(shown.status);
      if (shown.status) return;
      Answer.split(words, state, told, shown);
      Answer.border(words, state, told, shown);
      Answer.plan(words, state, told, shown);
      Answer.chart(words, state, told, shown, (minute) => ask({ cutoff: minute }));
      Answer.bands(words, told, shown);
      const foreign = state.border !== "closed" || state.reading !== "routing";
      if (!known.ofInhabitants(state)) {
        ranking.ask({
          request: { ...Figures.requests(state, here(), baseline).open, foreign_routing: foreign },
          opportunity: state.opportunity, weights: weights[state.opportunity], longest: longest(),
        });
      }
      showRank();
    }
    /* What stands for each member: looked up for mean inhabitants, computed for main places. */
    function standings() {
      if (!known.ofInhabitants(state)) {
        return ranking.done < ranking.all ? []
          : ranking.standings((found, home) => Figures.standing(state, found, home));
      }
      return members.map((member) => {
        const found = mean.figures(state, member.area.code, member.country);
        Figures.knownParts(found, state, member.country);
        return { member, value: found.atLeast[state.border], edge: found.touchesEdge,
          still: found.shareWithout >= WHOLE };
      });
    }
    function showRank() {
      if (!shown || shown.status) return;
      const ofInhabitants = known.ofInhabitants(state);
      const done = ofInhabitants ? ranking.all : ranking.done;
      const all = standings();
      const { rows, ...left } = Ranking.sorted(all);
      const own = all.find((one) => one.member.key === state.place)
        ?? { value: shown.atLeast[state.border], edge: shown.touchesEdge, still: shown.shareWithout >= WHOLE };
      const ranked = Answer.known(own.value) && !own.edge && !own.still;
      const others = rows.filter((one) => one.member.key !== state.place);
      Answer.rank(words, names(), {
        all: ranking.all, done, rows, left, member: own.member ? state.place : null,
        own: ranked ? "ranked" : own.edge ? "edge" : own.still ? "still" : "unknown",
        kind: ofInhabitants ? "rank_mean" : own.member ? "rank_among" : "rank_beside",
        lacking: Answer.lacking(words, shown, state.border),
        place: others.filter((one) => one.value > own.value).length + 1,
        shared: others.some((one) => one.value === own.value), of: others.length + 1,
      }, (key) => ask({ place: key }));
    }
    /* A screen reader hears the sentence once the reader has stopped moving the slider. */
    const later = (wait, what) => {
      let timer = 0;
      return () => {
        clearTimeout(timer);
        timer = setTimeout(what, wait);
      };
    };
    const sayLater = later(700, () => { $("said").textContent = $("headline").textContent; });
    const tableLater = later(120, showTable);
    const linkLater = later(300, link);

    /* The table in place of the map. */
    function showTable() {
      if (!$("table-box").open) return;
      if (shown.status) return $("table").replaceChildren();
      const head = ["municipality", "country", "table_median", "table_share"]
        .map((key) => make("th", { scope: "col" }, t(key)));
      const rows = Figures.byArea(engine, areas, places.areaOfCell, state, shown.minutes);
      const lines = rows.map(({ area, median, within }) => {
        const button = make("button", { type: "button", class: "link" }, area.name);
        button.addEventListener("click", () => ask({ place: "place:" + area.code }));
        return make("tr", {}, make("th", { scope: "row" }, button),
          make("td", {}, t(area.country.toLowerCase())),
          make("td", {}, median === Infinity ? t("unreached") : words.minutes(median)),
          make("td", {}, words.count(within)));
      });
      return $("table").replaceChildren(make("table", {},
        make("caption", {}, t("table_caption") + " \u2013 " + pointWords()),
        make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...lines)));
    }

    /* ---- notes and sources ---- */
    const concerns = (note) => !note.concerns.length || note.concerns.includes(state.opportunity)
      || note.concerns.includes(known.trip(state.trip).mode);
    function showNotes() {
      $("warnings").replaceChildren(...data.strip.filter(concerns)
        .map((note) => make("li", { title: words.in(note.text) }, words.in(note.short))));
      $("notes").replaceChildren(...data.notes.map((note) => make("li", {}, words.in(note.text),
        ...note.details.map((detail) => make("p", { class: "small" }, words.in(detail))))));
      $("sources").replaceChildren(...data.sources.map((source) => {
        const title = source.url
          ? make("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" }, source.title)
          : make("span", {}, source.title);
        const rest = [source.attribution, t("licence", { name: source.licence }),
                      source.reference_date ? t("reference_date", { date: source.reference_date }) : ""];
        return make("li", {}, title, " \u2013 " + rest.filter((text) => text).join(" \u00b7 "));
      }));
      $("strip").textContent = stripText();
      $("asked").textContent = questionText();
    }
    function questionText() {
      const trip = known.trip(state.trip);
      const several = known.trips.filter((one) => known.kindOf(one.id) === known.kindOf(trip.id)).length > 1;
      return [
        names().whose, t("direction_" + state.direction), known.byTrip(trip.id, here().country),
        names().parking, several || trip.mode === "transit" ? known.tripName(trip) : "",
        t("minutes", { n: words.minutes(state.cutoff) }),
        t("shown_" + state.border, { n: words.minutes(state.resistance) })
          + (state.border === "closed" ? " (" + t("reading_" + state.reading) + ")" : ""),
        words.opportunity(state.opportunity), t("scenario") + ": " + known.scenarioName(state.scenario),
      ].filter((text) => text).join(" \u00b7 ");
    }
    function stripText() {
      return [t("scenario") + ": " + known.scenarioName(state.scenario),
              t("source") + ": " + data.attributions.join(" \u00b7 "),
              t("made_with", { version: data.version })].join(" \u00b7 ");
    }

    /* ---- language, theme, address ---- */
    function speak() {
      words.language = state.language;
      fillWords();
      showPlace(false);
      showTheme();
    }
    function dress() {
      document.documentElement.dataset.theme = dark() ? "dark" : "light";
      view.dress(theme());
      showTheme();
    }
    function showTheme() {
      $("theme").textContent = t(dark() ? "theme_light" : "theme_dark");
    }
    function link() {
      try {
        history.replaceState(null, "", "#" + State.write(state));
      } catch {
        // a page inside another has no address of its own
      }
    }
    function toast(text) {
      $("said").textContent = text;
      $("toast").textContent = text;
      $("toast").hidden = false;
      setTimeout(() => { $("toast").hidden = true; }, TOAST_MS);
    }

    /* ---- what leaves the page ---- */
    const fileName = (ending) => ["atlas", plain(here().name).replace(/ /g, "-").slice(0, 40),
      plain(state.trip).replace(/ /g, "-"), state.cutoff + "min", state.border].join("-") + ending;
    const table = () => Exports.table({
      engine, places, data, words, state, found: shown, weights: weights[state.opportunity],
      home: here().country,
      lines: {
        said: [$("headline").textContent, questionText(), t("legend_time", { from: pointWords() }),
               "link: #" + State.write(state)],
        whose: names().whose,
      },
    });
    const notesText = () => data.strip.filter(concerns).map((note) => words.in(note.text)).join(" ");
    async function savePicture() {
      const blob = await Exports.picture({
        map, view, legend: showLegend(), theme: theme(), dark: dark(),
        texts: { headline: $("headline").textContent, question: questionText(), below: [notesText(), stripText()] },
      });
      Exports.save(blob, fileName(".png"));
    }
    const saveTable = () => Exports.save(
      new Blob(["\ufeff" + table()], { type: "text/csv;charset=utf-8" }), fileName(".csv"));
    async function copyLink() {
      link();
      try {
        await navigator.clipboard.writeText(location.href);
        toast(t(location.protocol === "file:" ? "copied_local" : "copied"));
      } catch {
        toast(t("not_copied"));
      }
    }

    /* ---- listening ---- */
    const controls = Controls.controls($("question"), {
      words, known, entries: places.searchable((a, b) => map.distance(a, b)), ask,
    });
    choose = ask;
    for (const [id, what] of [["theme", () => ask({ theme: dark() ? "light" : "dark" })],
                              ["print", () => window.print()], ["link", copyLink],
                              ["png", savePicture], ["csv", saveTable]]) {
      $(id).addEventListener("click", what);
    }
    $("table-box").addEventListener("toggle", showTable);
    $("rank-box").querySelector("details").addEventListener("toggle", showRank);
    function again() {
      dress();
      if (shown) show(state);
    }
    prefersDark.addEventListener("change", again);
    /* On paper stands a picture of the map in its place: Leaflet cannot lay its panes out anew
       for a sheet, and the map on the screen stays as it is. */
    window.addEventListener("beforeprint", () => {
      onPaper = true;
      dress();
      if (times) draw();
      view.flush();
      const picture = Exports.mapPicture({ map, view, theme: theme(), dark: false });
      $("on-paper")?.remove();
      $("map-box").after(make("figure", { id: "on-paper" }, picture,
        make("figcaption", { class: "small" }, notesText())));
    });
    window.addEventListener("afterprint", () => {
      $("on-paper")?.remove();
      onPaper = false;
      again();
    });
    window.addEventListener("hashchange", () => ask(State.read(location.hash, known)));

    function pick(point, latlng) {
      const name = view.nameAt(point);
      if (name) return ask({ place: name.stop ?? "place:" + areas[name.number].code });
      const cell = view.layer.at(latlng, true);
      return cell >= 0 ? ask({ place: "cell:" + engine.cells.id[cell] }) : toast(t("outside_click"));
    }
    map.on("click", (event) => pick(event.containerPoint, event.latlng));
    map.getContainer().addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target !== map.getContainer()) return;
      event.preventDefault();
      pick(map.latLngToContainerPoint(map.getCenter()), map.getCenter());
    });
    view.hover((cell) => {
      if (!shown || shown.status || cell < 0) return "";
      const area = places.areaOfCell(cell);
      const time = shown.minutes[cell];
      const still = shown.walked && shown.walked[cell] && !Number.isNaN(time)
        ? t("without_ride", { vehicle: known.ofTrip(state.trip, "vehicle") }) : "";
      return [area ? area.name : "", Number.isNaN(time) ? t("unreached") : t("minutes", { n: words.minutes(time) }),
              still, t("population", { n: words.count(engine.cells.population[cell]) })]
        .filter((text) => text).join(" \u00b7 ");
    });

    /* ---- the first picture ---- */
    Object.defineProperties(handle, {
      state: { get: () => ({ ...state }) },
      figures: { get: () => shown },
      rank: { get: () => ({ done: ranking.done, all: ranking.all }) },
    });
    const chart = (found) => Answer.chart(words, state, names(), found, (minute) => ask({ cutoff: minute }));
    Object.assign(handle, { set: ask, engine, csv: table, chart });
    view.start();
    speak();
    dress();
    view.stops(places.stops);
    return show(state);
  }
}

/* The page's last script calls it, once there is a map. */
globalThis.grensgeoPage = page;
