/** @jsxImportSource hono/jsx */
import { Ruby } from './Ruby.tsx';

interface ReceivedProps {
  /** The one sentence that is said, whatever became of what was sent. */
  says: string;
  /** What the code is called. */
  codeIs: string;
  code: string;
  /** What the code is good for, and for how long. */
  keep: string;
}

/** 受け付けました: the one answer of a public form, with a code to come back with. */
export function Received({ says, codeIs, code, keep }: ReceivedProps) {
  return (
    <>
      <p role="status">
        <Ruby>{says}</Ruby>
      </p>
      <h2>
        <Ruby>{codeIs}</Ruby>
      </h2>
      <p class="code-shown">{code}</p>
      <p>
        <Ruby>{keep}</Ruby>
      </p>
    </>
  );
}
