import { useEffect, useRef, useState } from 'react';
import { type CodeEntry, choicesOn, labelOf } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { Button, ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { hrefOf } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { type Consent, withdrawConsent } from '../../consent-api.ts';
import { printConsentForm } from '../../consent-text-api.ts';
import { capacityWords, decisionWords, personFacetWords, sayerWords } from '../../person-model.ts';

interface ConsentCardsProps {
  person: string;
  consents: readonly Consent[];
  /** The town's list of how a consent is heard. */
  entries: readonly CodeEntry[];
  /** Whether the actor writes for the person, and so notes a withdrawal. */
  works: boolean;
}

/** Each answer as it was heard, the newest first. */
export function ConsentCards({ person, consents, entries, works }: ConsentCardsProps) {
  const ask = <ButtonLink to={`/clients/${person}/consents/new`}>{m.consent_record_summary()}</ButtonLink>;
  if (consents.length === 0) return <EmptyState says={m.consent_answers_empty()} action={works && ask} />;
  return (
    <ul className="grid gap-6">
      {consents.map((consent) => (
        <li key={consent.id} className="grid gap-3 rounded-8 border border-solid-gray-300 p-4">
          <Answer consent={consent} entries={entries} />
          <div className="flex flex-wrap gap-3 print:hidden">
            <DownloadLink href={hrefOf(printConsentForm, { person, consent: consent.id })}>
              {m.consent_form_print_this()}
            </DownloadLink>
          </div>
          {works && stands(consent) && <Withdraw consent={consent} entries={entries} />}
        </li>
      ))}
    </ul>
  );
}

function stands({ decision, withdrawn_at }: Consent): boolean {
  return decision === 'given' && withdrawn_at === null;
}

interface AnswerProps {
  consent: Consent;
  entries: readonly CodeEntry[];
}

function Answer({ consent, entries }: AnswerProps) {
  const { today } = useMe();
  const { decision, withdrawn_at, ends_on } = consent;
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-3 text-std-18B-160">
        {m.consent_answer_on({ day: formatDay(consent.given_on), answer: decisionWords[decision]() })}
        {withdrawn_at !== null && <Badge tone="yellow">{m.consent_taken_back()}</Badge>}
        {withdrawn_at === null && decision === 'given' && (
          <Badge tone={ends_on !== null && ends_on < today ? 'neutral' : 'green'}>
            {ends_on !== null && ends_on < today ? m.consent_state_over() : m.consent_state_open()}
          </Badge>
        )}
      </h3>
      <DescriptionList
        items={[
          ...(decision === 'given'
            ? [
                {
                  term: m.consent_form_scope(),
                  value: consent.facets.map((facet) => personFacetWords[facet]()).join(m.consent_join()),
                },
                {
                  term: m.consent_receivers(),
                  value: consent.receivers.map(({ name }) => name).join(m.consent_join()),
                },
                { term: m.consent_ends_on(), value: ends_on ? formatDay(ends_on) : m.consent_no_end() },
              ]
            : []),
          {
            term: m.consent_way(),
            value: [
              labelOf(entries, 'consent_way', consent.way, consent.given_on),
              sayerWords[consent.said_by](),
              capacityWords[consent.capacity](),
            ].join(m.consent_join()),
          },
          { term: m.consent_text(), value: consent.text_version },
          ...(consent.ask_again_on
            ? [{ term: m.consent_ask_again(), value: formatDay(consent.ask_again_on) }]
            : []),
          ...(consent.note ? [{ term: m.consent_note(), value: consent.note }] : []),
          ...(withdrawn_at ? [{ term: m.consent_taken_back_words(), value: consent.withdrawn_words }] : []),
        ]}
      />
    </>
  );
}

/** Opened by a press, and the focus goes along: taking a consent back closes what stands on it at once. */
function Withdraw({ consent, entries }: AnswerProps) {
  const { today } = useMe();
  const [open, setOpen] = useState(false);
  const moved = useRef(false);
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open || moved.current) here.current?.focus();
    moved.current = open;
  }, [open]);
  if (!open)
    return (
      <div ref={here} tabIndex={-1}>
        <Button onPress={() => setOpen(true)}>{m.consent_take_back_summary()}</Button>
      </div>
    );
  return (
    <div ref={here} tabIndex={-1}>
      <Form
        op={withdrawConsent}
        keeps
        which={consent.id}
        also={{ id: consent.id }}
        submit={m.consent_take_back_submit()}
        beside={
          <Button look="text" onPress={() => setOpen(false)}>
            {m.consent_leave()}
          </Button>
        }
      >
        <Notice tone="warning" title={m.consent_withdraw_forward()}>
          <p>{m.consent_take_back_effect()}</p>
        </Notice>
        <RadioGroup
          name="way"
          label={m.consent_way()}
          required
          choices={choicesOn(entries, 'consent_way', today)}
        />
        <TextArea name="words" label={m.consent_taken_back_words()} rows={2} maxLength={1000} />
      </Form>
    </div>
  );
}
