/** Manager, rep and hands at the sheet in an order drawn by a seed: no write lost, none twice, answers that are true. */
import { closeAll, closeStage, openTeam } from '../support/addon';
import { schedule } from '../support/schedule';
import { randomFor, SEED, SOAK, tally } from '../support/soak';

afterAll(closeAll);

const STEPS = Number(process.env.STEPS ?? (SOAK ? 3000 : 60));
/** A tab grows with what is typed into it; after so many steps a fresh one is taken. */
const STEPS_A_TAB = 60;

test(
  `${STEPS} steps, seed ${SEED}`,
  async () => {
    let done = 0;
    const sum = { conflicts: 0, gone: 0, saved: 0, kills: 0 };
    for (let tab = 0; done < STEPS; tab++) {
      const team = await openTeam('Mira Oakes, mira@example.com');
      try {
        const people = await schedule(team, team.sheet['Mira Oakes']!, randomFor(`schedule ${tab}`));
        for (let n = 0; n < STEPS_A_TAB && done < STEPS; n++, done++)
          await people.step().catch((error: Error) => {
            tally({ kind: 'schedules', what: 'steps', cases: done, lost: 1 });
            throw new Error(`seed ${SEED}, tab ${tab}, step ${n}: ${error.message}`);
          });
        for (const kind of Object.keys(sum) as (keyof typeof sum)[]) sum[kind] += people.told[kind];
      } finally {
        closeStage(team);
      }
    }
    tally({ kind: 'schedules', what: 'steps', cases: done, lost: 0 });
    // The drawn schedules do come to what they are about.
    expect(Object.entries(sum).filter(([, count]) => count === 0)).toEqual([]);
  },
  SOAK ? 3_600_000 : undefined,
);
