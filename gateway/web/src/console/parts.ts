import type { Part } from './part'

// Apart from part.ts, which every part imports.
const found = import.meta.glob<{ default: Part }>('./*/part.ts', { eager: true })

export const parts: Record<string, Part> = Object.fromEntries(
    Object.entries(found).map(([path, file]) => [path.split('/')[1] ?? path, file.default]),
)
