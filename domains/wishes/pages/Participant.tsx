import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { sortWords } from '../model.ts';
import { declareConflict, endConflict, listParticipants, readParticipant } from '../participant-api.ts';
import { listRoleNeeds } from '../proposal-api.ts';
import { wishColumns } from './shown/columns.tsx';
import { MatchLinks } from './shown/MatchLinks.tsx';
import { mostListed, ParticipantPicker } from './shown/ParticipantPicker.tsx';
import { Pauses } from './shown/Pauses.tsx';
import { RaiseConcern } from './shown/RaiseConcern.tsx';
import { Readiness } from './shown/Readiness.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [participant, people, { roles }] = await Promise.all([
    call(readParticipant, { id: partOf(args, 'id') }, options),
    call(listParticipants, { limit: mostListed }, options),
    call(listRoleNeeds, {}, options),
  ]);
  return { participant, people, roles };
}

/** Who takes part: what they would like beside what they can do. Nobody is only one of the two. */
export function Component() {
  const { participant, people, roles } = useLoaderData<typeof loader>();
  const { id, name, kana, sort, district_name, reached, most_a_month, this_month, wishes, matches } =
    participant;
  return (
    <>
      <PageHeader
        title={name}
        trail={[{ label: m.wishes_participants_title(), to: '/participants' }]}
        actions={
          <>
            <ButtonLink look="solid" to={`/wishes/new?side=wish&participant=${id}`}>
              {m.wishes_write_wish()}
            </ButtonLink>
            <ButtonLink to={`/wishes/new?side=offer&participant=${id}`}>{m.wishes_write_offer()}</ButtonLink>
            <ButtonLink to={`/wish-cards?participant=${id}`}>{m.cards_new()}</ButtonLink>
            <ButtonLink to={`/legal-holds?participant=${id}`}>{m.disposals_hold_place()}</ButtonLink>
            <ButtonLink to={`/participants/${id}/edit`}>{m.wishes_participant_correct_summary()}</ButtonLink>
          </>
        }
      />
      {!wishes.some(({ side, closed_on }) => side === 'offer' && closed_on === null) && (
        <p className="mb-8">{m.wishes_prompt_offer()}</p>
      )}
      <Section heading={m.wishes_title()}>
        <DataTable
          caption={m.wishes_of({ name })}
          rows={wishes}
          rowKey={(wish) => wish.id}
          columns={wishColumns(['participant'])}
          empty={{ says: m.wishes_of_none() }}
        />
      </Section>
      <Section heading={m.wishes_matches_title()}>
        <MatchLinks matches={matches} empty={m.wishes_matches_none()} />
      </Section>
      <Section heading={m.wishes_facts()}>
        <DescriptionList
          items={[
            { term: m.wishes_label_kana(), value: kana },
            { term: m.wishes_label_sort(), value: sortWords[sort]() },
            { term: m.wishes_label_district(), value: district_name },
            { term: m.wishes_label_reached(), value: reached },
            {
              term: m.wishes_label_most(),
              value: most_a_month && m.wishes_most_line({ n: most_a_month, used: this_month }),
            },
          ]}
        />
      </Section>
      <Pauses participant={participant} />
      <Readiness participant={participant} roles={roles} />
      <Section heading={m.wishes_conflicts_title()}>
        <p>{m.wishes_conflicts_lead()}</p>
        <ul className="my-4 grid gap-3 empty:hidden">
          {participant.conflicts.map((conflict) => (
            <li key={conflict.id} className="flex flex-wrap items-center gap-3">
              <Link to={`/participants/${conflict.other_id}`}>{conflict.other_name}</Link>
              <span>{conflict.why}</span>
              <CommandButton op={endConflict} input={{ id: conflict.id }}>
                {m.wishes_conflict_end_summary()}
              </CommandButton>
            </li>
          ))}
        </ul>
        <Form
          op={declareConflict}
          mints="id"
          also={{ participant_id: id }}
          submit={m.wishes_conflict_declare_summary()}
          doneSays={m.wishes_conflict_declared()}
        >
          <ParticipantPicker
            name="other_id"
            label={m.wishes_label_other()}
            required
            first={people}
            without={id}
          />
          <TextArea name="why" label={m.wishes_label_why()} required rows={2} maxLength={500} />
        </Form>
      </Section>
      <RaiseConcern parties={[{ id, name }]} />
    </>
  );
}
