/** A question that this browser has asked the town's sign-on service, kept in this tab alone until the answer comes. */
interface SignOnQuestion {
  ceremony: string;
  /** Somebody who is signed in links the service to their account. */
  links: boolean;
  /** Where to go afterwards. */
  to: string;
}

const place = 'kanaeau-sign-on';

/** Keeps the question and leaves for the service. */
export function leaveForSignOn(address: string, question: SignOnQuestion): void {
  const state = new URL(address).searchParams.get('state');
  sessionStorage.setItem(place, JSON.stringify({ ...question, state }));
  window.location.assign(address);
}

/** The question that an answer is to; null when this browser has asked none like it. It is good for one answer. */
export function takeSignOnQuestion(state: string | null): SignOnQuestion | null {
  const kept = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  const question = kept === null ? null : (JSON.parse(kept) as SignOnQuestion & { state: string | null });
  return question !== null && state !== null && question.state === state ? question : null;
}
