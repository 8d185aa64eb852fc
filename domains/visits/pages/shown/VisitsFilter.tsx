import { useSearchParams } from 'react-router';
import type { Item } from '#domains/items/model.ts';
import { ItemFilter } from '#domains/items/pages/shown/ItemFilter.tsx';
import type { ListedPost } from '#domains/posts/holding-api.ts';
import * as m from '#messages';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { channels, channelWords, conditions, conditionWords, contacts, contactWords } from '../../model.ts';
import { choiceOfPost } from './colleagues.ts';
import { partWords } from './wording.ts';

/** What is asked for less often stands folded below. */
const folded = ['channel', 'contact', 'withdrawn', 'limit'];

interface VisitsFilterProps {
  colleagues: readonly ListedPost[];
  /** The household's name, where the address asks for one. */
  household: string | null;
  items: readonly Item[];
}

/** Which visits: every answer is a part of the address. */
export function VisitsFilter({ colleagues, household, items }: VisitsFilterProps) {
  const { account, current, districts } = useMe();
  const [search] = useSearchParams();
  const asked = search.get('household');
  const own = current && { value: current.id, label: m.visits_whose_own({ name: account?.name ?? '' }) };
  return (
    <SearchForm label={m.visits_find()}>
      {asked && (
        <SelectField
          name="household"
          label={m.visits_label_household()}
          emptyLabel={m.visits_any()}
          choices={[{ value: asked, label: household ?? m.visits_this_household() }]}
        />
      )}
      {districts.length > 1 && (
        <SelectField
          name="district"
          label={m.visits_label_district()}
          emptyLabel={m.visits_any()}
          width="short"
          choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {own && (
        <SelectField
          name="post"
          label={m.visits_label_visitor()}
          emptyLabel={m.visits_any()}
          choices={[own, ...colleagues.map(choiceOfPost)]}
        />
      )}
      <DateField name="from" label={m.visits_from()} />
      <DateField name="until" label={m.visits_until()} />
      <SelectField
        name="condition"
        label={partWords.condition()}
        emptyLabel={m.visits_any()}
        width="short"
        choices={conditions.map((value) => ({ value, label: conditionWords[value]() }))}
      />
      <details open={folded.some((name) => search.has(name))} className="basis-full">
        <summary className="w-fit cursor-pointer py-2.5">{m.visits_find_more()}</summary>
        <div className="mt-2 flex flex-wrap items-end gap-4">
          <SelectField
            name="channel"
            label={partWords.channel()}
            emptyLabel={m.visits_any()}
            width="short"
            choices={channels.map((value) => ({ value, label: channelWords[value]() }))}
          />
          <SelectField
            name="contact"
            label={partWords.contact()}
            emptyLabel={m.visits_any()}
            width="short"
            choices={contacts.map((value) => ({ value, label: contactWords[value]() }))}
          />
          <SelectField
            name="withdrawn"
            label={m.visits_withdrawn()}
            emptyLabel={m.visits_withdrawn_without()}
            width="short"
            choices={[{ value: 'with', label: m.visits_withdrawn_with() }]}
          />
          <SelectField
            name="limit"
            label={m.visits_page_size()}
            emptyLabel={m.visits_page_of({ n: 50 })}
            width="short"
            choices={['100', '200'].map((value) => ({ value, label: m.visits_page_of({ n: value }) }))}
          />
        </div>
      </details>
      <ItemFilter items={items} />
    </SearchForm>
  );
}
