/** What of Setup cannot be read. */
import { screen } from '../page/view';
import { ListNote } from './Note';
import { partWords } from './words';

/** Lines of Setup that cannot be read, with the cell where each can be mended. */
export function SetupProblems() {
  const problems = screen.value?.setupProblems ?? [];
  return <ListNote title={partWords.setupProblems(problems.length)} lines={problems.map(({ message }) => message)} />;
}
