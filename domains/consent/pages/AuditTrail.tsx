import { useLoaderData, useSearchParams } from 'react-router';
import * as m from '#messages';
import { listAudit } from '#platform/audit/api.ts';
import type { InputOf, OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { CallRefused, call } from '#ui/call.ts';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Pagination } from '#ui/Pagination.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { Section } from '#ui/Section.tsx';
import { loadActs } from './shown/acts.ts';
import { Entries } from './shown/Entries.tsx';
import { Verification } from './shown/Verification.tsx';

type Page = OutputOf<typeof listAudit> & { problems: Readonly<Record<string, string>> };

export async function loader(args: PageArgs) {
  const [page, acts] = await Promise.all([listEntries(args), loadActs()]);
  return { ...page, acts };
}

/** What cannot be read of the search is said beside its field; the page stays. */
async function listEntries(args: PageArgs): Promise<Page> {
  const asked = queryOf(args) as InputOf<typeof listAudit>;
  try {
    return { ...(await call(listAudit, asked, { signal: args.request.signal })), problems: {} };
  } catch (error) {
    if (!(error instanceof CallRefused && error.code === 'invalid')) throw error;
    return { entries: [], next: null, problems: error.fields };
  }
}

/** Who did what, when, and whose record it touched: ids and words, never a name or what was written. */
export function Component() {
  const { entries, next, problems, acts } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.consent_audit_title()} lead={m.consent_audit_lead()} />
      <Section heading={m.consent_verify()}>
        <Verification />
      </Section>
      <Section heading={m.consent_audit_entries()}>
        <SearchForm label={m.consent_audit_search()}>
          <DateField name="from" label={m.consent_audit_from()} error={problems.from} />
          <DateField name="until" label={m.consent_audit_until()} error={problems.until} />
          <SelectField
            name="word"
            label={m.consent_audit_act()}
            emptyLabel={m.consent_audit_any()}
            choices={acts.words.map(({ word, says }) => ({ value: word, label: says }))}
          />
          <TextField
            name="account"
            label={m.consent_audit_account()}
            error={problems.account}
            maxLength={36}
          />
          <TextField
            name="subject"
            label={m.consent_audit_subject()}
            error={problems.subject}
            maxLength={36}
          />
        </SearchForm>
        {!problems.account && <WhoseAccount />}
        <Entries entries={entries} acts={acts} />
        <Pagination next={next} />
      </Section>
    </>
  );
}

/** The trail holds no names; who may see accounts finds the person there. */
function WhoseAccount() {
  const [search] = useSearchParams();
  const { current } = useMe();
  const account = search.get('account');
  if (!account || current?.role !== 'administrator') return null;
  return (
    <p className="print:hidden">
      <ButtonLink to={`/admin/accounts/${account}`}>{m.consent_audit_to_account()}</ButtonLink>
    </p>
  );
}
