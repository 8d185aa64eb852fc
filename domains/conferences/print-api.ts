import * as z from 'zod';
import * as m from '#messages';
import { operation } from '#platform/operation.ts';
import { callers, prints, sitters } from './model.ts';

const of = { id: z.uuid(), what: z.enum(prints).default('papers') };

/** Beside the file: the clients it is about, for the trail. */
const shown = z.object({ clients: z.array(z.uuid()) });

/** Agenda and papers, or the minutes, as one attendee may see them: of the items the actor sees and that attendee sits on. */
export const printForAttendee = operation({
  route: 'GET /conferences/:id/prints/:attendee',
  summary: m.conferences_print_one_summary,
  may: sitters,
  audit: 'conference.printed',
  subjects: (_, { clients }) => clients,
  file: true,
  input: z.object({
    ...of,
    /** The attendee's post, or the seat of a guest. */
    attendee: z.uuid(),
  }),
  output: shown,
});

/** One PDF for each attendee, in one archive. Nothing is kept. */
export const printForAll = operation({
  route: 'GET /conferences/:id/prints',
  summary: m.conferences_print_all_summary,
  may: callers,
  audit: 'conference.all_printed',
  subjects: (_, { clients }) => clients,
  file: true,
  input: z.object(of),
  output: shown,
});

/** Papers a town fills in to begin: 会議の設置要綱 and 守秘の誓約, in words of our own. */
export const printTemplate = operation({
  route: 'GET /conference-templates/:which',
  summary: m.conferences_template_summary,
  may: sitters,
  audit: null,
  file: true,
  input: z.object({ which: z.enum(['rules', 'undertaking']) }),
  output: z.unknown(),
});
