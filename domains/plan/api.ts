export * from './evaluations-api.ts';
export * from './figures-api.ts';
export * from './measuring-api.ts';
export * from './periods-api.ts';
export * from './smallest-api.ts';
export * from './structure-api.ts';
export * from './wordings-api.ts';
