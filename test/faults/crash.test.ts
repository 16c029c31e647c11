/** Every act that changes the sheet, killed at a service call and repeated: the sheet ends as if nothing had happened. */
import { closeAll } from '../support/addon';
import { courseOf, killAt } from '../support/crash';
import { SOAK, sample, tally } from '../support/soak';
import { allActs } from './acts';

afterAll(closeAll);

/** How many of the calls that a kill tells apart are tried in `npm test`, with writes that go at once and where they wait in turns. */
const MOST = 1;
/** Those that another one stands for: they are tried in soak only. */
const STOOD_FOR = ['start for all', 'start a third month', 'go to a section'];
/** Only acts whose name holds this: for looking at one of them, with EVERY at each of its calls. */
const ONLY = process.env.ACT ?? '';

test(
  'an act that was killed and repeated ends as if nothing had happened',
  async () => {
    const failures: string[] = [];
    const isWhole = SOAK || process.env.EVERY;
    for (const [n, act] of (await allActs(ONLY)).entries()) {
      if (STOOD_FOR.includes(act.name) && !isWhole) continue;
      // What is written at once and what waits must come to the same end.
      const lazy = await courseOf(act, false);
      for (const eager of isWhole ? [false, true] : [n % 2 === 1]) {
        // In `npm test` the calls are those of writes that wait: they are the same, and a kill at any of them is a kill.
        const { calls, points } = eager && isWhole ? await courseOf(act, true) : lazy;
        const tried = sample(points, process.env.EVERY ? points.length : MOST, `${act.name} ${eager}`);
        let lost = 0;
        for (const at of tried) {
          const told = await killAt(act, at, eager, lazy.end);
          if (told.length === 0) continue;
          lost++;
          const how = eager ? 'written at once' : 'writes waiting';
          failures.push(`${act.name}, ${how}, killed at ${at} of ${calls}:\n  ${told.join('\n  ')}`);
        }
        tally({ kind: 'crash', what: act.name, cases: tried.length, lost, of: calls });
      }
    }
    expect(failures.join('\n')).toBe('');
  },
  SOAK ? 7_200_000 : undefined,
);
