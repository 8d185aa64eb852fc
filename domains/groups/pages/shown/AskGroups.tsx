import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { mintId } from '#platform/uuid.ts';
import { DownloadLink } from '#ui/Button.tsx';
import { hrefOf } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Section } from '#ui/Section.tsx';
import { requestWays, requestWayWords } from '../../model.ts';
import { type AskedSheet, printRequestLetters, requestSheets } from '../../request-api.ts';

interface Missing {
  district_id: string;
  district_name: string;
  group_id: string;
}

interface AskGroupsProps {
  month: string;
  missing: readonly Missing[];
  /** Who was asked already and has not answered. */
  asked: readonly AskedSheet[];
}

/** Asks every group whose sheet is missing in one press, on its screen or by a letter, and says who was asked when. */
export function AskGroups({ month, missing, asked }: AskGroupsProps) {
  const letters = asked.filter(({ way }) => way === 'letter');
  const askedOf = new Map(asked.map((one) => [one.group_id, one]));

  function reshape(typed: Typed) {
    const chosen = Array.isArray(typed.requests) ? typed.requests : [];
    return {
      way: typed.way as (typeof requestWays)[number],
      ...(typed.words ? { words: String(typed.words) } : {}),
      requests: missing
        .filter(({ group_id }) => chosen.includes(group_id))
        .map(({ group_id, district_id }) => ({ id: mintId(), group_id, district_id })),
    };
  }

  return (
    <Section heading={m.groups_ask_heading()}>
      {missing.length > 0 && (
        <Form
          op={requestSheets}
          also={{ month }}
          reshape={reshape}
          submit={m.groups_ask_submit()}
          doneSays={m.groups_ask_done()}
        >
          <CheckboxGroup
            name="requests"
            label={m.groups_label_asked()}
            inline
            initial={missing.map(({ group_id }) => group_id)}
            choices={missing.map(({ group_id, district_name }) => {
              const before = askedOf.get(group_id);
              return {
                value: group_id,
                label: before
                  ? m.groups_asked_before({
                      district: district_name,
                      day: formatDay(before.asked_on),
                      way: requestWayWords[before.way](),
                    })
                  : district_name,
              };
            })}
          />
          <RadioGroup
            name="way"
            label={m.groups_label_way()}
            required
            choices={requestWays.map((value) => ({ value, label: requestWayWords[value]() }))}
          />
          <TextArea name="words" label={m.groups_label_words()} rows={2} maxLength={500} />
        </Form>
      )}
      {letters.length > 0 && (
        <p className="mt-6">
          <DownloadLink href={hrefOf(printRequestLetters, { month })}>
            {m.groups_letters_print({ n: letters.length })}
          </DownloadLink>
        </p>
      )}
    </Section>
  );
}
