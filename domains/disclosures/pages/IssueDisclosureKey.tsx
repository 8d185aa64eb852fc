import { useState } from 'react';
import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf, queryOf } from '#ui/page.ts';
import { issueDisclosureKey } from '../api.ts';
import { type About, checks, checkWords, givenTos, givenToWords } from '../model.ts';

export function loader(args: PageArgs) {
  const about: About = queryOf(args).about === 'household' ? 'household' : 'client';
  return { about, about_id: partOf(args, 'about') };
}

/** Gives out a code: it is shown this once, with the page it opens. */
export function Component() {
  const about = useLoaderData<typeof loader>();
  const { current } = useMe();
  const [code, setCode] = useState<string | null>(null);
  const waits = current?.role !== 'records_officer' && current?.role !== 'gatherer';
  return (
    <>
      <PageHeader
        title={m.disclosures_issue_title()}
        lead={m.disclosures_issue_lead()}
        trail={[{ label: m.disclosures_keys_title(), to: '/disclosure-keys' }]}
      />
      {code ? (
        <div className="grid max-w-176 justify-items-start gap-6">
          <Notice tone="success">
            <p>{m.disclosures_issued()}</p>
            {waits && <p>{m.disclosures_issued_waits()}</p>}
          </Notice>
          <DescriptionList
            items={[
              { term: m.disclosures_label_address(), value: `${window.location.host}/my-record` },
              {
                term: m.disclosures_label_code(),
                value: <span className="font-mono text-std-24B-150">{code}</span>,
              },
            ]}
          />
          <div className="flex flex-wrap gap-4 print:hidden">
            <Button look="solid" onPress={() => window.print()}>
              {m.disclosures_print()}
            </Button>
            <ButtonLink look="text" to="/disclosure-keys">
              {m.disclosures_to_keys()}
            </ButtonLink>
          </div>
        </div>
      ) : (
        <Form
          op={issueDisclosureKey}
          mints="id"
          also={about}
          initial={{ days: 30 }}
          submit={m.disclosures_issue_submit()}
          done={({ secret_code }) => setCode(secret_code)}
        >
          <RadioGroup
            name="given_to"
            label={m.disclosures_label_given_to()}
            required
            choices={givenTos.map((value) => ({ value, label: givenToWords[value]() }))}
          />
          <RadioGroup
            name="checked"
            label={m.disclosures_label_checked()}
            required
            choices={checks.map((value) => ({ value, label: checkWords[value]() }))}
          />
          <NumberField
            name="days"
            label={m.disclosures_label_days()}
            hint={m.disclosures_hint_days()}
            required
          />
        </Form>
      )}
    </>
  );
}
