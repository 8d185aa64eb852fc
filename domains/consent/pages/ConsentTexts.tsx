import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { addConsentText, listConsentTexts, printConsentForm, printStartPaper } from '../consent-text-api.ts';
import { startPapers, startPaperWords } from '../start-model.ts';

export function loader({ request: { signal } }: PageArgs) {
  return call(listConsentTexts, {}, { signal });
}

/** The versions of what is explained and signed; a blank form of each to print; an administrator adds one. */
export function Component() {
  const { texts, in_force } = useLoaderData<typeof loader>();
  const { current, today } = useMe();
  const newest = texts[0];
  return (
    <>
      <PageHeader title={m.consent_texts_title()} lead={m.consent_texts_lead()} />
      <Section heading={m.consent_start_title()}>
        <p>{m.consent_start_lead()}</p>
        <p className="flex flex-wrap gap-3">
          {startPapers.map((which) => (
            <DownloadLink key={which} href={hrefOf(printStartPaper, { which })}>
              {startPaperWords[which]()}
            </DownloadLink>
          ))}
        </p>
      </Section>
      {texts.map((text) => (
        <Section
          key={text.id}
          heading={m.consent_text_choice({ version: text.version, title: text.title })}
          actions={
            <DownloadLink href={hrefOf(printConsentForm, { version: text.version })}>
              {m.consent_form_blank({ version: text.version })}
            </DownloadLink>
          }
        >
          <p className="flex flex-wrap gap-3">
            {m.consent_text_from({ day: formatDay(text.starts_on) })}
            {text.version === in_force && <Badge tone="green">{m.consent_text_in_force()}</Badge>}
          </p>
          {text.content.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Section>
      ))}
      {current?.role === 'administrator' && (
        <Section heading={m.consent_text_add_summary()}>
          <Form
            op={addConsentText}
            keeps
            mints="id"
            initial={{ title: newest?.title ?? '', content: newest?.content ?? '', starts_on: today }}
            submit={m.consent_text_submit()}
            doneSays={m.consent_text_added()}
          >
            <TextField
              name="version"
              label={m.consent_text_version()}
              hint={m.consent_text_version_hint()}
              required
              maxLength={40}
            />
            <DateField name="starts_on" label={m.consent_starts_on()} required min={today} />
            <TextField name="title" label={m.consent_text_title()} required width="full" maxLength={100} />
            <TextArea
              name="content"
              label={m.consent_text_content()}
              hint={m.consent_text_content_hint()}
              required
              rows={14}
              maxLength={6000}
            />
          </Form>
        </Section>
      )}
    </>
  );
}
