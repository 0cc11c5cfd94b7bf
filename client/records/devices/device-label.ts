/** Systems and browsers by what they call themselves; the first that is found counts. */
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['CrOS', 'ChromeOS'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const
const BROWSERS = [
  ['YaBrowser', 'Яндекс Браузер'],
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const

/** How the list of devices names a browser, from its own words: `Windows · Chrome`. */
export function deviceLabel(agent: string): string {
  const named = [SYSTEMS, BROWSERS].map((known) => known.find(([mark]) => agent.includes(mark))?.[1])
  return named.filter(Boolean).join(' · ') || 'Web'
}
