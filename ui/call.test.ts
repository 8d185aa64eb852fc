import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { operation } from '#platform/operation.ts';
import { hrefOf } from './call.ts';

const printSheet = operation({
  route: 'GET /districts/:district/sheets',
  summary: () => 'prints the sheets of a district',
  may: 'signed_in',
  audit: null,
  file: true,
  input: z.object({
    district: z.string(),
    month: z.string().optional(),
    channels: z.array(z.string()).optional(),
  }),
  output: z.object({}),
});

describe('the address of an operation that reads', () => {
  it('takes the parts of the path from the input and the rest as the query', () => {
    expect(hrefOf(printSheet, { district: '荘島/東', month: '2026-01' })).toBe(
      '/api/districts/%E8%8D%98%E5%B3%B6%2F%E6%9D%B1/sheets?month=2026-01',
    );
  });

  it('leaves out what is not given and repeats what is several', () => {
    expect(hrefOf(printSheet, { district: 'a', month: undefined })).toBe('/api/districts/a/sheets');
    expect(hrefOf(printSheet, { district: 'a', channels: ['face', 'phone'] })).toBe(
      '/api/districts/a/sheets?channels=face&channels=phone',
    );
  });
});
