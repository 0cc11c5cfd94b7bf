import type { ProductGroup } from '../../../../shared/goods/collections.ts'

/** A group as a choice, as deep as it stands. */
export function groupOption({ id, name }: Pick<ProductGroup, 'id' | 'name'>, depth: number) {
  return { value: id, label: `${'\u00a0\u00a0'.repeat(depth)}${name ?? ''}` }
}
