import type { ReactNode } from 'react';

const looks = {
  /** The one most often pressed of a screen. */
  main: 'border-transparent bg-key-900 text-white',
  plain: 'border-key-900 bg-white text-key-900',
  grave: 'border-error-2 bg-white text-error-2',
} as const;

/** A button for a thumb: large, the whole width, its words as large as its weight. */
export function Press(props: {
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly look?: keyof typeof looks;
  readonly large?: boolean;
  readonly hint?: string;
}) {
  const { onPress, children, look = 'plain', large = false, hint } = props;
  return (
    <button
      type="button"
      onClick={onPress}
      className={`w-full cursor-pointer rounded-12 border-2 px-4 ${large ? 'min-h-28 py-6 text-std-28B-150' : 'min-h-16 py-3 text-std-20B-150'} ${looks[look]}`}
    >
      {children}
      {hint && <span className="mt-1 block text-std-17N-170">{hint}</span>}
    </button>
  );
}
