import type { LocationQueryRaw } from 'vue-router'

export const LISTS = ['roster', 'clues', 'measures', 'visits', 'reports', 'quality', 'sheets'] as const

export type List = (typeof LISTS)[number]

const KNOWN: Record<string, List> = {
    '/roster': 'roster',
    '/clues': 'clues',
    '/measures': 'measures',
    '/visits': 'visits',
    '/reports': 'reports',
    '/quality/issues': 'quality',
    '/sheets': 'sheets',
}

/** A list to show: which one, and how it is narrowed, as the service names it. */
export interface Opening {
    list: List
    query: Record<string, string>
}

/** The list behind a number, from the path that a figure tells; null for a path that is none of a list. */
export function openingOf(opens: string): Opening | null {
    const url = new URL(opens, 'http://figures')
    const list = KNOWN[url.pathname]
    return list ? { list, query: Object.fromEntries(url.searchParams) } : null
}

export const toQuery = ({ list, query }: Opening, day: string): LocationQueryRaw => ({
    ...query,
    list,
    ...(day ? { day } : {}),
})

export function fromQuery(given: Record<string, unknown>): Opening | null {
    const { list, ...rest } = given
    if (!LISTS.includes(list as List)) return null
    const query = Object.fromEntries(
        Object.entries(rest).filter(
            (entry): entry is [string, string] => entry[0] !== 'day' && typeof entry[1] === 'string',
        ),
    )
    return { list: list as List, query }
}
