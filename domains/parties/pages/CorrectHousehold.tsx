import { useLoaderData, useNavigate, useRevalidator } from 'react-router';
import * as m from '#messages';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { saying } from '#ui/saying.ts';
import { correctHousehold } from '../api.ts';
import { ContentFields } from './shown/ContentFields.tsx';
import { Leave } from './shown/Leave.tsx';
import { Meanwhile } from './shown/Meanwhile.tsx';
import { openHousehold } from './shown/opened.ts';
import { PartHeader } from './shown/PartHeader.tsx';
import { WhereAllowed } from './shown/WhereAllowed.tsx';

export { openHousehold as loader };

/** Corrects what an entry says; what it said before stays in its history. */
export function Component() {
  const household = useLoaderData<typeof openHousehold>();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const { id, version, name, kana, address, phone, cautions } = household;
  const back = `/households/${id}`;
  return (
    <>
      <PartHeader household={household} part={m.parties_correct()} lead={m.parties_correct_lead()} />
      <WhereAllowed act="correct" household={household}>
        <Form
          key={id}
          op={correctHousehold}
          also={{ id, version }}
          initial={{ version, name, kana, address, phone, cautions }}
          submit={m.parties_correct_submit()}
          beside={<Leave to={back} />}
          refused={() => void revalidate()}
          done={() => navigate(back, saying(m.parties_corrected()))}
        >
          {(typed) => (
            <>
              <Meanwhile household={household} typed={typed} />
              <ContentFields />
              <TextArea
                name="reason"
                label={m.parties_correct_reason()}
                hint={m.parties_correct_reason_hint()}
                rows={2}
                maxLength={500}
              />
            </>
          )}
        </Form>
      </WhereAllowed>
    </>
  );
}
