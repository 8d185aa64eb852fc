import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { type Entity, type HsdsTables, makeHsdsTables } from '#domains/open-data/hsds.ts';
import {
  listedService,
  listedServiceAtLocation,
  makePage,
  wholeOrganization,
  wholeService,
  wholeServiceAtLocation,
} from '#domains/open-data/hsds-answers.ts';
import { licence } from '#domains/open-data/open-files.ts';
import type { Directory } from '#domains/open-data/standard-rows.ts';
import * as m from '#messages';
import { currentSite } from '#platform/credentials/site.ts';
import { answerJson } from './open-data.tsx';

const yes = z.enum(['true', 'false']).transform((word) => word === 'true');
const asked = z.object({
  search: z.string().trim().max(100).optional(),
  page: z.coerce.number().int().min(1).catch(1).default(1),
  per_page: z.coerce.number().int().min(1).max(500).catch(50).default(50),
  format: z.enum(['json', 'ndjson']).catch('json').default('json'),
  organization_id: z.string().optional(),
  modified_after: z.string().optional(),
  minimal: yes.catch(false).default(false),
  full: yes.catch(false).default(false),
  full_service: yes.catch(false).default(false),
});
type Asked = z.output<typeof asked>;

/** The API of HSDS 3.0 (Open Referral), read only, and its tables in bulk. */
export function serveHsds(app: Hono, directory: () => Promise<Directory>): void {
  const tables = async () => makeHsdsTables(await directory());
  const list = async (c: Context, found: (tables: HsdsTables, asked: Asked) => object[]) => {
    const said = asked.parse(c.req.query());
    const all = found(await tables(), said);
    if (said.format === 'json') return answerJson(c, makePage(all, said.page, said.per_page));
    const lines = all.map((one) => `${JSON.stringify(one)}\n`).join('');
    return c.body(lines, 200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
  };
  const read = async (c: Context, found: (tables: HsdsTables, id: string) => object | undefined) => {
    const one = found(await tables(), c.req.param('id') ?? '');
    return one ? answerJson(c, one) : c.json({ message: m.platform_refused_not_found() }, 404);
  };
  app.get('/hsds', (c) => {
    const { origin } = currentSite();
    const profile = `${origin}/open-data`;
    return answerJson(c, { version: '3.0', profile, openapi_url: `${origin}/hsds/openapi.json` });
  });
  app.get('/hsds/services', (c) =>
    list(c, (t, said) =>
      t.services
        .filter((one) => isWanted(one, said))
        .map((one) => {
          if (said.minimal) return { id: one.id, last_modified: one.last_modified };
          return said.full ? wholeService(t, one) : listedService(t, one);
        }),
    ),
  );
  app.get('/hsds/services/:id', (c) =>
    read(c, (t, id) => withId(t.services, id, (one) => wholeService(t, one))),
  );
  app.get('/hsds/organizations', (c) =>
    list(c, (t, said) =>
      t.organizations
        .filter((one) => holdsWords(one, said.search))
        .map((one) => (said.full || said.full_service ? wholeOrganization(t, one, said.full_service) : one)),
    ),
  );
  app.get('/hsds/organizations/:id', (c) =>
    read(c, (t, id) =>
      withId(t.organizations, id, (one) => wholeOrganization(t, one, c.req.query('full_service') === 'true')),
    ),
  );
  app.get('/hsds/service_at_locations', (c) =>
    list(c, (t, said) =>
      t.service_at_locations
        .filter(({ service_id }) => t.services.some((one) => one.id === service_id && isWanted(one, said)))
        .map((one) => (said.full ? wholeServiceAtLocation(t, one) : listedServiceAtLocation(t, one))),
    ),
  );
  app.get('/hsds/service_at_locations/:id', (c) =>
    read(c, (t, id) => withId(t.service_at_locations, id, (one) => wholeServiceAtLocation(t, one))),
  );
  // Kanaeau publishes no taxonomy of its own: the lists are there and empty, as the API wants them.
  for (const path of ['/hsds/taxonomies', '/hsds/taxonomy_terms']) app.get(path, (c) => list(c, () => []));
  app.get('/hsds/openapi.json', async (c) =>
    answerJson(c, describeHsds(currentSite().origin, await tables())),
  );
  app.get('/hsds/datapackage.json', async (c) => answerJson(c, describeBulk(await tables())));
  app.get('/hsds/tables/:file', async (c) => {
    const name = c.req.param('file').replace(/\.json$/, '');
    const all = Object.entries(await tables()).find(([table]) => table === name);
    return all ? answerJson(c, all[1] as object) : c.json({ message: m.platform_refused_not_found() }, 404);
  });
}

function withId(rows: readonly Entity[], id: string, made: (one: Entity) => object): object | undefined {
  const found = rows.find((one) => one.id === id);
  return found && made(found);
}

function isWanted(service: Entity, { search, organization_id, modified_after }: Asked): boolean {
  if (organization_id && service.organization_id !== organization_id) return false;
  const modified = Date.parse(String(service.last_modified));
  if (modified_after && !(modified >= Date.parse(modified_after))) return false;
  return holdsWords(service, search);
}

function holdsWords(one: Entity, search: string | undefined): boolean {
  if (!search) return true;
  const plain = search.normalize('NFKC').toLowerCase();
  return Object.values(one).some((value) => String(value).normalize('NFKC').toLowerCase().includes(plain));
}

function describeBulk(tables: HsdsTables): object {
  return {
    name: 'kanaeau-hsds',
    profile: 'data-package',
    version: '3.0',
    licenses: [{ name: licence.id, path: licence.url }],
    resources: Object.entries(tables).map(([name, rows]: [string, readonly Entity[]]) => ({
      name,
      path: `tables/${name}.json`,
      profile: 'data-resource',
      format: 'json',
      mediatype: 'application/json',
      encoding: 'utf-8',
      rows: rows.length,
    })),
  };
}

/** What is served here of the API of HSDS 3.0, with examples from the town's own rows; the shapes are those of the published schemas. */
function describeHsds(origin: string, rows: HsdsTables): object {
  const published = 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/compiled';
  const paged = (schema: string) => ({
    type: 'object',
    properties: { contents: { type: 'array', items: { $ref: `${published}/${schema}.json` } } },
  });
  const answering = (schema: object) => ({
    '200': { description: 'OK', content: { 'application/json': { schema } } },
  });
  const names = ['search', 'organization_id', 'modified_after', 'minimal', 'full'];
  const examples = { page: '1', per_page: '20', format: 'json' };
  const query = [
    ...names.map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
    ...Object.entries(examples).map(([name, example]) => ({
      ...{ name, in: 'query', schema: { type: 'string' }, example },
    })),
  ];
  const idIn = (many: 'services' | 'organizations' | 'service_at_locations') => {
    const [first] = rows[many];
    return [
      {
        ...{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
        ...(first && { example: first.id }),
      },
    ];
  };
  const paths = Object.fromEntries(
    (
      [
        ['service', 'services'],
        ['organization', 'organizations'],
        ['service_at_location', 'service_at_locations'],
      ] as const
    ).flatMap(([one, many]) => [
      [
        `/${many}`,
        {
          get: { operationId: `list_${many}`, parameters: query, responses: answering(paged(`${one}_list`)) },
        },
      ],
      [
        `/${many}/{id}`,
        {
          get: {
            operationId: `read_${one}`,
            parameters: idIn(many),
            responses: answering({ $ref: `${published}/${one}.json` }),
          },
        },
      ],
    ]),
  );
  return {
    openapi: '3.1.0',
    info: { title: 'HSDS 3.0', version: '3.0', license: { name: licence.id, url: licence.url } },
    servers: [{ url: `${origin}/hsds` }],
    paths,
  };
}
