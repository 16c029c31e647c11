/**
 * Draws docs/pictures/rooms.svg: the rooms of src and which looks into which, from the imports themselves. An arrow that
 * follows from two others is left out of the picture: what may look into a room may look into those below it, too.
 *
 *   node docs/make-architecture.mjs            draws it
 *   node docs/make-architecture.mjs --arrows   prints the arrows, one a line, and draws nothing
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { instance } from '@viz-js/viz';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Parts whose folders are drawn; the others are one box each. */
const WITH_ROOMS = ['core', 'sheet'];

/** The room of a file: a folder of src, or one within core and sheet; null for main.ts and what is no file of src. */
function roomOf(file) {
  const [, part, inner, more] = /^src\/([^/]+)\/([^/]+)(\/.*)?$/.exec(file) ?? [];
  if (!part) return null;
  return more && WITH_ROOMS.includes(part) ? `${part}/${inner}` : part;
}

/** Every arrow between two rooms: how many imports it stands for, and whether all of them are types only. */
async function arrowsBetweenRooms() {
  process.chdir(root);
  const options = await extractDepcruiseOptions('./.dependency-cruiser.cjs');
  const { output } = await cruise(['src'], options, null, { tsConfig: extractTSConfig('./tsconfig.json') });
  const arrows = new Map();
  for (const { source, dependencies } of output.modules)
    for (const { resolved, dependencyTypes } of dependencies) {
      const [from, to] = [roomOf(source), roomOf(resolved)];
      if (from === null || to === null || from === to) continue;
      const key = `${from}->${to}`;
      const arrow = arrows.get(key) ?? { from, to, imports: 0, typesOnly: true };
      arrow.imports += 1;
      arrow.typesOnly &&= dependencyTypes.includes('type-only');
      arrows.set(key, arrow);
    }
  return [...arrows.values()].sort((a, b) => `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`));
}

/** The arrows as Graphviz reads them: a box for each part that has rooms, dashed arrows where only types cross. */
function drawing(arrows) {
  const rooms = [...new Set(arrows.flatMap(({ from, to }) => [from, to]))].sort();
  const parts = grouped(rooms);
  const boxes = [...parts].map(([part, inside]) => {
    const nodes = inside.map((room) => `"${room}" [label="${room.split('/').at(-1)}"];`).join(' ');
    return inside.length > 1 || inside[0] !== part
      ? `subgraph "cluster_${part}" { label="src/${part}"; style="rounded,filled"; color="#dadce0"; fillcolor="#f8f9fa"; ${nodes} }`
      : nodes;
  });
  const lines = reduced(arrows).map(
    ({ from, to, typesOnly }) => `"${from}" -> "${to}"${typesOnly ? ' [style=dashed]' : ''};`,
  );
  return `digraph rooms {
    rankdir=TB; nodesep=0.25; ranksep=0.5; fontname="Arial"; fontsize=12;
    node [shape=box, style="rounded,filled", fillcolor=white, color="#5f6368", fontname="Arial", fontsize=11, height=0.3];
    edge [color="#80868b", arrowsize=0.6];
    ${boxes.join('\n')}
    ${lines.join('\n')}
  }`;
}

/** The arrows that do not follow from others. */
function reduced(arrows) {
  const next = new Map();
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to]);
  const reaches = (from, to, seen = new Set()) =>
    (next.get(from) ?? []).some((room) => {
      if (room === to) return true;
      if (seen.has(room)) return false;
      seen.add(room);
      return reaches(room, to, seen);
    });
  return arrows.filter(({ from, to }) => !(next.get(from) ?? []).some((by) => by !== to && reaches(by, to)));
}

const partOf = (room) => room.split('/')[0];

function grouped(rooms) {
  const parts = new Map();
  for (const room of rooms) parts.set(partOf(room), [...(parts.get(partOf(room)) ?? []), room]);
  return parts;
}

const arrows = await arrowsBetweenRooms();
if (process.argv.includes('--arrows')) {
  for (const { from, to } of arrows) console.log(`${from}->${to}`);
} else {
  const viz = await instance();
  const svg = viz.renderString(drawing(arrows), { format: 'svg' });
  await writeFile(path.join(root, 'docs/pictures/rooms.svg'), svg);
  console.log(`docs/pictures/rooms.svg: ${arrows.length} arrows`);
}
