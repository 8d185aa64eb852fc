/** Counters in the Prometheus text format, served on a loopback port of their own. */
const requests = new Map<string, number>();
const seconds = new Map<string, number>();

export function countRequest(operation: string, status: number, ms: number): void {
  const key = `operation="${operation}",status="${status}"`;
  requests.set(key, (requests.get(key) ?? 0) + 1);
  seconds.set(key, (seconds.get(key) ?? 0) + ms / 1000);
}

/** @param gauges further figures of this process, by metric name */
export function writeMetrics(gauges: Record<string, number>): string {
  const lines = ['# TYPE kanaeau_requests_total counter'];
  for (const [key, n] of requests) lines.push(`kanaeau_requests_total{${key}} ${n}`);
  lines.push('# TYPE kanaeau_request_seconds_total counter');
  for (const [key, s] of seconds) lines.push(`kanaeau_request_seconds_total{${key}} ${s.toFixed(4)}`);
  for (const [name, value] of Object.entries(gauges)) lines.push(`# TYPE ${name} gauge`, `${name} ${value}`);
  return `${lines.join('\n')}\n`;
}
