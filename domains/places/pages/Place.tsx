import { useLoaderData } from 'react-router';
import { listCodes } from '#domains/codes/api.ts';
import { type CodeEntry, labelOf } from '#domains/codes/model.ts';
import { listBodies } from '#domains/parties/api.ts';
import { labelOfTag } from '#domains/wishes/words/list-tags.ts';
import * as m from '#messages';
import { addDays, formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { closePlace, confirmPlace, listHostPosts, readPlace } from '../api.ts';
import { entryWords, shownPartWords, willingnessWords } from '../model.ts';
import { writeTimes } from '../openings.ts';
import { FreshnessBadge } from './shown/FreshnessBadge.tsx';
import { Hosts } from './shown/Hosts.tsx';
import { PlaceDays } from './shown/PlaceDays.tsx';
import { PlaceEvents } from './shown/PlaceEvents.tsx';

type Place = OutputOf<typeof readPlace>;

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [place, access, languages, { posts }, { bodies }] = await Promise.all([
    call(readPlace, { id: partOf(args, 'id') }, options),
    call(listCodes, { list: 'place_access' }, options),
    call(listCodes, { list: 'place_language' }, options),
    call(listHostPosts, {}, options),
    call(listBodies, {}, options),
  ]);
  return { posts, bodies, place, codes: [...access.entries, ...languages.entries] };
}

/** A place: what one can do there and when, what has to be asked, and who looks after it. */
export function Component() {
  const { place, codes, posts, bodies } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const { id, name, closed_on, closed_why } = place;
  return (
    <>
      <PageHeader
        title={name}
        trail={[{ label: m.places_title(), to: '/places' }]}
        actions={<ButtonLink to={`/places/${id}/edit`}>{m.places_correct_summary()}</ButtonLink>}
      />
      {closed_on && (
        <Notice tone="warning">
          {m.places_closed_notice({ day: formatDay(closed_on), why: closed_why ?? '' })}
        </Notice>
      )}
      <Confirming place={place} />
      <Section heading={m.places_facts()}>
        <DescriptionList items={factsOf(place, codes, today)} />
      </Section>
      <PlaceDays place={place} />
      <PlaceEvents place={place} />
      <Section
        heading={m.places_people()}
        actions={
          <>
            <ButtonLink look="solid" to={`/places/${id}/on/${today}`}>
              {m.places_today_came()}
            </ButtonLink>
            {place.named && <ButtonLink to={`/places/${id}/guests`}>{m.places_to_guests()}</ButtonLink>}
          </>
        }
      >
        <p className="flex flex-wrap gap-4">
          {[1, 2, 3, 4, 5, 6, 7].map((n) => (
            <ButtonLink key={n} look="text" to={`/places/${id}/on/${addDays(today, -n)}`}>
              {formatDay(addDays(today, -n))}
            </ButtonLink>
          ))}
        </p>
      </Section>
      <Hosts place={place} posts={posts} bodies={bodies} />
      <Section heading={m.places_inside()}>
        <DescriptionList items={insideOf(place)} />
        {!closed_on && (
          <details className="mt-6 rounded-8 border border-solid-gray-300 p-4 print:hidden">
            <summary className="cursor-pointer py-2 text-std-16B-170">{m.places_close_summary()}</summary>
            <div className="mt-4">
              <Form
                op={closePlace}
                also={{ id }}
                submit={m.places_close_submit()}
                doneSays={m.places_closed_now()}
              >
                <TextField name="why" label={m.places_label_why()} required width="full" maxLength={200} />
              </Form>
            </div>
          </details>
        )}
      </Section>
    </>
  );
}

/** One press says that everything still holds. */
function Confirming({ place: { id, freshness, asked_on } }: { place: Place }) {
  const said =
    freshness === 'old' ? m.places_old_notice() : freshness === 'due' ? m.places_due_notice() : null;
  return (
    <div className="mb-8 grid justify-items-start gap-3 print:hidden">
      {said && <Notice tone="warning">{said}</Notice>}
      {asked_on && <p>{m.places_asked_notice({ day: formatDay(asked_on) })}</p>}
      <CommandButton op={confirmPlace} input={{ id }}>
        {m.places_confirm()}
      </CommandButton>
    </div>
  );
}

function factsOf(place: Place, codes: readonly CodeEntry[], today: string) {
  const listed = (list: 'place_access' | 'place_language', chosen: readonly string[]) =>
    chosen.map((code) => labelOf(codes, list, code, today)).join(m.places_and());
  return [
    { term: m.places_label_what(), value: <span className="whitespace-pre-wrap">{place.what}</span> },
    { term: m.wishes_label_tags(), value: place.tags.map(labelOfTag).join(m.places_and()) },
    { term: m.places_label_when(), value: writeTimes(place.times, place.times_words) },
    { term: m.places_label_for_whom(), value: place.for_whom },
    { term: m.places_label_run_by(), value: place.run_by },
    { term: m.places_label_body(), value: place.body_name },
    { term: m.places_label_district(), value: place.district_name ?? m.places_whole_town() },
    { term: m.places_label_address(), value: place.address },
    { term: m.places_label_cost(), value: place.cost },
    { term: m.places_label_entry(), value: entryWords[place.entry]() },
    {
      term: m.places_label_newcomers(),
      value: place.newcomers ? m.places_newcomers_yes() : m.places_newcomers_no(),
    },
    { term: m.places_label_access(), value: listed('place_access', place.access) },
    { term: m.places_label_access_words(), value: place.access_words },
    { term: m.places_label_languages(), value: listed('place_language', place.languages) },
    { term: m.places_label_child_care(), value: place.child_care },
    { term: m.places_label_public_contact(), value: place.public_contact },
    {
      term: m.places_label_confirmed(),
      value: (
        <>
          {formatDay(place.confirmed_on)} <FreshnessBadge freshness={place.freshness} />
        </>
      ),
    },
  ];
}

function insideOf(place: Place) {
  return [
    {
      term: m.places_label_shown(),
      value:
        place.shown.map((part) => shownPartWords[part]()).join(m.places_and()) || m.places_shown_nothing(),
    },
    { term: m.places_label_confirmed_with(), value: place.confirmed_with },
    { term: m.places_label_contact(), value: place.contact },
    { term: m.places_label_remarks(), value: place.remarks },
    { term: m.places_label_welcomes(), value: willingnessWords[place.welcomes]() },
    {
      term: m.places_label_how_many(),
      value: place.how_many === null ? null : m.places_people_n({ n: place.how_many }),
    },
    { term: m.places_label_conditions(), value: place.conditions },
  ];
}
