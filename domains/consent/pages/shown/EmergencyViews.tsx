import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { type EmergencyView, noteEmergencyReturn, reviewEmergencyView } from '../../emergency-api.ts';
import { writeTelling } from '../../telling-words.ts';
import { Copies, ReturnFields } from './Copies.tsx';
import { EmergencyTelling, type Tellers } from './EmergencyTelling.tsx';

/** What was opened, by whom and why; whoever answers for the record says whether it was right. */
export function EmergencyViews({
  views,
  tellers,
  none,
}: {
  views: readonly EmergencyView[];
  tellers: Tellers;
  /** What is said where there is none. */
  none: string;
}) {
  if (views.length === 0) return <EmptyState says={none} />;
  return (
    <ul className="grid gap-6">
      {views.map((view) => (
        <li key={view.id} className="grid gap-3 rounded-8 border border-solid-gray-300 p-4">
          <View view={view} tellers={tellers} />
        </li>
      ))}
    </ul>
  );
}

function View({ view, tellers }: { view: EmergencyView; tellers: Tellers }) {
  const { review, telling, back } = view;
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-3 text-std-18B-160">
        {m.consent_emergency_heading({
          at: formatInstant(view.opened_at),
          name: view.person_name ?? m.consent_person_unnamed(),
        })}
        <Badge tone={review === null ? 'yellow' : review.justified ? 'green' : 'red'}>
          {review === null
            ? m.consent_emergency_waits()
            : review.justified
              ? m.consent_emergency_justified()
              : m.consent_emergency_unjustified()}
        </Badge>
      </h3>
      <DescriptionList
        items={[
          {
            term: m.consent_emergency_by(),
            value:
              view.role !== null && view.role in roleWords
                ? `${view.by} ${roleWords[view.role as Role]()}`
                : view.by,
          },
          { term: m.consent_giver(), value: view.holder },
          { term: m.consent_emergency_reason(), value: view.reason },
          { term: m.consent_emergency_until(), value: formatInstant(view.until) },
          ...(review ? [{ term: m.consent_emergency_review(), value: review.words }] : []),
          ...(view.answers ? [{ term: m.consent_telling(), value: writeTelling(telling) }] : []),
        ]}
      />
      {view.answers && review === null && (
        <Form
          op={reviewEmergencyView}
          keeps
          also={{ id: view.id }}
          which={view.id}
          reshape={readReview}
          submit={m.consent_review_submit()}
        >
          <RadioGroup
            name="justified"
            label={m.consent_justified()}
            required
            choices={[
              { value: 'yes', label: m.consent_justified_yes() },
              { value: 'no', label: m.consent_justified_no() },
            ]}
          />
          <TextArea name="words" label={m.consent_review_words()} required rows={3} maxLength={1000} />
        </Form>
      )}
      {review && back && (
        <div className="grid gap-4">
          <h4 className="text-std-17B-170">{m.consent_copies_title()}</h4>
          <p>{m.consent_emergency_copies({ at: formatInstant(review.reviewed_at) })}</p>
          <Copies copies={back.copies} note={back.note} />
          {!view.answers && back.note === null && (
            <Form
              op={noteEmergencyReturn}
              keeps
              also={{ id: view.id }}
              which={view.id}
              submit={m.consent_return_submit()}
            >
              <ReturnFields />
            </Form>
          )}
        </div>
      )}
      {view.answers && !telling?.told_on && <EmergencyTelling view={view} tellers={tellers} />}
    </>
  );
}

/** Two words of a choice, as the yes or no that is asked for. */
function readReview({ justified, words }: Record<string, unknown>) {
  return {
    ...(justified !== undefined && { justified: justified === 'yes' }),
    ...(typeof words === 'string' && { words }),
  };
}
