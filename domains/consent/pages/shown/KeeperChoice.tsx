import * as m from '#messages';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { useMe } from '#ui/me.ts';
import type { Receiver } from '../../person-api.ts';
import { windowRoles } from '../../person-model.ts';
import { writePost } from './receivers.ts';

/** The posts that may keep an address: those of the own body, and those who work with persons elsewhere. */
export function KeeperChoice({ receivers, initial }: { receivers: readonly Receiver[]; initial?: string[] }) {
  const { current } = useMe();
  const choices = receivers.flatMap(({ id, name, posts }) =>
    posts
      .filter(({ role }) => id === current?.body.id || windowRoles.some((one) => one === role))
      .map((post) => ({
        value: post.id,
        label: m.consent_keeper_choice({ post: writePost(post), body: name }),
      })),
  );
  return (
    <CheckboxGroup
      name="keepers"
      label={m.consent_keepers()}
      hint={m.consent_keepers_hint()}
      required
      choices={choices}
      {...(initial && { initial })}
    />
  );
}
