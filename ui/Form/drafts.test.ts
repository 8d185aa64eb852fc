import { beforeEach, describe, expect, it } from 'vitest';
import { draftOf, dropDraft, forgetDrafts, giveDraftsTo, keepDraft } from './drafts.ts';

describe('a draft', () => {
  beforeEach(() => {
    forgetDrafts();
    giveDraftsTo('koga');
    keepDraft('visit', { note: '柿をもらった' });
  });

  it('is there when the same person comes back', () => {
    giveDraftsTo('koga');
    expect(draftOf('visit')).toEqual({ note: '柿をもらった' });
  });

  it('keeps what is typed field by field, also of fields that are no longer shown', () => {
    keepDraft('visit', { channel: 'face' });
    expect(draftOf('visit')).toEqual({ note: '柿をもらった', channel: 'face' });
  });

  it('is gone when it is dropped', () => {
    dropDraft('visit');
    expect(draftOf('visit')).toBeUndefined();
  });

  it('is not shown to another person', () => {
    giveDraftsTo('tanaka');
    expect(draftOf('visit')).toBeUndefined();
  });

  it('is forgotten on signing out', () => {
    forgetDrafts();
    giveDraftsTo('koga');
    expect(draftOf('visit')).toBeUndefined();
  });
});
