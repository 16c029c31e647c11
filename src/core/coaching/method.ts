/** The steps of a team's own way to sell, as Setup names them. */

/** More would be no choice between two breaths. */
const MOST_STEPS = 12;

/** "Research > First call; Offer" or a line for each: the steps in their order, without numbers, each once; [] for none. */
export function methodSteps(text: string): string[] {
  const steps = text
    .split(/[\n;,>→▸|]+/)
    .map((step) => step.replace(/^\s*(?:\d+[.)]|[-–•*])\s*/, '').trim())
    .filter((step) => step !== '');
  return [...new Set(steps)].slice(0, MOST_STEPS);
}
