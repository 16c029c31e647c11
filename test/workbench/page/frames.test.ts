/** Frames of the workbench's page while something happens and while nothing does, with a clock and frames made here. */
import { calmFrames } from '../../../workbench/page/frames';

interface Later {
  at: number;
  run(): void;
}

/** A page whose frames come every 16 ms of a clock that is turned by hand. */
class FakePage {
  now = 0;
  frames = 0;
  private next = 0;
  private readonly waiting = new Map<number, Later>();
  private readonly signs = new Map<string, () => void>();

  readonly window = {
    performance: { now: () => this.now },
    requestAnimationFrame: (draw: FrameRequestCallback) =>
      this.later((Math.floor(this.now / 16) + 1) * 16, () => {
        this.frames++;
        draw(this.now);
      }),
    cancelAnimationFrame: (id: number) => this.waiting.delete(id),
    setTimeout: (run: () => void, ms: number) => this.later(this.now + ms, run),
    clearTimeout: (id: number) => this.waiting.delete(id),
    addEventListener: (sign: string, run: () => void) => this.signs.set(sign, run),
  };

  sign(name: string): void {
    this.signs.get(name)?.();
  }

  /** Lets time go by; returns how many frames came. */
  pass(ms: number): number {
    const [before, end] = [this.frames, this.now + ms];
    for (;;) {
      const [first] = [...this.waiting].sort(([, a], [, b]) => a.at - b.at);
      if (!first || first[1].at > end) break;
      this.waiting.delete(first[0]);
      this.now = first[1].at;
      first[1].run();
    }
    this.now = end;
    return this.frames - before;
  }

  private later(at: number, run: () => void): number {
    this.waiting.set(++this.next, { at, run });
    return this.next;
  }
}

/** A page that asks for the next frame in each one, as Univer does. */
function drawing(paceMs?: number) {
  const page = new FakePage();
  const wake = calmFrames(page.window as unknown as Window, paceMs);
  const draw = () => {
    page.window.requestAnimationFrame(draw);
  };
  draw();
  return { page, wake };
}

test('a page where nothing happens draws eight times a second at most, and at once when something does', () => {
  const { page, wake } = drawing();
  expect(page.pass(960)).toBe(60);
  page.pass(1000);
  const calm = page.pass(4000);
  expect(calm).toBeGreaterThan(20);
  expect(calm).toBeLessThanOrEqual(32);
  page.sign('keydown');
  expect(page.pass(16)).toBe(1);
  expect(page.pass(960)).toBe(60);
  page.pass(3000);
  wake();
  expect(page.pass(960)).toBe(60);
});

test('with a pace it draws no faster, however much happens', () => {
  const { page } = drawing(50);
  let drawn = 0;
  for (let n = 0; n < 400; n++) {
    page.sign('pointermove');
    drawn += page.pass(10);
  }
  expect(drawn).toBeGreaterThan(50);
  expect(drawn).toBeLessThanOrEqual(80);
});

test('a frame that is no longer wanted does not come, put off or not', () => {
  const page = new FakePage();
  calmFrames(page.window as unknown as Window);
  const drawn: string[] = [];
  const awake = page.window.requestAnimationFrame(() => drawn.push('awake'));
  page.window.cancelAnimationFrame(awake);
  page.pass(5000);
  const calm = page.window.requestAnimationFrame(() => drawn.push('calm'));
  page.window.requestAnimationFrame(() => drawn.push('another'));
  page.window.cancelAnimationFrame(calm);
  page.pass(5000);
  expect(drawn).toEqual(['another']);
});
