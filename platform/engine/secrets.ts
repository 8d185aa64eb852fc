import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import * as m from '#messages';
import { Refusal } from '../refusal.ts';
import { giveToOwner } from './folder.ts';

/** The passwords a data folder's own database logins have. Made once, readable by the folder's owner only. */
const secretsFile = z.object({ superuser: z.string().min(20), app: z.string().min(20) });
export type Secrets = z.infer<typeof secretsFile>;

export function secretsPath(dataFolder: string): string {
  return join(dataFolder, 'secrets.json');
}

/**
 * The passwords of the data folder; made the first time they are asked for.
 * @throws Refusal when the file is there and cannot be read.
 */
export function readSecrets(dataFolder: string): Secrets {
  const file = secretsPath(dataFolder);
  if (!existsSync(file)) makeSecrets(file);
  try {
    return secretsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new Refusal('refused', m.engine_secrets_unreadable({ file }));
  }
}

/** The password of the login role `kanaeau_app`. The migration gives it to the role, the pool signs in with it. */
export function appPassword(dataFolder: string): string {
  return readSecrets(dataFolder).app;
}

function makeSecrets(file: string): void {
  const draft = `${file}.${process.pid}`;
  const made: Secrets = { superuser: makePassword(), app: makePassword() };
  writeFileSync(draft, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flush: true });
  chmodSync(draft, 0o600);
  giveToOwner(draft);
  try {
    // A link, not a rename: of two processes that come at once, the first one's passwords stay.
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function makePassword(): string {
  return randomBytes(24).toString('base64url');
}
