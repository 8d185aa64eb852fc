import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay, formatInstant } from '#platform/calendar.ts';

import type { InputOf, OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, queryOf } from '#ui/page.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import {
  acknowledgeConcern,
  endConcern,
  handOnConcern,
  listConcerns,
  stopMatchOfConcern,
} from '../concern-api.ts';

type Concern = OutputOf<typeof listConcerns>['concerns'][number];
type Coordinators = OutputOf<typeof listConcerns>['coordinators'];

export function loader(args: PageArgs) {
  return call(listConcerns, queryOf(args) as InputOf<typeof listConcerns>, { signal: args.request.signal });
}

/** 心配ごと: each has an owner and a clock until somebody wrote what came of it. */
export function Component() {
  const { concerns, coordinators } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.wishes_concerns_title()} lead={m.wishes_concerns_lead()} />
      <SearchForm label={m.wishes_concerns_summary()}>
        <SelectField
          name="ended"
          label={m.wishes_label_state()}
          emptyLabel={m.wishes_concerns_open()}
          choices={[{ value: 'yes', label: m.wishes_concerns_ended() }]}
        />
      </SearchForm>
      {concerns.length === 0 ? (
        <EmptyState says={m.wishes_concerns_empty()} />
      ) : (
        <ul className="grid gap-4">
          {concerns.map((concern) => (
            <li key={concern.id} className="grid gap-3 rounded-8 border border-solid-gray-300 p-4">
              <Shown concern={concern} coordinators={coordinators} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Shown({ concern, coordinators }: { concern: Concern; coordinators: Coordinators }) {
  const { id, participant_id, participant_name, match_id, words, raised_at, due_at, late, owner, result } =
    concern;
  return (
    <>
      <h2 className="text-std-18B-160">
        <Link to={`/participants/${participant_id}`}>{participant_name}</Link>{' '}
        {late && <Badge>{m.wishes_concern_late()}</Badge>}
      </h2>
      <p className="whitespace-pre-wrap">{words}</p>
      <p>{m.wishes_concern_when({ raised: formatInstant(raised_at), due: formatInstant(due_at) })}</p>
      <p>
        {concern.acknowledged_at
          ? m.wishes_concern_owned({ owner: owner ?? '', at: formatInstant(concern.acknowledged_at) })
          : m.wishes_concern_to_take_up({ owner: owner ?? m.wishes_concern_former() })}{' '}
        {match_id && <Link to={`/matches/${match_id}`}>{m.wishes_concern_match()}</Link>}
      </p>
      {late && <p>{m.wishes_concern_late_since({ due: formatInstant(due_at) })}</p>}
      {concern.reminded_at && <p>{m.wishes_concern_reminded({ at: formatInstant(concern.reminded_at) })}</p>}
      {concern.handed_on.map(({ from, to, why, at }) => (
        <p key={at} className="whitespace-pre-wrap">
          {m.wishes_concern_handed_line({
            at: formatInstant(at),
            from: from ?? m.wishes_concern_former(),
            to: to ?? m.wishes_concern_former(),
            why,
          })}
        </p>
      ))}
      {concern.going_on.length > 0 && (
        <div className="grid gap-3">
          <p>{m.wishes_concern_going_on()}</p>
          <ul className="grid gap-3">
            {concern.going_on.map((match) => (
              <li key={match.id} className="flex flex-wrap items-center gap-3">
                <Link to={`/matches/${match.id}`}>
                  {m.wishes_match_line({
                    day: formatDay(match.proposed_on),
                    names: match.with.join(m.wishes_between()),
                  })}
                </Link>
                <CommandButton op={stopMatchOfConcern} input={{ id, match_id: match.id }}>
                  {m.wishes_concern_stop_summary()}
                </CommandButton>
              </li>
            ))}
          </ul>
        </div>
      )}
      {result && <p className="whitespace-pre-wrap">{m.wishes_concern_result({ result })}</p>}
      {!result && !concern.acknowledged_at && (
        <CommandButton op={acknowledgeConcern} look="solid" input={{ id }}>
          {m.wishes_concern_acknowledge_summary()}
        </CommandButton>
      )}
      {!result && concern.acknowledged_at && (
        <Form
          op={endConcern}
          also={{ id }}
          submit={m.wishes_concern_end_summary()}
          doneSays={m.wishes_concern_ended_done()}
        >
          <TextArea name="result" label={m.wishes_label_result()} required rows={3} maxLength={1000} />
        </Form>
      )}
      {!result && (
        <HandOn
          concern={id}
          coordinators={coordinators.filter(({ post_id }) => post_id !== concern.owner_post_id)}
        />
      )}
    </>
  );
}

function HandOn({ concern, coordinators }: { concern: string; coordinators: Coordinators }) {
  if (coordinators.length === 0) return <p>{m.wishes_concern_nobody_else()}</p>;
  return (
    <details className="rounded-8 border border-solid-gray-300 p-4 print:hidden">
      <summary className="cursor-pointer py-2 text-std-16B-170">{m.wishes_concern_hand_on_summary()}</summary>
      <div className="mt-4">
        <Form
          op={handOnConcern}
          mints="id"
          also={{ concern_id: concern }}
          submit={m.wishes_concern_hand_on_submit()}
          doneSays={m.wishes_concern_handed_on_done()}
        >
          <SelectField
            name="post_id"
            label={m.wishes_label_hand_on_to()}
            required
            emptyLabel={m.wishes_choose_coordinator()}
            choices={coordinators.map(({ post_id, name }) => ({ value: post_id, label: name }))}
          />
          <TextArea name="why" label={m.wishes_label_hand_on_why()} required rows={2} maxLength={500} />
        </Form>
      </div>
    </details>
  );
}
