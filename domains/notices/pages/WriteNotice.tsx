import { useLoaderData, useNavigate } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { readNoticeWords, writeNotice } from '../api.ts';
import { longestText, longestTitle } from '../model.ts';
import { AudienceFields } from './shown/AudienceFields.tsx';
import { HardPlaces } from './shown/HardPlaces.tsx';

export async function loader({ request: { signal } }: PageArgs) {
  const [words, { districts }] = await Promise.all([
    call(readNoticeWords, {}, { signal }),
    call(listDistricts, {}, { signal }),
  ]);
  return { ...words, districts };
}

/** A new notice, in Japanese first; what is hard in it is told while one writes. */
export function Component() {
  const { rule, hard, districts } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.notices_write()}
        lead={m.notices_write_lead()}
        trail={[{ label: m.notices_title(), to: '/notice-desk' }]}
      />
      <Form
        op={writeNotice}
        mints="id"
        keeps
        initial={{ shown_from: today }}
        submit={m.notices_save()}
        beside={
          <ButtonLink look="text" to="/notice-desk">
            {m.notices_leave()}
          </ButtonLink>
        }
        done={({ id }) => navigate(`/notice-desk/${id}`, saying(m.notices_saved()))}
      >
        {({ title, words }) => (
          <>
            <TextField name="title" label={m.notices_label_title()} required maxLength={longestTitle} />
            <TextArea
              name="words"
              label={m.notices_label_words()}
              required
              rows={10}
              maxLength={longestText}
            />
            <HardPlaces title={String(title ?? '')} words={String(words ?? '')} rule={rule} hard={hard} />
            <AudienceFields districts={districts} today={today} />
          </>
        )}
      </Form>
    </>
  );
}
