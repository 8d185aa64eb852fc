import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { currentSite } from './site.ts';

// Loaded when the first passkey is: it costs a start 0.2 s and 15 MB.
const webauthn = () => import('@simplewebauthn/server');

/** EdDSA, ES256, RS256 (IANA COSE numbers): what browsers and security keys have today. */
const algorithms = [-8, -7, -257];

/** A passkey as it is kept: the public half and how often it was used. */
export interface KeptPasskey {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
}

/** What the browser needs to make a passkey. Those already there are named, so that none is made twice. */
export async function offerRegistration(
  user: { id: string; name: string; displayName: string },
  known: readonly Pick<KeptPasskey, 'credentialId' | 'transports'>[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { name, origin } = currentSite();
  const { generateRegistrationOptions } = await webauthn();
  return generateRegistrationOptions({
    rpName: name,
    rpID: hostOf(origin),
    userName: user.name,
    userID: new TextEncoder().encode(user.id),
    userDisplayName: user.displayName,
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
    supportedAlgorithmIDs: algorithms,
    // The key is asked to know its owner (PIN, finger, face), so that it can stand for password and second factor.
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
}

/** The new passkey, or null if the browser's answer does not belong to this challenge and this site. */
export async function checkRegistration(
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<KeptPasskey | null> {
  const { origin } = currentSite();
  const { verifyRegistrationResponse } = await webauthn();
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(() => undefined);
  if (!checked?.verified) return null;
  const { id, publicKey, counter } = checked.registrationInfo.credential;
  return { credentialId: id, publicKey, counter, transports: response.response.transports ?? [] };
}

/** What the browser needs to use a passkey: one of these, or any the person has for this site when none is named. */
export async function offerAuthentication(
  known: readonly Pick<KeptPasskey, 'credentialId' | 'transports'>[],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await webauthn();
  return generateAuthenticationOptions({
    rpID: hostOf(currentSite().origin),
    allowCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
    userVerification: 'required',
  });
}

/** The passkey's new count of uses, or null if it did not sign this challenge for this site. */
export async function checkAuthentication(
  response: AuthenticationResponseJSON,
  challenge: string,
  kept: KeptPasskey,
): Promise<number | null> {
  const { origin } = currentSite();
  const { verifyAuthenticationResponse } = await webauthn();
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: hostOf(origin),
    requireUserVerification: true,
    credential: {
      id: kept.credentialId,
      publicKey: new Uint8Array(kept.publicKey),
      counter: kept.counter,
      transports: [...kept.transports],
    },
  }).catch(() => undefined);
  return checked?.verified ? checked.authenticationInfo.newCounter : null;
}

function hostOf(origin: string): string {
  return new URL(origin).hostname;
}
