import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll } from 'vitest';

/** A small OpenID Connect provider: discovery, code flow with PKCE, signed ID tokens, sign-out. Real HTTP, real signatures. */
export interface Provider {
  readonly issuer: string;
  /** Who sits before its screen: put into every ID token from now on. */
  person: { sub: string; amr?: string[]; acr?: string };
  /** Spoils what it answers, to see that it is noticed. */
  spoil: 'nothing' | 'signature' | 'nonce' | 'audience' | 'issuer';
  /** Heard before a question of the server is answered. */
  listener: (() => Promise<void>) | null;
  /** How often somebody was sent to sign out. */
  readonly signedOut: { times: number };
}

interface Granted {
  readonly nonce: string;
  readonly challenge: string;
  readonly redirect: string;
}

export const clientId = 'kanaeau-test';
export const clientSecret = 'only-for-tests';

/** Opens one on a port of this machine, until the tests of the file are over. */
export async function openProvider(): Promise<Provider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const codes = new Map<string, Granted>();
  const server = createServer((request, response) => void answer(request, response));
  const issuer = await listen(server);
  const provider: Provider = {
    issuer,
    person: { sub: 'somebody' },
    spoil: 'nothing',
    listener: null,
    signedOut: { times: 0 },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    if (!pathname.startsWith('/authorize')) await provider.listener?.();
    if (pathname === '/.well-known/openid-configuration') return tell(response, describe(issuer));
    if (pathname === '/keys')
      return tell(response, {
        keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
      });
    if (pathname === '/authorize') return grant(searchParams, response);
    if (pathname === '/token') return exchange(await readBody(request), request, response);
    if (pathname === '/sign-out') {
      provider.signedOut.times += 1;
      return leave(response, searchParams.get('post_logout_redirect_uri') ?? issuer);
    }
    response.writeHead(404).end();
  }

  function grant(asked: URLSearchParams, response: ServerResponse): void {
    const fits =
      asked.get('response_type') === 'code' &&
      asked.get('client_id') === clientId &&
      asked.get('code_challenge_method') === 'S256';
    const [redirect, nonce, challenge] = ['redirect_uri', 'nonce', 'code_challenge'].map((part) =>
      asked.get(part),
    );
    if (!fits || !redirect || !nonce || !challenge) return void response.writeHead(400).end();
    const code = randomUUID();
    codes.set(code, { nonce, challenge, redirect });
    const back = new URL(redirect);
    back.search = new URLSearchParams({ code, state: asked.get('state') ?? '', iss: issuer }).toString();
    leave(response, back.href);
  }

  function exchange(form: URLSearchParams, request: IncomingMessage, response: ServerResponse): void {
    const code = form.get('code') ?? '';
    const granted = codes.get(code);
    codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (
      !granted ||
      !isClient(request, form) ||
      granted.redirect !== form.get('redirect_uri') ||
      granted.challenge !== challenge
    ) {
      tell(response, { error: 'invalid_grant' }, 400);
      return;
    }
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: provider.spoil === 'issuer' ? 'https://elsewhere.example' : issuer,
      aud: provider.spoil === 'audience' ? 'another-program' : clientId,
      nonce: provider.spoil === 'nonce' ? 'another' : granted.nonce,
      ...{ iat: now, exp: now + 60, ...provider.person },
    };
    const key = provider.spoil === 'signature' ? stranger : privateKey;
    const text = [{ alg: 'RS256', kid: 'one' }, claims].map(encode).join('.');
    const id_token = `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`;
    tell(response, { access_token: randomUUID(), token_type: 'Bearer', expires_in: 60, id_token });
  }

  return provider;
}

function describe(issuer: string): object {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    end_session_endpoint: `${issuer}/sign-out`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  };
}

/** With a secret, both halves are written as a form is, before they are put together (RFC 6749, 2.3.1). */
function isClient({ headers }: IncomingMessage, form: URLSearchParams): boolean {
  if (!headers.authorization) return form.get('client_id') === clientId;
  const [, proof = ''] = headers.authorization.match(/^Basic (.+)$/) ?? [];
  const halves = Buffer.from(proof, 'base64').toString().split(':').map(decodeURIComponent);
  return halves[0] === clientId && halves[1] === clientSecret;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

function tell(response: ServerResponse, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function leave(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}

async function readBody(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return new URLSearchParams(text);
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the provider has no port');
  return `http://127.0.0.1:${address.port}`;
}
