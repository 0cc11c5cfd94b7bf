/** A name has so many signs at most: file systems take 255 bytes, and Cyrillic takes two each. */
const MOST = 120

/** Signs that are not seen, or that turn those behind them round. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
/** What Windows takes in no name. */
const FORBIDDEN = /[<>:"|?*]/g
/** Names that Windows keeps for devices, whatever stands behind the dot. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * A file's name as it may stand in any folder and reads as it is: of a path the last part, without signs that are not
 * seen or turn the text round. What has nothing left is called `file`.
 */
export function cleanName(name: string): string {
  const last =
    name
      .normalize('NFC')
      .replace(HIDDEN, '')
      .split(/[\\/]/)
      .findLast((part) => trimmed(part) !== '') ?? ''
  const plain = trimmed(last.replace(FORBIDDEN, '_'))
  const safe = DEVICES.test(plain) ? `_${plain}` : plain
  return shortened(safe === '' ? 'file' : safe)
}

/** Dots and spaces at either end are dropped by some systems, or hide the file. */
function trimmed(text: string): string {
  return text.replace(/^[\s.]+|[\s.]+$/g, '')
}

/** The ending stays: programs are chosen by it. */
function shortened(name: string): string {
  const signs = [...name]
  if (signs.length <= MOST) return name
  const ending = /\.[^.\s]{1,12}$/.exec(name)?.[0] ?? ''
  return signs.slice(0, MOST - ending.length).join('') + ending
}
