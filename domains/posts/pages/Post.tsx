import { Link, useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { addDays, formatDay } from '#platform/calendar.ts';
import { CallRefused, call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { endPost, type ListedPost, listPosts, reappoint, withdrawEnding } from '../api.ts';
import { endings, endingWords, postStateWords } from '../model.ts';
import { writeHat, writeTerm } from './shown/wording.ts';

/** One post: its term, the re-appointment, the end. */
export async function loader(args: PageArgs) {
  const input = { id: partOf(args, 'id'), state: 'all' } as const;
  const [post] = (await call(listPosts, input, { signal: args.request.signal })).posts;
  if (!post) throw new CallRefused({ code: 'not_found', message: m.platform_refused_not_found() });
  return post;
}

export function Component() {
  const post = useLoaderData<typeof loader>();
  const isAdministrator = useMe().current?.role === 'administrator';
  const isOpen = post.state === 'future' || post.state === 'current';
  return (
    <>
      <PageHeader
        title={m.posts_post_title({
          name: post.account.name,
          post: writeHat(post.role, post.district?.name ?? null),
        })}
        trail={[{ label: m.posts_posts_title(), to: '/admin/posts' }]}
      />
      <Section heading={m.posts_post_about()}>
        <DescriptionList items={describe(post, isAdministrator)} />
      </Section>
      {isAdministrator && post.ends_on !== null && post.ending === null && (
        <Reappointment post={post} ends_on={post.ends_on} />
      )}
      {isAdministrator && isOpen && <Ending post={post} />}
      {isAdministrator && isOpen && post.ending && <EndingWithdrawal post={post} />}
    </>
  );
}

function describe(post: ListedPost, isAdministrator: boolean) {
  const { account, acting_for, ending } = post;
  return [
    {
      term: m.posts_label_name(),
      value: isAdministrator ? (
        <Link to={`/admin/accounts/${account.id}`}>{account.name}</Link>
      ) : (
        account.name
      ),
    },
    { term: m.posts_label_body(), value: post.body.name },
    { term: m.posts_label_district(), value: post.district?.name ?? m.posts_whole_town() },
    { term: m.posts_label_term(), value: m.posts_term_count({ term: writeTerm(post), n: post.terms }) },
    { term: m.posts_label_state(), value: postStateWords[post.state]() },
    ...(acting_for ? [{ term: m.posts_label_acting_for(), value: acting_for.name }] : []),
    ...(ending
      ? [
          {
            term: m.posts_label_ending(),
            value: m.posts_ending_line({ reason: ending.reason, day: formatDay(ending.decided_on) }),
          },
        ]
      : []),
  ];
}

function Reappointment({ post, ends_on }: { post: ListedPost; ends_on: string }) {
  const navigate = useNavigate();
  const first = addDays(ends_on, 1);
  return (
    <Section heading={m.posts_reappoint_title()}>
      <p>{m.posts_reappoint_lead({ day: formatDay(first) })}</p>
      <Form
        op={reappoint}
        also={{ id: post.id }}
        submit={m.posts_reappoint_submit()}
        done={() => navigate('.', saying(m.posts_reappoint_done()))}
      >
        <DateField
          name="ends_on"
          label={m.posts_label_next_end()}
          hint={m.posts_hint_ends_on()}
          min={first}
        />
      </Form>
    </Section>
  );
}

function Ending({ post }: { post: ListedPost }) {
  const navigate = useNavigate();
  return (
    <Section heading={m.posts_end_title()}>
      <p>{m.posts_end_lead()}</p>
      <Form
        op={endPost}
        also={{ id: post.id }}
        submit={m.posts_end_submit()}
        done={() => navigate('.', saying(m.posts_end_done({ name: post.account.name })))}
      >
        {(typed) => (
          <>
            <RadioGroup
              name="how"
              label={m.posts_label_how()}
              required
              choices={endings.map((value) => ({ value, label: endingWords[value]() }))}
            />
            {typed.how === 'on_day' && (
              <DateField name="ends_on" label={m.posts_label_last_day()} required min={post.starts_on} />
            )}
            <TextField name="reason" label={m.posts_label_reason()} width="full" required />
          </>
        )}
      </Form>
    </Section>
  );
}

function EndingWithdrawal({ post }: { post: ListedPost }) {
  return (
    <Section heading={m.posts_ending_withdraw_title()}>
      <p>{m.posts_ending_withdraw_lead()}</p>
      <Form
        op={withdrawEnding}
        also={{ id: post.id }}
        submit={m.posts_ending_withdraw_submit()}
        doneSays={m.posts_ending_withdraw_done()}
      >
        <TextField name="reason" label={m.posts_label_reason()} width="full" required />
      </Form>
    </Section>
  );
}
