/** One value of a stored form, by the way to it: `person.name`. */
export interface Leaf {
    path: string
    value: string
    /** how a sealed or forgotten value is told apart */
    kind: 'plain' | 'sealed' | 'forgotten' | 'absent'
}

const kindOf = (value: unknown): Leaf['kind'] => {
    if (value === null || value === undefined) return 'absent'
    return value === 'sealed' || value === 'forgotten' ? value : 'plain'
}

export const leafOf = (path: string, value: unknown): Leaf => ({
    path,
    kind: kindOf(value),
    value: typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? ''),
})

/** A stored form, value by value; an empty list or object is a value. */
export function leavesOf(stored: unknown, path = ''): Leaf[] {
    if (typeof stored !== 'object' || stored === null || Object.keys(stored).length === 0)
        return [leafOf(path, stored)]
    return Object.entries(stored).flatMap(([name, value]) => leavesOf(value, path ? `${path}.${name}` : name))
}
