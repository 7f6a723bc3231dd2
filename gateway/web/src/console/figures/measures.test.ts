import { describe, expect, it } from 'vitest'
import { grouped, groupOf, lineOf, measureWords, unitOf, type Line } from './measures'

const line = (division: string, measure: string, amount: number): Line => ({
    division,
    place: '',
    measure,
    amount,
    opens: '',
    definition: '2025-1',
})

describe('measures', () => {
    it('are told in the words of their indicator', () => {
        expect(measureWords('KPI04', 'in-time')).toBe('时限内审定')
        expect(measureWords('KPI10', 'in-time')).toBe('走访未到期')
    })

    it('are told in the words of the code they count', () => {
        expect(measureWords('KPI01', 'risk.ILLNESS')).toBe('因病')
        expect(measureWords('KPI03', 'outcome.INCLUDED')).toBe('纳入监测')
        expect(measureWords('KPI02', 'channel.SELF_QR')).toBe('扫码自主申报')
        expect(measureWords('KPI02', 'channel.WITHOUT_CLUE')).toBe('未经线索')
        expect(measureWords('KPI23', 'rule.Q13')).toBe('住房为危房但未纳入监测')
    })

    it('never show a code', () => {
        expect(measureWords('KPI01', 'risk.SOMETHING')).toBe('未知')
        expect(measureWords('KPI01', 'something')).toBe('未知')
    })

    it('have a unit', () => {
        expect(unitOf('KPI05', 'days-to-first.median')).toBe('days')
        expect(unitOf('KPI08', 'block-yuan.WAGE')).toBe('yuan')
        expect(unitOf('KPI11', 'sheet.of')).toBe('households')
        expect(unitOf('KPI11', 'way.QR')).toBe('reports')
    })

    it('stand in groups, what is overall first', () => {
        const lines = [line('1', 'risk.WATER', 1), line('1', 'active', 2), line('2', 'risk.WATER', 3)]
        expect(grouped('KPI01', lines)).toEqual([
            { group: 'all', measures: ['active'] },
            { group: 'risk', measures: ['risk.WATER'] },
        ])
        const bands = [
            line('1', 'band.to-100', 1),
            line('1', 'band.beyond-200', 1),
            line('1', 'band.to-50', 1),
        ]
        expect(grouped('KPI08', bands)[0]?.measures).toEqual(['band.to-50', 'band.to-100', 'band.beyond-200'])
        expect(groupOf('days.median')).toBe('all')
        expect(lineOf(lines, '2', 'risk.WATER')?.amount).toBe(3)
        expect(lineOf(lines, '2', 'active')).toBeUndefined()
    })
})
