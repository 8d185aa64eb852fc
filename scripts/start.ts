import { fileURLToPath } from 'node:url';
import { buildWhenStale } from './build-when-stale.ts';
import { serverCommand } from './server-command.ts';

await buildWhenStale({ say: (sentence) => console.log(sentence) });
const script = fileURLToPath(new URL(`../${serverCommand.script}`, import.meta.url));
// The same process goes on as the server: nothing of the build stays in memory, and what stops it reaches it.
if (process.execve)
  process.execve(process.execPath, [process.execPath, serverCommand.flag, script, ...process.argv.slice(2)]);
// Where a process cannot become another program (Windows), with as much memory as Node takes.
else await import(script);
