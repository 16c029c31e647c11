/** The choice of an agenda. */
import type { AgendaView } from '../../contract/state';
import { words } from '../words';
import { startWords } from './words';

interface AgendaChoiceProps {
  agendas: readonly AgendaView[];
  /** The one that is chosen; '' for the one that Setup has for this person. */
  chosen: AgendaView['id'] | '';
  onChoice(id: AgendaView['id']): void;
}

/** Which agenda a month is started with. With one agenda there is nothing to choose. */
export function AgendaChoice({ agendas, chosen, onChoice }: AgendaChoiceProps) {
  if (agendas.length < 2) return null;
  return (
    <fieldset class="chips agenda-choice">
      <legend class="label">{startWords.agenda}</legend>
      {agendas.map((agenda) => (
        <label class="chip" key={agenda.id}>
          <input type="radio" name="agenda" checked={agenda.id === chosen} onChange={() => onChoice(agenda.id)} />
          <span dir="auto">
            {agenda.name}, {words.minutes(agenda.minutes)}
          </span>
        </label>
      ))}
      {chosen === '' && <p class="hint">{startWords.agendaFromSetup}</p>}
    </fieldset>
  );
}
