import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { saying } from '../saying.ts';

/** Milliseconds in which a page that was read anew is drawn. */
const drawing = 1_000;

/**
 * Where the form goes with what was done (a receipt is signed, a renewal decided), the page says what the form would have
 * said. Answers a function that takes the sentence, and gives one to be called when the page has been read anew.
 */
export function useLastWord(): (says: string | undefined) => () => void {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const word = useRef<string>(undefined);
  useEffect(
    () => () => {
      const { location } = window;
      if (word.current === undefined || location.pathname !== pathname) return;
      navigate(`${pathname}${location.search}`, { ...saying(word.current), replace: true });
    },
    [pathname, navigate],
  );
  return (says) => {
    word.current = says;
    return () => {
      setTimeout(() => {
        word.current = undefined;
      }, drawing);
    };
  };
}
