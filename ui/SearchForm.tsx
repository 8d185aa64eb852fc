import type { ReactNode } from 'react';
import { Form, useSearchParams } from 'react-router';
import * as m from '#messages';
import { Button, ButtonLink } from './Button.tsx';
import { FieldSurroundingsContext } from './fields/use-field.ts';

export interface SearchFormProps {
  /** What is looked for, for people who do not see the form. */
  label: string;
  /** Fields; each `name` becomes a part of the address, which the page's loader reads. */
  children: ReactNode;
}

/** A name that stands several times in the address is a list. */
function valueIn(search: URLSearchParams, name: string): string | string[] | undefined {
  const values = search.getAll(name);
  return values.length > 1 ? values : values[0];
}

/** Narrows down a list on the server. What was asked for is the address, so it can be kept and shared. */
export function SearchForm({ label, children }: SearchFormProps) {
  const [search] = useSearchParams();
  const surroundings = {
    formId: 'search',
    errorOf: () => undefined,
    valueOf: (name: string) => valueIn(search, name),
  };
  return (
    <search aria-label={label} className="mb-6 block print:hidden">
      <Form
        key={search.toString()}
        method="get"
        className="flex flex-wrap items-end gap-4 rounded-8 border border-solid-gray-300 p-4"
      >
        <FieldSurroundingsContext value={surroundings}>{children}</FieldSurroundingsContext>
        <Button type="submit" look="solid">
          {m.ui_search_submit()}
        </Button>
        {search.size > 0 && (
          <ButtonLink look="text" to="?">
            {m.ui_search_clear()}
          </ButtonLink>
        )}
      </Form>
    </search>
  );
}
