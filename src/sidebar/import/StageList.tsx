/** What the stages of a table stand for. */
import { Fold } from '../parts/Fold';
import { LabelledField } from '../parts/LabelledField';
import { More } from '../parts/More';
import { words } from '../words';
import { setStage } from './acts';
import { askedStages, sources, understood } from './state';
import { importWords } from './words';

type Stage = (typeof understood.value.stages)[number];

/** Stages whose meaning is plain, to be looked over and corrected. */
export function StageList() {
  const asked = new Set(askedStages.value.map(({ key }) => key));
  const stages = understood.value.stages.filter(({ key }) => !asked.has(key));
  if (stages.length === 0) return null;
  return (
    <Fold title={importWords.stages} count={String(stages.length)} startOpen={false}>
      <More
        list="choices"
        items={stages}
        row={(stage) => (
          <li key={stage.key}>
            <StageChoice stage={stage} />
          </li>
        )}
      />
    </Fold>
  );
}

/** What one stage stands for. `asked`: nothing is chosen until a person has. */
export function StageChoice({ stage, asked = false }: { stage: Stage; asked?: boolean }) {
  const { key, text, count, status, isAnswered } = stage;
  const id = `stage-${key}`;
  return (
    <LabelledField id={id} label={importWords.stage(text, count)}>
      <select
        id={id}
        value={asked && !isAnswered ? '?' : status}
        onChange={(event) => event.currentTarget.value !== '?' && setStage(key, event.currentTarget.value)}
      >
        {asked && !isAnswered && <option value="?">{importWords.choose(words.status(status) || words.moving)}</option>}
        <option value="">{words.moving}</option>
        {sources.value.statuses.map(({ word }) => (
          <option key={word} value={word}>
            {words.status(word)}
          </option>
        ))}
      </select>
    </LabelledField>
  );
}
