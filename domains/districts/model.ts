/**
 * Whether six digits are a code of a local government (全国地方公共団体コード): the last is a check digit over the
 * five before it, weighted 6 to 2, modulo 11.
 */
export function isTownCode(code: string): boolean {
  if (!/^\d{6}$/.test(code)) return false;
  const digits = [...code].map(Number);
  const sum = digits.slice(0, 5).reduce((total, digit, i) => total + digit * (6 - i), 0);
  return (11 - (sum % 11)) % 10 === digits[5];
}
