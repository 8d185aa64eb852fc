import { type ReactNode, useEffect, useRef, useState } from 'react';

export interface ScrollRegionProps {
  label: string;
  children: ReactNode;
  /** Bound in height too, so that a head that sticks stays in sight. */
  tall?: boolean;
}

/** Room for what may be wider than the screen. The keyboard reaches it exactly when there is something to scroll. */
export function ScrollRegion({ label, children, tall = false }: ScrollRegionProps) {
  const region = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      setScrolls(element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight);
    });
    for (const watched of [element, ...element.children]) observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return (
    <section
      ref={region}
      aria-label={label}
      tabIndex={scrolls ? 0 : undefined}
      className={`overflow-auto print:max-h-none print:overflow-visible ${tall ? 'max-h-[80vh]' : ''}`}
    >
      {children}
    </section>
  );
}
