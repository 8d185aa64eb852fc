import { keyRole } from '#domains/disclosures/model.ts';
import { letterboxRole } from '#domains/letters/model.ts';
import { courierRole } from '#domains/phones/model.ts';
import { type Role, roleWords } from '#domains/posts/model.ts';
import * as m from '#messages';

/** Who acts without an account. */
const withoutPost: Readonly<Record<string, () => string>> = {
  [keyRole]: m.disclosures_key_holder,
  [letterboxRole]: m.letters_writer,
  [courierRole]: m.phones_courier,
};

/** Roles in words, also those that no post has: on the API's page and on the terminal. */
export function nameRoles(may: readonly string[]): string {
  return may.map((role) => withoutPost[role]?.() ?? roleWords[role as Role]()).join('、');
}
