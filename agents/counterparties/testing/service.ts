import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A service that answers `findById/party` as DaData’s pages say, or as a test wants. */
export interface LocalService {
  /** Its address, as the settings name it. */
  readonly url: string
  /** INNs that it was asked for, in their order. */
  readonly asked: string[]
  /** What it says from now on; null: as its companies are. */
  answer: ((inn: string) => Promise<{ readonly status: number; readonly body: string }>) | null
  /** What it knows: `data` of a suggestion, by INN. */
  readonly companies: Map<string, object>
  stop(): Promise<void>
}

/** Starts one that takes this key. */
export async function startService(key: string): Promise<LocalService> {
  const server = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      const { query } = JSON.parse(body) as { readonly query: string }
      service.asked.push(query)
      const refused = { status: 403, body: JSON.stringify({ family: 'CLIENT_ERROR', message: 'Forbidden' }) }
      const said = request.headers.authorization === `Token ${key}` ? await (service.answer ?? usual)(query) : refused
      response.writeHead(said.status, { 'content-type': 'application/json' }).end(said.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const usual: NonNullable<LocalService['answer']> = async (inn) => {
    const data = service.companies.get(inn)
    return { status: 200, body: JSON.stringify({ suggestions: data ? [{ value: inn, data }] : [] }) }
  }
  const service: LocalService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/suggestions/api/4_1/rs/findById/party`,
    asked: [],
    answer: null,
    companies: new Map(),
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
  return service
}

/** A company as the service tells of it. */
export function party(inn: string, change: { readonly name?: string; readonly status?: string } = {}): object {
  const { name = 'ООО «Кухни»', status = 'ACTIVE' } = change
  return {
    inn,
    kpp: '773601001',
    ogrn: '1027700132195',
    okved: '31.02',
    branch_count: 0,
    management: { name: 'Греф Иван Петрович', post: 'ДИРЕКТОР' },
    name: { full_with_opf: `Полное ${name}`, short_with_opf: name },
    address: { value: 'г Москва', unrestricted_value: '117312, г Москва' },
    state: {
      status,
      registration_date: Date.UTC(2012, 0, 1),
      liquidation_date: null,
      actuality_date: Date.UTC(2026, 0, 1),
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
