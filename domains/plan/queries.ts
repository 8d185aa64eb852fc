export * from './evaluations-queries.ts';
export * from './figures-queries.ts';
export * from './periods-queries.ts';
export * from './structure-queries.ts';
