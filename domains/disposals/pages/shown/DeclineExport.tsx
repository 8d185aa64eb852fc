import { useState } from 'react';
import { useRevalidator } from 'react-router';
import * as m from '#messages';
import { Button } from '#ui/Button.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { decideExport } from '../../api.ts';

/** A no wants a reason: whoever asked has to know what to do instead. */
export function DeclineExport({ id }: { id: string }) {
  const [open, setOpen] = useState(false);
  const { revalidate } = useRevalidator();
  return (
    <>
      <Button onPress={() => setOpen(true)}>{m.disposals_exports_decline()}</Button>
      <Dialog open={open} title={m.disposals_exports_decline()} onClose={() => setOpen(false)}>
        <Form
          op={decideExport}
          keeps
          also={{ id, approved: false }}
          which={id}
          submit={m.disposals_exports_decline_submit()}
          done={async () => {
            setOpen(false);
            await revalidate();
          }}
        >
          <TextArea name="reason" label={m.disposals_label_reason()} required rows={2} maxLength={500} />
        </Form>
      </Dialog>
    </>
  );
}
