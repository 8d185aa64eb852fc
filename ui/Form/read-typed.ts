/** What one field holds: text, a number, yes or no, a list; a field left blank is not there at all. */
export type TypedValue = string | number | boolean | readonly string[];

/** What a form holds, by the names of its fields. */
export type Typed = Readonly<Record<string, TypedValue | undefined>>;

/** The few properties of a form's control that are read. */
export interface Control {
  name: string;
  type: string;
  value: string;
  checked?: boolean;
  dataset: { kind?: string };
}

/** Reads the controls of a form, except files, which are read by `readFiles`. */
export function readTyped(controls: Iterable<Control>): Typed {
  const typed: Record<string, TypedValue | undefined> = {};
  for (const control of controls) {
    const { name, type, value, dataset } = control;
    if (!name || type === 'file') continue;
    if (dataset.kind === 'list') typed[name] = addToList(typed[name], control);
    else if (dataset.kind === 'flag') typed[name] = control.checked === true;
    else if (type !== 'radio')
      typed[name] = dataset.kind === 'number' ? readNumber(value) : blankAsNothing(value);
    else if (control.checked) typed[name] = blankAsNothing(value);
  }
  return typed;
}

/** What of it may be kept as a draft: no password, and nothing that the operation calls a secret. */
export function readDraft(controls: readonly Control[], secrets: readonly string[] = []): Typed {
  return readTyped(controls.filter(({ name, type }) => type !== 'password' && !secrets.includes(name)));
}

function addToList(before: TypedValue | undefined, { checked, value }: Control): readonly string[] {
  const list = Array.isArray(before) ? before : [];
  return checked ? [...list, value] : list;
}

function blankAsNothing(value: string): string | undefined {
  return value.trim() === '' ? undefined : value;
}

/** １，２３４ is 1234, and what people type for a minus is one. What is no number stays text, so that the server's sentence about it is shown. */
export function readNumber(text: string): number | string | undefined {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[,\s]/g, '')
    .replace(/^[\u2212\u30FC\u2015\u2010]/, '-');
  if (plain === '') return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : text;
}

/** A file as it travels in JSON. */
export interface TypedFile {
  name: string;
  type: string;
  base64: string;
}

/** The chosen files of a form by field name. */
export async function readFiles(form: HTMLFormElement): Promise<Record<string, TypedFile>> {
  const files: Record<string, TypedFile> = {};
  for (const [name, value] of new FormData(form)) {
    if (value instanceof File && value.size > 0) files[name] = await readFile(value);
  }
  return files;
}

/** One file as it travels. */
export async function readFile(file: File): Promise<TypedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  // In slices: the arguments of one call are limited.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return { name: file.name, type: file.type, base64: btoa(binary) };
}
