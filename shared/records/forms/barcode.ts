/** EAN-8, UPC-A, EAN-13 and the ITF-14 of boxes (GS1 General Specifications, 7.9). */
const LENGTHS = [8, 12, 13, 14]

/** What seems wrong about a barcode's number; null where nothing does: so many digits, the last one following from the others. */
export function doubtOfBarcode(text: string): 'barcode-length' | 'barcode-digit' | null {
  const digits = text.replaceAll(/\s/g, '')
  if (!/^\d+$/.test(digits) || !LENGTHS.includes(digits.length)) return 'barcode-length'
  return checkDigit(digits.slice(0, -1)) === Number(digits.at(-1)) ? null : 'barcode-digit'
}

/** What brings the digits to a multiple of ten, each second one from the right counting three times. */
function checkDigit(digits: string): number {
  const sum = [...digits].toReversed().reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0)
  return (10 - (sum % 10)) % 10
}
