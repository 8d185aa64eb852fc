import { Folded } from '#domains/cases/pages/shown/Folded.tsx';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { Section } from '#ui/Section.tsx';
import {
  type BoardItem,
  bringToMeeting,
  type readMeeting,
  withdrawBoardItem,
  writeBoardItem,
} from '../../api.ts';
import { isAllowed, itemKinds, itemKindWords, levelWords } from '../../model.ts';
import type { Choices } from './choices.ts';
import { VoiceFields } from './VoiceFields.tsx';

type Meeting = OutputOf<typeof readMeeting>;
const writtenKinds = itemKinds.filter((kind) => kind !== 'theme');

/** What is to be talked about, what was said, what was decided. */
export function MeetingItems({ meeting, themes }: { meeting: Meeting; themes: Choices }) {
  const { id, state, items, waiting } = meeting;
  const writes = isAllowed('write', state);
  return (
    <Section heading={m.boards_items()}>
      {items.length === 0 ? (
        <p>{m.boards_items_none()}</p>
      ) : (
        itemKinds.map((kind) => (
          <ItemsOf
            key={kind}
            kind={kind}
            items={items.filter((one) => one.kind === kind)}
            meeting={id}
            writes={writes}
          />
        ))
      )}
      {writes && waiting.length > 0 && <Waiting meeting={id} items={waiting} />}
      {writes && <WriteItem meeting={meeting} />}
      {writes && themes.length > 0 && <TakeTheme meeting={meeting} themes={themes} />}
    </Section>
  );
}

interface ItemsOfProps {
  kind: BoardItem['kind'];
  items: readonly BoardItem[];
  meeting: string;
  writes: boolean;
}

function ItemsOf({ kind, items, meeting, writes }: ItemsOfProps) {
  if (items.length === 0) return null;
  return (
    <div className="grid gap-2">
      <h3 className="text-std-18B-160">{itemKindWords[kind]()}</h3>
      <ul className="grid gap-3">
        {items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-4">
            <span className="whitespace-pre-wrap">
              {one.words}
              {one.said_by && m.boards_said_by({ name: one.said_by })}
            </span>
            {one.shown !== 'board' && <Badge>{levelWords[one.shown]()}</Badge>}
            {writes && kind !== 'theme' && (
              <ButtonLink look="text" to={`/board-meetings/${meeting}/items/${one.id}`}>
                {m.boards_item_correct_summary()}
              </ButtonLink>
            )}
            {writes && (
              <CommandButton op={withdrawBoardItem} input={{ id: one.id }}>
                {m.boards_withdraw()}
              </CommandButton>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Heard between two meetings: brought here with one press. */
function Waiting({ meeting, items }: { meeting: string; items: readonly BoardItem[] }) {
  return (
    <Folded summary={m.boards_waiting({ n: items.length })}>
      <ul className="grid gap-3">
        {items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-4">
            {m.boards_item_line({ kind: itemKindWords[one.kind](), words: one.words })}
            <CommandButton op={bringToMeeting} input={{ id: one.id, meeting_id: meeting }}>
              {m.boards_bring()}
            </CommandButton>
          </li>
        ))}
      </ul>
    </Folded>
  );
}

function WriteItem({ meeting: { id, board_id } }: { meeting: Meeting }) {
  return (
    <Folded summary={m.boards_item_write_summary()}>
      <Form
        op={writeBoardItem}
        mints="id"
        also={{ board_id, meeting_id: id }}
        submit={m.boards_item_submit()}
        doneSays={m.boards_item_done()}
      >
        <VoiceFields kinds={writtenKinds} />
      </Form>
    </Folded>
  );
}

/** 地域の課題: as it was reworded and released; nothing is typed, and nothing of a case comes along. */
function TakeTheme({ meeting: { id, board_id }, themes }: { meeting: Meeting; themes: Choices }) {
  return (
    <Folded summary={m.boards_theme_take()}>
      <Form
        op={writeBoardItem}
        mints="id"
        also={{ board_id, meeting_id: id, kind: 'theme' }}
        submit={m.boards_theme_submit()}
        doneSays={m.boards_item_done()}
      >
        <SelectField name="theme_id" label={m.boards_label_theme()} required width="full" choices={themes} />
      </Form>
    </Folded>
  );
}
