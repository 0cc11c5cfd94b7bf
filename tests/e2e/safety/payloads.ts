/** Stands in every payload, so that it is found. */
export const MARK = 'ядовитый'

/** What somebody may write who takes the program for a page that runs what it shows; each says by itself that it ran. */
export const PAYLOADS: readonly string[] = [
  `${MARK}"><img src="https://elsewhere.invalid/x" onerror="window.ran='img'"><svg onload="window.ran='svg'"></svg>`,
  `${MARK}<script>window.ran='script'</script><iframe srcdoc="<script>parent.ran='frame'</script>"></iframe>`,
  `javascript:void(window.ran='link')//${MARK}`,
  `${MARK}' autofocus onfocus='window.ran=1' onmouseover='window.ran=2' style='background:url(https://elsewhere.invalid/y)`,
  `${MARK} {{constructor.constructor('window.ran=3')()}} \${window.ran=4} <%= window.ran=5 %> #{7*7}`,
  `${MARK}</title></textarea></style><img src=x onerror=window.ran=6>\u202Eгнирт\u200B\uFEFF\u2066`,
  `=HYPERLINK("https://elsewhere.invalid/z";"${MARK}")`,
]

/** One of them after the other. */
export function payloads(): () => string {
  let next = 0
  return () => PAYLOADS[next++ % PAYLOADS.length] ?? MARK
}
