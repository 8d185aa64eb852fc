import { useLoaderData, useNavigate, useSearchParams } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { endItem, readItem, rewordItem } from '../api.ts';
import { isChosen, itemRecordWords } from '../model.ts';
import { EndingFields } from './shown/EndingFields.tsx';
import { ItemHistory } from './shown/ItemHistory.tsx';
import { Options } from './shown/Options.tsx';
import { WordingFields } from './shown/WordingFields.tsx';
import { writeFacet, writeKind, writeTerm } from './shown/wording.ts';

export function loader(args: PageArgs) {
  return call(readItem, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

type Read = OutputOf<typeof readItem>;

/** One item: how it is asked, what can be chosen, until when, and what it was called before. */
export function Component() {
  const item = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const { today } = useMe();
  const act = search.get('act');
  const back = `/admin/items/${item.id}`;
  const ended = item.ends_on !== null && item.ends_on < today;
  return (
    <>
      <PageHeader
        title={item.label}
        lead={writeTerm(item)}
        trail={[{ label: m.items_own(), to: '/admin/items' }]}
        actions={
          act === null && (
            <>
              <ButtonLink to="?act=reword">{m.items_reword()}</ButtonLink>
              <ButtonLink to="?act=end">{ended ? m.items_go_on() : m.items_end()}</ButtonLink>
            </>
          )
        }
      />
      {ended && (
        <div className="mb-6">
          <Notice tone="info">{m.items_has_ended()}</Notice>
        </div>
      )}
      {act === 'reword' && <Reword item={item} back={back} />}
      {act === 'end' && <End item={item} ended={ended} back={back} />}
      <Section heading={m.items_about()}>
        <DescriptionList items={describe(item)} />
      </Section>
      {isChosen(item.kind) && <Options item={item} back={back} />}
      <ItemHistory item={item} />
    </>
  );
}

function describe(item: Read) {
  return [
    { term: m.items_label_record(), value: itemRecordWords[item.record]() },
    { term: m.items_label_kind(), value: writeKind(item) },
    { term: m.items_label_hint(), value: item.hint },
    ...(item.kind === 'section'
      ? []
      : [
          {
            term: m.items_label_required(),
            value: item.required ? m.items_required() : m.items_optional(),
          },
        ]),
    { term: m.items_label_facet(), value: writeFacet(item) },
    { term: m.items_label_starts_on(), value: formatDay(item.starts_on) },
    { term: m.items_label_ends_on(), value: item.ends_on && formatDay(item.ends_on) },
  ];
}

interface ActProps {
  item: Read;
  back: string;
}

function Reword({ item, back }: ActProps) {
  const navigate = useNavigate();
  const { id, kind, label, hint, unit, required, wordings } = item;
  return (
    <Section heading={m.items_reword()}>
      <p>{m.items_reword_means()}</p>
      <Form
        op={rewordItem}
        also={{ id, version: wordings[0]?.version ?? 1 }}
        initial={{ label, hint, unit, required }}
        submit={m.items_reword_submit()}
        beside={<Leave to={back} />}
        done={() => navigate(back, saying(m.items_reworded()))}
      >
        <WordingFields kind={kind} />
      </Form>
    </Section>
  );
}

function End({ item: { id, ends_on }, ended, back }: ActProps & { ended: boolean }) {
  const navigate = useNavigate();
  const { today } = useMe();
  return (
    <Section heading={m.items_end()}>
      <p>{m.items_end_means()}</p>
      <Form
        op={endItem}
        also={{ id }}
        initial={ended ? {} : { ends_on: ends_on ?? today }}
        submit={m.items_end_submit()}
        beside={<Leave to={back} />}
        done={() => navigate(back, saying(m.items_end_done()))}
      >
        <EndingFields />
      </Form>
    </Section>
  );
}

function Leave({ to }: { to: string }) {
  return (
    <ButtonLink look="text" to={to}>
      {m.items_leave()}
    </ButtonLink>
  );
}
