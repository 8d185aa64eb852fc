import { Badge } from '#ui/Badge.tsx';
import { linkStateWords } from '../../model.ts';
import type { PlanLink } from '../../structure-api.ts';

interface LinkedMeasuresProps {
  links: readonly PlanLink[];
  name: (link: PlanLink) => string;
  lead?: string;
}

/** What somebody linked, each with 案 or 決定. */
export function LinkedMeasures({ links, name, lead }: LinkedMeasuresProps) {
  if (links.length === 0) return null;
  return (
    <div className="mt-1 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-solid-gray-800">
      {lead && <span>{lead}</span>}
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {links.map((link) => (
          <li key={link.id}>
            {name(link)}{' '}
            <Badge tone={link.state === 'decided' ? 'blue' : 'neutral'}>{linkStateWords[link.state]()}</Badge>
          </li>
        ))}
      </ul>
    </div>
  );
}
