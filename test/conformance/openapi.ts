import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { operations } from '#domains/index.ts';
import { isCommand, pathOf } from '#platform/operation.ts';
import type { Town } from '../town.ts';
import { findSchemas, type Outcome, readOpen } from './outcome.ts';

interface Described {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}
interface DescribedOperation {
  readonly operationId: string;
  readonly security?: readonly object[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly example?: string;
  }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}

/**
 * The description of the project's own API: that it is OpenAPI 3.1 (names once, parameters of a path declared, references that lead somewhere,
 * schemas that are JSON Schema 2020-12), and that what it says comes true: every question that anybody may ask is asked, and its answer has the
 * shape that is promised.
 */
export async function checkOpenApi(town: Town): Promise<Outcome[]> {
  const document = (await (await readOpen(town, '/api/openapi.json')).json()) as Described;
  const base = { standard: 'OpenAPI 3.1', what: '/api/openapi.json' };
  return [
    { ...base, against: 'the specification, read by rules of our own', wrong: findFaults(document) },
    { ...base, against: 'JSON Schema 2020-12: every schema compiles', wrong: compileAll(document) },
    {
      ...{ standard: 'OpenAPI 3.1', what: 'questions that anybody may ask' },
      against: 'the answers that the description promises',
      wrong: await askAll(town, document),
    },
    {
      ...{ standard: 'OpenAPI 3.1', what: 'examples of /api/openapi.json' },
      against: 'asked as they stand there: the answers that the description promises, with something in them',
      wrong: await askExamples(town, document),
    },
    await askHsdsExamples(town),
  ];
}

function findFaults(document: Described): string[] {
  const wrong: string[] = [];
  if (!/^3\.1\.\d+$/.test(document.openapi)) wrong.push(`openapi: ${document.openapi}`);
  if (!document.info.title || !document.info.version) wrong.push('info is not complete');
  const ids = new Set<string>();
  for (const [path, methods] of Object.entries(document.paths)) {
    if (!path.startsWith('/')) wrong.push(`${path} does not begin with a slash`);
    for (const [method, one] of Object.entries(methods)) {
      const at = `${method} ${path}`;
      if (!/^(get|post|put|delete)$/.test(method)) wrong.push(`${at}: unknown method`);
      if (ids.has(one.operationId)) wrong.push(`${one.operationId} stands twice`);
      ids.add(one.operationId);
      if (Object.keys(one.responses).length === 0) wrong.push(`${at}: no response`);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (one.parameters ?? []).filter((parameter) => parameter.in === 'path');
      if (declared.some(({ required }) => required !== true))
        wrong.push(`${at}: a part of the path is optional`);
      if (
        inPath.toSorted().join() !==
        declared
          .map(({ name }) => name)
          .toSorted()
          .join()
      )
        wrong.push(`${at}: the parts of the path are not those declared`);
    }
  }
  for (const [, reference = ''] of JSON.stringify(document).matchAll(/"\$ref":"(#[^"]+)"/g))
    if (find(document, reference) === undefined) wrong.push(`${reference} leads nowhere`);
  return wrong;
}

function find(document: object, reference: string): unknown {
  return reference
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document);
}

function openAjv(document: object): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  return ajv.addSchema(document, 'document');
}

function compileAll(document: Described): string[] {
  const ajv = openAjv(document);
  const wrong: string[] = [];
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, one] of Object.entries(methods)) {
      const schema = one.responses['200']?.content?.['application/json']?.schema;
      if (!schema) continue;
      try {
        ajv.compile(within(schema));
      } catch (error) {
        wrong.push(`${method} ${path}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  return wrong;
}

/** References of a part lead into the whole document. */
function within(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#', '"$ref":"document#')) as object;
}

async function askAll(town: Town, document: Described): Promise<string[]> {
  const ajv = openAjv(document);
  const wrong: string[] = [];
  for (const { declared } of operations) {
    if (isCommand(declared) || declared.may !== 'anyone' || declared.file || pathOf(declared).includes(':'))
      continue;
    if (!declared.input.safeParse({}).success) continue;
    const path = `/api${pathOf(declared)}`;
    const schema = document.paths[path]?.get?.responses['200']?.content?.['application/json']?.schema;
    if (!schema) {
      wrong.push(`${path}: no answer is described`);
      continue;
    }
    const validate = ajv.compile(within(schema));
    if (!validate(await (await readOpen(town, path)).json()))
      for (const error of validate.errors ?? []) wrong.push(`${path}${error.instancePath} ${error.message}`);
  }
  return wrong;
}

/** The request that the examples of an operation make; null where a part that it needs has none. */
function requestOf(path: string, { parameters = [] }: DescribedOperation): string | null {
  const query = new URLSearchParams();
  let asked = path;
  for (const { name, in: place, required, example } of parameters) {
    if (example === undefined) {
      if (required) return null;
    } else if (place === 'path') asked = asked.replace(`{${name}}`, encodeURIComponent(example));
    else query.set(name, example);
  }
  return query.size > 0 ? `${asked}?${query}` : asked;
}

/** Every question that anybody may ask, as its example has it. */
async function askExamples(town: Town, document: Described): Promise<string[]> {
  const ajv = openAjv(document);
  const wrong: string[] = [];
  let asked = 0;
  for (const [path, { get }] of Object.entries(document.paths)) {
    const schema = get?.responses['200']?.content?.['application/json']?.schema;
    if (!get || !schema || get.security?.length !== 0) continue;
    const request = requestOf(path, get);
    if (request === null) {
      wrong.push(`${path}: a part that it needs has no example`);
      continue;
    }
    asked += 1;
    const answer: unknown = await (await readOpen(town, request)).json();
    const validate = ajv.compile(within(schema));
    if (!validate(answer))
      for (const error of validate.errors ?? [])
        wrong.push(`${request}${error.instancePath} ${error.message}`);
    if (request.includes('?') && isEmpty(answer)) wrong.push(`${request}: nothing is found`);
  }
  if (asked < 10) wrong.push(`only ${asked} examples`);
  return wrong;
}

/** Whether every list in an answer is empty. */
function isEmpty(answer: unknown): boolean {
  const lists = Object.values(answer as Record<string, unknown>).filter((part) => Array.isArray(part));
  return lists.length > 0 && lists.every((list) => list.length === 0);
}

/** The examples of the HSDS description, held against the published schemas that it names. */
async function askHsdsExamples(town: Town): Promise<Outcome> {
  const document = (await (await readOpen(town, '/hsds/openapi.json')).json()) as Described;
  const folder = findSchemas('hsds');
  const base = { standard: 'OpenAPI 3.1', what: 'examples of /hsds/openapi.json' };
  const against = 'asked as they stand there: the schemas of HSDS 3.0 that the description names';
  if (folder === null) return { ...base, against, wrong: null };
  const wrong = findFaults({ ...document, paths: document.paths }).filter(
    (one) => !one.includes('leads nowhere'),
  );
  for (const [path, { get }] of Object.entries(document.paths)) {
    const request = get && requestOf(path, get);
    if (!request) {
      wrong.push(`${path}: a part that it needs has no example`);
      continue;
    }
    const schema = JSON.stringify(get.responses['200']?.content?.['application/json']?.schema);
    const [, name] = /"\$ref":"[^"]+\/(\w+)\.json"/.exec(schema) ?? [];
    const answer = (await (await readOpen(town, `/hsds${request}`)).json()) as { contents?: object[] };
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    formats.default(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as object);
    const rows = answer.contents ?? [answer];
    if (rows.length === 0) wrong.push(`${request}: nothing is found`);
    for (const one of rows)
      if (!validate(one))
        for (const error of validate.errors ?? [])
          wrong.push(`${request}${error.instancePath} ${error.message}`);
  }
  return { ...base, against, wrong: [...new Set(wrong)] };
}
