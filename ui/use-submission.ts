import { useCallback, useRef, useState } from 'react';
import type { InputOf, Operation, OutputOf } from '#platform/operation.ts';
import { mintId } from '#platform/uuid.ts';
import { CallRefused, call } from './call.ts';

/** An operation being called from a screen. */
export interface Submission<Op extends Operation> {
  pending: boolean;
  /** Why the last attempt was refused. */
  refusal: CallRefused | null;
  /** How many attempts have been refused. */
  attempt: number;
  /** Answers null when refused, or when an attempt is under way already. */
  submit: (input: InputOf<Op>) => Promise<OutputOf<Op> | null>;
}

/** A refusal after which it is unknown whether the call was carried out. */
function leavesDoubt(refusal: CallRefused): boolean {
  return refusal.code === 'unreachable' || refusal.code === 'bug';
}

/**
 * Calls an operation at most once at a time. An attempt has one call id; when its fate is unknown, the same input
 * is sent again under the same id, so that it is not carried out twice.
 */
export function useSubmission<Op extends Operation>(op: Op): Submission<Op> {
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<CallRefused | null>(null);
  const [attempt, setAttempt] = useState(0);
  const running = useRef(false);
  const doubtful = useRef<{ callId: string; written: string } | null>(null);

  const submit = useCallback(
    async (input: InputOf<Op>) => {
      if (running.current) return null;
      running.current = true;
      setPending(true);
      const written = JSON.stringify(input);
      const callId = doubtful.current?.written === written ? doubtful.current.callId : mintId();
      doubtful.current = { callId, written };
      try {
        const output = await call(op, input, { callId });
        doubtful.current = null;
        setRefusal(null);
        return output;
      } catch (error) {
        if (!(error instanceof CallRefused)) throw error;
        if (!leavesDoubt(error)) doubtful.current = null;
        setRefusal(error);
        setAttempt((before) => before + 1);
        return null;
      } finally {
        running.current = false;
        setPending(false);
      }
    },
    [op],
  );
  return { pending, refusal, attempt, submit };
}
