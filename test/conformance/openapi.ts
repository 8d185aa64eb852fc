import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { operations } from '#domains/index.ts';
import { isCommand, pathOf } from '#platform/operation.ts';
import type { Town } from '../town.ts';
import { type Outcome, readOpen } from './outcome.ts';

interface Described {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}
interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
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
