/* Why a time is what it is: the way along the streets, or the rides, walks and waits of the journey
   that the time is of (gg.journeys), each with its seconds and where it leads. */

import * as Transit from "./transit.js";
import { wholeSeconds } from "./timetable.js";

/** @typedef {import("../types.js").Question} Question */
/** @typedef {import("../types.js").WhyLeg} WhyLeg */
/** @typedef {import("../types.js").Why} Why */
/** @typedef {import("./answers.js").Ground} Ground */

/** @param {Partial<WhyLeg>} told
 * @returns {WhyLeg} */
const legOf = (told) => ({ kind: "way", mode: "", seconds: 0, metres: null, from: -1, to: -1, departs: null, arrives: null,
                           line: "", headsign: "", spots: [], ...told });

/** The way along the streets by a leg of the trip, from a point to another.
 * @param {Ground} ground
 * @param {Question} question
 * @param {string} name of the leg
 * @param {[number, number]} ends
 * @returns {{found: ReturnType<import("../types.js").Streets["way"]>, mode: string, leg: import("../types.js").Leg}} */
function along({ streets }, question, name, [from, to]) {
  const leg = Transit.legOf({ ...question, reverse: false }, name);
  return { found: streets.way(leg, from, to), mode: question.trip.legs[name].mode, leg };
}

/** A way along the streets alone.
 * @param {Ground} ground
 * @param {Question} question
 * @param {[number, number]} ends
 * @returns {Why} */
function byStreet(ground, question, ends) {
  const { found, mode, leg } = along(ground, question, "street", ends);
  if (!found || found.seconds > leg.within) return { minutes: NaN, legs: [] };
  const { seconds, metres, spots } = found;
  const whole = Math.min(seconds + leg.park, leg.limit);
  return { minutes: whole / 60, legs: [legOf({ mode, seconds, metres, spots }),
    ...(leg.park > 0 ? [legOf({ kind: "park", seconds: leg.park })] : [])] };
}

/** Where a stop lies.
 * @param {Ground} ground
 * @param {number} stop
 * @returns {[number, number]} */
const spotOf = ({ arrays }, stop) => [arrays["stop/lat"][stop], arrays["stop/lon"][stop]];

/** Rides, walks and waits in the order of travel, whichever the direction of the search.
 * @param {NonNullable<ReturnType<ReturnType<typeof Transit.of>["journey"]>>} journey
 * @param {boolean} reverse */
function inOrder({ moment, walks, rides }, reverse) {
  if (!reverse) return { leaves: moment, walks, rides, until: Infinity };
  const turned = rides.toReversed().map((ride) => ({ ...ride, board: ride.alight, alight: ride.board,
    boards: -ride.alights, alights: -ride.boards, calls: ride.calls.toReversed() }));
  const first = walks.toReversed();
  return { leaves: turned[0].boards - first[0], walks: first, rides: turned, until: -moment };
}

/** @param {Ground} ground
 * @param {Question} question
 * @param {[number, number]} ends in the order of travel
 * @param {NonNullable<ReturnType<ReturnType<typeof Transit.of>["journey"]>>} journey
 * @returns {Why} */
function byRides(ground, question, ends, journey) {
  const { leaves, walks, rides, until } = inOrder(journey, question.reverse);
  const first = ground.n + ground.arrays["place/lon"].length;
  /** @type {WhyLeg[]} */
  const legs = [];
  /** @param {string} name
   * @param {number} seconds
   * @param {[number, number]} points
   * @param {[number, number]} stops */
  function walk(name, seconds, points, stops) {
    const { found, mode } = along(ground, question, name, points);
    legs.push(legOf({ mode, seconds, metres: found?.metres ?? null, from: stops[0], to: stops[1],
      spots: found?.spots ?? [] }));
  }
  let [now, here] = [leaves, -1];
  rides.forEach((ride, i) => {
    let wait = ride.boards - now - walks[i];
    if (i > 0 && here === ride.board) wait += walks[i]; // the time to change at a stop is spent there
    else if (walks[i] > 0) {
      walk(i ? "change" : "access", walks[i], [i ? first + here : ends[0], first + ride.board], [here, ride.board]);
    }
    if (wait > 0) legs.push(legOf({ kind: "wait", seconds: wait, from: ride.board, to: ride.board }));
    legs.push(legOf({ kind: "ride", seconds: ride.alights - ride.boards, from: ride.board, to: ride.alight,
      departs: ride.boards, arrives: ride.alights, line: ride.line, headsign: ride.headsign,
      spots: ride.calls.map((stop) => spotOf(ground, stop)) }));
    [now, here] = [ride.alights, ride.alight];
  });
  const last = walks[walks.length - 1];
  if (last > 0) walk("egress", last, [first + here, ends[1]], [here, -1]);
  const early = until - now - last;
  if (early > 0 && early < Infinity) legs.push(legOf({ kind: "wait", seconds: early }));
  return { minutes: legs.reduce((sum, leg) => sum + leg.seconds, 0) / 60, legs };
}

/** How a time between the place and another point comes about; NaN minutes where there is none.
 * @param {Ground} ground
 * @param {Question} question
 * @param {number} other
 * @returns {Why} */
export function why(ground, question, other) {
  const { trip, reverse, point, own, code } = question;
  const ends = /** @type {[number, number]} */ (reverse ? [other, point] : [point, other]);
  if (own && ground.country[other] !== code) return { minutes: NaN, legs: [] };
  if (trip.mode !== "transit") return byStreet(ground, question, ends);
  const { found, mode, leg } = along(ground, question, "direct", ends);
  const longest = trip.timetable[reverse ? "to" : "from"][question.scenario].limit_s;
  const walked = found && found.seconds <= leg.within ? Math.min(found.seconds, leg.limit) : Infinity;
  const direct = walked <= longest ? wholeSeconds(walked) : Infinity;
  const journey = ground.transit.journey(question, other, direct);
  if (journey) return byRides(ground, question, ends, journey);
  if (!found || direct === Infinity) return { minutes: NaN, legs: [] };
  return { minutes: direct / 60, legs: [legOf({ mode, seconds: direct, metres: found.metres, spots: found.spots })] };
}
