import { useLoaderData, useNavigate } from 'react-router';
import { sideWords } from '#domains/wishes/model.ts';
import { listParticipants } from '#domains/wishes/participant-api.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { mintId } from '#platform/uuid.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { listWishReferrals, takeWishReferral } from '../referral-api.ts';
import { Folded } from './shown/Folded.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [{ referrals }, { participants }] = await Promise.all([
    call(listWishReferrals, {}, options),
    call(listParticipants, { limit: 200 }, options),
  ]);
  return { referrals, participants };
}

/** What windows passed on with consent, waiting to become wishes. */
export function Component() {
  const { referrals, participants } = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const show = ({ wish_id }: { wish_id: string }) =>
    navigate(`/wishes/${wish_id}`, saying(m.cases_referral_taken()));
  return (
    <>
      <PageHeader
        title={m.cases_referrals_title()}
        lead={m.cases_referrals_lead()}
        trail={[{ label: m.wishes_title(), to: '/wishes' }]}
      />
      {referrals.length === 0 ? (
        <EmptyState says={m.cases_referrals_empty()} />
      ) : (
        <ul className="grid gap-4">
          {referrals.map(({ id, from_name, name, reached, side, words, passed_on, alike }) => (
            <li key={id} className="grid gap-2 rounded-8 border border-solid-gray-300 p-4">
              <h2 className="text-std-18B-160">{m.wishes_read_lead({ side: sideWords[side](), name })}</h2>
              <p className="whitespace-pre-wrap">{words}</p>
              {reached && <p>{reached}</p>}
              <p>{m.cases_referral_from({ day: formatDay(passed_on), body: from_name })}</p>
              {alike.length > 0 && <p>{m.cases_referral_alike()}</p>}
              <div className="flex flex-wrap gap-3">
                {alike.map((one) => (
                  <CommandButton
                    key={one.participant_id}
                    op={takeWishReferral}
                    input={{
                      id,
                      wish_id: mintId(),
                      participant_id: mintId(),
                      known_id: one.participant_id,
                    }}
                    done={show}
                  >
                    {m.cases_referral_take_known({
                      name: one.name,
                      district: one.district_name ?? m.wishes_no_district(),
                    })}
                  </CommandButton>
                ))}
                <CommandButton
                  op={takeWishReferral}
                  look={alike.length > 0 ? 'outline' : 'solid'}
                  input={{ id, wish_id: mintId(), participant_id: mintId() }}
                  done={show}
                >
                  {m.cases_referral_take_summary()}
                </CommandButton>
              </div>
              {participants.length > 0 && (
                <Folded summary={m.cases_referral_take_other()}>
                  <Form
                    op={takeWishReferral}
                    mints="wish_id"
                    also={{ id, participant_id: mintId() }}
                    which={id}
                    submit={m.cases_referral_take_other_submit()}
                    done={show}
                  >
                    <SelectField
                      name="known_id"
                      label={m.cases_label_referral_known()}
                      hint={m.cases_hint_referral_known()}
                      required
                      emptyLabel={m.wishes_choose_participant()}
                      choices={participants.map((one) => ({ value: one.id, label: one.name }))}
                    />
                  </Form>
                </Folded>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
