import { COL } from './grid';
import type { RepTab } from './rep-tab';

/**
 * Customer bold, what it is about in normal weight below: the second line of opportunities' first cell. One call for each
 * run of neighbouring rows; rows of one line are left out at the ends.
 */
export function lightenSecondLines(tab: RepTab, names: readonly { row: number; text: string }[]): void {
  const two = names.filter(({ text }) => text.includes('\n')).sort((a, b) => a.row - b.row);
  if (two.length === 0) return;
  const style = (bold: boolean) => SpreadsheetApp.newTextStyle().setBold(bold).build();
  const [heavy, light] = [style(true), style(false)];
  for (let from = 0, to = 1; from < two.length; from = to, to++) {
    const first = two[from] as { row: number };
    while (two[to]?.row === first.row + to - from) to++;
    const values = two.slice(from, to).map(({ text }) => [
      SpreadsheetApp.newRichTextValue()
        .setText(text)
        .setTextStyle(0, text.indexOf('\n'), heavy)
        .setTextStyle(text.indexOf('\n') + 1, text.length, light)
        .build(),
    ]);
    tab.range(first.row, COL.who, to - from).put(values, (range, part) => range.setRichTextValues(part));
  }
}
