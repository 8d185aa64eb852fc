import * as m from '#messages';
import type { DefaultBasis } from './bases.ts';
import type { Ground, Purpose, Telling } from './model.ts';

/**
 * The bases on which a new town provides records of single persons: sender × receiver × purpose. Windows, the council and
 * other private bodies stand under article 27 of 個人情報の保護に関する法律, sections of the city under article 69. How the law
 * applies here is each town's to confirm.
 */
export const personBases: readonly DefaultBasis[] = [
  ...agreed(60, 'window', m.consent_law_27_consent, ['window', 'city_section', 'other']),
  ...agreed(63, 'council', m.consent_law_27_consent, ['window', 'city_section', 'other']),
  ...agreed(66, 'city_section', m.consent_law_69_consent, ['window', 'city_section', 'other']),
  ...agreed(69, 'other', m.consent_law_27_consent, ['window', 'city_section', 'council']),
  ...watched(72, 'window', m.consent_law_27_consent),
  ...watched(74, 'city_section', m.consent_law_69_consent),
  ...inDanger(80, 'window', m.consent_law_27_danger, [
    'window',
    'city_section',
    'council',
    'commissioner_council',
    'other',
  ]),
  ...inDanger(85, 'council', m.consent_law_27_danger, ['window', 'city_section', 'other']),
  ...inDanger(88, 'city_section', m.consent_law_69_danger, [
    'window',
    'city_section',
    'commissioner_council',
    'other',
  ]),
  ...inDanger(92, 'other', m.consent_law_27_danger, ['window', 'city_section', 'council']),
  // 支援会議: the city calls it; its members give what is needed and are given what the others know.
  ...conferring(100, ['window', 'council', 'commissioner_council', 'other'], ['city_section']),
  ...conferring(104, ['window', 'council', 'other'], ['window', 'council', 'other']),
  needy(113, 'window', 'city_section'),
  needy(114, 'council', 'city_section'),
  needy(115, 'window', 'window'),
  needy(116, 'window', 'council'),
  ...reporting(120, ['window', 'council', 'district_council', 'commissioner_council', 'other']),
  ...children(130, ['window', 'council', 'other']),
];

type Law = () => string;

function agreed(first: number, from: string, law: Law, receivers: readonly string[]): DefaultBasis[] {
  return receivers.map((to, i) => basis(first + i, from, to, 'support', 'consent', law, 'now'));
}

function watched(first: number, from: string, law: Law): DefaultBasis[] {
  return ['commissioner_council', 'district_council'].map((to, i) =>
    basis(first + i, from, to, 'watching', 'consent', law, 'now'),
  );
}

function inDanger(first: number, from: string, law: Law, receivers: readonly string[]): DefaultBasis[] {
  return receivers.map((to, i) => basis(first + i, from, to, 'danger', 'danger', law, 'after_decision'));
}

function conferring(first: number, senders: readonly string[], receivers: readonly string[]): DefaultBasis[] {
  return senders
    .flatMap((from) => receivers.map((to) => ({ from, to })))
    .map(({ from, to }, i) =>
      basis(first + i, from, to, 'conference', 'statute', m.consent_law_106_6, 'after_decision'),
    );
}

function needy(n: number, from: string, to: string): DefaultBasis {
  const one = basis(n, from, to, 'conference', 'statute', m.consent_law_needy_9, 'after_decision');
  return { ...one, code: `${one.code}-needy` };
}

/** 虐待の通報: whoever is reported, or lives with them, is not told. */
function reporting(first: number, senders: readonly string[]): DefaultBasis[] {
  return senders.map((from, i) =>
    basis(first + i, from, 'city_section', 'abuse', 'statute', m.consent_law_abuse, 'never'),
  );
}

function children(first: number, senders: readonly string[]): DefaultBasis[] {
  return senders.map((from, i) =>
    basis(first + i, from, 'city_section', 'child', 'statute', m.consent_law_child_25_2, 'never'),
  );
}

/** A basis by its number, which is its id for ever. */
export function basis(
  n: number,
  from: string,
  to: string,
  purpose: Purpose,
  ground: Ground,
  law: Law,
  told: Telling,
): DefaultBasis {
  const id = `018716f0-0000-7000-8000-${String(n).padStart(12, '0')}`;
  return { id, code: `${from}-${to}-${purpose}-${ground}`, from, to, purpose, ground, law, told };
}
