import type { ReactNode } from 'react';
import * as m from '#messages';

export type Tone = 'info' | 'success' | 'warning' | 'error';

export interface NoticeProps {
  tone: Tone;
  title?: string;
  children: ReactNode;
}

const tones: Record<Tone, { look: string; mark: string; says: () => string }> = {
  info: { look: 'border-blue-900 bg-blue-50', mark: 'bg-blue-900', says: m.ui_tone_info },
  success: { look: 'border-green-800 bg-green-50', mark: 'bg-green-800', says: m.ui_tone_success },
  warning: { look: 'border-yellow-900 bg-yellow-50', mark: 'bg-yellow-1000', says: m.ui_tone_warning },
  error: { look: 'border-red-900 bg-red-50', mark: 'bg-red-900', says: m.ui_tone_error },
};

/**
 * A message about what just happened or what matters here. It is spoken when it appears: errors at once, the rest
 * when there is a pause. The kind is written as a word, never told by colour alone.
 */
export function Notice({ tone, title, children }: NoticeProps) {
  const { look, mark, says } = tones[tone];
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={`flex flex-wrap items-baseline gap-x-3 gap-y-1 rounded-8 border-l-8 px-4 py-3 ${look}`}
    >
      <strong className={`inline-block rounded-4 px-2 text-dns-16B-130 text-white ${mark}`}>{says()}</strong>
      <div className="min-w-0 flex-1 basis-72">
        {title && <p className="text-std-16B-170">{title}</p>}
        {children}
      </div>
    </div>
  );
}
