import { readBytes, writeBytes } from '#platform/sealed-call.ts';

/**
 * The phone's own lock as a key: a passkey that never leaves it answers a salt with 32 bytes (WebAuthn PRF). The house knows
 * nothing of this passkey; it opens the vault and nothing else.
 */
interface PrfResults {
  readonly prf?: { readonly enabled?: boolean; readonly results?: { readonly first?: ArrayBuffer } };
}

/** Whether the phone has a lock that can be asked at all. */
export async function hasOwnLock(): Promise<boolean> {
  return (
    typeof PublicKeyCredential !== 'undefined' &&
    (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false))
  );
}

/** @returns null where the phone's lock gives no key, or its owner said no */
export async function makePasskey(
  owner: { id: string; name: string },
  place: string,
): Promise<{ credential: string; salt: Uint8Array<ArrayBuffer>; answer: ArrayBuffer } | null> {
  const salt = crypto.getRandomValues(new Uint8Array(32));
  const made = await navigator.credentials
    .create({
      publicKey: {
        rp: { name: place },
        user: { id: new TextEncoder().encode(owner.id), name: owner.name, displayName: owner.name },
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        pubKeyCredParams: [
          { type: 'public-key', alg: -7 },
          { type: 'public-key', alg: -257 },
        ],
        authenticatorSelection: { authenticatorAttachment: 'platform', userVerification: 'required' },
        extensions: { prf: { eval: { first: salt } } },
      },
    })
    .catch(() => null);
  if (!(made instanceof PublicKeyCredential)) return null;
  const said = made.getClientExtensionResults() as PrfResults;
  if (!said.prf?.enabled) return null;
  const credential = writeBytes(new Uint8Array(made.rawId));
  const answer = said.prf.results?.first ?? (await askPasskey(credential, writeBytes(salt)));
  return answer && { credential, salt, answer };
}

/** @returns null where its owner said no, or the passkey is gone */
export async function askPasskey(credential: string, salt: string): Promise<ArrayBuffer | null> {
  const first = readBytes(salt) ?? new Uint8Array(0);
  const got = await navigator.credentials
    .get({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        allowCredentials: [{ type: 'public-key', id: readBytes(credential) ?? new Uint8Array(0) }],
        userVerification: 'required',
        extensions: { prf: { eval: { first } } },
      },
    })
    .catch(() => null);
  if (!(got instanceof PublicKeyCredential)) return null;
  return (got.getClientExtensionResults() as PrfResults).prf?.results?.first ?? null;
}
