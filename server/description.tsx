/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import * as z from 'zod';
import { createDocument } from 'zod-openapi';
import * as m from '#messages';
import type { BoundOperation } from '#platform/domain.ts';
import { isCommand, methodOf, pathOf } from '#platform/operation.ts';
import { nameRoles } from './name-roles.ts';
import { exampleOf, examplePartsOf, isPublicQuestion } from './sample-town-examples.ts';

/** The operations described for programs (OpenAPI 3.1) and for people. Both are read from the same table. */
export function serveDescription(app: Hono, operations: readonly BoundOperation[]): void {
  const document = JSON.stringify(describeOperations(operations));
  app.get('/api/openapi.json', (c) => c.body(document, 200, { 'content-type': 'application/json' }));
  app.get('/api', (c) => c.html(<DescriptionPage operations={operations} />));
}

export function describeOperations(operations: readonly BoundOperation[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const bound of operations) {
    const path = `/api${pathOf(bound.declared).replace(/:(\w+)/g, '{$1}')}`;
    paths[path] ??= {};
    paths[path][methodOf(bound.declared).toLowerCase()] = describeOne(bound);
  }
  return createDocument({
    openapi: '3.1.0',
    info: { title: m.server_api_title(), version: '1', description: m.server_api_description() },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'kanaeau_session' },
      },
    },
    paths,
  } as Parameters<typeof createDocument>[0]);
}

function describeOne(bound: BoundOperation): object {
  const { name, domain, declared } = bound;
  const names = [...pathOf(declared).matchAll(/:(\w+)/g)].map((match) => match[1] as string);
  const shape = declared.input.shape as Record<string, z.ZodType>;
  const shown = isPublicQuestion(bound) ? examplePartsOf(bound) : {};
  const inPath = Object.fromEntries(names.map((n) => [n, withExample(shape[n] ?? z.string(), shown[n])]));
  const rest = Object.fromEntries(
    Object.entries(shape)
      .filter(([n]) => !names.includes(n))
      .map(([n, type]) => [n, withExample(type, shown[n])]),
  );
  const command = isCommand(declared);
  return {
    operationId: name,
    tags: [domain],
    summary: declared.summary(),
    ...(declared.may === 'anyone' ? { security: [] } : { security: [{ token: [] }, { session: [] }] }),
    ...(Array.isArray(declared.may)
      ? { description: m.server_api_roles({ roles: nameRoles(declared.may) }) }
      : {}),
    requestParams: {
      ...(names.length > 0 ? { path: z.object(inPath) } : {}),
      ...(command
        ? { header: z.object({ 'x-kanaeau-call': z.uuid().optional() }) }
        : { query: z.object(rest) }),
    },
    ...(command && Object.keys(rest).length > 0
      ? { requestBody: { required: true, content: { 'application/json': { schema: z.object(rest) } } } }
      : {}),
    responses: {
      '200': declared.file
        ? {
            description: m.server_api_file(),
            content: { 'application/octet-stream': { schema: z.string() } },
          }
        : { description: m.server_api_done(), content: { 'application/json': { schema: declared.output } } },
      default: {
        description: m.server_api_refused(),
        content: { 'application/json': { schema: refusalShape } },
      },
    },
  };
}

/** A part of a question with the value it has in the example. */
function withExample(type: z.ZodType, example: string | undefined): z.ZodType {
  return example === undefined ? type : type.meta({ param: { example } });
}

const refusalShape = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
    request: z.string(),
  }),
});

function sayWhoMay({ declared }: BoundOperation): string {
  if (declared.may === 'anyone') return m.server_api_anyone();
  if (declared.may === 'signed_in') return m.server_api_signed_in();
  return nameRoles(declared.may);
}

function DescriptionPage({ operations }: { operations: readonly BoundOperation[] }) {
  return (
    <html lang="ja">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{m.server_api_title()}</title>
      </head>
      <body>
        <main>
          <h1>{m.server_api_title()}</h1>
          <p>{m.server_api_description()}</p>
          <p>
            <a href="/api/openapi.json">{m.server_api_document()}</a>
          </p>
          <table border={1}>
            <caption>{m.server_api_caption()}</caption>
            <thead>
              <tr>
                <th scope="col">{m.server_api_route()}</th>
                <th scope="col">{m.server_api_what()}</th>
                <th scope="col">{m.server_api_who()}</th>
              </tr>
            </thead>
            <tbody>
              {operations.map((bound) => (
                <tr key={bound.name}>
                  <th scope="row">
                    <code>{`${methodOf(bound.declared)} /api${pathOf(bound.declared)}`}</code>
                    {isPublicQuestion(bound) && (
                      <>
                        <br />
                        <a href={exampleOf(bound)}>{m.server_api_example()}</a>
                      </>
                    )}
                  </th>
                  <td>{bound.declared.summary()}</td>
                  <td>{sayWhoMay(bound)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </main>
      </body>
    </html>
  );
}
