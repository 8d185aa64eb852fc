import * as m from '#messages';
import { DownloadLink } from '#ui/Button.tsx';
import { hrefOf } from '#ui/call.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Section } from '#ui/Section.tsx';
import { blankForms, printBlankForm } from '../forms-api.ts';

const titles: Record<(typeof blankForms)[number], () => string> = {
  intake_consented: m.cases_form_intake_consented,
  intake_unconsented: m.cases_form_intake_unconsented,
  assessment: m.cases_form_assessment_title,
  plan: m.cases_form_plan_title,
  closing: m.cases_form_closing_title,
};

/** The forms with nothing in them, to be filled in by hand or with a spreadsheet. */
export function Component() {
  return (
    <>
      <PageHeader
        title={m.cases_forms_blank_title()}
        lead={m.cases_forms_blank_lead()}
        trail={[{ label: m.cases_plans_title(), to: '/support-plans' }]}
      />
      {blankForms.map((form) => (
        <Section key={form} heading={titles[form]()}>
          <div className="flex flex-wrap gap-3">
            <DownloadLink href={hrefOf(printBlankForm, { form, format: 'pdf' })}>
              {m.cases_forms_blank_pdf({ title: titles[form]() })}
            </DownloadLink>
            <DownloadLink href={hrefOf(printBlankForm, { form, format: 'xlsx' })}>
              {m.cases_forms_blank_xlsx({ title: titles[form]() })}
            </DownloadLink>
          </div>
        </Section>
      ))}
    </>
  );
}
