import { Link, useLoaderData, useNavigate, useRevalidator, useSearchParams } from 'react-router';
import type { Item } from '#domains/items/model.ts';
import { ItemFields } from '#domains/items/pages/shown/ItemFields.tsx';
import { initialAnswers } from '#domains/items/pages/shown/initial-answers.ts';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import { OwnAnswers } from '#domains/items/pages/shown/OwnAnswers.tsx';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink, DownloadLink } from '#ui/Button.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { correctVisit, readVisit, readVisitPhoto, takeOutVisitPhoto, withdrawVisit } from '../api.ts';
import { contentWords, nextStepWords } from '../model.ts';
import { ConditionBadge } from './shown/ConditionBadge.tsx';
import { dayOf, VisitFields } from './shown/VisitFields.tsx';
import { VisitVersions } from './shown/VisitVersions.tsx';
import { partWords, writeName, writeWhen } from './shown/wording.ts';

export async function loader(args: PageArgs) {
  const { signal } = args.request;
  const [visit, items] = await Promise.all([
    call(readVisit, { id: partOf(args, 'id') }, { signal }),
    loadItems('visit', signal),
  ]);
  return { visit, items };
}

type ReadVisit = OutputOf<typeof readVisit>;

export function Component() {
  const { visit, items } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const act = visit.changeable ? search.get('act') : null;
  const title = m.visits_visit_title({ household: writeName(visit.household_name) });
  return (
    <>
      <PageHeader
        title={title}
        lead={writeWhen(visit)}
        trail={[{ label: m.visits_list_title(), to: '/visits' }]}
        actions={visit.changeable && !visit.withdrawn && act === null && <Acts />}
      />
      <div className="mb-6 grid gap-3">
        <Standing visit={visit} />
      </div>
      {act === 'correct' && <Correct visit={visit} items={items} />}
      {act === 'withdraw' && <Withdraw visit={visit} />}
      {act === 'photo' && <TakeOutPhoto visit={visit} />}
      <Section heading={m.visits_content()}>
        <DescriptionList items={describe(visit)} />
      </Section>
      {visit.has_photo && <Photo visit={visit} />}
      <OwnAnswers items={items} answers={visit.answers} from={visit.visited_on} />
      {visit.versions.length > 0 && <VisitVersions visit={visit} items={items} />}
    </>
  );
}

function Acts() {
  return (
    <>
      <ButtonLink to="?act=correct">{m.visits_correct()}</ButtonLink>
      <ButtonLink to="?act=withdraw">{m.visits_withdraw()}</ButtonLink>
    </>
  );
}

/** Whether it stands, and whether it counts. */
function Standing({ visit: { withdrawal, counts, changeable } }: { visit: ReadVisit }) {
  if (withdrawal)
    return (
      <Notice tone="warning" title={m.visits_withdrawn_on({ day: formatDay(withdrawal.withdrawn_on) })}>
        {m.visits_withdrawn_because({ reason: withdrawal.reason })}
      </Notice>
    );
  return (
    <>
      {!counts && <Notice tone="info">{m.visits_counts_by_sheet()}</Notice>}
      {!changeable && <p className="text-solid-gray-700">{m.visits_refused_not_own()}</p>}
    </>
  );
}

function describe(visit: ReadVisit) {
  const { condition, next_step, note, late_reason, companions } = visit;
  const names = companions.map(({ name }) => writeName(name)).join(m.visits_between());
  return [
    { term: m.visits_label_household(), value: <Household visit={visit} /> },
    { term: partWords.visited_on(), value: writeWhen(visit) },
    { term: partWords.channel(), value: contentWords(visit, 'channel') },
    { term: partWords.contact(), value: contentWords(visit, 'contact') },
    { term: partWords.condition(), value: condition && <ConditionBadge condition={condition} /> },
    { term: partWords.next_step(), value: next_step && nextStepWords[next_step]() },
    { term: partWords.note(), value: note && <span className="whitespace-pre-wrap">{note}</span> },
    { term: partWords.minutes(), value: visit.minutes && contentWords(visit, 'minutes') },
    { term: m.visits_label_visitor(), value: writeName(visit.visitor_name) },
    { term: m.visits_label_companions(), value: names },
    { term: m.visits_recorded_on(), value: writeRecorded(visit) },
    ...(late_reason === null ? [] : [{ term: m.visits_label_late_reason(), value: late_reason }]),
  ];
}

function Household({ visit: { household_id, household_name } }: { visit: ReadVisit }) {
  const { finishing } = useMe();
  if (household_name === null || finishing) return writeName(household_name);
  return <Link to={`/households/${household_id}`}>{household_name}</Link>;
}

function writeRecorded({ recorded_on, written_by_name, version }: ReadVisit) {
  const day = formatDay(recorded_on);
  return (
    <>
      {written_by_name === null ? day : m.visits_recorded_by({ day, name: written_by_name })}{' '}
      {version > 1 && <Badge>{m.visits_version({ n: version })}</Badge>}
    </>
  );
}

/** A correction is made from the version on the screen; when somebody was quicker, both values are shown and that one is read. */
function Correct({ visit, items }: { visit: ReadVisit; items: readonly Item[] }) {
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const { today, finishing, current } = useMe();
  const { id, version, withdrawn } = visit;
  return (
    <Section heading={m.visits_correct()}>
      <Form
        op={correctVisit}
        also={{ id, version }}
        initial={{ ...visit, answers: initialAnswers(items, visit.answers) }}
        submit={m.visits_correct_submit()}
        cannotSubmit={withdrawn ? m.visits_refused_withdrawn() : undefined}
        beside={<Leave />}
        refused={({ code }) => code === 'refused' && revalidate()}
        done={() => navigate(`/visits/${id}`, saying(m.visits_corrected()))}
      >
        {(typed) => (
          <>
            <VisitFields typed={typed} lastDay={(finishing && current?.ends_on) || today} />
            <ItemFields items={items} from={dayOf(typed, visit.visited_on)} before={visit.answers} byProxy />
            <TextArea
              name="reason"
              label={m.visits_label_reason()}
              hint={m.visits_hint_correct_reason()}
              required
              rows={2}
              maxLength={500}
            />
          </>
        )}
      </Form>
    </Section>
  );
}

function Withdraw({ visit: { id, version, withdrawn } }: { visit: ReadVisit }) {
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  return (
    <Section heading={m.visits_withdraw()}>
      <p>{m.visits_withdraw_means()}</p>
      <Form
        op={withdrawVisit}
        also={{ id, version }}
        submit={m.visits_withdraw_submit()}
        cannotSubmit={withdrawn ? m.visits_refused_withdrawn() : undefined}
        beside={<Leave />}
        refused={({ code }) => code === 'refused' && revalidate()}
        done={() => navigate(`/visits/${id}`, saying(m.visits_withdrawn_done()))}
      >
        <TextArea name="reason" label={m.visits_label_reason()} required rows={2} maxLength={500} />
      </Form>
    </Section>
  );
}

/** It is read one by one: who has looked at it stands in the trail. */
function Photo({ visit: { id, changeable } }: { visit: ReadVisit }) {
  return (
    <Section
      heading={m.visits_label_photo()}
      actions={changeable && <ButtonLink to="?act=photo">{m.visits_photo_out()}</ButtonLink>}
    >
      <DownloadLink href={hrefOf(readVisitPhoto, { id })}>{m.visits_photo_open()}</DownloadLink>
    </Section>
  );
}

function TakeOutPhoto({ visit: { id } }: { visit: ReadVisit }) {
  const navigate = useNavigate();
  return (
    <Section heading={m.visits_photo_out()}>
      <Form
        op={takeOutVisitPhoto}
        also={{ id }}
        submit={m.visits_photo_out()}
        beside={<Leave />}
        done={() => navigate(`/visits/${id}`, saying(m.visits_photo_gone()))}
      >
        <p>{m.visits_photo_out_means()}</p>
      </Form>
    </Section>
  );
}

function Leave() {
  return (
    <ButtonLink look="text" to="?">
      {m.visits_leave()}
    </ButtonLink>
  );
}
