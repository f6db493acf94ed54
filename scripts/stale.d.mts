export function filesUnder(root: string, paths: readonly string[]): string[]
export function hashOf(root: string, paths: readonly string[]): string
export function isStale(root: string, name: string, paths: readonly string[]): boolean
export function markBuilt(root: string, name: string, paths: readonly string[]): void
