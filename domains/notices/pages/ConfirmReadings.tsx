import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { confirmReadings, proposeReadings } from '../api.ts';
import { withoutMarks } from '../marks.ts';

export function loader(args: PageArgs) {
  return call(proposeReadings, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** ふりがなを確かめる: each word as it is probably read, for a person to say yes to, to mend, or to leave without. */
export function Component() {
  const { id, title, version, readings } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const back = `/notice-desk/${id}`;
  return (
    <>
      <PageHeader
        title={m.notices_readings_title()}
        lead={m.notices_readings_lead()}
        trail={[
          { label: m.notices_title(), to: '/notice-desk' },
          { label: withoutMarks(title), to: back },
        ]}
      />
      {readings.length === 0 ? (
        <EmptyState says={m.notices_readings_none()} />
      ) : (
        <Form
          op={confirmReadings}
          also={{ notice_id: id, version, words: readings.map(({ word }) => word) }}
          submit={m.notices_readings_submit()}
          beside={
            <ButtonLink look="text" to={back}>
              {m.notices_leave()}
            </ButtonLink>
          }
          done={() => navigate(back, saying(m.notices_readings_done()))}
        >
          <ol className="grid gap-6">
            {readings.map(({ word, reading, before, after, times }, n) => (
              // The order is the text's, and a word can stand in it twice.
              <li
                key={`${word} ${before} ${after}`}
                className="grid gap-2 border-t border-solid-gray-420 pt-4"
              >
                <p>
                  {before}
                  <strong className="bg-yellow-100 px-1">{word}</strong>
                  {after}
                  {times > 1 && (
                    <span className="text-solid-gray-700"> {m.notices_readings_times({ n: times })}</span>
                  )}
                </p>
                <TextField
                  name={`readings.${n}.reading`}
                  label={m.notices_readings_of({ word })}
                  initial={reading}
                  maxLength={60}
                />
                <Checkbox name={`readings.${n}.confirmed`} label={m.notices_readings_confirmed({ word })} />
              </li>
            ))}
          </ol>
        </Form>
      )}
    </>
  );
}
