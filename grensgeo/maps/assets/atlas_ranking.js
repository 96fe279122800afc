"use strict";
/* Where a place stands among the main places of the study: each of them is asked the same question
   while the reader is reading, and kept as a curve, so that a slider looks it up. */
const GrensgeoRanking = (() => {
  const KEPT = 12;
  const PAUSE_MS = 350;
  const SLICE_MS = 24;

  function ranking(engine, members, told) {
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
        now.curves.push(GrensgeoFigures.fatal(found) ? null : engine.curve(found.minutes, weights, longest));
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
      /* Values of all members, highest first, null where nothing is known. */
      standings(valueOf) {
        return wanted.curves
          .map((curve, i) => ({ member: members[i], value: curve === null ? null : valueOf(curve, members[i].country) }))
          .filter((one) => one.value !== null && !Number.isNaN(one.value))
          .sort((a, b) => b.value - a.value);
      },
    };
  }
  return { ranking };
})();
