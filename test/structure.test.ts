import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyRole } from '#domains/disclosures/model.ts';
import { operations } from '#domains/index.ts';
import { letterboxRole } from '#domains/letters/model.ts';
import { courierRole } from '#domains/phones/model.ts';
import { roles } from '#domains/posts/model.ts';
import { projectFolder } from '#platform/house.ts';
import { isCommand } from '#platform/operation.ts';
import { rooms } from '../db/order.ts';
import { openTown } from './town.ts';

const tops = ['domains', 'platform', 'ui', 'web', 'field', 'server', 'cli', 'db', 'test', 'bench', 'scripts'];
const files = tops.flatMap((top) => listFiles(join(projectFolder, top)));
const sources = files.filter((file) => /\.(ts|tsx|css|sql|js)$/.test(file));

describe('the house', () => {
  test('no source file is longer than 300 lines', () => {
    const long = sources
      .filter((file) => !file.startsWith('db/migrations/'))
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  test('no file is named after a technique or after nothing', () => {
    const names =
      /(^|[-_.])(utils?|helpers?|manager|misc|info|common|service|repository|dto|mapper|store)([-_.]|$)/i;
    expect(files.filter((file) => names.test(basename(file)))).toEqual([]);
  });

  test('platform and ui know no word of the domains', () => {
    const strays = sources
      .filter((file) => /^(platform|ui)\//.test(file) && !isTest(file))
      .filter((file) => importsOf(file).some((name) => name.startsWith('#domains/')));
    expect(strays).toEqual([]);
  });

  test('a domain calls only the domains before it in the table of contents', () => {
    const order = rooms.filter((room) => room.startsWith('domains/')).map((room) => room.slice(8));
    const upward: string[] = [];
    for (const file of sources.filter(
      (f) => f.startsWith('domains/') && !isTest(f) && !f.includes('/pages/'),
    )) {
      const own = file.split('/')[1] ?? '';
      if (!order.includes(own)) continue;
      for (const name of importsOf(file)) {
        const other = name.match(/^#domains\/(\w+)\//)?.[1];
        if (other && other !== own && order.indexOf(other) > order.indexOf(own))
          upward.push(`${file} → ${name}`);
      }
    }
    expect(upward).toEqual([]);
  });

  test('what a person reads stands in the catalogue, not in the code', () => {
    const written = sources
      .filter((file) => /\.(ts|tsx)$/.test(file) && !isTest(file))
      .filter((file) => !/^(test|bench|scripts)\/|fixtures|sample-town|\/rig\.ts$|\.config\.ts$/.test(file))
      .filter((file) => /[぀-ヿ一-鿿]/.test(stripComments(read(file))));
    expect(written.filter((file) => !japaneseIsTheSubject.has(file))).toEqual([]);
  });

  test('SQL of a room stands under its few names', () => {
    const strays = files.filter(
      (file) =>
        /^domains\/.*\.sql$/.test(file) && !/^(.+-)?(tables|policies|gate)\.sql$/.test(basename(file)),
    );
    expect(strays).toEqual([]);
  });

  // Of what is typed for a conference no copy outlives the item (docs/gate.md).
  test('what is written about people stays through a reload and an ended session, but for conferences', () => {
    const about = ['cases', 'consent', 'disclosures', 'disposals', 'letters', 'returns'];
    const forms = (room: string) =>
      sources
        .filter((path) => path.startsWith(`domains/${room}/pages/`) && path.endsWith('.tsx'))
        .flatMap((path) =>
          read(path)
            .split(/<Form\s/)
            .slice(1)
            .map((text) => text.split('</Form>')[0] ?? '')
            .filter((text) => text.includes('<TextArea'))
            .map((text) => ({ path, keeps: /\bkeeps\b/.test(text.split(/\n\s*(?:<|\{\()/)[0] ?? '') })),
        );
    const written = about.flatMap(forms);
    expect(written.length).toBeGreaterThan(20);
    expect(written.filter(({ keeps }) => !keeps)).toEqual([]);
    expect(forms('conferences').filter(({ keeps }) => keeps)).toEqual([]);
  });

  test('every domain says in a README what it is', () => {
    const domains = [
      ...new Set(files.filter((f) => f.startsWith('domains/')).map((f) => dirname(f).split('/')[1])),
    ].filter((name) => name !== undefined);
    expect(domains.filter((name) => !files.includes(`domains/${name}/README.md`))).toEqual([]);
  });
});

describe('the table of operations', () => {
  test('names and routes are unique', () => {
    const names = operations.map((o) => o.name);
    const routes = operations.map((o) => o.declared.route.replace(/:\w+/g, ':'));
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    expect(routes.filter((route, i) => routes.indexOf(route) !== i)).toEqual([]);
  });

  test('who may is written in roles that exist', () => {
    const unknown = operations.flatMap(({ name, declared }) =>
      typeof declared.may === 'string'
        ? []
        : declared.may
            .filter(
              (role) =>
                role !== keyRole &&
                role !== letterboxRole &&
                role !== courierRole &&
                !(roles as readonly string[]).includes(role),
            )
            .map((role) => `${name}: ${role}`),
    );
    expect(unknown).toEqual([]);
  });

  test('every command is audited', () => {
    expect(
      operations.filter((o) => isCommand(o.declared) && o.declared.audit === null).map((o) => o.name),
    ).toEqual([]);
  });
});

describe('the gate', async () => {
  const town = await openTown('empty');

  test('every table forces row-level security and has a policy', async () => {
    const open = await town.look(`
      select c.relname from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
        and c.relname not in ('schema_versions', 'schema_rules')
        and (not c.relrowsecurity or not c.relforcerowsecurity
          or not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname))`);
    expect(open).toEqual([]);
  });

  test('every row about a person has a retention class, and a holder unless it is an account', async () => {
    const without = await town.look(`
      select c.table_name from information_schema.columns c
      where c.table_schema = 'public' and c.column_name in ('party_id', 'household_id', 'name_hash', 'account_id', 'phone')
        and c.table_name not in ('calls', 'audit_inbox', 'audit_entries', 'sign_in_failures')
      group by c.table_name
      having not exists (select from information_schema.columns r
        where r.table_schema = 'public' and r.table_name = c.table_name and r.column_name = 'retention_class')`);
    expect(without.map((row) => row.table_name)).toEqual([]);
  });

  // Of a row that is inserted, who acts may be asked in place: no sub-select to set up, and few rows to ask it for.
  test('policies ask only uncorrelated questions', async () => {
    const policies = await town.look<{
      tablename: string;
      policyname: string;
      cmd: string;
      qual: string;
      with_check: string;
    }>(
      "select tablename, policyname, cmd, coalesce(qual, '') as qual, coalesce(with_check, '') as with_check from pg_policies where schemaname = 'public'",
    );
    const whoActs = /gate\.(actor_\w+|own_entries_from)\(\)/g;
    const bare = policies.filter(({ cmd, qual, with_check }) =>
      [qual, cmd === 'SELECT' || cmd === 'UPDATE' ? with_check : with_check.replace(whoActs, '')].some(
        (text) =>
          /gate\.\w+\(/.test(
            text.replace(/\( ?SELECT gate\.\w+\([^()]*(\([^()]*\)[^()]*)*\)( AS \w+)?\)/g, ''),
          ),
      ),
    );
    expect(bare.map(({ tablename, policyname }) => `${tablename}: ${policyname}`)).toEqual([]);
  });

  test('the app owns nothing and cannot pass the gate by', async () => {
    const [app] = await town.look(
      "select rolsuper, rolbypassrls from pg_roles where rolname = 'kanaeau_app'",
    );
    expect(app).toEqual({ rolsuper: false, rolbypassrls: false });
    expect(await town.look("select relname from pg_class where relowner = 'kanaeau_app'::regrole")).toEqual(
      [],
    );
  });
});

/** Files whose subject is Japanese writing itself: kana order, encodings, eras. */
const japaneseIsTheSubject = new Set([
  'domains/escalations/day-lines.ts',
  'domains/parties/kana.ts',
  'domains/parties/model.ts',
  'domains/ledgers/read-day.ts',
  'domains/ledgers/read-word.ts',
  'domains/ledgers/writing.ts',
  'domains/open-data/read-cell.ts',
  'domains/wishes/words/find-phrases.ts',
  'domains/wishes/words/suggest-tags.ts',
  'platform/typesetting/paper.ts',
  'platform/perform.ts',
  'platform/calendar.ts',
  'platform/csv.ts',
]);

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)));
  } catch {
    return [];
  }
}

function read(file: string): string {
  return readFileSync(join(projectFolder, file), 'utf8');
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file) || file.startsWith('test/');
}

function importsOf(file: string): string[] {
  return [...read(file).matchAll(/from '([^']+)'|import\('([^']+)'\)/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
