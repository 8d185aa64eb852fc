import pg from 'pg';
import type { Act } from './act.ts';
import type { Closing, Credential } from './db.ts';

/** What begins a call, as a set of one row: who acts, and what is known of it. */
export function enterCall(credential: Credential, call: string | null, now: Date): string {
  const at = `${literal(now.toISOString())}::timestamptz`;
  const callId = call === null ? 'null' : `${literal(call)}::uuid`;
  switch (credential.kind) {
    case 'none':
      return `gate.enter_as_nobody(${at})`;
    case 'session':
      return `gate.enter_by_session('\\x${credential.hash.toString('hex')}'::bytea, ${callId}, ${at})`;
    case 'token':
      return `gate.enter_by_token('\\x${credential.hash.toString('hex')}'::bytea, ${callId}, ${at})`;
    case 'calendar':
      return `gate.enter_by_calendar('\\x${credential.hash.toString('hex')}'::bytea, ${callId}, ${at})`;
    case 'key':
      return `gate.enter_by_key('\\x${credential.hash.toString('hex')}'::bytea, ${at})`;
    case 'post':
      return `gate.enter_as_post(${literal(credential.post)}::uuid, ${callId}, ${at})`;
    case 'phone':
      return `gate.enter_by_phone(${literal(credential.phone)}::uuid, ${callId}, ${at})`;
    case 'system':
      return `gate.enter_as_system(${literal(credential.name)}, ${at})`;
  }
}

/** `gate.close_call` writes the audit row and the memory of the call; the text is empty where there is neither. */
export function closingText({ audit, call: memory }: Closing, act: Act, call: string | null): string {
  const remembered = memory !== null && call !== null && act.actor.account !== null ? memory : null;
  if (audit === null && remembered === null) return '';
  const values = [
    `${literal(act.now.toISOString())}`,
    uuidOrNull(act.actor.account),
    uuidOrNull(act.actor.post),
    textOrNull(act.actor.role),
    uuidOrNull(act.actor.body),
    literal(act.operation),
    textOrNull(audit?.word ?? null),
    textOrNull(audit?.outcome ?? null),
    literal(`{${audit?.subjects.join(',') ?? ''}}`),
    uuidOrNull(call),
    bytesOrNull(audit?.inputHash ?? remembered?.inputHash ?? null),
    remembered === null ? 'null' : literal(JSON.stringify(remembered.result)),
  ];
  return `select gate.close_call(${values.join(', ')}); `;
}

/** What earlier calls of whoever acts did, as the entrance of a single call finds it. */
export function knownCalls(calls: readonly string[]): string {
  return `select call_id, operation, input_hash as "inputHash", result from calls
    where account_id = gate.actor_account() and call_id = any(${literal(`{${calls.join(',')}}`)}::uuid[])`;
}

function literal(text: string): string {
  return pg.escapeLiteral(text);
}
function textOrNull(text: string | null): string {
  return text === null ? 'null' : literal(text);
}
function uuidOrNull(id: string | null): string {
  return id === null ? 'null' : `${literal(id)}::uuid`;
}
function bytesOrNull(bytes: Buffer | null): string {
  return bytes === null ? 'null' : `'\\x${bytes.toString('hex')}'::bytea`;
}
