import { type Answers, type Item, isInForce, nameItem, sayAnswer } from '#domains/items/model.ts';

/** The own items an inquiry asks: those in force on the day it was sent, headings among them. */
export function askedOn<One extends Item>(items: readonly One[], sentOn: string): One[] {
  return items.filter((one) => isInForce(one, sentOn));
}

/** An own item and what was said to it, as it is read. */
export interface SaidItem {
  readonly label: string;
  readonly said: string;
}

/** Own answers in words, in the order of the form; nothing for what is blank. */
export function sayOwnAnswers(items: readonly Item[], said: Answers, today: string): SaidItem[] {
  return items.flatMap((one) => {
    const words = sayAnswer(one, said[one.id]);
    return words === null ? [] : [{ label: nameItem(one, today), said: words }];
  });
}
