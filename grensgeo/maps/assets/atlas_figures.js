"use strict";
/* From the engine's times to the figures that are shown. */
const GrensgeoFigures = (() => {
  const { limitOf, bandsTo, widthOf } = GrensgeoColours;
  /* Where no stop is near, times without a train or a bus still stand. */
  const fatal = (answer) => answer.status !== "" && answer.status !== "no_service";
  const HOME = { 1: ["nl", "de"], 2: ["de", "nl"] };

  /* The questions to the engine behind a state, by what they are for. */
  function requests(state, place, baseline) {
    const one = (scenario, foreign) => ({
      place: place.ask, trip: state.trip, direction: state.direction, percentile: state.percentile,
      foreign_routing: foreign, scenario,
    });
    const wall = state.reading === "routing";
    const asked = { open: one(state.scenario, true) };
    if (wall) asked.wall = one(state.scenario, false);
    if (state.scenario !== baseline) {
      asked.before = one(baseline, true);
      if (wall) asked.beforeWall = one(baseline, false);
    }
    return asked;
  }

  /* Whether what lies in a cell counts, given its time in minutes and its country. */
  function counts(state, home) {
    const limit = limitOf(state.cutoff);
    return (time, country) => time <= limit && (country === home || state.border === "open"
      || (state.border === "realised" && Math.fround(time + state.resistance) <= limit));
  }

  /* Reach with the border closed, felt and open, from times over all ways and over one's own. */
  function reachOf(engine, weights, state, home, { open, wall }) {
    const all = engine.reach(open.minutes, weights, state.cutoff, home, { resistance: state.resistance });
    const own = wall ? engine.reach(wall.minutes, weights, state.cutoff, home, {}) : all;
    return { ...all, closed: own.closed };
  }

  /* With the border closed to ways as well, the map shows the ways that are left. */
  const drawn = (state, open, wall) => (state.border === "closed" && wall ? wall : open).minutes;

  function figures({ engine, weights, edge, palette, longest }, state, home, times) {
    if (fatal(times.open)) return { status: times.open.status };
    const found = reachOf(engine, weights, state, home, times);
    const [own, other] = HOME[home] || HOME[1];
    const mine = state.border === "closed" ? found.closed : found[own];
    found.shown = found[state.border];
    found["shown_" + own] = mine;
    found["shown_" + other] = state.border === "closed" ? 0 : found.shown - mine;
    found.noService = times.open.status === "no_service";
    found.unknownCountries = ["nl", "de"].filter((name) => Number.isNaN(found[name]));
    if (times.before && !fatal(times.before)) {
      const before = { open: times.before, wall: times.beforeWall };
      found.before = reachOf(engine, weights, state, home, before);
      found.before.shown = found.before[state.border];
      found.before.minutes = drawn(state, before.open, before.wall);
    }
    found.minutes = drawn(state, times.open, times.wall);
    found.home = home;
    found.touchesEdge = touches(engine, edge, state, home, found.minutes);
    found.bands = bands(engine, state, found.minutes, widthOf(longest), palette);
    found.curve = { ...engine.curve(times.open.minutes, weights, longest), home };
    return found;
  }

  function touches(engine, edge, state, home, minutes) {
    const within = counts(state, home);
    for (let i = 0; i < minutes.length; i++) {
      if (edge[i] && within(minutes[i], engine.cells.country[i])) return true;
    }
    return false;
  }

  /* Inhabitants by band of time and country, whether the border counts them or not. */
  function bands(engine, state, minutes, width, palette) {
    const found = bandsTo(state.cutoff, width).map((band, i) => ({
      ...band, nl: 0, de: 0, colour: palette[Math.min(i, palette.length - 1)],
    }));
    const limits = found.map((band) => limitOf(band.to));
    for (let i = 0; i < minutes.length; i++) {
      const place = limits.findIndex((limit) => minutes[i] <= limit);
      if (place >= 0) found[place][engine.cells.country[i] === 2 ? "de" : "nl"] += engine.cells.population[i];
    }
    return found;
  }

  /* What a curve gives for a state, for a place in a country. */
  function fromCurve(state, curve, home) {
    const [own, other] = HOME[home] || HOME[1];
    const later = state.border === "realised" ? state.cutoff - state.resistance : state.cutoff;
    return curve[own][state.cutoff] + (state.border === "closed" || later < 0 ? 0 : curve[other][later]);
  }

  /* Each municipality: time of the inhabitant in the middle, inhabitants within the cutoff. */
  function byArea(engine, areas, areaOfCell, state, minutes) {
    const lists = new Map(areas.map((area) => [area, []]));
    for (let i = 0; i < engine.cells.n; i++) {
      const area = areaOfCell(i);
      if (area) lists.get(area).push(i);
    }
    const time = (i) => (Number.isNaN(minutes[i]) ? Infinity : minutes[i]);
    const people = engine.cells.population;
    const limit = limitOf(state.cutoff);
    const rows = [];
    for (const [area, list] of lists) {
      const all = list.reduce((sum, i) => sum + people[i], 0);
      let [seen, median, within] = [0, Infinity, 0];
      for (const i of list.sort((a, b) => time(a) - time(b))) {
        if (seen < all / 2 && seen + people[i] >= all / 2) median = time(i);
        seen += people[i];
        if (minutes[i] <= limit) within += people[i];
      }
      if (all > 0) rows.push({ area, median, within });
    }
    return rows.sort((a, b) => (a.median === b.median ? 0 : a.median - b.median));
  }

  return { fatal, requests, counts, drawn, figures, fromCurve, byArea };
})();
