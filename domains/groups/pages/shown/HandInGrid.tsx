import { useNavigate } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { formatNumber } from '#platform/figure.ts';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { channels } from '../../../visits/model.ts';
import { totalOf } from '../../../visits/sheet-model.ts';
import { handInGroupMonth } from '../../api.ts';
import type { OpenedMonth } from '../GroupMonth.tsx';

/** The grid goes out as the group's sheet, or goes out anew when papers came late. */
export function HandInGrid({ opened, missing }: { opened: OpenedMonth; missing: number }) {
  const navigate = useNavigate();
  const { account, current } = useMe();
  const { sheet, sum, fixed, month } = opened;
  const differs = sheet !== null && channels.some((channel) => sheet.counts[channel] !== sum[channel]);
  if (sheet && !differs)
    return (
      <Section heading={m.groups_hand_in_heading()}>
        <Notice tone="success">
          {m.groups_is_in({
            day: formatDay(sheet.entered_on),
            total: formatNumber(totalOf(sheet.counts), 0),
          })}
        </Notice>
      </Section>
    );
  const total = formatNumber(totalOf(sum), 0);
  const counted_by = sheet?.counted_by ?? (current?.role === 'gatherer' ? account?.name : undefined);
  return (
    <Section heading={m.groups_hand_in_heading()}>
      {sheet && (
        <Notice tone="warning">
          {m.groups_differs({ sheet: formatNumber(totalOf(sheet.counts), 0), grid: total })}
        </Notice>
      )}
      <Form
        op={handInGroupMonth}
        mints="id"
        also={{ group_id: opened.group, district_id: opened.district, month, follows: sheet?.version ?? 0 }}
        initial={counted_by ? { counted_by } : {}}
        submit={sheet ? m.groups_hand_in_again({ total }) : m.groups_hand_in({ total })}
        done={() =>
          navigate(`/tally?month=${month}`, saying(m.visits_sheet_done({ district: opened.district_name })))
        }
      >
        <TextField name="counted_by" label={m.groups_label_counted_by()} required maxLength={100} />
        {missing > 0 && <Checkbox name="leaves_out" label={m.groups_leaves_out({ n: missing })} />}
        {(sheet || fixed) && (
          <TextArea name="reason" label={m.visits_label_sheet_reason()} required rows={2} maxLength={500} />
        )}
      </Form>
    </Section>
  );
}
