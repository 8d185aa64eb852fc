import type { BoundOperation, FileReply } from '#platform/domain.ts';

/** How the terminal reaches a town: over the network, over the data folder's socket, or by opening the town itself. */
export interface Way {
  /**
   * Performs an operation; a file operation answers a `FileReply`.
   *
   * @throws Refusal
   */
  perform(bound: BoundOperation, input: Record<string, unknown>, call: string): Promise<unknown>;
  close(): Promise<void>;
}

export function isFile(answer: unknown): answer is FileReply {
  return (
    typeof answer === 'object' && answer !== null && 'bytes' in answer && answer.bytes instanceof Uint8Array
  );
}
