export * from './evaluations-queries.ts';
export * from './figures-queries.ts';
export * from './periods-queries.ts';
export * from './smallest-queries.ts';
export * from './structure-queries.ts';
export * from './wordings-queries.ts';
