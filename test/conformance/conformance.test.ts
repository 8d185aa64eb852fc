import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectFolder } from '#platform/house.ts';
import { openTown } from '../town.ts';
import {
  checkBoardCalendars,
  checkCalendars,
  checkEventCalendars,
  checkGeoJson,
  checkNoticeCalendar,
  checkOwnCalendar,
  checkStandardSets,
} from './files.ts';
import { checkHsds } from './hsds.ts';
import { checkOpenApi } from './openapi.ts';
import { type Check, type Outcome, schemaFolder } from './outcome.ts';
import { plantOpenThings } from './rig.ts';

const town = await openTown('cast');
await plantOpenThings(town);
const page = join(projectFolder, 'docs/conformance.md');
const outcomes: Outcome[] = [];

test.for([
  [
    'the standard lists have the columns of their tables and keep the rules for machine-readable data',
    checkStandardSets,
  ],
  ['calendars are read back by ical.js and say the days on which a place is open', checkCalendars],
  [
    'the events of every district are read back by ical.js, with those that were called off',
    checkEventCalendars,
  ],
  ['the days of a table are read back by ical.js', checkBoardCalendars],
  ['the days of a post are read back by ical.js', checkOwnCalendar],
  ['notices are read back by ical.js as days of a calendar', checkNoticeCalendar],
  ['places on a map keep the rules of RFC 7946', checkGeoJson],
  ['the description of the API is valid, and what anybody may ask is answered as it says', checkOpenApi],
  ['the HSDS answers are valid by the published schemas', checkHsds],
] as const satisfies readonly (readonly [string, Check])[])('%s', { timeout: 240_000 }, async ([, check]) => {
  const found = await check(town);
  outcomes.push(...found);
  for (const { what, against, wrong } of found) {
    // Said aloud: a check without its schema has seen nothing.
    if (wrong === null) process.stderr.write(`${what}: ${against} is not in ${schemaFolder}; not checked\n`);
    else expect(wrong, `${what} against ${against}`).toEqual([]);
  }
});

test('docs/conformance.md says what these runs say', () => {
  const lines = outcomes.map(writeLine);
  if (process.env.KANAEAU_WRITE_CONFORMANCE) writeFileSync(page, writePage(lines));
  const written = readFileSync(page, 'utf8');
  for (const [at, { wrong }] of outcomes.entries())
    if (wrong !== null) expect(written).toContain(`${lines[at]}\n`);
  const count = written.split('\n').filter((line) => line.startsWith('| ')).length;
  expect(count - 1).toBe(outcomes.length);
});

function writeLine({ standard, what, against, wrong, notes = [] }: Outcome): string {
  const said = wrong === null ? 'not run' : wrong.length === 0 ? 'conforms' : `${wrong.length} faults`;
  return `| ${standard} | \`${what}\` | ${against} | ${[said, ...notes].join('; ')} |`;
}

function writePage(lines: readonly string[]): string {
  return `# Conformance

What is given to others, held against the standards it is written in. Made from the runs of \`test/conformance/conformance.test.ts\` by
\`npm run conformance -- DIR\`, where DIR is a folder of published schemas (beside the project by default: \`../shared/conformance\`). A test says whether this page is what the runs say.

| standard | what | held against | outcome |
|---|---|---|---|
${lines.join('\n')}

- HSDS asks for a postal code with every address; where the town keeps none it is blank.
- Of the standard lists, columns that are written from memory are marked \`mem\` in \`domains/open-data/standard-columns.json\`; a town can leave them out.
- Accessibility of the public pages is tested by axe in the journeys (\`test/journeys\`).
`;
}
