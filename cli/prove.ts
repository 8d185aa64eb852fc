import type * as z from 'zod';
import * as m from '#messages';
import { verifyAudit } from '#platform/audit/api.ts';
import { readRoot } from '#platform/audit/root.ts';
import { mintId } from '#platform/uuid.ts';
import { findOperation } from './find.ts';
import { ownOptions, parseOptions } from './flags.ts';
import { openWay } from './open-way.ts';
import { needFile, say } from './say.ts';

/** `verify-audit [--root FILE]`: whether the chain holds, also through a root kept elsewhere. Answers whether it does. */
export async function proveAudit(args: readonly string[], env: NodeJS.ProcessEnv): Promise<boolean> {
  const { token, url } = ownOptions;
  const { values } = parseOptions(args, { token, url, root: { type: 'string' } });
  const root = values.root === undefined ? undefined : readRoot(needFile(String(values.root), '--root'));
  const way = await openWay({ token: text(values.token), url: text(values.url) }, env);
  try {
    const input = root ? { root_batch: root.batch, root_hash: root.hash } : {};
    const answer = await way.perform(findOperation('verifyAudit'), input, mintId());
    const verdict: z.infer<typeof verifyAudit.output> = verifyAudit.output.parse(answer);
    if (!verdict.sound) {
      say(verdict.sentence ?? '');
      return false;
    }
    const { entries, batches, waiting, hash } = verdict;
    say(m.cli_verify_sound({ entries, batches, waiting }));
    if (root) say(m.cli_verify_root({ batch: root.batch }));
    if (hash) say(m.cli_verify_hash({ hash }));
    return true;
  } finally {
    await way.close();
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
