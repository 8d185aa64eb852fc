import * as m from '#messages';
import { type CaseRelation, caseRelationWords } from '../../case-model.ts';
import type { CasePicture, Figure, Tie } from '../../picture-api.ts';

/** Which generation a relation stands in, seen from the one the case began with. */
const generations: Record<CaseRelation, number> = {
  grandparent: 0,
  parent: 1,
  other_relative: 1,
  self: 2,
  spouse: 2,
  sibling: 2,
  other: 2,
  child: 3,
  grandchild: 4,
};
const order: CaseRelation[] = ['sibling', 'self', 'spouse'];
const width = 720;
const rowHeight = 130;
const half = 24;

interface Placed extends Figure {
  readonly x: number;
  readonly y: number;
}

/** ジェノグラム: a square for a man, a circle for a woman, a diamond where it is not known; a cross for who has died. */
export function drawGenogram(family: readonly Figure[]): string {
  const used = [...new Set(family.map(({ relation }) => generations[relation]))].sort();
  const widest = Math.max(
    ...used.map((row) => family.filter(({ relation }) => generations[relation] === row).length),
  );
  // No wider than its people: of one person it stands in the middle of a telephone too.
  const across = Math.max(300, widest * 150);
  const placed = used.flatMap((generation, row) => {
    const rank = ({ relation }: Figure) => order.indexOf(relation);
    const people = family
      .filter(({ relation }) => generations[relation] === generation)
      .sort((a, b) => rank(a) - rank(b));
    return people.map((one, i) => ({
      ...one,
      x: (across * (i + 0.5)) / people.length,
      y: 60 + row * rowHeight,
    }));
  });
  const height = 60 + used.length * rowHeight;
  return svg(across, height, [...linesOf(placed), ...placed.map(drawFigure)]);
}

/** Couples side by side, parents to their children. Whoever is neither stands without a line. */
function linesOf(placed: readonly Placed[]): string[] {
  const of = (...relations: CaseRelation[]) => placed.filter(({ relation }) => relations.includes(relation));
  const selves = of('self');
  const lines: string[] = [];
  for (const one of selves) for (const other of of('spouse')) lines.push(line(one, other));
  const down = (parents: readonly Placed[], children: readonly Placed[]) => {
    if (parents.length === 0 || children.length === 0) return;
    const from = { x: middle(parents), y: Math.max(...parents.map(({ y }) => y)) + half };
    for (const child of children) lines.push(line(from, { x: child.x, y: child.y - half }));
    if (parents.length > 1)
      for (const parent of parents) lines.push(line({ x: parent.x, y: parent.y + half }, from));
  };
  down(of('grandparent'), of('parent'));
  down(of('parent'), of('self', 'sibling'));
  down(of('self', 'spouse'), of('child'));
  down(of('child'), of('grandchild'));
  return lines;
}

function middle(people: readonly Placed[]): number {
  return people.reduce((sum, { x }) => sum + x, 0) / people.length;
}

function drawFigure({ x, y, sex, name, relation, died, lives_in, member }: Placed): string {
  const stroke = `fill="#ffffff" stroke="#1a1a1a" stroke-width="${member ? 3 : 1.5}"${lives_in ? '' : ' stroke-dasharray="5 4"'}`;
  const shape =
    sex === 'male'
      ? `<rect x="${x - half}" y="${y - half}" width="${half * 2}" height="${half * 2}" ${stroke}/>`
      : sex === 'female'
        ? `<circle cx="${x}" cy="${y}" r="${half}" ${stroke}/>`
        : `<path d="M ${x} ${y - half} L ${x + half} ${y} L ${x} ${y + half} L ${x - half} ${y} Z" ${stroke}/>`;
  const cross = died
    ? `<path d="M ${x - half} ${y - half} L ${x + half} ${y + half} M ${x + half} ${y - half} L ${x - half} ${y + half}" stroke="#1a1a1a"/>`
    : '';
  return `${shape}${cross}${text(x, y + half + 20, name ?? m.cases_name_hidden())}${text(x, y + half + 38, caseRelationWords[relation](), 13)}`;
}

const strokes: Record<Tie['strength'], string> = {
  strong: 'stroke-width="6"',
  plain: 'stroke-width="2.5"',
  thin: 'stroke-width="1.5" stroke-dasharray="2 5"',
  strained: 'stroke-width="2.5" stroke-dasharray="10 4 2 4"',
  wished: 'stroke-width="1.5" stroke-dasharray="8 6"',
};

/** エコマップ: the household in the middle, what it is tied to around it; the line says how strong, the arrow who gives. */
export function drawEcomap({ family, ties }: Pick<CasePicture, 'family' | 'ties'>): string {
  const height = 600;
  const centre = { x: width / 2, y: height / 2 };
  const names = new Map(family.map(({ id, name }) => [id, name]));
  const around = ties.map((tie, i) => {
    const angle = (2 * Math.PI * i) / ties.length - Math.PI / 2;
    return { tie, x: centre.x + Math.cos(angle) * 270, y: centre.y + Math.sin(angle) * 210 };
  });
  const lines = around.map(({ tie, x, y }) => {
    const [from, to] = [along(centre, { x, y }, 78), along({ x, y }, centre, 44)];
    return line(from, to, strokes[tie.strength]) + arrows(tie, from, to);
  });
  const circles = around.map(
    ({ tie, x, y }) =>
      `<circle cx="${x}" cy="${y}" r="42" fill="#ffffff" stroke="#1a1a1a" stroke-width="1.5"/>${text(x, y + 4, clip(tie.called, 6), 13)}` +
      (tie.client_id === null
        ? ''
        : text(x, y < centre.y ? y - 50 : y + 60, clip(names.get(tie.client_id) ?? '', 10), 12)),
  );
  const household = `<circle cx="${centre.x}" cy="${centre.y}" r="76" fill="#f2f2f2" stroke="#1a1a1a" stroke-width="3"/>`;
  const inside = family
    .filter(({ lives_in }) => lives_in)
    .slice(0, 5)
    .map(({ name }, i, all) =>
      text(
        centre.x,
        centre.y + (i - (all.length - 1) / 2) * 20 + 5,
        clip(name ?? m.cases_name_hidden(), 9),
        14,
      ),
    );
  return svg(width, height, [...lines, household, ...inside, ...circles]);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The point `far` units from one towards another. */
function along(from: Point, to: Point, far: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) / length) * far, y: from.y + ((to.y - from.y) / length) * far };
}

function arrows({ flow }: Tie, from: Point, to: Point): string {
  const heads: string[] = [];
  if (flow !== 'receives') heads.push(head(from, to));
  if (flow !== 'gives') heads.push(head(to, from));
  return heads.join('');
}

function head(from: Point, to: Point): string {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const corner = (turn: number) =>
    `${round(to.x - 14 * Math.cos(angle + turn))} ${round(to.y - 14 * Math.sin(angle + turn))}`;
  return `<path d="M ${round(to.x)} ${round(to.y)} L ${corner(0.4)} L ${corner(-0.4)} Z" fill="#1a1a1a"/>`;
}

function line(from: Point, to: Point, more = 'stroke-width="2"'): string {
  return `<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}" stroke="#1a1a1a" ${more}/>`;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

function clip(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`;
}

function text(x: number, y: number, words: string, size = 16): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" text-anchor="middle" fill="#1a1a1a">${escapeXml(words)}</text>`;
}

function escapeXml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function svg(across: number, height: number, parts: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${across} ${height}" width="${across}" height="${height}">${parts.join('')}</svg>`;
}
