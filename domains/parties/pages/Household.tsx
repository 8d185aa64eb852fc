import { useLoaderData, useParams } from 'react-router';
import { type Item, isInForce } from '#domains/items/model.ts';
import { loadItems } from '#domains/items/pages/shown/load-items.ts';
import { OwnAnswers } from '#domains/items/pages/shown/OwnAnswers.tsx';
import { listVisits } from '#domains/visits/api.ts';
import { listAssignments } from '#domains/visits/assignment-api.ts';
import { visitingRoles } from '#domains/visits/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { cautionWords } from '../model.ts';
import { Aliases } from './shown/Aliases.tsx';
import { LastVisits } from './shown/LastVisits.tsx';
import { useIsKeeper } from './shown/may.ts';
import { type Opened, openHousehold, whyNotHere } from './shown/opened.ts';
import { PartLink } from './shown/PartLink.tsx';
import { People } from './shown/People.tsx';
import { PhoneLink } from './shown/PhoneLink.tsx';
import { Reasons } from './shown/Reasons.tsx';
import { WhoLooksIn } from './shown/WhoLooksIn.tsx';

export async function loader(args: PageArgs) {
  const household = partOf(args, 'id');
  const options = { signal: args.request.signal };
  const [opened, items, { assignments }, { visits, next }] = await Promise.all([
    openHousehold(args),
    loadItems('household', args.request.signal),
    call(listAssignments, { household }, options),
    call(listVisits, { household, limit: 5 }, options),
  ]);
  return { opened, items, assignments, visits, hasMore: next !== null };
}

/** Whoever looks in sees how to reach the people and what to mind at the door; who keeps the record, all of it. */
export function Component() {
  const { opened, items, assignments, visits, hasMore } = useLoaderData<typeof loader>();
  const { id } = useParams();
  const keeps = useIsKeeper();
  return (
    <>
      <PageHeader
        title={opened.name}
        trail={[{ label: m.parties_list_title(), to: '/households' }]}
        actions={<Actions household={opened} />}
      />
      <div className="mb-8 grid gap-3 empty:hidden">
        {id !== opened.id && <Notice tone="info">{m.parties_opened_as({ number: opened.number })}</Notice>}
        {opened.closed_on && (
          <Notice tone="warning">{m.parties_closed_on({ day: formatDay(opened.closed_on) })}</Notice>
        )}
        {keeps && !opened.may_write && <Notice tone="info">{whyNotHere('correct', opened)}</Notice>}
      </div>
      <Section
        heading={m.parties_contact()}
        actions={<PartLink household={opened} act="correct" part="edit" label={m.parties_correct()} />}
      >
        <Contact household={opened} keeps={keeps} />
      </Section>
      <Section
        heading={m.parties_people()}
        actions={<PartLink household={opened} act="people" part="people" label={m.parties_people_change()} />}
      >
        <People household={opened} />
      </Section>
      <Own household={opened} items={items.filter(({ facet }) => facet === 'household')} />
      {keeps && <Reasons household={opened} />}
      {keeps && (
        <div className="print:hidden">
          <Own household={opened} items={items.filter(({ facet }) => facet === 'watching')} />
        </div>
      )}
      <Section
        heading={m.parties_visitors()}
        actions={
          <PartLink household={opened} act="assign" part="visitors" label={m.parties_visitors_change()} />
        }
      >
        <WhoLooksIn assignments={assignments} keeps={keeps} />
      </Section>
      <Section heading={m.parties_visits()}>
        <LastVisits household={opened} visits={visits} hasMore={hasMore} />
      </Section>
      <Aliases household={opened} />
      {keeps && <Entry household={opened} />}
    </>
  );
}

function Actions({ household }: { household: Opened }) {
  const { current, finishing } = useMe();
  const visits = (visitingRoles as readonly string[]).includes(current?.role ?? '') && !finishing;
  if (current?.role === 'gatherer' && !finishing)
    return (
      <ButtonLink to={`/disclosure-keys/new/${household.id}?about=household`}>
        {m.disclosures_issue_title()}
      </ButtonLink>
    );
  if (!visits || household.closed_on) return null;
  return (
    <ButtonLink look="solid" to={`/visits/new?household=${household.id}`}>
      {m.parties_record_visit()}
    </ButtonLink>
  );
}

function Contact({ household, keeps }: { household: Opened; keeps: boolean }) {
  const { kana, number, address, phone, cautions, district, holder } = household;
  return (
    <DescriptionList
      items={[
        { term: m.parties_export_kana(), value: kana },
        { term: m.parties_export_address(), value: address },
        {
          term: m.parties_export_phone(),
          value: phone && <PhoneLink phone={phone} />,
        },
        {
          term: m.parties_label_cautions(),
          value: cautions.length === 0 ? m.parties_cautions_none() : <Cautions cautions={cautions} />,
        },
        { term: m.parties_export_number(), value: number },
        ...(keeps
          ? [
              { term: m.parties_district(), value: district.name },
              { term: m.parties_holder(), value: holder.name },
            ]
          : []),
      ]}
    />
  );
}

/** What is answered to the town's own items of one facet, and the way to answer while some are asked. */
function Own({ household, items }: { household: Opened; items: readonly Item[] }) {
  const { today } = useMe();
  const [first] = items;
  const asked = items.some((one) => one.kind !== 'section' && isInForce(one, today));
  const watching = first?.facet === 'watching';
  return (
    <OwnAnswers
      heading={watching ? m.parties_own_watching() : m.items_own()}
      items={items}
      answers={household.answers}
      from={today}
      actions={
        asked && (
          <PartLink
            household={household}
            act="answer"
            part={watching ? 'items?facet=watching' : 'items'}
            label={m.parties_answer()}
          />
        )
      }
    />
  );
}

function Cautions({ cautions }: Pick<Opened, 'cautions'>) {
  return (
    <ul className="flex flex-wrap gap-2">
      {cautions.map((caution) => (
        <li key={caution}>
          <Badge tone="yellow">{cautionWords[caution]()}</Badge>
        </li>
      ))}
    </ul>
  );
}

/** What concerns the entry itself and is done rarely. */
function Entry({ household }: { household: Opened }) {
  return (
    <Section heading={m.parties_entry_heading()}>
      <div className="flex flex-wrap gap-3 print:hidden">
        <PartLink household={household} act="move" part="move" label={m.parties_move_or_close()} />
        <PartLink household={household} act="reopen" part="move" label={m.parties_reopen()} />
        <PartLink household={household} act="merge" part="doubles" label={m.parties_doubles()} />
        <ButtonLink to={`/households/${household.id}/history`}>{m.parties_history()}</ButtonLink>
        {household.may_write && (
          <ButtonLink to={`/legal-holds?household=${household.id}`}>{m.disposals_hold_place()}</ButtonLink>
        )}
      </div>
    </Section>
  );
}
