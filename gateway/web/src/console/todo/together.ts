import { say } from '@/shared/words/codes'
import { count, given, list, on, text, words, yes, type Fields, type Values } from '../cases/fields'
import { finding, noticeOf, votes } from '../cases/steps/identification'

/** A household of a list: what the form calls it, and what its file tells. */
export interface Taken {
    household: string
    title: string
    place: string
    baseType: string
    members: number
    category?: unknown
}

interface Together {
    /** below `/case-lists` */
    address: string
    fields: (taken: readonly Taken[]) => Fields
}

const rowsOf = (taken: readonly Taken[], start: (one: Taken) => Values = () => ({})) =>
    taken.map((one) => ({ title: one.title, start: { household: one.household, ...start(one) } }))

const each = (of: Fields, taken: readonly Taken[], start?: (one: Taken) => Values) =>
    list({ household: given(), ...of } as never, { rows: rowsOf(taken, start) })

const all = (taken: readonly Taken[]) => given(taken.map((one) => one.household))

/** The steps that are taken with a list of households: what holds for all is told once. */
export const together: Record<string, Together> = {
    APPRAISE: {
        address: 'appraisal',
        fields: (taken) => ({
            on: on(),
            attendance: count(),
            minutes: text(100, { hint: 'cases.hint.minutes' }),
            households: each(votes(), taken),
        }),
    },
    PUBLICISE: {
        address: 'publicity',
        fields: (taken) => ({
            on: on(),
            place: text(100, { label: 'cases.field.board' }),
            households: each({ notice: words(2000, { hint: 'cases.hint.notice' }) }, taken, (one) => ({
                notice: noticeOf(one.place, one.members, one.category),
            })),
        }),
    },
    END_PUBLICITY: {
        address: 'publicity-end',
        fields: (taken) => ({ on: on(), households: all(taken) }),
    },
    REVIEW: {
        address: 'town-review',
        fields: (taken) => ({ on: on(), opinion: words(1000), households: each({ sampled: yes() }, taken) }),
    },
    DETERMINE: {
        address: 'determination',
        fields: (taken) => ({
            on: on(),
            decisionNo: text(100),
            households: each(finding(), taken, (one) => ({ category: one.category ?? null })),
        }),
    },
    ANNOUNCE: {
        address: 'announcement',
        fields: (taken) => ({
            on: on(),
            place: text(100, { label: 'cases.field.board' }),
            households: all(taken),
        }),
    },
}

/** Why a household of a list was refused, in words. */
export const refusal = (rule: string): string => say('rule', rule)
