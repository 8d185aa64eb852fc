import { call } from '#ui/call.ts';
import { type PageArgs, partOf, queryOf } from '#ui/page.ts';
import { proposeFood, readFoodStock } from '../../api.ts';

/** What lies at the place of the address, with the proposal that the address asks for. */
export async function readWithProposal(args: PageArgs) {
  const options = { signal: args.request.signal };
  const id = partOf(args, 'id');
  const { what, quantity } = queryOf(args) as { what?: string; quantity?: string };
  const [stock, proposal] = await Promise.all([
    call(readFoodStock, { id }, options),
    what && quantity ? call(proposeFood, { id, what, quantity }, options) : null,
  ]);
  const lots = Object.fromEntries((proposal?.taken ?? []).map((one) => [one.lot_id, one.quantity]));
  return { ...stock, lots, missing: proposal?.missing ?? 0 };
}
