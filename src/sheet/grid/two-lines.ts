import { rowRuns } from '../../core/shared/runs';
import { COL } from './grid';
import type { RepTab } from './rep-tab';

/**
 * Customer bold, what it is about in normal weight below: the second line of opportunities' first cell. One call for each
 * run of neighbouring rows; rows of one line are left out at its ends, in between they are written once more as they are.
 */
export function lightenSecondLines(tab: RepTab, names: readonly { row: number; text: string }[]): void {
  const sorted = [...names].sort((a, b) => a.row - b.row);
  const hasTwo = sorted.map(({ text }) => text.includes('\n'));
  if (!hasTwo.includes(true)) return;
  const all = sorted.slice(hasTwo.indexOf(true), hasTwo.lastIndexOf(true) + 1);
  const style = (bold: boolean) => SpreadsheetApp.newTextStyle().setBold(bold).build();
  const [heavy, light] = [style(true), style(false)];
  for (const run of rowRuns(all)) {
    const values = run.map(({ text }) => {
      const end = text.indexOf('\n');
      const value = SpreadsheetApp.newRichTextValue().setText(text);
      if (end < 0) return [value.build()];
      return [
        value
          .setTextStyle(0, end, heavy)
          .setTextStyle(end + 1, text.length, light)
          .build(),
      ];
    });
    tab.range(run[0]?.row ?? 0, COL.who, run.length).put(values, (range, part) => range.setRichTextValues(part));
  }
}
