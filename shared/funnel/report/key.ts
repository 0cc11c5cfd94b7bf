/** Names a block: its kind, and in a variant by groups its group. */
export function keyOf({ kind, group }: { readonly kind: string; readonly group?: string | null }): string {
  return group === undefined ? kind : `${kind}.${group ?? ''}`
}
