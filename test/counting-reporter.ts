import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one plain line: how many passed, how many failed. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    let passed = 0;
    let failed = 0;
    for (const module of modules) {
      if (!module.ok() && module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        if (test.ok()) passed += 1;
        else failed += 1;
      }
    }
    // After the other reporters' summary, so that it is the last line.
    process.once('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`));
  }
}
