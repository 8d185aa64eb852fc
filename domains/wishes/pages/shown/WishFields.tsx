import { useState } from 'react';
import * as m from '#messages';
import { Button } from '#ui/Button.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { useMe } from '#ui/me.ts';
import {
  limits,
  limitWords,
  parts,
  partWords,
  reaches,
  reachWords,
  type Side,
  steps,
  stepWords,
  weekdays,
  writeWeekdays,
} from '../../model.ts';
import { findLimits } from '../../words/find-limits.ts';
import { labelOfTag } from '../../words/list-tags.ts';
import { suggestTags } from '../../words/suggest-tags.ts';
import { tags } from '../../words/taxonomy.ts';

/** The words first; everything else may stay as it is. Tags that the words speak of stand first. */
export function WishFields({
  side,
  typed,
  districts,
}: {
  side: Side;
  typed: Typed;
  districts: readonly { id: string; name: string }[];
}) {
  const { today } = useMe();
  const said = typeof typed.words === 'string' ? typed.words : '';
  const chosen = Array.isArray(typed.tags) ? typed.tags.filter((tag) => typeof tag === 'string') : [];
  const suggested = suggestTags(said, side);
  const first = [...new Set([...chosen, ...suggested.map(({ tag }) => tag)])];
  const found = findLimits(said).flatMap(({ limit, words }) => {
    const known = limits.find((one) => one === limit);
    return known ? [{ limit: known, words }] : [];
  });
  const [all, setAll] = useState(false);
  const others = all ? tags.map(({ tag }) => tag).filter((tag) => !first.includes(tag)) : [];
  const listed = [...first, ...others];
  return (
    <>
      <TextArea
        name="words"
        label={side === 'wish' ? m.wishes_label_wish() : m.wishes_label_offer()}
        hint={side === 'wish' ? m.wishes_hint_wish() : m.wishes_hint_offer()}
        required
        rows={3}
        maxLength={500}
      />
      {listed.length > 0 && (
        <CheckboxGroup
          name="tags"
          label={m.wishes_label_tags()}
          hint={
            suggested.length > 0
              ? m.wishes_hint_tags_found({
                  tags: suggested
                    .map(({ label, words }) => m.wishes_tag_because({ label, words }))
                    .join(m.wishes_and()),
                })
              : m.wishes_hint_tags()
          }
          inline
          choices={listed.map((tag) => ({ value: tag, label: labelOfTag(tag) }))}
        />
      )}
      {!all && <Button onPress={() => setAll(true)}>{m.wishes_other_tags()}</Button>}
      <RadioGroup
        name="step"
        label={m.wishes_label_step()}
        inline
        choices={steps.map((value) => ({ value, label: stepWords[value]() }))}
      />
      <RadioGroup
        name="reach"
        label={m.wishes_label_reach()}
        inline
        choices={reaches.map((value) => ({ value, label: reachWords[value]() }))}
      />
      <SelectField
        name="district_id"
        label={m.wishes_label_district()}
        emptyLabel={m.wishes_district_of_participant()}
        choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <CheckboxGroup
        name="days"
        label={m.wishes_label_days()}
        hint={m.wishes_hint_when()}
        inline
        choices={weekdays.map((day) => ({ value: String(day), label: writeWeekdays([day]) }))}
      />
      <CheckboxGroup
        name="parts"
        label={m.wishes_label_parts()}
        inline
        choices={parts.map((value) => ({ value, label: partWords[value]() }))}
      />
      <CheckboxGroup
        name="limits"
        label={m.wishes_label_limits()}
        {...(found.length > 0 && {
          hint: m.wishes_hint_limits_found({
            limits: found
              .map(({ limit, words }) => m.wishes_tag_because({ label: limitWords[limit](), words }))
              .join(m.wishes_and()),
          }),
        })}
        inline
        choices={limits.map((value) => ({ value, label: limitWords[value]() }))}
      />
      <NumberField name="times" label={m.wishes_label_times()} hint={m.wishes_hint_times()} />
      <DateField name="until" label={m.wishes_label_until()} min={today} />
    </>
  );
}
