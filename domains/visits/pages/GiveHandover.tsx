import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { handOver, readPromises } from '../handover-api.ts';
import { describePromise } from './shown/promise.ts';

/** What hangs on a post, completed in words by who leaves it, or for them. */
export function loader(args: PageArgs) {
  return call(readPromises, { post: partOf(args, 'post') }, { signal: args.request.signal });
}

export function Component() {
  const { post_id, person, ends_on, successor, promises, words } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const items = Object.fromEntries(promises.map(({ key, words: said }) => [key, said ?? '']));
  return (
    <>
      <PageHeader
        title={m.visits_hand_over_title({ name: person ?? m.visits_handover_someone() })}
        trail={[{ label: m.visits_handovers_title(), to: '/handovers' }]}
        lead={
          <>
            {ends_on && <p>{m.visits_hand_over_until({ day: formatDay(ends_on) })}</p>}
            <p>
              {successor
                ? m.visits_hand_over_to({ name: successor.name ?? '', day: formatDay(successor.starts_on) })
                : m.visits_hand_over_to_nobody()}
            </p>
          </>
        }
      />
      {promises.length === 0 && <EmptyState says={m.visits_hand_over_nothing()} />}
      <div className="mt-6">
        <Form
          op={handOver}
          mints="id"
          also={{ post_id }}
          initial={{ words, items }}
          submit={m.visits_hand_over_submit()}
          beside={
            <ButtonLink look="text" to="/handovers">
              {m.visits_hand_over_leave()}
            </ButtonLink>
          }
          done={({ id }) => navigate(`/handovers/${id}`, saying(m.visits_hand_over_done()))}
        >
          {promises.map((promise) => (
            <TextArea
              key={promise.key}
              name={`items.${promise.key}`}
              label={describePromise(promise)}
              hint={m.visits_hand_over_hint()}
            />
          ))}
          <TextArea name="words" label={m.visits_hand_over_words()} hint={m.visits_hand_over_words_hint()} />
        </Form>
      </div>
    </>
  );
}
