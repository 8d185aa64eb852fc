import { type ReactNode, useEffect } from 'react';
import * as m from '#messages';
import { Breadcrumbs, type Crumb } from './Breadcrumbs.tsx';

export interface PageHeaderProps {
  /** The heading of the page and the title of the window. */
  title: string;
  /** One or two sentences: what this page is for. */
  lead?: ReactNode;
  trail?: readonly Crumb[];
  /** Buttons and links that concern the whole page. */
  actions?: ReactNode;
}

/** Every page begins with one. The heading takes the focus when one arrives from another page. */
export function PageHeader({ title, lead, trail, actions }: PageHeaderProps) {
  useEffect(() => {
    document.title = m.ui_page_title({ title });
  }, [title]);
  return (
    <header className="mb-8 grid gap-3">
      {trail && <Breadcrumbs trail={trail} />}
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 tabIndex={-1} className="text-std-28B-150 md:text-std-32B-150">
          {title}
        </h1>
        {actions && <div className="flex flex-wrap gap-3 print:hidden">{actions}</div>}
      </div>
      {lead && <div className="max-w-176">{lead}</div>}
    </header>
  );
}
