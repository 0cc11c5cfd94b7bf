/** What of GSM 03.38 takes one unit, and what is told by two. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const DOUBLE = new Set('^{}\\[~]|€\f')

export type SmsEncoding = 'gsm7' | 'ucs2'

/** How many units an SMS has, alone, and as a part of a longer one. */
const ROOM = { gsm7: { alone: 160, part: 153 }, ucs2: { alone: 70, part: 67 } } as const

/** A text as it goes over the air: each part is paid for as an SMS of its own. */
export interface SmsParts {
  readonly encoding: SmsEncoding
  /** The text of each; nothing is one empty part. */
  readonly parts: readonly string[]
  /** Units that the last part has room for. */
  readonly left: number
}

/** Cuts a text into the parts of an SMS (SPEC TX8). No letter is cut in two. */
export function smsParts(text: string): SmsParts {
  const encoding = [...text].every((sign) => BASIC.has(sign) || DOUBLE.has(sign)) ? 'gsm7' : 'ucs2'
  const unitsIn = (letters: string) => (encoding === 'gsm7' ? gsmUnits(letters) : letters.length)
  const { alone, part } = ROOM[encoding]
  const units = unitsIn(text)
  if (units <= alone) return { encoding, parts: [text], left: alone - units }
  const parts = cut(text, part, unitsIn)
  return { encoding, parts, left: part - unitsIn(parts.at(-1) ?? '') }
}

function gsmUnits(text: string): number {
  return [...text].reduce((sum, sign) => sum + (DOUBLE.has(sign) ? 2 : 1), 0)
}

function cut(text: string, room: number, unitsIn: (sign: string) => number): readonly string[] {
  const parts: string[] = []
  let part = ''
  let units = 0
  for (const sign of text) {
    if (units + unitsIn(sign) > room) {
      parts.push(part)
      part = ''
      units = 0
    }
    part += sign
    units += unitsIn(sign)
  }
  return [...parts, part]
}
