import type { Town } from '#test/town.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface Answered {
  readonly status: number;
  readonly text: string;
  /** The receipt that is shown; empty where none is. */
  readonly receipt: string;
}

/** The form of wishes as a browser without scripts has it. `path` is the link of a card, or the page without one. */
export function openWishForm(town: Town) {
  const send = async (path: string, fields: Fields): Promise<Answered> => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, String(one));
    const response = await town.app.request(path, { method: 'POST', body });
    const text = await response.text();
    return { status: response.status, text, receipt: /class="code-shown">([^<]+)</.exec(text)?.[1] ?? '' };
  };
  const pass = (seconds: number) => {
    town.clock.now = new Date(town.clock.now.getTime() + seconds * 1000);
  };
  return {
    /** Opened, filled in by a hand, which takes its time, and sent. */
    async write(fields: Fields, path = '/wish-card', seconds = 10): Promise<Answered> {
      const text = await (await town.app.request(path)).text();
      const hidden = [...text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
      pass(seconds);
      return send('/wish-card', {
        ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])),
        ...fields,
      });
    },
    follow: (code: string) => send('/wish-card/receipt', { code }),
    change: (code: string, fields: Fields) => {
      pass(10);
      return send('/wish-card/change', { code, ...fields });
    },
    takeBack: (code: string) => {
      pass(10);
      return send('/wish-card/withdrawal', { code });
    },
  };
}
