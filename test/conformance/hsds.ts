import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Town } from '../town.ts';
import { findSchemas, type Outcome, readOpen } from './outcome.ts';

const standard = 'HSDS 3.0';
const asked = [
  { what: 'GET /hsds/services', schema: 'service_list', list: '/hsds/services?per_page=500' },
  { what: 'GET /hsds/services/{id}', schema: 'service', list: '/hsds/services?full=true&per_page=500' },
  { what: 'GET /hsds/organizations', schema: 'organization_list', list: '/hsds/organizations?per_page=500' },
  {
    what: 'GET /hsds/organizations/{id}',
    schema: 'organization',
    list: '/hsds/organizations?full=true&full_service=true&per_page=500',
  },
  {
    what: 'GET /hsds/service_at_locations',
    schema: 'service_at_location_list',
    list: '/hsds/service_at_locations?per_page=500',
  },
  {
    what: 'GET /hsds/service_at_locations/{id}',
    schema: 'service_at_location',
    list: '/hsds/service_at_locations?full=true&per_page=500',
  },
] as const;

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** Every row of every list against the published schema: its shape, and no property that the schema does not know. */
export async function checkHsds(town: Town): Promise<Outcome[]> {
  const folder = findSchemas('hsds');
  const outcomes: Outcome[] = [];
  for (const { what, schema, list } of asked) {
    const against = `hsds-3.0/${schema}.json`;
    if (folder === null) {
      outcomes.push({ standard, what, against, wrong: null });
      continue;
    }
    const published = JSON.parse(readFileSync(join(folder, `${schema}.json`), 'utf8')) as Schema;
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default(ajv);
    const validate = ajv.compile(published);
    const { contents } = (await (await readOpen(town, list)).json()) as { contents: { id: string }[] };
    const wrong: string[] = contents.length === 0 ? ['nothing to look at'] : [];
    for (const one of contents) {
      if (!validate(one))
        for (const error of validate.errors ?? []) wrong.push(`${error.instancePath} ${error.message}`);
      wrong.push(...findStrangers(one, published, ''));
    }
    outcomes.push({ standard, what, against, wrong: [...new Set(wrong)] });
  }
  return outcomes;
}

function findStrangers(value: unknown, schema: Schema | undefined, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => findStrangers(one, schema?.items, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => {
    const known = schema?.properties?.[name];
    return known ? findStrangers(one, known, `${at}/${name}`) : [`${at}/${name} is not in the schema`];
  });
}
