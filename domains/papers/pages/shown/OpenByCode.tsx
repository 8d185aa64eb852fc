import { type FormEvent, useId, useState } from 'react';
import * as m from '#messages';
import { Button } from '#ui/Button.tsx';
import { boxLook } from '#ui/fields/controls.ts';
import { Section } from '#ui/Section.tsx';
import { readCode } from '../../model.ts';

/** The code of a sheet that came back: typed, or put there by whatever reads the picture. Nothing is asked of the server yet. */
export function OpenByCode({ open }: { open: (code: string) => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The picture holds the whole address.
    const code = readCode(typed.slice(typed.lastIndexOf('/') + 1));
    setWrong(code.length !== 10);
    if (code.length === 10) open(code);
  };
  return (
    <Section heading={m.papers_open_heading()}>
      <p className="mb-4">{m.papers_open_lead()}</p>
      <form onSubmit={submit} className="grid max-w-176 justify-items-start gap-2">
        <label htmlFor={id} className="text-std-16B-170">
          {m.papers_label_code()}
        </label>
        {wrong && (
          <p id={`${id}-error`} role="alert" className="text-error-1">
            {m.papers_field_code()}
          </p>
        )}
        <input
          id={id}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={200}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-error` : undefined}
          className={`${boxLook(wrong ? 'wrong' : undefined)} w-64 max-w-full px-3`}
        />
        <Button type="submit">{m.papers_open()}</Button>
      </form>
    </Section>
  );
}
