import * as z from 'zod';

// The JSON forms of WebAuthn Level 3 (PublicKeyCredentialCreationOptionsJSON and its kin), as far as they are used.

const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]+={0,2}$/)
  .max(20_000);
const publicKey = z.literal('public-key');
const transport = z.string().max(40);

const descriptor = z.object({ id: base64url, type: z.string(), transports: z.array(transport).optional() });
const verification = z.enum(['required', 'preferred', 'discouraged']);

/** What a browser needs to make a passkey. */
export const creationOptions = z.object({
  rp: z.object({ name: z.string(), id: z.string().optional() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: base64url,
  pubKeyCredParams: z.array(z.object({ alg: z.int(), type: publicKey })),
  timeout: z.int().optional(),
  excludeCredentials: z.array(descriptor).optional(),
  authenticatorSelection: z
    .object({
      residentKey: verification.optional(),
      requireResidentKey: z.boolean().optional(),
      userVerification: verification.optional(),
    })
    .optional(),
  attestation: z.enum(['none', 'indirect', 'direct', 'enterprise']).optional(),
  extensions: z.object({ credProps: z.boolean().optional() }).optional(),
});

/** What a browser needs to use a passkey. */
export const requestOptions = z.object({
  challenge: base64url,
  timeout: z.int().optional(),
  rpId: z.string().optional(),
  allowCredentials: z.array(descriptor).optional(),
  userVerification: verification.optional(),
});

const answered = { id: base64url, rawId: base64url, type: publicKey };

/** What a browser answers with after making a passkey. */
export const registrationResponse = z.object({
  ...answered,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(transport).max(10).optional(),
  }),
  clientExtensionResults: z.object({}),
});

/** What a browser answers with after using one. */
export const authenticationResponse = z.object({
  ...answered,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
  clientExtensionResults: z.object({}),
});
