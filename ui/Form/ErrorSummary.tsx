import { useEffect, useRef } from 'react';
import * as m from '#messages';
import type { CallRefused } from '../call.ts';
import { fieldId } from '../fields/use-field.ts';

interface ErrorSummaryProps {
  formId: string;
  refusal: CallRefused;
}

/** Why an attempt was refused, above the form: it takes the focus once, and each sentence leads to its field. */
export function ErrorSummary({ formId, refusal }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), []);
  const sentences = Object.entries(refusal.fields).sort(
    ([a], [b]) => placeOf(fieldId(formId, a)) - placeOf(fieldId(formId, b)),
  );
  // Where one field is all that is wrong, its sentence is the message: it is said once, and leads there.
  const said = sentences.find(([, sentence]) => sentence === refusal.message);
  const others = sentences.filter(([, sentence]) => sentence !== refusal.message);
  return (
    <div ref={summary} tabIndex={-1} role="alert" className="rounded-8 border-2 border-error-1 bg-red-50 p-4">
      <p className="text-std-16B-170">
        <span className="text-red-1000">{m.ui_tone_error()}</span>{' '}
        {said ? <FieldLink id={fieldId(formId, said[0])} sentence={refusal.message} /> : refusal.message}
      </p>
      {others.length > 0 && (
        <ul className="mt-2 list-disc pl-6">
          {others.map(([name, sentence]) => (
            <li key={name}>
              <FieldLink id={fieldId(formId, name)} sentence={sentence} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Where a control stands in its form; what is not on the screen comes last. */
function placeOf(id: string): number {
  const control = document.getElementById(id) as HTMLInputElement | null;
  return control?.form ? Array.from(control.form.elements).indexOf(control) : Number.POSITIVE_INFINITY;
}

function FieldLink({ id, sentence }: { id: string; sentence: string }) {
  if (!document.getElementById(id)) return sentence;
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(id)?.focus();
      }}
    >
      {sentence}
    </a>
  );
}
