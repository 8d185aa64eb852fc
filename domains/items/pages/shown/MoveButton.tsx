import { useRevalidator } from 'react-router';
import * as m from '#messages';
import { Button } from '#ui/Button.tsx';
import { Notice } from '#ui/Notice.tsx';
import { useSubmission } from '#ui/use-submission.ts';
import { moveItem } from '../../api.ts';
import type { Item } from '../../model.ts';

/** One place up or down; its name says of which item. */
export function MoveButton({ item, towards }: { item: Item; towards: 'front' | 'back' }) {
  const { revalidate } = useRevalidator();
  const { pending, refusal, submit } = useSubmission(moveItem);
  return (
    <>
      <Button
        pending={pending}
        onPress={async () => {
          if (await submit({ id: item.id, towards })) await revalidate();
        }}
      >
        {towards === 'front' ? m.items_up() : m.items_down()}
        <span className="sr-only">{m.items_which({ label: item.label })}</span>
      </Button>
      {refusal && <Notice tone="error">{refusal.message}</Notice>}
    </>
  );
}
