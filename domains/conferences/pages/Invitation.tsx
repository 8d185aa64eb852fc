import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { confirmSecrecy, readInvitation } from '../api.ts';
import { secrecyText } from '../model.ts';

export function loader(args: PageArgs) {
  return call(readInvitation, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** What one is invited to, and the duty of secrecy: the item opens once it is undertaken. */
export function Component() {
  const invitation = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const { conference, item_id } = invitation;
  const day = formatDay(conference.held_on);
  return (
    <>
      <PageHeader
        title={m.conferences_invitation_title({ kind: invitation.kind_name })}
        trail={[
          { label: m.conferences_title(), to: '/conferences' },
          {
            label: m.conferences_sitting_title({ day, time: conference.starts_at }),
            to: `/conferences/${conference.id}`,
          },
        ]}
      />
      <Section heading={m.conferences_invitation_what()}>
        <DescriptionList
          items={[
            {
              term: m.conferences_when(),
              value: m.conferences_day_time({ day, time: conference.starts_at }),
            },
            { term: m.conferences_place(), value: conference.place },
            { term: m.conferences_caller(), value: invitation.body_name },
            {
              term: m.conferences_kind(),
              value: m.conferences_kind_law({ kind: invitation.kind_name, law: invitation.law }),
            },
          ]}
        />
      </Section>
      <Section heading={m.conferences_secrecy_heading()}>
        {secrecyText
          .words()
          .split('\n')
          .map((line) => (
            <p key={line} className="max-w-176">
              {line}
            </p>
          ))}
        {invitation.confirmed ? (
          <p>
            <ButtonLink look="solid" to={`/conference-items/${item_id}`}>
              {m.conferences_open_item()}
            </ButtonLink>
          </p>
        ) : (
          <Form
            op={confirmSecrecy}
            mints="id"
            also={{ seat_id: invitation.id, text_version: secrecyText.version }}
            submit={m.conferences_confirm_submit()}
            done={() => navigate(`/conference-items/${item_id}`, saying(m.conferences_confirmed_done()))}
          >
            <Checkbox name="understood" label={m.conferences_label_understood()} required />
          </Form>
        )}
      </Section>
    </>
  );
}
