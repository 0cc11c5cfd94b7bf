/** How a letter looks where it says nothing of it: as the program does. One with colours of its own stands on a light sheet. */
export function inlineLook(beside: Element, hasColours: boolean): string {
  const { color, fontFamily, fontSize } = getComputedStyle(beside)
  const accent = getComputedStyle(document.documentElement).getPropertyValue('--accent')
  const isDark = !hasColours && isDarkHere(beside)
  const ink = hasColours ? '#1c1d20' : color
  return `
    @layer program { * { position: static !important; } }
    :root { color-scheme: ${isDark ? 'dark' : 'light'}; overflow: auto hidden; background: ${hasColours ? '#fff' : 'transparent'}; }
    body { margin: 0; padding: ${hasColours ? '16px' : '0'}; font: ${fontSize}/1.55 ${fontFamily}; color: ${ink}; overflow-wrap: anywhere; }
    img { max-width: 100%; height: auto; }
    img:not([src]) { min-width: 12px; min-height: 12px; outline: 1px dashed #8d8f96; outline-offset: -1px; }
    a { color: ${hasColours ? '' : accent}; }
    pre { white-space: pre-wrap; }
    table { max-width: 100%; }
    blockquote { margin: 0 0 0 2px; padding-left: 12px; border-left: 2px solid #8d8f9666; }
    .voronka-quote > summary { display: inline-block; list-style: none; cursor: pointer; margin: 8px 0; padding: 0 10px; border-radius: 6px; background: #8d8f9633; line-height: 18px; letter-spacing: 2px; user-select: none; }
    .voronka-quote > summary:focus-visible { outline: 2px solid ${accent}; }
  `
}

function isDarkHere(beside: Element): boolean {
  const { colorScheme } = getComputedStyle(beside)
  if (colorScheme === 'dark' || colorScheme === 'light') return colorScheme === 'dark'
  return matchMedia('(prefers-color-scheme: dark)').matches
}
