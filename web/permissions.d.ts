/** Made at build time from every `domains/*\/api.ts`: operation name → who may try it. */
declare module 'virtual:permissions' {
  import type { May } from '#platform/operation.ts';
  export const may: Readonly<Record<string, May>>;
}
