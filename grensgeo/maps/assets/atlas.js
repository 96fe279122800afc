"use strict";
/* The atlas: what is asked (state), what the engine answers, and everything that shows it. */
function grensgeoPage(map) {
  const SAME_STOP_M = 600;
  const { make, plain } = GrensgeoWords;
  const data = JSON.parse(document.getElementById("grensgeo-data").textContent);
  const words = GrensgeoWords.words(data);
  const { t } = words;
  const $ = (id) => document.getElementById(id);
  const kept = { redrawMs: [] };
  const handle = { redrawMs: kept.redrawMs, ready: start().catch(failed) };
  window.grensgeoAtlas = handle;

  function failed(error) {
    $("headline").textContent = t("failed", { reason: String(error && error.message ? error.message : error) });
    throw error;
  }

  async function start() {
    fillWords();
    const engine = await GrensgeoEngine.open(data.engine.manifest, data.engine.chunks);
    const areas = GrensgeoView.readAreas(data.base.areas);
    const cells = GrensgeoCells.shapes({
      rings: engine.arrays["shape/rings"], corners: engine.arrays["shape/corners"],
      start_x: engine.arrays["shape/start_x"], start_y: engine.arrays["shape/start_y"],
      step_x: engine.arrays["shape/step_x"], step_y: engine.arrays["shape/step_y"],
    });
    const view = GrensgeoView.view(map, data, { areas, cells, words });
    run({ engine, areas, cells, view });
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
    for (const [part, key] of [["in", "zoom_in"], ["out", "zoom_out"]]) {
      const link = document.querySelector(".leaflet-control-zoom-" + part);
      link.title = t(key);
      link.setAttribute("aria-label", t(key));
    }
    const home = document.querySelector("a.home");
    if (home) {
      home.title = t("home");
      home.setAttribute("aria-label", t("home"));
    }
  }

  function run({ engine, areas, cells, view }) {
    const codes = new Map(areas.map((area) => [area.code, area.number]));
    const areaOfCell = Int32Array.from(engine.cells.municipality, (m) => codes.get(engine.municipalities[m]) ?? -1);
    const cellIndex = new Map(engine.cells.id.map((id, i) => [id, i]));
    const edge = engine.arrays["shape/edge"];
    const weights = { ...engine.opportunities, population: engine.cells.population };
    const places = readPlaces();
    const known = readKnown();
    const look = GrensgeoColours.canvasOf(engine.cells.n);
    const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");
    const members = data.study.map((code) => places.get("place:" + code)).filter((place) => place)
      .map((place) => ({ key: place.key, name: place.name, place: place.ask, country: place.country }));
    const ranking = GrensgeoRanking.ranking(engine, members, showRank);
    let state = GrensgeoState.checked(
      GrensgeoState.read(location.hash, known), data.start, known);
    let asked = "";
    let times = null;
    let shown = null;

    function readPlaces() {
      const found = new Map();
      const add = (place) => found.set(place.key, place);
      engine.places.forEach((place, index) => {
        const area = areas[codes.get(place.id)];
        add({
          key: "place:" + place.id, kind: "place", name: area ? area.name : place.name, lon: place.lon, lat: place.lat,
          country: place.country, area: area ? area.number : -1, ask: { kind: "place", index },
          weight: 1e9 + (area ? area.population : 0),
          note: () => t("kind_place") + (area ? " \u00b7 " + area.nuts3 : ""),
        });
      });
      engine.stops.forEach((stop, index) => add({
        key: "stop:" + stop.id, kind: "stop", name: stop.name, lon: stop.lon, lat: stop.lat,
        country: stop.country, area: -1, ask: { kind: "stop", index }, weight: 0,
        note: () => t("kind_stop") + " \u00b7 " + words.country(stop.country),
      }));
      for (const place of found.values()) place.plain = plain(place.name);
      return found;
    }
    /* Both sides of a street are one stop to who looks for it. */
    function searchable() {
      const seen = new Map();
      return [...places.values()].filter((place) => {
        if (place.kind !== "stop") return true;
        const same = seen.get(place.plain) || [];
        seen.set(place.plain, [...same, place]);
        return !same.some((one) => map.distance([one.lat, one.lon], [place.lat, place.lon]) < SAME_STOP_M);
      });
    }
    function placeOf(key) {
      if (!key.startsWith("cell:")) return places.get(key);
      const index = cellIndex.get(key.slice(5));
      if (index === undefined) return undefined;
      const area = areas[areaOfCell[index]];
      return {
        key, kind: "cell", name: t("cell_of", { name: area ? area.name : "?" }), lon: engine.cells.lon[index],
        lat: engine.cells.lat[index], country: engine.cells.country[index], area: areaOfCell[index],
        ask: { kind: "cell", index },
      };
    }
    function readKnown() {
      const described = new Map(data.trips.map((trip) => [trip.id, trip]));
      return {
        languages: words.languages, trips: engine.trips, scenarios: engine.scenarios,
        opportunities: data.opportunities,
        hasPlace: (key) => typeof key === "string" && placeOf(key) !== undefined,
        scenariosOf: (trip) => [engine.scenarios[0], ...engine.scenarios.slice(1).filter((name) =>
          !Object.hasOwn(data.scenario_trips, name) || data.scenario_trips[name].includes(trip))],
        scenarioName: (name) => (name === engine.scenarios[0] ? t("scenario_none")
          : Object.hasOwn(data.scenarios, name) ? words.in(data.scenarios[name]) : name),
        tripName(trip) {
          const told = described.get(trip.id);
          if (told && told.title) return words.in(told.title);
          if (told && told.departure) {
            const from = new Date(told.departure.slice(0, 16) + ":00Z");
            const until = new Date(from.getTime() + (told.window_min || 0) * 60000);
            return words.date(from) + ", " + words.clock(from) + (told.window_min ? "\u2013" + words.clock(until) : "");
          }
          return told && told.period ? words.period(told.period) : trip.id;
        },
      };
    }

    /* ---- questions to the engine ---- */
    function request(change) {
      return {
        place: placeOf(state.place).ask, trip: state.trip, direction: state.direction,
        percentile: state.percentile, foreign_routing: true, scenario: state.scenario, ...change,
      };
    }
    async function compute() {
      const key = [state.place, state.trip, state.direction, state.percentile, state.reading, state.scenario].join("|");
      if (key === asked) return true;
      asked = key;
      const baseline = engine.scenarios[0];
      const wanted = { open: request({}) };
      if (state.reading === "routing") wanted.wall = request({ foreign_routing: false });
      if (state.scenario !== baseline) {
        wanted.before = request({ scenario: baseline });
        if (state.reading === "routing") wanted.beforeWall = request({ scenario: baseline, foreign_routing: false });
      }
      const found = {};
      for (const [name, question] of Object.entries(wanted)) {
        found[name] = await engine.times(question);
        if (asked !== key) return false;
      }
      times = found;
      return true;
    }

    /* Reach with the border closed, felt and open, from times over all ways and over one's own. */
    function reachOf(open, wall, home) {
      const values = weights[state.opportunity];
      const all = engine.reach(open.minutes, values, state.cutoff, home, { resistance: state.resistance });
      const own = wall ? engine.reach(wall.minutes, values, state.cutoff, home, {}) : all;
      return { ...all, closed: own.closed, missing: all.missing };
    }
    function figures() {
      const home = placeOf(state.place).country;
      if (GrensgeoRanking.fatal(times.open)) return { status: times.open.status };
      const found = reachOf(times.open, times.wall, home);
      const own = home === 2 ? "de" : "nl";
      const other = own === "nl" ? "de" : "nl";
      found.shown = found[state.border];
      found.noService = times.open.status === "no_service";
      found["shown_" + own] = state.border === "open" ? found[own] : found.closed;
      found["shown_" + other] = state.border === "closed" ? 0
        : state.border === "open" ? found[other] : found.realised - found[own];
      if (state.border === "realised") found["shown_" + own] = found[own];
      found.unknownCountries = ["nl", "de"].filter((name) => Number.isNaN(found[name]));
      if (times.before && !GrensgeoRanking.fatal(times.before)) {
        found.before = reachOf(times.before, times.beforeWall, home);
        found.before.shown = found.before[state.border];
      }
      const longest = GrensgeoState.longest(known, state.trip);
      const minutes = drawnMinutes();
      found.minutes = minutes;
      found.home = home;
      found.width = GrensgeoColours.widthOf(longest);
      found.touchesEdge = touches(minutes, home);
      found.bands = bandsOf(minutes, found.width);
      found.curve = { ...engine.curve(times.open.minutes, weights[state.opportunity], longest), home };
      return found;
    }
    /* With the border closed to ways as well, the map shows the ways that are left. */
    const drawnMinutes = () =>
      (state.border === "closed" && times.wall ? times.wall : times.open).minutes;
    function touches(minutes, home) {
      const limit = GrensgeoColours.limitOf(state.cutoff);
      for (let i = 0; i < minutes.length; i++) {
        if (edge[i] && minutes[i] <= limit && (state.border !== "closed" || engine.cells.country[i] === home)) return true;
      }
      return false;
    }
    function bandsOf(minutes, width) {
      const bands = GrensgeoColours.bandsTo(state.cutoff, width)
        .map((band, i) => ({ ...band, nl: 0, de: 0, colour: palettes().times[Math.min(i, 5)] }));
      const limits = bands.map((band) => GrensgeoColours.limitOf(band.to));
      for (let i = 0; i < minutes.length; i++) {
        const place = limits.findIndex((limit) => minutes[i] <= limit);
        if (place >= 0) bands[place][engine.cells.country[i] === 2 ? "de" : "nl"] += engine.cells.population[i];
      }
      return bands;
    }

    /* ---- what is shown ---- */
    const dark = () => state.theme === "dark" || (state.theme === "auto" && prefersDark.matches);
    const theme = () => GrensgeoColours.themes[dark() ? "dark" : "light"];
    const palettes = () => ({
      times: dark() ? data.palettes.dark : data.palettes.light, diverging: data.palettes.diverging,
    });
    function names() {
      const trip = known.trips.find((one) => one.id === state.trip);
      return {
        place: placeOf(state.place).name, mode: words.byMode(trip.mode),
        opportunity: words.opportunity(state.opportunity), scenario: known.scenarioName(state.scenario),
      };
    }
    const comparing = () => state.compare && times.before && !GrensgeoRanking.fatal(times.before);
    function legendQuestion() {
      return {
        cutoff: state.cutoff, width: GrensgeoColours.widthOf(GrensgeoState.longest(known, state.trip)),
        border: state.border, before: comparing() ? true : null,
      };
    }
    function paint() {
      const minutes = drawnMinutes();
      if (comparing()) {
        const before = (state.border === "closed" && times.beforeWall ? times.beforeWall : times.before).minutes;
        GrensgeoColours.changes(look, theme(), palettes().diverging, { minutes, before, cutoff: state.cutoff });
      } else {
        GrensgeoColours.times(look, theme(), palettes().times, {
          ...legendQuestion(), minutes, countries: engine.cells.country,
          home: placeOf(state.place).country, resistance: state.resistance,
        });
      }
      view.layer.paint(look);
    }
    function showLegend() {
      $("legend-title").textContent = t(comparing() ? "legend_change" : "legend_time");
      const entries = GrensgeoColours.legend(words, theme(), palettes(), legendQuestion());
      $("legend").replaceChildren(...entries.map((entry) => {
        const swatch = make("i", { class: "swatch" + (entry.line ? " line" : ""), "aria-hidden": "true" });
        swatch.style.background = entry.line || (entry.stripe
          ? `repeating-linear-gradient(-45deg, ${entry.colour} 0 3px, ${entry.stripe} 3px 6px)` : entry.colour);
        return make("li", {}, swatch, entry.said);
      }));
      return entries;
    }
    function showAnswer() {
      shown = figures();
      const told = names();
      const box = $("headline");
      box.replaceChildren(...GrensgeoAnswer.headline(words, state, told, shown));
      box.removeAttribute("aria-busy");
      sayLater();
      $("answer-box").hidden = Boolean(shown.status);
      if (shown.status) return;
      GrensgeoAnswer.split(words, state, told, shown);
      GrensgeoAnswer.border(words, state, shown);
      GrensgeoAnswer.plan(words, told, shown);
      GrensgeoAnswer.chart(words, state, told, shown, (minute) => ask({ cutoff: minute }));
      GrensgeoAnswer.bands(words, shown);
      const wall = state.border === "closed" && state.reading === "routing";
      ranking.ask({
        trip: state.trip, direction: state.direction, percentile: state.percentile, scenario: state.scenario,
        foreign_routing: !wall, opportunity: state.opportunity, weights: weights[state.opportunity],
        longest: GrensgeoState.longest(known, state.trip),
        request: request({ foreign_routing: !wall }),
      });
      showRank();
    }
    function valueOf(curve, home) {
      const own = home === 2 ? curve.de : curve.nl;
      const other = home === 2 ? curve.nl : curve.de;
      const later = state.cutoff - state.resistance;
      const across = state.border === "closed" ? 0 : state.border === "open" ? other[state.cutoff]
        : later < 0 ? 0 : other[later];
      return own[state.cutoff] + across;
    }
    function showRank() {
      if (!shown || shown.status) return;
      const rows = ranking.done >= ranking.all ? ranking.standings(valueOf) : [];
      const member = rows.find((one) => one.member.key === state.place);
      const value = member ? member.value : shown.shown;
      GrensgeoAnswer.rank(words, {
        all: ranking.all, done: ranking.done, rows, member: member ? state.place : null,
        place: GrensgeoAnswer.known(value) ? rows.filter((one) => one.value > value).length + 1 : 0,
        of: rows.length + (member ? 0 : 1),
      }, (key) => ask({ place: key }));
    }

    /* A screen reader hears the sentence once the reader has stopped moving the slider. */
    let saying = 0;
    function sayLater() {
      clearTimeout(saying);
      saying = setTimeout(() => { $("said").textContent = $("headline").textContent; }, 700);
    }

    /* ---- the table in place of the map ---- */
    let tabling = 0;
    function tableLater() {
      clearTimeout(tabling);
      if ($("table-box").open) tabling = setTimeout(showTable, 120);
    }
    function tableRows() {
      const lists = areas.map(() => []);
      const limit = GrensgeoColours.limitOf(state.cutoff);
      areaOfCell.forEach((number, i) => { if (number >= 0) lists[number].push(i); });
      return areas.map((area) => {
        const order = lists[area.number].slice()
          .sort((a, b) => (shown.minutes[a] || Infinity) - (shown.minutes[b] || Infinity));
        const people = order.reduce((all, i) => all + engine.cells.population[i], 0);
        let [seen, median, within] = [0, NaN, 0];
        for (const i of order) {
          const before = seen;
          seen += engine.cells.population[i];
          if (before < people / 2 && seen >= people / 2) median = shown.minutes[i];
          if (shown.minutes[i] <= limit) within += engine.cells.population[i];
        }
        return { area, median, within, people };
      }).filter((row) => row.people > 0)
        .sort((a, b) => (Number.isNaN(a.median) ? Infinity : a.median) - (Number.isNaN(b.median) ? Infinity : b.median));
    }
    function showTable() {
      if (!shown || shown.status) return $("table").replaceChildren();
      const head = ["municipality", "country", "table_median", "table_share"]
        .map((key) => make("th", { scope: "col" }, t(key)));
      const lines = tableRows().map(({ area, median, within }) => {
        const button = make("button", { type: "button", class: "link" }, area.name);
        button.addEventListener("click", () => ask({ place: "place:" + area.code }));
        return make("tr", {}, make("th", { scope: "row" }, button), make("td", {}, t(area.country.toLowerCase())),
          make("td", {}, Number.isNaN(median) ? t("unreached") : words.minutes(median)),
          make("td", {}, words.count(within)));
      });
      return $("table").replaceChildren(make("table", {}, make("caption", {}, t("table_caption") + " \u2013 " + names().place),
        make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...lines)));
    }
    $("table-box").addEventListener("toggle", tableLater);
    $("rank-box").querySelector("details").addEventListener("toggle", showRank);

    /* ---- notes and sources ---- */
    const concerns = (note) => {
      const mode = known.trips.find((one) => one.id === state.trip).mode;
      return note.concerns === null || note.concerns === mode || note.concerns === state.opportunity;
    };
    function showNotes() {
      $("warnings").replaceChildren(...data.strip.filter(concerns)
        .map((note) => make("li", { title: words.in(note.text) }, words.in(note.short))));
      $("notes").replaceChildren(...data.notes.map((note) => {
        const item = make("li", {}, words.in(note.text));
        if (note.detail) item.append(make("span", { class: "small", lang: "en" }, " " + note.detail));
        return item;
      }));
      $("sources").replaceChildren(...data.sources.map((source) => {
        const title = source.url
          ? make("a", { href: source.url, rel: "noopener noreferrer", target: "_blank" }, source.title)
          : make("span", {}, source.title);
        const rest = [source.attribution, t("licence", { name: source.licence }),
                      source.reference_date ? t("reference_date", { date: source.reference_date }) : ""];
        return make("li", {}, title, " \u2013 " + rest.filter((text) => text).join(" \u00b7 "));
      }));
      $("strip").textContent = stripText();
    }
    function questionText() {
      const trip = known.trips.find((one) => one.id === state.trip);
      return [
        placeOf(state.place).name + ", " + t("direction_" + state.direction), words.mode(trip.mode),
        known.trips.filter((one) => one.mode === trip.mode).length > 1 || trip.mode === "transit" ? known.tripName(trip) : "",
        t("minutes", { n: words.minutes(state.cutoff) }),
        state.border === "closed" ? t("shown_closed") + " (" + t("reading_" + state.reading) + ")"
          : t("shown_" + state.border, { n: words.minutes(state.resistance) }),
        words.opportunity(state.opportunity), t("scenario") + ": " + known.scenarioName(state.scenario),
      ].filter((text) => text).join(" \u00b7 ");
    }
    function stripText() {
      return t("scenario") + ": " + known.scenarioName(state.scenario) + " \u00b7 " + t("source") + ": "
        + data.attributions.join(" \u00b7 ") + " \u00b7 " + t("made_with", { version: data.version });
    }

    /* ---- doing what is asked ---- */
    let linking = 0;
    function link() {
      clearTimeout(linking);
      linking = setTimeout(() => {
        try {
          history.replaceState(null, "", "#" + GrensgeoState.write(state));
        } catch {
          // a page inside another has no address of its own
        }
      }, 300);
    }
    function showPlace(follow) {
      const place = placeOf(state.place);
      const latlng = L.latLng(place.lat, place.lon);
      if (follow && !map.getBounds().pad(-0.08).contains(latlng)) map.panTo(latlng, { animate: false });
      view.choose({ ...place, latlng });
    }
    async function show(before) {
      const started = performance.now();
      controls.show(state, placeOf(state.place).name);
      if (state.place !== before.place) showPlace(true);
      const old = times;
      const computed = await settle();
      if (!computed) return;
      paint();
      showAnswer();
      if (old !== times || state.language !== before.language || state.compare !== before.compare) tableLater();
      else if (state.cutoff !== before.cutoff) tableLater();
      showLegend();
      showNotes();
      link();
      if (old === times) {
        kept.redrawMs.push(performance.now() - started);
        if (kept.redrawMs.length > 200) kept.redrawMs.shift();
      }
    }
    /* A long computation lets the page say so first. */
    async function settle() {
      $("headline").setAttribute("aria-busy", "true");
      const found = await compute();
      return found;
    }
    function ask(patch) {
      const before = state;
      const after = GrensgeoState.checked(patch, before, known);
      if (patch.direction && after.direction !== before.direction && !patch.opportunity) {
        after.opportunity = other.get(after.direction) ?? (after.direction === "to" ? "population" : data.start.opportunity);
        other.set(before.direction, before.opportunity);
      }
      state = after;
      if (after.language !== before.language) speak();
      if (after.theme !== before.theme) dress();
      return show(before);
    }
    const other = new Map();
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
      const button = $("theme");
      button.textContent = t(dark() ? "theme_light" : "theme_dark");
    }

    /* ---- listening ---- */
    const controls = GrensgeoControls.controls($("question"), {
      words, known, entries: searchable(), ask,
    });
    for (const button of document.querySelectorAll("[data-language]")) {
      button.addEventListener("click", () => ask({ language: button.dataset.language }));
    }
    $("theme").addEventListener("click", () => ask({ theme: dark() ? "light" : "dark" }));
    prefersDark.addEventListener("change", () => {
      dress();
      paint();
      showLegend();
    });
    window.addEventListener("hashchange", () => ask(GrensgeoState.read(location.hash, known)));
    $("print").addEventListener("click", () => window.print());
    $("link").addEventListener("click", async () => {
      history.replaceState(null, "", "#" + GrensgeoState.write(state));
      try {
        await navigator.clipboard.writeText(location.href);
        $("said").textContent = t("copied");
      } catch {
        $("said").textContent = t("not_copied");
      }
      toast($("said").textContent);
    });
    function toast(text) {
      $("toast").textContent = text;
      $("toast").hidden = false;
      setTimeout(() => { $("toast").hidden = true; }, 2500);
    }
    const fileName = (ending) => ["atlas", plain(placeOf(state.place).name).replace(/ /g, "-").slice(0, 40),
      state.trip.replace(/[^\w-]/g, ""), state.cutoff + "min", state.border].join("-") + ending;
    $("png").addEventListener("click", async () => {
      const blob = await GrensgeoExports.picture({
        map, view, legend: showLegend(), theme: theme(), dark: dark(),
        texts: { headline: $("headline").textContent, question: questionText(),
                 below: [data.strip.filter(concerns).map((note) => words.in(note.text)).join(" "), stripText()] },
      });
      GrensgeoExports.save(blob, fileName(".png"));
    });
    $("csv").addEventListener("click", () =>
      GrensgeoExports.save(new Blob(["\ufeff" + table()], { type: "text/csv;charset=utf-8" }), fileName(".csv")));

    /* Every cell with its time, and above it what was asked, what came out and where it is from. */
    function table() {
      const number = (v) => (GrensgeoAnswer.known(v) ? String(Math.round(v * 1000) / 1000) : "");
      const remarks = [
        $("headline").textContent, questionText(), "link: #" + GrensgeoState.write(state),
        ...["closed", "realised", "open", "nl", "de"].map((name) =>
          `${name}: ${number(shown[name])} ${state.opportunity}`),
        `units: travel_time_min in minutes; population in inhabitants; ${state.opportunity} in numbers; lon and lat in degrees (EPSG:4326); empty is not known or not reached`,
        ...data.notes.map((note) => "note: " + words.in(note.text)),
        ...data.sources.map((source) => `source: ${source.title}; ${source.attribution}; licence ${source.licence}; ${source.reference_date}`),
        t("made_with", { version: data.version }),
      ];
      const columns = ["cell_id", "region_code", "municipality", "country", "lon", "lat", "population"];
      if (state.opportunity !== "population") columns.push(state.opportunity);
      columns.push("travel_time_min", "within_cutoff", "counted");
      if (times.before) columns.push("travel_time_baseline_min");
      const limit = GrensgeoColours.limitOf(state.cutoff);
      const rows = [];
      for (let i = 0; i < engine.cells.n; i++) {
        const time = shown.minutes ? shown.minutes[i] : NaN;
        const within = time <= limit;
        const area = areas[areaOfCell[i]];
        const abroad = engine.cells.country[i] !== placeOf(state.place).country;
        const counted = within && (!abroad || state.border === "open"
          || (state.border === "realised" && Math.fround(time + state.resistance) <= limit));
        rows.push([
          engine.cells.id[i], area ? area.code : "", area ? area.name : "", ["", "NL", "DE"][engine.cells.country[i]],
          round(engine.cells.lon[i], 1e5), round(engine.cells.lat[i], 1e5), engine.cells.population[i],
          ...(state.opportunity === "population" ? [] : [round(weights[state.opportunity][i], 1e4)]),
          round(time, 1e3), within ? 1 : 0, counted ? 1 : 0,
          ...(times.before ? [round(times.before.minutes[i], 1e3)] : []),
        ]);
      }
      return GrensgeoExports.csv(remarks, columns, rows);
    }
    const round = (value, unit) => Math.round(value * unit) / unit;

    function pick(point, latlng) {
      const name = view.nameAt(point);
      if (name) return ask({ place: name.stop ?? "place:" + areas[name.number].code });
      const cell = view.layer.at(latlng, true);
      return cell >= 0 ? ask({ place: "cell:" + engine.cells.id[cell] }) : null;
    }
    map.on("click", (event) => pick(event.containerPoint, event.latlng));
    map.getContainer().addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.target !== map.getContainer()) return;
      event.preventDefault();
      pick(map.latLngToContainerPoint(map.getCenter()), map.getCenter());
    });
    const hover = make("div", { id: "hover", hidden: true, "aria-hidden": "true" });
    map.getContainer().append(hover);
    map.on("mousemove", (event) => {
      const cell = times ? view.layer.at(event.latlng, false) : -1;
      hover.hidden = cell < 0 || GrensgeoRanking.fatal(times.open);
      if (hover.hidden) return;
      const time = drawnMinutes()[cell];
      const area = areas[areaOfCell[cell]];
      hover.textContent = (area ? area.name : "?") + " \u00b7 "
        + (Number.isNaN(time) ? t("unreached") : t("minutes", { n: words.minutes(time) }))
        + " \u00b7 " + t("population", { n: words.count(engine.cells.population[cell]) });
      const size = map.getSize();
      const right = event.containerPoint.x > size.x - 240;
      hover.style.transform = `translate(${event.containerPoint.x + (right ? -12 : 14)}px,${event.containerPoint.y + 14}px)`
        + (right ? " translateX(-100%)" : "");
    });
    map.on("mouseout zoomstart movestart", () => { hover.hidden = true; });
    const Home = L.Control.extend({
      onAdd() {
        const box = L.DomUtil.create("div", "leaflet-bar");
        const link = L.DomUtil.create("a", "home", box);
        link.href = "#";
        link.setAttribute("role", "button");
        link.textContent = "\u2302";
        L.DomEvent.on(link, "click", (event) => {
          L.DomEvent.stop(event);
          view.home();
        });
        return box;
      },
    });
    new Home({ position: "topleft" }).addTo(map);
    let width = window.innerWidth;
    window.addEventListener("resize", () => {
      map.invalidateSize({ animate: false });
      if (window.innerWidth !== width) view.home();
      width = window.innerWidth;
    });
    for (const name of ["beforeprint", "afterprint"]) {
      window.addEventListener(name, () => {
        map.invalidateSize({ animate: false, pan: false });
        view.home();
      });
    }

    /* ---- the first picture ---- */
    Object.defineProperties(handle, {
      state: { get: () => ({ ...state }) },
      figures: { get: () => shown },
      rank: { get: () => ({ done: ranking.done, all: ranking.all }) },
    });
    Object.assign(handle, { set: ask, engine, csv: table });
    speak();
    dress();
    view.start();
    view.stops(engine.stops.map((stop) => ({ ...stop, key: "stop:" + stop.id })));
    showPlace(false);
    return show(state);
  }
}
