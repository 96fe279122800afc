/* Where a place stands among the main places of the study: each of them is asked the same question
   while the reader is reading, and kept as a curve, so that a slider looks it up. */

import { entry, fatal } from "./figures.js";

/** @typedef {import("../types.js").Asked} Asked */
/** @typedef {import("../types.js").Counts} Counts */
/** @typedef {import("../types.js").Area} Area */
/** @typedef {import("./figures.js").RankEntry} RankEntry */
/** @typedef {{key: string, name: string, place: Asked["place"], country: number, area: Area}} Member */
/** @typedef {{request: Asked, opportunity: string, weights: Counts, longest: number}} Question */
/** @typedef {{curves: (RankEntry | null)[], question: Question}} Work */
/** @typedef {{value: number, edge: boolean, still: boolean}} Standing */
/** @typedef {Standing & {member: Member}} Ranked */
/** @typedef {ReturnType<typeof rankingOf>} Ranking */

const KEPT = 12;
const PAUSE_MS = 350;
const SLICE_MS = 24;

/** @param {import("../types.js").Engine} engine
 * @param {Member[]} members
 * @param {{edge: Uint8Array, cut: (asked: Asked) => number}} ends where the data end, and when the end of the
 *   network is reached
 * @param {() => void} told when more is known */
export function rankingOf(engine, members, { edge, cut }, told) {
  /** @type {Map<string, Work>} */
  const kept = new Map();
  /** @type {Work | null} */
  let wanted = null;
  let timer = 0;
  let turns = 0;

  /** @param {Question} question
   * @returns {Work} */
  function workOn(question) {
    const key = JSON.stringify([{ ...question.request, place: null }, question.opportunity]);
    const found = kept.get(key) ?? { curves: [], question };
    kept.set(key, found);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? "");
    return found;
  }
  /** One slice after the other, until something else happens.
   * @param {Work} now
   * @param {number} turn */
  async function work(now, turn) {
    const started = performance.now();
    while (now.curves.length < members.length) {
      const { request, weights, longest } = now.question;
      const asked = { ...request, place: members[now.curves.length].place };
      const found = await engine.times(asked);
      if (turn !== turns) return;
      now.curves.push(fatal(found) ? null : entry({ engine, weights, edge, longest }, found, cut(asked)));
      if (performance.now() - started > SLICE_MS) break;
    }
    told();
    if (now.curves.length < members.length) timer = window.setTimeout(work, 0, now, turn);
  }

  return {
    /** Ask for the standings of a question; work begins, or goes on, once nothing else happens.
     * @param {Question} question */
    ask(question) {
      wanted = workOn(question);
      turns++;
      clearTimeout(timer);
      if (wanted.curves.length < members.length) timer = window.setTimeout(work, PAUSE_MS, wanted, turns);
    },
    get done() {
      return wanted === null ? 0 : wanted.curves.length;
    },
    all: members.length,
    /** What stands for each member; NaN where it has no times.
     * @param {(found: RankEntry, country: number) => Standing} standingOf
     * @returns {Ranked[]} */
    standings(standingOf) {
      return members.map((member, i) => {
        const found = wanted?.curves[i] ?? null;
        return { member, ...(found ? standingOf(found, member.country) : { value: NaN, edge: false, still: false }) };
      });
    },
  };
}

/** Those that can be ranked, highest first, and how many are left out and why: one whose figure
 * ends with the data, or that no train or bus takes anywhere, says nothing about its place.
 * @param {Ranked[]} rows */
export function sorted(rows) {
  const known = rows.filter((one) => !Number.isNaN(one.value));
  return {
    rows: known.filter((one) => !one.edge && !one.still).sort((a, b) => b.value - a.value),
    left: {
      edge: known.filter((one) => one.edge).length,
      still: known.filter((one) => one.still && !one.edge).length,
      unknown: rows.length - known.length,
    },
  };
}
