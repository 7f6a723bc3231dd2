import { describe, expect, it } from 'vitest'
import { isUnsaid, tail, tell } from './leaves'

describe('what stands in a file', () => {
    it('is told by its name, or by its part and its name', () => {
        expect(tell('cycles[1].decision.category', 'MARGINAL')).toBe('边缘易致贫户')
        expect(tell('exits[1].mode', 'NATURAL')).toBe('自然消除')
        expect(tell('visits[v].mode', 'PHONE')).toBe('电话联系')
        expect(tell('cycles[1].decision.risks', ['ILLNESS', 'WATER'])).toContain('、')
    })

    it('is told with its unit and as a day', () => {
        expect(tell('cycles[1].visit.perHeadFen', 1_161_000)).toBe('11,610.00')
        expect(tell('cycles[1].visit.blocksFen.WAGE', 4_060_600)).toBe('40,606.00')
        expect(tell('described.land.forest', 250)).toBe('2.50')
        expect(tell('cycles[1].openedOn', '2025-04-05')).toBe('2025年4月5日')
        expect(tell('members[m].student', false)).toBe('否')
    })

    it('is nothing where nothing stands, and no code is told as it is', () => {
        expect(tell('closed.ground', null)).toBe('')
        expect(isUnsaid('cycles[1].clue')).toBe(true)
        expect(tail('cycles[1].objections[2].by')).toBe('objections.by')
    })
})
