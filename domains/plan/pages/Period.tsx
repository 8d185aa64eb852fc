import { useState } from 'react';
import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Button } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { CallRefused, call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, partOf, queryOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { fixPeriod, listLaterAdditions, listPeriods, publishPeriod } from '../api.ts';
import { whyNot, yearStateWords } from '../model.ts';
import { Additions } from './shown/Additions.tsx';
import { loadWays } from './shown/load-ways.ts';
import { useIsPlanner } from './shown/may.ts';
import { writeYear } from './shown/wording.ts';

type Year = OutputOf<typeof listPeriods>['periods'][number];

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const { periods } = await call(listPeriods, {}, options);
  const year = periods.find(({ fiscal_year }) => String(fiscal_year) === partOf(args, 'year'));
  if (!year) throw new CallRefused({ code: 'not_found', message: m.plan_period_unknown() });
  const { after } = queryOf(args);
  const asked = { fiscal_year: year.fiscal_year, ...(after && { after }) };
  const later = !year.additions
    ? { additions: [], next: null }
    : await call(listLaterAdditions, asked, options);
  return { year, ...later, ways: await loadWays(options) };
}

/** One fiscal year: what was decided, what can be, and what came later. */
export function Component() {
  const { year, additions, next, ways } = useLoaderData<typeof loader>();
  const isPlanner = useIsPlanner();
  return (
    <>
      <PageHeader
        title={writeYear(year.fiscal_year)}
        trail={[{ label: m.plan_periods_title(), to: '/periods' }]}
      />
      <Section heading={m.plan_period_now()}>
        <DescriptionList
          items={[
            { term: m.plan_state(), value: yearStateWords[year.state]() },
            { term: m.plan_fixed_on(), value: dayOrNotYet(year.fixed_on) },
            { term: m.plan_published_on(), value: dayOrNotYet(year.published_on) },
            ...(year.fixed_on === null
              ? []
              : [
                  { term: m.plan_fixing_reason(), value: year.fixing_reason },
                  { term: m.plan_kept_figures(), value: m.plan_kept({ n: year.figures }) },
                ]),
          ]}
        />
      </Section>
      {isPlanner && (
        <>
          {year.fixed_on === null && <Fix year={year} />}
          {year.published_on === null && <Publish year={year} />}
        </>
      )}
      <Section heading={m.plan_additions_head()}>
        {additions.length === 0 ? (
          <EmptyState
            says={year.additions === null ? m.plan_additions_withheld() : m.plan_additions_empty()}
          />
        ) : (
          <Additions additions={additions} ways={ways} />
        )}
        <Pagination next={next} />
      </Section>
    </>
  );
}

function dayOrNotYet(on: string | null): string {
  return on === null ? m.plan_not_yet() : formatDay(on);
}

function Fix({ year }: { year: Year }) {
  const navigate = useNavigate();
  const name = writeYear(year.fiscal_year);
  return (
    <Section heading={m.plan_fix({ year: name })}>
      <ul className="list-disc ps-6">
        <li>{m.plan_fix_stands()}</li>
        <li>{m.plan_fix_later()}</li>
        <li>{m.plan_fix_targets()}</li>
        <li>{m.plan_fix_final()}</li>
      </ul>
      <Form
        op={fixPeriod}
        also={{ fiscal_year: year.fiscal_year }}
        submit={m.plan_fix({ year: name })}
        cannotSubmit={whyNot('fix', year.state) ?? undefined}
        done={() => navigate('', saying(m.plan_fixed_done()))}
      >
        <TextArea
          name="reason"
          label={m.plan_fixing_reason()}
          hint={m.plan_fixing_hint()}
          required
          rows={2}
          maxLength={500}
        />
      </Form>
    </Section>
  );
}

function Publish({ year }: { year: Year }) {
  const navigate = useNavigate();
  const name = writeYear(year.fiscal_year);
  const [asking, setAsking] = useState(false);
  const refused = whyNot('publish', year.state) ?? undefined;
  return (
    <Section heading={m.plan_publish({ year: name })}>
      <p>
        <Button onPress={() => setAsking(true)} disabledReason={refused}>
          {m.plan_publish({ year: name })}
        </Button>
      </p>
      <Dialog open={asking} title={m.plan_publish_ask({ year: name })} onClose={() => setAsking(false)}>
        <ul className="list-disc ps-6">
          <li>{m.plan_publish_totals()}</li>
          <li>{m.plan_publish_later()}</li>
          <li>{m.plan_publish_final()}</li>
        </ul>
        <CommandButton
          op={publishPeriod}
          input={{ fiscal_year: year.fiscal_year }}
          look="solid"
          done={() => navigate('', saying(m.plan_published_done()))}
        >
          {m.plan_publish_do()}
        </CommandButton>
      </Dialog>
    </Section>
  );
}
