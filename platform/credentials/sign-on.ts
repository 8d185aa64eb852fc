import { readFileSync } from 'node:fs';
import type { Configuration } from 'openid-client';
import * as m from '#messages';
import { log } from '../log.ts';
import { Refusal } from '../refusal.ts';
import { currentSite } from './site.ts';

/** A sign-on service of the town's own: an OpenID Connect provider (OpenID Connect Core 1.0, code flow). */
export interface SignOn {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string | null;
  /** What the button says one signs in with. */
  readonly name: string;
  /** Values of `amr` or `acr` that stand for a second factor; empty: none does, and ours is asked for. */
  readonly trusted: readonly string[];
}

interface Opened {
  readonly signOn: SignOn;
  /** What the provider says of itself; asked for once, and anew after it could not be reached. */
  configuration: Promise<Configuration> | undefined;
}

let opened: Opened | null = null;

/** Says once, at the start of a process, which service there is; null: none. */
export function openSignOn(signOn: SignOn | null): void {
  opened = signOn && { signOn, configuration: undefined };
}

/** What the service is called, or null where there is none. */
export function nameOfSignOn(): string | null {
  return opened?.signOn.name ?? null;
}

/**
 * The service as the environment describes it: `KANAEAU_OIDC_ISSUER`, `KANAEAU_OIDC_CLIENT_ID`,
 * `KANAEAU_OIDC_CLIENT_SECRET_FILE`, `KANAEAU_OIDC_NAME`, `KANAEAU_OIDC_TRUSTED` (words of `amr` or `acr`).
 *
 * @throws Refusal when it is described by halves, or its address is not https
 */
export function readSignOn(env: NodeJS.ProcessEnv): SignOn | null {
  const { KANAEAU_OIDC_ISSUER: issuer, KANAEAU_OIDC_CLIENT_ID: clientId } = env;
  if (!issuer && !clientId) return null;
  const secretFile = env.KANAEAU_OIDC_CLIENT_SECRET_FILE;
  if (!issuer || !clientId || !URL.canParse(issuer) || !isSafe(new URL(issuer)))
    throw new Refusal('refused', m.platform_sign_on_halves());
  return {
    issuer: new URL(issuer),
    clientId,
    clientSecret: secretFile ? readFileSync(secretFile, 'utf8').trim() : null,
    name: env.KANAEAU_OIDC_NAME ?? m.platform_sign_on_name(),
    trusted: env.KANAEAU_OIDC_TRUSTED?.split(/[\s,]+/).filter(Boolean) ?? [],
  };
}

/** What has to be kept until the answer comes. */
export interface SignOnQuestion {
  readonly address: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/**
 * Where a person goes to prove who they are, with PKCE (S256), state and nonce.
 *
 * @throws Refusal `refused` where there is no service, or it cannot be reached
 */
export async function askSignOn(): Promise<SignOnQuestion> {
  const { client, configuration } = await reach();
  const [state, nonce] = [client.randomState(), client.randomNonce()];
  const verifier = client.randomPKCECodeVerifier();
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: returnAddress().href,
    scope: 'openid',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  return { address: address.href, state, nonce, verifier };
}

/** Whom the service vouches for. */
export interface SignedOn {
  readonly issuer: string;
  readonly subject: string;
  /** It says that a second factor was shown, in a word we were told to trust. */
  readonly factorShown: boolean;
}

/**
 * Whom an answer of the service is about; null for one that does not fit what was asked.
 *
 * @param answer what stood behind the `?` of the address that the browser came back to
 * @throws Refusal `refused` where there is no service, or it cannot be reached
 */
export async function readSignOnAnswer(
  answer: string,
  { state, nonce, verifier }: Omit<SignOnQuestion, 'address'>,
): Promise<SignedOn | null> {
  const { client, configuration, trusted } = await reach();
  const came = returnAddress();
  came.search = answer;
  const claims = await client
    .authorizationCodeGrant(configuration, came, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    .then(
      (tokens) => tokens.claims(),
      (error: unknown) => {
        log('sign_on_answer_refused', { reason: error instanceof Error ? error.message : 'unknown' });
        return undefined;
      },
    );
  if (!claims) return null;
  const said = [claims.acr, ...(Array.isArray(claims.amr) ? claims.amr : [])];
  return {
    issuer: claims.iss,
    subject: claims.sub,
    factorShown: said.some((word) => typeof word === 'string' && trusted.includes(word)),
  };
}

/** Where one signs out of the service too; null where it has no such place, or cannot be reached now. */
export async function findSignOnExit(): Promise<string | null> {
  if (!opened) return null;
  try {
    const { client, configuration } = await reach();
    if (!configuration.serverMetadata().end_session_endpoint) return null;
    const back = new URL('/sign-in', currentSite().origin).href;
    return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: back }).href;
  } catch {
    return null;
  }
}

/** Seconds that somebody waits for the service. */
const patience = 5;

async function reach() {
  if (!opened) throw new Refusal('refused', m.platform_sign_on_none());
  const { signOn } = opened;
  const client = await import('openid-client');
  opened.configuration ??= client.discovery(
    signOn.issuer,
    signOn.clientId,
    undefined,
    signOn.clientSecret === null ? client.None() : client.ClientSecretBasic(signOn.clientSecret),
    {
      timeout: patience,
      execute: [
        // The signature of the ID token is checked, not only the connection it came over.
        client.enableNonRepudiationChecks,
        ...(signOn.issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
      ],
    },
  );
  try {
    return { client, configuration: await opened.configuration, trusted: signOn.trusted };
  } catch {
    opened.configuration = undefined;
    throw new Refusal('refused', m.platform_sign_on_unreachable());
  }
}

/** The page that the service sends the browser back to; it has to be registered there. */
function returnAddress(): URL {
  return new URL('/sign-in/return', currentSite().origin);
}

/** Without TLS only on this very machine. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(hostname));
}
