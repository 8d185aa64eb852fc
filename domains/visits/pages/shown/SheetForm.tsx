import { useNavigate } from 'react-router';
import { spanOfMonth } from '#domains/items/model.ts';
import { ItemFields } from '#domains/items/pages/shown/ItemFields.tsx';
import { initialAnswers } from '#domains/items/pages/shown/initial-answers.ts';
import * as m from '#messages';
import { formatNumber } from '#platform/figure.ts';
import { ButtonLink } from '#ui/Button.tsx';
import type { CallRefused } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import type { Typed } from '#ui/Form/read-typed.ts';
import { FileField } from '#ui/fields/FileField.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { saying } from '#ui/saying.ts';
import { channels, channelWords } from '../../model.ts';
import { handInTallySheet } from '../../sheet-api.ts';
import { scanLimit, scanTypes, standingOf } from '../../sheet-model.ts';
import type { OpenedSheet } from './load-sheet.ts';
import { addressOfSheet } from './sheet-address.ts';

interface SheetFormProps {
  sheet: OpenedSheet;
  refused: (refusal: CallRefused) => void;
}

/** The sheet as it is read off the paper: seven counts, their sum as they are typed, who counted. */
export function SheetForm({ sheet, refused }: SheetFormProps) {
  const navigate = useNavigate();
  const { account, current } = useMe();
  const { district, group, month, fixed, items } = sheet;
  const standing = standingOf(sheet.sheets);
  const ownName = current?.role === 'gatherer' ? account?.name : undefined;
  const counted_by = standing?.counted_by ?? ownName;
  return (
    <Form
      op={handInTallySheet}
      mints="id"
      also={{ district_id: district, group_id: group, month, follows: standing?.version ?? 0 }}
      initial={{
        ...(standing && {
          counts: standing.counts,
          note: standing.note,
          answers: initialAnswers(items, standing.answers),
        }),
        ...(counted_by && { counted_by }),
      }}
      submit={standing ? m.visits_sheet_submit_correction() : m.visits_sheet_submit()}
      beside={
        <ButtonLink look="text" to={standing ? addressOfSheet(sheet) : `/tally?month=${month}`}>
          {m.visits_leave()}
        </ButtonLink>
      }
      refused={refused}
      done={() =>
        navigate(
          standing ? addressOfSheet(sheet) : `/tally?month=${month}`,
          saying(m.visits_sheet_done({ district: sheet.district_name })),
        )
      }
    >
      {(typed) => (
        <>
          <fieldset className="grid gap-4">
            <legend className="mb-2 text-std-16B-170">{m.visits_sheet_counts()}</legend>
            <p className="text-solid-gray-700">{m.visits_sheet_blank_is_zero()}</p>
            <div className="grid gap-4 md:grid-cols-2">
              {channels.map((channel) => (
                <NumberField
                  key={channel}
                  name={`counts.${channel}`}
                  label={channelWords[channel]()}
                  unit={m.visits_unit_count()}
                />
              ))}
            </div>
            <Total typed={typed} />
          </fieldset>
          <TextField
            name="counted_by"
            label={m.visits_label_counted_by()}
            hint={m.visits_hint_counted_by()}
            required
            maxLength={100}
          />
          {(standing || fixed) && (
            <TextArea
              name="reason"
              label={standing ? m.visits_label_sheet_reason() : m.visits_label_late_reason()}
              required
              rows={2}
              maxLength={500}
            />
          )}
          <TextArea name="note" label={m.visits_label_note()} rows={2} maxLength={500} />
          <FileField
            name="scan"
            label={m.visits_label_scan()}
            hint={m.visits_hint_scan()}
            accept={scanTypes.join(',')}
            maxBytes={scanLimit}
          />
          <ItemFields
            items={items}
            {...spanOfMonth(month)}
            before={standing?.answers ?? {}}
            byProxy={current?.role !== 'gatherer' || standing !== null}
          />
        </>
      )}
    </Form>
  );
}

/** The sum while one types; without what is no number yet. */
function Total({ typed }: { typed: Typed }) {
  const sum = channels.reduce((before, channel) => {
    const n = typed[`counts.${channel}`];
    return typeof n === 'number' ? before + n : before;
  }, 0);
  return (
    <p className="border-t-2 border-solid-gray-600 pt-3 text-std-20B-150">
      {m.visits_total()}
      <output aria-live="polite" className="ml-4 tabular-nums">
        {m.visits_count_of({ n: formatNumber(sum, 0) })}
      </output>
    </p>
  );
}
