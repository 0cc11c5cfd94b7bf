/** An answer as a page sees it. */
export interface Answer {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Headers
}

interface Sent {
  readonly method?: string
  /** Sent as JSON; a string goes as it is. */
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/** Speaks to a server as one browser does: keeps its cookies, names the page's origin. */
export class Browser {
  readonly url: string
  readonly cookies = new Map<string, string>()

  constructor(url: string) {
    this.url = url
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { headers })
  }

  post(path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(path, { method: 'POST', body, headers })
  }

  async send(path: string, { method = 'GET', body, headers = {} }: Sent = {}): Promise<Answer> {
    const own = { origin: this.url, cookie: this.cookie, 'content-type': 'application/json', ...headers }
    const content = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    const response = await fetch(this.url + path, { method, headers: own, ...content })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false
    return { status: response.status, body: isJson ? JSON.parse(text) : { text }, headers: response.headers }
  }

  /** What the browser sends as `cookie`. */
  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  #keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (value === '' || /max-age=0\b/i.test(cookie)) this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}
