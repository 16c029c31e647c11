import { isVague } from '../../src/core/deal/vague';

test.each([
  'great meeting',
  'Great meeting!',
  'follow up',
  'Follow-up',
  'tbd',
  'TBD.',
  'call',
  'Call again',
  'check in with them',
  'keep in touch',
  'see next meeting',
  'wait and see',
  '???',
])('says nothing: %s', (step) => {
  expect(isVague(step)).toBe(true);
});

test.each([
  '',
  '  ',
  'Call Jon',
  'Call on Friday',
  'call 12 Nov',
  'Jon calls their counsel, Thu 12 Nov',
  'Send the sample',
  'Waiting for legal',
  'Demo on site',
  'One last letter',
  'Rückruf',
  'Nachfassen',
  '-',
  'Meet the board to talk about it and then follow up again',
])('is fine: %s', (step) => {
  expect(isVague(step)).toBe(false);
});
