import { screen } from '../page/view';
import { words } from '../words';
import { Icon } from './Icon';

/** Lines of Setup that cannot be read, with the cell where each can be mended. */
export function SetupProblems() {
  const problems = screen.value?.setupProblems ?? [];
  if (problems.length === 0) return null;
  return (
    <div class="note warn">
      <Icon name="warn" />
      <div>
        <b>{words.setupProblems(problems.length)}</b>
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.cell} ${problem.message}`} dir="auto">
              {problem.message}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
