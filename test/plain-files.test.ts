import { inflateRawSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { operations } from '#domains/index.ts';
import type { BoundOperation } from '#platform/domain.ts';
import { listIds, poolFrom } from './interference/compare.ts';
import { askAbout, type Pool } from './interference/questions.ts';
import { cast, openTown } from './town.ts';

/** What goes out has to pass 無害化: nothing in it that runs, computes or reaches elsewhere. */
const town = await openTown('sample');
const formats = ['csv', 'html', 'pdf', 'xlsx'];

interface Taken {
  readonly operation: string;
  readonly type: string;
  readonly bytes: Buffer;
}

test('every file that goes out is plain: no macro, script, formula or link', async () => {
  const ids = await listIds(town);
  const pool = poolFrom(ids, ids, ['見本'], { hidden: 0, shared: 5 });
  const taken: Taken[] = [];
  for (const bound of operations.filter(({ declared }) => declared.file)) {
    taken.push(...(await takeAll(bound, pool)));
  }
  const faults = taken.flatMap(({ operation, type, bytes }) =>
    findFaults(type, bytes).map((fault) => `${operation} ${type}: ${fault}`),
  );
  expect(faults).toEqual([]);
  const kinds = new Set(taken.map(({ type }) => kindOf(type)));
  expect([...kinds].sort()).toEqual(['csv', 'html', 'pdf', 'xlsx', 'zip']);
  expect(new Set(taken.map(({ operation }) => operation)).size).toBeGreaterThan(7);
}, 240_000);

test('what is not plain is found', () => {
  expect(findFaults('text/csv', Buffer.from('名前\r\n=1+1\r\n'))).toHaveLength(1);
  expect(findFaults('text/html', Buffer.from('<p onclick="x()">'))).toHaveLength(1);
  expect(findFaults('application/pdf', Buffer.from('%PDF-1.7 /OpenAction'))).toHaveLength(1);
  expect(findFaults('image/svg+xml', Buffer.from('<svg/>'))).toEqual([
    'a kind of file that is not handed over',
  ]);
});

/** One file of each kind an operation makes, by the first post it is for and the first questions it answers. */
async function takeAll(bound: BoundOperation, pool: Pool): Promise<Taken[]> {
  const taken = new Map<string, Taken>();
  posts: for (const who of cast) {
    for (const question of askAbout(bound, { ...pool, words: [] })) {
      const asked = question.includes('format=')
        ? formats.map((format) => question.replace(/format=\w+/, `format=${format}`))
        : [question];
      for (const path of asked) {
        const response = await town.as(who).fetch(path);
        const type = response.headers.get('content-type') ?? '';
        const bytes = Buffer.from(await response.arrayBuffer());
        if (response.status === 403) continue posts;
        if (response.ok) taken.set(kindOf(type), { operation: bound.name, type, bytes });
      }
      if (taken.size > 0) break posts;
    }
  }
  return [...taken.values()];
}

function kindOf(type: string): string {
  return type.includes('spreadsheetml') ? 'xlsx' : (type.split(/[/;]/)[1] ?? type);
}

function findFaults(type: string, bytes: Buffer): string[] {
  switch (kindOf(type)) {
    case 'csv':
      return bytes
        .toString('utf8')
        .split(/\r\n|,/)
        .filter((cell) => /^"?[=+\-@]/.test(cell) && !/^-?[\d.]+$/.test(cell));
    case 'html':
      return (
        bytes.toString('utf8').match(/<script|\son\w+=|javascript:|<iframe|<object|src="https?:/gi) ?? []
      );
    case 'pdf':
      return (
        inflateStreams(bytes).match(/\/(JavaScript|JS|OpenAction|AA|Launch|EmbeddedFile|RichMedia|URI)\b/g) ??
        []
      );
    case 'xlsx':
      return findWorkbookFaults(bytes);
    case 'zip':
      return [...unzip(bytes)].flatMap(([name, paper]) =>
        name.endsWith('.pdf') ? findFaults('application/pdf', paper) : [`${name} is no paper`],
      );
    case 'jpeg':
    case 'png':
      return [];
    default:
      return ['a kind of file that is not handed over'];
  }
}

/** A PDF keeps most of itself in deflated streams. */
function inflateStreams(bytes: Buffer): string {
  let text = bytes.toString('latin1');
  for (const { index } of text.matchAll(/stream\r?\n/g)) {
    const start = index + (text[index + 6] === '\r' ? 8 : 7);
    try {
      text += inflateSync(bytes.subarray(start), { finishFlush: 2 }).toString('latin1');
    } catch {
      // Not deflated: a font or an image in another form, which was read above.
    }
  }
  return text;
}

function findWorkbookFaults(bytes: Buffer): string[] {
  const parts = unzip(bytes);
  const names = [...parts.keys()].filter((name) =>
    /vba|macro|external|activeX|embeddings|connections|calcChain/i.test(name),
  );
  const inside = [...parts].flatMap(
    ([name, part]) =>
      part
        .toString('utf8')
        .match(/<f[ >][^<]*<|TargetMode="External"|macroEnabled|<ddeLink|<hyperlink /g)
        ?.map((m) => `${name}: ${m}`) ?? [],
  );
  return parts.size === 0 ? ['no workbook'] : [...names, ...inside];
}

/** The parts of an archive, by its central directory. */
function unzip(bytes: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>();
  for (let at = bytes.readUInt32LE(bytes.length - 6); bytes.readUInt32LE(at) === 0x02014b50; ) {
    const [nameLength, more] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const head = bytes.readUInt32LE(at + 42);
    const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    parts.set(name, bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed);
    at += 46 + nameLength + more;
  }
  return parts;
}
