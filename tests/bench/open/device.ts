import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { CHROMIUM, CHROMIUM_ARGS } from '../../../scripts/chromium.ts'

/** Nothing is waited for longer than this, ms. */
const PATIENCE_MS = 300_000

/** A browser with a profile on the disk, so that it can be closed and opened again with all it has stored. */
export class BrowserDevice {
  readonly page: Page
  readonly #context: BrowserContext
  readonly #url: string

  private constructor(context: BrowserContext, page: Page, url: string) {
    this.#context = context
    this.page = page
    this.#url = url
  }

  /** With a port the browser listens there for whoever speaks DevTools' language. */
  static async start(profile: string, url: string, port?: number): Promise<BrowserDevice> {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: CHROMIUM,
      args: [...CHROMIUM_ARGS, ...(port === undefined ? [] : [`--remote-debugging-port=${port}`])],
      locale: 'ru-RU',
      viewport: { width: 1280, height: 800 },
    })
    context.setDefaultTimeout(PATIENCE_MS)
    return new BrowserDevice(context, context.pages()[0] ?? (await context.newPage()), url)
  }

  /** Founds the company of a server that has none, and is signed in as its owner. */
  async found(owner: { readonly email: string; readonly password: string }): Promise<void> {
    await this.page.goto(this.#url)
    const data = {
      ...{ company: 'Bench', language: 'ru', zone: 'Europe/Moscow', currency: 'RUB', demo: false },
      owner: { name: 'Bench', ...owner },
    }
    await this.#post('/api/setup', data)
  }

  /** Is signed in with an account that there is, from a device that has nothing of the company. */
  async enter(owner: { readonly email: string; readonly password: string }): Promise<void> {
    await this.page.goto(this.#url)
    await this.#post('/api/auth/sign-in/email', owner)
  }

  async #post(path: string, data: object): Promise<void> {
    const headers = { 'content-type': 'application/json', origin: this.#url }
    const answer = await this.page.request.post(this.#url + path, { data, headers })
    if (!answer.ok()) throw new Error(`${path} was refused: ${answer.status()} ${await answer.text()}`)
  }

  /** Opens a path and gives the time until the page shows what `isThere` looks for, ms. */
  async open(path: string, isThere: (asked: string) => boolean, asked: string): Promise<number> {
    const started = performance.now()
    await this.page.goto(this.#url + path, { waitUntil: 'commit' })
    await this.page.waitForFunction(isThere, asked)
    return performance.now() - started
  }

  /** Resolves when what came is in the browser's store: when that has not changed for so long, ms. */
  async stored(rest = 3000): Promise<void> {
    const usage = () => this.page.evaluate(async () => (await navigator.storage.estimate()).usage)
    for (let before: number | undefined, now = await usage(); before !== now; now = await usage()) {
      before = now
      await this.page.waitForTimeout(rest)
    }
  }

  /** The memory that the data worker's objects and array buffers take when it reads nothing more, bytes. */
  async workerHeap(): Promise<number> {
    for (let before = 0, now = await this.#heap(); ; now = await this.#heap()) {
      if (Math.abs(now - before) < now / 100) return now
      before = now
      await this.page.waitForTimeout(3000)
    }
  }

  async #heap(): Promise<number> {
    const browser = this.#context.browser()
    const session = await (browser ? browser.newBrowserCDPSession() : this.#context.newCDPSession(this.page))
    const find = async () =>
      (await session.send('Target.getTargets')).targetInfos.find(({ type }) => type === 'shared_worker')
    const until = performance.now() + PATIENCE_MS
    let worker = await find()
    for (; !worker && performance.now() < until; worker = await find()) await this.page.waitForTimeout(200)
    if (!worker) throw new Error('There is no data worker')
    const { sessionId } = await session.send('Target.attachToTarget', { targetId: worker.targetId, flatten: false })
    const answer = new Promise<number>((resolve) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const { id, result } = JSON.parse(message)
        if (id === 2) resolve(result.usedSize + (result.backingStorageSize ?? 0))
      })
    })
    for (const [id, method] of [
      [1, 'HeapProfiler.collectGarbage'],
      [2, 'Runtime.getHeapUsage'],
    ] as const) {
      await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) })
    }
    return answer
  }

  close(): Promise<void> {
    return this.#context.close()
  }
}
