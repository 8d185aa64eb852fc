import { describe, expect, it } from 'vitest';
import { type Control, readDraft, readNumber, readTyped } from './read-typed.ts';

function control(name: string, value: string, rest: Partial<Control> = {}): Control {
  return { name, value, type: 'text', dataset: {}, ...rest };
}

describe('what is read from a form', () => {
  it('is text as it was typed, and nothing where a field is blank', () => {
    const typed = readTyped([control('note', ' 柿をもらった '), control('next', '　')]);
    expect(typed).toEqual({ note: ' 柿をもらった ', next: undefined });
  });

  it('is the chosen one of several radio buttons', () => {
    const radio = (value: string, checked: boolean) => control('channel', value, { type: 'radio', checked });
    expect(readTyped([radio('face', false), radio('phone', true)])).toEqual({ channel: 'phone' });
    expect(readTyped([radio('face', false), radio('phone', false)])).toEqual({});
    expect(readTyped([radio('face', false), radio('', true)])).toEqual({ channel: undefined });
  });

  it('is a list of the ticked boxes of a group, empty when none is ticked', () => {
    const box = (value: string, checked: boolean) =>
      control('cautions', value, { type: 'checkbox', checked, dataset: { kind: 'list' } });
    expect(readTyped([box('dog', true), box('hearing', false), box('in_pairs', true)])).toEqual({
      cautions: ['dog', 'in_pairs'],
    });
    expect(readTyped([box('dog', false)])).toEqual({ cautions: [] });
  });

  it('is true or false for a single box', () => {
    const box = control('agreed', 'on', { type: 'checkbox', checked: false, dataset: { kind: 'flag' } });
    expect(readTyped([box])).toEqual({ agreed: false });
  });

  it('leaves passwords and secrets out of a draft', () => {
    const typed = [
      control('password', 'secret', { type: 'password' }),
      control('code', '123456'),
      control('name', 'koga'),
    ];
    expect(readTyped(typed)).toEqual({ password: 'secret', code: '123456', name: 'koga' });
    expect(readDraft(typed, ['code'])).toEqual({ name: 'koga' });
  });
});

describe('a number', () => {
  it('may be typed in full width, with commas and with any minus', () => {
    expect(readNumber('１，２３４')).toBe(1234);
    expect(readNumber(' 12.5 ')).toBe(12.5);
    expect(readNumber('－3')).toBe(-3);
    expect(readNumber('ー3')).toBe(-3);
  });

  it('is nothing when blank, and stays as typed when it is no number', () => {
    expect(readNumber('　')).toBeUndefined();
    expect(readNumber('十二')).toBe('十二');
    expect(readNumber('1,2e')).toBe('1,2e');
  });
});
