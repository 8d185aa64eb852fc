import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { describe, expect, it } from 'vitest';
import { Button } from './Button.tsx';
import { DataTable } from './DataTable/DataTable.tsx';
import { CheckboxGroup } from './fields/CheckboxGroup.tsx';
import { DateField } from './fields/DateField.tsx';
import { RadioGroup } from './fields/RadioGroup.tsx';
import { TextField } from './fields/TextField.tsx';

function draw(element: ReactElement): string {
  const router = createMemoryRouter([{ path: '/', element }]);
  return renderToStaticMarkup(<RouterProvider router={router} />);
}

describe('a button that cannot be used', () => {
  it('says why, and the reason belongs to it', () => {
    const html = draw(<Button disabledReason="確定した年度です。">確定する</Button>);
    const reason = /aria-describedby="([^"]+)"/.exec(html)?.[1];
    expect(html).toContain('aria-disabled="true"');
    expect(html).toContain(`<span id="${reason}"`);
    expect(html).toContain('確定した年度です。');
  });

  it('does not type-check without a reason', () => {
    // @ts-expect-error there is no other way to disable a button than to give the reason
    expect(<Button disabled>確定する</Button>).toBeDefined();
  });
});

describe('a field', () => {
  it('is named by its label and described by its hint and its error', () => {
    const html = draw(
      <TextField name="who" label="お名前" hint="分かる範囲で。" error="お名前を入れてください。" />,
    );
    const id = /<label for="([^"]+)"/.exec(html)?.[1];
    expect(html).toContain(`<input id="${id}"`);
    expect(html).toContain(`aria-describedby="${id}-hint ${id}-error"`);
    expect(html).toContain('aria-invalid="true"');
  });

  it('says the day in Japanese years beside the calendar', () => {
    expect(draw(<DateField name="on" label="訪問した日" initial="2026-02-02" />)).toContain('令和8年2月2日');
  });

  it('names a group of choices by a legend', () => {
    const choices = [{ value: 'met', label: '会えた' }];
    expect(draw(<RadioGroup name="contact" label="会えましたか" choices={choices} />)).toMatch(
      /<legend[^>]*>会えましたか/,
    );
    expect(draw(<CheckboxGroup name="c" label="注意" choices={choices} />)).toMatch(/<legend[^>]*>注意/);
  });

  it('does not type-check without a label, or with a placeholder', () => {
    // @ts-expect-error a label is required
    expect(<TextField name="who" />).toBeDefined();
    // @ts-expect-error what is said in a placeholder is gone when one begins to type
    expect(<TextField name="who" label="お名前" placeholder="例）古賀" />).toBeDefined();
  });
});

describe('a table', () => {
  const columns = [{ key: 'name', heading: '校区', value: (row: { name: string }) => row.name }];

  it('has a caption, and its first column names the row', () => {
    const empty = { says: '校区がありません。' };
    const html = draw(
      <DataTable
        caption="校区の一覧"
        columns={columns}
        rows={[{ name: '荘島' }]}
        rowKey={(row) => row.name}
        empty={empty}
      />,
    );
    expect(html).toMatch(/<caption[^>]*>校区の一覧/);
    expect(html).toMatch(/<th scope="row"[^>]*>荘島/);
  });

  it('says what to do when there is nothing to list', () => {
    const empty = { says: 'まだありません。最初の校区を登録してください。' };
    const html = draw(
      <DataTable caption="校区" columns={columns} rows={[]} rowKey={(row) => row.name} empty={empty} />,
    );
    expect(html).toContain('最初の校区を登録してください。');
    expect(html).not.toContain('<table');
  });

  it('does not type-check without words for the case that it is empty', () => {
    // @ts-expect-error an empty list that says nothing leaves people alone
    expect(<DataTable caption="校区" columns={columns} rows={[]} rowKey={() => ''} />).toBeDefined();
  });
});
