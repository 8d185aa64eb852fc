import { useState } from 'react';
import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { CallRefused, call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { fillVacancy, givePost, listPosts, listVacancies, type PrintedPerson } from '../api.ts';
import { PrintedCodes } from './shown/PrintedCodes.tsx';
import { writeHat } from './shown/wording.ts';

/** One vacancy: who stands in meanwhile, and who follows. */
export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [vacancy] = (await call(listVacancies, { id: partOf(args, 'id') }, options)).vacancies;
  if (!vacancy) throw new CallRefused({ code: 'not_found', message: m.platform_refused_not_found() });
  const { posts } = await call(listPosts, { role: vacancy.role, limit: 200 }, options);
  return { vacancy, colleagues: posts.filter(({ state }) => state !== 'finishing') };
}

export function Component() {
  const { vacancy, colleagues } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  const [codes, setCodes] = useState<readonly PrintedPerson[]>([]);
  const [named, setNamed] = useState({ name: '', sign_in_name: '' });
  const { id, role, body, district, acting } = vacancy;
  const [, first = today] = [vacancy.since, today].toSorted();
  const seat = { role, body_id: body.id, district_id: district?.id ?? null };
  const people = new Map(colleagues.map((post) => [post.account.id, post]));
  if (codes.length > 0) return <PrintedCodes people={codes} />;
  return (
    <>
      <PageHeader
        title={m.posts_vacancy_title({ post: writeHat(role, district?.name ?? null) })}
        trail={[{ label: m.posts_vacancies_title(), to: '/admin/vacancies' }]}
      />
      <Section heading={m.posts_post_about()}>
        <DescriptionList
          items={[
            { term: m.posts_label_body(), value: body.name },
            { term: m.posts_vacancy_last(), value: vacancy.last_holder },
            { term: m.posts_vacancy_since(), value: formatDay(vacancy.since) },
            {
              term: m.posts_vacancy_acting(),
              value: acting.map(({ name }) => name).join(m.posts_comma()) || m.posts_vacancy_nobody(),
            },
          ]}
        />
      </Section>
      <Section heading={m.posts_vacancy_act_title()}>
        <p>{m.posts_vacancy_act_lead()}</p>
        <Form
          op={givePost}
          mints="id"
          also={{ ...seat, acting_for: id }}
          initial={{ starts_on: first }}
          submit={m.posts_vacancy_act_submit()}
          doneSays={m.posts_vacancy_act_done()}
        >
          <SelectField
            name="account_id"
            label={m.posts_vacancy_act_who()}
            width="full"
            required
            choices={[...people].map(([value, post]) => ({
              value,
              label: m.posts_acting_choice({
                name: post.account.name,
                post: writeHat(post.role, post.district?.name ?? null),
              }),
            }))}
          />
          <DateField name="starts_on" label={m.posts_label_starts_on()} required />
          <DateField name="ends_on" label={m.posts_label_ends_on()} hint={m.posts_hint_ends_on()} />
        </Form>
      </Section>
      <Section heading={m.posts_vacancy_fill_title()}>
        <p>{m.posts_vacancy_fill_lead()}</p>
        <Form
          op={fillVacancy}
          also={{ id }}
          initial={{ starts_on: first }}
          submit={m.posts_vacancy_fill_submit()}
          done={async ({ account, secret_code }) => {
            if (secret_code === null) await navigate('/admin/vacancies', saying(m.posts_vacancy_fill_done()));
            else setCodes([{ account, code: secret_code, ...named }]);
          }}
        >
          <DateField name="starts_on" label={m.posts_label_starts_on()} required />
          <DateField name="ends_on" label={m.posts_label_ends_on()} hint={m.posts_hint_ends_on()} />
          <TextField
            name="successor.sign_in_name"
            label={m.posts_label_sign_in_name()}
            hint={m.posts_renewal_successor_hint()}
            required
            onChange={(sign_in_name) => setNamed((before) => ({ ...before, sign_in_name }))}
          />
          <TextField
            name="successor.name"
            label={m.posts_renewal_successor_name()}
            onChange={(name) => setNamed((before) => ({ ...before, name }))}
          />
          <TextField name="successor.kana" label={m.posts_renewal_successor_kana()} />
        </Form>
      </Section>
    </>
  );
}
