"use strict";
/* The answer in figures: split by country, border effect, rank, chart, inhabitants by band. */
const GrensgeoAnswer = (() => {
  const { make, draw } = GrensgeoWords;
  const $ = (id) => document.getElementById(id);
  const known = (v) => v !== null && v !== undefined && !Number.isNaN(v);

  function row(name, value, key) {
    const label = make("span", {}, name);
    if (key) label.prepend(make("i", { class: "key part-" + key, "aria-hidden": "true" }));
    return make("div", { class: "row" }, label, make("b", {}, value));
  }
  function bar(parts) {
    const sum = parts.reduce((all, [, value]) => all + (known(value) ? value : 0), 0);
    const box = make("div", { class: "bar", "aria-hidden": "true" });
    for (const [name, value] of parts) {
      const piece = make("i", { class: "part-" + name });
      piece.style.width = (sum > 0 && known(value) ? (100 * value) / sum : 0) + "%";
      box.append(piece);
    }
    return box;
  }

  function effectText(words, found) {
    if (!known(found.open) || !known(found.closed)) return words.t("effect_missing");
    if (found.closed === 0) {
      return found.open === 0 ? words.t("effect_undefined")
        : words.t("effect_undefined") + " (" + words.signedCount(found.open) + ")";
    }
    return words.t("effect_said", {
      relative: words.signedShare(found.open / found.closed - 1),
      absolute: words.signedCount(found.open - found.closed),
    });
  }

  /* One sentence with the numbers in it; a councillor reads no further than this. */
  function headline(words, state, names, found) {
    const strong = (text, shown) => make(shown ? "strong" : "b", {}, text);
    const values = {
      place: names.place, mode: names.mode, cutoff: words.minutes(state.cutoff), opportunity: names.opportunity,
    };
    if (found.status) return words.sentence("head_" + found.status, values);
    values.open = strong(words.count(found.open), state.border === "open");
    values.closed = strong(words.count(found.closed), state.border === "closed");
    let key = "head_" + state.direction;
    if (!known(found.open) || !known(found.closed)) {
      key += "_unknown";
      values.nl = strong(words.count(found.nl), true);
      values.de = strong(words.count(found.de), true);
    } else if (found.closed === 0 && found.open > 0) key += "_undefined";
    else if (Math.round(found.closed) === Math.round(found.open)) key += "_same";
    else values.effect = words.signedShare(found.open / found.closed - 1);
    const nodes = words.sentence(key, values);
    if (state.border === "realised" && known(found.realised)) {
      nodes.push(" ", ...words.sentence("head_realised", {
        resistance: words.minutes(state.resistance), realised: strong(words.count(found.realised), true),
      }));
    }
    if (found.before && known(found.before.shown) && known(found.shown)) {
      const change = found.shown - found.before.shown;
      nodes.push(" ", ...words.sentence("head_scenario", {
        scenario: names.scenario, after: strong(words.count(found.shown), true),
        before: strong(words.count(found.before.shown), false),
        change: found.before.shown > 0 ? words.signedShare(change / found.before.shown) : words.signedCount(change),
      }));
    }
    return nodes;
  }

  function split(words, state, names, found) {
    $("split-title").textContent = words.capital(words.t("reachable", {
      opportunity: names.opportunity, cutoff: words.minutes(state.cutoff),
    }));
    $("split-value").textContent = words.count(found.shown);
    $("split-said").textContent = words.t("shown_" + state.border, { n: words.minutes(state.resistance) })
      + " \u00b7 " + (state.border === "closed" ? words.t("reading_" + state.reading) : names.mode);
    const parts = [["nl", found.shown_nl], ["de", found.shown_de]];
    $("split-parts").replaceChildren(bar(parts),
      ...parts.map(([name, value]) => row(words.t(name), words.count(value), name)));
    const warnings = [];
    for (const name of found.unknownCountries) {
      warnings.push(words.t("unknown_country", { country: words.t(name) }));
    }
    if (found.missing > 0 && !found.unknownCountries.length) {
      warnings.push(words.t("unknown_some", { n: words.count(found.missing) }));
    }
    if (found.noService) warnings.push(words.t("no_service"));
    if (found.touchesEdge) warnings.push(words.t("edge"));
    $("split-warnings").replaceChildren(...warnings.map((text) => make("p", { class: "warn" }, text)));
  }

  function border(words, state, found) {
    $("effect-title").textContent = words.t("effect");
    $("effect-value").textContent = effectText(words, found);
    const most = Math.max(found.open || 0, found.closed || 0, 1);
    $("effect-rows").replaceChildren(...GrensgeoState.BORDERS.map((name) => {
      const line = row(words.t("shown_" + name, { n: words.minutes(state.resistance) }), words.count(found[name]));
      line.classList.toggle("chosen", name === state.border);
      const piece = make("i", { class: "gauge", "aria-hidden": "true" });
      piece.style.width = (known(found[name]) ? (100 * found[name]) / most : 0) + "%";
      line.append(piece);
      return line;
    }));
  }

  function plan(words, names, found) {
    $("plan-box").hidden = !found.before;
    if (!found.before) return;
    $("plan-title").textContent = words.t("plan");
    $("plan-rows").replaceChildren(
      row(words.t("scenario_none"), words.count(found.before.shown)),
      row(names.scenario, words.count(found.shown)),
      row(words.t("row_abs"), known(found.shown) && known(found.before.shown)
        ? words.signedCount(found.shown - found.before.shown) : words.t("missing")),
    );
  }

  /* Reach against time, own country below, what lies across on top. */
  function chart(words, state, names, found, pick) {
    const box = $("chart");
    $("chart-title").textContent = words.t("chart");
    const { nl, de, home } = found.curve;
    const last = nl.length - 1;
    const own = home === 2 ? de : nl;
    const other = home === 2 ? nl : de;
    const at = (curve, minute) => (known(curve[minute]) ? curve[minute] : 0);
    const most = Math.max(at(own, last) + at(other, last), 1);
    const step = niceStep(most / 3);
    const top = Math.ceil(most / step) * step;
    const [left, right, high, low] = [56, 306, 8, 128];
    const x = (minute) => left + ((right - left) * minute) / last;
    const y = (value) => low - ((low - high) * value) / top;
    const area = (values, base) => {
      const minutes = [...Array(last + 1).keys()];
      const up = minutes.map((m) => `${x(m).toFixed(1)},${y(values(m)).toFixed(1)}`);
      const back = minutes.reverse().map((m) => `${x(m).toFixed(1)},${y(base(m)).toFixed(1)}`);
      return "M" + [...up, ...back].join("L") + "Z";
    };
    const ownName = home === 2 ? "de" : "nl";
    const nodes = [];
    for (let value = 0; value <= top + 1e-9; value += step) {
      nodes.push(draw("line", { x1: left, x2: right, y1: y(value), y2: y(value), class: "grid" }),
        text(words.short(value), left - 6, y(value) + 4, "end"));
    }
    nodes.push(
      draw("path", { d: area((m) => at(own, m), () => 0), class: "area-" + ownName }),
      draw("path", {
        d: area((m) => at(own, m) + at(other, m), (m) => at(own, m)), class: "area-" + (ownName === "nl" ? "de" : "nl"),
      }),
    );
    for (let minute = 0; minute <= last; minute += last > 75 ? 30 : 15) {
      nodes.push(text(words.minutes(minute), x(minute), low + 16, "middle"));
    }
    nodes.push(text(words.t("axis_minutes"), right, low + 31, "end"),
      draw("line", { x1: x(state.cutoff), x2: x(state.cutoff), y1: high - 6, y2: low + 4, class: "now" }));
    const third = Math.min(last, Math.max(5, Math.round(state.cutoff / 15) * 15 - 15));
    const total = (m) => words.count(at(own, m) + at(other, m));
    const svg = draw("svg", {
      viewBox: "0 0 320 164", role: "img",
      "aria-label": words.t("chart_said", {
        opportunity: names.opportunity, a: total(third), x: words.minutes(third),
        b: total(Math.min(last, state.cutoff)), y: words.minutes(state.cutoff),
      }),
    }, ...nodes);
    svg.addEventListener("pointerdown", (event) => {
      const frame = svg.getBoundingClientRect();
      const place = ((event.clientX - frame.left) / frame.width) * 320;
      pick(Math.round(((place - left) / (right - left)) * last));
    });
    box.replaceChildren(svg);
    $("chart-key").replaceChildren(
      make("i", { class: "key part-" + ownName, "aria-hidden": "true" }), words.t("own_country") + "  ",
      make("i", { class: "key part-" + (ownName === "nl" ? "de" : "nl"), "aria-hidden": "true" }), words.t("across"));
  }
  function text(said, x, y, anchor) {
    return draw("text", { x, y, "text-anchor": anchor }, said);
  }
  function niceStep(rough) {
    const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
    return [1, 2, 5, 10].map((m) => m * power).find((step) => step >= rough);
  }

  /* Inhabitants within each band of the legend, up to the cutoff. */
  function bands(words, found) {
    $("bands-title").textContent = words.t("bands");
    const head = make("tr", {}, ...[["band", "col"], ["nl", "col"], ["de", "col"], ["total", "col"]]
      .map(([key, scope]) => make("th", { scope }, words.t(key))));
    const lines = found.bands.map((band) => {
      const swatch = make("i", { class: "key", "aria-hidden": "true" });
      swatch.style.background = band.colour;
      return make("tr", {},
        make("th", { scope: "row" }, swatch, words.t("band_range", {
          a: words.minutes(band.from), b: words.minutes(band.to),
        })),
        ...[band.nl, band.de, band.nl + band.de].map((v) => make("td", {}, words.count(v))));
    });
    const sum = (name) => found.bands.reduce((all, band) => all + band[name], 0);
    lines.push(make("tr", { class: "sum" }, make("th", { scope: "row" }, words.t("total")),
      ...[sum("nl"), sum("de"), sum("nl") + sum("de")].map((v) => make("td", {}, words.count(v)))));
    $("bands").replaceChildren(make("thead", {}, head), make("tbody", {}, ...lines));
  }

  function rank(words, standing, pick) {
    $("rank-title").textContent = words.t("rank");
    const all = words.count(standing.all);
    const ready = standing.done >= standing.all;
    $("rank-value").textContent = ready && standing.place
      ? words.t("rank_said", { n: words.count(standing.place), all: words.count(standing.of) })
      : ready ? words.t("missing") : "\u2026";
    $("rank-said").textContent = !ready ? words.t("rank_busy", { n: words.count(standing.done), all })
      : !standing.rows.length ? "" : words.t(standing.member ? "rank_among" : "rank_beside", { all: words.count(standing.rows.length) });
    const details = $("rank-box").querySelector("details");
    details.hidden = !ready || !standing.rows.length;
    details.firstElementChild.textContent = words.t("rank_list");
    if (!ready || !details.open) return;
    $("rank-list").replaceChildren(...standing.rows.map((one) => {
      const button = make("button", { type: "button", class: "link" }, one.member.name);
      button.addEventListener("click", () => pick(one.member.key));
      const line = make("li", {}, button, make("b", {}, words.count(one.value)));
      line.classList.toggle("chosen", one.member.key === standing.member);
      return line;
    }));
  }

  return { headline, split, border, plan, chart, bands, rank, known };
})();
