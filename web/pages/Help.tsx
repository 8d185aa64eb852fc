import type { ReactNode } from 'react';
import * as m from '#messages';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Section } from '#ui/Section.tsx';

/** How to use the screens, for somebody who has been given an account and no course. */
export function Component() {
  return (
    <>
      <PageHeader title={m.web_help_title()} lead={m.web_help_lead()} />
      <Section heading={m.web_help_record()}>
        <Steps>
          <li>{m.web_help_record_open()}</li>
          <li>{m.web_help_record_choose()}</li>
          <li>{m.web_help_record_correct()}</li>
        </Steps>
      </Section>
      <Section heading={m.web_help_role()}>
        <p className="max-w-176">{m.web_help_role_says()}</p>
      </Section>
      <Section heading={m.web_help_lists()}>
        <p className="max-w-176">{m.web_help_lists_says()}</p>
      </Section>
      <Section heading={m.web_help_keyboard()}>
        <p className="max-w-176">{m.web_help_keyboard_says()}</p>
      </Section>
      <Section heading={m.web_help_kept()}>
        <p className="max-w-176">{m.web_help_kept_says()}</p>
      </Section>
      <Section heading={m.web_help_trouble()}>
        <p className="max-w-176">{m.web_help_trouble_says()}</p>
      </Section>
    </>
  );
}

function Steps({ children }: { children: ReactNode }) {
  return <ol className="grid max-w-176 list-decimal gap-2 pl-6">{children}</ol>;
}
