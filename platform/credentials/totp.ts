import { Secret, TOTP } from 'otpauth';
import { create } from 'qrcode';

/** Seconds a code stands (RFC 6238), and how many steps a person's clock may be off to either side. */
const period = 30;
const window = 1;

/** A new shared secret: 160 random bits in base32. */
export function mintTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** Whether a text is a shared secret of at least 128 bits, as a vendor of code devices hands it over. */
export function isTotpSecret(text: string): boolean {
  return /^[A-Z2-7]{26,}=*$/.test(text);
}

/** The code that an authenticator shows at a moment. */
export function totpAt(secret: string, moment = new Date()): string {
  return authenticatorOf(secret).generate({ timestamp: moment.getTime() });
}

/**
 * The time step a code belongs to, or null if it is wrong or not newer than the last step used: a code works once.
 *
 * @param moment real time, wherever a clock of ours may stand: the person's device knows no other
 */
export function findTotpStep(
  secret: string,
  code: string,
  lastStep: number | null,
  moment = new Date(),
): number | null {
  const timestamp = moment.getTime();
  const delta = authenticatorOf(secret).validate({ token: code, timestamp, window });
  if (delta === null) return null;
  const step = TOTP.counter({ period, timestamp }) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

/** The `otpauth:` address an authenticator reads, from a QR code or by hand. */
export function totpAddress(secret: string, issuer: string, label: string): string {
  return new TOTP({ issuer, label, secret, period }).toString();
}

/** A text as a QR code: black squares on white as SVG, four squares of quiet around them (ISO/IEC 18004). */
export function drawQr(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const quiet = 4;
  const side = modules.size + 2 * quiet;
  let path = '';
  modules.data.forEach((dark, i) => {
    if (dark) path += `M${(i % modules.size) + quiet} ${Math.floor(i / modules.size) + quiet}h1v1h-1z`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`;
}

function authenticatorOf(secret: string): TOTP {
  return new TOTP({ secret, period });
}
