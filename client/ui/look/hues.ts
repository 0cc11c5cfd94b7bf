/** The twelve colours that a state or reason may be given, as hues in degrees, in the order of the palette. */
export const HUES = [25, 48, 75, 100, 130, 155, 180, 215, 240, 265, 300, 345] as const

/** The class and style that give a part a hue's colours (`.hue` in tokens.css); none for null. */
export function hueStyle(hue: number | null | undefined): Record<string, string> {
  return hue === null || hue === undefined ? {} : { '--h': String(hue) }
}

/** A lasting hue for a name: the same person has the same colour everywhere. */
export function hueOf(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return HUES[sum % HUES.length] ?? HUES[0]
}
