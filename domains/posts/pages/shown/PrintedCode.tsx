import * as m from '#messages';
import { Button } from '#ui/Button.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Notice } from '#ui/Notice.tsx';

interface PrintedCodeProps {
  account: { name: string; sign_in_name: string };
  code: string;
}

/** A code that is shown this once: to be printed or copied by hand, and handed over. */
export function PrintedCode({ account, code }: PrintedCodeProps) {
  return (
    <div className="grid justify-items-start gap-4">
      <Notice tone="success" title={m.posts_code_made()}>
        <p>{m.posts_code_hand_over()}</p>
      </Notice>
      <div className="w-full max-w-176">
        <DescriptionList
          items={[
            { term: m.posts_label_name(), value: account.name },
            { term: m.posts_code_address(), value: `${window.location.host}/invitation` },
            {
              term: m.posts_label_invitation_code(),
              value: <span className="font-mono text-std-24B-150">{code}</span>,
            },
            { term: m.posts_label_sign_in_name(), value: account.sign_in_name },
          ]}
        />
      </div>
      <span className="print:hidden">
        <Button onPress={() => window.print()}>{m.posts_code_print()}</Button>
      </span>
    </div>
  );
}
