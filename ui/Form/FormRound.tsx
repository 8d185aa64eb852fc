import { type SubmitEvent, useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import * as m from '#messages';
import type { InputOf, Operation } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { Button } from '../Button.tsx';
import type { CallRefused } from '../call.ts';
import { FieldSurroundingsContext } from '../fields/use-field.ts';
import { Notice } from '../Notice.tsx';
import { useSubmission } from '../use-submission.ts';
import { draftOf, keepDraft } from './drafts.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import type { FormProps } from './Form.tsx';
import { keepOnServer } from './kept-drafts.ts';
import { nestFields, valueAt } from './nest.ts';
import { type Control, readDraft, readFiles, readTyped, type Typed } from './read-typed.ts';

interface FormRoundProps<Op extends Operation> {
  form: FormProps<Op>;
  draftKey: string;
  /** Answers what is to be called when the page has been read anew. */
  startAnew: (says?: string) => () => void;
}

/** A form from the first key to the answer; after that the next round begins, empty and with a new id. */
export function FormRound<Op extends Operation>({ form, draftKey, startAnew }: FormRoundProps<Op>) {
  const element = useRef<HTMLFormElement>(null);
  const formId = useId();
  const [recordId] = useState(mintId);
  const [draft] = useState(() => draftOf(draftKey));
  const [initial] = useState(form.initial);
  const [typed, setTyped] = useState<Typed>({});
  const revalidator = useRevalidator();
  const { pending, refusal, attempt, submit } = useSubmission(form.op);
  useUnsavedWarning(draftKey);
  useEffect(() => setTyped(readTyped(controlsOf(element.current))), []);
  const tellOfRefusal = useEffectEvent((refused: CallRefused) => form.refused?.(refused));
  useEffect(() => {
    if (refusal) tellOfRefusal(refusal);
  }, [refusal]);

  const surroundings = useMemo(
    () => ({
      formId,
      errorOf: (name: string) => refusal?.fields[name],
      valueOf: (name: string) => (draft && name in draft ? draft[name] : valueAt(initial, name)),
    }),
    [formId, refusal, draft, initial],
  );

  function keep() {
    const controls = controlsOf(element.current);
    setTyped((before) => ({ ...before, ...readTyped(controls) }));
    keepDraft(draftKey, readDraft(controls, form.op.secrets));
    if (form.keeps) keepOnServer(draftKey);
  }

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (form.cannotSubmit) return;
    const read = readTyped(controlsOf(element.current));
    const output = await submit({
      ...(form.reshape ? form.reshape(read) : nestFields(read)),
      ...(await readFiles(event.currentTarget)),
      ...form.also,
      ...(form.mints && { [form.mints]: recordId }),
    } as InputOf<Op>);
    if (output === null) return;
    const drawn = startAnew(form.doneSays);
    await (form.done ? form.done(output) : revalidator.revalidate());
    drawn();
  }

  return (
    <form ref={element} noValidate className="grid gap-6" onInput={keep} onSubmit={send}>
      {refusal && <ErrorSummary key={attempt} formId={formId} refusal={refusal} />}
      {draft && (
        <Notice tone="info">
          {m.ui_form_draft()}
          <Button look="text" onPress={() => startAnew()}>
            {m.ui_form_draft_drop()}
          </Button>
        </Notice>
      )}
      <FieldSurroundingsContext value={surroundings}>
        {typeof form.children === 'function' ? form.children(typed) : form.children}
      </FieldSurroundingsContext>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" look="solid" pending={pending} disabledReason={form.cannotSubmit}>
          {form.submit}
        </Button>
        {form.beside}
      </div>
    </form>
  );
}

function controlsOf(form: HTMLFormElement | null): Control[] {
  return Array.from(form?.elements ?? []) as HTMLInputElement[];
}

/** The browser asks before a tab with something typed is closed. */
function useUnsavedWarning(draftKey: string) {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (draftOf(draftKey)) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [draftKey]);
}
