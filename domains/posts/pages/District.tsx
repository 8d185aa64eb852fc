import { useLoaderData } from 'react-router';
import { type District, endDistrict, listDistricts, renameDistrict } from '#domains/districts/api.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { CallRefused, call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { listTakeovers } from '../api.ts';
import { Takeover } from './shown/Takeover.tsx';

/** One district: its name, what became of it, and who took over what it kept. */
export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [{ districts }, { takeovers }] = await Promise.all([
    call(listDistricts, {}, options),
    call(listTakeovers, {}, options),
  ]);
  const district = districts.find(({ id }) => id === partOf(args, 'id'));
  if (!district) throw new CallRefused({ code: 'not_found', message: m.platform_refused_not_found() });
  const takeover = takeovers.find((one) => one.district === district.id) ?? null;
  return {
    district,
    takeover,
    others: districts.filter(({ id, ends_on }) => id !== district.id && ends_on === null),
  };
}

export function Component() {
  const { district, takeover, others } = useLoaderData<typeof loader>();
  const ended = district.changes.filter(({ kind }) => kind !== 'renamed');
  return (
    <>
      <PageHeader
        title={m.posts_district_title({ name: district.name })}
        trail={[{ label: m.posts_places_title(), to: '/admin/places' }]}
      />
      <Section heading={m.posts_district_about()}>
        <DescriptionList
          items={[
            { term: m.posts_label_kana(), value: district.kana },
            { term: m.posts_label_area(), value: district.area },
            { term: m.posts_label_from(), value: formatDay(district.starts_on) },
            ...(district.ends_on
              ? [{ term: m.posts_label_last_day(), value: formatDay(district.ends_on) }]
              : []),
            ...district.changes.map((change) => ({
              term: formatDay(change.starts_on),
              value: sayChange(change),
            })),
            ...(takeover
              ? [
                  {
                    term: m.posts_takeover_title(),
                    value: m.posts_takeover_line({
                      day: formatDay(takeover.starts_on),
                      into: takeover.into.name,
                    }),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {district.ends_on === null && <Renaming district={district} />}
      {district.ends_on === null && <Ending district={district} others={others} />}
      {!takeover && ended.length > 0 && (
        <Section heading={m.posts_takeover_title()}>
          <Takeover id={district.id} into={ended.flatMap(({ into }) => into ?? [])} />
        </Section>
      )}
    </>
  );
}

function sayChange({ kind, into, name_before, reason }: District['changes'][number]): string {
  if (kind === 'renamed') return m.posts_district_renamed({ before: name_before ?? '', reason });
  const said = { into: into?.name ?? '', reason };
  return kind === 'merged' ? m.posts_district_merged(said) : m.posts_district_split(said);
}

function Renaming({ district }: { district: District }) {
  const { today } = useMe();
  return (
    <Section heading={m.posts_district_rename_title()}>
      <p>{m.posts_district_rename_lead()}</p>
      <Form
        op={renameDistrict}
        also={{ id: district.id }}
        initial={{ starts_on: today }}
        submit={m.posts_district_rename_submit()}
        doneSays={m.posts_district_rename_done()}
      >
        <TextField name="name" label={m.posts_district_new_name()} required />
        <TextField name="kana" label={m.posts_district_new_kana()} required />
        <DateField name="starts_on" label={m.posts_district_since()} max={today} required />
        <TextField name="reason" label={m.posts_label_reason()} width="full" required />
      </Form>
    </Section>
  );
}

function Ending({ district, others }: { district: District; others: readonly District[] }) {
  const choices = others.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Section heading={m.posts_district_end_title()}>
      <p>{m.posts_district_end_lead()}</p>
      <Form
        op={endDistrict}
        also={{ id: district.id }}
        reshape={(typed) => ({
          ...typed,
          into: typed.kind === 'split' ? (typed.into as string[]) : typed.into ? [String(typed.into)] : [],
        })}
        submit={m.posts_district_end_submit()}
        doneSays={m.posts_district_end_done()}
      >
        {(typed) => (
          <>
            <RadioGroup
              name="kind"
              label={m.posts_district_kind()}
              required
              choices={[
                { value: 'merged', label: m.posts_district_kind_merged() },
                { value: 'split', label: m.posts_district_kind_split() },
              ]}
            />
            {typed.kind === 'merged' && (
              <SelectField name="into" label={m.posts_district_into()} choices={choices} required />
            )}
            {typed.kind === 'split' && (
              <CheckboxGroup
                name="into"
                label={m.posts_district_into_several()}
                choices={choices}
                inline
                required
              />
            )}
            <DateField name="starts_on" label={m.posts_district_since()} required />
            <TextField name="reason" label={m.posts_label_reason()} width="full" required />
          </>
        )}
      </Form>
    </Section>
  );
}
