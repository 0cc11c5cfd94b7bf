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
    const headers = { 'content-type': 'application/json', origin: this.#url }
    const answer = await this.page.request.post(`${this.#url}/api/setup`, { data, headers })
    if (!answer.ok()) throw new Error(`The company was not made: ${answer.status()} ${await answer.text()}`)
  }

  /** Opens a path and gives the time until the page shows what `isThere` looks for, ms. */
  async open(path: string, isThere: (asked: string) => boolean, asked: string): Promise<number> {
    const started = performance.now()
    await this.page.goto(this.#url + path, { waitUntil: 'commit' })
    await this.page.waitForFunction(isThere, asked)
    return performance.now() - started
  }

  /** Resolves when what came is in the browser's store: when that has not grown for 3 s. */
  async stored(): Promise<void> {
    const usage = () => this.page.evaluate(async () => (await navigator.storage.estimate()).usage)
    for (let before: number | undefined, now = await usage(); before !== now; now = await usage()) {
      before = now
      await this.page.waitForTimeout(3000)
    }
  }

  /** The memory that the data worker's objects take, bytes. */
  async workerHeap(): Promise<number> {
    const browser = this.#context.browser()
    const session = await (browser ? browser.newBrowserCDPSession() : this.#context.newCDPSession(this.page))
    const { targetInfos } = await session.send('Target.getTargets')
    const worker = targetInfos.find(({ type }) => type === 'shared_worker')
    if (!worker) throw new Error('There is no data worker')
    const { sessionId } = await session.send('Target.attachToTarget', { targetId: worker.targetId, flatten: false })
    const answer = new Promise<number>((resolve) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const { id, result } = JSON.parse(message)
        if (id === 2) resolve(result.usedSize)
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
