import { useState } from 'react';
import * as m from '#messages';
import { verifyAudit } from '#platform/audit/api.ts';
import type { OutputOf } from '#platform/operation.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { NumberField } from '#ui/fields/NumberField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Notice } from '#ui/Notice.tsx';

type Verdict = OutputOf<typeof verifyAudit>;

/** Computes the chain anew, and says whether it holds; against a root that was exported earlier too. */
export function Verification() {
  const [verdict, setVerdict] = useState<Verdict>();
  return (
    <div className="grid justify-items-start gap-4">
      <p>{m.consent_verify_says()}</p>
      <CommandButton op={verifyAudit} input={{}} look="solid" done={setVerdict}>
        {m.consent_verify_submit()}
      </CommandButton>
      <details className="w-full">
        <summary className="min-h-11 cursor-pointer py-2">{m.consent_verify_against_root()}</summary>
        <div className="grid gap-4 py-4">
          <p>{m.consent_verify_root_says()}</p>
          <Form op={verifyAudit} submit={m.consent_verify_root_submit()} done={setVerdict}>
            <NumberField name="root_batch" label={m.consent_verify_root_batch()} required />
            <TextField
              name="root_hash"
              label={m.consent_verify_root_hash()}
              required
              width="full"
              maxLength={64}
            />
          </Form>
        </div>
      </details>
      {verdict && <Result verdict={verdict} />}
    </div>
  );
}

function Result({ verdict: { sound, batches, entries, hash, waiting, sentence } }: { verdict: Verdict }) {
  return (
    <div className="grid w-full gap-4">
      {sound ? (
        <Notice tone="success" title={m.consent_verify_sound()}>
          {m.consent_verify_sound_says({ batches, entries })}
        </Notice>
      ) : (
        <Notice tone="error" title={m.consent_verify_broken()}>
          {sentence}
          <p>{m.consent_verify_broken_says()}</p>
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: m.consent_verify_batches(), value: batches.toLocaleString('ja-JP') },
          {
            term: m.consent_verify_entries(),
            value: m.consent_verify_n({ n: entries.toLocaleString('ja-JP') }),
          },
          {
            term: m.consent_verify_waiting(),
            value: m.consent_verify_n({ n: waiting.toLocaleString('ja-JP') }),
          },
          ...(hash
            ? [
                {
                  term: m.consent_verify_hash(),
                  value: <span className="font-mono break-all">{hash}</span>,
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
