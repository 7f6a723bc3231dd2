import { expect, it } from 'vitest'
import { checked, placeOf } from './eligibility'

const EXPRESSION = 'monitored &&\nlabour >> 0'

it('shows a fault in its line, in the order of columns', () => {
    const late = { line: 2, column: 9, message: 'late' }
    const early = { line: 2, column: 8, message: 'early' }
    expect(checked(EXPRESSION, [late, early])).toEqual([
        { text: 'monitored &&', faults: [] },
        { text: 'labour >> 0', faults: [early, late] },
    ])
})

it('shows a fault past the end in the last line', () => {
    const fault = { line: 5, column: 1, message: 'end' }
    expect(checked(EXPRESSION, [fault])[1]?.faults).toEqual([fault])
})

it('finds its place in the text', () => {
    expect(EXPRESSION.slice(placeOf(EXPRESSION, { line: 2, column: 8, message: '' }))).toBe('>> 0')
    expect(placeOf(EXPRESSION, { line: 9, column: 9, message: '' })).toBe(EXPRESSION.length)
})
