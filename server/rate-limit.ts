/**
 * A bucket for each caller's address: `burst` calls at once, refilled by `perSecond`. Commands cost four.
 * Addresses are kept in memory only, for as long as their bucket is not full.
 */
export function openRateLimit({ perSecond, burst }: { perSecond: number; burst: number }) {
  const buckets = new Map<string, { left: number; at: number }>();
  return (address: string, command: boolean): boolean => {
    const now = Date.now();
    if (buckets.size > 10_000) forgetFull(buckets, perSecond, burst, now);
    const bucket = buckets.get(address) ?? { left: burst, at: now };
    const left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * perSecond);
    const cost = command ? 4 : 1;
    const admitted = left >= cost;
    buckets.set(address, { left: admitted ? left - cost : left, at: now });
    return admitted;
  };
}

function forgetFull(
  buckets: Map<string, { left: number; at: number }>,
  perSecond: number,
  burst: number,
  now: number,
): void {
  for (const [address, { left, at }] of buckets) {
    if (left + ((now - at) / 1000) * perSecond >= burst) buckets.delete(address);
  }
}
