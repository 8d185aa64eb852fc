import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';
import type { Receiver } from '../../person-api.ts';

/** Of the many 校区社協 only that of the person's own district is offered. */
export function isNear({ kind, district_id }: Receiver, district: string | null | undefined): boolean {
  return kind !== 'district_council' || (district_id !== null && district_id === district);
}

/** 民生委員 田中（鳥飼校区） */
export function writePost({ role, name, district_name }: Receiver['posts'][number]): string {
  const words = role in roleWords ? roleWords[role as Role]() : role;
  return district_name === null
    ? m.consent_post({ role: words, name })
    : m.consent_post_in({ role: words, name, district: district_name });
}
