import type { Shape } from '@/shared/api/client'

export type Entry = Shape<'monitoring.todo.Todo.Entry'>

/** Where a piece of work is done. What belongs to a household is done in its file, at its step. */
export function opens(entry: Entry): string {
    const { kind, subject, step } = entry
    switch (kind) {
        case 'REPORT':
            return `/reports/${subject}`
        case 'CLUE':
            return `/clues/${subject}`
        case 'BATCH':
            return `/batches/${subject}`
        case 'ENROLMENT':
            return `/enrolments/${subject}`
        case 'ALERT':
            return `/alerts?open=${subject}`
        case 'DUTY':
            return `/duties?open=${subject}`
        case 'MATCH':
            return `/households/${subject}?tab=matches`
        case 'ISSUE':
            return `/quality?household=${subject}`
        default: {
            const objection = entry.objection ? `&objection=${entry.objection}` : ''
            return `/households/${subject}?do=${step}${objection}`
        }
    }
}

const ELSEWHERE = ['REPORT', 'CLUE', 'BATCH', 'ENROLMENT', 'ALERT', 'DUTY']

/** Whether the subject is a household. */
export const isOfHousehold = (entry: Entry): boolean => !ELSEWHERE.includes(entry.kind)

/** Tells the entries of a list apart. */
export const keyOf = (entry: Entry): string =>
    [entry.kind, entry.subject, entry.step, entry.objection, entry.proposal, entry.issue].join(' ')

/** Entries within a division: a county, a town or a village. */
export const within = (entries: readonly Entry[], division: string): Entry[] =>
    entries.filter((entry) => entry.division.startsWith(division))

/** How many there are of each step, the most urgent steps first. */
export function counted(entries: readonly Entry[]): { step: string; n: number; overdue: number }[] {
    const steps = new Map<string, { step: string; n: number; overdue: number }>()
    for (const entry of entries) {
        const of = steps.get(entry.step) ?? { step: entry.step, n: 0, overdue: 0 }
        of.n++
        if (entry.overdue) of.overdue++
        steps.set(entry.step, of)
    }
    return [...steps.values()].sort((one, other) => other.overdue - one.overdue || other.n - one.n)
}
