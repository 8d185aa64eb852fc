import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { ProgressBar } from '#ui/ProgressBar.tsx';
import { saying } from '#ui/saying.ts';
import { type checkLedger, importLedger, readLedgerProgress } from '../../api.ts';
import { askedWords } from '../../model.ts';

interface ImportFormProps {
  id: string;
  check: OutputOf<typeof checkLedger>;
}

/** The one act that takes the ledger in: whose it is, what has been confirmed, why where a reason is needed. */
export function ImportForm({ id, check }: ImportFormProps) {
  const navigate = useNavigate();
  const [running, setRunning] = useState(false);
  return (
    <div onSubmit={() => setRunning(true)} className="grid gap-6">
      <Form
        op={importLedger}
        mints="import_id"
        also={{ id, hash: check.hash, new: check.new }}
        submit={m.ledgers_import_submit({ n: check.new })}
        refused={() => setRunning(false)}
        done={({ id: taken }) => navigate(`/ledgers/${taken}`, saying(m.ledgers_imported()))}
      >
        {check.asks.length > 0 && (
          <CheckboxGroup
            name="confirmed"
            label={m.ledgers_asks_label()}
            required
            choices={check.asks.map(({ kind, n, places }) => ({
              value: kind,
              label: askedWords[kind]({ n }),
              hint:
                n > places.length
                  ? m.ledgers_asks_hint({ places: places.join(m.ledgers_between()) })
                  : places.join(m.ledgers_between()),
            }))}
          />
        )}
        <TextField
          name="received_from"
          label={m.ledgers_label_from()}
          hint={m.ledgers_hint_from()}
          required
          maxLength={100}
        />
        {check.reasons.length > 0 && (
          <TextArea
            name="reason"
            label={m.ledgers_label_reason()}
            hint={check.reasons.map((reason) => reasonHints[reason]()).join('')}
            required
            rows={2}
            maxLength={500}
          />
        )}
      </Form>
      {running && <Progress id={id} />}
    </div>
  );
}

const reasonHints = {
  correction: m.ledgers_hint_reason_correction,
  late: m.ledgers_hint_reason_late,
  entry: m.ledgers_hint_reason_entry,
};

/** Asked for twice a second while the import runs. */
const everyMs = 500;

function Progress({ id }: { id: string }) {
  const [progress, setProgress] = useState<OutputOf<typeof readLedgerProgress>['progress']>(null);
  useEffect(() => {
    const control = new AbortController();
    const timer = setInterval(() => {
      call(readLedgerProgress, { id }, { signal: control.signal }).then(
        (answer) => setProgress(answer.progress),
        // Once it is taken in there is nothing left to ask about; the import itself says what came of it.
        () => undefined,
      );
    }, everyMs);
    return () => {
      clearInterval(timer);
      control.abort();
    };
  }, [id]);
  return (
    <ProgressBar
      label={m.ledgers_import_progress()}
      {...(progress && { value: progress.done, max: progress.of })}
    />
  );
}
