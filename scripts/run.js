// Plain JavaScript, so that an old Node can read it and say what is wrong: `node scripts/run.js start`.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const needed = 24;
const [script, ...rest] = process.argv.slice(2);
const own = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= needed) {
  process.argv.splice(2, 1);
  await import(new URL(`./${script}.ts`, import.meta.url).href);
} else if (existsSync(own)) {
  const { status } = spawnSync(own, [process.argv[1], script, ...rest], { stdio: 'inherit' });
  process.exit(status ?? 1);
} else {
  process.stderr.write(
    `Node ${needed} 以上が必要です（今は ${process.versions.node}）。もう一度 npm install を実行してください。\n`,
  );
  process.exit(1);
}
