/** The + and − of row groups, left of the grid. */
import { useEffect, useState } from 'preact/hooks';
import type { RowGroup } from '../../engine/engine';
import { type GutterMark, layOutGutter } from '../sheet/gutter-layout';
import type { GridView } from '../sheet/row-places';
import { groups } from '../state';

const LANE = 16;

export interface GutterProps {
  /** Reads the grid; asked once for each frame in which something may have moved. */
  view(): GridView | null;
  onMoved(listener: () => void): () => unknown;
  fold(sheetKey: string, group: RowGroup, collapsed: boolean): void;
}

export function Gutter({ view, onMoved, fold }: GutterProps) {
  const [grid, setGrid] = useState<GridView | null>(null);
  useEffect(() => {
    const stop = onMoved(() => setGrid(view()));
    return () => void stop();
  }, [onMoved, view]);
  const own = grid ? groups.value[grid.sheetKey] : undefined;
  const lanes = own ? Math.max(0, ...own.groups.map((group) => group.depth)) : 0;
  useEffect(() => {
    document.documentElement.style.setProperty('--gutter', lanes > 0 ? `${lanes * LANE + 6}px` : '0px');
  }, [lanes]);
  if (!grid || !own || lanes === 0) return null;
  const marks = layOutGutter(own.groups, own.control, grid.place);
  return (
    <nav class="gutter" style={{ top: grid.top, height: grid.height, width: lanes * LANE + 6 }} aria-label="Row groups">
      {marks.map((mark) => (
        <Mark
          key={`${mark.group.depth}-${mark.group.start}`}
          mark={mark}
          fold={(collapsed) => fold(grid.sheetKey, mark.group, collapsed)}
        />
      ))}
    </nav>
  );
}

function Mark({ mark, fold }: { mark: GutterMark; fold(collapsed: boolean): void }) {
  const { group, line, signY } = mark;
  const left = (group.depth - 1) * LANE + 3;
  const rows = `rows ${group.start} to ${group.end}`;
  const label = group.collapsed ? `Expand ${rows}` : `Collapse ${rows}`;
  return (
    <>
      {line && <div class="gutter-line" style={{ left: left + 7, top: line.top, height: line.bottom - line.top }} />}
      {Number.isFinite(signY) && (
        <button
          type="button"
          class="gutter-sign"
          style={{ left, top: signY - 7.5 }}
          aria-label={label}
          aria-expanded={!group.collapsed}
          title={label}
          onClick={() => fold(!group.collapsed)}
        >
          {group.collapsed ? '+' : '−'}
        </button>
      )}
    </>
  );
}
