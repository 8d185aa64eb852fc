import type { Plugin } from 'vite';
import words from '../web/words.ja.json' with { type: 'json' };

/** Writes the two words that stand in `index.html` itself: its title and what is said without JavaScript. */
export function writeWords(): Plugin {
  return {
    name: 'write-words',
    transformIndexHtml: (html) =>
      html.replace('%title%', words.web_site_name).replace('%no-script%', words.web_no_script),
  };
}
