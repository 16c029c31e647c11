/** How rows look, as the matrices that Google's setters take: one line per row, one entry per column. */
export interface GridLook {
  backgrounds: string[][];
  fontColors: string[][];
  fontWeights: ('bold' | 'normal')[][];
  fontSizes: number[][];
  alignments: ('left' | 'center' | 'right')[][];
  wraps: boolean[][];
  formats: string[][];
  /** Height in px of each row; rows grow with their text. */
  heights: number[];
}

/** How one cell looks. */
export interface CellLook {
  back: string;
  color: string;
  bold: boolean;
  size: number;
  align: 'left' | 'center' | 'right';
  wrap: boolean;
  format: string;
}
