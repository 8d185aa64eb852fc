import * as m from '#messages';

/** 参加支援: what is done on a person's way to a place. お休み is nobody's failure: another try begins where it stopped. */
export const joiningSteps = ['look', 'trial', 'settled', 'kept_up', 'paused', 'ended'] as const;
export type JoiningStep = (typeof joiningSteps)[number];
export const joiningStepWords: Record<JoiningStep, () => string> = {
  look: m.cases_joining_step_look,
  trial: m.cases_joining_step_trial,
  settled: m.cases_joining_step_settled,
  kept_up: m.cases_joining_step_kept_up,
  paused: m.cases_joining_step_paused,
  ended: m.cases_joining_step_ended,
};

/** How a way stands: what came last. */
export const joiningStates = ['considering', ...joiningSteps] as const;
export type JoiningState = (typeof joiningStates)[number];
export const joiningStateWords: Record<JoiningState, () => string> = {
  considering: m.cases_joining_state_considering,
  ...joiningStepWords,
  paused: m.cases_joining_state_paused,
  ended: m.cases_joining_state_ended,
};

/** Which steps may follow: the one table behind the server's refusal and the choices of the page. */
export const joiningStepsFrom: Record<JoiningState, readonly JoiningStep[]> = {
  considering: ['look', 'trial', 'paused', 'ended'],
  look: ['look', 'trial', 'settled', 'paused', 'ended'],
  trial: ['trial', 'settled', 'paused', 'ended'],
  settled: ['kept_up', 'paused', 'ended'],
  kept_up: ['kept_up', 'paused', 'ended'],
  paused: ['look', 'trial', 'ended'],
  ended: [],
};

/** Steps on which the person is at the place: each is an encounter, and counts. */
export function isAtPlace(step: JoiningStep): boolean {
  return step !== 'paused' && step !== 'ended';
}

/** Steps after which the person has one of the places that somebody can take at once. */
export const stepsThatTakeRoom = ['trial', 'settled', 'kept_up'] as const satisfies readonly JoiningStep[];
export function takesRoom(state: JoiningState): boolean {
  return stepsThatTakeRoom.some((one) => one === state);
}

/** Which ways the list across cases shows: those that go on, or those that have ended. */
export const wayStates = ['open', 'ended'] as const;

/** How something was done with a place that welcomes. */
export const placeWays = ['visit', 'phone', 'meeting', 'message'] as const;
export type PlaceWay = (typeof placeWays)[number];
export const placeWayWords: Record<PlaceWay, () => string> = {
  visit: m.cases_place_way_visit,
  phone: m.cases_place_way_phone,
  meeting: m.cases_place_way_meeting,
  message: m.cases_place_way_message,
};
