import { useState } from 'react';
import { useRevalidator } from 'react-router';
import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { createToken, endToken } from '../../api.ts';
import { roleWords } from '../../model.ts';
import { writeHat } from './wording.ts';

interface TokensProps {
  tokens: readonly { id: string; name: string; post_id: string; expires_at: string }[];
  canMake: boolean;
}

/** Keys for programs: one post each, shown once. */
export function Tokens({ tokens, canMake }: TokensProps) {
  const { posts, current } = useMe();
  const [made, setMade] = useState<string | null>(null);
  const { revalidate } = useRevalidator();
  const hats = new Map(posts.map(({ id, role, district }) => [id, writeRole(role, district?.name ?? null)]));
  return (
    <>
      <p>{m.posts_tokens_lead()}</p>
      {made && (
        <Notice tone="success" title={m.posts_token_made()}>
          <code className="block font-mono text-std-16B-170 break-all">{made}</code>
        </Notice>
      )}
      {tokens.length > 0 && (
        <ul className="grid gap-3">
          {tokens.map(({ id, name, post_id, expires_at }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-4 border-b border-solid-gray-300 py-2"
            >
              <span>
                {m.posts_token_line({
                  name,
                  post: hats.get(post_id) ?? '',
                  until: formatInstant(expires_at),
                })}
              </span>
              <CommandButton op={endToken} input={{ id }}>
                {m.posts_token_end({ name })}
              </CommandButton>
            </li>
          ))}
        </ul>
      )}
      {canMake && current && (
        <Form
          op={createToken}
          mints="id"
          initial={{ days: 90 }}
          submit={m.posts_token_submit({ post: hats.get(current.id) ?? '' })}
          done={async ({ secret_token }) => {
            setMade(secret_token);
            await revalidate();
          }}
        >
          <TextField
            name="name"
            label={m.posts_label_token_name()}
            hint={m.posts_hint_token_name()}
            required
          />
          <NumberField name="days" label={m.posts_label_token_days()} required />
        </Form>
      )}
    </>
  );
}

function writeRole(role: string, district: string | null): string {
  return role in roleWords ? writeHat(role as keyof typeof roleWords, district) : role;
}
