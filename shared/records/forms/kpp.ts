/** Tax office, reason, number (order of the Federal Tax Service of 29 June 2012, ММВ-7-6/435): two of its signs may be letters. */
const KPP = /^\d{4}[\dA-Z]{2}\d{3}$/

/** What seems wrong about a KPP; null where nothing does. It has no check digit. */
export function doubtOfKpp(text: string): 'kpp' | null {
  return KPP.test(text.replaceAll(/\s/g, '')) ? null : 'kpp'
}
