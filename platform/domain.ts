import type { Act } from './act.ts';
import type { Db } from './db.ts';
import type { Operation, OutputOf, ParsedInputOf } from './operation.ts';

/** The file a `file` operation answers with. */
export interface FileReply {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A file that takes time to make and asks nothing more of the database: it is made when the transaction is over. */
export type LaterFile = () => Promise<FileReply>;

type Reply<Op> = Op extends { file: true } ? FileReply | LaterFile : OutputOf<Op>;

export type Handler<Op> = (db: Db, input: ParsedInputOf<Op>, act: Act, brought: never) => Promise<Reply<Op>>;

/** Runs a step as the caller, in a short transaction of its own. */
export type Step = <T>(work: (db: Db, act: Act) => Promise<T>) => Promise<T>;

/**
 * What is asked of somebody outside (a sign-on service) before an operation's transaction begins, so that none stays open
 * over a network. The handler is handed what it brings, as a fourth parameter.
 */
export type Outside<Op = Operation> = (step: Step, input: ParsedInputOf<Op>) => Promise<unknown>;

export interface BoundOperation {
  readonly name: string;
  readonly domain: string;
  readonly declared: Operation;
  readonly handle: (db: Db, input: unknown, act: Act, brought?: unknown) => Promise<unknown>;
  readonly outside?: ((step: Step, input: unknown) => Promise<unknown>) | undefined;
}

type OperationsIn<Api> = { [K in keyof Api as Api[K] extends Operation ? K : never]: Api[K] };
type OutsidesOf<Api> = { [K in keyof OperationsIn<Api>]?: Outside<Api[K]> };
type HandlersOf<Api> = { [K in keyof OperationsIn<Api>]: Handler<OperationsIn<Api>[K]> };

/** Binds a domain's declared operations to the functions of the same name; a missing one does not compile. */
export function bindDomain<Api extends object>(
  domain: string,
  api: Api,
  handlers: HandlersOf<Api>,
  outsides: OutsidesOf<Api> = {},
): BoundOperation[] {
  const named = handlers as Record<string, BoundOperation['handle']>;
  const asked = outsides as Record<string, BoundOperation['outside']>;
  return Object.entries(api)
    .filter(isOperation)
    .map(([name, declared]) => {
      const handle = named[name];
      if (handle === undefined) throw new Error(`${domain}: operation ${name} has no handler`);
      return { name, domain, declared, handle, outside: asked[name] };
    });
}

function isOperation(entry: [string, unknown]): entry is [string, Operation] {
  const value = entry[1];
  return typeof value === 'object' && value !== null && 'route' in value && 'may' in value;
}
