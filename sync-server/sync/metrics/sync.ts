import { Counter, collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client'

/** What the sync server counts. */
export interface Metrics {
  readonly updates: Counter
  readonly bytes: Counter
  readonly refusals: Counter<'code'>
  readonly journal: Gauge
  readonly journalSeconds: Histogram
  readonly journalLag: Histogram
  readonly compactions: Counter
  readonly packings: Counter
}

/** What is there to be counted when somebody asks. */
export interface Counts {
  readonly sockets: () => number
  readonly documents: () => number
  /** Devices' connections to documents: a socket carries several. */
  readonly connections: () => number
  readonly replicas: () => number
}

/** Of a wait that nobody notices, and of one that everybody does, s. */
const WAITS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2, 10]

/** Puts the sync server's metrics, and those of the process, into the registry. */
export function makeMetrics(registry: Registry, counts: Counts): Metrics {
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  counted(registry, 'voronka_sockets', 'Open WebSockets', counts.sockets)
  counted(registry, 'voronka_documents', 'Documents that devices hold open', counts.documents)
  counted(registry, 'voronka_document_connections', 'Connections of devices to documents', counts.connections)
  counted(registry, 'voronka_devices_online', 'Devices and agents that are connected', counts.replicas)
  return {
    updates: new Counter({ name: 'voronka_updates_total', help: 'Updates journalled', registers }),
    bytes: new Counter({ name: 'voronka_update_bytes_total', help: 'Bytes of the updates journalled', registers }),
    refusals: new Counter({
      name: 'voronka_refusals_total',
      help: 'Refusals by code',
      labelNames: ['code'],
      registers,
    }),
    journal: new Gauge({ name: 'voronka_journal_number', help: 'Number of the last update in the journal', registers }),
    journalSeconds: new Histogram({
      name: 'voronka_journal_seconds',
      help: 'Time of one transaction of the journal',
      buckets: WAITS,
      registers,
    }),
    journalLag: new Histogram({
      name: 'voronka_journal_lag_seconds',
      help: 'Time from the arrival of an update until it is journalled and applied',
      buckets: WAITS,
      registers,
    }),
    compactions: new Counter({ name: 'voronka_compactions_total', help: 'Snapshots made', registers }),
    packings: new Counter({ name: 'voronka_packings_total', help: 'Documents packed', registers }),
  }
}

/** Puts a figure into the registry that is counted when somebody asks. */
function counted(registry: Registry, name: string, help: string, count: () => number): void {
  const gauge: Gauge = new Gauge({ name, help, registers: [registry], collect: () => gauge.set(count()) })
}
