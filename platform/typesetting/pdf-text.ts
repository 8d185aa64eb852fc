import { inflateSync } from 'node:zlib';

interface PdfObject {
  dictionary: string;
  stream: string;
}

/**
 * The text of each page of a PDF that our press printed, without spaces or order between the pieces. It knows no
 * more of the format than the press writes, and is there so that tests read the paper and not its plan.
 */
export function textOfPdf(pdf: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'));
  const pages = [...objects.values()].find(({ dictionary }) => dictionary.includes('/Type /Pages'));
  if (!pages) throw new TypeError('no pages in this file');
  return referencesIn(pages.dictionary, 'Kids').map((number) => textOfPage(objects, number));
}

function textOfPage(objects: Map<number, PdfObject>, number: number): string {
  const page = follow(objects, number);
  const [contents] = referencesIn(page.dictionary, 'Contents');
  const glyphs = glyphsOf(objects, resourcesOf(objects, page.dictionary));
  let font = new Map<number, string>();
  let text = '';
  for (const { groups } of follow(objects, contents).stream.matchAll(shown)) {
    if (groups?.font !== undefined) font = glyphs.get(groups.font) ?? new Map();
    const codes = groups?.hex === undefined ? bytesOf(groups?.literal ?? '') : Buffer.from(groups.hex, 'hex');
    for (let at = 0; at + 1 < codes.length; at += 2) text += font.get(codes.readUInt16BE(at)) ?? '\u{FFFD}';
  }
  return text;
}

// A font is chosen, a string belongs to some key and is not shown, or a string is shown. Brackets that pair up
// stand in a string without escapes.
const shown =
  /\/(?<font>f\d+) [\d.]+ Tf|\/\w+ [(<][^\n]*|\((?<literal>(?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*)\)|<(?<hex>[0-9a-fA-F]+)>/gs;

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function bytesOf(literal: string): Buffer {
  const plain = literal.replace(/\\([0-7]{1,3}|.)/gs, (_, escaped: string) =>
    /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : (escapes[escaped] ?? escaped),
  );
  return Buffer.from(plain, 'latin1');
}

/** Per font name of the page, which text each glyph stands for. */
function glyphsOf(objects: Map<number, PdfObject>, resources: string): Map<string, Map<number, string>> {
  const fonts = new Map<string, Map<number, string>>();
  for (const [, name = '', number] of resources.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const [toUnicode] = referencesIn(follow(objects, Number(number)).dictionary, 'ToUnicode');
    const glyphs = new Map<number, string>();
    const pairs = /^<([0-9a-fA-F]{4})> <([0-9a-fA-F]+)>$/gm;
    for (const [, code = '', utf16 = ''] of follow(objects, toUnicode).stream.matchAll(pairs)) {
      glyphs.set(Number.parseInt(code, 16), Buffer.from(utf16, 'hex').swap16().toString('utf16le'));
    }
    fonts.set(name, glyphs);
  }
  return fonts;
}

/** The dictionary of the page's resources, whether it stands in the page or elsewhere. */
function resourcesOf(objects: Map<number, PdfObject>, page: string): string {
  const [elsewhere] = referencesIn(page, 'Resources');
  return elsewhere === undefined ? page : follow(objects, elsewhere).dictionary;
}

function referencesIn(dictionary: string, key: string): number[] {
  const value = new RegExp(`/${key} (\\[[^\\]]*\\]|\\d+ 0 R)`).exec(dictionary)?.[1] ?? '';
  return [...value.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
}

function follow(objects: Map<number, PdfObject>, number: number | undefined): PdfObject {
  const object = number === undefined ? undefined : objects.get(number);
  if (!object) throw new TypeError(`no object ${number} in this file`);
  return object;
}

function objectsOf(file: string): Map<number, PdfObject> {
  const objects = new Map<number, PdfObject>();
  const begins = /(\d+) 0 obj\n/g;
  for (let begin = begins.exec(file); begin; begin = begins.exec(file)) {
    const end = file.indexOf('endobj', begins.lastIndex);
    const body = file.slice(begins.lastIndex, end);
    const at = body.indexOf('stream\n');
    const dictionary = at < 0 ? body : body.slice(0, at);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const from = begins.lastIndex + at + 'stream\n'.length;
    const stream = at < 0 ? '' : file.slice(from, from + length);
    objects.set(Number(begin[1]), { dictionary, stream: unpack(dictionary, stream) });
    begins.lastIndex = at < 0 ? end : from + length;
  }
  return objects;
}

function unpack(dictionary: string, stream: string): string {
  if (!dictionary.includes('/FlateDecode')) return stream;
  return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
}
