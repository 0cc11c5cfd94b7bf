/** «[Заказ №ЗК-0012]», as letters about an order are called, and as answers keep it. */
const NAMED = /\[(?:заказ|order)(?:[^\]№#]*[№#]\s*|\s+)([\p{L}\p{N}][\p{L}\p{N}\-/]*)\s*\]/iu

/** The number of the order that a subject names in square brackets; null: it names none. */
export function numberInSubject(subject: string | null): string | null {
  return NAMED.exec(subject ?? '')?.[1] ?? null
}
