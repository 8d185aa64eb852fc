import { Link, useLoaderData, useNavigate } from 'react-router';
import { listPlaces } from '#domains/places/api.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { Badge } from '#ui/Badge.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { answerMatch, closeMatch, proposeMatch, readMatch } from '../match-api.ts';
import { answers, answerWords, outcomeWords, writeShape } from '../model.ts';
import { listWhoWaited } from '../telling-api.ts';
import { Fulfilments } from './shown/Fulfilments.tsx';
import { HeedFirst, LegLines } from './shown/LegLines.tsx';
import { RaiseConcern } from './shown/RaiseConcern.tsx';
import { WhoWaited } from './shown/WhoWaited.tsx';

type Match = OutputOf<typeof readMatch>;

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [match, { places }, { waited }] = await Promise.all([
    call(readMatch, { id: partOf(args, 'id') }, options),
    call(listPlaces, { limit: 200 }, options),
    call(listWhoWaited, { match_id: partOf(args, 'id') }, options),
  ]);
  return { ...match, places, waited };
}

/** One match: who is asked, what each has said, and what came of it. */
export function Component() {
  const match = useLoaderData<typeof loader>();
  const open = match.outcome === null;
  return (
    <>
      <PageHeader
        title={m.wishes_match_title({
          names: match.parties.map(({ name }) => name).join(m.wishes_between()),
        })}
        lead={writeShape(match.shape, match.legs.length)}
        trail={[{ label: m.wishes_matches_title(), to: '/matches' }]}
      />
      {match.outcome && (
        <div className="mb-8">
          <Notice tone="info">
            {match.outcome === 'passed_over'
              ? m.wishes_passed_over_sentence()
              : outcomeWords[match.outcome]()}
          </Notice>
        </div>
      )}
      {match.concerns > 0 && (
        <div className="mb-8">
          <Notice tone="warning">
            <Link to="/safeguarding-concerns">{m.wishes_match_has_concern()}</Link>
          </Notice>
        </div>
      )}
      <WhoWaited waited={match.waited} ofOne />
      <Section heading={m.wishes_match_legs()}>
        <Legs legs={match.legs} />
        {(match.outcome === 'passed_over' || match.outcome === 'stopped') && <AskAgain match={match} />}
      </Section>
      <Section heading={m.wishes_match_answers()}>
        <p>{match.agreed ? m.wishes_match_agreed() : m.wishes_match_waiting()}</p>
        <ul className="my-4 grid gap-2">
          {match.parties.map(({ id, name, answer, answered_on, reached }) => (
            <li key={id} className="flex flex-wrap items-center gap-3">
              <Link to={`/participants/${id}`}>{name}</Link>
              <Badge>{answer ? answerWords[answer]() : m.wishes_answer_none()}</Badge>
              {answered_on && <span>{formatDay(answered_on)}</span>}
              {reached && <span>{reached}</span>}
            </li>
          ))}
        </ul>
        {open && <Answer match={match} />}
      </Section>
      {(match.agreed || match.fulfilments.length > 0) && (
        <Fulfilments match={match} places={match.places} open={open} />
      )}
      {open && <Close match={match} />}
      <RaiseConcern parties={match.parties} match={match.id} />
    </>
  );
}

/** What each gives to whom, with what has to be looked at before they are asked. */
function Legs({ legs }: { legs: Match['legs'] }) {
  return (
    <ol className="grid gap-3">
      {legs.map((leg) => (
        <li key={leg.position} className="grid gap-1 rounded-8 border border-solid-gray-300 p-4">
          <LegLines leg={leg} />
          <HeedFirst legs={[leg]} needs={leg.needs} />
        </li>
      ))}
    </ol>
  );
}

/** What did not come together is not suggested again; whoever has a reason to asks once more. */
function AskAgain({ match: { legs } }: { match: Match }) {
  const navigate = useNavigate();
  return (
    <p>
      <CommandButton
        op={proposeMatch}
        input={{
          id: mintId(),
          legs: legs.map(({ offer, wish, reasons }) => ({ offer_id: offer.id, wish_id: wish.id, reasons })),
        }}
        done={({ id }) => navigate(`/matches/${id}`, saying(m.wishes_asked_again()))}
      >
        {m.wishes_ask_again()}
      </CommandButton>
    </p>
  );
}

/** Nobody is asked why. */
function Answer({ match: { id, parties } }: { match: Match }) {
  return (
    <Form
      op={answerMatch}
      mints="id"
      also={{ match_id: id }}
      submit={m.wishes_answer_submit()}
      doneSays={m.wishes_answered()}
    >
      <SelectField
        name="participant_id"
        label={m.wishes_label_who_answers()}
        required
        emptyLabel={m.wishes_choose_participant()}
        choices={parties.map((party) => ({ value: party.id, label: party.name }))}
      />
      <RadioGroup
        name="answer"
        label={m.wishes_label_answer()}
        hint={m.wishes_hint_answer()}
        required
        inline
        choices={answers.map((value) => ({ value, label: answerWords[value]() }))}
      />
    </Form>
  );
}

function Close({ match: { id } }: { match: Match }) {
  return (
    <Section heading={m.wishes_match_close_summary()}>
      <p>{m.wishes_match_close_lead()}</p>
      <Form
        op={closeMatch}
        also={{ id }}
        submit={m.wishes_match_close_submit()}
        doneSays={m.wishes_match_closed()}
      >
        <RadioGroup
          name="outcome"
          label={m.wishes_label_outcome()}
          required
          inline
          choices={(['done', 'passed_over'] as const).map((value) => ({
            value,
            label: outcomeWords[value](),
          }))}
        />
        <TextArea name="reason" label={m.wishes_label_close_reason()} rows={2} maxLength={500} />
      </Form>
    </Section>
  );
}
