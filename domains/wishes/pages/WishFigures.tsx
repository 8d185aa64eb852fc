import { useLoaderData } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import * as m from '#messages';
import { formatFiscalYear } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { Section } from '#ui/Section.tsx';
import { readWishFigures } from '../figure-api.ts';
import { wishFigures, wishFigureWords } from '../figure-model.ts';
import { sideWords, sortWords } from '../model.ts';
import { labelOfTag } from '../words/list-tags.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [figures, { districts }] = await Promise.all([
    call(readWishFigures, queryOf(args) as InputOf<typeof readWishFigures>, options),
    call(listDistricts, {}, options),
  ]);
  return { figures, districts };
}

/** What waits, what nobody offers, what nobody asks for, and how many both gave and received. Nobody is in it. */
export function Component() {
  const { figures, districts } = useLoaderData<typeof loader>();
  const tag = {
    key: 'tag',
    heading: m.wishes_label_tags(),
    value: (row: { tag: string }) => labelOfTag(row.tag),
  };
  const n = {
    key: 'n',
    heading: m.wishes_label_n(),
    value: (row: { n: number }) => m.wishes_n({ n: row.n }),
  };
  return (
    <>
      <PageHeader title={m.wishes_figures_title()} lead={m.wishes_figures_lead()} />
      <SearchForm label={m.wishes_figures_summary()}>
        <NumberField name="fiscal_year" label={m.wishes_label_fiscal_year()} />
        <SelectField
          name="district"
          label={m.wishes_label_district()}
          emptyLabel={m.wishes_whole_town()}
          choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </SearchForm>
      <Section heading={m.wishes_figures_waiting()}>
        <DescriptionList
          items={figures.waiting.map(({ side, open, over_30, over_90 }) => ({
            term: sideWords[side](),
            value: m.wishes_waiting_line({ open, over_30, over_90 }),
          }))}
        />
      </Section>
      <Section heading={m.wishes_figures_year({ year: formatFiscalYear(figures.fiscal_year) })}>
        <DescriptionList
          items={wishFigures.map((figure) => {
            const { label, count } = wishFigureWords[figure];
            return { term: label(), value: count(figures[figure]) };
          })}
        />
        <p className="mt-4">{m.wishes_definition_line(figures.definition)}</p>
      </Section>
      <Section heading={m.wishes_figures_ties()}>
        <DataTable
          caption={m.wishes_figures_ties_caption()}
          fileName={m.wishes_figures_file({ table: m.wishes_figures_ties() })}
          rows={figures.ties}
          rowKey={({ from, to }) => from + to}
          columns={[
            { key: 'from', heading: m.wishes_label_giver(), value: ({ from }) => sortWords[from]() },
            { key: 'to', heading: m.wishes_label_receiver(), value: ({ to }) => sortWords[to]() },
            { key: 'n', heading: m.wishes_label_n(), value: (row) => m.wishes_n({ n: row.n }) },
          ]}
          empty={{ says: m.wishes_figures_ties_none() }}
        />
      </Section>
      <Section heading={m.wishes_figures_place_ties()}>
        <DataTable
          caption={m.wishes_figures_place_ties_caption()}
          fileName={m.wishes_figures_file({ table: m.wishes_figures_place_ties() })}
          rows={figures.place_ties}
          rowKey={({ sort }) => sort}
          columns={[
            { key: 'sort', heading: m.wishes_label_sort(), value: ({ sort }) => sortWords[sort]() },
            { key: 'n', heading: m.wishes_label_n_ties(), value: (row) => m.wishes_n_ties({ n: row.n }) },
          ]}
          empty={{ says: m.wishes_figures_place_ties_none() }}
        />
      </Section>
      <Section heading={m.wishes_figures_never_offered()}>
        <DataTable
          caption={m.wishes_figures_never_offered_caption()}
          fileName={m.wishes_figures_file({ table: m.wishes_figures_never_offered() })}
          rows={figures.never_offered}
          rowKey={(row) => row.tag}
          columns={[tag, n]}
          empty={{ says: m.wishes_figures_all_offered() }}
        />
      </Section>
      <Section heading={m.wishes_figures_never_wished()}>
        <DataTable
          caption={m.wishes_figures_never_wished_caption()}
          fileName={m.wishes_figures_file({ table: m.wishes_figures_never_wished() })}
          rows={figures.never_wished}
          rowKey={(row) => row.tag}
          columns={[tag, n]}
          empty={{ says: m.wishes_figures_all_wished() }}
        />
      </Section>
    </>
  );
}
