import { Folded } from '#domains/cases/pages/shown/Folded.tsx';
import * as m from '#messages';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Section } from '#ui/Section.tsx';
import { endLink, linkToMeasure, type ShownGroup } from '../../api.ts';
import type { Level } from '../../model.ts';
import type { Choices } from './choices.ts';

interface GroupLinksProps {
  group: string;
  shown: Level;
  links: NonNullable<ShownGroup['inside']>['links'];
  measures: Choices;
}

/** To which measures of the plan a coordinator has linked the group. Only what the city may read is linked. */
export function GroupLinks({ group, shown, links, measures }: GroupLinksProps) {
  const coordinates = useMe().current?.role === 'community_coordinator';
  const known = shown === 'city' || shown === 'public';
  return (
    <Section heading={m.boards_links()}>
      {links.length === 0 ? (
        <p>{m.boards_links_none()}</p>
      ) : (
        <ul className="grid gap-3">
          {links.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center gap-4">
              {m.boards_link_line({ n: one.number, name: one.measure })}
              {one.words && m.boards_step_words({ words: one.words })}
              {coordinates && (
                <CommandButton op={endLink} input={{ id: one.id }}>
                  {m.boards_link_end_summary()}
                </CommandButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {coordinates && !known && <p>{m.boards_refused_link()}</p>}
      {coordinates && known && (
        <Folded summary={m.boards_link_summary()}>
          <Form
            op={linkToMeasure}
            mints="id"
            also={{ group_id: group }}
            submit={m.boards_link_submit()}
            doneSays={m.boards_link_done()}
          >
            <SelectField
              name="measure_id"
              label={m.boards_label_measure()}
              required
              width="full"
              choices={measures}
            />
            <TextField name="words" label={m.boards_label_link_words()} width="full" maxLength={300} />
          </Form>
        </Folded>
      )}
    </Section>
  );
}
