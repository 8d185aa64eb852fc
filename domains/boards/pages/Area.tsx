import { Link, useLoaderData } from 'react-router';
import { Folded } from '#domains/cases/pages/shown/Folded.tsx';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { Button } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { type Area, endTie, readArea, writeTie } from '../api.ts';
import { stageWords } from '../model.ts';
import { sayShare } from './shown/say-share.ts';

export function loader(args: PageArgs) {
  return call(readArea, { district: partOf(args, 'district') }, { signal: args.request.signal });
}

/** 校区カード of one district: people, resources, groups, and which bodies do something together. */
export function Component() {
  const area = useLoaderData<typeof loader>();
  const [newest] = area.figures;
  const coordinates = useMe().current?.role === 'community_coordinator';
  return (
    <>
      <PageHeader
        title={m.boards_area_of({ district: area.district_name })}
        trail={[{ label: m.boards_areas_title(), to: '/areas' }]}
        actions={<Button onPress={() => window.print()}>{m.boards_area_print()}</Button>}
      />
      <Section heading={m.boards_area_people()}>
        {newest ? <DescriptionList items={factsOf(newest)} /> : <p>{m.boards_area_people_none()}</p>}
        {area.figures.length > 1 && (
          <ul className="list-disc pl-6">
            {area.figures.slice(1).map((one) => (
              <li key={one.as_of}>
                {m.boards_area_before({
                  day: formatDay(one.as_of),
                  n: one.population.toLocaleString('ja-JP'),
                })}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section heading={m.boards_area_resources()}>
        {area.places.length === 0 ? (
          <p>{m.boards_area_places_none()}</p>
        ) : (
          <ul className="grid gap-2">
            {area.places.map((one) => (
              <li key={one.id}>
                {coordinates ? <Link to={`/places/${one.id}`}>{one.name}</Link> : one.name}
                <div>{one.what}</div>
              </li>
            ))}
          </ul>
        )}
        {area.groups.length > 0 && (
          <ul className="grid gap-2">
            {area.groups.map((one) => (
              <li key={one.id} className="flex flex-wrap items-center gap-3">
                <Link to={`/helping-groups/${one.id}`}>{one.name}</Link>
                <Badge>{stageWords[one.stage]()}</Badge>
              </li>
            ))}
          </ul>
        )}
        {area.board && (
          <p>
            <Link to={`/boards/${area.board.id}`}>{area.board.name}</Link>
          </p>
        )}
      </Section>
      <Ties area={area} />
    </>
  );
}

function factsOf(one: Area['figures'][number]) {
  const count = (n: number | null) => (n === null ? null : m.boards_people({ n: n.toLocaleString('ja-JP') }));
  const withShare = (n: number | null) => {
    const share = sayShare(n, one.population);
    return n === null || share === null ? null : m.boards_count_share({ count: count(n) ?? '', share });
  };
  return [
    { term: m.boards_label_population(), value: count(one.population) },
    { term: m.boards_label_children(), value: withShare(one.children) },
    { term: m.boards_label_aged(), value: withShare(one.aged) },
    { term: m.boards_label_old_aged(), value: withShare(one.old_aged) },
    {
      term: m.boards_label_households(),
      value: one.households === null ? null : one.households.toLocaleString('ja-JP'),
    },
    {
      term: m.boards_label_source(),
      value: m.boards_source_line({ source: one.source, day: formatDay(one.as_of) }),
    },
  ];
}

/** 団体どうしのつながり. */
function Ties({ area: { district_id, ties } }: { area: Area }) {
  const { today } = useMe();
  return (
    <Section heading={m.boards_ties()}>
      {ties.length === 0 ? (
        <p>{m.boards_ties_none()}</p>
      ) : (
        <ul className="grid gap-3">
          {ties.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-4">
              {m.boards_tie_line({
                one: one.one,
                other: one.other,
                what: one.what,
                day: formatDay(one.since_on),
              })}
              {one.ended_on ? (
                <Badge>{m.boards_tie_ended({ day: formatDay(one.ended_on) })}</Badge>
              ) : (
                <CommandButton op={endTie} input={{ id: one.id }}>
                  {m.boards_tie_end_summary()}
                </CommandButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <Folded summary={m.boards_tie_summary()}>
        <Form
          op={writeTie}
          mints="id"
          also={{ district_id }}
          initial={{ since_on: today }}
          submit={m.boards_submit()}
          doneSays={m.boards_saved()}
        >
          <TextField name="one" label={m.boards_label_one()} required maxLength={100} />
          <TextField name="other" label={m.boards_label_other()} required maxLength={100} />
          <TextField name="what" label={m.boards_label_tie_what()} required width="full" maxLength={300} />
          <DateField name="since_on" label={m.boards_label_since()} required max={today} />
        </Form>
      </Folded>
    </Section>
  );
}
