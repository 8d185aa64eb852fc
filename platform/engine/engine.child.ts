/** A process of its own for the tests: starts the engine on the folder it is given, says so, and goes on. */
import { startEngine } from './engine.ts';

const [dataFolder = '', projectFolder = '', fast] = process.argv.slice(2);
try {
  const { host, port, password, adopted, announce } = await startEngine({
    dataFolder,
    projectFolder,
    say: () => undefined,
    fast: fast === 'fast',
  });
  announce('http://localhost:3000');
  process.stdout.write(`${JSON.stringify({ host, port, password, adopted })}\n`);
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stdout.write(
    `${JSON.stringify({ refused: error instanceof Error ? error.message : String(error) })}\n`,
  );
}
