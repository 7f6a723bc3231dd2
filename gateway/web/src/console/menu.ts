import type { Entry, Role } from './part'
import { parts } from './parts'

/** What the holder of an office finds in the menu, in order. */
export const entriesFor = (role: Role | null | undefined): Entry[] =>
    Object.values(parts)
        .flatMap((part) => part.menu)
        .filter((entry) => !entry.roles || (role ? entry.roles.includes(role) : false))
        .sort((one, other) => one.order - other.order)
