/** The choice of an agenda. */
import type { AgendaView } from '../../contract/state';
import { Chips } from '../parts/Chips';
import { words } from '../words';
import { startWords } from './words';

interface AgendaChoiceProps {
  agendas: readonly AgendaView[];
  /** The one that the month is started with. */
  chosen: AgendaView['id'];
  onChoice(id: AgendaView['id']): void;
}

/** Which agenda a month is started with. With one agenda there is nothing to choose. */
export function AgendaChoice({ agendas, chosen, onChoice }: AgendaChoiceProps) {
  if (agendas.length < 2) return null;
  return (
    <Chips
      name="agenda"
      legend={startWords.agenda}
      choices={agendas.map(({ id, name, minutes }) => ({ value: id, text: `${name}, ${words.minutes(minutes)}` }))}
      chosen={chosen}
      onChoice={onChoice}
    />
  );
}
