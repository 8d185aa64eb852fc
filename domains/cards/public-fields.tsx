/** @jsxImportSource hono/jsx */
import { limits, parts, reaches, type Side, sides, sorts, steps, weekdays } from '#domains/wishes/model.ts';
import { Ruby, withoutRuby } from '#ui/public/Ruby.tsx';
import { Area, type Fields, Line } from '../letters/public-fields.tsx';
import type { LetterKey } from '../letters/public-words.ts';

/** Both are asked, one beside the other: nobody is only helped. Everything but the words may stay as it is. */
export function BothSides(fields: Fields) {
  return (
    <>
      {sides.map((side) => (
        <OneSide key={side} {...fields} side={side} />
      ))}
    </>
  );
}

const sideLabels = {
  wish: { label: 'card_wish_label', hint: 'card_wish_hint' },
  offer: { label: 'card_offer_label', hint: 'card_offer_hint' },
} as const satisfies Record<Side, Record<string, LetterKey>>;

function OneSide({ side, ...fields }: Fields & { side: Side }) {
  const { say, typed, wrong } = fields;
  const name = (what: string) => `${side}_${what}`;
  const chosen = (what: string) => [typed[name(what)] ?? []].flat();
  const more = ['days', 'parts', 'reach', 'limits', 'times', 'until'].map(name);
  const open = more.some((one) => wrong?.[one] || [typed[one] ?? []].flat().some((said) => said !== ''));
  return (
    <fieldset class="field" id={side}>
      <legend>
        <Ruby>{say(sideLabels[side].label)}</Ruby>
      </legend>
      <Area
        {...fields}
        name={name('words')}
        label={sideLabels[side].label}
        hint={sideLabels[side].hint}
        quiet
      />
      <Choices
        {...fields}
        type="radio"
        name={name('step')}
        legend="card_step"
        chosen={chosen('step').length > 0 ? chosen('step') : ['go_on']}
        choices={steps.map((value) => [value, `card_step_${value}`])}
      />
      <details open={open}>
        <summary>
          <Ruby>{say('card_more')}</Ruby>
        </summary>
        <Choices
          {...fields}
          type="checkbox"
          name={name('days')}
          legend="card_days"
          chosen={chosen('days')}
          choices={weekdays.map((day) => [String(day), `card_day_${day}`])}
        />
        <Choices
          {...fields}
          type="checkbox"
          name={name('parts')}
          legend="card_parts"
          chosen={chosen('parts')}
          choices={parts.map((value) => [value, `card_part_${value}`])}
        />
        <Choices
          {...fields}
          type="radio"
          name={name('reach')}
          legend="card_reach"
          chosen={chosen('reach').length > 0 ? chosen('reach') : ['own_district']}
          choices={reaches.map((value) => [value, `card_reach_${value}`])}
        />
        <Choices
          {...fields}
          type="checkbox"
          name={name('limits')}
          legend="card_limits"
          chosen={chosen('limits')}
          choices={limits.map((value) => [value, `card_limit_${value}`])}
        />
        <Line {...fields} name={name('times')} label="card_times" hint="card_times_hint" numeric />
        <Line {...fields} name={name('until')} label="card_until" type="date" />
      </details>
    </fieldset>
  );
}

interface ChoicesProps extends Fields {
  type: 'radio' | 'checkbox';
  name: string;
  legend: LetterKey;
  chosen: readonly string[];
  choices: readonly (readonly [string, LetterKey])[];
}

function Choices({ say, type, name, legend, chosen, choices }: ChoicesProps) {
  return (
    <fieldset>
      <legend>
        <Ruby>{say(legend)}</Ruby>
      </legend>
      <div class="choices">
        {choices.map(([value, key]) => (
          <label key={value}>
            <input type={type} name={name} value={value} checked={chosen.includes(value)} />
            <span>
              <Ruby>{say(key)}</Ruby>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Who writes, where, and how to reach; all of it only if one likes. */
export function WhoWrites({
  districts,
  ...fields
}: Fields & { districts: readonly { id: string; name: string }[] }) {
  const { say, typed } = fields;
  const chosen = typed.district ?? '';
  return (
    <>
      <div>
        <h2>
          <Ruby>{say('card_you')}</Ruby>
        </h2>
        <p>
          <Ruby>{say('card_you_lead')}</Ruby>
        </p>
      </div>
      <Line {...fields} name="name" label="name" autocomplete="nickname" />
      <Line {...fields} name="reaching" label="card_reaching" />
      <div class="field">
        <label for="district">
          <Ruby>{say('card_district')}</Ruby>
        </label>
        <select id="district" name="district">
          <option value="">{withoutRuby(say('card_district_none'))}</option>
          {districts.map(({ id, name }) => (
            <option key={id} value={id} selected={chosen === id} lang="ja">
              {name}
            </option>
          ))}
        </select>
      </div>
      <Choices
        {...fields}
        type="radio"
        name="sort"
        legend="card_sort"
        chosen={[typed.sort ?? []].flat()}
        choices={sorts.map((value) => [value, `card_sort_${value}`])}
      />
    </>
  );
}
