import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { settleWrittenContact } from '../../address-api.ts';
import type { WrittenContact } from '../../client-model.ts';

/** What colleagues wrote of how a person is reached while it was the keepers' to write: taken in, or laid aside. */
export function WrittenContacts({ written }: { written: readonly WrittenContact[] }) {
  if (written.length === 0) return null;
  return (
    <div className="mt-6 grid gap-4">
      <h3 className="text-std-18B-160">{m.cases_written_title()}</h3>
      <p>{m.cases_written_lead()}</p>
      {written.map((one) => {
        const when = formatInstant(one.written_at);
        return (
          <div key={one.id} className="grid gap-3 border-l-4 border-solid-gray-300 pl-4">
            <p className="text-std-16B-170">{m.cases_written_at({ when })}</p>
            <DescriptionList
              items={[
                { term: m.cases_label_address(), value: one.address },
                { term: m.cases_label_district(), value: one.district_name },
                { term: m.cases_label_phone(), value: one.phone },
                { term: m.cases_label_mobile(), value: one.mobile },
                { term: m.cases_label_email(), value: one.email },
                { term: m.cases_label_reaching(), value: one.reaching },
              ].filter(({ value }) => value !== null)}
            />
            <div className="flex flex-wrap gap-4">
              <CommandButton op={settleWrittenContact} input={{ id: one.id, take_in: true }}>
                {m.cases_written_take_in({ when })}
              </CommandButton>
              <CommandButton op={settleWrittenContact} input={{ id: one.id, take_in: false }}>
                {m.cases_written_lay_aside({ when })}
              </CommandButton>
            </div>
          </div>
        );
      })}
    </div>
  );
}
