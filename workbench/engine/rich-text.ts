/** Rich text of one cell between runs over a string and Univer's document. */
import { styleOf, stylePatch } from './cell-style';
import type { TextRun } from './engine';
import { BooleanNumber, type ICellData, type IDocumentData, type Nullable } from './univer';

/** Univer's document for a text with runs; runs may have gaps. Lines end with `\r` there, so offsets stay the same. */
export function richDocument(text: string, runs: TextRun[]): IDocumentData {
  const lines = text.replace(/\r\n?|\n/g, '\r');
  const paragraphs = Array.from(`${lines}\r`.matchAll(/\r/g), (match) => ({ startIndex: match.index }));
  return {
    id: 'd',
    documentStyle: {},
    body: {
      dataStream: `${lines}\r\n`,
      textRuns: runs.map((run) => ({ st: run.start, ed: run.end, ts: runStyle(run.style) })),
      paragraphs,
      customRanges: linksOf(runs),
    },
  };
}

/** Univer's name of its links among the custom ranges of a document. */
const HYPERLINK = 0;

function linksOf(runs: TextRun[]) {
  return runs.flatMap(({ start, end, style: { link } }, at) =>
    link
      ? [
          {
            rangeId: `link-${at}`,
            rangeType: HYPERLINK,
            startIndex: start,
            endIndex: end - 1,
            properties: { url: link },
          },
        ]
      : [],
  );
}

/** A run says "not bold" in so many words, since its cell may be bold. */
function runStyle(style: TextRun['style']): object {
  const off = { s: BooleanNumber.FALSE };
  return {
    ...stylePatch(style),
    ...(style.fontWeight === 'normal' ? { bl: BooleanNumber.FALSE } : {}),
    ...(style.fontStyle === 'normal' ? { it: BooleanNumber.FALSE } : {}),
    ...(style.fontLine === 'none' ? { ul: off, st: off } : {}),
  };
}

/** The text and runs of a cell, null for a cell that holds no text (a number, a formula, nothing). */
export function richTextOf(cell: Nullable<ICellData>, plain: string | null): { text: string; runs: TextRun[] } | null {
  const body = cell?.p?.body;
  if (!body) return plain === null ? null : { text: plain, runs: [] };
  const text = body.dataStream.replace(/\r\n$/, '').replace(/\r/g, '\n');
  const runs = (body.textRuns ?? []).map(({ st, ed, ts }) => {
    const { fontColor, fontFamily, fontSize, fontWeight, fontStyle, fontLine } = styleOf(ts);
    const style = {
      fontColor,
      fontFamily,
      fontSize,
      fontWeight: fontWeight ?? (ts?.bl === BooleanNumber.FALSE ? 'normal' : undefined),
      fontStyle: fontStyle ?? (ts?.it === BooleanNumber.FALSE ? 'normal' : undefined),
      fontLine: fontLine ?? (ts?.ul && ts.st ? 'none' : undefined),
    };
    const set = Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
    return { start: st, end: Math.min(ed, text.length), style: set as TextRun['style'] };
  });
  const links = (body.customRanges ?? []).flatMap(({ rangeType, startIndex, endIndex, properties }): TextRun[] => {
    const link: unknown = properties?.url;
    return rangeType === HYPERLINK && typeof link === 'string'
      ? [{ start: startIndex, end: Math.min(endIndex + 1, text.length), style: { link } }]
      : [];
  });
  return { text, runs: [...runs, ...links] };
}
