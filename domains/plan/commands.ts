export * from './evaluations-commands.ts';
export * from './measuring-commands.ts';
export * from './periods-commands.ts';
export * from './structure-commands.ts';
