import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigation } from 'react-router';

/**
 * After a change of page the focus goes to its heading, so that the keyboard begins there and the heading is
 * spoken; also when what had the focus is gone, as after 次の50件. Answers the title of the window, for the quiet
 * region that screen readers read out.
 */
export function useArrival(): string {
  const { pathname, search } = useLocation();
  const { state } = useNavigation();
  const here = pathname + search;
  const arrivedAt = useRef({ pathname, here });
  const [title, setTitle] = useState('');
  useEffect(() => {
    const before = arrivedAt.current;
    if (state !== 'idle' || before.here === here) return;
    arrivedAt.current = { pathname, here };
    if (before.pathname === pathname && document.activeElement !== document.body) return;
    const heading =
      document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
    heading?.focus({ preventScroll: true });
    setTitle(document.title);
  }, [pathname, here, state]);
  return title;
}
