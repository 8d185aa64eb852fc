import { roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { Section } from '#ui/Section.tsx';
import {
  type ConferenceItem,
  type ConferenceMember,
  inviteGuest,
  inviteToItem,
  type listPostsToInvite,
  noteSignedPaper,
  type Seat,
  takeSeatBack,
} from '../../api.ts';
import { whyNot } from '../../model.ts';

type Posts = OutputOf<typeof listPostsToInvite>['posts'];

interface SeatsProps {
  item: ConferenceItem;
  posts: Posts;
  /** Of a sealed item: who is on the list of its kind on its day. */
  members: readonly ConferenceMember[];
}

/** Who sits on the item; who called it invites, notes a guest's signed paper, takes a seat back. */
export function Seats({ item, posts, members }: SeatsProps) {
  const bound = members.length > 0;
  const invitable = posts.filter(
    ({ id, body_id }) => !isSeated(item, id) && (!bound || members.some((one) => one.body_id === body_id)),
  );
  const inviting = item.called && whyNot('write', item.state) === null;
  return (
    <Section heading={m.conferences_seats()}>
      <DataTable
        caption={m.conferences_seats_caption()}
        rows={item.seats}
        rowKey={({ id }) => id}
        columns={columnsFor(item)}
        empty={{ says: item.called ? m.conferences_seats_empty_caller() : m.conferences_seats_empty() }}
      />
      {inviting && (
        <>
          {item.sealed && !bound && <Notice tone="warning">{m.conferences_members_missing()}</Notice>}
          <InvitePosts item={item} posts={invitable} />
          <InviteGuest item={item} members={members} />
        </>
      )}
    </Section>
  );
}

function isSeated({ seats }: ConferenceItem, post: string): boolean {
  return seats.some(({ post_id }) => post_id === post);
}

function columnsFor({ called, secrecy, state }: ConferenceItem): Column<Seat>[] {
  return [
    { key: 'name', heading: m.conferences_label_guest_name(), value: ({ name }) => name },
    { key: 'office', heading: m.conferences_office_heading(), value: ({ office }) => office },
    ...(state === 'called'
      ? []
      : [{ key: 'present', heading: m.conferences_attendance(), value: writePresence }]),
    ...(called && secrecy
      ? [
          {
            key: 'confirmed',
            heading: m.conferences_secrecy_asked(),
            value: ({ confirmed }: Seat) =>
              confirmed ? m.conferences_secrecy_confirmed() : m.conferences_secrecy_waits(),
          },
        ]
      : []),
    ...(called
      ? [{ key: 'acts', heading: m.conferences_acts(), value: () => null, cell: actsFor(secrecy) }]
      : []),
  ];
}

function writePresence({ present }: Seat): string | null {
  if (present === null) return null;
  return present ? m.conferences_was_present() : m.conferences_was_absent();
}

function actsFor(secrecy: boolean) {
  return ({ id, post_id, confirmed, name }: Seat) => (
    <span className="flex flex-wrap gap-2">
      {post_id === null && secrecy && !confirmed && (
        <CommandButton op={noteSignedPaper} input={{ id: mintId(), seat_id: id }}>
          {m.conferences_note_signed({ name })}
        </CommandButton>
      )}
      <CommandButton op={takeSeatBack} input={{ id }} look="text">
        {m.conferences_take_seat({ name })}
      </CommandButton>
    </span>
  );
}

function InvitePosts({ item, posts }: { item: ConferenceItem; posts: Posts }) {
  return (
    <Form
      op={inviteToItem}
      also={{ item_id: item.id }}
      reshape={({ posts: chosen }) => ({
        seats: (Array.isArray(chosen) ? chosen : []).map((post_id) => ({
          id: mintId(),
          post_id: String(post_id),
        })),
      })}
      submit={m.conferences_invite_submit()}
      doneSays={m.conferences_invited_done()}
    >
      <CheckboxGroup
        name="posts"
        label={m.conferences_label_invite()}
        hint={item.secrecy ? m.conferences_hint_invite_secrecy() : m.conferences_hint_invite()}
        choices={posts.map(({ id, name, role, body_name }) => ({
          value: id,
          label: m.conferences_seat_says({
            name,
            office: m.conferences_office({ body: body_name, role: roleWords[role]() }),
          }),
        }))}
      />
    </Form>
  );
}

function InviteGuest({ item, members }: Pick<SeatsProps, 'item' | 'members'>) {
  return (
    <Form
      op={inviteGuest}
      mints="id"
      also={{ item_id: item.id }}
      submit={m.conferences_guest_submit()}
      doneSays={m.conferences_guest_done()}
    >
      <TextField
        name="name"
        label={m.conferences_label_guest()}
        hint={m.conferences_hint_guest()}
        required
        maxLength={60}
      />
      <TextField name="office" label={m.conferences_office_heading()} required maxLength={100} />
      {members.length > 0 && (
        <SelectField
          name="member_id"
          label={m.conferences_label_guest_member()}
          required
          width="full"
          choices={members.map(({ id, body_name, office }) => ({ value: id, label: office ?? body_name }))}
        />
      )}
    </Form>
  );
}
