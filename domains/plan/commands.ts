export * from './evaluations-commands.ts';
export * from './measuring-commands.ts';
export * from './periods-commands.ts';
export * from './smallest-commands.ts';
export * from './structure-commands.ts';
export * from './wordings-commands.ts';
