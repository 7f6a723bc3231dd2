import type { InjectionKey, Ref } from 'vue'

/** A place in a file at which it was another than it is today; a part that is not there is `undefined`. */
export interface Difference {
    /** `cycles[1].visit.on` */
    path: string
    then: unknown
    today: unknown
}

/** What the file says today, by the places at which it said something else on the day that is shown. */
export const TODAY: InjectionKey<Ref<ReadonlyMap<string, unknown>>> = Symbol('today')

// What tells the rows of a list apart; of any other list it is their order.
const KEYS: Record<string, string> = {
    members: 'member',
    cycles: 'cycle',
    exits: 'attempt',
    measures: 'measure',
    visits: 'visit',
    objections: 'number',
    helpers: 'since',
    lacks: 'lack',
    checks: 'criterion',
    hits: 'dataset',
}

type Row = Record<string, unknown>

const isRow = (value: unknown): value is Row =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
const isRows = (value: unknown): value is Row[] =>
    Array.isArray(value) && value.length > 0 && value.every(isRow)
const isNothing = (value: unknown): boolean =>
    value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/** The rows of a list by what tells them apart. */
export function keyed(list: string, rows: readonly Row[]): Map<string, Row> {
    const key = KEYS[list]
    return new Map(rows.map((row, index) => [key ? String(row[key]) : String(index), row]))
}

/** Where two states of a file differ. What is a whole part more or less is one difference. */
export function differences(then: unknown, today: unknown, path = ''): Difference[] {
    if (isNothing(then) && isNothing(today)) return []
    if (isRow(then) && isRow(today))
        return union(Object.entries(then), Object.entries(today), path ? `${path}.` : '')
    if (isRows(then) && isRows(today)) {
        const list = path.split('.').at(-1) ?? path
        const [before, after] = [keyed(list, then), keyed(list, today)]
        return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
            differences(before.get(key), after.get(key), `${path}[${key}]`),
        )
    }
    if (isNothing(then) && isRows(today)) return each(today, path, (row) => ({ then: undefined, today: row }))
    if (isRows(then) && isNothing(today)) return each(then, path, (row) => ({ then: row, today: undefined }))
    return JSON.stringify(then) === JSON.stringify(today) ? [] : [{ path, then, today }]
}

function union(then: [string, unknown][], today: [string, unknown][], before: string): Difference[] {
    const [was, is] = [new Map(then), new Map(today)]
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) =>
        differences(was.get(name), is.get(name), before + name),
    )
}

function each(rows: Row[], path: string, of: (row: Row) => { then: unknown; today: unknown }): Difference[] {
    const list = path.split('.').at(-1) ?? path
    return [...keyed(list, rows)].map(([key, row]) => ({ path: `${path}[${key}]`, ...of(row) }))
}
