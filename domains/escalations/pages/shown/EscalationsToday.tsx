import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { Section } from '#ui/Section.tsx';
import type { listEscalations } from '../../api.ts';
import { EscalationList } from './EscalationList.tsx';

interface EscalationsTodayProps {
  escalations: OutputOf<typeof listEscalations>['escalations'];
  /** For whoever raised them, rather than for whoever acts. */
  own: boolean;
}

/** What goes on today; nothing where nothing does. */
export function EscalationsToday({ escalations, own }: EscalationsTodayProps) {
  if (escalations.length === 0) return null;
  const n = escalations.length;
  return (
    <Section
      heading={own ? m.escalations_today_own({ n }) : m.escalations_today({ n })}
      actions={<ButtonLink to="/escalations">{m.escalations_to_list()}</ButtonLink>}
    >
      <EscalationList escalations={escalations} />
    </Section>
  );
}
