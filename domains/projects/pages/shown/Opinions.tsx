import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { type readCommitteeWork, recordOpinion, replyToOpinion } from '../../api.ts';
import type { Opinion } from '../../committee-api.ts';
import { whyNotInquiry } from '../../model.ts';
import { Body } from './Body.tsx';
import { writeAuthor } from './wording.ts';

type Work = OutputOf<typeof readCommitteeWork>;

/** What the committee said, and what the city replies. */
export function Opinions({ work }: { work: Work }) {
  const { inquiry, gatherings, measures, opinions } = work;
  const { today } = useMe();
  const why =
    whyNotInquiry('collect', inquiry.stage) ??
    (gatherings.length === 0 ? m.projects_refused_gather_first() : undefined);
  return (
    <>
      <Section heading={m.projects_opinions_title()}>
        {opinions.length === 0 && <p>{m.projects_opinions_empty()}</p>}
        {opinions.map((opinion) => (
          <OneOpinion key={opinion.id} opinion={opinion} why={whyNotInquiry('collect', inquiry.stage)} />
        ))}
      </Section>
      <Section heading={m.projects_opinion_summary()}>
        <Form
          op={recordOpinion}
          mints="id"
          also={{ inquiry_id: inquiry.id }}
          initial={{ committee: opinions.at(-1)?.committee ?? '' }}
          submit={m.projects_opinion_save()}
          cannotSubmit={why}
          doneSays={m.projects_opinion_saved()}
        >
          <TextField
            name="committee"
            label={m.projects_label_committee()}
            required
            width="full"
            maxLength={100}
          />
          <DateField name="met_on" label={m.projects_label_met_on()} required max={today} />
          <SelectField
            name="measure_id"
            label={m.projects_label_about()}
            width="full"
            emptyLabel={m.projects_about_whole()}
            choices={measures.map((one) => ({ value: one.id, label: m.projects_measure(one) }))}
          />
          <TextArea name="opinion" label={m.projects_label_opinion()} required rows={5} maxLength={3_000} />
        </Form>
      </Section>
    </>
  );
}

function OneOpinion({ opinion, why }: { opinion: Opinion; why: string | null }) {
  const [newest] = opinion.replies;
  return (
    <article className="grid gap-3 border-b border-solid-gray-300 pb-4">
      <h3 className="text-std-16B-170">
        {m.projects_opinion_of({
          about: opinion.measure ? m.projects_measure(opinion.measure) : m.projects_about_whole(),
          committee: opinion.committee,
          day: formatDay(opinion.met_on),
        })}
      </h3>
      <Body text={opinion.opinion} />
      {opinion.replies.map(({ version, reply, author, on }) => (
        <div key={version} className="border-l-4 border-solid-gray-300 pl-4">
          <p className="text-solid-gray-700">
            {m.projects_reply_version({ version, day: formatDay(on), author: writeAuthor(author) })}
          </p>
          <Body text={reply} />
        </div>
      ))}
      {why === null && (
        <details>
          <summary className="min-h-11 cursor-pointer py-2">{m.projects_reply_summary()}</summary>
          <Form
            op={replyToOpinion}
            mints="id"
            also={{ opinion_id: opinion.id, after_version: newest?.version ?? 0 }}
            initial={{ reply: newest?.reply ?? '' }}
            submit={m.projects_reply_save()}
            doneSays={m.projects_reply_saved()}
          >
            <TextArea name="reply" label={m.projects_label_reply()} required rows={4} maxLength={3_000} />
          </Form>
        </details>
      )}
    </article>
  );
}
