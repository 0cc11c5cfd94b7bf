/** Colours of a site that follow from its hue, as `#rrggbb`; each pair of text and ground has a contrast of 4.5 and more (SPEC ST12). */
export interface Colours {
  /** Of links and buttons, under `onAccent`, and on paper and ground. */
  readonly accent: string
  readonly accentHover: string
  readonly onAccent: string
  /** A ground with something of it, for ink and accent. */
  readonly soft: string
}

/** Grounds and inks, the same for every site. */
export const LIGHT = { paper: '#ffffff', ground: '#f7f7f5', ink: '#1c1d20', ink2: '#54565d' } as const
export const DARK = { paper: '#16171a', ground: '#101113', ink: '#ececea', ink2: '#aeb0b7' } as const

/** The program’s own. */
const USUAL = 262

export function colours(hue: number | null, isDark: boolean): Colours {
  const h = (((hue ?? USUAL) % 360) + 360) % 360
  return isDark
    ? { accent: hex(0.77, 0.12, h), accentHover: hex(0.83, 0.1, h), onAccent: '#101113', soft: hex(0.27, 0.045, h) }
    : { accent: hex(0.49, 0.15, h), accentHover: hex(0.42, 0.14, h), onAccent: '#ffffff', soft: hex(0.96, 0.02, h) }
}

/** Ink and ground of a state’s mark. */
export function markColours(hue: number, isDark: boolean): { readonly ink: string; readonly ground: string } {
  return isDark
    ? { ink: hex(0.88, 0.08, hue), ground: hex(0.32, 0.07, hue) }
    : { ink: hex(0.38, 0.11, hue), ground: hex(0.93, 0.045, hue) }
}

/** A colour of OKLCH as browsers show it; its chroma goes down until a screen has it. */
function hex(lightness: number, chroma: number, hue: number): string {
  for (let c = chroma; c > 0.001; c *= 0.95) {
    const rgb = linearRgb(lightness, c, hue)
    if (rgb.every((part) => part >= 0 && part <= 1)) return written(rgb)
  }
  return written(linearRgb(lightness, 0, hue).map((part) => Math.min(1, Math.max(0, part))))
}

/** Björn Ottosson’s matrices. */
function linearRgb(lightness: number, chroma: number, hue: number): number[] {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function written(linear: readonly number[]): string {
  const parts = linear.map((part) => (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055))
  return `#${parts
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}
