import { useNavigate, useSearchParams } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { addItemOption, endItemOption, type readItem, rewordItemOption } from '../../api.ts';
import { EndingFields } from './EndingFields.tsx';
import { writeTerm } from './wording.ts';

type Read = OutputOf<typeof readItem>;
type Option = Read['options'][number];

interface OptionsProps {
  item: Read;
  /** The item's own page. */
  back: string;
}

/** What can be chosen, in order, each with its own dates and words. */
export function Options({ item, back }: OptionsProps) {
  const [search] = useSearchParams();
  const act = search.get('act');
  const grows = item.kind !== 'yes_no';
  return (
    <Section
      heading={m.items_options()}
      actions={
        grows && act !== 'add' && <ButtonLink to="?act=add">{m.items_add_option_summary()}</ButtonLink>
      }
    >
      <ol className="grid gap-3">
        {item.options.map((option) => (
          <li key={option.id} className="border-b border-solid-gray-300 pb-3">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p>
                <span className="text-std-16B-170">{option.label}</span>
                <span className="ml-4 text-solid-gray-700">{writeTerm(option)}</span>
              </p>
              {search.get('option') !== option.id && <Acts option={option} ends={grows} />}
            </div>
            {search.get('option') === option.id && <Act option={option} act={act} back={back} />}
          </li>
        ))}
      </ol>
      {act === 'add' && <Add item={item} back={back} />}
    </Section>
  );
}

function Acts({ option, ends }: { option: Option; ends: boolean }) {
  const which = <span className="sr-only">{m.items_which({ label: option.label })}</span>;
  return (
    <span className="flex gap-2 print:hidden">
      <ButtonLink to={`?act=reword-option&option=${option.id}`}>
        {m.items_reword()}
        {which}
      </ButtonLink>
      {ends && (
        <ButtonLink to={`?act=end-option&option=${option.id}`}>
          {m.items_end()}
          {which}
        </ButtonLink>
      )}
    </span>
  );
}

function Act({ option, act, back }: { option: Option; act: string | null; back: string }) {
  const navigate = useNavigate();
  const { today } = useMe();
  const { id, label, ends_on, wordings } = option;
  const beside = (
    <ButtonLink look="text" to={back}>
      {m.items_leave()}
    </ButtonLink>
  );
  if (act === 'end-option')
    return (
      <Form
        op={endItemOption}
        also={{ id }}
        initial={{ ends_on: ends_on ?? today }}
        submit={m.items_end_submit()}
        beside={beside}
        done={() => navigate(back, saying(m.items_end_done()))}
      >
        <EndingFields />
      </Form>
    );
  return (
    <Form
      op={rewordItemOption}
      also={{ id, version: wordings[0]?.version ?? 1 }}
      initial={{ label }}
      submit={m.items_reword_submit()}
      beside={beside}
      done={() => navigate(back, saying(m.items_reworded()))}
    >
      <TextField name="label" label={m.items_label_option()} required width="full" maxLength={60} />
    </Form>
  );
}

function Add({ item, back }: OptionsProps) {
  const navigate = useNavigate();
  const { today } = useMe();
  return (
    <Form
      op={addItemOption}
      mints="id"
      also={{ item_id: item.id }}
      initial={{ starts_on: today }}
      submit={m.items_add_option_summary()}
      beside={
        <ButtonLink look="text" to={back}>
          {m.items_leave()}
        </ButtonLink>
      }
      done={() => navigate(back, saying(m.items_option_added()))}
    >
      <TextField name="label" label={m.items_label_option()} required width="full" maxLength={60} />
      <DateField name="starts_on" label={m.items_label_starts_on()} required />
    </Form>
  );
}
