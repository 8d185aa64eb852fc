import { readFileSync } from 'node:fs';
import * as m from '#messages';
import { Refusal } from '#platform/refusal.ts';

/** The ways out of the house: where letters are handed over, and the town's LINE account. */
export interface Channels {
  /** `smtp://` or `smtps://`, with name and password where the server asks for them. */
  readonly mail: {
    readonly server: string;
    readonly from: string;
    /** Takes what comes back, by addresses `name+…@host` of its own; none: what comes back goes to `from`, and is read by nobody here. */
    readonly returnTo?: string | undefined;
    /** So many letters in a row that were refused for good end a subscription. */
    readonly refusals?: number | undefined;
  } | null;
  /** Devices: who answers for what this house pushes (`mailto:…`), and the hosts of push services that it calls. */
  readonly push?: { readonly contact: string; readonly hosts: readonly string[] } | null;
  readonly line: { readonly token: string; readonly baseUrl: string | undefined } | null;
}

/** Push services of the browsers that are in use. Whatever else a browser names is not called. */
const knownPushHosts = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
];
const usualRefusals = 3;
const mostRefusalsEver = 20;

let opened: Channels = { mail: null, line: null };

/** Says once, at the start of a process, which ways out there are. */
export function openChannels(channels: Channels): void {
  opened = channels;
}

export function currentChannels(): Channels {
  return opened;
}

/** After so many refusals in a row an address is given up. */
export function mostRefusals(): number {
  return opened.mail?.refusals ?? usualRefusals;
}

/** Which of them there are, without their secrets. */
export function channelsOpen(): { mail: boolean; line: boolean; push: boolean } {
  return { mail: opened.mail !== null, line: opened.line !== null, push: Boolean(opened.push) };
}

/**
 * The ways out as the environment describes them: `KANAEAU_SMTP_URL`, `KANAEAU_SMTP_PASSWORD_FILE`, `KANAEAU_MAIL_FROM`,
 * `KANAEAU_MAIL_RETURN`, `KANAEAU_MAIL_REFUSALS`, `KANAEAU_PUSH_CONTACT`, `KANAEAU_PUSH_HOSTS`, `KANAEAU_LINE_TOKEN_FILE`, `KANAEAU_LINE_URL`.
 *
 * @throws Refusal when the mail is described by halves, or its address is none of SMTP
 */
export function readChannels(env: NodeJS.ProcessEnv): Channels {
  const { KANAEAU_SMTP_URL: server, KANAEAU_MAIL_FROM: from, KANAEAU_LINE_TOKEN_FILE: tokenFile } = env;
  if ((server || from) && !(server && from && isSmtp(server)))
    throw new Refusal('refused', m.notices_mail_halves());
  return {
    mail:
      server && from
        ? { server: withPassword(server, env.KANAEAU_SMTP_PASSWORD_FILE), from, ...readReturns(env) }
        : null,
    push: readPush(env),
    line: tokenFile
      ? { token: readFileSync(tokenFile, 'utf8').trim(), baseUrl: env.KANAEAU_LINE_URL || undefined }
      : null,
  };
}

function readReturns({
  KANAEAU_MAIL_RETURN: returnTo,
  KANAEAU_MAIL_REFUSALS: said,
}: NodeJS.ProcessEnv): Pick<NonNullable<Channels['mail']>, 'returnTo' | 'refusals'> {
  // The part before the @ grows by 45 signs, and may have 64.
  if (returnTo && !/^[\w.-]{1,18}@[\w.-]+$/.test(returnTo))
    throw new Refusal('refused', m.notices_mail_return());
  const refusals = said ? Number(said) : usualRefusals;
  if (!Number.isInteger(refusals) || refusals < 1 || refusals > mostRefusalsEver)
    throw new Refusal('refused', m.notices_mail_refusals());
  return { returnTo: returnTo || undefined, refusals };
}

function readPush({
  KANAEAU_PUSH_CONTACT: contact,
  KANAEAU_PUSH_HOSTS: said,
}: NodeJS.ProcessEnv): Channels['push'] {
  if (!contact) return null;
  const hosts = said ? said.split(/[\s,]+/).filter(Boolean) : knownPushHosts;
  const isHost = (one: string) => /^(\*\.)?[\w-]+(\.[\w-]+)*(:\d+)?$/.test(one);
  if (!/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(contact) || hosts.length === 0 || !hosts.every(isHost))
    throw new Refusal('refused', m.notices_push_settings());
  return { contact, hosts };
}

function isSmtp(server: string): boolean {
  return URL.canParse(server) && ['smtp:', 'smtps:'].includes(new URL(server).protocol);
}

function withPassword(server: string, file: string | undefined): string {
  if (!file) return server;
  const url = new URL(server);
  url.password = encodeURIComponent(readFileSync(file, 'utf8').trim());
  return url.toString();
}
