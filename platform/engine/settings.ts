import { createHash } from 'node:crypto';

/**
 * PostgreSQL for one small town on one small machine, given on its command line, so that a new release of ours
 * changes them without touching the data. Measured in README.md.
 */
function settingsFor(fast: boolean): Record<string, string> {
  return {
    // The pool, the jobs, the terminal, and some to spare.
    max_connections: '40',
    // Making or filling a town takes hold of every table, index and reference in one transaction, some thousands of them.
    max_locks_per_transaction: '512',
    shared_buffers: '128MB',
    wal_buffers: '4MB',
    maintenance_work_mem: '64MB',
    effective_cache_size: '512MB',
    random_page_cost: '1.1',
    // Nobody replicates from here: less log is written, and five helper processes are not started.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_logical_replication_workers: '0',
    io_method: 'sync',
    jit: 'off',
    huge_pages: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    idle_in_transaction_session_timeout: '60s',
    // The log never holds what people wrote: errors go to the caller, only the server's own news are kept.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(fast ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : {}),
  };
}

/**
 * The command line of the server, and a mark by which a server that is still running is known to have been
 * started alike.
 */
export function commandLine(fast: boolean, version: string): { args: string[]; mark: string } {
  const settings = settingsFor(fast);
  const mark = createHash('sha256')
    .update(JSON.stringify([version, settings]))
    .digest('hex')
    .slice(0, 16);
  const args = Object.entries({ ...settings, 'kanaeau.mark': mark }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  return { args, mark };
}
