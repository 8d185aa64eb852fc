import { useLoaderData, useNavigate } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { changeAudience, readNotice } from '../api.ts';
import { AudienceFields } from './shown/AudienceFields.tsx';

export async function loader(args: PageArgs) {
  const { signal } = args.request;
  const [notice, { districts }] = await Promise.all([
    call(readNotice, { id: partOf(args, 'id') }, { signal }),
    call(listDistricts, {}, { signal }),
  ]);
  return { notice, districts };
}

/** For whom a notice is, and in which days. */
export function Component() {
  const { notice, districts } = useLoaderData<typeof loader>();
  const { id, version, themes, district_ids, shown_from, shown_until } = notice;
  const { today } = useMe();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader
        title={m.notices_audience()}
        trail={[
          { label: m.notices_title(), to: '/notice-desk' },
          {
            label: notice.texts.find(({ language }) => language === 'ja')?.title ?? '',
            to: `/notice-desk/${id}`,
          },
        ]}
      />
      <Form
        op={changeAudience}
        also={{ id, version }}
        initial={{ themes, district_ids, shown_from, shown_until: shown_until ?? undefined }}
        submit={m.notices_save()}
        beside={
          <ButtonLink look="text" to={`/notice-desk/${id}`}>
            {m.notices_leave()}
          </ButtonLink>
        }
        done={() => navigate(`/notice-desk/${id}`, saying(m.notices_saved()))}
      >
        <AudienceFields districts={districts} today={today} />
      </Form>
    </>
  );
}
