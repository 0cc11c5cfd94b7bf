/** Text as it is compared, sorted and searched: small letters, ё as е. */
export function folded(text: string): string {
  return text.toLowerCase().replaceAll('ё', 'е')
}
