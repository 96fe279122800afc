/* Where the place stands among the others: what is asked for it, and how it is shown. */

import { showRank } from "./answer.js";
import { knownParts, requests, standing } from "./figures.js";
import { rankingOf, sorted } from "./ranking.js";
import { namesOf } from "./saying.js";
import { helpless, known as isKnown, lacking } from "./telling.js";

/** @typedef {import("./session.js").Session} Session */
/** @typedef {import("./ranking.js").Ranked} Ranked */
/** @typedef {import("./ranking.js").Standing} Standing */

/** Why a place does not stand in the ranking, or that it does.
 * @param {Standing} one */
function reason({ value, edge, still }) {
  if (isKnown(value) && !edge && !still) return "ranked";
  return edge ? "edge" : still ? "still" : "unknown";
}

/** @param {Session} session
 * @param {(patch: import("../types.js").Patch) => void} ask */
export function standingsOf(session, ask) {
  const { engine, members, edge, cut, mean, now, words, sides } = session;
  const ranking = rankingOf(engine, members, { edge, cut }, show);

  /** What stands for each member: looked up for mean inhabitants, computed for main places.
   * @returns {Ranked[]} */
  function standings() {
    if (!session.ofInhabitants()) {
      return ranking.done < ranking.all ? []
        : ranking.standings((found, home) => standing(now.state, found, home));
    }
    return members.map((member) => {
      const figures = mean.figures(now.state, member.area.code, member.country);
      const found = knownParts(figures, now.state, member.country, sides);
      return { member, value: found.atLeast[now.state.border], edge: found.touchesEdge, still: helpless(found) };
    });
  }
  function show() {
    const { state, shown } = now;
    if (!shown || shown.status) return;
    const ofInhabitants = session.ofInhabitants();
    const all = standings();
    const { rows, left } = sorted(all);
    const member = all.find((one) => one.member.key === state.place);
    const own = member ?? { value: shown.atLeast[state.border], edge: shown.touchesEdge, still: helpless(shown) };
    const others = rows.filter((one) => one.member.key !== state.place);
    showRank(words, namesOf(session), {
      all: ranking.all, done: ofInhabitants ? ranking.all : ranking.done, rows, left,
      member: member ? state.place : null, own: reason(own),
      kind: ofInhabitants ? "rank_mean" : member ? "rank_among" : "rank_beside",
      lacking: lacking(words, shown, state.border),
      place: others.filter((one) => one.value > own.value).length + 1,
      shared: others.some((one) => one.value === own.value), of: others.length + 1,
    }, (place) => ask({ place }));
  }
  return {
    show,
    /** Asks for what is not looked up. */
    ask() {
      const { state, shown } = now;
      if (!shown || shown.status || session.ofInhabitants()) return;
      const foreign = state.border !== "closed" || state.reading !== "routing";
      ranking.ask({
        request: { ...requests(state, session.here(), session.baseline).open, foreign_routing: foreign },
        opportunity: state.opportunity, weights: session.weights(), longest: session.longest(),
      });
    },
    progress: () => ({ done: ranking.done, all: ranking.all }),
  };
}
