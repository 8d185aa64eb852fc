import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Notice } from '#ui/Notice.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { mergeHouseholds, readHousehold } from '../api.ts';
import { Leave } from './shown/Leave.tsx';
import { type Opened, openHousehold } from './shown/opened.ts';
import { PartHeader } from './shown/PartHeader.tsx';
import { SideBySide } from './shown/SideBySide.tsx';
import { WhereAllowed } from './shown/WhereAllowed.tsx';
import { describeContent } from './shown/wording.ts';

export async function loader(args: PageArgs) {
  const [one, other] = await Promise.all([
    openHousehold(args),
    call(readHousehold, { id: partOf(args, 'other') }, { signal: args.request.signal }),
  ]);
  return { one, other };
}

/** Two entries side by side, and which of them goes on. Nothing of either is changed, so that it can be undone. */
export function Component() {
  const { one, other } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const between = `/households/${one.id}/doubles`;
  return (
    <>
      <PartHeader
        household={one}
        part={m.parties_merge_part()}
        lead={m.parties_merge_lead()}
        between={[{ label: m.parties_doubles(), to: between }]}
      />
      <div className="mb-8">
        <SideBySide
          caption={m.parties_merge_part()}
          heads={[one.number, other.number]}
          rows={describe(one).map(({ term, value }, index) => ({
            term,
            values: [value, describe(other)[index]?.value ?? null],
          }))}
        />
      </div>
      <WhereAllowed act="merge" household={one}>
        {one.id === other.id ? (
          <Notice tone="info">{m.parties_refused_merge_same()}</Notice>
        ) : (
          <Form
            op={mergeHouseholds}
            mints="id"
            submit={m.parties_merge_submit()}
            reshape={({ kept_id, reason }) => ({
              alias_id: kept_id === one.id ? other.id : one.id,
              ...(kept_id ? { kept_id: String(kept_id) } : {}),
              ...(reason ? { reason: String(reason) } : {}),
            })}
            beside={<Leave to={between} />}
            done={() => navigate(`/households/${one.id}`, saying(m.parties_merge_done()))}
          >
            <RadioGroup
              name="kept_id"
              label={m.parties_merge_kept()}
              hint={m.parties_merge_kept_hint()}
              required
              choices={[one, other].map((household) => ({
                value: household.id,
                label: m.parties_alias(household),
              }))}
            />
            <TextArea
              name="reason"
              label={m.parties_why_merged()}
              hint={m.parties_why_merged_hint()}
              required
              rows={2}
              maxLength={500}
            />
          </Form>
        )}
      </WhereAllowed>
    </>
  );
}

function describe(household: Opened) {
  const { members, closed_on, district } = household;
  const present = members.filter(({ ends_on }) => ends_on === null);
  return [
    ...describeContent(household),
    { term: m.parties_people(), value: present.map(({ name }) => name).join(m.parties_join()) || null },
    { term: m.parties_district(), value: district.name },
    {
      term: m.parties_entry(),
      value: closed_on ? m.parties_closed_on({ day: formatDay(closed_on) }) : m.parties_state_open(),
    },
  ];
}
