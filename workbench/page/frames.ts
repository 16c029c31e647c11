/**
 * Univer draws sixty times a second for as long as a page is open, whether anything has changed or not: a fifth of a
 * processor for each window. While nobody does anything and nothing comes from the server, frames come at a slower pace.
 */

/** Frames go on at full pace for so long after something has happened, in ms: scrolling runs out, a menu opens. */
const AWAKE_MS = 1000;
/** How long a frame is put off while nothing happens, in ms. A cursor still blinks. */
const CALM_MS = 125;
const SIGNS = ['pointerdown', 'pointermove', 'pointerup', 'wheel', 'keydown', 'keyup', 'paste', 'focus', 'resize'];

type Page = Pick<
  Window,
  'requestAnimationFrame' | 'cancelAnimationFrame' | 'addEventListener' | 'performance' | 'setTimeout' | 'clearTimeout'
>;

/**
 * Puts the page's frames off while nothing happens; returns what tells that something does.
 * @param paceMs at most one frame in so many ms also while something happens, for machines that draw slowly
 */
export function calmFrames(page: Page, paceMs = 0): () => void {
  const request = page.requestAnimationFrame.bind(page);
  const cancel = page.cancelAnimationFrame.bind(page);
  /** Frames that were asked for meanwhile, by the number that was given out for them. */
  const putOff = new Map<number, FrameRequestCallback>();
  const given = new Map<number, number>();
  let [awakeUntil, last, timer] = [page.performance.now() + AWAKE_MS, 0, 0];

  const ask = (id: number, draw: FrameRequestCallback) =>
    given.set(
      id,
      request((time) => {
        given.delete(id);
        draw(time);
      }),
    );
  const goOn = () => {
    page.clearTimeout(timer);
    timer = 0;
    for (const [id, draw] of putOff) ask(id, draw);
    putOff.clear();
  };

  page.requestAnimationFrame = (draw) => {
    const id = ++last;
    const waits = page.performance.now() < awakeUntil ? paceMs : CALM_MS;
    if (waits === 0) ask(id, draw);
    else {
      putOff.set(id, draw);
      timer ||= page.setTimeout(goOn, waits);
    }
    return id;
  };
  page.cancelAnimationFrame = (id) => {
    putOff.delete(id);
    cancel(given.get(id) ?? 0);
    given.delete(id);
  };
  const wake = () => {
    const now = page.performance.now();
    const wasCalm = now >= awakeUntil;
    awakeUntil = now + AWAKE_MS;
    if (wasCalm && putOff.size > 0) goOn();
  };
  for (const sign of SIGNS) page.addEventListener(sign, wake, { capture: true, passive: true });
  return wake;
}
