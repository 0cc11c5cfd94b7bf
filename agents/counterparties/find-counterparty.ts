import type { Finding } from '../../shared/counterparties/finding.ts'
import type { CounterpartyService } from '../../shared/counterparties/service.ts'
import { takeFinding } from '../../shared/counterparties/take-finding.ts'
import type { Replica } from '../runtime/replica.ts'
import { askService } from './ask-service.ts'

interface Asked {
  readonly service: CounterpartyService<string>
  readonly inn: string
}

/** Asks a service for an INN, and writes down what came of it: who waits at a form and everybody else know the same. */
export async function findCounterparty(replica: Pick<Replica, 'write'>, { service, inn }: Asked): Promise<Finding> {
  const finding = await askService(service, inn)
  replica.write((tx) => takeFinding(tx, inn, finding, Date.now()))
  return finding
}
