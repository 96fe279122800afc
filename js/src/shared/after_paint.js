/* What is drawn once what matters more has been painted. */

/** Longest that something waits for an answer. */
const PATIENCE_MS = 400;

/** Draws something two frames on, so that what has changed by then is painted first; however often
 * it is asked for until then, it is drawn once.
 * @param {() => void} act
 * @returns {{ask(): void, hold(): void, release(): void, flush(): void}} `hold` lets it wait for
 *   `release`, which comes with an answer; `flush` draws at once what waits, for paper */
export function afterPaint(act) {
  let asked = false;
  let held = 0;
  function flush() {
    if (!asked) return;
    asked = false;
    act();
  }
  const soon = () => requestAnimationFrame(() => requestAnimationFrame(() => { if (!held) flush(); }));
  function release() {
    clearTimeout(held);
    held = 0;
    if (asked) soon();
  }
  return {
    flush, release,
    ask() {
      if (!asked && !held) soon();
      asked = true;
    },
    hold() {
      clearTimeout(held);
      held = Number(setTimeout(release, PATIENCE_MS));
    },
  };
}
