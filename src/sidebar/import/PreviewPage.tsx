/** The page with what an import would write. */
import type { ImportPreview, ImportTabView } from '../../contract/import';
import { complaintText } from '../../core/import/complaints';
import { goBack } from '../page/go-back';
import { Block } from '../parts/Block';
import { More } from '../parts/More';
import { SidePage } from '../parts/SidePage';
import { joined } from '../wording';
import { words } from '../words';
import { totals, write } from './acts';
import { shownValue } from './days';
import { found, leftOut, source, step, taken } from './state';
import { importWords } from './words';

/** What would be written, tab by tab, and what is left out. */
export function ImportPreviewPage({ preview, note }: { preview: ImportPreview; note: string }) {
  const { added, updated } = totals(preview);
  const none = taken.value.length === 0;
  return (
    <SidePage
      title={importWords.title}
      sub={source.value?.name ?? ''}
      note={note}
      lead={none ? importWords.noDeals : importWords.toWrite(added, updated)}
      step={`preview ${preview.tabs.map((tab) => tab.digest).join()}`}
      hint={none ? importWords.noDealsMore : importWords.nothingWrittenYet}
      scrolls
      ruled
      primary={
        added + updated === 0
          ? { text: words.ok, run: goBack }
          : { text: importWords.write(added + updated), run: () => void write(preview) }
      }
      secondary={{ text: words.back, run: () => (step.value = { at: 'columns' }) }}
    >
      {preview.tabs.map((tab) => (
        <TabPreview key={tab.sheetId} tab={tab} />
      ))}
      <LeftOut />
    </SidePage>
  );
}

function TabPreview({ tab }: { tab: ImportTabView }) {
  return (
    <Block ink title={importWords.into(tab.name, tab)}>
      <p class="hint">{importWords.numbers(tab)}</p>
      <More
        list="facts box below"
        items={tab.added}
        row={({ line, title, amount, when }) => (
          <li key={line}>
            <span class="grow" dir="auto">
              {title}
              <span class="hint">{joined([importWords.isNew, when === '' ? '' : shownValue(when)])}</span>
            </span>
            {amount !== '' && <span class="hint figures">{shownValue(amount)}</span>}
          </li>
        )}
      />
      <More
        list="facts box below"
        items={tab.updated}
        row={({ title, link, changes }) => (
          <li key={title + (changes[0]?.cell ?? '')}>
            <span class="grow" dir="auto">
              {title}
              {changes.map(({ label, was, now, cell }) => (
                <span class="hint" key={cell}>
                  {words.label(label)}: <span class="was">{shownValue(was)}</span> →{' '}
                  <b class="ink">{shownValue(now)}</b> <span class="cell">{cell}</span>
                </span>
              ))}
              {link && <span class="hint">{words.label(importWords.linked)}</span>}
            </span>
          </li>
        )}
      />
      <Notes tab={tab} />
    </Block>
  );
}

function Notes({ tab }: { tab: ImportTabView }) {
  const notes = [
    ...tab.notes,
    ...(tab.earlier > 0 ? [importWords.earlier(tab.earlier)] : []),
    ...(tab.neverSeen > 0 ? [importWords.neverSeen(tab.neverSeen)] : []),
  ];
  return (
    <More
      list="asks below"
      items={notes}
      row={(text) => (
        <li key={text} dir="auto">
          {text}
        </li>
      )}
    />
  );
}

/** Lines that could not be read, deals that go nowhere, and cells that were left blank. */
export function LeftOut() {
  const { complaints, passedOver } = found.value;
  const place = source.value?.place ?? 'line';
  const broken = source.value?.file?.decoded.broken ?? 0;
  const isOdd = (one: (typeof complaints)[number]) => 'odd' in one;
  const texts = (odd: boolean) =>
    complaints.filter((one) => isOdd(one) === odd).map((one) => complaintText(one, place));
  return (
    <>
      <LeftOutLines
        title={importWords.leftOut}
        items={[...leftOut.value, ...texts(false), ...(passedOver > 0 ? [importWords.passedOver(passedOver)] : [])]}
      />
      <LeftOutLines
        title={importWords.odd}
        items={[...texts(true), ...(broken > 0 ? [importWords.brokenLetters(broken)] : [])]}
      />
    </>
  );
}

function LeftOutLines({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <Block title={title} count={items.length}>
      <More
        list="asks"
        items={items}
        row={(text) => (
          <li key={text} dir="auto">
            {text}
          </li>
        )}
      />
    </Block>
  );
}
