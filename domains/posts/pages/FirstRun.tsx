import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import * as m from '#messages';
import { mintId } from '#platform/uuid.ts';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { saying } from '#ui/saying.ts';
import { foundTown } from '../api.ts';

/** The first page of a new town: which municipality it is, and who administers it. */
export function Component() {
  const { town } = useMe();
  const navigate = useNavigate();
  const [ids] = useState(() => ({ body_id: mintId(), account_id: mintId(), post_id: mintId() }));
  if (!town.empty) return <Navigate to="/sign-in" replace />;

  return (
    <>
      <PageHeader title={m.posts_first_title()} lead={m.posts_first_lead()} />
      <Form
        op={foundTown}
        submit={m.posts_first_submit()}
        also={ids}
        done={() => navigate('/sign-in', saying(m.posts_first_done()))}
      >
        <fieldset className="grid gap-6">
          <legend className="mb-2 text-std-20B-150">{m.posts_first_town()}</legend>
          <TextField name="name" label={m.posts_label_town_name()} hint={m.posts_hint_town_name()} required />
          <TextField
            name="code"
            label={m.posts_label_town_code()}
            hint={m.posts_hint_town_code()}
            inputMode="numeric"
            width="short"
            required
          />
        </fieldset>
        <fieldset className="grid gap-6">
          <legend className="mb-2 text-std-20B-150">{m.posts_first_administrator()}</legend>
          <TextField
            name="body.name"
            label={m.posts_label_body_name()}
            hint={m.posts_hint_body_name()}
            required
          />
          <TextField name="body.kana" label={m.posts_label_body_kana()} required />
          <TextField name="administrator.name" label={m.posts_label_name()} autoComplete="name" required />
          <TextField name="administrator.kana" label={m.posts_label_kana()} required />
          <TextField
            name="administrator.sign_in_name"
            label={m.posts_label_sign_in_name()}
            hint={m.posts_hint_sign_in_name()}
            autoComplete="username"
            required
          />
          <TextField
            name="administrator.password"
            type="password"
            label={m.posts_label_new_password()}
            hint={m.posts_hint_new_password()}
            autoComplete="new-password"
            required
          />
        </fieldset>
      </Form>
    </>
  );
}
