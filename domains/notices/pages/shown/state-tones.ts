/** The colours that repeat how a notice stands. */
export const stateTones = {
  draft: 'neutral',
  published: 'green',
  changed: 'yellow',
  withdrawn: 'neutral',
} as const;
