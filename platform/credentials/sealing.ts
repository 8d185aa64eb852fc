import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as m from '#messages';
import { giveToOwner } from '../engine/folder.ts';
import { Refusal } from '../refusal.ts';

const cipher = 'aes-256-gcm';
const edition = 1;

/**
 * Seals a text for the database (AES-256-GCM): edition, 12 bytes of nonce, 16 of tag, the sealed text.
 *
 * @param owner what the text belongs to, e.g. an id; sealed text that is moved to another owner cannot be opened
 */
export function seal(key: Buffer, text: string, owner: string): Buffer {
  const nonce = randomBytes(12);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([Buffer.from([edition]), nonce, sealing.getAuthTag(), sealed]);
}

/**
 * Opens what `seal` has sealed.
 *
 * @throws Error for another key, another owner or changed bytes
 */
export function unseal(key: Buffer, bytes: Buffer, owner: string): string {
  if (bytes[0] !== edition) throw new Error('sealed in an unknown edition');
  const opening = createDecipheriv(cipher, key, bytes.subarray(1, 13)).setAAD(Buffer.from(owner));
  opening.setAuthTag(bytes.subarray(13, 29));
  return Buffer.concat([opening.update(bytes.subarray(29)), opening.final()]).toString('utf8');
}

/**
 * The sealing key kept in a file of its own (32 bytes, readable by its owner only), made when it is not there.
 *
 * @throws Refusal when the file is no key or others may read it
 */
export function keepSealingKey(path: string): Buffer {
  if (!existsSync(path)) makeKey(path);
  const key = readFileSync(path);
  if (key.length !== 32) throw new Refusal('refused', m.platform_sealing_key_broken({ file: path }));
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new Refusal('refused', m.platform_sealing_key_open({ file: path }));
  return key;
}

function makeKey(path: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, randomBytes(32), { mode: 0o600, flush: true });
  chmodSync(draft, 0o600);
  giveToOwner(draft);
  try {
    // A link, not a rename: of two processes that come at once, the first one's key stays.
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
