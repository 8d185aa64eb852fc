import { useRevalidator } from 'react-router';
import type { InputOf, Operation, OutputOf } from '#platform/operation.ts';
import { Button, type ButtonLook } from './Button.tsx';
import { useMayTry } from './me.ts';
import { Notice } from './Notice.tsx';
import { useSubmission } from './use-submission.ts';

export interface CommandButtonProps<Op extends Operation> {
  op: Op;
  input: InputOf<Op>;
  children: string;
  look?: ButtonLook;
  disabledReason?: string | undefined;
  /** Goes somewhere after it is done; without it the page is read anew. */
  done?: (output: OutputOf<Op>) => void | Promise<void>;
}

/**
 * A button that carries out an operation for which nothing has to be typed. Why it was refused stands under it. Nothing for a post that
 * may not try it.
 */
export function CommandButton<Op extends Operation>(props: CommandButtonProps<Op>) {
  const { op, input, children, look = 'outline', disabledReason, done } = props;
  const revalidator = useRevalidator();
  const { pending, refusal, submit } = useSubmission(op);
  const mayTry = useMayTry(op);

  async function carryOut() {
    const output = await submit(input);
    if (output !== null) await (done ? done(output) : revalidator.revalidate());
  }

  if (!mayTry) return null;
  return (
    <span className="inline-grid justify-items-start gap-2">
      <Button look={look} pending={pending} disabledReason={disabledReason} onPress={carryOut}>
        {children}
      </Button>
      {refusal && <Notice tone="error">{refusal.message}</Notice>}
    </span>
  );
}
