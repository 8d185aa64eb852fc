import * as m from '#messages';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';

/** A code that is shown this once: to be printed or copied by hand, and handed over. */
export function PrintedCode({ code }: { code: string }) {
  return (
    <div className="grid justify-items-start gap-4">
      <Notice tone="success" title={m.posts_code_made()}>
        <p className="my-3 font-mono text-std-24B-150">{code}</p>
        <p>{m.posts_code_hand_over({ address: `${window.location.host}/invitation` })}</p>
      </Notice>
      <Button onPress={() => window.print()}>{m.posts_code_print()}</Button>
    </div>
  );
}
