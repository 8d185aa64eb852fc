import type * as z from 'zod';

/** Who may try an operation: anybody, anybody signed in, or the posts of these roles. Rows are decided by the database. */
export type May = 'anyone' | 'signed_in' | readonly string[];

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * One act of the system, declared once. The HTTP server, the typed client, OpenAPI, the terminal, the audit
 * trail and the permission tests are all read from this value. GET operations read; every other method is a
 * command and happens at most once per call id.
 */
export interface Operation<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  /** Method and path below `/api`; `:name` segments are taken from the input. */
  readonly route: `${Method} /${string}`;
  /** One line for the API page and the terminal. */
  readonly summary: () => string;
  readonly may: May;
  /** The word in the audit trail. Only a read that shows nothing about a person but the caller may say null. */
  readonly audit: string | null;
  /** Ids of the parties, households or accounts whose record is touched, for "who has seen my record". */
  subjects?(input: z.output<I>, output: z.output<O>): readonly string[];
  /** Parts of the input that leave no trace in audit and memory, not even as a hash: passwords, codes. */
  readonly secrets?: readonly string[];
  /** Someone whose post has ended may still do this to hand in the last period's own entries. */
  readonly finishing?: true;
  /** A phone of one's own may do it by its signature, without a session: a command kept and sent later, a question asked at once. */
  readonly offline?: true;
  /** All its questions see the town as it was at one moment, for answers whose figures have to agree. Reads only. */
  readonly atOneMoment?: true;
  /** A file instead of JSON: the handler answers a `FileReply`, or how to make one when the transaction is over. */
  readonly file?: true;
  /**
   * A file of personal records, one for each of its `subjects`: who listens to `recordsLeave` may keep it back until a second
   * person has agreed.
   */
  readonly bulk?: true;
  /** Bytes of the largest body it takes, where that is more than the server's own limit: a whole file. */
  readonly largestInput?: number;
  readonly input: I;
  readonly output: O;
}

/** An operation that answers with a file. */
export interface FileOperation<I extends z.ZodObject, O extends z.ZodType> extends Operation<I, O> {
  readonly file: true;
}

/** An operation that answers with a file. */
export interface FileOperation<I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType>
  extends Operation<I, O> {
  readonly file: true;
}

/** Declares an operation; the identity function, so that input and output types are kept. */
export function operation<I extends z.ZodObject, O extends z.ZodType>(
  declared: FileOperation<I, O>,
): FileOperation<I, O>;
export function operation<I extends z.ZodObject, O extends z.ZodType>(
  declared: Operation<I, O>,
): Operation<I, O>;
export function operation(declared: Operation): Operation {
  return declared;
}

export type InputOf<Op> = Op extends Operation<infer I, z.ZodType> ? z.input<I> : never;
export type ParsedInputOf<Op> = Op extends Operation<infer I, z.ZodType> ? z.output<I> : never;
export type OutputOf<Op> = Op extends Operation<z.ZodObject, infer O> ? z.output<O> : never;

export function methodOf(op: Operation): Method {
  return op.route.slice(0, op.route.indexOf(' ')) as Method;
}

/** The path below `/api`, with its `:name` segments still in place. */
export function pathOf(op: Operation): string {
  return op.route.slice(op.route.indexOf(' ') + 1);
}

export function isCommand(op: Operation): boolean {
  return methodOf(op) !== 'GET';
}

/** The path with its `:name` segments filled from the input, and what of the input is left for query or body. */
export function fillPath(op: Operation, input: Record<string, unknown>) {
  const rest = { ...input };
  const path = pathOf(op).replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  return { path, rest };
}
