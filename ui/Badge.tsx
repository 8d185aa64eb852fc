export interface BadgeProps {
  children: string;
  tone?: 'neutral' | 'blue' | 'green' | 'yellow' | 'red';
}

const tones = {
  neutral: 'border-solid-gray-536 bg-white text-solid-gray-800',
  blue: 'border-blue-900 bg-blue-50 text-blue-1000',
  green: 'border-green-900 bg-green-50 text-green-1000',
  yellow: 'border-yellow-1000 bg-yellow-50 text-yellow-1200',
  red: 'border-red-900 bg-red-50 text-red-1000',
} as const;

/** A state in one or two words. The colour only repeats what the word says. */
export function Badge({ children, tone = 'neutral' }: BadgeProps) {
  return (
    <span
      className={`inline-block rounded-4 border px-2 py-0.5 text-dns-16N-130 whitespace-nowrap max-sm:whitespace-normal ${tones[tone]}`}
    >
      {children}
    </span>
  );
}
