import { Link, useNavigate, useSearchParams } from 'react-router';
import * as m from '#messages';
import { formatDay, todayIn } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { type readClient, undoLink } from '../../client-api.ts';

/** 名寄せ of one record: which others were found to be the same person's; taken apart again with a reason. */
export function ClientLinks({ client }: { client: OutputOf<typeof readClient> }) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const undoing = client.links.find(({ id }) => id === search.get('undo'));
  return (
    <Section
      heading={m.cases_links()}
      actions={
        client.own && <ButtonLink to={`/clients/${client.id}/link`}>{m.cases_link_summary()}</ButtonLink>
      }
    >
      {client.links.length === 0 && <EmptyState says={m.cases_links_empty()} />}
      <ul className="grid gap-3">
        {client.links.map(({ id, client_id, holder_name, reason, linked_at }) => (
          <li key={id}>
            <Link to={`/clients/${client_id}`}>{m.cases_link_record_of({ holder: holder_name })}</Link>{' '}
            {formatDay(todayIn(new Date(linked_at)))} {reason}{' '}
            <Link to={`?undo=${id}`}>{m.cases_link_undo_summary()}</Link>
          </li>
        ))}
      </ul>
      {undoing && (
        <Form
          op={undoLink}
          keeps
          also={{ id: undoing.id }}
          submit={m.cases_link_undo_submit()}
          done={() => navigate(`/clients/${client.id}`, saying(m.cases_link_undone()))}
        >
          <TextArea name="reason" label={m.cases_label_reason()} required rows={2} maxLength={500} />
        </Form>
      )}
    </Section>
  );
}
