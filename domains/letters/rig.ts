import type { Town } from '#test/town.ts';

/** The public form as it was handed out: what it hides, and the page. */
export interface Handed {
  readonly hidden: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface Sent {
  readonly status: number;
  readonly text: string;
  /** Empty where none was given. */
  readonly receipt: string;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** The public form as a browser without scripts has it: opened, filled in by hand, sent. */
export function openPublicForm(town: Town) {
  const open = async (headers: Record<string, string> = {}): Promise<Handed> => {
    const text = await (await town.app.request('/tell-us', { headers })).text();
    const hidden = [...text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
    return { text, hidden: Object.fromEntries(hidden.map(([, name, value]) => [name, value])) };
  };
  const post = async (
    handed: Handed,
    fields: Fields,
    headers: Record<string, string> = {},
  ): Promise<Sent> => {
    const body = new URLSearchParams(handed.hidden as Record<string, string>);
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, String(one));
    }
    const response = await town.app.request('/tell-us', { method: 'POST', body, headers });
    const text = await response.text();
    return { status: response.status, text, receipt: /class="code-shown">([^<]+)</.exec(text)?.[1] ?? '' };
  };
  return {
    open,
    /** Sent at once, as no hand does. */
    post,
    /** Sent by a hand, which takes its time. */
    async send(fields: Fields, handed?: Handed): Promise<Sent> {
      const opened = handed ?? (await open());
      town.clock.now = new Date(town.clock.now.getTime() + 10_000);
      return post(opened, fields);
    },
  };
}

/** What the page says of a receipt. */
export async function readReceipt(town: Town, code: string): Promise<string> {
  const body = new URLSearchParams({ code });
  return (await town.app.request('/tell-us/receipt', { method: 'POST', body })).text();
}
