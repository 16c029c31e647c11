/** What of Setup cannot be read. */
import { screen } from '../page/view';
import { words } from '../words';
import { ListNote } from './Note';

/** Lines of Setup that cannot be read, with the cell where each can be mended. */
export function SetupProblems() {
  const problems = screen.value?.setupProblems ?? [];
  return <ListNote title={words.setupProblems(problems.length)} lines={problems.map(({ message }) => message)} />;
}
