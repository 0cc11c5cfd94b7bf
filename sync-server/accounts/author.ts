import type { Transaction } from '../../shared/records/transaction.ts'

/** The server as a writer of records: its own replica, which may write what only the server writes. */
export interface Author {
  /** Runs a command; resolves once its writes are journalled. */
  write<T>(command: (tx: Transaction) => T): Promise<T>
}
