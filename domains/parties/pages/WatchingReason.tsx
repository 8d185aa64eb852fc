import { useLoaderData, useNavigate } from 'react-router';
import * as m from '#messages';
import { Form } from '#ui/Form/Form.tsx';
import { saying } from '#ui/saying.ts';
import { writeReason } from '../api.ts';
import { Leave } from './shown/Leave.tsx';
import { openHousehold } from './shown/opened.ts';
import { PartHeader } from './shown/PartHeader.tsx';
import { ReasonField } from './shown/ReasonField.tsx';
import { WhereAllowed } from './shown/WhereAllowed.tsx';

export { openHousehold as loader };

/** Writes down why a household is watched over; what was written before stays. */
export function Component() {
  const household = useLoaderData<typeof openHousehold>();
  const navigate = useNavigate();
  const back = `/households/${household.id}`;
  return (
    <>
      <PartHeader household={household} part={m.parties_reason()} lead={m.parties_reason_lead()} />
      <WhereAllowed act="reason" household={household}>
        <Form
          op={writeReason}
          mints="id"
          also={{ household_id: household.id }}
          submit={m.parties_reason_submit()}
          beside={<Leave to={back} />}
          done={() => navigate(back, saying(m.parties_reason_written()))}
        >
          <ReasonField required />
        </Form>
      </WhereAllowed>
    </>
  );
}
