import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Db } from '#platform/db.ts';
import { Sql } from '#platform/sql.ts';
import { cast, openTown } from './town.ts';

/**
 * The wrong form of a policy costs a hundredfold on a grown table and hides on a small one, so the plan is read
 * instead of the clock: whatever a policy asks must be asked once a statement, never once a row.
 */
const town = await openTown('cast');
const tables = (
  await town.look<{ relname: string }>(
    `select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
       and has_table_privilege('kanaeau_app', c.oid, 'select') and c.relrowsecurity order by 1`,
  )
).map((row) => row.relname);

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Parent Relationship'?: string;
  readonly Plans?: readonly PlanNode[];
  readonly Filter?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
}

async function readPlan(db: Db, table: string): Promise<PlanNode> {
  const row = await db.one(
    z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.unknown() })) }),
    new Sql([`explain (format json) select * from ${table}`], []),
  );
  return row['QUERY PLAN'][0]?.Plan as PlanNode;
}

function findPerRow(node: PlanNode): string[] {
  const found: string[] = [];
  if (node['Parent Relationship'] === 'SubPlan') found.push(`SubPlan: ${node['Node Type']}`);
  for (const text of [node.Filter, node['Index Cond'], node['Recheck Cond']]) {
    // What an InitPlan computed shows as a parameter; a function of the gate by name would run for each row.
    if (text && /gate\.\w+\(|current_setting\(/.test(text)) found.push(text);
  }
  // An InitPlan may call the gate's functions: that is where they belong.
  for (const child of node.Plans ?? []) {
    if (child['Parent Relationship'] !== 'InitPlan') found.push(...findPerRow(child));
  }
  return found;
}

describe('what a policy asks is asked once a statement', () => {
  for (const who of cast) {
    test(`for every table read by ${who}`, async () => {
      const perRow: Record<string, string[]> = {};
      await town.database.as({ kind: 'post', post: town.id(`post:${who}`) }, 'test', async (db) => {
        for (const table of tables) {
          const found = findPerRow(await readPlan(db, table));
          if (found.length > 0) perRow[table] = found;
        }
      });
      expect(perRow).toEqual({});
      expect(tables.length).toBeGreaterThan(40);
    });
  }
});
