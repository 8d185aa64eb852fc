import { readFileSync } from 'node:fs';
import * as m from '#messages';
import type { Visitor } from './browser.ts';

/** What works for longer than this (ms) says how far it is, and is waited for by whoever follows it. */
const patience = 5_000;

/** Goes by keyboard to what has this name, presses it and waits until no button says it is at work and the page has settled. */
export async function follow(visitor: Visitor, name: string | RegExp): Promise<void> {
  await visitor.tabTo(name);
  await visitor.press('Enter');
  await visitor.page
    .getByRole('button', { name: m.ui_button_pending(), exact: true })
    .first()
    .waitFor({ state: 'detached', timeout: patience })
    .catch(() => undefined);
  await visitor.settle();
}

/** Goes by keyboard to a field and puts a text in the place of what stands there. */
export async function fill(visitor: Visitor, label: RegExp, text: string): Promise<void> {
  await visitor.tabTo(label);
  // A summary of what is missing has links of the same name.
  while (
    !(await visitor.page
      .locator(':focus')
      .isEditable()
      .catch(() => false))
  ) {
    await visitor.page.keyboard.press('Tab');
    await visitor.tabTo(label);
  }
  await visitor.page.locator(':focus').fill(text);
}

/** Goes by keyboard to a list of choices and takes one. */
export async function choose(visitor: Visitor, label: RegExp, value: string): Promise<void> {
  await visitor.tabTo(label);
  await visitor.page.locator(':focus').selectOption(value);
}

/** Waits until a sentence can be read. */
export function said(visitor: Visitor, sentence: string | RegExp): Promise<void> {
  return visitor.page.getByText(sentence).first().waitFor();
}

/** Presses a button that hands over a file, and reads what was kept. */
export async function keepFile(visitor: Visitor, button: string): Promise<{ name: string; bytes: Buffer }> {
  await visitor.tabTo(button);
  const coming = visitor.page.waitForEvent('download');
  await visitor.press('Enter');
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** Goes by keyboard to the menu of the account and puts on another hat, unless it is worn already. */
export async function wearHat(visitor: Visitor, hat: string): Promise<void> {
  const menu = visitor.page.getByRole('button', { name: /役割とアカウントのメニュー/ });
  if ((await menu.getAttribute('aria-label'))?.includes(hat)) return;
  await visitor.tabTo(/役割とアカウントのメニュー/);
  await visitor.press('Enter');
  await visitor.tabTo(new RegExp(`^${hat}`));
  await visitor.press('Enter');
  await visitor.page
    .getByRole('button', { name: new RegExp(`${hat}.*役割とアカウントのメニュー`) })
    .waitFor();
  await visitor.settle();
}
