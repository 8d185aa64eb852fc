import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { decisions } from './person-model.ts';

const named = { person_id: z.uuid(), person_name: z.string().nullable() };

/** What somebody was given: by a decision, or opened in an emergency. */
const kind = z.enum(['provision', 'emergency']);

/** What waits for the post in use about consents and provisions: on 今日, beside its other work. */
export const readConsentToday = operation({
  route: 'GET /consent-today',
  summary: m.consent_today_summary,
  may: 'signed_in',
  audit: 'consent_today.read',
  subjects: (_, { people }) => people,
  input: z.object({}),
  output: z.object({
    /** 緊急閲覧 of the own body's records that nobody has reviewed yet, the newest first. */
    emergencies: z.array(
      z.object({ id: z.uuid(), ...named, by: z.string(), opened_at: z.string(), until: z.string() }),
    ),
    /** What was taken back from the actor and is not answered for; no name of the holder's is shown. */
    returns: z.array(
      z.object({ id: z.uuid(), kind, holder: z.string(), asked_at: z.string(), copies: z.int() }),
    ),
    /**
     * People of the own body whom somebody still has to tell of a provision, or of an emergency view that is over or reviewed; the
     * oldest first. Where telling would endanger somebody, on the day on which it is weighed again.
     */
    to_tell: z.array(z.object({ id: z.uuid(), kind, ...named, receiver: z.string(), starts_on: z.string() })),
    /** People of the own body to be asked (again): a "no" to be spoken of, a consent that ends or has ended. */
    to_ask: z.array(
      z.object({
        id: z.uuid(),
        ...named,
        decision: z.enum(decisions),
        on: z.string(),
        came_of_age: z.boolean(),
      }),
    ),
    /** Protected addresses whose decision ends within 30 days, or has; until it is ended they stay closed. */
    protections: z.array(z.object({ id: z.uuid(), ...named, ends_on: z.string() })),
    /** Everybody who is named in it. */
    people: z.array(z.uuid()),
  }),
});
