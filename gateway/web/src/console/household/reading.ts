import { Refused } from '@/shared/api/problem'
import type { Happening, Item, Whole } from '../cases/at'
import { every } from '../common/every'
import { ask } from '../common/sending'
import type { Page } from '../common/paging'

/** The past day or moment that a file is read as of; neither is today. */
export interface AsOf {
    asOf?: string
    asOfDay?: string
}

export interface Reading {
    file: Whole
    events: Happening[]
}

export const base = (household: string): string => `/api/monitoring/households/${household}`

const happenings = (household: string, when: AsOf): Promise<Happening[]> =>
    every((at) => ask<Page<Happening>>(`${base(household)}/timeline`, { ...at, ...when })).catch(
        // An office that does not read timelines still sees the file.
        (problem: unknown) => {
            if (problem instanceof Refused && problem.problem.status === 403) return []
            throw problem
        },
    )

/** The file of a household and what happened to it. */
export async function read(household: string, when: AsOf = {}): Promise<Reading> {
    const [file, events] = await Promise.all([
        ask<Whole>(`${base(household)}/file`, when),
        happenings(household, when),
    ])
    return { file, events }
}

/** The items of the income sheet; none for an office that does not read them. */
export const incomeItems = (): Promise<Item[]> =>
    ask<{ items: Item[] }>('/api/monitoring/income-items').then(
        ({ items }) => items,
        () => [],
    )
