import { useRef } from 'react';
import { useNavigate, useRevalidator } from 'react-router';
import { begunField, Meanwhile } from '#domains/cases/pages/shown/Meanwhile.tsx';
import * as m from '#messages';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { type ConferenceItem, noteMissingResource, writeMinutes } from '../../api.ts';
import { whyNot } from '../../model.ts';
import { Words } from './Words.tsx';

/** What was said, and what was missing: read by its seats, written by who called. */
export function Minutes({ item }: { item: ConferenceItem }) {
  const { minutes, resources } = item;
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const version = String(minutes?.version ?? 0);
  const begun: object = { [begunField]: version };
  // Written anew, the form begins anew; refused, it stays as it is, and what was typed with it.
  const refused = useRef<string>(null);
  const key = refused.current ?? version;
  const writing = item.called && whyNot('minute', item.state) === null;
  return (
    <Section heading={m.conferences_minutes()}>
      {!minutes && <p>{m.conferences_minutes_empty()}</p>}
      {minutes && <Words words={minutes.words} />}
      {resources.map(({ id, title, words }) => (
        <article key={id}>
          <h3 className="text-std-18B-160">{m.conferences_resource_says({ title })}</h3>
          <Words words={words} />
        </article>
      ))}
      {writing && (
        <>
          <Form
            key={key}
            op={writeMinutes}
            mints="id"
            also={{ item_id: item.id, version: minutes?.version ?? 0 }}
            initial={{ words: minutes?.words ?? '', ...begun }}
            refused={() => {
              refused.current = key;
              void revalidate();
            }}
            submit={m.conferences_minutes_submit()}
            done={() => {
              refused.current = null;
              navigate(`/conference-items/${item.id}`, {
                replace: true,
                ...saying(m.conferences_minutes_done()),
              });
            }}
          >
            {(typed) => (
              <>
                <Meanwhile
                  version={version}
                  rows={[
                    {
                      term: m.conferences_label_minutes(),
                      values: [minutes?.words ?? null, typeof typed.words === 'string' ? typed.words : null],
                    },
                  ]}
                />
                <TextArea
                  name="words"
                  label={m.conferences_label_minutes()}
                  required
                  rows={8}
                  maxLength={20_000}
                />
              </>
            )}
          </Form>
          <Form
            op={noteMissingResource}
            mints="id"
            also={{ item_id: item.id }}
            submit={m.conferences_resource_submit()}
            doneSays={m.conferences_resource_done()}
          >
            <TextField name="title" label={m.conferences_label_resource()} required maxLength={100} />
            <TextArea
              name="words"
              label={m.conferences_label_resource_words()}
              required
              rows={3}
              maxLength={800}
            />
            {item.cases.length > 0 && (
              <SelectField
                name="case_id"
                label={m.conferences_label_gap_case()}
                emptyLabel={m.conferences_gap_none()}
                choices={item.cases.map(({ id, number, called }) => ({ value: id, label: called ?? number }))}
              />
            )}
          </Form>
        </>
      )}
    </Section>
  );
}
