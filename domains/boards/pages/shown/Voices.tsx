import { Folded } from '#domains/cases/pages/shown/Folded.tsx';
import * as m from '#messages';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { Section } from '#ui/Section.tsx';
import { type BoardItem, withdrawBoardItem, writeBoardItem } from '../../api.ts';
import { itemKindWords, voiceKinds } from '../../model.ts';
import { VoiceFields } from './VoiceFields.tsx';

/** 困りごと・宝もの that were heard between two meetings. */
export function Voices({ board, items }: { board: string; items: readonly BoardItem[] }) {
  return (
    <Section heading={m.boards_voices()}>
      <p>{m.boards_voices_lead()}</p>
      {items.length > 0 && (
        <ul className="grid gap-3">
          {items.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-4">
              <span className="whitespace-pre-wrap">
                {m.boards_item_line({ kind: itemKindWords[one.kind](), words: one.words })}
                {one.said_by && m.boards_said_by({ name: one.said_by })}
              </span>
              <CommandButton op={withdrawBoardItem} input={{ id: one.id }}>
                {m.boards_withdraw()}
              </CommandButton>
            </li>
          ))}
        </ul>
      )}
      <Folded summary={m.boards_voice_write()}>
        <Form
          op={writeBoardItem}
          mints="id"
          also={{ board_id: board }}
          submit={m.boards_voice_submit()}
          doneSays={m.boards_item_done()}
        >
          <VoiceFields kinds={voiceKinds} />
        </Form>
      </Folded>
    </Section>
  );
}
