/** The salesperson's page before the meeting. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { MeetingScreen, RowView, SectionView } from '../../contract/state';
import { addMonths, monthName } from '../../core/shared/month';
import { isBlank, titleOf } from '../../core/shared/record';
import { OfferLine } from '../coaching/OfferLine';
import { DueReviews } from '../coaching/Reviews';
import { AmountField } from '../fields/AmountField';
import { isPercent, showFigure, withUnit } from '../fields/figure';
import { currentText, NamedText } from '../fields/NamedText';
import { goAside, goTo } from '../meeting/clock-acts';
import { DevelopmentLines, openDevelopment } from '../meeting/DevelopmentLines';
import { GenericBody } from '../meeting/GenericBody';
import { clock } from '../meeting/state';
import { rowsOf } from '../meeting/use-rows';
import { mayShowNotes, openNotes } from '../notes/notes-acts';
import { noteWords } from '../notes/words';
import { Strips } from '../page/Strips';
import { meeting } from '../page/view';
import { Button } from '../parts/Button';
import { MeetingDock, PrimaryButton } from '../parts/Dock';
import { Fold } from '../parts/Fold';
import { Header } from '../parts/Header';
import { Icon } from '../parts/Icon';
import { KeyHints } from '../parts/KeyHints';
import { SaveStatus } from '../parts/SaveStatus';
import { SetupProblems } from '../parts/SetupProblems';
import { ConfirmRest } from '../review/ConfirmRest';
import { dealsOf, lookedCount } from '../review/review';
import { preparedAs } from '../review/review-marks';
import { inOrder, sessionOf } from '../review/review-session';
import { reviewWords } from '../review/words';
import { cardId } from '../rows/focus';
import { RowList } from '../rows/RowList';
import { openKey } from '../rows/state';
import { beginRow } from '../save/rows';
import { words } from '../words';
import { StartButton } from './Before';
import { FirstTime } from './FirstTime';
import { PlanLine } from './PlanLine';
import { PrepareRow } from './PrepareRow';
import { setReady } from './prepare-acts';
import { prepareWords } from './words';

/** What the salesperson does before the meeting, in any order: figures, deals, topics, what to look at together. */
export function Prepare() {
  const m = meeting.value;
  useEffect(() => {
    const now = meeting.peek();
    const active = document.activeElement;
    // Who comes by a button below begins above, at the first thing to do; a text that is being written keeps the cursor.
    if (!now || (active !== document.body && !active?.closest('.dock'))) return;
    const first = dealsOf(now).find((row) => preparedAs(row, now.statuses) === null);
    const start = (first && document.getElementById(cardId(first.key))) ?? document.querySelector<HTMLElement>('.fold');
    start?.focus({ preventScroll: true });
  }, []);
  if (!m) return null;
  return (
    <>
      <Header title={m.rep.name} sub={words.prepare(m.block.month)} />
      <main class="body ruled">
        <p class="hint">{prepareWords.prepareHint}</p>
        <SetupProblems />
        <PlanLine m={m} />
        {m.me.role === 'rep' && <FirstTime m={m} />}
        {m.me.role === 'manager' && m.block.brings && (
          <section class="block">
            <NamedText text={m.block.brings} label={prepareWords.bringsLabel} rows={2} />
            {mayShowNotes() && (
              <Button small quiet run={openNotes}>
                {noteWords.menu}
              </Button>
            )}
          </section>
        )}
        <DueReviews m={m} />
        <div class="folds">
          {m.block.sections.map((section) => (
            <PreparePart key={section.id} m={m} section={section} />
          ))}
          <Fold
            title={words.development}
            count={countOf(openDevelopment(m).length)}
            startOpen={false}
            forceOpen={isOpenIn('grow')}
          >
            <DevelopmentLines m={m} />
          </Fold>
        </div>
        <section class="block">
          <NamedText text={m.block.prepare.review} label={words.brought.review} rows={2} />
          <NamedText text={m.block.prepare.help} label={words.brought.help} rows={2} />
        </section>
        <OfferLine m={m} section={null} />
      </main>
      <PrepareDock m={m} />
    </>
  );
}

const countOf = (n: number) => (n === 0 ? prepareWords.notYet : prepareWords.rows(n));
const isOpenIn = (sectionId: string) => openKey.value?.startsWith(`${sectionId}:`) ?? false;

function PreparePart({ m, section }: { m: MeetingScreen; section: SectionView }) {
  switch (section.kind) {
    case 'kpis':
      return <Figures m={m} section={section} />;
    case 'existing':
      return <Deals m={m} section={section} />;
    case 'conclusion':
    case 'growth':
      return null;
    case 'new':
    case 'notes':
    case 'topics':
      return (
        <Fold
          title={prepareWords.prepareTitle(section)}
          count={countOf(rowsOf(section).length)}
          startOpen={false}
          forceOpen={isOpenIn(section.id)}
        >
          <Hint>{section.kind === 'notes' ? section.question : ''}</Hint>
          <GenericBody section={section} />
          <button type="button" class="button quiet small add-commitment" onClick={() => beginRow(section.id)}>
            <Icon name="plus" />
            {words.addRow(section)}
          </button>
        </Fold>
      );
  }
}

function Hint({ children }: { children: ComponentChildren }) {
  return children === '' ? null : (
    <p class="hint" dir="auto">
      {children}
    </p>
  );
}

/** Last month's list. */
function Deals({ m, section }: { m: MeetingScreen; section: SectionView }) {
  const deals = inOrder(rowsOf(section), sessionOf(m));
  const looked = lookedCount(m, deals);
  if (deals.length === 0) return null;
  return (
    <Fold
      title={prepareWords.prepareTitle(section)}
      count={prepareWords.lookedAt(looked, deals.length)}
      startOpen={looked < deals.length}
      forceOpen={isOpenIn(section.id)}
    >
      <div class="review">
        <RowList
          rows={deals}
          label={section.name}
          render={(row) => <PrepareRow key={row.key} m={m} row={row} section={section} />}
        />
        <ConfirmRest m={m} />
      </div>
      <KeyHints
        look="below"
        keys={[
          ['↑ ↓', prepareWords.keyMove],
          [`1–${m.statuses.length + 1}`, reviewWords.keyStatus],
          ['N', prepareWords.noChange.toLowerCase()],
          ['Enter', prepareWords.keyEdit],
        ]}
      />
    </Fold>
  );
}

/** Last month's figures: those that the sheet does not calculate are typed here. */
function Figures({ m, section }: { m: MeetingScreen; section: SectionView }) {
  const rows = rowsOf(section).filter((row) => !isBlank({ ...row.cells, status: '' }));
  if (rows.length === 0) return null;
  const there = rows.filter((row) => String(row.cells.amount ?? '') !== '').length;
  return (
    <Fold
      title={words.figuresOf(monthName(addMonths(m.block.month, -1)))}
      count={prepareWords.figuresIn(there, rows.length)}
      startOpen={false}
    >
      {rows.map((row) => (
        <Figure key={row.key} row={row} section={section} />
      ))}
    </Fold>
  );
}

function Figure({ row, section }: { row: RowView; section: SectionView }) {
  const { amount, when } = row.cells;
  const unit = row.kpi?.unit ?? '';
  const formula = row.formulas.includes('amount');
  const type = section.fields.find((f) => f.field === 'amount')?.type ?? 'number';
  const label = withUnit(titleOf(row.cells), unit);
  const goal = words.goalOnly(showFigure(when, unit));
  return (
    <div class="figure" data-row={row.key}>
      <AmountField
        percent={isPercent(unit)}
        rowKey={row.key}
        view={{ field: 'amount', label, type }}
        value={formula ? showFigure(amount, unit) : (amount ?? '')}
        cell={row.at.amount ?? ''}
        formula={formula}
      />
      {goal !== '' && <span class="hint figures">{goal}</span>}
    </div>
  );
}

/** "I’m ready" is a plain tick: it can be taken back, and nobody is told when it was set. A manager only reads it. */
function PrepareDock({ m }: { m: MeetingScreen }) {
  const talk = clock.value?.section;
  if (talk !== undefined)
    return (
      <MeetingDock
        status={<SaveStatus />}
        primary={{ text: prepareWords.backToTalk, icon: 'right', run: () => goTo(talk) }}
      />
    );
  const ready = String(currentText(m.block.prepare.ready)).trim() !== '';
  const goBefore = () => goAside('before');
  if (m.me.role === 'manager')
    return <MeetingDock status={<SaveStatus />} primary={{ text: words.before, icon: 'right', run: goBefore }} />;
  return (
    <footer class="dock">
      <Strips />
      <div class="cap">
        <StartButton />
        <Button small quiet run={goBefore}>
          {words.before}
        </Button>
      </div>
      <div class="nav plain">
        {ready ? (
          <>
            <p class="status ready ink-good">
              <Icon name="check" />
              <b>{prepareWords.youAreReady}</b>
            </p>
            <Button small run={() => setReady(false)}>
              {prepareWords.notReady}
            </Button>
          </>
        ) : (
          <PrimaryButton text={prepareWords.imReady} run={() => setReady(true)} />
        )}
        <SaveStatus />
      </div>
    </footer>
  );
}
