import * as m from '#messages';

/** Every way the system says no on purpose, with the HTTP status each one travels as. */
export const refusalStatus = {
  invalid: 422,
  refused: 409,
  not_signed_in: 401,
  second_factor_needed: 401,
  not_allowed: 403,
  not_found: 404,
  id_taken: 409,
  call_differs: 409,
  /** A second person has to agree first; `fields.asked` is what to ask them for. */
  approval_needed: 409,
  proof_needed: 403,
  locked_out: 429,
  too_many: 429,
  too_large: 413,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

/**
 * An expected failure. `message` is a sentence for the person in front of the screen: what happened and what
 * to do. `fields` maps an input's name to its own sentence. Anything thrown that is not a Refusal is a bug.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly fields: Readonly<Record<string, string>> | undefined;

  constructor(code: RefusalCode, message: string, fields?: Record<string, string>) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
  }
}

/**
 * A refusal that counts: what was written before it, such as one more failed attempt, is kept although the call
 * is refused. Every other refusal takes back whatever its call had written.
 */
export class CountedRefusal extends Refusal {}

/** The one answer for what is not there and for what may not be seen: the two must not be told apart. */
export function refuseNotFound(): Refusal {
  return new Refusal('not_found', m.platform_refused_not_found());
}
