import type { Planting } from '../planting.ts';
import { openCase } from './case-api.ts';
import { noteGap } from './gap-api.ts';
import { askCaseHandover } from './handover-api.ts';
import { writeNote } from './note-api.ts';
import { addKin, addTie } from './picture-api.ts';
import { setTask } from './task-api.ts';

type Note = { key: string; day: string; who: 'keiko' | 'wataru' | null } & Pick<
  Parameters<typeof noteOf>[1],
  'way' | 'with_whom' | 'outcome' | 'words'
>;

const notes: readonly Note[] = [
  {
    key: 'first',
    day: '2025-11-19',
    who: 'keiko',
    way: 'came',
    with_whom: 'person',
    outcome: 'spoke',
    words: '来所。話せてほっとしたとのこと。週に一度、電話で話す約束をした。',
  },
  {
    key: 'door',
    day: '2025-12-03',
    who: 'wataru',
    way: 'visit',
    with_whom: 'person',
    outcome: 'attempt',
    words: '部屋の前で自己紹介。返事はなかった。手紙を置いた。',
  },
  {
    key: 'no',
    day: '2025-12-17',
    who: 'wataru',
    way: 'visit',
    with_whom: 'family',
    outcome: 'declined',
    words: '「今はいい」と紙に書いてあったと、母から聞いた。',
  },
  {
    key: 'touch',
    day: '2026-01-14',
    who: 'wataru',
    way: 'message',
    with_whom: 'person',
    outcome: 'kept_touch',
    words: '動画づくりの会の案内を、手紙に入れて置いた。',
  },
  {
    key: 'phone',
    day: '2026-01-28',
    who: 'keiko',
    way: 'phone',
    with_whom: 'person',
    outcome: 'spoke',
    words: '手紙を部屋に持って入ったようだ、と明るい声。',
  },
];

function noteOf(
  id: Planting['id'],
  {
    key,
    day,
    who,
    ...said
  }: { key: string; day: string; who: string | null } & {
    way: 'came' | 'visit' | 'message' | 'phone';
    with_whom: 'person' | 'family';
    outcome: 'spoke' | 'attempt' | 'declined' | 'kept_touch';
    words: string;
  },
) {
  return {
    ...said,
    case_id: id('case:nishida'),
    id: id(`note:nishida:${key}`),
    client_id: who && id(`client:${who}`),
    noted_on: day,
  };
}

/**
 * 恵子さんと航さん: one household, each with their own consent (their case is opened with the plan); and 石橋さん, whom two windows
 * know without each other.
 */
export async function plantHouseholdCases({ call, id }: Planting): Promise<void> {
  const nishida = id('case:nishida');
  for (const note of notes) await call('nakajima', `${note.day}T16:00:00+09:00`, writeNote, noteOf(id, note));
  const at = '2026-01-28T16:30:00+09:00';
  await call('nakajima', at, addKin, {
    case_id: nishida,
    id: id('kin:nishida'),
    relation: 'spouse',
    called: '夫（9年前に死去）',
    sex: 'male',
    died: true,
  });
  await call('nakajima', at, addTie, {
    case_id: nishida,
    id: id('tie:nishida:work'),
    client_id: id('client:keiko'),
    kind: 'work',
    called: 'パート先（見本）',
    strength: 'plain',
    flow: 'both',
  });
  await call('nakajima', at, addTie, {
    case_id: nishida,
    id: id('tie:nishida:video'),
    client_id: id('client:wataru'),
    kind: 'place',
    called: '動画の会（見本）',
    strength: 'wished',
    flow: 'gives',
  });
  await call('nakajima', at, setTask, {
    case_id: nishida,
    id: id('task:nishida'),
    words: '動画の会に、航さんが来たときのことを相談する',
    due_on: '2026-02-04',
  });
  await call('nakajima', at, noteGap, {
    case_id: nishida,
    id: id('gap:nishida'),
    words: '家から出ない若い人が、夜に名前を出さずに話せるところがない。',
    would_help: '夜に開いている、だれでも入れるオンラインの場',
  });
  await plantIshibashi({ call, id });
}

async function plantIshibashi({ call, id }: Pick<Planting, 'call' | 'id'>): Promise<void> {
  const at = '2026-01-29T11:00:00+09:00';
  await call('nakajima', at, openCase, {
    id: id('case:ishibashi'),
    intake_id: id('intake:ishibashi'),
    called: '見本のひとり暮らしの世帯',
  });
  await call('nakajima', at, askCaseHandover, {
    case_id: id('case:ishibashi'),
    id: id('handover:ishibashi'),
    receiver_id: id('body:社協'),
    words: 'ひとり暮らしの方の、買い物と庭の手入れのことをお願いしたいです（見本）。',
    due_on: '2026-02-05',
  });
}
