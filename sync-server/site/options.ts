import { parseArgs } from 'node:util'

/** What a door that stands apart is started with. */
export interface SiteOptions {
  /** Its own folder. */
  readonly data: string
  /** 0: any free port; the log says which. */
  readonly port: number
  readonly host: string
  /** Under which people reach it, `https://shop.example`. */
  readonly address: string
  /** A proxy of ours stands before it and names who asks. */
  readonly behindProxy: boolean
  readonly logLevel: string
}

const FLAGS = {
  data: { type: 'string', default: 'site-data' },
  port: { type: 'string', default: '8090' },
  host: { type: 'string', default: '127.0.0.1' },
  address: { type: 'string' },
  'behind-proxy': { type: 'boolean', default: false },
  'log-level': { type: 'string', default: 'info' },
} as const

/** Reads the command line. Throws TypeError or RangeError, in words. */
export function readSiteOptions(args: readonly string[]): SiteOptions {
  const { values } = parseArgs({ args: [...args], options: FLAGS, allowNegative: false })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new RangeError('--port must be a number up to 65535')
  const address = values.address ?? `http://localhost:${port}`
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new RangeError('--address must be where people reach the site, as https://shop.example')
  return {
    data: values.data,
    port,
    host: values.host,
    address: new URL(address).origin,
    behindProxy: values['behind-proxy'],
    logLevel: values['log-level'],
  }
}
