import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { SiteCatalogue } from '../../../shared/site/catalogue.ts'
import { readerToken } from '../../../shared/site/reader-links.ts'
import { serveApart } from '../apart.ts'
import { derivedKey } from '../keys.ts'
import { readSiteOptions } from '../options.ts'
import { readToken, writeToken } from '../ordering/token.ts'
import { CATALOGUE, DOT, DOT_HASH } from './samples.ts'

/** A site that stands apart, on loopback, as visitors and the agent meet it. */
export async function openDoor(catalogue: SiteCatalogue | null = CATALOGUE, flags: readonly string[] = []) {
  const data = mkdtempSync(join(tmpdir(), 'voronka-site-'))
  const options = readSiteOptions(['--data', data, '--port', '0', '--address', 'https://shop.example', ...flags])
  const site = await serveApart(options, pino({ level: 'silent' }))
  const { door } = site
  const url = `http://127.0.0.1:${site.port}`
  const forms = derivedKey(door.key, 'forms')
  const links = derivedKey(door.key, 'links')
  const agent = (path: string, method: string, body?: BodyInit) =>
    fetch(`${url}/door${path}`, { method, headers: { authorization: `Bearer ${door.key}` }, ...(body && { body }) })
  const publish = (one: SiteCatalogue) => agent('/catalogue', 'PUT', JSON.stringify(one))
  if (catalogue) {
    await publish(catalogue)
    await agent(`/pictures/${DOT_HASH}`, 'PUT', DOT)
  }
  /** What waits in the queue. */
  const queue = () => door.store.queue.page(0, 0, new AbortController().signal)
  /** The same form, as if it had been shown so long before, ms. */
  const aged = (token: string, ms: number) => {
    const read = readToken(token, forms)
    return read ? writeToken({ ...read, at: read.at - ms }, forms) : ''
  }
  const close = async () => {
    await site.stop()
    rmSync(data, { recursive: true })
  }
  const linkOf = (link: 'u' | 'o' | 'l', recipient: string, about = '') =>
    `/${link}/${readerToken(links, link, recipient, about)}${about && `?to=${encodeURIComponent(about)}`}`
  return { url, door, agent, publish, queue, aged, linkOf, visitor: () => new Visitor(url), close }
}

export type OpenDoor = Awaited<ReturnType<typeof openDoor>>

/** A page as a visitor gets it. */
export interface Got {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Where the visitor is after what led on. */
  readonly path: string
}

/** A browser without JavaScript: it keeps cookies, follows what leads on, and sends forms. */
export class Visitor {
  readonly #url: string
  readonly cookies = new Map<string, string>()

  constructor(url: string) {
    this.#url = url
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Got> {
    return this.#ask(path, { headers })
  }

  /** Sends a form; a list is a field that comes more than once. */
  post(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Got> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    return this.#ask(path, { method: 'POST', body })
  }

  async #ask(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Got> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init.headers, ...(cookie && { cookie }) }
    const answer = await fetch(this.#url + path, { ...init, headers, redirect: 'manual' })
    for (const one of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(one) ?? []
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const to = answer.headers.get('location')
    if (to?.startsWith('/')) return this.#ask(to, {})
    return { status: answer.status, headers: answer.headers, text: await answer.text(), path }
  }
}

/** The fields of the order's form as they stand in a page, hidden ones too. */
export function fieldsIn(page: string): Record<string, string | string[]> {
  const form = /<form class="order"[\s\S]*?<\/form>/.exec(page)?.[0] ?? ''
  const inputs = [...form.matchAll(/<input type="(?:hidden|text)"[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)]
  const byName = Map.groupBy(inputs, ([, name = '']) => name)
  const fields = [...byName].map(([name, all]) => [name, all.map(([, , value = '']) => unescaped(value))] as const)
  const note = unescaped(/<textarea[^>]*>\n?([\s\S]*?)<\/textarea>/.exec(form)?.[1] ?? '')
  return { ...Object.fromEntries(fields.map(([name, all]) => [name, name === 'line' ? all : (all[0] ?? '')])), note }
}

function unescaped(text: string): string {
  const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
  return text.replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name] ?? '')
}
