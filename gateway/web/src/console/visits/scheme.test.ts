import { expect, it } from 'vitest'
import { legend, short, stepOf, sums } from './scheme'

it('is the darker the more, and has a colour of its own for nothing', () => {
    expect([0, 1, 3, 4, 6, 8].map((value) => stepOf(value, 8))).toEqual([0, 1, 2, 2, 3, 4])
    expect(stepOf(0, 0)).toBe(0)
})

it('tells what each colour means', () => {
    expect(legend(8)).toEqual([
        { step: 1, from: 1, to: 2 },
        { step: 2, from: 3, to: 4 },
        { step: 3, from: 5, to: 6 },
        { step: 4, from: 7, to: 8 },
    ])
    expect(legend(1)).toEqual([{ step: 4, from: 1, to: 1 }])
    expect(legend(0)).toEqual([])
})

it('shortens names of villages, and leaves a name that is nothing else', () => {
    expect(['寨下村委会', '江南社区居委会', '东区居委会', '村'].map(short)).toEqual([
        '寨下',
        '江南',
        '东区',
        '村',
    ])
})

it('sums by village', () => {
    const rows = [
        { at: 'a', n: 1 },
        { at: 'b', n: 2 },
        { at: 'a', n: 3 },
    ]
    expect([
        ...sums(
            rows,
            (row) => row.at,
            (row) => row.n,
        ),
    ]).toEqual([
        ['a', 4],
        ['b', 2],
    ])
})
