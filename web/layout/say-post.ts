import { type Role, roleWords } from '#domains/posts/model.ts';
import type { HeldPost } from '#ui/me.ts';

/** A post in words: the role, and the district it is held in, or else the body it is held for. */
export function sayPost({ role, district, body }: HeldPost): string {
  const words = role in roleWords ? roleWords[role as Role]() : role;
  return `${words}（${district?.name ?? body.name}）`;
}
