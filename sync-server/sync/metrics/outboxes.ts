import { Gauge, type Registry } from 'prom-client'

/** Up to what age, s, writes that wait on devices are counted together. */
const AGES = { minute: 60, hour: 3600, day: 86_400, more: Number.POSITIVE_INFINITY } as const

/** Puts into the registry how long writes wait on devices that are connected; `ages` of their oldest ones, ms. */
export function outboxMetrics(registry: Registry, ages: () => readonly number[]): void {
  const seconds = () => ages().map((age) => Math.max(0, age / 1000))
  const oldest: Gauge = new Gauge({
    name: 'voronka_outbox_oldest_seconds',
    help: 'Age of the oldest write that a connected device has not sent; 0 where none waits',
    registers: [registry],
    collect: () => oldest.set(Math.max(0, ...seconds())),
  })
  const devices: Gauge<'age'> = new Gauge({
    name: 'voronka_outbox_devices',
    help: 'Connected devices with unsent writes, by the age of the oldest, up to a minute, an hour, a day, or more',
    labelNames: ['age'],
    registers: [registry],
    collect: () => {
      for (const age of Object.keys(AGES)) devices.set({ age }, 0)
      for (const one of seconds()) devices.inc({ age: rangeOf(one) })
    },
  })
}

function rangeOf(seconds: number): string {
  return Object.entries(AGES).find(([, most]) => seconds <= most)?.[0] ?? 'more'
}
