import { answer, answerNames, keepAnswers } from './answers';
import { record } from './record';

/** Plays the team anew; with RECORD it is kept, else the sidebar's tests must have seen the same. */
test('the sidebar’s tests are shown what the add-on answers; where that is stale: npm run record, and look at what is another', () => {
  const now = record();
  if (process.env.RECORD) keepAnswers(now);
  expect(Object.keys(now)).toEqual(answerNames());
  for (const name of answerNames()) expect({ [name]: now[name] }).toEqual({ [name]: answer(name) });
});
