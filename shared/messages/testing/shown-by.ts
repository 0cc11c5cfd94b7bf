const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

/** What a browser shows of HTML that is made here: its text, the signs of lists, and where links lead. */
export function shownBy(html: string): string {
  const lists: (number | null)[] = []
  let href = ''
  let linkText = ''
  return html.replaceAll(/<(\/?)([a-z0-9]+)([^>]*)>|&(#?\w+);|[^<&]+/g, (whole, end, name, attrs, entity) => {
    const text = entity === undefined ? whole : (ENTITIES[entity] ?? '?')
    if (name === undefined) {
      linkText += text
      return text
    }
    if (name === 'ul' || name === 'ol') {
      if (end) lists.pop()
      else lists.push(name === 'ol' ? 0 : null)
    }
    if (name === 'li' && !end) {
      const last = lists.pop() ?? null
      lists.push(last === null ? null : last + 1)
      return last === null ? '• ' : `${last + 1}. `
    }
    if (name !== 'a') return ' '
    if (!end) {
      href = /href="([^"]*)"/.exec(attrs)?.[1] ?? ''
      linkText = ''
      return ''
    }
    const target = href.replaceAll(/&(#?\w+);/g, (_, one) => ENTITIES[one] ?? '?')
    return target === linkText ? '' : ` (${target})`
  })
}
