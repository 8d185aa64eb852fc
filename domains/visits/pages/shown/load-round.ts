import { listHouseholds } from '#domains/parties/api.ts';
import { call } from '#ui/call.ts';
import type { Me } from '#ui/me.ts';
import { type RoundEntry, readRound } from '../../today-api.ts';
import { isKeeper } from './may.ts';

/** The households one can record a visit for. */
export interface Round {
  /** Not met yet this month; who was met longest ago comes first. */
  waiting: RoundEntry[];
  met: RoundEntry[];
  /** Not somebody's round but a list of households, of which no more is known. */
  listed: RoundEntry[];
  /** The key of the list's next page, where there is more. */
  next: string | null;
}

/** What is asked for in the address of the page. */
export interface AskedRound {
  text?: string;
  district?: string;
  /** Whose round. */
  post?: string;
  after?: string;
}

/** One's own round; for who writes for many, the round of a post or all households within reach. */
export async function loadRound(me: Me, asked: AskedRound, signal: AbortSignal): Promise<Round> {
  const { post, ...filter } = asked;
  if (!me.finishing && isKeeper(me.current?.role) && (!post || filter.text))
    return listAll({ ...filter, ...(post && { visitor: post }) }, signal);
  const { month_began, households } = await call(readRound, post ? { post } : {}, { signal });
  const wasMet = ({ met_on }: RoundEntry) => met_on !== null && met_on >= month_began;
  return {
    waiting: households.filter((entry) => !wasMet(entry)),
    met: households.filter(wasMet),
    listed: [],
    next: null,
  };
}

async function listAll(
  filter: Omit<AskedRound, 'post'> & { visitor?: string },
  signal: AbortSignal,
): Promise<Round> {
  const { households, next } = await call(listHouseholds, filter, { signal });
  const listed = households.map(({ id, name, address, cautions }) => ({
    household_id: id,
    name,
    address,
    cautions,
    last: null,
    met_on: null,
    wish: null,
    away: null,
    own: [],
  }));
  return { waiting: [], met: [], listed, next };
}
