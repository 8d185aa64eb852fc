import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { translated } from '#ui/public/languages.ts';
import { Section } from '#ui/Section.tsx';
import { readPublicForm, setPublicForm, vouchForLanguage } from '../form-api.ts';
import { dayOfInstant } from './shown/day-of-instant.ts';

export function loader(args: PageArgs) {
  return call(readPublicForm, {}, { signal: args.request.signal });
}

/** Where the public form goes, and who vouches for its languages. */
export function Component() {
  const { candidates, coordinators, windows, default_id, wishes_id, languages } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.letters_admin_title()}
        lead={m.letters_admin_lead()}
        actions={<a href="/tell-us">{m.letters_admin_open()}</a>}
      />
      <Section heading={m.letters_admin_windows()}>
        {windows.length === 0 && <Notice tone="warning">{m.letters_admin_shut()}</Notice>}
        <Form
          op={setPublicForm}
          mints="id"
          initial={{ windows, default_id, wishes_id }}
          submit={m.letters_admin_submit()}
          doneSays={m.letters_admin_set()}
        >
          <CheckboxGroup
            name="windows"
            label={m.letters_admin_label_windows()}
            hint={m.letters_admin_hint_windows()}
            choices={candidates.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="default_id"
            label={m.letters_admin_label_default()}
            emptyLabel={m.letters_admin_choose()}
            choices={candidates.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="wishes_id"
            label={m.letters_admin_label_wishes()}
            hint={m.letters_admin_hint_wishes()}
            emptyLabel={m.letters_admin_wishes_shut()}
            choices={coordinators.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form>
      </Section>
      <Section heading={m.letters_admin_languages()}>
        <p className="mb-4">{m.letters_admin_languages_lead()}</p>
        <DataTable
          caption={m.letters_admin_label_reviewer()}
          rows={languages}
          rowKey={({ language }) => language}
          empty={{ says: m.letters_admin_nobody() }}
          columns={[
            {
              key: 'language',
              heading: m.letters_admin_label_language(),
              value: ({ language }) => names[language](),
            },
            {
              key: 'reviewer',
              heading: m.letters_admin_label_reviewer(),
              value: ({ reviewer }) => reviewer ?? m.letters_admin_nobody(),
            },
            { key: 'on', heading: m.letters_admin_recorded(), value: sayDay },
          ]}
        />
        <Form
          op={vouchForLanguage}
          mints="id"
          submit={m.letters_admin_vouch()}
          doneSays={m.letters_admin_vouched()}
        >
          <SelectField
            name="language"
            label={m.letters_admin_label_language()}
            required
            emptyLabel={m.letters_admin_choose()}
            choices={translated.map((value) => ({ value, label: names[value]() }))}
          />
          <TextField name="reviewer" label={m.letters_admin_label_reviewer()} required maxLength={100} />
        </Form>
      </Section>
    </>
  );
}

const names = {
  en: m.letters_language_en,
  vi: m.letters_language_vi,
  'zh-Hans': m.letters_language_zh,
} as const;

function sayDay({ recorded_at }: OutputOf<typeof readPublicForm>['languages'][number]): string | null {
  return recorded_at && formatDay(dayOfInstant(recorded_at));
}
