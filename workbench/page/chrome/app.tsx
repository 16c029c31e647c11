/** Everything around the sheet. The sheet itself lives in an element that this never touches. */
import { useState } from 'preact/hooks';
import type { Actions } from '../actions';
import { dialog, questions, sidebar } from '../state';
import { CloseButton, HtmlDialog, QuestionBox } from './dialogs';
import { FirstStep } from './first-step';
import { FrameBox } from './frame';
import { type CellBox, LinkChip } from './link-chip';
import { Meter } from './meter';
import { Notes } from './notes';
import { Running } from './running';
import { TopBar } from './top-bar';

/** The bars above the sheet. */
export function Head({ actions }: { actions: Actions }) {
  const [isUsed, setUsed] = useState(false);
  const used = () => setUsed(true);
  return (
    <>
      <TopBar actions={actions} onMenuUsed={used} />
      <FirstStep
        isUsed={isUsed}
        run={(fn) => {
          used();
          actions.runMenu(fn);
        }}
      />
    </>
  );
}

/** The sidebar at the right of the sheet: 300 px, one at a time. */
export function Side({ actions }: { actions: Actions }) {
  const frame = sidebar.value;
  if (!frame) return null;
  return (
    <aside class="sidebar" aria-label={frame.title || 'Add-on'}>
      <header>
        <h2>{frame.title}</h2>
        <CloseButton label="Close the sidebar" onClick={() => actions.close(frame.id)} />
      </header>
      <FrameBox key={frame.id} frame={frame} actions={actions} />
    </aside>
  );
}

/** What lies over the sheet, and the meter below it. */
export function Over({ actions, cell }: { actions: Actions; cell(): CellBox | null }) {
  const asked = questions.value[0];
  return (
    <>
      <Meter actions={actions} />
      <Running />
      <LinkChip actions={actions} cell={cell} />
      <Notes />
      {dialog.value && <HtmlDialog key={dialog.value.id} frame={dialog.value} actions={actions} />}
      {asked && (
        <QuestionBox
          key={asked.id}
          question={asked}
          answer={(button, text) => actions.answer(asked.id, button, text)}
        />
      )}
    </>
  );
}
