import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Section } from '#ui/Section.tsx';
import { answerFoodRecall, type readFoodRecall } from '../../api.ts';

type Recall = OutputOf<typeof readFoodRecall>;

/** The places its lots came to: how many households each must reach, and what it has said; for an own place, the form to say it. */
export function RecallPlaces({ recall }: { recall: Recall }) {
  const open = recall.closed_words === null;
  return (
    <Section heading={m.food_recall_places()}>
      {recall.places.length === 0 && <p>{m.food_recall_flows_none()}</p>}
      <ul className="grid gap-6">
        {recall.places.map((one) => (
          <li key={one.place_id} className="grid gap-3">
            <p className="text-std-16B-170">
              {m.food_recall_place_line({ place: one.name, n: one.households, named: one.named })}
            </p>
            <p>{answerOf(one)}</p>
            {open && one.kept && (
              <details className="rounded-8 border border-solid-gray-300 p-4 print:hidden">
                <summary className="cursor-pointer py-2 text-std-16B-170">
                  {m.food_recall_answer_for({ place: one.name })}
                </summary>
                <div className="mt-4">
                  <Form
                    op={answerFoodRecall}
                    mints="id"
                    also={{ recall_id: recall.id, place_id: one.place_id }}
                    submit={m.food_recall_answer_submit()}
                    doneSays={m.food_recall_answer_done()}
                  >
                    <NumberField
                      name="told"
                      label={m.food_label_told()}
                      required
                      unit={m.food_unit_households()}
                    />
                    <NumberField
                      name="not_reached"
                      label={m.food_label_not_reached()}
                      required
                      unit={m.food_unit_households()}
                    />
                    <Checkbox name="put_apart" label={m.food_label_put_apart()} />
                    <TextField
                      name="words"
                      label={m.food_label_answer_words()}
                      hint={m.food_hint_answer_words()}
                      width="full"
                      maxLength={500}
                    />
                  </Form>
                </div>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function answerOf({ answer }: Recall['places'][number]): string {
  if (answer === null) return m.food_recall_no_answer();
  return m.food_recall_answer_line({
    at: formatInstant(answer.answered_at),
    told: answer.told,
    not_reached: answer.not_reached,
    apart: answer.put_apart ? m.food_put_apart_yes() : m.food_put_apart_no(),
    words: answer.words ?? '',
  });
}
