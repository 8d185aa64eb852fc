/** Made at build time from every `api.ts`: operation name → who may try it, and whether an ended post still may. */
declare module 'virtual:permissions' {
  import type { Operation } from '#platform/operation.ts';
  export const permissions: Readonly<Record<string, Pick<Operation, 'may' | 'finishing'>>>;
}
