import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { DownloadLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call, hrefOf } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { endWishCard, printWishCard, readWishCard } from '../card-api.ts';

export function loader(args: PageArgs) {
  return call(readWishCard, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** One card: its code to be read out by telephone, its link, its sheet. */
export function Component() {
  const card = useLoaderData<typeof loader>();
  const { id, participant_id, participant_name, district_name, place, open, secret_code, secret_address } =
    card;
  return (
    <>
      <PageHeader
        title={m.cards_card_of({ who: participant_name ?? m.cards_for_anybody() })}
        trail={[
          { label: m.cards_notes_title(), to: '/wish-notes' },
          { label: m.cards_title(), to: '/wish-cards' },
        ]}
        actions={
          open && (
            <DownloadLink look="solid" href={hrefOf(printWishCard, { id })}>
              {m.cards_print()}
            </DownloadLink>
          )
        }
      />
      <p>
        <Badge>{open ? m.cards_open() : m.cards_over()}</Badge>
      </p>
      {open && <p className="my-4">{m.cards_print_lead()}</p>}
      <DescriptionList
        items={[
          {
            term: m.cards_label_for(),
            value: participant_id ? (
              <Link to={`/participants/${participant_id}`}>{participant_name}</Link>
            ) : (
              m.cards_anybody()
            ),
          },
          {
            term: m.cards_code(),
            value: secret_code && <span className="text-std-20B-160">{secret_code}</span>,
          },
          { term: m.cards_address(), value: secret_address && <a href={secret_address}>{secret_address}</a> },
          { term: m.cards_label_district(), value: district_name },
          { term: m.cards_label_place(), value: place },
          { term: m.cards_label_made(), value: formatDay(card.made_on) },
          { term: m.cards_label_until(), value: formatDay(card.expires_on) },
          { term: m.cards_label_notes(), value: m.cards_n({ n: card.notes }) },
        ]}
      />
      {open && (
        <div className="mt-6">
          <CommandButton op={endWishCard} input={{ id }}>
            {m.cards_end()}
          </CommandButton>
        </div>
      )}
    </>
  );
}
