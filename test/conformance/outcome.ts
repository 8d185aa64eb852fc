import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#platform/house.ts';
import type { Town } from '../town.ts';

/** What came of holding one thing against one standard. */
export interface Outcome {
  readonly standard: string;
  readonly what: string;
  readonly against: string;
  /** Null: what it is held against is not there, so nothing is known. */
  readonly wrong: readonly string[] | null;
  /** What is allowed and should be known. */
  readonly notes?: readonly string[];
}

export type Check = (town: Town) => Promise<Outcome[]>;

/** Published schemas: of the folder that was named, or beside the project. */
export const schemaFolder = process.env.KANAEAU_SCHEMAS || join(projectFolder, '../shared/conformance');

/** A folder of published schemas whose name begins so; null: it is not there. */
export function findSchemas(name: string): string | null {
  if (!existsSync(schemaFolder)) return null;
  const found = readdirSync(schemaFolder).find((one) => one.startsWith(name));
  return found ? join(schemaFolder, found) : null;
}

/** Reads one open answer. @throws Error for any other than 200 */
export async function readOpen(town: Town, path: string): Promise<Response> {
  const response = await town.app.request(path);
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  return response;
}
