/** How simple triggers run where Google leaves it open: for everybody on this workbench, until it is stopped. */
import type { TriggerSettings } from '../../runtime/simple-triggers';
import type { Actions } from '../actions';
import { triggers } from '../state';

const LABELS: Record<keyof TriggerSettings, string> = {
  enabled: 'The add-on is enabled in this file',
  undoFires: 'Undo runs onEdit',
  scriptWritesUndoable: 'Undo takes back what scripts write',
};

export function TriggerSwitches({ actions }: { actions: Pick<Actions, 'setTriggers'> }) {
  const settings = triggers.value;
  if (!settings) return null;
  return (
    <fieldset class="trigger-switches">
      <legend>Simple triggers</legend>
      {(Object.keys(LABELS) as (keyof TriggerSettings)[]).map((key) => (
        <label key={key}>
          <input
            type="checkbox"
            checked={settings[key]}
            onChange={(event) => actions.setTriggers({ ...settings, [key]: event.currentTarget.checked })}
          />
          {LABELS[key]}
        </label>
      ))}
    </fieldset>
  );
}
