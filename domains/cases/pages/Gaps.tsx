import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listGaps, noteGap, proposeTheme } from '../gap-api.ts';

export async function loader(args: PageArgs) {
  const asked = queryOf(args);
  return { ...(await call(listGaps, asked, { signal: args.request.signal })), of: asked.case };
}

/** 制度の狭間: what no scheme met. It stays with the cases; what can be said without anybody in it becomes a theme. */
export function Component() {
  const { gaps, next, of } = useLoaderData<typeof loader>();
  const { current } = useMe();
  return (
    <>
      <PageHeader
        title={m.cases_gaps_title()}
        lead={m.cases_gaps_lead()}
        trail={[{ label: m.cases_title(), to: '/cases' }]}
      />
      {of && (
        <Section heading={m.cases_gap_summary()}>
          <Form
            op={noteGap}
            keeps
            mints="id"
            also={{ case_id: of }}
            submit={m.cases_gap_submit()}
            doneSays={m.cases_gap_noted()}
          >
            <TextArea name="words" label={m.cases_label_gap()} required rows={3} maxLength={1000} />
            <TextArea name="would_help" label={m.cases_label_would_help()} rows={2} maxLength={500} />
          </Form>
        </Section>
      )}
      {gaps.length === 0 ? (
        <EmptyState says={m.cases_gaps_empty()} />
      ) : (
        <ul className="mb-10 grid gap-4">
          {gaps.map(({ id, case_id, case_number, words, would_help, noted_on, themes }) => (
            <li key={id} className="grid gap-2 rounded-8 border border-solid-gray-300 p-4">
              <p className="whitespace-pre-wrap">{words}</p>
              {would_help && <p>{m.cases_gap_help({ words: would_help })}</p>}
              <p>
                <Link to={`/cases/${case_id}`}>{m.cases_case_title({ number: case_number })}</Link>{' '}
                {m.cases_gap_line({ day: formatDay(noted_on), n: themes })}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination next={next} />
      {current?.role === 'case_coordinator' && gaps.length > 0 && (
        <Section heading={m.cases_theme_propose_summary()}>
          <p>{m.cases_theme_propose_lead()}</p>
          <Form
            op={proposeTheme}
            keeps
            mints="id"
            submit={m.cases_theme_propose_submit()}
            doneSays={m.cases_theme_proposed()}
          >
            <CheckboxGroup
              name="gaps"
              label={m.cases_label_gaps()}
              required
              choices={gaps.map(({ id, words }) => ({ value: id, label: words.slice(0, 60) }))}
            />
            <TextArea name="words" label={m.cases_label_theme_words()} required rows={3} maxLength={1000} />
          </Form>
        </Section>
      )}
    </>
  );
}
