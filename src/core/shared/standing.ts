/** How a figure stands against its goal: the rule once, as numbers for the page and as a formula for the sheet. */

/** Which way a figure is better; the words of Setup's list. */
export const BETTER = ['higher', 'lower'] as const;
export type Better = (typeof BETTER)[number];

/** What lies on target, what within a tenth of it, and who of two stands ahead; a share is the figure divided by its goal. */
interface Rule {
  onTarget: '>=' | '<=';
  /** In tenths of the goal. */
  near: number;
  ahead: '>' | '<';
}

/** For each way one rule; whoever adds a way has to say all of it here. */
const RULES: Record<Better, Rule> = {
  higher: { onTarget: '>=', near: 9, ahead: '>' },
  lower: { onTarget: '<=', near: 11, ahead: '<' },
};

/** Tenths are rounded in the computer: without it 0.9 of a goal would not be within a tenth. */
const ROUNDED = 1e-9;

/** How far a share lies on the wrong side of the goal, as a part of it; 0 or less is on target. */
export function gapOf(share: number, better: Better): number {
  return RULES[better].onTarget === '<=' ? share - 1 : 1 - share;
}

/** On target, within a tenth of it, or off. */
export function standingOf(share: number, better: Better): 'good' | 'near' | 'off' {
  if (gapOf(share, better) <= 0) return 'good';
  return gapOf(share, better) <= Math.abs(RULES[better].near / 10 - 1) + ROUNDED ? 'near' : 'off';
}

/** The sign before a percentage, as a formula: at or over goal ▲, within a tenth ●, else ▼. `share` is a formula, too. */
export function standingFormula(share: string, better: Better): string {
  const { onTarget, near } = RULES[better];
  return `IF(${share}${onTarget}1;"▲ ";IF(${share}${onTarget}${near}/10;"● ";"▼ "))`;
}

/** The comparison that a figure ahead of another one passes: ranks count those. */
export function aheadSign(better: Better): '>' | '<' {
  return RULES[better].ahead;
}
