import { issueDisclosureKey } from '#domains/disclosures/api.ts';
import { receiveRequest } from '#domains/disclosures/request-api.ts';
import { inventClient } from '../clients.ts';
import type { Town } from '../town.ts';
import type { Change } from './changes.ts';

/** Codes for one's own record, what is asked with them, and statutory requests: each with the body that has the record. */
export function listDisclosureChanges(n: number): Change[] {
  return [
    {
      name: 'a person of another window gets a code, and asks',
      seenBy: ['nakano', 'nakajima'],
      make: async (town) => {
        const code = await issue(town, n);
        const typed = { id: town.id(`asked:${n}`), kind: 'ask', words: `かくれた質問 ${n}` };
        await town.app.request('/my-record/questions', {
          method: 'POST',
          body: new URLSearchParams({ code, ...typed }),
        });
      },
    },
    {
      name: 'another body receives a statutory request',
      seenBy: ['mori'],
      make: async (town) => {
        await town.as('mori').call(receiveRequest, {
          id: town.id(`request:${n}`),
          kind: 'disclose',
          way: 'desk',
          requester_name: `見本 かくれ${n}`,
          requester_is: 'person',
          checked: 'card',
          words: `かくれた請求 ${n}`,
          received_on: '2026-02-02',
        });
      },
    },
  ];
}

async function issue(town: Town, n: number): Promise<string> {
  const about_id = await inventClient(town, '生活自立支援センター', { name: `見本 かくれ${n}` });
  const { secret_code } = await town.as('nakano').call(issueDisclosureKey, {
    id: town.id(`key:${n}`),
    about: 'client',
    about_id,
    given_to: 'person',
    checked: 'card',
  });
  return secret_code;
}
