/** What proofs of identity need to know of the house they are given in. */
export interface Site {
  /** Seals shared secrets in the database: 32 bytes, kept outside of it. */
  readonly sealingKey: Buffer;
  /** The address people open, e.g. `https://kanaeau.example.jp`. Passkeys are bound to its host name. */
  readonly origin: string;
  /** What an authenticator shows as the place a secret is for. */
  readonly name: string;
}

let opened: Site | undefined;

/** Says once, at the start of a process and before the first call, what house this is. */
export function openSite(site: Site): void {
  if (site.sealingKey.length !== 32) throw new Error('a sealing key has 32 bytes');
  opened = site;
}

/** @throws Error when the process was started without `openSite` */
export function currentSite(): Site {
  if (!opened) throw new Error('openSite has not been called');
  return opened;
}
