/** Colours of the デジタル庁デザインシステム; each has at least 3:1 against white, text at least 4.5:1. */
export const ink = {
  text: '#1a1a1a',
  quiet: '#4d4d4d',
  axis: '#767676',
  figure: '#0017c1',
  target: '#ac3e00',
};

/** Only ever a decoration: rules behind the figures that nobody has to see. */
export const gridColour = '#e6e6e6';

type Attributes = Record<string, string | number | undefined>;

/** An SVG element as text. Attributes are escaped here; `children` are elements, or text from `textOf`. */
export function drawElement(name: string, attributes: Attributes, ...children: string[]): string {
  let open = name;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined)
      open += ` ${attribute}="${textOf(typeof value === 'number' ? round(value) : value)}"`;
  }
  return children.length === 0 ? `<${open}/>` : `<${open}>${children.join('')}</${name}>`;
}

export function textOf(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A label at a place; `x` and `y` are units of the picture, the size is in the same units. */
export function drawLabel(text: string, x: number, y: number, attributes: Attributes = {}): string {
  return drawElement('text', { x, y, 'font-size': 12, fill: ink.text, ...attributes }, textOf(text));
}

/**
 * The frame of every picture: `title` and `description` are read out instead of it. It has no size of its own
 * and fills the width it is given; `id` has to be unique on the page.
 */
export function drawPicture(
  picture: { id: string; title: string; description: string; width: number; height: number },
  ...children: string[]
): string {
  const { id, title, description, width, height } = picture;
  return drawElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-desc`,
      'font-family': 'Noto Sans JP, sans-serif',
    },
    drawElement('title', { id: `${id}-title` }, textOf(title)),
    drawElement('desc', { id: `${id}-desc` }, textOf(description)),
    ...children,
  );
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
