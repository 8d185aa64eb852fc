import { Link } from 'react-router';
import { personFacetWords } from '#domains/consent/person-model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';

import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import {
  answerCaseHandover,
  finishCaseHandover,
  type ShownHandover,
  withdrawCaseHandover,
} from '../../handover-api.ts';
import { type HandoverState, handoverStateWords, whyNotTurn } from '../../handover-model.ts';
import { Folded } from './Folded.tsx';

/** Hand-overs, of both directions: how each stands, its clock, and what can be done about it here. */
export function Handovers({ handovers }: { handovers: readonly ShownHandover[] }) {
  const { today } = useMe();
  return (
    <ul className="grid gap-4">
      {handovers.map((one) => (
        <li key={one.id} className="grid gap-3 rounded-8 border border-solid-gray-300 p-4 break-inside-avoid">
          <p className="flex flex-wrap items-center gap-3">
            <span className="text-std-18B-160">
              {m.cases_handover_line({ from: one.from.name, to: one.to.name })}
            </span>
            <Badge tone={one.state === 'done' ? 'green' : one.state === 'declined' ? 'red' : 'yellow'}>
              {handoverStateWords[one.state]()}
            </Badge>
            {one.state === 'asked' && one.due_on < today && <Badge tone="red">{m.cases_overdue()}</Badge>}
          </p>
          {one.case_id && (
            <p>
              <Link to={`/cases/${one.case_id}`}>
                {m.cases_case_title({ number: one.case_number ?? '' })}
              </Link>
            </p>
          )}
          <p className="whitespace-pre-wrap">{one.words}</p>
          <p>{m.cases_handover_days({ asked: formatDay(one.asked_on), due: formatDay(one.due_on) })}</p>
          {one.people.map(({ client_id, name, facets, law, ends_on }) => (
            <p key={client_id}>
              {m.cases_handover_person({
                name: name ?? '',
                facets: facets.map((facet) => personFacetWords[facet]()).join(m.cases_join()),
                law,
                day: formatDay(ends_on),
              })}
            </p>
          ))}
          {one.turns.map(({ turn, words, on }) => (
            <p key={turn}>
              {m.cases_handover_turn({
                day: formatDay(on),
                turn: handoverStateWords[turn as HandoverState](),
                words: words ?? '',
              })}
            </p>
          ))}
          <p>
            {one.state === 'done'
              ? m.cases_handover_theirs({ body: one.to.name })
              : m.cases_handover_still({ body: one.from.name })}
          </p>
          <Turns one={one} />
        </li>
      ))}
    </ul>
  );
}

function Turns({ one }: { one: ShownHandover }) {
  const { id } = one;
  return (
    <div className="grid gap-3 print:hidden empty:hidden">
      {whyNotTurn('accept', one) === null && (
        <Form
          op={answerCaseHandover}
          keeps
          also={{ id }}
          which={id}
          submit={m.cases_handover_answer_submit()}
          doneSays={m.cases_handover_answered()}
        >
          <RadioGroup
            name="answer"
            label={m.cases_handover_answer()}
            required
            choices={[
              { value: 'accepted', label: m.cases_handover_accepted() },
              { value: 'declined', label: m.cases_handover_decline() },
            ]}
          />
          <TextArea name="words" label={m.cases_handover_answer_words()} rows={2} maxLength={500} />
        </Form>
      )}
      {whyNotTurn('finish', one) === null && (
        <div className="flex flex-wrap items-center gap-3">
          <Link to="/given">{m.cases_handover_given()}</Link>
          <CommandButton op={finishCaseHandover} input={{ id }} look="solid">
            {m.cases_handover_finish()}
          </CommandButton>
        </div>
      )}
      {whyNotTurn('withdraw', one) === null && (
        <Folded summary={m.cases_handover_withdraw_summary()}>
          <Form op={withdrawCaseHandover} keeps also={{ id }} which={id} submit={m.cases_handover_withdraw()}>
            <TextArea name="words" label={m.cases_label_why()} required rows={2} maxLength={500} />
          </Form>
        </Folded>
      )}
    </div>
  );
}
