import { type ListedPost, listPosts } from '#domains/posts/holding-api.ts';
import { roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import { call } from '#ui/call.ts';
import type { Me } from '#ui/me.ts';
import { isKeeper, isVisiting } from './may.ts';

/** Whose visits a keeper may write down: the other posts of a district that visit. Nobody for who writes only their own. */
export async function listColleagues(
  { current }: Me,
  district: string | undefined,
  signal: AbortSignal,
): Promise<ListedPost[]> {
  if (!current || !isKeeper(current.role) || !district) return [];
  const { posts } = await call(listPosts, { district, limit: 200 }, { signal });
  return posts.filter(({ id, role, state }) => id !== current.id && isVisiting(role) && state !== 'future');
}

/** As a choice: 古賀（見本）・ふれあいの会 会員 */
export function choiceOfPost({ id, account, role }: ListedPost) {
  return { value: id, label: m.visits_person_as({ name: account.name, role: roleWords[role]() }) };
}
