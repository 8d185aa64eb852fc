import { meetPhone } from '#domains/phones/api.ts';
import { courierRole } from '#domains/phones/model.ts';
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

export function openCourier(database: Database, operations: readonly BoundOperation[]): Courier {
  const ask = async <Op extends Operation>(declared: Op, input: object): Promise<OutputOf<Op>> => {
    const bound = operations.find((o) => o.declared === declared);
    if (!bound) throw new Error(`not among the operations: ${declared.route}`);
    return (await perform(database, bound, credential, input, mintId())) as OutputOf<Op>;
  };
  return { ask, meet: async (phone) => ({ phone, ...(await ask(meetPhone, { id: phone })) }) };
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
