import { useState } from 'react';
import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { fixInquiry, gatherAnswers, publishInquiry, readCommitteeWork } from '../api.ts';
import { whyNotFix, whyNotInquiry } from '../model.ts';
import { InquiryNav, trailOf } from './shown/InquiryNav.tsx';
import { MeasureGrades } from './shown/MeasureGrades.tsx';
import { Opinions } from './shown/Opinions.tsx';

type Work = OutputOf<typeof readCommitteeWork>;

export function loader(args: PageArgs) {
  return call(readCommitteeWork, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** From the confirmed answers to what is fixed and published, in the order in which it is done. */
export function Component() {
  const work = useLoaderData<typeof loader>();
  const { inquiry } = work;
  return (
    <>
      <PageHeader
        title={m.projects_committee_title()}
        trail={trailOf(inquiry)}
        lead={m.projects_committee_lead()}
      />
      <InquiryNav inquiry={inquiry} />
      <MeasureGrades work={work} />
      <Gather key={work.gatherings.length} work={work} />
      <Opinions work={work} />
      <Fix work={work} />
      <Publish work={work} />
    </>
  );
}

function Gather({ work: { inquiry, gatherings, readiness } }: { work: Work }) {
  const navigate = useNavigate();
  const [id] = useState(mintId);
  return (
    <Section heading={m.projects_gather_title()}>
      <p>{m.projects_gather_lead({ n: readiness.confirmed, all: readiness.all })}</p>
      <ul className="list-disc ps-6">
        {gatherings.map(({ number, on, confirmed, all }) => (
          <li key={number}>{m.projects_gathered({ number, day: formatDay(on), n: confirmed, all })}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        <CommandButton
          op={gatherAnswers}
          input={{ id, inquiry_id: inquiry.id }}
          disabledReason={whyNotInquiry('collect', inquiry.stage) ?? undefined}
          done={() => navigate('', saying(m.projects_gather_done()))}
        >
          {m.projects_gather()}
        </CommandButton>
        {gatherings.length > 0 && (
          <ButtonLink to={`/plans/${inquiry.plan.code}/progress/${inquiry.fiscal_year}`}>
            {m.projects_to_report()}
          </ButtonLink>
        )}
      </div>
    </Section>
  );
}

function Fix({ work: { inquiry, readiness } }: { work: Work }) {
  const why = whyNotFix({ ...readiness, stage: inquiry.stage, yearFixed: readiness.year_fixed });
  const [id] = useState(mintId);
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  return (
    <Section heading={m.projects_fix_title()}>
      {inquiry.fixed_on !== null && <p>{m.projects_fixed_on({ day: formatDay(inquiry.fixed_on) })}</p>}
      <p>
        <Button onPress={() => setAsking(true)} disabledReason={why ?? undefined}>
          {m.projects_fix()}
        </Button>
      </p>
      <Dialog open={asking} title={m.projects_fix_ask()} onClose={() => setAsking(false)}>
        <ul className="list-disc ps-6">
          <li>{m.projects_fix_stands()}</li>
          <li>{m.projects_fix_later()}</li>
          <li>{m.projects_fix_final()}</li>
        </ul>
        <CommandButton
          op={fixInquiry}
          input={{ id, inquiry_id: inquiry.id }}
          look="solid"
          done={() => {
            setAsking(false);
            return navigate('', saying(m.projects_fix_done()));
          }}
        >
          {m.projects_fix_do()}
        </CommandButton>
      </Dialog>
    </Section>
  );
}

function Publish({ work: { inquiry } }: { work: Work }) {
  const navigate = useNavigate();
  return (
    <Section heading={m.projects_publish_title()}>
      {inquiry.published_on !== null && (
        <p>{m.projects_published_on({ day: formatDay(inquiry.published_on) })}</p>
      )}
      <p>
        <CommandButton
          op={publishInquiry}
          input={{ inquiry_id: inquiry.id }}
          disabledReason={whyNotInquiry('publish', inquiry.stage) ?? undefined}
          done={() => navigate('', saying(m.projects_publish_done()))}
        >
          {m.projects_publish()}
        </CommandButton>
      </p>
    </Section>
  );
}
