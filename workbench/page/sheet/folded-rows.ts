/** Rows that a folded group hides are opened by its +, not by the arrows that Univer shows beside hidden rows. */
import { HeaderUnhideRangeAxis, HeaderUnhideRangeService } from '@univerjs/sheets-ui';
import type { GroupsBySheet } from '../../server/protocol';
import type { SheetMachine } from './create-univer';

export function hideArrowsOfFoldedRows({ injector }: SheetMachine, groups: () => GroupsBySheet): void {
  injector.get(HeaderUnhideRangeService).registerRangeVisibleHandler((isVisible, { axis, range, worksheet }) => {
    if (axis !== HeaderUnhideRangeAxis.ROW) return isVisible;
    const own = groups()[worksheet.getSheetId()]?.groups ?? [];
    const isFolded = own.some(
      (group) => group.collapsed && group.start - 1 <= range.startRow && range.endRow <= group.end - 1,
    );
    return isVisible && !isFolded;
  });
}
