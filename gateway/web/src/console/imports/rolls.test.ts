import { expect, it } from 'vitest'
import { isSaid } from '@/shared/words/codes'
import { accepted, percentDone, verdictsOf } from './rolls'

it('counts what was accepted first, then what was wrong most often', () => {
    const verdicts = verdictsOf({ ID_MISSING: 3, DAY_UNREADABLE: 7, ACCEPTED: 2 })
    expect(verdicts.map((verdict) => verdict.code)).toEqual(['ACCEPTED', 'DAY_UNREADABLE', 'ID_MISSING'])
    expect(verdicts.map((verdict) => verdict.percent)).toEqual([16.7, 58.3, 25])
    expect(verdictsOf({})).toEqual([])
    expect(accepted({ ID_MISSING: 3 })).toBe(0)
})

it('is not done before it is done', () => {
    expect(percentDone({ pieces: 300, done: 299 })).toBe(99)
    expect(percentDone({ pieces: 300, done: 300 })).toBe(100)
    expect(percentDone({ pieces: 0, done: 0 })).toBe(100)
})

it('has words for what the register may refuse', () => {
    expect(isSaid('left-rule', 'enrolment.person-registered')).toBe(true)
})
