/** A photograph as it travels: small, and without what a camera writes into it (place, time, device). */
export interface Photograph {
  readonly base64: string;
}

/** Longer edge in pixels, and the JPEG quality: enough to see a broken step, and about 200 KB. */
const [longestEdge, quality] = [1280, 0.75];

/**
 * Draws a picture anew, so that nothing but what can be seen is left.
 *
 * @returns null for what is no picture this phone can read
 */
export async function shrinkPhotograph(file: Blob): Promise<Photograph | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (!picture) return null;
  const scale = Math.min(1, longestEdge / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const [, base64 = ''] = canvas.toDataURL('image/jpeg', quality).split(',');
  return base64 === '' ? null : { base64 };
}
