import { createContext, useContext, useId } from 'react';

/** What every field takes. A label is not optional, and nothing is said in a placeholder. */
export interface FieldProps {
  /** The name of the operation's input that this field fills. */
  name: string;
  label: string;
  /** What the person should know before typing; stays visible. */
  hint?: string | undefined;
  required?: boolean;
  /** Only outside of a `Form`, which knows the sentences of the server. */
  error?: string | undefined;
  placeholder?: never;
}

/** What a `Form` tells the fields in it. */
export interface FieldSurroundings {
  formId: string;
  errorOf: (name: string) => string | undefined;
  /** What was typed before, or the value to begin with. */
  valueOf: (name: string) => unknown;
}

export const FieldSurroundingsContext = createContext<FieldSurroundings | null>(null);

export interface WiredField {
  id: string;
  hintId: string;
  errorId: string;
  error: string | undefined;
  describedBy: string | undefined;
  /** The value to begin with, from the form. */
  start: unknown;
}

/** The ids, the sentence and the value to begin with of one field. */
export function useField({ name, hint, error: own }: FieldProps): WiredField {
  const surroundings = useContext(FieldSurroundingsContext);
  const alone = useId();
  const id = surroundings ? fieldId(surroundings.formId, name) : alone;
  const error = own ?? surroundings?.errorOf(name);
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ') || undefined;
  return { id, hintId, errorId, error, describedBy, start: surroundings?.valueOf(name) };
}

/** Where the error summary leads: the control of a field, or the first choice of a group. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name}`;
}

/** A value to begin with as text; nothing becomes an empty box. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
