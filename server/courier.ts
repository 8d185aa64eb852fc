import { meetPhone } from '#domains/phones/api.ts';
import { courierRole } from '#domains/phones/model.ts';
import { isRegistered } from '#domains/phones/registered.ts';
import { deliveryKeys } from '#platform/credentials/delivery-keys.ts';
import type { Database } from '#platform/db.ts';
import type { BoundOperation } from '#platform/domain.ts';
import type { Operation, OutputOf } from '#platform/operation.ts';
import { perform } from '#platform/perform.ts';
import { openCall, readBytes, type StoredCall } from '#platform/sealed-call.ts';
import { mintId } from '#platform/uuid.ts';

const credential = { kind: 'system', name: courierRole.replace('system_', '') } as const;

/** A phone that has just been heard of. */
export type MetPhone = OutputOf<typeof meetPhone> & { readonly phone: string };

/** Who meets phones where no session says who they are. */
export interface Courier {
  ask<Op extends Operation>(declared: Op, input: object): Promise<OutputOf<Op>>;
  /** How a phone stands; that it was heard is noted. */
  meet(phone: string): Promise<MetPhone>;
}

/**
 * A phone that nobody has registered is answered, and leaves nothing behind: whoever makes up ids fills no trail with them.
 */
export function openCourier(database: Database, operations: readonly BoundOperation[]): Courier {
  /** Registered phones that were met since the house opened: they are not looked for a second time. */
  const found = new Set<string>();
  const isFound = async (phone: string) => {
    if (!found.has(phone) && (await isRegistered(database, phone))) found.add(phone);
    return found.has(phone);
  };
  const ask = async <Op extends Operation>(declared: Op, input: object): Promise<OutputOf<Op>> => {
    const bound = operations.find((o) => o.declared === declared);
    if (!bound) throw new Error(`not among the operations: ${declared.route}`);
    return (await perform(database, bound, credential, input, mintId())) as OutputOf<Op>;
  };
  return {
    ask,
    meet: async (phone) =>
      (await isFound(phone))
        ? { phone, ...(await ask(meetPhone, { id: phone })) }
        : { phone, standing: 'unknown', signing_key: null, account_id: null },
  };
}

/** @returns null for what is damaged, sealed for another house, or signed by another phone */
export async function openFromPhone(
  sealed: Uint8Array<ArrayBuffer>,
  { phone, signing_key }: MetPhone,
): Promise<StoredCall | null> {
  const opened = await openCall(sealed, (await deliveryKeys()).opening);
  const key = signing_key === null ? null : readBytes(signing_key);
  const genuine =
    opened !== null && key !== null && opened.call.phone === phone && (await opened.wasSignedBy(key));
  return genuine ? opened.call : null;
}
