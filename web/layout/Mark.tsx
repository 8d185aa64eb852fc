/** Two rings that hold one another: nobody is only a helper or only helped. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" className="size-9" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#0017c1" />
      <circle cx="12.5" cy="16" r="7" fill="none" stroke="#fff" strokeWidth="2.6" />
      <circle cx="19.5" cy="16" r="7" fill="none" stroke="#ffd43d" strokeWidth="2.6" />
    </svg>
  );
}
