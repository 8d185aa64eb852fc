import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { closeWish, readWish, reopenWish, suggestMatches } from '../api.ts';
import { writeLacking } from '../hindrance.ts';
import { closings, closingWords, needWords, sideWords } from '../model.ts';
import { writeState } from './shown/columns.tsx';
import { MatchLinks } from './shown/MatchLinks.tsx';
import { Suggestions } from './shown/Suggestions.tsx';
import { WishFacts } from './shown/WishFacts.tsx';

export async function loader(args: PageArgs) {
  const id = partOf(args, 'id');
  const options = { signal: args.request.signal };
  const [wish, found] = await Promise.all([
    call(readWish, { id }, options),
    call(suggestMatches, { id }, options),
  ]);
  return { wish, ...found };
}

/** One wish, or one offer, with three suggestions beside it. */
export function Component() {
  const { wish, suggestions, looked_at, not_ready, not_ready_for, resting, asked_before, waits_for, heed } =
    useLoaderData<typeof loader>();
  const open = wish.closed_on === null;
  return (
    <>
      <PageHeader
        title={wish.words}
        lead={m.wishes_read_lead({ side: sideWords[wish.side](), name: wish.participant_name })}
        trail={[{ label: m.wishes_title(), to: '/wishes' }]}
        actions={
          open && (
            <>
              <ButtonLink to={`/wishes/${wish.id}/edit`}>{m.wishes_correct_summary()}</ButtonLink>
              {wish.side === 'offer' && wish.sort !== 'resident' && (
                <ButtonLink to={`/contributions/new/${wish.id}`}>{m.contributions_write()}</ButtonLink>
              )}
            </>
          )
        }
      />
      <p className="mb-8">
        <Badge>{writeState(wish)}</Badge>
      </p>
      {open && wish.consent_withdrawn_on && (
        <Notice tone="warning">
          {m.wishes_consent_withdrawn({ day: formatDay(wish.consent_withdrawn_on) })}
        </Notice>
      )}
      {open && !waits_for && (
        <Section heading={wish.side === 'wish' ? m.wishes_suggest_for_wish() : m.wishes_suggest_for_offer()}>
          <p>{m.wishes_suggest_lead({ n: looked_at })}</p>
          {not_ready > 0 && (
            <p>{m.wishes_suggest_not_ready({ n: not_ready, roles: writeLacking(not_ready_for) })}</p>
          )}
          {resting > 0 && <p>{m.wishes_suggest_resting({ n: resting })}</p>}
          {asked_before > 0 && <p>{m.wishes_suggest_asked_before({ n: asked_before })}</p>}
          {heed.length > 0 && (
            <p>
              {m.wishes_heed_needs({ needs: heed.map((need) => needWords[need]()).join(m.wishes_and()) })}
            </p>
          )}
          <Suggestions suggestions={suggestions} others={not_ready + resting + asked_before > 0} />
        </Section>
      )}
      {open && waits_for && waits_for !== 'consent' && (
        <Section heading={wish.side === 'wish' ? m.wishes_suggest_for_wish() : m.wishes_suggest_for_offer()}>
          {waits_for === 'until' ? (
            <p>{m.wishes_suggest_over()}</p>
          ) : waits_for === 'pause' ? (
            <p>{m.wishes_suggest_paused()}</p>
          ) : (
            <p>
              {m.wishes_suggest_concern()}{' '}
              <Link to="/safeguarding-concerns">{m.wishes_suggest_concern_open()}</Link>
            </p>
          )}
        </Section>
      )}
      <Section heading={m.wishes_matches_title()}>
        <MatchLinks matches={wish.matches} empty={m.wishes_matches_none()} />
      </Section>
      <Section heading={m.wishes_facts()}>
        <WishFacts wish={wish} />
        {wish.before.length > 0 && (
          <ul className="mt-4 grid gap-2">
            {wish.before.map(({ words, written_on }) => (
              <li key={written_on + words}>{m.wishes_before_line({ day: formatDay(written_on), words })}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section heading={m.wishes_close_summary()}>
        {open ? (
          <Form
            op={closeWish}
            also={{ id: wish.id }}
            submit={m.wishes_close_submit()}
            doneSays={m.wishes_closed_done()}
          >
            <RadioGroup
              name="why"
              label={m.wishes_label_closing()}
              required
              inline
              choices={closings.map((value) => ({ value, label: closingWords[value]() }))}
            />
          </Form>
        ) : (
          <CommandButton op={reopenWish} input={{ id: wish.id }}>
            {m.wishes_reopen_summary()}
          </CommandButton>
        )}
      </Section>
      <p>
        <Link to={`/participants/${wish.participant_id}`}>
          {m.wishes_to_participant({ name: wish.participant_name })}
        </Link>
      </p>
    </>
  );
}
