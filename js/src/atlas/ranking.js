/* Where a place stands among the main places of the study: each of them is asked the same question
   while the reader is reading, and kept as a curve, so that a slider looks it up. */

import * as Figures from "./figures.js";

const KEPT = 12;
const PAUSE_MS = 350;
const SLICE_MS = 24;

export function ranking(engine, members, edge, told) {
  const kept = new Map();
  let wanted = null;
  let timer = 0;
  let turns = 0;

  function keyOf(question) {
    return JSON.stringify([{ ...question.request, place: null }, question.opportunity]);
  }
  function entry(question) {
    const key = keyOf(question);
    if (!kept.has(key)) {
      kept.set(key, { curves: [], question });
      if (kept.size > KEPT) kept.delete(kept.keys().next().value);
    }
    return kept.get(key);
  }
  /* One slice after the other, until something else happens. */
  async function work(now, turn) {
    const started = performance.now();
    while (now.curves.length < members.length) {
      const { request, weights, longest } = now.question;
      const found = await engine.times({ ...request, place: members[now.curves.length].place });
      if (turn !== turns) return;
      now.curves.push(Figures.fatal(found) ? null
        : Figures.entry(engine, weights, edge, longest, found));
      if (performance.now() - started > SLICE_MS) break;
    }
    told();
    if (now.curves.length < members.length) timer = setTimeout(work, 0, now, turn);
  }

  return {
    /* Ask for the standings of a question; work begins, or goes on, once nothing else happens. */
    ask(question) {
      wanted = entry(question);
      turns++;
      clearTimeout(timer);
      if (wanted.curves.length < members.length) timer = setTimeout(work, PAUSE_MS, wanted, turns);
    },
    get done() {
      return wanted === null ? 0 : wanted.curves.length;
    },
    all: members.length,
    /* What stands for each member; null where it has no times. */
    standings(standingOf) {
      return members.map((member, i) => ({ member, ...(wanted.curves[i] === null
        ? { value: NaN, edge: false, still: false } : standingOf(wanted.curves[i], member.country)) }));
    },
  };
}
/* Those that can be ranked, highest first, and how many are left out and why: one whose figure
   ends with the data, or that no train or bus takes anywhere, says nothing about its place. */
export function sorted(rows) {
  const known = rows.filter((one) => one.value !== null && !Number.isNaN(one.value));
  return {
    rows: known.filter((one) => !one.edge && !one.still).sort((a, b) => b.value - a.value),
    edge: known.filter((one) => one.edge).length,
    still: known.filter((one) => one.still && !one.edge).length,
    unknown: rows.length - known.length,
  };
}
