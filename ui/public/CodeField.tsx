/** @jsxImportSource hono/jsx */
import { Ruby } from './Ruby.tsx';

interface CodeFieldProps {
  /** Both may carry furigana. */
  label: string;
  hint: string;
  /** What was typed before. */
  code?: string | undefined;
}

/** Where a printed code is typed; the form sends it as `code`. */
export function CodeField({ label, hint, code }: CodeFieldProps) {
  return (
    <div class="field">
      <label for="code">
        <Ruby>{label}</Ruby>
      </label>
      <span id="code-hint" class="hint">
        <Ruby>{hint}</Ruby>
      </span>
      <input
        class="code"
        id="code"
        name="code"
        type="text"
        autocomplete="off"
        required
        value={code}
        aria-describedby="code-hint"
      />
    </div>
  );
}
