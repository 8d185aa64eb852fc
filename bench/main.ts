import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#platform/house.ts';
import { breakDown } from './breakdown.ts';
import { listManyCases, readOneCase } from './cases.ts';
import { deliverAtOnce } from './deliver.ts';
import { importLedger, importLedgerGrown } from './import-ledger.ts';
import { listGrownVisits, listVisits } from './list-visits.ts';
import { describeMachine, onServer, today } from './machine.ts';
import { openPocketApp } from './open-pocket.ts';
import { proposeMatches } from './proposal.ts';
import { readFigures } from './read-figures.ts';
import { readPublic } from './read-public.ts';
import { recordVisits } from './record-visits.ts';
import { makeFolder, openStage, type Stage } from './stage.ts';
import { start } from './start.ts';
import { suggestBeside } from './suggest.ts';

/**
 * One workload answers its section of the results: a heading of its own, then lines of Markdown. Whoever needs a town
 * that runs asks for the stage, which is the same for all of a run.
 */
interface Workload {
  readonly name: string;
  readonly run: (openStage: () => Promise<Stage>) => Promise<string[]>;
}

/**
 * In the order they run and stand in the results: a town that has grown does not shrink again. Each figure stands
 * beside its floor, measured in the same run on the same database.
 */
const workloads: readonly Workload[] = [
  { name: 'W6', run: start },
  { name: 'W7', run: proposeMatches },
  { name: 'W1', run: async (open) => recordVisits(await open()) },
  { name: 'W2', run: async (open) => listVisits(await open()) },
  { name: 'W2-cases', run: async (open) => listManyCases(await open()) },
  { name: 'W3', run: async (open) => readOneCase(await open()) },
  { name: 'W8', run: async (open) => suggestBeside(await open()) },
  { name: 'W9', run: async (open) => deliverAtOnce(await open()) },
  { name: 'W10', run: async (open) => openPocketApp(await open()) },
  { name: 'W11', run: async (open) => readPublic(await open()) },
  { name: 'breakdown', run: async (open) => breakDown(await open()) },
  { name: 'W5', run: async (open) => importLedger(await open()) },
  { name: 'W4', run: async (open) => readFigures(await open()) },
  { name: 'W2-grown', run: async (open) => listGrownVisits(await open()) },
  { name: 'W5-grown', run: async (open) => importLedgerGrown(await open()) },
];

/** Asked for by name; `W5` also runs `W5-grown`, the same in the grown town. */
const asked = process.argv.slice(2);
const isAsked = (name: string) =>
  asked.length === 0 || asked.some((one) => [one, `${one}-grown`].includes(name));
const unknown = asked.filter((name) => !workloads.some((workload) => workload.name === name));
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: not among ${workloads.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}

const head = [
  '# Bench results',
  '',
  'Written by `npm run bench`. Load generator, server and database share the machine. Each figure stands beside its floor of the',
  'same run; read ratios, not absolutes.',
  '',
];

let stage: ReturnType<typeof openStage> | undefined;
const open = () => {
  stage ??= openStage(makeFolder());
  return stage;
};
const measured = `Measured ${today()} on ${await describeMachine()}.`;
for (const { name, run } of workloads) {
  if (!isAsked(name)) continue;
  const [heading = '', ...lines] = await run(open);
  const section = [onServer ? `${heading}, on a server` : heading, '', measured, ...lines]
    .join('\n')
    .trimEnd();
  console.log(`${section}\n`);
  keepSection(onServer ? serverName(name) : name, section);
}
await (await stage)?.close();
process.exit(0);

/** `results.md` keeps the sections of the workloads that did not run this time. */
function keepSection(name: string, section: string): void {
  const file = join(projectFolder, 'bench/results.md');
  const sections = existsSync(file) ? readSections(readFileSync(file, 'utf8')) : new Map<string, string>();
  sections.set(name, section);
  const names = workloads.flatMap((workload) => [workload.name, serverName(workload.name)]);
  const written = names.flatMap((one) => {
    const text = sections.get(one);
    return text === undefined ? [] : [`<!-- ${one} -->`, '', text, ''];
  });
  writeFileSync(file, [...head, ...written].join('\n'));
}

/** What a server did stands beside what the embedded PostgreSQL did. */
function serverName(name: string): string {
  return `${name} on a server`;
}

function readSections(text: string): Map<string, string> {
  const parts = text.split(/^<!-- (.+) -->$/m).slice(1);
  const sections = new Map<string, string>();
  for (let i = 0; i + 1 < parts.length; i += 2) sections.set(parts[i] ?? '', (parts[i + 1] ?? '').trim());
  return sections;
}
