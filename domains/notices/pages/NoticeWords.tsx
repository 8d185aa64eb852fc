import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { readNoticeWords, setNoticeRule, setNoticeWord } from '../api.ts';
import { languageWords } from '../model.ts';

export function loader({ request: { signal } }: PageArgs) {
  return call(readNoticeWords, {}, { signal });
}

/** ことばとめやす: what is hard, how words are read, and who hears of notices, in numbers. */
export function Component() {
  const { hard, readings, rule, subscriptions, given_up, channels } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={m.notices_words_title()}
        lead={m.notices_words_lead()}
        trail={[{ label: m.notices_title(), to: '/notice-desk' }]}
      />
      <Section heading={m.notices_set_word_summary()}>
        <Form op={setNoticeWord} mints="id" submit={m.notices_save()} doneSays={m.notices_saved()}>
          <RadioGroup
            name="kind"
            label={m.notices_label_kind()}
            required
            inline
            choices={[
              { value: 'hard', label: m.notices_kind_hard() },
              { value: 'reading', label: m.notices_kind_reading() },
            ]}
          />
          <TextField name="word" label={m.notices_label_word()} required maxLength={40} />
          <TextField
            name="says"
            label={m.notices_label_says()}
            hint={m.notices_hint_says()}
            maxLength={100}
          />
        </Form>
      </Section>
      <Section heading={m.notices_set_rule_summary()}>
        <Form
          op={setNoticeRule}
          mints="id"
          initial={rule}
          submit={m.notices_rule_save()}
          doneSays={m.notices_saved()}
        >
          <NumberField name="longest_sentence" label={m.notices_label_longest_sentence()} required />
          <NumberField name="kanji_percent" label={m.notices_label_kanji_percent()} required />
          <NumberField name="longest_run" label={m.notices_label_longest_run()} required />
        </Form>
      </Section>
      <Section heading={m.notices_kind_hard()}>
        <Words caption={m.notices_hard_list()} words={hard} says={m.notices_label_instead()} />
      </Section>
      <Section heading={m.notices_kind_reading()}>
        <Words caption={m.notices_reading_list()} words={readings} says={m.notices_label_reading()} />
      </Section>
      <Section heading={m.notices_subscriptions()}>
        <p>{channels.mail ? m.notices_mail_open() : m.notices_mail_shut()}</p>
        <p>{channels.push ? m.notices_push_open() : m.notices_push_shut()}</p>
        <p>{channels.line ? m.notices_line_open() : m.notices_line_shut()}</p>
        <DataTable
          caption={m.notices_subscriptions_caption()}
          rows={subscriptions}
          rowKey={({ language }) => language}
          columns={[
            {
              key: 'language',
              heading: m.notices_label_languages(),
              value: ({ language }) => languageWords[language](),
            },
            {
              key: 'n',
              heading: m.notices_label_subscriptions(),
              value: (one) => m.notices_n({ n: one.subscriptions }),
            },
          ]}
          empty={{ says: m.notices_subscriptions_none() }}
        />
        {given_up > 0 && <p>{m.notices_given_up({ n: given_up })}</p>}
      </Section>
    </>
  );
}

interface WordsProps {
  caption: string;
  words: readonly { word: string; says: string }[];
  says: string;
}

function Words({ caption, words, says }: WordsProps) {
  return (
    <DataTable
      caption={caption}
      rows={words}
      rowKey={({ word }) => word}
      columns={[
        { key: 'word', heading: m.notices_label_word(), value: ({ word }) => word },
        { key: 'says', heading: says, value: (one) => one.says },
      ]}
      empty={{ says: m.notices_words_none() }}
    />
  );
}
