import type { Plugin } from 'vite';
import field from '../field/words.ja.json' with { type: 'json' };
import web from '../web/words.ja.json' with { type: 'json' };

const titles = { web: web.web_site_name, field: field.field_title };

/** Writes the two words that stand in `index.html` itself: its title and what is said without JavaScript. */
export function writeWords(app: keyof typeof titles): Plugin {
  return {
    name: 'write-words',
    transformIndexHtml: (html) =>
      html.replace('%title%', titles[app]).replace('%no-script%', web.web_no_script),
  };
}
