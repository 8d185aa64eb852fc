import type { ListedPost } from '#domains/posts/holding-api.ts';
import * as m from '#messages';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { SearchForm } from '#ui/SearchForm.tsx';
import { choiceOfPost } from './colleagues.ts';

/** For whoever writes for many: whose round, and which household. */
export function RoundFilter({ colleagues }: { colleagues: readonly ListedPost[] }) {
  const { districts } = useMe();
  return (
    <SearchForm label={m.visits_find_household()}>
      {districts.length > 1 && (
        <SelectField
          name="district"
          label={m.visits_label_district()}
          emptyLabel={m.visits_any()}
          width="short"
          choices={districts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {colleagues.length > 0 && (
        <SelectField
          name="post"
          label={m.visits_whose_round()}
          emptyLabel={m.visits_any()}
          choices={colleagues.map(choiceOfPost)}
        />
      )}
      <TextField name="text" type="search" label={m.visits_household_words()} maxLength={100} />
    </SearchForm>
  );
}
