import { type SubmitEvent, useRef, useState } from 'react';
import { Link } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { mintId } from '#platform/uuid.ts';
import { Button } from '#ui/Button.tsx';
import type { Column } from '#ui/DataTable/columns.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { readFiles, type TypedFile } from '#ui/Form/read-typed.ts';
import { FileField } from '#ui/fields/FileField.tsx';
import { Notice } from '#ui/Notice.tsx';
import { useSubmission } from '#ui/use-submission.ts';
import { carryOutTransfer, type PrintedPerson, type Trial, tryTransfer } from '../../api.ts';
import { largestTransfer } from '../../transfer-model.ts';
import { TransferChanges } from './TransferChanges.tsx';

interface TransferTrialProps {
  /** It has been done: the receipt's id, and the codes that are shown this once. */
  done: (id: string, codes: readonly PrintedPerson[]) => void;
}

/** A file is chosen and tried; what it would do and what is wrong with it stands below; then it is done. */
export function TransferTrial({ done }: TransferTrialProps) {
  const trying = useSubmission(tryTransfer);
  const doing = useSubmission(carryOutTransfer);
  const [tried, setTried] = useState<{ file: TypedFile; trial: Trial; id: string } | null>(null);
  const [missing, setMissing] = useState(false);
  const result = useRef<HTMLDivElement>(null);

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const { file } = await readFiles(event.currentTarget);
    setMissing(!file);
    setTried(null);
    if (!file) return;
    const trial = (await trying.submit({ file }))?.secret_trial;
    if (trial) setTried({ file, trial, id: mintId() });
    result.current?.focus();
  }

  async function carryOut() {
    if (!tried) return;
    const output = await doing.submit({ id: tried.id, file: tried.file });
    if (output) done(output.id, output.secret_codes ?? []);
  }

  return (
    <div className="grid gap-6">
      <form noValidate onSubmit={send} className="grid max-w-176 justify-items-start gap-4">
        <FileField
          name="file"
          label={m.posts_transfer_file()}
          hint={m.posts_transfer_file_hint()}
          accept=".csv,.xlsx"
          maxBytes={largestTransfer}
          error={missing ? m.posts_field_transfer_file() : trying.refusal?.fields.file}
          required
        />
        {trying.refusal && !trying.refusal.fields.file && (
          <Notice tone="error">{trying.refusal.message}</Notice>
        )}
        <Button type="submit" look={tried ? 'outline' : 'solid'} pending={trying.pending}>
          {m.posts_transfer_try_submit()}
        </Button>
      </form>
      <div ref={result} tabIndex={-1} className="grid gap-6">
        {tried && (
          <>
            <Verdict trial={tried.trial} />
            {tried.trial.problems.length === 0 && tried.trial.changes.length > 0 && !tried.trial.known && (
              <div className="grid justify-items-start gap-2">
                <Button look="solid" pending={doing.pending} onPress={carryOut}>
                  {m.posts_transfer_carry_out({ n: tried.trial.changes.length })}
                </Button>
                {doing.refusal && <Notice tone="error">{doing.refusal.message}</Notice>}
              </div>
            )}
            {tried.trial.changes.length > 0 && <TransferChanges changes={tried.trial.changes} />}
          </>
        )}
      </div>
    </div>
  );
}

type Said = Trial['problems'][number];

const columns: Column<Said>[] = [
  { key: 'row', heading: m.posts_transfer_row(), value: (said) => said.row, numeric: true },
  { key: 'column', heading: m.posts_transfer_column(), value: (said) => said.column ?? '' },
  { key: 'says', heading: m.posts_transfer_says(), value: (said) => said.says },
];

/** What the dry run came to, in words, with everything to be put right. */
function Verdict({ trial: { known, problems, doubts, changes, unchanged } }: { trial: Trial }) {
  if (known)
    return (
      <Notice tone="info">
        <p>{m.posts_transfer_known({ day: formatDay(known.done_on) })}</p>
        <p>
          <Link to={`/admin/transfers/${known.id}`}>{m.posts_transfer_to_receipt()}</Link>
        </p>
      </Notice>
    );
  const ready = problems.length === 0;
  return (
    <>
      <Notice tone={!ready ? 'error' : changes.length === 0 ? 'info' : 'success'}>
        <p>
          {!ready
            ? m.posts_transfer_has_problems({ n: problems.length })
            : changes.length === 0
              ? m.posts_refused_transfer_nothing()
              : m.posts_transfer_ready({ n: changes.length, unchanged })}
        </p>
      </Notice>
      {!ready && <Sayings caption={m.posts_transfer_problems()} said={problems} />}
      {doubts.length > 0 && <Sayings caption={m.posts_transfer_doubts()} said={doubts} />}
    </>
  );
}

function Sayings({ caption, said }: { caption: string; said: readonly Said[] }) {
  return (
    <div className="grid gap-3">
      <h3 className="text-std-18B-160">{caption}</h3>
      <DataTable
        caption={caption}
        columns={columns}
        rows={said}
        rowKey={({ row, column, says }) => `${row} ${column} ${says}`}
        empty={{ says: m.posts_transfer_no_problems() }}
      />
    </div>
  );
}
