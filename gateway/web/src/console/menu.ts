import type { Entry, Role } from './part'
import { parts } from './parts'

/** What the holder of an office finds in the menu, in order. */
export const entriesFor = (role: Role | null | undefined): Entry[] =>
    Object.values(parts)
        .flatMap((part) => part.menu)
        .filter((entry) => !entry.roles || (role ? entry.roles.includes(role) : false))
        .sort((one, other) => one.order - other.order)

/** What belongs together in the menu: entries whose order has the same tens. */
export interface Bunch {
    /** the tens, and a key of words: `console.bunch.3` */
    key: number
    entries: Entry[]
}

/** As many entries stand beside one another in one line. */
const ABREAST = 7
/** What people at a counter use all day has a lower order, and is never behind a button. */
const DAILY = 3

/** The menu as it is shown: entry by entry where they are few, else what belongs together behind one button. */
export function bunched(entries: readonly Entry[]): Bunch[] {
    const bunches: Bunch[] = []
    for (const entry of entries) {
        const key = Math.floor(entry.order / 10)
        const last = bunches.at(-1)
        if (last?.key === key && key >= DAILY && entries.length > ABREAST) last.entries.push(entry)
        else bunches.push({ key, entries: [entry] })
    }
    return bunches
}
