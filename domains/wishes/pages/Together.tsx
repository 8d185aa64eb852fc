import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay, formatFiscalYear, formatMonth } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { Section } from '#ui/Section.tsx';
import { printTogether, readTogether } from '../together-api.ts';
import { Stories } from './shown/Stories.tsx';

export function loader(args: PageArgs) {
  return call(readTogether, queryOf(args) as InputOf<typeof readTogether>, { signal: args.request.signal });
}

/** たがいに叶えたこと: a district's own view. */
export function Component() {
  const { district, fiscal_year, times, returned, months, thanks, stories } = useLoaderData<typeof loader>();
  const { districts } = useMe();
  const file = { district: district?.id, fiscal_year };
  return (
    <>
      <PageHeader
        title={
          district ? m.wishes_together_paper_title({ district: district.name }) : m.wishes_together_title()
        }
        lead={m.wishes_together_lead()}
        actions={
          district && (
            <>
              <DownloadLink href={hrefOf(printTogether, { ...file, format: 'pdf' })}>
                {m.wishes_together_pdf()}
              </DownloadLink>
              <DownloadLink href={hrefOf(printTogether, { ...file, format: 'html' })}>
                {m.wishes_together_html()}
              </DownloadLink>
            </>
          )
        }
      />
      <SearchForm label={m.wishes_together_summary()}>
        {districts.length > 1 && (
          <SelectField
            name="district"
            label={m.wishes_label_district()}
            emptyLabel={m.wishes_together_choose()}
            choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <NumberField name="fiscal_year" label={m.wishes_label_fiscal_year()} />
      </SearchForm>
      {district ? (
        <>
          <Section heading={m.wishes_together_counts_of({ year: formatFiscalYear(fiscal_year) })}>
            <DescriptionList
              items={[
                { term: m.wishes_together_came_true(), value: m.wishes_n({ n: times }) },
                { term: m.wishes_together_returned(), value: m.wishes_n({ n: returned }) },
              ]}
            />
            <DataTable
              caption={m.wishes_together_months()}
              rows={months}
              rowKey={({ month }) => month}
              columns={[
                {
                  key: 'month',
                  heading: m.wishes_together_month(),
                  value: ({ month }) => formatMonth(month),
                },
                {
                  key: 'times',
                  heading: m.wishes_together_times(),
                  value: (one) => one.times,
                  numeric: true,
                },
              ]}
              empty={{ says: m.wishes_together_none() }}
            />
          </Section>
          <Section heading={m.wishes_together_thanks()}>
            {thanks.length === 0 ? (
              <p>{m.wishes_together_thanks_none()}</p>
            ) : (
              <ul className="grid gap-3">
                {thanks.map(({ words, happened_on }) => (
                  <li key={happened_on + words}>
                    {m.wishes_together_thanks_line({ day: formatDay(happened_on), words })}
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <Section heading={m.wishes_stories_told_title()}>
            <Stories stories={stories} />
          </Section>
        </>
      ) : (
        <EmptyState says={m.wishes_together_choose_says()} />
      )}
    </>
  );
}
