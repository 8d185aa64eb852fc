import { useLoaderData, useNavigate } from 'react-router';
import { nameItem } from '#domains/items/model.ts';
import * as m from '#messages';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { discardLedger, readLedgerFile, sayLedgerColumns } from '../api.ts';
import { fieldsOf, fieldWords, isNeeded } from '../model.ts';

export function loader(args: PageArgs) {
  return call(readLedgerFile, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** Which column stands for what: offered from the names of the headings, said by a person. */
export function Component() {
  const file = useLoaderData<typeof loader>();
  const navigate = useNavigate();
  const { today } = useMe();
  const { id, kind, name, rows, columns, offered, remembered, items } = file;
  const choices = choicesOf(file);
  return (
    <>
      <PageHeader
        title={m.ledgers_columns_title()}
        lead={m.ledgers_columns_lead({ name, rows })}
        trail={[{ label: m.ledgers_title(), to: '/ledgers' }]}
      />
      {columns === null && (
        <div className="mb-6 max-w-176">
          <Notice tone="info">
            {remembered ? m.ledgers_columns_remembered() : m.ledgers_columns_offered()}
          </Notice>
        </div>
      )}
      <Form
        op={sayLedgerColumns}
        also={{ id }}
        initial={{ columns: columns ?? offered }}
        submit={m.ledgers_columns_submit()}
        beside={
          <CommandButton
            op={discardLedger}
            input={{ id }}
            look="text"
            done={() => navigate('/ledgers', saying(m.ledgers_discarded()))}
          >
            {m.ledgers_discard()}
          </CommandButton>
        }
        done={() => navigate(`/ledgers/files/${id}/check`)}
      >
        {(typed) => (
          <>
            {kind === 'visits' && <p>{m.ledgers_columns_household()}</p>}
            {kind === 'households' && <p>{m.ledgers_columns_households()}</p>}
            {fieldsOf[kind].map((field) => (
              <SelectField
                key={field}
                name={`columns.${field}`}
                label={fieldWords[field]()}
                hint={sayCells(file, typed[`columns.${field}`])}
                required={isNeeded(kind, field)}
                {...(isNeeded(kind, field) ? {} : { emptyLabel: m.ledgers_columns_none() })}
                choices={choices}
              />
            ))}
            {items.length > 0 && (
              <fieldset className="grid gap-6 border-t border-solid-gray-300 pt-4">
                <legend className="float-left mb-2 w-full text-std-18B-160">{m.items_own()}</legend>
                <p>{itemsWords[kind]()}</p>
                {items.map((item) => (
                  <SelectField
                    key={item.id}
                    name={`columns.items.${item.id}`}
                    label={nameItem(item, today)}
                    hint={sayCells(file, typed[`columns.items.${item.id}`])}
                    emptyLabel={m.ledgers_columns_none()}
                    choices={choices}
                  />
                ))}
              </fieldset>
            )}
          </>
        )}
      </Form>
    </>
  );
}

const itemsWords = {
  tally: m.ledgers_columns_items_tally,
  visits: m.ledgers_columns_items,
  households: m.ledgers_columns_items_households,
};

type File = Awaited<ReturnType<typeof loader>>;

/** Headings without a name cannot be chosen; that they are there is said by the dry run. */
function choicesOf({ headings }: File) {
  const names = headings.map(({ heading }) => heading).filter((heading) => heading !== '');
  return [...new Set(names)].map((value) => ({ value, label: value }));
}

/** The first cells of the chosen column, so that one sees what one has chosen. */
function sayCells({ headings }: File, chosen: unknown): string | undefined {
  const cells = headings.find(({ heading }) => heading === chosen)?.cells.filter((cell) => cell !== '');
  return cells && cells.length > 0
    ? m.ledgers_columns_cells({ cells: cells.join(m.ledgers_between()) })
    : undefined;
}
