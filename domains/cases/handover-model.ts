import * as m from '#messages';

/** How a hand-over stands: asked, then accepted or declined or withdrawn, and, accepted, done. */
export const handoverStates = ['asked', 'accepted', 'declined', 'withdrawn', 'done'] as const;
export type HandoverState = (typeof handoverStates)[number];
export const handoverStateWords: Record<HandoverState, () => string> = {
  asked: m.cases_handover_asked,
  accepted: m.cases_handover_accepted,
  declined: m.cases_handover_declined,
  withdrawn: m.cases_handover_withdrawn,
  done: m.cases_handover_done,
};

export const handoverAnswers = ['accepted', 'declined'] as const;

/** The one table: what may follow on what, and by whom. */
const turns = {
  accept: { from: 'asked', by: 'receiver' },
  decline: { from: 'asked', by: 'receiver' },
  withdraw: { from: 'asked', by: 'asker' },
  finish: { from: 'accepted', by: 'receiver' },
} as const;
export type HandoverTurn = keyof typeof turns;

/** Why a turn cannot be taken, as a sentence; null when it can. The server refuses with it, the page disables with it. */
export function whyNotTurn(
  turn: HandoverTurn,
  { state, own }: { state: HandoverState; own: boolean },
): string | null {
  if ((turns[turn].by === 'asker') !== own) return m.cases_refused_turn_other();
  if (turns[turn].from === state) return null;
  return m.cases_refused_turn({ state: handoverStateWords[state]() });
}
