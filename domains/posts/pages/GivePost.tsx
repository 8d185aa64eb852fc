import { useLoaderData, useNavigate, useSearchParams } from 'react-router';
import { listDistricts } from '#domains/districts/api.ts';
import { listBodies } from '#domains/parties/api.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { CallRefused, call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { givePost, listAccounts, listPosts } from '../api.ts';
import type { BodyKind } from '../bodies.ts';
import { givenRoles, type Role, roleScopes, roleWords } from '../model.ts';
import { writeHat } from './shown/wording.ts';

/** A post for somebody: which role, for which body, where and how long; or in the place of somebody else. */
export async function loader({ request }: PageArgs) {
  const options = { signal: request.signal };
  const id = new URL(request.url).searchParams.get('account') ?? '';
  const [{ accounts }, { bodies }, { districts }, { posts }] = await Promise.all([
    call(listAccounts, { id }, options),
    call(listBodies, {}, options),
    call(listDistricts, {}, options),
    call(listPosts, { state: 'all', limit: 200 }, options),
  ]);
  const [account] = accounts;
  if (!account) throw new CallRefused({ code: 'not_found', message: m.platform_refused_not_found() });
  return { account, bodies, districts, posts };
}

export function Component() {
  const { account, bodies, districts, posts } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const back = `/admin/accounts/${account.id}`;
  const bodiesFor = ({ role, district_id }: Typed) =>
    bodies.filter(
      (body) =>
        isRole(role) &&
        (roleScopes[role].bodies as readonly BodyKind[]).includes(body.kind as BodyKind) &&
        (body.district_id === null || !district_id || body.district_id === district_id),
    );
  const postsLike = ({ role, district_id, body_id }: Typed) =>
    posts.filter(
      (post) =>
        post.role === role &&
        post.body.id === body_id &&
        (post.district?.id ?? undefined) === district_id &&
        post.account.id !== account.id,
    );
  return (
    <>
      <PageHeader
        title={m.posts_give_to({ name: account.name })}
        trail={[
          { label: m.posts_accounts_title(), to: '/admin/accounts' },
          { label: account.name, to: back },
        ]}
        lead={m.posts_give_lead()}
      />
      <Form
        op={givePost}
        mints="id"
        also={{ account_id: search.get('account') ?? '' }}
        initial={{ starts_on: today }}
        submit={m.posts_give_submit()}
        beside={
          <ButtonLink look="text" to={back}>
            {m.posts_leave()}
          </ButtonLink>
        }
        done={() => navigate(back, saying(m.posts_give_done()))}
      >
        {(typed) => (
          <>
            <SelectField
              name="role"
              label={m.posts_label_role()}
              required
              choices={givenRoles.map((value) => ({ value, label: roleWords[value]() }))}
            />
            {isRole(typed.role) && roleScopes[typed.role].district !== 'whole' && (
              <SelectField
                name="district_id"
                label={m.posts_label_district()}
                required={roleScopes[typed.role].district === 'one'}
                emptyLabel={roleScopes[typed.role].district === 'either' ? m.posts_whole_town() : undefined}
                choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            <SelectField
              name="body_id"
              label={m.posts_label_body()}
              hint={isRole(typed.role) ? undefined : m.posts_hint_body()}
              width="full"
              required
              choices={bodiesFor(typed).map(({ id, name }) => ({ value: id, label: name }))}
            />
            <DateField name="starts_on" label={m.posts_label_starts_on()} required />
            <DateField name="ends_on" label={m.posts_label_ends_on()} hint={m.posts_hint_ends_on()} />
            {postsLike(typed).length > 0 && (
              <SelectField
                name="acting_for"
                label={m.posts_label_acting_for()}
                hint={m.posts_hint_acting_for()}
                emptyLabel={m.posts_acting_nobody()}
                width="full"
                choices={postsLike(typed).map((post) => ({
                  value: post.id,
                  label: m.posts_acting_choice({
                    name: post.account.name,
                    post: writeHat(post.role, post.district?.name ?? null),
                  }),
                }))}
              />
            )}
          </>
        )}
      </Form>
    </>
  );
}

function isRole(typed: unknown): typed is Role {
  return typeof typed === 'string' && typed in roleScopes;
}
