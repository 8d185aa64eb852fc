export * from './accounts-commands.ts';
export * from './bodies-commands.ts';
export * from './holding-commands.ts';
export * from './recovery-commands.ts';
export * from './renewal-commands.ts';
export * from './security-commands.ts';
export * from './sign-in-commands.ts';
export * from './transfer-commands.ts';
