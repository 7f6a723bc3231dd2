import { describe, expect, it } from 'vitest'
import { counted, isOfHousehold, keyOf, opens, within, type Entry } from './opens'

const entry = (more: Partial<Entry>): Entry =>
    ({
        kind: 'CASE',
        subject: 'h',
        step: 'VISIT',
        division: '440233101203',
        since: '2025-03-05',
        overdue: false,
        ...more,
    }) as Entry

describe('a piece of work', () => {
    it('opens where it is done', () => {
        expect(opens(entry({ kind: 'REPORT', subject: 'r' }))).toBe('/reports/r')
        expect(opens(entry({ kind: 'ALERT', subject: 'a' }))).toBe('/alerts?open=a')
        expect(opens(entry({ kind: 'MATCH' }))).toBe('/households/h?tab=matches')
        expect(opens(entry({ kind: 'ISSUE' }))).toBe('/quality?household=h')
    })

    it('of a household opens its file at the step', () => {
        expect(opens(entry({ step: 'DETERMINE' }))).toBe('/households/h?do=DETERMINE')
        expect(opens(entry({ kind: 'OBJECTION', step: 'RESOLVE_OBJECTION', objection: 2 }))).toBe(
            '/households/h?do=RESOLVE_OBJECTION&objection=2',
        )
        expect(isOfHousehold(entry({ kind: 'MEASURE' }))).toBe(true)
        expect(isOfHousehold(entry({ kind: 'CLUE' }))).toBe(false)
    })

    it('is another than one of the same household', () => {
        expect(keyOf(entry({ kind: 'MATCH', proposal: 1 }))).not.toBe(
            keyOf(entry({ kind: 'MATCH', proposal: 2 })),
        )
    })
})

describe('a work list', () => {
    it('is cut to a place', () => {
        const list = [entry({}), entry({ division: '440233102201' })]
        expect(within(list, '440233101')).toHaveLength(1)
        expect(within(list, '')).toHaveLength(2)
    })

    it('counts its steps, those overdue first', () => {
        const list = [entry({}), entry({}), entry({ step: 'REVIEW', overdue: true } as Partial<Entry>)]
        expect(counted(list)).toEqual([
            { step: 'REVIEW', n: 1, overdue: 1 },
            { step: 'VISIT', n: 2, overdue: 0 },
        ])
    })
})
