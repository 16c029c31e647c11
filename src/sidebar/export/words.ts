/** The texts of the export. */
import { many } from '../wording';

export const exportWords = {
  choose: 'The record as files',
  more: 'Opportunities, their steps, commitments and KPIs, as CSV.',
  readers: 'Whoever can open this file can read every tab. A salesperson exports the own one only.',
  ownOnly: 'Whoever can open this file can read every tab.',
  one: (name: string) => `Export ${name}’s tab`,
  everyone: 'Export everyone’s tabs',
  reading: 'Reading the record',
  team: 'Team',
  title: (people: string[]) =>
    people.length === 1 ? `${people[0]}: ready` : `${many(people.length, 'person', 'people')}: ready`,
  filesMore: 'As the sheet is now.',
  tables: {
    lifeLines: { name: 'Life lines', each: 'One line for each opportunity' },
    steps: { name: 'Steps', each: 'One line for each opportunity and month' },
    commitments: { name: 'Commitments', each: 'One line for each commitment' },
    kpis: { name: 'KPIs', each: 'One line for each month and KPI' },
    coaching: { name: 'Development and coaching', each: 'One line for each month; in a person’s own export only' },
  },
  lines: (n: number) => (n === 0 ? 'nothing yet' : many(n, 'line', 'lines')),
  download: 'Download',
  downloadOf: (name: string) => `Download ${name}`,
  copyOf: (name: string) => `Copy ${name}`,
  copied: (name: string) => `${name} copied`,
};
