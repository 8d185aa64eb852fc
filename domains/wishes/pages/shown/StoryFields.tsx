import * as m from '#messages';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { signOf, tellStory } from '../../story-model.ts';

/** Title and words, with what each sign stands for, and how it reads with the names the coordinator knows. */
export function StoryFields({
  names,
  typed,
}: {
  names: readonly string[];
  typed: { words?: unknown; title?: unknown };
}) {
  const words = typeof typed.words === 'string' ? typed.words : '';
  return (
    <>
      <p>
        {m.wishes_story_signs({
          signs: names
            .map((name, i) => m.wishes_story_sign({ sign: signOf(i + 1), name }))
            .join(m.wishes_and()),
        })}
      </p>
      <TextField name="title" label={m.wishes_story_label_title()} required width="full" maxLength={80} />
      <TextArea
        name="words"
        label={m.wishes_story_label_words()}
        hint={m.wishes_story_hint_words()}
        required
        rows={8}
        maxLength={2000}
      />
      {words !== '' && (
        <div className="rounded-8 border border-solid-gray-300 p-4">
          <p>{m.wishes_story_reads()}</p>
          <p className="whitespace-pre-wrap">{tellStory(words, names)}</p>
        </div>
      )}
    </>
  );
}
