import { type ReactNode, useState } from 'react';
import { useLocation } from 'react-router';
import * as m from '#messages';
import type { InputOf, Operation, OutputOf } from '#platform/operation.ts';
import type { CallRefused } from '../call.ts';
import { useMayTry } from '../me.ts';
import { Notice } from '../Notice.tsx';
import { dropDraft } from './drafts.ts';
import { FormRound } from './FormRound.tsx';
import { discardOnServer, useKeptDraft } from './kept-drafts.ts';
import type { Typed } from './read-typed.ts';
import { useLastWord } from './use-last-word.ts';

export interface FormProps<Op extends Operation> {
  /** What the form does. Fields are named after its input. */
  op: Op;
  /** What the person does not type: an id from the address, a version. */
  also?: Partial<InputOf<Op>>;
  /** The input that is the new record's id; the form mints it. */
  mints?: keyof InputOf<Op> & string;
  /** The record as it is, when the form changes one. */
  initial?: Partial<InputOf<Op>>;
  /** Only where names such as `counts.face` or `people.0.name` cannot say where a field belongs. */
  reshape?: (typed: Typed) => Partial<InputOf<Op>>;
  /** Which of several forms of this operation on the page, as an id: what is typed into one is not found in another. */
  which?: string;
  /** The words of the one button. */
  submit: string;
  /** Why it cannot be sent now; what was typed can be read all the same. */
  cannotSubmit?: string | undefined;
  /** Beside the button: a way back. */
  beside?: ReactNode;
  /** Goes somewhere after it is done; without it the page is read anew. */
  done?: (output: OutputOf<Op>) => void | Promise<void>;
  /** Hears why an attempt was refused: what somebody else changed meanwhile can be read anew; what was typed stays. */
  refused?: (refusal: CallRefused) => void;
  /** Uses the whole width: for a grid of figures. Lines of text are easier to fill when they are short. */
  wide?: boolean;
  /** What is typed is kept on the server as one types: it outlives a reload, a lost connection and an ended session. */
  keeps?: boolean;
  /** Said above the form after it is done; where `done` goes elsewhere, say it there with `saying`. */
  doneSays?: string;
  /** The fields; as a function, they see what has been typed so far. */
  children: ReactNode | ((typed: Typed) => ReactNode);
}

/**
 * A form of one operation, for whose post may try it. Keeps what was typed whatever happens, also while one is elsewhere; shows what the
 * server says beside the fields; sends once however often it is pressed.
 */
export function Form<Op extends Operation>(props: FormProps<Op>) {
  const { pathname, search } = useLocation();
  const draftKey = [props.op.route, `${pathname}${search}`, props.which].filter(Boolean).join(' ');
  const [round, setRound] = useState(0);
  const [said, setSaid] = useState<string>();
  const say = useLastWord();
  const mayTry = useMayTry(props.op);
  const ready = useKeptDraft(props.keeps && mayTry ? draftKey : undefined);

  function startAnew(says?: string) {
    dropDraft(draftKey);
    if (props.keeps) discardOnServer(draftKey);
    setSaid(says);
    setRound((before) => before + 1);
    return say(props.done ? undefined : says);
  }

  if (!mayTry) return <p className="text-solid-gray-700">{m.ui_form_not_in_this_post()}</p>;
  return (
    <div className={`grid gap-6 ${props.wide ? '' : 'max-w-176'}`}>
      {said && <Notice tone="success">{said}</Notice>}
      {ready && (
        <FormRound key={`${draftKey} ${round}`} form={props} draftKey={draftKey} startAnew={startAnew} />
      )}
    </div>
  );
}
