import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';
import { keepSealingKey, seal, unseal } from './sealing.ts';
import { hashSecret, mintPrintedCode, mintSecret, readPrintedCode } from './secrets.ts';
import { drawQr, findTotpStep, isTotpSecret, mintTotpSecret, totpAddress, totpAt } from './totp.ts';

describe('a password', () => {
  test('is stored in PHC notation with a salt of its own, and verified', async () => {
    const stored = await hashPassword('かき・みかん・くり');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(stored).not.toBe(await hashPassword('かき・みかん・くり'));
    expect(await verifyPassword('かき・みかん・くり', stored)).toBe(true);
    expect(await verifyPassword('かき・みかん・なし', stored)).toBe(false);
  });

  test('is the same in full width', async () => {
    expect(await verifyPassword('ｋａｎａｅａｕ－１２', await hashPassword('kanaeau-12'))).toBe(true);
  });

  test('that is nobody’s is refused after the same work', async () => {
    const stored = await hashPassword('some password');
    const known = await timeOf(() => verifyPassword('wrong password', stored));
    const unknown = await timeOf(() => verifyPassword('wrong password', null));
    expect(await verifyPassword('wrong password', null)).toBe(false);
    expect(unknown).toBeGreaterThan(known / 3);
  });

  test('is checked against what an earlier cost has stored', async () => {
    const earlier =
      '$argon2id$v=19$m=256,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$' +
      Buffer.alloc(32).toString('base64').slice(0, 43);
    expect(await verifyPassword('anything', earlier)).toBe(false);
    await expect(verifyPassword('anything', 'plain text')).rejects.toThrow('PHC');
  });
});

describe('a secret', () => {
  test('is long, never the same and kept as a hash', () => {
    expect(mintSecret()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(mintSecret()).not.toBe(mintSecret());
    expect(hashSecret('a')).toHaveLength(32);
  });

  test('that is printed has no sign that looks like another, and is read however it is typed', () => {
    const code = mintPrintedCode();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(readPrintedCode(code.toLowerCase().replaceAll('-', ' '))).toBe(code);
    expect(readPrintedCode('７ｋ２ｍ‐ｑＯｘｄ　9rta hv4c')).toBe('7K2M-Q0XD-9RTA-HV4C');
    expect(readPrintedCode('il')).toBe('11');
  });
});

describe('what is sealed', () => {
  const key = Buffer.alloc(32, 1);
  const folder = mkdtempSync(join(tmpdir(), 'kanaeau-key-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('opens with its key for its owner, and not otherwise', () => {
    const sealed = seal(key, 'secret', 'owner');
    expect(unseal(key, sealed, 'owner')).toBe('secret');
    expect(sealed.equals(seal(key, 'secret', 'owner'))).toBe(false);
    expect(() => unseal(Buffer.alloc(32, 2), sealed, 'owner')).toThrow();
    expect(() => unseal(key, sealed, 'another')).toThrow();
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1);
    expect(() => unseal(key, changed, 'owner')).toThrow();
  });

  test('has a key that is made once and read by its owner only', () => {
    const path = join(folder, 'sealing.key');
    const made = keepSealingKey(path);
    expect(made).toHaveLength(32);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(keepSealingKey(path).equals(made)).toBe(true);
    expect(readFileSync(path).equals(made)).toBe(true);
  });

  test('is not opened with a key that others may read, or with a broken one', () => {
    const open = join(folder, 'open.key');
    writeFileSync(open, Buffer.alloc(32));
    chmodSync(open, 0o644);
    expect(() => keepSealingKey(open)).toThrow('chmod 600');
    const broken = join(folder, 'broken.key');
    writeFileSync(broken, 'short', { mode: 0o600 });
    expect(() => keepSealingKey(broken)).toThrow(broken);
  });
});

describe('a code of an authenticator', () => {
  // RFC 6238, appendix B: the last six digits of the SHA-1 values.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  test.each([
    [59, '287082'],
    [1111111109, '081804'],
    [20000000000, '353130'],
  ])('at %d s is %s', (seconds, code) => {
    expect(totpAt(secret, new Date(seconds * 1000))).toBe(code);
  });

  test('works one step early or late, and once', () => {
    const now = new Date(1_800_000_015_000);
    const at = (seconds: number) => totpAt(secret, new Date(now.getTime() + seconds * 1000));
    const step = findTotpStep(secret, at(0), null, now);
    expect(step).toBe(60_000_000);
    expect(findTotpStep(secret, at(-30), null, now)).toBe(59_999_999);
    expect(findTotpStep(secret, at(30), null, now)).toBe(60_000_001);
    expect(findTotpStep(secret, at(60), null, now)).toBeNull();
    expect(findTotpStep(secret, at(0), step, now)).toBeNull();
    expect(findTotpStep(secret, at(-30), step, now)).toBeNull();
    expect(findTotpStep(secret, at(30), step, now)).toBe(60_000_001);
    for (const wrong of ['', '12345', '1234567', 'abcdef']) {
      expect(findTotpStep(secret, wrong, null, now)).toBeNull();
    }
  });

  test('has a secret that goes into an address and a picture', () => {
    expect(isTotpSecret(mintTotpSecret())).toBe(true);
    expect(isTotpSecret('tooshort')).toBe(false);
    const address = totpAddress(secret, '叶え合う', 'koga');
    expect(address).toMatch(/^otpauth:\/\/totp\/.+secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ/);
    expect(drawQr(address)).toMatch(/^<svg [^>]+viewBox="0 0 \d+ \d+"[^>]*><path/);
  });
});

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
