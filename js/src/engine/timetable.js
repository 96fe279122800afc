/* Travel times through a timetable for every departure of a window: range-RAPTOR, as
   grensgeo/routing/transit/raptor.py has it, after Delling, Pajor and Werneck (2015). Whole seconds
   throughout; a time and a number of rides stand in one number, time first. In a mirror time runs
   backwards: departures are deadlines, and what is found is the latest departure. */

const RIDE_BITS = 4;
const UNREACHED = 1 << 30;
const MOST_TRIPS = (1 << 15) - 1;

/* Rounds up, so that nobody gets on just after the doors close; so little is a rounding error
   (grensgeo/routing/schedule.py). */
const ROUNDING = 0.01;
export const wholeSeconds = (seconds) => Math.ceil(seconds - ROUNDING);

/* Where each of some pieces starts, and where the last ends. */
function starts(lengths) {
  const result = new Int32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) result[i + 1] = result[i] + lengths[i];
  return result;
}

/* All runs with their times, pattern by pattern; grensgeo/traveltimes/portable_plans.py wrote
   each as what changes from the run before it. */
export function pool(arrays) {
  const calls = arrays["pattern/calls"];
  const runs = arrays["pattern/runs"];
  const ride = arrays["call/ride_s"];
  const stand = arrays["call/stand_s"];
  const arrival = new Int32Array(ride.length);
  const departure = new Int32Array(ride.length);
  const timeStart = new Int32Array(calls.length + 1);
  for (let p = 0, at = 0; p < calls.length; p++) {
    const rode = new Int32Array(calls[p]);
    const stood = new Int32Array(calls[p]);
    for (let run = 0; run < runs[p]; run++) {
      for (let i = 0, now = 0; i < calls[p]; i++, at++) {
        rode[i] += ride[at];
        stood[i] += stand[at];
        now += rode[i];
        arrival[at] = now;
        now += stood[i];
        departure[at] = now;
      }
    }
    timeStart[p + 1] = at;
  }
  return { calls, runs, arrival, departure, timeStart, callStart: starts(calls),
    runStart: starts(runs), stop: arrays["call/stop"], board: arrays["call/board"],
    alight: arrays["call/alight"] };
}

/* The runs of one plan, laid out for searching: departures call by call, so that trips stand
   side by side, and arrivals trip by trip, so that the calls of a ride do. */
export function lines(all, runs, nStops, reverse) {
  const nCalls = all.stop.length;
  const result = {
    callStop: new Int32Array(nCalls), callEnd: new Int32Array(nCalls),
    callOff: new Uint8Array(nCalls), callArrival: new Int32Array(nCalls),
    callStride: new Int32Array(nCalls), callDeparture: new Int32Array(nCalls),
    callTrips: new Int32Array(nCalls), nCalls,
  };
  const arrivals = [];
  const departures = [];
  const boards = [];
  const sign = reverse ? -1 : 1;
  const [arrive, depart] = reverse ? [all.departure, all.arrival] : [all.arrival, all.departure];
  const [on, off] = reverse ? [all.alight, all.board] : [all.board, all.alight];
  for (let p = 0; p < all.calls.length; p++) {
    const n = all.calls[p];
    const mine = [];
    for (let run = 0; run < all.runs[p]; run++) if (runs[all.runStart[p] + run]) mine.push(run);
    if (reverse) mine.reverse();
    const first = all.callStart[p];
    for (let i = 0; i < n; i++) {
      const given = first + (reverse ? n - 1 - i : i);
      const call = first + i;
      result.callStop[call] = all.stop[given];
      result.callEnd[call] = first + n - 1;
      result.callOff[call] = off[given];
      result.callArrival[call] = arrivals.length + i;
      result.callStride[call] = n;
      result.callDeparture[call] = departures.length;
      result.callTrips[call] = mine.length;
      if (on[given] && i < n - 1 && mine.length > 0) boards.push(call);
      for (const run of mine) departures.push(sign * depart[all.timeStart[p] + run * n + given - first]);
    }
    for (const run of mine) {
      for (let i = 0; i < n; i++) {
        const given = reverse ? n - 1 - i : i;
        arrivals.push(sign * arrive[all.timeStart[p] + run * n + given]);
      }
    }
  }
  result.arrival = Int32Array.from(arrivals);
  result.departure = Int32Array.from(departures);
  const counts = new Int32Array(nStops);
  for (const call of boards) counts[result.callStop[call]]++;
  result.stopStart = starts(counts);
  result.stopCall = new Int32Array(boards.length);
  const next = result.stopStart.slice();
  for (const call of boards) result.stopCall[next[result.callStop[call]]++] = call;
  return result;
}

/* Ways from getting off to getting on: staying at the stop, those that the timetable states, and
   walks through the streets ([from, to, seconds]) where it states none and forbids none. */
export function ways(changes, walks, leastChange, nStops, reverse) {
  const { stop } = changes;
  const pairs = new Map();
  const offer = (from, to, seconds, stated) => {
    if (from === to) return;
    const pair = from * nStops + to;
    const known = pairs.get(pair);
    if (known === undefined || (known.stated === stated && seconds < known.seconds)) {
      pairs.set(pair, { from, to, seconds, stated });
    }
  };
  changes.transfer_from.forEach((from, i) =>
    offer(from, changes.transfer_to[i], changes.transfer_s[i], true));
  for (const [from, to, seconds] of walks) {
    offer(from, to, wholeSeconds(seconds + leastChange), false);
  }
  changes.forbidden_from.forEach((from, i) =>
    pairs.delete(from * nStops + changes.forbidden_to[i]));
  const all = [];
  stop.forEach((at, i) => {
    if (changes.change_ok[i]) all.push({ from: at, to: at, seconds: changes.min_change_s[i] });
  });
  all.push(...pairs.values());
  const [start, end] = reverse ? ["to", "from"] : ["from", "to"];
  const counts = new Int32Array(nStops);
  for (const way of all) counts[way[start]]++;
  const wayStart = starts(counts);
  const next = wayStart.slice();
  const wayStop = new Int32Array(all.length);
  const waySeconds = new Int32Array(all.length);
  for (const way of all) {
    const at = next[way[start]]++;
    wayStop[at] = way[end];
    waySeconds[at] = way.seconds;
  }
  return { wayStart, wayStop, waySeconds };
}

/* Searches for every moment of the window, from its last to its first: what was found for a
   later departure stays, since leaving earlier one can always wait. Gives keys, destination by
   destination and within each moment by moment.
     access   [stop, whole seconds] legs at the place's end
     onward   legs from stops to destinations {start, place, seconds, nPlaces}
     window   {moments ascending (in a mirror: negative), limit, rides}
     usable   1 for stops that may be called at; a vehicle is not ridden through others */
export function search(line, way, { access, onward, window, usable }) {
  const { stopStart, stopCall, callStop, callEnd, callOff, callArrival, callStride,
    callDeparture, callTrips, arrival: arrivalS, departure: departureS, nCalls } = line;
  const { wayStart, wayStop, waySeconds } = way;
  const { moments, limit, rides } = window;
  const nStops = wayStart.length - 1;
  const wide = rides + 1; // labels are by number of rides at most
  const arrival = new Int32Array(nStops * wide).fill(UNREACHED);
  const ready = new Int32Array(nStops * wide).fill(UNREACHED);
  const aboard = new Int16Array(nCalls * rides).fill(MOST_TRIPS);
  const best = new Int32Array(nStops).fill(UNREACHED);
  // lists of stops, and the round or departure in which each stop was last put there
  const marked = new Int32Array(nStops);
  const met = new Int32Array(nStops);
  const better = new Int32Array(nStops);
  const markedIn = new Int32Array(nStops);
  const metIn = new Int32Array(nStops);
  const betterIn = new Int32Array(nStops);
  const { nPlaces } = onward;
  const at = new Int32Array(nPlaces).fill(UNREACHED);
  const keys = new Int32Array(nPlaces * moments.length);
  let stamp = 0;
  for (let number = moments.length - 1; number >= 0; number--) {
    const moment = moments[number];
    const latest = moment + limit;
    const departing = ++stamp;
    let nMarked = 0;
    let nBetter = 0;
    for (const [stop, seconds] of access) {
      const time = moment + seconds;
      for (let more = stop * wide, end = more + rides; more <= end && ready[more] > time; more++) {
        ready[more] = time;
      }
      if (markedIn[stop] !== stamp) {
        markedIn[stop] = stamp;
        marked[nMarked++] = stop;
      }
    }
    for (let ride = 1; ride <= rides && nMarked > 0; ride++) {
      stamp++;
      let nMet = 0;
      for (let m = 0; m < nMarked; m++) {
        const stop = marked[m];
        const time = ready[stop * wide + ride - 1];
        for (let here = stopStart[stop]; here < stopStart[stop + 1]; here++) {
          // is there an earlier trip than any that was ridden from here?
          const call = stopCall[here];
          const first = callDeparture[call];
          let trip = Math.min(aboard[call * rides + ride - 1], callTrips[call]);
          if (trip === 0 || departureS[first + trip - 1] < time) continue;
          let low = 0;
          trip--;
          while (low < trip) {
            const middle = (low + trip) >> 1;
            if (departureS[first + middle] < time) low = middle + 1;
            else trip = middle;
          }
          const rowS = callArrival[call] + trip * callStride[call] - call;
          for (let off = call + 1; off <= callEnd[call]; off++) {
            const there = callStop[off];
            if (usable !== null && usable[there] === 0) break;
            let more = (off - 1) * rides + ride - 1;
            if (aboard[more] <= trip) break;
            for (const end = off * rides; more < end && aboard[more] > trip; more++) {
              aboard[more] = trip;
            }
            const thereS = arrivalS[rowS + off];
            if (thereS > latest) break;
            if (callOff[off] && thereS < arrival[there * wide + ride]) {
              arrival[there * wide + ride] = thereS;
              if (metIn[there] !== stamp) {
                metIn[there] = stamp;
                met[nMet++] = there;
              }
            }
          }
        }
      }
      nMarked = 0;
      for (let m = 0; m < nMet; m++) {
        const stop = met[m];
        const end = stop * wide + rides;
        const time = arrival[stop * wide + ride];
        for (let more = stop * wide + ride + 1; more <= end && arrival[more] > time; more++) {
          arrival[more] = time;
        }
        const key = (time << RIDE_BITS) + ride;
        if (key < best[stop]) {
          best[stop] = key;
          if (betterIn[stop] !== departing) {
            betterIn[stop] = departing;
            better[nBetter++] = stop;
          }
        }
        if (ride === rides) continue;
        for (let w = wayStart[stop]; w < wayStart[stop + 1]; w++) {
          const there = wayStop[w];
          const thereS = time + waySeconds[w];
          if (thereS > latest || thereS >= ready[there * wide + ride]) continue;
          if (stopStart[there] === stopStart[there + 1]) continue; // nothing leaves from there
          if (usable !== null && usable[there] === 0) continue;
          const last = there * wide + rides;
          for (let more = there * wide + ride; more <= last && ready[more] > thereS; more++) {
            ready[more] = thereS;
          }
          if (markedIn[there] !== stamp) {
            markedIn[there] = stamp;
            marked[nMarked++] = there;
          }
        }
      }
    }
    for (let b = 0; b < nBetter; b++) {
      const stop = better[b];
      for (let leg = onward.start[stop]; leg < onward.start[stop + 1]; leg++) {
        const key = best[stop] + (onward.seconds[leg] << RIDE_BITS);
        if (key < at[onward.place[leg]]) at[onward.place[leg]] = key;
      }
    }
    const start = moment << RIDE_BITS;
    const most = (limit << RIDE_BITS) + (1 << RIDE_BITS) - 1;
    for (let place = 0; place < nPlaces; place++) {
      const key = at[place] - start;
      keys[place * moments.length + number] = key <= most ? key : UNREACHED;
    }
  }
  return keys;
}

/* The key at a rank among those from `first` on, from 0 the least; changes their order. */
function ranked(keys, first, n, rank) {
  let low = first;
  let high = first + n - 1;
  const at = first + rank;
  while (low < high) {
    const pivot = keys[(low + high) >> 1];
    let i = low;
    let j = high;
    while (i <= j) {
      while (keys[i] < pivot) i++;
      while (keys[j] > pivot) j--;
      if (i <= j) {
        const swap = keys[i];
        keys[i++] = keys[j];
        keys[j--] = swap;
      }
    }
    if (at <= j) high = j;
    else if (at >= i) low = i;
    else break;
  }
  return keys[at];
}

/* Place of a percentile among `n` values in ascending order, from 0: the nearest rank. */
function rankOf(percentile, n) {
  return Math.max(Math.ceil(percentile * n / 100 - 1e-9) - 1, 0);
}

/* Seconds at a percentile of the moments, place by place; Infinity where it is not reached. */
export function percentile(keys, nMoments, asked) {
  const n = keys.length / nMoments;
  const rank = rankOf(asked, nMoments);
  const seconds = new Float64Array(n);
  for (let place = 0; place < n; place++) {
    const key = ranked(keys, place * nMoments, nMoments, rank);
    seconds[place] = key === UNREACHED ? Infinity : key >> RIDE_BITS;
  }
  return seconds;
}
