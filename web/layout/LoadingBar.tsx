import { useEffect, useState } from 'react';
import { useNavigation } from 'react-router';
import * as m from '#messages';

const patienceMs = 300;

/** A line along the upper edge while the next page is fetched, when that takes longer than a blink. */
export function LoadingBar() {
  const loading = useNavigation().state !== 'idle';
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!loading) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), patienceMs);
    return () => clearTimeout(timer);
  }, [loading]);
  return (
    <div role="status" className="print:hidden">
      {slow && (
        <>
          <span className="sr-only">{m.web_loading()}</span>
          <span className="fixed inset-x-0 top-0 z-50 h-1 animate-pulse bg-key-900" />
        </>
      )}
    </div>
  );
}
