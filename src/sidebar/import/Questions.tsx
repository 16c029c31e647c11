/** What has to be asked about a table. */
import { Icon } from '../parts/Icon';
import { More } from '../parts/More';
import { setOwner, setStage } from './acts';
import { WhichColumn, WhoseQuestion } from './ColumnQuestions';
import { OwnerChoice } from './OwnerList';
import { Card } from './QuestionCard';
import { StageChoice } from './StageList';
import { AmountQuestion, CurrencyQuestion, DateQuestion, LettersQuestion } from './StyleQuestions';
import { asked, askedOwners, askedStages, type Question, understood } from './state';
import { importWords } from './words';

/** What a person has to say before deals can be looked at. A question stays in its place when it is answered. */
export function Questions() {
  return (
    <>
      {asked.value.map((question) => (
        <QuestionFor key={question.about === 'column' ? question.question.field : question.about} question={question} />
      ))}
    </>
  );
}

function QuestionFor({ question }: { question: Question }) {
  switch (question.about) {
    case 'rounded':
      return (
        <Card question={question}>
          <Icon name="warn" />
          <div>{importWords.rounded(understood.value.roundedId)}</div>
        </Card>
      );
    case 'name':
      return (
        <Card question={question}>
          <Icon name="warn" />
          <div>{importWords.whichName}</div>
        </Card>
      );
    case 'letters':
      return <LettersQuestion question={question} />;
    case 'whose':
      return <WhoseQuestion question={question} />;
    case 'column':
      return <WhichColumn question={question} which={question.question} />;
    case 'dates':
      return <DateQuestion question={question} />;
    case 'amounts':
      return <AmountQuestion question={question} />;
    case 'currency':
      return <CurrencyQuestion question={question} />;
    case 'stages':
      return <StagesQuestion question={question} />;
    case 'owners':
      return <OwnersQuestion question={question} />;
  }
}

function StagesQuestion({ question }: { question: Question }) {
  const stages = askedStages.value;
  const open = stages.filter(({ isAnswered }) => !isAnswered);
  return (
    <Card question={question}>
      <div class="grow">
        <p class="label">{importWords.whichStages}</p>
        <More
          list="choices"
          items={stages}
          row={(stage) => (
            <li key={stage.key}>
              <StageChoice stage={stage} asked />
            </li>
          )}
        />
        {open.length > 1 && (
          <button
            type="button"
            class="link"
            onClick={() => {
              for (const { key, status } of open) setStage(key, status);
            }}
          >
            {importWords.asProposed(open.length)}
          </button>
        )}
      </div>
    </Card>
  );
}

function OwnersQuestion({ question }: { question: Question }) {
  const owners = askedOwners.value;
  const proposed = owners.flatMap(({ key, match, answer }) =>
    answer === null && match.is === 'perhaps' ? [{ key, id: match.ids[0] ?? '' }] : [],
  );
  return (
    <Card question={question}>
      <div class="grow">
        <p class="label">{importWords.whoIs}</p>
        <More
          list="choices"
          items={owners}
          row={(owner) => (
            <li key={owner.key}>
              <OwnerChoice owner={owner} asked />
            </li>
          )}
        />
        {proposed.length > 1 && (
          <button
            type="button"
            class="link"
            onClick={() => {
              for (const { key, id } of proposed) setOwner(key, id);
            }}
          >
            {importWords.asProposed(proposed.length)}
          </button>
        )}
      </div>
    </Card>
  );
}
