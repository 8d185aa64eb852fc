import { operations } from '#domains/index.ts';
import * as m from '#messages';
import type { BoundOperation } from '#platform/domain.ts';
import type { May } from '#platform/operation.ts';
import { nameRoles } from '../server/name-roles.ts';
import { type Flag, flagsOf, mintsId, ownOptions, toKebab } from './flags.ts';

/** Everything the terminal can do, on one page. */
export function describeAll(): string {
  const sections = [
    m.cli_usage(),
    m.cli_about(),
    list(m.cli_head_town(), [
      ['backup --out FILE', m.cli_backup_summary()],
      ['restore FILE', m.cli_restore_summary()],
      ['restore FILE --without-key', m.cli_option_without_key()],
      ['restore FILE --keep-tokens', m.cli_option_keep_tokens()],
      ['export --out DIR', m.cli_export_summary()],
      ['export --out FILE.tar', m.cli_export_file_summary()],
      ['import DIR|FILE.tar', m.cli_import_summary()],
      ['verify-audit [--root FILE]', m.cli_verify_summary()],
    ]),
    list(m.cli_head_print(), [
      ['report evaluation --plan CODE --format pdf|html|csv --out FILE', m.cli_report_summary()],
    ]),
    list(
      m.cli_head_operations(),
      operations.map(({ name, declared }) => [
        `${toKebab(name)}${mayLocally(declared.may) ? ' *' : ''}`,
        declared.summary(),
      ]),
    ),
    list(m.cli_head_options(), describeOwn()),
    m.cli_note(),
  ];
  return `${sections.join('\n\n')}\n`;
}

/** One operation: what it does, who may, and the flags that follow from its input. */
export function describeOne({ name, declared }: BoundOperation): string {
  const flags = flagsOf(declared).filter(({ flag }) => !(flag.slice(2) in ownOptions));
  const sections = [
    `kanaeau ${toKebab(name)}`,
    declared.summary(),
    m.cli_who_may({ who: nameWho(declared.may) }),
    ...(flags.length > 0
      ? [
          list(
            m.cli_head_fields(),
            flags.map((flag) => describeFlag(flag, mintsId(declared))),
          ),
        ]
      : []),
    list(m.cli_head_options(), describeOwn()),
  ];
  return `${sections.join('\n\n')}\n`;
}

function describeFlag(
  { flag, field, kind, list: many, required, values }: Flag,
  minted: boolean,
): readonly [string, string] {
  const kinds = {
    text: m.cli_kind_text,
    number: m.cli_kind_number,
    boolean: m.cli_kind_boolean,
    json: m.cli_kind_json,
    file: m.cli_kind_file,
  };
  const one = values.length > 0 ? values.join(' | ') : kinds[kind]();
  const what = many ? m.cli_kind_list({ kind: one }) : one;
  if (field === 'id' && minted) return [flag, `${what}（${m.cli_minted()}）`];
  return [flag, required ? `${what}（${m.cli_required()}）` : what];
}

function describeOwn(): (readonly [string, string])[] {
  return [
    ['--json JSON', m.cli_option_json()],
    ['--out FILE', m.cli_option_out()],
    ['--call UUID', m.cli_option_call()],
    ['--token TOKEN', m.cli_option_token()],
    ['--url URL', m.cli_option_url()],
    ['--help', m.cli_option_help()],
  ];
}

function mayLocally(may: May): boolean {
  return may === 'anyone' || may === 'signed_in' || may.includes('operator');
}

function nameWho(may: May): string {
  if (may === 'anyone') return m.cli_anyone();
  if (may === 'signed_in') return m.cli_signed_in();
  return nameRoles(may);
}

function list(head: string, rows: readonly (readonly [string, string])[]): string {
  const width = Math.min(34, Math.max(...rows.map(([left]) => left.length)));
  const lines = rows.map(([left, right]) =>
    left.length > width ? `  ${left}\n  ${' '.repeat(width)}  ${right}` : `  ${left.padEnd(width)}  ${right}`,
  );
  return [head, ...lines].join('\n');
}
