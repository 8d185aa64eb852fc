/** Turns every `words.<locale>.json` into typed functions under `generated/messages`. */
import { compile } from '@inlang/paraglide-js';

await compile({
  project: './project.inlang',
  outdir: './generated/messages',
  outputStructure: 'locale-modules',
  strategy: ['globalVariable', 'baseLocale'],
  emitGitIgnore: false,
  emitPrettierIgnore: false,
  emitReadme: false,
  emitTsDeclarations: true,
});
// The compiler leaves a 30 s timer behind; the files are written, so the process may end.
process.exit(0);
